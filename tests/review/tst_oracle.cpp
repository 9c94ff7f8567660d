#include "review/maintenance.h"
#include "review/workbench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using namespace countersign;
using namespace countersign::review;
using namespace countersign::review::test;
using namespace Qt::StringLiterals;

/// Random small reviews, judged by evaluate() and by an independent program in another language (oracle.py), which
/// reads the exported events and tries every assignment of people to slots.
class TestOracle : public QObject
{
    Q_OBJECT
private slots:
    void agrees();

private:
    void randomStep(Ledger &ledger, QStringList &revisions, const QString &change);
    QByteArray randomPolicy();
    template <class T>
    T pick(const QList<T> &list)
    {
        return list[m_random.bounded(static_cast<int>(list.size()))];
    }

    Workbench m_bench;
    QRandomGenerator m_random;
    bool m_calm = false;
};

QByteArray TestOracle::randomPolicy()
{
    static const QList<QByteArray> slotLists{"[\"dba\"]", "[\"dba\", \"owner\"]", "[\"dba\", \"dba\"]",
                                             "[\"lead\", \"owner\", \"dba\"]", "[\"owner\"]"};
    QByteArray policy = teamPolicy();
    policy.replace("[\"dba\", \"owner\"]\nack", pick(slotLists) + "\nack");
    if (m_random.bounded(4) == 0) {
        policy.replace("vote_age", "separation = \"off\"\nvote_age");
    }
    if (m_random.bounded(2) == 0) {
        policy.replace("ack = [", "carry = \"base-moved\"\nack = [");
    }
    if (m_random.bounded(3) == 0) {
        policy.replace("vote_age", "require = [\"report\", \"rehearsal\"]\nvote_age");
    }
    return policy;
}

void TestOracle::randomStep(Ledger &ledger, QStringList &revisions, const QString &change)
{
    static const QStringList people{u"ada"_s, u"bo"_s, u"cy"_s, u"eve"_s};
    static const QList<VoteKind> stormy{VoteKind::Approve,        VoteKind::Approve, VoteKind::Approve,
                                        VoteKind::RequestChanges, VoteKind::Veto,    VoteKind::Abstain,
                                        VoteKind::Withdraw};
    static const QList<VoteKind> calm{VoteKind::Approve, VoteKind::Approve, VoteKind::Approve, VoteKind::Approve,
                                      VoteKind::Withdraw};
    const QList<VoteKind> &votes = m_calm ? calm : stormy;
    const Signatory by = m_bench.person(pick(people));
    m_bench.nowUs += qint64{m_random.bounded(3)} * 24 * 3600 * 1000000;
    const ChangeRecord &record = ledger.state().changes[change];
    switch (m_random.bounded(m_calm ? 20 : 10)) {
    case 0: {
        RevisionInput input = Workbench::revision();
        input.baseFingerprint += QString::number(m_random.bounded(2));
        if (m_random.bounded(2) == 0) {
            input.files[0].bytes += QByteArray::number(m_random.bounded(2));
        }
        if (m_random.bounded(2) == 0) {
            input.report.emplace();
            input.report->findings = QString(64, u'a');
            input.report->checks = {{u"rehearsal"_s, m_random.bounded(4) > 0}};
            if (m_random.bounded(2) == 0) {
                input.report->hazards = {u"data-loss"_s};
            }
        }
        if (const auto added = addRevision(ledger, change, input, by)) {
            revisions << added->digest;
        }
        return;
    }
    case 1:
        if (!record.votes.isEmpty()) {
            const Event &event = ledger.state().events[pick(record.votes)];
            must(ledger.append(change, Dismiss{event.eid, u"reason"_s}, {}, by));
        }
        return;
    case 2: {
        Anchor anchor;
        anchor.object = u"public.trips"_s;
        must(ledger.append(change, Comment{revisions.last(), anchor, true, QString(64, u'c')}, {}, by));
        return;
    }
    case 3:
        if (!record.comments.isEmpty()) {
            must(ledger.append(change, Resolve{ledger.state().events[pick(record.comments)].eid}, {}, by));
        }
        return;
    default: {
        // Straight into the ledger: what evaluate() does with votes that the polite functions refuse matters most.
        QStringList acks;
        if (m_random.bounded(2) == 0) {
            acks << u"data-loss"_s;
        }
        must(ledger.append(change, Vote{pick(revisions), pick(votes), acks, {}}, {}, by));
        return;
    }
    }
}

void TestOracle::agrees()
{
    QProcess python;
    python.start(u"python3"_s, {u"--version"_s});
    if (!python.waitForStarted() || !python.waitForFinished()) {
        QSKIP("python3 is not installed: the independent oracle cannot be asked");
    }
    const quint32 seed = qEnvironmentVariableIsSet("CS_SEED") ? qEnvironmentVariableIntValue("CS_SEED") : 20261121;
    const int ledgers = qEnvironmentVariableIsSet("CS_SOAK") ? 200 : 6;
    m_random.seed(seed);
    int cases = 0;
    QMap<QString, int> seen;
    for (int round = 0; round < ledgers; ++round) {
        QFile::remove(m_bench.path(u"ledger.sqlite"_s));
        m_bench.nowUs = 1'790'000'000'000'000;
        m_calm = round % 2 == 0;
        const QString state = u"state%1"_s.arg(round);
        FoundingOptions founding;
        const Signatory ada = m_bench.person(u"ada"_s);
        founding.admins = {{u"ada"_s, ada.key.key.line()}};
        Ledger ledger = must(Ledger::create(m_bench.locator(), founding, ada, m_bench.client(state)));
        must(activatePolicy(ledger, randomPolicy(), m_bench.signers(team()), ada));
        const OpenedRevision opened =
            must(openChange(ledger, u"x"_s, Workbench::revision(), m_bench.person(pick(team().first(4)))));
        QStringList revisions{opened.digest};
        QJsonArray questions;
        for (int step = 0; step < 14; ++step) {
            randomStep(ledger, revisions, opened.change);
            for (const QString &revision : std::as_const(revisions)) {
                const Evaluation evaluation = ledger.evaluate(opened.change, revision);
                QStringList counting;
                for (const VoteView &vote : evaluation.votes) {
                    if (vote.counts) {
                        counting << vote.by;
                    }
                }
                counting.sort();
                int filled = 0;
                for (const SlotView &slot : evaluation.filled) {
                    filled += slot.by.isEmpty() ? 0 : 1;
                }
                seen[verdictName(evaluation.verdict)]++;
                questions << QJsonObject{{u"revision"_s, revision},
                                         {u"size"_s, ledger.state().head.size},
                                         {u"now"_s, m_bench.nowUs},
                                         {u"verdict"_s, verdictName(evaluation.verdict)},
                                         {u"counting"_s, QJsonArray::fromStringList(counting)},
                                         {u"filled"_s, filled}};
                ++cases;
            }
        }
        QByteArray text;
        must(exportLedger(ledger, [&text](const QByteArray &line) {
            text += line;
            return true;
        }));
        must(writeDurably(m_bench.path(u"export"_s), text));
        must(writeDurably(
            m_bench.path(u"questions"_s),
            QJsonDocument(QJsonObject{{u"change"_s, opened.change}, {u"questions"_s, questions}}).toJson()));
        python.start(u"python3"_s,
                     {QStringLiteral(COUNTERSIGN_ORACLE), m_bench.path(u"export"_s), m_bench.path(u"questions"_s)});
        QVERIFY(python.waitForFinished(120000));
        const QByteArray said = python.readAllStandardOutput() + python.readAllStandardError();
        QVERIFY2(python.exitCode() == 0,
                 qPrintable(u"seed %1 round %2: %3"_s.arg(seed).arg(round).arg(QString::fromUtf8(said))));
    }
    QStringList tally;
    for (auto entry = seen.begin(); entry != seen.end(); ++entry) {
        tally << u"%1 %2"_s.arg(entry.key()).arg(entry.value());
    }
    qInfo("%d evaluations agree with the oracle: %s", cases, qPrintable(tally.join(u", ")));
    QVERIFY(seen.size() >= 4);
}

QTEST_GUILESS_MAIN(TestOracle)
#include "tst_oracle.moc"

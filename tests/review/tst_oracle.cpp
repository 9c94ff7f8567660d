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

constexpr qint64 minuteUs = 60'000'000;
constexpr qint64 dayUs = 24 * 60 * minuteUs;
/// Between two events, and before and after the newest when it is asked.
const QList<qint64> pauses{0, 0, 20 * minuteUs, 50 * minuteUs, dayUs, 2 * dayUs};
const QList<qint64> moments{0, -dayUs, -minuteUs, 30 * minuteUs, 2 * 60 * minuteUs, 4 * dayUs, 15 * dayUs};

/// Random small reviews, judged by evaluate() and by an independent program in another language (oracle.py), which
/// reads the exported events and tries every assignment of people to slots.
class TestOracle : public QObject
{
    Q_OBJECT
public:
    static void initMain() { soakTakesLong(); }

private slots:
    void agrees();

private:
    void randomStep(Ledger &ledger, QStringList &revisions, const QString &change);
    QByteArray randomPolicy();
    RevisionInput randomRevision();
    void randomWaiver(Ledger &ledger, const QString &change, const Signatory &by);
    void randomEmergency(Ledger &ledger, const QStringList &revisions, const QString &change, const Signatory &by);
    void randomRevocation(Ledger &ledger, const Signatory &by);
    void randomDeployment(Ledger &ledger, const QStringList &revisions, const QString &change);
    /// What evaluate() says of a revision at a moment.
    QJsonObject question(const Ledger &ledger, const QString &change, const QString &revision, qint64 nowUs);
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
    static const QList<QByteArray> requirements{"report\", \"rehearsal", "report", "rollback"};
    if (m_random.bounded(3) == 0) {
        policy.replace("vote_age", "require = [\"" + pick(requirements) + "\"]\nvote_age");
    }
    if (m_random.bounded(3) == 0) {
        policy.replace("people = [\"ada\"], threshold = 1", "people = [\"ada\", \"cy\"], threshold = 2");
    }
    policy.replace("second = 1", "second = " + QByteArray::number(m_random.bounded(3)));
    if (m_random.bounded(3) == 0) {
        policy += "[[freeze]]\nenv = [\"production\"]\nfrom = \"2026-09-2" +
                  QByteArray::number(1 + m_random.bounded(5)) +
                  "T16:00\"\nto = \"2026-09-28T12:00\"\nzone = \"Europe/Berlin\"\n";
    }
    return policy;
}

RevisionInput TestOracle::randomRevision()
{
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
        if (m_random.bounded(3) == 0) {
            input.report->errors = {u"drop-table@public.trips"_s};
        }
    }
    return input;
}

void TestOracle::randomWaiver(Ledger &ledger, const QString &change, const Signatory &by)
{
    static const QStringList findings{u"drop-table@public.trips"_s, u"rehearsal"_s, u"rollback-none"_s};
    static const QStringList reasons{u"accepted for the night of the move"_s, u"accepted until it is rebuilt"_s,
                                     u"ok"_s};
    static const QList<qint64> days{1, 3, 20, 40};
    const ChangeRecord &record = ledger.state().changes[change];
    if (m_random.bounded(4) == 0 && !record.waivers.isEmpty()) {
        must(ledger.append(change, Unwaive{ledger.state().events[pick(record.waivers)].eid}, {}, by));
        return;
    }
    must(ledger.append(change, Waive{pick(findings), {}, pick(reasons), m_bench.nowUs + pick(days) * dayUs}, {}, by));
}

void TestOracle::randomEmergency(Ledger &ledger, const QStringList &revisions, const QString &change,
                                 const Signatory &by)
{
    const ChangeRecord &record = ledger.state().changes[change];
    if (record.emergencies.isEmpty() || m_random.bounded(3) == 0) {
        const QString revision = m_random.bounded(3) == 0 ? pick(revisions) : revisions.last();
        const auto opened = must(ledger.append(change, EmergencyOpen{revision, u"INC-1"_s, QString(64, u'e')}, {}, by));
        if (m_random.bounded(3) > 0) {
            const Signatory other = m_bench.person(pick(team().first(4)));
            must(ledger.append(change, Endorse{opened.eid}, {}, other));
        }
    } else {
        must(ledger.append(change, Endorse{pick(record.emergencies).eid}, {}, by));
    }
}

/// Revoked by whoever it is, as rotated or compromised, or a revocation endorsed.
void TestOracle::randomRevocation(Ledger &ledger, const Signatory &by)
{
    const auto &revocations = ledger.state().revocations;
    if (!revocations.isEmpty() && m_random.bounded(2) == 0) {
        must(ledger.append({}, Endorse{pick(revocations).eid}, {}, by));
        return;
    }
    const Signatory whose = m_bench.person(pick(QStringList{u"bo"_s, u"cy"_s, u"eve"_s, u"ada"_s}));
    const auto cause = m_random.bounded(2) == 0 ? RevocationCause::Rotated : RevocationCause::Compromised;
    const qint64 from = 1 + m_random.bounded(static_cast<int>(ledger.state().head.size) + 2);
    must(ledger.append({}, KeyRevoke{whose.person, whose.key.key.fingerprint(), cause, from}, {}, by));
}

void TestOracle::randomDeployment(Ledger &ledger, const QStringList &revisions, const QString &change)
{
    static const QList<DeployResult> results{DeployResult::Ok, DeployResult::Failed, DeployResult::Partial};
    const ChangeRecord &record = ledger.state().changes[change];
    // Sometimes by somebody who may not.
    const Signatory by = m_bench.person(m_random.bounded(5) == 0 ? u"bo"_s : u"ci"_s);
    if (!record.attempts.isEmpty() && !record.attempts.last().result) {
        must(ledger.append(change, DeployFinish{record.attempts.last().eid, pick(results)}, {}, by));
    } else {
        must(ledger.append(change, DeployBegin{pick(revisions), false, {}}, {}, by));
    }
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
    m_bench.nowUs += pick(pauses);
    const ChangeRecord &record = ledger.state().changes[change];
    switch (m_random.bounded(m_calm ? 24 : 18)) {
    case 0:
        if (const auto added = addRevision(ledger, change, randomRevision(), by)) {
            revisions << added->digest;
        }
        return;
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
    case 4:
    case 5:
        randomWaiver(ledger, change, by);
        return;
    case 6:
    case 7:
        randomEmergency(ledger, revisions, change, by);
        return;
    case 8:
        if (m_random.bounded(2) == 0) {
            randomRevocation(ledger, by);
        }
        return;
    case 9:
        randomDeployment(ledger, revisions, change);
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

QJsonObject TestOracle::question(const Ledger &ledger, const QString &change, const QString &revision, qint64 nowUs)
{
    const Evaluation evaluation = evaluate(ledger.state(), change, revision, nowUs);
    for (const Reason &reason : evaluation.reasons) {
        if (reason.text.isEmpty() || reason.fix.isEmpty()) {
            QTest::qFail(qPrintable(u"%1 without what would resolve it"_s.arg(codeName(reason.code))), __FILE__,
                         __LINE__);
        }
    }
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
    return {{u"revision"_s, revision},
            {u"size"_s, ledger.state().head.size},
            {u"now"_s, nowUs},
            {u"verdict"_s, verdictName(evaluation.verdict)},
            {u"counting"_s, QJsonArray::fromStringList(counting)},
            {u"filled"_s, filled}};
}

void TestOracle::agrees()
{
    QProcess python;
    python.start(u"python3"_s, {u"--version"_s});
    if (!python.waitForStarted() || !python.waitForFinished()) {
        QSKIP("python3 is not installed: the independent oracle cannot be asked");
    }
    const quint32 seed = qEnvironmentVariableIsSet("CS_SEED") ? qEnvironmentVariableIntValue("CS_SEED") : 20261121;
    const int ledgers = qEnvironmentVariableIsSet("CS_SOAK") ? 800 : 16;
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
                for (const qint64 later : moments) {
                    const QJsonObject asked = question(ledger, opened.change, revision, m_bench.nowUs + later);
                    seen[asked.value(u"verdict"_s).toString()]++;
                    questions << asked;
                    ++cases;
                }
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
    for (const QString &verdict :
         {u"approved"_s, u"emergency"_s, u"pending"_s, u"blocked"_s, u"stale"_s, u"frozen"_s, u"error"_s}) {
        QVERIFY2(seen.contains(verdict), qPrintable(u"seed %1: never %2"_s.arg(seed).arg(verdict)));
    }
}

QTEST_GUILESS_MAIN(TestOracle)
#include "tst_oracle.moc"

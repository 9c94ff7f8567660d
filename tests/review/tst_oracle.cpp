#include "base/digest.h"
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

/// A change under review, as the test keeps it.
struct OpenChange {
    QString id;
    QString environment;
    QStringList revisions;
};

/// Random small reviews in two environments under policies that follow each other, judged by evaluate() and by an
/// independent program in another language (oracle.py), which reads the exported events and tries every assignment of
/// people to slots.
class TestOracle : public QObject
{
    Q_OBJECT
public:
    static void initMain() { soakTakesLong(); }

private slots:
    void agrees();

private:
    void randomStep(Ledger &ledger, OpenChange &change);
    QByteArray randomPolicy(int serial);
    RevisionInput randomRevision(const QString &environment);
    void randomWaiver(Ledger &ledger, const QString &change, const Signatory &by);
    void randomEmergency(Ledger &ledger, const OpenChange &change, const Signatory &by);
    void randomRevocation(Ledger &ledger, const Signatory &by);
    void randomDeployment(Ledger &ledger, const OpenChange &change);
    void randomVote(Ledger &ledger, const OpenChange &change, const Signatory &by);
    /// A policy after the one in force, or one that cannot follow it, or an endorsement of one that waits.
    void randomSuccessor(Ledger &ledger);
    QByteArray randomSigners();
    /// What evaluate() says of a revision at a moment.
    QJsonObject question(const Ledger &ledger, const QString &change, const QString &revision, qint64 nowUs);
    /// One ledger from its beginning; adds the questions of every step.
    void play(int round, QJsonArray &questions, QMap<QString, int> &seen);
    template <class T>
    T pick(const QList<T> &list)
    {
        return list[m_random.bounded(static_cast<int>(list.size()))];
    }

    Workbench m_bench;
    QRandomGenerator m_random;
    bool m_calm = false;
    qint64 m_policies = 0; ///< the highest serial that came into force
};

QByteArray TestOracle::randomPolicy(int serial)
{
    static const QList<QByteArray> slotLists{"[\"dba\"]", "[\"dba\", \"owner\"]", "[\"dba\", \"dba\"]",
                                             "[\"lead\", \"owner\", \"dba\"]", "[\"owner\"]"};
    static const QList<QByteArray> roles{"roles = [\"dba\", \"owner\"]", "roles = [\"dba\"]",
                                         "roles = [\"lead\", \"dba\"]", "machine = true\nroles = [\"deployer\"]", ""};
    QByteArray policy = teamPolicy();
    policy.replace("serial = 1", "serial = " + QByteArray::number(serial));
    if (m_random.bounded(3) == 0) {
        const QByteArray bo = pick(roles);
        policy.replace("[person.bo]\nroles = [\"dba\", \"owner\"]\n", bo.isEmpty() ? "" : "[person.bo]\n" + bo + '\n');
    }
    if (m_random.bounded(4) == 0) {
        policy.replace("vote_age = \"14d\"", "vote_age = \"1d\"");
    }
    if (m_random.bounded(2) == 0) {
        policy += "[env.production.risk.low]\nslots = [\"dba\"]\n";
    }
    if (m_random.bounded(6) > 0) {
        policy += "[env.staging]\nseparation = \"off\"\n[env.staging.risk.high]\nslots = [\"dba\"]\n";
        if (m_random.bounded(3) > 0) {
            policy +=
                "[env.staging.emergency]\nopeners = [\"dba\"]\nsecond = " + QByteArray::number(m_random.bounded(2)) +
                "\nttl = \"2h\"\nreview_within = \"24h\"\n";
        }
    }
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
        policy += "[[freeze]]\nenv = [" +
                  QByteArray(policy.contains("[env.staging]") ? "\"staging\", \"production\"" : "\"production\"") +
                  "]\nfrom = \"2026-09-2" + QByteArray::number(1 + m_random.bounded(5)) +
                  "T16:00\"\nto = \"2026-09-28T12:00\"\nzone = \"Europe/Berlin\"\n";
    }
    return policy;
}

RevisionInput TestOracle::randomRevision(const QString &environment)
{
    RevisionInput input = Workbench::revision();
    input.environment.name = environment;
    input.risk = pick(QStringList{u"high"_s, u"high"_s, u"low"_s, u"unheard-of"_s});
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

void TestOracle::randomEmergency(Ledger &ledger, const OpenChange &open, const Signatory &by)
{
    const QStringList &revisions = open.revisions;
    const QString &change = open.id;
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

void TestOracle::randomDeployment(Ledger &ledger, const OpenChange &open)
{
    const QStringList &revisions = open.revisions;
    const QString &change = open.id;
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

QByteArray TestOracle::randomSigners()
{
    QStringList people = team();
    QByteArray more;
    if (m_random.bounded(4) == 0) {
        // A key of bo's own, another one than before, or none.
        people.removeOne(u"bo"_s);
        more = m_random.bounded(2) == 0 ? "bo " + m_bench.person(u"bo2"_s).key.key.line().toUtf8() + '\n' : "";
    }
    return m_bench.signers(people) + more;
}

void TestOracle::randomSuccessor(Ledger &ledger)
{
    const Signatory by = m_bench.person(pick(QStringList{u"ada"_s, u"ada"_s, u"cy"_s, u"cy"_s, u"bo"_s}));
    QStringList waiting;
    for (const PolicyRecord &record : ledger.state().policies) {
        if (record.inForceFrom == 0) {
            waiting << record.eid;
        }
    }
    if (!waiting.isEmpty() && m_random.bounded(3) > 0) {
        must(ledger.append({}, Endorse{pick(waiting)}, {}, by));
        return;
    }
    const PolicyRecord &now = *ledger.state().policy();
    const int serial = now.serial + pick(QList<int>{1, 1, 1, 1, 3, 0});
    const QByteArray policy = randomPolicy(serial);
    const QByteArray signers = randomSigners();
    const QString replaces = m_random.bounded(8) == 0 ? ledger.state().policies.first().eid : now.eid;
    const int said = m_random.bounded(10) == 0 ? serial + 1 : serial;
    must(ledger.append({}, PolicyActivate{said, base::sha256Hex(policy), base::sha256Hex(signers), replaces},
                       {policy, signers}, by));
}

void TestOracle::randomVote(Ledger &ledger, const OpenChange &change, const Signatory &by)
{
    static const QList<VoteKind> stormy{VoteKind::Approve,        VoteKind::Approve, VoteKind::Approve,
                                        VoteKind::RequestChanges, VoteKind::Veto,    VoteKind::Abstain,
                                        VoteKind::Withdraw};
    static const QList<VoteKind> calm{VoteKind::Approve, VoteKind::Approve, VoteKind::Approve, VoteKind::Approve,
                                      VoteKind::Withdraw};
    // Straight into the ledger: what evaluate() does with votes that the polite functions refuse matters most.
    QStringList acks;
    if (m_random.bounded(2) == 0) {
        acks << u"data-loss"_s;
    }
    must(ledger.append(change.id, Vote{pick(change.revisions), pick(m_calm ? calm : stormy), acks, {}}, {}, by));
}

void TestOracle::randomStep(Ledger &ledger, OpenChange &change)
{
    static const QStringList people{u"ada"_s, u"bo"_s, u"cy"_s, u"eve"_s, u"bo2"_s};
    Signatory by = m_bench.person(pick(people));
    if (by.person == u"bo2"_s) {
        by.person = u"bo"_s;
    }
    m_bench.nowUs += pick(pauses);
    const ChangeRecord &record = ledger.state().changes[change.id];
    switch (m_random.bounded(m_calm ? 28 : 21)) {
    case 0:
        if (const auto added = addRevision(ledger, change.id, randomRevision(change.environment), by)) {
            change.revisions << added->digest;
        }
        return;
    case 1:
        if (!record.votes.isEmpty()) {
            const Event &event = ledger.state().events[pick(record.votes)];
            must(ledger.append(change.id, Dismiss{event.eid, u"reason"_s}, {}, by));
        }
        return;
    case 2: {
        Anchor anchor;
        anchor.object = u"public.trips"_s;
        must(ledger.append(change.id, Comment{change.revisions.last(), anchor, true, QString(64, u'c')}, {}, by));
        return;
    }
    case 3:
        if (!record.comments.isEmpty()) {
            const Event &event = ledger.state().events[pick(record.comments)];
            must(ledger.append(change.id, Resolve{event.eid}, {}, by));
        }
        return;
    case 4:
    case 5:
        randomWaiver(ledger, change.id, by);
        return;
    case 6:
    case 7:
        randomEmergency(ledger, change, by);
        return;
    case 8:
        if (m_random.bounded(2) == 0) {
            randomRevocation(ledger, by);
        }
        return;
    case 9:
        randomDeployment(ledger, change);
        return;
    case 10:
    case 11:
        randomSuccessor(ledger);
        return;
    case 12:
        if (m_random.bounded(4) == 0) {
            must(ledger.append(change.id, Abandon{}, {}, by));
        }
        return;
    default:
        randomVote(ledger, change, by);
        return;
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
    return {{u"change"_s, change},
            {u"revision"_s, revision},
            {u"size"_s, ledger.state().head.size},
            {u"now"_s, nowUs},
            {u"verdict"_s, verdictName(evaluation.verdict)},
            {u"counting"_s, QJsonArray::fromStringList(counting)},
            {u"filled"_s, filled}};
}

void TestOracle::play(int round, QJsonArray &questions, QMap<QString, int> &seen)
{
    QFile::remove(m_bench.path(u"ledger.sqlite"_s));
    m_bench.nowUs = 1'790'000'000'000'000;
    m_calm = round % 2 == 0;
    FoundingOptions founding;
    const Signatory ada = m_bench.person(u"ada"_s);
    founding.admins = {{u"ada"_s, ada.key.key.line()}};
    Ledger ledger = must(Ledger::create(m_bench.locator(), founding, ada, m_bench.client(u"state%1"_s.arg(round))));
    must(activatePolicy(ledger, randomPolicy(1), m_bench.signers(team()), ada));
    QList<OpenChange> changes;
    for (const QString &environment : {u"production"_s, u"staging"_s, u"production"_s}) {
        // Who is not in the roster, or has no key there, opens nothing.
        const auto opened =
            openChange(ledger, u"x"_s, randomRevision(environment), m_bench.person(pick(team().first(4))));
        if (opened) {
            changes << OpenChange{opened->change, environment, {opened->digest}};
        }
    }
    for (int step = 0; step < 20 && !changes.isEmpty(); ++step) {
        randomStep(ledger, changes[m_random.bounded(static_cast<int>(changes.size()))]);
        for (const OpenChange &change : std::as_const(changes)) {
            for (const QString &revision : change.revisions) {
                for (const qint64 later : moments) {
                    const QJsonObject asked = question(ledger, change.id, revision, m_bench.nowUs + later);
                    seen[asked.value(u"verdict"_s).toString()]++;
                    questions << asked;
                }
            }
        }
        m_policies = std::max(m_policies, ledger.state().policy()->serial);
    }
    QByteArray text;
    must(exportLedger(ledger, [&text](const QByteArray &line) {
        text += line;
        return true;
    }));
    must(writeDurably(m_bench.path(u"export"_s), text));
    must(writeDurably(m_bench.path(u"questions"_s),
                      QJsonDocument(QJsonObject{{u"questions"_s, questions}}).toJson(QJsonDocument::Compact)));
}

void TestOracle::agrees()
{
    QProcess python;
    python.start(u"python3"_s, {u"--version"_s});
    if (!python.waitForStarted() || !python.waitForFinished()) {
        QSKIP("python3 is not installed: the independent oracle cannot be asked");
    }
    const quint32 seed = qEnvironmentVariableIsSet("CS_SEED") ? qEnvironmentVariableIntValue("CS_SEED") : 20261121;
    const int wanted = qEnvironmentVariableIsSet("CS_SOAK") ? 100'000 : 3'000;
    m_random.seed(seed);
    qsizetype cases = 0;
    int round = 0;
    QMap<QString, int> seen;
    for (; cases < wanted; ++round) {
        QJsonArray questions;
        play(round, questions, seen);
        cases += questions.size();
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
    qInfo("seed %u: %lld evaluations in %d ledgers with policies up to serial %lld agree with the oracle: %s", seed,
          qlonglong(cases), round, qlonglong(m_policies), qPrintable(tally.join(u", ")));
    QVERIFY2(m_policies > 1, qPrintable(u"seed %1: policies hardly follow each other"_s.arg(seed)));
    QStringList expected{u"approved"_s, u"pending"_s, u"blocked"_s, u"stale"_s, u"error"_s};
    if (qEnvironmentVariableIsSet("CS_SOAK")) {
        expected << u"emergency"_s << u"frozen"_s << u"none"_s;
    }
    for (const QString &verdict : std::as_const(expected)) {
        QVERIFY2(seen.contains(verdict), qPrintable(u"seed %1: never %2"_s.arg(seed).arg(verdict)));
    }
}

QTEST_GUILESS_MAIN(TestOracle)
#include "tst_oracle.moc"

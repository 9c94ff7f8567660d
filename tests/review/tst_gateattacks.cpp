#include "base/digest.h"
#include "review/gate.h"
#include "review/json.h"
#include "review/maintenance.h"
#include "review/workbench.h"

#include <QDir>
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

/// What somebody tries who may change the branch that is deployed, or who issues certificates. The gate must stay
/// closed, and say why.
class TestGateAttacks : public QObject
{
    Q_OBJECT
public:
    static void initMain() { soakTakesLong(); }

private slots:
    void init();
    void otherFiles_data();
    void otherFiles();
    void housekeepingIsNoScript();
    void revocationLeftOut();
    void policyLeftOut();
    void eventsMovedForward();
    void randomSplices();
    void emergencyNeedsItsFlag();
    void emergencyTellsSomebody();
    void fromAnotherBranch();
    void trustFromTheBranch();
    void policyBetweenAskingAndBeginning();
    void halfStaged();
    void everyReasonAtOnce();

private:
    void approve();
    GateRequest request(const QByteArray &certificate) const;
    QByteArray resigned(const QByteArray &certificate, const std::function<void(JsonObject &)> &edit);
    bool write(const QString &name, const QByteArray &bytes) const;
    struct Outcome {
        int exit = -1;
        QJsonObject json;
        QByteArray err;
    };
    Outcome run(const QStringList &arguments, const QStringList &before = {}) const;
    Signatory person(const QString &id) { return m_bench->person(id); }

    std::unique_ptr<Workbench> m_bench;
    std::optional<Ledger> m_ledger;
    QString m_change;
    QString m_digest;
    QString m_folder;
    QByteArray m_certificate;
};

namespace {

QStringList codes(const Evaluation &evaluation)
{
    QStringList names;
    for (const Reason &reason : evaluation.reasons) {
        if (reason.severity == ReasonSeverity::Block) {
            names << codeName(reason.code);
        }
    }
    return names;
}

const QByteArray script = "ALTER TABLE trips ADD note text;\n";

} // namespace

void TestGateAttacks::init()
{
    // The rows about files differ in the folder only.
    const bool sameReview = qstrcmp(QTest::currentTestFunction(), "otherFiles") == 0 && !m_certificate.isEmpty();
    if (sameReview) {
        QVERIFY(QDir(m_folder).removeRecursively());
    } else {
        m_ledger.reset();
        m_bench = std::make_unique<Workbench>();
    }
    m_folder = m_bench->path(u"migrations"_s);
    QVERIFY(write(u"V1__base.sql"_s, "CREATE TABLE trips (id int);\n") && write(u"V2__note.sql"_s, script) &&
            write(u"sub/V3__caf\u00e9.sql"_s, "SELECT 1;\n"));
    if (sameReview) {
        return;
    }
    m_certificate.clear();
    m_ledger.emplace(m_bench->ledger(teamPolicy(), team()));
    RevisionInput input = Workbench::revision();
    input.files = must(readMigrationFolder(m_folder));
    const OpenedRevision opened = must(openChange(*m_ledger, u"Note"_s, input, person(u"eve"_s)));
    m_change = opened.change;
    m_digest = opened.digest;
}

void TestGateAttacks::approve()
{
    must(vote(*m_ledger, m_change, m_digest, VoteKind::Approve, {}, {}, person(u"ada"_s)));
    must(vote(*m_ledger, m_change, m_digest, VoteKind::Approve, {}, {}, person(u"bo"_s)));
}

bool TestGateAttacks::write(const QString &name, const QByteArray &bytes) const
{
    const QString path = m_folder + u'/' + name;
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).absolutePath()) && file.open(QIODevice::WriteOnly) &&
           file.write(bytes) == bytes.size();
}

GateRequest TestGateAttacks::request(const QByteArray &certificate) const
{
    GateRequest request;
    request.certificate = certificate;
    request.environment = u"production"_s;
    request.trust = trustOf(m_ledger->state());
    request.files = must(readMigrationFolder(m_folder));
    request.nowUs = m_bench->nowUs;
    return request;
}

QByteArray TestGateAttacks::resigned(const QByteArray &certificate, const std::function<void(JsonObject &)> &edit)
{
    const Json envelope = must(decodeJson(certificate, certificateBytesLimit));
    const QByteArray payload = QByteArray::fromBase64(envelope.object()->at(u"payload"_s).string()->toLatin1());
    JsonObject statement = *must(decodeJson(payload, certificateBytesLimit)).object();
    JsonObject predicate = *statement.at(u"predicate"_s).object();
    edit(predicate);
    statement.insert_or_assign(u"predicate"_s, Json(predicate));
    const QByteArray bytes = Json(statement).encode();
    const Signatory ci = person(u"ci"_s);
    const QByteArray signature =
        must(sign(ci.key, certificateNamespace, preAuthenticationEncoding(certificatePayloadType, bytes), ci.options));
    return Json(JsonObject{{u"payload"_s, QString::fromLatin1(bytes.toBase64())},
                           {u"payloadType"_s, QString::fromLatin1(certificatePayloadType)},
                           {u"signatures"_s,
                            JsonArray{Json(JsonObject{{u"keyid"_s, ci.key.key.fingerprint()},
                                                      {u"sig"_s, QString::fromLatin1(signature.toBase64())}})}}})
        .encode();
}

TestGateAttacks::Outcome TestGateAttacks::run(const QStringList &arguments, const QStringList &before) const
{
    const QString program =
        qEnvironmentVariable("COUNTERSIGN_BINARY_DIR", QCoreApplication::applicationDirPath() + u"/../bin"_s) +
        u"/countersignctl"_s;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_STATE_HOME"_s, m_bench->path(u"xdg"_s));
    environment.remove(u"SSH_AUTH_SOCK"_s);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_bench->path(u""_s));
    const QStringList all = before + QStringList{program} + arguments + QStringList{u"--json"_s, u"--no-input"_s};
    process.start(all.first(), all.mid(1));
    process.waitForFinished(60000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QJsonDocument::fromJson(process.readAllStandardOutput()).object(), process.readAllStandardError()};
}

void TestGateAttacks::otherFiles_data()
{
    QTest::addColumn<QStringList>("commands"); // of a shell, in the folder
    QTest::addColumn<bool>("refused");         // not even readable as a set of files
    const auto row = [](const char *name, const QString &command, bool refused = false) {
        QTest::newRow(name) << QStringList{command} << refused;
    };
    row("CRLF", u"sed -i 's/$/\\r/' V2__note.sql"_s);
    row("byte order mark", u"sed -i '1s/^/\\xef\\xbb\\xbf/' V2__note.sql"_s);
    row("one more newline", u"echo >> V2__note.sql"_s);
    row("a comment", u"echo '-- nothing' >> V2__note.sql"_s);
    row("invisible character", u"printf '\\342\\200\\213' >> V2__note.sql"_s);
    row("same size", u"sed -i 's/note/evil/' V2__note.sql"_s);
    row("empty", u": > V2__note.sql"_s);
    row("missing", u"rm V2__note.sql"_s);
    row("renamed", u"mv V2__note.sql V4__note.sql"_s);
    row("renamed to upper case", u"mv V2__note.sql V2__NOTE.sql"_s);
    row("name decomposed", u"mv sub/V3__caf\u00e9.sql sub/V3__cafe\u0301.sql"_s);
    row("moved into a folder", u"mkdir up && mv V2__note.sql up/"_s);
    row("swapped", u"mv V2__note.sql x && mv V1__base.sql V2__note.sql && mv x V1__base.sql"_s);
    row("extra", u"echo 'DROP TABLE trips;' > V9__extra.sql"_s);
    row("extra, empty", u": > V9__extra.sql"_s);
    row("extra, hidden", u"echo 'DROP TABLE trips;' > .V9__extra.sql"_s);
    row("extra, in a hidden folder", u"mkdir .cache && echo 'DROP TABLE trips;' > .cache/V9__extra.sql"_s);
    row("extra, in a folder that is named like a placeholder",
        u"mkdir .gitkeep && echo 'DROP TABLE trips;' > .gitkeep/V9__extra.sql"_s);
    row("settings of the runner", u"echo 'executeInTransaction=false' > V2__note.sql.conf"_s);
    row("a link to the same bytes", u"mv V2__note.sql ../V2 && ln -sf ../V2 V2__note.sql"_s, true);
    row("a linked folder", u"mkdir -p ../other && ln -s ../other more"_s, true);
    row("a pipe", u"mkfifo V9__extra.sql"_s, true);
    row("a folder instead", u"rm V2__note.sql && mkdir V2__note.sql"_s);
}

void TestGateAttacks::otherFiles()
{
    QFETCH(QStringList, commands);
    QFETCH(bool, refused);
    if (m_certificate.isEmpty()) {
        approve();
        m_certificate = must(issueCertificate(*m_ledger, m_change, person(u"ci"_s)));
    }
    QVERIFY(must(askGate(request(m_certificate), nullptr)).open);
    QProcess shell;
    shell.setWorkingDirectory(m_folder);
    shell.start(u"bash"_s, {u"-e"_s, u"-c"_s, commands.first()});
    QVERIFY(shell.waitForFinished() && shell.exitCode() == 0);
    const auto files = readMigrationFolder(m_folder);
    QCOMPARE(!files, refused);
    if (files) {
        const GateAnswer answer = must(askGate(request(m_certificate), nullptr));
        QVERIFY(!answer.open);
        QStringList found = codes(answer.evaluation);
        found.removeDuplicates();
        QCOMPARE(found, QStringList{u"BYTES_DIFFER"_s});
    }
}

void TestGateAttacks::housekeepingIsNoScript()
{
    approve();
    const QByteArray certificate = must(issueCertificate(*m_ledger, m_change, person(u"ci"_s)));
    QVERIFY(write(u".gitkeep"_s, {}) && write(u".gitattributes"_s, "*.sql -text\n") && write(u".git/HEAD"_s, "ref\n"));
    QVERIFY(must(askGate(request(certificate), nullptr)).open);
}

void TestGateAttacks::revocationLeftOut()
{
    // The key of bo is revoked as compromised; ada and cy vote after it; the issuer leaves the revocation out.
    must(vote(*m_ledger, m_change, m_digest, VoteKind::Approve, {}, {}, person(u"bo"_s)));
    must(vote(*m_ledger, m_change, m_digest, VoteKind::Approve, {}, {}, person(u"cy"_s)));
    const Appended revoked = must(revokeKey(*m_ledger, u"bo"_s, person(u"bo"_s).key.key.fingerprint(),
                                            RevocationCause::Compromised, 1, person(u"ada"_s)));
    must(vote(*m_ledger, m_change, m_digest, VoteKind::Approve, {}, {}, person(u"ada"_s)));
    const QByteArray certificate = must(issueCertificate(*m_ledger, m_change, person(u"ci"_s)));
    const QByteArray spliced = resigned(certificate, [&](JsonObject &predicate) {
        JsonArray events = *predicate.at(u"events"_s).array();
        std::erase_if(events,
                      [&](const Json &event) { return *event.object()->at(u"seq"_s).integer() == revoked.seq; });
        predicate.insert_or_assign(u"events"_s, Json(events));
    });
    const auto answer = askGate(request(spliced), nullptr);
    QVERIFY(!answer);
    QVERIFY2(answer.error().message.startsWith(u"CERT_INCOMPLETE"), qPrintable(answer.error().message));
}

void TestGateAttacks::policyLeftOut()
{
    // A stricter policy is in force when the revision is made; the issuer would like the weaker one before it.
    const QByteArray strict = teamPolicy()
                                  .replace("serial = 1", "serial = 2")
                                  .replace("slots = [\"dba\", \"owner\"]", "slots = [\"dba\", \"owner\", \"lead\"]");
    const Appended activated = must(activatePolicy(*m_ledger, strict, m_bench->signers(team()), person(u"ada"_s)));
    RevisionInput input = Workbench::revision();
    input.files = must(readMigrationFolder(m_folder));
    const OpenedRevision opened = must(openChange(*m_ledger, u"Note"_s, input, person(u"eve"_s)));
    m_change = opened.change;
    m_digest = opened.digest;
    approve();
    must(vote(*m_ledger, m_change, m_digest, VoteKind::Approve, {}, {}, person(u"cy"_s)));
    const QByteArray certificate = must(issueCertificate(*m_ledger, m_change, person(u"ci"_s)));
    const QByteArray spliced = resigned(certificate, [&](JsonObject &predicate) {
        JsonArray events = *predicate.at(u"events"_s).array();
        std::erase_if(events,
                      [&](const Json &event) { return *event.object()->at(u"seq"_s).integer() == activated.seq; });
        predicate.insert_or_assign(u"events"_s, Json(events));
    });
    GateRequest lenient = request(spliced);
    lenient.trust->minimumSerial = 1;
    const auto answer = askGate(lenient, nullptr);
    QVERIFY(!answer);
    QVERIFY2(answer.error().message.startsWith(u"CERT_INCOMPLETE"), qPrintable(answer.error().message));
    // The same for a gate that knows the newer serial.
    QVERIFY(!askGate(request(spliced), nullptr));
}

void TestGateAttacks::eventsMovedForward()
{
    approve();
    const QByteArray certificate = must(issueCertificate(*m_ledger, m_change, person(u"ci"_s)));
    // Numbered from 1 without gaps, an event would stand before what its signer had seen.
    const OpenedRevision other =
        must(openChange(*m_ledger, u"Other"_s, Workbench::revision("SELECT 2;\n"), person(u"eve"_s)));
    must(vote(*m_ledger, m_change, m_digest, VoteKind::Approve, {}, {}, person(u"cy"_s)));
    const QByteArray later = must(issueCertificate(*m_ledger, m_change, person(u"ci"_s)));
    QVERIFY(must(askGate(request(later), nullptr)).open);
    const QByteArray moved = resigned(later, [](JsonObject &predicate) {
        JsonArray events;
        qint64 seq = 0;
        for (const Json &event : *predicate.at(u"events"_s).array()) {
            JsonObject entry = *event.object();
            entry.insert_or_assign(u"seq"_s, Json(++seq));
            events.emplace_back(entry);
        }
        predicate.insert_or_assign(u"events"_s, Json(events));
    });
    const auto answer = askGate(request(moved), nullptr);
    QVERIFY(!answer);
    QVERIFY2(answer.error().message.startsWith(u"CERT_INCOMPLETE"), qPrintable(answer.error().message));
    QVERIFY(!other.change.isEmpty() && !certificate.isEmpty());
}

void TestGateAttacks::randomSplices()
{
    // A veto that its voter lifted again: every later vote had seen it, so no selection of events gets around it.
    must(vote(*m_ledger, m_change, m_digest, VoteKind::Approve, {}, {}, person(u"ada"_s)));
    must(vote(*m_ledger, m_change, m_digest, VoteKind::Veto, {}, {}, person(u"cy"_s)));
    must(vote(*m_ledger, m_change, m_digest, VoteKind::Approve, {}, {}, person(u"bo"_s)));
    must(vote(*m_ledger, m_change, m_digest, VoteKind::Abstain, {}, {}, person(u"cy"_s)));
    const QByteArray certificate = must(issueCertificate(*m_ledger, m_change, person(u"ci"_s)));
    QVERIFY(must(askGate(request(certificate), nullptr)).open);
    const quint32 seed = qEnvironmentVariableIsSet("CS_SEED") ? qEnvironmentVariableIntValue("CS_SEED") : 20261121;
    QRandomGenerator random(seed);
    int refused = 0;
    const int cases = qEnvironmentVariableIsSet("CS_SOAK") ? 2000 : 150;
    for (int i = 0; i < cases; ++i) {
        qsizetype kept = 0;
        const QByteArray spliced = resigned(certificate, [&](JsonObject &predicate) {
            JsonArray events = *predicate.at(u"events"_s).array();
            for (int edit = 0; edit <= random.bounded(3); ++edit) {
                const auto at = random.bounded(static_cast<quint32>(events.size()));
                const auto other = random.bounded(static_cast<quint32>(events.size()));
                JsonObject entry = *events[at].object();
                switch (random.bounded(5)) {
                case 0:
                    events.erase(events.begin() + at);
                    break;
                case 1:
                    std::swap(events[at], events[other]);
                    break;
                case 2:
                    events.insert(events.begin() + at, events[other]);
                    break;
                case 3:
                    entry.insert_or_assign(u"seq"_s, Json(qint64{1 + random.bounded(12)}));
                    events[at] = Json(entry);
                    break;
                default:
                    entry.insert_or_assign(u"recv_us"_s, Json(m_bench->nowUs + random.bounded(-9, 9) * 1'000'000LL));
                    events[at] = Json(entry);
                }
            }
            kept = static_cast<qsizetype>(events.size());
            predicate.insert_or_assign(u"events"_s, Json(events));
        });
        const auto answer = askGate(request(spliced), nullptr);
        refused += answer ? 0 : 1;
        QVERIFY2(!answer || !answer->open || kept == m_ledger->state().events.size(),
                 qPrintable(u"seed %1, case %2: open with %3 events"_s.arg(seed).arg(i).arg(kept)));
        QVERIFY(answer || answer.error().kind == base::ErrorKind::Integrity);
    }
    qInfo("%d of %d splices refused, the others gave no new verdict", refused, cases);
    QVERIFY(refused > cases / 2);
}

void TestGateAttacks::emergencyNeedsItsFlag()
{
    const Appended emergency = must(openEmergency(*m_ledger, m_change, u"INC-1"_s, u"down"_s, person(u"cy"_s)));
    must(endorse(*m_ledger, emergency.eid, person(u"bo"_s)));
    const QByteArray certificate = must(issueCertificate(*m_ledger, m_change, person(u"ci"_s)));
    GateRequest plain = request(certificate);
    QVERIFY(!must(askGate(plain, nullptr)).open);
    plain.acceptEmergency = true;
    QVERIFY(must(askGate(plain, nullptr)).open);
    // Its payload cannot be dressed up as an ordinary certificate, nor does it live longer than the emergency.
    GateRequest dressed = request(resigned(certificate, [](JsonObject &) {}));
    dressed.acceptEmergency = true;
    QVERIFY(!must(askGate(dressed, nullptr)).open);
    plain.nowUs += 3'601'000'000;
    QVERIFY(!must(askGate(plain, nullptr)).open);
}

void TestGateAttacks::emergencyTellsSomebody()
{
    m_bench->nowUs = systemClockUs();
    const QString told = m_bench->path(u"told"_s);
    const QByteArray policy = teamPolicy().replace("serial = 1", "serial = 2") +
                              "notify = [\"sh\", \"-c\", \"echo $COUNTERSIGN_ENVIRONMENT $COUNTERSIGN_CHANGE >> " +
                              told.toUtf8() + "\"]\n";
    must(activatePolicy(*m_ledger, policy, m_bench->signers(team()), person(u"ada"_s)));
    const Appended emergency = must(openEmergency(*m_ledger, m_change, u"INC-1"_s, u"down"_s, person(u"cy"_s)));
    must(endorse(*m_ledger, emergency.eid, person(u"bo"_s)));
    must(writeDurably(m_bench->path(u"e.cert"_s), must(issueCertificate(*m_ledger, m_change, person(u"ci"_s)))));
    must(writeDurably(m_bench->path(u"trust.toml"_s), encodeTrust(trustOf(m_ledger->state()))));
    const QStringList ask{u"gate"_s,    u"check"_s,
                          u"--env"_s,   u"production"_s,
                          u"--dir"_s,   u"migrations"_s,
                          u"--cert"_s,  m_bench->path(u"e.cert"_s),
                          u"--trust"_s, m_bench->path(u"trust.toml"_s)};
    QCOMPARE(run(ask).exit, 1);
    QVERIFY(!QFile::exists(told));
    QCOMPARE(run(ask + QStringList{u"--accept-emergency"_s}).exit, 0);
    QCOMPARE(must(readWholeFile(told, 1000)), "production " + m_change.toUtf8() + '\n');
}

void TestGateAttacks::fromAnotherBranch()
{
    // Two copies of the ledger go on; the certificate comes from the other one, with the same events of the change.
    QVERIFY(QFile::copy(m_bench->path(u"ledger.sqlite"_s), m_bench->path(u"other.sqlite"_s)));
    Ledger other = must(Ledger::open(u"sqlite:"_s + m_bench->path(u"other.sqlite"_s), m_bench->client(u"state2"_s)));
    must(openChange(other, u"Elsewhere"_s, Workbench::revision("SELECT 3;\n"), person(u"eve"_s)));
    approve();
    must(openChange(*m_ledger, u"More"_s, Workbench::revision("SELECT 4;\n"), person(u"eve"_s)));
    const QByteArray certificate = must(issueCertificate(*m_ledger, m_change, person(u"ci"_s)));
    QVERIFY(must(askGate(request(certificate), &*m_ledger)).open);
    for (const QString &id : {u"ada"_s, u"bo"_s}) {
        must(vote(other, m_change, m_digest, VoteKind::Approve, {}, {}, person(id)));
    }
    QVERIFY(!askGate(request(certificate), &other));
    const QByteArray fromOther = must(issueCertificate(other, m_change, person(u"ci"_s)));
    const auto answer = askGate(request(fromOther), &*m_ledger);
    QVERIFY(!answer);
    QVERIFY2(answer.error().message.startsWith(u"FORKED"), qPrintable(answer.error().message));
}

void TestGateAttacks::trustFromTheBranch()
{
    // The branch brings a ledger, a policy, a trust file and a certificate of its own, all of them good in themselves.
    Workbench evil;
    evil.nowUs = systemClockUs();
    const QByteArray policy = teamPolicy().replace("slots = [\"dba\", \"owner\"]", "slots = [\"dba\"]");
    Ledger ledger = evil.ledger(policy, team());
    RevisionInput input = Workbench::revision();
    input.files = must(readMigrationFolder(m_folder));
    const OpenedRevision opened = must(openChange(ledger, u"Evil"_s, input, evil.person(u"eve"_s)));
    must(vote(ledger, opened.change, opened.digest, VoteKind::Approve, {}, {}, evil.person(u"ada"_s)));
    must(writeDurably(m_bench->path(u"evil.cert"_s),
                      must(issueCertificate(ledger, opened.change, evil.person(u"ci"_s)))));
    must(writeDurably(m_bench->path(u"trust.toml"_s), encodeTrust(trustOf(ledger.state()))));
    must(writeDurably(
        m_bench->path(u"countersign.toml"_s),
        "workspace = 1\ntrust = \"trust.toml\"\nledger = \"sqlite:" + evil.path(u"ledger.sqlite"_s).toUtf8() + "\"\n"));
    must(writeDurably(m_bench->path(u"real-trust.toml"_s), encodeTrust(trustOf(m_ledger->state()))));
    const QStringList ask{u"gate"_s,  u"check"_s,      u"--env"_s,  u"production"_s,
                          u"--dir"_s, u"migrations"_s, u"--cert"_s, m_bench->path(u"evil.cert"_s)};
    // Named by the pipeline, even that trust file opens the gate: it is what decides. So it is never taken from there.
    QCOMPARE(run(ask + QStringList{u"--trust"_s, m_bench->path(u"trust.toml"_s)}).exit, 0);
    QCOMPARE(run(ask).exit, 2);
    QCOMPARE(run({u"cert"_s, u"verify"_s, m_bench->path(u"evil.cert"_s)}).exit, 2);
    const Outcome refused = run(ask + QStringList{u"--trust"_s, m_bench->path(u"real-trust.toml"_s)});
    QCOMPARE(refused.exit, 4);
    QCOMPARE(refused.json.value(u"reasons"_s).toArray().first().toObject().value(u"code"_s).toString(),
             u"POLICY_INVALID"_s);
    // Its ledger in the settings of the workspace does not pass for the pinned one, either.
    QCOMPARE(run({u"gate"_s, u"check"_s, u"--env"_s, u"production"_s, u"--dir"_s, u"migrations"_s, u"--change"_s,
                  opened.change, u"--trust"_s, m_bench->path(u"real-trust.toml"_s)})
                 .exit,
             4);
}

void TestGateAttacks::policyBetweenAskingAndBeginning()
{
    approve();
    const QString ci = m_ledger->state().changes[m_change].id;
    const Appended attempt = must(beginDeployment(*m_ledger, m_change, m_digest, false, {}, person(u"ci"_s)));
    QCOMPARE(evaluateWithout(m_ledger->state(), ci, m_digest, attempt.eid, m_bench->nowUs).verdict,
             VerdictKind::Approved);
    const QByteArray strict = teamPolicy()
                                  .replace("serial = 1", "serial = 2")
                                  .replace("slots = [\"dba\", \"owner\"]", "slots = [\"dba\", \"owner\", \"lead\"]");
    must(activatePolicy(*m_ledger, strict, m_bench->signers(team()), person(u"ada"_s)));
    QCOMPARE(evaluateWithout(m_ledger->state(), ci, m_digest, attempt.eid, m_bench->nowUs).verdict,
             VerdictKind::Pending);
    QCOMPARE(m_ledger->evaluate(ci, m_digest).state, ChangeState::Deploying);
}

void TestGateAttacks::halfStaged()
{
    m_bench->nowUs = systemClockUs();
    QVERIFY(write(u"V5__large.sql"_s, "-- " + QByteArray(200 * 1024, 'x') + '\n'));
    RevisionInput input = Workbench::revision();
    input.files = must(readMigrationFolder(m_folder));
    const OpenedRevision opened = must(openChange(*m_ledger, u"Large"_s, input, person(u"eve"_s)));
    m_change = opened.change;
    m_digest = opened.digest;
    approve();
    must(writeDurably(m_bench->path(u"large.cert"_s), must(issueCertificate(*m_ledger, m_change, person(u"ci"_s)))));
    must(writeDurably(m_bench->path(u"trust.toml"_s), encodeTrust(trustOf(m_ledger->state()))));
    const QStringList stage{u"gate"_s,    u"stage"_s,
                            u"--env"_s,   u"production"_s,
                            u"--dir"_s,   u"migrations"_s,
                            u"--cert"_s,  m_bench->path(u"large.cert"_s),
                            u"--trust"_s, m_bench->path(u"trust.toml"_s),
                            u"--out"_s};
    const QString out = m_bench->path(u"staged"_s);
    // No file may grow beyond 100 KiB, like on a full disk.
    const Outcome full = run(stage + QStringList{out}, {u"prlimit"_s, u"--fsize=102400"_s});
    QCOMPARE(full.exit, 3);
    QVERIFY2(!QFile::exists(out), "half of the files were left for a runner to find");
    QCOMPARE(run(stage + QStringList{out}).exit, 0);
    QVERIFY(must(readMigrationFolder(out)) == input.files);
    QCOMPARE(run(stage + QStringList{out}).exit, 5);
}

void TestGateAttacks::everyReasonAtOnce()
{
    must(vote(*m_ledger, m_change, m_digest, VoteKind::Approve, {}, {}, person(u"bo"_s)));
    must(vote(*m_ledger, m_change, m_digest, VoteKind::Veto, {}, u"no"_s, person(u"cy"_s)));
    must(vote(*m_ledger, m_change, m_digest, VoteKind::RequestChanges, {}, u"no"_s, person(u"ada"_s)));
    Observed observed;
    observed.environment = u"staging"_s;
    observed.identity = u"pg:1/other"_s;
    observed.baseFingerprint = u"sha256:moved"_s;
    observed.files = QList<ManifestFile>();
    const Evaluation evaluation = m_ledger->evaluate(m_change, m_digest, observed);
    const QStringList found = codes(evaluation);
    for (const QString &code : {u"VETO"_s, u"CHANGES_REQUESTED"_s, u"ENV_DIFFERS"_s, u"BASE_MOVED"_s, u"BYTES_DIFFER"_s,
                                u"SLOT_UNFILLED"_s}) {
        QVERIFY2(found.contains(code), qPrintable(code + u" is missing in "_s + found.join(u' ')));
    }
    for (const Reason &reason : evaluation.reasons) {
        QVERIFY2(reason.severity != ReasonSeverity::Block || !reason.fix.isEmpty(), qPrintable(reason.text));
    }
}

QTEST_GUILESS_MAIN(TestGateAttacks)
#include "tst_gateattacks.moc"

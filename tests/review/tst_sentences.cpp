#include "review/workbench.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace countersign;
using namespace countersign::review;
using namespace countersign::review::test;
using namespace Qt::StringLiterals;

/// What the specification of ledger and gate promises, sentence by sentence, tried with the command line alone and by
/// editing files. Each case is a list of lines:
///     WHO EXIT[,CODE] COMMAND…
/// WHO is who signs, "-" for nobody, or "sh" for a command of a shell; CODE is one of the reasons. {C} and {D} are the
/// newest change and revision, {A} the newest deployment; GATE asks whether {C} may be deployed.
class TestSentences : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void holds_data();
    void holds();

private:
    struct Outcome {
        int exit = -1;
        QJsonObject json;
        QByteArray err;
    };
    Outcome run(const QString &who, QString command);

    Workbench m_keys;
    QTemporaryDir m_prepared; ///< what every case begins with
    QHash<QString, QString> m_begin;
    QString m_folder;
    QHash<QString, QString> m_words;
};

namespace {

const QByteArray policyText = R"(policy = 1
serial = 1
admins = { people = ["ada"], threshold = 1 }
[person.ada]
roles = ["dba", "lead"]
[person.bo]
roles = ["dba", "owner"]
[person.cy]
roles = ["lead", "owner"]
[person.eve]
roles = ["dba", "owner"]
mail = ["eve@example.org"]
[person.ci]
machine = true
roles = ["deployer", "dba"]
[env.staging.risk.high]
slots = ["dba"]
[env.production]
vote_age = "14d"
[env.production.risk.high]
slots = ["dba", "owner"]
ack = ["hidden-text"]
[env.production.risk.low]
slots = ["dba"]
[env.production.emergency]
openers = ["lead"]
second = 1
)";

/// Edits the ledger as somebody does who knows its triggers: they are there again afterwards.
const QByteArray tamper = R"(#!/bin/bash
set -e
sqlite3 ledger.sqlite "SELECT 'DROP TRIGGER ' || name || ';' FROM sqlite_schema WHERE type = 'trigger'" >drop.sql
sqlite3 ledger.sqlite "SELECT sql || ';' FROM sqlite_schema WHERE type = 'trigger'" >make.sql
{ cat drop.sql; echo "$1;"; cat make.sql; } | sqlite3 -bail ledger.sqlite
)";

} // namespace

TestSentences::Outcome TestSentences::run(const QString &who, QString command)
{
    command.replace(u"GATE"_s, u"gate check --change {C} --env production --dir migrations --trust trust.toml"_s);
    for (const auto &[word, value] : m_words.asKeyValueRange()) {
        command.replace(word, value);
    }
    QString line = command;
    if (who != u"sh") {
        line = m_words.value(u"{ctl}"_s) + u' ' + command + u" --json --no-input"_s;
        line += command.contains(u"--ledger"_s) ? QString() : u" --ledger sqlite:ledger.sqlite"_s;
        line += who == u"-" ? QString()
                            : u" --as %1 --key %2"_s.arg(who == u"eve2" ? u"eve"_s : who, m_keys.person(who).key.file);
    }
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_STATE_HOME"_s, m_folder + u"/state"_s);
    environment.insert(u"HOME"_s, m_folder + u"/home"_s);
    environment.remove(u"SSH_AUTH_SOCK"_s);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder);
    process.start(u"bash"_s, {u"-c"_s, line});
    process.waitForFinished(60000);
    Outcome outcome{process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                    QJsonDocument::fromJson(process.readAllStandardOutput()).object(), process.readAllStandardError()};
    if (outcome.exit == 0 && (command.startsWith(u"review open") || command.startsWith(u"review revise"))) {
        m_words[u"{C}"_s] = outcome.json.value(u"change"_s).toString();
        m_words[u"{D}"_s] = outcome.json.value(u"revision"_s)[u"digest"_s].toString();
    } else if (outcome.exit == 0 && command.startsWith(u"gate begin")) {
        m_words[u"{A}"_s] = outcome.json.value(u"attempt"_s).toString();
    }
    return outcome;
}

void TestSentences::initTestCase()
{
    m_words[u"{ctl}"_s] =
        qEnvironmentVariable("COUNTERSIGN_BINARY_DIR", QCoreApplication::applicationDirPath() + u"/../bin"_s) +
        u"/countersignctl"_s;
    for (const QString &person : {u"ada"_s, u"bo"_s, u"cy"_s, u"eve"_s, u"ci"_s, u"eve2"_s, u"mallory"_s}) {
        const KeyChoice key = m_keys.person(person).key;
        m_words[u"{key:%1}"_s.arg(person)] = key.key.fingerprint();
        m_words[u"{file:%1}"_s.arg(person)] = key.file;
        m_words[u"{line:%1}"_s.arg(person)] = key.key.line();
    }
    m_folder = m_prepared.path();
    const auto write = [this](const QString &name, const QByteArray &bytes) {
        QDir().mkpath(QFileInfo(m_prepared.filePath(name)).absolutePath());
        must(writeDurably(m_prepared.filePath(name), bytes));
    };
    write(u"policy.toml"_s, policyText);
    write(u"signers"_s, m_keys.signers({u"ada"_s, u"bo"_s, u"cy"_s, u"eve"_s, u"ci"_s}));
    write(u"tamper"_s, tamper);
    write(u"migrations/V1__note.sql"_s, "ALTER TABLE trips ADD note text;\n");
    for (const auto &[who, command] : {std::pair{u"ada"_s, u"ledger init sqlite:ledger.sqlite --trust trust.toml"_s},
                                       std::pair{u"ada"_s, u"policy activate policy.toml --signers signers"_s},
                                       std::pair{u"eve"_s, u"review open --env production --dir migrations"_s}}) {
        const Outcome outcome = run(who, command);
        QVERIFY2(outcome.exit == 0, outcome.err);
    }
    m_begin = m_words;
}

void TestSentences::holds_data()
{
    QTest::addColumn<QStringList>("lines");
    const auto row = [](const char *sentence, const QStringList &lines) { QTest::newRow(sentence) << lines; };
    const QStringList approve{u"bo 0 review vote {C} approve --digest {D}"_s,
                              u"cy 0 review vote {C} approve --digest {D}"_s};
    const QString newPolicy = u" && sed -i 's/^serial = .*/serial = 2/' policy.toml"_s;
    const QString activate = u"ada 0 policy activate policy.toml --signers signers"_s;

    row("approved is derived: two people for two slots",
        QStringList{u"- 1,SLOT_UNFILLED GATE"_s} + approve + QStringList{u"- 0 GATE"_s, u"- 0 review status {C}"_s});
    row("a vote names what was read",
        {u"bo 2 review vote {C} approve"_s, u"bo 2 review vote {C} approve --digest abc"_s,
         u"bo 2 review vote {C} approve --digest 000000000000"_s, u"bo 2 review vote {C} agree --digest {D}"_s});
    row("nobody who contributed counts, nor another key of theirs",
        {u"eve 6,SELF_APPROVAL review vote {C} approve --digest {D}"_s,
         u"sh 0 echo 'eve {line:eve2}' >>signers"_s + newPolicy, activate,
         u"eve2 6,SELF_APPROVAL review vote {C} approve --digest {D}"_s, u"- 1 GATE"_s});
    row("a contributor of any revision",
        QStringList{u"sh 0 echo >>migrations/V1__note.sql"_s, u"bo 0 review revise {C} --dir migrations"_s,
                    u"bo 6,SELF_APPROVAL review vote {C} approve --digest {D}"_s,
                    u"sh 0 echo >>migrations/V1__note.sql"_s, u"eve 0 review revise {C} --dir migrations"_s,
                    u"bo 6,SELF_APPROVAL review vote {C} approve --digest {D}"_s});
    row("one person fills one slot", {u"bo 0 review vote {C} approve --digest {D}"_s,
                                      u"bo 0 review vote {C} approve --digest {D}"_s, u"- 1,SLOT_UNFILLED GATE"_s});
    row("machines never review",
        {u"ci 6 review vote {C} approve --digest {D}"_s, u"ci 6 review comment {C} --at object:trips -m no"_s,
         u"cy 0 emergency open {C} --incident I --reason down"_s, u"ci 6 emergency endorse {C}"_s,
         u"- 1 GATE --accept-emergency"_s});
    row("strangers and borrowed names",
        {u"mallory 6,KEY_UNKNOWN review vote {C} approve --digest {D}"_s,
         u"- 6,KEY_UNKNOWN review vote {C} approve --digest {D} --as ada --key {file:bo}"_s});
    row("policy and roster come from admins, not from the branch",
        QStringList{u"sh 0 sed -i 's/slots = .*/slots = [\"dba\"]/' policy.toml"_s + newPolicy,
                    u"eve 6 policy activate policy.toml --signers signers"_s,
                    u"bo 0 review vote {C} approve --digest {D}"_s, u"- 1,SLOT_UNFILLED GATE"_s});
    row("a reviewer who leaves takes the vote along",
        approve + QStringList{u"- 0 GATE"_s,
                              u"sh 0 sed -i '/person.bo/,+1d' policy.toml; sed -i '/^bo /d' signers"_s + newPolicy,
                              activate, u"- 1,SLOT_UNFILLED GATE"_s,
                              u"bo 6,KEY_UNKNOWN review vote {C} approve --digest {D}"_s});
    row("a key stays with its person",
        {u"sh 0 sed -i 's|^eve .*|eve {line:eve2}|; s|^cy .*|cy {line:eve}|' signers"_s + newPolicy,
         u"ada 2,POLICY_INVALID policy activate policy.toml --signers signers"_s});
    row("a policy that nobody can read as it is",
        {u"sh 0 sed -i 's/\\[person.bo\\]/# \\xe2\\x80\\xae\\n&/' policy.toml"_s + newPolicy,
         u"ada 2,POLICY_INVALID policy activate policy.toml --signers signers"_s,
         u"sh 0 sed -i '/^#/d; s/slots = \\[\"dba\"\\]/slots = [\"db\\xd0\\xb0\"]/' policy.toml"_s,
         u"ada 2,POLICY_INVALID policy activate policy.toml --signers signers"_s});
    for (const char *line :
         {"* {line:mallory}", "ada,mallory {line:mallory}", "mallory cert-authority {line:mallory}",
          "mallory valid-after=\"20200101\" {line:mallory}", "mallory namespaces=\"git\" {line:mallory}",
          "mallory {line:bo}", "!ada {line:mallory}", "Mallory {line:mallory}"}) {
        QTest::addRow("allowed_signers: %s", line)
            << QStringList{u"sh 0 echo '%1' >>signers"_s.arg(QString::fromLatin1(line)) + newPolicy,
                           u"ada 2 policy activate policy.toml --signers signers"_s};
    }
    row("a vote is for one environment",
        {u"eve 0 review open --env staging --dir migrations"_s, u"bo 0 review vote {C} approve --digest {D}"_s,
         u"- 1,ENV_DIFFERS GATE"_s, u"- 0 gate check --change {C} --env staging --dir migrations --trust trust.toml"_s,
         u"- 1,ENV_DIFFERS gate check --change {C} --env nowhere --dir migrations --trust trust.toml"_s});
    row("votes are for bytes",
        approve + QStringList{u"sh 0 sed -i 's/$/\\r/' migrations/*"_s, u"- 1,BYTES_DIFFER GATE"_s,
                              u"sh 0 rm migrations/*"_s, u"- 1,EMPTY_SET GATE"_s,
                              u"sh 0 ln -s ../policy.toml migrations/V1__note.sql"_s, u"- 2 GATE"_s});
    row("a risk without a report is unknown, which is the strictest",
        {u"eve 0 review open --env production --dir migrations --risk low"_s,
         u"bo 0 review vote {C} approve --digest {D}"_s, u"- 1,SLOT_UNFILLED GATE"_s});
    row("hidden text is acknowledged, with a report or without",
        {u"sh 0 printf 'SELECT 1; -- \\u202e\\n' >>migrations/V1__note.sql"_s,
         u"eve 0 review open --env production --dir migrations"_s, u"bo 0 review vote {C} approve --digest {D}"_s,
         u"cy 0 review vote {C} approve --digest {D} --ack hidden-text"_s, u"- 1,ACK_MISSING GATE"_s,
         u"bo 0 review vote {C} approve --digest {D} --ack hidden-text"_s, u"- 0 GATE"_s});
    row("a new revision makes approvals stale",
        approve + QStringList{u"sh 0 echo '-- a comment' >>migrations/V1__note.sql"_s,
                              u"eve 0 review revise {C} --dir migrations"_s, u"- 1,SUPERSEDED GATE"_s});
    row("a veto blocks later revisions, too",
        QStringList{u"cy 0 review vote {C} veto --digest {D} -m no"_s,
                    u"sh 0 echo '-- better' >>migrations/V1__note.sql"_s, u"eve 0 review revise {C} --dir migrations"_s,
                    u"bo 0 review vote {C} approve --digest {D}"_s, u"- 1,VETO GATE"_s,
                    u"bo 6 review vote {C} veto --digest {D} -m no"_s, u"cy 0 review vote {C} approve --digest {D}"_s,
                    u"- 0 GATE"_s});
    row("a revoked key signs nothing more, a compromised one has signed nothing",
        approve + QStringList{u"eve 6 key revoke {key:bo}"_s, u"ada 0 key revoke {key:bo} --compromised-since 1"_s,
                              u"- 1,KEY_REVOKED GATE"_s, u"bo 6 review vote {C} approve --digest {D}"_s});
    row("an emergency is two people, a flag, and no other bytes",
        {u"eve 6 emergency open {C} --incident I --reason down"_s,
         u"cy 0 emergency open {C} --incident I --reason down"_s, u"cy 6 emergency endorse {C}"_s,
         u"- 1 GATE --accept-emergency"_s, u"bo 0 emergency endorse {C}"_s, u"- 1 GATE"_s,
         u"- 0 GATE --accept-emergency"_s, u"sh 0 echo >>migrations/V1__note.sql"_s,
         u"- 1,BYTES_DIFFER GATE --accept-emergency"_s});
    row("what an emergency owes can be paid after the change went on",
        {u"cy 0 emergency open {C} --incident I --reason down"_s, u"bo 0 emergency endorse {C}"_s,
         u"sh 0 echo >>migrations/V1__note.sql"_s, u"eve 0 review revise {C} --dir migrations"_s,
         u"ada 0 emergency review {C} accept"_s});
    row("an earlier approval does not hold an emergency up",
        approve + QStringList{u"sh 0 echo >>migrations/V1__note.sql"_s, u"eve 0 review revise {C} --dir migrations"_s,
                              u"cy 0 emergency open {C} --incident I --reason down"_s, u"bo 0 emergency endorse {C}"_s,
                              u"- 0 GATE --accept-emergency"_s});
    row("one deployment at a time, by deployers",
        approve +
            QStringList{
                u"bo 6 gate begin --change {C} --env production --dir migrations --trust trust.toml"_s,
                u"ci 0 gate begin --change {C} --env production --dir migrations --trust trust.toml --attempt-file a"_s,
                u"sh 0 [ \"$(cat a)\" = {A} ]"_s,
                u"ci 1,ALREADY_DEPLOYED gate begin --change {C} --env production --dir migrations --trust trust.toml"_s,
                u"eve 6 gate finish {A} --result ok"_s, u"ci 0 gate finish {A} --result ok"_s,
                u"ci 5 gate finish {A} --result failed"_s, u"- 1,ALREADY_DEPLOYED GATE"_s});
    row("verified bytes go into a fresh folder",
        approve + QStringList{
                      u"- 0 gate stage --change {C} --env production --dir migrations --trust trust.toml --out out"_s,
                      u"sh 0 [ \"$(stat -c %a out)\" = 700 ] && cmp out/V1__note.sql migrations/V1__note.sql"_s,
                      u"- 5 gate stage --change {C} --env production --dir migrations --trust trust.toml --out out"_s,
                      u"sh 0 echo >>migrations/V1__note.sql; ln -s /tmp link"_s,
                      u"- 1 gate stage --change {C} --env production --dir migrations --trust trust.toml --out out2"_s,
                      u"sh 0 [ ! -e out2 ]"_s});
    // Certificates.
    const QString byCertificate = u"gate check --cert c --env production --dir migrations --trust trust.toml"_s;
    const QStringList certified = approve + QStringList{u"ci 0 cert issue {C} --out c"_s, u"- 0 "_s + byCertificate};
    row("nothing is certified that is not approved", {u"ci 1 cert issue {C} --out c"_s, u"sh 0 [ ! -e c ]"_s});
    row("a certificate needs its trust file",
        certified + QStringList{u"- 2 gate check --cert c --env production --dir migrations"_s,
                                u"sh 0 sed -i 's/^min_serial.*/min_serial = 2/' trust.toml"_s,
                                u"- 4,POLICY_INVALID "_s + byCertificate});
    for (const char *edit :
         {"truncate -s -1 c", "echo >>c", "sed -i '1s/^/\\xef\\xbb\\xbf/' c", "sed -i 's/{/{ /' c", ": >c",
          "sed -i 's/certificate.v1/emergency.v1/' c", "sed -i 's/^{/{\"payload\":\"eA==\",/' c",
          "head -c 300000 /dev/zero | tr '\\0' '[' >c", "head -c 5000 /dev/urandom >c"}) {
        QTest::addRow("a certificate after: %s", edit)
            << certified + QStringList{u"sh 0 %1"_s.arg(QString::fromLatin1(edit)), u"- 4 "_s + byCertificate};
    }
    row("online the gate sees what came later",
        certified + QStringList{u"cy 0 review vote {C} veto --digest {D} -m no"_s, u"- 0 "_s + byCertificate,
                                u"- 1,VETO "_s + byCertificate + u" --online"_s});
    // The ledger's file.
    row("a ledger that became shorter is rolled back",
        QStringList{u"sh 0 cp ledger.sqlite old"_s} + approve +
            QStringList{u"sh 0 cp old ledger.sqlite"_s, u"- 4,ROLLED_BACK GATE"_s, u"- 4 review status {C}"_s,
                        u"- 4 review list"_s, u"- 4 review show {C}"_s, u"- 4 ledger head"_s, u"- 4 ledger verify"_s,
                        u"ada 4,ROLLED_BACK review vote {C} abstain --digest {D}"_s});
    row("a ledger that went another way is forked",
        QStringList{u"sh 0 cp ledger.sqlite old"_s} + approve +
            QStringList{u"sh 0 cp old ledger.sqlite; mv state kept"_s, u"bo 0 review vote {C} approve --digest {D}"_s,
                        u"cy 0 review vote {C} approve --digest {D}"_s, u"- 0 GATE"_s,
                        u"sh 0 rm -r state && mv kept state"_s, u"- 4,FORKED GATE"_s, u"- 4 ledger verify"_s});
    row("the pinned head", approve + QStringList{u"- 4,ROLLED_BACK GATE --expect-head 99:%1"_s.arg(QString(64, u'a')),
                                                 u"- 4,FORKED GATE --expect-head 2:%1"_s.arg(QString(64, u'a')),
                                                 u"- 2 GATE --expect-head soon"_s});
    for (const char *sql :
         {"DELETE FROM event WHERE seq = 3", "DELETE FROM event WHERE seq = 1",
          "UPDATE event SET recv_us = recv_us - 1", "UPDATE event SET kind = 'comment' WHERE kind = 'vote'",
          "UPDATE event SET sig = zeroblob(80) WHERE seq = 5",
          "UPDATE meta SET value = 'L-0000000000000000' WHERE key = 'ledger'",
          "UPDATE meta SET value = '9' WHERE key = 'format'", "DELETE FROM meta", "CREATE VIEW approved AS SELECT 1",
          "PRAGMA application_id = 1", "PRAGMA journal_mode = WAL",
          "UPDATE event SET payload = CAST(replace(CAST(payload AS TEXT), 'approve', 'abstain') AS BLOB)"}) {
        QTest::addRow("the ledger after: %s", sql)
            << approve + QStringList{u"sh 0 bash tamper \"%1\" >/dev/null"_s.arg(QString::fromLatin1(sql)),
                                     u"- 4 GATE"_s, u"- 4 ledger verify --full"_s};
    }
    row("who contributed cannot be made unknown",
        QStringList{u"sh 0 echo {D} >first; echo >>migrations/V1__note.sql"_s,
                    u"eve 0 review revise {C} --dir migrations"_s} +
            approve +
            QStringList{u"- 0 GATE"_s, u"sh 0 bash tamper \"DELETE FROM blob WHERE sha256 = x'$(cat first)'\""_s,
                        u"- 1,BYTES_DIFFER GATE"_s, u"- 4 ledger verify --full"_s});
    row("a computer that sees the ledger first is told which one to trust",
        approve +
            QStringList{
                u"sh 0 printf 'workspace = 1\\nledger = \"sqlite:ledger.sqlite\"\\n' >countersign.toml; mv state kept"_s,
                u"sh 2 env -u LEDGER {ctl} gate check --change {C} --env production --dir migrations"_s,
                u"- 0 GATE"_s});
    row("files that are no ledger", {u"sh 0 : >ledger.sqlite"_s, u"- 4 GATE"_s, u"sh 0 rm ledger.sqlite"_s,
                                     u"- 2 GATE"_s, u"sh 0 head -c 9000 /dev/urandom >ledger.sqlite"_s, u"- 4 GATE"_s,
                                     u"sh 0 rm ledger.sqlite; mkfifo ledger.sqlite"_s, u"- 4 GATE"_s});
}

void TestSentences::holds()
{
    QFETCH(QStringList, lines);
    const QTemporaryDir copy;
    QCOMPARE(QProcess::execute(u"cp"_s, {u"-a"_s, m_prepared.path() + u"/."_s, copy.path()}), 0);
    m_folder = copy.path();
    m_words = m_begin;
    for (const QString &line : std::as_const(lines)) {
        const QString expected = line.section(u' ', 1, 1);
        const Outcome outcome = run(line.section(u' ', 0, 0), line.section(u' ', 2));
        const QByteArray said = line.toUtf8() + "\n  exit " + QByteArray::number(outcome.exit) + ": " + outcome.err +
                                QJsonDocument(outcome.json).toJson(QJsonDocument::Compact);
        QVERIFY2(outcome.exit == expected.section(u',', 0, 0).toInt(), said);
        const QString code = expected.section(u',', 1);
        const QJsonArray reasons = outcome.json.value(u"reasons"_s).toArray();
        QVERIFY2(code.isEmpty() || std::any_of(reasons.begin(), reasons.end(),
                                               [&](const QJsonValue &reason) { return reason[u"code"_s] == code; }),
                 said);
    }
}

QTEST_GUILESS_MAIN(TestSentences)
#include "tst_sentences.moc"

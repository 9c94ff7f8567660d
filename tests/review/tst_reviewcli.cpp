#include "review/workbench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace countersign;
using namespace countersign::review;
using namespace countersign::review::test;
using namespace Qt::StringLiterals;

/// The command line as a pipeline and a person in a terminal use it, on a SQLite environment, from nothing to
/// confirmed.
class TestReviewCli : public QObject
{
    Q_OBJECT
public:
    static void initMain() { soakTakesLong(); }

private slots:
    void initTestCase();
    void fromNothingToConfirmed();
    void whatChangedByStatement();
    void statusSeesTheFilesAsTheyAre();
    void approvalThatFillsNoSlot();
    void environmentsOfANewWorkspace();
    void usageAndErrorsAreJson();
    void secondTryAfterARefusedKey();
    void killedAtRandomMoments();
    void tamperedLedger();

private:
    void prepare(QProcess &process, const QString &folder = QStringLiteral("work"));
    struct Outcome {
        int exit = -1;
        QJsonObject json;
        QByteArray out;
        QByteArray err;
    };
    Outcome run(const QStringList &arguments, const QString &folder = QStringLiteral("work"));
    bool write(const QString &name, const QByteArray &bytes);

    Workbench m_bench;
    QString m_program;
};

void TestReviewCli::initTestCase()
{
    m_program = qEnvironmentVariable("COUNTERSIGN_BINARY_DIR", QCoreApplication::applicationDirPath() + u"/../bin"_s) +
                u"/countersignctl"_s;
    QVERIFY2(QFile::exists(m_program), qPrintable(m_program));
}

bool TestReviewCli::write(const QString &name, const QByteArray &bytes)
{
    return QDir().mkpath(QFileInfo(m_bench.path(name)).absolutePath()) &&
           writeDurably(m_bench.path(name), bytes).has_value();
}

void TestReviewCli::prepare(QProcess &process, const QString &folder)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_STATE_HOME"_s, m_bench.path(u"state"_s));
    environment.insert(u"HOME"_s, m_bench.path(u"home"_s));
    environment.remove(u"SSH_AUTH_SOCK"_s);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_bench.path(folder));
}

TestReviewCli::Outcome TestReviewCli::run(const QStringList &arguments, const QString &folder)
{
    QProcess process;
    prepare(process, folder);
    process.start(m_program, arguments);
    process.waitForFinished(60000);
    Outcome outcome;
    outcome.exit = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    outcome.out = process.readAllStandardOutput();
    outcome.err = process.readAllStandardError();
    outcome.json = QJsonDocument::fromJson(outcome.out).object();
    return outcome;
}

void TestReviewCli::fromNothingToConfirmed()
{
    QVERIFY(write(u"work/migrations/V2__note.sql"_s, "ALTER TABLE trips ADD COLUMN note TEXT;\n"));
    const auto sqlite = [&](const QString &sql) {
        QProcess process;
        process.start(u"sqlite3"_s, {m_bench.path(u"work/production.db"_s), sql});
        return process.waitForFinished() && process.exitCode() == 0;
    };
    QVERIFY(sqlite(u"CREATE TABLE trips (id INTEGER PRIMARY KEY)"_s));
    const auto fingerprint = [&] {
        const Outcome snapshot = run({u"diff"_s, u"production"_s, u"production"_s, u"--format"_s, u"json"_s});
        return snapshot.json.value(u"from"_s).toObject().value(u"fingerprint"_s).toString();
    };
    QVERIFY(write(u"work/countersign.toml"_s,
                  "workspace = 1\n[environment.production]\nurl = \"sqlite:production.db\"\nclass = \"production\"\n"));
    const QString base = fingerprint();
    QVERIFY2(base.startsWith(u"sha256:"), qPrintable(base));

    const Outcome init = run({u"review"_s, u"init"_s, u"--template"_s, u"small-team"_s, u"--as"_s, u"ada"_s, u"--key"_s,
                              m_bench.person(u"ada"_s).key.file, u"--no-input"_s, u"--json"_s});
    QVERIFY2(init.exit == 0, init.err.constData());
    QVERIFY(init.json.value(u"head"_s).toObject().value(u"size"_s).toInt() == 2);
    // A colleague joins: policy 2.
    QFile policy(m_bench.path(u"work/countersign/policy.toml"_s));
    QVERIFY(policy.open(QIODevice::ReadOnly));
    const QByteArray text =
        policy.readAll().replace("serial = 1", "serial = 2") + "\n[person.bo]\nroles = [\"reviewer\", \"deployer\"]\n";
    QVERIFY(write(u"work/countersign/policy.toml"_s, text));
    QVERIFY(write(u"work/countersign/allowed_signers"_s, m_bench.signers({u"ada"_s, u"bo"_s})));
    QCOMPARE(run({u"policy"_s, u"activate"_s}).exit, 0);

    sqlite(u"CREATE TABLE copy AS SELECT 1; DROP TABLE copy"_s);
    // The result's fingerprint, as a rehearsal finds it: from a copy of production with the script applied.
    QVERIFY(sqlite(u"BEGIN; ALTER TABLE trips ADD COLUMN note TEXT; COMMIT"_s));
    const QString result = fingerprint();
    QVERIFY(sqlite(u"ALTER TABLE trips DROP COLUMN note"_s));
    QCOMPARE(fingerprint(), base);
    QVERIFY(result != base);

    const Outcome opened = run({u"review"_s, u"open"_s, u"--env"_s, u"production"_s, u"--dir"_s, u"migrations"_s,
                                u"--base-fp"_s, base, u"--result-fp"_s, result, u"--json"_s});
    QVERIFY2(opened.exit == 0, opened.err.constData());
    const QString change = opened.json.value(u"change"_s).toString();
    const QString digest = opened.json.value(u"revision"_s).toObject().value(u"digest"_s).toString();
    QCOMPARE(opened.json.value(u"verdict"_s).toString(), u"pending"_s);
    const QStringList gate{u"--change"_s,   change,    u"--env"_s,      u"production"_s, u"--dir"_s,
                           u"migrations"_s, u"--db"_s, u"production"_s, u"--json"_s};
    Outcome closed = run(QStringList{u"gate"_s, u"check"_s} + gate);
    QCOMPARE(closed.exit, 1);
    QCOMPARE(closed.json.value(u"verdict"_s).toString(), u"pending"_s);
    QCOMPARE(closed.json.value(u"schema"_s).toString(), u"countersign/1"_s);

    QCOMPARE(run({u"review"_s, u"vote"_s, change, u"approve"_s, u"--digest"_s, digest.left(11)}).exit, 2);
    QCOMPARE(run({u"review"_s, u"vote"_s, change, u"approve"_s, u"--digest"_s, digest.left(12)}).exit, 6);
    const QString bo = m_bench.person(u"bo"_s).key.file;
    QCOMPARE(run({u"review"_s, u"vote"_s, change, u"approve"_s, u"--digest"_s, digest.left(12), u"--as"_s, u"bo"_s,
                  u"--key"_s, bo})
                 .exit,
             0);
    QCOMPARE(run({u"review"_s, u"status"_s, change, u"--json"_s}).exit, 0);
    QCOMPARE(run({u"review"_s, u"list"_s, u"--json"_s}).json.value(u"changes"_s).toArray().size(), 1);
    const Outcome open = run(QStringList{u"gate"_s, u"check"_s} + gate);
    QVERIFY2(open.exit == 0, open.out.constData());

    const QString certificate = m_bench.path(u"certificate.json"_s);
    QCOMPARE(run({u"cert"_s, u"issue"_s, change, u"--out"_s, certificate}).exit, 0);
    const QString trustFile = m_bench.path(u"work/countersign/trust.toml"_s);
    QCOMPARE(run({u"cert"_s, u"verify"_s, certificate, u"--dir"_s, u"migrations"_s}).exit, 2);
    QCOMPARE(run({u"cert"_s, u"verify"_s, certificate, u"--dir"_s, u"migrations"_s, u"--trust"_s, trustFile}).exit, 0);
    const QStringList offline{u"--cert"_s, certificate,     u"--env"_s,   u"production"_s,
                              u"--dir"_s,  u"migrations"_s, u"--trust"_s, u"countersign/trust.toml"_s,
                              u"--json"_s};
    QCOMPARE(run(QStringList{u"gate"_s, u"check"_s} + offline).exit, 0);
    QVERIFY(write(u"work/migrations/V3__more.sql"_s, "SELECT 1;\n"));
    QCOMPARE(run(QStringList{u"gate"_s, u"check"_s} + offline).exit, 1);
    QVERIFY(QFile::remove(m_bench.path(u"work/migrations/V3__more.sql"_s)));

    QCOMPARE(run(QStringList{u"gate"_s, u"stage"_s, u"--out"_s, m_bench.path(u"staged"_s)} + gate).exit, 0);
    const Outcome begun = run(QStringList{u"gate"_s, u"begin"_s, u"--as"_s, u"bo"_s, u"--key"_s, bo} + gate);
    QVERIFY2(begun.exit == 0, begun.err.constData());
    const QString attempt = begun.json.value(u"attempt"_s).toString();
    QVERIFY(run(QStringList{u"gate"_s, u"begin"_s, u"--as"_s, u"bo"_s, u"--key"_s, bo} + gate).exit != 0);
    QFile script(m_bench.path(u"staged/V2__note.sql"_s));
    QVERIFY(script.open(QIODevice::ReadOnly));
    QVERIFY(sqlite(QString::fromUtf8(script.readAll())));
    QCOMPARE(run({u"gate"_s, u"finish"_s, attempt, u"--result"_s, u"ok"_s, u"--as"_s, u"bo"_s, u"--key"_s, bo}).exit,
             0);
    const Outcome confirmed = run({u"gate"_s, u"confirm"_s, attempt, u"--db"_s, u"production"_s, u"--as"_s, u"bo"_s,
                                   u"--key"_s, bo, u"--json"_s});
    QVERIFY2(confirmed.exit == 0, confirmed.out + confirmed.err);
    const Outcome status = run({u"review"_s, u"status"_s, change, u"--json"_s});
    QCOMPARE(status.json.value(u"state"_s).toString(), u"verified"_s);
    QCOMPARE(run({u"ledger"_s, u"verify"_s, u"--full"_s, u"--json"_s}).json.value(u"mark"_s).toString(), u"equal"_s);
    // Replay: the certificate is still good, but the ledger knows that it was used.
    const Outcome replay = run(QStringList{u"gate"_s, u"check"_s, u"--online"_s} + offline);
    QCOMPARE(replay.exit, 1);
}

void TestReviewCli::whatChangedByStatement()
{
    const QString script = u"work/later/V5__rows.sql"_s;
    const QStringList options{u"--dir"_s, u"later"_s, u"--no-check"_s, u"--json"_s};
    const QStringList asBo{u"--as"_s, u"bo"_s, u"--key"_s, m_bench.person(u"bo"_s).key.file, u"--json"_s};
    QVERIFY(write(script, "UPDATE trips SET note = 'a' WHERE id = 1;\nSELECT 1;\nSELECT 2;\n"));
    const Outcome opened = run(QStringList{u"review"_s, u"open"_s, u"--env"_s, u"production"_s} + options);
    QVERIFY2(opened.exit == 0, opened.err.constData());
    const QString change = opened.json.value(u"change"_s).toString();
    const QString digest = opened.json[u"revision"_s][u"digest"_s].toString();
    QCOMPARE(run(QStringList{u"review"_s, u"diff"_s, change} + asBo).exit, 0);
    QCOMPARE(
        run(QStringList{u"review"_s, u"vote"_s, change, u"abstain"_s, u"--digest"_s, digest.first(12)} + asBo).exit, 0);
    // One statement altered, one moved down by a comment, one added.
    QVERIFY(write(script, "UPDATE trips SET note = 'a';\n-- soon\nSELECT 1;\nSELECT 2;\nDELETE FROM trips;\n"));
    QCOMPARE(run(QStringList{u"review"_s, u"revise"_s, change, u"--risk"_s, u"high"_s} + options).exit, 0);
    const Outcome since = run(QStringList{u"review"_s, u"diff"_s, change} + asBo);
    QCOMPARE(since.exit, 1);
    QCOMPARE(since.json.value(u"from"_s).toInt(), 1);
    QCOMPARE(since.json.value(u"to"_s).toInt(), 2);
    const QJsonArray statements = since.json.value(u"files"_s)[0][u"statements"_s].toArray();
    QCOMPARE(statements.size(), 2);
    QCOMPARE(statements[0][u"difference"_s].toString(), u"altered"_s);
    QCOMPARE(statements[0][u"textBefore"_s].toString(), u"UPDATE trips SET note = 'a' WHERE id = 1"_s);
    QCOMPARE(statements[0][u"textNow"_s].toString(), u"UPDATE trips SET note = 'a'"_s);
    QCOMPARE(statements[1][u"difference"_s].toString(), u"added"_s);
    QCOMPARE(statements[1][u"now"_s].toInt(), 4);
    QVERIFY2(since.json.value(u"facts"_s).toArray().contains(u"risk: none -> high"_s), since.out);
    QVERIFY(run({u"review"_s, u"diff"_s, change, u"1..2"_s}).out.contains("statement 1 altered\n    - UPDATE"));
    // No statement, but what a runner obeys may be in a comment: it is shown.
    QVERIFY(write(script, "UPDATE trips SET note = 'a';\n-- later\nSELECT 1;\nSELECT 2;\nDELETE FROM trips;\n"));
    QCOMPARE(run(QStringList{u"review"_s, u"revise"_s, change, u"--risk"_s, u"high"_s} + options).exit, 0);
    const QByteArray comments = run({u"review"_s, u"diff"_s, change, u"2..3"_s}).out;
    QVERIFY2(comments.contains("- -- soon\n  + -- later\n"), comments);
    QCOMPARE(run({u"review"_s, u"diff"_s, change, u"1..4"_s}).exit, 2);
}

void TestReviewCli::statusSeesTheFilesAsTheyAre()
{
    const QString folder = u"files"_s;
    QVERIFY(write(u"files/migrations/V1__tags.sql"_s, "CREATE TABLE tags (id int);\n"));
    QVERIFY(write(u"files/production.db"_s, {}));
    const QStringList init{u"review"_s, u"init"_s, u"--template"_s, u"alone"_s, u"--as"_s, u"ada"_s, u"--no-input"_s};
    const Outcome made = run(
        init + QStringList{u"--key"_s, m_bench.person(u"ada"_s).key.file, u"--env"_s, u"production=production.db"_s},
        folder);
    QVERIFY2(made.exit == 0, made.err.constData());
    QVERIFY2(made.out.contains("--env production --dir migrations"), made.out.constData());
    const QStringList open{u"review"_s, u"open"_s, u"--env"_s, u"production"_s, u"--dir"_s, u"migrations"_s};
    const Outcome opened = run(open + QStringList{u"--no-check"_s, u"--json"_s}, folder);
    QVERIFY2(opened.exit == 0, opened.err.constData());
    const QString digest = opened.json.value(u"revision"_s).toObject().value(u"digest"_s).toString();
    const Outcome voted = run({u"review"_s, u"vote"_s, u"1"_s, u"approve"_s, u"--digest"_s, digest}, folder);
    QVERIFY2(voted.exit == 0, voted.err.constData());
    const auto status = [this, &folder](const QStringList &more = {}) {
        return run(QStringList{u"review"_s, u"status"_s, u"1"_s, u"--json"_s} + more, folder);
    };
    QCOMPARE(status().exit, 0);
    QVERIFY(write(u"files/migrations/V1__tags.sql"_s, "CREATE TABLE tags (id int); \n"));
    const Outcome changed = status();
    QCOMPARE(changed.exit, 1);
    QCOMPARE(changed.json.value(u"verdict"_s).toString(), u"stale"_s);
    const QJsonObject reason = changed.json.value(u"reasons"_s).toArray().first().toObject();
    QCOMPARE(reason.value(u"code"_s).toString(), u"BYTES_DIFFER"_s);
    QCOMPARE(reason.value(u"subject"_s).toString(), u"V1__tags.sql"_s);
    QVERIFY(run({u"review"_s, u"status"_s, u"1"_s}, folder).out.contains("BYTES_DIFFER V1__tags.sql: "));
    QVERIFY(run({u"review"_s, u"show"_s, u"1"_s}, folder).out.contains("BYTES_DIFFER V1__tags.sql: "));
    // Files of something else say nothing about this change, but a folder that is named is the one to judge.
    QVERIFY(write(u"files/migrations/V2__more.sql"_s, "SELECT 1;\n"));
    QVERIFY(QFile::remove(m_bench.path(u"files/migrations/V1__tags.sql"_s)));
    const Outcome elsewhere = status();
    QCOMPARE(elsewhere.exit, 0);
    QVERIFY(elsewhere.json.value(u"warnings"_s).toArray().first().toString().contains(u"only the ledger was asked"_s));
    QCOMPARE(status({u"--dir"_s, u"migrations"_s}).exit, 1);
    QCOMPARE(status({u"--dir"_s, u"nowhere"_s}).exit, 2);
    QVERIFY(QDir(m_bench.path(u"files/migrations"_s)).removeRecursively());
    QVERIFY(status().json.value(u"warnings"_s).toArray().first().toString().contains(u"only the ledger was asked"_s));
}

void TestReviewCli::approvalThatFillsNoSlot()
{
    const QString folder = u"slots"_s;
    QVERIFY(write(u"slots/migrations/V1__tags.sql"_s, "CREATE TABLE tags (id int);\n"));
    QVERIFY(write(u"slots/countersign.toml"_s, "workspace = 1\n"));
    const QString ada = m_bench.person(u"ada"_s).key.file;
    QCOMPARE(run({u"review"_s, u"init"_s, u"--template"_s, u"small-team"_s, u"--as"_s, u"ada"_s, u"--key"_s, ada,
                  u"--env"_s, u"production"_s, u"--no-input"_s},
                 folder)
                 .exit,
             0);
    QFile policy(m_bench.path(u"slots/countersign/policy.toml"_s));
    QVERIFY(policy.open(QIODevice::ReadOnly));
    QVERIFY(write(u"slots/countersign/policy.toml"_s,
                  policy.readAll().replace("serial = 1", "serial = 2") + "\n[person.bo]\nroles = [\"auditor\"]\n"));
    QVERIFY(write(u"slots/countersign/allowed_signers"_s, m_bench.signers({u"ada"_s, u"bo"_s})));
    QCOMPARE(run({u"policy"_s, u"activate"_s}, folder).exit, 0);
    const Outcome opened = run({u"review"_s, u"open"_s, u"--env"_s, u"production"_s, u"--dir"_s, u"migrations"_s,
                                u"--no-check"_s, u"--json"_s},
                               folder);
    const QString digest = opened.json.value(u"revision"_s).toObject().value(u"digest"_s).toString();
    const Outcome voted = run({u"review"_s, u"vote"_s, u"1"_s, u"approve"_s, u"--digest"_s, digest, u"--as"_s, u"bo"_s,
                               u"--key"_s, m_bench.person(u"bo"_s).key.file, u"--json"_s},
                              folder);
    QVERIFY2(voted.exit == 0, voted.err.constData());
    QVERIFY2(voted.json.value(u"warnings"_s).toArray().first().toString().contains(u"fills no slot"_s),
             voted.out.constData());
    const QJsonObject vote = voted.json.value(u"votes"_s).toArray().first().toObject();
    QVERIFY2(vote.value(u"counts"_s).toBool() && vote.contains(u"fills"_s), voted.out.constData());
    QCOMPARE(vote.value(u"fills"_s).toString(), QString());
}

void TestReviewCli::environmentsOfANewWorkspace()
{
    const QString ada = m_bench.person(u"ada"_s).key.file;
    const auto init = [this, &ada](const QString &environment) {
        return run({u"review"_s, u"init"_s, u"--template"_s, u"alone"_s, u"--as"_s, u"ada"_s, u"--key"_s, ada,
                    u"--env"_s, environment, u"--no-input"_s},
                   u"environments"_s);
    };
    QVERIFY(QDir().mkpath(m_bench.path(u"environments"_s)));
    QCOMPARE(init(u"production=oracle://host/db"_s).exit, 2);
    QCOMPARE(init(u"=sqlite:a.db"_s).exit, 2);
    const Outcome secret = init(u"production=postgresql://u:hunter2@localhost/db"_s);
    QCOMPARE(secret.exit, 2);
    QVERIFY2(!secret.err.contains("hunter2"), secret.err.constData());
    QVERIFY(!QFile::exists(m_bench.path(u"environments/countersign.toml"_s)));
}

void TestReviewCli::usageAndErrorsAreJson()
{
    for (const auto &[arguments, exit] : std::vector<std::pair<QStringList, int>>{
             {{u"review"_s, u"frobnicate"_s, u"--json"_s}, 2},
             {{u"review"_s, u"status"_s, u"C-0000000000000000"_s, u"--ledger"_s, u"sqlite:missing"_s, u"--json"_s}, 2},
             {{u"gate"_s, u"check"_s, u"--json"_s}, 2},
             {{u"ledger"_s, u"head"_s, u"--ledger"_s, u"nowhere"_s, u"--json"_s}, 2},
             {{u"ledger"_s, u"head"_s, u"--timeout"_s, u"x"_s, u"--json"_s}, 2},
             {{u"cert"_s, u"show"_s, u"countersign.toml"_s, u"--json"_s}, 4},
         }) {
        const Outcome outcome = run(arguments);
        QVERIFY2(outcome.exit == exit, qPrintable(arguments.join(u' ') + u": "_s + QString::number(outcome.exit)));
        QCOMPARE(outcome.json.value(u"exit"_s).toInt(), exit);
        QCOMPARE(outcome.json.value(u"verdict"_s).toString(), u"error"_s);
        QCOMPARE(outcome.out.count('\n'), 1);
        QVERIFY(!outcome.err.isEmpty());
    }
}

void TestReviewCli::secondTryAfterARefusedKey()
{
    // A key with a passphrase and nobody to ask for it: nothing may be left that is in the way of the next try.
    QVERIFY(write(u"again/migrations/V1__a.sql"_s, "SELECT 1;\n"));
    const QString locked = m_bench.path(u"locked"_s);
    QCOMPARE(
        QProcess::execute(u"ssh-keygen"_s, {u"-q"_s, u"-t"_s, u"ed25519"_s, u"-N"_s, u"secret"_s, u"-f"_s, locked}), 0);
    const QStringList init{u"review"_s, u"init"_s,   u"--template"_s, u"alone"_s, u"--as"_s,
                           u"ada"_s,    u"--json"_s, u"--no-input"_s, u"--key"_s};
    const Outcome refused = run(init + QStringList{locked}, u"again"_s);
    QCOMPARE(refused.exit, 6);
    QVERIFY2(refused.json.value(u"reasons"_s)[0][u"fix"_s].toString().contains(u"ssh-add"), refused.out);
    QVERIFY(!QFile::exists(m_bench.path(u"again/countersign"_s)));
    const Outcome init2 = run(init + QStringList{m_bench.person(u"ada"_s).key.file}, u"again"_s);
    QVERIFY2(init2.exit == 0, init2.err);
    // A folder that is no workspace yet may be named from elsewhere; one that is not there may not.
    QVERIFY(QDir().mkpath(m_bench.path(u"named"_s)));
    const QString key = m_bench.person(u"ada"_s).key.file;
    QCOMPARE(run(init + QStringList{key, u"--workspace"_s, m_bench.path(u"named"_s)}, u"again"_s).exit, 0);
    QVERIFY(QFile::exists(m_bench.path(u"named/countersign.toml"_s)));
    QCOMPARE(run(init + QStringList{key, u"--workspace"_s, m_bench.path(u"nowhere"_s)}, u"again"_s).exit, 2);
    const Outcome opened = run({u"review"_s, u"open"_s, u"--env"_s, u"production"_s, u"--dir"_s, u"migrations"_s,
                                u"--no-check"_s, u"--json"_s},
                               u"again"_s);
    QVERIFY2(opened.exit == 0, opened.err);
    QCOMPARE(opened.json.value(u"separation"_s), QJsonValue(false));
    for (const QJsonValue &reason : opened.json.value(u"reasons"_s).toArray()) {
        QVERIFY2(!reason[u"fix"_s].toString().isEmpty(), opened.out);
    }
}

void TestReviewCli::killedAtRandomMoments()
{
    const QString change =
        run({u"review"_s, u"list"_s, u"--json"_s}).json.value(u"changes"_s)[0][u"change"_s].toString();
    const quint32 seed = qEnvironmentVariableIsSet("CS_SEED") ? qEnvironmentVariableIntValue("CS_SEED") : 20261121;
    const int kills = qEnvironmentVariableIsSet("CS_SOAK") ? 2000 : 30;
    QRandomGenerator random(seed);
    QStringList acknowledged;
    int killed = 0;
    for (int i = 0; i < kills; ++i) {
        QProcess process;
        prepare(process);
        process.start(m_program, {u"review"_s, u"comment"_s, change, u"--at"_s, u"object:trips"_s, u"--message"_s,
                                  u"note %1"_s.arg(i), u"--no-input"_s, u"--json"_s});
        if (!process.waitForFinished(10 + random.bounded(90))) {
            process.kill();
            process.waitForFinished();
            ++killed;
        }
        const QJsonObject answer = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        if (answer.value(u"exit"_s) == 0) {
            acknowledged << answer.value(u"event"_s).toString();
        }
    }
    QCOMPARE(run({u"ledger"_s, u"outbox"_s, u"--send"_s}).exit, 0);
    const Outcome verify = run({u"ledger"_s, u"verify"_s, u"--full"_s, u"--json"_s});
    QVERIFY2(verify.exit == 0, qPrintable(u"seed %1: "_s.arg(seed) + QString::fromUtf8(verify.out)));
    QVERIFY(verify.json.value(u"unsent"_s).toArray().isEmpty());
    QStringList stored;
    for (const auto &comment : run({u"review"_s, u"show"_s, change, u"--json"_s}).json.value(u"comments"_s).toArray()) {
        stored << comment.toObject().value(u"id"_s).toString();
    }
    QCOMPARE(QSet<QString>(stored.begin(), stored.end()).size(), stored.size());
    for (const QString &event : std::as_const(acknowledged)) {
        QVERIFY2(stored.contains(event), qPrintable(u"seed %1: lost %2"_s.arg(seed).arg(event)));
    }
    qInfo("%d killed, %d acknowledged, %d stored", killed, int(acknowledged.size()), int(stored.size()));
    QVERIFY(killed > 0);
}

void TestReviewCli::tamperedLedger()
{
    const QString ledger = m_bench.path(u"work/countersign/ledger.sqlite"_s);
    QFile file(ledger);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    const qsizetype at = bytes.indexOf("\"vote\":\"approve\"");
    QVERIFY(at > 0);
    bytes.replace(at, 16, "\"vote\":\"abstain\"");
    file.seek(0);
    file.write(bytes);
    file.close();
    const Outcome verify = run({u"ledger"_s, u"verify"_s, u"--json"_s});
    QCOMPARE(verify.exit, 4);
    QVERIFY(!verify.json.value(u"bad"_s).toArray().isEmpty());
    QCOMPARE(run({u"review"_s, u"list"_s}).exit, 4);
}

QTEST_GUILESS_MAIN(TestReviewCli)
#include "tst_reviewcli.moc"

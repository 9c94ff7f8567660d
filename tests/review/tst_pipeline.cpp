#include "review/workbench.h"
#include "support/servers.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace countersign;
using namespace countersign::review;
using namespace countersign::review::test;
using namespace countersign::testsupport;
using namespace Qt::StringLiterals;

/// A deployment as a pipeline does it, step by step, on every engine: review with a rehearsed report, certificate,
/// stage, the engine's own client as the runner, finish, confirm.
class TestPipeline : public QObject
{
    Q_OBJECT
private slots:
    void deploys_data();
    void deploys();
    void runnerFails();
    void historyOfTheRunner_data();
    void historyOfTheRunner();

private:
    struct Outcome {
        int exit = -1;
        QJsonObject json;
        QByteArray err;
    };
    Outcome run(const QStringList &arguments) const;
    /// A workspace with one approved change and its certificate; the ids of change and certificate.
    void prepare(schema::EngineKind engine, const QByteArray &script);
    [[nodiscard]] QStringList gate() const;

    std::unique_ptr<Workbench> m_bench;
    std::optional<TestDatabase> m_database;
    QString m_change;
};

TestPipeline::Outcome TestPipeline::run(const QStringList &arguments) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_STATE_HOME"_s, m_bench->path(u"state"_s));
    environment.remove(u"SSH_AUTH_SOCK"_s);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_bench->path(u"work"_s));
    process.start(
        qEnvironmentVariable("COUNTERSIGN_BINARY_DIR", QCoreApplication::applicationDirPath() + u"/../bin"_s) +
            u"/countersignctl"_s,
        arguments + QStringList{u"--json"_s, u"--no-input"_s});
    process.waitForFinished(120000);
    const int exit = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {exit, QJsonDocument::fromJson(process.readAllStandardOutput()).object(), process.readAllStandardError()};
}

#define EXITS(OUTCOME, CODE)                                                                                           \
    do {                                                                                                               \
        const Outcome &outcome = (OUTCOME);                                                                            \
        QVERIFY2(outcome.exit == (CODE), QByteArray::number(outcome.exit) + ": " + outcome.err +                       \
                                             QJsonDocument(outcome.json).toJson(QJsonDocument::Compact));              \
    } while (false)

void TestPipeline::prepare(schema::EngineKind engine, const QByteArray &script)
{
    m_database.reset();
    m_bench = std::make_unique<Workbench>();
    auto database = TestDatabase::create(engine, u"pipeline"_s);
    CS_REQUIRE(database);
    m_database.emplace(std::move(*database));
    CS_REQUIRE(m_database->execute(u"CREATE TABLE trips (id INTEGER PRIMARY KEY, title VARCHAR(20) NOT NULL);"
                                   "INSERT INTO trips VALUES (1, 'Oslo');"_s));
    QVERIFY(QDir().mkpath(m_bench->path(u"work/migrations"_s)));
    must(writeDurably(m_bench->path(u"work/migrations/V2__note.sql"_s), script));
    must(writeDurably(
        m_bench->path(u"work/countersign.toml"_s),
        u"workspace = 1\n[environment.production]\nurl = \"%1\"\nclass = \"production\"\n"_s.arg(m_database->urlText())
            .toUtf8()));
    EXITS(run({u"review"_s, u"init"_s, u"--template"_s, u"alone"_s, u"--as"_s, u"ada"_s, u"--key"_s,
               m_bench->person(u"ada"_s).key.file}),
          0);
    const Outcome opened =
        run({u"review"_s, u"open"_s, u"--env"_s, u"production"_s, u"--dir"_s, u"migrations"_s, u"--check"_s});
    EXITS(opened, 0);
    m_change = opened.json.value(u"change"_s).toString();
    QStringList vote{u"review"_s,  u"vote"_s,     m_change,
                     u"approve"_s, u"--digest"_s, opened.json.value(u"revision"_s)[u"digest"_s].toString()};
    for (const auto &hazard : opened.json.value(u"hazards"_s).toArray()) {
        vote << u"--ack"_s << hazard.toString();
    }
    EXITS(run(vote), 0);
    const QString trust = m_bench->path(u"work/countersign/trust.toml"_s);
    QVERIFY(QFile::rename(trust, m_bench->path(u"trust.toml"_s)));
    EXITS(run({u"cert"_s, u"issue"_s, m_change, u"--out"_s, m_bench->path(u"change.cert"_s)}), 0);
}

QStringList TestPipeline::gate() const
{
    return {u"--cert"_s,  m_bench->path(u"change.cert"_s), u"--env"_s, u"production"_s, u"--dir"_s, u"migrations"_s,
            u"--trust"_s, m_bench->path(u"trust.toml"_s),  u"--db"_s,  u"production"_s};
}

void TestPipeline::deploys_data()
{
    QTest::addColumn<schema::EngineKind>("engine");
    QTest::newRow("PostgreSQL, psql") << schema::EngineKind::PostgreSql;
    QTest::newRow("MariaDB, mariadb") << schema::EngineKind::MariaDb;
    QTest::newRow("SQLite, sqlite3") << schema::EngineKind::Sqlite;
}

void TestPipeline::deploys()
{
    QFETCH(schema::EngineKind, engine);
    prepare(engine, "ALTER TABLE trips ADD COLUMN note VARCHAR(40);\nCREATE INDEX trips_title ON trips (title);\n");
    if (QTest::currentTestFailed()) {
        return;
    }
    // Where the ledger is not at hand the certificate alone decides, and the target is looked at all the same.
    const QString staged = m_bench->path(u"staged"_s);
    EXITS(run(QStringList{u"gate"_s, u"stage"_s, u"--out"_s, staged} + gate()), 0);
    // What happens to the checkout from here on does not reach the runner.
    must(writeDurably(m_bench->path(u"work/migrations/V2__note.sql"_s), "DROP TABLE trips;\n"));
    EXITS(run(QStringList{u"gate"_s, u"check"_s} + gate()), 1);
    QStringList fromStaged = gate();
    fromStaged[fromStaged.indexOf(u"migrations"_s)] = staged;
    const Outcome begun = run(QStringList{u"gate"_s, u"begin"_s} + fromStaged);
    EXITS(begun, 0);
    const QString attempt = begun.json.value(u"attempt"_s).toString();
    EXITS(run(QStringList{u"gate"_s, u"begin"_s} + fromStaged), 1);
    CS_REQUIRE(m_database->load(staged + u"/V2__note.sql"_s));
    EXITS(run({u"gate"_s, u"finish"_s, attempt, u"--result"_s, u"ok"_s}), 0);
    const Outcome confirmed = run({u"gate"_s, u"confirm"_s, attempt, u"--db"_s, u"production"_s});
    EXITS(confirmed, 0);
    QCOMPARE(confirmed.json.value(u"matches"_s), QJsonValue(true));
    QCOMPARE(run({u"review"_s, u"status"_s, m_change}).json.value(u"state"_s).toString(), u"verified"_s);
    // The certificate is used up where the ledger is asked, and where it is not, the base has moved.
    EXITS(run(QStringList{u"gate"_s, u"check"_s, u"--online"_s} + fromStaged), 1);
    const Outcome again = run(QStringList{u"gate"_s, u"check"_s} + fromStaged);
    EXITS(again, 1);
    QCOMPARE(again.json.value(u"reasons"_s)[0][u"code"_s].toString(), u"BASE_MOVED"_s);
    // Somebody changes production by hand afterwards: confirm sees it.
    CS_REQUIRE(m_database->execute(u"CREATE TABLE by_hand (id INTEGER PRIMARY KEY);"_s));
    EXITS(run({u"gate"_s, u"confirm"_s, attempt, u"--db"_s, u"production"_s}), 1);
    QCOMPARE(run({u"review"_s, u"status"_s, m_change}).json.value(u"state"_s).toString(), u"mismatch"_s);
}

void TestPipeline::runnerFails()
{
    // The second statement fails on the rows of production, after the first took effect without a transaction.
    prepare(schema::EngineKind::Sqlite, "ALTER TABLE trips ADD COLUMN code TEXT;\n"
                                        "CREATE UNIQUE INDEX one_title ON trips (title);\n");
    if (QTest::currentTestFailed()) {
        return;
    }
    CS_REQUIRE(m_database->execute(u"INSERT INTO trips VALUES (2, 'Oslo');"_s));
    const Outcome begun = run(QStringList{u"gate"_s, u"begin"_s} + gate());
    EXITS(begun, 0);
    const QString attempt = begun.json.value(u"attempt"_s).toString();
    QVERIFY(!m_database->load(m_bench->path(u"work/migrations/V2__note.sql"_s)));
    EXITS(run({u"gate"_s, u"finish"_s, attempt, u"--result"_s, u"partial"_s}), 0);
    EXITS(run({u"gate"_s, u"confirm"_s, attempt, u"--db"_s, u"production"_s}), 1);
    // Another try finds that the schema is not the one that was signed.
    const Outcome again = run(QStringList{u"gate"_s, u"begin"_s} + gate());
    EXITS(again, 1);
    QCOMPARE(again.json.value(u"reasons"_s)[0][u"code"_s].toString(), u"BASE_MOVED"_s);
}

void TestPipeline::historyOfTheRunner_data()
{
    using enum schema::EngineKind;
    QTest::addColumn<schema::EngineKind>("engine");
    QTest::addColumn<QString>("history"); // statements that make what the tool keeps
    QTest::addColumn<QString>("one");     // files of the first and of the second migration
    QTest::addColumn<QString>("two");
    QTest::addColumn<QByteArray>("frame"); // around a script
    const QString dbmate =
        u"CREATE TABLE schema_migrations (version varchar(128) PRIMARY KEY);INSERT INTO schema_migrations VALUES ('20260101')"_s;
    const QString golang = u"CREATE TABLE schema_migrations (version bigint PRIMARY KEY, dirty boolean NOT NULL);"
                           "INSERT INTO schema_migrations VALUES (1, false)"_s;
    const QString flyway =
        u"CREATE TABLE flyway_schema_history (installed_rank int PRIMARY KEY, version varchar(50), type "
        "varchar(20), success boolean);INSERT INTO flyway_schema_history VALUES (1, '1', 'SQL', true)"_s;
    const QString goose =
        u"CREATE TABLE goose_db_version (id int PRIMARY KEY, version_id bigint, is_applied boolean);"
        "INSERT INTO goose_db_version VALUES (1, 0, true), (2, 1, true), (3, 2, true), (4, 2, false)"_s;
    const QByteArray marked = "-- migrate:up\n%1\n-- migrate:down\nALTER TABLE trips DROP COLUMN note;\n";
    const QByteArray gooseMarked = "-- +goose Up\n%1\n-- +goose Down\nALTER TABLE trips DROP COLUMN note;\n";
    QTest::newRow("dbmate, SQLite") << Sqlite << dbmate << u"20260101_trips.sql"_s << u"20260202_note.sql"_s << marked;
    QTest::newRow("dbmate, MariaDB") << MariaDb << dbmate << u"20260101_trips.sql"_s << u"20260202_note.sql"_s
                                     << marked;
    QTest::newRow("golang-migrate, PostgreSQL")
        << PostgreSql << golang << u"000001_trips.up.sql"_s << u"000002_note.up.sql"_s << QByteArray("%1\n");
    QTest::newRow("golang-migrate, MariaDB")
        << MariaDb << golang << u"000001_trips.up.sql"_s << u"000002_note.up.sql"_s << QByteArray("%1\n");
    QTest::newRow("Flyway, PostgreSQL") << PostgreSql << flyway << u"V1__trips.sql"_s << u"V1.1__note.sql"_s
                                        << QByteArray("%1\n");
    QTest::newRow("Flyway, baseline") << Sqlite << QString(flyway).replace(u"'1', 'SQL'"_s, u"'1.0', 'BASELINE'"_s)
                                      << u"V0.9__trips.sql"_s << u"V1.1__note.sql"_s << QByteArray("%1\n");
    QTest::newRow("goose, SQLite") << Sqlite << goose << u"00001_trips.sql"_s << u"00002_note.sql"_s << gooseMarked;
}

void TestPipeline::historyOfTheRunner()
{
    QFETCH(schema::EngineKind, engine);
    QFETCH(QString, history);
    QFETCH(QString, one);
    QFETCH(QString, two);
    QFETCH(QByteArray, frame);
    prepare(engine, "ALTER TABLE trips ADD COLUMN early INTEGER;\n");
    if (QTest::currentTestFailed()) {
        return;
    }
    QVERIFY(QFile::remove(m_bench->path(u"work/migrations/V2__note.sql"_s)));
    const auto write = [&](const QString &name, const QByteArray &sql) {
        must(writeDurably(m_bench->path(u"work/migrations/"_s + name), QByteArray(frame).replace("%1", sql)));
    };
    write(one, "CREATE TABLE trips (id INTEGER PRIMARY KEY);");
    write(two, "ALTER TABLE trips ADD COLUMN note VARCHAR(40);");
    const QStringList open{u"review"_s, u"open"_s,       u"--env"_s,  u"production"_s,
                           u"--dir"_s,  u"migrations"_s, u"--check"_s};
    // Without its tool's notes the first migration would be run on a schema that has it.
    const auto failed = [](const Outcome &outcome) { return outcome.json.value(u"risk"_s).toString() == u"critical"; };
    for (const QString &statement : history.split(u';')) {
        CS_REQUIRE(m_database->execute(statement));
    }
    const Outcome opened = run(open);
    EXITS(opened, 0);
    QVERIFY2(opened.json.value(u"warnings"_s)[0].toString().startsWith(u"1 migrations are applied there already"),
             QJsonDocument(opened.json).toJson());
    QVERIFY(!failed(opened));
    // A comment stands at a statement that is there.
    const QString change = opened.json.value(u"change"_s).toString();
    EXITS(run({u"review"_s, u"comment"_s, change, u"--at"_s, two + u":1"_s, u"-m"_s, u"why?"_s}), 0);
    EXITS(run({u"review"_s, u"comment"_s, change, u"--at"_s, two + u":9"_s, u"-m"_s, u"why?"_s}), 2);
    // The tool's own folder is what is signed, whole.
    const Outcome shown = run({u"review"_s, u"show"_s, opened.json.value(u"change"_s).toString()});
    QCOMPARE(shown.json.value(u"files"_s).toArray().size(), 2);
    QVERIFY(QFile::remove(m_bench->path(u"work/migrations/"_s + two)));
    EXITS(run(open), 2);
}

QTEST_GUILESS_MAIN(TestPipeline)
#include "tst_pipeline.moc"

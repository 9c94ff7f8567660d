#include "db/privateserver.h"
#include "rehearsal/rehearse.h"
#include "rehearsal/scratchdatabase.h"
#include "support/servers.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QScopeGuard>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using schema::EngineKind;

/// Scripts that try to get out of a rehearsal (hostile/ENGINE.sql), and what must hold whatever they do: no file
/// written, nobody connected to, the other database of the server and its settings as they were, and an end in time.
class TestHostile : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void scripts_data();
    void scripts();
    void deadline_data();
    void deadline();
    void wall_data();
    void wall();
    void environment_data();
    void environment();
    void cleanupTestCase();

private:
    struct Victim {
        std::unique_ptr<rehearsal::Scratch> scratch;
        QString state;
    };
    base::Result<Victim *> victim(EngineKind engine);
    base::Result<rehearsal::Rehearsal> rehearsed(EngineKind engine, const QString &sql,
                                                 std::chrono::milliseconds deadline = std::chrono::seconds(20));

    rehearsal::ScratchPool m_pool;
    std::map<EngineKind, Victim> m_victims;
    std::map<EngineKind, std::shared_ptr<const schema::Schema>> m_bases;
    QTcpServer m_listener;
    QTemporaryDir m_folder{u"/tmp/csXXXXXX"_s};
    QString m_escape;
    std::map<EngineKind, int> m_counts;
};

namespace {

struct HostileCase {
    QString outcome; ///< refused, failed, harmless
    QString title;
    QString sql;
};

std::vector<HostileCase> casesOf(EngineKind engine)
{
    QFile file(qEnvironmentVariable("COUNTERSIGN_SOURCE_DIR", u"."_s) + u"/tests/rehearsal/hostile/"_s +
               schema::nameOf(engine) + u".sql"_s);
    std::vector<HostileCase> cases;
    if (!file.open(QIODevice::ReadOnly)) {
        return cases;
    }
    const QStringList parts = QString::fromUtf8(file.readAll()).split(u"\n-- case "_s);
    for (const QString &part : parts.mid(1)) {
        const QString head = part.section(u'\n', 0, 0);
        cases.push_back({head.section(u' ', 0, 0), head.section(u' ', 1), part.section(u'\n', 1)});
    }
    return cases;
}

/// What the other people of the server would notice.
base::Result<QString> stateOf(db::Session &session)
{
    QStringList queries;
    switch (session.engine()) {
    case EngineKind::PostgreSql:
        queries = {
            u"SELECT rolname, rolsuper, rolcreaterole, rolcanlogin FROM pg_catalog.pg_roles "
            "WHERE rolname NOT LIKE 'countersign_scratch%' AND rolname <> 'countersign_rehearsal' ORDER BY 1"_s,
            u"SELECT datname FROM pg_catalog.pg_database WHERE datname NOT LIKE 'countersign_scratch%' ORDER BY 1"_s,
            u"SELECT name, setting FROM pg_catalog.pg_settings WHERE context IN ('sighup', 'postmaster') "
            "ORDER BY 1"_s,
            u"SELECT slot_name FROM pg_catalog.pg_replication_slots"_s,
            u"SELECT gid FROM pg_catalog.pg_prepared_xacts"_s,
            u"SELECT id FROM precious"_s};
        break;
    case EngineKind::MySql:
    case EngineKind::MariaDb:
        queries = {u"SHOW GLOBAL VARIABLES WHERE Variable_name NOT LIKE 'gtid%' AND Variable_name NOT LIKE '%time%'"_s,
                   u"SHOW PLUGINS"_s, u"SHOW DATABASES"_s, u"SELECT id FROM precious"_s};
        break;
    case EngineKind::Sqlite:
        queries = {u"SELECT id FROM precious"_s};
        break;
    }
    CS_TRY(results, session.runAll(queries, {}));
    QStringList lines;
    for (const db::Rows &rows : results) {
        for (int row = 0; row < rows.size(); ++row) {
            lines << rows.text(row, 0) + u'=' + (rows.columns().size() > 1 ? rows.text(row, 1) : QString());
        }
    }
    return lines.join(u'\n');
}

} // namespace

#define VERIFY_RESULT(result) QVERIFY2((result).has_value(), testsupport::errorText(result).constData())

void TestHostile::initTestCase()
{
    QVERIFY(m_listener.listen(QHostAddress::LocalHost));
    QVERIFY(m_folder.isValid());
    QVERIFY(QFile(m_folder.path()).setPermissions(QFileDevice::Permissions(0x7777))); // for whoever the server runs as
    m_escape = m_folder.filePath(u"escaped"_s);
}

base::Result<TestHostile::Victim *> TestHostile::victim(EngineKind engine)
{
    Victim &entry = m_victims[engine];
    if (!entry.scratch) {
        CS_TRY(scratch, m_pool.take(engine, rehearsal::Contents::Empty, {}));
        CS_CHECK(scratch->session().run(u"CREATE TABLE precious (id int)"_s, {}));
        CS_CHECK(scratch->session().run(u"INSERT INTO precious VALUES (42)"_s, {}));
        CS_TRY(state, stateOf(scratch->session()));
        entry.scratch = std::move(scratch);
        entry.state = state;
    }
    return &entry;
}

base::Result<rehearsal::Rehearsal> TestHostile::rehearsed(EngineKind engine, const QString &sql,
                                                          std::chrono::milliseconds deadline)
{
    std::shared_ptr<const schema::Schema> &base = m_bases[engine];
    if (!base) {
        CS_TRY(loaded,
               rehearsal::loadScript(m_pool, engine, u"CREATE TABLE t (id int NOT NULL PRIMARY KEY, a int, b text);"_s,
                                     u"base.sql"_s, {}, {}));
        base = std::make_shared<const schema::Schema>(std::move(loaded));
    }
    rehearsal::Request request;
    request.base = base;
    request.migrations = rehearsal::migrationsFromSql(sql, u"hostile.sql"_s, migration::TransactionMode::None);
    request.deadline = deadline;
    return rehearsal::rehearse(m_pool, request, {}, {});
}

void TestHostile::scripts_data()
{
    QTest::addColumn<EngineKind>("engine");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("sql");
    for (const EngineKind engine : {EngineKind::PostgreSql, EngineKind::MariaDb, EngineKind::Sqlite}) {
        for (const HostileCase &entry : casesOf(engine)) {
            QTest::addRow("%s: %s", qPrintable(schema::nameOf(engine)), qPrintable(entry.title))
                << engine << entry.outcome << entry.sql;
        }
    }
}

void TestHostile::scripts()
{
    QFETCH(EngineKind, engine);
    QFETCH(QString, outcome);
    QFETCH(QString, sql);
    const auto other = victim(engine);
    VERIFY_RESULT(other);
    sql.replace(u"{ESCAPE}"_s, m_escape)
        .replace(u"{PORT}"_s, QString::number(m_listener.serverPort()))
        .replace(u"{VICTIM}"_s, (*other)->scratch->url().database);
    const auto trail = rehearsed(engine, sql);
    VERIFY_RESULT(trail);
    ++m_counts[engine];
    const int failed = trail->failedStatement();
    QString why = u"ran"_s;
    if (failed > 0) {
        const rehearsal::StatementRun &run = trail->statements[static_cast<std::size_t>(failed) - 1];
        why = run.refusal.isEmpty() ? u"failed: "_s + (run.error ? run.error->message : QString())
                                    : u"refused: "_s + run.refusal;
        QVERIFY2(trail->stopped.contains(u"statement %1"_s.arg(failed)), qPrintable(trail->stopped));
        QVERIFY(!trail->complete);
    }
    QVERIFY2(why.startsWith(outcome == u"harmless" ? u"ran"_s : outcome + u": "_s), qPrintable(why));
    QVERIFY2(!why.endsWith(u": "_s), "without a reason");
    QVERIFY2(!QFile::exists(m_escape), "wrote a file outside");
    QVERIFY2(!m_listener.waitForNewConnection(0), "connected to this machine");
    const auto state = stateOf((*other)->scratch->session());
    VERIFY_RESULT(state);
    QCOMPARE(*state, (*other)->state);
    if (m_counts[engine] % 10 ==
        0) { // the server still serves, as the question before has shown: now a whole rehearsal
        const auto next = rehearsed(engine, u"ALTER TABLE t ADD COLUMN fine int;"_s);
        VERIFY_RESULT(next);
        QVERIFY2(next->complete, qPrintable(next->stopped));
    }
}

void TestHostile::deadline_data()
{
    QTest::addColumn<EngineKind>("engine");
    QTest::addColumn<QString>("sql");
    const auto row = [](EngineKind engine, const char *name, const QString &sql) {
        QTest::addRow("%s: %s", qPrintable(schema::nameOf(engine)), name) << engine << sql;
    };
    row(EngineKind::PostgreSql, "sleep", u"SET statement_timeout = 0; SELECT pg_sleep(60);"_s);
    row(EngineKind::PostgreSql, "loop", u"DO $$ BEGIN LOOP NULL; END LOOP; END $$;"_s);
    row(EngineKind::PostgreSql, "does not obey",
        u"DO $$ BEGIN LOOP BEGIN PERFORM pg_sleep(60); EXCEPTION WHEN query_canceled THEN NULL; END; END LOOP; END $$;"_s);
    row(EngineKind::PostgreSql, "rows without end",
        u"CREATE TABLE x AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n % 1000 + 1 FROM c) SELECT count(*) FROM c;"_s);
    row(EngineKind::PostgreSql, "waits for itself",
        u"SELECT pg_advisory_lock(1); DO $$ BEGIN PERFORM pg_sleep(60); END $$;"_s);
    row(EngineKind::MariaDb, "sleep", u"SELECT SLEEP(60);"_s);
    row(EngineKind::MariaDb, "loop", u"BEGIN NOT ATOMIC WHILE TRUE DO SET @x = 1; END WHILE; END;"_s);
    row(EngineKind::MariaDb, "does not obey",
        u"BEGIN NOT ATOMIC DECLARE CONTINUE HANDLER FOR SQLEXCEPTION SET @x = 1; "
        "WHILE TRUE DO SET @y = SLEEP(60); END WHILE; END;"_s);
    row(EngineKind::MariaDb, "computes", u"SELECT BENCHMARK(100000000000, SHA2('x', 512));"_s);
    row(EngineKind::MariaDb, "rows without end",
        u"SET max_recursive_iterations = 4294967295; CREATE TABLE x AS WITH RECURSIVE c AS "
        "(SELECT 1 AS n UNION ALL SELECT n % 1000 + 1 FROM c) SELECT COUNT(*) AS n FROM c;"_s);
    row(EngineKind::Sqlite, "rows without end",
        u"CREATE TABLE x AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c;"_s);
    row(EngineKind::Sqlite, "computes",
        u"WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT max(hex(randomblob(1000))) FROM c;"_s);
    row(EngineKind::Sqlite, "a trigger that calls itself",
        u"PRAGMA recursive_triggers = ON; CREATE TRIGGER tr AFTER INSERT ON t BEGIN "
        "INSERT INTO t (id) SELECT new.id + value FROM (SELECT 1 AS value UNION SELECT 2); END; "
        "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) INSERT OR IGNORE INTO t (id) SELECT n FROM c;"_s);
}

void TestHostile::deadline()
{
    QFETCH(EngineKind, engine);
    QFETCH(QString, sql);
    QElapsedTimer timer;
    VERIFY_RESULT(rehearsed(engine, u"ALTER TABLE t ADD COLUMN fine int;"_s)); // warm
    timer.start();
    VERIFY_RESULT(rehearsed(engine, u"ALTER TABLE t ADD COLUMN fine int;"_s));
    const qint64 around = timer.elapsed(); // making and dropping the scratch database
    timer.start();
    const auto trail = rehearsed(engine, sql, std::chrono::milliseconds(500));
    const qint64 took = timer.elapsed();
    if (trail) {
        QVERIFY(!trail->complete);
        QVERIFY2(!trail->stopped.isEmpty(), "without a reason");
    } else { // the process had to be ended from outside
        QCOMPARE(trail.error().kind, base::ErrorKind::Undecided);
    }
    QVERIFY2(took <= 500 + 2000 + around, qPrintable(u"%1 ms, %2 of them around"_s.arg(took).arg(around)));
    VERIFY_RESULT(rehearsed(engine, u"ALTER TABLE t ADD COLUMN fine int;"_s));
}

void TestHostile::wall_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<bool>("runs");
    QTest::newRow("a file outside") << u"touch %1"_s.arg(m_escape) << false;
    QTest::newRow("the network") << u"bash -c 'echo > /dev/tcp/127.0.0.1/%1'"_s.arg(m_listener.serverPort()) << false;
    QTest::newRow("the system") << u"touch /usr/escaped /etc/escaped /var/escaped"_s << false;
    QTest::newRow("other processes") << u"kill -0 %1"_s.arg(QCoreApplication::applicationPid()) << false;
    QTest::newRow("its own folder") << u"cat > inside"_s << true; // reads its input to the end
}

/// The last wall: even the server's superuser, who runs programs, reaches neither network nor files nor processes.
void TestHostile::wall()
{
    QFETCH(QString, command);
    QFETCH(bool, runs);
    db::PrivateServerOptions options;
    options.walled = true;
    auto server = db::PrivateServer::start(EngineKind::PostgreSql, options);
    VERIFY_RESULT(server);
    if (!server->isWalled()) {
        QSKIP("bwrap is missing or not allowed here: private servers run without a wall");
    }
    db::SessionOptions access;
    access.access = db::Access::ReadWrite;
    {
        const auto session = db::openSession(server->url(), access, {});
        VERIFY_RESULT(session);
        QString quoted = command;
        quoted.replace(u'\'', u"''"_s);
        const auto ran = (*session)->run(u"COPY (SELECT 1) TO PROGRAM '%1'"_s.arg(quoted), {});
        QVERIFY2(ran.has_value() == runs, testsupport::errorText(ran).constData());
    }
    QVERIFY(!QFile::exists(m_escape));
    QVERIFY(!m_listener.waitForNewConnection(0));
    const QString folder = server->folder();
    server->stop();
    QVERIFY(!QFile::exists(folder));
}

void TestHostile::environment_data()
{
    QTest::addColumn<EngineKind>("engine");
    QTest::newRow("postgresql") << EngineKind::PostgreSql;
    QTest::newRow("mariadb") << EngineKind::MariaDb;
    QTest::newRow("sqlite") << EngineKind::Sqlite;
}

/// Whoever escapes into a process of the rehearsal finds no agent, bus, password or token of ours in its environment.
void TestHostile::environment()
{
    QFETCH(EngineKind, engine);
    const QByteArray secret = "secret-of-" + QByteArray::number(QCoreApplication::applicationPid());
    const char *const doors[] = {"SSH_AUTH_SOCK", "DBUS_SESSION_BUS_ADDRESS", "PGPASSWORD", "COUNTERSIGN_LEDGER",
                                 "AWS_SECRET_ACCESS_KEY"};
    std::vector<std::pair<const char *, std::optional<QByteArray>>> before;
    for (const char *door : doors) {
        before.emplace_back(door, qEnvironmentVariableIsSet(door) ? std::optional(qgetenv(door)) : std::nullopt);
        qputenv(door, secret);
    }
    const auto restore = qScopeGuard([&before] {
        for (const auto &[door, value] : before) {
            value ? qputenv(door, *value) : qunsetenv(door);
        }
    });
    const auto told = [&secret] {
        QStringList processes;
        for (const QString &process : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
            QFile environment(u"/proc/%1/environ"_s.arg(process));
            if (environment.open(QIODevice::ReadOnly) && environment.readAll().contains(secret)) {
                QFile command(u"/proc/%1/cmdline"_s.arg(process));
                static_cast<void>(command.open(QIODevice::ReadOnly));
                processes << process + u": "_s + QString::fromLocal8Bit(command.readAll().replace('\0', ' '));
            }
        }
        return processes;
    };
    QProcess proof; // that the search finds what is told
    proof.start(u"cat"_s, {});
    QVERIFY(proof.waitForStarted());
    QTRY_COMPARE(told().size(), 1);
    proof.kill();
    QVERIFY(proof.waitForFinished());
    rehearsal::ScratchPool pool;
    const auto scratch = pool.take(engine, rehearsal::Contents::Empty, {});
    VERIFY_RESULT(scratch);
    VERIFY_RESULT((*scratch)->session().run(u"SELECT 1"_s, {}));
    QCOMPARE(told(), QStringList());
}

void TestHostile::cleanupTestCase()
{
    m_victims.clear();
    qInfo("hostile scripts: %d on PostgreSQL, %d on MariaDB, %d on SQLite", m_counts[EngineKind::PostgreSql],
          m_counts[EngineKind::MariaDb], m_counts[EngineKind::Sqlite]);
}

QTEST_GUILESS_MAIN(TestHostile)
#include "tst_hostile.moc"

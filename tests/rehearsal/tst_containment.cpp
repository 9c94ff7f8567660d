#include "rehearsal/containment.h"
#include "rehearsal/watchdog.h"

#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace countersign;
using schema::EngineKind;

/// What is refused before it runs, and that ordinary migrations are not.
class TestContainment : public QObject
{
    Q_OBJECT

private slots:
    void refuses_data();
    void refuses();
    void letsThrough_data();
    void letsThrough();
    void refusesClientCommands();
    void theWatchdogGuardsTheRoom();
};

namespace {

QString refusalOf(EngineKind engine, const QString &sql)
{
    sql::Statement statement;
    statement.text = sql;
    return rehearsal::refusal(statement, sql::dialectOf(engine));
}

void addRows(const char *engine, EngineKind kind, const QStringList &statements)
{
    for (const QString &statement : statements) {
        QTest::newRow(qPrintable(QString::fromLatin1(engine) + u": "_s + statement)) << kind << statement;
    }
}

} // namespace

void TestContainment::refuses_data()
{
    QTest::addColumn<EngineKind>("engine");
    QTest::addColumn<QString>("sql");
    addRows("postgresql", EngineKind::PostgreSql,
            {u"COPY t TO PROGRAM 'sh -c id'"_s,
             u"COPY t FROM PROGRAM 'curl x'"_s,
             u"COPY t TO '/tmp/x'"_s,
             u"copy t from '/etc/passwd'"_s,
             u"COPY (SELECT 1) TO '/tmp/x'"_s,
             u"ALTER SYSTEM SET fsync = off"_s,
             u"LOAD 'x.so'"_s,
             u"CREATE SUBSCRIPTION s CONNECTION 'host=x' PUBLICATION p"_s,
             u"CREATE USER MAPPING FOR u SERVER s"_s,
             u"CREATE DATABASE x"_s,
             u"DROP DATABASE x"_s,
             u"CREATE TABLESPACE x LOCATION '/tmp'"_s,
             u"SET SESSION AUTHORIZATION postgres"_s,
             u"RESET SESSION AUTHORIZATION"_s,
             u"ALTER ROLE x SUPERUSER"_s,
             u"CREATE ROLE x SUPERUSER"_s,
             u"CREATE ROLE x IN ROLE y"_s,
             u"DROP ROLE x"_s,
             u"DROP USER x"_s,
             u"CREATE FUNCTION f() RETURNS int LANGUAGE c AS 'x.so'"_s,
             u"CREATE FUNCTION f() RETURNS int AS 'x' LANGUAGE \"c\""_s,
             u"CREATE FUNCTION f() RETURNS int LANGUAGE plpython3u AS $$ pass $$"_s,
             u"SELECT pg_read_file('/etc/passwd')"_s,
             u"SELECT pg_catalog.pg_read_file('/etc/passwd')"_s,
             u"SELECT /* x */ pg_read_file /**/ ('x')"_s,
             u"SELECT \"pg_read_file\"('x')"_s,
             u"SELECT lo_import('/etc/passwd')"_s,
             u"SELECT lo_export(1, '/tmp/x')"_s,
             u"SELECT dblink('host=x', 'select 1')"_s,
             u"SELECT pg_terminate_backend(1)"_s,
             u"SELECT pg_reload_conf()"_s,
             u"PREPARE TRANSACTION 'x'"_s});
    addRows("mysql", EngineKind::MariaDb,
            {u"LOAD DATA INFILE '/etc/passwd' INTO TABLE t"_s,
             u"LOAD DATA LOCAL INFILE 'x' INTO TABLE t"_s,
             u"LOAD XML INFILE 'x' INTO TABLE t"_s,
             u"SELECT * FROM t INTO OUTFILE '/tmp/x'"_s,
             u"SELECT 1 INTO DUMPFILE '/tmp/x'"_s,
             u"SELECT LOAD_FILE('/etc/passwd')"_s,
             u"/*!50000 SELECT 1 INTO OUTFILE '/tmp/x' */"_s,
             u"/*M!100000 SET GLOBAL x = 1 */"_s,
             u"INSTALL PLUGIN x SONAME 'x.so'"_s,
             u"INSTALL SONAME 'x.so'"_s,
             u"CREATE FUNCTION f RETURNS INTEGER SONAME 'x.so'"_s,
             u"SET GLOBAL general_log = 1"_s,
             u"SET @@GLOBAL.general_log = 1"_s,
             u"SET PERSIST x = 1"_s,
             u"SET sql_log_bin = 0"_s,
             u"SET @@session.sql_log_bin = 0"_s,
             u"SET PASSWORD = PASSWORD('x')"_s,
             u"SHUTDOWN"_s,
             u"KILL 5"_s,
             u"FLUSH PRIVILEGES"_s,
             u"RESET MASTER"_s,
             u"PURGE BINARY LOGS TO 'x'"_s,
             u"CHANGE MASTER TO MASTER_HOST='x'"_s,
             u"START SLAVE"_s,
             u"STOP SLAVE"_s,
             u"CREATE USER x"_s,
             u"CREATE ROLE x"_s,
             u"DROP USER x"_s,
             u"CREATE DATABASE x"_s,
             u"DROP SCHEMA x"_s,
             u"USE mysql"_s,
             u"CREATE SERVER s FOREIGN DATA WRAPPER mysql OPTIONS (HOST 'x')"_s,
             u"CREATE TABLE t (a int) DATA DIRECTORY='/tmp'"_s});
    addRows("sqlite", EngineKind::Sqlite,
            {u"ATTACH '/tmp/x.db' AS x"_s, u"ATTACH DATABASE ':memory:' AS x"_s, u"DETACH x"_s,
             u"VACUUM INTO '/tmp/x.db'"_s, u"VACUUM main INTO '/tmp/x.db'"_s, u"SELECT load_extension('x')"_s,
             u"SELECT [load_extension]('x')"_s, u"PRAGMA writable_schema = ON"_s, u"PRAGMA main.writable_schema(1)"_s,
             u"SELECT writefile('/tmp/x', 'y')"_s, u"SELECT readfile('/etc/passwd')"_s,
             u"PRAGMA temp_store_directory = '/tmp'"_s, u"PRAGMA trusted_schema = 1"_s});
}

void TestContainment::refuses()
{
    QFETCH(EngineKind, engine);
    QFETCH(QString, sql);
    QVERIFY(!refusalOf(engine, sql).isEmpty());
}

void TestContainment::letsThrough_data()
{
    QTest::addColumn<EngineKind>("engine");
    QTest::addColumn<QString>("sql");
    addRows("postgresql", EngineKind::PostgreSql,
            {u"CREATE TABLE t (program text)"_s, u"COPY t FROM STDIN"_s, u"COMMENT ON TABLE t IS 'COPY t TO PROGRAM'"_s,
             u"ALTER TABLE t ADD COLUMN role text"_s,
             u"CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$"_s,
             u"CREATE INDEX CONCURRENTLY i ON t (a)"_s, u"GRANT SELECT ON t TO reader"_s, u"SET lock_timeout = '3s'"_s,
             u"ALTER DATABASE x SET timezone = 'UTC'"_s, u"CREATE EXTENSION pg_trgm"_s,
             u"CREATE TABLE \"database\" (a int)"_s});
    addRows("mysql", EngineKind::MariaDb,
            {u"ALTER TABLE t ADD COLUMN `shutdown` int"_s, u"INSERT INTO t VALUES ('INTO OUTFILE')"_s,
             u"SET SESSION sql_mode = 'ANSI'"_s, u"SET foreign_key_checks = 0"_s, u"START TRANSACTION"_s,
             u"GRANT SELECT ON t TO x"_s, u"CREATE TABLE role (a int)"_s, u"ALTER DATABASE CHARACTER SET utf8mb4"_s});
    addRows("sqlite", EngineKind::Sqlite,
            {u"PRAGMA foreign_keys = OFF"_s, u"VACUUM"_s, u"CREATE TABLE attach_log (a)"_s,
             u"PRAGMA user_version = 3"_s, u"PRAGMA writable_schema"_s, u"INSERT INTO t VALUES ('ATTACH x')"_s,
             u"PRAGMA journal_mode = WAL"_s});
}

void TestContainment::letsThrough()
{
    QFETCH(EngineKind, engine);
    QFETCH(QString, sql);
    QCOMPARE(refusalOf(engine, sql), QString());
}

void TestContainment::refusesClientCommands()
{
    sql::Statement statement;
    statement.text = u"\\copy t from '/etc/passwd'"_s;
    statement.clientCommand = statement.text;
    QVERIFY(rehearsal::refusal(statement, sql::dialectOf(EngineKind::PostgreSql)).contains(u"not SQL"_s));
}

/// The whole of it needs gigabytes: a server of ours that fills its folder is stopped by the same token.
void TestContainment::theWatchdogGuardsTheRoom()
{
    std::atomic<int> asked = 0;
    std::atomic<bool> ended = false;
    rehearsal::Watchdog watchdog(
        std::chrono::minutes(10), {}, [&ended] { ended = true; }, [&asked] { return ++asked == 3; });
    QTRY_VERIFY_WITH_TIMEOUT(watchdog.token().stop_requested(), 10000);
    QVERIFY(watchdog.ranOutOfRoom());
    QVERIFY(!watchdog.deadlinePassed());
    QCOMPARE(asked.load(), 3);
    QTRY_VERIFY_WITH_TIMEOUT(ended.load(), 10000); // what does not obey is ended
}

QTEST_GUILESS_MAIN(TestContainment)
#include "tst_containment.moc"

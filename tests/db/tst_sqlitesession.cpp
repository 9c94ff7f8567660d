#include "db/session.h"
#include "support/servers.h"

#include <QFile>
#include <QFileInfo>

#include <thread>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::testsupport;
using base::ErrorKind;
using db::Access;

namespace {

db::SessionOptions writing()
{
    db::SessionOptions options;
    options.access = Access::ReadWrite;
    options.lockTimeout = std::chrono::milliseconds(50);
    return options;
}

constexpr auto endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

} // namespace

class TestSqliteSession : public QObject
{
    Q_OBJECT

private:
    std::optional<TestDatabase> m_database;

private slots:
    void init()
    {
        auto database = TestDatabase::create(schema::EngineKind::Sqlite, u"session"_s);
        CS_REQUIRE(database);
        m_database.emplace(std::move(*database));
        CS_REQUIRE(m_database->execute(u"CREATE TABLE t (a, b); INSERT INTO t VALUES (1, x'00ff'), (NULL, 'ü');"_s));
    }

    void readsValues()
    {
        const auto session = db::openSession(m_database->url(), {}, {});
        CS_REQUIRE(session);
        const auto rows = (*session)->run(u"SELECT a, b FROM t ORDER BY rowid"_s, {});
        CS_REQUIRE(rows);
        QCOMPARE(rows->size(), 2);
        QCOMPARE(rows->columns(), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(rows->number(0, 0), 1);
        QCOMPARE(rows->bytes(0, 1).toByteArray(), QByteArray("\0\xff", 2));
        QVERIFY(rows->isNull(1, 0));
        QCOMPARE(rows->text(1, 1), u"ü"_s);
        QVERIFY((*session)->version() >= 33500);
    }

    void readOnlyRefuses_data()
    {
        QTest::addColumn<QString>("sql");
        const QString other = u"'/tmp/countersign-must-not-exist.db'"_s;
        QTest::newRow("insert") << u"INSERT INTO t VALUES (2, 3)"_s;
        QTest::newRow("create") << u"CREATE TABLE u (a)"_s;
        QTest::newRow("create temp") << u"CREATE TEMP TABLE u (a)"_s;
        QTest::newRow("attach") << u"ATTACH %1 AS other"_s.arg(other);
        QTest::newRow("attach by expression") << u"ATTACH '/tmp/' || 'countersign-must-not-exist.db' AS other"_s;
        QTest::newRow("vacuum into") << u"VACUUM INTO %1"_s.arg(other);
        QTest::newRow("vacuum") << u"VACUUM"_s;
        QTest::newRow("unguard") << u"PRAGMA query_only = OFF"_s;
        QTest::newRow("journal mode") << u"PRAGMA journal_mode = WAL"_s;
        QTest::newRow("user version") << u"PRAGMA user_version = 7"_s;
        QTest::newRow("load extension") << u"SELECT load_extension('libm.so')"_s;
    }
    void readOnlyRefuses()
    {
        QFETCH(QString, sql);
        const auto before = runProgram(u"sha256sum"_s, {m_database->name()});
        CS_REQUIRE(before);
        {
            const auto session = db::openSession(m_database->url(), {}, {});
            CS_REQUIRE(session);
            const auto rows = (*session)->run(sql, {});
            QVERIFY(!rows.has_value());
            QVERIFY(!rows.error().sqlState.isEmpty());
        }
        QVERIFY(!QFile::exists(u"/tmp/countersign-must-not-exist.db"_s));
        QCOMPARE(*runProgram(u"sha256sum"_s, {m_database->name()}), *before);
    }

    void scratchRefusesOtherFiles_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("attach") << u"ATTACH '/tmp/countersign-must-not-exist.db' AS other"_s;
        QTest::newRow("vacuum into") << u"VACUUM INTO '/tmp/countersign-must-not-exist.db'"_s;
        QTest::newRow("load extension") << u"SELECT load_extension('libm.so')"_s;
        QTest::newRow("schema by hand") << u"UPDATE sqlite_schema SET sql = ''"_s;
        QTest::newRow("writable schema") << u"PRAGMA writable_schema = ON"_s;
    }
    void scratchRefusesOtherFiles()
    {
        QFETCH(QString, sql);
        const auto session = db::openSession(m_database->url(), writing(), {});
        CS_REQUIRE(session);
        const auto rows = (*session)->run(sql, {});
        QVERIFY(!rows.has_value());
        QVERIFY(!QFile::exists(u"/tmp/countersign-must-not-exist.db"_s));
    }

    void scratchWrites()
    {
        const auto session = db::openSession(m_database->url(), writing(), {});
        CS_REQUIRE(session);
        const auto changed = (*session)->run(u"UPDATE t SET a = 5"_s, {});
        CS_REQUIRE(changed);
        QCOMPARE(changed->affected(), 2);
        CS_REQUIRE((*session)->run(u"CREATE TABLE u (a)"_s, {}));
        CS_REQUIRE((*session)->run(u"VACUUM"_s, {}));
    }

    void oneStatementOnly()
    {
        const auto session = db::openSession(m_database->url(), writing(), {});
        CS_REQUIRE(session);
        CS_REQUIRE((*session)->run(u"SELECT 1; -- the end\n ; "_s, {}));
        const auto two = (*session)->run(u"DELETE FROM t; DELETE FROM t"_s, {});
        QVERIFY(!two.has_value());
        QCOMPARE(two.error().kind, ErrorKind::Usage);
        QCOMPARE((*session)->run(u"SELECT count(*) FROM t"_s, {})->number(0, 0), 2);
        QVERIFY(!(*session)->run(u"SELECT 1"_s + QChar(0) + u"; DELETE FROM t"_s, {}).has_value());
    }

    void deadlineIsUndecided()
    {
        db::SessionOptions options;
        options.statementTimeout = std::chrono::milliseconds(50);
        const auto session = db::openSession(m_database->url(), options, {});
        CS_REQUIRE(session);
        const auto rows = (*session)->run(QString::fromLatin1(endless), {});
        QVERIFY(!rows.has_value());
        QCOMPARE(rows.error().kind, ErrorKind::Undecided);
        QCOMPARE(rows.error().sqlState, u"SQLITE_INTERRUPT"_s);
        CS_REQUIRE((*session)->run(u"SELECT 1"_s, {}));
        QVERIFY((*session)->sent().at((*session)->sent().size() - 2).failed);
    }

    void stopRequestStops()
    {
        const auto session = db::openSession(m_database->url(), {}, {});
        CS_REQUIRE(session);
        std::stop_source source;
        const std::jthread other([&] { source.request_stop(); });
        const auto rows = (*session)->run(QString::fromLatin1(endless), source.get_token());
        QVERIFY(!rows.has_value());
        QCOMPARE(rows.error().kind, ErrorKind::Cancelled);
        CS_REQUIRE((*session)->run(u"SELECT 1"_s, {}));
    }

    void lockIsUndecided()
    {
        const auto one = db::openSession(m_database->url(), writing(), {});
        CS_REQUIRE(one);
        const auto two = db::openSession(m_database->url(), writing(), {});
        CS_REQUIRE(two);
        CS_REQUIRE((*one)->run(u"BEGIN IMMEDIATE"_s, {}));
        const auto blocked = (*two)->run(u"DELETE FROM t"_s, {});
        QVERIFY(!blocked.has_value());
        QCOMPARE(blocked.error().kind, ErrorKind::Undecided);
        QCOMPARE(blocked.error().sqlState, u"SQLITE_BUSY"_s);
    }

    void wrongFiles()
    {
        db::ConnectionUrl url = m_database->url();
        url.database += u".missing"_s;
        const auto missing = db::openSession(url, {}, {});
        QVERIFY(!missing.has_value());
        QCOMPARE(missing.error().kind, ErrorKind::Usage);
        QFile text(url.database);
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write(QByteArray(4096, 'x'));
        text.close();
        const auto noDatabase = db::openSession(url, {}, {});
        QVERIFY(!noDatabase.has_value());
        QCOMPARE(noDatabase.error().kind, ErrorKind::Usage);
        QCOMPARE(noDatabase.error().sqlState, u"SQLITE_NOTADB"_s);
        url.database = QFileInfo(m_database->name()).absolutePath();
        QVERIFY(!db::openSession(url, {}, {}).has_value());
    }
};

QTEST_GUILESS_MAIN(TestSqliteSession)
#include "tst_sqlitesession.moc"

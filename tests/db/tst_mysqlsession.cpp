#include "db/session.h"
#include "support/servers.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <thread>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::testsupport;

class TestMySqlSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        auto database = TestDatabase::create(schema::EngineKind::MariaDb, u"session"_s);
        CS_REQUIRE(database);
        m_database = std::make_unique<TestDatabase>(std::move(*database));
        CS_REQUIRE(m_database->execute(u"CREATE TABLE t (a int NOT NULL)"_s));
    }
    void cleanupTestCase() { m_database.reset(); }

    void saysWhatItTalksTo()
    {
        const auto session = open({});
        QCOMPARE(session->engine(), schema::EngineKind::MariaDb);
        QVERIFY(session->version() > 100600);
        QVERIFY(session->versionText().contains(u'.'));
        QCOMPARE(session->databaseName(), m_database->name());
    }

    void returnsText()
    {
        const auto session = open({});
        const auto rows = session->run(u"SELECT 1 AS a, NULL AS b, 'grün' AS c"_s, {});
        CS_REQUIRE(rows);
        QCOMPARE(rows->columns(), QStringList({u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(rows->number(0, 0), 1);
        QVERIFY(rows->isNull(0, 1));
        QCOMPARE(rows->text(0, 2), u"grün"_s);
    }

    void readOnlyRefusesToWrite()
    {
        const auto session = open({});
        for (const QString &sql : {u"INSERT INTO t VALUES (1)"_s, u"CREATE TABLE u (a int)"_s, u"DROP TABLE t"_s}) {
            const auto done = session->run(sql, {});
            QVERIFY2(!done, qPrintable(sql));
            QCOMPARE(done.error().kind, base::ErrorKind::NotAllowed);
        }
    }

    void refusesASecondStatement()
    {
        const auto session = open({});
        CS_REQUIRE(session->runAll({u"SELECT 1"_s, u"SELECT 2"_s}, {}));
        const auto done = session->run(u"SELECT 1; SELECT 2"_s, {});
        QVERIFY(!done);
        QCOMPARE(done.error().sqlState, u"42000/1064"_s);
    }

    void returnsAllResultsOfAPacket()
    {
        const auto session = open({});
        const auto results = session->runAll({u"SELECT 1"_s, u"DO 0"_s, u"SELECT 'a;b'"_s, u"SELECT 3"_s}, {});
        CS_REQUIRE(results);
        QCOMPARE(results->size(), std::size_t{4});
        QCOMPARE((*results)[2].text(0, 0), u"a;b"_s);
        QCOMPARE((*results)[3].text(0, 0), u"3"_s);
        const auto failed = session->runAll({u"SELECT 1"_s, u"SELECT * FROM missing"_s, u"SELECT 3"_s}, {});
        QVERIFY(!failed);
        QCOMPARE(failed.error().sqlState, u"42S02/1146"_s);
        CS_REQUIRE(session->run(u"SELECT 1"_s, {}));
    }

    void stopsWithinASecond()
    {
        const auto session = open({});
        std::stop_source source;
        QElapsedTimer timer;
        timer.start();
        std::jthread stopper([this, &source] {
            const auto watcher = open({});
            const QString running =
                u"SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE INFO LIKE 'SELECT SLEEP(20)%'"_s;
            while (notYet(*watcher, running)) {
            }
            source.request_stop();
        });
        const auto done = session->run(u"SELECT SLEEP(20)"_s, source.get_token());
        QVERIFY(!done);
        QCOMPARE(done.error().kind, base::ErrorKind::Cancelled);
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
        CS_REQUIRE(session->run(u"SELECT 1"_s, {}));
    }

    void keepsWarnings()
    {
        db::SessionOptions options;
        options.access = db::Access::ReadWrite;
        const auto session = open(options);
        CS_REQUIRE(session->run(u"DROP TABLE IF EXISTS missing"_s, {}));
        const QStringList notices = session->takeNotices();
        QCOMPARE(notices.size(), 1);
        QVERIFY2(notices.front().contains(u"missing"_s), qPrintable(notices.front()));
        QVERIFY(session->takeNotices().isEmpty());
    }

    void namesWhatIsWrong()
    {
        db::ConnectionUrl url = m_database->url();
        url.database = u"no_such_database"_s;
        const auto unknown = db::openSession(url, {}, {});
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().kind, base::ErrorKind::Usage);

        url = m_database->url();
        url.user = u"nobody"_s;
        url.password = u"secret-word"_s;
        const auto denied = db::openSession(url, {}, {});
        QVERIFY(!denied);
        QCOMPARE(denied.error().kind, base::ErrorKind::NotAllowed);
        QVERIFY(!denied.error().text().contains(u"secret-word"_s));

        url = m_database->url();
        url.options.insert(u"socket"_s, u"/nowhere/s"_s);
        const auto unreachable = db::openSession(url, {}, {});
        QVERIFY(!unreachable);
        QCOMPARE(unreachable.error().kind, base::ErrorKind::Undecided);

        url = m_database->url();
        url.options.insert(u"sokcet"_s, u"x"_s);
        const auto misspelt = db::openSession(url, {}, {});
        QVERIFY(!misspelt);
        QCOMPARE(misspelt.error().kind, base::ErrorKind::Usage);
    }

    void readsOptionFiles()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"my.cnf"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const db::ConnectionUrl server = m_database->url();
        file.write("[client]\nuser=" + server.user.toUtf8() + "\nsocket=" + server.options.value(u"socket"_s).toUtf8() +
                   "\n");
        file.close();
        db::ConnectionUrl url;
        url.engine = schema::EngineKind::MariaDb;
        url.database = m_database->name();
        url.options.insert(u"defaults-file"_s, file.fileName());
        const auto session = db::openSession(url, {}, {});
        CS_REQUIRE(session);
    }

private:
    /// True until the watched statement is seen to run.
    static bool notYet(db::Session &watcher, const QString &running)
    {
        const auto rows = watcher.run(running, {});
        return rows && rows->number(0, 0) == 0;
    }

    std::unique_ptr<db::Session> open(const db::SessionOptions &options) const
    {
        auto session = db::openSession(m_database->url(), options, {});
        return session ? std::move(*session) : nullptr;
    }

    std::unique_ptr<TestDatabase> m_database;
};

QTEST_GUILESS_MAIN(TestMySqlSession)
#include "tst_mysqlsession.moc"

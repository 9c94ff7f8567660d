#include "db/privateserver.h"
#include "support/servers.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <thread>

using namespace Qt::StringLiterals;
using namespace countersign;
using schema::EngineKind;
using testsupport::TestDatabase;
using testsupport::TestServers;

namespace {

/// The processes whose command line names @p folder.
QList<qint64> processesOf(const QString &folder)
{
    QList<qint64> found;
    for (const QString &name : QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile commandLine(u"/proc/%1/cmdline"_s.arg(name));
        bool isProcess = false;
        const qint64 process = name.toLongLong(&isProcess);
        if (isProcess && process != QCoreApplication::applicationPid() && commandLine.open(QIODevice::ReadOnly) &&
            commandLine.readAll().contains(folder.toUtf8())) {
            found.append(process);
        }
    }
    return found;
}

/// This program again, as an owner that tells its server's folder and waits for its standard input to end.
int runAsOwner(const QString &engine, const QString &parent)
{
    const auto server =
        db::PrivateServer::start(*schema::engineFromName(engine), db::PrivateServerOptions{.parentFolder = parent});
    QTextStream(stdout) << (server ? server->folder() : server.error().text()) << Qt::endl;
    return QTextStream(stdin).readLine().isNull() ? 0 : 1;
}

} // namespace

class TstServers : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_parent{u"/tmp/csXXXXXX"_s};

    static void engines()
    {
        QTest::addColumn<EngineKind>("engine");
        QTest::newRow("postgresql") << EngineKind::PostgreSql;
        QTest::newRow("mariadb") << EngineKind::MariaDb;
    }

    /// Starts an owner and reads its server's folder.
    void startOwner(QProcess &owner, EngineKind engine, QString &folder)
    {
        owner.start(QCoreApplication::applicationFilePath(), {u"--own"_s, schema::nameOf(engine), m_parent.path()});
        QVERIFY(owner.waitForStarted());
        QVERIFY(owner.waitForReadyRead(60000));
        folder = QString::fromUtf8(owner.readLine()).trimmed();
        QVERIFY2(QDir(folder).exists() && folder.startsWith(m_parent.path()), qPrintable(folder));
        QVERIFY(processesOf(folder).size() >= 2);
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_parent.isValid());
        QFile(m_parent.path()).setPermissions(QFile::permissions(m_parent.path()) | QFile::ExeOther);
    }

    void databasesAreSeparateAndDropped_data()
    {
        engines();
        QTest::newRow("sqlite") << EngineKind::Sqlite;
    }

    void databasesAreSeparateAndDropped()
    {
        QFETCH(const EngineKind, engine);
        auto first = TestDatabase::create(engine, u"first"_s);
        CS_REQUIRE(first);
        QString name;
        {
            auto second = TestDatabase::create(engine, u"second"_s);
            CS_REQUIRE(second);
            name = second->name();
            QVERIFY(name != first->name());
            CS_REQUIRE(second->execute(u"CREATE TABLE orders (id int PRIMARY KEY, note varchar(20))"_s));
            CS_REQUIRE(second->execute(u"INSERT INTO orders VALUES (1, 'grüße'), (2, NULL)"_s));
            const auto rows = second->query(u"SELECT id, note FROM orders WHERE id = 1"_s);
            CS_REQUIRE(rows);
            QCOMPARE(*rows, u"1\tgrüße"_s);
            const auto dump = second->dump();
            CS_REQUIRE(dump);
            QVERIFY2(dump->contains(u"orders"_s) && dump->contains(u"note"_s), qPrintable(*dump));
            QVERIFY(!first->dump()->contains(u"orders"_s));
            const auto url = db::parseConnectionUrl(second->urlText());
            CS_REQUIRE(url);
            QCOMPARE(url->database, second->url().database);
            QCOMPARE(url->host, second->url().host);
            QCOMPARE(url->user, second->url().user);
        }
        if (engine == EngineKind::Sqlite) {
            QVERIFY(!QFile::exists(name));
        } else {
            const auto names = first->query(engine == EngineKind::PostgreSql ? u"SELECT datname FROM pg_database"_s
                                                                             : u"SHOW DATABASES"_s);
            CS_REQUIRE(names);
            QVERIFY(!names->split(u'\n').contains(name));
            QVERIFY(names->split(u'\n').contains(first->name()));
        }
    }

    void anErrorStopsTheScriptAndIsTold_data() { databasesAreSeparateAndDropped_data(); }

    void anErrorStopsTheScriptAndIsTold()
    {
        QFETCH(const EngineKind, engine);
        auto database = TestDatabase::create(engine, u"failing"_s);
        CS_REQUIRE(database);
        const auto result =
            database->execute(u"CREATE TABLE a (id int);\nSELECT * FROM missing;\nCREATE TABLE b (id int);"_s);
        QVERIFY(!result);
        QVERIFY2(result.error().message.contains(u"missing"_s), qPrintable(result.error().text()));
        const auto dump = database->dump();
        CS_REQUIRE(dump);
        QVERIFY(!dump->contains(u"TABLE `b`"_s) && !dump->contains(u"public.b "_s) && !dump->contains(u"TABLE b"_s));
    }

    void serversAreOnesOwnAndUpToDate_data() { engines(); }

    void serversAreOnesOwnAndUpToDate()
    {
        QFETCH(const EngineKind, engine);
        const auto first = TestServers::of(engine);
        CS_REQUIRE(first);
        const auto again = TestServers::of(engine);
        CS_REQUIRE(again);
        QCOMPARE(first->socket, again->socket);
        auto database = TestDatabase::create(engine, u"version"_s);
        CS_REQUIRE(database);
        const auto version =
            database->query(engine == EngineKind::PostgreSql ? u"SHOW server_version"_s : u"SELECT version()"_s);
        CS_REQUIRE(version);
        QVERIFY2(version->startsWith(first->version), qPrintable(*version + u" "_s + first->version));
    }

    void stoppingRemovesEverything_data() { engines(); }

    void stoppingRemovesEverything()
    {
        QFETCH(const EngineKind, engine);
        QElapsedTimer timer;
        timer.start();
        auto server = db::PrivateServer::start(engine, {.parentFolder = m_parent.path()});
        CS_REQUIRE(server);
        const QString folder = server->folder();
        qInfo("started in %lld ms", timer.restart());
        server->stop();
        qInfo("stopped in %lld ms", timer.elapsed());
        QVERIFY(!QDir(folder).exists());
        QCOMPARE(processesOf(folder), QList<qint64>());
        server->stop();
    }

    void aKilledOwnerLeavesNothing_data() { engines(); }

    void aKilledOwnerLeavesNothing()
    {
        QFETCH(const EngineKind, engine);
        QProcess owner;
        QString folder;
        startOwner(owner, engine, folder);
        owner.kill();
        QVERIFY(owner.waitForFinished());
        QTRY_VERIFY_WITH_TIMEOUT(!QDir(folder).exists(), 20000);
        QTRY_COMPARE_WITH_TIMEOUT(processesOf(folder), QList<qint64>(), 20000);
    }

    void theNextStartRemovesWhatAKilledSupervisorLeft_data() { engines(); }

    void theNextStartRemovesWhatAKilledSupervisorLeft()
    {
        QFETCH(const EngineKind, engine);
        QProcess owner;
        QString folder;
        startOwner(owner, engine, folder);
        QFile supervisor(folder + u"/supervisor"_s);
        QVERIFY(supervisor.open(QIODevice::ReadOnly));
        const auto process = QString::fromLatin1(supervisor.readAll()).section(u' ', 0, 0).toInt();
        QVERIFY(process > 1);
        kill(process, SIGKILL);
        owner.kill();
        QVERIFY(owner.waitForFinished());
        QVERIFY(QDir(folder).exists());
        QVERIFY(!processesOf(folder).isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT((db::PrivateServer::removeLeftovers(m_parent.path()), !QDir(folder).exists()), 20000);
        QTRY_COMPARE_WITH_TIMEOUT(processesOf(folder), QList<qint64>(), 20000);
    }

    void aRunningServerIsNoLeftover()
    {
        auto server = db::PrivateServer::start(EngineKind::PostgreSql, {.parentFolder = m_parent.path()});
        CS_REQUIRE(server);
        db::PrivateServer::removeLeftovers(m_parent.path());
        QVERIFY(QDir(server->folder()).exists());
        const auto answer = testsupport::runProgram(
            server->programs() + u"/psql"_s,
            {u"-XAtc"_s, u"SELECT 42"_s, u"-h"_s, server->folder(), u"-U"_s, u"postgres"_s, u"postgres"_s});
        CS_REQUIRE(answer);
        QCOMPARE(*answer, u"42\n"_s);
    }

    void aServerStartedInAThreadOutlivesIt()
    {
        base::Result<db::PrivateServer> server = std::unexpected(base::defect(u"not started"_s));
        std::jthread([&] {
            server = db::PrivateServer::start(EngineKind::PostgreSql, {.parentFolder = m_parent.path()});
        }).join();
        CS_REQUIRE(server);
        QVERIFY(!processesOf(server->folder()).isEmpty());
        QVERIFY(QFile::exists(server->socket()));
    }

    void cancellingLeavesNothing_data() { engines(); }

    void cancellingLeavesNothing()
    {
        QFETCH(const EngineKind, engine);
        std::stop_source source;
        source.request_stop();
        const auto server = db::PrivateServer::start(engine, {.parentFolder = m_parent.path()}, source.get_token());
        QVERIFY(!server);
        QCOMPARE(server.error().kind, base::ErrorKind::Cancelled);
        QCOMPARE(QDir(m_parent.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot), QStringList());
        QCOMPARE(processesOf(m_parent.path()), QList<qint64>());
    }

    void aBadSettingIsToldInTheServersWords()
    {
        const auto server = db::PrivateServer::start(
            EngineKind::PostgreSql, {.parentFolder = m_parent.path(), .settings = {u"no_such_setting=1"_s}});
        QVERIFY(!server);
        QVERIFY2(server.error().message.contains(u"no_such_setting"_s), qPrintable(server.error().text()));
        QCOMPARE(QDir(m_parent.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot), QStringList());
    }

    void whatCannotBeStartedIsSaid()
    {
        const auto sqlite = db::PrivateServer::start(EngineKind::Sqlite, {});
        QVERIFY(!sqlite);
        QCOMPARE(sqlite.error().kind, base::ErrorKind::Usage);
        const auto nowhere = db::PrivateServer::start(EngineKind::PostgreSql, {.programs = m_parent.path()});
        QVERIFY(!nowhere);
        QVERIFY2(nowhere.error().text().contains(u"Install"_s), qPrintable(nowhere.error().text()));
        QTemporaryDir far(m_parent.path() + u'/' + QString(100, u'x') + u"XXXXXX"_s);
        QVERIFY(far.isValid());
        const auto tooLong = db::PrivateServer::start(EngineKind::PostgreSql, {.parentFolder = far.path()});
        QVERIFY(!tooLong);
        QCOMPARE(tooLong.error().kind, base::ErrorKind::Usage);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == u"--own"_s) {
        return runAsOwner(arguments.at(2), arguments.at(3));
    }
    TstServers test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_servers.moc"

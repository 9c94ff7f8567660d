#include "review/maintenance.h"
#include "review/workbench.h"
#include "support/servers.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLocalServer>
#include <QLocalSocket>
#include <QProcess>
#include <QTest>

using namespace countersign;
using namespace countersign::review;
using namespace countersign::review::test;
using namespace countersign::testsupport;
using namespace Qt::StringLiterals;

/// Between a client and the server of a team's ledger: passes bytes on until some were sent to the client, then says
/// nothing any more or hangs up.
class Proxy : public QObject
{
    Q_OBJECT
public:
    explicit Proxy(const QString &socket) : m_socket(socket)
    {
        connect(&m_server, &QLocalServer::newConnection, this, [this] { join(m_server.nextPendingConnection()); });
    }

    bool listen(const QString &place) { return m_server.listen(place); }
    qint64 passed = 0;
    qint64 limit = -1; ///< without one everything passes
    bool hangUp = false;

private:
    void join(QLocalSocket *client)
    {
        auto *server = new QLocalSocket(client);
        connect(client, &QLocalSocket::disconnected, client, &QObject::deleteLater);
        server->connectToServer(m_socket);
        connect(client, &QLocalSocket::readyRead, server, [this, client, server] {
            const QByteArray bytes = client->readAll();
            if (!stalled()) {
                server->write(bytes);
            }
        });
        connect(server, &QLocalSocket::readyRead, client, [this, client, server] {
            QByteArray bytes = server->readAll();
            if (limit >= 0) {
                bytes.truncate(std::max<qint64>(0, limit - passed));
            }
            passed += bytes.size();
            client->write(bytes);
            if (hangUp && stalled()) {
                client->abort();
            }
        });
        connect(server, &QLocalSocket::disconnected, client, [this, client] {
            if (!stalled()) {
                client->disconnectFromServer();
            }
        });
    }
    [[nodiscard]] bool stalled() const { return limit >= 0 && passed >= limit; }

    QString m_socket;
    QLocalServer m_server;
};

/// A network that stalls, goes half away or hangs up while a team's ledger is used (RELIABILITY, F6): every command
/// ends in its time, nothing is approved from half of the data, and nothing is there twice.
class TestStalls : public QObject
{
    Q_OBJECT
private slots:
    void commandsEnd_data();
    void commandsEnd();

private:
    struct Outcome {
        int exit = -1;
        qint64 milliseconds = 0;
        QByteArray err;
    };
    Outcome run(const QStringList &arguments, const QString &who = {}) const;

    Workbench m_bench;
    QString m_state; ///< another computer's for each row
};

TestStalls::Outcome TestStalls::run(const QStringList &arguments, const QString &who) const
{
    const QString program =
        qEnvironmentVariable("COUNTERSIGN_BINARY_DIR", QCoreApplication::applicationDirPath() + u"/../bin"_s) +
        u"/countersignctl"_s;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_STATE_HOME"_s, m_bench.path(m_state));
    environment.insert(u"PGSERVICEFILE"_s, m_bench.path(u"services"_s));
    environment.remove(u"SSH_AUTH_SOCK"_s);
    process.setProcessEnvironment(environment);
    QStringList all = arguments + QStringList{u"--ledger"_s, u"pg:team"_s, u"--json"_s, u"--no-input"_s};
    if (!who.isEmpty()) {
        all << u"--as"_s << who << u"--key"_s << m_bench.path(u"keys/"_s + who);
    }
    QElapsedTimer clock;
    clock.start();
    process.start(program, all);
    // The proxy lives in this thread, so it must go on working.
    const bool ended = QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60000);
    const qint64 took = clock.elapsed();
    if (!ended) {
        process.kill();
        process.waitForFinished();
    }
    return {ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, took,
            process.readAllStandardError()};
}

void TestStalls::commandsEnd_data()
{
    QTest::addColumn<bool>("hangUp");
    QTest::newRow("says nothing any more") << false;
    QTest::newRow("hangs up") << true;
}

void TestStalls::commandsEnd()
{
    QFETCH(bool, hangUp);
    m_state = hangUp ? u"xdg2"_s : u"xdg"_s;
    const auto server = TestServers::postgresql();
    CS_REQUIRE(server);
    const auto database = TestDatabase::create(schema::EngineKind::PostgreSql, u"stalls"_s);
    CS_REQUIRE(database);
    const auto service = [&](const QString &host) {
        must(writeDurably(
            m_bench.path(u"services"_s),
            u"[team]\nhost=%1\ndbname=%2\nuser=%3\n"_s.arg(host, database->name(), database->url().user).toUtf8()));
    };
    service(server->folder);
    qputenv("PGSERVICEFILE", m_bench.path(u"services"_s).toUtf8());
    const Signatory ada = m_bench.person(u"ada"_s);
    FoundingOptions founding;
    founding.admins = {{u"ada"_s, ada.key.key.line()}};
    ClientOptions client = m_bench.client(hangUp ? u"state2"_s : u"state"_s);
    client.clock = systemClockUs;
    QString change;
    QString digest;
    {
        Ledger ledger = must(Ledger::create(u"pg:team"_s, founding, ada, client));
        must(activatePolicy(ledger, teamPolicy(), m_bench.signers(team()), ada));
        const OpenedRevision opened =
            must(openChange(ledger, u"Note"_s, Workbench::revision(), m_bench.person(u"eve"_s)));
        change = opened.change;
        digest = opened.digest;
    }
    Proxy proxy(server->socket);
    const QString place = m_bench.path(hangUp ? u"b"_s : u"a"_s);
    QVERIFY(QDir().mkpath(place) && proxy.listen(place + u'/' + QFileInfo(server->socket).fileName()));
    service(place);
    const QStringList status{u"review"_s, u"status"_s, change, u"--timeout"_s, u"2"_s};
    const QStringList abstain{u"review"_s,   u"vote"_s, change,         u"abstain"_s,
                              u"--digest"_s, digest,    u"--timeout"_s, u"2"_s};
    const Outcome whole = run(status);
    QVERIFY2(whole.exit == 1, whole.err);
    const qint64 all = proxy.passed;
    int undecided = 0;
    for (int part = 0; part < 4; ++part) {
        for (const bool votes : {false, true}) {
            proxy.passed = 0;
            proxy.hangUp = hangUp;
            proxy.limit = all * part / 3;
            const Outcome outcome = votes ? run(abstain, u"bo"_s) : run(status);
            const QByteArray said = QByteArray::number(proxy.limit) + " of " + QByteArray::number(all) + " bytes, " +
                                    QByteArray::number(outcome.milliseconds) + " ms, exit " +
                                    QByteArray::number(outcome.exit) + ": " + outcome.err;
            // A second to cancel, and one because other tests run, too.
            QVERIFY2(outcome.milliseconds < 4000, said);
            QVERIFY2(outcome.exit == 3 || (outcome.exit == (votes ? 0 : 1) && proxy.limit >= all), said);
            undecided += outcome.exit == 3 ? 1 : 0;
        }
    }
    QVERIFY(undecided >= 5);
    // Delivered late, or there already: once.
    service(server->folder);
    QCOMPARE(run({u"ledger"_s, u"outbox"_s, u"--send"_s}).exit, 0);
    const VerifyResult verified = must(verifyLedger(u"pg:team"_s, m_bench.client(u"fresh"_s), true));
    QVERIFY(verified.bad.isEmpty());
}

QTEST_GUILESS_MAIN(TestStalls)
#include "tst_stalls.moc"

#include "review/faultbench.h"
#include "review/maintenance.h"
#include "support/servers.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <csignal>

using namespace countersign;
using namespace countersign::review;
using namespace countersign::review::test;
using namespace countersign::testsupport;
using namespace Qt::StringLiterals;

/// Clients that die, hang or run out of something at every step of an append. CS_SEED chooses other moments, CS_SOAK=N
/// does everything N times.
class TestFaults : public QObject
{
    Q_OBJECT
public:
    static void initMain() { soakTakesLong(); }

private slots:
    void initTestCase();
    void killedAtEveryStep_data();
    void killedAtEveryStep();
    void killedInSystemCalls();
    void failingSystemCalls_data();
    void failingSystemCalls();
    void fileMayNotGrow();
    void noPlaceForTheMark();
    void fewDescriptors();
    void leftoversAreRemoved();
    void oneWinnerOfManyBeginnings();
    void manyWriters_data();
    void manyWriters();
    void clockJumps();
    void overtakenDecisionIsDropped();
    void teamServerTerminates_data();
    void teamServerTerminates();

private:
    /// Lets "pg:faults" be the ledger of this database.
    void serve(const TestDatabase &database);
    int rounds() const { return std::max(1, qEnvironmentVariableIntValue("CS_SOAK")); }
    bool straceWorks();

    QTemporaryDir m_services;
    QRandomGenerator m_random;
    quint32 m_seed = 20261121;
    std::unique_ptr<FaultBench> m_faults;
};

#define HOLDS(WHAT)                                                                                                    \
    do {                                                                                                               \
        const QString violated = (WHAT);                                                                               \
        QVERIFY2(violated.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(m_seed).arg(violated)));                          \
    } while (false)

void TestFaults::initTestCase()
{
    if (qEnvironmentVariableIsSet("CS_SEED")) {
        m_seed = static_cast<quint32>(qEnvironmentVariable("CS_SEED").toUInt());
    }
    m_random.seed(m_seed);
    m_faults = std::make_unique<FaultBench>();
}

void TestFaults::killedAtEveryStep_data()
{
    QTest::addColumn<QString>("point");
    QTest::addColumn<bool>("signedBefore");
    QTest::addColumn<bool>("storedBefore");
    const auto row = [](const char *point, bool isSigned, bool isStored) {
        QTest::newRow(point) << QString::fromLatin1(point) << isSigned << isStored;
    };
    row("before.sign", false, false);
    row("signed", false, false);
    row("temporary.written", false, false);
    row("file.renamed", true, false);
    row("outbox.synced", true, false);
    row("begun", true, false);
    row("blob.in", true, false);
    row("event.in", true, false);
    row("committed", true, true);
    row("acknowledged", true, true);
}

void TestFaults::killedAtEveryStep()
{
    QFETCH(QString, point);
    QFETCH(bool, signedBefore);
    QFETCH(bool, storedBefore);
    for (int round = 0; round < rounds(); ++round) {
        const qint64 before = must(Ledger::open(m_faults->locator(), m_faults->bench().client())).state().head.size;
        const FaultBench::Run run = m_faults->run(u"bo"_s, u"vote"_s, 1, point + u":kill"_s);
        QVERIFY(run.killed);
        QVERIFY(run.acknowledged.isEmpty());
        Ledger ledger = must(Ledger::open(m_faults->locator(), m_faults->bench().client()));
        QCOMPARE(ledger.state().head.size, before + (storedBefore ? 1 : 0));
        // The next start says what waits.
        QCOMPARE(must(ledger.outbox().items()).size(), signedBefore ? 1 : 0);
        HOLDS(m_faults->violationAfterDelivery());
        const qint64 after = must(Ledger::open(m_faults->locator(), m_faults->bench().client())).state().head.size;
        QCOMPARE(after, before + (signedBefore ? 1 : 0));
    }
}

bool TestFaults::straceWorks()
{
    QProcess probe;
    probe.start(u"strace"_s, {u"-o"_s, u"/dev/null"_s, u"-e"_s, u"inject=chdir:error=EIO"_s, u"true"_s});
    return probe.waitForFinished() && probe.exitStatus() == QProcess::NormalExit && probe.exitCode() == 0;
}

void TestFaults::killedInSystemCalls()
{
    if (!straceWorks()) {
        QSKIP("strace cannot trace here, so no client is killed within a system call");
    }
    int killed = 0;
    const QStringList calls{u"pwrite64"_s, u"fdatasync"_s, u"fsync"_s, u"unlink"_s, u"rename"_s, u"write"_s};
    for (int round = 0; round < 12 * rounds(); ++round) {
        const QString call = calls[round % calls.size()];
        const QString inject = u"inject=%1:signal=KILL:when=%2"_s.arg(call).arg(1 + m_random.bounded(8));
        const FaultBench::Run run =
            m_faults->run(u"bo"_s, u"vote"_s, 1, {},
                          {u"strace"_s, u"-o"_s, u"/dev/null"_s, u"-e"_s, u"trace="_s + call, u"-e"_s, inject});
        killed += run.killed || run.exit != 0 ? 1 : 0;
        HOLDS(m_faults->violationAfterDelivery());
    }
    qInfo("%d of %d clients were killed within a system call", killed, 12 * rounds());
    QVERIFY(killed > 0);
}

void TestFaults::failingSystemCalls_data()
{
    QTest::addColumn<QString>("call");
    QTest::addColumn<QString>("error");
    for (const char *error : {"ENOSPC", "EIO"}) {
        for (const char *call : {"pwrite64", "fdatasync", "fsync", "rename", "write", "ftruncate"}) {
            QTest::addRow("%s of %s", error, call) << QString::fromLatin1(call) << QString::fromLatin1(error);
        }
    }
}

void TestFaults::failingSystemCalls()
{
    QFETCH(QString, call);
    QFETCH(QString, error);
    if (!straceWorks()) {
        QSKIP("strace cannot trace here, so no system call of a client fails");
    }
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    if (call == u"write"_s) {
        QSKIP("the sanitizer writes, too, and ends the client when that fails");
    }
#endif
    for (int round = 0; round < rounds(); ++round) {
        const QString inject = u"inject=%1:error=%2:when=%3"_s.arg(call, error).arg(1 + m_random.bounded(4));
        const FaultBench::Run run =
            m_faults->run(u"bo"_s, u"vote"_s, 1, {},
                          {u"strace"_s, u"-o"_s, u"/dev/null"_s, u"-e"_s, u"trace="_s + call, u"-e"_s, inject});
        QVERIFY2(!run.killed, qPrintable(inject));
        // 0 when the call did not happen that often, or only cleaning up failed; never a wrong alarm about integrity.
        QVERIFY2(run.exit == 0 || run.exit == 3,
                 qPrintable(u"%1: exit %2, %3"_s.arg(inject).arg(run.exit).arg(run.error)));
        QVERIFY(run.exit != 0 || run.acknowledged.size() == 1);
        HOLDS(m_faults->violationAfterDelivery());
    }
}

void TestFaults::fileMayNotGrow()
{
    for (const int kilobytes : {1, 4, 60, 80}) {
        const FaultBench::Run run =
            m_faults->run(u"bo"_s, u"vote"_s, 40, {}, {u"prlimit"_s, u"--fsize=%1"_s.arg(kilobytes * 1024)});
        QVERIFY(!run.killed);
        QVERIFY2(run.exit == 3 || run.exit == 0 || run.exit == 6,
                 qPrintable(u"exit %1: %2"_s.arg(run.exit).arg(run.error)));
        HOLDS(m_faults->violationAfterDelivery());
    }
}

void TestFaults::noPlaceForTheMark()
{
    // Where the client cannot remember what it saw, it trusts nothing in silence.
    QFile file(m_faults->bench().path(u"afile"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    ClientOptions client = m_faults->bench().client();
    client.stateFolder = file.fileName() + u"/state"_s;
    const auto opened = Ledger::open(m_faults->locator(), client);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, base::ErrorKind::Undecided);
}

void TestFaults::fewDescriptors()
{
    for (const int limit : {5, 8, 12, 16}) {
        const FaultBench::Run run =
            m_faults->run(u"bo"_s, u"vote"_s, 1, {}, {u"prlimit"_s, u"--nofile=%1"_s.arg(limit)});
        QVERIFY2(!run.killed || limit == 5, qPrintable(run.error));
        QVERIFY(run.exit == 0 || run.acknowledged.isEmpty());
        HOLDS(m_faults->violationAfterDelivery());
    }
}

void TestFaults::leftoversAreRemoved()
{
    QVERIFY(m_faults->run(u"bo"_s, u"vote"_s, 1, u"temporary.written:kill"_s).killed);
    const auto leftovers = [&] {
        int count = 0;
        QDirIterator files(m_faults->stateFolder(), QDir::Files, QDirIterator::Subdirectories);
        static const QRegularExpression temporary(u"\\.[A-Za-z0-9]{6}$"_s);
        while (files.hasNext()) {
            QFile file(files.next());
            if (temporary.match(file.fileName()).hasMatch()) {
                ++count;
                if (file.open(QIODevice::ReadWrite)) {
                    file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-3600), QFileDevice::FileModificationTime);
                }
            }
        }
        return count;
    };
    QVERIFY(leftovers() > 0);
    must(Ledger::open(m_faults->locator(), m_faults->bench().client()));
    QCOMPARE(leftovers(), 0);
}

void TestFaults::oneWinnerOfManyBeginnings()
{
    FaultBench faults;
    std::vector<std::unique_ptr<QProcess>> clients;
    for (int i = 0; i < 6; ++i) {
        clients.push_back(std::make_unique<QProcess>());
        faults.start(*clients.back(), i % 3 == 2 ? u"bo"_s : u"ci"_s, i % 3 == 2 ? u"vote"_s : u"begin"_s, 1);
    }
    int winners = 0;
    for (std::size_t i = 0; i < clients.size(); ++i) {
        const FaultBench::Run run = faults.finish(*clients[i]);
        QVERIFY2(run.exit == 0 || (run.exit == 5 && i % 3 != 2), qPrintable(run.error));
        winners += i % 3 != 2 && run.exit == 0 ? 1 : 0;
    }
    const auto begun = [&] {
        const Ledger ledger = must(Ledger::open(faults.locator(), faults.bench().client()));
        const auto &attempts = ledger.state().changes[faults.change()].attempts;
        return std::count_if(attempts.begin(), attempts.end(), [](const AttemptRecord &a) { return !a.result; });
    };
    QVERIFY(winners <= 1);
    QCOMPARE(begun(), winners);
    // A vote in between lets every one of them lose; then the next one wins.
    if (winners == 0) {
        QCOMPARE(faults.run(u"ci"_s, u"begin"_s, 1).exit, 0);
    }
    QCOMPARE(begun(), 1);
    HOLDS(faults.violation());
}

void TestFaults::serve(const TestDatabase &database)
{
    const auto server = TestServers::postgresql();
    CS_REQUIRE(server);
    const QString services = m_services.filePath(u"services"_s);
    must(writeDurably(services, u"[faults]\nhost=%1\ndbname=%2\nuser=%3\napplication_name=faults\n"_s
                                    .arg(server->folder, database.name(), database.url().user)
                                    .toUtf8()));
    qputenv("PGSERVICEFILE", services.toUtf8());
}

void TestFaults::manyWriters_data()
{
    QTest::addColumn<QString>("locator");
    QTest::newRow("embedded") << QString();
    QTest::newRow("PostgreSQL") << u"pg:faults"_s;
}

/// 2, 8 and 32 processes that append at once; CS_SOAK=N makes N times as many events, 100 of them 10,000.
void TestFaults::manyWriters()
{
    QFETCH(QString, locator);
    std::optional<TestDatabase> database;
    if (!locator.isEmpty()) {
        auto made = TestDatabase::create(schema::EngineKind::PostgreSql, u"faults"_s);
        CS_REQUIRE(made);
        database.emplace(std::move(*made));
        serve(*database);
    }
    FaultBench faults(locator);
    const qint64 before = must(Ledger::open(faults.locator(), faults.bench().client())).state().head.size;
    qint64 appended = 0;
    QElapsedTimer timer;
    timer.start();
    for (const auto &[writers, each] : {std::pair(2, 10), std::pair(8, 6), std::pair(32, 1)}) {
        std::vector<std::unique_ptr<QProcess>> clients;
        for (int i = 0; i < writers; ++i) {
            clients.push_back(std::make_unique<QProcess>());
            faults.start(*clients.back(), QStringList{u"ada"_s, u"bo"_s, u"cy"_s}[i % 3], u"vote"_s, each * rounds());
        }
        for (const auto &client : clients) {
            const FaultBench::Run run = faults.finish(*client, std::chrono::hours(1));
            QVERIFY2(run.exit == 0, qPrintable(u"%1 writers: %2"_s.arg(writers).arg(run.error)));
            QCOMPARE(run.acknowledged.size(), each * rounds());
            appended += run.acknowledged.size();
        }
    }
    const qint64 milliseconds = timer.elapsed();
    QCOMPARE(must(Ledger::open(faults.locator(), faults.bench().client())).state().head.size, before + appended);
    HOLDS(faults.violation());
    qInfo("%lld events by 2, 8 and 32 writers in %lld ms, none lost, no error", qlonglong(appended),
          qlonglong(milliseconds));
}

void TestFaults::clockJumps()
{
    FaultBench faults;
    constexpr qint64 year = 366LL * 24 * 3600 * 1000000;
    Workbench &bench = faults.bench();
    const qint64 start = bench.nowUs;
    Ledger ledger = must(Ledger::open(faults.locator(), bench.client()));
    must(vote(ledger, faults.change(), faults.digest(), VoteKind::Approve, {}, {}, bench.person(u"ada"_s)));
    must(vote(ledger, faults.change(), faults.digest(), VoteKind::Approve, {}, {}, bench.person(u"bo"_s)));
    QCOMPARE(ledger.evaluate(faults.change(), faults.digest()).verdict, VerdictKind::Approved);
    for (const qint64 jump : {-year, -86'400'000'000LL, year}) {
        bench.nowUs = start + jump;
        const Evaluation evaluation = ledger.evaluate(faults.change(), faults.digest());
        QVERIFY(evaluation.verdict != VerdictKind::Approved);
        // What is appended then still has its place after what is there.
        must(vote(ledger, faults.change(), faults.digest(), VoteKind::Abstain, {}, {}, bench.person(u"cy"_s)));
    }
    // Back at the right time the ledger's newest event lies in the future: nothing is decided, nothing is approved.
    bench.nowUs = start;
    QCOMPARE(ledger.evaluate(faults.change(), faults.digest()).verdict, VerdictKind::Error);
    HOLDS(faults.violation());
}

void TestFaults::overtakenDecisionIsDropped()
{
    FaultBench faults;
    QVERIFY(faults.run(u"ci"_s, u"begin"_s, 1, u"outbox.synced:kill"_s).killed);
    Ledger ledger = must(Ledger::open(faults.locator(), faults.bench().client()));
    must(vote(ledger, faults.change(), faults.digest(), VoteKind::Veto, {}, {}, faults.bench().person(u"cy"_s)));
    const Delivery delivery = must(sendOutbox(ledger));
    QCOMPARE(delivery.sent, 0);
    QCOMPARE(delivery.overtaken, 1);
    QVERIFY(ledger.state().changes[faults.change()].attempts.isEmpty());
}

void TestFaults::teamServerTerminates_data()
{
    QTest::addColumn<QString>("point");
    QTest::newRow("before the append") << u"begun:stop"_s;
    QTest::newRow("after the append, before its answer was read") << u"committed:stop"_s;
}

void TestFaults::teamServerTerminates()
{
    QFETCH(QString, point);
    const auto database = TestDatabase::create(schema::EngineKind::PostgreSql, u"faults"_s);
    CS_REQUIRE(database);
    serve(*database);
    FaultBench faults(u"pg:faults"_s);
    QProcess client;
    faults.start(client, u"bo"_s, u"vote"_s, 1, point);
    QVERIFY(client.waitForStarted());
    const auto stopped = [&] {
        QFile status(u"/proc/%1/stat"_s.arg(client.processId()));
        return status.open(QIODevice::ReadOnly) && status.readAll().contains(") T ");
    };
    QTRY_VERIFY_WITH_TIMEOUT(stopped(), 20000);
    CS_REQUIRE(database->query(u"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
                               "WHERE application_name = 'faults' AND pid <> pg_backend_pid()"_s));
    ::kill(static_cast<pid_t>(client.processId()), SIGCONT);
    const FaultBench::Run run = faults.finish(client);
    QVERIFY2(run.exit == 0 || run.exit == 3, qPrintable(run.error));
    HOLDS(faults.violationAfterDelivery());
    const Ledger ledger = must(Ledger::open(faults.locator(), faults.bench().client()));
    QCOMPARE(ledger.state().changes[faults.change()].votes.size(), 1);
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"

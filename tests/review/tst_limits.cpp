#include "review/gate.h"
#include "review/workbench.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <sys/resource.h>

using namespace countersign;
using namespace countersign::review;
using namespace countersign::review::test;
using namespace Qt::StringLiterals;

/// Large and empty migrations (RELIABILITY, F12) and a computer that lacks things (F20), by the command line: every
/// answer in time, with the right exit code, and never an open gate because something was missing.
class TestLimits : public QObject
{
    Q_OBJECT
private slots:
    void largeMigrations_data();
    void largeMigrations();
    void emptyFolder();
    void beyondTheCap();
    void lockedByAnother();
    void scarce_data();
    void scarce();

private:
    struct Outcome {
        int exit = -1;
        QJsonObject json;
        QByteArray err;
        double seconds = 0; ///< of processor time
    };
    Outcome run(const QStringList &arguments, const QStringList &before = {}) const;
    /// A reviewed folder with its certificate. @p approved: by everybody who is needed.
    void prepare(const std::function<void(const QString &folder)> &fill, bool approved);
    [[nodiscard]] QStringList gate() const;

    std::unique_ptr<Workbench> m_bench;
    QString m_change;
};

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        qFatal("cannot write %s", qPrintable(path));
    }
}

double childSeconds()
{
    struct rusage usage{};
    ::getrusage(RUSAGE_CHILDREN, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

} // namespace

TestLimits::Outcome TestLimits::run(const QStringList &arguments, const QStringList &before) const
{
    const QString program =
        qEnvironmentVariable("COUNTERSIGN_BINARY_DIR", QCoreApplication::applicationDirPath() + u"/../bin"_s) +
        u"/countersignctl"_s;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_STATE_HOME"_s, m_bench->path(u"xdg"_s));
    environment.remove(u"SSH_AUTH_SOCK"_s);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_bench->path(u""_s));
    const double start = childSeconds();
    const QStringList all = before + QStringList{program} + arguments + QStringList{u"--json"_s, u"--no-input"_s};
    process.start(all.first(), all.mid(1));
    process.waitForFinished(120000);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QJsonDocument::fromJson(process.readAllStandardOutput()).object(), process.readAllStandardError(),
            childSeconds() - start};
}

void TestLimits::prepare(const std::function<void(const QString &)> &fill, bool approved)
{
    m_bench = std::make_unique<Workbench>();
    m_bench->nowUs = systemClockUs();
    const QString folder = m_bench->path(u"migrations"_s);
    QVERIFY(QDir().mkpath(folder));
    fill(folder);
    Ledger ledger = m_bench->ledger(teamPolicy(), team());
    RevisionInput input = Workbench::revision();
    input.files = must(readMigrationFolder(folder));
    const OpenedRevision opened = must(openChange(ledger, u"Large"_s, input, m_bench->person(u"eve"_s)));
    m_change = opened.change;
    must(writeDurably(m_bench->path(u"trust.toml"_s), encodeTrust(trustOf(ledger.state()))));
    if (approved) {
        for (const QString &id : {u"ada"_s, u"bo"_s}) {
            must(vote(ledger, opened.change, opened.digest, VoteKind::Approve, {}, {}, m_bench->person(id)));
        }
        must(writeDurably(m_bench->path(u"cert"_s),
                          must(issueCertificate(ledger, opened.change, m_bench->person(u"ci"_s)))));
    }
}

QStringList TestLimits::gate() const
{
    return {u"gate"_s,  u"check"_s,      u"--env"_s,   u"production"_s,
            u"--dir"_s, u"migrations"_s, u"--trust"_s, m_bench->path(u"trust.toml"_s)};
}

void TestLimits::largeMigrations_data()
{
    QTest::addColumn<int>("files");
    QTest::addColumn<int>("statements"); // per file
    QTest::addColumn<qint64>("bytes");   // per statement
    QTest::newRow("10,000 statements, 4 MiB") << 1 << 10000 << qint64{420};
    QTest::newRow("one statement of 8 MiB") << 1 << 1 << qint64{8 * 1024 * 1024};
    QTest::newRow("10,000 files") << 10000 << 1 << qint64{100};
}

void TestLimits::largeMigrations()
{
    QFETCH(int, files);
    QFETCH(int, statements);
    QFETCH(qint64, bytes);
    const QByteArray statement = "INSERT INTO trips VALUES ('" + QByteArray(bytes - 31, 'x') + "');\n";
    prepare(
        [&](const QString &folder) {
            for (int i = 0; i < files; ++i) {
                write(u"%1/V%2__more.sql"_s.arg(folder).arg(i, 5, 10, QChar(u'0')),
                      QByteArray::number(i).prepend("-- ") + '\n' + statement.repeated(statements));
            }
        },
        true);
    const QStringList byLedger = gate() + QStringList{u"--change"_s, m_change, u"--ledger"_s, m_bench->locator()};
    const QStringList byCertificate = gate() + QStringList{u"--cert"_s, m_bench->path(u"cert"_s)};
    for (const QStringList &arguments : {byLedger, byCertificate}) {
        const Outcome outcome = run(arguments);
        QVERIFY2(outcome.exit == 0, outcome.err);
        qInfo("%.2f s of processor time", outcome.seconds);
        // The goal is 1 s; what is measured here includes other processes' share of the caches.
        QVERIFY2(outcome.seconds < 2, QByteArray::number(outcome.seconds));
    }
    write(m_bench->path(u"migrations/V00000__more.sql"_s), "SELECT 1;\n");
    QCOMPARE(run(byCertificate).exit, 1);
}

void TestLimits::emptyFolder()
{
    prepare([](const QString &folder) { write(folder + u"/V1__a.sql"_s, "SELECT 1;\n"); }, true);
    QVERIFY(QFile::remove(m_bench->path(u"migrations/V1__a.sql"_s)));
    for (const QStringList &by : {QStringList{u"--cert"_s, m_bench->path(u"cert"_s)},
                                  QStringList{u"--change"_s, m_change, u"--ledger"_s, m_bench->locator()}}) {
        const Outcome outcome = run(gate() + by);
        QCOMPARE(outcome.exit, 1);
        QCOMPARE(outcome.json.value(u"verdict"_s).toString(), u"none"_s);
        QCOMPARE(outcome.json.value(u"reasons"_s)[0][u"code"_s].toString(), u"EMPTY_SET"_s);
    }
    const Outcome opened =
        run({u"review"_s, u"open"_s, u"--env"_s, u"production"_s, u"--dir"_s, u"migrations"_s, u"--ledger"_s,
             m_bench->locator(), u"--as"_s, u"eve"_s, u"--key"_s, m_bench->person(u"eve"_s).key.file});
    QCOMPARE(opened.exit, 2);
    QCOMPARE(opened.json.value(u"reasons"_s)[0][u"code"_s].toString(), u"EMPTY_SET"_s);
}

void TestLimits::beyondTheCap()
{
    prepare([](const QString &folder) { write(folder + u"/V1__a.sql"_s, "SELECT 1;\n"); }, true);
    QFile large(m_bench->path(u"migrations/V2__large.sql"_s));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(migrationBytesLimit + 1));
    const Outcome outcome = run(gate() + QStringList{u"--cert"_s, m_bench->path(u"cert"_s)});
    QCOMPARE(outcome.exit, 2);
    QVERIFY2(outcome.err.contains(QByteArray::number(migrationBytesLimit)), outcome.err);
    QVERIFY(large.remove());
    // A certificate that is larger than any that was ever issued.
    QFile certificate(m_bench->path(u"cert"_s));
    QVERIFY(certificate.resize(certificateBytesLimit + 1));
    QCOMPARE(run(gate() + QStringList{u"--cert"_s, m_bench->path(u"cert"_s)}).exit, 2);
}

void TestLimits::lockedByAnother()
{
    prepare([](const QString &folder) { write(folder + u"/V1__a.sql"_s, "SELECT 1;\n"); }, true);
    QProcess other;
    other.start(u"sqlite3"_s, {m_bench->path(u"ledger.sqlite"_s)});
    other.write("BEGIN EXCLUSIVE;\nSELECT 'locked';\n");
    QVERIFY(other.waitForReadyRead(10000));
    QElapsedTimer clock;
    clock.start();
    const Outcome outcome =
        run(gate() + QStringList{u"--change"_s, m_change, u"--ledger"_s, m_bench->locator(), u"--timeout"_s, u"2"_s});
    QCOMPARE(outcome.exit, 3);
    QVERIFY2(clock.elapsed() < 3000 + 1000, QByteArray::number(clock.elapsed()));
    other.closeWriteChannel();
    QVERIFY(other.waitForFinished(10000));
    QCOMPARE(run(gate() + QStringList{u"--change"_s, m_change, u"--ledger"_s, m_bench->locator()}).exit, 0);
}

void TestLimits::scarce_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<bool>("undecided"); // else the answer is the same as ever, or it is not decided
    const auto row = [](const char *name, const QStringList &before, bool undecided) {
        QTest::newRow(name) << before << undecided;
    };
    row("256 MiB of address space", {u"prlimit"_s, u"--as=268435456"_s}, false);
    row("64 descriptors", {u"prlimit"_s, u"--nofile=64"_s}, false);
    row("8 descriptors", {u"prlimit"_s, u"--nofile=8"_s}, false);
    row("5 descriptors", {u"prlimit"_s, u"--nofile=5"_s}, false);
    row("no place for the state", {u"env"_s, u"XDG_STATE_HOME=/proc/self/nowhere"_s}, true);
    row("neither home nor state", {u"env"_s, u"-u"_s, u"HOME"_s, u"-u"_s, u"XDG_STATE_HOME"_s}, true);
    row("no locale", {u"env"_s, u"-u"_s, u"LANG"_s, u"-u"_s, u"LC_ALL"_s, u"-u"_s, u"LC_CTYPE"_s}, false);
    row("locale C", {u"env"_s, u"LC_ALL=C"_s}, false);
    row("a locale that is not there", {u"env"_s, u"LC_ALL=tlh_QO.UTF-8"_s}, false);
    row("no environment at all", {u"env"_s, u"-i"_s}, true);
    row("files may not grow", {u"prlimit"_s, u"--fsize=0"_s}, true);
}

void TestLimits::scarce()
{
    QFETCH(QStringList, before);
    QFETCH(bool, undecided);
    const auto ask = [&](bool approved) {
        prepare([](const QString &folder) { write(folder + u"/V1__caf\u00e9.sql"_s, "SELECT 1;\n"); }, approved);
        const QByteArray ledger = must(readWholeFile(m_bench->path(u"ledger.sqlite"_s), 1024 * 1024));
        const Outcome outcome =
            run(gate() + QStringList{u"--change"_s, m_change, u"--ledger"_s, m_bench->locator()}, before);
        const bool same = must(readWholeFile(m_bench->path(u"ledger.sqlite"_s), 1024 * 1024)) == ledger;
        return same ? outcome : Outcome{-2, {}, "the ledger was changed", 0};
    };
    const auto isUndecided = [](const Outcome &outcome) { return outcome.exit == 2 || outcome.exit == 3; };
    const Outcome closed = ask(false);
    QVERIFY2(isUndecided(closed) || (!undecided && closed.exit == 1), QByteArray::number(closed.exit) + closed.err);
    const Outcome open = ask(true);
    QVERIFY2(isUndecided(open) || (!undecided && open.exit == 0), QByteArray::number(open.exit) + open.err);
    // Where there is no place for the memory of the ledger, nothing is trusted in silence; who asks is told why.
    QVERIFY(!undecided || !open.err.isEmpty());
}

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"

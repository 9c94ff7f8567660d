#include "review/store/writequeue.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using countersign::review::store::WritePlace;
using Clock = std::chrono::steady_clock;

/// Who writes when to an embedded ledger. Places belong to open files, so threads queue as processes do.
class TestWriteQueue : public QObject
{
    Q_OBJECT

private slots:
    void firstComeFirstServed();
    void whoDiesLeavesItsPlace();
    void whoStandsStillIsPassed();
    void stopsAtOnce();
    void withoutAQueue();
    void lockedByAnotherProgram();
};

namespace {

constexpr std::chrono::seconds patience{120};

/// Who has had a turn, in order.
class Turns
{
public:
    void note(int who)
    {
        const std::scoped_lock lock(m_mutex);
        m_turns.push_back(who);
    }
    std::vector<int> all() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_turns;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<int> m_turns;
};

/// The place that the next one would get.
qint64 next(const QString &path)
{
    return WritePlace(path, std::chrono::milliseconds(0), {}).number();
}

} // namespace

void TestWriteQueue::firstComeFirstServed()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"ledger.sqlite"_s);
    constexpr int others = 12;
    Turns turns;
    std::vector<int> expected;
    std::vector<std::jthread> threads;
    std::optional<WritePlace> mine(std::in_place, path, patience, std::stop_token());
    for (int who = 0; who < others; ++who) {
        const qint64 last = next(path) - 1;
        threads.emplace_back([&turns, &path, who] {
            const WritePlace place(path, patience, {});
            turns.note(who);
        });
        QTRY_VERIFY_WITH_TIMEOUT(next(path) >= last + 2, 60000);
        expected.push_back(who);
    }
    QVERIFY(turns.all().empty());
    // Whoever was there and wants again comes after those who wait.
    mine.reset();
    mine.emplace(path, patience, std::stop_token());
    turns.note(others);
    expected.push_back(others);
    threads.clear();
    QCOMPARE(turns.all(), expected);
    mine.reset();
    QCOMPARE(next(path), 0);
}

void TestWriteQueue::whoDiesLeavesItsPlace()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"ledger.sqlite"_s);
    std::array<int, 2> ready{};
    QCOMPARE(::pipe(ready.data()), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const WritePlace place(path, patience, {});
        static_cast<void>(::write(ready[1], "x", 1));
        ::pause();
        ::_exit(0);
    }
    char byte = 0;
    QCOMPARE(::read(ready[0], &byte, 1), ssize_t(1));
    QCOMPARE(next(path), 1);
    QCOMPARE(::kill(child, SIGKILL), 0);
    QCOMPARE(::waitpid(child, nullptr, 0), child);
    QCOMPARE(next(path), 0);
    ::close(ready[0]);
    ::close(ready[1]);
}

void TestWriteQueue::whoStandsStillIsPassed()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"ledger.sqlite"_s);
    const WritePlace still(path, patience, {});
    const auto asked = Clock::now();
    const WritePlace mine(path, std::chrono::milliseconds(400), {});
    QCOMPARE(mine.number(), 1);
    QVERIFY(Clock::now() - asked >= std::chrono::milliseconds(200));
    QVERIFY(Clock::now() - asked < patience / 2);
}

void TestWriteQueue::stopsAtOnce()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"ledger.sqlite"_s);
    const WritePlace still(path, patience, {});
    const auto asked = Clock::now();
    std::jthread waiting([&path](const std::stop_token &stop) { const WritePlace place(path, patience, stop); });
    QTRY_VERIFY_WITH_TIMEOUT(next(path) >= 2, 60000);
    waiting.request_stop();
    waiting.join();
    QVERIFY(Clock::now() - asked < patience / 2);
}

/// A link in its place is not followed; then everybody just tries.
void TestWriteQueue::withoutAQueue()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"ledger.sqlite"_s);
    const QString victim = folder.filePath(u"victim"_s);
    QVERIFY(QFile::link(victim, path + u"-queue"_s));
    QCOMPARE(next(path), -1);
    QCOMPARE(next(path), -1);
    QVERIFY(!QFile::exists(victim));
}

/// As a whole, which no client of ours does: then everybody just tries, too.
void TestWriteQueue::lockedByAnotherProgram()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"ledger.sqlite"_s);
    QCOMPARE(next(path), 0);
    const int file = ::open(QFile::encodeName(path + u"-queue"_s).constData(), O_RDWR | O_CLOEXEC);
    struct flock whole{};
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    QCOMPARE(::fcntl(file, F_OFD_SETLK, &whole), 0);
    QCOMPARE(next(path), -1);
    ::close(file);
    QCOMPARE(next(path), 0);
}

QTEST_GUILESS_MAIN(TestWriteQueue)
#include "tst_writequeue.moc"

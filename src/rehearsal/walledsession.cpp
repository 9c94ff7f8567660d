#include "rehearsal/walledsession.h"

#include "db/childprocess.h"
#include "db/stopsignal.h"
#include "rehearsal/scratchserver.h"
#include "rehearsal/walledprotocol.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <csignal>
#include <deque>
#include <mutex>
#include <thread>

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using base::Result;
using Clock = std::chrono::steady_clock;
using walled::Request;

namespace {

constexpr auto patience = std::chrono::seconds(3);      ///< for the answer to an interrupt
constexpr auto openPatience = std::chrono::seconds(30); ///< for an empty or copied file to be opened

QString childProgram()
{
    QStringList folders{qEnvironmentVariable("COUNTERSIGN_BINARY_DIR")};
    if (QCoreApplication::instance() != nullptr) {
        folders << QCoreApplication::applicationDirPath();
    }
    for (const QString &folder : folders) {
        const QFileInfo program(folder + u"/countersign-rehearse"_s);
        if (!folder.isEmpty() && program.isExecutable()) {
            return program.absoluteFilePath();
        }
    }
    return {};
}

QStringList wallArguments(const QString &writableFolder)
{
    return {u"--unshare-all"_s,
            u"--die-with-parent"_s,
            u"--new-session"_s,
            u"--ro-bind"_s,
            u"/"_s,
            u"/"_s,
            u"--dev"_s,
            u"/dev"_s,
            u"--bind"_s,
            writableFolder,
            writableFolder,
            u"--"_s};
}

/// bwrap may be installed and yet be forbidden (no user namespaces, inside another container): tried once.
bool wallWorks()
{
    static const bool works = [] {
        const QString bwrap = QStandardPaths::findExecutable(u"bwrap"_s);
        if (bwrap.isEmpty()) {
            return false;
        }
        QProcess probe;
        probe.start(bwrap, wallArguments(u"/tmp"_s) + QStringList{u"true"_s});
        return probe.waitForFinished(5000) && probe.exitStatus() == QProcess::NormalExit && probe.exitCode() == 0;
    }();
    return works;
}

/// Starts @p command with @p socket as its standard input and nothing else of ours.
Result<pid_t> spawn(const QStringList &command, int socket)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, socket, 0);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions, 3);
    const db::SpawnTexts arguments(command);
    const db::SpawnTexts environment(db::scrubbedEnvironment());
    pid_t process = 0;
    const int code =
        posix_spawnp(&process, arguments.data()[0], &actions, nullptr, arguments.data(), environment.data());
    posix_spawn_file_actions_destroy(&actions);
    if (code != 0) {
        return base::Fail(
            base::undecided(u"The rehearsing process does not start: "_s + QString::fromLocal8Bit(strerror(code)),
                            command.constFirst()));
    }
    return process;
}

class Remote final : public WalledSession
{
public:
    Remote(QString file, int socket, pid_t process, bool walled)
        : m_file(std::move(file)), m_socket(socket), m_process(process), m_walled(walled)
    {
    }
    ~Remote() override
    {
        ::close(m_socket); // ends it, unless it hangs in a statement
        const auto until = Clock::now() + std::chrono::milliseconds(200);
        while (::waitpid(m_process, nullptr, WNOHANG) == 0) {
            if (Clock::now() > until) {
                terminate();
                while (::waitpid(m_process, nullptr, 0) < 0 && errno == EINTR) {
                }
                break;
            }
            ::poll(nullptr, 0, 1);
        }
    }

    [[nodiscard]] schema::EngineKind engine() const override { return schema::EngineKind::Sqlite; }
    [[nodiscard]] int version() const override { return m_version; }
    [[nodiscard]] QString versionText() const override { return m_versionText; }
    [[nodiscard]] QString databaseName() const override { return m_file; }
    [[nodiscard]] QStringList takeNotices() override { return {}; }
    [[nodiscard]] bool isWalled() const override { return m_walled; }

    Result<void> reopen(std::stop_token stop) override
    {
        CS_TRY(rows, call(Request::Open, {m_file}, stop));
        if (rows.size() != 1 || rows.front().isEmpty()) {
            return base::Fail(base::undecided(u"The rehearsing process does not say what it is"_s));
        }
        m_version = static_cast<int>(rows.front().number(0, 0));
        m_versionText = rows.front().text(0, 1);
        return {};
    }
    void closeFile() override { static_cast<void>(call(Request::Close, {}, {})); }
    void terminate() override { ::kill(m_process, SIGKILL); }

    Result<db::Rows> run(const QString &sql, std::stop_token stop) override
    {
        CS_TRY(all, runAll({sql}, stop));
        return all.empty() ? db::Rows() : std::move(all.front());
    }

    Result<std::vector<db::Rows>> runAll(const QStringList &sql, std::stop_token stop) override
    {
        const auto start = Clock::now();
        auto rows = call(Request::Run, sql, stop);
        const auto took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
        for (const QString &statement : sql) {
            m_sent.push_back({statement, took / sql.size(), !rows.has_value()});
        }
        return rows;
    }

private:
    Result<std::vector<db::Rows>> call(Request request, const QStringList &texts, const std::stop_token &stop)
    {
        if (stop.stop_requested()) {
            return base::Fail(base::cancelled());
        }
        const quint32 number = ++m_number;
        const db::StopSignal signal(stop);
        if (m_lost || !walled::writeFrame(m_socket, frame(request, number, texts))) {
            return lost();
        }
        std::optional<Clock::time_point> giveUp;
        if (request == Request::Open) { // a program of another version may not understand it
            giveUp = Clock::now() + openPatience;
        }
        while (true) {
            std::array<pollfd, 2> waits{pollfd{m_socket, POLLIN, 0}, pollfd{signal.descriptor(), POLLIN, 0}};
            const int count = ::poll(waits.data(), giveUp ? 1 : 2, giveUp ? 100 : -1);
            if (count < 0 && errno != EINTR) {
                return lost();
            }
            if (count > 0 && waits[0].revents != 0) {
                const auto bytes = walled::readFrame(m_socket);
                if (!bytes) {
                    return lost();
                }
                QDataStream stream(*bytes);
                quint32 answered = 0;
                stream >> answered;
                if (answered == number) {
                    return walled::outcomeOf(stream);
                }
            } else if (giveUp && Clock::now() > *giveUp) {
                terminate();
                return lost();
            } else if (!giveUp && waits[1].revents != 0) {
                giveUp = Clock::now() + patience;
                static_cast<void>(walled::writeFrame(m_socket, frame(Request::Interrupt, number, {})));
            }
        }
    }

    static QByteArray frame(Request request, quint32 number, const QStringList &texts)
    {
        QByteArray bytes;
        QDataStream stream(&bytes, QDataStream::WriteOnly);
        stream << static_cast<quint8>(request) << number << texts;
        return bytes;
    }

    base::Fail lost()
    {
        m_lost = true;
        return base::Fail(base::undecided(u"The rehearsing process crashed or had to be ended"_s, {},
                                          u"The scratch database is gone; production was never touched."_s));
    }

    QString m_file;
    int m_socket;
    pid_t m_process;
    bool m_walled;
    bool m_lost = false;
    quint32 m_number = 0;
    int m_version = 0;
    QString m_versionText;
};

/// The requests that wait, and the interrupt of the one that runs.
class Inbox
{
public:
    struct Item {
        Request request = Request::Close;
        quint32 number = 0;
        QStringList texts;
    };

    void put(Item item)
    {
        const std::scoped_lock lock(m_mutex);
        if (item.request == Request::Interrupt) {
            if (item.number == m_running) {
                m_source.request_stop();
            }
            return;
        }
        m_items.push_back(std::move(item));
        m_wake.notify_one();
    }

    Item take(std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, [this] { return !m_items.empty(); });
        Item item = std::move(m_items.front());
        m_items.pop_front();
        m_running = item.number;
        m_source = std::stop_source();
        stop = m_source.get_token();
        return item;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Item> m_items;
    quint32 m_running = 0;
    std::stop_source m_source;
};

/// The answer to Open: the version in both forms.
Result<std::vector<db::Rows>> opened(std::unique_ptr<db::Session> &session, const QString &file, std::stop_token stop)
{
    session.reset();
    db::ConnectionUrl url;
    url.engine = schema::EngineKind::Sqlite;
    url.database = file;
    CS_TRY(made, db::openSession(url, untrustedOptions(), stop));
    // A power cut may cost a scratch file; every definition would wait for the disk otherwise.
    CS_CHECK(made->run(u"PRAGMA synchronous = OFF"_s, stop));
    auto version = made->runAll({u"SELECT %1, '%2'"_s.arg(made->version()).arg(made->versionText())}, stop);
    session = std::move(made);
    return version;
}

} // namespace

bool canWall()
{
    return !childProgram().isEmpty();
}

Result<std::unique_ptr<WalledSession>> WalledSession::open(const QString &file, std::stop_token stop)
{
    const bool walled = wallWorks();
    QStringList command{childProgram()};
    if (walled) {
        command = QStringList{QStandardPaths::findExecutable(u"bwrap"_s)} +
                  wallArguments(QFileInfo(file).absolutePath()) + command;
    }
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        return base::Fail(base::undecided(u"no socket: "_s + QString::fromLocal8Bit(strerror(errno))));
    }
    const auto process = spawn(command, ends[1]);
    ::close(ends[1]);
    if (!process) {
        ::close(ends[0]);
        return base::Fail(process.error());
    }
    auto session = std::make_unique<Remote>(file, ends[0], *process, walled);
    CS_CHECK(session->reopen(stop));
    return session;
}

void serveWalledSession(int socket)
{
    Inbox inbox;
    std::thread([&inbox, socket] {
        while (const auto bytes = walled::readFrame(socket)) {
            QDataStream stream(*bytes);
            quint8 request = 0;
            Inbox::Item item;
            stream >> request >> item.number >> item.texts;
            item.request = static_cast<Request>(request);
            inbox.put(std::move(item));
        }
        ::_exit(0); // nobody is there any more, whatever runs
    }).detach();
    std::unique_ptr<db::Session> session;
    while (true) {
        std::stop_token stop;
        const Inbox::Item item = inbox.take(stop);
        Result<std::vector<db::Rows>> outcome = std::vector<db::Rows>();
        switch (item.request) {
        case Request::Open:
            outcome = opened(session, item.texts.value(0), stop);
            break;
        case Request::Close:
            session.reset();
            break;
        case Request::Run:
            outcome = session ? session->runAll(item.texts, stop)
                              : base::Fail(base::defect(u"no file is open in the rehearsing process"_s));
            break;
        case Request::Interrupt:
            break;
        }
        if (!walled::writeFrame(socket, walled::answer(item.number, outcome))) {
            return;
        }
    }
}

} // namespace countersign::rehearsal

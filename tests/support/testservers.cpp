// testservers start|stop: the servers of one ctest run.
//
// start leaves a process behind that keeps a PostgreSQL and a MariaDB server until it is told to stop, or until the
// process that called start (ctest) is gone in any way. An engine that is not installed is said and left out: its tests
// report it themselves.

#include "db/privateserver.h"
#include "support/serversstate.h"

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

#include <fcntl.h>
#include <poll.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <csignal>
#include <optional>
#include <thread>

using namespace Qt::StringLiterals;
using namespace countersign;

namespace {

int processDescriptor(pid_t process)
{
    return static_cast<int>(syscall(SYS_pidfd_open, process, 0));
}

/// Waits until one of the descriptors is readable.
void waitForAny(std::initializer_list<int> descriptors)
{
    std::vector<pollfd> entries;
    for (const int descriptor : descriptors) {
        entries.push_back({descriptor, POLLIN, 0});
    }
    while (poll(entries.data(), entries.size(), -1) < 0 && errno == EINTR) {
    }
}

void tell(int report, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    (void)!write(report, bytes.constData(), static_cast<size_t>(bytes.size()));
}

/// The keeper: a daemon without threads of its own until the signals are blocked.
int keep(const QString &path, pid_t caller, int report)
{
    sigset_t wanted;
    sigemptyset(&wanted);
    for (const int number : {SIGTERM, SIGINT, SIGHUP}) {
        sigaddset(&wanted, number);
    }
    sigprocmask(SIG_BLOCK, &wanted, nullptr);
    const int stopped = signalfd(-1, &wanted, SFD_CLOEXEC);
    const int callerEnded = processDescriptor(caller);
    std::optional<base::Result<db::PrivateServer>> postgresql;
    std::optional<base::Result<db::PrivateServer>> mariadb;
    {
        std::jthread other([&mariadb] { mariadb = db::PrivateServer::start(schema::EngineKind::MariaDb, {}); });
        postgresql = db::PrivateServer::start(schema::EngineKind::PostgreSql, {});
    }
    QList<testsupport::ServerInfo> servers;
    for (const auto *server : {&*postgresql, &*mariadb}) {
        if (server->has_value()) {
            servers.append(testsupport::informationOf(**server));
            tell(report, u"%1 %2 in %3\n"_s.arg(schema::titleOf((*server)->engine()), (*server)->version(),
                                                (*server)->folder()));
        } else {
            tell(report, u"not started: %1\n"_s.arg(server->error().text()));
        }
    }
    if (!testsupport::writeState(path, getpid(), servers)) {
        tell(report, u"cannot write %1\n"_s.arg(path));
        return 1;
    }
    tell(report, u"ready\n"_s);
    close(report);
    waitForAny({stopped, callerEnded});
    QFile::remove(path);
    return 0;
}

int start(const QString &path)
{
    if (testsupport::keeper(path) != 0) {
        QTextStream(stdout) << "the servers of another run are used\n";
        return 0;
    }
    const pid_t caller = getppid();
    int report[2];
    if (pipe2(report, O_CLOEXEC) != 0) {
        return 1;
    }
    const pid_t child = fork();
    if (child == 0) {
        close(report[0]);
        setsid();
        const int null = open("/dev/null", O_RDWR);
        for (const int descriptor : {0, 1, 2}) {
            dup2(null, descriptor); // ctest waits until nobody holds its pipe
        }
        std::_Exit(keep(path, caller, report[1]));
    }
    close(report[1]);
    QFile reader;
    QByteArray text;
    if (child > 0 && reader.open(report[0], QIODevice::ReadOnly)) {
        text = reader.readAll();
    }
    QTextStream(stdout) << text;
    return text.endsWith("ready\n") ? 0 : 1;
}

int stop(const QString &path)
{
    const qint64 process = testsupport::keeper(path);
    if (process != 0) {
        const int descriptor = processDescriptor(static_cast<pid_t>(process));
        kill(static_cast<pid_t>(process), SIGTERM);
        waitForAny({descriptor});
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QByteArray command = argc == 2 ? argv[1] : "";
    const QString path = testsupport::stateFile();
    if (path.isEmpty() || (command != "start" && command != "stop")) {
        QTextStream(stderr) << "usage: COUNTERSIGN_TEST_SERVERS=FILE testservers start|stop\n";
        return 2;
    }
    return command == "start" ? start(path) : stop(path);
}

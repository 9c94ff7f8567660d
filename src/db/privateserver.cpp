#include "db/privateserver.h"

#include "db/childprocess.h"
#include "db/serverplace.h"
#include "db/serverprograms.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <condition_variable>
#include <csignal>
#include <cstring>
#include <mutex>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace countersign::db {

using schema::EngineKind;

namespace {

constexpr int longestSocketPath = 107; // sizeof sockaddr_un::sun_path - 1, unix(7)
constexpr auto pollInterval = std::chrono::milliseconds(10);
const QString ownerFile = u"supervisor"_s;
const QString pidFile = u"server.pid"_s;

// Runs the preparing command and the server, then waits for the owner's end of the pipe (standard input) to close.
// $1 folder, $2 signal that stops the server at once, then the server's command. The server starts before the signals
// are ignored: an ignored signal would be inherited. Behind a wall the first process inside is the one to stop; bwrap,
// which waits for it, ends after it.
constexpr auto supervisor = R"(folder=$1 signal=$2
shift 2
cd "$folder" || exit 1
"$@" </dev/null >>log 2>&1 3>wall &
server=$!
trap '' INT HUP TERM QUIT PIPE
echo $server >server.pid
while read -r line; do :; done
inside=$(sed -n 's/.*"child-pid": *\([0-9]*\).*/\1/p' wall)
kill -"$signal" ${inside:-$server} 2>/dev/null
wait $server
cd /
rm -rf -- "$folder"
)";

struct SystemUser {
    uid_t user = 0;
    gid_t group = 0;
};

/// The unprivileged user that a server runs as when we are root; nothing otherwise.
std::optional<SystemUser> serverUser(EngineKind engine)
{
    if (geteuid() != 0) {
        return std::nullopt;
    }
    for (const char *name : {engine == EngineKind::PostgreSql ? "postgres" : "mysql", "nobody"}) {
        std::array<char, 4096> buffer{};
        passwd entry{};
        passwd *found = nullptr;
        if (getpwnam_r(name, &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr) {
            return SystemUser{entry.pw_uid, entry.pw_gid};
        }
    }
    return std::nullopt;
}

QStringList asUser(const std::optional<SystemUser> &user, const QStringList &command)
{
    if (!user) {
        return command;
    }
    return QStringList{u"setpriv"_s, u"--reuid=%1"_s.arg(user->user), u"--regid=%1"_s.arg(user->group),
                       u"--clear-groups"_s, u"--"_s} +
           command;
}

/// The command behind bubblewrap (bwrap(1)): no network but an unconnected loopback, System V memory of its own, other
/// people's sockets and files out of sight. Processes of its own as well where /proc may be mounted, which containers
/// often forbid.
QStringList behindWall(const QStringList &command, const QString &folder, const QString &programs, bool ownProcesses,
                       const QStringList &more = {})
{
    QStringList wall{u"bwrap"_s, u"--unshare-net"_s, u"--unshare-ipc"_s, u"--unshare-uts"_s, u"--die-with-parent"_s};
    wall += QStringList{u"--ro-bind"_s, u"/"_s, u"/"_s, u"--dev"_s, u"/dev"_s};
    if (ownProcesses) {
        wall += QStringList{u"--unshare-pid"_s, u"--proc"_s, u"/proc"_s};
    }
    const QString memory = u"/dev/shm"_s; // of its own already, with /dev
    for (const QString &hidden : {u"/tmp"_s, u"/var/tmp"_s, u"/run"_s, u"/home"_s, u"/root"_s, memory}) {
        if (QFileInfo(hidden).isDir() && !QFileInfo(hidden).isSymLink() && !programs.startsWith(hidden + u'/')) {
            wall += hidden == memory ? QStringList() : QStringList{u"--tmpfs"_s, hidden};
            // On the way to the server's folder for any user: bwrap would make them for root only.
            for (qsizetype end = folder.indexOf(u'/', hidden.size() + 1); folder.startsWith(hidden + u'/') && end > 0;
                 end = folder.indexOf(u'/', end + 1)) {
                wall += QStringList{u"--perms"_s, u"0711"_s, u"--dir"_s, folder.first(end)};
            }
        }
    }
    wall += QStringList{u"--bind"_s, folder, folder, u"--chdir"_s, folder};
    return wall + more + QStringList{u"--"_s} + command;
}

/// Starts @p command in a session of its own, so that Ctrl-C in our terminal does not reach it; every descriptor but
/// 0 to 2 closed. QProcess would tie the child to one thread.
base::Result<pid_t> spawn(const QStringList &command, int standardInput, const QString &log)
{
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    if (standardInput >= 0) {
        posix_spawn_file_actions_adddup2(&actions, standardInput, 0);
    } else {
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    }
    const QByteArray logPath = QFile::encodeName(log);
    posix_spawn_file_actions_addopen(&actions, 1, logPath.constData(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    posix_spawn_file_actions_adddup2(&actions, 1, 2);
    posix_spawn_file_actions_addclosefrom_np(&actions, 3);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK);
    const SpawnTexts arguments(command);
    const SpawnTexts environment(scrubbedEnvironment());
    pid_t process = 0;
    const int code =
        posix_spawnp(&process, arguments.data()[0], &actions, &attributes, arguments.data(), environment.data());
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    if (code != 0) {
        return std::unexpected(base::undecided(
            u"%1 cannot be started: %2"_s.arg(command.constFirst(), QString::fromLocal8Bit(strerror(code)))));
    }
    return process;
}

/// Waits for @p done in small steps. False when the time is over or a stop was asked.
template <class Predicate>
bool waitUntil(Predicate done, std::chrono::steady_clock::time_point deadline, const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    while (!done()) {
        if (stop.stop_requested() || std::chrono::steady_clock::now() > deadline) {
            return false;
        }
        never.wait_for(lock, stop, pollInterval, [] { return false; });
    }
    return true;
}

/// What a server, or the program that prepares it, said last. Some end with pages of advice: where they name errors,
/// those.
QString lastLines(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    file.seek(std::max<qint64>(0, file.size() - 4000));
    QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    const QStringList errors = lines.filter(u"[ERROR]"_s) + lines.filter(u"FATAL:"_s);
    if (!errors.isEmpty()) {
        return errors.first(std::min<qsizetype>(2, errors.size())).join(u'\n');
    }
    return lines.mid(std::max<qsizetype>(0, lines.size() - 4)).join(u'\n');
}

/// PID and start time (proc_pid_stat(5), field 22), which together name a process for ever; empty when it is gone.
QString processIdentity(qint64 process)
{
    QFile stat(u"/proc/%1/stat"_s.arg(process));
    if (!stat.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray text = stat.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    if (fields.size() < 20 || fields.at(0) == "Z") {
        return {};
    }
    return u"%1 %2"_s.arg(process).arg(QString::fromLatin1(fields.at(19)));
}

base::Result<QString> makeFolder(const QString &parent, const std::optional<SystemUser> &user)
{
    const QByteArray name = QFile::encodeName(parent);
    // The servers' own users have to pass through it, nobody has to list it.
    if (mkdir(name.constData(), 0711) != 0 && errno != EEXIST) {
        return std::unexpected(base::undecided(
            u"the folder for a private server cannot be made: %1"_s.arg(QString::fromLocal8Bit(strerror(errno))),
            parent));
    }
    struct stat status{};
    if (lstat(name.constData(), &status) != 0 || !S_ISDIR(status.st_mode) || status.st_uid != geteuid()) {
        return std::unexpected(base::undecided(u"the folder for private servers belongs to somebody else"_s, parent,
                                               u"Remove it, or set TMPDIR to a folder of your own."_s));
    }
    QTemporaryDir folder(parent + u"/XXXXXX"_s);
    if (!folder.isValid()) {
        return std::unexpected(
            base::undecided(u"the folder for a private server cannot be made: %1"_s.arg(folder.errorString()), parent));
    }
    if (user && chown(QFile::encodeName(folder.path()).constData(), user->user, user->group) != 0) {
        return std::unexpected(base::undecided(u"the folder for a private server cannot be given to the server's user: "
                                               "%1"_s.arg(QString::fromLocal8Bit(strerror(errno))),
                                               folder.path()));
    }
    folder.setAutoRemove(false);
    return folder.path();
}

bool acceptsConnections(const QString &socketPath)
{
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray path = QFile::encodeName(socketPath);
    std::copy_n(path.constData(), std::min<qsizetype>(path.size(), longestSocketPath), address.sun_path);
    const bool connected = connect(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    close(descriptor);
    return connected;
}

/// PostgreSQL accepts connections before it answers them; the eighth line of postmaster.pid tells (miscadmin.h,
/// LOCK_FILE_LINE_PM_STATUS, since 10).
bool isReady(EngineKind engine, const QString &folder, const QString &socketPath)
{
    if (engine == EngineKind::PostgreSql) {
        QFile file(folder + u"/data/postmaster.pid"_s);
        if (!file.open(QIODevice::ReadOnly)) {
            return false;
        }
        const QList<QByteArray> lines = file.readAll().split('\n');
        return lines.size() > 7 && lines.at(7).trimmed() == "ready";
    }
    return QFileInfo::exists(socketPath) && acceptsConnections(socketPath);
}

bool ended(pid_t process)
{
    siginfo_t information{};
    return waitid(P_PID, static_cast<id_t>(process), &information, WEXITED | WNOHANG | WNOWAIT) != 0 ||
           information.si_pid == process;
}

/// Runs a command that prepares the data folder; killed when stopped or late.
base::Result<void> prepare(const QStringList &command, const QString &folder,
                           std::chrono::steady_clock::time_point deadline, const std::stop_token &stop)
{
    const QString log = folder + u"/prepare.log"_s;
    CS_TRY(process, spawn(command, -1, log));
    const bool finished = waitUntil([process] { return ended(process); }, deadline, stop);
    if (!finished) {
        kill(-process, SIGKILL);
    }
    int status = 0;
    waitpid(process, &status, 0);
    if (!finished) {
        // What the command had started dies at its own time, and would write into a folder that is being removed.
        waitUntil([process] { return kill(-process, 0) != 0; },
                  std::chrono::steady_clock::now() + std::chrono::seconds(2), {});
    }
    if (stop.stop_requested()) {
        return std::unexpected(base::cancelled());
    }
    if (!finished || status != 0) {
        return std::unexpected(
            base::undecided(u"the data folder of a private server cannot be made: "_s + lastLines(log), folder));
    }
    return {};
}

void removeLeftover(const QString &folder)
{
    QFile file(folder + u'/' + pidFile);
    if (file.open(QIODevice::ReadOnly)) {
        const qint64 server = file.readAll().trimmed().toLongLong();
        QFile command(u"/proc/%1/cmdline"_s.arg(server));
        // Only a process that names this very folder is the server; its number may be somebody else's by now.
        if (server > 1 && command.open(QIODevice::ReadOnly) &&
            command.readAll().contains(QFile::encodeName(folder) + "/data")) {
            kill(static_cast<pid_t>(server), SIGKILL);
        }
    }
    QDir(folder).removeRecursively();
}

} // namespace

struct PrivateServer::State {
    EngineKind engine = EngineKind::PostgreSql;
    ServerPrograms programs;
    QString folder;
    bool walled = false;
    bool ownProcesses = false; ///< the first of them takes all others along
    int ownerEnd = -1;
    pid_t supervisorProcess = 0;

    State() = default;
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State() { stop(); }

    QString socket() const
    {
        return engine == EngineKind::PostgreSql ? folder + u"/.s.PGSQL.5432"_s : folder + u"/s.sock"_s;
    }

    void stop()
    {
        if (ownerEnd >= 0) {
            close(ownerEnd);
            ownerEnd = -1;
        }
        if (supervisorProcess > 0) {
            int status = 0;
            while (waitpid(supervisorProcess, &status, 0) < 0 && errno == EINTR) {
            }
            supervisorProcess = 0;
        }
        if (!folder.isEmpty()) {
            removeLeftover(folder);
            folder.clear();
        }
    }

    base::Result<void> launch(const QStringList &command)
    {
        std::array<int, 2> ends{};
        if (pipe2(ends.data(), O_CLOEXEC) != 0) {
            return std::unexpected(base::undecided(u"no pipe: "_s + QString::fromLocal8Bit(strerror(errno))));
        }
        const QStringList shell{u"/bin/sh"_s,
                                u"-c"_s,
                                QString::fromLatin1(supervisor),
                                u"countersign-server"_s,
                                folder,
                                engine == EngineKind::PostgreSql && !ownProcesses ? u"QUIT"_s : u"KILL"_s};
        const base::Result<pid_t> process = spawn(shell + command, ends[0], folder + u"/prepare.log"_s);
        close(ends[0]);
        ownerEnd = ends[1];
        if (!process) {
            return std::unexpected(process.error());
        }
        supervisorProcess = *process;
        QFile owner(folder + u'/' + ownerFile);
        if (owner.open(QIODevice::WriteOnly)) {
            owner.write(processIdentity(*process).toLatin1());
        }
        return {};
    }
};

base::Result<PrivateServer> PrivateServer::start(EngineKind engine, const PrivateServerOptions &options,
                                                 std::stop_token stop)
{
    CS_TRY(programs, findServerPrograms(engine, options.programs));
    const QString parent = options.parentFolder.isEmpty() ? serverParents().constFirst() : options.parentFolder;
    removeLeftovers(options.parentFolder);
    const auto deadline = std::chrono::steady_clock::now() + options.timeout;
    const std::optional<SystemUser> user = serverUser(engine);
    auto state = std::make_unique<State>();
    state->engine = engine;
    state->programs = programs;
    CS_TRY(folder, makeFolder(parent, user));
    state->folder = folder;
    if (QFile::encodeName(state->socket()).size() > longestSocketPath) {
        return std::unexpected(base::usageError(
            u"the path of the private server's socket is longer than %1 bytes"_s.arg(longestSocketPath),
            state->socket(), u"Set TMPDIR to a folder with a shorter name."_s));
    }
    CS_CHECK(prepare(asUser(user, programs.prepareCommand(folder)), folder, deadline, stop));
    QStringList command = asUser(user, programs.serverCommand(folder, state->socket(), options.settings));
    if (options.walled) {
        // Installed and yet forbidden (no user namespaces, inside another container): tried with this very user.
        const auto works = [&](bool ownProcesses) {
            const QStringList probe =
                behindWall(asUser(user, {u"test"_s, u"-w"_s, folder}), folder, programs.folder, ownProcesses);
            return prepare(probe, folder, deadline, stop).has_value();
        };
        state->ownProcesses = works(true);
        state->walled = state->ownProcesses || works(false);
        if (state->walled) { // the supervising shell has descriptor 3 open
            command = behindWall(command, folder, programs.folder, state->ownProcesses, {u"--info-fd"_s, u"3"_s});
        }
    }
    CS_CHECK(state->launch(command));
    const auto serverEnded = [&] {
        QFile file(folder + u'/' + pidFile);
        return file.open(QIODevice::ReadOnly) && file.size() > 1 &&
               processIdentity(file.readAll().trimmed().toLongLong()).isEmpty();
    };
    bool dead = false;
    const bool done =
        waitUntil([&] { return (dead = serverEnded()) || isReady(engine, folder, state->socket()); }, deadline, stop);
    if (stop.stop_requested()) {
        return std::unexpected(base::cancelled());
    }
    if (dead || !done) {
        return std::unexpected(base::undecided(
            u"a private %1 server %2: %3"_s.arg(schema::titleOf(engine),
                                                dead ? u"ended while starting"_s : u"did not start in time"_s,
                                                lastLines(folder + u"/log"_s)),
            programs.folder));
    }
    return PrivateServer(std::move(state));
}

void PrivateServer::removeLeftovers(const QString &parentFolder)
{
    QFileInfoList folders;
    for (const QString &parent : parentFolder.isEmpty() ? serverParents() : QStringList{parentFolder}) {
        folders += QDir(parent).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    }
    for (const QFileInfo &folder : folders) {
        QFile owner(folder.filePath() + u'/' + ownerFile);
        // Empty: it is being written at this moment.
        const QString identity = owner.open(QIODevice::ReadOnly) ? QString::fromLatin1(owner.readAll()) : QString();
        if (!identity.isEmpty()) {
            if (processIdentity(identity.section(u' ', 0, 0).toLongLong()) == identity) {
                continue;
            }
        } else if (folder.lastModified().secsTo(QDateTime::currentDateTime()) < 300) {
            continue; // somebody is just making it
        }
        removeLeftover(folder.filePath());
    }
}

PrivateServer::PrivateServer(std::unique_ptr<State> state) : m_state(std::move(state))
{
}
PrivateServer::PrivateServer(PrivateServer &&other) noexcept = default;
PrivateServer &PrivateServer::operator=(PrivateServer &&other) noexcept = default;
PrivateServer::~PrivateServer() = default;

void PrivateServer::stop()
{
    if (m_state) {
        m_state->stop();
    }
}

EngineKind PrivateServer::engine() const
{
    return m_state->engine;
}

QString PrivateServer::folder() const
{
    return m_state->folder;
}

QString PrivateServer::socket() const
{
    return m_state->socket();
}

QString PrivateServer::version() const
{
    return m_state->programs.version;
}

QString PrivateServer::programs() const
{
    return m_state->programs.folder;
}

bool PrivateServer::isWalled() const
{
    return m_state->walled;
}

ConnectionUrl PrivateServer::url(const QString &database) const
{
    ConnectionUrl url;
    url.engine = m_state->engine;
    if (m_state->engine == EngineKind::PostgreSql) {
        url.host = m_state->folder;
        url.user = u"postgres"_s;
        url.database = database.isEmpty() ? u"postgres"_s : database;
    } else {
        url.options.insert(u"socket"_s, m_state->socket());
        url.user = u"root"_s;
        url.database = database;
    }
    return url;
}

} // namespace countersign::db

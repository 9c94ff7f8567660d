#include "db/tunnel.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <sys/prctl.h>

#include <condition_variable>
#include <csignal>
#include <map>
#include <mutex>
#include <thread>

namespace countersign::db {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

constexpr int pollMs = 20;
constexpr int endMs = 2000;

/// One ssh process, started, watched and ended in one thread.
class SshProcess
{
public:
    SshProcess(QStringList arguments, const QString &socketName) : m_socket(m_folder.filePath(socketName))
    {
        arguments.replaceInStrings(u"%SOCKET%"_s, m_socket);
        m_thread = std::jthread([this, arguments](const std::stop_token &stop) { run(arguments, stop); });
    }
    ~SshProcess()
    {
        m_thread.request_stop();
        m_thread.join();
    }
    SshProcess(const SshProcess &) = delete;
    SshProcess &operator=(const SshProcess &) = delete;

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString socket() const { return m_socket; }

    [[nodiscard]] bool hasEnded()
    {
        const std::scoped_lock lock(m_mutex);
        return m_ended;
    }

    /// Empty when the way is open; else what ssh said.
    [[nodiscard]] QString wait(std::chrono::milliseconds timeout, const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        const bool known = m_changed.wait_for(lock, stop, timeout, [this] { return m_open || m_ended; });
        if (known && m_open && !m_ended) {
            return {};
        }
        return known ? (m_words.isEmpty() ? u"ssh ended without a word"_s : m_words)
                     : u"ssh did not get through in time"_s;
    }

private:
    void run(const QStringList &arguments, const std::stop_token &stop)
    {
        QProcess process;
        // The thread lives as long as the way does, so that ssh is told even when the program is killed.
        process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
        process.setStandardInputFile(QProcess::nullDevice());
        process.start(u"ssh"_s, arguments);
        bool running = process.waitForStarted();
        while (running && !stop.stop_requested()) {
            running = !process.waitForFinished(pollMs) && process.state() != QProcess::NotRunning;
            if (!m_open && QFile::exists(m_socket)) {
                const std::scoped_lock lock(m_mutex);
                m_open = true;
                m_changed.notify_all();
            }
        }
        if (process.state() != QProcess::NotRunning) {
            process.terminate();
            if (!process.waitForFinished(endMs)) {
                process.kill();
                process.waitForFinished(endMs);
            }
        }
        const std::scoped_lock lock(m_mutex);
        const QString words = QString::fromUtf8(process.readAllStandardError()).trimmed();
        m_words = process.error() == QProcess::FailedToStart ? u"the program ssh is not installed"_s : words;
        m_ended = true;
        m_changed.notify_all();
    }

    QTemporaryDir m_folder;
    QString m_socket;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_open = false;
    bool m_ended = false;
    QString m_words;
    std::jthread m_thread;
};

struct OpenTunnels {
    std::mutex mutex;
    std::map<QString, std::shared_ptr<SshProcess>> processes;
};

OpenTunnels &openTunnels()
{
    static OpenTunnels tunnels;
    // While there is still an application: QProcess belongs to it.
    static const bool closing = [] {
        qAddPostRoutine([] {
            const std::scoped_lock lock(openTunnels().mutex);
            openTunnels().processes.clear();
        });
        return true;
    }();
    Q_UNUSED(closing)
    return tunnels;
}

struct Destination {
    QString host; ///< user@host
    QString port; ///< may be empty
};

/// Nothing that ssh or a shell could take for anything but a host: no leading '-', no space, no metacharacter.
Result<Destination> destinationOf(const ConnectionUrl &url)
{
    static const QRegularExpression form(
        u"^((?:[A-Za-z0-9_][A-Za-z0-9_.-]*@)?[A-Za-z0-9_][A-Za-z0-9_.-]*)(?::([0-9]{1,5}))?$"_s);
    const QRegularExpressionMatch match = form.match(url.options.value(u"ssh"_s));
    if (!match.hasMatch()) {
        return base::Fail(
            base::usageError(u"The option ssh names no host"_s, url.display(),
                             u"Write ssh=user@host or ssh=user@host:port, or a Host of your ssh_config."_s));
    }
    return Destination{match.captured(1), match.captured(2)};
}

} // namespace

Result<ConnectionUrl> openTunnel(const ConnectionUrl &url, std::chrono::milliseconds timeout, std::stop_token stop)
{
    CS_TRY(destination, destinationOf(url));
    if (url.engine == schema::EngineKind::Sqlite) {
        return base::Fail(base::usageError(u"A file is not reached through ssh"_s, url.display()));
    }
    const bool postgreSql = url.engine == schema::EngineKind::PostgreSql;
    if (!postgreSql && url.options.value(u"ssl-mode"_s).startsWith(u"verify"_s, Qt::CaseInsensitive)) {
        return base::Fail(base::usageError(
            u"Through ssh the name in the server's certificate cannot be compared with the host"_s, url.display(),
            u"Leave ssl-mode out or write required: ssh verifies the host it goes to."_s));
    }
    // libpq asks for no TLS on a Unix socket, whatever sslmode says (PostgreSQL manual, 32.1.2), and the way ends in
    // one.
    const QString sslMode = url.options.value(u"sslmode"_s).toLower();
    if (postgreSql && (sslMode == u"require"_s || sslMode.startsWith(u"verify"_s))) {
        return base::Fail(base::usageError(
            u"Through ssh sslmode=%1 has no effect: beyond the SSH host the way would not be encrypted"_s.arg(sslMode),
            url.display(), u"Leave sslmode out only where the server is the SSH host or next to it."_s));
    }
    const QString remoteSocket = url.options.value(u"socket"_s, url.host.startsWith(u'/') ? url.host : QString());
    const int port = url.port > 0 ? url.port : postgreSql ? 5432 : 3306;
    const QString host = url.host.isEmpty()        ? u"localhost"_s
                         : url.host.contains(u':') ? u'[' + url.host + u']'
                                                   : url.host;
    const QString remote = remoteSocket.isEmpty() ? u"%1:%2"_s.arg(host).arg(port)
                           : postgreSql           ? u"%1/.s.PGSQL.%2"_s.arg(remoteSocket).arg(port)
                                                  : remoteSocket;
    const auto seconds = std::max<qint64>(1, timeout.count() / 1000);
    QStringList arguments{u"-N"_s, u"-T"_s,
                          u"-o"_s, u"BatchMode=yes"_s,
                          u"-o"_s, u"ExitOnForwardFailure=yes"_s,
                          u"-o"_s, u"ConnectTimeout=%1"_s.arg(seconds),
                          u"-L"_s, u"%SOCKET%:"_s + remote};
    if (!destination.port.isEmpty()) {
        arguments << u"-p"_s << destination.port;
    }
    arguments << u"--"_s << destination.host;
    const QString key = arguments.join(u' ');
    std::shared_ptr<SshProcess> process;
    {
        OpenTunnels &open = openTunnels();
        const std::scoped_lock lock(open.mutex);
        process = open.processes[key];
        if (!process || process->hasEnded()) {
            process = std::make_shared<SshProcess>(arguments, postgreSql ? u".s.PGSQL.5432"_s : u"mysql.sock"_s);
            open.processes[key] = process;
        }
    }
    const QString problem = process->wait(timeout, stop);
    if (stop.stop_requested()) {
        return base::Fail(base::cancelled());
    }
    if (!problem.isEmpty()) {
        return base::Fail(base::undecided(u"The SSH tunnel did not open: "_s + problem.section(u'\n', -1),
                                          url.display(), u"Try: ssh %1"_s.arg(destination.host)));
    }
    ConnectionUrl through = url;
    through.options.remove(u"ssh"_s);
    if (postgreSql) {
        through.host = process->folder();
        through.port = 5432;
    } else {
        through.host.clear();
        through.port = 0;
        through.options.insert(u"socket"_s, process->socket());
    }
    return through;
}

} // namespace countersign::db

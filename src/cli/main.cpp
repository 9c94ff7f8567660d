#include "app/demoworkspace.h"
#include "app/workspace.h"
#include "base/show.h"
#include "cli/commands.h"

#include <QCoreApplication>
#include <QDir>

#include <fcntl.h>
#include <malloc.h>
#include <pthread.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <thread>

using namespace Qt::StringLiterals;
using namespace countersign;

namespace {

/// SIGINT, SIGTERM and SIGHUP are taken by a thread that waits for them, so that the request to stop is made outside of
/// a signal handler. Must be made before any other thread starts. Ends without delay: a command that is ready leaves.
class StopOnSignals
{
public:
    explicit StopOnSignals(std::stop_source source)
    {
        sigset_t awaited;
        sigemptyset(&awaited);
        for (const int signal : {SIGINT, SIGTERM, SIGHUP, leave()}) {
            sigaddset(&awaited, signal);
        }
        pthread_sigmask(SIG_BLOCK, &awaited, nullptr);
        m_thread = std::thread([source, awaited]() mutable {
            for (int signal = 0; signal != leave();) {
                signal = sigwaitinfo(&awaited, nullptr);
                if (signal > 0 && signal != leave()) {
                    source.request_stop();
                }
            }
        });
    }
    ~StopOnSignals()
    {
        pthread_kill(m_thread.native_handle(), leave());
        m_thread.join();
    }
    StopOnSignals(const StopOnSignals &) = delete;
    StopOnSignals &operator=(const StopOnSignals &) = delete;

private:
    static int leave() { return SIGRTMIN; }

    std::thread m_thread;
};

void printHelp(QTextStream &out)
{
    out << "countersignctl: review database changes before production meets them\n\n"
           "usage: countersignctl [--workspace DIR | --demo[=ENGINE]] [--progress] COMMAND …\n"
           "       countersignctl COMMAND --help\n\n"
           "  --workspace DIR   the folder with countersign.toml; else the nearest one upward from here\n"
           "  --demo[=ENGINE]   as if called in the folder of the demo, which is made at its first use\n"
           "  --progress        what is being done, on stderr; on a terminal always\n\n";
    for (const cli::Command &command : cli::allCommands()) {
        out << u"  %1 %2\n"_s.arg(QString::fromLatin1(command.name), -11).arg(QString::fromUtf8(command.summary));
    }
    out << "\nexit codes: 0 nothing to report · 1 differences, failing checks, gate closed · 2 bad input · 3 could not "
           "decide\n"
           "            4 integrity · 5 conflict, read again · 6 not allowed · 70 a defect of ours\n";
}

struct GlobalOptions {
    QString workspaceFolder;
    std::optional<schema::EngineKind> demo;
    bool progress = false;
    bool help = false;
    bool version = false;
    QStringList rest;
};

base::Result<GlobalOptions> parseGlobal(QStringList arguments)
{
    GlobalOptions options;
    options.progress = isatty(STDERR_FILENO) != 0;
    while (!arguments.isEmpty()) {
        const QString argument = arguments.takeFirst();
        if (argument == u"--progress"_s) {
            options.progress = true;
        } else if (argument == u"--no-progress"_s) {
            options.progress = false;
        } else if (argument == u"--workspace"_s || argument.startsWith(u"--workspace="_s)) {
            if (!argument.contains(u'=') && arguments.isEmpty()) {
                return base::Fail(base::usageError(u"--workspace needs a folder"_s));
            }
            options.workspaceFolder = argument.contains(u'=') ? argument.section(u'=', 1) : arguments.takeFirst();
        } else if (argument == u"--demo"_s || argument.startsWith(u"--demo="_s)) {
            options.demo = argument.contains(u'=') ? schema::engineFromName(argument.section(u'=', 1))
                                                   : schema::EngineKind::Sqlite;
            if (!options.demo) {
                return base::Fail(
                    base::usageError(u"There is no demo for \"%1\""_s.arg(base::show(argument.section(u'=', 1))), {},
                                     u"One of: sqlite, postgresql, mariadb."_s));
            }
        } else if (options.rest.isEmpty() &&
                   (argument == u"--help"_s || argument == u"-h"_s || argument == u"help"_s)) {
            options.help = true;
        } else if (options.rest.isEmpty() && argument == u"--version"_s) {
            options.version = true;
        } else {
            options.rest << argument;
        }
    }
    if (options.demo && !options.workspaceFolder.isEmpty()) {
        return base::Fail(
            base::usageError(u"--workspace and --demo each name a workspace"_s, {}, u"Give one of them."_s));
    }
    if (options.workspaceFolder.isEmpty() && !options.demo) {
        options.workspaceFolder = app::findWorkspaceFolder(QDir::currentPath());
    }
    return options;
}

/// Otherwise the first file that is opened gets the number of standard output, and what is printed goes into it.
void keepStandardStreams()
{
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) == -1) {
            static_cast<void>(::open("/dev/null", O_RDWR)); // the lowest free number
        }
    }
}

/// A result that could not be written, to a full disk say, is none.
int delivered(int exit, cli::CommandContext &context)
{
    context.out.flush();
    const bool whole = context.out.status() == QTextStream::Ok && std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
    return whole || exit > 1 ? exit
                             : cli::fail(context, base::undecided(u"The result could not be written"_s, u"stdout"_s,
                                                                  u"Make room, or write it somewhere else."_s));
}

} // namespace

int main(int argc, char **argv)
{
#ifdef __GLIBC__
    // What one thread gives back the other one takes: two databases of 10,000 tables need a tenth less memory.
    mallopt(M_ARENA_MAX, 1);
#endif
    keepStandardStreams();
    // A file that may not grow any more is an error of that write, like a full disk.
    std::signal(SIGXFSZ, SIG_IGN);
    std::stop_source stop;
    const StopOnSignals signalThread(stop);
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"countersign"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(COUNTERSIGN_VERSION));

    QTextStream out(stdout);
    QTextStream err(stderr);
    cli::CommandContext context{out, err, false, stop.get_token(), {}};
    auto global = parseGlobal(QCoreApplication::arguments().mid(1));
    if (!global) {
        return cli::fail(context, global.error());
    }
    if (global->version) {
        out << "countersignctl " << COUNTERSIGN_VERSION << '\n';
        return 0;
    }
    if (global->help || global->rest.isEmpty()) {
        printHelp(global->help ? out : err);
        return global->help ? 0 : 2;
    }
    context.progress = global->progress;
    context.workspaceFolder = global->workspaceFolder;
    app::Demo demo; // its server, where it has one, lives until the command is done
    if (global->demo) {
        auto opened = app::openDemo(*global->demo, app::demoFolder(*global->demo), {}, context.stop);
        if (!opened) {
            return cli::fail(context, opened.error());
        }
        demo = *std::move(opened);
        context.workspaceFolder = demo.workspace.folder;
        QDir::setCurrent(context.workspaceFolder);
    }
    const QString name = global->rest.takeFirst();
    for (const cli::Command &command : cli::allCommands()) {
        if (QLatin1StringView(command.name) == name) {
            return delivered(command.run(global->rest, context), context);
        }
    }
    return cli::fail(context, base::usageError(u"There is no command \"%1\""_s.arg(base::show(name)), {},
                                               u"See: countersignctl --help"_s));
}

#include "rehearsal/child.h"

#include "rehearsal/trailjson.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using base::Result;

namespace {

const QString programName = u"countersign-rehearse"_s;

QString childProgram()
{
    QStringList folders{qEnvironmentVariable("COUNTERSIGN_BINARY_DIR")};
    if (QCoreApplication::instance() != nullptr) {
        folders << QCoreApplication::applicationDirPath();
    }
    for (const QString &folder : folders) {
        const QFileInfo program(folder + u'/' + programName);
        if (!folder.isEmpty() && program.isExecutable()) {
            return program.absoluteFilePath();
        }
    }
    return {};
}

/// What the child needs to find its libraries and to write UTF-8; nothing that opens a door.
QProcessEnvironment scrubbed()
{
    QProcessEnvironment clean;
    const QProcessEnvironment ours = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"PATH"_s, u"LD_LIBRARY_PATH"_s, u"LC_ALL"_s, u"LANG"_s, u"TMPDIR"_s, u"TZ"_s}) {
        if (ours.contains(name)) {
            clean.insert(name, ours.value(name));
        }
    }
    return clean;
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
            writableFolder};
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

/// Waits in small steps, so that a stop request and the deadline both end the child.
bool finishes(QProcess &process, std::chrono::milliseconds limit, const std::stop_token &stop)
{
    const auto until = std::chrono::steady_clock::now() + limit;
    while (process.state() != QProcess::NotRunning) {
        if (process.waitForFinished(50)) {
            return true;
        }
        if (stop.stop_requested() || std::chrono::steady_clock::now() >= until) {
            process.kill();
            process.waitForFinished(2000);
            return false;
        }
    }
    return true;
}

} // namespace

bool canRunInChild()
{
    return !childProgram().isEmpty();
}

Result<Rehearsal> runInChild(const db::ConnectionUrl &url, const Script &script,
                             std::shared_ptr<const schema::Schema> base, const RunOptions &options,
                             std::stop_token stop)
{
    const bool walled = wallWorks();
    QString program = childProgram();
    QStringList arguments;
    if (walled) {
        arguments = wallArguments(QFileInfo(url.database).absolutePath()) + QStringList{program};
        program = QStandardPaths::findExecutable(u"bwrap"_s);
    }
    QProcess process;
    process.setProcessEnvironment(scrubbed());
    process.start(program, arguments);
    if (!process.waitForStarted(5000)) {
        return base::Fail(
            base::undecided(u"The rehearsing process does not start: "_s + process.errorString(), program));
    }
    process.write(toJson(ChildTask{url, script, options}));
    process.closeWriteChannel();
    const bool ended = finishes(process, options.deadline + 2s, stop);
    if (stop.stop_requested()) {
        return base::Fail(base::cancelled());
    }
    if (!ended) {
        return base::Fail(base::undecided(u"The rehearsal did not end at its deadline and was stopped from outside"_s));
    }
    if (process.exitStatus() != QProcess::NormalExit) {
        return base::Fail(base::undecided(u"A statement made the rehearsing process crash"_s, {},
                                          u"The scratch database is gone; production was never touched."_s));
    }
    CS_TRY(trail, trailFromJson(process.readAllStandardOutput(), std::move(base)));
    trail.circumstances.contained = walled;
    if (!walled) {
        trail.circumstances.limits
            << u"The rehearsing process had the network of this machine: bwrap is missing or not allowed"_s;
    }
    return trail;
}

} // namespace countersign::rehearsal

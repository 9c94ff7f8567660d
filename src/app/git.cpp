#include "app/git.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>

namespace countersign::app {

using namespace Qt::StringLiterals;

namespace {

bool isTracked(const QFileInfo &entry)
{
    const QString folder = entry.absolutePath();
    if (!liesInRepository(folder)) {
        return false;
    }
    // Who owns the checkout does not matter here: containers often check out as somebody else.
    const GitAnswer answer = runGit(
        folder, {u"-c"_s, u"safe.directory=*"_s, u"ls-files"_s, u"--error-unmatch"_s, u"--"_s, entry.fileName()});
    // 1: known to be none of its files.
    return answer.exit != 1;
}

} // namespace

GitAnswer runGit(const QString &folder, const QStringList &arguments)
{
    constexpr int patience = 30000;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList names = environment.keys();
    for (const QString &name : names) {
        if (name.startsWith(u"GIT_"_s)) {
            environment.remove(name);
        }
    }
    // Neither those of the repository's own file: no branch needs them, and they hide commits.
    environment.insert(u"GIT_GRAFT_FILE"_s, u"/dev/null"_s);
    QProcess git;
    git.setProcessEnvironment(environment);
    git.setStandardInputFile(QProcess::nullDevice());
    git.start(u"git"_s,
              QStringList{u"--no-replace-objects"_s, u"--literal-pathspecs"_s, u"-c"_s,
                          u"safe.bareRepository=explicit"_s, u"-c"_s, u"core.fsmonitor=false"_s, u"-C"_s, folder} +
                  arguments);
    if (!git.waitForStarted() || !git.waitForFinished(patience) || git.exitStatus() != QProcess::NormalExit) {
        return {};
    }
    return {git.exitCode(), git.readAllStandardOutput()};
}

bool liesInRepository(const QString &folder)
{
    QDir at(QFileInfo(folder).absoluteFilePath());
    do {
        if (QFileInfo::exists(at.filePath(u".git"_s))) {
            return true;
        }
    } while (at.cdUp());
    return false;
}

bool comesFromBranch(const QString &path)
{
    const QFileInfo file(path);
    if (isTracked(file) || isTracked(QFileInfo(file.canonicalFilePath()))) {
        return true;
    }
    for (QFileInfo folder(file.absolutePath()); !folder.isRoot(); folder = QFileInfo(folder.absolutePath())) {
        if (folder.isSymLink() && isTracked(folder)) {
            return true;
        }
    }
    return false;
}

} // namespace countersign::app

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace countersign::app {

struct GitAnswer {
    int exit = -1; ///< -1: Git could not be started, or did not end in half a minute
    QByteArray out;
};

/// Runs `git -C FOLDER ARGUMENTS…`. What the environment says about repositories (GIT_DIR, GIT_WORK_TREE, grafts,
/// configuration) does not count, nor do replaced objects, nor files in the folder that look like a bare repository:
/// they could show another history than the folder's own.
[[nodiscard]] GitAnswer runGit(const QString &folder, const QStringList &arguments);

/// Whether the folder or one above it has a ".git".
[[nodiscard]] bool liesInRepository(const QString &folder);

/// Whether a branch decides what is read at this path: Git tracks the file, or a symbolic link on the way to it. True
/// as well when the path lies in a repository and Git cannot be asked.
[[nodiscard]] bool comesFromBranch(const QString &path);

} // namespace countersign::app

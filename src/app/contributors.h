#pragma once

#include "base/result.h"

#include <QStringList>

namespace countersign::app {

/// Who wrote files, as Git tells it.
struct GitAuthors {
    QStringList mails;    ///< lower case, each once
    QStringList warnings; ///< what cannot be told: no history, a shallow clone
};

/// Authors, committers and co-authors (Co-authored-by:) of these files of @p folder, through renames and in submodules;
/// of the whole folder where @p files is empty. Outside of a repository, or without Git, there are none to tell, and a
/// warning says so. ErrorKind::Usage where there is a history that Git does not show. Starts `git`; blocks.
[[nodiscard]] base::Result<GitAuthors> gitAuthors(const QString &folder, const QStringList &files);

} // namespace countersign::app

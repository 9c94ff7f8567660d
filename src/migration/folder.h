#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace countersign::migration {

/// One file of a migration folder.
struct File {
    QString path; ///< relative to the folder, with /
    QString name; ///< the last part
    QByteArray bytes;
    QString text; ///< decoded, without byte order mark

    [[nodiscard]] bool inSubfolder() const { return path.contains(u'/'); }
};

/// What a folder holds, read once. Hidden files and folders are left out.
struct Folder {
    QString root;          ///< absolute
    std::vector<File> sql; ///< every *.sql, sorted by path
    QStringList others;    ///< every other file, relative

    [[nodiscard]] const File *find(const QString &path) const;
    /// The text of a file that need not be *.sql; nothing when it cannot be read.
    [[nodiscard]] std::optional<QString> textOf(const QString &path) const;
};

/// Errors: not readable, larger than 64 MiB, not UTF-8 (file and line), UTF-16.
[[nodiscard]] base::Result<Folder> readFolder(const QString &path);
[[nodiscard]] base::Result<File> readFile(const QString &root, const QString &relative);

/// @p text with every line outside of [first, last) empty, so that line numbers stay. Lines count from 0.
[[nodiscard]] QString onlyLines(const QStringList &lines, qsizetype first, qsizetype last);

/// @p text with the names between @p begin and @p end replaced by what @p valueOf gives; where that is nothing, the
/// text stays as it is. Line numbers stay as long as values have no line ends.
[[nodiscard]] QString withValues(const QString &text, const QString &begin, const QString &end,
                                 const std::function<std::optional<QString>(const QString &name)> &valueOf);

/// Numeric order where both are numbers, part by part at dots and underscores; else by text.
[[nodiscard]] bool versionBefore(const QString &a, const QString &b);

} // namespace countersign::migration

#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <set>
#include <variant>
#include <vector>

namespace countersign::review {

class TomlValue;
using TomlArray = std::vector<TomlValue>;
using TomlTable = std::map<QString, TomlValue>;

/// A value of a TOML file with the line it stands on: only what our files use (no floats, no dates).
class TomlValue
{
public:
    std::variant<bool, qint64, QString, TomlArray, TomlTable> value;
    int line = 0;
};

/// Refuses, with ErrorKind::Usage and the line, what toml++ must not be given: letters outside ASCII where they stand
/// neither in quotes nor in a comment, which are no TOML and undefined behaviour there (3.4.0,
/// is_non_ascii_horizontal_whitespace), and names of more parts than its recursion bears.
[[nodiscard]] base::Result<void> checkTomlText(QByteArrayView bytes, const QString &where);

/// ErrorKind::Usage with file and line for anything that is not TOML 1.0 or uses other types.
[[nodiscard]] base::Result<TomlValue> parseToml(QByteArrayView bytes, const QString &where);

/// Reads one table strictly: what is not asked for is an error. The first problem wins.
class TomlReader
{
public:
    TomlReader(const TomlValue &table, QString path, QString where);

    [[nodiscard]] bool has(const QString &key) const;
    QString text(const QString &key, std::optional<QString> fallback = {});
    qint64 integer(const QString &key, qint64 least, qint64 most, std::optional<qint64> fallback = {});
    bool boolean(const QString &key, bool fallback);
    QStringList texts(const QString &key, std::optional<QStringList> fallback = {});
    /// Sub-tables by name; none when the key is missing.
    std::vector<std::pair<QString, TomlReader>> tables(const QString &key);
    std::optional<TomlReader> table(const QString &key);
    std::vector<TomlReader> tableArray(const QString &key);
    void fail(const QString &key, const QString &problem);

    [[nodiscard]] base::Result<void> done() const;
    [[nodiscard]] QString where(const QString &key) const;

private:
    const TomlValue *take(const QString &key, bool required);

    const TomlTable *m_table = nullptr;
    int m_line = 0;
    QString m_path;
    QString m_where;
    std::optional<base::Error> m_problem;
    std::set<QString> m_taken;
};

} // namespace countersign::review

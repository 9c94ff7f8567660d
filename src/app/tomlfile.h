#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace countersign::app {

class TomlFile;

/// A table of a TOML file, read strictly: what has the wrong type or is never asked for is a problem of the file.
class TomlTable
{
public:
    [[nodiscard]] QString text(const QString &key, const QString &fallback = {});
    [[nodiscard]] qint64 integer(const QString &key, qint64 fallback);
    [[nodiscard]] QStringList texts(const QString &key);
    [[nodiscard]] std::optional<TomlTable> table(const QString &key);
    [[nodiscard]] std::vector<TomlTable> tables(const QString &key); ///< an array of tables
    [[nodiscard]] QStringList tableNames() const;                    ///< keys whose values are tables, in file order
    [[nodiscard]] QStringList keys() const;
    [[nodiscard]] QString where(const QString &key) const; ///< file:line

private:
    friend class TomlFile;
    struct Shared;
    TomlTable(std::shared_ptr<Shared> shared, const void *node) : m_shared(std::move(shared)), m_node(node) {}

    std::shared_ptr<Shared> m_shared;
    const void *m_node; ///< toml::table, kept alive by m_shared
};

class TomlFile
{
public:
    /// Usage errors name file, line and column.
    [[nodiscard]] static base::Result<TomlFile> read(const QString &path);
    [[nodiscard]] TomlTable root() const;
    /// The first wrong type or unknown key met so far; call after reading everything.
    [[nodiscard]] base::Result<void> problems() const;

private:
    std::shared_ptr<TomlTable::Shared> m_shared;
};

[[nodiscard]] QString tomlString(const QString &text);
[[nodiscard]] QString tomlKey(const QString &text);

} // namespace countersign::app

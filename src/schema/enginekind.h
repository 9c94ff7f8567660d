#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace countersign::schema {

/// The server products whose dialects and catalogs differ. MySQL and MariaDB share one engine room.
enum class EngineKind : std::uint8_t { PostgreSql, MySql, MariaDb, Sqlite };

/// Stable lower-case name, as in URLs, JSON and manifests: postgresql, mysql, mariadb, sqlite.
[[nodiscard]] QString nameOf(EngineKind kind);
/// What people call it: PostgreSQL, MySQL, MariaDB, SQLite.
[[nodiscard]] QString titleOf(EngineKind kind);
[[nodiscard]] std::optional<EngineKind> engineFromName(const QString &name);
/// True for MySQL and MariaDB.
[[nodiscard]] constexpr bool isMySqlFamily(EngineKind kind)
{
    return kind == EngineKind::MySql || kind == EngineKind::MariaDb;
}

/// Whether schemas of the two can be compared and migrated alike. A mysql: URL does not say which of the family answers
/// there, so what is known from a URL is held against what is known from a server with this.
[[nodiscard]] constexpr bool sameFamily(EngineKind left, EngineKind right)
{
    return left == right || (isMySqlFamily(left) && isMySqlFamily(right));
}

} // namespace countersign::schema

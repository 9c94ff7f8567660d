#pragma once

#include "base/result.h"
#include "schema/enginekind.h"

#include <QMap>
#include <QString>

namespace countersign::db {

/// Where a database is: a parsed `postgresql:`, `mysql:`, `mariadb:` or `sqlite:` URL (RFC 3986 percent-encoding).
///   postgresql://user@host:port/db?sslmode=verify-full
///   postgresql:///?service=NAME                            PG* variables, password file
///   postgresql:///db?host=/socket/folder&port=5432&user=me, postgresql://me@%2Fsocket%2Ffolder/db   a Unix socket
///   mysql://user@host:port/db?ssl-mode=…, mysql:///db?socket=/path/to.sock&user=me   (mariadb: likewise)
///   sqlite:path/file.db, sqlite:/abs/path.db, sqlite:///abs/path.db
struct ConnectionUrl {
    schema::EngineKind engine = schema::EngineKind::Sqlite;
    QString host; ///< host name, or a folder with a socket (PostgreSQL)
    int port = 0; ///< 0 for the engine's default
    QString user;
    QString password;               ///< never shown; use display()
    QString database;               ///< database name; for SQLite the file path
    QMap<QString, QString> options; ///< what follows '?', decoded

    /// The URL without password, and without options that may hold secrets: for messages, logs and JSON.
    [[nodiscard]] QString display() const;
    [[nodiscard]] bool hasPassword() const { return !password.isEmpty(); }

    friend bool operator==(const ConnectionUrl &, const ConnectionUrl &) = default;
};

/// True when the text begins with a scheme that parseConnectionUrl() understands.
[[nodiscard]] bool looksLikeConnectionUrl(const QString &text);

/// Usage errors name the part that is wrong, never the password. A relative sqlite path is taken relative to
/// @p baseFolder when that is not empty.
[[nodiscard]] base::Result<ConnectionUrl> parseConnectionUrl(const QString &text, const QString &baseFolder = {});

/// The same for a server as a whole, such as one for scratch databases: the database may be left out.
[[nodiscard]] base::Result<ConnectionUrl> parseServerUrl(const QString &text);

/// The URL as it is written to countersign.toml: never with a password, options in a fixed order. parseConnectionUrl()
/// of it gives @p url without its password.
[[nodiscard]] QString composeUrl(const ConnectionUrl &url);

} // namespace countersign::db

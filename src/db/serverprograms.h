#pragma once

#include "base/result.h"
#include "schema/enginekind.h"

#include <QString>
#include <QStringList>

namespace countersign::db {

/// The programs of one installed server, and how they are called to serve scratch data.
struct ServerPrograms {
    schema::EngineKind engine = schema::EngineKind::PostgreSql;
    QString folder;  ///< absolute
    QString version; ///< "17.6", "11.8.3"

    /// Makes FOLDER/data.
    [[nodiscard]] QStringList prepareCommand(const QString &serverFolder) const;
    /// Serves FOLDER/data on @p socket in the foreground, without network and without durability.
    [[nodiscard]] QStringList serverCommand(const QString &serverFolder, const QString &socket,
                                            const QStringList &settings) const;
};

/// Looks in @p folder, or when that is empty in PATH and the places where distributions put servers, newest version
/// first. MySql finds mysqld of Oracle's MySQL only, MariaDb mariadbd only. Undecided when there is none; Usage for
/// SQLite.
[[nodiscard]] base::Result<ServerPrograms> findServerPrograms(schema::EngineKind engine, const QString &folder = {});

} // namespace countersign::db

#pragma once

// Schema scripts as the engines' own tools write them: what in them is meant for the server that they are restored on,
// and not for the schema, is taken out before they run in a scratch database. Pure functions.

#include "base/result.h"
#include "schema/objectid.h"
#include "sql/dialect.h"
#include "sql/statements.h"

#include <optional>
#include <vector>

namespace countersign::rehearsal {

/// MySQL family: CREATE DATABASE and USE (one database per script; its name is taken off qualified names, its character
/// set goes to the scratch database), accounts, and the settings of replication. SQLite: the way in which .dump writes
/// virtual tables. Errors: the script fills more than one database (Usage, with file:line).
[[nodiscard]] base::Result<std::vector<sql::Statement>> fitForScratch(std::vector<sql::Statement> statements,
                                                                      const sql::Dialect &dialect, const QString &path);

/// The statement with the name of its own database taken off what is qualified with it: shop.trips (MySQL family),
/// shop.public.trips (PostgreSQL).
[[nodiscard]] QString withoutDatabase(const QString &sql, const sql::Dialect &dialect, const QString &database);

/// A CREATE statement of the MySQL family that names somebody else as the definer.
struct DefinedStatement {
    QString sql;        ///< with DEFINER=CURRENT_USER instead
    QString definer;    ///< user@host, or a role
    QString objectType; ///< VIEW, TRIGGER, EVENT, PROCEDURE, FUNCTION
    QString objectName;
};
[[nodiscard]] std::optional<DefinedStatement> withoutDefiner(const QString &sql, const sql::Dialect &dialect);

} // namespace countersign::rehearsal

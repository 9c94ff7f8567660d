#pragma once

// What the SQLite tests share: databases loaded by sqlite3 itself, the way there and back, and a judge that knows
// nothing of our reader.

#include "diff/compare.h"
#include "engine/engine.h"
#include "support/servers.h"

namespace countersign::testsupport {

[[nodiscard]] base::Result<schema::Schema> readSqlite(const TestDatabase &database);

/// A new database with this SQL in it.
[[nodiscard]] base::Result<TestDatabase> sqliteWith(const QString &sql);

/// The steps as a script for `sqlite3 -bail`.
[[nodiscard]] QString sqliteScript(const std::vector<engine::Step> &steps);

/// Everything SQLite itself says about the schema: columns, keys, indexes and foreign keys from PRAGMAs, and the text
/// of sqlite_schema without comments, white space, quotes and case. Column order aside, tables by name.
[[nodiscard]] base::Result<QString> judge(const TestDatabase &database);

/// Reads both, compares, pipes the script from @p from to @p to into a copy of @p from, and requires that our reader
/// and the judge find no difference. Empty, or what is wrong. The answers of the changed database to @p questions
/// ("a|b", rows joined by "/") and the script go to the other two.
[[nodiscard]] QString convergenceProblem(const QString &from, const QString &to, const QStringList &questions = {},
                                         QStringList *answers = nullptr, QString *scriptOut = nullptr,
                                         const std::vector<diff::Rename> &renames = {});

/// One line a difference: "altered column t.a type: TEXT > INTEGER".
[[nodiscard]] QStringList differenceLines(const diff::Comparison &comparison);

} // namespace countersign::testsupport

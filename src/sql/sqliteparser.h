#pragma once

// What SQLite's PRAGMAs do not tell is only in the CREATE text: CHECK, COLLATE, generated expressions, AUTOINCREMENT,
// conflict clauses, DEFERRABLE, constraint names, and what is written with a column. These functions read text that
// SQLite itself has accepted, as it stands in sqlite_schema.sql (grammar: src/parse.y of SQLite 3.46; each keyword that
// the grammar lets fall back to a name may be a name here too).

#include "base/result.h"
#include "base/textrange.h"
#include "schema/objects.h"

#include <QSet>
#include <QString>

namespace countersign::sql {

/// The table of a CREATE TABLE or CREATE VIRTUAL TABLE text: columns, constraints, options, and the text itself as
/// definition. A constraint without a name gets one that says what it is, and nameIsGenerated. Primary key columns of a
/// table WITHOUT ROWID are NOT NULL (withoutrowid.html). In expressions, a name in double quotes that is no column is
/// written as the string that it is to SQLite (quirks.html, section 8). A usage error names what was not understood.
[[nodiscard]] base::Result<schema::Table> parseSqliteTable(const QString &text);

/// A column with its constraints as the table's definition writes it; empty when that has no such column.
[[nodiscard]] QString sqliteColumnText(const schema::Table &table, const QString &column);

/// The index of a CREATE INDEX text. @p table decides whether a key is a column and whether a collation is the column's
/// own.
[[nodiscard]] base::Result<schema::Index> parseSqliteIndex(const QString &text, const schema::Table &table);

/// The view of a CREATE VIEW text; columns only where the text lists names.
[[nodiscard]] base::Result<schema::View> parseSqliteView(const QString &text);

/// Name, timing, events and the whole text. BEFORE is SQLite's default timing.
[[nodiscard]] base::Result<schema::Trigger> parseSqliteTrigger(const QString &text);

/// @p createTable with another table name, otherwise untouched.
[[nodiscard]] base::Result<QString> withTableName(const QString &createTable, const QString &name);

/// True when a double-quoted token of @p text is none of these names (lower case): SQLite then takes it for a string,
/// and rewrites it in single quotes on every DROP COLUMN and RENAME COLUMN, in all objects of the schema.
[[nodiscard]] bool hasDoubleQuotedString(const QString &text, const QSet<QString> &names);

/// A name as SQLite compares it: only the letters A to Z ignore case.
[[nodiscard]] QString foldSqliteName(const QString &name);
[[nodiscard]] bool sameSqliteName(const QString &a, const QString &b);

/// A type as SQLite compares it: upper case, single blanks.
[[nodiscard]] QString sqliteType(const QString &type);

/// The spelling-independent form for comparing: names and keywords in lower case whether quoted or not (SQLite's names
/// ignore case), == and != as = and <>, parentheses around the whole gone, without a final semicolon.
[[nodiscard]] QString sqliteNormalForm(const QString &text);

} // namespace countersign::sql

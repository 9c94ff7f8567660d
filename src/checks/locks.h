#pragma once

#include "checks/context.h"

namespace countersign::checks {

/// What the lock tables need to know beside the statement.
struct LockQuestion {
    schema::EngineKind engine = schema::EngineKind::Sqlite;
    Version version;
    const schema::Schema &before;
    const schema::Schema &after; ///< for what only the effect tells, such as a constraint that came with a column
};

/// The locks that a statement takes on relations that existed before it, as the lock tables of the risk catalogue say
/// ((b) PostgreSQL 12 to 18, (c) MySQL and MariaDB online DDL, (d) SQLite). observed is false in each. A form that the
/// tables do not hold gets no lock: "unknown" is then said by the caller.
[[nodiscard]] std::vector<rehearsal::Lock> predictLocks(const LockQuestion &question, const StatementFacts &facts);

[[nodiscard]] std::vector<rehearsal::Lock> predictPostgreSqlLocks(const LockQuestion &question,
                                                                  const StatementFacts &facts);
[[nodiscard]] std::vector<rehearsal::Lock> predictMySqlLocks(const LockQuestion &question, const StatementFacts &facts);
[[nodiscard]] std::vector<rehearsal::Lock> predictSqliteLocks(const LockQuestion &question,
                                                              const StatementFacts &facts);
/// The parts of an expression that are joined by AND, without parentheses around the whole.
[[nodiscard]] QStringList conjuncts(const QString &expression);
/// True when a valid CHECK of the table refuses NULL in the column: c IS NOT NULL alone, or joined to others by AND.
[[nodiscard]] bool refusesNull(const schema::Table &table, const QString &column);
/// The table that a name means, as CheckContext::resolve() finds it.
[[nodiscard]] const schema::Table *resolveTable(const schema::Schema &schema, const Name &name);

} // namespace countersign::checks

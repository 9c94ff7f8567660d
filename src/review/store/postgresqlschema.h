#pragma once

#include <QByteArray>

namespace countersign::review::store {

/// The SQL that makes a team ledger in an empty place of a PostgreSQL database, to be run in one transaction by a role
/// that may create roles and schemas. Least privilege: countersign_owner (NOLOGIN) owns everything; members of
/// countersign_people read the tables and call append(), which is the only way to write; nobody else gets anything.
[[nodiscard]] QByteArray postgresqlSchema();

/// One row of text when the ledger's tables, triggers or functions are not as postgresqlSchema() makes them: a view, a
/// rule or a row security policy in their place would run its maker's code with the rights of whoever reads. Reads the
/// catalog only.
[[nodiscard]] QByteArray postgresqlSafeguards();

/// SQLSTATE with which append() says that the expected last event is not the last any more.
inline constexpr const char *conflictState = "CSG05";

} // namespace countersign::review::store

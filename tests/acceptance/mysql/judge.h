#pragma once

// What every acceptance test of this family does: load, read, plan, apply with the server's own client, and let
// mariadb-dump say whether two databases are the same.

#include "engine/mysql/mysqlengine.h"
#include "support/servers.h"

namespace countersign::testsupport {

/// Opens a read-only session as for production, reads, and closes.
[[nodiscard]] base::Result<schema::Schema> readMySql(const TestDatabase &database);

[[nodiscard]] std::vector<engine::Step> stepsBetween(const schema::Schema &from, const schema::Schema &to);

/// Applies the steps with the server's own client, stopping at the first error; what went wrong, or an empty text.
[[nodiscard]] QString apply(const TestDatabase &database, const std::vector<engine::Step> &steps);

/// structureOf() of the database's dump, or the dump's error.
[[nodiscard]] QString judged(const TestDatabase &database);

/// mariadb-dump's text without what is data (AUTO_INCREMENT counters) and with the lines of each CREATE TABLE sorted:
/// the order of keys means nothing, and the order of columns is not compared.
[[nodiscard]] QString structureOf(const QString &dump);

/// The first lines in which two texts differ; empty when they are the same.
[[nodiscard]] QString firstDifference(const QString &actual, const QString &expected);

/// One line per difference, for messages.
[[nodiscard]] QString listed(const diff::Comparison &comparison);

} // namespace countersign::testsupport

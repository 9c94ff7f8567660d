#pragma once

#include "app/workspace.h"
#include "migration/migrationset.h"

#include <stop_token>

namespace countersign::app {

/// What the tool that runs migrations has noted on a target: Flyway (flyway_schema_history), golang-migrate, dbmate and
/// Rails (schema_migrations), goose (goose_db_version), Liquibase (databasechangelog), each in the form of its own
/// documentation.
struct RunnerHistory {
    QString table;        ///< where it was found
    QStringList versions; ///< applied one by one
    QString upTo;         ///< golang-migrate and Flyway's baseline: everything up to this version; may be empty
    bool exact = false;   ///< versions are names: "a:1" and "a:1.0" are two
    QString halfDone;     ///< a version that the tool began and did not end; may be empty
};

/// Reads the table of the tool that keeps migrations in this layout. Nothing where there is none, or several of which
/// none is in the schema public. Read-only; blocks.
[[nodiscard]] base::Result<std::optional<RunnerHistory>>
readRunnerHistory(const db::ConnectionUrl &target, migration::Layout layout, std::stop_token stop);

/// Takes out of the set what the history has; what is run again whenever it changes (Flyway's R__) stays. Returns how
/// many were taken out.
int removeApplied(migration::MigrationSet &set, const RunnerHistory &history);

/// One sentence for each of the set's migrations that is not applied and comes before one that is: Flyway and goose
/// refuse it, others run it after what it was written before. Nothing where the tool's versions have no order.
[[nodiscard]] QStringList outOfOrder(const migration::MigrationSet &set, const RunnerHistory &history);

} // namespace countersign::app

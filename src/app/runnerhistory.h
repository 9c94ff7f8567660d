#pragma once

#include "app/workspace.h"
#include "migration/migrationset.h"

#include <stop_token>

namespace countersign::app {

/// What the tool that runs migrations has noted on a target: Flyway (flyway_schema_history), golang-migrate, dbmate and
/// Rails (schema_migrations), goose (goose_db_version), each in the form of its own documentation.
struct RunnerHistory {
    QString table;        ///< where it was found
    QStringList versions; ///< applied one by one
    QString upTo;         ///< golang-migrate and Flyway's baseline: everything up to this version; may be empty
    QString halfDone;     ///< a version that the tool began and did not end; may be empty
};

/// Reads the table of the tool that keeps migrations in this layout. Nothing where there is none, or several of which
/// none is in the schema public. Read-only; blocks.
[[nodiscard]] base::Result<std::optional<RunnerHistory>>
readRunnerHistory(const db::ConnectionUrl &target, migration::Layout layout, std::stop_token stop);

/// Takes out of the set what the history has; what is run again whenever it changes (Flyway's R__) stays. Returns how
/// many were taken out.
int removeApplied(migration::MigrationSet &set, const RunnerHistory &history);

} // namespace countersign::app

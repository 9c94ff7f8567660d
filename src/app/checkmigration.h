#pragma once

#include "app/sources.h"
#include "checks/report.h"
#include "migration/migrationset.h"

#include <stop_token>

namespace countersign::app {

/// Which migration to rehearse and check, and against what.
struct MigrationCheckRequest {
    migration::MigrationSet migrations;
    int index = -1;          ///< the one migration of the set; -1 for all of them
    QString environment;     ///< what it will be applied to; empty: the workspace's production
    QString expected;        ///< a SOURCE that it should lead to; empty: the workspace's staging, if there is one
    bool noExpected = false; ///< do not compare with staging either
    std::chrono::milliseconds deadline{120000};
};

/// A report with what the window needs beside it.
struct CheckedMigration {
    checks::Report report;
    migration::MigrationSet migrations; ///< what was rehearsed
    QString baseName;                   ///< the environment
    QByteArray upBytes;                 ///< of the one migration, as rehearsed
    QByteArray downBytes;
    std::vector<db::SentStatement> sent; ///< to the environment, for the SQL log
};

/// Reads the environment in a read-only session, rehearses the migration and its way back on a scratch database, runs
/// the rules and the preflight, and compares with what it should lead to. A statement that fails is in the report, not
/// an error; what could not be run is in report.notRun with the reason. Blocks: never on the GUI thread.
[[nodiscard]] base::Result<CheckedMigration> checkMigration(const Workspace &workspace, rehearsal::ScratchPool &scratch,
                                                            const MigrationCheckRequest &request,
                                                            const base::ProgressSink &progress, std::stop_token stop);

} // namespace countersign::app

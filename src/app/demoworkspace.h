#pragma once

#include "app/workspace.h"
#include "base/progress.h"
#include "db/privateserver.h"

#include <memory>
#include <stop_token>

namespace countersign::app {

/// The demo: incident 5, a trip-sharing service whose production lacks what staging has. Real databases, a real ledger
/// and real keys; nothing in it is pretended.
struct Demo {
    Workspace workspace;
    QString secondKeyFile; ///< of the second reviewer, so that one person can play both
    /// The private server that holds both databases (PostgreSQL, MariaDB); null for SQLite. Keep it while the workspace
    /// is open: its databases live and die with it.
    std::shared_ptr<db::PrivateServer> server;
};

/// Where the demo for an engine lives: below the user's data folder.
[[nodiscard]] QString demoFolder(schema::EngineKind engine);

/// Opens the demo workspace in @p folder and makes it on first use. For PostgreSQL and MariaDB a private server is
/// started and filled each time. Errors: Undecided when a server cannot be started or the disk is full.
[[nodiscard]] base::Result<Demo> openDemo(schema::EngineKind engine, const QString &folder,
                                          const base::ProgressSink &progress, std::stop_token stop);

} // namespace countersign::app

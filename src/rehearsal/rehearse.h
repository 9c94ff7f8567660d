#pragma once

#include "base/progress.h"
#include "rehearsal/rehearsal.h"
#include "rehearsal/scratch.h"

#include <chrono>
#include <map>
#include <stop_token>

namespace countersign::rehearsal {

/// What shall be rehearsed.
struct Request {
    std::shared_ptr<const schema::Schema> base; ///< production as it is; normalized; never null
    migration::MigrationSet migrations;
    /// The way back as a script of its own; when empty, the down sides of the migrations in reverse order.
    QString downSql;
    /// Rows of production by relation path (public.trips), for saying how much data is lost; may be empty.
    std::map<QString, qint64> productionRows;
    /// From the first statement on; building the scratch database does not count.
    std::chrono::milliseconds deadline{120000};
};

/// A migration set of one script, for callers that have SQL text and no file.
[[nodiscard]] migration::MigrationSet
migrationsFromSql(const QString &sql, const QString &path,
                  migration::TransactionMode mode = migration::TransactionMode::PerFile);

/// Builds the base in a scratch database and runs the migrations there statement by statement, reading the schema after
/// each. A statement that fails or is refused is not an error of this function: it is in the trail. Errors: no scratch
/// server (Undecided), text that cannot be split into statements (Usage, with file and line), Cancelled.
/// May be called from any thread; calls for one pool wait for each other's server start, not for each other's run.
[[nodiscard]] base::Result<Rehearsal> rehearse(ScratchPool &pool, const Request &request,
                                               const base::ProgressSink &progress, std::stop_token stop);

/// Runs the way back from the full state and from the state after every statement of @p rehearsal (of this request).
/// Where there is no script, the engine's own steps result ► base are offered and rehearsed.
[[nodiscard]] base::Result<Reversibility> reversibility(ScratchPool &pool, const Request &request,
                                                        const Rehearsal &rehearsal, const base::ProgressSink &progress,
                                                        std::stop_token stop);

/// The schema that a script makes of an empty database: a SOURCE that is a file. Errors are usage errors with file and
/// line: a schema script has to run. @p defaults: settings of the database that it is for (Schema::settings of the
/// other side); on the MySQL family what a script does not say comes from there.
[[nodiscard]] base::Result<schema::Schema> loadScript(ScratchPool &pool, schema::EngineKind engine, const QString &sql,
                                                      const QString &path, const base::ProgressSink &progress,
                                                      std::stop_token stop, const schema::Attributes &defaults = {});

/// The schema that a folder of migrations makes of an empty database. With @p upTo (a version or an upPath), only the
/// migrations before that one.
[[nodiscard]] base::Result<schema::Schema> applyMigrations(ScratchPool &pool, schema::EngineKind engine,
                                                           const migration::MigrationSet &migrations,
                                                           const QString &upTo, const base::ProgressSink &progress,
                                                           std::stop_token stop,
                                                           const schema::Attributes &defaults = {});

} // namespace countersign::rehearsal

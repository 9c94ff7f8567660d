#pragma once

#include "rehearsal/rehearse.h"
#include "rehearsal/scratchdatabase.h"

#include <vector>

namespace countersign::rehearsal {

/// One file of a script, split, with the transaction behaviour that its tool gives it.
struct ScriptFile {
    QString path;
    migration::TransactionMode mode = migration::TransactionMode::PerFile;
    std::vector<sql::Statement> statements;
};
using Script = std::vector<ScriptFile>;

/// The way up of every migration. Usage errors name file and line.
[[nodiscard]] base::Result<Script> upScript(const migration::MigrationSet &migrations, const sql::Dialect &dialect);
/// The way down: @p downSql, or the down sides in reverse order. Empty when a migration has none.
[[nodiscard]] base::Result<Script> downScript(const migration::MigrationSet &migrations, const QString &downSql,
                                              const sql::Dialect &dialect);

struct RunOptions {
    std::chrono::milliseconds deadline{120000};
    bool observe = true;     ///< read the schema after every statement, and locks; off: only run
    bool readResult = true;  ///< off: where every statement succeeds, the result is of no interest and not read
    bool readFailure = true; ///< off: where a statement fails, what is left then is of no interest and not read
    bool autocommit = false; ///< each statement on its own, whatever the tool does
    /// PostgreSQL and SQLite, which undo definitions: the caller has a transaction open and rolls it back afterwards;
    /// savepoints stand for the transactions of the tool and of the script, CONCURRENTLY is left out. Only for scripts
    /// that canNest().
    bool nested = false;
    int upTo = 0; ///< only the first statements; 0 for all
};

/// True when every statement can run within a transaction of ours and do what it does on its own.
[[nodiscard]] bool canNest(const Script &script, const sql::Dialect &dialect);
/// The statement as it runs within a transaction: CREATE, DROP and REINDEX without CONCURRENTLY. Others as they are.
[[nodiscard]] QString nestable(const QString &sql, const sql::Dialect &dialect);

/// Runs a script on a scratch database whose schema is @p base. Only Cancelled and the loss of the scratch server are
/// errors; what happens to a statement is in the trail.
[[nodiscard]] base::Result<Rehearsal> runScript(Scratch &scratch, const Script &script,
                                                std::shared_ptr<const schema::Schema> base, const RunOptions &options,
                                                const base::ProgressSink &progress, std::stop_token stop);

} // namespace countersign::rehearsal

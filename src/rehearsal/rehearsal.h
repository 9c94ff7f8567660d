#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "base/textrange.h"
#include "diff/compare.h"
#include "migration/migrationset.h"
#include "schema/schema.h"

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace countersign::rehearsal {

enum class Outcome : std::uint8_t { Ok, Failed, NotRun };
[[nodiscard]] QString nameOf(Outcome outcome); ///< ok, failed, not-run

/// A lock a statement took on a relation, as observed on the scratch server.
struct Lock {
    QString object; ///< path of the relation
    QString mode;   ///< ACCESS EXCLUSIVE, SHARE, …; MySQL family: SHARED_NO_WRITE, EXCLUSIVE; SQLite: EXCLUSIVE
    bool blocksReads = false;
    bool blocksWrites = false;
    bool rewritesTable = false;
    bool scansTable = false;
    bool observed = true; ///< false: from the lock tables only, because the scratch server could not show it
    QString algorithm;    ///< MySQL family: INSTANT, INPLACE, COPY

    friend bool operator==(const Lock &, const Lock &) = default;
};

/// One statement of the script and what it did.
struct StatementRun {
    int index = 0; ///< 1-based over the whole script
    QString file;
    QString sql;
    base::TextRange range; ///< in the file
    Outcome outcome = Outcome::NotRun;
    std::optional<base::Error> error;
    QString refusal; ///< why containment refused it; empty when it was let through
    std::chrono::microseconds duration{};
    QStringList notices;
    std::vector<diff::Difference> effects; ///< before this statement ► after it
    std::vector<Lock> locks;
    std::shared_ptr<const schema::Schema> after; ///< the schema after it; null where it did not run
    int transaction = 0; ///< statements with the same number > 0 ran in one transaction; 0: on its own
};

/// What a rehearsal had to work with, and how far it can be believed.
struct Circumstances {
    schema::EngineKind engine = schema::EngineKind::Sqlite;           ///< of the scratch server
    schema::EngineKind productionEngine = schema::EngineKind::Sqlite; ///< of the base
    QString engineVersion;                                            ///< of the scratch server
    QString productionVersion;                                        ///< of the base; empty when unknown
    bool contained = false; ///< ran without network, in a process or on a server of its own
    bool ownRoles = false;  ///< of the scratch server, not of the base: owners and grants say nothing
    QStringList limits;     ///< what differs from the base: "extension postgis is not installed here", …
};

/// The trail of one script on a scratch database built from the base.
struct Rehearsal {
    std::shared_ptr<const schema::Schema> base; ///< as it was built
    std::vector<diff::Difference> shortfall;    ///< the base that was asked for ► as it was built; also in the limits
    std::vector<StatementRun> statements;
    std::shared_ptr<const schema::Schema> result; ///< after the last statement that ran
    Circumstances circumstances;
    bool complete = false; ///< every statement ran and succeeded before the deadline
    QString stopped;       ///< why it was cut short (deadline, cancelled, refused statement); empty when it was not

    [[nodiscard]] int failedStatement() const; ///< 1-based, 0 for none
};

/// What a script made of the base beside what it should have made of it.
struct Completeness {
    bool matches = false;
    std::vector<diff::Difference> missing;    ///< result ► expected: what the script still has to do
    std::vector<diff::Difference> unexpected; ///< objects the script made or kept that the expected schema has not
    std::vector<diff::Suppressed> suppressed; ///< differs, but an option hides it
};

/// The way back, run from the state after one statement.
struct Reversal {
    int fromStatement = 0;  ///< the state after this statement (1-based); 0: before the first
    bool succeeded = false; ///< every statement of the way back ran
    bool restoresBase = false;
    std::optional<base::Error> error;   ///< of the statement of the way back that failed
    std::vector<diff::Difference> left; ///< base ► what the way back gives
};

struct Reversibility {
    bool ran = false;
    QString whyNotRun;               ///< set when ran is false
    bool generated = false;          ///< there was no script, or not for every file: sql is ours
    QStringList without;             ///< the files of the migration that have no way back while others have one
    QString sql;                     ///< the way back that was run
    bool restoresBase = false;       ///< from the full state
    std::vector<Reversal> reversals; ///< from the full state first, then after each statement; fewer when time ran out
    bool complete = false;           ///< every state was tried before the deadline
    QStringList losesData;           ///< per column: what cannot be brought back, with rows of production where known
};

/// Compares the result of a rehearsal with the schema it should lead to. Pure.
[[nodiscard]] Completeness completeness(const Rehearsal &rehearsal, const schema::Schema &expected,
                                        const diff::Options &options = {});

/// The options without what only the scratch server explains: the definers of the MySQL family, which come from the
/// account that ran a script, and owners and grants where the scratch server has not the roles of the base.
[[nodiscard]] diff::Options withoutAccounts(const diff::Options &options, schema::EngineKind engine, bool ownRoles);

} // namespace countersign::rehearsal

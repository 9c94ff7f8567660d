#pragma once

#include "rehearsal/verify.h"

namespace countersign::rehearsal {

/// A migration that leads from the live schema to the expected one when it is begun in its middle.
struct Onward {
    Rehearsal trail; ///< from the live schema on: statements before the point have no effects
    VerifyReport report;
    std::size_t first = 0; ///< the point: the first statement (0-based) of the rest
    QStringList rest;      ///< the SQL from there on, with what earlier statements set for the session

    /// Lets the rows of the target settle what the catalog left open.
    void weigh(const std::vector<DataAnswer> &rows);
};

/// Where the schema before the migration is not known: from which of its statements on does it lead from @p live to
/// @p expected? Every point is tried on a scratch copy of the live schema. What lies before the first such point took
/// effect, what lies behind the last one did not, between them nobody can tell. The SQL to finish is the rest of the
/// migration; there is none to go back. nullopt: from no point; then the statements ran out of order, one of them in
/// part, or something else differs. @p request: its base counts for nothing. @p told: the statements, from any
/// rehearsal of the request.
[[nodiscard]] base::Result<std::optional<Onward>>
verifyOnward(ScratchPool &pool, const schema::Schema &live, const Request &request, const Rehearsal &told,
             const schema::Schema &expected, const diff::Options &options, const base::ProgressSink &progress,
             std::stop_token stop);

} // namespace countersign::rehearsal

#pragma once

#include "rehearsal/verify.h"

namespace countersign::rehearsal {

/// A migration that leads from the live schema to the expected one when it is begun in its middle.
struct Onward {
    Rehearsal trail; ///< from the live schema on: statements before the point have no effects
    VerifyReport report;
    std::size_t first = 0; ///< the point: the first statement (0-based) of the rest
    std::size_t last = 0;  ///< the last point: the same, begun as late as possible
    bool arrived = false;  ///< the live schema is the expected one

    /// Lets the rows of the target settle what the catalog left open.
    void weigh(const std::vector<DataAnswer> &rows);
};

/// Where the schema before the migration is not known: from which of its statements on does it lead from @p live to
/// @p expected? The points are tried on a scratch copy of the live schema, from both ends. What lies before the first
/// such point took effect, what lies behind the last one did not, between them nobody can tell. The SQL to finish is
/// the rest of the migration; there is none to go back. nullopt: from no point; then the statements ran out of order,
/// one of them in part, or something else differs. @p request: its base counts for nothing. @p told: the statements,
/// from any rehearsal of the request.
[[nodiscard]] base::Result<std::optional<Onward>>
verifyOnward(ScratchPool &pool, const schema::Schema &live, const Request &request, const Rehearsal &told,
             const schema::Schema &expected, const diff::Options &options, const base::ProgressSink &progress,
             std::stop_token stop);

/// Where the live schema had to be taken for the one before the migration: a definition that changes nothing there may
/// have made what it finds. Ahead of the first statement that certainly did not run, that leaves the target open.
void doubtWhatIsThere(VerifyReport &report, const Rehearsal &trail);

} // namespace countersign::rehearsal

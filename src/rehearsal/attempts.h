#pragma once

#include "rehearsal/runner.h"
#include "rehearsal/scratch.h"

namespace countersign::rehearsal {

/// Scripts tried one after the other on one scratch database, each from the same schema: PostgreSQL undoes what it can,
/// else the database is made anew. For what a script leads to, not for what its statements do.
class Attempts
{
public:
    /// @p deadline: of each attempt.
    Attempts(std::unique_ptr<Scratch> scratch, std::shared_ptr<const schema::Schema> from,
             std::chrono::milliseconds deadline, std::stop_token stop)
        : m_scratch(std::move(scratch)), m_from(std::move(from)), m_deadline(deadline), m_stop(std::move(stop))
    {
    }

    /// Builds the schema to start from; to be called once, before the first run().
    [[nodiscard]] base::Result<void> build(const base::ProgressSink &progress);
    /// The statements, each on its own but for the transactions that they open themselves. The result of one that
    /// failed is not read.
    [[nodiscard]] base::Result<Rehearsal> run(const QStringList &statements, const QString &path);

    /// What was built of the schema to start from.
    [[nodiscard]] const schema::Schema &built() const { return *m_built; }
    [[nodiscard]] sql::Dialect dialect() const { return m_scratch->dialect(); }

private:
    std::unique_ptr<Scratch> m_scratch;
    std::shared_ptr<const schema::Schema> m_from;
    std::shared_ptr<const schema::Schema> m_built;
    std::chrono::milliseconds m_deadline;
    std::stop_token m_stop;
    bool m_fresh = false; ///< the scratch database is as it was built
};

} // namespace countersign::rehearsal

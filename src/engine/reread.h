#pragma once

#include "engine/engine.h"

#include <unordered_set>

namespace countersign::engine {

/// What an earlier reading of one database left behind for the next; made and understood by its engine.
class KeptCatalog
{
public:
    KeptCatalog() = default;
    KeptCatalog(const KeptCatalog &) = delete;
    KeptCatalog &operator=(const KeptCatalog &) = delete;
    virtual ~KeptCatalog() = default;
};

/// All that can differ from what was read last. PostgreSQL: the definition of a relation changes only under a lock on
/// it, which is held to the end of the transaction; whoever says this has seen the locks, and which catalogs were
/// written to.
struct Touched {
    std::unordered_set<quint32> relations; ///< by oid, with their indexes
    bool comments = false;                 ///< on anything
};

/// Engine::fetch() of a whole database, but quicker where @p kept is from the reading before and @p touched says what
/// may have changed since. What cannot be proven to be as it was is read again: everything where a relation or column
/// has another name, because texts of others mention it. @p kept is what the next call wants; null at first and after
/// an error. Engines that gain nothing by it read everything.
[[nodiscard]] base::Result<std::function<schema::Schema()>> fetchAgain(db::Session &session,
                                                                       std::unique_ptr<KeptCatalog> &kept,
                                                                       const std::optional<Touched> &touched,
                                                                       std::stop_token stop);

} // namespace countersign::engine

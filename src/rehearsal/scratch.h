#pragma once

#include "base/result.h"
#include "db/session.h"
#include "schema/schema.h"

#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace countersign::rehearsal {

/// Where scratch databases may be made.
struct ScratchSettings {
    /// Configured servers by engine (--scratch, workspace): used where given, else private servers from local binaries.
    std::map<schema::EngineKind, db::ConnectionUrl> servers;
    /// Environments marked production: never scratch, recognised by host, port, socket, file and server identity.
    std::vector<db::ConnectionUrl> production;
};

class Scratch;

/// What take() gives: an empty database, or one that is of no use before Scratch::build().
enum class Contents : std::uint8_t { Empty, BuiltLater };

/// Gives throw-away databases and keeps private servers warm for the next one. Thread-safe. Its destructor stops the
/// servers and removes what they left; what a killed process left is removed by the next pool.
class ScratchPool
{
public:
    explicit ScratchPool(ScratchSettings settings = {});
    ScratchPool(const ScratchPool &) = delete;
    ScratchPool &operator=(const ScratchPool &) = delete;
    ~ScratchPool();

    /// From now on @p production is never scratch either: a server that turns out to be its server is refused.
    void protect(const db::ConnectionUrl &production);

    /// A database, dropped when the Scratch goes. Errors: no server binaries and no configured server
    /// (Undecided, says what to install or set), the configured server is production (NotAllowed).
    [[nodiscard]] base::Result<std::unique_ptr<Scratch>> take(schema::EngineKind engine, Contents contents,
                                                              std::stop_token stop);

    /// The product's version on the scratch server, as take() would give it; starts the server.
    [[nodiscard]] base::Result<QString> engineVersion(schema::EngineKind engine, std::stop_token stop);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace countersign::rehearsal

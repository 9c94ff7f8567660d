#pragma once

#include "db/connectionurl.h"

#include <chrono>
#include <stop_token>

namespace countersign::db {

/// A way through the system's ssh to a server that is not reachable directly: the URL option ssh=user@host or
/// ssh=user@host:port. ssh reads its own configuration, agent and known hosts and never asks for anything (BatchMode).
/// Returns what to connect to instead: a socket in a private folder. Sessions to one server share the way; it stays
/// open until the program ends, and ends with it however that happens. Usage when the option is malformed or the URL
/// demands TLS that the way cannot give, Undecided with ssh's own words when it does not get through in @p timeout. Any
/// thread; blocks.
[[nodiscard]] base::Result<ConnectionUrl> openTunnel(const ConnectionUrl &url, std::chrono::milliseconds timeout,
                                                     std::stop_token stop);

} // namespace countersign::db

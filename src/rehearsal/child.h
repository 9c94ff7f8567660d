#pragma once

#include "rehearsal/runner.h"

namespace countersign::rehearsal {

/// Runs a script on a scratch file in a process of its own: countersign-rehearse, which lies beside the program (or in
/// COUNTERSIGN_BINARY_DIR). Its environment has nothing of ours in it (no SSH_AUTH_SOCK, no desktop bus, no
/// credentials); under bwrap it has no network either, and nothing but the folder of the scratch file can be written.
/// Where bwrap is missing or not allowed, the trail's limits say so. The program that waits ends it two seconds after
/// the deadline.
[[nodiscard]] base::Result<Rehearsal> runInChild(const db::ConnectionUrl &url, const Script &script,
                                                 std::shared_ptr<const schema::Schema> base, const RunOptions &options,
                                                 std::stop_token stop);

/// True when the program for it is there.
[[nodiscard]] bool canRunInChild();

} // namespace countersign::rehearsal

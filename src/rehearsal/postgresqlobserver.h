#pragma once

#include "rehearsal/scratchdatabase.h"

namespace countersign::rehearsal {

/// Locks from pg_locks, rewrites from pg_class.relfilenode, scans from the transaction's own statistics. A statement
/// that would run on its own is put into a transaction for that, unless it refuses one; then nothing is observed.
[[nodiscard]] std::unique_ptr<Observer> makePostgreSqlObserver(db::Session &session);

} // namespace countersign::rehearsal

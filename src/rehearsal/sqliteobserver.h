#pragma once

#include "rehearsal/scratchdatabase.h"

namespace countersign::rehearsal {

/// SQLite has one lock, that of the file; what is rewritten follows from the statement and its effects
/// (sqlite.org/lang_altertable.html, section 2; risk catalogue (d)).
[[nodiscard]] std::unique_ptr<Observer> makeSqliteObserver(db::Session &session);

} // namespace countersign::rehearsal

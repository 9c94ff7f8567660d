#pragma once

#include "review/state.h"

namespace countersign::review {

/// What is known only when all events were read: which of them were signed with keys that turned out to be compromised
/// by then, and which policies came into force by such signatures. Sets Event::compromised and PolicyRecord::sound.
void judgeInHindsight(LedgerState &state);

} // namespace countersign::review

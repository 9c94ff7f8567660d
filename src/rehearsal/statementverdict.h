#pragma once

#include "rehearsal/rehearsal.h"

namespace countersign::rehearsal {

enum class StatementState : std::uint8_t { Applied, NotApplied, Partly, Unknown };
[[nodiscard]] QString nameOf(StatementState state); ///< applied, not-applied, partly, unknown

/// What the live catalog says about one statement.
struct StatementVerdict {
    int index = 0; ///< as StatementRun::index
    StatementState state = StatementState::Unknown;
    QString evidence;         ///< what was looked at and what was found there, one fact a line
    bool nothingLeft = false; ///< it ran or had nothing to do: run now, it would change nothing
    bool mayHaveRun = false;  ///< all is as it would leave it, and may always have been

    friend bool operator==(const StatementVerdict &, const StatementVerdict &) = default;
};

} // namespace countersign::rehearsal

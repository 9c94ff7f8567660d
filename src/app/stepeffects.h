#pragma once

#include "app/comparesources.h"
#include "rehearsal/rehearsal.h"

namespace countersign::app {

/// What one statement of a plan does to those who use the database meanwhile, as the lock tables of its product say.
struct StepEffect {
    std::vector<rehearsal::Lock> locks; ///< on relations that are there already; observed is false in each
    bool onlyNew = false;               ///< it concerns nothing that is there already
    bool losesData = false;
    bool byHand = false; ///< no SQL can do it: a person has to

    /// True when nothing is known of it: neither a lock nor that it touches only what is new.
    [[nodiscard]] bool unknown() const { return locks.empty() && !onlyNew && !byHand; }
};

/// One for each statement of the forward plan. Pure; takes as long as parsing the plan: not for the GUI thread.
[[nodiscard]] std::vector<StepEffect> stepEffects(const SchemaComparison &comparison);

} // namespace countersign::app

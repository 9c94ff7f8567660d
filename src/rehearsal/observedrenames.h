#pragma once

#include "rehearsal/rehearsal.h"

namespace countersign::rehearsal {

/// The tables and columns of the base that the script renamed, in order, each under its name of that moment. Nothing is
/// guessed: the statement says RENAME (or CHANGE), and what it did is that one went and the other came. Pure.
[[nodiscard]] std::vector<diff::Rename> observedRenames(const Rehearsal &trail);

/// The same the other way, for the way back.
[[nodiscard]] std::vector<diff::Rename> undone(const std::vector<diff::Rename> &renames);

} // namespace countersign::rehearsal

#pragma once

#include "engine/engine.h"

namespace countersign::engine::sqlite {

/// SQLite 3.35 and newer files, read by the linked library.
///
/// identity(): "sqlite:" and, of the canonical path (symbolic links resolved), 16 hex digits of its SHA-256 and the
/// file name. Nothing is written to the file and nothing in it names it, so it is the place that is known, not the
/// content: two machines with the same path are not told apart, a file put in the place of another keeps the identity,
/// and a moved file loses it. ":memory:" has none that would mean anything and is refused.
[[nodiscard]] const Engine &engine();

} // namespace countersign::engine::sqlite

#pragma once

#include "engine/engine.h"

namespace countersign::engine::mysql {

/// The plan: renames, then everything dropped, tables with foreign keys away, sequences and tables, foreign keys,
/// routines, views in order of dependency, triggers, events, grants. Every statement commits by itself on these
/// servers.
[[nodiscard]] std::vector<Step> planSteps(const schema::Schema &from, const schema::Schema &to,
                                          const diff::Comparison &comparison);

} // namespace countersign::engine::mysql

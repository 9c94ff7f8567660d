#pragma once

#include "engine/engine.h"

namespace countersign::engine::sqlite {

/// The statements from comparison.renamedFrom to @p to. Confirmed renames first, then what is dropped, then tables in
/// place or rebuilt, then what is created. ALTER TABLE is used where SQLite 3.35 can do the change in place and the
/// result is the wanted text; otherwise the table is rebuilt by the procedure of lang_altertable.html, section 7.
[[nodiscard]] std::vector<Step> makeSteps(const schema::Schema &from, const schema::Schema &to,
                                          const diff::Comparison &comparison);

} // namespace countersign::engine::sqlite

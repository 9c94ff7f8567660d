#pragma once

#include "engine/engine.h"
#include "engine/sqlite/tablework.h"

namespace countersign::engine::sqlite {

/// The procedure of lang_altertable.html, section 7, for one table, without its indexes and triggers: the new table
/// under the name @p fresh, its rows, the old one dropped, the new one renamed. Foreign keys have to be off and
/// legacy_alter_table on.
///
/// A table that names itself in its own text, as CHECK ("users"."age" > 21) does, cannot be made under another name and
/// cannot be renamed in that mode: there the rows wait in @p fresh while the table is dropped and created.
[[nodiscard]] std::vector<Step> rebuildSteps(const TableWork &work, const QString &fresh);

} // namespace countersign::engine::sqlite

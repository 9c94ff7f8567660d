#pragma once

#include "engine/engine.h"

#include <QSet>

namespace countersign::engine::mysql {

/// A table before and as it shall be, ignored attributes already taken from before.
struct TableChange {
    const schema::Table *from = nullptr;
    schema::Table to;
    std::vector<int> differences; ///< that this change serves
};

/// True when the column gets another storage form, so that foreign keys on either end of it must be away meanwhile
/// (MySQL errors 1832, 1833, 3780).
[[nodiscard]] bool changesForForeignKeys(const schema::Table &from, const schema::Column &before,
                                         const schema::Table &to, const schema::Column &after);

/// All clauses merged into one ALTER TABLE as far as the servers allow, without foreign keys: those are dropped before
/// and added after the alterations of all tables. Empty when only triggers, grants or foreign keys differ.
[[nodiscard]] std::vector<Step> alterTable(const TableChange &change, schema::EngineKind engine);

} // namespace countersign::engine::mysql

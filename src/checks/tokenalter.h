#pragma once

#include "checks/tokencursor.h"

namespace countersign::checks {

/// A table constraint at the cursor: moves past its head and says in @p action what it is; false where there is none.
[[nodiscard]] bool readConstraint(TokenCursor &cursor, Action &action);
/// The clauses of ALTER TABLE behind its first two words, of the MySQL family and SQLite.
void readAlterTable(TokenCursor &cursor, StatementFacts &facts);

} // namespace countersign::checks

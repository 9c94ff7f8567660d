#pragma once

#include "sql/dialect.h"
#include "sql/statements.h"

#include <QString>

namespace countersign::rehearsal {

/// Why this statement is not run even on a scratch database: it reaches outside it (files, programs, network, other
/// databases, the server itself) or is not SQL. Empty when it may run. What gets past this, the server refuses by
/// privilege or the authorizer refuses (RELIABILITY, "Rehearsing untrusted SQL"); this is the first of the walls and
/// the one that can say why.
[[nodiscard]] QString refusal(const sql::Statement &statement, const sql::Dialect &dialect);

} // namespace countersign::rehearsal

#pragma once

#include "sql/dialect.h"

#include <QString>

namespace countersign::sql {

/// A spelling-independent form of an expression, query or body, for comparing only: white space and comments gone,
/// keywords and unquoted names in one case, redundant parentheses and casts that a server adds or drops on its own
/// gone, PostgreSQL text through PostgreSQL's own parser (libpg_query 17). Text that cannot be analysed is normalised
/// by tokens alone, so that two different texts stay different.
[[nodiscard]] QString normalForm(const QString &text, const Dialect &dialect);

} // namespace countersign::sql

#pragma once

#include "sql/dialect.h"

#include <QString>

namespace countersign::sql {

/// normalForm() for MySQL and MariaDB. Beyond the token form: names without backticks where they need none, character
/// set introducers before plain ASCII strings gone (_utf8mb4'x', which MySQL adds and MariaDB does not), != as <>,
/// CURRENT_TIMESTAMP with its parentheses, one name for functions that have several, and parentheses that say nothing
/// gone.
[[nodiscard]] QString mySqlNormalForm(const QString &text, const Dialect &dialect);

} // namespace countersign::sql

#pragma once

#include "schema/objects.h"
#include "sql/dialect.h"

namespace countersign::diff {

/// A view of the MySQL family without a list of column names: CREATE VIEW v (a) AS SELECT x AS y is CREATE VIEW v AS
/// SELECT x AS a, which is how MariaDB keeps it, while MySQL keeps the list. A query whose columns are not all named
/// with AS stays as it is.
[[nodiscard]] schema::View withoutColumnList(schema::View view, const sql::Dialect &dialect);

} // namespace countersign::diff

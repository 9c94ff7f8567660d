#pragma once

#include <QString>

namespace countersign::engine::postgresql {

/// One query for all kinds that are held as named attributes: class, oid, namespace, name, owner, privileges,
/// attributes as an array of names and values, definition. @p spaces is the SQL list of namespaces read.
[[nodiscard]] QString otherObjectsQuery(int version, const QString &spaces);

} // namespace countersign::engine::postgresql

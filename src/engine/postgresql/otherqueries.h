#pragma once

#include <QString>

#include <vector>

namespace countersign::engine::postgresql {

/// A kind of objects that are held as named attributes. All queries have the same columns: class, oid, namespace, name,
/// owner, privileges, attributes as an array of names and values, definition.
struct OtherKind {
    QString title;     ///< for messages: "publications"
    QString isPresent; ///< an SQL condition that is false only where the database has none: cheap, unlike the query
    QString query;
};

/// @p spaces is the SQL list of namespaces read.
[[nodiscard]] std::vector<OtherKind> otherKinds(int version, const QString &spaces);

} // namespace countersign::engine::postgresql

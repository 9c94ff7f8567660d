#pragma once

#include "base/result.h"
#include "schema/enginekind.h"
#include "schema/objects.h"

#include <QList>

#include <functional>
#include <vector>

namespace countersign::schema {

/// An object that is there but is not held by the model, so that a comparison can say nothing about it.
struct NotCompared {
    ObjectId id;
    QString reason; ///< "not modelled", "permission denied", "the server could not describe it: …"

    friend bool operator==(const NotCompared &, const NotCompared &) = default;
};

/// `dependent` cannot exist without `referenced` as it is now; both may be parts of relations.
struct Dependency {
    ObjectId dependent;
    ObjectId referenced;

    friend bool operator==(const Dependency &, const Dependency &) = default;
    friend bool operator<(const Dependency &a, const Dependency &b)
    {
        return std::tie(a.dependent, a.referenced) < std::tie(b.dependent, b.referenced);
    }
};

/// What one database is: a value without a connection. Objects are sorted by id after normalize(). The lists are
/// implicitly shared, so that a copy of a schema costs nothing until one of the two is changed.
struct Schema {
    EngineKind engine = EngineKind::Sqlite;
    QString serverVersion; ///< 17.6, 11.8.6, 3.46.1; informative, not part of the fingerprint
    Attributes settings;   ///< database-wide defaults that attributes are relative to: charset, collation, …
    QList<Object> objects;
    QList<Dependency> dependencies; ///< where the catalog knows them; sorted
    std::vector<NotCompared> notCompared;

    /// Sorts everything whose order means nothing. Readers call it once at the end.
    void normalize();
    /// The object with this id, or nullptr. Needs normalize() before. O(log n).
    [[nodiscard]] const Object *find(const ObjectId &id) const;
    [[nodiscard]] const Table *findTable(const QString &schemaName, const QString &name) const;

    friend bool operator==(const Schema &, const Schema &) = default;
};

/// Turns SQL text into its normal form; sql::normalForm() bound to a dialect.
using Normalizer = std::function<QString(const QString &)>;

/// "sha256:" and 64 hex digits over the canonical form: equal fingerprints mean equal schemas, independent of object
/// order, server minor version and machine. Data-like attributes and what is not compared do not count.
[[nodiscard]] QString fingerprint(const Schema &schema, const Normalizer &normalize);
/// The fingerprint of one object, for "changed since you looked".
[[nodiscard]] QString fingerprint(const Object &object, const Normalizer &normalize);

/// The versioned snapshot format (docs/snapshot-format.md). UTF-8 JSON, stable between runs.
[[nodiscard]] QByteArray toSnapshot(const Schema &schema);
/// Reads every version ever written. Errors name the place; a newer version is ErrorKind::Undecided.
[[nodiscard]] base::Result<Schema> fromSnapshot(const QByteArray &bytes, const QString &where);

} // namespace countersign::schema

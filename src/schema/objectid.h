#pragma once

#include <QHash>
#include <QString>

#include <cstdint>
#include <optional>
#include <tuple>

namespace countersign::schema {

/// Every kind of object a schema can hold, over all engines. Columns, constraints, indexes, triggers, policies and
/// rules live inside their relation; the others stand alone.
enum class ObjectKind : std::uint8_t {
    Database,
    Namespace, ///< a PostgreSQL schema
    Extension,
    Collation,
    Type, ///< enum, domain, composite, range, base
    Sequence,
    Table,
    ForeignTable,
    VirtualTable, ///< SQLite
    Column,
    Constraint,
    Index,
    View,
    MaterializedView,
    Routine, ///< function, procedure, aggregate
    Trigger,
    EventTrigger,
    Rule,
    Policy,
    Operator,
    OperatorClass,
    OperatorFamily,
    Cast,
    Conversion,
    Language,
    Transform,
    AccessMethod,
    TextSearchParser,
    TextSearchTemplate,
    TextSearchDictionary,
    TextSearchConfiguration,
    Publication,
    Subscription,
    Statistics,
    ForeignDataWrapper,
    ForeignServer,
    UserMapping,
    DefaultPrivileges,
    Event,   ///< MySQL, MariaDB
    Package, ///< MariaDB, sql_mode=ORACLE
};

inline constexpr int objectKindCount = static_cast<int>(ObjectKind::Package) + 1;

/// Stable name as in JSON and --only: table, column, materialized-view, …
[[nodiscard]] QString nameOf(ObjectKind kind);
[[nodiscard]] std::optional<ObjectKind> objectKindFromName(const QString &name);
/// True for kinds that live inside a relation.
[[nodiscard]] bool isPartOfRelation(ObjectKind kind);

/// The qualified name by which objects refer to each other. MySQL, MariaDB and SQLite leave schema empty: one database
/// is compared with another whatever their names are.
struct ObjectId {
    ObjectKind kind = ObjectKind::Table;
    QString schema; ///< namespace; empty where the engine has none
    QString parent; ///< the relation, for parts of a relation; else empty
    QString name;   ///< for routines with the identity arguments: f(integer, text)

    /// "public.trips.status"; for messages and JSON, not for SQL (no quoting).
    [[nodiscard]] QString path() const;
    /// The relation this is a part of.
    [[nodiscard]] ObjectId parentId(ObjectKind parentKind = ObjectKind::Table) const
    {
        return {parentKind, schema, {}, parent};
    }

    friend bool operator==(const ObjectId &, const ObjectId &) = default;
    friend bool operator<(const ObjectId &a, const ObjectId &b)
    {
        return std::tie(a.kind, a.schema, a.parent, a.name) < std::tie(b.kind, b.schema, b.parent, b.name);
    }
};

[[nodiscard]] size_t qHash(const ObjectId &id, size_t seed = 0);

} // namespace countersign::schema

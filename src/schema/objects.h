#pragma once

// The objects that stand alone in a schema. Plain values, joined by qualified names, never by pointers.

#include "schema/parts.h"

#include <variant>

namespace countersign::schema {

/// A table, foreign table or virtual table with everything that lives inside it.
struct Table {
    QString schema;
    QString name;
    QString owner;
    QString comment;
    Grants grants;

    QString persistence;  ///< PostgreSQL: empty for permanent; "unlogged"
    QString accessMethod; ///< PostgreSQL: only where not heap
    QString tablespace;
    Attributes options;     ///< storage parameters (PostgreSQL), create options (MySQL family), FDW options
    QString optionsOrder;   ///< their keys as the catalog lists them, where that is not the alphabet's order
    QString partitionKey;   ///< PostgreSQL: RANGE (created_at)
    QString partitionOf;    ///< qualified parent
    SqlText partitionBound; ///< FOR VALUES …, or DEFAULT
    QStringList inherits;   ///< qualified parents in order, without the partition parent
    QString ofType;         ///< typed table: qualified composite type
    bool rowSecurity = false;
    bool forceRowSecurity = false;
    QString replicaIdentity; ///< empty for DEFAULT; FULL, NOTHING, or INDEX name
    QString foreignServer;   ///< makes it a foreign table

    QString engine; ///< MySQL family storage engine
    QString charset;
    QString collation;
    QString rowFormat;
    SqlText partitions;           ///< MySQL family: PARTITION BY … as canonical text
    QString autoIncrement;        ///< MySQL family counter: data, not schema
    bool systemVersioned = false; ///< MariaDB
    QString periods;              ///< MariaDB application-time and system-time periods

    bool strict = false;       ///< SQLite
    bool withoutRowId = false; ///< SQLite
    SqlText virtualModule;     ///< SQLite: fts5(a, b), which makes it a virtual table
    SqlText definition;        ///< SQLite: the CREATE TABLE as its author wrote it, comments included

    std::vector<Column> columns;         ///< in their order
    std::vector<Constraint> constraints; ///< sorted by name
    std::vector<Index> indexes;          ///< sorted by name, without those behind constraints
    std::vector<Trigger> triggers;
    std::vector<Policy> policies;
    std::vector<Rule> rules;

    [[nodiscard]] ObjectKind kind() const
    {
        return !foreignServer.isEmpty()   ? ObjectKind::ForeignTable
               : !virtualModule.isEmpty() ? ObjectKind::VirtualTable
                                          : ObjectKind::Table;
    }
    [[nodiscard]] ObjectId id() const { return {kind(), schema, {}, name}; }

    static constexpr auto fields()
    {
        using T = Table;
        return std::tuple{Field{"schema", &T::schema, Attention::NotCompared},
                          Field{"name", &T::name, Attention::NotCompared},
                          Field{"owner", &T::owner},
                          Field{"comment", &T::comment},
                          Field{"grants", &T::grants},
                          Field{"persistence", &T::persistence},
                          Field{"accessMethod", &T::accessMethod},
                          Field{"tablespace", &T::tablespace},
                          Field{"options", &T::options},
                          Field{"optionsOrder", &T::optionsOrder, Attention::NotCompared},
                          Field{"partitionKey", &T::partitionKey},
                          Field{"partitionOf", &T::partitionOf},
                          Field{"partitionBound", &T::partitionBound},
                          Field{"inherits", &T::inherits},
                          Field{"ofType", &T::ofType},
                          Field{"rowSecurity", &T::rowSecurity},
                          Field{"forceRowSecurity", &T::forceRowSecurity},
                          Field{"replicaIdentity", &T::replicaIdentity},
                          Field{"foreignServer", &T::foreignServer},
                          Field{"engine", &T::engine},
                          Field{"charset", &T::charset},
                          Field{"collation", &T::collation},
                          Field{"rowFormat", &T::rowFormat},
                          Field{"partitions", &T::partitions},
                          Field{"autoIncrement", &T::autoIncrement, Attention::IgnoredByDefault},
                          Field{"systemVersioned", &T::systemVersioned},
                          Field{"periods", &T::periods},
                          Field{"strict", &T::strict},
                          Field{"withoutRowId", &T::withoutRowId},
                          Field{"virtualModule", &T::virtualModule},
                          Field{"definition", &T::definition, Attention::NotCompared},
                          Field{"columns", &T::columns},
                          Field{"constraints", &T::constraints},
                          Field{"indexes", &T::indexes},
                          Field{"triggers", &T::triggers},
                          Field{"policies", &T::policies},
                          Field{"rules", &T::rules}};
    }
    friend bool operator==(const Table &, const Table &) = default;
};

/// A view or materialized view.
struct View {
    QString schema;
    QString name;
    bool materialized = false;
    QString owner;
    QString comment;
    Grants grants;
    SqlText query;        ///< the SELECT
    QString checkOption;  ///< local, cascaded
    Attributes options;   ///< security_barrier, security_invoker, storage parameters
    QString optionsOrder; ///< their keys as the catalog lists them, where that is not the alphabet's order
    QString algorithm;    ///< MySQL family
    QString definer;      ///< MySQL family
    QString security;     ///< MySQL family: DEFINER, INVOKER
    QString tablespace;
    QString accessMethod;
    bool notPopulated = false;   ///< data, not schema
    std::vector<Column> columns; ///< name, type, comment, default and grants are meaningful
    std::vector<Index> indexes;
    std::vector<Trigger> triggers;
    std::vector<Rule> rules;

    [[nodiscard]] ObjectKind kind() const { return materialized ? ObjectKind::MaterializedView : ObjectKind::View; }
    [[nodiscard]] ObjectId id() const { return {kind(), schema, {}, name}; }

    static constexpr auto fields()
    {
        using V = View;
        return std::tuple{Field{"schema", &V::schema, Attention::NotCompared},
                          Field{"name", &V::name, Attention::NotCompared},
                          Field{"materialized", &V::materialized},
                          Field{"owner", &V::owner},
                          Field{"comment", &V::comment},
                          Field{"grants", &V::grants},
                          Field{"query", &V::query},
                          Field{"checkOption", &V::checkOption},
                          Field{"options", &V::options},
                          Field{"optionsOrder", &V::optionsOrder, Attention::NotCompared},
                          Field{"algorithm", &V::algorithm},
                          Field{"definer", &V::definer},
                          Field{"security", &V::security},
                          Field{"tablespace", &V::tablespace},
                          Field{"accessMethod", &V::accessMethod},
                          Field{"notPopulated", &V::notPopulated, Attention::IgnoredByDefault},
                          Field{"columns", &V::columns},
                          Field{"indexes", &V::indexes},
                          Field{"triggers", &V::triggers},
                          Field{"rules", &V::rules}};
    }
    friend bool operator==(const View &, const View &) = default;
};

/// A function, procedure or aggregate.
struct Routine {
    QString schema;
    QString name;
    QString identityArguments; ///< types that tell overloads apart: integer, text; empty on the MySQL family
    QString routineKind;       ///< function, procedure, aggregate, window
    QString owner;
    QString comment;
    Grants grants;
    QString arguments; ///< with names, modes and defaults
    QString header;    ///< MySQL family: the arguments with their author's line breaks
    QString returns;
    QString language;
    SqlText body;          ///< source text, or the SQL-standard body
    Attributes attributes; ///< volatility, strict, parallel, cost, rows, support, security, config, sql_mode, …

    [[nodiscard]] ObjectId id() const
    {
        return {ObjectKind::Routine, schema, {}, name + u'(' + identityArguments + u')'};
    }

    static constexpr auto fields()
    {
        using R = Routine;
        return std::tuple{Field{"schema", &R::schema, Attention::NotCompared},
                          Field{"name", &R::name, Attention::NotCompared},
                          Field{"identityArguments", &R::identityArguments, Attention::NotCompared},
                          Field{"routineKind", &R::routineKind},
                          Field{"owner", &R::owner},
                          Field{"comment", &R::comment},
                          Field{"grants", &R::grants},
                          Field{"arguments", &R::arguments},
                          Field{"header", &R::header, Attention::NotCompared},
                          Field{"returns", &R::returns},
                          Field{"language", &R::language},
                          Field{"body", &R::body},
                          Field{"attributes", &R::attributes}};
    }
    friend bool operator==(const Routine &, const Routine &) = default;
};

struct Sequence {
    QString schema;
    QString name;
    QString owner;
    QString comment;
    Grants grants;
    QString persistence; ///< empty for permanent; "unlogged" (PostgreSQL 15+)
    SequenceOptions counter;
    QString ownedBy; ///< qualified column: public.trips.id; empty for NONE

    [[nodiscard]] ObjectId id() const { return {ObjectKind::Sequence, schema, {}, name}; }

    static constexpr auto fields()
    {
        using S = Sequence;
        return std::tuple{Field{"schema", &S::schema, Attention::NotCompared},
                          Field{"name", &S::name, Attention::NotCompared},
                          Field{"owner", &S::owner},
                          Field{"comment", &S::comment},
                          Field{"grants", &S::grants},
                          Field{"persistence", &S::persistence},
                          Field{"counter", &S::counter},
                          Field{"ownedBy", &S::ownedBy}};
    }
    friend bool operator==(const Sequence &, const Sequence &) = default;
};

/// An enum, domain, composite, range or base type.
struct Type {
    QString schema;
    QString name;
    QString typeKind; ///< enum, domain, composite, range, base, shell
    QString owner;
    QString comment;
    Grants grants;
    QStringList labels;                  ///< enum, in order
    std::vector<Column> columns;         ///< composite
    QString baseType;                    ///< domain
    bool notNull = false;                ///< domain
    SqlText defaultValue;                ///< domain
    QString collation;                   ///< domain
    std::vector<Constraint> constraints; ///< domain checks
    Attributes attributes;               ///< range: subtype, …; base: input, output, …

    [[nodiscard]] ObjectId id() const { return {ObjectKind::Type, schema, {}, name}; }

    static constexpr auto fields()
    {
        using T = Type;
        return std::tuple{Field{"schema", &T::schema, Attention::NotCompared},
                          Field{"name", &T::name, Attention::NotCompared},
                          Field{"typeKind", &T::typeKind},
                          Field{"owner", &T::owner},
                          Field{"comment", &T::comment},
                          Field{"grants", &T::grants},
                          Field{"labels", &T::labels},
                          Field{"columns", &T::columns},
                          Field{"baseType", &T::baseType},
                          Field{"notNull", &T::notNull},
                          Field{"default", &T::defaultValue},
                          Field{"collation", &T::collation},
                          Field{"constraints", &T::constraints},
                          Field{"attributes", &T::attributes}};
    }
    friend bool operator==(const Type &, const Type &) = default;
};

/// Every other kind: what it is in named attributes, each compared by itself.
struct CatalogObject {
    ObjectKind objectKind = ObjectKind::Extension;
    QString schema;
    QString name; ///< unique within kind and schema; casts: "(a AS b)", user mappings: "role@server"
    QString owner;
    QString comment;
    Grants grants;
    Attributes attributes;
    SqlText definition; ///< an SQL part compared by meaning: an event's body; else empty

    [[nodiscard]] ObjectId id() const { return {objectKind, schema, {}, name}; }

    static constexpr auto fields()
    {
        using C = CatalogObject;
        return std::tuple{Field{"schema", &C::schema, Attention::NotCompared},
                          Field{"name", &C::name, Attention::NotCompared},
                          Field{"owner", &C::owner},
                          Field{"comment", &C::comment},
                          Field{"grants", &C::grants},
                          Field{"attributes", &C::attributes},
                          Field{"definition", &C::definition}};
    }
    friend bool operator==(const CatalogObject &, const CatalogObject &) = default;
};

using Object = std::variant<Table, View, Routine, Sequence, Type, CatalogObject>;

[[nodiscard]] ObjectId idOf(const Object &object);

} // namespace countersign::schema

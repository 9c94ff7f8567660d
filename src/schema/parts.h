#pragma once

// The parts of which objects are made, shared by several kinds.

#include "schema/boxed.h"
#include "schema/fields.h"
#include "schema/objectid.h"

#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace countersign::schema {

/// SQL text whose spelling may differ while its meaning is the same: an expression, a query, a body. Plain == compares
/// the text; diff compares sql::normalForm() of it.
struct SqlText {
    QString text;

    [[nodiscard]] bool isEmpty() const { return text.isEmpty(); }
    friend bool operator==(const SqlText &, const SqlText &) = default;
};

/// Open-ended named values: storage parameters, FDW options, attributes of rare kinds. Compared key by key.
using Attributes = std::map<QString, QString>;

struct Grant {
    QString grantee;   ///< role; PUBLIC for everybody; on MySQL 'user'@'host'
    QString privilege; ///< SELECT, USAGE, …
    bool grantable = false;

    static constexpr auto fields()
    {
        return std::tuple{Field{"grantee", &Grant::grantee}, Field{"privilege", &Grant::privilege},
                          Field{"grantable", &Grant::grantable}};
    }
    friend bool operator==(const Grant &, const Grant &) = default;
    friend bool operator<(const Grant &a, const Grant &b)
    {
        return std::tie(a.grantee, a.privilege, a.grantable) < std::tie(b.grantee, b.privilege, b.grantable);
    }
};

/// Sorted by grantee, then privilege: the order in which a server lists them means nothing.
using Grants = std::vector<Grant>;

/// What a sequence or an identity column counts like. Numbers as text: they span the full 64-bit range, and an unset
/// one is the engine's default.
struct SequenceOptions {
    QString type; ///< integer, bigint, …; empty where the engine has none
    QString start;
    QString increment;
    QString minimum;
    QString maximum;
    QString cache;
    bool cycle = false;
    QString lastValue; ///< data, not schema

    static constexpr auto fields()
    {
        using S = SequenceOptions;
        return std::tuple{
            Field{"type", &S::type},           Field{"start", &S::start},
            Field{"increment", &S::increment}, Field{"minimum", &S::minimum},
            Field{"maximum", &S::maximum},     Field{"cache", &S::cache},
            Field{"cycle", &S::cycle},         Field{"lastValue", &S::lastValue, Attention::IgnoredByDefault}};
    }
    friend bool operator==(const SequenceOptions &, const SequenceOptions &) = default;
};

/// One key of an index or of a key constraint: a column or an expression.
struct IndexKey {
    QString column;     ///< empty for an expression
    SqlText expression; ///< empty for a column
    bool descending = false;
    QString nulls;             ///< "first" or "last" where it differs from the default of the direction; else empty
    QString collation;         ///< qualified; empty where it is the column's own
    QString operatorClass;     ///< qualified, with parameters; empty for the type's default
    int prefixLength = 0;      ///< characters or bytes (MySQL family); 0 for the whole column
    QString exclusionOperator; ///< for EXCLUDE constraints

    static constexpr auto fields()
    {
        using K = IndexKey;
        return std::tuple{Field{"column", &K::column},
                          Field{"expression", &K::expression},
                          Field{"descending", &K::descending},
                          Field{"nulls", &K::nulls},
                          Field{"collation", &K::collation},
                          Field{"operatorClass", &K::operatorClass},
                          Field{"prefixLength", &K::prefixLength},
                          Field{"exclusionOperator", &K::exclusionOperator}};
    }
    friend bool operator==(const IndexKey &, const IndexKey &) = default;
};

struct Column {
    QString name;
    QString type; ///< as the engine writes it in full: character varying(20), int(10) unsigned, public.mood
    bool notNull = false;
    SqlText defaultValue; ///< empty for none
    QString collation;    ///< only where it is not inherited from the type, the table or the database
    QString charset;      ///< MySQL family, only where it is not the table's
    QString comment;

    QString identity; ///< "always", "by default" (PostgreSQL); else empty
    Boxed<SequenceOptions> identityOptions;
    SqlText generated;     ///< generation expression
    QString generatedKind; ///< "stored" or "virtual"
    bool autoIncrement = false;
    SqlText onUpdate;                     ///< MySQL family: ON UPDATE CURRENT_TIMESTAMP(n)
    bool invisible = false;               ///< MySQL family
    bool withoutSystemVersioning = false; ///< MariaDB
    QString srid;                         ///< spatial reference system; empty for none
    QString storage;                      ///< PostgreSQL: only where it is not the type's default
    QString compression;                  ///< PostgreSQL 14+
    QString statisticsTarget;             ///< PostgreSQL; empty for the default
    Attributes options;                   ///< PostgreSQL attoptions (n_distinct), FDW column options, …
    QString notNullConstraint;            ///< PostgreSQL 18+, SQLite: name of the constraint if it was given one
    QString conflictClause;               ///< SQLite: NOT NULL ON CONFLICT …
    bool inherited = false;               ///< PostgreSQL: comes from a parent and is not defined locally
    Grants grants;

    static constexpr auto fields()
    {
        using C = Column;
        return std::tuple{Field{"name", &C::name, Attention::NotCompared},
                          Field{"type", &C::type},
                          Field{"notNull", &C::notNull},
                          Field{"default", &C::defaultValue},
                          Field{"collation", &C::collation},
                          Field{"charset", &C::charset},
                          Field{"comment", &C::comment},
                          Field{"identity", &C::identity},
                          Field{"identityOptions", &C::identityOptions},
                          Field{"generated", &C::generated},
                          Field{"generatedKind", &C::generatedKind},
                          Field{"autoIncrement", &C::autoIncrement},
                          Field{"onUpdate", &C::onUpdate},
                          Field{"invisible", &C::invisible},
                          Field{"withoutSystemVersioning", &C::withoutSystemVersioning},
                          Field{"srid", &C::srid},
                          Field{"storage", &C::storage},
                          Field{"compression", &C::compression},
                          Field{"statisticsTarget", &C::statisticsTarget},
                          Field{"options", &C::options},
                          Field{"notNullConstraint", &C::notNullConstraint},
                          Field{"conflictClause", &C::conflictClause},
                          Field{"inherited", &C::inherited},
                          Field{"grants", &C::grants}};
    }
    friend bool operator==(const Column &, const Column &) = default;
};

enum class ConstraintKind : std::uint8_t { PrimaryKey, Unique, Check, ForeignKey, Exclusion };
[[nodiscard]] QString nameOf(ConstraintKind kind); ///< primary-key, unique, check, foreign-key, exclusion
[[nodiscard]] bool fromName(const QString &name, ConstraintKind &kind);

struct Constraint {
    QString name;
    bool nameIsGenerated = false; ///< the engine made the name up: it says nothing about the schema
    ConstraintKind kind = ConstraintKind::Check;
    std::vector<IndexKey> keys; ///< columns of a key, of the child side of a foreign key, elements of an exclusion
    QStringList include;
    SqlText expression; ///< CHECK condition, or the predicate of an exclusion
    QString referencedSchema;
    QString referencedTable;
    QStringList referencedColumns;
    QString onUpdate; ///< "cascade", …; empty for NO ACTION
    QString onDelete;
    QStringList onDeleteColumns; ///< PostgreSQL 15+: ON DELETE SET NULL (columns)
    QString match;               ///< "full"; empty for simple
    bool deferrable = false;
    bool initiallyDeferred = false;
    bool notValid = false;
    bool notEnforced = false;
    bool noInherit = false;
    bool nullsNotDistinct = false;
    bool withoutOverlaps = false; ///< PostgreSQL 18+: the last key is WITHOUT OVERLAPS; foreign keys: PERIOD
    QString method;               ///< index access method or MySQL USING, where not the default
    QString tablespace;
    Attributes options;     ///< storage parameters of the index behind it
    QString optionsOrder;   ///< their keys as the catalog lists them, where that is not the alphabet's order
    QString conflictClause; ///< SQLite: ON CONFLICT …
    QString comment;
    bool inherited = false;   ///< PostgreSQL: comes from a parent and is not defined locally
    bool columnLevel = false; ///< SQLite: written with the column; decides what DROP COLUMN takes along
    QString ofColumn;         ///< SQLite: the column it is written with
    Attributes attributes;    ///< whatever else the engine knows: clustered, replica identity, visibility, parser, …

    static constexpr auto fields()
    {
        using C = Constraint;
        return std::tuple{Field{"name", &C::name, Attention::NotCompared},
                          Field{"nameIsGenerated", &C::nameIsGenerated, Attention::NotCompared},
                          Field{"constraint", &C::kind},
                          Field{"keys", &C::keys},
                          Field{"include", &C::include},
                          Field{"expression", &C::expression},
                          Field{"referencedSchema", &C::referencedSchema},
                          Field{"referencedTable", &C::referencedTable},
                          Field{"referencedColumns", &C::referencedColumns},
                          Field{"onUpdate", &C::onUpdate},
                          Field{"onDelete", &C::onDelete},
                          Field{"onDeleteColumns", &C::onDeleteColumns},
                          Field{"match", &C::match},
                          Field{"deferrable", &C::deferrable},
                          Field{"initiallyDeferred", &C::initiallyDeferred},
                          Field{"notValid", &C::notValid},
                          Field{"notEnforced", &C::notEnforced},
                          Field{"noInherit", &C::noInherit},
                          Field{"nullsNotDistinct", &C::nullsNotDistinct},
                          Field{"withoutOverlaps", &C::withoutOverlaps},
                          Field{"method", &C::method},
                          Field{"tablespace", &C::tablespace},
                          Field{"options", &C::options},
                          Field{"optionsOrder", &C::optionsOrder, Attention::NotCompared},
                          Field{"conflictClause", &C::conflictClause},
                          Field{"comment", &C::comment},
                          Field{"inherited", &C::inherited},
                          Field{"columnLevel", &C::columnLevel, Attention::NotCompared},
                          Field{"ofColumn", &C::ofColumn, Attention::NotCompared},
                          Field{"attributes", &C::attributes}};
    }
    friend bool operator==(const Constraint &, const Constraint &) = default;
};

struct Index {
    QString name;
    bool nameIsGenerated = false;
    bool unique = false;
    QString method; ///< btree is written out on PostgreSQL; MySQL family: BTREE, HASH, FULLTEXT, SPATIAL
    std::vector<IndexKey> keys;
    QStringList include;
    SqlText predicate;
    bool nullsNotDistinct = false;
    QString tablespace;
    Attributes options;   ///< storage parameters; MySQL family: KEY_BLOCK_SIZE, parser
    QString optionsOrder; ///< their keys as the catalog lists them, where that is not the alphabet's order
    bool invalid = false;
    bool invisible = false; ///< MySQL INVISIBLE, MariaDB IGNORED
    bool clustered = false;
    bool replicaIdentity = false;
    QString attachedTo; ///< qualified name of the partitioned index it is attached to
    QString comment;
    Attributes attributes;
    SqlText definition; ///< SQLite: the CREATE INDEX as its author wrote it

    static constexpr auto fields()
    {
        using I = Index;
        return std::tuple{Field{"name", &I::name, Attention::NotCompared},
                          Field{"nameIsGenerated", &I::nameIsGenerated, Attention::NotCompared},
                          Field{"unique", &I::unique},
                          Field{"method", &I::method},
                          Field{"keys", &I::keys},
                          Field{"include", &I::include},
                          Field{"predicate", &I::predicate},
                          Field{"nullsNotDistinct", &I::nullsNotDistinct},
                          Field{"tablespace", &I::tablespace},
                          Field{"options", &I::options},
                          Field{"optionsOrder", &I::optionsOrder, Attention::NotCompared},
                          Field{"invalid", &I::invalid},
                          Field{"invisible", &I::invisible},
                          Field{"clustered", &I::clustered},
                          Field{"replicaIdentity", &I::replicaIdentity},
                          Field{"attachedTo", &I::attachedTo},
                          Field{"comment", &I::comment},
                          Field{"attributes", &I::attributes},
                          Field{"definition", &I::definition, Attention::NotCompared}};
    }
    friend bool operator==(const Index &, const Index &) = default;
};

struct Trigger {
    QString name;
    SqlText definition;     ///< the whole CREATE TRIGGER on PostgreSQL and SQLite; the body on the MySQL family
    QString timing;         ///< BEFORE, AFTER, INSTEAD OF
    QString events;         ///< INSERT OR UPDATE OF a, b
    QString enabled;        ///< PostgreSQL: empty for ORIGIN; "disabled", "replica", "always"
    QString definer;        ///< MySQL family
    QString sqlMode;        ///< MySQL family
    int order = 0;          ///< MySQL family: 1-based position among those with the same timing and event
    QString header;         ///< MySQL family: from the word TRIGGER to the body, as its author wrote it
    bool inherited = false; ///< PostgreSQL: cloned from a partitioned parent
    QString comment;
    Attributes attributes;

    static constexpr auto fields()
    {
        using T = Trigger;
        return std::tuple{Field{"name", &T::name, Attention::NotCompared},
                          Field{"definition", &T::definition},
                          Field{"timing", &T::timing},
                          Field{"events", &T::events},
                          Field{"enabled", &T::enabled},
                          Field{"definer", &T::definer},
                          Field{"sqlMode", &T::sqlMode},
                          Field{"order", &T::order},
                          Field{"header", &T::header, Attention::NotCompared},
                          Field{"inherited", &T::inherited},
                          Field{"comment", &T::comment},
                          Field{"attributes", &T::attributes}};
    }
    friend bool operator==(const Trigger &, const Trigger &) = default;
};

struct Policy {
    QString name;
    bool restrictive = false;
    QString command; ///< ALL, SELECT, …
    QStringList roles;
    SqlText usingExpression;
    SqlText checkExpression;
    QString comment;

    static constexpr auto fields()
    {
        using P = Policy;
        return std::tuple{Field{"name", &P::name, Attention::NotCompared},
                          Field{"restrictive", &P::restrictive},
                          Field{"command", &P::command},
                          Field{"roles", &P::roles},
                          Field{"using", &P::usingExpression},
                          Field{"check", &P::checkExpression},
                          Field{"comment", &P::comment}};
    }
    friend bool operator==(const Policy &, const Policy &) = default;
};

struct Rule {
    QString name;
    SqlText definition; ///< the whole CREATE RULE
    QString enabled;    ///< as for Trigger
    QString comment;

    static constexpr auto fields()
    {
        return std::tuple{Field{"name", &Rule::name, Attention::NotCompared}, Field{"definition", &Rule::definition},
                          Field{"enabled", &Rule::enabled}, Field{"comment", &Rule::comment}};
    }
    friend bool operator==(const Rule &, const Rule &) = default;
};

} // namespace countersign::schema

#pragma once

// SQL text of PostgreSQL objects from their values. Pure functions; every name is quoted where it needs to be, every
// statement comes without its terminator.

#include "schema/schema.h"
#include "sql/dialect.h"

#include <QStringList>

namespace countersign::engine::postgresql::ddl {

[[nodiscard]] QString name(const QString &identifier);
[[nodiscard]] QString qualified(const QString &schema, const QString &identifier);
/// The last name of a qualified one, without quotes: "s"."a.b" gives a.b.
[[nodiscard]] QString lastName(const QString &qualifiedName);
/// What stands before it, as it is written: "s"."t".c gives "s"."t".
[[nodiscard]] QString withoutLastName(const QString &qualifiedName);
[[nodiscard]] QString literal(const QString &text);
/// "TABLE public.t", "FUNCTION public.f(integer)", "TEXT SEARCH PARSER public.p": as in ALTER, DROP and COMMENT ON.
[[nodiscard]] QString reference(const schema::Object &object);
/// "public.t" of a table or view.
[[nodiscard]] QString relation(const schema::Table &table);
[[nodiscard]] QString relation(const schema::View &view);

/// Empty where there is no such attribute.
[[nodiscard]] QString value(const schema::Attributes &attributes, const QString &key);

[[nodiscard]] QString columnClause(const schema::Column &column, bool withDefault = true);
/// "CONSTRAINT n NOT NULL c NO INHERIT": a NOT NULL as a constraint of its table (PostgreSQL 18).
[[nodiscard]] QString notNullClause(const schema::Column &column);
/// The name of that constraint, the server's own where none was given (18, makeObjectName).
[[nodiscard]] QString notNullName(const schema::Column &column, const QString &relation);
[[nodiscard]] QString identityClause(const schema::Column &column);
[[nodiscard]] QString sequenceOptions(const schema::SequenceOptions &options, bool withType);
[[nodiscard]] QString constraintClause(const schema::Constraint &constraint, bool notValid = false);
/// @p deferred: without checks and defaults, which may need what is made later.
[[nodiscard]] QString createTable(const schema::Table &table, bool deferred);
/// True for a constraint that createTable() leaves to an ALTER TABLE: foreign keys, what is not valid, deferred checks,
/// and a key like an earlier one, which the server would merge with that (parse_utilcmd.c, transformIndexConstraints).
[[nodiscard]] bool isMadeLater(const schema::Table &table, const schema::Constraint &constraint, bool deferred);
[[nodiscard]] QString createIndex(const schema::Index &index, const QString &relation, bool only, bool concurrently);
[[nodiscard]] QString createView(const schema::View &view, bool orReplace);
/// A view with the same columns and no references, to break a cycle.
[[nodiscard]] QString placeholderView(const schema::View &view);
[[nodiscard]] QString createPolicy(const schema::Policy &policy, const QString &relation);
[[nodiscard]] QString createRoutine(const schema::Routine &routine, bool orReplace);
[[nodiscard]] QString createSequence(const schema::Sequence &sequence);
[[nodiscard]] QString createType(const schema::Type &type);
/// What makes one of the other kinds; empty where nothing can be written.
[[nodiscard]] QStringList createOther(const schema::CatalogObject &object);
[[nodiscard]] QString optionList(const schema::Attributes &attributes, const QString &prefix); ///< OPTIONS (…) or empty

/// The sequence behind an identity column, qualified as in SQL, and who may use it.
[[nodiscard]] QString identitySequence(const schema::ObjectId &column, const schema::Column &facts);
[[nodiscard]] schema::Grants identityGrants(const schema::Column &column);
/// The storage attributes of a column that stand outside of its clause.
[[nodiscard]] QStringList columnSettings(const schema::Column &column, const QString &relation);
/// COMMENT ON what IS …
[[nodiscard]] QString comment(const QString &what, const QString &text);
/// @p columns: " (a)" for column privileges. @p owner tells whose entries are the owner's.
[[nodiscard]] QStringList grants(const QString &target, const QString &columns, const schema::Grants &before,
                                 const schema::Grants &after, const QString &owner);
/// "TABLE public.t" as GRANT spells it; empty for kinds without privileges.
[[nodiscard]] QString grantTarget(const schema::Object &object);
/// The privileges that an object of this kind has when it is made.
[[nodiscard]] schema::Grants initialGrants(const schema::Object &object);
[[nodiscard]] QString ownerOf(const schema::Object &object);
[[nodiscard]] QString commentOf(const schema::Object &object);
[[nodiscard]] const schema::Grants &grantsOf(const schema::Object &object);

/// The server reads (ARRAY['a'::character varying])::text[], which it writes for x IN ('a'), as casts of the elements,
/// and then says so. With the array's own type between, what it writes stays what it was.
[[nodiscard]] QString keepArrayCasts(const QString &statement);

/// Canonical text of an object with all its parts.
[[nodiscard]] QString whole(const schema::Object &object);

} // namespace countersign::engine::postgresql::ddl

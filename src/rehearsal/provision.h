#pragma once

#include "sql/dialect.h"

#include <QStringList>

namespace countersign::rehearsal {

// What a statement on PostgreSQL takes for granted of its server. A base says which objects there are, not which roles
// a cluster has; a rehearsal may not make roles and extensions itself, because they reach further than a database.

/// The ordinary roles that a statement names as if they were there: GRANT … TO, OWNER TO, SET ROLE, POLICY … TO, FOR
/// ROLE, AUTHORIZATION; in DO blocks also those that the block makes where they are missing.
[[nodiscard]] QStringList rolesNamedBy(const QString &sql, const sql::Dialect &dialect);

/// The role that the statement makes, when it asks for nothing but a role: no attribute that gives rights. Else empty.
[[nodiscard]] QString roleMadeBy(const QString &sql, const sql::Dialect &dialect);

/// CREATE EXTENSION of one that only a superuser may make and that reaches nothing outside the database.
struct WantedExtension {
    QString name;   ///< empty: the statement is none of these
    QString schema; ///< empty where the statement names none
};
[[nodiscard]] WantedExtension extensionMadeBy(const QString &sql, const sql::Dialect &dialect);

/// ALTER TABLE … DISABLE TRIGGER ALL without the triggers behind foreign keys, which only a superuser may switch: USER
/// for ALL. Anything else as it is.
[[nodiscard]] QString withoutSystemTriggers(const QString &sql, const sql::Dialect &dialect);

} // namespace countersign::rehearsal

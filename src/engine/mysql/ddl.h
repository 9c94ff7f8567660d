#pragma once

// SQL text of objects and parts, as MySQL 8.0+ and MariaDB 10.6+ both or each understand it. No terminators.

#include "schema/schema.h"

#include <QSet>

namespace countersign::engine::mysql {

/// What follows the column's name. The table's own character set is not named: MySQL remembers that one was.
[[nodiscard]] QString columnDefinition(const schema::Table &table, const schema::Column &column,
                                       schema::EngineKind engine);
/// UNIQUE KEY `name` (…) with all options.
[[nodiscard]] QString indexDefinition(const schema::Index &index, schema::EngineKind engine);
/// CONSTRAINT `name` FOREIGN KEY …, PRIMARY KEY (…), CONSTRAINT `name` CHECK (…).
[[nodiscard]] QString constraintDefinition(const schema::Constraint &constraint);
/// ENGINE=… DEFAULT CHARSET=… and so on, without partitions and versioning.
[[nodiscard]] QString tableOptions(const schema::Table &table);
/// The periods, each as PERIOD FOR … (…).
[[nodiscard]] QStringList periodDefinitions(const schema::Table &table);

/// One column, key or constraint a line. Foreign keys named in @p withoutForeignKeys are left out.
[[nodiscard]] QString createTable(const schema::Table &table, schema::EngineKind engine,
                                  const QSet<QString> &withoutForeignKeys = {});
[[nodiscard]] QString createView(const schema::View &view, bool orReplace);
[[nodiscard]] QString createRoutine(const schema::Routine &routine);
/// @p position: FOLLOWS `x` or PRECEDES `x`, or empty.
[[nodiscard]] QString createTrigger(const schema::Table &table, const schema::Trigger &trigger,
                                    const QString &position = {});
[[nodiscard]] QString createEvent(const schema::CatalogObject &event);
[[nodiscard]] QString createSequence(const schema::Sequence &sequence);

/// DEFINER=`user`@`host`, or empty.
[[nodiscard]] QString definerClause(const QString &definer);
/// 'user'@'host' from a grantee or definer as the catalog writes it: user@host or 'user'@'host'.
[[nodiscard]] QString account(const QString &text);

/// What Engine::ddl() shows for one object.
[[nodiscard]] QString canonicalDdl(const schema::Schema &schema, const schema::Object &object);

} // namespace countersign::engine::mysql

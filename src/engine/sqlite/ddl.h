#pragma once

#include "schema/schema.h"

#include <QString>

namespace countersign::engine::sqlite {

/// The statement that creates the table alone, under @p name: the author's own text where it still says what the model
/// says, else canonicalTable().
[[nodiscard]] QString createTable(const schema::Table &table, const QString &name);
[[nodiscard]] QString createIndex(const schema::Table &table, const schema::Index &index);
[[nodiscard]] QString createView(const schema::View &view);

/// One column or constraint a line.
[[nodiscard]] QString canonicalTable(const schema::Table &table, const QString &name);
[[nodiscard]] QString canonicalIndex(const QString &tableName, const schema::Index &index);
/// What follows ADD COLUMN, with the constraints that are written with the column: the author's text like
/// createTable().
[[nodiscard]] QString addedColumn(const schema::Table &table, const schema::Column &column);
/// One line of canonicalTable().
[[nodiscard]] QString columnDefinition(const schema::Table &table, const schema::Column &column);

/// Canonical DDL of an object with its parts: statements end with ';' and a newline.
[[nodiscard]] QString canonicalDdl(const schema::Object &object);

} // namespace countersign::engine::sqlite

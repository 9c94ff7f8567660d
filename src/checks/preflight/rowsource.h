#pragma once

#include "checks/context.h"

namespace countersign::checks {

/// The rows of a table of the base as a statement will meet them: with the columns that the migration renames or adds
/// before.
struct RowSource {
    QString from; ///< the table, or a query in parentheses
    bool isQuery = false;
    int writtenBy = 0;   ///< an earlier statement that writes one of the new columns: nobody knows the values yet
    bool isNull = false; ///< one of the new columns is NULL in every row
};

/// @p columns: of the table after the migration. Nothing where the values of one are not to be known: from a sequence
/// or any other function, of a type that is new itself, in a table that is rebuilt.
[[nodiscard]] std::optional<RowSource> rowsWith(const CheckContext &context, const TableChange &change,
                                                const QStringList &columns, int statement);

/// The columns of @p table that an expression names.
[[nodiscard]] QStringList columnsNamed(const CheckContext &context, const QString &expression,
                                       const schema::Table &table);

} // namespace countersign::checks

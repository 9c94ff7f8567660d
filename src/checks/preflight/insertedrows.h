#pragma once

#include "sql/dialect.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace countersign::checks {

/// The rows of INSERT … VALUES as they are written.
struct InsertedRows {
    QStringList columns;           ///< empty: all of the table, in their order
    std::vector<QStringList> rows; ///< literals as SQL; an empty text for anything that is not one
};

/// Nothing where the statement is another one, takes its rows from a query, or says what to do with a key that is there
/// already (ON CONFLICT, ON DUPLICATE KEY, IGNORE, OR REPLACE).
[[nodiscard]] std::optional<InsertedRows> insertedRows(const QString &sql, const sql::Dialect &dialect);

} // namespace countersign::checks

#pragma once

#include "rehearsal/runner.h"

#include <map>

namespace countersign::rehearsal {

/// What rows lose when a script with these differences runs, one line per column or table, with the rows of production
/// where they are known. Pure.
[[nodiscard]] QStringList lostBy(const std::vector<diff::Difference> &differences, const schema::Schema &before,
                                 const std::map<QString, qint64> &rows);

/// What the way back cannot return: @p up lost it, so that bringing the object back brings it back empty; and what
/// people write into new columns and tables until then, which @p down takes away again.
[[nodiscard]] QStringList lostOnTheWayBack(const std::vector<diff::Difference> &up,
                                           const std::vector<diff::Difference> &down, const schema::Schema &base,
                                           const schema::Schema &result, const std::map<QString, qint64> &rows);

/// The rows of tables of the base that statements of @p trail changed or deleted, one line per statement, where no
/// statement of @p down writes to the same table. Values in columns that the trail itself added are not among them.
/// Pure.
[[nodiscard]] QStringList rowsNotReturned(const Rehearsal &trail, const Script &down);

/// The same for one statement; empty where it lost nothing. @p inserted: also what it added and leaves there.
[[nodiscard]] QString rowsTouched(const Rehearsal &trail, const StatementRun &run, bool inserted);

} // namespace countersign::rehearsal

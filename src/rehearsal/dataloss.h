#pragma once

#include "diff/compare.h"

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

} // namespace countersign::rehearsal

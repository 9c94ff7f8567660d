#pragma once

#include "rehearsal/verify.h"

namespace countersign::rehearsal {

/// Settles what the catalog left open by what the rows said, one fact a line of evidence. That rows are as a statement
/// leaves them is taken for its effect only where the catalog shows that the migration began, or where the statement
/// would fail on them; rows that it would still change are held against it only where nothing after it took effect,
/// because the application may have written them since.
void judgeByRows(std::vector<StatementVerdict> &verdicts, const std::vector<DataAnswer> &rows);

} // namespace countersign::rehearsal

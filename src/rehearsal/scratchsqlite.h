#pragma once

#include "rehearsal/scratchdatabase.h"

#include <QString>

namespace countersign::rehearsal {

/// A private file below @p folder. Bases are kept there as files and copied. SQL under review runs in a process of its
/// own; see WalledSession.
[[nodiscard]] base::Result<std::unique_ptr<Scratch>> makeSqliteScratch(const QString &folder, std::stop_token stop);

} // namespace countersign::rehearsal

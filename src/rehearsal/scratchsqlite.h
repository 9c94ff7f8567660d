#pragma once

#include "rehearsal/scratchdatabase.h"

#include <QString>

namespace countersign::rehearsal {

/// A private file below @p folder. Bases are kept there as files and copied.
[[nodiscard]] base::Result<std::unique_ptr<Scratch>> makeSqliteScratch(const QString &folder, std::stop_token stop);

/// Somebody else's scratch file, as it is: it stays when this object goes. For the rehearsing process.
[[nodiscard]] base::Result<std::unique_ptr<Scratch>> openSqliteScratch(const QString &file, std::stop_token stop);

} // namespace countersign::rehearsal

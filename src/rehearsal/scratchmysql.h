#pragma once

#include "rehearsal/scratchdatabase.h"
#include "rehearsal/scratchserver.h"

namespace countersign::rehearsal {

/// A database and an account of its own with all rights on that database and none beside it (no FILE, SUPER, PROCESS);
/// both dropped at the end.
[[nodiscard]] base::Result<std::unique_ptr<Scratch>> makeMySqlScratch(std::shared_ptr<ScratchServer> server,
                                                                      std::stop_token stop);

} // namespace countersign::rehearsal

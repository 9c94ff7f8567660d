#pragma once

#include "rehearsal/scratchdatabase.h"

namespace countersign::rehearsal {

/// Lets the server say how it does an ALTER: the variants ALGORITHM and LOCK are tried from the lightest on, and the
/// first that is accepted is the run itself. A new TABLE_ID in InnoDB's tables is a rebuild.
/// @p administrator reads InnoDB's tables, which needs PROCESS; @p database is the scratch database.
[[nodiscard]] std::unique_ptr<Observer> makeMySqlObserver(db::Session &administrator, const QString &database,
                                                          schema::EngineKind engine);

} // namespace countersign::rehearsal

#pragma once

#include "db/session.h"

namespace countersign::db {

[[nodiscard]] base::Result<std::unique_ptr<Session>> openSqliteSession(const ConnectionUrl &url,
                                                                     const SessionOptions &options, std::stop_token stop);
[[nodiscard]] QStringList sqliteGuardStatements(const SessionOptions &options);

} // namespace countersign::db

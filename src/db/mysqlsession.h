#pragma once

#include "db/session.h"

namespace countersign::db {

[[nodiscard]] base::Result<std::unique_ptr<Session>> openMySqlSession(const ConnectionUrl &url,
                                                                     const SessionOptions &options, std::stop_token stop);
[[nodiscard]] QStringList mySqlGuardStatements(schema::EngineKind engine, const SessionOptions &options);

} // namespace countersign::db

#pragma once

#include "db/session.h"

namespace countersign::db {

/// Talks to the server through libpq (17): results in text form, pipeline mode, notices, cancelling. What libpq itself
/// knows applies where the URL says nothing: PG* variables, the password file, service files, sslmode and its
/// certificates.
[[nodiscard]] base::Result<std::unique_ptr<Session>>
openPostgreSqlSession(const ConnectionUrl &url, const SessionOptions &options, std::stop_token stop);
/// The guards of the risk catalogue, as they are sent in one round trip right after connecting.
[[nodiscard]] QStringList postgreSqlGuardStatements(const SessionOptions &options);

} // namespace countersign::db

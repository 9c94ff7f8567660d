#pragma once

#include <libpq-fe.h>

#include <memory>

namespace countersign::db {

struct ClearResult {
    void operator()(PGresult *result) const { PQclear(result); }
};
using ResultHandle = std::unique_ptr<PGresult, ClearResult>;

/// COPY FROM STDIN waits for rows, of which a session has none, and COPY TO STDOUT sends some that nobody wants: libpq
/// gives the same result again and again until one side says that it is over (PostgreSQL manual, 32.10). True where
/// that was done; what comes then is the statement's answer.
bool endCopy(PGconn *connection, ExecStatusType status);

} // namespace countersign::db

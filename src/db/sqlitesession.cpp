#include "db/sqlitesession.h"

namespace countersign::db {

base::Result<std::unique_ptr<Session>> openSqliteSession(const ConnectionUrl &url, const SessionOptions &, std::stop_token)
{
    return base::Fail(base::undecided(QStringLiteral("This build cannot connect to this engine yet"), url.display()));
}

QStringList sqliteGuardStatements(const SessionOptions &)
{
    return {};
}

} // namespace countersign::db

#include "db/mysqlsession.h"

namespace countersign::db {

base::Result<std::unique_ptr<Session>> openMySqlSession(const ConnectionUrl &url, const SessionOptions &, std::stop_token)
{
    return base::Fail(base::undecided(QStringLiteral("This build cannot connect to this engine yet"), url.display()));
}

QStringList mySqlGuardStatements(schema::EngineKind, const SessionOptions &)
{
    return {};
}

} // namespace countersign::db

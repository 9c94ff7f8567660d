#include "db/mysqlsession.h"
#include "db/postgresqlsession.h"
#include "db/session.h"
#include "db/sqlitesession.h"

namespace countersign::db {

using schema::EngineKind;

base::Result<std::unique_ptr<Session>> openSession(const ConnectionUrl &url, const SessionOptions &options,
                                                   std::stop_token stop)
{
    switch (url.engine) {
    case EngineKind::PostgreSql:
        return openPostgreSqlSession(url, options, stop);
    case EngineKind::MySql:
    case EngineKind::MariaDb:
        return openMySqlSession(url, options, stop);
    case EngineKind::Sqlite:
        return openSqliteSession(url, options, stop);
    }
    return base::Fail(base::defect(QStringLiteral("unknown engine")));
}

QStringList guardStatements(EngineKind engine, const SessionOptions &options)
{
    switch (engine) {
    case EngineKind::PostgreSql:
        return postgreSqlGuardStatements(options);
    case EngineKind::MySql:
    case EngineKind::MariaDb:
        return mySqlGuardStatements(engine, options);
    case EngineKind::Sqlite:
        return sqliteGuardStatements(options);
    }
    return {};
}

} // namespace countersign::db

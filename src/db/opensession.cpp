#include "db/keyring.h"
#include "db/mysqlsession.h"
#include "db/postgresqlsession.h"
#include "db/session.h"
#include "db/sqlitesession.h"
#include "db/tunnel.h"

namespace countersign::db {

using namespace Qt::StringLiterals;
using schema::EngineKind;

namespace {

base::Result<std::unique_ptr<Session>> openDirectly(const ConnectionUrl &url, const SessionOptions &options,
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

} // namespace

base::Result<std::unique_ptr<Session>> openSession(const ConnectionUrl &url, const SessionOptions &options,
                                                   std::stop_token stop)
{
    ConnectionUrl at = url;
    if (at.options.contains(u"keyring"_s)) {
        if (at.options.take(u"keyring"_s) != u"yes"_s) {
            return base::Fail(base::usageError(u"The option keyring is yes or left out"_s, url.display()));
        }
        CS_TRY(password, readKeyring(url, stop));
        at.password = password;
    }
    if (!at.options.contains(u"ssh"_s)) {
        return openDirectly(at, options, stop);
    }
    CS_TRY(through, openTunnel(at, options.connectTimeout, stop));
    auto session = openDirectly(through, options, stop);
    if (!session) {
        base::Error error = session.error();
        error.where = url.display();
        return base::Fail(error);
    }
    return session;
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

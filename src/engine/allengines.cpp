#include "engine/engine.h"
#include "engine/mysql/mysqlengine.h"
#include "engine/postgresql/catalogrows.h"
#include "engine/postgresql/postgresqlengine.h"
#include "engine/reread.h"
#include "engine/sqlite/sqliteengine.h"

namespace countersign::engine {

const Engine &engineFor(schema::EngineKind kind)
{
    switch (kind) {
    case schema::EngineKind::PostgreSql:
        return postgresql::engine();
    case schema::EngineKind::MySql:
    case schema::EngineKind::MariaDb:
        return mysql::engine();
    case schema::EngineKind::Sqlite:
        break;
    }
    return sqlite::engine();
}

base::Result<std::function<schema::Schema()>> fetchAgain(db::Session &session, std::unique_ptr<KeptCatalog> &kept,
                                                         const std::optional<Touched> &touched, std::stop_token stop)
{
    if (session.engine() == schema::EngineKind::PostgreSql) {
        return postgresql::fetchAgain(session, kept, touched, stop);
    }
    return engineFor(session.engine()).fetch(session, {}, std::move(stop));
}

} // namespace countersign::engine

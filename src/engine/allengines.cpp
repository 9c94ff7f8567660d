#include "engine/engine.h"
#include "engine/mysql/mysqlengine.h"
#include "engine/postgresql/postgresqlengine.h"
#include "engine/sqlite/sqliteengine.h"

namespace countersign::engine {

base::Result<std::function<schema::Schema()>> Engine::fetch(db::Session &session, const ReadOptions &options,
                                                            std::stop_token stop) const
{
    CS_TRY(schema, read(session, options, {}, std::move(stop)));
    return [schema = std::move(schema)]() mutable { return std::move(schema); };
}

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

} // namespace countersign::engine

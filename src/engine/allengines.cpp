#include "engine/engine.h"
#include "engine/mysql/mysqlengine.h"
#include "engine/postgresql/postgresqlengine.h"
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

} // namespace countersign::engine

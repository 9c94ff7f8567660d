#include "schema/enginekind.h"

namespace countersign::schema {

using namespace Qt::StringLiterals;

QString nameOf(EngineKind kind)
{
    switch (kind) {
    case EngineKind::PostgreSql:
        return u"postgresql"_s;
    case EngineKind::MySql:
        return u"mysql"_s;
    case EngineKind::MariaDb:
        return u"mariadb"_s;
    case EngineKind::Sqlite:
        return u"sqlite"_s;
    }
    return {};
}

QString titleOf(EngineKind kind)
{
    switch (kind) {
    case EngineKind::PostgreSql:
        return u"PostgreSQL"_s;
    case EngineKind::MySql:
        return u"MySQL"_s;
    case EngineKind::MariaDb:
        return u"MariaDB"_s;
    case EngineKind::Sqlite:
        return u"SQLite"_s;
    }
    return {};
}

std::optional<EngineKind> engineFromName(const QString &name)
{
    for (const auto kind : {EngineKind::PostgreSql, EngineKind::MySql, EngineKind::MariaDb, EngineKind::Sqlite}) {
        if (nameOf(kind) == name) {
            return kind;
        }
    }
    if (name == u"postgres"_s || name == u"pg"_s) {
        return EngineKind::PostgreSql;
    }
    return std::nullopt;
}

} // namespace countersign::schema

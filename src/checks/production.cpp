#include "checks/productionfacts.h"
#include "checks/productionqueries.h"

using namespace Qt::StringLiterals;

namespace countersign::checks {

base::Result<db::Rows> FactReader::ask(const QString &what, const QString &sql)
{
    auto rows = m_session.run(sql, m_stop);
    if (!rows && rows.error().kind == base::ErrorKind::Cancelled) {
        m_lost = rows.error();
    } else if (!rows) {
        m_facts.unknown.append(u"%1: %2"_s.arg(what, rows.error().message));
    }
    return rows;
}

base::Result<ProductionFacts> readProductionFacts(db::Session &session, const QString &source, std::stop_token stop)
{
    ProductionFacts facts;
    facts.source = source;
    facts.version = session.versionText();
    FactReader reader(session, facts, std::move(stop));
    switch (session.engine()) {
    case schema::EngineKind::PostgreSql:
        reader.readPostgreSql();
        break;
    case schema::EngineKind::MySql:
    case schema::EngineKind::MariaDb:
        reader.readMySql();
        break;
    case schema::EngineKind::Sqlite:
        reader.readSqlite();
        break;
    }
    if (reader.lost()) {
        return base::Fail(*reader.lost());
    }
    return facts;
}

} // namespace countersign::checks

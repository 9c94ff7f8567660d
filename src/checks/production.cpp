#include "checks/productionfacts.h"
#include "checks/productionqueries.h"

#include <QLocale>

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

Phrase sizeText(const RelationFacts &facts)
{
    std::vector<Phrase> parts;
    if (facts.rows) {
        const QString rows = QString::number(*facts.rows);
        QString grouped;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            grouped += (i > 0 && (rows.size() - i) % 3 == 0) ? u","_s + rows[i] : QString(rows[i]);
        }
        const bool one = *facts.rows == 1;
        parts.push_back((facts.rowsExact     ? one ? say("Finding", "1 row") : say("Finding", "%1 rows")
                             : facts.rowsAtLeast ? say("Finding", "at least %1 rows")
                         : one               ? say("Finding", "about 1 row")
                                             : say("Finding", "about %1 rows"))
                            .arg(grouped));
    }
    if (facts.bytes) {
        parts.push_back(QLocale::c().formattedDataSize(*facts.bytes));
    }
    return parts.empty() ? say("Finding", "size unknown") : Phrase::joined(parts, u", "_s);
}

Phrase ProductionFacts::sizeText(const QString &path) const
{
    const auto it = relations.find(path);
    return checks::sizeText(it == relations.end() ? RelationFacts() : it->second);
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

#include "checks/productionqueries.h"

using namespace Qt::StringLiterals;

namespace countersign::checks {

namespace {

/// Counting goes on to here; a table with more rows is big whatever its number.
constexpr qint64 countBound = 200000;

} // namespace

void FactReader::readSqlite()
{
    const auto tables =
        ask(u"list of tables"_s,
            u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"_s);
    if (!tables) {
        return;
    }
    for (int row = 0; row < tables->size() && !m_lost; ++row) {
        const QString path = tables->text(row, 0);
        const QString name = u'"' + QString(path).replace(u"\""_s, u"\"\""_s) + u'"';
        const auto count =
            ask(u"rows of %1"_s.arg(path),
                u"SELECT count(*) FROM (SELECT 1 FROM %1 LIMIT %2)"_s.arg(name, QString::number(countBound)));
        if (count && !count->isEmpty()) {
            RelationFacts facts;
            facts.rows = count->number(0, 0);
            facts.rowsExact = *facts.rows < countBound;
            facts.rowsAtLeast = !facts.rowsExact;
            m_facts.relations[path] = facts;
        }
    }
    const auto counters =
        ask(u"AUTOINCREMENT counters"_s, u"SELECT count(*) FROM sqlite_schema WHERE name = 'sqlite_sequence'"_s);
    if (!counters || counters->isEmpty() || counters->number(0, 0) == 0) {
        return;
    }
    const auto sequences =
        ask(u"AUTOINCREMENT counters"_s,
            u"SELECT s.name, i.name, s.seq FROM sqlite_sequence s JOIN pragma_table_info(s.name) i ON i.pk = 1"_s);
    if (sequences) {
        for (int row = 0; row < sequences->size(); ++row) {
            m_facts.keys[sequences->text(row, 0) + u'.' + sequences->text(row, 1)] = {
                sequences->number(row, 2), std::numeric_limits<qint64>::max()};
        }
    }
}

} // namespace countersign::checks

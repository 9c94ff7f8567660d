#include "checks/productionqueries.h"
#include "checks/typechange.h"

using namespace Qt::StringLiterals;

namespace countersign::checks {

void FactReader::readMySql()
{
    const bool mariaDb = m_session.engine() == schema::EngineKind::MariaDb;
    if (const auto rows =
            ask(u"sizes of tables"_s,
                u"SELECT TABLE_NAME, TABLE_ROWS, DATA_LENGTH, AUTO_INCREMENT FROM information_schema.TABLES "
                "WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'"_s)) {
        for (int row = 0; row < rows->size(); ++row) {
            RelationFacts facts;
            if (!rows->isNull(row, 1)) {
                facts.rows = rows->number(row, 1);
            }
            if (!rows->isNull(row, 2)) {
                facts.bytes = rows->number(row, 2);
            }
            m_facts.relations[rows->text(row, 0)] = facts;
        }
    }
    // An estimate of 0 proves nothing; one row read from the table does, and costs one page.
    for (auto &[path, facts] : m_facts.relations) {
        if (facts.rows.value_or(1) > 0 || m_lost) {
            continue;
        }
        const QString name = u'`' + QString(path).replace(u"`"_s, u"``"_s) + u'`';
        const auto one = ask(u"rows of %1"_s.arg(path), u"SELECT 1 FROM %1 LIMIT 1"_s.arg(name));
        if (one) {
            facts.rowsExact = one->isEmpty();
            facts.rows = one->isEmpty() ? 0 : 1;
        }
    }
    if (const auto rows =
            ask(u"generated keys"_s,
                u"SELECT c.TABLE_NAME, c.COLUMN_NAME, c.COLUMN_TYPE, t.AUTO_INCREMENT FROM "
                "information_schema.COLUMNS c JOIN information_schema.TABLES t ON t.TABLE_SCHEMA = c.TABLE_SCHEMA "
                "AND t.TABLE_NAME = c.TABLE_NAME WHERE c.TABLE_SCHEMA = DATABASE() AND t.TABLE_SCHEMA = DATABASE() "
                "AND c.EXTRA LIKE '%auto_increment%' AND t.AUTO_INCREMENT IS NOT NULL"_s)) {
        for (int row = 0; row < rows->size(); ++row) {
            const auto range = integerRange(typeParts(rows->text(row, 2), m_session.engine()));
            const quint64 most = std::min<quint64>(range.second.toULongLong(), std::numeric_limits<qint64>::max());
            m_facts.keys[rows->text(row, 0) + u'.' + rows->text(row, 1)] = {rows->number(row, 3) - 1,
                                                                            static_cast<qint64>(most)};
        }
    }
    if (!mariaDb && m_session.version() >= 80029) {
        if (const auto rows = ask(u"instant row versions"_s,
                                  u"SELECT SUBSTRING_INDEX(NAME, '/', -1), TOTAL_ROW_VERSIONS FROM "
                                  "information_schema.INNODB_TABLES WHERE NAME LIKE CONCAT(DATABASE(), '/%')"_s)) {
            for (int row = 0; row < rows->size(); ++row) {
                m_facts.rowVersions[rows->text(row, 0)] = static_cast<int>(rows->number(row, 1));
            }
        }
    }
    if (const auto rows =
            ask(u"running transactions"_s,
                u"SELECT TIMESTAMPDIFF(SECOND, trx_started, NOW()) FROM information_schema.INNODB_TRX "
                "WHERE trx_started < NOW() - INTERVAL 30 SECOND AND trx_mysql_thread_id <> CONNECTION_ID()"_s)) {
        for (int row = 0; row < rows->size(); ++row) {
            m_facts.blockers.push_back({{}, rows->number(row, 0), u"a transaction is open"_s});
        }
    }
    if (const auto rows = ask(u"lock_wait_timeout"_s, u"SELECT @@GLOBAL.lock_wait_timeout"_s);
        rows && !rows->isEmpty()) {
        m_facts.lockTimeout = std::chrono::seconds(rows->number(0, 0));
    }
}

} // namespace countersign::checks

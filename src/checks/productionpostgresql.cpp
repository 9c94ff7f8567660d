#include "checks/productionqueries.h"
#include "checks/statementfacts.h"

using namespace Qt::StringLiterals;

namespace countersign::checks {

namespace {

// reltuples is -1 before the first VACUUM or ANALYZE (14+; 0 with relpages 0 before): then the size has to do. A heap
// without a page has no row; the table's size counts its TOAST index as well. A partitioned table has no heap and is as
// big as its leaves together; of one that is a foreign table nothing is known.
const auto sizes =
    u"SELECT n.nspname || '.' || c.relname, "
    "CASE WHEN c.relkind = 'p' THEN leaf.tuples ELSE c.reltuples::bigint END, "
    "CASE WHEN c.relkind = 'p' THEN leaf.bytes ELSE pg_catalog.pg_table_size(c.oid) END, "
    "CASE WHEN c.relkind = 'p' THEN leaf.unknown ELSE c.reltuples < 0 OR (c.reltuples = 0 AND c.relpages = 0) END, "
    "CASE WHEN c.relkind = 'p' THEN leaf.empty ELSE pg_catalog.pg_relation_size(c.oid) = 0 END "
    "FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
    "LEFT JOIN LATERAL (SELECT coalesce(sum(greatest(l.reltuples, 0)), 0)::bigint AS tuples, "
    "coalesce(sum(pg_catalog.pg_table_size(l.oid)), 0)::bigint AS bytes, "
    "coalesce(bool_or(l.relkind = 'f' OR (pg_catalog.pg_relation_size(l.oid) > 0 AND "
    "(l.reltuples < 0 OR (l.reltuples = 0 AND l.relpages = 0)))), false) AS unknown, "
    "coalesce(bool_and(l.relkind <> 'f' AND pg_catalog.pg_relation_size(l.oid) = 0), true) AS empty "
    "FROM pg_catalog.pg_partition_tree(c.oid) t JOIN pg_catalog.pg_class l ON l.oid = t.relid "
    "WHERE l.relkind <> 'p') leaf ON c.relkind = 'p' "
    "WHERE c.relkind IN ('r','p','m') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'"_s;

const auto scans = u"SELECT schemaname || '.' || relname || '.' || indexrelname, idx_scan "
                   "FROM pg_catalog.pg_stat_user_indexes"_s;

const auto sequences =
    u"SELECT n.nspname || '.' || t.relname || '.' || a.attname, s.last_value, "
    "least(s.max_value, CASE a.atttypid WHEN 21 THEN 32767 WHEN 23 THEN 2147483647 ELSE 9223372036854775807 END) "
    "FROM pg_catalog.pg_sequences s "
    "JOIN pg_catalog.pg_namespace sn ON sn.nspname = s.schemaname "
    "JOIN pg_catalog.pg_class q ON q.relname = s.sequencename AND q.relnamespace = sn.oid "
    "JOIN pg_catalog.pg_depend d ON d.objid = q.oid AND d.classid = 'pg_catalog.pg_class'::regclass AND d.deptype IN "
    "('a','i') "
    "JOIN pg_catalog.pg_class t ON t.oid = d.refobjid JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace "
    "JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid WHERE s.last_value IS NOT NULL"_s;

const auto blocking =
    u"SELECT n.nspname || '.' || c.relname, extract(epoch FROM now() - a.xact_start)::bigint, "
    "CASE WHEN a.backend_type = 'autovacuum worker' THEN 'an anti-wraparound autovacuum holds ' "
    "ELSE 'a transaction of ' || coalesce(nullif(a.application_name, ''), 'an unnamed application') || ' holds ' END "
    "|| l.mode "
    "FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid "
    "JOIN pg_catalog.pg_class c ON c.oid = l.relation JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
    "WHERE l.granted AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database()) "
    "AND a.pid <> pg_backend_pid() AND c.relkind IN ('r','p','m') AND n.nspname !~ '^pg_' "
    "AND a.xact_start < now() - interval '30 s' "
    "AND (a.backend_type <> 'autovacuum worker' OR a.query LIKE '%to prevent wraparound%')"_s;

} // namespace

void FactReader::readPostgreSql()
{
    if (const auto rows = ask(u"sizes of tables"_s, sizes)) {
        for (int row = 0; row < rows->size(); ++row) {
            RelationFacts facts;
            facts.bytes = rows->number(row, 2);
            if (rows->flag(row, 4)) {
                facts.rows = 0;
                facts.rowsExact = true;
            } else if (!rows->flag(row, 3)) {
                facts.rows = rows->number(row, 1);
            }
            m_facts.relations[rows->text(row, 0)] = facts;
        }
    }
    if (const auto rows = ask(u"use of indexes"_s, scans)) {
        for (int row = 0; row < rows->size(); ++row) {
            m_facts.indexScans[rows->text(row, 0)] = rows->number(row, 1);
        }
    }
    if (const auto rows = ask(u"sequences"_s, sequences)) {
        for (int row = 0; row < rows->size(); ++row) {
            m_facts.keys[rows->text(row, 0)] = {rows->number(row, 1), rows->number(row, 2)};
        }
    }
    if (const auto rows = ask(u"running transactions"_s, blocking)) {
        for (int row = 0; row < rows->size(); ++row) {
            m_facts.blockers.push_back({rows->text(row, 0), rows->number(row, 1), rows->text(row, 2)});
        }
    }
    // The session's own lock timeout is a guard of ours; what a runner would get is the default of the server.
    if (const auto rows =
            ask(u"lock_timeout"_s, u"SELECT reset_val FROM pg_catalog.pg_settings WHERE name = 'lock_timeout' "
                                   "AND source NOT IN ('client', 'session')"_s);
        rows && !rows->isEmpty()) {
        m_facts.lockTimeout = postgreSqlDuration(rows->text(0, 0));
    }
    const auto statements =
        ask(u"query statistics"_s, u"SELECT 1 FROM pg_catalog.pg_extension WHERE extname = 'pg_stat_statements'"_s);
    if (statements && !statements->isEmpty()) {
        if (const auto rows =
                ask(u"query statistics"_s, u"SELECT query FROM pg_stat_statements ORDER BY calls DESC LIMIT 500"_s)) {
            for (int row = 0; row < rows->size(); ++row) {
                m_facts.queries.append(rows->text(row, 0));
            }
        }
    }
}

} // namespace countersign::checks

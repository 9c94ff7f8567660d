#include "app/runnerhistory.h"

#include "db/session.h"

#include <QRegularExpression>

#include <algorithm>

namespace countersign::app {

using namespace Qt::StringLiterals;
using base::Result;
using migration::Layout;

namespace {

QString tableOf(Layout layout)
{
    switch (layout) {
    case Layout::Flyway:
        return u"flyway_schema_history"_s;
    case Layout::GolangMigrate:
    case Layout::Dbmate:
    case Layout::Rails:
        return u"schema_migrations"_s;
    case Layout::Goose:
        return u"goose_db_version"_s;
    case Layout::LiquibaseSql:
        return u"databasechangelog"_s;
    case Layout::Plain:
    case Layout::Sqitch:
    case Layout::DjangoSql:
        break;
    }
    return {};
}

QString queryOf(Layout layout, const QString &table)
{
    switch (layout) {
    case Layout::Flyway:
        return u"SELECT version, type, success FROM %1 ORDER BY installed_rank"_s.arg(table);
    case Layout::GolangMigrate:
        return u"SELECT version, dirty FROM %1"_s.arg(table);
    case Layout::Goose:
        return u"SELECT version_id, is_applied FROM %1 ORDER BY id"_s.arg(table);
    case Layout::LiquibaseSql:
        return u"SELECT author, id FROM %1 WHERE exectype NOT IN ('SKIPPED')"_s.arg(table);
    default:
        return u"SELECT version FROM %1"_s.arg(table);
    }
}

/// The table's name as a query needs it; empty when there is none.
Result<QString> find(db::Session &session, const QString &table, std::stop_token stop)
{
    switch (session.engine()) {
    case schema::EngineKind::PostgreSql: {
        CS_TRY(rows, session.run(
                         u"SELECT pg_catalog.quote_ident(n.nspname) FROM pg_catalog.pg_class c JOIN "
                         "pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.relname = '%1' AND c.relkind IN "
                         "('r', 'p') ORDER BY n.nspname <> 'public'"_s.arg(table),
                         stop));
        const bool clear = rows.size() == 1 || (rows.size() > 1 && rows.text(0, 0) == u"public");
        return clear ? rows.text(0, 0) + u'.' + table : QString();
    }
    case schema::EngineKind::MySql:
    case schema::EngineKind::MariaDb: {
        CS_TRY(rows, session.run(u"SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() "
                                 "AND LOWER(table_name) = '%1'"_s.arg(table),
                                 stop));
        return rows.isEmpty() ? QString() : rows.text(0, 0);
    }
    case schema::EngineKind::Sqlite: {
        CS_TRY(
            rows,
            session.run(u"SELECT 1 FROM sqlite_schema WHERE type = 'table' AND lower(name) = '%1'"_s.arg(table), stop));
        return rows.isEmpty() ? QString() : table;
    }
    }
    return QString();
}

void add(RunnerHistory &history, Layout layout, const db::Rows &rows, int row)
{
    const QString version = rows.text(row, 0);
    if (version.isEmpty()) {
        return;
    }
    switch (layout) {
    case Layout::Flyway: {
        const QString type = rows.text(row, 1);
        if (!rows.flag(row, 2)) {
            history.halfDone = version;
        } else if (type.contains(u"BASELINE"_s)) {
            history.upTo = version;
        } else if (type.startsWith(u"UNDO"_s) || type == u"DELETE"_s) {
            history.versions.removeAll(version);
        } else {
            history.versions << version;
        }
        return;
    }
    case Layout::GolangMigrate:
        (rows.flag(row, 1) ? history.halfDone : history.upTo) = version;
        return;
    case Layout::Goose:
        history.versions.removeAll(version);
        if (rows.flag(row, 1)) {
            history.versions << version;
        }
        return;
    case Layout::LiquibaseSql:
        history.exact = true;
        history.versions << version + u':' + rows.text(row, 1);
        return;
    default:
        history.versions << version;
    }
}

/// Parts of a version without leading zeros: "1.02", "1_2" and "001.2" are the same to these tools.
QStringList partsOf(const QString &version)
{
    static const QRegularExpression between(u"[._]"_s);
    static const QRegularExpression zeros(u"^0+(?=.)"_s);
    QStringList parts = version.split(between);
    for (QString &part : parts) {
        part.remove(zeros);
    }
    while (parts.size() > 1 && parts.last() == u"0") {
        parts.removeLast();
    }
    return parts;
}

bool isAfter(const QStringList &a, const QStringList &b)
{
    return std::lexicographical_compare(b.begin(), b.end(), a.begin(), a.end(), [](const QString &x, const QString &y) {
        return std::pair(x.size(), x) < std::pair(y.size(), y);
    });
}

} // namespace

Result<std::optional<RunnerHistory>> readRunnerHistory(const db::ConnectionUrl &target, Layout layout,
                                                       std::stop_token stop)
{
    const QString table = tableOf(layout);
    if (table.isEmpty()) {
        return std::optional<RunnerHistory>();
    }
    CS_TRY(session, db::openSession(target, {}, stop));
    RunnerHistory history;
    CS_TRY(found, find(*session, table, stop));
    if (found.isEmpty()) {
        return std::optional<RunnerHistory>();
    }
    history.table = found;
    CS_TRY(rows, session->run(queryOf(layout, found), stop));
    for (int row = 0; row < rows.size(); ++row) {
        add(history, layout, rows, row);
    }
    return std::optional(history);
}

int removeApplied(migration::MigrationSet &set, const RunnerHistory &history)
{
    QList<QStringList> applied;
    for (const QString &version : history.versions) {
        applied << partsOf(version);
    }
    const auto isApplied = [&](const migration::Migration &migration) {
        const QStringList parts = partsOf(migration.version);
        if (history.exact) {
            return !migration.repeatable && history.versions.contains(migration.version);
        }
        return !migration.repeatable &&
               (applied.contains(parts) || (!history.upTo.isEmpty() && !isAfter(parts, partsOf(history.upTo))));
    };
    return int(std::erase_if(set.migrations, isApplied));
}

QStringList outOfOrder(const migration::MigrationSet &set, const RunnerHistory &history)
{
    QString newest = history.exact ? QString() : history.upTo;
    for (const QString &version : history.exact ? QStringList() : history.versions) {
        if (newest.isEmpty() || isAfter(partsOf(version), partsOf(newest))) {
            newest = version;
        }
    }
    QStringList out;
    for (const migration::Migration &migration : set.migrations) {
        if (!newest.isEmpty() && !migration.repeatable && !migration.version.isEmpty() &&
            isAfter(partsOf(newest), partsOf(migration.version))) {
            out << u"%1: out of order, version %2 is applied there already"_s.arg(migration.upPath, newest);
        }
    }
    return out;
}

} // namespace countersign::app

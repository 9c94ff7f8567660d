#include "bench/generate.h"
#include "rehearsal/rehearse.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTextStream>

using namespace countersign;
using namespace Qt::StringLiterals;
using schema::EngineKind;

/// Rehearses a migration of 50 statements on a generated schema, twice with one pool, and then its way back from every
/// state. One line an engine, in milliseconds.
///     bench_rehearsal [TABLES [ENGINE]]        200 by default, all three
namespace {

QString migrationSql(EngineKind engine)
{
    const bool mysql = schema::isMySqlFamily(engine);
    const QString widen = engine == EngineKind::PostgreSql ? u"ALTER COLUMN rank TYPE bigint"_s
                          : mysql                          ? u"MODIFY position bigint"_s
                                                           : u"ADD COLUMN wide bigint"_s;
    QString sql;
    for (int i = 0; i < 10; ++i) {
        const QString table = u"table_%1"_s.arg(3 + i * 7, 5, 10, QChar(u'0'));
        sql += u"ALTER TABLE %1 ADD COLUMN more integer;\nCREATE INDEX %1_more ON %1 (more);\n"
               "UPDATE %1 SET more = 0 WHERE more IS NULL;\nALTER TABLE %1 %2;\n"_s.arg(table, widen);
        sql += u"CREATE TABLE extra_%1 (id bigint NOT NULL PRIMARY KEY, label varchar(40));\n"_s.arg(i);
    }
    return sql;
}

base::Result<void> measure(EngineKind engine, int tables, QTextStream &out)
{
    rehearsal::ScratchPool pool;
    QElapsedTimer timer;
    const auto lap = [&timer] { return QString::number(timer.restart()).rightJustified(8); };
    timer.start();
    CS_CHECK(pool.engineVersion(engine, {}));
    const QString started = lap();
    QString script = bench::schemaSql(engine, tables, false).join(QString());
    script.remove(u"BEGIN;\n"_s).remove(u"COMMIT;\n"_s);
    CS_TRY(schema, rehearsal::loadScript(pool, engine, script, u"base.sql"_s, {}, {}));
    const QString loaded = lap();
    rehearsal::Request request;
    request.base = std::make_shared<const schema::Schema>(std::move(schema));
    request.migrations = rehearsal::migrationsFromSql(migrationSql(engine), u"change.sql"_s);
    request.deadline = std::chrono::minutes(10);
    CS_TRY(first, rehearsal::rehearse(pool, request, {}, {}));
    const QString once = lap();
    CS_TRY(second, rehearsal::rehearse(pool, request, {}, {}));
    const QString again = lap();
    CS_TRY(back, rehearsal::reversibility(pool, request, second, {}, {}));
    const QString way = lap();
    const bool good = first.complete && second.complete && back.complete && back.restoresBase;
    out << schema::nameOf(engine).leftJustified(12) << started << loaded << once << again << way
        << (good ? "" : "  NOT AS EXPECTED") << Qt::endl;
    return {};
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int tables = QCoreApplication::arguments().value(1, u"200"_s).toInt();
    QTextStream out(stdout);
    out << "50 statements on " << tables << " tables\n"
        << "engine         server    load   first  second way back" << Qt::endl;
    const QString only = QCoreApplication::arguments().value(2);
    for (const EngineKind engine : {EngineKind::PostgreSql, EngineKind::MariaDb, EngineKind::Sqlite}) {
        if (!only.isEmpty() && only != schema::nameOf(engine)) {
            continue;
        }
        if (const auto measured = measure(engine, tables, out); !measured) {
            out << schema::nameOf(engine) << ": " << measured.error().text() << Qt::endl;
        }
    }
    return 0;
}

#include "rehearsal/rehearse.h"

#include "rehearsal/dumpscript.h"
#include "rehearsal/ownname.h"
#include "rehearsal/runner.h"

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using base::Result;
using schema::EngineKind;
using schema::Schema;

namespace {

base::Error cannotBeLoaded(const StatementRun &run)
{
    const QString why = run.error ? run.error->message : run.refusal;
    return base::usageError(u"This statement could not be run in a scratch database: %1"_s.arg(why),
                            u"%1:%2"_s.arg(run.file).arg(run.range.line),
                            u"Mend the script, or give a snapshot instead"_s);
}

/// An empty scratch database with these settings where its server knows them: another version may lack a collation.
Result<std::unique_ptr<Scratch>> takeWith(ScratchPool &pool, EngineKind engine, const schema::Attributes &defaults,
                                          std::stop_token stop)
{
    if (schema::isMySqlFamily(engine) && defaults.contains(u"charset"_s)) {
        CS_TRY(scratch, pool.take(engine, Contents::Empty, stop));
        Schema base;
        base.engine = engine;
        base.settings = defaults;
        const auto built = scratch->build(base, {}, stop);
        if (built) {
            if (const auto mode = defaults.find(u"sqlMode"_s); mode != defaults.end()) {
                const QString literal = scratch->dialect().literal(mode->second);
                static_cast<void>(scratch->session().run(u"SET SESSION sql_mode = "_s + literal, stop));
            }
            return scratch;
        }
        if (built.error().kind == base::ErrorKind::Cancelled) {
            return base::Fail(built.error());
        }
    }
    return pool.take(engine, Contents::Empty, stop);
}

Result<Schema> load(ScratchPool &pool, EngineKind engine, Script script, const schema::Attributes &defaults,
                    const base::ProgressSink &progress, std::stop_token stop)
{
    const sql::Dialect dialect = sql::dialectOf(engine);
    for (ScriptFile &file : script) {
        CS_TRY(statements, fitForScratch(std::move(file.statements), dialect, file.path));
        file.statements = std::move(statements);
    }
    CS_TRY(scratch, takeWith(pool, engine, defaults, stop));
    CS_TRY(empty, scratch->read(stop));
    RunOptions options;
    options.deadline = std::chrono::minutes(10);
    options.observe = false;
    CS_TRY(trail,
           runScript(*scratch, script, std::make_shared<const Schema>(std::move(empty)), options, progress, stop));
    if (const int failed = trail.failedStatement(); failed > 0) {
        return base::Fail(cannotBeLoaded(trail.statements[static_cast<std::size_t>(failed) - 1]));
    }
    if (!trail.result) {
        return base::Fail(base::undecided(u"Loading the script took longer than ten minutes"_s, script.front().path));
    }
    return *trail.result;
}

} // namespace

migration::MigrationSet migrationsFromSql(const QString &sql, const QString &path, migration::TransactionMode mode)
{
    migration::Migration one;
    one.version = u"1"_s;
    one.upPath = path;
    one.upBytes = sql.toUtf8();
    one.upSql = sql;
    one.transaction = mode;
    migration::MigrationSet set;
    set.path = path;
    set.migrations.push_back(std::move(one));
    return set;
}

Result<Rehearsal> rehearse(ScratchPool &pool, const Request &request, const base::ProgressSink &progress,
                           std::stop_token stop)
{
    const sql::Dialect dialect = sql::dialectOf(request.base->engine);
    CS_TRY(script, upScript(request.migrations, dialect));
    base::report(progress, u"Starting a scratch database"_s);
    CS_TRY(scratch, pool.take(request.base->engine, Contents::BuiltLater, stop));
    // Effects are counted from what was really built, or every shortfall would be an effect of the first statement.
    CS_TRY(built, scratch->build(*request.base, progress, stop));
    RunOptions options;
    options.deadline = request.deadline;
    const QString database = databaseNamedBy(script, *request.base);
    scratch->answerTo(database);
    std::vector<diff::Difference> shortfall = diff::compare(*request.base, *built, {}).differences;
    CS_TRY(trail, runScript(*scratch, script, std::move(built), options, progress, stop));
    const QString exposure = scratch->exposure();
    trail.circumstances.contained = exposure.isEmpty();
    if (!exposure.isEmpty()) {
        trail.circumstances.limits << u"Not isolated: "_s + exposure;
    }
    trail.shortfall = std::move(shortfall);
    if (!database.isEmpty()) {
        trail.circumstances.limits << u"\"%1\" was taken for the name of the database under review"_s.arg(database);
    }
    trail.circumstances.productionEngine = request.base->engine;
    trail.circumstances.productionVersion = request.base->serverVersion;
    return trail;
}

Result<Schema> loadScript(ScratchPool &pool, EngineKind engine, const QString &sql, const QString &path,
                          const base::ProgressSink &progress, std::stop_token stop, const schema::Attributes &defaults)
{
    const sql::Dialect dialect = sql::dialectOf(engine);
    CS_TRY(script, upScript(migrationsFromSql(sql, path, migration::TransactionMode::None), dialect));
    return load(pool, engine, std::move(script), defaults, progress, stop);
}

Result<Schema> applyMigrations(ScratchPool &pool, EngineKind engine, const migration::MigrationSet &migrations,
                               const QString &upTo, const base::ProgressSink &progress, std::stop_token stop,
                               const schema::Attributes &defaults)
{
    migration::MigrationSet chosen = migrations;
    if (!upTo.isEmpty()) {
        const auto first = std::ranges::find_if(chosen.migrations, [&upTo](const migration::Migration &migration) {
            return migration.version == upTo || migration.upPath == upTo;
        });
        chosen.migrations.erase(first, chosen.migrations.end());
    }
    CS_TRY(script, upScript(chosen, sql::dialectOf(engine)));
    return load(pool, engine, std::move(script), defaults, progress, stop);
}

} // namespace countersign::rehearsal

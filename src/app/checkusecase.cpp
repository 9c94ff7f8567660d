#include "app/checkusecase.h"

#include "app/runnerhistory.h"
#include "app/schemascope.h"
#include "base/digest.h"
#include "rehearsal/rehearse.h"
#include "sql/statements.h"

#include <QFileInfo>

namespace countersign::app {

using namespace Qt::StringLiterals;
using base::Result;
using checks::say;

namespace {

QString sha256Of(const migration::MigrationSet &set)
{
    QByteArray bytes;
    for (const migration::Migration &migration : set.migrations) {
        bytes += migration.upBytes;
    }
    return base::sha256Hex(bytes);
}

/// The live database a source stands for.
std::optional<db::ConnectionUrl> liveUrl(const QString &source, const SourceContext &context)
{
    if (context.workspace != nullptr && context.workspace->find(source) != nullptr) {
        return context.workspace->find(source)->url;
    }
    if (db::looksLikeConnectionUrl(source)) {
        if (auto url = db::parseConnectionUrl(source)) {
            return *url;
        }
    }
    return std::nullopt;
}

/// The statements of workload files, for the rules that ask what the application uses.
Result<QStringList> workloadStatements(const QStringList &files, const sql::Dialect &dialect)
{
    QStringList out;
    for (const QString &file : files) {
        CS_TRY(bytes, readFile(file));
        CS_TRY(statements, sql::splitStatements(QString::fromUtf8(bytes), dialect, file));
        for (const sql::Statement &statement : statements) {
            out.append(statement.text);
        }
    }
    return out;
}

class Checker
{
public:
    Checker(const CheckRequest &request, const SourceContext &sources, const base::ProgressSink &progress,
            std::stop_token stop)
        : m_request(request), m_sources(sources), m_progress(progress), m_stop(std::move(stop))
    {
        if (sources.workspace != nullptr) {
            m_report.settings = sources.workspace->checks;
        }
        useSettingsOf(request.base);
        useSettingsOf(request.production); // what it is for has the last word
        m_report.settings.showValues = m_report.settings.showValues || request.showValues;
    }

    Result<CheckedMigration> run()
    {
        CS_CHECK(readBase());
        CS_CHECK(readMigration());
        CS_CHECK(optional(u"preflight"_s, openProduction()));
        CS_CHECK(rehearse());
        CS_CHECK(optional(u"completeness"_s, compareWithExpected()));
        CS_CHECK(goBack());
        CS_CHECK(judge());
        if (m_session != nullptr) {
            const auto &sent = m_session->sent();
            m_checked.sent.insert(m_checked.sent.end(), sent.begin(), sent.end());
        }
        return std::move(m_checked);
    }

private:
    /// An environment may be stricter or milder than the workspace.
    void useSettingsOf(const QString &source)
    {
        const Environment *environment = m_sources.workspace == nullptr ? nullptr : m_sources.workspace->find(source);
        if (environment != nullptr && environment->checks) {
            m_report.settings = *environment->checks;
        }
    }

    /// Without @p check the rest can still be judged, where the request says so.
    Result<void> optional(const QString &check, Result<void> result)
    {
        if (result || !m_request.goOnWithout || result.error().kind == base::ErrorKind::Cancelled) {
            return result;
        }
        m_report.notRun.push_back({check, result.error().message});
        return {};
    }

    Result<void> readBase()
    {
        CS_TRY(loaded, loadSchema(m_request.base, m_sources, m_progress, m_stop));
        // Some of them the migration may make; to know none is a mistake.
        const QStringList missing = missingSchemas(m_sources.schemas, loaded);
        if (!missing.isEmpty() && missing.size() == m_sources.schemas.size()) {
            return base::Fail(noSuchSchema(missing.front(), u"--schema"_s, {loaded.source}));
        }
        m_report.engine = loaded.schema.engine;
        m_sources.databaseDefaults = loaded.schema.settings;
        m_sources.engineHint = loaded.schema.engine;
        m_report.base = {loaded.source, schema::nameOf(loaded.schema.engine), loaded.schema.serverVersion,
                         fingerprintOf(loaded.schema)};
        m_checked.baseName = m_request.base;
        m_checked.sent = std::move(loaded.sent);
        m_baseIsProduction = loaded.production;
        m_rehearse.base = std::make_shared<const schema::Schema>(std::move(loaded.schema));
        m_rehearse.deadline = m_request.deadline;
        return {};
    }

    Result<migration::MigrationSet> chosenMigrations()
    {
        if (!m_request.migrations) {
            return migration::readMigrations(m_request.migration, sql::dialectOf(m_report.engine));
        }
        migration::MigrationSet set = *m_request.migrations;
        if (m_request.index >= 0 && std::size_t(m_request.index) < set.migrations.size()) {
            set.migrations = {set.migrations[std::size_t(m_request.index)]};
        }
        return set;
    }

    /// Runners keep every migration in one folder and note on the target which of them they ran. Those are part of a
    /// base that is live. @p notes: what was left out, and what the runner would stumble over.
    Result<void> leaveOutApplied(migration::MigrationSet &set, QStringList &notes)
    {
        const auto url = liveUrl(m_request.base, m_sources);
        if (m_request.migrations || !url || !QFileInfo(m_request.migration).isDir()) {
            return {};
        }
        CS_TRY(history, readRunnerHistory(*url, set.layout, m_stop));
        if (!history) {
            return {};
        }
        if (!history->halfDone.isEmpty()) {
            notes << u"%1 says that %2 was begun and did not end: verify tells what it left behind"_s.arg(
                history->table, history->halfDone);
        }
        const int applied = removeApplied(set, *history);
        if (applied > 0 && set.migrations.empty()) {
            return base::Fail(base::usageError(
                u"Every migration of the folder is applied there already, as %1 says"_s.arg(history->table),
                m_request.base, u"Add the new one to the folder, or name its file."_s));
        }
        if (applied > 0) {
            notes << u"%1 of the folder's migrations are applied already, as %2 says, and were left out"_s.arg(applied)
                         .arg(history->table);
        }
        notes << outOfOrder(set, *history);
        return {};
    }

    Result<void> readMigration()
    {
        CS_TRY(set, chosenMigrations());
        QStringList notes;
        CS_CHECK(leaveOutApplied(set, notes));
        if (set.migrations.empty() && !set.problems.isEmpty()) {
            return base::Fail(base::usageError(u"None of these files is a migration, nothing would be checked"_s,
                                               m_request.migration, set.problems.front()));
        }
        const bool one = m_request.migrations && set.migrations.size() == 1;
        m_report.migrationPath = one ? set.migrations.front().upPath : set.path;
        m_report.migrationSha256 = sha256Of(set);
        if (set.migrations.size() == 1) {
            m_checked.upBytes = set.migrations.front().upBytes;
            m_checked.downBytes = set.migrations.front().downBytes;
        }
        m_report.limits = set.problems + notes;
        for (const QString &callback : set.callbacks) {
            m_report.limits.append(u"not rehearsed, but the runner would run it: %1"_s.arg(callback));
        }
        m_hasDown =
            !m_request.rollback.isEmpty() ||
            (!set.migrations.empty() && std::ranges::all_of(set.migrations, [](const migration::Migration &each) {
                return each.hasDown || each.repeatable;
            }));
        if (!m_request.rollback.isEmpty()) {
            CS_TRY(down, readFile(m_request.rollback));
            m_rehearse.downSql = QString::fromUtf8(down);
        }
        m_runner.tool = set.layout == migration::Layout::Plain ? QString() : migration::nameOf(set.layout);
        m_runner.transaction =
            set.migrations.empty() ? migration::TransactionMode::PerFile : set.migrations.front().transaction;
        m_rehearse.migrations = set;
        m_checked.migrations = std::move(set);
        if (!m_request.workloads.isEmpty()) {
            CS_CHECK(optional(u"workload"_s, readWorkloads()));
        }
        return {};
    }

    Result<void> readWorkloads()
    {
        CS_TRY(statements, workloadStatements(m_request.workloads, sql::dialectOf(m_report.engine)));
        m_applicationSql = std::move(statements);
        return {};
    }

    /// Production is asked only when it was named, or when the base is an environment marked production.
    Result<void> openProduction()
    {
        const QString source = !m_request.production.isEmpty() ? m_request.production
                               : m_baseIsProduction            ? m_request.base
                                                               : QString();
        if (source.isEmpty()) {
            m_report.notRun.push_back(
                {u"preflight"_s, say("Finding", "no production database was given: rows, sizes and data are unknown"),
                 u"--production"_s});
            return {};
        }
        const auto url = liveUrl(source, m_sources);
        if (!url) {
            return base::Fail(base::usageError(u"--production has to be a live database"_s, source,
                                               u"Give a URL or an environment of the workspace."_s));
        }
        m_sources.scratch->protect(*url);
        db::SessionOptions options;
        options.access = db::Access::ReadOnly;
        options.statementTimeout = checks::PreflightLimits().perQuestion;
        base::report(m_progress, u"asking production"_s);
        CS_TRY(session, db::openSession(*url, options, m_stop));
        // mysql: and mariadb: are spellings of one protocol: which product answers, the server says.
        if (session->engine() != m_report.engine) {
            return base::Fail(
                base::usageError(u"--production is %1, the base is %2"_s.arg(schema::titleOf(session->engine()),
                                                                             schema::titleOf(m_report.engine)),
                                 source, u"Name the database that the migration is for."_s));
        }
        m_session = std::move(session);
        CS_TRY(facts, checks::readProductionFacts(*m_session, url->display(), m_stop));
        for (const auto &[path, relation] : facts.relations) {
            if (relation.rows) {
                m_rehearse.productionRows[path] = *relation.rows;
            }
        }
        for (const QString &unknown : facts.unknown) {
            m_report.notRun.push_back({u"production"_s, unknown});
        }
        m_report.production = std::move(facts);
        return {};
    }

    Result<void> rehearse()
    {
        CS_TRY(rehearsal, rehearsal::rehearse(*m_sources.scratch, m_rehearse, m_progress, m_stop));
        m_report.rehearsal = std::move(rehearsal);
        m_report.limits += m_report.rehearsal.circumstances.limits;
        if (m_report.rehearsal.complete && m_report.rehearsal.result) {
            m_report.resultFingerprint = fingerprintOf(*m_report.rehearsal.result);
        }
        return {};
    }

    Result<void> compareWithExpected()
    {
        if (m_request.expect.isEmpty()) {
            m_report.notRun.push_back(
                {u"completeness"_s, say("Finding", "no expected schema was given"), u"--expect"_s});
            return {};
        }
        CS_TRY(expected, loadSchema(m_request.expect, m_sources, m_progress, m_stop));
        if (!schema::sameFamily(expected.schema.engine, m_report.engine)) {
            return base::Fail(
                base::usageError(u"--expect is %1, the base is %2"_s.arg(schema::titleOf(expected.schema.engine),
                                                                         schema::titleOf(m_report.engine)),
                                 m_request.expect));
        }
        m_report.completeness = rehearsal::completeness(m_report.rehearsal, expected.schema);
        m_checked.sent.insert(m_checked.sent.end(), expected.sent.begin(), expected.sent.end());
        return {};
    }

    Result<void> goBack()
    {
        auto reversibility =
            rehearsal::reversibility(*m_sources.scratch, m_rehearse, m_report.rehearsal, m_progress, m_stop);
        if (!reversibility) {
            if (reversibility.error().kind == base::ErrorKind::Cancelled) {
                return base::Fail(reversibility.error());
            }
            m_report.notRun.push_back({u"reversibility"_s, reversibility.error().message});
            return {};
        }
        if (!reversibility->ran) {
            m_report.notRun.push_back({u"reversibility"_s, reversibility->whyNotRun});
        }
        m_report.reversibility = std::move(*reversibility);
        return {};
    }

    Result<void> judge()
    {
        if (m_applicationSql.isEmpty()) {
            m_report.notRun.push_back(
                {u"compatibility"_s, say("Finding", "no queries of the application were given"), u"--workload"_s});
        } else {
            m_report.notRun.push_back(
                {u"compatibility"_s,
                 say("Finding", "running the queries of the application on both schemas is not part of this version")});
        }
        m_report.notRun.push_back(
            m_request.plans.isEmpty()
                ? checks::NotRun{u"plans"_s, say("Finding", "no database to compare query plans on was given"),
                                 u"--plans"_s}
                : checks::NotRun{u"plans"_s, say("Finding", "comparing query plans is not part of this version")});
        checks::CheckInput input{m_report.rehearsal, nullptr, nullptr, nullptr, {}, {}};
        input.reversibility = m_report.reversibility ? &*m_report.reversibility : nullptr;
        input.production = m_report.production ? &*m_report.production : nullptr;
        input.applicationSql = m_applicationSql.isEmpty() ? nullptr : &m_applicationSql;
        input.runner = m_runner;
        input.settings = m_report.settings;
        input.hasDown = m_hasDown;
        if (m_session != nullptr) {
            const auto questions = checks::preflightQuestions(input);
            auto answers = checks::askPreflight(*m_session, questions, m_report.settings, {}, m_progress, m_stop);
            if (answers) {
                m_report.preflight = std::move(*answers);
                input.preflight = &m_report.preflight;
            } else {
                CS_CHECK(optional(u"preflight"_s, base::Fail(answers.error())));
            }
        }
        base::report(m_progress, u"running the rules"_s);
        checks::Findings found = checks::runRules(input);
        m_report.findings = std::move(found.findings);
        m_report.notes = std::move(found.statements);
        for (rehearsal::StatementRun &run : m_report.rehearsal.statements) {
            run.locks = m_report.notes[run.index].locks;
        }
        m_report.notRun.insert(m_report.notRun.end(), found.notRun.begin(), found.notRun.end());
        if (m_sources.workspace != nullptr) {
            m_report.limits +=
                checks::applyWaivers(m_report.findings, m_sources.workspace->waivers, QDate::currentDate());
        }
        return {};
    }

    const CheckRequest &m_request;
    SourceContext m_sources;
    const base::ProgressSink &m_progress;
    std::stop_token m_stop;
    CheckedMigration m_checked;
    checks::Report &m_report = m_checked.report;
    rehearsal::Request m_rehearse;
    checks::RunnerProfile m_runner;
    QStringList m_applicationSql;
    std::unique_ptr<db::Session> m_session;
    bool m_baseIsProduction = false;
    bool m_hasDown = false;
};

} // namespace

Result<CheckRequest> checkRequestFor(const Workspace &workspace, migration::MigrationSet migrations, int index,
                                     const QString &environment)
{
    const Environment *chosen = environment.isEmpty() ? workspace.production() : workspace.find(environment);
    if (chosen == nullptr) {
        return base::Fail(base::usageError(environment.isEmpty()
                                               ? u"The workspace names no production environment"_s
                                               : u"The workspace has no environment '%1'"_s.arg(environment),
                                           workspace.folder, u"Add it to countersign.toml"_s));
    }
    CheckRequest request;
    request.migrations = std::move(migrations);
    request.index = index;
    request.base = chosen->name;
    request.production = chosen->name;
    const Environment *staging = workspace.staging();
    request.expect = staging == nullptr || staging == chosen ? QString() : staging->name;
    for (const Workload &workload : workspace.workloads) {
        request.workloads.append(workload.file);
    }
    request.goOnWithout = true;
    return request;
}

Result<CheckedMigration> runCheck(const CheckRequest &request, const SourceContext &sources,
                                  const base::ProgressSink &progress, std::stop_token stop)
{
    if (sources.scratch == nullptr) {
        return base::Fail(base::defect(u"a check needs scratch databases"_s));
    }
    return Checker(request, sources, progress, std::move(stop)).run();
}

Result<QByteArray> renderReport(const checks::Report &report, const QString &format)
{
    if (format == "text"_L1) {
        return checks::toText(report).toUtf8();
    }
    if (format == "json"_L1) {
        return checks::toJson(report);
    }
    if (format == "sarif"_L1) {
        return checks::toSarif(report);
    }
    if (format == "junit"_L1) {
        return checks::toJUnit(report);
    }
    if (format == "html"_L1) {
        return checks::toHtml(report);
    }
    return base::Fail(base::usageError(u"Unknown format \"%1\""_s.arg(format), u"--format"_s,
                                       u"Write text, json, sarif, junit or html."_s));
}

} // namespace countersign::app

#include "app/checkusecase.h"

#include "base/digest.h"
#include "rehearsal/rehearse.h"
#include "sql/statements.h"

namespace countersign::app {

using namespace Qt::StringLiterals;
using base::Result;

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
        m_report.settings.showValues = request.showValues;
    }

    Result<checks::Report> run()
    {
        CS_CHECK(readInputs());
        CS_CHECK(openProduction());
        CS_CHECK(rehearse());
        CS_CHECK(compareWithExpected());
        CS_CHECK(goBack());
        CS_CHECK(judge());
        return std::move(m_report);
    }

private:
    Result<void> readInputs()
    {
        CS_TRY(loaded, loadSchema(m_request.base, m_sources, m_progress, m_stop));
        m_report.engine = loaded.schema.engine;
        m_sources.engineHint = loaded.schema.engine;
        m_report.base = {loaded.source, schema::nameOf(loaded.schema.engine), loaded.schema.serverVersion,
                         fingerprintOf(loaded.schema)};
        m_baseIsProduction = loaded.production;
        m_rehearse.base = std::make_shared<const schema::Schema>(std::move(loaded.schema));
        const sql::Dialect dialect = sql::dialectOf(m_report.engine);
        CS_TRY(set, migration::readMigrations(m_request.migration, dialect));
        m_report.migrationPath = m_request.migration;
        m_report.migrationSha256 = sha256Of(set);
        m_report.limits = set.problems;
        for (const QString &callback : set.callbacks) {
            m_report.limits.append(u"not rehearsed, but the runner would run it: %1"_s.arg(callback));
        }
        m_hasDown = !m_request.rollback.isEmpty() ||
                    (!set.migrations.empty() && std::ranges::all_of(set.migrations, &migration::Migration::hasDown));
        if (!m_request.rollback.isEmpty()) {
            CS_TRY(down, readFile(m_request.rollback));
            m_rehearse.downSql = QString::fromUtf8(down);
        }
        m_runner.tool = set.layout == migration::Layout::Plain ? QString() : migration::nameOf(set.layout);
        m_runner.transaction =
            set.migrations.empty() ? migration::TransactionMode::PerFile : set.migrations.front().transaction;
        m_rehearse.migrations = std::move(set);
        m_rehearse.deadline = m_request.deadline;
        if (!m_request.workloads.isEmpty()) {
            CS_TRY(statements, workloadStatements(m_request.workloads, dialect));
            m_applicationSql = std::move(statements);
        }
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
                {u"preflight"_s, u"no --production was given: rows, sizes and data are unknown"_s});
            return {};
        }
        const auto url = liveUrl(source, m_sources);
        if (!url) {
            return base::Fail(base::usageError(u"--production has to be a live database"_s, source,
                                               u"Give a URL or an environment of the workspace."_s));
        }
        if (url->engine != m_report.engine) {
            return base::Fail(base::usageError(u"--production is %1, the base is %2"_s.arg(
                                                   schema::titleOf(url->engine), schema::titleOf(m_report.engine)),
                                               source, u"Name the database that the migration is for."_s));
        }
        db::SessionOptions options;
        options.access = db::Access::ReadOnly;
        options.statementTimeout = checks::PreflightLimits().perQuestion;
        base::report(m_progress, u"asking production"_s);
        CS_TRY(session, db::openSession(*url, options, m_stop));
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
            m_report.notRun.push_back({u"completeness"_s, u"no --expect was given"_s});
            return {};
        }
        CS_TRY(expected, loadSchema(m_request.expect, m_sources, m_progress, m_stop));
        if (expected.schema.engine != m_report.engine &&
            !(schema::isMySqlFamily(expected.schema.engine) && schema::isMySqlFamily(m_report.engine))) {
            return base::Fail(
                base::usageError(u"--expect is %1, the base is %2"_s.arg(schema::titleOf(expected.schema.engine),
                                                                         schema::titleOf(m_report.engine)),
                                 m_request.expect));
        }
        m_report.completeness = rehearsal::completeness(m_report.rehearsal, expected.schema);
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
            m_report.notRun.push_back({u"compatibility"_s, u"no --workload was given"_s});
        } else {
            m_report.notRun.push_back(
                {u"compatibility"_s, u"running a workload on both schemas is not part of this version"_s});
        }
        m_report.notRun.push_back({u"plans"_s, m_request.plans.isEmpty()
                                                   ? u"no --plans was given"_s
                                                   : u"comparing query plans is not part of this version"_s});
        checks::CheckInput input{m_report.rehearsal, nullptr, nullptr, nullptr, {}, {}};
        input.reversibility = m_report.reversibility ? &*m_report.reversibility : nullptr;
        input.production = m_report.production ? &*m_report.production : nullptr;
        input.applicationSql = m_applicationSql.isEmpty() ? nullptr : &m_applicationSql;
        input.runner = m_runner;
        input.settings = m_report.settings;
        input.hasDown = m_hasDown;
        if (m_session != nullptr) {
            const auto questions = checks::preflightQuestions(input);
            CS_TRY(answers, checks::askPreflight(*m_session, questions, m_report.settings, {}, m_progress, m_stop));
            m_report.preflight = std::move(answers);
            input.preflight = &m_report.preflight;
        }
        base::report(m_progress, u"running the rules"_s);
        checks::Findings found = checks::runRules(input);
        m_report.findings = std::move(found.findings);
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
    checks::Report m_report;
    rehearsal::Request m_rehearse;
    checks::RunnerProfile m_runner;
    QStringList m_applicationSql;
    std::unique_ptr<db::Session> m_session;
    bool m_baseIsProduction = false;
    bool m_hasDown = false;
};

} // namespace

Result<checks::Report> runCheck(const CheckRequest &request, const SourceContext &sources,
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

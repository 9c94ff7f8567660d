#include "app/checkmigration.h"

#include "base/digest.h"
#include "rehearsal/rehearse.h"
#include "sql/statements.h"

#include <QDate>
#include <QFile>

namespace countersign::app {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

Result<const Environment *> chooseEnvironment(const Workspace &workspace, const QString &name)
{
    const Environment *chosen = name.isEmpty() ? workspace.production() : workspace.find(name);
    if (chosen == nullptr) {
        return base::Fail(base::usageError(name.isEmpty() ? u"The workspace names no production environment"_s
                                                          : u"The workspace has no environment '%1'"_s.arg(name),
                                           workspace.folder, u"Add it to countersign.toml"_s));
    }
    return chosen;
}

/// Facts and answers from the environment itself; what cannot be had is said in notRun.
void askProduction(const Environment &environment, const checks::CheckInput &input, CheckedMigration &checked,
                   const base::ProgressSink &progress, std::stop_token stop)
{
    checks::Report &report = checked.report;
    auto session = db::openSession(environment.url, {}, stop);
    if (!session) {
        report.notRun.push_back({u"preflight"_s, session.error().message});
        return;
    }
    auto facts = checks::readProductionFacts(**session, environment.url.display(), stop);
    if (facts) {
        report.production = std::move(*facts);
    } else {
        report.notRun.push_back({u"production-facts"_s, facts.error().message});
    }
    const std::vector<checks::PreflightQuestion> questions = checks::preflightQuestions(input);
    auto answers = checks::askPreflight(**session, questions, report.settings, {}, progress, stop);
    if (answers) {
        report.preflight = std::move(*answers);
    } else {
        report.notRun.push_back({u"preflight"_s, answers.error().message});
    }
    const auto &sent = (*session)->sent();
    checked.sent.insert(checked.sent.end(), sent.begin(), sent.end());
}

void compareWithExpected(const Workspace &workspace, const MigrationCheckRequest &request, const SourceContext &context,
                         CheckedMigration &checked, const base::ProgressSink &progress, std::stop_token stop)
{
    QString expected = request.expected;
    if (expected.isEmpty() && workspace.staging() != nullptr) {
        expected = workspace.staging()->name;
    }
    if (request.noExpected || expected.isEmpty()) {
        checked.report.notRun.push_back({u"completeness"_s, u"no expected schema was given"_s});
        return;
    }
    auto loaded = loadSchema(expected, context, progress, stop);
    if (!loaded) {
        checked.report.notRun.push_back({u"completeness"_s, loaded.error().message});
        return;
    }
    checked.report.completeness = rehearsal::completeness(checked.report.rehearsal, loaded->schema);
    checked.sent.insert(checked.sent.end(), loaded->sent.begin(), loaded->sent.end());
}

rehearsal::Request rehearsalRequest(const MigrationCheckRequest &request, const schema::Schema &base)
{
    rehearsal::Request wanted;
    wanted.base = std::make_shared<const schema::Schema>(base);
    wanted.migrations = request.migrations;
    wanted.deadline = request.deadline;
    if (request.index >= 0 && std::size_t(request.index) < request.migrations.migrations.size()) {
        wanted.migrations.migrations = {request.migrations.migrations[std::size_t(request.index)]};
    }
    return wanted;
}

void describe(CheckedMigration &checked, const LoadedSchema &base)
{
    checks::Report &report = checked.report;
    report.engine = base.schema.engine;
    report.base = {base.display, schema::nameOf(base.schema.engine), base.schema.serverVersion,
                   fingerprintOf(base.schema)};
    report.limits = report.rehearsal.circumstances.limits + checked.migrations.problems;
    QByteArray bytes;
    for (const migration::Migration &one : checked.migrations.migrations) {
        bytes += one.upBytes;
        report.migrationPath = one.upPath;
    }
    report.migrationSha256 = base::sha256Hex(bytes);
    if (checked.migrations.migrations.size() == 1) {
        checked.upBytes = checked.migrations.migrations.front().upBytes;
        checked.downBytes = checked.migrations.migrations.front().downBytes;
    } else {
        report.migrationPath = checked.migrations.path;
    }
    if (report.rehearsal.complete && report.rehearsal.result) {
        report.resultFingerprint = fingerprintOf(*report.rehearsal.result);
    }
}

/// The statements that the applications of the workspace run, or nothing when none can be read.
std::optional<QStringList> applicationSql(const Workspace &workspace, schema::EngineKind engine, checks::Report &report)
{
    QStringList all;
    for (const Workload &workload : workspace.workloads) {
        const auto bytes = readFile(workload.file);
        const auto statements =
            bytes ? sql::splitStatements(QString::fromUtf8(*bytes), sql::dialectOf(engine), workload.file)
                  : base::Result<std::vector<sql::Statement>>(base::Fail(bytes.error()));
        if (!statements) {
            report.notRun.push_back({u"workload "_s + workload.name, statements.error().message});
            continue;
        }
        for (const sql::Statement &statement : *statements) {
            all << statement.text;
        }
    }
    return all.isEmpty() ? std::optional<QStringList>{} : all;
}

} // namespace

Result<CheckedMigration> checkMigration(const Workspace &workspace, rehearsal::ScratchPool &scratch,
                                        const MigrationCheckRequest &request, const base::ProgressSink &progress,
                                        std::stop_token stop)
{
    CS_TRY(environment, chooseEnvironment(workspace, request.environment));
    SourceContext context;
    context.workspace = &workspace;
    context.scratch = &scratch;
    context.engineHint = environment->url.engine;
    CS_TRY(base, loadSchema(environment->name, context, progress, stop));
    const rehearsal::Request wanted = rehearsalRequest(request, base.schema);

    CheckedMigration checked;
    checked.baseName = environment->name;
    checked.migrations = wanted.migrations;
    checked.sent = base.sent;
    checks::Report &report = checked.report;
    report.settings = workspace.checks;
    base::report(progress, u"Rehearsing"_s);
    CS_TRY(rehearsed, rehearsal::rehearse(scratch, wanted, progress, stop));
    report.rehearsal = std::move(rehearsed);
    base::report(progress, u"Rehearsing the way back"_s);
    if (auto back = rehearsal::reversibility(scratch, wanted, report.rehearsal, progress, stop)) {
        report.reversibility = std::move(*back);
    } else if (back.error().kind == base::ErrorKind::Cancelled) {
        return base::Fail(back.error());
    } else {
        report.notRun.push_back({u"reversibility"_s, back.error().message});
    }
    compareWithExpected(workspace, request, context, checked, progress, stop);
    describe(checked, base);

    const std::optional<QStringList> application = applicationSql(workspace, base.schema.engine, report);
    checks::CheckInput input{.rehearsal = report.rehearsal,
                             .reversibility = report.reversibility ? &*report.reversibility : nullptr,
                             .production = nullptr,
                             .applicationSql = application ? &*application : nullptr,
                             .runner = {},
                             .settings = report.settings,
                             .hasDown =
                                 std::ranges::all_of(wanted.migrations.migrations, &migration::Migration::hasDown)};
    base::report(progress, u"Asking production"_s);
    askProduction(*environment, input, checked, progress, stop);
    if (stop.stop_requested()) {
        return base::Fail(base::cancelled());
    }
    input.production = report.production ? &*report.production : nullptr;
    base::report(progress, u"Running the rules"_s);
    checks::Findings found = checks::runRules(input);
    report.findings = std::move(found.findings);
    for (const checks::Finding &finding : checks::findingsOf(report.preflight)) {
        report.findings.push_back(finding);
    }
    report.notRun.insert(report.notRun.end(), found.notRun.begin(), found.notRun.end());
    return checked;
}

} // namespace countersign::app

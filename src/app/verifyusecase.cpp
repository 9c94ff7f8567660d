#include "app/verifyusecase.h"

#include "app/schemascope.h"
#include "base/show.h"
#include "migration/migrationset.h"
#include "rehearsal/onward.h"
#include "rehearsal/rehearse.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace countersign::app {

using namespace Qt::StringLiterals;
using base::Result;
using rehearsal::Rehearsal;
using rehearsal::VerifyReport;
using schema::Schema;

namespace {

/// Finds the schema before the migration and the trail from there.
class TrailFinder
{
public:
    TrailFinder(const VerifyRequest &request, const SourceContext &context, const Schema &expected,
                migration::MigrationSet migrations, const base::ProgressSink &progress, std::stop_token stop)
        : m_request(request), m_context(context), m_expected(expected), m_progress(progress), m_stop(std::move(stop))
    {
        m_rehearsal.migrations = std::move(migrations);
    }

    [[nodiscard]] const rehearsal::Request &request() const { return m_rehearsal; }
    /// For want of a better one the first live schema is taken for the one before the migration.
    [[nodiscard]] bool tookLive() const { return m_tookLive; }

    /// nullopt: no schema was found from which the migration leads to the expected one.
    Result<std::optional<Rehearsal>> find(const Schema *live)
    {
        if (!m_request.base.isEmpty()) {
            CS_TRY(base, loadSchema(m_request.base, m_context, m_progress, m_stop));
            CS_TRY(trail, from(base.schema));
            return trail;
        }
        if (auto earlier = earlierMigrations()) {
            CS_TRY(trail, from(*earlier));
            if (leadsToExpected(trail)) {
                return trail;
            }
        }
        if (auto before = wayBack()) {
            CS_TRY(trail, from(*before));
            if (leadsToExpected(trail)) {
                return trail;
            }
        }
        if (live != nullptr) {
            CS_TRY(trail, from(*live));
            // Where it is the expected one already, a migration that can be run again says nothing of the one before.
            if (leadsToExpected(trail) && !diff::compare(*live, m_expected, m_request.options).identical()) {
                m_tookLive = true;
                return trail;
            }
            m_told = std::move(trail);
        }
        return std::nullopt;
    }

    /// After find() found none: what @p live tells without a schema before it.
    Result<rehearsal::Onward> onward(const Schema &live)
    {
        CS_TRY(found, rehearsal::verifyOnward(*m_context.scratch, live, m_rehearsal, m_told, m_expected,
                                              m_request.options, m_progress, m_stop));
        if (!found) {
            return base::Fail(base::usageError(
                u"The schema before the migration is not known, and from none of its statements on does it lead from "
                "here to the expected one"_s,
                m_request.migration, u"Name it with --base: a snapshot, a script, a folder or an environment."_s));
        }
        return *std::move(found);
    }

private:
    Result<Rehearsal> from(const Schema &base)
    {
        m_rehearsal.base = std::make_shared<const Schema>(base);
        return rehearsal::rehearse(*m_context.scratch, m_rehearsal, m_progress, m_stop);
    }

    [[nodiscard]] bool leadsToExpected(const Rehearsal &trail) const
    {
        return rehearsal::completeness(trail, m_expected, m_request.options).matches;
    }

    /// The expected schema is a folder that holds the migration: what comes before it there.
    std::optional<Schema> earlierMigrations()
    {
        const QFileInfo folder(m_request.expected);
        const QFileInfo file(m_request.migration);
        if (!folder.isDir() || !file.absoluteFilePath().startsWith(folder.absoluteFilePath() + u'/')) {
            return std::nullopt;
        }
        const auto all = migration::readMigrations(m_request.expected, sql::dialectOf(m_expected.engine));
        if (!all) {
            return std::nullopt;
        }
        const QString path = file.absoluteFilePath().mid(folder.absoluteFilePath().size() + 1);
        auto schema = rehearsal::applyMigrations(*m_context.scratch, m_expected.engine, *all, path, m_progress, m_stop,
                                                 m_expected.settings);
        return schema ? std::optional(std::move(*schema)) : std::nullopt;
    }

    /// The expected schema, the migration's own way back run on it.
    std::optional<Schema> wayBack()
    {
        rehearsal::Request back;
        back.base = std::make_shared<const Schema>(m_expected);
        QString sql;
        const auto &migrations = m_rehearsal.migrations.migrations;
        for (auto it = migrations.rbegin(); it != migrations.rend(); ++it) {
            if (!it->hasDown) {
                return std::nullopt;
            }
            sql += it->downSql + u"\n"_s;
        }
        back.migrations = rehearsal::migrationsFromSql(sql, m_request.migration, migration::TransactionMode::None);
        const auto trail = rehearsal::rehearse(*m_context.scratch, back, m_progress, m_stop);
        return trail && trail->complete && trail->result ? std::optional(*trail->result) : std::nullopt;
    }

    const VerifyRequest &m_request;
    const SourceContext &m_context;
    const Schema &m_expected;
    const base::ProgressSink &m_progress;
    std::stop_token m_stop;
    rehearsal::Request m_rehearsal;
    bool m_tookLive = false;
    Rehearsal m_told; ///< the statements, run from the first live schema
};

constexpr std::chrono::milliseconds perQuestion{2000};
constexpr std::chrono::milliseconds allQuestions{15000};

/// What the rows of a live target say about the statements that its catalog cannot show. A target that cannot be asked
/// leaves them open; only Cancelled is an error.
Result<std::vector<rehearsal::DataAnswer>> askRows(const db::ConnectionUrl &url, const Schema &live,
                                                   const Rehearsal &trail,
                                                   const std::vector<rehearsal::StatementVerdict> &verdicts,
                                                   TargetReport &report, const base::ProgressSink &progress,
                                                   const std::stop_token &stop)
{
    const std::vector<rehearsal::DataQuestion> questions = rehearsal::dataQuestions(live, trail, verdicts);
    if (questions.empty()) {
        return std::vector<rehearsal::DataAnswer>();
    }
    db::SessionOptions options;
    options.access = db::Access::ReadOnly;
    options.statementTimeout = perQuestion;
    const auto session = db::openSession(url, options, stop);
    if (!session && session.error().kind == base::ErrorKind::Cancelled) {
        return base::Fail(session.error());
    }
    if (!session) {
        return std::vector<rehearsal::DataAnswer>();
    }
    auto answers = rehearsal::askData(**session, questions, allQuestions, progress, stop);
    report.sent.insert(report.sent.end(), (*session)->sent().begin(), (*session)->sent().end());
    return answers;
}

/// Every target by itself, without a schema before the migration. An error where there is an answer for none.
Result<void> judgeOnward(TrailFinder &finder, const VerifyRequest &request,
                         const std::vector<std::optional<Schema>> &live,
                         const std::vector<std::optional<db::ConnectionUrl>> &urls, VerifyOutcome &outcome,
                         const base::ProgressSink &progress, const std::stop_token &stop)
{
    std::optional<base::Error> why;
    for (std::size_t i = 0; i < live.size(); ++i) {
        if (!live[i]) {
            continue;
        }
        auto found = finder.onward(*live[i]);
        if (!found && found.error().kind == base::ErrorKind::Cancelled) {
            return base::Fail(found.error());
        }
        if (!found) {
            why = outcome.targets[i].error = found.error();
            continue;
        }
        if (urls[i] && request.askRows) {
            CS_TRY(rows, askRows(*urls[i], *live[i], found->trail, found->report.statements, outcome.targets[i],
                                 progress, stop));
            found->weigh(rows);
        }
        outcome.targets[i].report = std::move(found->report);
        outcome.trail = std::move(found->trail);
    }
    return outcome.trail || !why ? Result<void>() : base::Fail(*why);
}

QJsonObject differenceToJson(const diff::Difference &difference)
{
    QJsonArray properties;
    for (const diff::Property &property : difference.properties) {
        properties.append(QJsonObject{{u"name"_s, property.name}, {u"from"_s, property.from}, {u"to"_s, property.to}});
    }
    return {{u"difference"_s, nameOf(difference.change)},
            {u"kind"_s, nameOf(difference.id.kind)},
            {u"path"_s, difference.id.path()},
            {u"properties"_s, properties}};
}

QJsonObject routeToJson(const rehearsal::Route &route)
{
    return {{u"rehearsed"_s, route.rehearsed},
            {u"arrives"_s, route.arrives},
            {u"problem"_s, route.problem},
            {u"losesData"_s, QJsonArray::fromStringList(route.losesData)}};
}

QJsonObject targetToJson(const TargetReport &target)
{
    QJsonArray statements;
    for (const rehearsal::StatementVerdict &verdict : target.report.statements) {
        statements.append(QJsonObject{
            {u"index"_s, verdict.index}, {u"state"_s, nameOf(verdict.state)}, {u"evidence"_s, verdict.evidence}});
    }
    QJsonArray drift;
    for (const diff::Difference &difference : target.report.drift) {
        drift.append(differenceToJson(difference));
    }
    return {{u"source"_s, target.source},
            {u"state"_s, nameOf(target.report.state)},
            {u"appliedInOrder"_s, target.report.appliedInOrder},
            {u"statements"_s, statements},
            {u"finish"_s, QJsonArray::fromStringList(target.report.finish.statements)},
            {u"finishRehearsal"_s, routeToJson(target.report.finish)},
            {u"back"_s, QJsonArray::fromStringList(target.report.back.statements)},
            {u"backRehearsal"_s, routeToJson(target.report.back)},
            {u"drift"_s, drift}};
}

QString routeToText(const QString &title, const rehearsal::Route &route)
{
    if (route.statements.isEmpty() && route.problem.isEmpty()) {
        return {};
    }
    QString text = u"  %1 (%2):\n"_s.arg(title, !route.rehearsed ? u"not rehearsed"_s
                                                : route.arrives  ? u"rehearsed from this state, arrives"_s
                                                                 : u"rehearsed from this state, does not arrive"_s);
    if (!route.problem.isEmpty()) {
        text += u"    note: "_s + base::show(route.problem) + u'\n';
    }
    for (const QString &line : route.losesData) {
        text += u"    loses data: "_s + base::show(line) + u'\n';
    }
    for (const QString &statement : route.statements) {
        text += u"    "_s + base::show(statement, true).replace(u'\n', u"\n    "_s) + u";\n"_s;
    }
    return text;
}

} // namespace

Result<VerifyOutcome> verifyTargets(const VerifyRequest &request, const SourceContext &given,
                                    const base::ProgressSink &progress, std::stop_token stop)
{
    SourceContext context = given;
    for (const QString &target : request.targets) {
        if (!context.engineHint) {
            context.engineHint = engineOf(target, context);
        }
    }
    CS_TRY(expected, loadSchema(request.expected, context, progress, stop));
    if (const QStringList missing = missingSchemas(context.schemas, expected); !missing.isEmpty()) {
        return base::Fail(noSuchSchema(missing.front(), u"--schema"_s, {expected.source}));
    }
    context.engineHint = expected.schema.engine;
    VerifyOutcome outcome;
    std::vector<std::optional<Schema>> live;
    std::vector<std::optional<db::ConnectionUrl>> urls;
    for (const QString &target : request.targets) {
        TargetReport &report = outcome.targets.emplace_back();
        report.source = target;
        auto loaded = loadSchema(target, context, progress, stop);
        if (!loaded && loaded.error().kind == base::ErrorKind::Cancelled) {
            return base::Fail(loaded.error());
        }
        urls.push_back(loaded ? loaded->url : std::nullopt);
        if (loaded) {
            report.source = loaded->source;
            report.sent = std::move(loaded->sent);
            live.emplace_back(std::move(loaded->schema));
        } else {
            report.error = loaded.error();
            live.emplace_back(std::nullopt);
        }
    }
    std::optional<Schema> base;
    std::optional<TrailFinder> finder;
    if (!request.migration.isEmpty()) {
        CS_TRY(migrations, migration::readMigrations(request.migration, sql::dialectOf(expected.schema.engine)));
        finder.emplace(request, context, expected.schema, std::move(migrations), progress, stop);
        const auto first = std::ranges::find_if(live, [](const auto &schema) { return schema.has_value(); });
        CS_TRY(trail, finder->find(first == live.end() ? nullptr : &**first));
        outcome.trail = std::move(trail);
        if (!outcome.trail) {
            CS_CHECK(judgeOnward(*finder, request, live, urls, outcome, progress, stop));
            return outcome;
        }
    } else if (!request.base.isEmpty()) {
        CS_TRY(loaded, loadSchema(request.base, context, progress, stop));
        base = std::move(loaded.schema);
    }
    for (std::size_t i = 0; i < live.size(); ++i) {
        if (!live[i]) {
            continue;
        }
        std::vector<rehearsal::DataAnswer> rows;
        if (outcome.trail && urls[i] && request.askRows) {
            const auto byCatalog =
                rehearsal::judge(*live[i], *outcome.trail, expected.schema, request.options).statements;
            CS_TRY(answers, askRows(*urls[i], *live[i], *outcome.trail, byCatalog, outcome.targets[i], progress, stop));
            rows = std::move(answers);
        }
        auto report = outcome.trail ? rehearsal::verify(*context.scratch, *live[i], finder->request(), *outcome.trail,
                                                        expected.schema, request.options, progress, stop, rows)
                                    : rehearsal::verify(*context.scratch, *live[i], base, expected.schema,
                                                        request.options, progress, stop);
        CS_TRY(answer, std::move(report));
        if (outcome.trail && finder->tookLive()) {
            rehearsal::doubtWhatIsThere(answer, *outcome.trail);
        }
        outcome.targets[i].report = std::move(answer);
    }
    return outcome;
}

QByteArray verifyToJson(const VerifyOutcome &outcome)
{
    QJsonArray targets;
    QJsonArray errors;
    for (const TargetReport &target : outcome.targets) {
        if (target.error) {
            errors.append(QJsonObject{{u"source"_s, target.source}, {u"error"_s, target.error->text()}});
        } else {
            targets.append(targetToJson(target));
        }
    }
    QJsonObject root{{u"targets"_s, targets}};
    if (!errors.isEmpty()) {
        root.insert(u"errors"_s, errors);
    }
    return QJsonDocument(root).toJson(QJsonDocument::Indented);
}

QString verifyToText(const VerifyOutcome &outcome)
{
    QString text;
    for (const TargetReport &target : outcome.targets) {
        if (target.error) {
            text += u"%1: no answer: %2\n"_s.arg(base::show(target.source), base::show(target.error->text(), true));
            continue;
        }
        text += u"%1: %2\n"_s.arg(base::show(target.source), nameOf(target.report.state));
        if (target.report.appliedInOrder) {
            text += u"  applied, if it ran in order from the top; only somebody who left out a statement by hand could "
                    "have made it look the same\n"_s;
        }
        for (const rehearsal::StatementVerdict &verdict : target.report.statements) {
            QString sql;
            if (outcome.trail) {
                sql = outcome.trail->statements[static_cast<std::size_t>(verdict.index) - 1].sql.simplified().left(80);
            }
            text += u"  %1 %2  %3\n"_s.arg(verdict.index, 3).arg(nameOf(verdict.state), -11).arg(base::show(sql));
            for (const QString &line : verdict.evidence.split(u'\n')) {
                text += u"        "_s + base::show(line) + u'\n';
            }
        }
        for (const diff::Difference &difference : target.report.drift) {
            text += u"  drift: %1 %2 %3\n"_s.arg(nameOf(difference.change), nameOf(difference.id.kind),
                                                 base::show(difference.id.path()));
        }
        text += routeToText(u"to finish"_s, target.report.finish);
        text += routeToText(u"to go back"_s, target.report.back);
    }
    return text;
}

} // namespace countersign::app

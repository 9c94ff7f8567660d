#include "rehearsal/verify.h"

#include "plan/plan.h"
#include "rehearsal/dataloss.h"
#include "rehearsal/runner.h"

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using base::Result;
using schema::Schema;

namespace {

/// Tries scripts on scratch copies of the live schema.
class RouteFinder
{
public:
    RouteFinder(std::unique_ptr<Scratch> scratch, const Schema &live, const Request &request,
                const diff::Options &options, std::stop_token stop)
        : m_scratch(std::move(scratch)), m_live(live), m_request(request), m_options(options), m_stop(std::move(stop))
    {
    }

    Result<void> build(const base::ProgressSink &progress)
    {
        CS_TRY(built, m_scratch->build(m_live, progress, m_stop));
        m_built = std::move(built);
        return {};
    }

    /// Runs the statements of @p route on the live state and says where they lead.
    Result<void> rehearse(Route &route, const Schema &wanted)
    {
        CS_CHECK(m_scratch->reset(m_stop));
        ScriptFile file;
        file.path = u"route"_s;
        file.mode = migration::TransactionMode::None;
        for (const QString &text : route.statements) {
            sql::Statement statement;
            statement.text = text;
            file.statements.push_back(std::move(statement));
        }
        RunOptions options;
        options.observe = false;
        options.deadline = m_request.deadline;
        CS_TRY(trail, runScript(*m_scratch, {file}, m_built, options, {}, m_stop));
        route.rehearsed = true;
        if (const int failed = trail.failedStatement(); failed > 0) {
            const StatementRun &run = trail.statements[static_cast<std::size_t>(failed) - 1];
            route.problem = u"Statement %1 fails: %2"_s.arg(failed).arg(run.error ? run.error->message : run.refusal);
            return {};
        }
        if (!trail.result) {
            route.problem = u"The deadline was over"_s;
            return {};
        }
        const auto left = diff::compare(*trail.result, wanted, m_options).differences;
        route.arrives = left.empty();
        if (!left.empty()) {
            route.problem = u"%1 differences would be left, the first: %2 %3"_s.arg(left.size())
                                .arg(nameOf(left.front().id.kind), left.front().id.path());
        }
        return {};
    }

    /// Our own plan from the live schema to the wanted one.
    Result<Route> planned(const Schema &wanted)
    {
        Route route;
        const plan::Plan plan = plan::makePlan(m_live, wanted, m_options);
        const QString script = plan::script(plan.forward, m_live.engine);
        CS_TRY(statements, sql::splitStatements(script, m_scratch->dialect(), u"plan"_s));
        for (const sql::Statement &statement : statements) {
            route.statements << statement.text;
        }
        route.losesData = lostBy(plan.comparison.differences, m_live, m_request.productionRows);
        if (route.statements.isEmpty() && plan.comparison.differences.empty()) {
            route.rehearsed = true;
            route.arrives = true;
            return route;
        }
        CS_CHECK(rehearse(route, wanted));
        return route;
    }

private:
    std::unique_ptr<Scratch> m_scratch;
    const Schema &m_live;
    const Request &m_request;
    const diff::Options &m_options;
    std::stop_token m_stop;
    std::shared_ptr<const Schema> m_built; ///< the live schema as it was built
};

/// The migration's own statements that still have to run, when they can be told: each one is either in place or not. A
/// statement that only changes data runs again when nothing after it, or right before it, is in place.
std::optional<QStringList> ownStatementsLeft(const VerifyReport &report, const Rehearsal &trail, QString &doubt)
{
    std::size_t lastApplied = 0; // 1-based; 0: none
    for (std::size_t i = 0; i < report.statements.size(); ++i) {
        if (report.statements[i].state == StatementState::Partly) {
            return std::nullopt;
        }
        if (report.statements[i].state == StatementState::Applied) {
            lastApplied = i + 1;
        }
    }
    QStringList left;
    bool behind = false; // after the first statement that is certainly missing
    for (std::size_t i = 0; i < report.statements.size(); ++i) {
        const StatementRun &run = trail.statements[i];
        if (run.outcome != Outcome::Ok) {
            return std::nullopt;
        }
        switch (report.statements[i].state) {
        case StatementState::Applied:
        case StatementState::Partly:
            break;
        case StatementState::NotApplied:
            left << run.sql;
            behind = true;
            break;
        case StatementState::Unknown:
            if (!run.effects.empty()) {
                return std::nullopt;
            }
            if (behind || i >= lastApplied) {
                left << run.sql;
                const bool changesData = kindOf(run.sql, sql::dialectOf(trail.base->engine)).dataOnly;
                if (changesData && !behind) {
                    doubt +=
                        u"Statement %1 changes data only and may have run already: look before running it again. "_s
                            .arg(run.index);
                }
            }
            break;
        }
    }
    return left;
}

Result<Route> finishRoute(RouteFinder &finder, const VerifyReport &report, const Rehearsal &trail, const Schema &wanted)
{
    QString doubt;
    if (const auto own = ownStatementsLeft(report, trail, doubt)) {
        Route route;
        route.statements = *own;
        CS_CHECK(finder.rehearse(route, wanted));
        if (route.arrives) {
            route.problem = doubt.trimmed();
            return route;
        }
    }
    return finder.planned(wanted);
}

} // namespace

Result<VerifyReport> verify(ScratchPool &pool, const Schema &live, const Request &request, const Rehearsal &trail,
                            const std::optional<Schema> &expected, const diff::Options &asked,
                            const base::ProgressSink &progress, std::stop_token stop)
{
    const diff::Options options = withoutAccounts(asked, live.engine, trail.circumstances.ownRoles);
    VerifyReport report = judge(live, trail, expected, options);
    const Schema *end = trail.base.get();
    for (const StatementRun &run : trail.statements) {
        end = run.after ? run.after.get() : end;
    }
    const Schema &wanted = expected ? *expected : *end;
    CS_TRY(scratch, pool.take(live.engine, Contents::BuiltLater, stop));
    RouteFinder finder(std::move(scratch), live, request, options, stop);
    CS_CHECK(finder.build(progress));
    base::report(progress, u"Rehearsing the way to finish"_s);
    CS_TRY(finish, finishRoute(finder, report, trail, wanted));
    report.finish = std::move(finish);
    base::report(progress, u"Rehearsing the way back"_s);
    CS_TRY(back, finder.planned(*trail.base));
    report.back = std::move(back);
    return report;
}

Result<VerifyReport> verify(ScratchPool &pool, const Schema &live, const std::optional<Schema> &base,
                            const Schema &expected, const diff::Options &asked, const base::ProgressSink &progress,
                            std::stop_token stop)
{
    // Without a script the whole way from base to expected is one statement; without a base nothing was ever planned.
    CS_TRY(scratch, pool.take(live.engine, Contents::BuiltLater, stop));
    const diff::Options options = withoutAccounts(asked, live.engine, scratch->hasOwnRoles());
    Rehearsal trail;
    trail.circumstances.ownRoles = scratch->hasOwnRoles();
    trail.base = std::make_shared<const Schema>(base ? *base : expected);
    if (base) {
        StatementRun whole;
        whole.index = 1;
        whole.outcome = Outcome::Ok;
        whole.after = std::make_shared<const Schema>(expected);
        whole.effects = diff::compare(*base, expected, options).differences;
        trail.statements.push_back(std::move(whole));
    }
    trail.complete = true;
    VerifyReport report = judge(live, trail, expected, options);
    Request request;
    request.base = trail.base;
    RouteFinder finder(std::move(scratch), live, request, options, stop);
    CS_CHECK(finder.build(progress));
    CS_TRY(finish, finder.planned(expected));
    report.finish = std::move(finish);
    if (base) {
        CS_TRY(back, finder.planned(*base));
        report.back = std::move(back);
    }
    report.statements.clear();
    return report;
}

} // namespace countersign::rehearsal

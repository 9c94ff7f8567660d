#include "rehearsal/verify.h"

#include "diff/renames.h"
#include "plan/plan.h"
#include "rehearsal/attempts.h"
#include "rehearsal/dataloss.h"
#include "rehearsal/observedrenames.h"
#include "rehearsal/scratchdatabase.h"

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
        : m_attempts(std::move(scratch), std::make_shared<const Schema>(live), request.deadline, std::move(stop)),
          m_live(live), m_request(request), m_options(options)
    {
    }

    Result<void> build(const base::ProgressSink &progress) { return m_attempts.build(progress); }

    /// Runs the statements of @p route on the live state and says where they lead.
    Result<void> rehearse(Route &route, const Schema &wanted)
    {
        CS_TRY(trail, m_attempts.run(route.statements, u"route"_s));
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

    /// Our own plan from the live schema to the wanted one. Of @p renames and @p labels those count that the live
    /// schema is short of; where they do not lead there, it is planned without.
    Result<Route> planned(const Schema &wanted, const std::vector<diff::Rename> &renames = {},
                          const std::vector<LabelRename> &labels = {})
    {
        const diff::Options options = with(renames);
        Schema relabelled = m_live;
        QStringList first;
        const sql::Dialect dialect = m_attempts.dialect();
        for (const LabelRename &label : labels) {
            if (applyLabel(relabelled, label, wanted)) {
                first << u"ALTER TYPE %1 RENAME VALUE %2 TO %3"_s.arg(
                    dialect.qualified(label.type.schema, label.type.name), dialect.literal(label.from),
                    dialect.literal(label.to));
            }
        }
        if (options.renames.size() > m_options.renames.size() || !first.isEmpty()) {
            CS_TRY(route, plannedWith(first, relabelled, wanted, options));
            if (route.arrives) {
                return route;
            }
        }
        return plannedWith({}, m_live, wanted, m_options);
    }

    /// What is lost on the way from the live schema to the wanted one.
    [[nodiscard]] QStringList lost(const Schema &wanted, const std::vector<diff::Rename> &renames) const
    {
        return lostBy(diff::compare(m_live, wanted, with(renames)).differences, m_live, m_request.productionRows);
    }

private:
    [[nodiscard]] diff::Options with(const std::vector<diff::Rename> &renames) const
    {
        diff::Options options = m_options;
        Schema traced = m_live;
        for (const diff::Rename &rename : renames) {
            if (!isThere(traced, rename.to) && !diff::applyRenames(traced, {rename}).empty()) {
                options.renames.push_back(rename);
            }
        }
        return options;
    }

    /// @p first leads from the live schema to @p from.
    Result<Route> plannedWith(const QStringList &first, const Schema &from, const Schema &wanted,
                              const diff::Options &options)
    {
        Route route;
        const plan::Plan plan = plan::makePlan(from, wanted, options);
        const QString script = plan::script(plan.forward, m_live.engine);
        CS_TRY(statements, sql::splitStatements(script, m_attempts.dialect(), u"plan"_s));
        route.statements = first;
        for (const sql::Statement &statement : statements) {
            route.statements << statement.text;
        }
        route.losesData = lostBy(plan.comparison.differences, from, m_request.productionRows);
        if (route.statements.isEmpty() && plan.comparison.differences.empty()) {
            route.rehearsed = true;
            route.arrives = true;
            return route;
        }
        CS_CHECK(rehearse(route, wanted));
        return route;
    }

    Attempts m_attempts;
    const Schema &m_live;
    const Request &m_request;
    const diff::Options &m_options;
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
    bool behind = false;  // after the first statement that is certainly missing
    QString begin;        // of the script's transaction that the statement is in
    bool isBegun = false; // it is in the list already
    const auto add = [&](const QString &sql) {
        if (!begin.isEmpty() && !std::exchange(isBegun, true)) {
            left << begin;
        }
        left << sql;
    };
    for (std::size_t i = 0; i < report.statements.size(); ++i) {
        const StatementRun &run = trail.statements[i];
        if (run.outcome != Outcome::Ok) {
            return std::nullopt;
        }
        const StatementKind kind = kindOf(run.sql, sql::dialectOf(trail.base->engine));
        if (kind.transaction == TransactionControl::Rollback) {
            return std::nullopt;
        }
        if (kind.transaction == TransactionControl::Begin) {
            begin = run.sql;
            isBegun = false;
            continue;
        }
        if (kind.transaction == TransactionControl::Commit) {
            if (std::exchange(isBegun, false)) {
                left << run.sql;
            }
            begin.clear();
            continue;
        }
        switch (report.statements[i].state) {
        case StatementState::Applied:
        case StatementState::Partly:
            break;
        case StatementState::NotApplied:
            add(run.sql);
            behind = true;
            break;
        case StatementState::Unknown:
            // With effects: whether it is right to run it or to leave it out, the rehearsal will show.
            if (report.statements[i].nothingLeft && !behind) {
                break;
            }
            if (behind || i >= lastApplied) {
                add(run.sql);
                if (kind.dataOnly && !behind) {
                    doubt +=
                        u"Statement %1 changes data only and may have run already: look before running it again. "_s
                            .arg(run.index);
                }
            }
            break;
        }
    }
    const bool settingsOnly = std::ranges::all_of(
        left, [&trail](const QString &sql) { return kindOf(sql, sql::dialectOf(trail.base->engine)).setting; });
    return settingsOnly ? QStringList() : left;
}

/// A plan between schemas brings back no rows: says which statements' rows are still to be seen to.
void nameRowsLeft(Route &route, const VerifyReport &report, const Rehearsal &trail)
{
    QStringList left;
    bool missing = false;
    for (std::size_t i = 0; i < report.statements.size(); ++i) {
        const StatementVerdict &verdict = report.statements[i];
        const bool isSettled = verdict.state == StatementState::Applied || verdict.nothingLeft;
        if (isSettled || !kindOf(trail.statements[i].sql, sql::dialectOf(trail.base->engine)).dataOnly) {
            continue;
        }
        left << QString::number(verdict.index);
        missing = missing || verdict.state != StatementState::Unknown;
    }
    if (!left.isEmpty()) {
        route.arrives = route.arrives && !missing;
        route.problem = (route.problem + u" The rows of statement %1 are not in this plan: look what is missing, and "
                                         "complete it by hand."_s.arg(left.join(u", "_s)))
                            .trimmed();
    }
}

/// A way back between schemas leaves rows as they are: says what statements did to them.
void nameRowsThatStay(Route &route, const VerifyReport &report, const Rehearsal &trail)
{
    for (std::size_t i = 0; i < report.statements.size() && i < trail.statements.size(); ++i) {
        const StatementVerdict &verdict = report.statements[i];
        const bool isIdle = verdict.state == StatementState::NotApplied || verdict.nothingLeft;
        const QString line = isIdle ? QString() : rowsTouched(trail, trail.statements[i], true);
        if (!line.isEmpty()) {
            route.losesData << line + (verdict.state == StatementState::Unknown ? u" (if it ran)"_s : QString());
        }
    }
}

/// The one statement that took effect in part, with everything before it done and nothing after it; -1 where it is
/// otherwise.
int partlyAtTheEnd(const VerifyReport &report, const Rehearsal &trail)
{
    int partly = -1;
    for (std::size_t i = 0; i < report.statements.size(); ++i) {
        const StatementVerdict &verdict = report.statements[i];
        const StatementKind kind = kindOf(trail.statements[i].sql, sql::dialectOf(trail.base->engine));
        const bool leavesNothing = verdict.nothingLeft || kind.setting || kind.transaction != TransactionControl::None;
        if (verdict.state == StatementState::Partly) {
            if (partly >= 0 || kind.dataOnly) {
                return -1; // no plan brings the rest of its rows
            }
            partly = static_cast<int>(i);
        } else if (!leavesNothing && (verdict.state == StatementState::Applied) != (partly < 0)) {
            return -1;
        }
    }
    return partly >= 0 && report.drift.empty() && trail.statements[static_cast<std::size_t>(partly)].after ? partly
                                                                                                           : -1;
}

/// The rest of a statement that took effect in part, then the migration's own ones, which know about rows.
Result<std::optional<Route>> restOfStatement(RouteFinder &finder, const VerifyReport &report, const Rehearsal &trail,
                                             const Schema &wanted)
{
    const int partly = partlyAtTheEnd(report, trail);
    if (partly < 0) {
        return std::optional<Route>();
    }
    const auto at = static_cast<std::size_t>(partly);
    VerifyReport then = report;
    then.statements[at].state = StatementState::Applied;
    QString doubt;
    const auto own = ownStatementsLeft(then, trail, doubt);
    Rehearsal until = trail;
    until.statements.resize(at + 1);
    CS_TRY(route, finder.planned(*trail.statements[at].after, observedRenames(until), observedLabels(until)));
    if (!own || !route.arrives) {
        return std::optional<Route>();
    }
    route.statements += *own;
    CS_CHECK(finder.rehearse(route, wanted));
    route.problem = route.arrives ? doubt.trimmed() : route.problem;
    route.losesData = finder.lost(wanted, observedRenames(trail));
    return route.arrives ? std::optional(route) : std::nullopt;
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
            route.losesData = finder.lost(wanted, observedRenames(trail));
            return route;
        }
    }
    CS_TRY(rest, restOfStatement(finder, report, trail, wanted));
    if (rest) {
        return *rest;
    }
    CS_TRY(route, finder.planned(wanted, observedRenames(trail), observedLabels(trail)));
    nameRowsLeft(route, report, trail);
    return route;
}

} // namespace

Result<VerifyReport> verify(ScratchPool &pool, const Schema &live, const Request &request, const Rehearsal &trail,
                            const std::optional<Schema> &expected, const diff::Options &asked,
                            const base::ProgressSink &progress, std::stop_token stop,
                            const std::vector<DataAnswer> &rows)
{
    const diff::Options options = withoutAccounts(asked, live.engine, trail.circumstances.ownRoles);
    VerifyReport report = judge(live, trail, expected, options, rows);
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
    CS_TRY(back, finder.planned(*trail.base, undone(observedRenames(trail)), undone(observedLabels(trail))));
    report.back = std::move(back);
    nameRowsThatStay(report.back, report, trail);
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

#include "rehearsal/onward.h"

#include "rehearsal/rowsverdict.h"
#include "rehearsal/statementkind.h"

#include <utility>

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using base::Result;
using schema::EngineKind;
using schema::Schema;

namespace {

/// More statements would take minutes: each point is a rehearsal of its own.
constexpr std::size_t mostStatements = 100;

/// Statements as a script that is split into the same ones again.
QString scriptOf(const QStringList &statements, EngineKind engine)
{
    if (engine == EngineKind::MySql || engine == EngineKind::MariaDb) {
        return u"DELIMITER ;;\n"_s + statements.join(u"\n;;\n"_s) + u"\n;;\n"_s;
    }
    return statements.join(u";\n"_s) + u";\n"_s;
}

/// The statements from @p point on (0-based), after what earlier ones set for the session and, where the point lies in
/// a transaction of the script, after its begin.
QStringList statementsFrom(const Rehearsal &told, std::size_t point, EngineKind engine)
{
    QStringList statements;
    qsizetype begun = -1;
    for (std::size_t i = 0; i < point; ++i) {
        const StatementKind kind = kindOf(told.statements[i].sql, sql::dialectOf(engine));
        if (kind.transaction == TransactionControl::Begin) {
            begun = statements.size();
            statements << told.statements[i].sql;
        } else if (begun >= 0 && (kind.transaction == TransactionControl::Commit ||
                                  kind.transaction == TransactionControl::Rollback)) {
            statements.removeAt(std::exchange(begun, -1));
        } else if (kind.setting) {
            statements << told.statements[i].sql;
        }
    }
    for (std::size_t i = point; i < told.statements.size(); ++i) {
        statements << told.statements[i].sql;
    }
    return statements;
}

/// Only the session feels it: where such a statement stands is never a question.
bool leavesNothing(const StatementRun &run, EngineKind engine)
{
    const StatementKind kind = kindOf(run.sql, sql::dialectOf(engine));
    return kind.setting || kind.readsOnly || kind.transaction != TransactionControl::None;
}

/// The rehearsal of the rest of the script as one of the whole, whose first statements changed nothing.
Rehearsal wholeTrail(const Rehearsal &told, const Rehearsal &rest, std::size_t point)
{
    Rehearsal whole = rest;
    whole.statements.assign(told.statements.begin(), told.statements.begin() + std::ptrdiff_t(point));
    for (StatementRun &run : whole.statements) {
        run.outcome = Outcome::Ok;
        run.error.reset();
        run.effects.clear();
        run.locks.clear();
        run.after = rest.base;
    }
    const std::size_t before = rest.statements.size() - (told.statements.size() - point); // settings and BEGIN
    for (std::size_t i = point; i < told.statements.size(); ++i) {
        StatementRun run = rest.statements[before + i - point];
        run.index = told.statements[i].index;
        run.file = told.statements[i].file;
        run.range = told.statements[i].range;
        whole.statements.push_back(std::move(run));
    }
    return whole;
}

StatementVerdict verdictOf(const StatementRun &run, std::size_t at, std::size_t first, std::size_t last,
                           EngineKind engine)
{
    const StatementKind kind = kindOf(run.sql, sql::dialectOf(engine));
    StatementVerdict verdict;
    verdict.index = run.index;
    if (leavesNothing(run, engine)) {
        verdict.nothingLeft = true;
        verdict.evidence = u"It changes nothing that stays"_s;
    } else if (at < first && (kind.dataOnly || kind.opaque)) {
        verdict.evidence = kind.dataOnly ? u"It changes data only; the catalog cannot show it"_s
                                         : u"It may do anything; the catalog cannot show whether it ran"_s;
    } else if (at < first) {
        verdict.state = StatementState::Applied;
        verdict.evidence =
            u"Run from here, the migration fails or leads elsewhere; begun after it, it leads to the expected schema\n"
            "Taken for granted: its statements ran in their order"_s;
    } else if (at >= last) {
        verdict.state = StatementState::NotApplied;
        verdict.evidence = u"Without it the expected schema is not reached from here"_s;
    } else {
        verdict.evidence =
            u"With it and without it the expected schema is reached from here: the catalog cannot tell"_s;
    }
    return verdict;
}

/// State and the SQL to finish, from the verdicts. @p first: the statement (0-based) from which on the rest was
/// rehearsed.
void conclude(VerifyReport &report, const Rehearsal &trail, std::size_t first, const QStringList &rest)
{
    bool anyApplied = false;
    bool anyMissing = false;
    int partly = 0;
    int lastApplied = 0;
    int firstInDoubt = 0;
    int lastInDoubt = 0;
    QStringList missed; // changes of rows that lie before what was rehearsed
    for (std::size_t i = 0; i < report.statements.size(); ++i) {
        const StatementVerdict &verdict = report.statements[i];
        if (verdict.state == StatementState::Applied) {
            anyApplied = true;
            lastApplied = verdict.index;
        } else if (verdict.state != StatementState::Unknown) {
            anyMissing = true;
            if (verdict.state == StatementState::Partly) {
                partly = verdict.index;
            }
            if (i < first) {
                missed << trail.statements[i].sql;
            }
        } else if (!verdict.nothingLeft) {
            firstInDoubt = firstInDoubt == 0 ? verdict.index : firstInDoubt;
            lastInDoubt = verdict.index;
        }
    }
    report.state = partly > 0 || (anyApplied && anyMissing) ? TargetState::HalfApplied
                   : firstInDoubt > 0                       ? TargetState::Ambiguous
                   : anyMissing                             ? TargetState::NotApplied
                                                            : TargetState::Applied;
    report.appliedInOrder = report.state == TargetState::Ambiguous && lastInDoubt < lastApplied;
    Route finish;
    finish.rehearsed = missed.isEmpty() && partly == 0;
    finish.arrives = finish.rehearsed;
    finish.statements = missed;
    if (anyMissing || lastInDoubt > int(first)) {
        finish.statements += rest;
    }
    if (partly > 0) {
        finish.problem =
            u"Statement %1 took effect for some rows only: complete them before running it again."_s.arg(partly);
    } else if (!missed.isEmpty()) {
        finish.problem = u"The changes of rows at the beginning were left out; only what follows them was rehearsed"_s;
    } else if (lastInDoubt > int(first)) {
        finish.problem = u"Statement %1 may have run already: look before running it again."_s.arg(
            std::max(firstInDoubt, int(first) + 1));
    }
    report.finish = std::move(finish);
}

} // namespace

Result<std::optional<Onward>> verifyOnward(ScratchPool &pool, const Schema &live, const Request &request,
                                           const Rehearsal &told, const Schema &expected, const diff::Options &options,
                                           const base::ProgressSink &progress, std::stop_token stop)
{
    const std::size_t count = told.statements.size();
    if (count == 0 || count > mostStatements) {
        return std::nullopt;
    }
    Request rest = request;
    rest.base = std::make_shared<const Schema>(live);
    rest.downSql.clear();
    std::optional<std::size_t> first;
    std::size_t last = 0;
    Rehearsal fromFirst;
    for (std::size_t point = 0; point < count; ++point) {
        base::report(progress, u"Trying the migration from each of its statements on"_s, int(point), int(count));
        const QStringList statements = statementsFrom(told, point, live.engine);
        rest.migrations = migrationsFromSql(scriptOf(statements, live.engine), request.migrations.path,
                                            migration::TransactionMode::None);
        CS_TRY(trail, rehearse(pool, rest, progress, stop));
        if (!trail.complete || trail.statements.size() != std::size_t(statements.size()) ||
            !completeness(trail, expected, options).matches) {
            continue;
        }
        last = point;
        if (!first) {
            first = point;
            fromFirst = std::move(trail);
        }
    }
    if (diff::compare(live, expected, options).differences.empty()) {
        last = count;
        if (!first) {
            first = count;
            fromFirst.base = rest.base;
            fromFirst.result = rest.base;
            fromFirst.complete = true;
        }
    }
    if (!first) {
        return std::nullopt;
    }
    Onward found;
    found.first = *first;
    found.rest = *first < count ? statementsFrom(told, *first, live.engine) : QStringList();
    found.trail = wholeTrail(told, fromFirst, *first);
    for (std::size_t i = 0; i < count; ++i) {
        found.report.statements.push_back(verdictOf(told.statements[i], i, *first, last, live.engine));
    }
    found.report.back.problem = u"The schema before the migration is not known"_s;
    conclude(found.report, found.trail, found.first, found.rest);
    return found;
}

void Onward::weigh(const std::vector<DataAnswer> &rows)
{
    judgeByRows(report.statements, rows);
    conclude(report, trail, first, rest);
}

} // namespace countersign::rehearsal

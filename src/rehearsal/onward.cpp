#include "rehearsal/onward.h"

#include "rehearsal/attempts.h"
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
/// a transaction of the script, after its begin. Those of @p without are left out.
QStringList statementsFrom(const Rehearsal &told, std::size_t point, EngineKind engine,
                           const std::set<std::size_t> &without = {})
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
        if (!without.contains(i)) {
            statements << told.statements[i].sql;
        }
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

/// What the points say of one statement. @p run: as it ran from the first point on; @p last: no point lies behind it.
StatementVerdict verdictOf(const StatementRun &run, std::size_t at, std::size_t first, std::size_t last, bool arrived,
                           EngineKind engine)
{
    const StatementKind kind = kindOf(run.sql, sql::dialectOf(engine));
    StatementVerdict verdict;
    verdict.index = run.index;
    const bool defines = !kind.dataOnly && !kind.opaque;
    if (leavesNothing(run, engine)) {
        verdict.nothingLeft = true;
        verdict.evidence = u"It changes nothing that stays"_s;
    } else if (at < first && !defines) {
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
    } else if (defines && arrived) {
        verdict.nothingLeft = true;
        verdict.evidence = u"The expected schema is there: nothing is left for it to do"_s;
    } else if (defines && run.effects.empty()) {
        verdict.nothingLeft = true;
        verdict.mayHaveRun = true;
        verdict.evidence = u"It changes nothing here: it ran, or what it makes was there before"_s;
    } else {
        verdict.evidence =
            u"With it and without it the expected schema is reached from here: the catalog cannot tell"_s;
    }
    return verdict;
}

/// What the verdicts say together.
struct Sum {
    bool anyApplied = false;
    bool anyMissing = false;
    bool mayHaveRun = false; ///< ahead of the first that did not
    int partly = 0;          ///< 1-based, as all numbers here; 0 for none
    int lastApplied = 0;
    int firstInDoubt = 0;
    int lastInDoubt = 0;
    QStringList missed; ///< changes of rows that lie before what was rehearsed
};

Sum sumOf(const Onward &onward)
{
    Sum sum;
    for (std::size_t i = 0; i < onward.report.statements.size(); ++i) {
        const StatementVerdict &verdict = onward.report.statements[i];
        if (verdict.state == StatementState::Applied) {
            sum.anyApplied = true;
            sum.lastApplied = verdict.index;
        } else if (verdict.state != StatementState::Unknown) {
            sum.anyMissing = true;
            sum.partly = verdict.state == StatementState::Partly ? verdict.index : sum.partly;
            if (i < onward.first || onward.arrived) {
                sum.missed << onward.trail.statements[i].sql;
            }
        } else {
            sum.mayHaveRun = sum.mayHaveRun || (verdict.mayHaveRun && !sum.anyMissing);
            if (!verdict.nothingLeft) {
                sum.firstInDoubt = sum.firstInDoubt == 0 ? verdict.index : sum.firstInDoubt;
                sum.lastInDoubt = verdict.index;
            }
        }
    }
    return sum;
}

/// The last statement that leaves anything is in place: the run came to the end.
bool endIsInPlace(const Onward &onward)
{
    for (std::size_t i = onward.report.statements.size(); i-- > 0;) {
        if (!leavesNothing(onward.trail.statements[i], onward.trail.base->engine)) {
            const StatementVerdict &verdict = onward.report.statements[i];
            return verdict.state == StatementState::Applied || (onward.arrived && verdict.nothingLeft);
        }
    }
    return false;
}

/// Where to go on from: behind what the rows show to have run at the beginning of the rest. Definitions with and
/// without which the schema comes out the same are left out up to the last point: run again, ALTER … TYPE … USING
/// converts the rows twice.
std::size_t beginOfRest(const Onward &onward)
{
    const auto settled = [&onward](std::size_t at) {
        const StatementVerdict &verdict = onward.report.statements[at];
        return verdict.state == StatementState::Applied || verdict.nothingLeft;
    };
    const auto definition = [&onward](std::size_t at) {
        const StatementKind kind = kindOf(onward.trail.statements[at].sql, sql::dialectOf(onward.trail.base->engine));
        return kind.mayChangeSchema() && !kind.opaque;
    };
    std::size_t point = onward.first;
    while (point < onward.last && (settled(point) || definition(point))) {
        ++point;
    }
    if (point == onward.last) {
        return point;
    }
    for (point = onward.first; point < onward.last && settled(point);) {
        ++point;
    }
    return point;
}

/// Changes of rows that were made: left out, they leave the schema as it is.
std::set<std::size_t> rowsInPlace(const Onward &onward)
{
    std::set<std::size_t> done;
    for (std::size_t i = 0; i < onward.report.statements.size(); ++i) {
        const StatementVerdict &verdict = onward.report.statements[i];
        if (verdict.state == StatementState::Applied &&
            kindOf(onward.trail.statements[i].sql, sql::dialectOf(onward.trail.base->engine)).dataOnly) {
            done.insert(i);
        }
    }
    return done;
}

/// State and the SQL to finish, from the verdicts.
void conclude(Onward &onward)
{
    VerifyReport &report = onward.report;
    const Sum sum = sumOf(onward);
    report.state = sum.partly > 0 || (sum.anyApplied && sum.anyMissing) ? TargetState::HalfApplied
                   : sum.firstInDoubt > 0                               ? TargetState::Ambiguous
                   : sum.anyMissing && sum.mayHaveRun                   ? TargetState::Ambiguous
                   : sum.anyMissing                                     ? TargetState::NotApplied
                                                                        : TargetState::Applied;
    report.appliedInOrder = report.state == TargetState::Ambiguous && !sum.anyMissing &&
                            (sum.lastInDoubt < sum.lastApplied || endIsInPlace(onward));
    const int first = static_cast<int>(onward.first);
    Route finish;
    finish.rehearsed = sum.missed.isEmpty() && sum.partly == 0;
    finish.arrives = finish.rehearsed;
    finish.statements = sum.missed;
    const std::size_t begin = beginOfRest(onward);
    if (!onward.arrived && (sum.anyMissing || sum.lastInDoubt > first)) {
        finish.statements += statementsFrom(onward.trail, begin, onward.trail.base->engine, rowsInPlace(onward));
    }
    if (sum.partly > 0) {
        finish.problem =
            u"Statement %1 took effect for some rows only: complete them before running it again."_s.arg(sum.partly);
    } else if (!sum.missed.isEmpty()) {
        finish.problem = u"The changes of rows at the beginning were left out; only what follows them was rehearsed"_s;
    } else if (onward.arrived && sum.firstInDoubt > 0) {
        finish.problem =
            u"The schema is the expected one; whether the rows of statement %1 were changed, look there."_s.arg(
                sum.firstInDoubt);
    } else if (sum.lastInDoubt > static_cast<int>(begin)) {
        QStringList maybe;
        for (const StatementVerdict &verdict : report.statements) {
            if (verdict.index > static_cast<int>(begin) && verdict.state == StatementState::Unknown &&
                !verdict.nothingLeft) {
                maybe << QString::number(verdict.index);
            }
        }
        finish.problem =
            u"May have run already: statement %1. Look before running it again."_s.arg(maybe.join(u", "_s));
    }
    report.finish = std::move(finish);
}

/// Tries the migration from its points on, on one scratch copy of the live schema.
class Trier
{
public:
    Trier(ScratchPool &pool, const Schema &live, const Request &request, const Rehearsal &told, const Schema &expected,
          const diff::Options &options, std::stop_token stop)
        : m_pool(pool), m_request(request), m_told(told), m_expected(expected), m_options(options),
          m_stop(std::move(stop))
    {
        m_request.base = std::make_shared<const Schema>(live);
        m_request.downSql.clear();
    }

    [[nodiscard]] const std::shared_ptr<const Schema> &live() const { return m_request.base; }

    /// The rehearsal from a point on, watched; nullopt where it does not lead to the expected schema.
    Result<std::optional<Rehearsal>> watched(std::size_t point, const base::ProgressSink &progress)
    {
        const EngineKind engine = live()->engine;
        const QStringList statements = statementsFrom(m_told, point, engine);
        Request request = m_request;
        request.migrations = migrationsFromSql(scriptOf(statements, engine), m_request.migrations.path,
                                               migration::TransactionMode::None);
        CS_TRY(trail, rehearse(m_pool, request, progress, m_stop));
        const bool whole = trail.complete && trail.statements.size() == static_cast<std::size_t>(statements.size());
        return whole && completeness(trail, m_expected, m_options).matches ? std::optional(std::move(trail))
                                                                           : std::nullopt;
    }

    /// The same, without a look at what each statement does.
    Result<bool> leads(std::size_t point, const base::ProgressSink &progress)
    {
        const EngineKind engine = live()->engine;
        if (engine == EngineKind::Sqlite) { // in its own process: cheap, and another one is not to be had
            CS_TRY(trail, watched(point, progress));
            return trail.has_value();
        }
        if (!m_attempts) {
            CS_TRY(scratch, m_pool.take(engine, Contents::BuiltLater, m_stop));
            m_attempts.emplace(std::move(scratch), live(), m_request.deadline, m_stop);
            CS_CHECK(m_attempts->build(progress));
        }
        CS_TRY(trail, m_attempts->run(statementsFrom(m_told, point, engine), m_request.migrations.path));
        return trail.complete && completeness(trail, m_expected, m_options).matches;
    }

    /// A statement names what could not be built here, such as a view whose table is gone (MySQL family): that the
    /// migration fails here says nothing then. Known after leads().
    [[nodiscard]] bool lacksWhatIsNamed() const
    {
        if (!m_attempts) {
            return false;
        }
        const auto shortfall = diff::compare(*live(), m_attempts->built(), {}).differences;
        return std::ranges::any_of(shortfall, [this](const diff::Difference &lacking) {
            return lacking.change == diff::Change::Removed &&
                   std::ranges::any_of(m_told.statements, [&lacking](const StatementRun &run) {
                       return run.sql.contains(lacking.id.name, Qt::CaseInsensitive);
                   });
        });
    }

private:
    ScratchPool &m_pool;
    Request m_request;
    const Rehearsal &m_told;
    const Schema &m_expected;
    const diff::Options &m_options;
    std::stop_token m_stop;
    std::optional<Attempts> m_attempts;
};

} // namespace

Result<std::optional<Onward>> verifyOnward(ScratchPool &pool, const Schema &live, const Request &request,
                                           const Rehearsal &told, const Schema &expected, const diff::Options &options,
                                           const base::ProgressSink &progress, std::stop_token stop)
{
    const std::size_t count = told.statements.size();
    if (count == 0 || count > mostStatements) {
        return std::nullopt;
    }
    Trier trier(pool, live, request, told, expected, options, stop);
    const bool arrived = diff::compare(live, expected, options).differences.empty();
    std::optional<std::size_t> first;
    for (std::size_t point = 0; point < count && !first; ++point) {
        base::report(progress, u"Trying the migration from each of its statements on"_s, int(point), int(count));
        CS_TRY(leads, trier.leads(point, progress));
        first = leads ? std::optional(point) : std::nullopt;
    }
    if ((!first && !arrived) || trier.lacksWhatIsNamed()) {
        return std::nullopt;
    }
    std::size_t last = arrived ? count : *first;
    for (std::size_t point = count; !arrived && --point > last;) {
        base::report(progress, u"Trying the migration from each of its statements on"_s, int(point), int(count));
        CS_TRY(leads, trier.leads(point, progress));
        last = leads ? point : last;
    }
    Rehearsal fromFirst;
    fromFirst.base = trier.live();
    fromFirst.result = trier.live();
    fromFirst.complete = true;
    if (first) {
        CS_TRY(trail, trier.watched(*first, progress));
        if (!trail) {
            return std::nullopt; // of a script that does another thing each time nothing is to be said
        }
        fromFirst = *std::move(trail);
    }
    Onward found;
    found.first = first.value_or(count);
    found.last = last;
    found.arrived = arrived;
    found.trail = wholeTrail(told, fromFirst, found.first);
    for (std::size_t i = 0; i < count; ++i) {
        found.report.statements.push_back(
            verdictOf(found.trail.statements[i], i, found.first, last, arrived, live.engine));
    }
    if (last > 0) {
        found.report.back.problem = u"The schema before the migration is not known"_s;
    }
    conclude(found);
    return found;
}

void Onward::weigh(const std::vector<DataAnswer> &rows)
{
    judgeByRows(report.statements, rows);
    conclude(*this);
}

void doubtWhatIsThere(VerifyReport &report, const Rehearsal &trail)
{
    bool mayHaveRun = false;
    bool missing = false;
    for (std::size_t i = 0; i < report.statements.size(); ++i) {
        StatementVerdict &verdict = report.statements[i];
        const StatementRun &run = trail.statements[i];
        missing = missing || verdict.state == StatementState::NotApplied;
        const StatementKind kind = kindOf(run.sql, sql::dialectOf(trail.base->engine));
        if (verdict.state == StatementState::Unknown && run.outcome == Outcome::Ok && run.effects.empty() &&
            kind.mayChangeSchema() && !kind.opaque) {
            verdict.mayHaveRun = true;
            verdict.evidence = u"It changes nothing here: it ran, or what it makes was there before"_s;
            mayHaveRun = mayHaveRun || !missing;
        }
    }
    if (mayHaveRun && report.state == TargetState::NotApplied) {
        report.state = TargetState::Ambiguous;
    }
}

} // namespace countersign::rehearsal

#include "plan/plan.h"
#include "rehearsal/dataloss.h"
#include "rehearsal/rehearse.h"
#include "rehearsal/runner.h"

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using base::Result;
using schema::Schema;

namespace {

using Clock = std::chrono::steady_clock;

class WayBack
{
public:
    WayBack(Scratch &scratch, const Script &up, const Script &down, std::shared_ptr<const Schema> base,
            Clock::time_point until, std::stop_token stop)
        : m_scratch(scratch), m_up(up), m_down(down), m_base(std::move(base)), m_until(until), m_stop(std::move(stop))
    {
    }

    [[nodiscard]] bool timeIsOver() const { return Clock::now() >= m_until; }

    /// @p statements of the way up on their own, then the way back as its tool runs it. Nothing when the way up did not
    /// get that far, or the time was over.
    Result<std::optional<Reversal>> from(int statements)
    {
        CS_CHECK(m_scratch.reset(m_stop));
        if (statements > 0) {
            RunOptions options = inTime();
            options.autocommit = true;
            options.upTo = statements;
            CS_TRY(trail, runScript(m_scratch, m_up, m_base, options, {}, m_stop));
            if (!trail.complete) {
                return std::nullopt;
            }
            CS_CHECK(m_scratch.reconnect(m_stop));
        }
        CS_TRY(trail, runScript(m_scratch, m_down, m_base, inTime(), {}, m_stop));
        if (!trail.result || timeIsOver()) {
            return std::nullopt;
        }
        return reversalOf(trail, statements);
    }

    /// True where from() can be had cheaper: PostgreSQL undoes definitions, so one transaction leads through all
    /// states, and what the way back does in one is rolled back before the next.
    [[nodiscard]] bool canWalk() const
    {
        const auto plain = [this](const Script &script) {
            for (const ScriptFile &file : script) {
                for (const sql::Statement &statement : file.statements) {
                    const StatementKind kind = kindOf(statement.text, m_scratch.dialect());
                    static const QSet<QString> unknown{u"DO"_s, u"CALL"_s, u"EXECUTE"_s, u"PREPARE"_s, u"DISCARD"_s};
                    // The way back begins with a session of its own: settings must not reach it.
                    const bool timeout =
                        kind.words.contains(u"LOCK_TIMEOUT"_s) || kind.words.contains(u"STATEMENT_TIMEOUT"_s);
                    if (kind.transaction != TransactionControl::None || kind.refusesTransaction ||
                        (kind.setting && !timeout && kind.words.value(0) != u"ANALYZE") ||
                        !statement.copyData.isEmpty() || unknown.contains(kind.words.value(0))) {
                        return false;
                    }
                }
            }
            return true;
        };
        return m_scratch.engineKind() == schema::EngineKind::PostgreSql && plain(m_up) && plain(m_down);
    }

    /// The states after statements 1 to @p last, by savepoints. Fewer when a statement that stood alone does not run in
    /// a transaction with the others, or the time was over.
    Result<std::vector<Reversal>> walk(int last)
    {
        std::vector<Reversal> reversals;
        CS_CHECK(m_scratch.reset(m_stop));
        CS_CHECK(m_scratch.session().run(u"BEGIN"_s, m_stop));
        int state = 0;
        for (const ScriptFile &file : m_up) {
            for (const sql::Statement &statement : file.statements) {
                if (++state > last || timeIsOver() || !m_scratch.session().run(statement.text, m_stop)) {
                    break;
                }
                CS_CHECK(m_scratch.session().run(u"SAVEPOINT countersign_state"_s, m_stop));
                RunOptions options = inTime();
                options.nested = true;
                CS_TRY(trail, runScript(m_scratch, m_down, m_base, options, {}, m_stop));
                if (!trail.result || timeIsOver()) {
                    break;
                }
                reversals.push_back(reversalOf(trail, state));
                CS_CHECK(m_scratch.session().run(u"ROLLBACK TO SAVEPOINT countersign_state"_s, m_stop));
            }
            if (static_cast<int>(reversals.size()) < state) {
                break;
            }
        }
        static_cast<void>(m_scratch.session().run(u"ROLLBACK"_s, std::stop_token()));
        return reversals;
    }

private:
    [[nodiscard]] Reversal reversalOf(const Rehearsal &trail, int statements) const
    {
        Reversal reversal;
        reversal.fromStatement = statements;
        reversal.succeeded = trail.complete;
        if (const int failed = trail.failedStatement(); failed > 0) {
            const StatementRun &run = trail.statements[static_cast<std::size_t>(failed) - 1];
            reversal.error = run.error ? run.error : base::notAllowed(run.refusal, run.file);
        }
        reversal.left = diff::compare(*m_base, *trail.result, {}).differences;
        reversal.restoresBase = reversal.left.empty();
        return reversal;
    }

    [[nodiscard]] RunOptions inTime() const
    {
        RunOptions options;
        options.observe = false;
        options.deadline = std::max(std::chrono::milliseconds(1),
                                    std::chrono::duration_cast<std::chrono::milliseconds>(m_until - Clock::now()));
        return options;
    }

    Scratch &m_scratch;
    const Script &m_up;
    const Script &m_down;
    std::shared_ptr<const Schema> m_base;
    Clock::time_point m_until;
    std::stop_token m_stop;
};

/// The states worth trying: the full one first, then after each statement from the first on.
std::vector<int> statesOf(const Rehearsal &rehearsal)
{
    std::vector<int> states;
    const int ran = static_cast<int>(std::ranges::count(rehearsal.statements, Outcome::Ok, &StatementRun::outcome));
    if (ran > 0) {
        states.push_back(ran);
    }
    for (int state = 1; state < ran; ++state) {
        states.push_back(state);
    }
    return states;
}

} // namespace

Result<Reversibility> reversibility(ScratchPool &pool, const Request &request, const Rehearsal &rehearsal,
                                    const base::ProgressSink &progress, std::stop_token stop)
{
    Reversibility answer;
    const sql::Dialect dialect = sql::dialectOf(request.base->engine);
    const std::vector<int> states = statesOf(rehearsal);
    if (states.empty() || !rehearsal.result) {
        answer.whyNotRun = u"No statement of the migration ran, so there is nothing to go back from"_s;
        return answer;
    }
    const Schema &full = rehearsal.complete ? *rehearsal.result
                         : rehearsal.statements[static_cast<std::size_t>(states.front()) - 1].after
                             ? *rehearsal.statements[static_cast<std::size_t>(states.front()) - 1].after
                             : *rehearsal.result;
    CS_TRY(up, upScript(request.migrations, dialect));
    CS_TRY(down, downScript(request.migrations, request.downSql, dialect));
    if (down.empty()) {
        answer.generated = true;
        answer.sql = plan::script(plan::makePlan(full, *rehearsal.base, {}).forward, request.base->engine);
        const auto ours = migrationsFromSql(answer.sql, u"generated rollback"_s, migration::TransactionMode::None);
        CS_TRY(generated, upScript(ours, dialect));
        down = std::move(generated);
    } else {
        for (const ScriptFile &file : down) {
            for (const sql::Statement &statement : file.statements) {
                answer.sql += statement.text + u";\n"_s;
            }
        }
    }
    CS_TRY(scratch, pool.take(request.base->engine, stop));
    CS_CHECK(scratch->build(*request.base, progress, stop));
    WayBack way(*scratch, up, down, rehearsal.base, Clock::now() + request.deadline, stop);
    answer.ran = true;
    answer.complete = true;
    std::set<int> walked;
    for (const int state : states) {
        if (walked.contains(state)) {
            continue;
        }
        base::report(progress, u"Going back from statement %1"_s.arg(state), static_cast<int>(answer.reversals.size()),
                     static_cast<int>(states.size()));
        CS_TRY(reversal, way.from(state));
        if (!reversal || way.timeIsOver()) {
            answer.complete = false;
            if (way.timeIsOver()) {
                break;
            }
            continue;
        }
        answer.reversals.push_back(std::move(*reversal));
        // The full state, from which people go back most, is tried as the tool would run it; the others may be walked.
        if (walked.empty() && states.size() > 2 && way.canWalk()) {
            base::report(progress, u"Going back from every statement"_s);
            CS_TRY(steps, way.walk(states.front() - 1));
            for (Reversal &step : steps) {
                walked.insert(step.fromStatement);
                answer.reversals.push_back(std::move(step));
            }
            walked.insert(0); // once
        }
    }
    if (!answer.reversals.empty() && answer.reversals.front().fromStatement == states.front()) {
        answer.restoresBase = answer.reversals.front().restoresBase;
    }
    const auto upDifferences = diff::compare(*rehearsal.base, full, {}).differences;
    const auto downDifferences = diff::compare(full, *rehearsal.base, {}).differences;
    answer.losesData = lostOnTheWayBack(upDifferences, downDifferences, *rehearsal.base, full, request.productionRows);
    return answer;
}

} // namespace countersign::rehearsal

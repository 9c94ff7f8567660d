#include "plan/plan.h"
#include "rehearsal/dataloss.h"
#include "rehearsal/observedrenames.h"
#include "rehearsal/ownname.h"
#include "rehearsal/rehearse.h"
#include "rehearsal/runner.h"
#include "rehearsal/scratchserver.h"

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using base::Result;
using schema::Schema;

namespace {

using Clock = std::chrono::steady_clock;

class WayBack
{
public:
    /// @p undoes: for each file of @p down the file of @p up (0-based) that it undoes; empty when it is one way back
    /// for all of them.
    WayBack(Scratch &scratch, const Script &up, const Script &down, std::vector<std::size_t> undoes,
            const Rehearsal &rehearsal, Clock::time_point until, std::stop_token stop)
        : m_scratch(scratch), m_up(up), m_down(down), m_undoes(std::move(undoes)), m_rehearsal(rehearsal),
          m_base(rehearsal.base), m_until(until), m_stop(std::move(stop)),
          m_makesNoRows(makesNoRows(up) && makesNoRows(down))
    {
    }

    [[nodiscard]] bool timeIsOver() const { return Clock::now() >= m_until; }

    /// The way back after statement @p state is the one after the statement before: it was a BEGIN, a COMMIT, a
    /// setting, and no file began with it, whose own way back would be run from here on.
    [[nodiscard]] bool isAsBefore(int state) const
    {
        const StatementKind kind =
            kindOf(m_rehearsal.statements[static_cast<std::size_t>(state) - 1].sql, m_scratch.dialect());
        const bool control =
            kind.transaction != TransactionControl::None && kind.transaction != TransactionControl::Rollback;
        return (kind.setting || control) && (m_undoes.empty() || begunAfter(state) == begunAfter(state - 1));
    }

    /// @p statements of the way up on their own, then the way back as its tool runs it. Nothing when the way up did not
    /// get that far, or the time was over.
    Result<std::optional<Reversal>> from(int statements)
    {
        CS_TRY(there, jump(statements));
        if (!there) {
            CS_CHECK(m_scratch.reset(m_stop));
        }
        m_ran = true;
        if (statements > 0 && !there) {
            RunOptions options = inTime();
            options.autocommit = true;
            options.readResult = false;
            options.upTo = statements;
            CS_TRY(trail, runScript(m_scratch, m_up, m_base, options, {}, m_stop));
            if (!trail.complete) {
                return std::nullopt;
            }
            CS_CHECK(m_scratch.reconnect(m_stop));
        }
        CS_TRY(trail, runScript(m_scratch, downFrom(statements), m_base, inTime(), {}, m_stop));
        if (!trail.result || timeIsOver()) {
            return std::nullopt;
        }
        return reversalOf(trail, statements);
    }

    /// True where from() can be had cheaper: PostgreSQL and SQLite undo definitions, so one transaction leads through
    /// all states, and what the way back does in one is rolled back before the next.
    [[nodiscard]] bool canWalk() const
    {
        const sql::Dialect dialect = m_scratch.dialect();
        return !schema::isMySqlFamily(dialect.engine) && canNest(m_up, dialect) && canNest(m_down, dialect);
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
                if (++state > last || timeIsOver()) {
                    break;
                }
                CS_TRY(reversal, walkOn(statement, state, reversals));
                if (!reversal) {
                    break;
                }
                reversals.push_back(std::move(*reversal));
            }
            if (static_cast<int>(reversals.size()) < state) {
                break;
            }
        }
        static_cast<void>(m_scratch.session().run(u"ROLLBACK"_s, std::stop_token()));
        return reversals;
    }

private:
    /// Files of the way there that a runner has begun after so many statements.
    [[nodiscard]] std::size_t begunAfter(int statements) const
    {
        std::size_t begun = 0;
        for (int before = 0; begun < m_up.size() && before < statements; ++begun) {
            before += static_cast<int>(m_up[begun].statements.size());
        }
        return begun;
    }

    /// The way back from the state after so many statements: what a runner has not begun it does not undo.
    [[nodiscard]] Script downFrom(int statements) const
    {
        const std::size_t begun = begunAfter(statements);
        Script down;
        for (std::size_t i = 0; i < m_down.size(); ++i) {
            if (i >= m_undoes.size() || m_undoes[i] < begun) {
                down.push_back(m_down[i]);
            }
        }
        return down;
    }

    /// One statement further, and back from there. Nothing when it cannot be known this way.
    Result<std::optional<Reversal>> walkOn(const sql::Statement &statement, int state,
                                           const std::vector<Reversal> &earlier)
    {
        const sql::Dialect dialect = m_scratch.dialect();
        const StatementKind kind = kindOf(statement.text, dialect);
        db::Session &session = m_scratch.session();
        const bool control = kind.transaction != TransactionControl::None;
        const QString here = m_scratch.runnable(m_scratch.underOwnName(statement.text));
        if (!control && !here.isEmpty() && !session.run(nestable(here, dialect), m_stop)) {
            return std::nullopt;
        }
        if (!earlier.empty() && isAsBefore(state)) {
            Reversal same = earlier.back();
            same.fromStatement = state;
            return same;
        }
        CS_CHECK(session.run(u"SAVEPOINT countersign_state"_s, m_stop));
        if (dialect.engine == schema::EngineKind::PostgreSql) { // as in the session of its own that people would have
            CS_CHECK(session.runAll(
                QStringList{u"RESET ALL"_s} + db::guardStatements(dialect.engine, untrustedOptions()), m_stop));
        }
        RunOptions options = inTime();
        options.nested = true;
        CS_TRY(trail, runScript(m_scratch, downFrom(state), m_base, options, {}, m_stop));
        if (!trail.result || timeIsOver() || !session.run(u"ROLLBACK TO SAVEPOINT countersign_state"_s, m_stop)) {
            return std::nullopt;
        }
        return reversalOf(trail, state);
    }

    [[nodiscard]] bool makesNoRows(const Script &script) const
    {
        for (const ScriptFile &file : script) {
            for (const sql::Statement &statement : file.statements) {
                const StatementKind kind = kindOf(statement.text, m_scratch.dialect());
                static const QSet<QString> makers{u"INSERT"_s, u"REPLACE"_s, u"LOAD"_s, u"COPY"_s};
                if (makers.contains(kind.words.value(0)) || (kind.opaque && !kind.readsOnly) ||
                    (kind.words.value(0) == u"CREATE" && kind.words.contains(u"SELECT"_s))) {
                    return false;
                }
            }
        }
        return true;
    }

    /// To the state after so many statements from where the last way back ended, which is often not far: MySQL family,
    /// where the way back from most states stops early. The first state is always reached by the script itself.
    Result<bool> jump(int statements)
    {
        if (!m_ran || !m_makesNoRows || statements < 1) {
            return false;
        }
        const auto &after = m_rehearsal.statements[static_cast<std::size_t>(statements) - 1].after;
        return after ? m_scratch.goTo(*after, m_stop) : Result<bool>(false);
    }

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
    std::vector<std::size_t> m_undoes;
    const Rehearsal &m_rehearsal;
    std::shared_ptr<const Schema> m_base;
    Clock::time_point m_until;
    std::stop_token m_stop;
    bool m_makesNoRows;
    bool m_ran = false;
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

bool saysRename(const Script &script, const sql::Dialect &dialect)
{
    return std::ranges::any_of(script, [&dialect](const ScriptFile &file) {
        return std::ranges::any_of(file.statements, [&dialect](const sql::Statement &statement) {
            const QStringList words = kindOf(statement.text, dialect).words;
            return words.contains(u"RENAME"_s) || words.contains(u"CHANGE"_s);
        });
    });
}

/// Those that have none where others have one.
QStringList filesWithoutDown(const migration::MigrationSet &set)
{
    QStringList without;
    qsizetype all = 0;
    for (const migration::Migration &one : set.migrations) {
        all += one.repeatable ? 0 : 1;
        if (!one.repeatable && !one.hasDown) {
            without << one.upPath;
        }
    }
    return without.size() == all ? QStringList() : without;
}

/// Of each file of the way back, in their order, which file of the way there (0-based) it undoes.
std::vector<std::size_t> undoneFiles(const migration::MigrationSet &set)
{
    std::vector<std::size_t> files;
    for (std::size_t i = set.migrations.size(); i-- > 0;) {
        if (!set.migrations[i].repeatable) {
            files.push_back(i);
        }
    }
    return files;
}

/// The renames that a way back with a RENAME of its own undoes: what it left under the new name is not among them.
std::vector<diff::Rename> kept(const std::vector<diff::Rename> &renames, const std::vector<diff::Difference> &left)
{
    std::vector<diff::Rename> undoneOnes = renames;
    std::erase_if(undoneOnes, [&left](const diff::Rename &rename) {
        return std::ranges::any_of(left, [&rename](const diff::Difference &one) {
            return one.id == rename.from || one.before == rename.from || one.id == rename.to;
        });
    });
    return undoneOnes;
}

/// The way back as we would plan it, when there is none.
Result<Script> offer(const Schema &full, const Schema &base, const diff::Options &options, Reversibility &answer)
{
    answer.generated = true;
    answer.sql = plan::script(plan::makePlan(full, base, options).forward, base.engine);
    const auto ours = migrationsFromSql(answer.sql, u"generated rollback"_s, migration::TransactionMode::None);
    return upScript(ours, sql::dialectOf(base.engine));
}

/// Goes back from every state, the full one first, as long as there is time.
Result<void> tryStates(WayBack &way, const std::vector<int> &states, Reversibility &answer,
                       const base::ProgressSink &progress)
{
    std::set<int> walked;
    for (const int state : states) {
        if (walked.contains(state)) {
            continue;
        }
        base::report(progress, u"Going back from statement %1"_s.arg(state), static_cast<int>(answer.reversals.size()),
                     static_cast<int>(states.size()));
        if (way.isAsBefore(state) && !answer.reversals.empty() && answer.reversals.back().fromStatement == state - 1) {
            Reversal same = answer.reversals.back();
            same.fromStatement = state;
            answer.reversals.push_back(std::move(same));
            continue;
        }
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
    return {};
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
    diff::Options there;
    diff::Options back;
    there.renames = observedRenames(rehearsal);
    back.renames = undone(there.renames);
    CS_TRY(scratch, pool.take(request.base->engine, Contents::BuiltLater, stop));
    CS_CHECK(scratch->build(*request.base, progress, stop));
    scratch->answerTo(databaseNamedBy(up, *request.base));
    const Clock::time_point until = Clock::now() + request.deadline;
    if (down.empty()) {
        answer.without = filesWithoutDown(request.migrations);
        CS_TRY(ours, offer(full, *rehearsal.base, back, answer));
        down = std::move(ours);
        if (!back.renames.empty()) {
            CS_TRY(reversal, WayBack(*scratch, up, down, {}, rehearsal, until, stop).from(states.front()));
            if (!reversal || !reversal->restoresBase) { // renaming back is not all of it
                there.renames.clear();
                CS_TRY(plain, offer(full, *rehearsal.base, {}, answer));
                down = std::move(plain);
            }
        }
    } else {
        for (const ScriptFile &file : down) {
            for (const sql::Statement &statement : file.statements) {
                answer.sql += statement.text + u";\n"_s;
            }
        }
    }
    Script both = up;
    both.insert(both.end(), down.begin(), down.end());
    scratch->answerTo(databaseNamedBy(both, *request.base));
    WayBack way(*scratch, up, down,
                answer.generated || !request.downSql.trimmed().isEmpty() ? std::vector<std::size_t>()
                                                                         : undoneFiles(request.migrations),
                rehearsal, until, stop);
    answer.ran = true;
    answer.complete = true;
    CS_CHECK(tryStates(way, states, answer, progress));
    if (!answer.reversals.empty() && answer.reversals.front().fromStatement == states.front()) {
        answer.restoresBase = answer.reversals.front().restoresBase;
    }
    if (!answer.generated && !saysRename(down, dialect)) {
        there.renames.clear(); // what was renamed comes back empty
    } else if (!answer.generated && !answer.reversals.empty()) {
        there.renames = kept(there.renames, answer.reversals.front().left);
    }
    back.renames = undone(there.renames);
    const auto upDifferences = diff::compare(*rehearsal.base, full, there).differences;
    const auto downDifferences = diff::compare(full, *rehearsal.base, back).differences;
    answer.losesData = lostOnTheWayBack(upDifferences, downDifferences, *rehearsal.base, full, request.productionRows) +
                       rowsNotReturned(rehearsal, down);
    return answer;
}

} // namespace countersign::rehearsal

#include "rehearsal/runner.h"

#include "rehearsal/containment.h"
#include "rehearsal/watchdog.h"

#include <functional>
#include <future>

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using base::Result;
using migration::TransactionMode;
using schema::EngineKind;
using schema::Schema;

namespace {

using Clock = std::chrono::steady_clock;

/// Does what needs no session beside the session's thread, one piece after the other.
class Background
{
public:
    void next(std::function<void()> work)
    {
        m_last = std::async(std::launch::async, [before = std::move(m_last), work = std::move(work)] {
            if (before.valid()) {
                before.wait();
            }
            work();
        });
    }
    void wait() const
    {
        if (m_last.valid()) {
            m_last.wait();
        }
    }

private:
    std::future<void> m_last; ///< waits in its destructor
};

/// ALTER DATABASE, COMMENT ON DATABASE: what is refused of them hangs on the name that the script gives.
bool isAboutDatabase(const QString &sql)
{
    return sql.startsWith(u"ALTER"_s, Qt::CaseInsensitive) || sql.startsWith(u"COMMENT"_s, Qt::CaseInsensitive);
}

class Runner
{
public:
    Runner(Scratch &scratch, const Script &script, std::shared_ptr<const Schema> base, const RunOptions &options,
           const base::ProgressSink &progress, std::stop_token stop)
        : m_scratch(scratch), m_script(script), m_options(options), m_progress(progress), m_caller(stop),
          m_watchdog(
              options.deadline, stop, [&scratch] { scratch.terminate(); }, [&scratch] { return scratch.outOfRoom(); }),
          m_stop(m_watchdog.token()), m_now(base)
    {
        m_trail.base = std::move(base);
        m_trail.circumstances.engine = m_trail.base->engine;
        m_trail.circumstances.productionEngine = m_trail.base->engine;
        m_trail.circumstances.engineVersion = scratch.session().versionText();
        m_trail.circumstances.productionVersion = m_trail.base->serverVersion;
        m_trail.circumstances.limits = scratch.limits();
        m_trail.circumstances.ownRoles = scratch.hasOwnRoles();
    }

    Result<Rehearsal> run()
    {
        listStatements();
        m_observer = m_scratch.observer();
        static_cast<void>(m_scratch.session().takeNotices());
        std::size_t at = 0;
        for (std::size_t file = 0; file < m_script.size(); ++file) {
            openTransaction(m_script[file].mode);
            for (const sql::Statement &statement : m_script[file].statements) {
                if (at >= m_trail.statements.size()) {
                    break;
                }
                StatementRun &run = m_trail.statements[at++];
                if (m_ended) {
                    run.transaction = m_transactionOpen ? m_transaction : 0; // where it would have run
                } else {
                    runOne(statement, run);
                }
            }
            const bool last = file + 1 == m_script.size() || m_script[file + 1].mode != TransactionMode::Whole;
            if (m_script[file].mode != TransactionMode::Whole || last) {
                closeTransaction();
            }
        }
        if (m_caller.stop_requested()) {
            return base::Fail(base::cancelled());
        }
        CS_CHECK(finish());
        return std::move(m_trail);
    }

private:
    void listStatements()
    {
        int index = 0;
        for (const ScriptFile &file : m_script) {
            for (const sql::Statement &statement : file.statements) {
                if (m_options.upTo > 0 && index >= m_options.upTo) {
                    return;
                }
                StatementRun run;
                run.index = ++index;
                run.file = file.path;
                run.sql = statement.text;
                run.range = statement.range;
                m_trail.statements.push_back(std::move(run));
            }
        }
    }

    void openTransaction(TransactionMode mode)
    {
        if (mode == TransactionMode::None || m_options.autocommit || m_transactionOpen) {
            return;
        }
        m_begun = !m_ended &&
                  m_scratch.session().run(m_options.nested ? u"SAVEPOINT countersign_file"_s : u"BEGIN"_s, m_stop);
        if (m_ended || m_begun) {
            m_transactionOpen = true;
            ++m_transaction;
        }
    }

    /// The tool commits what it opened; a constraint that was deferred fails here.
    void closeTransaction()
    {
        if (!m_transactionOpen) {
            return;
        }
        m_transactionOpen = false;
        const QString undo = m_options.nested ? u"ROLLBACK TO SAVEPOINT countersign_file"_s : u"ROLLBACK"_s;
        if (m_ended) {
            if (m_begun) {
                static_cast<void>(m_scratch.session().run(undo, std::stop_token()));
            }
            return;
        }
        if (const auto committed = m_scratch.session().run(
                m_options.nested ? u"RELEASE SAVEPOINT countersign_file"_s : u"COMMIT"_s, m_stop);
            !committed && !m_trail.statements.empty()) {
            StatementRun &last = lastRun();
            last.outcome = Outcome::Failed;
            last.error = committed.error().within(u"committing"_s);
            end(u"the transaction could not be committed"_s);
            static_cast<void>(m_scratch.session().run(undo, std::stop_token()));
        }
    }

    StatementRun &lastRun()
    {
        auto last = m_trail.statements.begin();
        for (auto it = m_trail.statements.begin(); it != m_trail.statements.end() && it->outcome == Outcome::Ok; ++it) {
            last = it;
        }
        return *last;
    }

    void end(const QString &why)
    {
        m_ended = true;
        m_trail.stopped = why;
    }

    void runOne(const sql::Statement &statement, StatementRun &run)
    {
        base::report(m_progress, u"Rehearsing statement %1"_s.arg(run.index), run.index,
                     static_cast<int>(m_trail.statements.size()));
        sql::Statement here = statement;
        here.text = m_scratch.underOwnName(statement.text);
        if (here.text.isEmpty()) {
            run.outcome = Outcome::Ok;
            run.notices << u"The scratch database is the one that it names"_s;
            m_comparing.next([this, &run] { run.after = m_now; });
            return;
        }
        run.refusal = refusal(isAboutDatabase(here.text) ? statement : here, m_scratch.dialect());
        if (!run.refusal.isEmpty()) {
            run.outcome = Outcome::Failed;
            end(u"statement %1 was refused: %2"_s.arg(run.index).arg(run.refusal));
            return;
        }
        const StatementKind kind = kindOf(here.text, m_scratch.dialect());
        if (kind.transaction != TransactionControl::None && (m_options.autocommit || m_options.nested)) {
            run.outcome = Outcome::Ok;
            if (m_options.nested) {
                nestTransaction(kind);
            }
            return;
        }
        if (!statement.copyData.isEmpty() || kind.talksToClient) {
            run.outcome = Outcome::Ok;
            m_comparing.next([this, &run] { run.after = m_now; });
            m_trail.circumstances.limits << u"The data lines of statement %1 were not loaded"_s.arg(run.index);
            return;
        }
        if (kind.refusesTransaction && m_transactionOpen && m_scratch.engineKind() == EngineKind::Sqlite) {
            run.notices << u"runs outside a transaction only"_s;
        }
        run.transaction = m_transactionOpen || m_scriptTransaction ? m_transaction : 0;
        const QString runnable = m_scratch.runnable(here.text);
        if (runnable.isEmpty()) {
            run.outcome = Outcome::Ok;
            run.notices << u"Done for the scratch server by its administrator, as far as it bears on the database"_s;
            m_comparing.next([this, &run] { run.after = m_now; });
            return;
        }
        m_doneBeside = runnable != here.text;
        execute(m_options.nested ? nestable(runnable, m_scratch.dialect()) : runnable, kind, run);
        for (const QString &notice : m_scratch.session().takeNotices()) {
            run.notices << withoutScratch(notice);
        }
        if (run.outcome == Outcome::Ok) {
            followTransaction(kind);
        }
    }

    void execute(const QString &sql, const StatementKind &kind, StatementRun &run)
    {
        if (m_options.observe) {
            m_observer->before(kind, sql, m_transactionOpen || m_scriptTransaction ? m_transaction : 0, m_stop);
        }
        const bool alone = m_options.nested && !m_transactionOpen;
        if (alone) {
            static_cast<void>(m_scratch.session().run(u"SAVEPOINT countersign_one"_s, m_stop));
        }
        const Clock::time_point begin = Clock::now();
        const auto rows = m_options.observe ? m_observer->run(m_scratch.session(), kind, sql, m_stop)
                                            : m_scratch.session().run(sql, m_stop);
        run.duration = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
        if (alone) {
            static_cast<void>(m_scratch.session().run(rows ? u"RELEASE SAVEPOINT countersign_one"_s
                                                           : u"ROLLBACK TO SAVEPOINT countersign_one"_s,
                                                      std::stop_token()));
        }
        if (!rows) {
            fail(run, rows.error());
            return;
        }
        run.outcome = Outcome::Ok;
        if (m_options.observe) {
            observe(kind, run);
        }
    }

    /// What the server says, without the name that the scratch database happens to have: it is another each time.
    [[nodiscard]] QString withoutScratch(QString text) const
    {
        const QString name = m_scratch.url().database;
        for (const QString &qualifier : {u'`' + name + u"`."_s, u'"' + name + u"\"."_s, name + u'.'}) {
            text.remove(qualifier);
        }
        return text.replace(name, u"the scratch database"_s)
            .replace(u'\'' + m_scratch.url().user + u"'@"_s, u"'scratch'@"_s);
    }

    void fail(StatementRun &run, const base::Error &error)
    {
        m_comparing.wait();
        run.outcome = Outcome::Failed;
        run.after = nullptr;
        run.error = error;
        run.error->message = withoutScratch(error.message);
        run.error->advice = withoutScratch(error.advice);
        if (m_watchdog.deadlinePassed()) {
            run.error = base::undecided(u"Stopped: the rehearsal's deadline of %1 s was over"_s.arg(
                                            static_cast<double>(m_options.deadline.count()) / 1000.0),
                                        run.file + u':' + QString::number(run.range.line));
            end(u"the deadline was over during statement %1"_s.arg(run.index));
        } else if (m_watchdog.ranOutOfRoom()) {
            run.error = base::undecided(u"Stopped: it was about to use up the room of the scratch server"_s,
                                        run.file + u':' + QString::number(run.range.line),
                                        u"A rehearsal has no rows of production: look at what makes that many"_s);
            end(u"the scratch server ran out of room during statement %1"_s.arg(run.index));
        } else {
            end(u"statement %1 failed"_s.arg(run.index));
        }
    }

    void observe(const StatementKind &kind, StatementRun &run)
    {
        std::shared_ptr<const Schema> before;
        if (m_observer->needsEffects()) {
            m_comparing.wait();
            before = m_now;
        }
        if (m_observer->look(kind, m_stop) || m_doneBeside) {
            auto fetched = m_scratch.fetch(m_doneBeside ? std::nullopt : m_observer->touched(), m_stop);
            if (!fetched) {
                fail(run, fetched.error().within(u"reading the schema after statement %1"_s.arg(run.index)));
                return;
            }
            m_comparing.next([this, &run, schema = std::move(*fetched)] {
                run.after = std::make_shared<const Schema>(schema());
                run.effects = diff::compare(*m_now, *run.after, {}).differences;
                m_now = run.after;
            });
        } else {
            m_comparing.next([this, &run] { run.after = m_now; });
        }
        if (m_observer->needsEffects()) {
            m_comparing.wait();
        }
        auto locks =
            m_observer->after(before ? *before : *m_trail.base, before ? *m_now : *m_trail.base, run.effects, m_stop);
        if (!locks) {
            fail(run, locks.error());
            return;
        }
        run.locks = std::move(*locks);
    }

    /// A savepoint of ours stands for the transaction that the script opens and commits itself.
    void nestTransaction(const StatementKind &kind)
    {
        if (kind.transaction == TransactionControl::Begin) {
            openTransaction(TransactionMode::PerFile);
        } else if (kind.transaction == TransactionControl::Commit) {
            closeTransaction();
        }
    }

    /// Statements between a BEGIN and a COMMIT of the script's own belong together as well.
    void followTransaction(const StatementKind &kind)
    {
        switch (kind.transaction) {
        case TransactionControl::Begin:
            if (!m_transactionOpen && !m_scriptTransaction) {
                m_scriptTransaction = true;
                ++m_transaction;
            }
            break;
        case TransactionControl::Commit:
        case TransactionControl::Rollback:
            m_scriptTransaction = false;
            m_transactionOpen = false;
            break;
        case TransactionControl::Savepoint:
        case TransactionControl::None:
            break;
        }
    }

    /// The result is what is really there: after a failure the tool's transaction has taken its statements along.
    Result<void> finish()
    {
        m_comparing.wait();
        if (!m_options.nested && (m_ended || m_scriptTransaction)) {
            static_cast<void>(m_scratch.session().run(u"ROLLBACK"_s, std::stop_token()));
        }
        m_trail.result = m_now;
        m_trail.circumstances.limits += m_scratch.takeNotes();
        if (m_ended ? m_options.readFailure : !m_options.observe && m_options.readResult) {
            auto read = m_scratch.read(std::stop_token());
            if (!read && (m_watchdog.deadlinePassed() || m_watchdog.ranOutOfRoom())) {
                m_trail.result = nullptr; // the session was ended from outside: nobody knows
                return {};
            }
            CS_TRY(result, std::move(read));
            m_trail.result = std::make_shared<const Schema>(std::move(result));
        }
        m_trail.complete = !m_ended && std::ranges::all_of(m_trail.statements, [](const StatementRun &run) {
            return run.outcome == Outcome::Ok;
        });
        return {};
    }

    Scratch &m_scratch;
    const Script &m_script;
    RunOptions m_options;
    const base::ProgressSink &m_progress;
    std::stop_token m_caller;
    Watchdog m_watchdog;
    std::stop_token m_stop;
    std::shared_ptr<const Schema> m_now; ///< the schema as last read; see m_comparing
    std::unique_ptr<Observer> m_observer;
    Rehearsal m_trail;
    int m_transaction = 0;            ///< number of the last one opened
    bool m_transactionOpen = false;   ///< by the tool, or would be had nothing failed before
    bool m_begun = false;             ///< it was really opened
    bool m_scriptTransaction = false; ///< by the script itself
    bool m_ended = false;
    bool m_doneBeside = false; ///< the administrator did part of the statement, which its session does not see
    /// Works on m_now and on after and effects of each statement; last, so that it ends before they do.
    Background m_comparing;
};

} // namespace

Result<Rehearsal> runScript(Scratch &scratch, const Script &script, std::shared_ptr<const Schema> base,
                            const RunOptions &options, const base::ProgressSink &progress, std::stop_token stop)
{
    return Runner(scratch, script, std::move(base), options, progress, stop).run();
}

} // namespace countersign::rehearsal

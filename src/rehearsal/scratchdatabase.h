#pragma once

#include "base/progress.h"
#include "db/session.h"
#include "engine/reread.h"
#include "rehearsal/rehearsal.h"
#include "rehearsal/statementkind.h"
#include "sql/dialect.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace countersign::rehearsal {

/// Watches one scratch session for what a statement locks, rewrites and scans. Used around each statement, in the
/// thread of the session.
class Observer
{
public:
    Observer() = default;
    Observer(const Observer &) = delete;
    Observer &operator=(const Observer &) = delete;
    virtual ~Observer() = default;

    /// Called before the statement runs; @p transaction: the number of the one that the tool or the script has open, 0
    /// for none.
    virtual void before(const StatementKind &kind, const QString &sql, int transaction, std::stop_token stop) = 0;
    /// Runs the statement, or variants of it that let the server say how it would do it. May leave a transaction of its
    /// own open until after().
    [[nodiscard]] virtual base::Result<db::Rows> run(db::Session &session, const StatementKind &kind,
                                                     const QString &sql, std::stop_token stop) = 0;
    /// Looks at once at what the statement left in the server. False when the schema is sure to be as it was.
    [[nodiscard]] virtual bool look(const StatementKind &kind, std::stop_token stop) = 0;
    /// After look(): all that the statement can have changed; nothing where that is not known.
    [[nodiscard]] virtual std::optional<engine::Touched> touched() const { return std::nullopt; }
    /// False when after() does without the schema and the effects: then they need not be known yet.
    [[nodiscard]] virtual bool needsEffects() const { return true; }
    /// What it took, after the schema was read. @p before is the schema before the statement, @p now the one after it
    /// (without needsEffects() both are the schema of the beginning). An error is the statement's own: a deferred
    /// constraint that fails at the end of its transaction.
    [[nodiscard]] virtual base::Result<std::vector<Lock>> after(const schema::Schema &before, const schema::Schema &now,
                                                                const std::vector<diff::Difference> &effects,
                                                                std::stop_token stop) = 0;
};

/// One throw-away database. Opened, used and closed in one thread; gone with this object.
class Scratch
{
public:
    Scratch() = default;
    Scratch(const Scratch &) = delete;
    Scratch &operator=(const Scratch &) = delete;
    virtual ~Scratch() = default;

    [[nodiscard]] virtual schema::EngineKind engineKind() const = 0;
    /// Where the untrusted SQL connects to.
    [[nodiscard]] virtual db::ConnectionUrl url() const = 0;
    /// Makes the database what @p base says, whatever it held, and remembers it: the second time it is a copy. limits()
    /// afterwards says where it fell short. Returns the schema as it was built. Errors are the server's own; an object
    /// that cannot be built is a limit.
    [[nodiscard]] virtual base::Result<std::shared_ptr<const schema::Schema>>
    build(const schema::Schema &base, const base::ProgressSink &progress, std::stop_token stop) = 0;
    /// Empty again, or the base last built, with a new session.
    [[nodiscard]] virtual base::Result<void> reset(std::stop_token stop) = 0;
    /// Makes the schema what @p target says, starting from what is there, with a new session; rows stay where they are.
    /// False when that is not to be had this way: reset() has to come next.
    [[nodiscard]] virtual base::Result<bool> goTo(const schema::Schema &, std::stop_token) { return false; }
    /// A new session to the database as it is: settings of the old one are gone, an open transaction is rolled back.
    [[nodiscard]] virtual base::Result<void> reconnect(std::stop_token stop) = 0;
    /// The session for SQL under review; opened by build() and reset().
    [[nodiscard]] virtual db::Session &session() = 0;
    [[nodiscard]] virtual std::unique_ptr<Observer> observer() = 0;
    /// The statement as the account of the scratch database may run it. What it has to leave out for that (a definer,
    /// on the MySQL family) is remembered, and read() says it. What only an administrator may do and production has
    /// done (a role that is named, an extension of a closed list) is done before; empty where that was all. Not before
    /// refusal() let it through.
    [[nodiscard]] virtual QString runnable(const QString &sql) { return sql; }
    /// From now on the script's @p database is this one; see ownname.h.
    void answerTo(const QString &database) { m_database = database; }
    /// The statement as it runs here, where it names the database that it is for. Empty: nothing is left to run.
    [[nodiscard]] QString underOwnName(const QString &sql) const;
    /// What runnable() took for granted since the last call, one line each.
    [[nodiscard]] QStringList takeNotes() { return std::exchange(m_notes, {}); }
    /// True when the server has used up half of the room that it found, or leaves less than 512 MiB of it: what runs is
    /// stopped before it takes the machine's memory or disk. Callable from any thread.
    [[nodiscard]] virtual bool outOfRoom() const { return false; }
    /// Ends the session from outside when it does not answer to a cancel. Callable from any thread.
    virtual void terminate() = 0;

    [[nodiscard]] sql::Dialect dialect() const { return sql::dialectOf(engineKind()); }
    [[nodiscard]] const QStringList &limits() const { return m_limits; }
    /// The server is a configured one, whose roles are not those of the base: owners and grants say nothing.
    [[nodiscard]] bool hasOwnRoles() const { return m_ownRoles; }
    /// Why what runs in it is not cut off from the network; empty when it is.
    [[nodiscard]] virtual QString exposure() const = 0;
    /// The schema as it is now, also inside an open transaction.
    [[nodiscard]] virtual base::Result<schema::Schema> read(std::stop_token stop);
    /// As read(); what needs no session may be left to the returned function, which is called once, in any thread.
    /// @p touched: all that can differ from the schema as it was read last; nothing where nobody knows.
    [[nodiscard]] virtual base::Result<std::function<schema::Schema()>>
    fetch(const std::optional<engine::Touched> &touched, std::stop_token stop);

protected:
    /// Runs the engine's steps from @p from to @p to through @p session, twice where the first pass left errors;
    /// returns what still failed, one line each.
    [[nodiscard]] static QStringList applySteps(db::Session &session, const schema::Schema &from,
                                                const schema::Schema &to, const base::ProgressSink &progress,
                                                std::stop_token stop);
    /// How what was built differs from what was asked, one line each.
    [[nodiscard]] QStringList shortfall(const schema::Schema &asked, const schema::Schema &built) const;

    QStringList m_limits;
    QStringList m_notes;
    QString m_database; ///< as scripts call it
    bool m_ownRoles = false;
};

} // namespace countersign::rehearsal

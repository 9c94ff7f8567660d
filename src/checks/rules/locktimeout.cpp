#include "checks/rules/rules.h"
#include "checks/rules/support.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

using Timeout = std::optional<std::chrono::milliseconds>; ///< absent: waits for ever

/// What a statement says about the lock timeout, and how long that holds.
struct Setting {
    enum class Holds : std::uint8_t { Session, Transaction, Statement };

    Holds holds = Holds::Session;
    bool restored = false; ///< to what the session began with
    Timeout timeout;
};

/// PostgreSQL's 0, and what is no duration, switch the timeout off.
std::optional<Setting> postgreSqlSetting(const Step &step)
{
    const StatementFacts &facts = step.facts;
    if (facts.functions.contains("set_config"_L1)) {
        static const QRegularExpression call(
            u"\\bset_config\\s*\\(\\s*'lock_timeout'\\s*,\\s*'([^']*)'\\s*,\\s*'?(t|on|y|1)?"_s,
            QRegularExpression::CaseInsensitiveOption);
        if (const auto match = call.match(step.sql()); match.hasMatch()) {
            return Setting{match.captured(2).isEmpty() ? Setting::Holds::Session : Setting::Holds::Transaction, false,
                           postgreSqlDuration(match.captured(1))};
        }
    }
    if (facts.setting != "lock_timeout"_L1) {
        return std::nullopt;
    }
    return Setting{facts.local ? Setting::Holds::Transaction : Setting::Holds::Session, facts.value.isEmpty(),
                   postgreSqlDuration(facts.value)};
}

std::optional<Setting> mySqlSetting(const StatementFacts &facts)
{
    const auto seconds = [](const QString &value) {
        return std::chrono::milliseconds(static_cast<qint64>(value.toDouble() * 1000));
    };
    for (const auto &[name, value] : facts.assignments) {
        if (name == "lock_wait_timeout"_L1) {
            return Setting{Setting::Holds::Session, value.compare("DEFAULT"_L1, Qt::CaseInsensitive) == 0,
                           seconds(value)};
        }
    }
    // ALTER TABLE … WAIT n and NOWAIT (MariaDB) speak for themselves only.
    return facts.setting == "lock_wait_timeout"_L1
               ? std::optional(Setting{Setting::Holds::Statement, false, seconds(facts.value)})
               : std::nullopt;
}

/// Follows the lock timeout through the sessions of a script. Every file is taken for a session of its own, unless all
/// are one transaction: that is how a client runs it, and the one before may have been applied on another day.
class TimeoutWatch
{
public:
    explicit TimeoutWatch(const CheckContext &context)
        : m_context(context), m_first(context.input().runner.lockTimeout), m_session(m_first)
    {
        if (!m_first && context.input().production != nullptr) {
            m_first = context.input().production->lockTimeout;
            m_session = m_first;
        }
    }

    /// The timeout under which the statement runs.
    Timeout follow(const Step &step)
    {
        const bool whole = m_context.input().runner.transaction == migration::TransactionMode::Whole;
        if (step.run->file != m_file && !whole) {
            m_file = step.run->file;
            m_session = m_first;
            m_transaction.reset();
        }
        // Without a transaction around it, a statement is one, with all that is inside it.
        const int scope = step.transaction > 0 ? step.transaction : -step.index();
        if (scope != m_scope) {
            m_scope = scope;
            m_transaction.reset();
            m_atBegin = m_session;
        }
        if (step.facts.verb == Verb::Rollback) {
            m_session = m_atBegin;
            m_transaction.reset();
        }
        const auto set = m_context.isPostgreSql()    ? postgreSqlSetting(step)
                         : m_context.isMySqlFamily() ? mySqlSetting(step.facts)
                                                     : std::nullopt;
        if (!set) {
            return m_transaction.value_or(m_session);
        }
        const Timeout timeout = set->restored ? m_first : set->timeout;
        switch (set->holds) {
        case Setting::Holds::Session:
            m_session = timeout;
            m_transaction.reset();
            break;
        case Setting::Holds::Transaction:
            m_transaction = timeout;
            break;
        case Setting::Holds::Statement:
            break;
        }
        return timeout;
    }

private:
    const CheckContext &m_context;
    Timeout m_first; ///< what the runner or the server gives every session
    Timeout m_session;
    Timeout m_atBegin;
    std::optional<Timeout> m_transaction;
    QString m_file;
    int m_scope = 0;
};

bool needsStrongLock(const CheckContext &context, const Step &step, QString &path)
{
    if (context.isMySqlFamily()) {
        const bool alters = step.facts.verb == Verb::AlterTable || step.facts.verb == Verb::DropTable ||
                            step.facts.verb == Verb::Truncate || step.facts.verb == Verb::CreateIndex ||
                            step.facts.verb == Verb::DropIndex;
        const schema::Table *table =
            alters && !step.facts.targets.empty() ? context.resolve(*step.before, step.facts.targets.front()) : nullptr;
        path = table == nullptr ? QString() : table->id().path();
        return table != nullptr && context.existed(step, path);
    }
    for (const rehearsal::Lock &lock : step.locks) {
        if ((lock.blocksWrites || lock.blocksReads) && context.existed(step, lock.object)) {
            path = lock.object;
            return true;
        }
    }
    return false;
}

void missing(const CheckContext &context, Findings &findings)
{
    TimeoutWatch watch(context);
    QSet<QString> files;
    for (const Step &step : context.steps()) {
        const Timeout timeout = watch.follow(step);
        QString path;
        const bool bounded = timeout && *timeout <= context.input().settings.lockTimeoutLimit;
        // Once a file is enough: one SET at its top answers all of them.
        if (bounded || step.facts.verb == Verb::Set || files.contains(step.run->file) ||
            !needsStrongLock(context, step, path) || context.sizeOf(step, path) == TableSize::Empty) {
            continue;
        }
        files.insert(step.run->file);
        const QString set =
            context.isPostgreSql() ? u"SET lock_timeout = '3s'"_s : u"SET SESSION lock_wait_timeout = 3"_s;
        findings.findings.push_back(
            finding(Severity::Warning, step.index(), path,
                    say("Finding", "The statement waits for its lock on %1 without a limit: behind it, every later "
                                   "query on %1 waits as well.")
                        .arg(path),
                    say("Finding", "Set a short lock timeout before it, and try again when it strikes."),
                    set + u";\n"_s + step.sql()));
    }
}

bool isWork(const Step &step, const QString &path)
{
    const rehearsal::Lock *lock = step.lockOn(path);
    const bool data = (step.facts.verb == Verb::Update || step.facts.verb == Verb::Delete ||
                       (step.facts.verb == Verb::Insert && step.facts.fromSelect));
    return lock != nullptr && (lock->scansTable || lock->rewritesTable || data);
}

/// The partitioned table at the top, or the table itself.
QString rootOf(const CheckContext &context, const Step &step, const QString &path)
{
    const schema::Table *table = context.resolve(*step.before, {path.section(u'.', 0, -2), path.section(u'.', -1)});
    return table == nullptr || table->partitionOf.isEmpty() ? path : rootOf(context, step, table->partitionOf);
}

void afterStrongLock(const CheckContext &context, Findings &findings)
{
    std::map<int, std::pair<const Step *, QString>> held;
    for (const Step &step : context.steps()) {
        if (step.transaction == 0) {
            continue;
        }
        const auto first = held.find(step.transaction);
        if (first != held.end() && first->second.first->run == step.run) {
            continue;
        }
        if (first != held.end()) {
            for (const rehearsal::Lock &lock : step.locks) {
                if (!context.existed(step, lock.object)) {
                    continue;
                }
                // What is read in a moment holds nobody up.
                constexpr qint64 fewRows = 1000;
                const auto rows = context.rowsOf(context.basePath(step, lock.object));
                const auto severity = rows && *rows <= fewRows && context.sizeOf(step, lock.object) == TableSize::Small
                                          ? std::nullopt
                                          : context.scaled(step, lock.object);
                const auto &[owner, path] = first->second;
                if (severity && isWork(step, lock.object)) {
                    findings.findings.push_back(finding(
                        *severity, step.index(), lock.object,
                        say("Finding",
                            "This works through %1 (%2) while the transaction still holds ACCESS EXCLUSIVE on %3 "
                            "from statement "
                            "%4.")
                            .arg(lock.object, context.sizeText(context.basePath(step, lock.object)), path,
                                 QString::number(owner->index())),
                        say("Finding", "Take one strong lock a transaction, as its last statement.")));
                } else if (lock.mode == "ACCESS EXCLUSIVE"_L1 &&
                           context.basePath(step, rootOf(context, step, lock.object)) !=
                               context.basePath(*owner, rootOf(context, *owner, path))) {
                    findings.findings.push_back(
                        finding(Severity::Warning, step.index(), lock.object,
                                say("Finding", "The transaction holds ACCESS EXCLUSIVE on %1 and now waits "
                                               "for %2: with another order elsewhere this "
                                               "deadlocks.")
                                    .arg(path, lock.object),
                                say("Finding", "Take one strong lock a transaction.")));
                }
            }
            continue;
        }
        for (const rehearsal::Lock &lock : step.locks) {
            if (lock.mode == "ACCESS EXCLUSIVE"_L1 && context.existed(step, lock.object)) {
                held.emplace(step.transaction, std::pair{&step, lock.object});
                break;
            }
        }
    }
}

void blockers(const CheckContext &context, Findings &findings)
{
    const auto *production = context.input().production;
    if (production == nullptr) {
        return;
    }
    for (const Step &step : context.steps()) {
        for (const rehearsal::Lock &lock : step.locks) {
            const QString base = context.basePath(step, lock.object);
            for (const Blocker &blocker : production->blockers) {
                if (!base.isEmpty() && (blocker.relation.isEmpty() || blocker.relation == base) &&
                    blocker.seconds >= 30) {
                    findings.findings.push_back(finding(
                        Severity::Warning, step.index(), base,
                        say("Finding",
                            "Right now %1 since %2 s: the statement queues behind it, and everything else behind the "
                            "statement.")
                            .arg(blocker.what, QString::number(blocker.seconds)),
                        say("Finding", "Wait for its end, or let a person decide to end it.")));
                }
            }
        }
    }
}

} // namespace

Rule missingLockTimeout()
{
    return {u"missing-lock-timeout"_s, servers(),
            say("Finding", "A statement waits for a strong lock without a limit."), Severity::Warning, missing};
}

Rule workAfterStrongLock()
{
    return {u"work-after-strong-lock"_s, postgreSql(),
            say("Finding", "Work goes on while an ACCESS EXCLUSIVE lock is held."), Severity::Warning, afterStrongLock};
}

Rule blockersPresent()
{
    return {u"blockers-present"_s, servers(), say("Finding", "Somebody holds what the migration needs."),
            Severity::Warning, blockers};
}

} // namespace countersign::checks::rules

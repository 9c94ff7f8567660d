#include "checks/rules/rules.h"
#include "checks/rules/support.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

/// The lock timeout that a SET of the script establishes; 0 for one that switches it off.
std::optional<std::chrono::milliseconds> timeoutOf(const CheckContext &context, const Step &step)
{
    const StatementFacts &facts = step.facts;
    if (context.isPostgreSql() && facts.functions.contains("set_config"_L1)) {
        static const QRegularExpression call(u"\\bset_config\\s*\\(\\s*'lock_timeout'\\s*,\\s*'([^']*)'"_s,
                                             QRegularExpression::CaseInsensitiveOption);
        if (const auto match = call.match(step.sql()); match.hasMatch()) {
            return postgreSqlDuration(match.captured(1)).value_or(std::chrono::milliseconds(0));
        }
    }
    if (context.isPostgreSql() && facts.setting == "lock_timeout"_L1) {
        return postgreSqlDuration(facts.value).value_or(std::chrono::milliseconds(0));
    }
    const auto seconds = [](const QString &value) {
        return std::chrono::milliseconds(static_cast<qint64>(value.toDouble() * 1000));
    };
    for (const auto &[name, value] : facts.assignments) {
        if (context.isMySqlFamily() && name == "lock_wait_timeout"_L1) {
            return seconds(value);
        }
    }
    if (context.isMySqlFamily() && facts.setting == "lock_wait_timeout"_L1) {
        return seconds(facts.value);
    }
    return std::nullopt;
}

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
    auto timeout = context.input().runner.lockTimeout;
    if (!timeout && context.input().production != nullptr) {
        timeout = context.input().production->lockTimeout;
    }
    for (const Step &step : context.steps()) {
        if (const auto set = timeoutOf(context, step)) {
            // NOWAIT is as short as it gets, while PostgreSQL's 0 means for ever.
            timeout = context.isPostgreSql() && set->count() == 0 ? std::nullopt : set;
            if (step.facts.verb == Verb::Set) {
                continue;
            }
        }
        QString path;
        const bool bounded = timeout && *timeout <= context.input().settings.lockTimeoutLimit;
        if (bounded || !needsStrongLock(context, step, path) || context.sizeOf(step, path) == TableSize::Empty) {
            continue;
        }
        const QString set =
            context.isPostgreSql() ? u"SET lock_timeout = '3s'"_s : u"SET SESSION lock_wait_timeout = 3"_s;
        findings.findings.push_back(
            finding(Severity::Warning, step.index(), path,
                    say("Finding", "The statement waits for its lock on %1 without a limit: behind it, every later "
                                   "query on %1 waits as well.")
                        .arg(path),
                    say("Finding", "Set a short lock timeout before it, and try again when it strikes."),
                    set + u";\n"_s + step.sql()));
        // Once is enough: one SET at the top answers all of them.
        return;
    }
}

bool isWork(const Step &step, const QString &path)
{
    const rehearsal::Lock *lock = step.lockOn(path);
    const bool data = (step.facts.verb == Verb::Update || step.facts.verb == Verb::Delete ||
                       (step.facts.verb == Verb::Insert && step.facts.fromSelect));
    return lock != nullptr && (lock->scansTable || lock->rewritesTable || data);
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
                const auto severity = context.scaled(step, lock.object);
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
                           context.basePath(step, lock.object) != context.basePath(*owner, path)) {
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

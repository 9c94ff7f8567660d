#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

/// The MySQL family takes a metadata lock on the parent when a foreign key or its table comes or goes (manual of MySQL,
/// 10.11.4): seen in the effects, because the server shows no locks of a statement that is over.
void checkMetadataLocks(const CheckContext &context, const Step &step, Findings &findings)
{
    for (const TableChange &table : step.change.tables) {
        for (const auto &pair : table.constraints) {
            const schema::Constraint &key = pair.after != nullptr ? *pair.after : *pair.before;
            const schema::Table *parent =
                key.kind != schema::ConstraintKind::ForeignKey || pair.altered()
                    ? nullptr
                    : context.resolve(*step.before, {key.referencedSchema, key.referencedTable});
            if (parent == nullptr || parent == table.before || !context.existed(step, parent->id().path()) ||
                context.sizeOf(step, parent->id().path()) == TableSize::Empty) {
                continue;
            }
            const QString path = parent->id().path();
            findings.findings.push_back(finding(
                pair.added() ? Severity::Info : Severity::Warning, step.index(), path,
                say("Finding", "The statement changes %1, and for the foreign key it locks %2 as well: while it waits, "
                               "statements on "
                               "%2 wait too.")
                    .arg(table.path(), path),
                say("Finding", "Change one foreign key at a time, with a lock timeout, before the table itself.")));
        }
    }
}

/// By the statement itself or by one inside it; a partition goes by the name of its parent.
bool isNamed(const CheckContext &context, const Step &step, const QString &path)
{
    const schema::Table *relation = context.resolve(*step.before, {path.section(u'.', 0, -2), path.section(u'.', -1)});
    if (relation != nullptr && !relation->partitionOf.isEmpty() && isNamed(context, step, relation->partitionOf)) {
        return true;
    }
    return std::ranges::any_of(context.steps(), [&](const Step &part) {
        return part.run == step.run && std::ranges::any_of(part.facts.targets, [&](const Name &name) {
                   const schema::Table *table = context.resolve(*step.before, name);
                   return table != nullptr && table->id().path() == path;
               });
    });
}

/// What happens to the other table is a finding of its own: dropped, changed or emptied by CASCADE.
bool isReportedItself(const Step &step, const QString &path)
{
    return (step.facts.verb == Verb::Truncate && step.facts.cascade) ||
           std::ranges::any_of(step.change.tables, [&](const TableChange &table) {
               return table.before != nullptr && table.before->id().path() == path;
           });
}

/// The lock was taken by an earlier statement of the transaction and is only held.
bool isHeldAlready(const CheckContext &context, const Step &step, const rehearsal::Lock &lock)
{
    return step.transaction > 0 && std::ranges::any_of(context.steps(), [&](const Step &earlier) {
               const rehearsal::Lock *held =
                   earlier.run != step.run && earlier.index() < step.index() && earlier.transaction == step.transaction
                       ? earlier.lockOn(lock.object)
                       : nullptr;
               return held != nullptr && held->mode == lock.mode;
           });
}

void checkForeignKeyLocksParent(const CheckContext &context, Findings &findings)
{
    if (context.isMySqlFamily()) {
        for (const Step &step : context.steps()) {
            checkMetadataLocks(context, step, findings);
        }
        return;
    }
    for (const Step &step : context.steps()) {
        for (const rehearsal::Lock &lock : step.locks) {
            const bool named = isNamed(context, step, lock.object);
            const bool exclusive = lock.mode == "ACCESS EXCLUSIVE"_L1;
            const bool partition =
                !step.facts.partitionOf.isEmpty() || std::ranges::any_of(step.facts.actions, [](const Action &a) {
                    return a.kind == ActionKind::AttachPartition || a.kind == ActionKind::DetachPartition;
                });
            if (named || partition || !context.existed(step, lock.object) || !isDefinition(step.facts.verb) ||
                step.facts.verb == Verb::DropIndex || step.facts.verb == Verb::Reindex ||
                step.facts.verb == Verb::AlterDomain || isReportedItself(step, lock.object) ||
                isHeldAlready(context, step, lock) || (!exclusive && lock.mode != "SHARE ROW EXCLUSIVE"_L1)) {
                continue;
            }
            findings.findings.push_back(finding(
                exclusive ? Severity::Warning : Severity::Info, step.index(), lock.object,
                exclusive
                    ? say("Finding",
                          "The statement does not name %1, but it needs it for itself: reads and writes there queue up "
                          "too.")
                          .arg(lock.object)
                    : say("Finding",
                          "The statement does not name %1, but it blocks writes there until the transaction ends.")
                          .arg(lock.object),
                say("Finding", "Change one foreign key at a time, with a lock timeout, before the table itself.")));
        }
    }
}

} // namespace

Rule foreignKeyLocksParent()
{
    return {u"foreign-key-locks-parent"_s, servers(),
            say("Finding", "A statement locks a table that it does not name."), Severity::Info,
            checkForeignKeyLocksParent};
}

} // namespace countersign::checks::rules

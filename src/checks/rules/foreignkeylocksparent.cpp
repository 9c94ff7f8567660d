#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

void checkForeignKeyLocksParent(const CheckContext &context, Findings &findings)
{
    for (const Step &step : context.steps()) {
        for (const rehearsal::Lock &lock : step.locks) {
            const bool named = std::ranges::any_of(step.facts.targets, [&](const Name &name) {
                const schema::Table *table = context.resolve(*step.before, name);
                return table != nullptr && table->id().path() == lock.object;
            });
            const bool exclusive = lock.mode == "ACCESS EXCLUSIVE"_L1;
            const bool partition =
                !step.facts.partitionOf.isEmpty() || std::ranges::any_of(step.facts.actions, [](const Action &a) {
                    return a.kind == ActionKind::AttachPartition || a.kind == ActionKind::DetachPartition;
                });
            if (named || partition || !context.existed(step, lock.object) || !isDefinition(step.facts.verb) ||
                step.facts.verb == Verb::DropIndex || step.facts.verb == Verb::Reindex ||
                (!exclusive && lock.mode != "SHARE ROW EXCLUSIVE"_L1)) {
                continue;
            }
            findings.findings.push_back(finding(
                exclusive ? Severity::Warning : Severity::Info, step.index(), lock.object,
                exclusive
                    ? u"The statement does not name %1, but it needs it for itself: reads and writes there queue up "
                      "too."_s.arg(lock.object)
                    : u"The statement does not name %1, but it blocks writes there until the transaction ends."_s.arg(
                          lock.object),
                u"Change one foreign key at a time, with a lock timeout, before the table itself."_s));
        }
    }
}

} // namespace

Rule foreignKeyLocksParent()
{
    return {u"foreign-key-locks-parent"_s, servers(), u"A statement locks a table that it does not name."_s,
            Severity::Info, checkForeignKeyLocksParent};
}

} // namespace countersign::checks::rules

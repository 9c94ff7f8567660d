#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

void checkTruncateTable(const CheckContext &context, Findings &findings)
{
    for (const Step &step : context.steps()) {
        QString partition;
        for (const Action &action : step.facts.actions) {
            if (action.kind == ActionKind::TruncatePartition || action.kind == ActionKind::DropPartition) {
                partition = action.name;
            }
        }
        if (step.facts.verb != Verb::Truncate && partition.isEmpty()) {
            continue;
        }
        for (const Name &name : step.facts.targets) {
            const schema::Table *table = context.resolve(*step.before, name);
            const QString path = table == nullptr ? QString() : table->id().path();
            if (table == nullptr || !context.existed(step, path) || context.sizeOf(step, path) == TableSize::Empty) {
                continue;
            }
            const Phrase size = context.sizeText(context.basePath(step, path));
            const Phrase what =
                partition.isEmpty()
                    ? say("Finding", "Every row of %1 is removed (%2).").arg(path, size)
                    : say("Finding", "Every row in partition %3 of %1 is removed (%2).").arg(path, size, partition);
            findings.findings.push_back(finding(
                Severity::Error, step.index(), path,
                what + u" "_s +
                    (context.isMySqlFamily() ? say("Finding", "No way back brings them back, not even ROLLBACK.")
                                             : say("Finding", "No way back brings them back.")),
                say("Finding",
                    "Delete in keyed batches what is to go, or detach the partition and keep it for a while.")));
        }
    }
}

} // namespace

Rule truncateTable()
{
    return {u"truncate-table"_s, servers(), say("Finding", "All rows of an existing table or partition are removed."),
            Severity::Error, checkTruncateTable};
}

} // namespace countersign::checks::rules

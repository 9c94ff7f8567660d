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
            const QString what = partition.isEmpty() ? u"Every row of %1"_s.arg(path)
                                                     : u"Every row in partition %2 of %1"_s.arg(path, partition);
            findings.findings.push_back(
                finding(Severity::Error, step.index(), path,
                        u"%1 is removed (%2). No way back brings them back%3."_s.arg(
                            what, context.sizeText(context.basePath(step, path)),
                            context.isMySqlFamily() ? u", not even ROLLBACK"_s : QString()),
                        u"Delete in keyed batches what is to go, or detach the partition and keep it for a while."_s));
        }
    }
}

} // namespace

Rule truncateTable()
{
    return {u"truncate-table"_s, servers(), u"All rows of an existing table or partition are removed."_s,
            Severity::Error, checkTruncateTable};
}

} // namespace countersign::checks::rules

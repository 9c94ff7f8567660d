#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

bool onlyFillsNewColumns(const CheckContext &context, const Step &step, const QString &basePath)
{
    if (step.facts.verb != Verb::Update || step.facts.columns.isEmpty()) {
        return false;
    }
    for (const schema::Table *table : tablesOf(context.base())) {
        if (table->id().path() == basePath) {
            return std::ranges::none_of(step.facts.columns,
                                        [&](const QString &column) { return findColumn(*table, column) != nullptr; });
        }
    }
    return false;
}

void checkDmlWithoutWhere(const CheckContext &context, Findings &findings)
{
    for (const Step &step : context.steps()) {
        const bool changes = step.facts.verb == Verb::Update || step.facts.verb == Verb::Delete;
        if (!changes || step.facts.targets.empty() || step.facts.hasLimit ||
            (step.facts.hasWhere && !step.facts.constantWhere)) {
            continue;
        }
        const schema::Table *table = context.resolve(*step.before, step.facts.targets.front());
        const QString path = table == nullptr ? QString() : table->id().path();
        if (table == nullptr || !context.existed(step, path) || context.sizeOf(step, path) == TableSize::Empty ||
            onlyFillsNewColumns(context, step, context.basePath(step, path))) {
            continue;
        }
        findings.findings.push_back(finding(
            Severity::Error, step.index(), path,
            (step.facts.verb == Verb::Delete
                 ? say("Finding", "DELETE deletes every row of %1 (%2): it has no condition that tells rows apart.")
                 : say("Finding", "UPDATE overwrites every row of %1 (%2): it has no condition that tells rows apart."))
                .arg(path, context.sizeText(context.basePath(step, path))),
            say("Finding",
                "Add the WHERE that was meant. If all rows are meant, do it in keyed batches and keep a backup.")));
    }
}

} // namespace

Rule dmlWithoutWhere()
{
    return {u"dml-without-where"_s, everyEngine(), say("Finding", "UPDATE or DELETE goes over a whole existing table."),
            Severity::Error, checkDmlWithoutWhere};
}

} // namespace countersign::checks::rules

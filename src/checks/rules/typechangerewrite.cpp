#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

/// Of several type changes in one statement, those that by themselves keep the heap are not to blame.
bool keepsTheHeap(const CheckContext &context, const Step &step, const Pair<schema::Column> &pair)
{
    const auto action = std::ranges::find_if(step.facts.actions, [&](const Action &candidate) {
        return candidate.kind == ActionKind::ChangeColumn && candidate.name == pair.after->name;
    });
    const bool hasUsing = action != step.facts.actions.end() && action->hasUsing;
    return step.facts.actions.size() > 1 && !hasUsing &&
           isBinaryCompatible(typeParts(pair.before->type, context.engine()),
                              typeParts(pair.after->type, context.engine()));
}

/// A stored column that is computed in another way (17 and later) is computed for every row.
void expressions(const CheckContext &context, const Step &step, const TableChange &table, Severity severity,
                 Findings &findings)
{
    for (const Action &action : step.facts.actions) {
        if (action.kind != ActionKind::SetExpression) {
            continue;
        }
        const QString path = table.path() + u'.' + action.name;
        findings.findings.push_back(
            finding(severity, step.index(), path,
                    say("Finding",
                        "Computing %1 anew rewrites every row and index of %2 (%3) while nobody can read or write it.")
                        .arg(path, table.path(), context.sizeText(context.basePath(step, table.before->id().path()))),
                    say("Finding", "Add a second stored column off-peak, switch the readers, and drop the old one.")));
    }
}

void rewrites(const CheckContext &context, Findings &findings)
{
    for (const Step &step : context.steps()) {
        for (const TableChange &table : step.change.tables) {
            const rehearsal::Lock *lock = table.before == nullptr ? nullptr : step.lockOn(table.before->id().path());
            const auto severity = lock == nullptr ? std::nullopt : context.scaled(step, lock->object);
            if (!severity.has_value() || !lock->rewritesTable) {
                continue;
            }
            const Severity heavy = severity.value_or(Severity::Error);
            expressions(context, step, table, heavy, findings);
            for (const auto &pair : table.columns) {
                if (!pair.altered() || pair.before->type == pair.after->type || keepsTheHeap(context, step, pair)) {
                    continue;
                }
                const QString path = table.columnPath(*pair.after);
                findings.findings.push_back(
                    finding(heavy, step.index(), path,
                            say("Finding", "Changing %1 from %2 to %3 rewrites every row and index of %4 (%5) while "
                                           "nobody can read or write "
                                           "it.")
                                .arg(path, pair.before->type, pair.after->type, table.path(),
                                     context.sizeText(context.basePath(step, table.before->id().path()))),
                            say("Finding", "Add a new column, keep it in step with a trigger, fill it in batches, and "
                                           "swap the names in one "
                                           "short "
                                           "transaction.")));
            }
        }
    }
}

/// What still has to be gone over although the heap stays.
Phrase stillScanned(const CheckContext &context, const schema::Table &table, const schema::Column &column,
                    bool collationChanged)
{
    for (const schema::Constraint &constraint : table.constraints) {
        const bool mentioned = mentions(context, constraint.expression.text, column.name);
        if (constraint.kind == schema::ConstraintKind::Check && !constraint.notValid && mentioned) {
            return say("Finding", "the CHECK %1 is tested on every row").arg(nameOrKind(constraint));
        }
    }
    for (const schema::Index &index : table.indexes) {
        if (collationChanged && columnsOf(index.keys).contains(column.name)) {
            return say("Finding", "the index %1 is built again").arg(index.name);
        }
    }
    return {};
}

void scans(const CheckContext &context, Findings &findings)
{
    for (const Step &step : context.steps()) {
        for (const TableChange &table : step.change.tables) {
            const rehearsal::Lock *lock = table.before == nullptr ? nullptr : step.lockOn(table.before->id().path());
            const auto severity = lock == nullptr ? std::nullopt : context.scaled(step, lock->object);
            for (const auto &pair : table.columns) {
                const bool typed = pair.altered() && (pair.before->type != pair.after->type ||
                                                      pair.before->collation != pair.after->collation);
                if (!severity || !typed || lock->rewritesTable) {
                    continue;
                }
                const TypeParts from = typeParts(pair.before->type, context.engine());
                const TypeParts to = typeParts(pair.after->type, context.engine());
                const bool collation = pair.before->collation != pair.after->collation || from.name == "citext"_L1 ||
                                       to.name == "citext"_L1;
                const Phrase why = stillScanned(context, *table.after, *pair.after, collation);
                if (why.isEmpty()) {
                    continue;
                }
                const QString path = table.columnPath(*pair.after);
                findings.findings.push_back(finding(
                    *severity, step.index(), path,
                    say("Finding", "Changing %1 looks free, but %2 while nobody can read or write %3 (%4).")
                        .arg(path, why, table.path(),
                             context.sizeText(context.basePath(step, table.before->id().path()))),
                    say("Finding",
                        "Drop the CHECK, change the type, add it NOT VALID and validate it; drop the index first and "
                        "build it "
                        "again CONCURRENTLY.")));
            }
        }
    }
}

} // namespace

Rule typeChangeRewrite()
{
    return {u"type-change-rewrite"_s, postgreSql(),
            say("Finding", "A new type or expression of a column rewrites the table under ACCESS EXCLUSIVE."),
            Severity::Error, rewrites};
}

Rule typeChangeScan()
{
    return {u"type-change-scan"_s, postgreSql(),
            say("Finding", "A type change without rewrite still scans under ACCESS EXCLUSIVE."), Severity::Error,
            scans};
}

} // namespace countersign::checks::rules

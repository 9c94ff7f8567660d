#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

void checkCascadeDeleteAdded(const CheckContext &context, Findings &findings)
{
    for (const NewConstraint &added : newConstraints(context)) {
        const schema::Constraint &key = *added.constraint;
        const bool acts = key.onDelete == "cascade"_L1 || key.onDelete == "set null"_L1;
        if (key.kind != schema::ConstraintKind::ForeignKey || !acts) {
            continue;
        }
        const auto *change = added.tableIsNew ? nullptr : [&]() -> const TableChange * {
            for (const TableChange *table : keptTables(context)) {
                if (table->after == added.table) {
                    return table;
                }
            }
            return nullptr;
        }();
        const bool had =
            change != nullptr && std::ranges::any_of(change->constraints, [&](const auto &pair) {
                return pair.after == &key && pair.before != nullptr && pair.before->onDelete == key.onDelete;
            });
        if (had) {
            continue;
        }
        findings.findings.push_back(finding(
            Severity::Warning, added.statement, added.table->id().path() + u'.' + nameOrKind(key),
            (key.onDelete == "cascade"_L1
                 ? say("Finding", "One DELETE in %1 now deletes every row of %2 that refers to it (ON DELETE %3).")
                 : say("Finding", "One DELETE in %1 now clears the reference in every row of %2 that refers to it (ON "
                                  "DELETE %3)."))
                .arg(key.referencedTable, added.table->id().path(), key.onDelete.toUpper()),
            say("Finding", "Use RESTRICT or NO ACTION, and delete the children on purpose.")));
    }
}

} // namespace

Rule cascadeDeleteAdded()
{
    return {u"cascade-delete-added"_s, everyEngine(), say("Finding", "A foreign key deletes or clears rows by itself."),
            Severity::Warning, checkCascadeDeleteAdded};
}

} // namespace countersign::checks::rules

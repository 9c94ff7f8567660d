#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

void checkTable(const CheckContext &context, const Step &step, const TableChange &table, Findings &findings)
{
    const auto report = [&](const QString &name, bool severe, bool removed) {
        findings.findings.push_back(finding(
            severe ? Severity::Error : Severity::Warning, step.index(), table.path() + u'.' + name,
            (removed ? say("Finding", "Dropping the column also removes %1 of %2, which the script does not name.")
                     : say("Finding", "Dropping the column also narrows %1 of %2, which the script does not name."))
                .arg(name, table.path()),
            say("Finding", "Drop or replace the index or constraint by name first.")));
    };
    for (const auto &pair : table.indexes) {
        if (pair.before != nullptr && !mentions(context, step.sql(), pair.before->name)) {
            report(pair.before->name, pair.before->unique, pair.removed());
        }
    }
    for (const auto &pair : table.constraints) {
        if (pair.before != nullptr && !mentions(context, step.sql(), pair.before->name)) {
            report(nameOrKind(*pair.before), true, pair.removed());
        }
    }
}

void checkIndexChangedByDropColumn(const CheckContext &context, Findings &findings)
{
    for (const Step &step : context.steps()) {
        const bool drops = std::ranges::any_of(
            step.facts.actions, [](const Action &action) { return action.kind == ActionKind::DropColumn; });
        for (const TableChange &table : step.change.tables) {
            if (drops && table.altered() && context.existed(step, table.before->id().path())) {
                checkTable(context, step, table, findings);
            }
        }
    }
}

} // namespace

Rule indexChangedByDropColumn()
{
    return {u"index-changed-by-drop-column"_s,
            {schema::EngineKind::PostgreSql, schema::EngineKind::MySql, schema::EngineKind::MariaDb},
            say("Finding", "DROP COLUMN removed or narrowed an index or constraint that the script does not name."),
            Severity::Warning,
            checkIndexChangedByDropColumn};
}

} // namespace countersign::checks::rules

#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

void compare(const schema::Column &before, const schema::Column &after, const Action &action, QStringList &severe,
             QStringList &light)
{
    if (before.notNull && !after.notNull && !action.inlineNull) {
        severe.append(u"NOT NULL"_s);
    }
    if (!before.defaultValue.isEmpty() && after.defaultValue.isEmpty()) {
        severe.append(u"DEFAULT %1"_s.arg(before.defaultValue.text));
    }
    if (before.autoIncrement && !after.autoIncrement) {
        severe.append(u"AUTO_INCREMENT"_s);
    }
    if (!before.onUpdate.isEmpty() && after.onUpdate.isEmpty()) {
        severe.append(u"ON UPDATE %1"_s.arg(before.onUpdate.text));
    }
    if (!before.generated.isEmpty() && after.generated.isEmpty()) {
        severe.append(u"the generated expression"_s);
    }
    if (!before.comment.isEmpty() && after.comment.isEmpty()) {
        light.append(u"COMMENT"_s);
    }
    if (!before.charset.isEmpty() && after.charset.isEmpty()) {
        light.append(u"CHARACTER SET %1"_s.arg(before.charset));
    }
}

void checkModifyLosesAttributes(const CheckContext &context, Findings &findings)
{
    for (const Step &step : context.steps()) {
        for (const TableChange &table : step.change.tables) {
            for (const auto &pair : table.columns) {
                const auto action = std::ranges::find_if(step.facts.actions, [&](const Action &candidate) {
                    return candidate.kind == ActionKind::ChangeColumn && pair.altered() &&
                           candidate.name.compare(pair.after->name, Qt::CaseInsensitive) == 0;
                });
                if (action == step.facts.actions.end() || !context.existed(step, table.path())) {
                    continue;
                }
                QStringList severe;
                QStringList light;
                compare(*pair.before, *pair.after, *action, severe, light);
                if (severe.isEmpty() && light.isEmpty()) {
                    continue;
                }
                findings.findings.push_back(finding(
                    severe.isEmpty() ? Severity::Warning : Severity::Error, step.index(), table.columnPath(*pair.after),
                    u"MODIFY and CHANGE drop what they do not restate: %1 loses %2."_s.arg(
                        table.columnPath(*pair.after), listed(severe + light)),
                    u"Restate the whole definition of the column: %1."_s.arg(listed(severe + light)),
                    step.facts.actions.size() == 1 && !severe.isEmpty() ? step.sql() + u' ' + severe.join(u' ')
                                                                        : QString()));
            }
        }
    }
}

} // namespace

Rule modifyLosesAttributes()
{
    return {u"modify-loses-attributes"_s, mySqlFamily(), u"MODIFY or CHANGE lost what it did not restate."_s,
            Severity::Error, checkModifyLosesAttributes};
}

} // namespace countersign::checks::rules

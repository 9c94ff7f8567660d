#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

void compare(const schema::Column &before, const schema::Column &after, const Action &action,
             std::vector<Phrase> &severe, std::vector<Phrase> &light)
{
    if (before.notNull && !after.notNull && !action.inlineNull) {
        severe.push_back(u"NOT NULL"_s);
    }
    if (!before.defaultValue.isEmpty() && after.defaultValue.isEmpty()) {
        severe.push_back(u"DEFAULT %1"_s.arg(before.defaultValue.text));
    }
    if (before.autoIncrement && !after.autoIncrement) {
        severe.push_back(u"AUTO_INCREMENT"_s);
    }
    if (!before.onUpdate.isEmpty() && after.onUpdate.isEmpty()) {
        severe.push_back(u"ON UPDATE %1"_s.arg(before.onUpdate.text));
    }
    if (!before.generated.isEmpty() && after.generated.isEmpty()) {
        severe.push_back(say("Finding", "the generated expression"));
    }
    if (!before.comment.isEmpty() && after.comment.isEmpty()) {
        light.push_back(u"COMMENT"_s);
    }
    if (!before.charset.isEmpty() && after.charset.isEmpty()) {
        light.push_back(u"CHARACTER SET %1"_s.arg(before.charset));
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
                std::vector<Phrase> severe;
                std::vector<Phrase> light;
                compare(*pair.before, *pair.after, *action, severe, light);
                if (severe.empty() && light.empty()) {
                    continue;
                }
                std::vector<Phrase> all = severe;
                all.insert(all.end(), light.begin(), light.end());
                findings.findings.push_back(finding(
                    severe.empty() ? Severity::Warning : Severity::Error, step.index(), table.columnPath(*pair.after),
                    say("Finding", "MODIFY and CHANGE drop what they do not restate: %1 loses %2.")
                        .arg(table.columnPath(*pair.after), listed(all)),
                    say("Finding", "Restate the whole definition of the column: %1.").arg(listed(all)),
                    step.facts.actions.size() == 1 && !severe.empty()
                        ? step.sql() + u' ' + Phrase::joined(severe, u" "_s).english()
                        : QString()));
            }
        }
    }
}

} // namespace

Rule modifyLosesAttributes()
{
    return {u"modify-loses-attributes"_s, mySqlFamily(),
            say("Finding", "MODIFY or CHANGE lost what it did not restate."), Severity::Error,
            checkModifyLosesAttributes};
}

} // namespace countersign::checks::rules

#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

bool isWithoutData(const CheckContext &context, const TableChange &table, const schema::Column &column)
{
    const QString path = table.before->id().path();
    if (context.sizeOfBase(path) == TableSize::Empty || !column.generated.isEmpty()) {
        return true;
    }
    const auto *production = context.input().production;
    const auto facts =
        production == nullptr ? decltype(production->relations.end())() : production->relations.find(path);
    if (production == nullptr || facts == production->relations.end() || !facts->second.rowsExact) {
        return false;
    }
    const auto nulls = facts->second.nulls.find(column.name);
    return nulls != facts->second.nulls.end() && nulls->second == facts->second.rows;
}

void checkDropColumn(const CheckContext &context, Findings &findings)
{
    for (const TableChange *table : keptTables(context)) {
        for (const auto &pair : table->columns) {
            if (!pair.removed()) {
                continue;
            }
            const QString path = table->before->id().path();
            const bool again = findColumn(*table->after, pair.before->name) != nullptr;
            const Phrase message =
                again
                    ? say("Finding", "%1.%2 is dropped and added again under the same name: its values (%3) are gone.")
                    : say("Finding", "%1.%2 is dropped with its values (%3). The old version of the application fails "
                                     "as soon as it "
                                     "names the column.");
            findings.findings.push_back(finding(
                isWithoutData(context, *table, *pair.before) || probedClean(context, path + u'.' + pair.before->name)
                    ? Severity::Warning
                    : Severity::Error,
                pair.statement, path + u'.' + pair.before->name,
                message.arg(path, pair.before->name, context.sizeText(path)),
                say("Finding",
                    "Deploy an application that no longer uses the column, then drop it one release later; keep a "
                    "backup of the values.")));
        }
    }
}

} // namespace

Rule dropColumn()
{
    return {u"drop-column"_s, everyEngine(), say("Finding", "A column with its values is gone after the migration."),
            Severity::Error, checkDropColumn};
}

} // namespace countersign::checks::rules

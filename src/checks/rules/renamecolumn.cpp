#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

void checkRenameColumn(const CheckContext &context, Findings &findings)
{
    for (const TableChange *table : keptTables(context)) {
        for (const auto &pair : table->columns) {
            if (!pair.altered() || pair.before->name == pair.after->name) {
                continue;
            }
            const Phrase broken =
                context.isMySqlFamily() ? say("Finding", "; views and triggers that name it break as well") : QString();
            findings.findings.push_back(
                finding(Severity::Error, statementThatNamed(context, *table, pair), table->columnPath(*pair.after),
                        say("Finding", "%1.%2 is now called %3: statements of the old application that name it fail%4.")
                            .arg(table->before->id().path(), pair.before->name, pair.after->name, broken),
                        say("Finding", "Add the new column, write both, fill it, switch the readers, drop the old one "
                                       "one release later.")));
        }
    }
}

} // namespace

Rule renameColumn()
{
    return {u"rename-column"_s, everyEngine(), say("Finding", "A column has another name after the migration."),
            Severity::Error, checkRenameColumn};
}

} // namespace countersign::checks::rules

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
            const QString broken =
                context.isMySqlFamily() ? u"; views and triggers that name it break as well"_s : QString();
            findings.findings.push_back(finding(
                Severity::Error, pair.statement, table->columnPath(*pair.after),
                u"%1.%2 is now called %3: statements of the old application that name it fail%4."_s.arg(
                    table->before->id().path(), pair.before->name, pair.after->name, broken),
                u"Add the new column, write both, fill it, switch the readers, drop the old one one release later."_s));
        }
    }
}

} // namespace

Rule renameColumn()
{
    return {u"rename-column"_s, everyEngine(), u"A column has another name after the migration."_s, Severity::Error,
            checkRenameColumn};
}

} // namespace countersign::checks::rules

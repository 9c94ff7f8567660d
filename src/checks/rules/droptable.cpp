#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

void checkDropTable(const CheckContext &context, Findings &findings)
{
    for (const TableChange &table : context.net().tables) {
        if (!table.removed()) {
            continue;
        }
        const QString path = table.before->id().path();
        const bool empty = context.sizeOfBase(path) == TableSize::Empty;
        const bool sameName = std::ranges::any_of(
            context.net().tables, [&](const TableChange &other) { return other.added() && other.path() == path; });
        const QString message =
            sameName ? u"%1 is dropped and made anew: its rows (%2) are gone, and nothing copies them over."_s.arg(
                           path, context.sizeText(path))
                     : u"%1 is dropped with all its rows (%2). A way back can bring the table back, not its rows, and "
                       "an application that still reads it fails at once."_s.arg(path, context.sizeText(path));
        findings.findings.push_back(finding(
            empty ? Severity::Warning : Severity::Error, table.statement, path, message,
            u"Rename the table out of the way now, drop it one release later, and take a backup of it before that."_s));
    }
}

} // namespace

Rule dropTable()
{
    return {u"drop-table"_s, everyEngine(), u"A table with its rows is gone after the migration."_s, Severity::Error,
            checkDropTable};
}

} // namespace countersign::checks::rules

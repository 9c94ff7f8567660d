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
        const bool empty = context.sizeOfBase(path) == TableSize::Empty || probedClean(context, path);
        const bool sameName = std::ranges::any_of(
            context.net().tables, [&](const TableChange &other) { return other.added() && other.path() == path; });
        const Phrase message =
            sameName
                ? say("Finding", "%1 is dropped and made anew: its rows (%2) are gone, and nothing copies them over.")
                      .arg(path, context.sizeText(path))
                : say("Finding",
                      "%1 is dropped with all its rows (%2). A way back can bring the table back, not its rows, and "
                      "an application that still reads it fails at once.")
                      .arg(path, context.sizeText(path));
        findings.findings.push_back(finding(empty ? Severity::Warning : Severity::Error, table.statement, path, message,
                                            say("Finding", "Rename the table out of the way now, drop it one release "
                                                           "later, and take a backup of it before that.")));
    }
}

} // namespace

Rule dropTable()
{
    return {u"drop-table"_s, everyEngine(), say("Finding", "A table with its rows is gone after the migration."),
            Severity::Error, checkDropTable};
}

} // namespace countersign::checks::rules

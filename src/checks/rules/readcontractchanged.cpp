#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

bool otherFamily(const CheckContext &context, const schema::Column &before, const schema::Column &after)
{
    const TypeParts from = typeParts(before.type, context.engine());
    const TypeParts to = typeParts(after.type, context.engine());
    if (context.isSqlite()) {
        return familyOf(from) != familyOf(to);
    }
    const bool custom = familyOf(from) == TypeFamily::Other && from.name != to.name;
    return familyOf(from) != familyOf(to) || from.withTimeZone != to.withTimeZone || from.array != to.array || custom;
}

void checkReadContractChanged(const CheckContext &context, Findings &findings)
{
    for (const TableChange *table : keptTables(context)) {
        for (const auto &pair : table->columns) {
            if (!pair.altered()) {
                continue;
            }
            const QString path = table->columnPath(*pair.after);
            if (pair.before->notNull && !pair.after->notNull) {
                findings.findings.push_back(finding(
                    Severity::Warning, pair.statement, path,
                    say("Finding", "%1 may be NULL from now on: readers that never had to expect that meet NULLs.")
                        .arg(path),
                    say("Finding", "Deploy the reader that expects NULL first.")));
            }
            if (pair.before->type != pair.after->type && otherFamily(context, *pair.before, *pair.after)) {
                const Phrase plans =
                    context.isPostgreSql()
                        ? say("Finding", "; prepared SELECT * fails with \"cached plan must not change result type\"")
                        : QString();
                findings.findings.push_back(
                    finding(Severity::Warning, pair.statement, path,
                            say("Finding", "%1 changes from %2 to %3: readers get values of another kind%4.")
                                .arg(path, pair.before->type, pair.after->type, plans),
                            say("Finding", "Deploy the reader that understands both first.")));
            }
        }
    }
}

} // namespace

Rule readContractChanged()
{
    return {u"read-contract-changed"_s, everyEngine(), say("Finding", "Readers meet NULLs or values of another type."),
            Severity::Warning, checkReadContractChanged};
}

} // namespace countersign::checks::rules

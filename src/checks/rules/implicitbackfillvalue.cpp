#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

void checkImplicitBackfillValue(const CheckContext &context, Findings &findings)
{
    for (const NewColumn &added : newColumns(context, false)) {
        const schema::Column &column = *added.column;
        const Step *step = context.step(added.statement);
        if (!column.notNull || !column.defaultValue.isEmpty() || !column.generated.isEmpty() || column.autoIncrement ||
            step == nullptr || context.sizeOf(*step, added.table->id().path()) == TableSize::Empty) {
            continue;
        }
        const TypeFamily family = familyOf(typeParts(column.type, context.engine()));
        const bool date = family == TypeFamily::Date || family == TypeFamily::Timestamp;
        const bool poisoned = context.isMariaDb() && (date || column.type.startsWith("json"_L1, Qt::CaseInsensitive));
        const Phrase value = date                         ? Phrase(u"'0000-00-00'"_s)
                             : family == TypeFamily::Enum ? say("Finding", "the first label")
                             : family == TypeFamily::Text || family == TypeFamily::Binary ? u"''"_s
                                                                                          : u"0"_s;
        findings.findings.push_back(finding(
            poisoned ? Severity::Error : Severity::Warning, added.statement, added.path(),
            say("Finding",
                "%1 is NOT NULL without a DEFAULT: the server fills every existing row with %2, a value that nobody "
                "chose%3.")
                .arg(added.path(), value,
                     poisoned ? say("Finding", ", and such rows cannot be updated in strict mode") : QString()),
            say("Finding",
                "Give an explicit DEFAULT, or add the column as NULL, fill it, and set NOT NULL afterwards.")));
    }
}

} // namespace

Rule implicitBackfillValue()
{
    return {u"implicit-backfill-value"_s, mySqlFamily(),
            say("Finding", "A NOT NULL column without DEFAULT gets an invented value in every row."), Severity::Warning,
            checkImplicitBackfillValue};
}

} // namespace countersign::checks::rules

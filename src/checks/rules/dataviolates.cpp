#include "checks/preflight/preflight.h"
#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

/// The answers of the preflight become findings elsewhere; a rule says what could not be asked.
void fromAnswers(const CheckContext &context, const QString &rule, Findings &findings)
{
    if (context.input().preflight == nullptr) {
        return;
    }
    for (Finding &item : findingsOf(*context.input().preflight)) {
        if (item.rule == rule) {
            findings.findings.push_back(std::move(item));
        }
    }
}

void notNull(const CheckContext &context, Findings &findings)
{
    fromAnswers(context, u"data-violates-not-null"_s, findings);
}

void unique(const CheckContext &context, Findings &findings)
{
    fromAnswers(context, u"data-violates-unique"_s, findings);
}

void checkRule(const CheckContext &context, Findings &findings)
{
    fromAnswers(context, u"data-violates-check"_s, findings);
}

void foreignKey(const CheckContext &context, Findings &findings)
{
    fromAnswers(context, u"data-violates-foreign-key"_s, findings);
}

void fits(const CheckContext &context, Findings &findings)
{
    fromAnswers(context, u"data-does-not-fit"_s, findings);
}

} // namespace

Rule dataViolatesNotNull()
{
    return {u"data-violates-not-null"_s, everyEngine(),
            say("Finding", "Rows of production are NULL where they must not be."), Severity::Error, notNull};
}

Rule dataViolatesUnique()
{
    return {u"data-violates-unique"_s, everyEngine(),
            say("Finding", "Rows of production are equal where they must differ."), Severity::Error, unique};
}

Rule dataViolatesCheck()
{
    return {u"data-violates-check"_s, everyEngine(), say("Finding", "Rows of production break a new CHECK."),
            Severity::Error, checkRule};
}

Rule dataViolatesForeignKey()
{
    return {u"data-violates-foreign-key"_s, everyEngine(),
            say("Finding", "Rows of production refer to what is not there."), Severity::Error, foreignKey};
}

Rule dataDoesNotFit()
{
    return {u"data-does-not-fit"_s, everyEngine(), say("Finding", "Values of production do not fit the new type."),
            Severity::Error, fits};
}

} // namespace countersign::checks::rules

#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

/// Within a series syntax, locks and rewrites are the same: PostgreSQL's series are its major versions (versioning
/// policy since 10), those of MySQL and MariaDB have two numbers.
bool ofOneSeries(const Version &one, const Version &other, bool byTwoNumbers)
{
    return one.major == other.major && (!byTwoNumbers || one.minor == other.minor);
}

void differs(const CheckContext &context, Findings &findings)
{
    const rehearsal::Circumstances &circumstances = context.input().rehearsal.circumstances;
    const QString production = context.productionVersionText();
    if (circumstances.engineVersion.isEmpty() || production.isEmpty() ||
        (circumstances.engine == circumstances.productionEngine &&
         ofOneSeries(parseVersion(circumstances.engineVersion), context.version(), context.isMySqlFamily()))) {
        return;
    }
    findings.findings.push_back(finding(
        Severity::Warning, 0, {},
        say("Finding",
            "The rehearsal ran on %1 %2, production is %3 %4: one may refuse what the other runs, and lock or "
            "rewrite where the other does not.")
            .arg(schema::titleOf(circumstances.engine), circumstances.engineVersion,
                 schema::titleOf(circumstances.productionEngine), production),
        say("Finding", "Rehearse on the version of production: install its server programs, or name a server of that "
                       "version with --scratch.")));
}

} // namespace

Rule scratchVersionDiffers()
{
    return {u"scratch-version-differs"_s, servers(),
            say("Finding", "The rehearsal ran on another product or series than production."), Severity::Warning,
            differs};
}

} // namespace countersign::checks::rules

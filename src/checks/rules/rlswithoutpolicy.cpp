#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

void checkRlsWithoutPolicy(const CheckContext &context, Findings &findings)
{
    for (const TableChange &table : context.net().tables) {
        if (table.after == nullptr || !table.after->rowSecurity || !table.after->policies.empty()) {
            continue;
        }
        const bool before = table.before != nullptr && table.before->rowSecurity && table.before->policies.empty();
        const bool granted = std::ranges::any_of(
            table.after->grants, [&](const schema::Grant &grant) { return grant.grantee != table.after->owner; });
        if (before || (!granted && !table.after->forceRowSecurity)) {
            continue;
        }
        findings.findings.push_back(finding(Severity::Error,
                                            statementThat(context, table,
                                                          [](const auto &was, const auto &is) {
                                                              return is.policies.empty() &&
                                                                     (!was.rowSecurity || !was.policies.empty());
                                                          }),
                                            table.path(),
                                            say("Finding", "Row level security is on for %1 and no policy lets anybody "
                                                           "in: every role but the owner sees zero rows, "
                                                           "without an error.")
                                                .arg(table.path()),
                                            say("Finding", "Create the policies before ENABLE ROW LEVEL SECURITY.")));
    }
}

} // namespace

Rule rlsWithoutPolicy()
{
    return {u"rls-without-policy"_s, postgreSql(),
            say("Finding", "Row level security without any policy hides all rows."), Severity::Error,
            checkRlsWithoutPolicy};
}

} // namespace countersign::checks::rules

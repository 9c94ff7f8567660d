#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

std::vector<Phrase> missing(const schema::Grants &before, const schema::Grants &after, const QString &owner)
{
    std::vector<Phrase> out;
    for (const schema::Grant &grant : before) {
        if (grant.grantee != owner && !std::ranges::contains(after, grant)) {
            out.push_back(say("Finding", "%1 to %2").arg(grant.privilege, grant.grantee));
        }
    }
    return out;
}

void report(const QString &path, int statement, std::vector<Phrase> lost, bool otherOwner, const QString &owner,
            const QString &fix, Findings &findings)
{
    if (otherOwner) {
        lost.push_back(say("Finding", "owner %1").arg(owner));
    }
    if (!lost.empty()) {
        findings.findings.push_back(
            finding(Severity::Warning, statement, path,
                    say("Finding", "%1 is replaced, and the new one lacks: %2.").arg(path, listed(lost)),
                    say("Finding", "Grant again what the old one had."), fix));
    }
}

QString grantSql(const CheckContext &context, const schema::Grants &before, const schema::Grants &after,
                 const QString &owner, const QString &object)
{
    for (const schema::Grant &grant : before) {
        if (grant.grantee != owner && !std::ranges::contains(after, grant)) {
            return u"GRANT %1 ON %2 TO %3"_s.arg(grant.privilege, object,
                                                 grant.grantee == "PUBLIC"_L1 ? grant.grantee
                                                                              : sqlName(context, grant.grantee));
        }
    }
    return {};
}

void checkGrantsMissing(const CheckContext &context, Findings &findings)
{
    QSet<QString> dropped;
    for (const Step &step : context.steps()) {
        for (const auto &pair : step.change.views) {
            if (pair.removed()) {
                dropped.insert(pair.before->id().path());
            }
        }
    }
    for (const auto &pair : context.net().views) {
        if (pair.altered() && dropped.contains(pair.before->id().path())) {
            report(pair.after->id().path(), pair.statement,
                   missing(pair.before->grants, pair.after->grants, pair.before->owner),
                   pair.before->owner != pair.after->owner, pair.before->owner,
                   grantSql(context, pair.before->grants, pair.after->grants, pair.before->owner,
                            context.dialect().qualified(pair.after->schema, pair.after->name)),
                   findings);
        }
    }
    for (const TableChange &gone : context.net().tables) {
        for (const TableChange &made : context.net().tables) {
            const bool remade = gone.removed() && made.added() && gone.path() == made.path();
            const bool rebuilt = &gone == &made && gone.altered() && gone.rebuilt;
            if (!remade && !rebuilt) {
                continue;
            }
            std::vector<Phrase> lost = missing(gone.before->grants, made.after->grants, gone.before->owner);
            for (const schema::Policy &policy : gone.before->policies) {
                if (!std::ranges::contains(made.after->policies, policy.name, &schema::Policy::name)) {
                    lost.push_back(say("Finding", "policy %1").arg(policy.name));
                }
            }
            report(made.path(), made.statement, lost, gone.before->owner != made.after->owner, gone.before->owner,
                   grantSql(context, gone.before->grants, made.after->grants, gone.before->owner,
                            sqlName(context, *made.after)),
                   findings);
        }
    }
}

} // namespace

Rule grantsMissing()
{
    return {u"grants-missing"_s, servers(),
            say("Finding", "A replaced object lacks grants, owner or policies of the old one."), Severity::Warning,
            checkGrantsMissing};
}

} // namespace countersign::checks::rules

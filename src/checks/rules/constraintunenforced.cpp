#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

void checkSwitches(const CheckContext &context, const Step &step, Findings &findings)
{
    QString switchedOff;
    for (const auto &[name, text] : step.facts.assignments) {
        const QString value = text.toLower();
        const bool off = value == "0"_L1 || value == "off"_L1 || value == "false"_L1;
        if (context.isMySqlFamily() && name == "foreign_key_checks"_L1 && off) {
            switchedOff = name;
        }
    }
    if (context.isPostgreSql() && step.facts.setting == "session_replication_role"_L1 &&
        step.facts.value.toLower() == "replica"_L1) {
        switchedOff = step.facts.setting;
    }
    if (!switchedOff.isEmpty()) {
        findings.findings.push_back(finding(Severity::Warning, step.index(), switchedOff,
                                            say("Finding", "%1 switches checks off: what is written meanwhile may "
                                                           "break foreign keys, and nobody looks at it again.")
                                                .arg(switchedOff),
                                            say("Finding", "Leave the checks on, or look for orphans afterwards.")));
    }
    for (const Action &action : step.facts.actions) {
        if (action.kind == ActionKind::TriggerState && action.special && !step.facts.targets.empty()) {
            const QString path = pathOf(context, step, step.facts.targets.front());
            findings.findings.push_back(
                finding(Severity::Warning, step.index(), path,
                        say("Finding", "Triggers of %1 are disabled: their rules do not hold meanwhile.").arg(path),
                        say("Finding", "Enable them again in the same migration, and check what was written.")));
        }
    }
}

bool scriptChecksKeys(const CheckContext &context)
{
    return std::ranges::any_of(context.steps(), [](const Step &step) {
        return step.facts.verb == Verb::Pragma && step.facts.setting == "foreign_key_check"_L1;
    });
}

void checkConstraintUnenforced(const CheckContext &context, Findings &findings)
{
    for (const Step &step : context.steps()) {
        checkSwitches(context, step, findings);
        const QString value = step.facts.value.toLower();
        const bool sqliteOff = step.facts.verb == Verb::Pragma && step.facts.setting == "foreign_keys"_L1 &&
                               (value == "off"_L1 || value == "0"_L1);
        if (sqliteOff && !scriptChecksKeys(context)) {
            findings.findings.push_back(finding(
                Severity::Warning, step.index(), step.facts.setting,
                say("Finding", "foreign_keys is switched off and nothing looks for broken references before COMMIT."),
                say("Finding", "Run PRAGMA foreign_key_check before COMMIT; it must return no row."),
                u"PRAGMA foreign_key_check"_s));
        }
    }
    for (const NewConstraint &added : newConstraints(context)) {
        const QString path = added.table->id().path() + u'.' + nameOrKind(*added.constraint);
        if (added.constraint->notEnforced) {
            findings.findings.push_back(
                finding(Severity::Warning, added.statement, path,
                        say("Finding", "%1 is NOT ENFORCED: it documents a rule that nothing keeps.").arg(path),
                        say("Finding", "Enforce it, or leave it out.")));
        } else if (added.constraint->notValid) {
            findings.findings.push_back(
                finding(Severity::Info, added.statement, path,
                        say("Finding", "%1 is left NOT VALID: rows from before may still break it.").arg(path),
                        say("Finding", "Validate it in a later transaction."),
                        u"ALTER TABLE %1 VALIDATE CONSTRAINT %2"_s.arg(sqlName(context, *added.table),
                                                                       sqlName(context, added.constraint->name))));
        }
    }
}

} // namespace

Rule constraintUnenforced()
{
    return {u"constraint-unenforced"_s, everyEngine(),
            say("Finding", "Checks are switched off, not enforced or left not validated."), Severity::Warning,
            checkConstraintUnenforced};
}

} // namespace countersign::checks::rules

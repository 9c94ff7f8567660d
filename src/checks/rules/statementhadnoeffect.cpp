#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

/// Statements whose effect is not in the schema.
bool hidesItsEffect(const StatementFacts &facts)
{
    return facts.verb == Verb::Truncate || facts.verb == Verb::Reindex || facts.verb == Verb::RefreshMaterializedView ||
           facts.verb == Verb::Cluster || facts.verb == Verb::Optimize || facts.verb == Verb::Grant ||
           facts.verb == Verb::Comment || facts.verb == Verb::CreateDatabase || facts.verb == Verb::DropDatabase ||
           facts.restarts || (facts.orReplace && facts.verb == Verb::CreateTable) ||
           std::ranges::any_of(facts.actions, [](const Action &action) {
               return action.kind == ActionKind::Force || action.kind == ActionKind::StorageEngine ||
                      action.kind == ActionKind::AutoIncrement || action.kind == ActionKind::TriggerState ||
                      action.kind == ActionKind::TruncatePartition;
           });
}

bool makesTemporary(const CheckContext &context, const QString &sql)
{
    return mentions(context, sql, u"TEMPORARY"_s) || mentions(context, sql, u"TEMP"_s);
}

/// About a table that lives as long as the session and is in no schema.
bool isAboutTemporary(const CheckContext &context, const Step &step)
{
    return makesTemporary(context, step.sql()) || std::ranges::any_of(context.steps(), [&](const Step &earlier) {
               return earlier.index() < step.index() && makesTemporary(context, earlier.sql()) &&
                      std::ranges::any_of(
                          earlier.facts.targets,
                          [&](const Name &made) {
                              return std::ranges::any_of(step.facts.targets, [&](const Name &name) {
                                  return name.name.compare(made.name, Qt::CaseInsensitive) == 0;
                              });
                          });
           });
}

void checkStatementHadNoEffect(const CheckContext &context, Findings &findings)
{
    for (const Step &step : context.steps()) {
        if (!step.ran || step.part > 0 || !isDefinition(step.facts.verb) || hidesItsEffect(step.facts) ||
            !step.change.isEmpty() || !step.run->effects.empty() || isAboutTemporary(context, step)) {
            continue;
        }
        const bool guarded =
            step.facts.ifExists || step.facts.ifNotExists ||
            std::ranges::any_of(step.facts.actions, [](const Action &action) { return action.ifExists; });
        findings.findings.push_back(finding(
            Severity::Warning, step.index(), step.facts.object,
            guarded ? say("Finding", "The statement changed nothing: its IF [NOT] EXISTS matched. What exists may "
                                     "differ from what the "
                                     "script describes.")
                    : say("Finding", "The statement changed nothing: what it asks for is there already."),
            say("Finding",
                "Compare the existing object with the one in the script, and drop the guard or the statement.")));
    }
}

} // namespace

Rule statementHadNoEffect()
{
    return {u"statement-had-no-effect"_s, everyEngine(), say("Finding", "A definition statement changed nothing."),
            Severity::Warning, checkStatementHadNoEffect};
}

} // namespace countersign::checks::rules

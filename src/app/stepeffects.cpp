#include "app/stepeffects.h"

#include "checks/locks.h"
#include "sql/dialect.h"

namespace countersign::app {

namespace {

/// True when every difference that the statement serves is a new object, or a part of one.
bool servesOnlyNew(const engine::Step &step, const std::vector<diff::Difference> &differences)
{
    return !step.differences.empty() && std::ranges::all_of(step.differences, [&](int index) {
        const diff::Difference &difference = differences[std::size_t(index)];
        return difference.change == diff::Change::Added && !schema::isPartOfRelation(difference.id.kind);
    });
}

} // namespace

std::vector<StepEffect> stepEffects(const SchemaComparison &comparison)
{
    const plan::Plan &plan = comparison.plan;
    const schema::Schema &before = plan.comparison.renamedFrom;
    const sql::Dialect dialect = sql::dialectOf(before.engine);
    const checks::LockQuestion question{.engine = before.engine,
                                        .version = checks::parseVersion(comparison.from.schema.serverVersion),
                                        .before = before,
                                        .after = comparison.to.schema};
    std::vector<StepEffect> effects;
    effects.reserve(plan.forward.size());
    for (const engine::Step &step : plan.forward) {
        StepEffect effect;
        effect.losesData = step.destructive;
        effect.byHand = step.sql.isEmpty();
        effect.onlyNew = servesOnlyNew(step, plan.comparison.differences);
        if (!effect.byHand) {
            const checks::StatementFacts facts = checks::statementFacts(step.sql, dialect);
            if (facts.parsed) {
                effect.locks = checks::predictLocks(question, facts);
            }
        }
        effects.push_back(std::move(effect));
    }
    return effects;
}

} // namespace countersign::app

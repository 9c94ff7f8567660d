#include "app/stepeffects.h"

#include "checks/locks.h"
#include "sql/dialect.h"

namespace countersign::app {

using namespace Qt::StringLiterals;

namespace {

/// True when every difference that the statement serves is a new object, or a part of one.
bool servesOnlyNew(const engine::Step &step, const std::vector<diff::Difference> &differences)
{
    return !step.differences.empty() && std::ranges::all_of(step.differences, [&](int index) {
        const diff::Difference &difference = differences[std::size_t(index)];
        return difference.change == diff::Change::Added && !schema::isPartOfRelation(difference.id.kind);
    });
}

bool changesView(checks::Verb verb)
{
    return verb == checks::Verb::CreateView || verb == checks::Verb::AlterView || verb == checks::Verb::DropView;
}

/// Replacing a view rewrites its catalog entry only, but who reads the view waits (PostgreSQL: ACCESS EXCLUSIVE, manual
/// 13.3.1; MySQL family: exclusive metadata lock). SQLite locks the whole file for it; readers go on.
std::vector<rehearsal::Lock> viewLocks(const schema::Schema &before, const checks::StatementFacts &facts)
{
    std::vector<rehearsal::Lock> locks;
    for (const checks::Name &name : facts.targets) {
        const schema::ObjectId id{schema::ObjectKind::View, name.schema, {}, name.name};
        if (before.find(id) != nullptr) {
            rehearsal::Lock lock;
            lock.object = id.path();
            lock.mode = before.engine == schema::EngineKind::PostgreSql ? u"ACCESS EXCLUSIVE"_s : u"EXCLUSIVE"_s;
            lock.blocksReads = before.engine != schema::EngineKind::Sqlite;
            lock.blocksWrites = true;
            lock.observed = false;
            locks.push_back(std::move(lock));
        }
    }
    return locks;
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
                if (effect.locks.empty() && changesView(facts.verb)) {
                    effect.locks = viewLocks(before, facts);
                }
            }
        }
        effects.push_back(std::move(effect));
    }
    return effects;
}

} // namespace countersign::app

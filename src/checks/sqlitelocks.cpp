#include "checks/locks.h"

using namespace Qt::StringLiterals;

namespace countersign::checks {

using rehearsal::Lock;

// SQLite locks the whole file. What counts is whether the statement goes over the rows while it holds that lock
// (risk catalogue (d); lang_altertable.html; lockingv3.html).
std::vector<Lock> predictSqliteLocks(const LockQuestion &question, const StatementFacts &facts)
{
    std::vector<Lock> out;
    const auto add = [&](const Name &name, bool rewrites, bool scans) {
        if (const schema::Table *table = resolveTable(question.before, name)) {
            Lock lock;
            lock.object = table->id().path();
            lock.mode = u"EXCLUSIVE"_s;
            lock.blocksWrites = true;
            lock.rewritesTable = rewrites;
            lock.scansTable = scans || rewrites;
            lock.observed = false;
            out.push_back(lock);
        }
    };
    if (facts.verb == Verb::AlterTable && !facts.targets.empty()) {
        const Action action = facts.actions.empty() ? Action() : facts.actions.front();
        const bool tests = action.kind == ActionKind::AddColumn && (action.inlineCheck || action.inlineNotNull);
        add(facts.targets.front(), action.kind == ActionKind::DropColumn,
            tests || action.kind == ActionKind::SetNotNull || action.kind == ActionKind::AddConstraint);
    } else if (facts.verb == Verb::CreateIndex) {
        add(facts.targets.front(), false, true);
    } else if (facts.verb == Verb::Vacuum && facts.full) {
        for (const schema::Table *table : tablesOf(question.before)) {
            add({table->schema, table->name}, true, true);
        }
    } else if (facts.verb == Verb::DropTable || facts.verb == Verb::DropIndex || facts.verb == Verb::CreateTrigger) {
        for (const Name &name : facts.targets) {
            add(name, false, false);
        }
    } else if (isDataChange(facts.verb)) {
        add(facts.targets.empty() ? Name() : facts.targets.front(), false, facts.verb != Verb::Insert);
        for (const Name &name : facts.reads) {
            if (facts.verb == Verb::Insert && facts.fromSelect) {
                add(name, false, true);
            }
        }
    }
    return out;
}

} // namespace countersign::checks

#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

/// A default partition is read to prove that it has no row of the new one.
void defaultPartitionScans(const CheckContext &context, const Step &step, Findings &findings)
{
    const bool attaches = std::ranges::any_of(
        step.facts.actions, [](const Action &action) { return action.kind == ActionKind::AttachPartition; });
    if (step.facts.partitionOf.isEmpty() && !attaches) {
        return;
    }
    for (const rehearsal::Lock &lock : step.locks) {
        const schema::Table *table =
            lock.scansTable
                ? context.resolve(*step.before, {lock.object.section(u'.', 0, -2), lock.object.section(u'.', -1)})
                : nullptr;
        const auto severity =
            table == nullptr || table->partitionBound.text.compare("DEFAULT"_L1, Qt::CaseInsensitive) != 0
                ? std::nullopt
                : context.scaled(step, lock.object);
        if (severity) {
            findings.findings.push_back(finding(
                *severity, step.index(), lock.object,
                say("Finding",
                    "The default partition %1 (%2) is read from end to end to prove that it has no row of the new one.")
                    .arg(lock.object, context.sizeText(context.basePath(step, lock.object))),
                say("Finding", "Add a CHECK to the default partition that excludes the new bound, NOT VALID, and "
                               "validate it first.")));
        }
    }
}

void adds(const CheckContext &context, Findings &findings)
{
    for (const Step &step : context.steps()) {
        defaultPartitionScans(context, step, findings);
        if (step.facts.verb == Verb::CreateTable && !step.facts.partitionOf.isEmpty()) {
            const schema::Table *parent = context.resolve(*step.before, step.facts.partitionOf);
            if (parent != nullptr && context.existed(step, parent->id().path()) && !step.facts.targets.empty()) {
                const schema::Table *made = context.resolve(context.result(), step.facts.targets.front());
                findings.findings.push_back(finding(
                    Severity::Warning, step.index(), parent->id().path(),
                    say("Finding",
                        "CREATE TABLE … PARTITION OF needs %1 for itself: it waits for every running query, and every "
                        "later "
                        "query waits behind it.")
                        .arg(parent->id().path()),
                    say("Finding", "Create the table by itself and attach it: that takes a much weaker lock."),
                    made == nullptr || made->partitionBound.isEmpty()
                        ? QString()
                        // One with an identity column of its own cannot be attached (PostgreSQL 17).
                        : u"CREATE TABLE %1 (LIKE %2 INCLUDING ALL EXCLUDING IDENTITY);\nALTER TABLE %2 ATTACH PARTITION %1 %3"_s
                              .arg(sqlName(context, *made), sqlName(context, *parent), made->partitionBound.text)));
            }
        }
        for (const Action &action : step.facts.actions) {
            const schema::Table *partition =
                action.kind == ActionKind::AttachPartition ? context.resolve(*step.before, action.other) : nullptr;
            const auto severity = partition == nullptr ? std::nullopt : context.scaled(step, partition->id().path());
            const rehearsal::Lock *lock = partition == nullptr ? nullptr : step.lockOn(partition->id().path());
            const bool proven = partition != nullptr && std::ranges::any_of(partition->constraints, [](const auto &c) {
                                    return c.kind == schema::ConstraintKind::Check && !c.notValid;
                                });
            if (severity && !proven && (lock == nullptr || lock->scansTable || !lock->observed)) {
                findings.findings.push_back(finding(
                    *severity, step.index(), partition->id().path(),
                    say("Finding", "ATTACH reads all of %1 (%2) to prove its bound.")
                        .arg(partition->id().path(), context.sizeText(context.basePath(step, partition->id().path()))),
                    say("Finding", "Add a CHECK with the bound NOT VALID, validate it, attach, and drop the CHECK.")));
            }
        }
    }
}

/// With one, no other partition can be detached CONCURRENTLY.
bool hasDefaultPartition(const schema::Schema &schema, const QString &parent)
{
    return std::ranges::any_of(tablesOf(schema), [&parent](const schema::Table *table) {
        return table->partitionOf == parent &&
               table->partitionBound.text.compare("DEFAULT"_L1, Qt::CaseInsensitive) == 0;
    });
}

Phrase howToDetach(bool hasDefault, const Phrase &otherwise)
{
    return hasDefault ? say("Finding", "CONCURRENTLY is refused while there is a default partition: set a short lock "
                                       "timeout and try again when it strikes, or detach the default first.")
                      : otherwise;
}

void detaches(const CheckContext &context, Findings &findings)
{
    for (const Step &step : context.steps()) {
        for (const Action &action : step.facts.actions) {
            if (action.kind == ActionKind::DetachPartition && !action.concurrently && context.version().major >= 14) {
                const schema::Table *parent = context.resolve(*step.before, step.facts.targets.front());
                const bool hasDefault = parent != nullptr && hasDefaultPartition(*step.before, parent->id().path());
                findings.findings.push_back(
                    finding(Severity::Warning, step.index(), pathOf(context, step, step.facts.targets.front()),
                            say("Finding", "DETACH PARTITION needs %1 for itself: every query on it waits.")
                                .arg(pathOf(context, step, step.facts.targets.front())),
                            howToDetach(hasDefault, say("Finding", "Detach CONCURRENTLY, outside of a transaction.")),
                            hasDefault ? QString() : step.sql().trimmed() + u" CONCURRENTLY"_s));
            }
        }
        for (const TableChange &table : step.change.tables) {
            if (step.facts.verb == Verb::DropTable && table.removed() && !table.before->partitionOf.isEmpty() &&
                context.existed(step, table.path())) {
                const bool parentGoes = std::ranges::any_of(step.change.tables, [&](const TableChange &other) {
                    return other.removed() && other.path() == table.before->partitionOf;
                });
                const bool hasDefault = hasDefaultPartition(*step.before, table.before->partitionOf);
                if (!parentGoes) {
                    findings.findings.push_back(finding(
                        Severity::Warning, step.index(), table.path(),
                        say("Finding",
                            "Dropping the partition %1 needs its parent %2 for itself: every query on it waits.")
                            .arg(table.path(), table.before->partitionOf),
                        howToDetach(hasDefault, say("Finding", "Detach it CONCURRENTLY first, then drop it.")),
                        hasDefault ? QString()
                                   : u"ALTER TABLE %1 DETACH PARTITION %2 CONCURRENTLY;\n%3"_s.arg(
                                         table.before->partitionOf, sqlName(context, *table.before), step.sql())));
                }
            }
        }
    }
}

} // namespace

Rule partitionAddBlocks()
{
    return {u"partition-add-blocks"_s, postgreSql(), say("Finding", "A new partition locks its parent or is scanned."),
            Severity::Warning, adds};
}

Rule partitionDetachBlocks()
{
    return {u"partition-detach-blocks"_s, postgreSql(), say("Finding", "Taking a partition away locks its parent."),
            Severity::Warning, detaches};
}

} // namespace countersign::checks::rules

#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

/// The existing table over whose rows a statement goes; nullptr for none.
const schema::Table *worksOn(const CheckContext &context, const Step &step)
{
    const bool copies = step.facts.verb == Verb::Insert && step.facts.fromSelect;
    const bool changes = step.facts.verb == Verb::Update || step.facts.verb == Verb::Delete;
    if (step.facts.hasLimit || (!copies && !changes)) {
        return nullptr;
    }
    const Name name = changes ? (step.facts.targets.empty() ? Name() : step.facts.targets.front())
                              : (step.facts.reads.empty() ? Name() : step.facts.reads.back());
    const schema::Table *table = context.resolve(*step.before, name);
    // Copying into a new table locks no row of the old one, but for the MySQL family, which locks what it reads.
    const schema::Table *into =
        copies && !step.facts.targets.empty() ? context.resolve(*step.before, step.facts.targets.front()) : nullptr;
    if (into != nullptr && !context.existed(step, into->id().path()) && !context.isMySqlFamily()) {
        return nullptr;
    }
    if (copies) {
        for (const Name &read : step.facts.reads) {
            const schema::Table *source = context.resolve(*step.before, read);
            table = source != nullptr && !step.facts.targets.empty() &&
                            source != context.resolve(*step.before, step.facts.targets.front())
                        ? source
                        : table;
        }
    }
    return table != nullptr && context.existed(step, table->id().path()) ? table : nullptr;
}

bool fillsExisting(const CheckContext &context, const Step &step)
{
    const schema::Table *into =
        step.facts.targets.empty() ? nullptr : context.resolve(*step.before, step.facts.targets.front());
    return into != nullptr && context.existed(step, into->id().path());
}

void checkBackfillUnbatched(const CheckContext &context, Findings &findings)
{
    for (const Step &step : context.steps()) {
        const schema::Table *table = worksOn(context, step);
        if (table == nullptr) {
            continue;
        }
        const QString path = table->id().path();
        const QString base = context.basePath(step, path);
        const auto rows = context.rowsOf(base);
        auto severity = context.scaled(step, path);
        if (!severity || (rows && *rows <= context.input().settings.bigBackfill)) {
            continue;
        }
        // A condition may choose few rows; how many cannot be known from here.
        const bool chosen = step.facts.hasWhere && !step.facts.constantWhere;
        if (chosen && step.part == 0 && choosesFew(context, step, *table)) {
            continue;
        }
        if (!rows && chosen) {
            severity = Severity::Warning;
        }
        if (step.facts.verb == Verb::Insert && severity == Severity::Error && !fillsExisting(context, step)) {
            severity = Severity::Warning; // locks the rows that it reads, and changes none that was there
        }
        findings.findings.push_back(finding(
            *severity, step.index(), path,
            say("Finding", "One statement goes over %1 (%2)%3: long locks, bloat or undo, and replicas lag.")
                .arg(path, context.sizeText(base), chosen ? say("Finding", " where its condition holds") : QString()),
            say("Finding",
                "Do it in keyed batches of some thousand rows with a pause, outside of the schema change.")));
    }
}

} // namespace

Rule backfillUnbatched()
{
    return {u"backfill-unbatched"_s, everyEngine(),
            say("Finding", "One statement changes many rows of an existing table."), Severity::Warning,
            checkBackfillUnbatched};
}

} // namespace countersign::checks::rules

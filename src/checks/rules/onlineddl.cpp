#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

struct Altered {
    const Step *step = nullptr;
    const rehearsal::Lock *lock = nullptr;
    QString path;
    TableSize size = TableSize::Unknown;
};

std::vector<Altered> alterations(const CheckContext &context)
{
    std::vector<Altered> out;
    for (const Step &step : context.steps()) {
        if ((step.facts.verb != Verb::AlterTable && step.facts.verb != Verb::Optimize) || step.facts.targets.empty()) {
            continue;
        }
        const schema::Table *table = context.resolve(*step.before, step.facts.targets.front());
        if (table != nullptr && context.existed(step, table->id().path())) {
            const QString path = table->id().path();
            out.push_back({&step, step.lockOn(path), path, context.sizeOf(step, path)});
        }
    }
    return out;
}

bool onlyAddsIndex(const Step &step)
{
    return !step.facts.actions.empty() && std::ranges::all_of(step.facts.actions, [](const Action &action) {
        return action.kind == ActionKind::AddIndex || action.kind == ActionKind::Algorithm;
    });
}

void copies(const CheckContext &context, Findings &findings)
{
    for (const Altered &item : alterations(context)) {
        const auto severity = context.scaled(*item.step, item.path);
        const StatementFacts &facts = item.step->facts;
        const bool asks =
            facts.algorithm == "COPY"_L1 || facts.lockClause == "SHARED"_L1 || facts.lockClause == "EXCLUSIVE"_L1;
        // A rename takes its lock for a moment; only what the server chose an algorithm for can take long.
        const bool blocks = item.lock != nullptr && item.lock->blocksWrites && !item.lock->algorithm.isEmpty();
        if (!severity || onlyAddsIndex(*item.step) || (!blocks && !asks)) {
            continue;
        }
        findings.findings.push_back(finding(
            *severity, item.step->index(), item.path,
            say("Finding",
                "Nobody can write to %1 (%2) while the server makes this change%3, and then the same on each replica.")
                .arg(item.path, context.sizeText(context.basePath(*item.step, item.path)),
                     asks ? say("Finding", " in the way the script asks for")
                          : say("Finding", " by copying the table")),
            asks ? say("Finding", "Leave ALGORITHM and LOCK out, or ask for the lightest form that is accepted.")
                 : say("Finding", "Use gh-ost or pt-online-schema-change, or add a new column and switch over.")));
    }
}

void rebuilds(const CheckContext &context, Findings &findings)
{
    for (const Altered &item : alterations(context)) {
        const bool online = item.lock != nullptr && item.lock->rewritesTable && !item.lock->blocksWrites;
        if (!online || (item.size != TableSize::Big && item.size != TableSize::Unknown)) {
            continue;
        }
        findings.findings.push_back(
            finding(Severity::Warning, item.step->index(), item.path,
                    say("Finding", "%1 (%2) is rebuilt: writes go on, but it needs the space twice, and replicas lag "
                                   "for as long as it takes.")
                        .arg(item.path, context.sizeText(context.basePath(*item.step, item.path))),
                    say("Finding", "Use gh-ost, or one combined ALTER off-peak.")));
    }
}

int rowVersions(const CheckContext &context, const QString &path)
{
    const auto *production = context.input().production;
    if (production == nullptr) {
        return 0;
    }
    const auto it = production->rowVersions.find(path);
    return it == production->rowVersions.end() ? 0 : it->second;
}

void notPinned(const CheckContext &context, Findings &findings)
{
    for (const Altered &item : alterations(context)) {
        if (item.lock == nullptr || item.size == TableSize::Empty) {
            continue;
        }
        const int versions = rowVersions(context, context.basePath(*item.step, item.path));
        if (versions >= 56) {
            findings.findings.push_back(
                finding(Severity::Warning, item.step->index(), item.path,
                        say("Finding", "%1 has used %2 of its 64 instant changes: the next ones become a rebuild.")
                            .arg(item.path, QString::number(versions)),
                        say("Finding", "Rebuild the table off-peak (OPTIMIZE TABLE), which starts the count again.")));
        }
        const auto isLight = [](const Action &action) {
            return (action.kind == ActionKind::AddColumn && !action.stored && !action.inlineUnique &&
                    !action.inlinePrimaryKey && !action.autoIncrement) ||
                   action.kind == ActionKind::RenameColumn || action.kind == ActionKind::SetDefault ||
                   action.kind == ActionKind::DropDefault;
        };
        const auto &actions = item.step->facts.actions;
        if (item.lock->rewritesTable && std::ranges::any_of(actions, isLight) &&
            !std::ranges::all_of(actions, isLight) && item.size != TableSize::New) {
            findings.findings.push_back(finding(
                Severity::Warning, item.step->index(), item.path,
                say("Finding",
                    "This ALTER combines clauses that alone are instant with one that is not: all of %1 is rebuilt "
                    "for them.")
                    .arg(item.path),
                say("Finding", "One ALTER for each algorithm, the instant ones with ALGORITHM=INSTANT.")));
        }
        if (item.step->ran && item.step->facts.algorithm.isEmpty() && item.lock->algorithm == "INSTANT"_L1) {
            findings.findings.push_back(finding(
                Severity::Info, item.step->index(), item.path,
                say("Finding",
                    "This change of %1 is instant in the rehearsal, but nothing makes production refuse a slower way.")
                    .arg(item.path),
                say("Finding", "Pin it."), item.step->sql().trimmed() + u", ALGORITHM=INSTANT"_s));
        }
    }
}

} // namespace

Rule alterCopyBlocksWrites()
{
    return {u"alter-copy-blocks-writes"_s, mySqlFamily(), say("Finding", "ALTER TABLE blocks writes while it copies."),
            Severity::Error, copies};
}

Rule alterRebuildOnline()
{
    return {u"alter-rebuild-online"_s, mySqlFamily(), say("Finding", "A big table is rebuilt online."),
            Severity::Warning, rebuilds};
}

Rule instantNotGuaranteed()
{
    return {u"instant-not-guaranteed"_s, mySqlFamily(),
            say("Finding", "Nothing makes the server keep to the instant way."), Severity::Info, notPinned};
}

} // namespace countersign::checks::rules

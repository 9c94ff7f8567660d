#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

bool isNamed(const CheckContext &context, const Step &step, const QString &name)
{
    return mentions(context, step.sql(), name);
}

QStringList collateral(const CheckContext &context, const Step &step)
{
    QStringList out;
    for (const TableChange &table : step.change.tables) {
        if (table.removed()) {
            if (!isNamed(context, step, table.before->name)) {
                out.append(table.path());
            }
            continue;
        }
        for (const auto &pair : table.columns) {
            if (pair.removed() && !isNamed(context, step, pair.before->name)) {
                out.append(table.path() + u'.' + pair.before->name);
            }
        }
        for (const auto &pair : table.constraints) {
            if (pair.removed() && !pair.before->inherited && !isNamed(context, step, pair.before->name)) {
                out.append(table.path() + u'.' + nameOrKind(*pair.before));
            }
        }
        for (const auto &pair : table.policies) {
            if (pair.removed() && !isNamed(context, step, pair.before->name)) {
                out.append(table.path() + u'.' + pair.before->name);
            }
        }
    }
    const auto whole = [&](const auto &pairs) {
        for (const auto &pair : pairs) {
            if (pair.removed() && !isNamed(context, step, pair.before->name)) {
                out.append(pair.before->id().path());
            }
        }
    };
    whole(step.change.views);
    whole(step.change.routines);
    whole(step.change.types);
    for (const auto &pair : step.change.sequences) {
        // A sequence that belongs to a dropped column is part of it.
        if (pair.removed() && pair.before->ownedBy.isEmpty() && !isNamed(context, step, pair.before->name)) {
            out.append(pair.before->id().path());
        }
    }
    return out;
}

QStringList truncated(const CheckContext &context, const Step &step)
{
    QStringList out;
    for (const rehearsal::Lock &lock : step.locks) {
        const QString name = lock.object.section(u'.', -1);
        if (step.facts.verb == Verb::Truncate && lock.blocksReads && context.existed(step, lock.object) &&
            !isNamed(context, step, name)) {
            out.append(lock.object);
        }
    }
    return out;
}

void checkCascadeDropsMore(const CheckContext &context, Findings &findings)
{
    for (const Step &step : context.steps()) {
        const bool cascades =
            step.facts.cascade || std::ranges::any_of(step.facts.actions, [](const Action &a) { return a.cascade; });
        if (!cascades || !step.ran) {
            continue;
        }
        std::vector<Phrase> lost;
        QString first;
        for (const QString &path : collateral(context, step)) {
            first = first.isEmpty() ? path : first;
            lost.push_back(path);
        }
        for (const QString &path : truncated(context, step)) {
            first = first.isEmpty() ? path : first;
            lost.push_back(say("Finding", "%1 (emptied)").arg(path));
        }
        if (lost.empty()) {
            continue;
        }
        findings.findings.push_back(
            finding(Severity::Error, step.index(), first,
                    say("Finding", "CASCADE takes along what the script does not name: %1.").arg(listed(lost)),
                    say("Finding",
                        "Leave CASCADE out and drop each of these objects by name, so that the reviewer sees them.")));
    }
}

} // namespace

Rule cascadeDropsMore()
{
    return {u"cascade-drops-more"_s, postgreSql(),
            say("Finding", "CASCADE drops or empties objects that the script does not name."), Severity::Error,
            checkCascadeDropsMore};
}

} // namespace countersign::checks::rules

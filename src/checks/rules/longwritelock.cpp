#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

void checkLongWriteLock(const CheckContext &context, Findings &findings)
{
    for (const Step &step : context.steps()) {
        QSet<QString> reported;
        const bool bulk = step.facts.verb == Verb::Update || step.facts.verb == Verb::Delete ||
                          (step.facts.verb == Verb::Insert && step.facts.fromSelect);
        QStringList candidates;
        for (const rehearsal::Lock &lock : step.locks) {
            if (lock.rewritesTable || lock.scansTable) {
                candidates.append(lock.object);
            }
        }
        std::vector<Name> names = bulk ? step.facts.reads : std::vector<Name>();
        if (bulk && step.facts.verb != Verb::Insert) {
            names.insert(names.end(), step.facts.targets.begin(), step.facts.targets.end());
        }
        for (const Name &name : names) {
            const schema::Table *table = context.resolve(*step.before, name);
            const bool few = table != nullptr && choosesFew(context, step, *table);
            candidates.append(table == nullptr || few ? QString() : table->id().path());
        }
        for (const QString &path : candidates) {
            const TableSize size = path.isEmpty() ? TableSize::New : context.sizeOf(step, path);
            if ((size != TableSize::Big && size != TableSize::Unknown) || reported.contains(path)) {
                continue;
            }
            reported.insert(path);
            findings.findings.push_back(finding(
                Severity::Warning, step.index(), path,
                say("Finding",
                    "The statement goes over all of %1 (%2) while it holds SQLite's only write lock: every other "
                    "writer gets "
                    "SQLITE_BUSY.")
                    .arg(path, context.sizeText(context.basePath(step, path))),
                say("Finding", "Do it off-peak, and give the application a busy_timeout.")));
        }
    }
}

} // namespace

Rule longWriteLock()
{
    return {u"long-write-lock"_s, sqlite(), say("Finding", "A long statement keeps every other writer out."),
            Severity::Warning, checkLongWriteLock};
}

} // namespace countersign::checks::rules

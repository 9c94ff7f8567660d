#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

void unproven(const CheckContext &context, Findings &findings)
{
    const auto *reversibility = context.input().reversibility;
    if (!context.input().hasDown) {
        findings.findings.push_back(finding(
            Severity::Info, 0, {},
            reversibility != nullptr && !reversibility->without.isEmpty()
                ? say("Finding", "There is no way back for %1: if this goes wrong at night, somebody has to write one "
                                 "then.")
                      .arg(listed(reversibility->without))
                : say("Finding", "There is no way back: if this goes wrong at night, somebody has to write "
                                 "one then."),
            say("Finding", "Write the way back and let it be rehearsed."),
            reversibility != nullptr && reversibility->generated && reversibility->restoresBase ? reversibility->sql
                                                                                                : QString()));
        return;
    }
    if (reversibility == nullptr || !reversibility->ran) {
        findings.notRun.push_back({u"down-unproven"_s, say("Finding", "the way back was not rehearsed")});
        return;
    }
    if (reversibility->restoresBase || reversibility->generated) {
        return;
    }
    Phrase what = say("Finding", "leaves a schema that differs from the one before");
    QStringList left;
    for (const rehearsal::Reversal &reversal : reversibility->reversals) {
        if (reversal.restoresBase || left.size() > 0) {
            continue;
        }
        if (reversal.error) {
            what = say("Finding", "fails: %1").arg(reversal.error->message);
        }
        for (const diff::Difference &difference : reversal.left) {
            left.append(difference.id.path());
        }
    }
    findings.findings.push_back(
        finding(Severity::Warning, 0, left.value(0),
                say("Finding", "The way back was run from the full state and %1%2.")
                    .arg(what, left.isEmpty() ? QString() : u" (%1)"_s.arg(listed(left.mid(0, 8)))),
                say("Finding", "Correct the way back until it gives the schema before.")));
}

void irreversible(const CheckContext &context, Findings &findings)
{
    const auto report = [&](int statement, const QString &path, const Phrase &what) {
        findings.findings.push_back(finding(Severity::Info, statement, path,
                                            say("Finding", "%1: only a backup brings the data back.").arg(what),
                                            say("Finding", "Note which backup, and how long a restore takes.")));
    };
    for (const TableChange &table : context.net().tables) {
        if (table.removed()) {
            report(table.statement, table.path(), say("Finding", "%1 is dropped").arg(table.path()));
        }
        for (const auto &pair : table.columns) {
            if (pair.removed()) {
                const QString path = table.before->id().path() + u'.' + pair.before->name;
                report(pair.statement, path, say("Finding", "%1 is dropped").arg(path));
            } else if (pair.altered() && !context.isSqlite() && pair.before->type != pair.after->type &&
                       lossOf(*pair.before, *pair.after, context.engine()) != Loss::None) {
                const QString path = table.columnPath(*pair.after);
                report(pair.statement, path, say("Finding", "%1 changes to a type that holds less").arg(path));
            }
        }
    }
    for (const Step &step : context.steps()) {
        if (step.facts.verb == Verb::Truncate && !step.facts.targets.empty()) {
            const QString path = pathOf(context, step, step.facts.targets.front());
            report(step.index(), path, say("Finding", "%1 is emptied").arg(path));
        }
        if (context.isPostgreSql() && step.facts.verb == Verb::AlterType && !step.facts.label.isEmpty() &&
            step.facts.newLabel.isEmpty()) {
            const QString type = step.facts.targets.front().path();
            findings.findings.push_back(
                finding(Severity::Info, step.index(), type,
                        say("Finding", "The label '%1' of %2 cannot be taken away again.").arg(step.facts.label, type),
                        say("Finding", "Make sure of the spelling; a way back has to swap the type.")));
        }
    }
}

} // namespace

Rule downUnproven()
{
    return {u"down-unproven"_s, everyEngine(),
            say("Finding", "The way back is missing, fails, or does not give the schema before."), Severity::Info,
            unproven};
}

Rule irreversibleStep()
{
    return {u"irreversible-step"_s, everyEngine(), say("Finding", "A step that only a backup undoes."), Severity::Info,
            irreversible};
}

} // namespace countersign::checks::rules

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
            u"There is no way back: if this goes wrong at night, somebody has to write "
            "one then."_s,
            u"Write the way back and let it be rehearsed."_s,
            reversibility != nullptr && reversibility->generated && reversibility->restoresBase ? reversibility->sql
                                                                                                : QString()));
        return;
    }
    if (reversibility == nullptr || !reversibility->ran) {
        findings.notRun.push_back({u"down-unproven"_s, u"the way back was not rehearsed"_s});
        return;
    }
    if (reversibility->restoresBase || reversibility->generated) {
        return;
    }
    QString what = u"leaves a schema that differs from the one before"_s;
    QStringList left;
    for (const rehearsal::Reversal &reversal : reversibility->reversals) {
        if (reversal.restoresBase || left.size() > 0) {
            continue;
        }
        if (reversal.error) {
            what = u"fails: %1"_s.arg(reversal.error->message);
        }
        for (const diff::Difference &difference : reversal.left) {
            left.append(difference.id.path());
        }
    }
    findings.findings.push_back(finding(Severity::Warning, 0, left.value(0),
                                        u"The way back was run from the full state and %1%2."_s.arg(
                                            what, left.isEmpty() ? QString() : u" (%1)"_s.arg(listed(left.mid(0, 8)))),
                                        u"Correct the way back until it gives the schema before."_s));
}

void irreversible(const CheckContext &context, Findings &findings)
{
    const auto report = [&](int statement, const QString &path, const QString &what) {
        findings.findings.push_back(finding(Severity::Info, statement, path,
                                            u"%1: only a backup brings the data back."_s.arg(what),
                                            u"Note which backup, and how long a restore takes."_s));
    };
    for (const TableChange &table : context.net().tables) {
        if (table.removed()) {
            report(table.statement, table.path(), u"%1 is dropped"_s.arg(table.path()));
        }
        for (const auto &pair : table.columns) {
            if (pair.removed()) {
                const QString path = table.before->id().path() + u'.' + pair.before->name;
                report(pair.statement, path, u"%1 is dropped"_s.arg(path));
            } else if (pair.altered() && !context.isSqlite() && pair.before->type != pair.after->type &&
                       lossOf(*pair.before, *pair.after, context.engine()) != Loss::None) {
                const QString path = table.columnPath(*pair.after);
                report(pair.statement, path, u"%1 changes to a type that holds less"_s.arg(path));
            }
        }
    }
    for (const Step &step : context.steps()) {
        if (step.facts.verb == Verb::Truncate && !step.facts.targets.empty()) {
            const QString path = pathOf(context, step, step.facts.targets.front());
            report(step.index(), path, u"%1 is emptied"_s.arg(path));
        }
        if (context.isPostgreSql() && step.facts.verb == Verb::AlterType && !step.facts.label.isEmpty() &&
            step.facts.newLabel.isEmpty()) {
            const QString type = step.facts.targets.front().path();
            findings.findings.push_back(
                finding(Severity::Info, step.index(), type,
                        u"The label '%1' of %2 cannot be taken away again."_s.arg(step.facts.label, type),
                        u"Make sure of the spelling; a way back has to swap the type."_s));
        }
    }
}

} // namespace

Rule downUnproven()
{
    return {u"down-unproven"_s, everyEngine(), u"The way back is missing, fails, or does not give the schema before."_s,
            Severity::Info, unproven};
}

Rule irreversibleStep()
{
    return {u"irreversible-step"_s, everyEngine(), u"A step that only a backup undoes."_s, Severity::Info,
            irreversible};
}

} // namespace countersign::checks::rules

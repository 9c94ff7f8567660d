#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

/// The labels of one enumeration before and after.
struct Labels {
    QString object;
    int statement = 0;
    QStringList before;
    QStringList after;
    QStringList renamed; ///< old labels that the script renames by name
};

std::vector<Labels> changedLabels(const CheckContext &context)
{
    std::vector<Labels> out;
    for (const auto &pair : context.net().types) {
        if (pair.altered() && pair.before->typeKind == "enum"_L1 && pair.before->labels != pair.after->labels) {
            Labels labels{pair.after->id().path(), pair.statement, pair.before->labels, pair.after->labels, {}};
            for (const Step &step : context.steps()) {
                if (!step.facts.newLabel.isEmpty() && step.ran) {
                    labels.renamed.append(step.facts.label);
                }
            }
            out.push_back(labels);
        }
    }
    for (const TableChange *table : keptTables(context)) {
        for (const auto &pair : table->columns) {
            if (!pair.altered() || !context.isMySqlFamily()) {
                continue;
            }
            const QStringList before = typeParts(pair.before->type, context.engine()).labels;
            const QStringList after = typeParts(pair.after->type, context.engine()).labels;
            if (!before.isEmpty() && !after.isEmpty() && before != after) {
                Labels labels{table->columnPath(*pair.after), pair.statement, before, after, {}};
                // The family has no RENAME: the same number of labels with one changed in place is meant as one.
                for (qsizetype i = 0; i < before.size() && before.size() == after.size(); ++i) {
                    if (!after.contains(before[i]) && !before.contains(after[i])) {
                        labels.renamed.append(before[i]);
                    }
                }
                out.push_back(labels);
            }
        }
    }
    return out;
}

void removed(const CheckContext &context, Findings &findings)
{
    for (const Labels &labels : changedLabels(context)) {
        for (const QString &label : labels.before) {
            if (labels.after.contains(label) || labels.renamed.contains(label)) {
                continue;
            }
            findings.findings.push_back(finding(
                Severity::Error, labels.statement, labels.object,
                say("Finding", "The label '%1' of %2 disappears: rows that hold it fail to convert%3.")
                    .arg(label, labels.object,
                         context.isMySqlFamily() ? say("Finding", ", or become '' where the session is not strict")
                                                 : QString()),
                say("Finding", "Move the rows to another label first, and ask the data whether any is left.")));
        }
    }
}

void renamed(const CheckContext &context, Findings &findings)
{
    for (const Labels &labels : changedLabels(context)) {
        for (const QString &label : labels.renamed) {
            if (!labels.before.contains(label) || labels.after.contains(label)) {
                continue;
            }
            findings.findings.push_back(finding(
                Severity::Error, labels.statement, labels.object,
                say("Finding", "The label '%1' of %2 is renamed: an application that still writes or compares the old "
                               "label fails.")
                    .arg(label, labels.object),
                say("Finding",
                    "Add the new label, let both versions of the application accept both, move the rows, keep the old "
                    "one.")));
        }
    }
}

void reordered(const CheckContext &context, Findings &findings)
{
    for (const Labels &labels : changedLabels(context)) {
        QStringList kept = labels.after;
        kept.removeIf([&](const QString &label) { return !labels.before.contains(label); });
        QStringList old = labels.before;
        old.removeIf([&](const QString &label) { return !labels.after.contains(label); });
        const bool inserted = labels.after.size() > labels.before.size() &&
                              labels.after.first(labels.before.size()) != labels.before && kept == labels.before;
        if (kept == old && !inserted) {
            continue;
        }
        findings.findings.push_back(
            finding(Severity::Warning, labels.statement, labels.object,
                    say("Finding", "The labels of %1 change their order: the table is copied, and ORDER BY "
                                   "and numeric use of the column mean "
                                   "something else.")
                        .arg(labels.object),
                    say("Finding", "Append new labels at the end: %1.").arg(listed(labels.before))));
    }
}

} // namespace

Rule enumValueRemoved()
{
    return {u"enum-value-removed"_s, servers(), say("Finding", "A label of an enumeration disappears."),
            Severity::Error, removed};
}

Rule enumValueRenamed()
{
    return {u"enum-value-renamed"_s, servers(), say("Finding", "A label of an enumeration is renamed."),
            Severity::Error, renamed};
}

Rule enumReordered()
{
    return {u"enum-reordered"_s, mySqlFamily(), say("Finding", "Labels are reordered or inserted before the end."),
            Severity::Warning, reordered};
}

} // namespace countersign::checks::rules

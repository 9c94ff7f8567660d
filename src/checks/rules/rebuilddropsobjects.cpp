#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

struct Lost {
    std::vector<Phrase> names;
    bool severe = false;
};

bool allGone(const TableChange &table, const QStringList &columns)
{
    return !columns.isEmpty() && std::ranges::any_of(columns, [&](const QString &column) {
        return !column.isEmpty() && findColumn(*table.after, column) == nullptr;
    });
}

Lost lostParts(const TableChange &table)
{
    Lost lost;
    for (const auto &pair : table.indexes) {
        if (pair.removed() && !allGone(table, columnsOf(pair.before->keys))) {
            lost.names.push_back(say("Finding", "index %1").arg(pair.before->name));
            lost.severe |= pair.before->unique;
        }
    }
    for (const auto &pair : table.constraints) {
        if (pair.removed() && !allGone(table, columnsOf(pair.before->keys))) {
            lost.names.push_back(Phrase(schema::nameOf(pair.before->kind) + u' ') +
                                 (pair.before->name.isEmpty()
                                      ? say("Finding", "on (%1)")
                                            .arg(pair.before->keys.empty() ? pair.before->expression.text
                                                                           : listed(columnsOf(pair.before->keys)))
                                      : pair.before->name));
            lost.severe = true;
        }
    }
    for (const auto &pair : table.triggers) {
        if (pair.removed()) {
            lost.names.push_back(say("Finding", "trigger %1").arg(pair.before->name));
            lost.severe = true;
        }
    }
    for (const auto &pair : table.columns) {
        if (pair.altered() && !pair.before->defaultValue.isEmpty() && pair.after->defaultValue.isEmpty()) {
            lost.names.push_back(say("Finding", "default of %1").arg(pair.after->name));
        }
    }
    return lost;
}

void checkRebuildDropsObjects(const CheckContext &context, Findings &findings)
{
    for (const TableChange *table : keptTables(context)) {
        if (!table->rebuilt) {
            continue;
        }
        const Lost lost = lostParts(*table);
        if (lost.names.empty()) {
            continue;
        }
        findings.findings.push_back(
            finding(lost.severe ? Severity::Error : Severity::Warning, table->statement, table->path(),
                    say("Finding", "%1 is rebuilt, and the new table lacks what the old one had: %2.")
                        .arg(table->path(), listed(lost.names)),
                    say("Finding",
                        "Create the listed objects again after the rename, or drop them by name if that is meant.")));
    }
}

} // namespace

Rule rebuildDropsObjects()
{
    return {u"rebuild-drops-objects"_s, everyEngine(),
            say("Finding", "A rebuilt table lacks indexes, triggers, constraints or defaults of the old one."),
            Severity::Error, checkRebuildDropsObjects};
}

} // namespace countersign::checks::rules

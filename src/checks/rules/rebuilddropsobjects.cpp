#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

struct Lost {
    QStringList names;
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
            lost.names.append(u"index %1"_s.arg(pair.before->name));
            lost.severe |= pair.before->unique;
        }
    }
    for (const auto &pair : table.constraints) {
        if (pair.removed() && !allGone(table, columnsOf(pair.before->keys))) {
            lost.names.append(
                u"%1 %2"_s.arg(schema::nameOf(pair.before->kind),
                               pair.before->name.isEmpty()
                                   ? u"on (%1)"_s.arg(pair.before->keys.empty() ? pair.before->expression.text
                                                                                : listed(columnsOf(pair.before->keys)))
                                   : pair.before->name));
            lost.severe = true;
        }
    }
    for (const auto &pair : table.triggers) {
        if (pair.removed()) {
            lost.names.append(u"trigger %1"_s.arg(pair.before->name));
            lost.severe = true;
        }
    }
    for (const auto &pair : table.columns) {
        if (pair.altered() && !pair.before->defaultValue.isEmpty() && pair.after->defaultValue.isEmpty()) {
            lost.names.append(u"default of %1"_s.arg(pair.after->name));
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
        if (lost.names.isEmpty()) {
            continue;
        }
        findings.findings.push_back(
            finding(lost.severe ? Severity::Error : Severity::Warning, table->statement, table->path(),
                    u"%1 is rebuilt, and the new table lacks what the old one had: %2."_s.arg(table->path(),
                                                                                              listed(lost.names)),
                    u"Create the listed objects again after the rename, or drop them by name if that is meant."_s));
    }
}

} // namespace

Rule rebuildDropsObjects()
{
    return {u"rebuild-drops-objects"_s, everyEngine(),
            u"A rebuilt table lacks indexes, triggers, constraints or defaults of the old one."_s, Severity::Error,
            checkRebuildDropsObjects};
}

} // namespace countersign::checks::rules

#include "checks/locks.h"
#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

QString safeWay(const CheckContext &context, const schema::Table &table, const QString &column)
{
    const QString name = sqlName(context, table.name + u'_' + column + u"_set"_s);
    const QString relation = sqlName(context, table);
    const QString quoted = sqlName(context, column);
    if (context.version().major >= 18) {
        return u"ALTER TABLE %1 ADD CONSTRAINT %2 NOT NULL %3 NOT VALID;\nALTER TABLE %1 VALIDATE CONSTRAINT %2"_s.arg(
            relation, name, quoted);
    }
    return u"ALTER TABLE %1 ADD CONSTRAINT %2 CHECK (%3 IS NOT NULL) NOT VALID;\nALTER TABLE %1 VALIDATE CONSTRAINT "
           u"%2;\n"
           "ALTER TABLE %1 ALTER COLUMN %3 SET NOT NULL;\nALTER TABLE %1 DROP CONSTRAINT %2"_s.arg(relation, name,
                                                                                                   quoted);
}

void checkSetNotNullScan(const CheckContext &context, Findings &findings)
{
    for (const Step &step : context.steps()) {
        for (const TableChange &table : step.change.tables) {
            if (!table.altered()) {
                continue;
            }
            const auto severity = context.scaled(step, table.before->id().path());
            for (const auto &pair : table.columns) {
                const bool becomes = pair.altered() && !pair.before->notNull && pair.after->notNull;
                if (!severity || !becomes || refusesNull(*table.before, pair.before->name)) {
                    continue;
                }
                const QString path = table.columnPath(*pair.after);
                findings.findings.push_back(finding(
                    *severity, step.index(), path,
                    say("Finding", "Setting %1 NOT NULL reads all of %2 (%3) while nobody can read or write it.")
                        .arg(path, table.path(), context.sizeText(context.basePath(step, table.before->id().path()))),
                    say("Finding", "Prove it first with a CHECK that is validated without that lock."),
                    safeWay(context, *table.after, pair.after->name)));
            }
        }
    }
}

} // namespace

Rule setNotNullScan()
{
    return {u"set-not-null-scan"_s, postgreSql(),
            say("Finding", "NOT NULL is proven by a scan under ACCESS EXCLUSIVE."), Severity::Error,
            checkSetNotNullScan};
}

} // namespace countersign::checks::rules

#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

QStringList columnNames(const schema::Table &table)
{
    QStringList out;
    for (const schema::Column &column : table.columns) {
        if (column.generated.isEmpty()) {
            out.append(column.name);
        }
    }
    return out;
}

QString namedCopy(const CheckContext &context, const schema::Table &from, const schema::Table &to)
{
    QStringList common;
    for (const QString &column : columnNames(to)) {
        if (columnNames(from).contains(column, Qt::CaseInsensitive)) {
            common.append(sqlName(context, column));
        }
    }
    return u"INSERT INTO %1 (%2) SELECT %2 FROM %3"_s.arg(sqlName(context, to), listed(common), sqlName(context, from));
}

void checkRebuildColumnMismatch(const CheckContext &context, Findings &findings)
{
    for (const Step &step : context.steps()) {
        const bool copies = step.facts.verb == Verb::Insert && step.facts.fromSelect && step.facts.reads.size() == 1;
        if (!copies || (!step.facts.selectStar && !step.facts.columns.isEmpty())) {
            continue;
        }
        const schema::Table *to = context.resolve(*step.before, step.facts.targets.front());
        const schema::Table *from = context.resolve(*step.before, step.facts.reads.front());
        if (to == nullptr || from == nullptr || to == from || !context.existed(step, from->id().path())) {
            continue;
        }
        const QStringList given = step.facts.selectStar ? columnNames(*from) : step.facts.selected;
        const QStringList taken = step.facts.columns.isEmpty() ? columnNames(*to) : step.facts.columns;
        if (given == taken || given.contains(QString())) {
            continue;
        }
        findings.findings.push_back(finding(
            Severity::Error, step.index(), to->id().path(),
            say("Finding",
                "The copy from %1 to %2 goes by position, but the columns differ: (%3) into (%4). Values land in "
                "the wrong "
                "columns%5.")
                .arg(from->id().path(), to->id().path(), listed(given), listed(taken),
                     context.isSqlite() ? say("Finding", " without an error") : QString()),
            say("Finding", "Name the columns on both sides."), namedCopy(context, *from, *to)));
    }
}

} // namespace

Rule rebuildColumnMismatch()
{
    return {u"rebuild-column-mismatch"_s, everyEngine(),
            say("Finding", "A copy goes by position while the columns differ."), Severity::Error,
            checkRebuildColumnMismatch};
}

} // namespace countersign::checks::rules

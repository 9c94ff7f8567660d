#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

bool alike(const QString &a, const QString &b)
{
    const QString x = a.toLower().remove(u'_');
    const QString y = b.toLower().remove(u'_');
    return x.contains(y) || y.contains(x) ||
           editDistance(x, y) <= std::max<int>(1, static_cast<int>(std::min(x.size(), y.size())) / 3);
}

qsizetype positionOf(const schema::Table &table, const schema::Column &column)
{
    return &column - table.columns.data();
}

void checkRenamedColumns(const CheckContext &context, const TableChange &table, Findings &findings)
{
    for (const auto &gone : table.columns) {
        for (const auto &made : table.columns) {
            if (!gone.removed() || !made.added() || gone.before->type != made.after->type ||
                gone.before->name.compare(made.after->name, Qt::CaseInsensitive) == 0) {
                continue;
            }
            const bool samePlace = positionOf(*table.before, *gone.before) == positionOf(*table.after, *made.after);
            if (!samePlace && !alike(gone.before->name, made.after->name)) {
                continue;
            }
            findings.findings.push_back(
                finding(Severity::Warning, gone.statement, table.columnPath(*made.after),
                        say("Finding", "%1 loses %2 and gains %3 of the same type: if this is meant as a rename, the "
                                       "values are dropped, not "
                                       "moved.")
                            .arg(table.path(), gone.before->name, made.after->name),
                        say("Finding", "Rename the column, or copy the values before the drop."),
                        u"ALTER TABLE %1 RENAME COLUMN %2 TO %3"_s.arg(sqlName(context, *table.after),
                                                                       sqlName(context, gone.before->name),
                                                                       sqlName(context, made.after->name))));
        }
    }
}

bool sameColumns(const schema::Table &a, const schema::Table &b)
{
    qsizetype common = 0;
    for (const schema::Column &column : a.columns) {
        const schema::Column *other = findColumn(b, column.name);
        common += other != nullptr && other->type == column.type ? 1 : 0;
    }
    const auto most = static_cast<qsizetype>(std::max(a.columns.size(), b.columns.size()));
    return common >= 2 && common * 10 >= most * 7;
}

void checkDropAddLooksLikeRename(const CheckContext &context, Findings &findings)
{
    for (const TableChange &table : context.net().tables) {
        if (table.altered()) {
            checkRenamedColumns(context, table, findings);
        }
        for (const TableChange &other : context.net().tables) {
            if (table.removed() && other.added() && table.path() != other.path() &&
                table.before->partitionOf.isEmpty() && other.after->partitionOf.isEmpty() &&
                sameColumns(*table.before, *other.after)) {
                findings.findings.push_back(finding(
                    Severity::Warning, table.statement, other.path(),
                    say("Finding",
                        "%1 is dropped and %2 is created with the same columns: if this is meant as a rename, the "
                        "rows are "
                        "dropped, not moved.")
                        .arg(table.path(), other.path()),
                    say("Finding", "Rename the table, or copy the rows before the drop."),
                    u"ALTER TABLE %1 RENAME TO %2"_s.arg(sqlName(context, *table.before),
                                                         sqlName(context, other.after->name))));
            }
        }
    }
}

} // namespace

Rule dropAddLooksLikeRename()
{
    return {u"drop-add-looks-like-rename"_s, everyEngine(),
            say("Finding", "A drop and an add that may be meant as a rename."), Severity::Warning,
            checkDropAddLooksLikeRename};
}

} // namespace countersign::checks::rules

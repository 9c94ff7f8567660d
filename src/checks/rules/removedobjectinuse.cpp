#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

/// A name that the old application may use and that the result no longer has.
struct Gone {
    QString path;
    QString table;
    QString column; ///< empty for the table itself
    int statement = 0;
};

std::vector<Gone> goneNames(const CheckContext &context)
{
    std::vector<Gone> out;
    for (const TableChange &table : context.net().tables) {
        if (table.removed() || (table.altered() && table.before->name != table.after->name)) {
            out.push_back({table.before->id().path(), table.before->name, {}, table.statement});
        }
        for (const auto &pair : table.columns) {
            if (pair.removed() || (pair.altered() && pair.before->name != pair.after->name)) {
                out.push_back({table.before->id().path() + u'.' + pair.before->name, table.before->name,
                               pair.before->name, pair.statement});
            }
        }
    }
    for (const auto &pair : context.net().views) {
        if (pair.removed()) {
            out.push_back({pair.before->id().path(), pair.before->name, {}, pair.statement});
        }
    }
    return out;
}

void checkRemovedObjectInUse(const CheckContext &context, Findings &findings)
{
    const std::vector<Gone> gone = goneNames(context);
    const auto *production = context.input().production;
    QStringList queries = production == nullptr ? QStringList() : production->queries;
    if (context.input().applicationSql != nullptr) {
        queries += *context.input().applicationSql;
    }
    if (queries.isEmpty()) {
        if (!gone.empty()) {
            findings.notRun.push_back(
                {u"removed-object-in-use"_s,
                 say("Finding", "no statements of the application and no query statistics were given")});
        }
        return;
    }
    for (const Gone &name : gone) {
        const auto used = std::ranges::find_if(queries, [&](const QString &query) {
            return mentions(context, query, name.table) &&
                   (name.column.isEmpty() || mentions(context, query, name.column));
        });
        if (used != queries.end()) {
            findings.findings.push_back(
                finding(Severity::Error, name.statement, name.path,
                        say("Finding", "%1 is gone after the migration, and the application uses it: %2")
                            .arg(name.path, used->simplified().left(160)),
                        say("Finding", "Remove the use first, deploy that, and change the schema afterwards.")));
        }
    }
}

} // namespace

Rule removedObjectInUse()
{
    return {u"removed-object-in-use"_s, everyEngine(),
            say("Finding", "A dropped or renamed name is used by the application."), Severity::Error,
            checkRemovedObjectInUse};
}

} // namespace countersign::checks::rules

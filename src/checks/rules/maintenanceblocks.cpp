#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

bool writesAnew(const Action &action)
{
    return action.kind == ActionKind::Tablespace || action.kind == ActionKind::Persistence ||
           action.kind == ActionKind::AccessMethod;
}

/// Without a plain unique index the server refuses REFRESH … CONCURRENTLY.
bool hasUniqueIndex(const schema::Schema &schema, const QString &path)
{
    return std::ranges::any_of(objectsOf<schema::View>(schema), [&](const schema::View *view) {
        return view->id().path() == path && std::ranges::any_of(view->indexes, [](const schema::Index &index) {
                   return index.unique && index.predicate.isEmpty() && !columnsOf(index.keys).contains(QString());
               });
    });
}

void checkMaintenanceBlocks(const CheckContext &context, Findings &findings)
{
    for (const Step &step : context.steps()) {
        const StatementFacts &facts = step.facts;
        const bool maintenance = (facts.verb == Verb::Vacuum && facts.full) || facts.verb == Verb::Cluster ||
                                 (facts.verb == Verb::Reindex && !facts.concurrently && context.isPostgreSql()) ||
                                 (facts.verb == Verb::RefreshMaterializedView && !facts.concurrently);
        const bool alters = facts.verb == Verb::AlterTable && std::ranges::any_of(facts.actions, writesAnew);
        if (!maintenance && !alters) {
            continue;
        }
        QStringList paths;
        for (const Name &name : facts.targets) {
            paths.append(pathOf(context, step, name));
        }
        if (context.isSqlite()) {
            const bool big = std::ranges::any_of(tablesOf(context.base()), [&](const schema::Table *table) {
                return context.sizeOfBase(table->id().path()) == TableSize::Big ||
                       context.sizeOfBase(table->id().path()) == TableSize::Unknown;
            });
            findings.findings.push_back(
                finding(big ? Severity::Error : Severity::Warning, step.index(), {},
                        say("Finding", "VACUUM writes the whole file anew, and nobody can write meanwhile."),
                        say("Finding", "Do it off-peak, outside of the migration.")));
            continue;
        }
        for (const QString &path : paths) {
            const bool isTable = context.existed(step, path);
            const auto severity = isTable ? context.scaled(step, path) : Severity::Error;
            if (!severity) {
                continue;
            }
            const QString word = facts.verb == Verb::Reindex ? u"INDEX"_s : QString();
            QString fix;
            if (facts.verb == Verb::RefreshMaterializedView && hasUniqueIndex(*step.before, path)) {
                fix = withInserted(context, step.sql(), u"VIEW"_s, u"CONCURRENTLY"_s);
            } else if (!word.isEmpty()) {
                fix = withInserted(context, step.sql(), facts.special ? u"INDEX"_s : u"TABLE"_s, u"CONCURRENTLY"_s);
            }
            findings.findings.push_back(
                finding(*severity, step.index(), path,
                        say("Finding", "%1 is written anew (%2), and %3 meanwhile.")
                            .arg(path, context.sizeText(context.basePath(step, path)),
                                 facts.verb == Verb::Reindex ? say("Finding", "nobody can write to its table")
                                                             : say("Finding", "nobody can read or write it")),
                        fix.isEmpty() ? say("Finding", "Use pg_repack, or do it off-peak.")
                                      : say("Finding", "Use the CONCURRENTLY form."),
                        fix));
        }
    }
}

} // namespace

Rule maintenanceBlocks()
{
    return {u"maintenance-blocks"_s,
            {schema::EngineKind::PostgreSql, schema::EngineKind::Sqlite},
            say("Finding", "Maintenance that blocks others while it writes everything anew."),
            Severity::Error,
            checkMaintenanceBlocks};
}

} // namespace countersign::checks::rules

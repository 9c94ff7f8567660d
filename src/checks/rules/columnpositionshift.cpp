#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

/// The columns that both tables have, in the order of each.
bool keepsOrder(const TableChange &table)
{
    for (size_t i = 0; i < table.before->columns.size(); ++i) {
        if (i >= table.after->columns.size()) {
            return true;
        }
        const QString &before = table.before->columns[i].name;
        const QString &after = table.after->columns[i].name;
        const bool renamed = std::ranges::any_of(table.columns, [&](const auto &pair) {
            return pair.altered() && pair.before->name == before && pair.after->name == after;
        });
        if (before.compare(after, Qt::CaseInsensitive) != 0 && !renamed) {
            return false;
        }
    }
    return true;
}

bool hasPositionalInsert(const CheckContext &context, const schema::Table &table)
{
    const QStringList *queries = context.input().applicationSql;
    return queries != nullptr && std::ranges::any_of(*queries, [&](const QString &query) {
               const StatementFacts facts = statementFacts(query, context.dialect());
               return facts.verb == Verb::Insert && facts.columns.isEmpty() && !facts.targets.empty() &&
                      facts.targets.front().name.compare(table.name, Qt::CaseInsensitive) == 0;
           });
}

void checkColumnPositionShift(const CheckContext &context, Findings &findings)
{
    for (const TableChange *table : keptTables(context)) {
        const bool added = std::ranges::any_of(table->columns, [](const auto &pair) { return pair.added(); });
        const bool removedOnly =
            !added && std::ranges::any_of(table->columns, [](const auto &pair) { return pair.removed(); });
        const bool positional = (added || removedOnly) && hasPositionalInsert(context, *table->before);
        const bool shifted = !removedOnly && !keepsOrder(*table);
        if (!shifted && !positional) {
            continue;
        }
        bool asked = false;
        for (const Step &step : context.steps()) {
            asked |= std::ranges::any_of(step.facts.actions, [](const Action &action) { return action.positioned; });
        }
        findings.findings.push_back(finding(
            asked || positional ? Severity::Warning : Severity::Info,
            statementThat(context, *table,
                          [](const auto &was, const auto &is) { return !std::ranges::equal(was.columns, is.columns); }),
            table->path(),
            positional
                ? say("Finding",
                      "The application inserts into %1 without naming columns: with another number of columns these "
                      "INSERTs fail.")
                      .arg(table->path())
                : say("Finding",
                      "The columns of %1 stand in another order: INSERT without a column list and SELECT * by position "
                      "hit the wrong columns.")
                      .arg(table->path()),
            say("Finding", "Append new columns at the end, and name columns in the application.")));
    }
}

} // namespace

Rule columnPositionShift()
{
    return {u"column-position-shift"_s,
            {schema::EngineKind::MySql, schema::EngineKind::MariaDb, schema::EngineKind::Sqlite},
            say("Finding", "Columns change their ordinal positions."),
            Severity::Info,
            checkColumnPositionShift};
}

} // namespace countersign::checks::rules

#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

bool hasFewValues(const CheckContext &context, const schema::Column &column)
{
    const TypeParts type = typeParts(column.type, context.engine());
    const bool tiny = type.name == "tinyint"_L1 && !type.arguments.empty() && type.arguments.front() == 1;
    return familyOf(type) == TypeFamily::Boolean || tiny ||
           (familyOf(type) == TypeFamily::Enum && type.name == "enum"_L1 && type.labels.size() < 10);
}

void lowValue(const CheckContext &context, Findings &findings)
{
    for (const NewIndex &added : newIndexes(context)) {
        const schema::Index &index = *added.index;
        std::vector<Phrase> reasons;
        const schema::Column *first =
            index.keys.empty() ? nullptr : findColumn(*added.table, index.keys.front().column);
        if (index.keys.size() == 1 && index.predicate.isEmpty() && !index.unique && first != nullptr &&
            hasFewValues(context, *first)) {
            reasons.push_back(say("Finding", "%1 has only a few different values").arg(first->name));
        }
        if (!index.unique && index.keys.size() > 3) {
            reasons.push_back(say("Finding", "it has %1 columns").arg(index.keys.size()));
        }
        if (added.table->indexes.size() > 8) {
            reasons.push_back(say("Finding", "%1 now has %2 indexes")
                                  .arg(added.table->id().path(), QString::number(added.table->indexes.size())));
        }
        if (!reasons.empty()) {
            findings.findings.push_back(
                finding(Severity::Info, added.statement, added.table->id().path() + u'.' + index.name,
                        say("Finding", "%1 is rarely chosen or costs more than it gives: %2.")
                            .arg(index.name, Phrase::joined(reasons, u"; "_s)),
                        say("Finding", "Make it partial, or put the column that selects most first.")));
        }
    }
}

void invalid(const CheckContext &context, Findings &findings)
{
    for (const Step &step : context.steps()) {
        if (step.facts.verb != Verb::CreateIndex || !step.facts.ifNotExists) {
            continue;
        }
        for (const schema::Table *table : tablesOf(*step.before)) {
            const schema::Index *index = findIndex(*table, step.facts.object);
            if (index != nullptr && index->invalid) {
                const QString name = context.dialect().qualified(table->schema, index->name);
                QString again = withReplaced(context, step.sql(), u"IF"_s, QString());
                again = withReplaced(context, again, u"NOT"_s, QString());
                again = withReplaced(context, again, u"EXISTS"_s, QString()).simplified();
                findings.findings.push_back(
                    finding(Severity::Error, step.index(), table->id().path() + u'.' + index->name,
                            u"%1 is there and INVALID, left by a failed build: IF NOT EXISTS skips it, no query uses "
                            u"it, and it "
                            "enforces nothing."_s.arg(index->name),
                            say("Finding", "Drop it and build it again."),
                            u"DROP INDEX CONCURRENTLY %1;\n%2"_s.arg(name, again)));
            }
        }
    }
}

void analyseMissing(const CheckContext &context, Findings &findings)
{
    const auto analysedLater = [&](int statement, const QString &table) {
        return std::ranges::any_of(context.steps(), [&](const Step &step) {
            const bool all = step.facts.targets.empty() && step.facts.reads.empty();
            return step.index() > statement && step.facts.verb == Verb::Analyze &&
                   (all || mentions(context, step.sql(), table));
        });
    };
    for (const TableChange *table : keptTables(context)) {
        for (const auto &pair : table->columns) {
            const int statement = statementThat(context, *table, pair,
                                                [](const auto &was, const auto &is) { return was.type != is.type; });
            if (pair.altered() && pair.before->type != pair.after->type &&
                !analysedLater(statement, table->after->name)) {
                findings.findings.push_back(finding(
                    Severity::Info, statement, table->columnPath(*pair.after),
                    say("Finding", "The type change deletes the statistics of %1: plans may be bad until they are "
                                   "collected again.")
                        .arg(table->columnPath(*pair.after)),
                    say("Finding", "Analyse the column right after."),
                    u"ANALYZE %1 (%2)"_s.arg(sqlName(context, *table->after), sqlName(context, pair.after->name))));
            }
        }
        for (const auto &pair : table->indexes) {
            const bool expression =
                pair.added() &&
                std::ranges::any_of(pair.after->keys, [](const schema::IndexKey &key) { return key.column.isEmpty(); });
            if (expression && !analysedLater(pair.statement, table->after->name)) {
                findings.findings.push_back(finding(
                    Severity::Info, pair.statement, table->path() + u'.' + pair.after->name,
                    say("Finding", "%1 is on an expression, of which nothing is known until the table is analysed.")
                        .arg(pair.after->name),
                    say("Finding", "Analyse the table right after."),
                    u"ANALYZE %1"_s.arg(sqlName(context, *table->after))));
            }
        }
    }
}

} // namespace

Rule indexLowValue()
{
    return {u"index-low-value"_s, everyEngine(), say("Finding", "An index that is rarely chosen."), Severity::Info,
            lowValue};
}

Rule indexInvalid()
{
    return {u"index-invalid"_s, postgreSql(), u"IF NOT EXISTS meets an invalid index."_s, Severity::Error, invalid};
}

Rule statisticsLost()
{
    return {u"statistics-lost"_s, postgreSql(),
            say("Finding", "A change deletes statistics, and nothing collects them."), Severity::Info, analyseMissing};
}

} // namespace countersign::checks::rules

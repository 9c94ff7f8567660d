#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

/// The migration itself gives the key a wider type.
bool isWidened(const CheckContext &context, const QString &key)
{
    return std::ranges::any_of(keptTables(context), [&](const TableChange *table) {
        return std::ranges::any_of(table->columns, [&](const auto &pair) {
            return pair.altered() && table->before->id().path() + u'.' + pair.before->name == key &&
                   integerBytes(typeParts(pair.after->type, context.engine())) >
                       integerBytes(typeParts(pair.before->type, context.engine()));
        });
    });
}

void nearOverflow(const CheckContext &context, Findings &findings)
{
    const auto *production = context.input().production;
    if (production == nullptr) {
        return;
    }
    for (const Step &step : context.steps()) {
        for (const TableChange &change : step.change.tables) {
            const QString base =
                change.before == nullptr ? QString() : context.basePath(step, change.before->id().path());
            for (const auto &[path, key] : production->keys) {
                const bool touched = !base.isEmpty() && path.startsWith(base + u'.');
                if (!touched || key.maximum <= 0 || key.last < key.maximum / 10 * 7 || isWidened(context, path)) {
                    continue;
                }
                const QString percent =
                    QString::number(static_cast<double>(key.last) / static_cast<double>(key.maximum) * 100, 'f', 0);
                findings.findings.push_back(finding(
                    Severity::Error, step.index(), path,
                    say("Finding", "%1 has used %2 % of its numbers (%3 of %4): inserts stop when they run out.")
                        .arg(path, percent, QString::number(key.last), QString::number(key.maximum)),
                    say("Finding", "Plan the widening to bigint now, before anything else is done to this table.")));
            }
        }
    }
}

/// The table and column that a sequence feeds.
std::pair<const schema::Table *, const schema::Column *> fedColumn(const CheckContext &context,
                                                                   const schema::Sequence &sequence)
{
    const QString column = sequence.ownedBy.section(u'.', -1);
    const QString table = sequence.ownedBy.section(u'.', 0, -2);
    for (const schema::Table *candidate : tablesOf(context.result())) {
        if (candidate->id().path() == table) {
            return {candidate, findColumn(*candidate, column)};
        }
    }
    return {nullptr, nullptr};
}

void narrowSequence(const CheckContext &context, Findings &findings)
{
    for (const schema::Sequence *sequence : objectsOf<schema::Sequence>(context.result())) {
        const auto [table, column] = fedColumn(context, *sequence);
        if (column == nullptr || sequence->counter.type.isEmpty()) {
            continue;
        }
        const int has = integerBytes(typeParts(sequence->counter.type, context.engine()));
        const int needs = integerBytes(typeParts(column->type, context.engine()));
        int statement = 0;
        for (const TableChange *change : keptTables(context)) {
            for (const auto &pair : change->columns) {
                statement = pair.after == column && pair.before != nullptr && pair.before->type != column->type
                                ? pair.statement
                                : statement;
            }
        }
        for (const NewColumn &added : newColumns(context, true)) {
            statement = added.column == column ? added.statement : statement;
        }
        if (statement == 0 || has == 0 || has >= needs) {
            continue;
        }
        findings.findings.push_back(finding(
            Severity::Error, statement, sequence->id().path(),
            say("Finding", "%1.%2 is %3, but its sequence %4 is still %5 and stops at %6.")
                .arg(table->id().path(), column->name, column->type, sequence->id().path(), sequence->counter.type,
                     integerRange(typeParts(sequence->counter.type, context.engine())).second),
            say("Finding", "Widen the sequence as well."),
            u"ALTER SEQUENCE %1 AS %2"_s.arg(context.dialect().qualified(sequence->schema, sequence->name),
                                             column->type)));
    }
}

} // namespace

Rule keyNearOverflow()
{
    return {u"key-near-overflow"_s, everyEngine(), say("Finding", "A touched key has used most of its numbers."),
            Severity::Error, nearOverflow};
}

Rule sequenceNarrowerThanColumn()
{
    return {u"sequence-narrower-than-column"_s, postgreSql(),
            say("Finding", "A column is wider than the sequence that feeds it."), Severity::Error, narrowSequence};
}

} // namespace countersign::checks::rules

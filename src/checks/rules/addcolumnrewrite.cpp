#include "checks/rules/rules.h"
#include "checks/rules/support.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

/// Whether the column by itself makes the server rewrite: where a statement has several clauses, another one may be it.
bool mayRewrite(const schema::Column &column, const Action &action)
{
    static const QRegularExpression call(u"\\b([a-z_][a-z0-9_]*)\\s*\\("_s, QRegularExpression::CaseInsensitiveOption);
    static const QSet<QString> stable{u"now"_s, u"transaction_timestamp"_s, u"statement_timestamp"_s,
                                      u"current_setting"_s};
    bool calls = false;
    for (auto it = call.globalMatch(column.defaultValue.text); it.hasNext();) {
        calls |= !stable.contains(it.next().captured(1).toLower());
    }
    return !column.generated.isEmpty() || !column.identity.isEmpty() || action.autoIncrement || calls;
}

/// The column without its default, then the default for rows to come. serial is a type that makes its sequence; the
/// others name one that is there.
QString inTwoSteps(const CheckContext &context, const schema::Table &table, const schema::Column &column, bool serial)
{
    const QString fix = u"ALTER TABLE %1 ADD COLUMN %2 %3;\nALTER TABLE %1 ALTER COLUMN %2 SET DEFAULT %4"_s.arg(
        sqlName(context, table), sqlName(context, column.name), column.type, column.defaultValue.text);
    static const QRegularExpression next(u"nextval\\('([^']+)'"_s);
    const auto match = next.match(column.defaultValue.text);
    if (!serial || !match.hasMatch()) {
        return fix;
    }
    const QString sequence = match.captured(1);
    const QString type = column.type == "bigint"_L1 ? QString() : u" AS "_s + column.type;
    return u"CREATE SEQUENCE %1%2;\n%3;\nALTER SEQUENCE %1 OWNED BY %4.%5"_s.arg(
        sequence, type, fix, sqlName(context, table), sqlName(context, column.name));
}

void checkAddColumnRewrite(const CheckContext &context, Findings &findings)
{
    for (const Step &step : context.steps()) {
        for (const TableChange &table : step.change.tables) {
            const rehearsal::Lock *lock = table.altered() ? step.lockOn(table.before->id().path()) : nullptr;
            const auto severity = lock == nullptr ? std::nullopt : context.scaled(step, lock->object);
            for (const auto &pair : table.columns) {
                const auto action = std::ranges::find_if(step.facts.actions, [&](const Action &candidate) {
                    return pair.added() && candidate.kind == ActionKind::AddColumn &&
                           candidate.name == pair.after->name;
                });
                if (!severity || !lock->rewritesTable || action == step.facts.actions.end() ||
                    (step.facts.actions.size() > 1 && !mayRewrite(*pair.after, *action))) {
                    continue;
                }
                const Phrase why =
                    !pair.after->generated.isEmpty() ? say("Finding", "its generated values are computed")
                    : !pair.after->identity.isEmpty() || action->autoIncrement
                        ? say("Finding", "every row gets a number")
                    : !pair.after->defaultValue.isEmpty() ? say("Finding", "its default differs from row to row")
                                                          : say("Finding", "its domain is checked");
                const QString path = table.columnPath(*pair.after);
                findings.findings.push_back(finding(
                    *severity, step.index(), path,
                    say("Finding",
                        "Adding %1 rewrites %2 (%3), because %4 for each row, while nobody can read or write it.")
                        .arg(path, table.path(), context.sizeText(context.basePath(step, table.before->id().path())),
                             why),
                    say("Finding", "Add the column without default, set the default in a second statement, and fill "
                                   "the old rows in "
                                   "batches."),
                    pair.after->defaultValue.isEmpty() || !pair.after->generated.isEmpty()
                        ? QString()
                        : inTwoSteps(context, *table.after, *pair.after, action->autoIncrement)));
            }
        }
    }
}

} // namespace

Rule addColumnRewrite()
{
    return {u"add-column-rewrite"_s, postgreSql(), say("Finding", "A new column makes the server rewrite the table."),
            Severity::Error, checkAddColumnRewrite};
}

} // namespace countersign::checks::rules

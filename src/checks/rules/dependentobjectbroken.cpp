#include "checks/rules/rules.h"
#include "checks/rules/support.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

struct Dependent {
    QString path;
    Phrase kind;
    QString text;
};

/// What has SQL text that the server does not check when a table or column goes away.
std::vector<Dependent> dependents(const CheckContext &context)
{
    std::vector<Dependent> out;
    const schema::Schema &result = context.result();
    if (!context.isPostgreSql()) {
        for (const schema::View *view : objectsOf<schema::View>(result)) {
            out.push_back({view->id().path(), say("Finding", "view"), view->query.text});
        }
        for (const schema::Table *table : tablesOf(result)) {
            for (const schema::Trigger &trigger : table->triggers) {
                out.push_back(
                    {table->id().path() + u'.' + trigger.name, say("Finding", "trigger"), trigger.definition.text});
            }
        }
    }
    for (const schema::Routine *routine : objectsOf<schema::Routine>(result)) {
        out.push_back({routine->id().path(),
                       routine->routineKind == "function"_L1    ? say("Finding", "function")
                       : routine->routineKind == "procedure"_L1 ? say("Finding", "procedure")
                                                                : say("Finding", "routine"),
                       routine->body.text});
    }
    return out;
}

bool relationExists(const CheckContext &context, const QString &name)
{
    const auto views = objectsOf<schema::View>(context.result());
    return context.resolve(context.result(), {{}, name}) != nullptr ||
           std::ranges::any_of(
               views, [&](const schema::View *view) { return view->name.compare(name, Qt::CaseInsensitive) == 0; });
}

void report(const Dependent &dependent, int statement, const QString &gone, Findings &findings,
            Severity severity = Severity::Error)
{
    if (severity != Severity::Error) {
        findings.findings.push_back(finding(
            severity, statement, dependent.path,
            say("Finding",
                "The %1 %2 names %3, which is gone, or one of the same name in another table that it also names.")
                .arg(dependent.kind, dependent.path, gone),
            say("Finding", "Look at the %1, and change it in the same migration if it means this one.")
                .arg(dependent.kind)));
        return;
    }
    findings.findings.push_back(
        finding(severity, statement, dependent.path,
                say("Finding", "The %1 %2 still names %3, which is gone: it fails when it is used.")
                    .arg(dependent.kind, dependent.path, gone),
                say("Finding", "Change or drop the %1 in the same migration.").arg(dependent.kind)));
}

void checkForeignKeys(const CheckContext &context, Findings &findings)
{
    for (const schema::Table *table : tablesOf(context.result())) {
        for (const schema::Constraint &constraint : table->constraints) {
            if (constraint.kind != schema::ConstraintKind::ForeignKey ||
                context.resolve(context.result(), {constraint.referencedSchema, constraint.referencedTable}) !=
                    nullptr) {
                continue;
            }
            // It may have had another name in the base: a foreign key follows a rename.
            int statement = 0;
            for (const Step &step : context.steps()) {
                for (const TableChange &change : step.change.tables) {
                    const bool gone =
                        change.before != nullptr &&
                        change.before->name.compare(constraint.referencedTable, Qt::CaseInsensitive) == 0 &&
                        (change.removed() || change.after->name != change.before->name);
                    statement = gone ? step.index() : statement;
                }
            }
            if (statement > 0) {
                report({table->id().path() + u'.' + nameOrKind(constraint), say("Finding", "foreign key"), {}},
                       statement, constraint.referencedTable, findings);
            }
        }
    }
}

/// What a trigger of the table runs: its own text, or that of the function that it names.
std::vector<Dependent> runByTriggers(const CheckContext &context, const schema::Table &table)
{
    std::vector<Dependent> out;
    for (const schema::Trigger &trigger : table.triggers) {
        if (!context.isPostgreSql()) {
            out.push_back(
                {table.id().path() + u'.' + trigger.name, say("Finding", "trigger"), trigger.definition.text});
            continue;
        }
        for (const schema::Routine *routine : objectsOf<schema::Routine>(context.result())) {
            if (mentions(context, trigger.definition.text, routine->name)) {
                out.push_back({routine->id().path(), say("Finding", "function"), routine->body.text});
            }
        }
    }
    return out;
}

/// NEW.name, OLD.name.
bool usesOfRow(const QString &text, const QString &column)
{
    const QRegularExpression use(u"\\b(new|old)\\s*\\.\\s*[\"`]?%1\\b"_s.arg(QRegularExpression::escape(column)),
                                 QRegularExpression::CaseInsensitiveOption);
    return use.match(text).hasMatch();
}

/// A trigger need not name its table to use a column of it.
void checkTriggers(const CheckContext &context, const TableChange &table, Findings &findings)
{
    if (!table.altered()) {
        return;
    }
    for (const Dependent &dependent : runByTriggers(context, *table.after)) {
        for (const auto &pair : table.columns) {
            const bool gone = pair.removed() || (pair.altered() && pair.before->name != pair.after->name);
            if (gone && findColumn(*table.after, pair.before->name) == nullptr &&
                usesOfRow(dependent.text, pair.before->name) &&
                !mentions(context, dependent.text, table.before->name)) {
                report(dependent, statementThatNamed(context, table, pair),
                       table.before->id().path() + u'.' + pair.before->name, findings);
            }
        }
    }
}

void checkDependentObjectBroken(const CheckContext &context, Findings &findings)
{
    const std::vector<Dependent> all = dependents(context);
    for (const TableChange &table : context.net().tables) {
        if (table.before == nullptr) {
            continue;
        }
        checkTriggers(context, table, findings);
        const bool nameGone = !relationExists(context, table.before->name);
        for (const Dependent &dependent : all) {
            if (!mentions(context, dependent.text, table.before->name)) {
                continue;
            }
            if (nameGone) {
                report(dependent, table.statement, table.before->id().path(), findings);
                continue;
            }
            for (const auto &pair : table.columns) {
                const bool gone = pair.removed() || (pair.altered() && pair.before->name != pair.after->name);
                if (gone && findColumn(*table.after, pair.before->name) == nullptr &&
                    mentions(context, dependent.text, pair.before->name)) {
                    const bool another =
                        std::ranges::any_of(tablesOf(context.result()), [&](const schema::Table *other) {
                            return other != table.after && findColumn(*other, pair.before->name) != nullptr &&
                                   mentions(context, dependent.text, other->name);
                        });
                    report(dependent, statementThatNamed(context, table, pair),
                           table.before->id().path() + u'.' + pair.before->name, findings,
                           another ? Severity::Warning : Severity::Error);
                }
            }
        }
    }
    checkForeignKeys(context, findings);
}

} // namespace

Rule dependentObjectBroken()
{
    return {u"dependent-object-broken"_s, everyEngine(),
            say("Finding", "A view, trigger, routine or foreign key names what is no longer there."), Severity::Error,
            checkDependentObjectBroken};
}

} // namespace countersign::checks::rules

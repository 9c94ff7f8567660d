#include "checks/rules/rules.h"
#include "checks/rules/support.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

QString nullableForm(const CheckContext &context, const NewColumn &added)
{
    return u"ALTER TABLE %1 ADD COLUMN %2 %3"_s.arg(sqlName(context, *added.table),
                                                    sqlName(context, added.column->name), added.column->type);
}

bool addsByAlter(const Step *step)
{
    return step != nullptr && std::ranges::any_of(step->facts.actions, [](const Action &action) {
               return action.kind == ActionKind::AddColumn;
           });
}

/// SQLite adds a column in place only when its default is a literal (sqlite.org/lang_altertable.html, section 4); on
/// the empty scratch database it does not object.
bool defaultIsComputed(const schema::Column &column)
{
    static const QRegularExpression literal(
        u"^\\(*\\s*(?:[+-]?\\s*[0-9.]+(?:e[+-]?[0-9]+)?|0x[0-9a-f]+|x?'(?:[^']|'')*'|null|true|false|\"[^\"]*\")\\s*\\)*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return !column.defaultValue.isEmpty() && !literal.match(column.defaultValue.text.trimmed()).hasMatch();
}

void checkAddRequiredColumn(const CheckContext &context, Findings &findings)
{
    for (const NewColumn &added : newColumns(context, false)) {
        const schema::Column &column = *added.column;
        if (context.isSqlite() && addsByAlter(context.step(added.statement)) && defaultIsComputed(column) &&
            context.sizeOfBase(added.table->id().path()) != TableSize::Empty) {
            findings.findings.push_back(finding(
                Severity::Error, added.statement, added.path(),
                say("Finding", "%1 is new and its default %2 is not constant: SQLite refuses the statement as soon as "
                               "the table has "
                               "rows (Cannot add a column with non-constant default).")
                    .arg(added.path(), column.defaultValue.text),
                say("Finding", "Add it with a constant default or as NULL and fill it, or build the table anew."),
                nullableForm(context, added)));
            continue;
        }
        if (!column.notNull || !column.defaultValue.isEmpty() || !column.generated.isEmpty() ||
            !column.identity.isEmpty() || column.autoIncrement) {
            continue;
        }
        // Where a default is dropped later, or the table is built anew, the rows that are there have got a value.
        const Phrase fails =
            context.isMySqlFamily()
                ? say("Finding", "INSERTs of the old application do not set it and fail in strict mode")
            : !addsByAlter(context.step(added.statement))
                ? say("Finding", "INSERTs of the old application, which do not set it, fail")
                : say("Finding", "the statement fails as soon as the table has rows, and INSERTs of the old "
                                 "application, which do not set it, fail");
        findings.findings.push_back(
            finding(Severity::Error, added.statement, added.path(),
                    say("Finding", "%1 is new, NOT NULL and without a DEFAULT: %2.").arg(added.path(), fails),
                    say("Finding", "Give it a DEFAULT, or add it as NULL, fill it, and set NOT NULL one release "
                                   "later."),
                    nullableForm(context, added)));
    }
}

} // namespace

Rule addRequiredColumn()
{
    return {u"add-required-column"_s, everyEngine(), say("Finding", "A new column must be set but has no default."),
            Severity::Error, checkAddRequiredColumn};
}

} // namespace countersign::checks::rules

#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

bool otherFamily(const CheckContext &context, const schema::Column &before, const schema::Column &after)
{
    const TypeParts from = typeParts(before.type, context.engine());
    const TypeParts to = typeParts(after.type, context.engine());
    if (context.isSqlite()) {
        return familyOf(from) != familyOf(to);
    }
    const bool custom = familyOf(from) == TypeFamily::Other && from.name != to.name;
    return familyOf(from) != familyOf(to) || from.withTimeZone != to.withTimeZone || from.array != to.array || custom;
}

/// Whoever reads a view depends on its name and its columns as on those of a table.
void checkViews(const CheckContext &context, Findings &findings)
{
    const schema::Schema &result = context.result();
    for (const auto &pair : context.net().views) {
        if (pair.before == nullptr) {
            continue;
        }
        const QString path = pair.before->id().path();
        const Phrase advice = say("Finding", "Change the readers first, and the view one release later.");
        if (pair.removed()) {
            const auto views = objectsOf<schema::View>(result);
            // A table or a view of the other kind may have taken the name over.
            const bool replaced =
                context.resolve(result, {pair.before->schema, pair.before->name}) != nullptr ||
                std::ranges::any_of(views, [&](const schema::View *view) { return view->id().path() == path; });
            if (!replaced) {
                findings.findings.push_back(finding(
                    Severity::Warning, pair.statement, path,
                    say("Finding", "The view %1 is gone: every statement that reads it fails at once.").arg(path),
                    advice));
            }
            continue;
        }
        for (const schema::Column &column : pair.before->columns) {
            const auto same = [&](const schema::Column &other) {
                return other.name.compare(column.name, Qt::CaseInsensitive) == 0;
            };
            const auto now = std::ranges::find_if(pair.after->columns, same);
            if (now == pair.after->columns.end()) {
                findings.findings.push_back(
                    finding(Severity::Warning, pair.statement, path + u'.' + column.name,
                            say("Finding", "The view %1 no longer has the column %2: statements that read it fail.")
                                .arg(path, column.name),
                            advice));
            } else if (!column.type.isEmpty() && !now->type.isEmpty() && column.type != now->type &&
                       otherFamily(context, column, *now)) {
                findings.findings.push_back(
                    finding(Severity::Warning, pair.statement, path + u'.' + column.name,
                            say("Finding", "%1 changes from %2 to %3: readers get values of another kind%4.")
                                .arg(path + u'.' + column.name, column.type, now->type, QString()),
                            advice));
            }
        }
    }
}

void checkReadContractChanged(const CheckContext &context, Findings &findings)
{
    checkViews(context, findings);
    for (const TableChange *table : keptTables(context)) {
        for (const auto &pair : table->columns) {
            if (!pair.altered()) {
                continue;
            }
            const QString path = table->columnPath(*pair.after);
            if (pair.before->notNull && !pair.after->notNull) {
                findings.findings.push_back(finding(
                    Severity::Warning,
                    statementThat(context, *table, pair,
                                  [](const auto &was, const auto &is) { return was.notNull && !is.notNull; }),
                    path,
                    say("Finding", "%1 may be NULL from now on: readers that never had to expect that meet NULLs.")
                        .arg(path),
                    say("Finding", "Deploy the reader that expects NULL first.")));
            }
            if (pair.before->type != pair.after->type && otherFamily(context, *pair.before, *pair.after)) {
                const Phrase plans =
                    context.isPostgreSql()
                        ? say("Finding", "; prepared SELECT * fails with \"cached plan must not change result type\"")
                        : QString();
                findings.findings.push_back(finding(
                    Severity::Warning,
                    statementThat(context, *table, pair,
                                  [&](const auto &was, const auto &is) { return otherFamily(context, was, is); }),
                    path,
                    say("Finding", "%1 changes from %2 to %3: readers get values of another kind%4.")
                        .arg(path, pair.before->type, pair.after->type, plans),
                    say("Finding", "Deploy the reader that understands both first.")));
            }
        }
    }
}

} // namespace

Rule readContractChanged()
{
    return {u"read-contract-changed"_s, everyEngine(), say("Finding", "Readers meet NULLs or values of another type."),
            Severity::Warning, checkReadContractChanged};
}

} // namespace countersign::checks::rules

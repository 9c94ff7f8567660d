#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

/// The statement that makes the namespace of a table again, where it is gone as well.
QString missingNamespace(const CheckContext &context, const schema::Table &table)
{
    const auto spaces = objectsOf<schema::CatalogObject>(context.result());
    const bool there = std::ranges::any_of(spaces, [&table](const schema::CatalogObject *object) {
        return object->objectKind == schema::ObjectKind::Namespace && object->name == table.schema;
    });
    return table.schema.isEmpty() || there ? QString()
                                           : u"CREATE SCHEMA IF NOT EXISTS %1;\n"_s.arg(sqlName(context, table.schema));
}

void checkRenameTable(const CheckContext &context, Findings &findings)
{
    for (const TableChange *table : keptTables(context)) {
        const QString before = table->before->id().path();
        const QString after = table->after->id().path();
        if (before == after || (table->rebuilt && !context.input().rehearsal.complete)) {
            continue; // a rebuild that did not get as far as giving the name back
        }
        const auto views = objectsOf<schema::View>(context.result());
        const bool kept =
            std::ranges::any_of(views, [&](const schema::View *view) { return view->id().path() == before; });
        findings.findings.push_back(finding(
            kept ? Severity::Info : Severity::Error,
            statementThat(context, *table,
                          [](const auto &was, const auto &is) { return was.id().path() != is.id().path(); }),
            after,
            kept ? say("Finding", "%1 is now called %2; a view keeps the old name alive.").arg(before, after)
                 : say("Finding",
                       "%1 is now called %2: every statement of the old application that names it fails at once.")
                       .arg(before, after),
            say("Finding",
                "Rename and create a view with the old name in one transaction; drop the view one release later."),
            kept || context.resolve(context.result(), {table->before->schema, table->before->name}) != nullptr
                ? QString() // another table has the name now
                : missingNamespace(context, *table->before) +
                      u"CREATE VIEW %1 AS SELECT * FROM %2"_s.arg(sqlName(context, *table->before),
                                                                  sqlName(context, *table->after))));
    }
}

} // namespace

Rule renameTable()
{
    return {u"rename-table"_s, everyEngine(), say("Finding", "A table has another name after the migration."),
            Severity::Error, checkRenameTable};
}

} // namespace countersign::checks::rules

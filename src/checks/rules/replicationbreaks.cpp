#include "checks/rules/rules.h"
#include "checks/rules/support.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

/// The attributes of a publication are "allTables", "table.NAMESPACE.NAME" and "schema.NAME", quoted where needed; a
/// partitioned parent publishes its partitions.
bool publishes(const CheckContext &context, const schema::CatalogObject &publication, const schema::Table &table)
{
    if (publication.objectKind != schema::ObjectKind::Publication) {
        return false;
    }
    const sql::Dialect dialect = context.dialect();
    if (publication.attributes.contains(u"allTables"_s) ||
        publication.attributes.contains(u"schema."_s + dialect.identifier(table.schema)) ||
        publication.attributes.contains(u"table."_s + dialect.qualified(table.schema, table.name))) {
        return true;
    }
    const schema::Table *parent = table.partitionOf.isEmpty()
                                      ? nullptr
                                      : context.resolve(context.base(), {table.partitionOf.section(u'.', 0, -2),
                                                                         table.partitionOf.section(u'.', -1)});
    return parent != nullptr && parent != &table && publishes(context, publication, *parent);
}

bool hasIdentity(const schema::Table &table)
{
    const QString identity = table.replicaIdentity.toLower();
    return identity == "full"_L1 || identity == "f"_L1 || identity.startsWith("index"_L1) ||
           (identity != "nothing"_L1 && identity != "n"_L1 && primaryKey(table) != nullptr);
}

/// What a subscriber needs as well: the column itself under its name, its type, and that it may be NULL.
bool changesShape(const Pair<schema::Column> &pair)
{
    return !pair.altered() || pair.before->name != pair.after->name || pair.before->type != pair.after->type ||
           (pair.before->notNull && !pair.after->notNull) || pair.before->generated != pair.after->generated;
}

void checkReplicationBreaks(const CheckContext &context, Findings &findings)
{
    const auto publications = objectsOf<schema::CatalogObject>(context.base());
    for (const TableChange &table : context.net().tables) {
        if (table.before == nullptr ||
            std::ranges::none_of(publications, [&](const schema::CatalogObject *publication) {
                return publishes(context, *publication, *table.before);
            })) {
            continue;
        }
        const bool lost = table.altered() && hasIdentity(*table.before) && !hasIdentity(*table.after);
        const auto column = std::ranges::find_if(table.columns, changesShape);
        const bool shape = table.removed() || column != table.columns.end();
        if (!lost && !shape) {
            continue;
        }
        findings.findings.push_back(finding(
            lost ? Severity::Error : Severity::Warning,
            lost                            ? statementThat(context, table,
                                                            [](const auto &was, const auto &is) { return hasIdentity(was) && !hasIdentity(is); })
            : column == table.columns.end() ? table.statement
                                            : column->statement,
            table.path(),
            lost ? say("Finding", "%1 is published and loses its key: UPDATE and DELETE on it fail at once.")
                       .arg(table.path())
                 : say("Finding",
                       "%1 is published, and logical replication does not carry DDL: subscribers stop when the shapes "
                       "differ.")
                       .arg(table.path()),
            say("Finding", "Change the subscriber first for what is added, the publisher first for what is dropped; "
                           "keep a replica "
                           "identity.")));
    }
}

} // namespace

Rule replicationBreaks()
{
    return {u"replication-breaks"_s, postgreSql(),
            say("Finding", "A published table changes its shape or loses its key."), Severity::Warning,
            checkReplicationBreaks};
}

} // namespace countersign::checks::rules

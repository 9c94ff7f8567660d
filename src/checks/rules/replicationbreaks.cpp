#include "checks/rules/rules.h"
#include "checks/rules/support.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {
namespace {

bool publishes(const schema::CatalogObject &publication, const schema::Table &table)
{
    if (publication.objectKind != schema::ObjectKind::Publication) {
        return false;
    }
    for (const auto &[key, value] : publication.attributes) {
        const QString text = (key + u' ' + value).toLower();
        const bool all = (key.contains("all"_L1, Qt::CaseInsensitive) && (value == "yes"_L1 || value == "true"_L1)) ||
                         text.contains("all tables"_L1);
        const QString path = table.id().path().toLower();
        const bool namespaceToo = text.contains("tables in schema"_L1) && text.contains(table.schema.toLower());
        const auto words = text.split(QRegularExpression(u"[\\s,;]+"_s));
        if (all || namespaceToo || words.contains(path) || words.contains(table.name.toLower())) {
            return true;
        }
    }
    return false;
}

bool hasIdentity(const schema::Table &table)
{
    return primaryKey(table) != nullptr || !table.replicaIdentity.isEmpty();
}

void checkReplicationBreaks(const CheckContext &context, Findings &findings)
{
    const auto publications = objectsOf<schema::CatalogObject>(context.base());
    for (const TableChange &table : context.net().tables) {
        if (table.before == nullptr ||
            std::ranges::none_of(publications, [&](const schema::CatalogObject *publication) {
                return publishes(*publication, *table.before);
            })) {
            continue;
        }
        const bool lost = table.altered() && hasIdentity(*table.before) && !hasIdentity(*table.after);
        const bool shape = table.removed() || !table.columns.empty();
        if (!lost && !shape) {
            continue;
        }
        findings.findings.push_back(finding(
            lost ? Severity::Error : Severity::Warning, table.statement, table.path(),
            lost ? u"%1 is published and loses its key: UPDATE and DELETE on it fail at once."_s.arg(table.path())
                 : u"%1 is published, and logical replication does not carry DDL: subscribers stop when the shapes "
                   "differ."_s.arg(table.path()),
            u"Change the subscriber first for what is added, the publisher first for what is dropped; keep a replica "
            "identity."_s));
    }
}

} // namespace

Rule replicationBreaks()
{
    return {u"replication-breaks"_s, postgreSql(), u"A published table changes its shape or loses its key."_s,
            Severity::Warning, checkReplicationBreaks};
}

} // namespace countersign::checks::rules

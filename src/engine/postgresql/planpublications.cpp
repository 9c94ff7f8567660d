#include "engine/postgresql/ddl.h"
#include "engine/postgresql/planner.h"

namespace countersign::engine::postgresql {

using namespace Qt::StringLiterals;
using schema::ObjectId;
using schema::ObjectKind;

namespace {

bool isMember(const QString &key)
{
    return key.startsWith(u"table."_s) || key.startsWith(u"schema."_s);
}

/// As FOR, ADD and DROP take it; @p text is the column list and the filter.
QString member(const QString &key, const QString &text)
{
    return key.startsWith(u"table."_s)
               ? u"TABLE ONLY "_s + key.mid(6) + (text.isEmpty() ? QString() : u' ' + text.trimmed())
               : u"TABLES IN SCHEMA "_s + key.mid(7);
}

} // namespace

std::vector<ObjectId> Planner::publishedBy(const schema::Schema &schema, const schema::CatalogObject &publication) const
{
    std::vector<ObjectId> out;
    for (const auto &[key, text] : publication.attributes) {
        if (!key.startsWith(u"table."_s)) {
            continue;
        }
        const ObjectId relation = m_relationsByName.value(key.mid(6));
        out.push_back(relation);
        const schema::Table *table = text.isEmpty() ? nullptr : schema.findTable(relation.schema, relation.name);
        for (const schema::Column &column : table ? table->columns : std::vector<schema::Column>()) {
            if (text.contains(ddl::name(column.name))) {
                out.push_back({ObjectKind::Column, relation.schema, relation.name, column.name});
            }
        }
    }
    return out;
}

/// Takes out and puts in what differs, and what cannot stay: the server changes no type of a column in a list or a
/// filter, and a table that is made anew is in no publication.
void Planner::alterMembers(const schema::CatalogObject &a, const schema::CatalogObject &b)
{
    const ObjectId id = b.id();
    QSet<QString> restless;
    for (const ObjectId &used : publishedBy(m_from, a)) {
        const ObjectId relation = used.parent.isEmpty() ? used : ownerOfPart(m_from, used);
        if (m_typeChanged.contains(used) || isRemade(used)) {
            restless.insert(u"table."_s + ddl::qualified(relation.schema, relation.name));
        }
    }
    QStringList gone;
    QStringList come;
    for (const auto &[key, text] : a.attributes) {
        const ObjectId table = m_relationsByName.value(key.mid(6));
        const auto now = b.attributes.find(key);
        const bool stays = now != b.attributes.end() && now->second == text && !restless.contains(key);
        // A table that is dropped leaves its publications by itself.
        if (isMember(key) && !stays && !isRemoved(table) && !isRemade(table)) {
            gone += member(key, {});
        }
    }
    for (const auto &[key, text] : b.attributes) {
        const auto old = a.attributes.find(key);
        if (isMember(key) && (old == a.attributes.end() || old->second != text || restless.contains(key))) {
            come += member(key, text);
        }
    }
    const QString alter = u"ALTER "_s + ddl::reference(b);
    if (!gone.isEmpty()) {
        add(id, Moment::Drop, Release, alter + u" DROP "_s + gone.join(u", "));
    }
    if (!come.isEmpty()) {
        add(id, Moment::Make, Make, alter + u" ADD "_s + come.join(u", "));
    }
}

void Planner::keepMembers()
{
    for (const schema::CatalogObject *publication : m_publications) {
        const ObjectId id = publication->id();
        const schema::Object *after = m_to.find(id);
        if (after && !changeOf(id) && !isRemade(id)) {
            alterMembers(*publication, std::get<schema::CatalogObject>(*after));
        }
    }
}

} // namespace countersign::engine::postgresql

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

void Planner::alterSubscription(const schema::CatalogObject &b, const Change &change)
{
    static const std::map<QString, QString> defaults{
        {u"binary"_s, u"false"_s},           {u"streaming"_s, u"off"_s},         {u"origin"_s, u"any"_s},
        {u"password_required"_s, u"true"_s}, {u"run_as_owner"_s, u"false"_s},    {u"two_phase"_s, u"false"_s},
        {u"failover"_s, u"false"_s},         {u"disable_on_error"_s, u"false"_s}};
    const ObjectId id = b.id();
    const QString alter = u"ALTER "_s + ddl::reference(b);
    QStringList names(change.properties.begin(), change.properties.end());
    names.sort();
    for (const QString &name : names) {
        if (!name.startsWith(u"attributes."_s)) {
            continue;
        }
        const QString key = name.mid(11);
        const QString value = ddl::value(b.attributes, key);
        if (key == u"enabled"_s) {
            add(id, Moment::Make, Late, alter + (value == u"true"_s ? u" ENABLE"_s : u" DISABLE"_s));
        } else if (key == u"publications"_s) {
            QStringList publications;
            for (const QString &publication : value.split(u", "_s)) {
                publications += ddl::name(publication);
            }
            add(id, Moment::Make, Make,
                alter + u" SET PUBLICATION "_s + publications.join(u", ") + u" WITH (refresh = false)"_s);
            note(id, u"%1: run REFRESH PUBLICATION, outside of a transaction, to follow its tables"_s.arg(alter));
        } else if (key == u"slot"_s) {
            add(id, Moment::Make, Make,
                alter + u" SET (slot_name = "_s + (value.isEmpty() ? u"NONE"_s : ddl::literal(value)) + u')');
        } else if (key == u"synchronousCommit"_s) {
            add(id, Moment::Make, Make, alter + u" SET (synchronous_commit = "_s + ddl::literal(value) + u')');
        } else if (key == u"parameter.two_phase"_s && m_major < 18) {
            note(id, u"two_phase of %1 cannot be changed before PostgreSQL 18"_s.arg(ddl::reference(b)));
        } else {
            const QString parameter = key.section(u'.', 1);
            const auto usual = defaults.find(parameter);
            add(id, Moment::Make, Make,
                alter + u" SET ("_s + parameter + u" = "_s +
                    (value.isEmpty() && usual != defaults.end() ? usual->second : value) + u')');
        }
    }
}

} // namespace countersign::engine::postgresql

#include "engine/postgresql/ddl.h"
#include "engine/postgresql/planner.h"

namespace countersign::engine::postgresql {

using namespace Qt::StringLiterals;
using schema::ObjectId;
using schema::ObjectKind;

schema::Grants Planner::startingGrants(const schema::Object &object) const
{
    schema::Grants grants = ddl::initialGrants(object);
    const QString kind = std::holds_alternative<schema::Table>(object) || std::holds_alternative<schema::View>(object)
                             ? u"TABLES"_s
                         : std::holds_alternative<schema::Sequence>(object) ? u"SEQUENCES"_s
                         : std::holds_alternative<schema::Routine>(object)  ? u"FUNCTIONS"_s
                         : std::holds_alternative<schema::Type>(object)     ? u"TYPES"_s
                                                                            : u"SCHEMAS"_s;
    const QString space = schema::idOf(object).schema;
    // Default privileges that FROM has at work change what a new object starts with.
    for (const schema::CatalogObject *other : m_defaultPrivileges) {
        if (other->attributes.at(u"objects"_s) != kind || other->attributes.at(u"role"_s) != m_role ||
            isRemoved(other->id())) {
            continue;
        }
        const auto limited = other->attributes.find(u"schema"_s);
        if (limited == other->attributes.end()) {
            std::erase_if(grants, [&](const schema::Grant &grant) {
                return std::ranges::find(other->grants, grant) == other->grants.end();
            });
        } else if (limited->second != space) {
            continue;
        }
        for (const schema::Grant &grant : other->grants) {
            if (std::ranges::find(grants, grant) == grants.end() && grant.grantee != m_role) {
                grants.push_back(grant);
            }
        }
    }
    std::sort(grants.begin(), grants.end());
    return grants;
}

/// Says the version only where it is not the one that the server would take anyway.
QString Planner::versionClause(const schema::CatalogObject &object) const
{
    const auto version = object.attributes.find(u"version"_s);
    if (object.objectKind != ObjectKind::Extension || version == object.attributes.end()) {
        return {};
    }
    for (const schema::Schema *side : {&m_from, &m_to}) {
        const auto usual = side->settings.find(u"extension."_s + object.name);
        if (usual != side->settings.end()) {
            return usual->second == version->second ? QString() : u" VERSION "_s + ddl::literal(version->second);
        }
    }
    return {};
}

void Planner::finishObject(const schema::Object &object)
{
    const ObjectId id = schema::idOf(object);
    const QString reference = ddl::reference(object);
    const auto finish = [&](const QString &sql) { add(id, Moment::Finish, Finish, sql); };
    const QString owner = ddl::ownerOf(object);
    if (!owner.isEmpty() && owner != m_role && id.kind != ObjectKind::DefaultPrivileges &&
        id.kind != ObjectKind::Extension) {
        finish(u"ALTER "_s + reference + u" OWNER TO "_s + ddl::name(owner));
    }
    if (const QString text = ddl::commentOf(object); !text.isEmpty()) {
        finish(ddl::comment(reference, text));
    }
    if (const QString target = ddl::grantTarget(object); !target.isEmpty()) {
        for (const QString &sql : ddl::grants(target, {}, startingGrants(object), ddl::grantsOf(object), owner)) {
            finish(sql);
        }
    }
}

void Planner::alterCommon(const schema::Object &a, const schema::Object &b, const Change &change)
{
    const ObjectId id = schema::idOf(b);
    const QString reference = ddl::reference(b);
    const auto finish = [&](const QString &sql) { add(id, Moment::Finish, Finish, sql); };
    const QString owner = ddl::ownerOf(b);
    const auto *sequence = std::get_if<schema::Sequence>(&b);
    // A sequence that belongs to a column has its table's owner.
    if (change.properties.contains(u"owner"_s) && !(sequence && !sequence->ownedBy.isEmpty()) && !owner.isEmpty()) {
        if (id.kind == ObjectKind::Extension) {
            note(id, u"the owner of an extension cannot be changed"_s);
        } else {
            finish(u"ALTER "_s + reference + u" OWNER TO "_s + ddl::name(owner));
        }
    }
    if (change.properties.contains(u"comment"_s)) {
        finish(ddl::comment(reference, ddl::commentOf(b)));
    }
    if (change.properties.contains(u"grants"_s)) {
        schema::Grants before = ddl::grantsOf(a);
        // Changing the owner hands the old owner's privileges to the new one.
        for (schema::Grant &grant : before) {
            if (change.properties.contains(u"owner"_s) && grant.grantee == ddl::ownerOf(a)) {
                grant.grantee = owner;
            }
        }
        for (const QString &sql : ddl::grants(ddl::grantTarget(b), {}, before, ddl::grantsOf(b), owner)) {
            finish(sql);
        }
        grantColumnsAgain(b, before, ddl::grantsOf(b));
    }
}

/// What is taken from a role on a relation is taken on its columns too (manual, REVOKE).
void Planner::grantColumnsAgain(const schema::Object &relation, const schema::Grants &before,
                                const schema::Grants &after)
{
    const auto *table = std::get_if<schema::Table>(&relation);
    const auto *view = std::get_if<schema::View>(&relation);
    const ObjectId id = schema::idOf(relation);
    for (const schema::Column &column : table ? table->columns : view ? view->columns : std::vector<schema::Column>()) {
        schema::Grants again;
        for (const schema::Grant &grant : column.grants) {
            const auto sameRight = [&](const schema::Grant &other) {
                return other.grantee == grant.grantee && other.privilege == grant.privilege;
            };
            if (std::ranges::any_of(before, sameRight) && std::ranges::none_of(after, sameRight)) {
                again.push_back(grant);
            }
        }
        for (const QString &sql :
             ddl::grants(ddl::grantTarget(relation), u" ("_s + ddl::name(column.name) + u')', {}, again, {})) {
            add({ObjectKind::Column, id.schema, id.name, column.name}, Moment::Finish, Own, sql);
        }
    }
}

} // namespace countersign::engine::postgresql

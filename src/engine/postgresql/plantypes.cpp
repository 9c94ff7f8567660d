#include "engine/postgresql/ddl.h"
#include "engine/postgresql/planner.h"

namespace countersign::engine::postgresql {

using namespace Qt::StringLiterals;
using schema::ObjectId;
using schema::ObjectKind;

namespace {

template <class T>
const T *as(const schema::Schema &schema, const ObjectId &id)
{
    const schema::Object *object = schema.find(id);
    return object ? std::get_if<T>(object) : nullptr;
}

template <class T>
const T *part(const std::vector<T> &parts, const QString &name)
{
    const auto it = std::ranges::find(parts, name, &T::name);
    return it == parts.end() ? nullptr : &*it;
}

bool anyOf(const QSet<QString> &properties, std::initializer_list<QString> names)
{
    return std::ranges::any_of(names, [&](const QString &name) { return properties.contains(name); });
}

QString asideName(const QString &name)
{
    return name.left(40) + u"__replaced"_s;
}

/// What else steps aside with a range type: the functions that make its values, its multirange and that one's functions
/// (typecmds.c, makeRangeConstructors and makeMultirangeConstructors) do not follow when it is renamed.
QStringList setAside(const schema::Object &object, const QString &name, const QString &subtype)
{
    const auto *type = std::get_if<schema::Type>(&object);
    if (!type || type->typeKind != u"range"_s) {
        return {};
    }
    const QString maker =
        u"ALTER FUNCTION "_s + ddl::qualified(type->schema, type->name) + u'(' + subtype + u", "_s + subtype;
    const QString rename = u") RENAME TO "_s + ddl::name(name);
    QStringList out{maker + rename, maker + u", text"_s + rename};
    const QString multirange = ddl::value(type->attributes, u"multirange"_s);
    if (!multirange.isEmpty()) {
        const QString full = ddl::qualified(type->schema, multirange);
        const QString renamed = u" RENAME TO "_s + ddl::name(asideName(multirange));
        const QString range = ddl::qualified(type->schema, name);
        out += {u"ALTER TYPE "_s + full + renamed, u"ALTER FUNCTION "_s + full + u"()"_s + renamed,
                u"ALTER FUNCTION "_s + full + u'(' + range + u')' + renamed,
                u"ALTER FUNCTION "_s + full + u"(VARIADIC "_s + range + u"[])"_s + renamed};
    }
    return out;
}

} // namespace

/// True for a domain that a stored array or row is made of: its checks cannot change (typecmds.c,
/// get_rels_with_domain).
bool Planner::isWithinOthers(const ObjectId &domain) const
{
    return std::ranges::any_of(m_dependents.value(domain), [&](const ObjectId &user) {
        if (user.kind == ObjectKind::Type) {
            const auto *type = as<schema::Type>(m_from, user);
            return type && type->typeKind == u"domain"_s && !isRemoved(user) && isWithinOthers(user);
        }
        if (user.kind != ObjectKind::Column || isRemoved(user)) {
            return false;
        }
        const ObjectId owner = ownerOfPart(m_from, user);
        if (owner.kind == ObjectKind::Type) {
            return std::ranges::any_of(m_dependents.value(owner),
                                       [](const ObjectId &other) { return other.kind == ObjectKind::Column; });
        }
        const schema::Table *table = m_from.findTable(user.schema, user.parent);
        const schema::Column *column = table ? part(table->columns, user.name) : nullptr;
        return column && column->type.endsWith(u"[]"_s);
    });
}

/// True for a composite type that nothing stores and whose attributes would come out in another order by ALTER TYPE,
/// which adds at the end.
bool Planner::isBetterMadeAnew(const ObjectId &id) const
{
    const auto *a = as<schema::Type>(m_from, id);
    const auto *b = as<schema::Type>(m_to, id);
    const auto stores = [](const ObjectId &user) {
        return user.kind == ObjectKind::Column || user.kind == ObjectKind::Table || user.kind == ObjectKind::Type;
    };
    if (!a || !b || a->typeKind != u"composite"_s || b->typeKind != u"composite"_s ||
        std::ranges::any_of(m_dependents.value(id), stores)) {
        return false;
    }
    QStringList altered;
    for (const schema::Column &column : a->columns) {
        if (part(b->columns, column.name)) {
            altered += column.name;
        }
    }
    for (const schema::Column &column : b->columns) {
        if (!part(a->columns, column.name)) {
            altered += column.name;
        }
    }
    return !std::ranges::equal(altered, b->columns, {}, {}, &schema::Column::name);
}

bool Planner::typeNeedsSwap(const ObjectId &id, const Change &change) const
{
    const auto *a = as<schema::Type>(m_from, id);
    const auto *b = as<schema::Type>(m_to, id);
    if (!a || !b) {
        return false;
    }
    if (a->typeKind != b->typeKind) {
        return true;
    }
    if (a->typeKind == u"enum"_s) {
        qsizetype at = 0;
        for (const QString &label : b->labels) {
            if (at < a->labels.size() && a->labels.at(at) == label) {
                ++at;
            }
        }
        return at < a->labels.size();
    }
    if (a->typeKind == u"domain"_s) {
        return anyOf(change.properties, {u"baseType"_s, u"collation"_s}) ||
               (b->notNull && change.properties.contains(u"notNull"_s) && isWithinOthers(id));
    }
    // A base type's functions take and give it: another type of its name has none.
    return a->typeKind != u"base"_s && std::ranges::any_of(change.properties, [](const QString &name) {
               return name.startsWith(u"attributes."_s);
           });
}

void Planner::markType(const ObjectId &type)
{
    if (isRemoved(type) || isRemade(type) || m_swapped.contains(type)) {
        return;
    }
    const bool used = std::ranges::any_of(m_dependents.value(type), [&](const ObjectId &dependent) {
        return (dependent.kind == ObjectKind::Column || dependent.kind == ObjectKind::Type) && !isRemoved(dependent);
    });
    if (!used) {
        mark(type);
    } else {
        m_swapped.insert(type);
        m_queue.push_back(type);
    }
}

/// What the range's subtype is called by now: a type that stepped aside did so before.
QString Planner::subtypeNow(const schema::Object &range) const
{
    const auto *type = std::get_if<schema::Type>(&range);
    const QString subtype = type ? ddl::value(type->attributes, u"subtype"_s) : QString();
    for (const ObjectId &id : m_swapped) {
        if (id.kind == ObjectKind::Type && ddl::qualified(id.schema, id.name) == subtype) {
            return ddl::qualified(id.schema, asideName(id.name));
        }
    }
    return subtype;
}

/// A type or collation that columns use: the old one steps aside until every column is of the new one.
void Planner::swapType(const schema::Object &a, const schema::Object &b)
{
    const ObjectId id = schema::idOf(b);
    const QString reference = ddl::reference(a);
    const QString oldName = asideName(id.name);
    const int rename = add(id, Moment::Make, Make, u"ALTER "_s + reference + u" RENAME TO "_s + ddl::name(oldName));
    schema::Object old = a;
    std::visit([&](auto &object) { object.name = oldName; }, old);
    QStringList statements;
    if (const auto *type = std::get_if<schema::Type>(&b)) {
        statements = {ddl::createType(*type)};
    } else if (const auto *other = std::get_if<schema::CatalogObject>(&b)) {
        statements = ddl::createOther(*other);
    }
    for (const QString &sql : setAside(a, oldName, subtypeNow(a))) {
        add(id, Moment::Make, Make, sql);
    }
    for (const QString &sql : statements) {
        add(id, Moment::Make, Make, sql);
    }
    const int drop = add({id.kind, id.schema, {}, oldName}, Moment::Finish, Finish, u"DROP "_s + ddl::reference(old));
    if (id.kind == ObjectKind::Type) {
        m_nodes[static_cast<std::size_t>(drop)].step.comment =
            u"the old %1; a column that holds a value which the new one does not have could not be changed"_s.arg(
                reference);
    }
    for (const ObjectId &dependent : usersOf(id)) {
        for (const int other : nodesOf(dependent, Moment::Drop)) {
            before(other, rename);
        }
        // Released when everything that used it is of the new type.
        m_nodes[static_cast<std::size_t>(drop)].covers.push_back(dependent);
    }
    m_nodes[static_cast<std::size_t>(drop)].covers.push_back(id);
    m_asideDrops.emplace_back(id, drop);
    finishObject(b);
}

/// A type that stepped aside goes before the types that it is made of, whether they are removed or stepped aside too.
void Planner::connectAsideDrops()
{
    for (const auto &[id, drop] : m_asideDrops) {
        std::vector<ObjectId> users{id};
        const schema::Object *object = m_from.find(id);
        if (const auto *type = object ? std::get_if<schema::Type>(object) : nullptr) {
            for (const schema::Column &column : type->columns) {
                users.push_back({ObjectKind::Column, type->schema, type->name, column.name});
            }
        }
        for (const ObjectId &user : users) {
            for (const ObjectId &used : dependenciesOf(m_from, user)) {
                for (const int other : isRemoved(used) ? nodesOf(used, Moment::Drop) : std::vector<int>()) {
                    before(drop, other);
                }
                const auto aside = std::ranges::find(m_asideDrops, used, &std::pair<ObjectId, int>::first);
                if (aside != m_asideDrops.end() && aside->second != drop) {
                    before(drop, aside->second);
                }
            }
        }
    }
}

/// The values of a column whose composite type is made anew with other attributes, or in another order: its text would
/// go into the wrong ones. Empty where the text does.
QString Planner::rowOf(const QString &column, const QString &type) const
{
    const ObjectId id{ObjectKind::Type, ddl::lastName(ddl::withoutLastName(type)), {}, ddl::lastName(type)};
    const schema::Object *old = m_from.find(id);
    const schema::Object *wanted = m_to.find(id);
    const auto *before = old ? std::get_if<schema::Type>(old) : nullptr;
    const auto *after = wanted ? std::get_if<schema::Type>(wanted) : nullptr;
    if (!before || !after || after->columns.empty() ||
        std::ranges::equal(before->columns, after->columns, {}, &schema::Column::name, &schema::Column::name)) {
        return {};
    }
    QStringList values;
    for (const schema::Column &attribute : after->columns) {
        const bool kept = std::ranges::contains(before->columns, attribute.name, &schema::Column::name);
        values += kept ? u'(' + column + u")."_s + ddl::name(attribute.name) + u"::text::"_s + attribute.type
                       : u"NULL::"_s + attribute.type;
    }
    return u"CASE WHEN "_s + column + u" IS DISTINCT FROM NULL THEN ROW("_s + values.join(u", ") + u")::"_s + type +
           u" END"_s;
}

} // namespace countersign::engine::postgresql

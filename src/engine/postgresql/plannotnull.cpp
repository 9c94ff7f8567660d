#include "engine/postgresql/ddl.h"
#include "engine/postgresql/planner.h"

namespace countersign::engine::postgresql {

using namespace Qt::StringLiterals;
using schema::ObjectId;
using schema::ObjectKind;

namespace {

const schema::Column *columnOf(const schema::Table &table, const QString &name)
{
    const auto it = std::ranges::find(table.columns, name, &schema::Column::name);
    return it == table.columns.end() ? nullptr : &*it;
}

} // namespace

/// Before 18: true where a table that inherits keeps another state than its parent gets.
bool Planner::childKeepsNull(const schema::Table &table, const schema::Column &wanted) const
{
    return std::ranges::any_of(keptChildren(table), [&](const auto &child) {
        const schema::Column *below = columnOf(*child.second, wanted.name);
        return below && (below->notNull != wanted.notNull || childKeepsNull(*child.second, wanted));
    });
}

/// From 18 on: what @p child had was its parent's constraint, under the same name. One of its own, which nothing takes
/// from it, has another name unless somebody gave it that.
bool Planner::hasNotNullOf(const schema::Table &parent, const schema::Table &child, const QString &column) const
{
    const schema::Table *above = m_from.findTable(parent.schema, parent.name);
    const schema::Table *below = m_from.findTable(child.schema, child.name);
    const schema::Column *over = above ? columnOf(*above, column) : nullptr;
    const schema::Column *own = below ? columnOf(*below, column) : nullptr;
    return over && own && over->notNull && own->notNull &&
           ddl::notNullName(*over, ddl::relation(*above)) == ddl::notNullName(*own, ddl::relation(*below));
}

/// From 18 on a NOT NULL is a constraint that tables below inherit, with its name: what the parent's statement does is
/// not said again.
bool Planner::notNullComesAlong(const schema::Table &table, const ObjectId &id, bool added) const
{
    const schema::Table *parent = followedParent(table, id.name);
    if (!parent) {
        return false;
    }
    const ObjectId above{ObjectKind::Column, parent->schema, parent->name, id.name};
    const schema::Column *wanted = columnOf(*parent, id.name);
    if (!added) {
        if (!changed(above, u"notNull"_s) || !wanted || wanted->notNull) {
            return false;
        }
        if (m_major >= 18) {
            return hasNotNullOf(*parent, table, id.name);
        }
        return !table.partitionOf.isEmpty() && !childKeepsNull(*parent, *wanted);
    }
    const schema::Column *own = columnOf(table, id.name);
    return m_major >= 18 && wanted && own && wanted->notNull && !wanted->options.contains(u"notNull.noInherit"_s) &&
           (changed(above, u"notNull"_s) || changed(above, u"options.notNull.noInherit"_s)) &&
           ddl::notNullName(*own, ddl::relation(table)) == ddl::notNullName(*wanted, ddl::relation(*parent));
}

/// The column above whose statement makes that of the parent NOT NULL and passes it on.
std::optional<ObjectId> Planner::parentGetsNotNull(const schema::Table &table, const ObjectId &id) const
{
    const schema::Table *parent = followedParent(table, id.name);
    const schema::Column *wanted = parent ? columnOf(*parent, id.name) : nullptr;
    if (!wanted || !wanted->notNull || wanted->options.contains(u"notNull.noInherit"_s)) {
        return std::nullopt;
    }
    const ObjectId above{ObjectKind::Column, parent->schema, parent->name, id.name};
    if (!changed(above, u"notNull"_s)) {
        return std::nullopt;
    }
    return notNullComesAlong(*parent, above, true) ? parentGetsNotNull(*parent, above) : std::optional(above);
}

void Planner::setNotNull(const schema::Table &table, const ObjectId &id, const schema::Column &after,
                         const QString &alter)
{
    if (notNullComesAlong(table, id, true)) {
        return;
    }
    const QString on = ddl::relation(table);
    const bool special =
        m_major >= 18 && (!after.notNullConstraint.isEmpty() || after.options.contains(u"notNull.noInherit"_s) ||
                          after.options.contains(u"notNull.notValid"_s));
    const int node =
        add(id, Moment::Make, Make,
            special ? u"ALTER TABLE "_s + on + u" ADD "_s + ddl::notNullClause(after) : alter + u" SET NOT NULL"_s);
    if (!after.options.contains(u"notNull.notValid"_s)) {
        m_nodes[static_cast<std::size_t>(node)].step.comment =
            u"scans %1 under an exclusive lock; fails if %2 has nulls"_s.arg(on, ddl::name(id.name));
    }
    // What comes from the parent would have its name.
    if (const auto above = parentGetsNotNull(table, id); m_major >= 18 && above) {
        m_leaders.emplace_back(*above, node);
    } else {
        followParent(table, id, node);
    }
    if (const QString text = ddl::value(after.options, u"notNull.comment"_s); !text.isEmpty()) {
        add(id, Moment::Finish, Finish,
            ddl::comment(u"CONSTRAINT "_s + ddl::name(ddl::notNullName(after, on)) + u" ON "_s + on, text));
    }
}

void Planner::dropNotNull(const schema::Table &table, const ObjectId &id, const QString &alter)
{
    if (notNullComesAlong(table, id, false)) {
        return;
    }
    const int node = add(id, Moment::Make, Make, alter + u" DROP NOT NULL"_s);
    followParent(table, id, node);
    if (m_major >= 18 || !table.partitionKey.isEmpty()) {
        keepNotNullBelow(table, id.name, node);
    }
}

/// Before 18 a partitioned table takes it from all its partitions, and ONLY is refused: they get it back. From 18 on
/// every table that inherits loses the constraint with its parent, unless it is made its own before, for which nothing
/// is read: SET NOT NULL on an inherited one (18, tablecmds.c, ATExecSetNotNull).
void Planner::keepNotNullBelow(const schema::Table &parent, const QString &column, int dropped)
{
    const bool inherited = m_major >= 18;
    const QString name = ddl::relation(parent);
    for (const schema::Object &object : m_to.objects) {
        const auto *child = std::get_if<schema::Table>(&object);
        if (!child || (child->partitionOf != name && !(inherited && child->inherits.contains(name))) ||
            isAdded(child->id()) || isRemade(child->id()) || (inherited && !hasNotNullOf(parent, *child, column))) {
            continue;
        }
        const schema::Column *wanted = columnOf(*child, column);
        const ObjectId id{ObjectKind::Column, child->schema, child->name, column};
        if (wanted && wanted->notNull && !changed(id, u"notNull"_s)) {
            const QString on = ddl::relation(*child);
            const int node = add(id, Moment::Make, Make,
                                 u"ALTER TABLE "_s + on + u" ALTER COLUMN "_s + ddl::name(column) + u" SET NOT NULL"_s);
            if (inherited) {
                before(node, dropped);
                continue;
            }
            m_nodes[static_cast<std::size_t>(node)].step.comment =
                u"scans %1 under an exclusive lock: what changes above takes its NOT NULL, too"_s.arg(on);
            before(dropped, node);
        } else if (inherited || !child->partitionKey.isEmpty()) {
            keepNotNullBelow(*child, column, dropped);
        }
    }
}

void Planner::followParent(const schema::Table &table, const ObjectId &id, int node)
{
    if (const schema::Table *parent = followedParent(table, id.name)) {
        m_followers.emplace_back(ObjectId{ObjectKind::Column, parent->schema, parent->name, id.name}, node);
    }
}

/// What changes about a NOT NULL that stays (PostgreSQL 18).
void Planner::alterNotNull(const ObjectId &id, const schema::Column &before, const schema::Column &after,
                           const Change &change, const QString &on)
{
    const auto has = [&](const QString &key) { return change.properties.contains(u"options.notNull."_s + key); };
    const QString alter = u"ALTER TABLE "_s + on;
    const QString oldName = ddl::notNullName(before, on);
    const QString newName = ddl::notNullName(after, on);
    const auto finish = [&](const QString &sql) { return add(id, Moment::Finish, Finish, sql); };
    const schema::Table *table = m_to.findTable(id.schema, id.parent);
    const schema::Table *parent = table ? followedParent(*table, id.name) : nullptr;
    const schema::Column *above = parent ? columnOf(*parent, id.name) : nullptr;
    const auto given = table ? parentGetsNotNull(*table, id) : std::nullopt;
    const bool parentRenames =
        above && above->notNull &&
        changed({ObjectKind::Column, parent->schema, parent->name, id.name}, u"notNullConstraint"_s);
    const QString rename = alter + u" RENAME CONSTRAINT "_s + ddl::name(oldName) + u" TO "_s + ddl::name(newName);
    if (given && oldName != newName) {
        // Once it is inherited it can neither be renamed nor become what only the parent gives.
        const bool parents = newName == ddl::notNullName(*above, ddl::relation(*parent));
        m_leaders.emplace_back(
            *given, add(id, Moment::Make, Make,
                        parents ? alter + u" ALTER COLUMN "_s + ddl::name(id.name) + u" DROP NOT NULL"_s : rename));
    } else if (change.properties.contains(u"notNullConstraint"_s) && !parentRenames) {
        finish(rename);
    }
    if (has(u"notValid"_s) && after.options.contains(u"notNull.notValid"_s)) {
        finish(alter + u" ALTER COLUMN "_s + ddl::name(id.name) + u" DROP NOT NULL"_s);
        finish(alter + u" ADD "_s + ddl::notNullClause(after));
    } else if (has(u"notValid"_s)) {
        const int node = add(id, Moment::Finish, Validate, alter + u" VALIDATE CONSTRAINT "_s + ddl::name(newName));
        m_nodes[static_cast<std::size_t>(node)].step.transactional = false;
    }
    if (has(u"noInherit"_s)) {
        add(id, Moment::Make, Make,
            alter + u" ALTER CONSTRAINT "_s + ddl::name(oldName) +
                (after.options.contains(u"notNull.noInherit"_s) ? u" NO INHERIT"_s : u" INHERIT"_s));
    }
    const QString text = ddl::value(after.options, u"notNull.comment"_s);
    if (has(u"comment"_s) || (has(u"notValid"_s) && !text.isEmpty())) {
        finish(ddl::comment(u"CONSTRAINT "_s + ddl::name(newName) + u" ON "_s + on, text));
    }
}

} // namespace countersign::engine::postgresql

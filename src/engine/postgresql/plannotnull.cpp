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

/// True where a table that inherits keeps another state than its parent gets. From 18 on that takes a constraint of its
/// own, which nothing takes from it, or the inherited one, which it has under its parent's name.
bool Planner::childKeepsNull(const schema::Table &before, const schema::Table &after,
                             const schema::Column &wanted) const
{
    const schema::Column *old = columnOf(before, wanted.name);
    return std::ranges::any_of(keptChildren(after), [&](const auto &child) {
        const schema::Column *below = columnOf(*child.second, wanted.name);
        const schema::Column *oldBelow = columnOf(*child.first, wanted.name);
        if (below && childKeepsNull(*child.first, *child.second, wanted)) {
            return true; // further down
        }
        if (!below || !oldBelow || below->notNull == wanted.notNull || m_major < 18) {
            return below && below->notNull != wanted.notNull;
        }
        return !wanted.notNull && old &&
               ddl::notNullName(*old, ddl::relation(before)) ==
                   ddl::notNullName(*oldBelow, ddl::relation(*child.first));
    });
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
        const schema::Table *before = m_from.findTable(parent->schema, parent->name);
        return changed(above, u"notNull"_s) && (m_major >= 18 || !table.partitionOf.isEmpty()) &&
               !(before && wanted && childKeepsNull(*before, *parent, *wanted));
    }
    const schema::Column *own = columnOf(table, id.name);
    return m_major >= 18 && wanted && own && wanted->notNull && !wanted->options.contains(u"notNull.noInherit"_s) &&
           (changed(above, u"notNull"_s) || changed(above, u"options.notNull.noInherit"_s)) &&
           ddl::notNullName(*own, ddl::relation(table)) == ddl::notNullName(*wanted, ddl::relation(*parent));
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
    followParent(table, id, node);
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
    // Before 18 a partitioned table takes it from all its partitions, and ONLY is refused.
    if (m_major < 18 && !table.partitionKey.isEmpty()) {
        keepNotNullBelow(ddl::relation(table), id.name, node);
    }
}

void Planner::keepNotNullBelow(const QString &parent, const QString &column, int dropped)
{
    for (const schema::Object &object : m_to.objects) {
        const auto *partition = std::get_if<schema::Table>(&object);
        if (!partition || partition->partitionOf != parent || isAdded(partition->id()) || isRemade(partition->id())) {
            continue;
        }
        const schema::Column *wanted = columnOf(*partition, column);
        const ObjectId id{ObjectKind::Column, partition->schema, partition->name, column};
        if (wanted && wanted->notNull && !changed(id, u"notNull"_s)) {
            const QString on = ddl::relation(*partition);
            const int node = add(id, Moment::Make, Make,
                                 u"ALTER TABLE "_s + on + u" ALTER COLUMN "_s + ddl::name(column) + u" SET NOT NULL"_s);
            m_nodes[static_cast<std::size_t>(node)].step.comment =
                u"scans %1 under an exclusive lock: what changes above takes its NOT NULL, too"_s.arg(on);
            before(dropped, node);
        } else if (!partition->partitionKey.isEmpty()) {
            keepNotNullBelow(ddl::relation(*partition), column, dropped);
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
    const bool parentRenames =
        parent && changed({ObjectKind::Column, parent->schema, parent->name, id.name}, u"notNullConstraint"_s);
    if (change.properties.contains(u"notNullConstraint"_s) && !parentRenames) {
        finish(alter + u" RENAME CONSTRAINT "_s + ddl::name(oldName) + u" TO "_s + ddl::name(newName));
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

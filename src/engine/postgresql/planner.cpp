#include "engine/postgresql/planner.h"

#include "engine/postgresql/ddl.h"

namespace countersign::engine::postgresql {

using namespace Qt::StringLiterals;
using schema::ObjectId;
using schema::ObjectKind;

Planner::Planner(const schema::Schema &from, const schema::Schema &to, const diff::Comparison &comparison)
    : m_from(from), m_to(to), m_comparison(comparison)
{
    if (const auto role = from.settings.find(u"role"_s); role != from.settings.end()) {
        m_role = role->second;
    }
    m_major = from.serverVersion.section(u'.', 0, 0).toInt();
    for (const schema::Dependency &dependency : from.dependencies) {
        m_dependents[dependency.referenced].push_back(dependency.dependent);
    }
    static const std::vector<schema::Constraint> noConstraints;
    std::vector<ObjectId> known; // in order, as a schema's objects are
    for (const schema::Schema *side : {&from, &to}) {
        for (const schema::Object &object : side->objects) {
            const ObjectId id = schema::idOf(object);
            if (side == &from) {
                known.push_back(id);
            } else if (!std::ranges::binary_search(known, id, std::less<ObjectId>{})) {
                m_addedNames.insert(id.schema + u'.' + id.name);
            }
            if (const auto *added = side == &to ? std::get_if<schema::Table>(&object) : nullptr;
                added && m_addedNames.contains(id.schema + u'.' + id.name)) {
                for (const schema::Index &index : added->indexes) {
                    m_addedNames.insert(id.schema + u'.' + index.name);
                }
                for (const schema::Constraint &key : added->constraints) {
                    m_addedNames.insert(id.schema + u'.' + key.name);
                }
            }
            const auto *table = side == &from ? std::get_if<schema::Table>(&object) : nullptr;
            for (const schema::Constraint &key : table ? table->constraints : noConstraints) {
                if (key.kind == schema::ConstraintKind::ForeignKey) {
                    m_keysInto[key.referencedSchema + u'.' + key.referencedTable].push_back(
                        {ObjectKind::Constraint, table->schema, table->name, key.name});
                }
            }
            const auto *other = side == &from ? std::get_if<schema::CatalogObject>(&object) : nullptr;
            if (other && other->objectKind == ObjectKind::DefaultPrivileges) {
                m_defaultPrivileges.push_back(other);
            }
            if (other && other->objectKind == ObjectKind::Publication) {
                m_publications.push_back(other);
            }
            if (id.kind == ObjectKind::Table || id.kind == ObjectKind::ForeignTable || id.kind == ObjectKind::View ||
                id.kind == ObjectKind::MaterializedView || id.kind == ObjectKind::Sequence) {
                m_relationsByName.insert(ddl::qualified(id.schema, id.name), id);
            }
        }
    }
}

std::vector<Step> Planner::run()
{
    classify();
    findIndexesAfterAttach();
    findRecreated();
    spread();
    std::optional<std::vector<int>> order;
    // Each attempt that fails has cut at least one relation in two.
    while (!order) {
        m_nodes.clear();
        m_dropNodes.clear();
        m_makeNodes.clear();
        m_finishNodes.clear();
        m_attachNodes.clear();
        m_detachNodes.clear();
        m_goAlong.clear();
        m_partings.clear();
        m_rejoined.clear();
        m_asideDrops.clear();
        m_parkNodes.clear();
        m_attachments.clear();
        m_followers.clear();
        m_leaders.clear();
        m_detachedBranches.clear();
        m_ofBranches.clear();
        buildNodes();
        connect();
        order = sorted();
    }
    std::vector<Step> steps;
    steps.reserve(m_nodes.size() + 1);
    const bool hasCode = std::ranges::any_of(
        m_nodes, [](const Node &node) { return node.id.kind == ObjectKind::Routine && node.moment == Moment::Make; });
    if (hasCode) {
        steps.push_back({u"SET check_function_bodies = off"_s, {}, true, false, {}});
    }
    for (const int index : *order) {
        steps.push_back(std::move(m_nodes[static_cast<std::size_t>(index)].step));
        steps.back().sql = ddl::keepArrayCasts(steps.back().sql);
    }
    return steps;
}

void Planner::classify()
{
    for (std::size_t i = 0; i < m_comparison.differences.size(); ++i) {
        const diff::Difference &difference = m_comparison.differences[i];
        if (difference.change == diff::Change::Renamed && difference.properties.empty()) {
            continue;
        }
        Change &change = m_changes[difference.id];
        change.change = difference.change == diff::Change::Renamed ? diff::Change::Altered : difference.change;
        change.difference = static_cast<int>(i);
        for (const diff::Property &property : difference.properties) {
            change.properties.insert(property.name);
        }
    }
}

void Planner::addRenames()
{
    int last = -1;
    for (std::size_t i = 0; i < m_comparison.differences.size(); ++i) {
        const diff::Difference &difference = m_comparison.differences[i];
        if (difference.change != diff::Change::Renamed) {
            continue;
        }
        m_difference = static_cast<int>(i);
        const ObjectId &id = difference.id;
        const QString to = ddl::name(id.name);
        const QString from = ddl::name(difference.before.name);
        const QString parent = ddl::qualified(id.schema, id.parent);
        QString sql;
        switch (id.kind) {
        case ObjectKind::Column:
            sql = u"ALTER TABLE "_s + parent + u" RENAME COLUMN "_s + from + u" TO "_s + to;
            break;
        case ObjectKind::Constraint:
            sql = u"ALTER TABLE "_s + parent + u" RENAME CONSTRAINT "_s + from + u" TO "_s + to;
            break;
        case ObjectKind::Index:
            sql = u"ALTER INDEX "_s + ddl::qualified(id.schema, difference.before.name) + u" RENAME TO "_s + to;
            break;
        case ObjectKind::Trigger:
        case ObjectKind::Policy:
        case ObjectKind::Rule:
            sql = u"ALTER "_s + nameOf(id.kind).toUpper() + u' ' + from + u" ON "_s + parent + u" RENAME TO "_s + to;
            break;
        default:
            if (const schema::Object *object = m_from.find(id)) {
                QString reference = ddl::reference(*object);
                const qsizetype space = reference.lastIndexOf(ddl::qualified(id.schema, id.name.section(u'(', 0, 0)));
                reference = reference.left(space) +
                            ddl::qualified(difference.before.schema, difference.before.name.section(u'(', 0, 0)) +
                            (id.kind == ObjectKind::Routine ? u'(' + id.name.section(u'(', 1) : QString());
                sql = difference.before.schema != id.schema
                          ? u"ALTER "_s + reference + u" SET SCHEMA "_s + ddl::name(id.schema)
                          : u"ALTER "_s + reference + u" RENAME TO "_s + ddl::name(id.name.section(u'(', 0, 0));
            }
            break;
        }
        const int node = add(id, Moment::Drop, Rename, sql);
        // Renames are told in the order of the comparison: relations before what is inside them.
        if (last >= 0) {
            before(last, node);
        }
        last = node;
    }
    m_difference = -1;
}

const Planner::Change *Planner::changeOf(const ObjectId &id) const
{
    const auto it = m_changes.find(id);
    return it == m_changes.end() ? nullptr : &it->second;
}

bool Planner::changed(const ObjectId &id, const QString &property) const
{
    const Change *change = changeOf(id);
    return change && change->properties.contains(property);
}

ObjectId Planner::ownerOfPart(const schema::Schema &schema, const ObjectId &id)
{
    for (const ObjectKind kind : {ObjectKind::Table, ObjectKind::ForeignTable, ObjectKind::View,
                                  ObjectKind::MaterializedView, ObjectKind::Type}) {
        const ObjectId owner{kind, id.schema, {}, id.parent};
        if (schema.find(owner)) {
            return owner;
        }
    }
    return {ObjectKind::Table, id.schema, {}, id.parent};
}

bool Planner::isRemoved(const ObjectId &id) const
{
    const Change *change = changeOf(id);
    if (change && change->change == diff::Change::Removed) {
        return true;
    }
    return !id.parent.isEmpty() && isRemoved(ownerOfPart(m_from, id));
}

bool Planner::isAdded(const ObjectId &id) const
{
    const Change *change = changeOf(id);
    if (change && change->change == diff::Change::Added) {
        return true;
    }
    return !id.parent.isEmpty() && isAdded(ownerOfPart(m_to, id));
}

int Planner::add(const ObjectId &id, Moment moment, int rank, const QString &sql)
{
    Node node;
    node.id = id;
    node.moment = moment;
    node.rank = rank;
    node.step.sql = sql;
    if (m_difference >= 0) {
        node.step.differences = {m_difference};
    }
    const int index = static_cast<int>(m_nodes.size());
    auto &bucket = moment == Moment::Drop   ? m_dropNodes[id]
                   : moment == Moment::Make ? m_makeNodes[id]
                                            : m_finishNodes[id];
    if (!bucket.empty()) {
        node.after.push_back(bucket.back());
    }
    bucket.push_back(index);
    m_nodes.push_back(std::move(node));
    return index;
}

int Planner::note(const ObjectId &id, const QString &comment)
{
    const int index = add(id, Moment::Finish, Finish, {});
    m_nodes.back().step.comment = comment;
    return index;
}

void Planner::before(int first, int second)
{
    m_nodes[static_cast<std::size_t>(second)].after.push_back(first);
}

void Planner::buildNodes()
{
    addRenames();
    std::vector<std::pair<ObjectId, Change>> all(m_changes.begin(), m_changes.end());
    // What is only brought back has no difference of its own.
    Ids brought;
    for (const Ids *ids : {&m_recreate, &m_typeChanged, &m_swapped, &m_resetDefault}) {
        for (const ObjectId &id : *ids) {
            if (!m_changes.contains(id) && brought.insert(id).second) {
                all.emplace_back(id, Change{});
            }
        }
    }
    std::ranges::stable_sort(all, {}, [](const auto &entry) { return entry.first.kind; });
    for (const auto &[id, change] : all) {
        m_difference = change.difference;
        handle(id, change);
    }
    m_difference = -1;
    keepMembers();
}

void Planner::handle(const ObjectId &id, const Change &change)
{
    if (id.parent.isEmpty()) {
        handleObject(id, change);
        return;
    }
    // Parts of what is dropped or made as a whole come and go with it.
    const ObjectId before = ownerOfPart(m_from, id);
    const ObjectId after = ownerOfPart(m_to, id);
    if (isRemade(after) || isRemoved(before) || isAdded(after)) {
        return;
    }
    if (after.kind == ObjectKind::Type) {
        alterTypePart(id, change);
    } else if (id.kind == ObjectKind::Column &&
               (after.kind == ObjectKind::View || after.kind == ObjectKind::MaterializedView)) {
        settleViewColumn(id);
    } else if (id.kind == ObjectKind::Column) {
        handleColumn(id, change);
    } else {
        handlePart(id, change);
    }
}

std::vector<int> Planner::nodesOf(const ObjectId &id, Moment moment) const
{
    const auto &bucket = moment == Moment::Drop ? m_dropNodes : m_makeNodes;
    return bucket.value(id);
}

std::vector<ObjectId> Planner::dependenciesOf(const schema::Schema &schema, const ObjectId &id) const
{
    std::vector<ObjectId> out;
    const auto range =
        std::ranges::equal_range(schema.dependencies, id, std::less<ObjectId>{}, &schema::Dependency::dependent);
    for (const schema::Dependency &dependency : range) {
        // OWNED BY is a statement of its own.
        if (id.kind != ObjectKind::Sequence || dependency.referenced.kind != ObjectKind::Column) {
            out.push_back(dependency.referenced);
        }
    }
    if (!id.schema.isEmpty() && id.parent.isEmpty()) {
        out.push_back({ObjectKind::Namespace, {}, {}, id.schema});
    }
    if (id.kind == ObjectKind::DefaultPrivileges) {
        if (const auto *object = schema.find(id)) {
            const auto &attributes = std::get<schema::CatalogObject>(*object).attributes;
            if (const auto space = attributes.find(u"schema"_s); space != attributes.end()) {
                out.push_back({ObjectKind::Namespace, {}, {}, space->second});
            }
        }
    }
    if (id.kind == ObjectKind::Extension) {
        if (const auto *object = schema.find(id)) {
            out.push_back(
                {ObjectKind::Namespace, {}, {}, std::get<schema::CatalogObject>(*object).attributes.at(u"schema"_s)});
        }
    }
    if (id.kind == ObjectKind::Publication) {
        if (const auto *object = schema.find(id)) {
            for (ObjectId &used : publishedBy(schema, std::get<schema::CatalogObject>(*object))) {
                out.push_back(std::move(used));
            }
        }
    }
    const schema::Table *table = id.parent.isEmpty() ? nullptr : schema.findTable(id.schema, id.parent);
    if (!id.parent.isEmpty()) {
        out.push_back(ownerOfPart(schema, id));
    }
    const auto addKeys = [&](const std::vector<schema::IndexKey> &keys, const QStringList &include) {
        for (const schema::IndexKey &key : keys) {
            if (!key.column.isEmpty()) {
                out.push_back({ObjectKind::Column, id.schema, id.parent, key.column});
            }
        }
        for (const QString &column : include) {
            out.push_back({ObjectKind::Column, id.schema, id.parent, column});
        }
    };
    if (id.kind == ObjectKind::Constraint && table) {
        const auto it = std::ranges::find(table->constraints, id.name, &schema::Constraint::name);
        if (it != table->constraints.end()) {
            addKeys(it->keys, it->include);
            if (!it->referencedTable.isEmpty()) {
                out.push_back(ownerOfPart(schema, {ObjectKind::Column, it->referencedSchema, it->referencedTable, {}}));
                for (const QString &column : it->referencedColumns) {
                    out.push_back({ObjectKind::Column, it->referencedSchema, it->referencedTable, column});
                }
            }
        }
    }
    if (id.kind == ObjectKind::Index && table) {
        const auto it = std::ranges::find(table->indexes, id.name, &schema::Index::name);
        if (it != table->indexes.end()) {
            addKeys(it->keys, it->include);
        }
    }
    return out;
}

/// True for a base type and one of its functions.
bool Planner::isMadeOf(const ObjectId &type, const ObjectId &routine) const
{
    const schema::Object *object =
        type.kind == ObjectKind::Type && routine.kind == ObjectKind::Routine ? m_to.find(type) : nullptr;
    return object && std::get<schema::Type>(*object).typeKind == u"base"_s &&
           std::ranges::contains(dependenciesOf(m_to, type), routine);
}

/// The removed base type that cannot go without this function, nor the function without it; or no name.
ObjectId Planner::baseTypeOf(const ObjectId &routine) const
{
    for (const ObjectId &type : dependenciesOf(m_from, routine)) {
        const schema::Object *object = type.kind == ObjectKind::Type && isRemoved(type) ? m_from.find(type) : nullptr;
        if (object && std::get<schema::Type>(*object).typeKind == u"base"_s &&
            std::ranges::contains(dependenciesOf(m_from, type), routine)) {
            return type;
        }
    }
    return {};
}

/// No catalog knows what the text of a function names, so that everything else is made before one is run: building an
/// index, checking rows, computing a new column and filling a materialized view do that.
bool Planner::runs(const ObjectId &id, const ObjectId &used)
{
    return id.kind == ObjectKind::MaterializedView ||
           (used.kind == ObjectKind::Routine &&
            (id.kind == ObjectKind::Index || id.kind == ObjectKind::Constraint || id.kind == ObjectKind::Column));
}

void Planner::connectNode(int index)
{
    const auto at = static_cast<std::size_t>(index);
    std::vector<ObjectId> ids = m_nodes[at].covers;
    ids.push_back(m_nodes[at].id);
    const Moment moment = m_nodes[at].moment;
    const auto link = [&](int first, int second) {
        if (first != second && m_nodes[static_cast<std::size_t>(second)].rank != Rename) {
            before(first, second);
        }
    };
    // What a statement makes along with its own object, such as a view's columns, is as new as that.
    const auto isNew = [&](const ObjectId &id) {
        return isAdded(id) || isRemade(id) || (!id.parent.isEmpty() && isRemade(ownerOfPart(m_from, id)));
    };
    const bool makesNew = moment == Moment::Make && isNew(m_nodes[at].id);
    for (const ObjectId &id : ids) {
        if (moment != Moment::Drop) {
            for (const ObjectId &used : dependenciesOf(m_to, id)) {
                if (m_nodes[at].rank == Make && runs(m_nodes[at].id, used)) {
                    m_nodes[at].rank = Run;
                }
                if (isMadeOf(id, used) && nodesOf(id, Moment::Make).front() == index) {
                    continue; // as a shell it needs none
                }
                for (const int other : nodesOf(used, Moment::Make)) {
                    link(other, index);
                    if (isMadeOf(used, id)) {
                        break; // the shell is enough
                    }
                }
            }
        }
        if (moment == Moment::Finish) {
            for (const int other : nodesOf(id, Moment::Make)) {
                link(other, index);
            }
            continue;
        }
        if (moment == Moment::Make) {
            for (const int other : nodesOf(id, Moment::Drop)) {
                link(other, index);
            }
        }
        if (makesNew ||
            (moment == Moment::Make && (isNew(id) || m_resetDefault.contains(id) || m_parked.contains(id)))) {
            continue;
        }
        if (id.kind == ObjectKind::Publication && moment == Moment::Make) {
            continue; // what it must let go has a statement of its own
        }
        // Before something goes or changes, what used it has gone or has let it go.
        for (const ObjectId &used : dependenciesOf(m_from, id)) {
            if (used == m_nodes[at].id) {
                continue; // what goes with its owner waits for nothing that the owner does not wait for
            }
            for (const int other : nodesOf(used, Moment::Drop)) {
                const bool freesPart = m_partings.contains(other) && isWithin(id, used);
                link(freesPart ? other : index, freesPart ? index : other);
            }
            if (moment == Moment::Drop && used.kind == ObjectKind::Column) {
                for (const int other : nodesOf(used, Moment::Make)) {
                    if (m_nodes[static_cast<std::size_t>(other)].id == used && !isAdded(used)) {
                        link(index, other);
                    }
                }
            }
        }
    }
}

void Planner::connect()
{
    QHash<QString, std::vector<int>> droppedNames;
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        const Node &node = m_nodes[i];
        for (const ObjectId &covered : node.moment == Moment::Finish ? std::vector<ObjectId>() : node.covers) {
            (node.moment == Moment::Drop ? m_dropNodes : m_makeNodes)[covered].push_back(static_cast<int>(i));
        }
        if (node.moment == Moment::Drop && node.rank != Rename) {
            std::vector<ObjectId> gone = node.covers; // a table's keys and indexes, too
            gone.push_back(node.id);
            for (const ObjectId &id : gone) {
                if (id.kind != ObjectKind::Column) {
                    droppedNames[id.schema + u'.' + id.name].push_back(static_cast<int>(i));
                }
            }
        }
    }
    for (const auto &[child, taker] : m_goAlong) {
        for (const int node : nodesOf(taker, Moment::Drop)) {
            m_dropNodes[child].push_back(node);
        }
    }
    const std::size_t count = m_nodes.size();
    // Everything else speaks of objects under their new names.
    int lastRename = -1;
    for (std::size_t i = 0; i < count; ++i) {
        lastRename = m_nodes[i].rank == Rename ? static_cast<int>(i) : lastRename;
    }
    for (std::size_t i = 0; i < count; ++i) {
        if (m_nodes[i].rank == Rename) {
            continue;
        }
        if (lastRename >= 0) {
            before(lastRename, static_cast<int>(i));
        }
        connectNode(static_cast<int>(i));
        // A name is free only when its old holder is gone: relations, types and indexes share names.
        if (m_nodes[i].moment == Moment::Make && isAdded(m_nodes[i].id)) {
            std::vector<ObjectId> made = m_nodes[i].covers;
            made.push_back(m_nodes[i].id);
            for (const ObjectId &id : made) {
                const bool named = id.kind != ObjectKind::Column && isAdded(id);
                for (const int other : named ? droppedNames.value(id.schema + u'.' + id.name) : std::vector<int>()) {
                    before(other, static_cast<int>(i));
                }
            }
        }
    }
    connectAsideDrops();
    connectRewrites();
    for (const auto &[column, follower] : m_followers) {
        for (const int other : nodesOf(column, Moment::Make)) {
            before(other, follower);
        }
    }
    for (const auto &[column, leader] : m_leaders) {
        for (const int other : nodesOf(column, Moment::Make)) {
            before(leader, other);
        }
    }
    for (const auto &[above, attachment] : m_attachments) {
        for (const int other : nodesOf(above, Moment::Make)) {
            // Others that are attached to it count as making it, too.
            if (m_nodes[static_cast<std::size_t>(other)].id == above) {
                before(other, attachment);
            }
        }
        // An index of a partition counts when it comes back only if it is whole (tablecmds.c,
        // AttachPartitionEnsureIndexes).
        const ObjectId partition{ObjectKind::Table, above.schema, {}, above.parent};
        if (m_detachNodes.contains(partition) && m_attachNodes.contains(partition) && !m_afterAttach.contains(above)) {
            before(attachment, m_attachNodes.value(partition));
        }
    }
    for (const auto &[branch, drop] : m_ofBranches) {
        if (const auto detached = m_detachedBranches.constFind(branch); detached != m_detachedBranches.constEnd()) {
            before(*detached, drop);
        }
    }
    QHash<QString, std::vector<int>> partsOf;
    for (std::size_t i = 0; i < count && !m_attachNodes.isEmpty(); ++i) {
        const ObjectId &id = m_nodes[i].id;
        const bool part =
            id.kind == ObjectKind::Index || id.kind == ObjectKind::Constraint || id.kind == ObjectKind::Column;
        if (part && m_nodes[i].moment != Moment::Finish) {
            partsOf[id.schema + u'.' + id.parent].push_back(static_cast<int>(i));
        }
    }
    QHash<QString, std::vector<int>> leaving;
    for (const auto &[partition, node] : m_detachNodes.asKeyValueRange()) {
        const schema::Table *table = m_to.findTable(partition.schema, partition.name);
        leaving[table ? table->partitionOf : QString()].push_back(node);
    }
    for (const auto &[child, node] : m_attachNodes.asKeyValueRange()) {
        const schema::Table *table = m_to.findTable(child.schema, child.name);
        const ObjectId parent = m_relationsByName.value(table->partitionOf);
        const int detachment = m_detachNodes.value(child, -1);
        for (const int other : leaving.value(table->partitionOf)) {
            before(other, node);
        }
        for (const ObjectId &relation : {child, parent}) {
            for (const int part : partsOf.value(relation.schema + u'.' + relation.name)) {
                if (m_afterAttach.contains(m_nodes[static_cast<std::size_t>(part)].id)) {
                    before(node, part);
                } else if (part != node) {
                    before(part, detachment >= 0 ? detachment : node);
                }
            }
        }
    }
}

} // namespace countersign::engine::postgresql

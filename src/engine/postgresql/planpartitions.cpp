#include "engine/postgresql/ddl.h"
#include "engine/postgresql/planner.h"

namespace countersign::engine::postgresql {

using namespace Qt::StringLiterals;
using schema::ObjectId;
using schema::ObjectKind;

namespace {

/// The manual, ALTER TABLE … ATTACH PARTITION: what has rows, unless a CHECK says where they belong.
QString scannedByAttach(const schema::Schema &from, const schema::Table &table)
{
    QStringList out;
    if (from.find(table.id())) {
        out << ddl::relation(table);
    }
    const QString any = u"DEFAULT"_s;
    for (const schema::Object &object : from.objects) {
        const auto *other = std::get_if<schema::Table>(&object);
        if (other && other->partitionOf == table.partitionOf && other->partitionBound.text == any &&
            table.partitionBound.text != any) {
            out << ddl::relation(*other);
        }
    }
    return out.join(u" and "_s);
}

template <class T>
const T *part(const std::vector<T> &parts, const QString &name)
{
    const auto it = std::ranges::find(parts, name, &T::name);
    return it == parts.end() ? nullptr : &*it;
}

} // namespace

ObjectId Planner::aboveOf(const schema::Schema &schema, const schema::Table &table, const QString &attachedTo) const
{
    const ObjectId parent = m_relationsByName.value(table.partitionOf);
    const schema::Table *above = schema.findTable(parent.schema, parent.name);
    const QString name = ddl::lastName(attachedTo);
    const bool key = above && part(above->constraints, name);
    return {key ? ObjectKind::Constraint : ObjectKind::Index, parent.schema, parent.name, name};
}

/// What is attached cannot go by itself (manual, ALTER INDEX … ATTACH PARTITION): what it is attached to is made anew.
void Planner::markAbove(const ObjectId &id)
{
    if (id.kind != ObjectKind::Index && id.kind != ObjectKind::Constraint) {
        return;
    }
    const schema::Table *table = m_from.findTable(id.schema, id.parent);
    if (!table || table->partitionOf.isEmpty() || isRemoved(table->id()) || changed(table->id(), u"partitionOf"_s)) {
        return;
    }
    QString attachedTo;
    if (const auto *index = part(table->indexes, id.name); id.kind == ObjectKind::Index && index) {
        attachedTo = index->attachedTo;
    } else if (const auto *key = part(table->constraints, id.name); id.kind == ObjectKind::Constraint && key) {
        const auto found = key->attributes.find(u"attachedTo"_s);
        attachedTo = found == key->attributes.end() ? QString() : found->second;
    }
    if (!attachedTo.isEmpty()) {
        mark(aboveOf(m_from, *table, attachedTo));
    }
}

/// What is attached to an index or key that goes, goes along and has to come back.
void Planner::markAttached(const ObjectId &above)
{
    const schema::Table *parent = m_from.findTable(above.schema, above.parent);
    if (!parent || parent->partitionKey.isEmpty()) {
        return;
    }
    const QString name = ddl::qualified(above.schema, above.name);
    for (const ObjectId &child : m_dependents.value(parent->id())) {
        const schema::Table *table = child.parent.isEmpty() ? m_from.findTable(child.schema, child.name) : nullptr;
        if (!table || table->partitionOf != ddl::relation(*parent)) {
            continue;
        }
        for (const schema::Index &index : table->indexes) {
            if (index.attachedTo == name) {
                mark({ObjectKind::Index, table->schema, table->name, index.name});
            }
        }
        for (const schema::Constraint &key : table->constraints) {
            const auto found = key.attributes.find(u"attachedTo"_s);
            if (found != key.attributes.end() && found->second == name) {
                mark({ObjectKind::Constraint, table->schema, table->name, key.name});
            }
        }
    }
}

void Planner::findIndexesAfterAttach()
{
    std::vector<std::pair<ObjectId, ObjectId>> attachments; // index of a partition ► the one above
    for (const schema::Object &object : m_to.objects) {
        const auto *partition = std::get_if<schema::Table>(&object);
        const ObjectId parent = m_relationsByName.value(partition ? partition->partitionOf : QString());
        const schema::Table *above = parent.name.isEmpty() ? nullptr : m_to.findTable(parent.schema, parent.name);
        if (!above || above->indexes.empty()) {
            continue;
        }
        QSet<QString> attached;
        for (const schema::Index &index : partition->indexes) {
            if (!index.attachedTo.isEmpty()) {
                attached.insert(index.attachedTo);
                attachments.emplace_back(
                    ObjectId{ObjectKind::Index, partition->schema, partition->name, index.name},
                    ObjectId{ObjectKind::Index, above->schema, above->name, ddl::lastName(index.attachedTo)});
            }
        }
        for (const schema::Constraint &constraint : partition->constraints) {
            attached.insert(ddl::value(constraint.attributes, u"attachedTo"_s));
        }
        // Of two that are alike the server attaches the one it finds first (tablecmds.c, AttachPartitionEnsureIndexes).
        for (const schema::Index &index : partition->indexes) {
            const bool hasTwin = std::ranges::any_of(partition->indexes, [&](const schema::Index &other) {
                return !other.attachedTo.isEmpty() && other.method == index.method && other.keys == index.keys &&
                       other.predicate == index.predicate;
            });
            if (index.attachedTo.isEmpty() && hasTwin) {
                m_afterAttach.insert({ObjectKind::Index, partition->schema, partition->name, index.name});
            }
        }
        const ObjectId id = partition->id();
        const bool arrives = isAdded(id) || changed(id, u"partitionOf"_s) || changed(id, u"partitionBound"_s);
        for (const schema::Index &index : above->indexes) {
            if (attached.contains(ddl::qualified(above->schema, index.name))) {
                continue;
            }
            const ObjectId unfinished{ObjectKind::Index, above->schema, above->name, index.name};
            m_afterAttach.insert(unfinished);
            // Were it there already, the partition would get one, which could not be dropped alone.
            if (arrives) {
                mark(unfinished);
            }
        }
    }
    bool grown = !m_afterAttach.empty();
    while (grown) {
        grown = false;
        for (const auto &[index, above] : attachments) {
            grown = (m_afterAttach.contains(above) && m_afterAttach.insert(index).second) || grown;
        }
    }
}

/// The index or key of a partition that stays while the one it is attached to goes: it goes along and comes back.
bool Planner::goesWithItsParent(const ObjectId &id, const Change &change) const
{
    const schema::Table *table = m_from.findTable(id.schema, id.parent);
    if (!table || changed(table->id(), u"partitionOf"_s)) {
        return false;
    }
    if (id.kind == ObjectKind::Index && change.properties.contains(u"attachedTo"_s)) {
        const schema::Index *index = part(table->indexes, id.name);
        return index && !index->attachedTo.isEmpty();
    }
    if (id.kind == ObjectKind::Constraint && change.properties.contains(u"attributes.attachedTo"_s)) {
        const schema::Constraint *constraint = part(table->constraints, id.name);
        return constraint && constraint->attributes.contains(u"attachedTo"_s);
    }
    return false;
}

/// True where the table is not yet below a parent that has this check: it must have it to get there.
bool Planner::joinsParentWith(const schema::Table &table, const QString &check) const
{
    const schema::Table *before = m_from.findTable(table.schema, table.name);
    for (const QString &name : QStringList(table.inherits) + QStringList{table.partitionOf}) {
        const ObjectId id = m_relationsByName.value(name);
        const schema::Table *parent = name.isEmpty() ? nullptr : m_to.findTable(id.schema, id.name);
        const bool isNew = before && !before->inherits.contains(name) && before->partitionOf != name;
        if (parent && isNew && part(parent->constraints, check)) {
            return true;
        }
    }
    return false;
}

/// The foreign keys that a partition has from those above it. It keeps them when it is detached, under their names.
std::vector<schema::Constraint> Planner::keysFromAbove(const schema::Schema &schema, const schema::Table &table) const
{
    std::vector<schema::Constraint> out;
    for (const schema::Table *at = &table; at && !at->partitionOf.isEmpty();) {
        const ObjectId id = m_relationsByName.value(at->partitionOf);
        at = schema.findTable(id.schema, id.name);
        for (const schema::Constraint &key : at ? at->constraints : std::vector<schema::Constraint>()) {
            if (key.kind == schema::ConstraintKind::ForeignKey) {
                out.push_back(key);
                out.back().comment.clear();
            }
        }
    }
    return out;
}

bool Planner::isLeftBehind(const schema::Table &table, const schema::Constraint &key) const
{
    const schema::Table *before = m_from.findTable(table.schema, table.name);
    if (!before || !changed(table.id(), u"partitionOf"_s)) {
        return false;
    }
    schema::Constraint plain = key;
    plain.comment.clear();
    return std::ranges::contains(keysFromAbove(m_from, *before), plain);
}

void Planner::dropKeysLeftBehind(const schema::Table &before, const schema::Table &after, int detachment)
{
    std::vector<schema::Constraint> wanted = keysFromAbove(m_to, after);
    for (const schema::Constraint &key : after.constraints) {
        wanted.push_back(key);
        wanted.back().comment.clear();
    }
    for (const schema::Constraint &key : keysFromAbove(m_from, before)) {
        if (!std::ranges::contains(wanted, key)) {
            const int node =
                add({ObjectKind::Constraint, after.schema, after.name, key.name}, Moment::Drop, Drop,
                    u"ALTER TABLE "_s + ddl::relation(after) + u" DROP CONSTRAINT IF EXISTS "_s + ddl::name(key.name));
            Planner::before(detachment, node);
        }
    }
}

/// True for a part of the table and for one of its partitions.
bool Planner::isWithin(const ObjectId &id, const ObjectId &table) const
{
    if (!id.parent.isEmpty() || id.kind != ObjectKind::Table) {
        return !id.parent.isEmpty();
    }
    const schema::Table *partition = m_from.findTable(id.schema, id.name);
    return partition && m_relationsByName.value(partition->partitionOf) == table;
}

void Planner::attach(const schema::Table &table)
{
    const int node = add(table.id(), Moment::Finish, Make,
                         u"ALTER TABLE ONLY "_s + table.partitionOf + u" ATTACH PARTITION "_s + ddl::relation(table) +
                             u' ' + table.partitionBound.text);
    const ObjectId parent = m_relationsByName.value(table.partitionOf);
    if (!isAdded(parent)) {
        if (const QString scanned = scannedByAttach(m_from, table); !scanned.isEmpty()) {
            m_nodes[static_cast<std::size_t>(node)].step.comment =
                u"scans %1 under an exclusive lock unless a CHECK proves that it need not; fails if a row does not fit"_s
                    .arg(scanned);
        }
    }
    m_attachNodes.insert(table.id(), node);
    for (const int other : nodesOf(parent, Moment::Make)) {
        before(other, node);
    }
}

} // namespace countersign::engine::postgresql

#include "engine/postgresql/ddl.h"
#include "engine/postgresql/planner.h"

namespace countersign::engine::postgresql {

using namespace Qt::StringLiterals;
using schema::ObjectId;
using schema::ObjectKind;

namespace {

template <class T>
const T *part(const std::vector<T> *parts, const QString &name)
{
    if (!parts) {
        return nullptr;
    }
    const auto it = std::ranges::find(*parts, name, &T::name);
    return it == parts->end() ? nullptr : &*it;
}

struct Relation {
    ObjectId id;
    QString name;
    bool partitioned = false;
    const schema::Table *table = nullptr;
    const std::vector<schema::Index> *indexes = nullptr;
    const std::vector<schema::Trigger> *triggers = nullptr;
    const std::vector<schema::Rule> *rules = nullptr;
    const std::vector<schema::Policy> *policies = nullptr;
};

Relation relationOf(const schema::Schema &schema, const ObjectId &owner)
{
    Relation out;
    out.id = owner;
    const schema::Object *object = schema.find(owner);
    if (!object) {
        return out;
    }
    if (const auto *table = std::get_if<schema::Table>(object)) {
        out.name = ddl::relation(*table);
        out.partitioned = !table->partitionKey.isEmpty();
        out.table = table;
        out.indexes = &table->indexes;
        out.triggers = &table->triggers;
        out.rules = &table->rules;
        out.policies = &table->policies;
    } else if (const auto *view = std::get_if<schema::View>(object)) {
        out.name = ddl::relation(*view);
        out.indexes = &view->indexes;
        out.triggers = &view->triggers;
        out.rules = &view->rules;
    }
    return out;
}

} // namespace

void Planner::handlePart(const ObjectId &id, const Change &change)
{
    switch (id.kind) {
    case ObjectKind::Constraint:
        handleConstraint(id, change);
        return;
    case ObjectKind::Index:
        handleIndex(id, change);
        return;
    default:
        handleCode(id, change);
        return;
    }
}

void Planner::dropConstraint(const schema::Table &table, const schema::Constraint &constraint)
{
    const ObjectId id{ObjectKind::Constraint, table.schema, table.name, constraint.name};
    // The key of a partition goes with the key of its parent.
    if (const QString above = ddl::value(constraint.attributes, u"attachedTo"_s); !above.isEmpty()) {
        const bool detached = changed(table.id(), u"partitionOf"_s);
        const ObjectId parentKey = aboveOf(m_from, table, above);
        if (!detached && (isRemoved(parentKey) || isRemade(parentKey))) {
            m_goAlong.emplace_back(id, parentKey);
            return;
        }
    }
    const auto outlivesParentOf = [this](const schema::Table &parent, const QString &name) {
        return std::ranges::any_of(keptChildren(parent), [&](const auto &child) {
            const schema::Constraint *kept = part(&child.second->constraints, name);
            return kept && kept->kind == schema::ConstraintKind::Check &&
                   !isRemade({ObjectKind::Constraint, child.second->schema, child.second->name, name});
        });
    };
    if (constraint.inherited) {
        const schema::Table *after = m_to.findTable(table.schema, table.name);
        for (const QString &name : QStringList(table.inherits) + QStringList{table.partitionOf}) {
            if (after && !after->inherits.contains(name) && after->partitionOf != name) {
                continue; // it keeps what it had from a parent that it leaves
            }
            const ObjectId parent = m_relationsByName.value(name);
            const ObjectId parentConstraint{ObjectKind::Constraint, parent.schema, parent.name, constraint.name};
            const schema::Table *above = m_from.findTable(parent.schema, parent.name);
            if (!name.isEmpty() && (isRemoved(parentConstraint) || isRemade(parentConstraint)) &&
                !(above && outlivesParentOf(*above, constraint.name))) {
                return;
            }
        }
    }
    const bool only = constraint.kind == schema::ConstraintKind::Check && outlivesParentOf(table, constraint.name);
    add(id, Moment::Drop, Drop,
        u"ALTER TABLE "_s + (only ? u"ONLY "_s : QString()) + ddl::relation(table) + u" DROP CONSTRAINT "_s +
            ddl::name(constraint.name));
}

void Planner::addConstraint(const schema::Table &table, const schema::Constraint &constraint, bool isNew)
{
    const ObjectId id{ObjectKind::Constraint, table.schema, table.name, constraint.name};
    const QString on = ddl::relation(table);
    const bool partitioned = !table.partitionKey.isEmpty();
    const bool foreignKey = constraint.kind == schema::ConstraintKind::ForeignKey;
    const bool check = constraint.kind == schema::ConstraintKind::Check;
    const bool joins = check && joinsParentWith(table, constraint.name);
    if (constraint.inherited && !isNew && !joins) {
        return; // comes with the parent's constraint
    }
    if (foreignKey && !isNew && isLeftBehind(table, constraint)) {
        return;
    }
    const bool twoSteps = !isNew && !joins && !constraint.notValid && !constraint.notEnforced &&
                          (check || (foreignKey && !partitioned)) && table.foreignServer.isEmpty();
    const bool only = partitioned && !foreignKey && !check;
    const QString alter = u"ALTER "_s + (table.foreignServer.isEmpty() ? u"TABLE "_s : u"FOREIGN TABLE "_s) +
                          (only || (!table.partitionOf.isEmpty() && !foreignKey && !check) ? u"ONLY "_s : QString()) +
                          on;
    const int node = add(id, Moment::Make, Make, alter + u" ADD "_s + ddl::constraintClause(constraint, twoSteps));
    if (!isNew && !foreignKey && !check) {
        const bool exclusion = constraint.kind == schema::ConstraintKind::Exclusion;
        m_nodes[static_cast<std::size_t>(node)].step.comment =
            u"builds an index on %1 under a lock that blocks reads and writes; fails if rows %2"_s.arg(
                on, exclusion ? u"exclude each other"_s : u"have the same key"_s);
    }
    if (twoSteps) {
        const int validate = add(id, Moment::Finish, Validate,
                                 u"ALTER TABLE "_s + on + u" VALIDATE CONSTRAINT "_s + ddl::name(constraint.name));
        m_nodes[static_cast<std::size_t>(validate)].step.transactional = false;
    }
    if (foreignKey && !isNew && constraint.attributes.contains(u"clustered"_s)) {
        return;
    }
    if (const QString above = ddl::value(constraint.attributes, u"attachedTo"_s);
        !above.isEmpty() && !isNew && !comesAttached(table.id()) && !changed(table.id(), u"partitionOf"_s)) {
        const int attachment =
            add(id, Moment::Make, Make,
                u"ALTER INDEX "_s + above + u" ATTACH PARTITION "_s + ddl::qualified(table.schema, constraint.name));
        m_attachments.emplace_back(aboveOf(m_to, table, above), attachment);
        // A key of a partitioned table is one only when every partition has its part: foreign keys wait for that.
        QString next = above;
        for (const schema::Table *at = &table; at && !next.isEmpty();) {
            const ObjectId key = aboveOf(m_to, *at, next);
            m_nodes[static_cast<std::size_t>(attachment)].covers.push_back(key);
            at = m_to.findTable(key.schema, key.parent);
            const schema::Constraint *attached = at ? part(&at->constraints, key.name) : nullptr;
            next = attached ? ddl::value(attached->attributes, u"attachedTo"_s) : QString();
        }
    }
    if (!constraint.comment.isEmpty()) {
        add(id, Moment::Finish, Finish,
            ddl::comment(u"CONSTRAINT "_s + ddl::name(constraint.name) + u" ON "_s + on, constraint.comment));
    }
    if (const QString text = ddl::value(constraint.attributes, u"indexComment"_s); !text.isEmpty()) {
        add(id, Moment::Finish, Finish,
            ddl::comment(u"INDEX "_s + ddl::qualified(table.schema, constraint.name), text));
    }
    if (!isNew && constraint.attributes.contains(u"clustered"_s)) {
        add(id, Moment::Finish, Finish, u"ALTER TABLE "_s + on + u" CLUSTER ON "_s + ddl::name(constraint.name));
    }
}

void Planner::alterIndexOptions(const ObjectId &id, const QString &index, const schema::Attributes &before,
                                const schema::Attributes &after, const QString &order)
{
    if (before == after) {
        return;
    }
    QStringList reset;
    for (const auto &[key, text] : before) {
        if (!after.contains(key)) {
            reset += key;
        }
    }
    if (!reset.isEmpty()) {
        add(id, Moment::Finish, Finish, u"ALTER INDEX "_s + index + u" RESET ("_s + reset.join(u", ") + u')');
    }
    // All of them in their order: what is set comes behind what was there.
    QStringList set;
    QStringList names = order.split(u',', Qt::SkipEmptyParts);
    for (const auto &[key, text] : after) {
        if (!names.contains(key)) {
            names += key;
        }
    }
    for (const QString &key : names) {
        if (const auto it = after.find(key); it != after.end()) {
            set += key + u'=' + ddl::literal(it->second);
        }
    }
    if (!set.isEmpty()) {
        add(id, Moment::Finish, Finish, u"ALTER INDEX "_s + index + u" SET ("_s + set.join(u", ") + u')');
    }
}

void Planner::handleConstraint(const ObjectId &id, const Change &change)
{
    const schema::Table *a = m_from.findTable(id.schema, id.parent);
    const schema::Table *b = m_to.findTable(id.schema, id.parent);
    const schema::Constraint *before = part(a ? &a->constraints : nullptr, id.name);
    const schema::Constraint *after = part(b ? &b->constraints : nullptr, id.name);
    if (isRemade(id) && before && after) {
        dropConstraint(*a, *before);
        addConstraint(*b, *after, false);
        return;
    }
    if (change.change == diff::Change::Added && after) {
        addConstraint(*b, *after, false);
        return;
    }
    if (change.change == diff::Change::Removed && before) {
        dropConstraint(*a, *before);
        return;
    }
    if (!before || !after) {
        return;
    }
    const QString on = ddl::relation(*b);
    const QString name = ddl::name(id.name);
    const auto has = [&](const QString &property) { return change.properties.contains(property); };
    if (has(u"notValid"_s) && !after->notValid) {
        const int node = add(id, Moment::Finish, Validate, u"ALTER TABLE "_s + on + u" VALIDATE CONSTRAINT "_s + name);
        m_nodes[static_cast<std::size_t>(node)].step.transactional = false;
    }
    if (has(u"deferrable"_s) || has(u"initiallyDeferred"_s)) {
        add(id, Moment::Make, Make,
            u"ALTER TABLE "_s + on + u" ALTER CONSTRAINT "_s + name +
                (after->deferrable ? u" DEFERRABLE"_s : u" NOT DEFERRABLE"_s) +
                (after->initiallyDeferred ? u" INITIALLY DEFERRED"_s
                 : after->deferrable      ? u" INITIALLY IMMEDIATE"_s
                                          : QString()));
    }
    if (has(u"comment"_s)) {
        add(id, Moment::Finish, Finish, ddl::comment(u"CONSTRAINT "_s + name + u" ON "_s + on, after->comment));
    }
    if (has(u"attributes.indexComment"_s)) {
        add(id, Moment::Finish, Finish,
            ddl::comment(u"INDEX "_s + ddl::qualified(id.schema, id.name),
                         ddl::value(after->attributes, u"indexComment"_s)));
    }
    if (has(u"attributes.clustered"_s)) {
        add(id, Moment::Finish, Finish,
            u"ALTER TABLE "_s + on +
                (after->attributes.contains(u"clustered"_s) ? u" CLUSTER ON "_s + name : u" SET WITHOUT CLUSTER"_s));
    }
    if (has(u"attributes.attachedTo"_s) && after->attributes.contains(u"attachedTo"_s) && !comesAttached(b->id()) &&
        !changed(b->id(), u"partitionOf"_s)) {
        add(id, Moment::Finish, Finish,
            u"ALTER INDEX "_s + after->attributes.at(u"attachedTo"_s) + u" ATTACH PARTITION "_s +
                ddl::qualified(id.schema, id.name));
    }
    const QString indexName = ddl::qualified(id.schema, id.name);
    alterIndexOptions(id, indexName, before->options, after->options, after->optionsOrder);
    if (has(u"tablespace"_s)) {
        add(id, Moment::Finish, Finish,
            u"ALTER INDEX "_s + indexName + u" SET TABLESPACE "_s +
                (after->tablespace.isEmpty() ? u"pg_default"_s : ddl::name(after->tablespace)));
    }
}

void Planner::addIndex(const ObjectId &owner, const QString &on, const schema::Index &index, bool isNew,
                       bool partitioned)
{
    const ObjectId id{ObjectKind::Index, owner.schema, owner.name, index.name};
    const bool concurrently = !isNew && !partitioned;
    const int node =
        add(id, Moment::Make, concurrently ? Concurrent : Make, ddl::createIndex(index, on, partitioned, concurrently));
    m_nodes[static_cast<std::size_t>(node)].step.transactional = !concurrently;
    if (index.invalid) {
        m_nodes[static_cast<std::size_t>(node)].step.comment =
            u"the index %1 is invalid in the schema wanted; this makes it valid"_s.arg(index.name);
    } else if (!isNew && index.unique) {
        m_nodes[static_cast<std::size_t>(node)].step.comment =
            (concurrently
                 ? u"fails if rows have the same key, and leaves an invalid index that has to be dropped"_s
                 : u"builds an index on %1 under a lock that blocks writes; fails if rows have the same key"_s.arg(on));
    } else if (!isNew && !concurrently) {
        m_nodes[static_cast<std::size_t>(node)].step.comment =
            u"builds an index on %1 under a lock that blocks writes"_s.arg(on);
    }
    finishIndex(id, owner.schema, index, on);
    const bool attachedLater =
        owner.kind == ObjectKind::Table && (comesAttached(owner) || changed(owner, u"partitionOf"_s));
    const schema::Table *table = m_to.findTable(owner.schema, owner.name);
    if (!index.attachedTo.isEmpty() && (!attachedLater || m_afterAttach.contains(id))) {
        const int attachment = add(id, Moment::Make, concurrently ? Concurrent : Make,
                                   u"ALTER INDEX "_s + index.attachedTo + u" ATTACH PARTITION "_s +
                                       ddl::qualified(owner.schema, index.name));
        const ObjectId parent = m_relationsByName.value(table ? table->partitionOf : QString());
        const QString parentIndex = ddl::lastName(index.attachedTo);
        m_nodes[static_cast<std::size_t>(attachment)].covers.push_back(
            {ObjectKind::Index, parent.schema, parent.name, parentIndex + u"\n"_s});
        const auto *above = parent.name.isEmpty() ? nullptr : m_to.findTable(parent.schema, parent.name);
        if (above && part(&above->indexes, parentIndex)) {
            m_nodes[static_cast<std::size_t>(attachment)].covers.clear();
        }
        m_attachments.emplace_back(ObjectId{ObjectKind::Index, parent.schema, parent.name, parentIndex}, attachment);
    }
}

void Planner::finishIndex(const ObjectId &id, const QString &schemaName, const schema::Index &index, const QString &on)
{
    const QString name = ddl::qualified(schemaName, index.name);
    for (const auto &[key, text] : index.attributes) {
        if (key.startsWith(u"statistics."_s)) {
            add(id, Moment::Finish, Finish,
                u"ALTER INDEX "_s + name + u" ALTER COLUMN "_s + key.mid(11) + u" SET STATISTICS "_s + text);
        }
    }
    if (!index.comment.isEmpty()) {
        add(id, Moment::Finish, Finish, ddl::comment(u"INDEX "_s + name, index.comment));
    }
    if (index.clustered) {
        add(id, Moment::Finish, Finish, u"ALTER TABLE "_s + on + u" CLUSTER ON "_s + ddl::name(index.name));
    }
}

void Planner::dropIndex(const ObjectId &owner, const schema::Index &index)
{
    const ObjectId id{ObjectKind::Index, owner.schema, owner.name, index.name};
    const schema::Table *table = m_from.findTable(owner.schema, owner.name);
    for (const ObjectId &used : dependenciesOf(m_from, id)) {
        const bool going = used.kind == ObjectKind::Column && (isRemoved(used) || isRemade(used));
        if (going && used.parent == owner.name) {
            return;
        }
    }
    if (!index.attachedTo.isEmpty() && table) {
        const ObjectId parentIndex = aboveOf(m_from, *table, index.attachedTo);
        const bool detached = changed(table->id(), u"partitionOf"_s);
        if (!detached && (isRemoved(parentIndex) || isRemade(parentIndex))) {
            m_goAlong.emplace_back(id, parentIndex);
            return;
        }
    }
    const bool concurrently = (!table || table->partitionKey.isEmpty()) && index.attachedTo.isEmpty();
    // A partition's key that is attached to a mere index holds that index (unlike an index, which goes along).
    const bool holdsKeys = std::ranges::any_of(m_goAlong, [&](const auto &entry) {
        return entry.second == id && entry.first.kind == ObjectKind::Constraint &&
               m_dependents.value(entry.first).empty();
    });
    const bool remade = isRemade(id);
    const bool neededEarly = std::ranges::any_of(m_dependents.value(id), [](const ObjectId &) { return true; });
    const int node = add(id, Moment::Drop, concurrently && !remade && !neededEarly ? Late : Drop,
                         (concurrently ? u"DROP INDEX CONCURRENTLY "_s : u"DROP INDEX "_s) +
                             ddl::qualified(owner.schema, index.name) + (holdsKeys ? u" CASCADE"_s : QString()));
    m_nodes[static_cast<std::size_t>(node)].step.transactional = !concurrently;
    if (remade) {
        m_nodes[static_cast<std::size_t>(node)].step.comment =
            u"until %1 is made again below, no query has it"_s.arg(ddl::qualified(owner.schema, index.name));
    }
}

/// Whether the new one can be built while the old one still serves queries: nothing that either needs comes or goes,
/// and nothing hangs on the old one.
bool Planner::canStandBeside(const schema::Table &table, const schema::Index &before, const schema::Index &after) const
{
    const ObjectId id{ObjectKind::Index, table.schema, table.name, before.name};
    if (!table.partitionKey.isEmpty() || !before.attachedTo.isEmpty() || !after.attachedTo.isEmpty() ||
        before.clustered || after.clustered || after.invalid || !m_dependents.value(id).empty() ||
        table.replicaIdentity == u"INDEX "_s + ddl::name(before.name) || changed(table.id(), u"replicaIdentity"_s)) {
        return false;
    }
    const auto moves = [this](const ObjectId &used) {
        return isRemoved(used) || isRemade(used) || m_typeChanged.contains(used);
    };
    const auto columnMoves = [&](const schema::IndexKey &key) {
        return !key.column.isEmpty() && moves({ObjectKind::Column, table.schema, table.name, key.column});
    };
    return std::ranges::none_of(dependenciesOf(m_from, id), moves) &&
           std::ranges::none_of(dependenciesOf(m_to, id), moves) && std::ranges::none_of(before.keys, columnMoves) &&
           std::ranges::none_of(after.keys, columnMoves) && !standInName(id).isEmpty();
}

/// What the new index is called until the old one is gone; empty where the name is too long or taken.
QString Planner::standInName(const ObjectId &index) const
{
    constexpr qsizetype longest = 63; // bytes; NAMEDATALEN - 1
    const QString name = index.name + u"_new"_s;
    const auto isCalledSo = [&](const auto &part) { return part.name == name; };
    const auto isTaken = [&](const schema::Schema &schema) {
        return std::ranges::any_of(schema.objects, [&](const schema::Object &object) {
            if (schema::idOf(object).schema != index.schema) {
                return false;
            }
            if (const auto *table = std::get_if<schema::Table>(&object)) {
                return table->name == name || std::ranges::any_of(table->indexes, isCalledSo) ||
                       std::ranges::any_of(table->constraints, isCalledSo);
            }
            if (const auto *view = std::get_if<schema::View>(&object)) {
                return view->name == name || std::ranges::any_of(view->indexes, isCalledSo);
            }
            return schema::idOf(object).name == name;
        });
    };
    return name.toUtf8().size() > longest || isTaken(m_from) || isTaken(m_to) ? QString() : name;
}

/// Queries have the old one until the new one is there.
void Planner::exchangeIndex(const ObjectId &owner, const QString &on, const schema::Index &index)
{
    const ObjectId id{ObjectKind::Index, owner.schema, owner.name, index.name};
    schema::Index standIn = index;
    standIn.name = standInName(id);
    const QString there = ddl::qualified(owner.schema, standIn.name);
    const int made = add(id, Moment::Make, Concurrent, ddl::createIndex(standIn, on, false, true));
    m_nodes[static_cast<std::size_t>(made)].step.transactional = false;
    m_nodes[static_cast<std::size_t>(made)].step.comment =
        u"built beside %1, which serves queries until then"_s.arg(ddl::qualified(owner.schema, index.name)) +
        (index.unique ? u"; fails if rows have the same key, and leaves an invalid index that has to be dropped"_s
                      : QString());
    const int dropped =
        add(id, Moment::Make, Concurrent, u"DROP INDEX CONCURRENTLY "_s + ddl::qualified(owner.schema, index.name));
    m_nodes[static_cast<std::size_t>(dropped)].step.transactional = false;
    add(id, Moment::Make, Concurrent, u"ALTER INDEX "_s + there + u" RENAME TO "_s + ddl::name(index.name));
    finishIndex(id, owner.schema, index, on);
}

void Planner::handleIndex(const ObjectId &id, const Change &change)
{
    const Relation a = relationOf(m_from, ownerOfPart(m_from, id));
    const Relation b = relationOf(m_to, ownerOfPart(m_to, id));
    const schema::Index *before = part(a.indexes, id.name);
    const schema::Index *after = part(b.indexes, id.name);
    if (isRemade(id) && before && after) {
        if (a.table && b.table && canStandBeside(*a.table, *before, *after)) {
            exchangeIndex(b.id, b.name, *after);
            return;
        }
        dropIndex(a.id, *before);
        addIndex(b.id, b.name, *after, false, b.partitioned);
        return;
    }
    if (change.change == diff::Change::Added && after) {
        addIndex(b.id, b.name, *after, false, b.partitioned);
        return;
    }
    if (change.change == diff::Change::Removed && before) {
        dropIndex(a.id, *before);
        return;
    }
    if (!before || !after) {
        return;
    }
    const QString name = ddl::qualified(id.schema, id.name);
    alterIndexOptions(id, name, before->options, after->options, after->optionsOrder);
    for (const QString &property : change.properties) {
        if (property.startsWith(u"attributes.statistics."_s)) {
            const auto it = after->attributes.find(property.mid(11));
            add(id, Moment::Finish, Finish,
                u"ALTER INDEX "_s + name + u" ALTER COLUMN "_s + property.section(u'.', -1) + u" SET STATISTICS "_s +
                    (it == after->attributes.end() ? u"-1"_s : it->second));
        } else if (property == u"tablespace"_s) {
            add(id, Moment::Finish, Finish,
                u"ALTER INDEX "_s + name + u" SET TABLESPACE "_s +
                    (after->tablespace.isEmpty() ? u"pg_default"_s : ddl::name(after->tablespace)));
        } else if (property == u"comment"_s) {
            add(id, Moment::Finish, Finish, ddl::comment(u"INDEX "_s + name, after->comment));
        } else if (property == u"clustered"_s) {
            add(id, Moment::Finish, Finish,
                u"ALTER TABLE "_s + b.name +
                    (after->clustered ? u" CLUSTER ON "_s + ddl::name(id.name) : u" SET WITHOUT CLUSTER"_s));
        } else if (property == u"attachedTo"_s && !after->attachedTo.isEmpty() && !comesAttached(b.id) &&
                   !changed(b.id, u"partitionOf"_s)) {
            const int node =
                add(id, Moment::Finish, Finish, u"ALTER INDEX "_s + after->attachedTo + u" ATTACH PARTITION "_s + name);
            const ObjectId parent = m_relationsByName.value(b.table ? b.table->partitionOf : QString());
            for (const int other : nodesOf(
                     {ObjectKind::Index, parent.schema, parent.name, ddl::lastName(after->attachedTo)}, Moment::Make)) {
                Planner::before(other, node);
            }
        }
    }
}

void Planner::handleCode(const ObjectId &id, const Change &change)
{
    const Relation a = relationOf(m_from, ownerOfPart(m_from, id));
    const Relation b = relationOf(m_to, ownerOfPart(m_to, id));
    const bool remade = isRemade(id);
    const bool goes = change.change == diff::Change::Removed || remade;
    const bool comes = change.change == diff::Change::Added || remade;
    const QString kind = nameOf(id.kind).toUpper();
    const schema::Trigger *oldTrigger = id.kind == ObjectKind::Trigger ? part(a.triggers, id.name) : nullptr;
    if (goes && !(oldTrigger && oldTrigger->inherited)) {
        add(id, Moment::Drop, Drop, u"DROP "_s + kind + u' ' + ddl::name(id.name) + u" ON "_s + a.name);
    }
    const schema::Trigger *trigger = id.kind == ObjectKind::Trigger ? part(b.triggers, id.name) : nullptr;
    const schema::Rule *rule = id.kind == ObjectKind::Rule ? part(b.rules, id.name) : nullptr;
    const schema::Policy *policy = id.kind == ObjectKind::Policy ? part(b.policies, id.name) : nullptr;
    if (comes) {
        if (trigger) {
            addTrigger(b.id, b.name, *trigger);
        } else if (rule) {
            addRule(b.id, b.name, *rule);
        } else if (policy) {
            addPolicy(b.id, b.name, *policy);
        }
        return;
    }
    if (goes) {
        if (oldTrigger && oldTrigger->inherited && !isRemoved(a.id)) {
            add(id, Moment::Finish, Finish, u"ALTER TABLE "_s + a.name + u" ENABLE TRIGGER "_s + ddl::name(id.name));
        }
        return;
    }
    if (change.properties.contains(u"enabled"_s)) {
        const QString state = trigger ? trigger->enabled : rule ? rule->enabled : QString();
        const QString word = state == u"disabled"_s  ? u" DISABLE "_s
                             : state == u"replica"_s ? u" ENABLE REPLICA "_s
                             : state == u"always"_s  ? u" ENABLE ALWAYS "_s
                                                     : u" ENABLE "_s;
        add(id, Moment::Finish, Finish, u"ALTER TABLE "_s + b.name + word + kind + u' ' + ddl::name(id.name));
    }
    if (change.properties.contains(u"comment"_s)) {
        const QString text = trigger ? trigger->comment : rule ? rule->comment : policy ? policy->comment : QString();
        add(id, Moment::Finish, Finish, ddl::comment(kind + u' ' + ddl::name(id.name) + u" ON "_s + b.name, text));
    }
}

} // namespace countersign::engine::postgresql

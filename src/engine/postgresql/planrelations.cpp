#include "engine/postgresql/ddl.h"
#include "engine/postgresql/planner.h"

namespace countersign::engine::postgresql {

using namespace Qt::StringLiterals;
using schema::ObjectId;
using schema::ObjectKind;

namespace {

QString enabling(const QString &state, const QString &what)
{
    return state == u"disabled"_s  ? u" DISABLE "_s + what
           : state == u"replica"_s ? u" ENABLE REPLICA "_s + what
           : state == u"always"_s  ? u" ENABLE ALWAYS "_s + what
                                   : u" ENABLE "_s + what;
}

} // namespace

void Planner::createTable(const schema::Table &table)
{
    const ObjectId id = table.id();
    const bool cut = m_split.contains(id);
    const int node = add(id, Moment::Make, Make, ddl::createTable(table, cut));
    const bool partition = !table.partitionOf.isEmpty();
    for (const schema::Column &column : table.columns) {
        const ObjectId columnId{ObjectKind::Column, table.schema, table.name, column.name};
        if (!cut) {
            m_nodes[static_cast<std::size_t>(node)].covers.push_back(columnId);
            continue;
        }
        if (!column.defaultValue.isEmpty() && (!column.inherited || partition)) {
            add(columnId, Moment::Make, Make,
                u"ALTER TABLE ONLY "_s + ddl::relation(table) + u" ALTER COLUMN "_s + ddl::name(column.name) +
                    u" SET DEFAULT "_s + column.defaultValue.text);
        } else if (!column.generated.isEmpty()) {
            add(columnId, Moment::Make, Make,
                u"ALTER TABLE "_s + ddl::relation(table) + u" DROP COLUMN "_s + ddl::name(column.name));
            add(columnId, Moment::Make, Make,
                u"ALTER TABLE "_s + ddl::relation(table) + u" ADD COLUMN "_s + ddl::columnClause(column));
        }
    }
    for (const schema::Constraint &constraint : table.constraints) {
        const ObjectId constraintId{ObjectKind::Constraint, table.schema, table.name, constraint.name};
        if (ddl::isMadeLater(table, constraint, cut)) {
            if (!constraint.inherited || partition) {
                addConstraint(table, constraint, true);
            }
        } else {
            m_nodes[static_cast<std::size_t>(node)].covers.push_back(constraintId);
        }
    }
    if (partition) {
        attach(table);
    }
    finishTable(table);
    for (const schema::Index &index : table.indexes) {
        addIndex(id, ddl::relation(table), index, true, !table.partitionKey.isEmpty());
    }
    createParts(id, ddl::relation(table), table);
}

void Planner::finishTable(const schema::Table &table)
{
    const ObjectId id = table.id();
    const QString on = ddl::relation(table);
    const auto finish = [&](const QString &sql) { return add(id, Moment::Finish, Finish, sql); };
    const bool partition = !table.partitionOf.isEmpty();
    for (const schema::Column &column : table.columns) {
        schema::Column own = column;
        if (column.inherited && !partition) {
            std::erase_if(own.options, [](const auto &entry) { return entry.first.startsWith(u"notNull."_s); });
        }
        for (const QString &sql : ddl::columnSettings(own, on)) {
            finish(sql);
        }
        if (!column.inherited || partition) {
            continue;
        }
        // Inherited, but with a default or a NOT NULL of its own.
        const schema::Table *parent = nullptr;
        const schema::Column *above = nullptr;
        for (const QString &name : table.inherits) {
            const ObjectId parentId = m_relationsByName.value(name);
            parent = m_to.findTable(parentId.schema, parentId.name);
            if (parent) {
                const auto it = std::ranges::find(parent->columns, column.name, &schema::Column::name);
                if (it != parent->columns.end()) {
                    above = &*it;
                }
            }
        }
        if (above && above->defaultValue != column.defaultValue) {
            finish(
                u"ALTER TABLE ONLY "_s + on + u" ALTER COLUMN "_s + ddl::name(column.name) +
                (column.defaultValue.isEmpty() ? u" DROP DEFAULT"_s : u" SET DEFAULT "_s + column.defaultValue.text));
        }
        if (above && column.notNull && !above->notNull) {
            finish(u"ALTER TABLE ONLY "_s + on + u" ALTER COLUMN "_s + ddl::name(column.name) + u" SET NOT NULL"_s);
        }
    }
    if (table.rowSecurity) {
        finish(u"ALTER TABLE "_s + on + u" ENABLE ROW LEVEL SECURITY"_s);
    }
    if (table.forceRowSecurity) {
        finish(u"ALTER TABLE "_s + on + u" FORCE ROW LEVEL SECURITY"_s);
    }
    finishObject(table);
    for (const schema::Column &column : table.columns) {
        const QString name = ddl::name(column.name);
        grantIdentity({ObjectKind::Column, table.schema, table.name, column.name}, nullptr, column);
        if (!column.comment.isEmpty()) {
            finish(ddl::comment(u"COLUMN "_s + on + u'.' + name, column.comment));
        }
        for (const QString &sql : ddl::grants(u"TABLE "_s + on, u" ("_s + name + u')', {}, column.grants, {})) {
            finish(sql);
        }
    }
    for (const schema::Constraint &constraint : table.constraints) {
        if (!constraint.comment.isEmpty() && constraint.kind != schema::ConstraintKind::ForeignKey &&
            !constraint.notValid) {
            finish(ddl::comment(u"CONSTRAINT "_s + ddl::name(constraint.name) + u" ON "_s + on, constraint.comment));
        }
        if (const auto text = constraint.attributes.find(u"indexComment"_s); text != constraint.attributes.end()) {
            finish(ddl::comment(u"INDEX "_s + ddl::qualified(table.schema, constraint.name), text->second));
        }
        if (constraint.attributes.contains(u"clustered"_s)) {
            finish(u"ALTER TABLE "_s + on + u" CLUSTER ON "_s + ddl::name(constraint.name));
        }
    }
    if (!table.replicaIdentity.isEmpty()) {
        QString identity = table.replicaIdentity;
        if (identity.startsWith(u"INDEX "_s)) {
            identity.prepend(u"USING "_s);
        }
        const int node = finish(u"ALTER TABLE ONLY "_s + on + u" REPLICA IDENTITY "_s + identity);
        m_nodes[static_cast<std::size_t>(node)].rank = Late;
    }
}

void Planner::createParts(const ObjectId &owner, const QString &on, const schema::Object &object)
{
    if (const auto *table = std::get_if<schema::Table>(&object)) {
        for (const schema::Trigger &trigger : table->triggers) {
            addTrigger(owner, on, trigger);
        }
        for (const schema::Rule &rule : table->rules) {
            addRule(owner, on, rule);
        }
        for (const schema::Policy &policy : table->policies) {
            addPolicy(owner, on, policy);
        }
    } else if (const auto *view = std::get_if<schema::View>(&object)) {
        for (const schema::Trigger &trigger : view->triggers) {
            addTrigger(owner, on, trigger);
        }
        for (const schema::Rule &rule : view->rules) {
            addRule(owner, on, rule);
        }
    }
}

void Planner::releaseParts(const schema::Table &table)
{
    const ObjectId id = table.id();
    const QString on = ddl::relation(table);
    const auto usesWhatGoes = [&](const ObjectId &part) {
        return std::ranges::any_of(dependenciesOf(m_from, part), [&](const ObjectId &used) {
            const ObjectId whole = used.parent.isEmpty() ? used : ownerOfPart(m_from, used);
            return whole != id && (isRemoved(whole) || isRemade(whole));
        });
    };
    const auto release = [&](ObjectKind kind, const QString &name, const QString &sql) {
        const ObjectId part{kind, table.schema, table.name, name};
        if (!m_dropNodes.contains(part) && usesWhatGoes(part)) {
            const int node = add(part, Moment::Drop, Release, sql);
            m_nodes[static_cast<std::size_t>(node)].covers.clear();
        }
    };
    for (const schema::Rule &rule : table.rules) {
        // A rule may mention what can only be dropped before its table.
        release(ObjectKind::Rule, rule.name, u"DROP RULE "_s + ddl::name(rule.name) + u" ON "_s + on);
    }
    if (!m_loosened.contains(id)) {
        return;
    }
    // A check, a policy, a trigger or an index may call a function that has this table's row type.
    for (const schema::Constraint &constraint : table.constraints) {
        if (constraint.kind == schema::ConstraintKind::Check && !constraint.inherited) {
            release(ObjectKind::Constraint, constraint.name,
                    u"ALTER TABLE "_s + on + u" DROP CONSTRAINT "_s + ddl::name(constraint.name));
        }
    }
    for (const schema::Policy &policy : table.policies) {
        release(ObjectKind::Policy, policy.name, u"DROP POLICY "_s + ddl::name(policy.name) + u" ON "_s + on);
    }
    for (const schema::Trigger &trigger : table.triggers) {
        release(ObjectKind::Trigger, trigger.name, u"DROP TRIGGER "_s + ddl::name(trigger.name) + u" ON "_s + on);
    }
    for (const schema::Index &index : table.indexes) {
        if (index.attachedTo.isEmpty()) {
            release(ObjectKind::Index, index.name, u"DROP INDEX "_s + ddl::qualified(table.schema, index.name));
        }
    }
}

void Planner::dropTable(const schema::Table &table)
{
    const ObjectId id = table.id();
    const QString on = ddl::relation(table);
    for (const schema::Constraint &constraint : table.constraints) {
        // A key that another dropped table waits for goes first, so that no order can be wrong. The partitions wait for
        // a key by which their table refers to itself.
        const ObjectId other{ObjectKind::Table, constraint.referencedSchema, {}, constraint.referencedTable};
        const bool awaited = other != id || !table.partitionKey.isEmpty();
        if (constraint.kind == schema::ConstraintKind::ForeignKey && awaited && (isRemoved(other) || isRemade(other))) {
            const ObjectId constraintId{ObjectKind::Constraint, table.schema, table.name, constraint.name};
            const int node = add(constraintId, Moment::Drop, Release,
                                 u"ALTER TABLE "_s + on + u" DROP CONSTRAINT "_s + ddl::name(constraint.name));
            m_nodes[static_cast<std::size_t>(node)].covers.clear();
        }
    }
    releaseParts(table);
    // A partition that a foreign key reaches through its parent can only be dropped when it, or what it is in, is
    // detached. Right before the DROP: two that are detached first would each hold a key to the other.
    const schema::Table *branch = &table;
    const schema::Table *kept = nullptr;
    while (branch && !branch->partitionOf.isEmpty() && !kept) {
        const ObjectId parent = m_relationsByName.value(branch->partitionOf);
        const schema::Table *above = m_from.findTable(parent.schema, parent.name);
        kept = isRemoved(parent) || isRemade(parent) ? nullptr : above;
        branch = kept ? branch : above;
    }
    bool reached = false;
    for (const schema::Table *at = kept; at;) {
        reached = reached || m_keysInto.contains(at->schema + u'.' + at->name);
        const ObjectId parent = m_relationsByName.value(at->partitionOf);
        at = at->partitionOf.isEmpty() ? nullptr : m_from.findTable(parent.schema, parent.name);
    }
    if (reached && branch == &table) {
        const int node =
            add(id, Moment::Drop, Drop, u"ALTER TABLE ONLY "_s + table.partitionOf + u" DETACH PARTITION "_s + on);
        if (!table.partitionKey.isEmpty()) {
            m_partings.insert(node);
            m_detachedBranches.insert(id, node);
        }
    }
    const int node = add(id, Moment::Drop, Drop, u"DROP "_s + ddl::reference(table));
    Node &entry = m_nodes[static_cast<std::size_t>(node)];
    entry.step.destructive = true;
    entry.step.comment = u"loses the table %1 with all its rows"_s.arg(on);
    if (reached && branch != &table) {
        m_ofBranches.emplace_back(branch->id(), node);
    }
    std::vector<ObjectId> along;
    for (const schema::Column &column : table.columns) {
        entry.covers.push_back({ObjectKind::Column, table.schema, table.name, column.name});
        for (const ObjectId &sequence : m_dependents.value(entry.covers.back())) {
            // Its name is free with the table, too.
            if (sequence.kind == ObjectKind::Sequence && isRemoved(sequence)) {
                along.push_back(sequence);
            }
        }
    }
    entry.covers.insert(entry.covers.end(), along.begin(), along.end());
    const auto goesAlong = [&](ObjectKind kind, const QString &name) {
        const ObjectId part{kind, table.schema, table.name, name};
        if (!m_dropNodes.contains(part)) {
            m_nodes[static_cast<std::size_t>(node)].covers.push_back(part);
            return;
        }
        for (const int first : nodesOf(part, Moment::Drop)) {
            before(first, node);
        }
    };
    for (const schema::Constraint &constraint : table.constraints) {
        goesAlong(ObjectKind::Constraint, constraint.name);
    }
    for (const schema::Index &index : table.indexes) {
        goesAlong(ObjectKind::Index, index.name);
    }
    for (const schema::Trigger &trigger : table.triggers) {
        goesAlong(ObjectKind::Trigger, trigger.name);
    }
    for (const schema::Policy &policy : table.policies) {
        goesAlong(ObjectKind::Policy, policy.name);
    }
    for (const schema::Rule &rule : table.rules) {
        goesAlong(ObjectKind::Rule, rule.name);
    }
}

void Planner::alterInheritance(const schema::Table &a, const schema::Table &b, const Change &change)
{
    const ObjectId id = b.id();
    const QString on = ddl::relation(b);
    const ObjectId kept = m_relationsByName.value(b.partitionOf);
    if (!b.partitionOf.isEmpty() && !change.properties.contains(u"partitionOf"_s) && !isRemade(kept)) {
        if (change.properties.contains(u"partitionBound"_s)) {
            // Attached while its columns and keys change with its parent's, and only then at its new place.
            const int detached =
                add(id, Moment::Finish, Make, u"ALTER TABLE ONLY "_s + b.partitionOf + u" DETACH PARTITION "_s + on);
            m_detachNodes.insert(id, detached);
            attach(b);
        }
    } else if (change.properties.contains(u"partitionOf"_s) || change.properties.contains(u"partitionBound"_s)) {
        if (!a.partitionOf.isEmpty()) {
            const ObjectId parent = m_relationsByName.value(a.partitionOf);
            const int node =
                add(id, Moment::Drop, Release, u"ALTER TABLE ONLY "_s + a.partitionOf + u" DETACH PARTITION "_s + on);
            m_partings.insert(node);
            if (!isRemoved(parent) && !isRemade(parent)) {
                m_nodes[static_cast<std::size_t>(node)].covers.push_back({ObjectKind::Table, u"\n"_s, {}, on});
            }
            dropKeysLeftBehind(a, b, node);
        }
        if (!b.partitionOf.isEmpty()) {
            attach(b);
        }
    }
    if (change.properties.contains(u"inherits"_s)) {
        for (const QString &parent : a.inherits) {
            if (!b.inherits.contains(parent)) {
                m_partings.insert(add(id, Moment::Drop, Release, u"ALTER TABLE "_s + on + u" NO INHERIT "_s + parent));
            }
        }
        for (const QString &parent : b.inherits) {
            if (!a.inherits.contains(parent)) {
                const int node = add(id, Moment::Finish, Make, u"ALTER TABLE "_s + on + u" INHERIT "_s + parent);
                m_attachNodes.insert(id, node);
            }
        }
        if (QStringList(a.inherits).filter(QString()).size() == b.inherits.size() && a.inherits != b.inherits &&
            QSet<QString>(a.inherits.begin(), a.inherits.end()) ==
                QSet<QString>(b.inherits.begin(), b.inherits.end())) {
            note(id, u"the order in which %1 inherits cannot be changed"_s.arg(on));
        }
    }
}

void Planner::alterTableOptions(const schema::Table &a, const schema::Table &b, const Change &change)
{
    const ObjectId id = b.id();
    const QString alter = u"ALTER "_s + ddl::reference(b);
    QStringList set;
    QStringList reset;
    QStringList foreign;
    for (const QString &property : change.properties) {
        if (!property.startsWith(u"options."_s)) {
            continue;
        }
        const QString key = property.mid(8);
        const auto it = b.options.find(key);
        if (key.startsWith(u"option."_s)) {
            const QString option = ddl::name(key.mid(7));
            foreign += it == b.options.end() ? u"DROP "_s + option
                                             : (a.options.contains(key) ? u"SET "_s : u"ADD "_s) + option + u' ' +
                                                   ddl::literal(it->second);
        } else if (it == b.options.end()) {
            reset += key;
        } else {
            set += key + u'=' + ddl::literal(it->second);
        }
    }
    const QStringList order = b.optionsOrder.split(u',');
    std::ranges::sort(set, {},
                      [&](const QString &entry) { return std::pair(order.indexOf(entry.section(u'=', 0, 0)), entry); });
    reset.sort();
    if (!set.isEmpty()) {
        add(id, Moment::Finish, Finish, alter + u" SET ("_s + set.join(u", ") + u')');
    }
    if (!reset.isEmpty()) {
        add(id, Moment::Finish, Finish, alter + u" RESET ("_s + reset.join(u", ") + u')');
    }
    if (!foreign.isEmpty()) {
        foreign.sort();
        add(id, Moment::Finish, Finish, alter + u" OPTIONS ("_s + foreign.join(u", ") + u')');
    }
}

void Planner::alterTable(const schema::Table &a, const schema::Table &b, const Change &change)
{
    const ObjectId id = b.id();
    const QString alter = u"ALTER TABLE "_s + ddl::relation(b);
    const auto has = [&](const QString &name) { return change.properties.contains(name); };
    const auto finish = [&](const QString &sql) { return add(id, Moment::Finish, Finish, sql); };
    alterInheritance(a, b, change);
    if (has(u"columnOrder"_s)) {
        note(id, u"the order of the columns of %1 differs: only making the table anew would change it"_s.arg(
                     ddl::relation(b)));
    }
    if (has(u"persistence"_s)) {
        const int node = finish(alter + (b.persistence.isEmpty() ? u" SET LOGGED"_s : u" SET UNLOGGED"_s));
        m_nodes[static_cast<std::size_t>(node)].step.comment =
            u"rewrites %1 and its indexes under an exclusive lock"_s.arg(ddl::relation(b));
    }
    if (has(u"accessMethod"_s) && m_major < 15) {
        note(id, u"the access method of %1 cannot be changed before PostgreSQL 15"_s.arg(ddl::relation(b)));
    } else if (has(u"accessMethod"_s)) {
        const int node = finish(alter + u" SET ACCESS METHOD "_s +
                                (b.accessMethod.isEmpty() ? u"heap"_s : ddl::name(b.accessMethod)));
        m_nodes[static_cast<std::size_t>(node)].step.comment =
            u"rewrites %1 and its indexes under an exclusive lock"_s.arg(ddl::relation(b));
    }
    if (has(u"tablespace"_s)) {
        finish(alter + u" SET TABLESPACE "_s + (b.tablespace.isEmpty() ? u"pg_default"_s : ddl::name(b.tablespace)));
    }
    alterTableOptions(a, b, change);
    if (has(u"ofType"_s)) {
        if (!a.ofType.isEmpty()) {
            m_partings.insert(add(id, Moment::Drop, Release, alter + u" NOT OF"_s));
        }
        if (!b.ofType.isEmpty()) {
            finish(alter + u" OF "_s + b.ofType);
        }
    }
    if (has(u"rowSecurity"_s)) {
        finish(alter + (b.rowSecurity ? u" ENABLE ROW LEVEL SECURITY"_s : u" DISABLE ROW LEVEL SECURITY"_s));
    }
    if (has(u"forceRowSecurity"_s)) {
        finish(alter + (b.forceRowSecurity ? u" FORCE ROW LEVEL SECURITY"_s : u" NO FORCE ROW LEVEL SECURITY"_s));
    }
    bool identityIndexRemade = false;
    if (b.replicaIdentity.startsWith(u"INDEX "_s)) {
        const QString index = b.replicaIdentity.mid(6);
        identityIndexRemade = std::ranges::any_of(b.indexes, [&](const schema::Index &entry) {
            return ddl::name(entry.name) == index && isRemade({ObjectKind::Index, b.schema, b.name, entry.name});
        });
    }
    if (has(u"replicaIdentity"_s) || identityIndexRemade) {
        QString identity = b.replicaIdentity.isEmpty() ? u"DEFAULT"_s : b.replicaIdentity;
        if (identity.startsWith(u"INDEX "_s)) {
            identity.prepend(u"USING "_s);
        }
        const int node = finish(u"ALTER TABLE ONLY "_s + ddl::relation(b) + u" REPLICA IDENTITY "_s + identity);
        m_nodes[static_cast<std::size_t>(node)].rank = Late;
    }
    alterCommon(a, b, change);
}

void Planner::createView(const schema::View &view)
{
    const ObjectId id = view.id();
    const QString on = ddl::relation(view);
    if (m_split.contains(id) && !view.materialized) {
        const int stub =
            add({ObjectKind::View, view.schema, u"\n"_s, view.name}, Moment::Make, Make, ddl::placeholderView(view));
        const int real = add(id, Moment::Make, Make, ddl::createView(view, true));
        before(stub, real);
        // What waits for this view is content with its placeholder.
        m_makeNodes[id] = {stub};
        m_nodes[static_cast<std::size_t>(stub)].covers.clear();
        m_finishNodes[id].push_back(real);
        finishView(view);
        return;
    }
    const int node = add(id, Moment::Make, Make, ddl::createView(view, false));
    for (const schema::Column &column : view.columns) {
        m_nodes[static_cast<std::size_t>(node)].covers.push_back(
            {ObjectKind::Column, view.schema, view.name, column.name});
    }
    finishView(view);
}

void Planner::finishView(const schema::View &view)
{
    const ObjectId id = view.id();
    const QString on = ddl::relation(view);
    finishObject(view);
    for (const schema::Column &column : view.columns) {
        const QString name = ddl::name(column.name);
        if (!column.defaultValue.isEmpty()) {
            add(id, Moment::Finish, Finish,
                u"ALTER VIEW "_s + on + u" ALTER COLUMN "_s + name + u" SET DEFAULT "_s + column.defaultValue.text);
        }
        if (!column.comment.isEmpty()) {
            add(id, Moment::Finish, Finish, ddl::comment(u"COLUMN "_s + on + u'.' + name, column.comment));
        }
        for (const QString &sql : ddl::grants(u"TABLE "_s + on, u" ("_s + name + u')', {}, column.grants, {})) {
            add(id, Moment::Finish, Finish, sql);
        }
        if (view.materialized) {
            for (const QString &sql : ddl::columnSettings(column, on)) {
                QString text = sql;
                add(id, Moment::Finish, Finish, text.replace(u"ALTER TABLE ONLY "_s, u"ALTER MATERIALIZED VIEW "_s));
            }
        }
    }
    for (const schema::Index &index : view.indexes) {
        addIndex(id, on, index, true, false);
    }
    createParts(id, on, view);
}

void Planner::alterView(const schema::View &a, const schema::View &b, const Change &change)
{
    const ObjectId id = b.id();
    const QString on = ddl::relation(b);
    const bool options =
        std::ranges::any_of(change.properties, [](const QString &p) { return p.startsWith(u"options."_s); });
    if (!b.materialized &&
        (change.properties.contains(u"query"_s) || options || change.properties.contains(u"checkOption"_s))) {
        const int node = add(id, Moment::Make, Make, ddl::createView(b, true));
        for (const schema::Column &column : b.columns) {
            m_nodes[static_cast<std::size_t>(node)].covers.push_back(
                {ObjectKind::Column, b.schema, b.name, column.name});
        }
    } else if (options) {
        for (const QString &property : change.properties) {
            if (property.startsWith(u"options."_s)) {
                const QString key = property.mid(8);
                const auto it = b.options.find(key);
                add(id, Moment::Finish, Finish,
                    u"ALTER MATERIALIZED VIEW "_s + on +
                        (it == b.options.end() ? u" RESET ("_s + key + u')'
                                               : u" SET ("_s + key + u'=' + ddl::literal(it->second) + u')'));
            }
        }
    }
    if (change.properties.contains(u"tablespace"_s)) {
        add(id, Moment::Finish, Finish,
            u"ALTER MATERIALIZED VIEW "_s + on + u" SET TABLESPACE "_s +
                (b.tablespace.isEmpty() ? u"pg_default"_s : ddl::name(b.tablespace)));
    }
    if (change.properties.contains(u"accessMethod"_s)) {
        add(id, Moment::Finish, Finish,
            u"ALTER MATERIALIZED VIEW "_s + on + u" SET ACCESS METHOD "_s +
                (b.accessMethod.isEmpty() ? u"heap"_s : ddl::name(b.accessMethod)));
    }
    alterCommon(a, b, change);
}

void Planner::addTrigger(const ObjectId &owner, const QString &on, const schema::Trigger &trigger)
{
    const ObjectId id{ObjectKind::Trigger, owner.schema, owner.name, trigger.name};
    const QString name = ddl::name(trigger.name);
    if (!trigger.inherited) {
        add(id, Moment::Make, Make, trigger.definition.text);
        if (!trigger.comment.isEmpty()) {
            add(id, Moment::Finish, Finish, ddl::comment(u"TRIGGER "_s + name + u" ON "_s + on, trigger.comment));
        }
    }
    if (!trigger.enabled.isEmpty() || trigger.inherited) {
        const int node =
            add(id, Moment::Finish, Own, u"ALTER TABLE "_s + on + enabling(trigger.enabled, u"TRIGGER "_s + name));
        if (trigger.inherited && m_attachNodes.contains(owner)) {
            before(m_attachNodes.value(owner), node);
        }
    }
}

void Planner::addRule(const ObjectId &owner, const QString &on, const schema::Rule &rule)
{
    const ObjectId id{ObjectKind::Rule, owner.schema, owner.name, rule.name};
    const QString name = ddl::name(rule.name);
    add(id, Moment::Make, Make, rule.definition.text);
    if (!rule.enabled.isEmpty()) {
        add(id, Moment::Finish, Finish, u"ALTER TABLE "_s + on + enabling(rule.enabled, u"RULE "_s + name));
    }
    if (!rule.comment.isEmpty()) {
        add(id, Moment::Finish, Finish, ddl::comment(u"RULE "_s + name + u" ON "_s + on, rule.comment));
    }
}

void Planner::addPolicy(const ObjectId &owner, const QString &on, const schema::Policy &policy)
{
    const ObjectId id{ObjectKind::Policy, owner.schema, owner.name, policy.name};
    add(id, Moment::Make, Make, ddl::createPolicy(policy, on));
    if (!policy.comment.isEmpty()) {
        add(id, Moment::Finish, Finish,
            ddl::comment(u"POLICY "_s + ddl::name(policy.name) + u" ON "_s + on, policy.comment));
    }
}

} // namespace countersign::engine::postgresql

#include "engine/mysql/planner.h"

namespace countersign::engine::mysql {

void Planner::applyTableDifferences()
{
    for (const auto &[name, differences] : m_byTable) {
        const Table *from = fromTable(name);
        const Table *to = toTable(name);
        if (!from || !to) {
            continue;
        }
        TableChange change{from, *from, {}};
        for (const Numbered &n : differences) {
            const Difference &difference = *n.difference;
            if (difference.change == Change::Renamed) {
                continue;
            }
            change.differences.push_back(n.number);
            applyDifference(change.to, *to, difference);
        }
        addColumnsInOrder(change.to, *to, differences);
        m_changes.insert_or_assign(name, std::move(change));
    }
}

void Planner::applyDifference(Table &table, const Table &to, const Difference &difference)
{
    if (difference.id.kind == ObjectKind::Table) {
        takeOver(table, to, difference);
    } else if (difference.id.kind == ObjectKind::Column) {
        if (difference.change != Change::Added) {
            applyPart(table.columns, to.columns, difference);
        }
    } else if (difference.id.kind == ObjectKind::Constraint) {
        applyPart(table.constraints, to.constraints, difference);
    } else if (difference.id.kind == ObjectKind::Index) {
        applyPart(table.indexes, to.indexes, difference);
    } else if (difference.id.kind == ObjectKind::Trigger) {
        applyPart(table.triggers, to.triggers, difference);
    }
}

void Planner::addColumnsInOrder(Table &table, const Table &to, const std::vector<Numbered> &differences)
{
    QSet<QString> added;
    for (const Numbered &n : differences) {
        if (n.difference->id.kind == ObjectKind::Column && n.difference->change == Change::Added) {
            added << n.difference->id.name;
        }
    }
    for (const Column &column : to.columns) {
        if (added.contains(column.name)) {
            insertColumn(table.columns, to.columns, column.name);
        }
    }
}

void Planner::freeCheckNames()
{
    if (m_to.engine != schema::EngineKind::MySql) {
        return;
    }
    QHash<QString, QString> wanted; // name, which has no case there ► the table that gets it
    const auto want = [&](const Table &table) {
        for (const Constraint &constraint : table.constraints) {
            if (constraint.kind == ConstraintKind::Check) {
                wanted.insert(constraint.name.toLower(), table.name);
            }
        }
    };
    for (const auto &[name, change] : m_changes) {
        want(change.to);
    }
    for (const Numbered &n : m_byKind[ObjectKind::Table]) {
        const Table *added = n.difference->change == Change::Added ? toTable(n.difference->id.name) : nullptr;
        if (added) {
            want(*added);
        }
    }
    for (auto &[name, change] : m_changes) {
        QStringList clauses;
        Table stripped = *change.from;
        for (const Constraint &before : change.from->constraints) {
            if (before.kind == ConstraintKind::Check && wanted.value(before.name.toLower(), name) != name) {
                clauses << u"DROP CONSTRAINT "_s + quotedName(before.name);
                erasePart(stripped.constraints, before.name);
            }
        }
        if (!clauses.isEmpty()) {
            step(u"ALTER TABLE "_s + quotedName(name) + u' ' + clauses.join(u", "_s), change.differences);
            change.from = &m_stripped.insert_or_assign(name, std::move(stripped)).first->second;
        }
    }
}

QSet<QString> Planner::changedColumns() const
{
    QSet<QString> changed;
    for (const auto &[name, change] : m_changes) {
        for (const Column &before : change.from->columns) {
            const Column *after = findPart(change.to.columns, before.name);
            if (!after || changesForForeignKeys(*change.from, before, change.to, *after)) {
                changed << name + u'\n' + before.name;
            }
        }
        if (change.from->engine != change.to.engine) {
            for (const Column &column : change.from->columns) {
                changed << name + u'\n' + column.name;
            }
        }
    }
    return changed;
}

bool Planner::touches(const Table &table, const Constraint &key, const QSet<QString> &changed)
{
    const bool child = std::ranges::any_of(
        key.keys, [&](const schema::IndexKey &column) { return changed.contains(table.name + u'\n' + column.column); });
    return child ||
           (key.referencedSchema.isEmpty() && std::ranges::any_of(key.referencedColumns, [&](const QString &column) {
                return changed.contains(key.referencedTable + u'\n' + column);
            }));
}

void Planner::dropForeignKeys()
{
    const QSet<QString> changed = changedColumns();
    QSet<QString> dropped;
    for (const Numbered &n : m_byKind[ObjectKind::Table]) {
        if (n.difference->change == Change::Removed) {
            dropped << n.difference->id.name;
        }
    }
    for (const schema::Object &object : m_from.objects) {
        const Table *from = std::get_if<Table>(&object);
        if (!from) {
            continue;
        }
        const auto change = m_changes.find(from->name);
        const Table &wanted = change == m_changes.end() ? *from : change->second.to;
        QStringList clauses;
        for (const Constraint &key : from->constraints) {
            if (key.kind != ConstraintKind::ForeignKey) {
                continue;
            }
            if (dropped.contains(from->name)) {
                if (dropped.contains(key.referencedTable) && key.referencedTable != from->name) {
                    m_dropBefore[from->name] << key.referencedTable;
                }
                continue;
            }
            const Constraint *after = findPart(wanted.constraints, key.name);
            const bool away = !after || *after != key || touches(*from, key, changed);
            if (away) {
                clauses << u"DROP FOREIGN KEY "_s + quotedName(key.name);
                m_away.insert(from->name + u'\n' + key.name);
            }
        }
        if (!clauses.isEmpty()) {
            step(u"ALTER TABLE "_s + quotedName(from->name) + u' ' + clauses.join(u", "_s), numbersOf(from->name));
        }
    }
}

std::vector<int> Planner::numbersOf(const QString &table) const
{
    const auto change = m_changes.find(table);
    return change == m_changes.end() ? std::vector<int>() : change->second.differences;
}

bool Planner::relationNameIsWanted(const QString &name) const
{
    return m_relationNames.contains(name.toLower());
}

QSet<QString> Planner::tablesInTheWay() const
{
    QSet<QString> wanted; // names of constraints and triggers are the database's
    for (const schema::Object &object : m_to.objects) {
        if (const Table *table = std::get_if<Table>(&object)) {
            for (const Constraint &constraint : table->constraints) {
                wanted << u"constraint "_s + constraint.name.toLower();
            }
            for (const Trigger &trigger : table->triggers) {
                wanted << u"trigger "_s + trigger.name.toLower();
            }
        }
    }
    const auto isInTheWay = [&](const Table &table) {
        return relationNameIsWanted(table.name) ||
               std::ranges::any_of(table.constraints,
                                   [&](const Constraint &constraint) {
                                       const bool foreignKey = constraint.kind == ConstraintKind::ForeignKey;
                                       return (foreignKey && !numbersOf(constraint.referencedTable).empty()) ||
                                              ((foreignKey || constraint.kind == ConstraintKind::Check) &&
                                               wanted.contains(u"constraint "_s + constraint.name.toLower()));
                                   }) ||
               std::ranges::any_of(table.triggers, [&](const Trigger &trigger) {
                   return wanted.contains(u"trigger "_s + trigger.name.toLower());
               });
    };
    QSet<QString> out;
    const auto numbered = m_byKind.find(ObjectKind::Table);
    for (const Numbered &n : numbered == m_byKind.end() ? std::vector<Numbered>() : numbered->second) {
        const Table *table = n.difference->change == Change::Removed ? fromTable(n.difference->id.name) : nullptr;
        if (table && isInTheWay(*table)) {
            out << table->name;
        }
    }
    for (qsizetype before = -1; before != out.size();) {
        before = out.size();
        for (const auto &[child, parents] : m_dropBefore) {
            if (parents.intersects(out)) {
                out << child;
            }
        }
    }
    return out;
}

void Planner::dropTables(bool early)
{
    const QSet<QString> inTheWay = tablesInTheWay();
    QHash<QString, int> waiting;
    for (const Numbered &n : m_byKind[ObjectKind::Table]) {
        if (n.difference->change == Change::Removed && inTheWay.contains(n.difference->id.name) == early) {
            waiting.insert(n.difference->id.name, n.number);
        }
    }
    QHash<QString, int> children; ///< how many waiting tables still refer to it
    for (const auto &[child, parents] : m_dropBefore) {
        if (waiting.contains(child)) {
            for (const QString &parent : parents) {
                ++children[parent];
            }
        }
    }
    QStringList free;
    for (auto it = waiting.cbegin(); it != waiting.cend(); ++it) {
        if (!children.contains(it.key())) {
            free << it.key();
        }
    }
    while (!waiting.isEmpty()) {
        const bool circle = free.isEmpty();
        if (circle) {
            free = waiting.keys();
            step(u"SET SESSION foreign_key_checks = 0"_s, {});
        }
        free.sort();
        QStringList next;
        for (const QString &name : std::as_const(free)) {
            step(u"DROP TABLE "_s + quotedName(name), {waiting.take(name)}, true,
                 u"table %1 and all its rows are lost"_s.arg(name));
            const auto parents = m_dropBefore.find(name);
            if (parents == m_dropBefore.end()) {
                continue;
            }
            for (const QString &parent : parents->second) {
                if (--children[parent] == 0 && waiting.contains(parent)) {
                    next << parent;
                }
            }
        }
        if (circle) {
            step(u"SET SESSION foreign_key_checks = 1"_s, {});
        }
        free = next;
    }
}

void Planner::createAndAlterTables()
{
    std::map<QString, Numbered> added;
    for (const Numbered &n : m_byKind[ObjectKind::Table]) {
        if (n.difference->change == Change::Added) {
            added.emplace(n.difference->id.name, n);
        }
    }
    prepareTables(added);
    QSet<QString> unready;
    for (const auto &[name, change] : m_changes) {
        unready << name;
    }
    for (const auto &entry : added) {
        unready << entry.first;
    }
    QSet<QString> begun;
    for (const auto &entry : added) {
        createOneTable(entry.second, added, begun, unready);
    }
    for (const auto &[name, change] : m_changes) {
        for (Step &alter : alterTable(change, m_to.engine)) {
            m_steps.push_back(std::move(alter));
        }
    }
}

void Planner::createOneTable(const Numbered &n, const std::map<QString, Numbered> &added, QSet<QString> &begun,
                             QSet<QString> &unready)
{
    const Table *table = toTable(n.difference->id.name);
    if (!table || begun.contains(table->name)) {
        return;
    }
    begun << table->name;
    for (const Constraint &key : table->constraints) {
        const auto parent = key.referencedSchema.isEmpty() ? added.find(key.referencedTable) : added.end();
        if (key.kind == ConstraintKind::ForeignKey && parent != added.end()) {
            createOneTable(parent->second, added, begun, unready);
        }
    }
    const QSet<QString> later = laterForeignKeys(*table, unready);
    step(createTable(*table, m_to.engine, later), {n.number});
    for (const QString &key : later) {
        m_laterKeys.push_back({table->name, key, {n.number}});
    }
    unready.remove(table->name);
}

QSet<QString> Planner::laterForeignKeys(const Table &table, const QSet<QString> &unready)
{
    QSet<QString> later;
    for (const Constraint &key : table.constraints) {
        if (key.kind == ConstraintKind::ForeignKey && key.referencedSchema.isEmpty() &&
            key.referencedTable != table.name && unready.contains(key.referencedTable)) {
            later << key.name;
        }
    }
    return later;
}

void Planner::prepareTables(const std::map<QString, Numbered> &added)
{
    bool zeroDates = false;
    bool timestamps = false;
    const auto look = [&](const Table &table) {
        for (const Column &column : table.columns) {
            const QString &text = column.defaultValue.text;
            zeroDates = zeroDates || text.contains(u"-00"_s);
            timestamps = timestamps || (column.type.startsWith(u"timestamp"_s) && text.startsWith(u'\''));
        }
    };
    for (const auto &entry : added) {
        if (const Table *table = toTable(entry.first)) {
            look(*table);
        }
    }
    for (const auto &[name, change] : m_changes) {
        look(change.to);
    }
    if (zeroDates) {
        sqlModeFor(u"STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION"_s);
    }
    if (timestamps) {
        timeZoneFor(u"+00:00"_s);
    }
}

void Planner::addForeignKeys()
{
    for (const auto &[name, change] : m_changes) {
        for (const Constraint &key : change.to.constraints) {
            if (key.kind == ConstraintKind::ForeignKey &&
                (m_away.contains(name + u'\n' + key.name) || !findPart(change.from->constraints, key.name))) {
                addForeignKey(change.to, key, change.differences);
                m_away.remove(name + u'\n' + key.name);
            }
        }
    }
    for (const QString &gone : std::as_const(m_away)) {
        const QString name = gone.section(u'\n', 0, 0);
        const Table *table = fromTable(name);
        const Constraint *key = table ? findPart(table->constraints, gone.section(u'\n', 1)) : nullptr;
        if (key && !m_changes.contains(name)) {
            addForeignKey(*table, *key, {});
        }
    }
    for (const LaterKey &later : m_laterKeys) {
        const Table *table = toTable(later.table);
        const Constraint *key = table ? findPart(table->constraints, later.key) : nullptr;
        if (key) {
            addForeignKey(*table, *key, later.numbers);
        }
    }
}

void Planner::addForeignKey(const Table &table, const Constraint &key, const std::vector<int> &numbers)
{
    // An index that the server once made for a foreign key does not count when one is added: it would make a second.
    // Made again in the same statement, which copies the table anyway, it does.
    const Table *before = fromTable(table.name);
    QString index;
    for (const Index &held : before ? before->indexes : std::vector<Index>()) {
        const Index *kept = findPart(table.indexes, held.name);
        if (kept && *kept == held && !held.unique && held.method == u"BTREE"_s && held.name != key.name &&
            std::ranges::equal(held.keys, key.keys, {}, &schema::IndexKey::column, &schema::IndexKey::column)) {
            index = u" DROP INDEX "_s + quotedName(held.name) + u", ADD "_s + indexDefinition(held, m_to.engine) + u',';
        }
    }
    step(u"ALTER TABLE "_s + quotedName(table.name) + index + u" ADD "_s + constraintDefinition(key), numbers);
}

void Planner::createSequences()
{
    for (const Numbered &n : m_byKind[ObjectKind::Sequence]) {
        const Sequence *to = toObject<Sequence>(n.difference->id);
        if (!to) {
            continue;
        }
        if (n.difference->change == Change::Added) {
            step(createSequence(*to), {n.number});
        } else if (n.difference->change == Change::Altered) {
            alterSequence(*to, n);
        }
    }
}

void Planner::alterSequence(const Sequence &to, const Numbered &n)
{
    const Sequence *from = fromObject<Sequence>(n.difference->id);
    if (!from) {
        return;
    }
    Sequence wanted = *from;
    takeOver(wanted, to, *n.difference);
    const schema::SequenceOptions &counter = wanted.counter;
    const QString alter = u"ALTER SEQUENCE "_s + quotedName(to.name);
    // MariaDB takes the type only by itself. A narrower one must wait until the limits fit. Said directly, 11.8 refuses
    // it (error 4086) when the session's last CREATE TABLE had a key; a statement prepared on its own knows no such.
    const QString typeSql = alter + u" AS "_s + (counter.type.isEmpty() ? u"bigint"_s : counter.type);
    const QString type = u"EXECUTE IMMEDIATE "_s + quotedLiteral(typeSql);
    const bool wider = counter.type.isEmpty() || counter.type.startsWith(u"bigint"_s);
    if (counter.type != from->counter.type && wider) {
        step(type, {n.number});
    }
    // A counter that the new limits leave outside is refused. SETVAL only ever moves it on (MariaDB: SETVAL).
    const bool down = from->counter.increment.startsWith(u'-');
    const QString limit = down ? counter.maximum : counter.minimum;
    const double moved = limit.toDouble() - (down ? from->counter.maximum : from->counter.minimum).toDouble();
    if (down ? moved < 0 : moved > 0) {
        step(u"DO SETVAL("_s + quotedName(to.name) + u", "_s + limit + u", 0)"_s, {n.number});
    }
    step(alter + u" START WITH "_s + counter.start + u" MINVALUE "_s + counter.minimum + u" MAXVALUE "_s +
             counter.maximum + u" INCREMENT BY "_s + counter.increment +
             (counter.cache == u"0"_s || counter.cache.isEmpty() ? u" NOCACHE"_s : u" CACHE "_s + counter.cache) +
             (counter.cycle ? u" CYCLE"_s : u" NOCYCLE"_s),
         {n.number});
    if (counter.type != from->counter.type && !wider) {
        step(type, {n.number});
    }
    if (wanted.comment != from->comment) {
        step(u"ALTER TABLE "_s + quotedName(to.name) + u" COMMENT="_s + quotedLiteral(wanted.comment), {n.number});
    }
    if (wanted.persistence != from->persistence) {
        step(u"ALTER TABLE "_s + quotedName(to.name) + u" ENGINE="_s +
                 (wanted.persistence.isEmpty() ? u"InnoDB"_s : wanted.persistence),
             {n.number});
    }
}

void Planner::dropSequences(bool early)
{
    for (const Numbered &n : m_byKind[ObjectKind::Sequence]) {
        if (n.difference->change == Change::Removed && relationNameIsWanted(n.difference->id.name) == early) {
            step(u"DROP SEQUENCE "_s + quotedName(n.difference->id.name), {n.number}, true,
                 u"sequence %1 and its position are lost"_s.arg(n.difference->id.name));
        }
    }
}

} // namespace countersign::engine::mysql

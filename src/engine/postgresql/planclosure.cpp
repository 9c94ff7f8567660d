#include "engine/postgresql/ddl.h"
#include "engine/postgresql/planner.h"
#include "sql/tokens.h"

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

bool anyExcept(const QSet<QString> &properties, const QSet<QString> &others)
{
    return std::ranges::any_of(properties, [&](const QString &name) { return !others.contains(name); });
}

const QSet<QString> &commonProperties()
{
    static const QSet<QString> names{u"owner"_s, u"comment"_s, u"grants"_s};
    return names;
}

bool isDowngrade(const schema::Schema &from, const schema::Schema &to, const ObjectId &extension)
{
    const auto *a = as<schema::CatalogObject>(from, extension);
    const auto *b = as<schema::CatalogObject>(to, extension);
    if (!a || !b || !a->attributes.contains(u"version"_s) || !b->attributes.contains(u"version"_s)) {
        return false;
    }
    const QStringList before = a->attributes.at(u"version"_s).split(u'.');
    const QStringList after = b->attributes.at(u"version"_s).split(u'.');
    return std::ranges::lexicographical_compare(after, before, [](const QString &x, const QString &y) {
        bool xIsNumber = false;
        bool yIsNumber = false;
        const int m = x.toInt(&xIsNumber);
        const int n = y.toInt(&yIsNumber);
        return xIsNumber && yIsNumber ? m < n : x < y;
    });
}

/// True where the text has this name as a word of its own.
bool names(const QString &text, const QString &column)
{
    const QString spelt = ddl::name(column);
    return text.contains(spelt) &&
           std::ranges::any_of(sql::tokenize(text, sql::dialectOf(schema::EngineKind::PostgreSql)),
                               [&](const sql::Token &token) { return token.in(text) == spelt; });
}

} // namespace

bool Planner::viewCanBeReplaced(const schema::View &a, const schema::View &b) const
{
    if (a.materialized || b.materialized || a.columns.size() > b.columns.size()) {
        return false;
    }
    for (std::size_t i = 0; i < a.columns.size(); ++i) {
        if (a.columns[i].name != b.columns[i].name || a.columns[i].type != b.columns[i].type ||
            a.columns[i].collation != b.columns[i].collation) {
            return false;
        }
    }
    return true;
}

/// A server changes no storage parameter of an index that spans partitions (manual, ALTER INDEX; tablecmds.c,
/// ATSimplePermissions).
bool Planner::changesFixedOptions(const ObjectId &id, const Change &change) const
{
    const schema::Table *table = m_from.findTable(id.schema, id.parent);
    return table && !table->partitionKey.isEmpty() &&
           std::ranges::any_of(change.properties, [](const QString &name) { return name.startsWith(u"options."_s); });
}

bool Planner::needsRecreation(const ObjectId &id, const Change &change) const
{
    const QSet<QString> &p = change.properties;
    switch (id.kind) {
    case ObjectKind::Table:
    case ObjectKind::ForeignTable:
        return anyOf(p, {u"partitionKey"_s, u"foreignServer"_s});
    case ObjectKind::View: {
        const auto *a = as<schema::View>(m_from, id);
        const auto *b = as<schema::View>(m_to, id);
        return p.contains(u"query"_s) && a && b && !viewCanBeReplaced(*a, *b);
    }
    case ObjectKind::MaterializedView:
        // SET ACCESS METHOD is there since 15 (release notes).
        return p.contains(u"query"_s) || (p.contains(u"accessMethod"_s) && m_major < 15);
    case ObjectKind::Routine: {
        const auto *a = as<schema::Routine>(m_from, id);
        return anyOf(p, {u"routineKind"_s, u"arguments"_s, u"returns"_s}) ||
               (a && a->routineKind == u"aggregate"_s && anyExcept(p, commonProperties()));
    }
    case ObjectKind::Index:
        if (changesFixedOptions(id, change)) {
            return true;
        }
        return anyExcept(p, {u"comment"_s, u"tablespace"_s, u"clustered"_s, u"attachedTo"_s, u"invisible"_s}) &&
               std::ranges::any_of(p, [](const QString &name) {
                   return !name.startsWith(u"options."_s) && !name.startsWith(u"attributes."_s) &&
                          name != u"comment"_s && name != u"tablespace"_s && name != u"clustered"_s &&
                          name != u"attachedTo"_s;
               });
    case ObjectKind::Constraint:
        return changesFixedOptions(id, change) ||
               std::ranges::any_of(p,
                                   [](const QString &name) {
                                       return !name.startsWith(u"options."_s) && !name.startsWith(u"attributes."_s) &&
                                              name != u"comment"_s && name != u"tablespace"_s &&
                                              name != u"inherited"_s && name != u"notValid"_s &&
                                              name != u"deferrable"_s && name != u"initiallyDeferred"_s;
                                   }) ||
               changedConstraintNeedsRecreation(id, p);
    case ObjectKind::Trigger:
        return anyOf(p, {u"definition"_s, u"timing"_s, u"events"_s});
    case ObjectKind::Rule:
        return p.contains(u"definition"_s);
    case ObjectKind::Policy:
        return anyExcept(p, {u"comment"_s});
    case ObjectKind::Column: {
        if (p.contains(u"generatedKind"_s) || p.contains(u"generated"_s)) {
            const schema::Table *table = m_from.findTable(id.schema, id.parent);
            const schema::Column *column = table ? part(table->columns, id.name) : nullptr;
            const schema::Table *target = m_to.findTable(id.schema, id.parent);
            const schema::Column *wanted = target ? part(target->columns, id.name) : nullptr;
            if (!column || !wanted) {
                return false;
            }
            const bool dropsExpression =
                column->generatedKind == u"stored"_s && !column->generated.isEmpty() && wanted->generated.isEmpty();
            const bool sets = m_major >= 17 && !column->generated.isEmpty() && !wanted->generated.isEmpty() &&
                              column->generatedKind == wanted->generatedKind && !p.contains(u"type"_s);
            return !(dropsExpression && m_major >= 13) && !sets;
        }
        return false;
    }
    case ObjectKind::Extension:
        // A way back to an older version is something that extensions do not bring along.
        return p.contains(u"attributes.version"_s) && m_dependents.value(id).empty() && isDowngrade(m_from, m_to, id);
    case ObjectKind::Collation:
    case ObjectKind::Conversion:
    case ObjectKind::Operator:
    case ObjectKind::OperatorClass:
    case ObjectKind::OperatorFamily:
    case ObjectKind::Cast:
    case ObjectKind::Language:
    case ObjectKind::Transform:
    case ObjectKind::AccessMethod:
    case ObjectKind::TextSearchParser:
    case ObjectKind::TextSearchTemplate:
        return anyExcept(p, commonProperties());
    case ObjectKind::TextSearchDictionary:
    case ObjectKind::TextSearchConfiguration:
        return anyOf(p, {u"attributes.template"_s, u"attributes.parser"_s});
    case ObjectKind::Statistics:
        return anyOf(p, {u"definition"_s, u"attributes.table"_s});
    case ObjectKind::EventTrigger:
        return anyOf(p, {u"attributes.event"_s, u"attributes.tags"_s, u"attributes.function"_s});
    case ObjectKind::Publication:
        return p.contains(u"attributes.allTables"_s);
    case ObjectKind::ForeignServer:
        return anyOf(p, {u"attributes.wrapper"_s, u"attributes.type"_s});
    default:
        return false;
    }
}

bool Planner::changedConstraintNeedsRecreation(const ObjectId &id, const QSet<QString> &p) const
{
    const schema::Table *table = m_from.findTable(id.schema, id.parent);
    const schema::Constraint *constraint = table ? part(table->constraints, id.name) : nullptr;
    if (!constraint) {
        return false;
    }
    const bool foreignKey = constraint->kind == schema::ConstraintKind::ForeignKey;
    if (anyOf(p, {u"deferrable"_s, u"initiallyDeferred"_s}) && !foreignKey) {
        return true;
    }
    // A constraint once validated can only be made NOT VALID by adding it again.
    return p.contains(u"notValid"_s) && !constraint->notValid;
}

void Planner::findRecreated()
{
    for (const auto &[id, change] : m_changes) {
        if (id.kind == ObjectKind::Column && !id.parent.isEmpty()) {
            const ObjectId type{ObjectKind::Type, id.schema, {}, id.parent};
            if (isBetterMadeAnew(type)) {
                mark(type);
                continue;
            }
        }
        if (writesRows(id, change)) {
            noteRewrite(id.parent.isEmpty() ? id : ownerOfPart(m_to, id));
        }
        if (change.change == diff::Change::Removed) {
            m_queue.push_back(id);
            markAbove(id);
            continue;
        }
        if (change.change == diff::Change::Added && id.kind == ObjectKind::Constraint &&
            !isAdded(ownerOfPart(m_to, id)) && ownerOfPart(m_to, id).kind == ObjectKind::Type &&
            isWithinOthers(ownerOfPart(m_to, id))) {
            markType(ownerOfPart(m_to, id));
        }
        if (change.change != diff::Change::Altered) {
            continue;
        }
        const bool inType = !id.parent.isEmpty() && ownerOfPart(m_to, id).kind == ObjectKind::Type;
        if (inType) {
            if ((id.kind == ObjectKind::Column && anyOf(change.properties, {u"type"_s, u"collation"_s})) ||
                (id.kind == ObjectKind::Constraint && change.properties != QSet<QString>{u"comment"_s} &&
                 isWithinOthers(ownerOfPart(m_to, id)))) {
                markType(ownerOfPart(m_to, id));
            }
            continue;
        }
        const bool collation = id.kind == ObjectKind::Collation && needsRecreation(id, change);
        if (collation || (id.kind == ObjectKind::Type && typeNeedsSwap(id, change))) {
            markType(id);
        } else if (needsRecreation(id, change) || goesWithItsParent(id, change)) {
            mark(id);
        } else if (id.kind == ObjectKind::Column && anyOf(change.properties, {u"type"_s, u"collation"_s}) &&
                   m_to.findTable(id.schema, id.parent)) {
            markColumnType(id);
        }
    }
}

void Planner::mark(const ObjectId &id)
{
    if (isRemoved(id) || isAdded(id) || (!id.parent.isEmpty() && isRemade(ownerOfPart(m_from, id)))) {
        return;
    }
    if (m_recreate.insert(id).second) {
        m_queue.push_back(id);
        markAbove(id);
    }
}

void Planner::markColumnType(const ObjectId &column)
{
    // The server changes no type of a column by which a table is partitioned.
    const schema::Table *table = m_from.findTable(column.schema, column.parent);
    if (table && names(table->partitionKey, column.name)) {
        mark(table->id());
        return;
    }
    if (!isRemoved(column) && !isRemade(column) && m_typeChanged.insert(column).second) {
        m_queue.push_back(column);
    }
}

void Planner::markPartsOfColumn(const ObjectId &column, bool onlyExpressions)
{
    const schema::Table *table = m_from.findTable(column.schema, column.parent);
    if (!table) {
        return;
    }
    const auto mentions = [&](const std::vector<schema::IndexKey> &keys, const QStringList &include) {
        return include.contains(column.name) ||
               std::ranges::any_of(keys, [&](const schema::IndexKey &key) { return key.column == column.name; });
    };
    for (const schema::Constraint &constraint : table->constraints) {
        const bool foreignKey = constraint.kind == schema::ConstraintKind::ForeignKey;
        if (mentions(constraint.keys, constraint.include) && (!onlyExpressions || foreignKey)) {
            mark({ObjectKind::Constraint, column.schema, column.parent, constraint.name});
        }
    }
    for (const schema::Index &index : table->indexes) {
        const bool special = !index.predicate.isEmpty() || std::ranges::any_of(index.keys, [](const auto &key) {
            return !key.expression.isEmpty() || !key.operatorClass.isEmpty();
        });
        if (mentions(index.keys, index.include) && (!onlyExpressions || special)) {
            mark({ObjectKind::Index, column.schema, column.parent, index.name});
        }
    }
    for (const ObjectId &id : m_keysInto.value(column.schema + u'.' + column.parent)) {
        const schema::Table *other = m_from.findTable(id.schema, id.parent);
        const schema::Constraint *key = other ? part(other->constraints, id.name) : nullptr;
        if (key && key->referencedColumns.contains(column.name)) {
            mark(id);
        }
    }
}

void Planner::spread()
{
    while (!m_queue.empty()) {
        const ObjectId id = m_queue.back();
        m_queue.pop_back();
        spreadFrom(id);
    }
}

/// What the catalog says depends on it; for a relation also what depends on one of its columns.
std::vector<ObjectId> Planner::usersOf(const ObjectId &referenced) const
{
    std::vector<ObjectId> out = m_dependents.value(referenced);
    const schema::Object *object = referenced.parent.isEmpty() ? m_from.find(referenced) : nullptr;
    const std::vector<schema::Column> *columns = nullptr;
    if (const auto *table = object ? std::get_if<schema::Table>(object) : nullptr) {
        columns = &table->columns;
    } else if (const auto *view = object ? std::get_if<schema::View>(object) : nullptr) {
        columns = &view->columns;
    }
    for (const schema::Column &column : columns ? *columns : std::vector<schema::Column>()) {
        const auto more = m_dependents.value({ObjectKind::Column, referenced.schema, referenced.name, column.name});
        out.insert(out.end(), more.begin(), more.end());
    }
    return out;
}

/// What uses something that goes: redefined to do without it, or bound to something else of the same name.
void Planner::spreadRemoval(const ObjectId &referenced, const ObjectId &dependent, bool replaced)
{
    const ObjectKind kind = dependent.kind;
    const Change *change = changeOf(dependent);
    if (kind == ObjectKind::Sequence || kind == ObjectKind::Table || kind == ObjectKind::Publication ||
        kind == ObjectKind::Statistics || kind == ObjectKind::Type) {
        return;
    }
    if (kind == ObjectKind::Column) {
        const schema::Table *table = m_from.findTable(dependent.schema, dependent.parent);
        const schema::Column *column = table ? part(table->columns, dependent.name) : nullptr;
        const bool code = referenced.kind == ObjectKind::Routine || referenced.kind == ObjectKind::Operator;
        if (code && column && !column->generated.isEmpty() && !changed(dependent, u"generated"_s)) {
            mark(dependent);
        } else if (code && column && !column->defaultValue.isEmpty() && !changed(dependent, u"default"_s)) {
            m_resetDefault.insert(dependent);
        }
        return;
    }
    if ((!change || replaced) && referenced.kind != ObjectKind::Sequence) {
        mark(dependent);
    }
}

/// True where something new takes the name of a relation or one of its keys or indexes. These share their names.
bool Planner::isNameTaken(const ObjectId &relation) const
{
    const auto taken = [&](const QString &name) { return m_addedNames.contains(relation.schema + u'.' + name); };
    const auto takenFrom = [&](const auto &parts) {
        return std::ranges::any_of(parts, [&](const auto &part) { return taken(part.name); });
    };
    const schema::Table *table = relation.parent.isEmpty() ? m_from.findTable(relation.schema, relation.name) : nullptr;
    return taken(relation.name) || (table && (takenFrom(table->indexes) || takenFrom(table->constraints)));
}

void Planner::spreadFrom(const ObjectId &referenced)
{
    const bool typeChange = m_typeChanged.contains(referenced);
    const bool swapped = m_swapped.contains(referenced);
    const bool removed = isRemoved(referenced);
    bool simple = false;
    const bool ofTable =
        referenced.kind == ObjectKind::Column && !removed && ownerOfPart(m_from, referenced).kind == ObjectKind::Table;
    if (ofTable && (typeChange || (isRemade(referenced) && writesRows(referenced, {})))) {
        noteRewrite(ownerOfPart(m_from, referenced));
    }
    if (typeChange) {
        const schema::Table *a = m_from.findTable(referenced.schema, referenced.parent);
        const schema::Table *b = m_to.findTable(referenced.schema, referenced.parent);
        const schema::Column *before = a ? part(a->columns, referenced.name) : nullptr;
        const schema::Column *after = b ? part(b->columns, referenced.name) : nullptr;
        simple = before && after && before->type != after->type && convertsByItself(before->type, after->type);
        if (a && (!a->partitionKey.isEmpty() || !a->partitionOf.isEmpty())) {
            // The server rebuilds a partitioned index too, but names those of the partitions anew.
            markPartsOfColumn(referenced, false);
        } else if (!simple) {
            markPartsOfColumn(referenced, true);
        }
    } else if (referenced.kind == ObjectKind::Column && !removed) {
        markPartsOfColumn(referenced, false);
    } else if (referenced.kind == ObjectKind::Index || referenced.kind == ObjectKind::Constraint) {
        markAttached(referenced);
    } else if (const schema::Table *table = removed ? nullptr : m_from.findTable(referenced.schema, referenced.name);
               table && (referenced.kind == ObjectKind::Table || referenced.kind == ObjectKind::ForeignTable)) {
        for (const schema::Column &column : table->columns) {
            markPartsOfColumn({ObjectKind::Column, table->schema, table->name, column.name}, false);
        }
    }
    // Another kind of relation takes over the name: what used the old one has to let go of it, changed or not.
    const bool replaced = removed && isNameTaken(referenced);
    if (replaced || (isRemade(referenced) && referenced.parent.isEmpty() && m_from.find(referenced) &&
                     referenced.kind != ObjectKind::Type)) {
        letGoOfRows(referenced, true);
    }
    for (const ObjectId &dependent : usersOf(referenced)) {
        if (isRemoved(dependent) || (!dependent.parent.isEmpty() && isRemade(ownerOfPart(m_from, dependent)))) {
            continue;
        }
        const ObjectKind kind = dependent.kind;
        const bool code = kind == ObjectKind::View || kind == ObjectKind::MaterializedView ||
                          kind == ObjectKind::Rule || kind == ObjectKind::Policy || kind == ObjectKind::Trigger ||
                          kind == ObjectKind::Routine;
        if (removed) {
            spreadRemoval(referenced, dependent, replaced);
        } else if (kind == ObjectKind::Column && (swapped || referenced.kind == ObjectKind::Type) &&
                   isOfType(m_from, dependent, referenced)) {
            if (ownerOfPart(m_from, dependent).kind == ObjectKind::Type) {
                markType(ownerOfPart(m_from, dependent));
            } else {
                markColumnType(dependent);
            }
        } else if (kind == ObjectKind::Type && swapped) {
            markType(dependent);
        } else if (typeChange) {
            const bool expression = kind == ObjectKind::Constraint || kind == ObjectKind::Index;
            const bool generated = kind == ObjectKind::Column && dependent != referenced;
            if (code || generated || (expression && !simple)) {
                mark(dependent);
            }
        } else if (kind == ObjectKind::Column) {
            const schema::Table *table = m_from.findTable(dependent.schema, dependent.parent);
            const schema::Column *column = table ? part(table->columns, dependent.name) : nullptr;
            if (column && !column->generated.isEmpty()) {
                mark(dependent);
            } else if (column && !column->defaultValue.isEmpty()) {
                m_resetDefault.insert(dependent);
            }
        } else if (kind != ObjectKind::Sequence && kind != ObjectKind::Publication) {
            mark(dependent);
        }
    }
}

} // namespace countersign::engine::postgresql

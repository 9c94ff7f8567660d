#include "engine/postgresql/ddl.h"
#include "engine/postgresql/planner.h"

#include <QRegularExpression>

namespace countersign::engine::postgresql {

using namespace Qt::StringLiterals;
using schema::ObjectId;
using schema::ObjectKind;

namespace {

bool isRelation(ObjectKind kind)
{
    return kind == ObjectKind::Table || kind == ObjectKind::ForeignTable || kind == ObjectKind::View ||
           kind == ObjectKind::MaterializedView;
}

const std::vector<schema::Column> *columnsOf(const schema::Schema &schema, const ObjectId &owner)
{
    const schema::Object *object = schema.find(owner);
    if (const auto *table = object ? std::get_if<schema::Table>(object) : nullptr) {
        return &table->columns;
    }
    if (const auto *view = object ? std::get_if<schema::View>(object) : nullptr) {
        return &view->columns;
    }
    const auto *type = object ? std::get_if<schema::Type>(object) : nullptr;
    return type ? &type->columns : nullptr;
}

const schema::Column *columnNamed(const std::vector<schema::Column> *columns, const QString &name)
{
    if (!columns) {
        return nullptr;
    }
    const auto it = std::ranges::find(*columns, name, &schema::Column::name);
    return it == columns->end() ? nullptr : &*it;
}

/// The names of what a row of this type has, whatever kind of object it belongs to.
QStringList attributesOf(const schema::Schema &schema, const QString &space, const QString &name)
{
    for (const ObjectKind kind : {ObjectKind::Table, ObjectKind::ForeignTable, ObjectKind::View,
                                  ObjectKind::MaterializedView, ObjectKind::Type}) {
        if (const std::vector<schema::Column> *columns = columnsOf(schema, {kind, space, {}, name})) {
            QStringList names;
            for (const schema::Column &column : *columns) {
                names += column.name;
            }
            return names;
        }
    }
    return {};
}

/// False where the server can put the same value behind every row without writing it (manual, ALTER TABLE, notes). In
/// doubt it is taken to write.
bool isSameForEveryRow(const schema::Column &column)
{
    static const QRegularExpression call(u"([\\w\"]+)\\s*\\("_s);
    static const QSet<QString> stable{
        u"now"_s,      u"statement_timestamp"_s, u"transaction_timestamp"_s, u"varchar"_s, u"numeric"_s, u"varying"_s,
        u"character"_s};
    for (auto matches = call.globalMatch(column.defaultValue.text); matches.hasNext();) {
        if (!stable.contains(matches.next().captured(1))) {
            return false;
        }
    }
    return true;
}

bool isJson(const QString &type)
{
    return type == u"jsonb"_s || type == u"json"_s;
}

} // namespace

/// True where the column's own type is this one, or is an array of it; false where only its default or its expression
/// speaks of it.
bool Planner::isOfType(const schema::Schema &schema, const ObjectId &column, const ObjectId &type)
{
    const schema::Column *facts = columnNamed(columnsOf(schema, ownerOfPart(schema, column)), column.name);
    const bool onlyByType = facts && facts->defaultValue.isEmpty() && facts->generated.isEmpty();
    // A column by which its table is partitioned depends on the table, too.
    if (!facts || type.kind == ObjectKind::Collation || (onlyByType && !isRelation(type.kind))) {
        return facts != nullptr;
    }
    QString own = facts->type.section(u'(', 0, 0);
    while (own.endsWith(u"[]"_s)) {
        own.chop(2);
    }
    const schema::Object *object = type.kind == ObjectKind::Type ? schema.find(type) : nullptr;
    const auto *definition = object ? std::get_if<schema::Type>(object) : nullptr;
    const QString multirange = definition ? ddl::value(definition->attributes, u"multirange"_s) : QString();
    return own == ddl::qualified(type.schema, type.name) ||
           (!multirange.isEmpty() && own == ddl::qualified(type.schema, multirange));
}

/// What holds values of a type or rows of a relation: types made of it, and columns of those.
void Planner::findHolders(const schema::Schema &schema, const Dependents &dependents, const ObjectId &held,
                          Holders &out)
{
    for (const ObjectId &user : dependents.value(held)) {
        if (user.kind == ObjectKind::Type) {
            if (out.types.insert(user).second) {
                findHolders(schema, dependents, user, out);
            }
            continue;
        }
        if (user.kind != ObjectKind::Column || !isOfType(schema, user, held)) {
            continue;
        }
        const ObjectId owner = ownerOfPart(schema, user);
        if (owner.kind == ObjectKind::Type) {
            if (out.types.insert(owner).second) {
                findHolders(schema, dependents, owner, out);
            }
        } else if (owner.kind == ObjectKind::View || owner.kind == ObjectKind::MaterializedView) {
            if (out.views.insert(owner).second) {
                findHolders(schema, dependents, owner, out);
            }
        } else if (out.columns.insert(user).second) {
            findHolders(schema, dependents, owner, out);
        }
    }
}

/// A relation goes, or its rows are written anew, and with it its row type: the server refuses both while a column
/// holds such rows (heap.c and tablecmds.c, find_composite_type_dependencies), arrays of them, domains over them, or
/// types with them. Those columns wait as text or as jsonb until the new type is there.
void Planner::letGoOfRows(const ObjectId &held, bool goes)
{
    Holders holders;
    findHolders(m_from, m_dependents, held, holders);
    if (!goes && holders.columns.empty()) {
        return;
    }
    for (const ObjectId &type : holders.types) {
        const bool wasSwapped = m_swapped.erase(type) > 0;
        if (wasSwapped || !isRemade(type)) {
            mark(type);
        }
    }
    for (const ObjectId &view : holders.views) {
        if (goes || view.kind == ObjectKind::MaterializedView) {
            mark(view);
        }
    }
    for (const ObjectId &column : holders.columns) {
        const schema::Column *before = columnNamed(columnsOf(m_from, ownerOfPart(m_from, column)), column.name);
        const schema::Table *table = m_to.findTable(column.schema, column.parent);
        if (!before || !table || isRemoved(column) || isRemade(ownerOfPart(m_from, column))) {
            continue;
        }
        if (!before->generated.isEmpty()) {
            mark(column);
            continue;
        }
        Ids &through = m_parked[column];
        const std::size_t known = through.size();
        through.insert(held);
        through.insert(holders.types.begin(), holders.types.end());
        through.insert(holders.views.begin(), holders.views.end());
        markColumnType(column);
        if (through.size() != known && known == 0) {
            markPartsOfColumn(column, false);
        }
    }
}

/// True where this change writes every row of its table anew.
bool Planner::writesRows(const ObjectId &id, const Change &change) const
{
    if (id.kind == ObjectKind::Table && change.change == diff::Change::Altered) {
        return change.properties.contains(u"persistence"_s) || change.properties.contains(u"accessMethod"_s);
    }
    const schema::Table *table =
        id.kind == ObjectKind::Column && !id.parent.isEmpty() ? m_to.findTable(id.schema, id.parent) : nullptr;
    const schema::Column *column = table ? columnNamed(&table->columns, id.name) : nullptr;
    if (!column || isAdded(table->id()) || isRemade(table->id())) {
        return false;
    }
    const bool computed = column->generatedKind == u"stored"_s && !column->generated.isEmpty();
    if (change.change == diff::Change::Added || isRemade(id)) {
        const ObjectId domain{
            ObjectKind::Type, ddl::lastName(ddl::withoutLastName(column->type)), {}, ddl::lastName(column->type)};
        return computed || !column->identity.isEmpty() || !isSameForEveryRow(*column) || m_to.find(domain) != nullptr;
    }
    return computed && change.properties.contains(u"generated"_s);
}

void Planner::noteRewrite(const ObjectId &table)
{
    if (m_rewritten.insert(table).second) {
        letGoOfRows(table, false);
    }
}

/// The values lose or gain attributes, or have them in another order: their text would not fit.
bool Planner::changesShape(const ObjectId &column, QStringList *lost) const
{
    bool out = false;
    const auto held = m_parked.find(column);
    for (const ObjectId &id : held == m_parked.end() ? Ids() : held->second) {
        const QStringList before = attributesOf(m_from, id.schema, id.name);
        QStringList after = attributesOf(m_to, id.schema, id.name);
        const bool keepsOrder = isRelation(id.kind) && !isRemade(id) && !isRemoved(id);
        const bool moves = keepsOrder && std::ranges::any_of(before, [&](const QString &name) {
                               return isRemade({ObjectKind::Column, id.schema, id.name, name});
                           });
        if (keepsOrder && QSet<QString>(before.begin(), before.end()) == QSet<QString>(after.begin(), after.end())) {
            after = before; // of a table that stays
        }
        out = out || moves || before != after;
        for (const QString &name : before) {
            if (lost && !after.contains(name)) {
                *lost += ddl::qualified(id.schema, id.name) + u'.' + ddl::name(name);
            }
        }
    }
    return out;
}

void Planner::park(const schema::Table &table, const ObjectId &id, const schema::Column &before,
                   const schema::Column &after, const QString &alter)
{
    if (!m_parked.contains(id) || !table.ofType.isEmpty()) {
        return;
    }
    const schema::Table *parent = followedParent(table, id.name);
    if (parent && m_parked.contains({ObjectKind::Column, parent->schema, parent->name, id.name})) {
        return;
    }
    const QString column = ddl::name(id.name);
    if (!table.foreignServer.isEmpty()) { // stores nothing, and takes no USING
        m_parkNodes.insert(id, add(id, Moment::Drop, Release, alter + u" TYPE text"_s));
        return;
    }
    const bool json = before.type == after.type ? changesShape(id, nullptr) : isJson(after.type);
    const int node = add(id, Moment::Drop, Release,
                         alter + (json ? u" TYPE jsonb USING to_jsonb("_s + column + u')'
                                       : u" TYPE text USING "_s + column + u"::text"_s));
    m_nodes[static_cast<std::size_t>(node)].step.comment =
        u"rewrites %1 under an exclusive lock: %2 keeps its values as %3 until its type is there anew"_s.arg(
            ddl::relation(table), column, json ? u"jsonb"_s : u"text"_s);
    m_parkNodes.insert(id, node);
}

void Planner::unpark(const schema::Table &table, const ObjectId &id, const schema::Column &before,
                     const schema::Column &after, const QString &alter)
{
    if (!table.foreignServer.isEmpty()) {
        add(id, Moment::Make, Make, alter + u" TYPE "_s + after.type);
        return;
    }
    const QString column = ddl::name(id.name);
    QStringList lost;
    const bool json = changesShape(id, &lost) && before.type == after.type;
    QString wrapper;
    QString value = column + u"::"_s + after.type; // what became json is jsonb by now
    if (json) {
        value = fromJson(table, id, after.type, column, wrapper);
    }
    const int node = add(id, Moment::Make, Make, alter + u" TYPE "_s + after.type + u" USING "_s + value);
    Step &step = m_nodes[static_cast<std::size_t>(node)].step;
    step.comment = u"rewrites %1 under an exclusive lock; fails if a value of %2 cannot become %3"_s.arg(
        ddl::relation(table), column, after.type);
    if (!lost.isEmpty()) {
        lost.sort();
        step.destructive = true;
        step.comment += u"\nloses the values of %1 that %2 holds"_s.arg(lost.join(u", "), column);
    }
    if (!wrapper.isEmpty()) {
        add(id, Moment::Make, Make, u"DROP TYPE "_s + wrapper);
    }
}

/// A value of @p type from the jsonb expression @p source, attribute by attribute. An array is only taken from jsonb as
/// an attribute of something; @p wrapper names the type that is made for that, and is to be dropped.
QString Planner::fromJson(const schema::Table &table, const ObjectId &id, const QString &type, const QString &source,
                          QString &wrapper)
{
    const ObjectId row{ObjectKind::Type, ddl::lastName(ddl::withoutLastName(type)), {}, ddl::lastName(type)};
    if (!type.endsWith(u"[]"_s) && !attributesOf(m_to, row.schema, row.name).isEmpty()) {
        return u"jsonb_populate_record(NULL::"_s + type + u", "_s + source + u')';
    }
    wrapper = ddl::qualified(table.schema, table.name.left(25) + u'_' + id.name.left(25) + u"__values"_s);
    add(id, Moment::Make, Make, u"CREATE TYPE "_s + wrapper + u" AS (value "_s + type + u')');
    return u"(jsonb_populate_record(NULL::"_s + wrapper + u", jsonb_build_object('value', "_s + source + u"))).value"_s;
}

/// True where values of this type are, or contain, rows of a composite type that is made anew with other attributes or
/// in another order.
bool Planner::reshapes(const QString &type, QStringList *lost) const
{
    QString element = type;
    while (element.endsWith(u"[]"_s)) {
        element.chop(2);
    }
    const ObjectId id{ObjectKind::Type, ddl::lastName(ddl::withoutLastName(element)), {}, ddl::lastName(element)};
    if (!m_swapped.contains(id)) {
        return false;
    }
    const schema::Object *object = m_from.find(id);
    const auto *before = object ? std::get_if<schema::Type>(object) : nullptr;
    if (!before) {
        return false;
    }
    const QStringList had = attributesOf(m_from, id.schema, id.name);
    const QStringList gets = attributesOf(m_to, id.schema, id.name);
    bool out = had != gets;
    for (const schema::Column &column : before->columns) {
        if (lost && !gets.contains(column.name)) {
            *lost += ddl::qualified(id.schema, id.name) + u'.' + ddl::name(column.name);
        }
        out = reshapes(column.type, lost) || out;
    }
    return (before->typeKind == u"domain"_s && reshapes(before->baseType, lost)) || out;
}

/// How the values of a column become those of its type that was made anew, or of another one; empty where a plain cast
/// says it. @p wrapper as in fromJson(); @p lost takes the attributes that go.
QString Planner::convertedValue(const schema::Table &table, const ObjectId &id, const QString &from, const QString &to,
                                QString &wrapper, QStringList &lost)
{
    const QString column = ddl::name(id.name);
    const bool array = to.endsWith(u"[]"_s);
    const ObjectId row{ObjectKind::Type, ddl::lastName(ddl::withoutLastName(to)), {}, ddl::lastName(to)};
    if (from == to) {
        if (!reshapes(to, &lost)) {
            return {};
        }
        const std::vector<schema::Column> *attributes = columnsOf(m_from, row);
        const bool within = !attributes || std::ranges::any_of(*attributes, [&](const schema::Column &attribute) {
            return reshapes(attribute.type, nullptr);
        });
        const QString values = within ? QString() : rowOf(column, to);
        return values.isEmpty() ? fromJson(table, id, to, u"to_jsonb("_s + column + u')', wrapper) : values;
    }
    const bool ownRow =
        !attributesOf(m_from, row.schema, row.name).isEmpty() || !attributesOf(m_to, row.schema, row.name).isEmpty();
    if (isJson(from) && (array || ownRow)) {
        return fromJson(table, id, to, from == u"jsonb"_s ? column : column + u"::jsonb"_s, wrapper);
    }
    const ObjectId old{ObjectKind::Type, ddl::lastName(ddl::withoutLastName(from)), {}, ddl::lastName(from)};
    if (isJson(to) && (from.endsWith(u"[]"_s) || !attributesOf(m_from, old.schema, old.name).isEmpty())) {
        return u"to_"_s + to + u'(' + column + u')';
    }
    return {};
}

/// The tables that inherit a column that waits follow the one from which they have it.
void Planner::connectParked()
{
    for (const auto &[column, held] : m_parked) {
        const schema::Table *table =
            m_parkNodes.contains(column) ? nullptr : m_to.findTable(column.schema, column.parent);
        ObjectId above = column;
        while (table && !m_parkNodes.contains(above)) {
            table = followedParent(*table, column.name);
            above = table ? ObjectId{ObjectKind::Column, table->schema, table->name, column.name} : above;
        }
        if (!table) {
            continue;
        }
        for (const int first : nodesOf(column, Moment::Drop)) {
            before(first, m_parkNodes.value(above));
        }
        for (const int first : nodesOf(above, Moment::Make)) {
            for (const int second : nodesOf(column, Moment::Make)) {
                before(first, second);
            }
        }
    }
}

/// What holds rows of a table lets go of them before these are written anew, and takes them only afterwards.
void Planner::connectRewrites()
{
    connectParked();
    if (m_rewritten.empty()) {
        return;
    }
    Dependents later;
    for (const schema::Dependency &dependency : m_to.dependencies) {
        later[dependency.referenced].push_back(dependency.dependent);
    }
    for (const ObjectId &table : m_rewritten) {
        Holders from;
        Holders to;
        findHolders(m_from, m_dependents, table, from);
        findHolders(m_to, later, table, to);
        if (from.columns.empty() && to.columns.empty()) {
            continue;
        }
        const std::vector<int> writing = nodesWriting(table);
        std::vector<int> lettingGo;
        std::vector<int> taking;
        const auto collect = [this](std::vector<int> &out, const ObjectId &id, Moment moment) {
            const std::vector<int> nodes = nodesOf(id, moment);
            out.insert(out.end(), nodes.begin(), nodes.end());
        };
        for (const Ids *ids : {&from.columns, &from.types}) {
            for (const ObjectId &id : *ids) {
                collect(lettingGo, id, Moment::Drop);
            }
        }
        for (const ObjectId &column : to.columns) {
            const ObjectId owner = ownerOfPart(m_to, column);
            collect(taking, isAdded(owner) || isRemade(owner) ? owner : column, Moment::Make);
        }
        for (const ObjectId &type : to.types) {
            collect(taking, isAdded(type) || isRemade(type) ? type : ObjectId(), Moment::Make);
        }
        for (const int write : writing) {
            for (const int first : lettingGo) {
                before(first, write);
            }
            for (const int second : taking) {
                before(write, second);
            }
        }
    }
}

/// The statements that write the rows of a table anew, those of the tables it inherits from too.
std::vector<int> Planner::nodesWriting(const ObjectId &id) const
{
    std::vector<int> out;
    const schema::Table *table = m_to.findTable(id.schema, id.name);
    if (!table) {
        return out;
    }
    for (const schema::Column &column : table->columns) {
        const ObjectId part{ObjectKind::Column, id.schema, id.name, column.name};
        const std::vector<int> makes = nodesOf(part, Moment::Make);
        out.insert(out.end(), makes.begin(), makes.end());
        if (m_parkNodes.contains(part)) {
            out.push_back(m_parkNodes.value(part));
        }
    }
    if (const Change *change = changeOf(id); change && writesRows(id, *change)) {
        const std::vector<int> finishes = m_finishNodes.value(id);
        out.insert(out.end(), finishes.begin(), finishes.end());
    }
    QStringList parents = table->inherits;
    parents += table->partitionOf;
    for (const QString &parent : parents) {
        if (const ObjectId above = m_relationsByName.value(parent); !parent.isEmpty() && above != id) {
            const std::vector<int> more = nodesWriting(above);
            out.insert(out.end(), more.begin(), more.end());
        }
    }
    return out;
}

} // namespace countersign::engine::postgresql

#include "engine/postgresql/ddl.h"
#include "engine/postgresql/planner.h"

#include <QRegularExpression>

namespace countersign::engine::postgresql {

using namespace Qt::StringLiterals;
using schema::ObjectId;
using schema::ObjectKind;

namespace {

/// Of types of which one becomes the other by itself: whether the rows have to be written anew for it.
bool isStoredOtherwise(const QString &from, const QString &to)
{
    static const QRegularExpression end(u"[ (]"_s);
    const auto word = [](const QString &type) { return type.section(end, 0, 0); };
    return word(from) != word(to) && to != u"text"_s && word(to) != u"character"_s;
}

/// A default that differs from row to row is computed for those that are there (manual, ALTER TABLE, notes).
bool rewritesWhenAdded(const schema::Column &column)
{
    static const QRegularExpression perRow(
        u"\\b(nextval|random|gen_random_uuid|uuidv4|uuidv7|uuid_generate_v\\w+|clock_timestamp)\\("_s);
    return column.generatedKind == u"stored"_s || !column.identity.isEmpty() ||
           column.defaultValue.text.contains(perRow);
}

const schema::Column *columnOf(const schema::Table *table, const QString &name)
{
    if (!table) {
        return nullptr;
    }
    const auto it = std::ranges::find(table->columns, name, &schema::Column::name);
    return it == table->columns.end() ? nullptr : &*it;
}

} // namespace

const schema::Table *Planner::followedParent(const schema::Table &child, const QString &column) const
{
    const schema::Table *before = m_from.findTable(child.schema, child.name);
    const schema::Table *after = m_to.findTable(child.schema, child.name);
    if (!before || !after) {
        return nullptr;
    }
    QStringList parents = after->inherits;
    parents += after->partitionOf;
    for (const QString &name : parents) {
        if (name.isEmpty() || (!before->inherits.contains(name) && before->partitionOf != name)) {
            continue;
        }
        const ObjectId id = m_relationsByName.value(name);
        const schema::Table *parent = m_to.findTable(id.schema, id.name);
        const schema::Table *old = m_from.findTable(id.schema, id.name);
        if (columnOf(parent, column) || columnOf(old, column)) {
            return parent;
        }
    }
    return nullptr;
}

std::vector<std::pair<const schema::Table *, const schema::Table *>>
Planner::keptChildren(const schema::Table &table) const
{
    std::vector<std::pair<const schema::Table *, const schema::Table *>> out;
    const QString name = ddl::relation(table);
    for (const ObjectId &id : m_dependents.value(table.id())) {
        const schema::Table *before = id.parent.isEmpty() ? m_from.findTable(id.schema, id.name) : nullptr;
        const schema::Table *after = before ? m_to.findTable(id.schema, id.name) : nullptr;
        if (after && before->inherits.contains(name) && after->inherits.contains(name)) {
            out.emplace_back(before, after);
        }
    }
    return out;
}

bool Planner::outlivesParent(const schema::Table &table, const QString &column) const
{
    return std::ranges::any_of(keptChildren(table),
                               [&](const auto &child) { return columnOf(child.second, column) != nullptr; });
}

void Planner::handleColumn(const ObjectId &id, const Change &change)
{
    const schema::Table *a = m_from.findTable(id.schema, id.parent);
    const schema::Table *b = m_to.findTable(id.schema, id.parent);
    const schema::Column *before = columnOf(a, id.name);
    const schema::Column *after = columnOf(b, id.name);
    const bool typed = a && b && !a->ofType.isEmpty() && a->ofType == b->ofType;
    if (typed && (isRemade(id) || !before || !after)) {
        return; // the attribute of its type cascades to it
    }
    if (isRemade(id) && before && after) {
        const schema::Table *parent = followedParent(*b, id.name);
        if (!parent || !isRemade({ObjectKind::Column, parent->schema, parent->name, id.name})) {
            dropColumn(*a, *before);
            addColumn(*b, *after);
        }
    } else if (change.change == diff::Change::Added && after) {
        addColumn(*b, *after);
    } else if (change.change == diff::Change::Removed && before) {
        dropColumn(*a, *before);
    } else if (before && after) {
        alterColumn(*a, *b, *before, *after, change.difference >= 0 ? &change : nullptr);
    }
}

/// The first column behind this one that FROM has too; empty where it is the last anyway.
QString Planner::firstKeptBehind(const schema::Table &table, const QString &column) const
{
    const schema::Table *before = m_from.findTable(table.schema, table.name);
    auto it = std::ranges::find(table.columns, column, &schema::Column::name);
    for (; it != table.columns.end(); ++it) {
        if (it->name != column && columnOf(before, it->name)) {
            return it->name;
        }
    }
    return {};
}

void Planner::addColumn(const schema::Table &table, const schema::Column &column)
{
    const ObjectId id{ObjectKind::Column, table.schema, table.name, column.name};
    const QString on = ddl::relation(table);
    const schema::Table *parent = followedParent(table, column.name);
    const bool comesAlong = parent && (isAdded({ObjectKind::Column, parent->schema, parent->name, column.name}) ||
                                       isRemade({ObjectKind::Column, parent->schema, parent->name, column.name}));
    if (comesAlong) {
        // The parent's statement adds it here too; only what is not inherited is left to say.
        const schema::Column *above = columnOf(parent, column.name);
        if (above && above->defaultValue != column.defaultValue && column.generated.isEmpty()) {
            add(id, Moment::Finish, Finish,
                u"ALTER TABLE ONLY "_s + on + u" ALTER COLUMN "_s + ddl::name(column.name) +
                    (column.defaultValue.isEmpty() ? u" DROP DEFAULT"_s
                                                   : u" SET DEFAULT "_s + column.defaultValue.text));
        }
        if (above && column.notNull && !above->notNull) {
            add(id, Moment::Finish, Finish,
                u"ALTER TABLE "_s + on + u" ALTER COLUMN "_s + ddl::name(column.name) + u" SET NOT NULL"_s);
        }
    } else if (parent && column.inherited && isAdded({ObjectKind::Table, parent->schema, {}, parent->name})) {
        note(id, u"%1 is inherited: it comes with the parent"_s.arg(id.path()));
    } else {
        const bool foreign = !table.foreignServer.isEmpty();
        const int node = add(id, Moment::Make, Make,
                             u"ALTER "_s + (foreign ? u"FOREIGN "_s : QString()) + u"TABLE "_s + on +
                                 u" ADD COLUMN "_s + ddl::columnClause(column));
        const bool filled = !column.notNull || !column.defaultValue.isEmpty() || !column.generated.isEmpty() ||
                            !column.identity.isEmpty();
        QString &comment = m_nodes[static_cast<std::size_t>(node)].step.comment;
        if (!filled) {
            comment = u"fails if %1 has rows: the new column %2 is NOT NULL and has no default"_s.arg(on, column.name);
        } else if (!foreign && rewritesWhenAdded(column)) {
            comment = u"rewrites %1 under an exclusive lock: %2 gets a value for each row"_s.arg(on, column.name);
        }
        if (const QString next = firstKeptBehind(table, column.name); !next.isEmpty()) {
            comment +=
                (comment.isEmpty() ? QString() : u"\n"_s) +
                u"%1 becomes the last column of %2, not the one before %3: PostgreSQL cannot place a column"_s.arg(
                    column.name, on, next);
        }
        // An identity makes its sequence, whose name a sequence that goes may still hold.
        for (const schema::Object &object : m_from.objects) {
            const auto *sequence = std::get_if<schema::Sequence>(&object);
            if (sequence && !column.identity.isEmpty() && sequence->ownedBy == on + u'.' + ddl::name(column.name)) {
                for (const int other : nodesOf(sequence->id(), Moment::Drop)) {
                    before(other, node);
                }
            }
        }
    }
    for (const QString &sql : ddl::columnSettings(column, on)) {
        add(id, Moment::Finish, Finish, sql);
    }
    grantIdentity(id, nullptr, column);
    if (!column.comment.isEmpty()) {
        add(id, Moment::Finish, Finish,
            ddl::comment(u"COLUMN "_s + on + u'.' + ddl::name(column.name), column.comment));
    }
    for (const QString &sql :
         ddl::grants(u"TABLE "_s + on, u" ("_s + ddl::name(column.name) + u')', {}, column.grants, {})) {
        add(id, Moment::Finish, Finish, sql);
    }
}

void Planner::dropColumn(const schema::Table &table, const schema::Column &column)
{
    const ObjectId id{ObjectKind::Column, table.schema, table.name, column.name};
    const schema::Table *parent = followedParent(table, column.name);
    if (parent && column.inherited && isRemoved({ObjectKind::Column, parent->schema, parent->name, column.name}) &&
        !outlivesParent(*parent, column.name)) {
        return;
    }
    const QString only = outlivesParent(table, column.name) ? u"ONLY "_s : QString();
    const int node = add(id, Moment::Drop, Drop,
                         u"ALTER TABLE "_s + only + ddl::relation(table) + u" DROP COLUMN "_s + ddl::name(column.name));
    Step &step = m_nodes[static_cast<std::size_t>(node)].step;
    if (column.generated.isEmpty()) {
        step.destructive = true;
        step.comment = u"loses every value of %1.%2"_s.arg(ddl::relation(table), ddl::name(column.name));
    }
    if (parent) {
        for (const int other : nodesOf({ObjectKind::Column, parent->schema, parent->name, column.name}, Moment::Drop)) {
            before(other, node);
        }
    }
}

void Planner::alterColumnType(const schema::Table &table, const ObjectId &id, const schema::Column &before,
                              const schema::Column &after, const QString &alter)
{
    if (!table.ofType.isEmpty()) {
        return;
    }
    const schema::Table *parent = followedParent(table, id.name);
    if (parent && m_typeChanged.contains({ObjectKind::Column, parent->schema, parent->name, id.name})) {
        return;
    }
    if (m_parked.contains(id)) {
        unpark(table, id, before, after, alter);
        return;
    }
    const bool plain = before.type != after.type && convertsByItself(before.type, after.type);
    const bool foreign = !table.foreignServer.isEmpty();
    QString sql = alter + u" TYPE "_s + after.type;
    if (!after.collation.isEmpty()) {
        sql += u" COLLATE "_s + after.collation;
    }
    const bool swapped = before.type == after.type && before.collation == after.collation;
    QString wrapper;
    QStringList lost;
    // An explicit cast cuts what is too long; the assignment that is made without USING refuses it.
    const bool assigned = !swapped && isAssignable(before.type, after.type);
    if (!plain && !foreign && !assigned && after.generated.isEmpty()) {
        const QString column = ddl::name(after.name);
        const bool direct = !swapped && hasCast(before.type, after.type);
        const QString value = convertedValue(table, id, before.type, after.type, wrapper, lost);
        sql += u" USING "_s + (value.isEmpty() ? column + (direct ? u"::"_s : u"::text::"_s) + after.type : value);
    }
    const int node = add(id, Moment::Make, Make, sql);
    if (!wrapper.isEmpty()) {
        add(id, Moment::Make, Make, u"DROP TYPE "_s + wrapper);
    }
    m_nodes[static_cast<std::size_t>(node)].step.destructive = !lost.isEmpty();
    QString &comment = m_nodes[static_cast<std::size_t>(node)].step.comment;
    if (!plain) {
        comment = u"rewrites %1 under an exclusive lock; fails if a value of %2 cannot become %3"_s.arg(
            ddl::relation(table), ddl::name(after.name), after.type);
        if (!lost.isEmpty()) {
            lost.sort();
            comment += u"\nloses the values of %1 that %2 holds"_s.arg(lost.join(u", "), ddl::name(after.name));
        }
    } else if (!foreign && isStoredOtherwise(before.type, after.type)) {
        comment = u"rewrites %1 under an exclusive lock"_s.arg(ddl::relation(table));
    }
}

void Planner::alterIdentity(const ObjectId &id, const schema::Column &before, const schema::Column &after,
                            const Change *change, const QString &alter)
{
    if (!change ||
        std::ranges::none_of(change->properties, [](const QString &name) { return name.startsWith(u"identity"_s); })) {
        return;
    }
    if (before.identity.isEmpty()) {
        const int node = add(id, Moment::Make, Make, alter + u" ADD "_s + ddl::identityClause(after));
        grantIdentity(id, nullptr, after);
        for (const schema::Object &object : m_from.objects) {
            const auto *sequence = std::get_if<schema::Sequence>(&object);
            if (sequence && sequence->ownedBy == ddl::qualified(id.schema, id.parent) + u'.' + ddl::name(id.name)) {
                for (const int other : nodesOf(sequence->id(), Moment::Drop)) {
                    Planner::before(other, node);
                }
            }
        }
        return;
    }
    if (after.identity.isEmpty()) {
        return;
    }
    QStringList parts;
    if (before.identity != after.identity) {
        parts += u"SET GENERATED "_s + after.identity.toUpper();
    }
    const schema::SequenceOptions &a = before.identityOptions.get();
    const schema::SequenceOptions &b = after.identityOptions.get();
    const auto set = [&](const QString &x, const QString &y, const QString &word) {
        if (x != y && !y.isEmpty()) {
            parts += u"SET "_s + word + u' ' + y;
        }
    };
    set(a.increment, b.increment, u"INCREMENT BY"_s);
    set(a.minimum, b.minimum, u"MINVALUE"_s);
    set(a.maximum, b.maximum, u"MAXVALUE"_s);
    set(a.start, b.start, u"START WITH"_s);
    set(a.cache, b.cache, u"CACHE"_s);
    if (a.cycle != b.cycle) {
        parts += b.cycle ? u"SET CYCLE"_s : u"SET NO CYCLE"_s;
    }
    if (!parts.isEmpty()) {
        if (b.minimum.toLongLong() > a.start.toLongLong()) {
            const QString sequence = u"pg_get_serial_sequence("_s + ddl::literal(ddl::qualified(id.schema, id.parent)) +
                                     u", "_s + ddl::literal(id.name) + u')';
            add(id, Moment::Make, Make,
                u"SELECT setval("_s + sequence + u", greatest(nextval("_s + sequence + u"), "_s + b.minimum +
                    u"), false)"_s);
        }
        add(id, Moment::Make, Make, alter + u' ' + parts.join(u' '));
    }
}

void Planner::alterColumn(const schema::Table &a, const schema::Table &table, const schema::Column &before,
                          const schema::Column &after, const Change *change)
{
    const ObjectId id{ObjectKind::Column, table.schema, table.name, after.name};
    const QString on = ddl::relation(table);
    const QString column = ddl::name(after.name);
    const QString alter = u"ALTER "_s + (table.foreignServer.isEmpty() ? u"TABLE "_s : u"FOREIGN TABLE "_s) + on +
                          u" ALTER COLUMN "_s + column;
    const QString alterOnly = u"ALTER TABLE ONLY "_s + on + u" ALTER COLUMN "_s + column;
    // The server changes the tables that inherit along with it, also those that are to stay as they are.
    const QString alterNull = m_major < 18 && childKeepsNull(table, after) ? alterOnly : alter;
    const auto has = [&](const QString &name) { return change && change->properties.contains(name); };
    const bool retype = m_typeChanged.contains(id);
    const bool reset = m_resetDefault.contains(id);
    const bool simple = retype && before.type != after.type && convertsByItself(before.type, after.type);
    const bool defaultChanges = has(u"default"_s) || reset || (retype && !simple && !before.defaultValue.isEmpty());
    const bool startsExpression = has(u"generated"_s) || has(u"generatedKind"_s);
    if (defaultChanges && !before.defaultValue.isEmpty()) {
        const bool replaced = !after.defaultValue.isEmpty() && !reset && !retype;
        if (!replaced) {
            add(id, Moment::Drop, Release, alterOnly + u" DROP DEFAULT"_s);
        }
    }
    if (!before.identity.isEmpty() && after.identity.isEmpty() && has(u"identity"_s)) {
        const int node = add(id, Moment::Drop, Release, alter + u" DROP IDENTITY"_s);
        for (const schema::Object &object : m_to.objects) {
            const auto *sequence = std::get_if<schema::Sequence>(&object);
            if (sequence && sequence->ownedBy == on + u'.' + column) {
                m_nodes[static_cast<std::size_t>(node)].covers.push_back(sequence->id());
            }
        }
    }
    park(table, id, before, after, alter);
    if (startsExpression && after.generated.isEmpty()) {
        add(id, Moment::Make, Make, alter + u" DROP EXPRESSION"_s);
    } else if (startsExpression) {
        const int node = add(id, Moment::Make, Make, alter + u" SET EXPRESSION AS ("_s + after.generated.text + u')');
        if (after.generatedKind != u"virtual"_s) {
            m_nodes[static_cast<std::size_t>(node)].step.comment =
                u"rewrites %1 under an exclusive lock: every value is computed anew"_s.arg(ddl::relation(table));
        }
    }
    if (retype) {
        alterColumnType(table, id, before, after, alter);
    }
    if (has(u"notNull"_s) && after.notNull) {
        setNotNull(table, id, after, alterNull);
    }
    alterIdentity(id, before, after, change, alter);
    if (has(u"notNull"_s) && !after.notNull) {
        dropNotNull(table, id, alterNull);
    }
    if (defaultChanges && !after.defaultValue.isEmpty()) {
        add(id, Moment::Make, Make, alterOnly + u" SET DEFAULT "_s + after.defaultValue.text);
    }
    if (has(u"inherited"_s) && table.partitionOf.isEmpty()) {
        settleInherited(a, table, after);
    }
    finishColumn(a, id, before, after, change, on);
}

/// No statement says whether a column is the table's own beside being inherited. Leaving the parents makes all of them
/// its own, and they stay that when it joins again; the other way there is none.
void Planner::settleInherited(const schema::Table &before, const schema::Table &after, const schema::Column &column)
{
    const schema::Table *above = followedParent(after, column.name);
    if (above && isRemoved({ObjectKind::Column, above->schema, above->name, column.name})) {
        return; // what the parent lost is its own now
    }
    const auto own = [](const auto &part) { return !part.inherited; };
    const bool allOwn = std::ranges::all_of(after.columns, own) && std::ranges::all_of(after.constraints, own);
    const QString on = ddl::relation(after);
    if (column.inherited) {
        note(
            {ObjectKind::Column, after.schema, after.name, column.name},
            u"%1.%2 was declared by the table itself too and stays so: PostgreSQL cannot make a column only inherited"_s
                .arg(on, ddl::name(column.name)));
    } else if (before.inherits == after.inherits && !after.inherits.isEmpty() && !allOwn) {
        note({ObjectKind::Column, after.schema, after.name, column.name},
             u"%1.%2 stays only inherited: PostgreSQL cannot make some of the columns of a table its own"_s.arg(
                 on, ddl::name(column.name)));
    } else if (before.inherits == after.inherits && m_rejoined.insert(after.id()).second) {
        for (const QString &word : {u" NO INHERIT "_s, u" INHERIT "_s}) {
            for (const QString &parent : after.inherits) {
                add(after.id(), Moment::Finish, Finish, u"ALTER TABLE "_s + on + word + parent);
            }
        }
    }
}

void Planner::grantIdentity(const ObjectId &id, const schema::Column *before, const schema::Column &after)
{
    if (after.identity.isEmpty()) {
        return;
    }
    schema::Sequence fresh;
    fresh.schema = id.schema;
    const schema::Grants held = before ? ddl::identityGrants(*before) : startingGrants(fresh);
    const schema::Table *table = m_to.findTable(id.schema, id.parent);
    for (const QString &sql : ddl::grants(u"SEQUENCE "_s + ddl::identitySequence(id, after), {}, held,
                                          ddl::identityGrants(after), table ? table->owner : QString())) {
        add(id, Moment::Finish, Finish, sql);
    }
}

void Planner::finishColumn(const schema::Table &, const ObjectId &id, const schema::Column &before,
                           const schema::Column &after, const Change *change, const QString &on)
{
    const QString alterOnly = u"ALTER TABLE ONLY "_s + on + u" ALTER COLUMN "_s + ddl::name(after.name);
    const auto has = [&](const QString &name) { return change && change->properties.contains(name); };
    const auto finish = [&](const QString &sql) { add(id, Moment::Finish, Finish, sql); };
    // A new type brings its own storage and the default compression (tablecmds.c, ATExecAlterColumnType).
    const bool retyped = m_typeChanged.contains(id);
    if (!change && !retyped) {
        return;
    }
    if ((retyped || has(u"storage"_s)) && !after.storage.isEmpty()) {
        finish(alterOnly + u" SET STORAGE "_s + after.storage.toUpper());
    } else if (has(u"storage"_s) && !has(u"type"_s)) {
        // The word DEFAULT is known from 16 on; until then the type's own storage is named.
        static const QSet<QString> plain{u"integer"_s, u"bigint"_s,           u"smallint"_s, u"boolean"_s,
                                         u"real"_s,    u"double precision"_s, u"date"_s,     u"uuid"_s};
        const QString base = after.type.section(u'(', 0, 0);
        const QString own = m_major >= 16          ? u"DEFAULT"_s
                            : plain.contains(base) ? u"PLAIN"_s
                            : base == u"numeric"_s ? u"MAIN"_s
                                                   : u"EXTENDED"_s;
        finish(alterOnly + u" SET STORAGE "_s + own);
    }
    if (has(u"compression"_s) || (retyped && !after.compression.isEmpty())) {
        finish(alterOnly + u" SET COMPRESSION "_s + (after.compression.isEmpty() ? u"default"_s : after.compression));
    }
    if (has(u"statisticsTarget"_s)) {
        finish(alterOnly + u" SET STATISTICS "_s +
               (after.statisticsTarget.isEmpty() ? u"-1"_s : after.statisticsTarget));
    }
    QStringList set;
    QStringList reset;
    QStringList foreign;
    bool grantees = false;
    for (const QString &property : change ? change->properties : QSet<QString>()) {
        if (!property.startsWith(u"options."_s)) {
            continue;
        }
        const QString key = property.mid(8);
        const auto it = after.options.find(key);
        if (key.startsWith(u"option."_s)) {
            const QString option = ddl::name(key.mid(7));
            foreign += it == after.options.end() ? u"DROP "_s + option
                                                 : (before.options.contains(key) ? u"SET "_s : u"ADD "_s) + option +
                                                       u' ' + ddl::literal(it->second);
        } else if (key.startsWith(u"notNull."_s)) {
            continue;
        } else if (key.startsWith(u"identity.grant."_s)) {
            grantees = true;
        } else if (key == u"identity.sequence"_s) {
            if (before.identity.isEmpty() || after.identity.isEmpty()) {
                continue;
            }
            finish(u"ALTER SEQUENCE "_s + ddl::identitySequence(id, before) + u" RENAME TO "_s +
                   ddl::name(ddl::lastName(ddl::identitySequence(id, after))));
        } else if (it == after.options.end()) {
            reset += key;
        } else {
            set += key + u'=' + it->second;
        }
    }
    if (grantees && !before.identity.isEmpty()) {
        grantIdentity(id, &before, after);
    }
    if (!foreign.isEmpty()) {
        finish(u"ALTER FOREIGN TABLE "_s + on + u" ALTER COLUMN "_s + ddl::name(after.name) + u" OPTIONS ("_s +
               foreign.join(u", ") + u')');
    }
    if (!set.isEmpty()) {
        finish(alterOnly + u" SET ("_s + set.join(u", ") + u')');
    }
    if (!reset.isEmpty()) {
        finish(alterOnly + u" RESET ("_s + reset.join(u", ") + u')');
    }
    if (has(u"comment"_s)) {
        finish(ddl::comment(u"COLUMN "_s + on + u'.' + ddl::name(after.name), after.comment));
    }
    if (has(u"grants"_s)) {
        for (const QString &sql :
             ddl::grants(u"TABLE "_s + on, u" ("_s + ddl::name(after.name) + u')', before.grants, after.grants, {})) {
            finish(sql);
        }
    }
    if (change && before.notNull && after.notNull && m_major >= 18) {
        alterNotNull(id, before, after, *change, on);
    }
}

void Planner::settleViewColumn(const ObjectId &id)
{
    const ObjectId owner = ownerOfPart(m_to, id);
    const schema::Object *object = m_to.find(owner);
    const auto *view = object ? std::get_if<schema::View>(object) : nullptr;
    if (!view) {
        return;
    }
    const auto after = std::ranges::find(view->columns, id.name, &schema::Column::name);
    if (after == view->columns.end()) {
        return;
    }
    const schema::Object *old = m_from.find(owner);
    const auto *oldView = old ? std::get_if<schema::View>(old) : nullptr;
    schema::Column before;
    if (oldView) {
        const auto it = std::ranges::find(oldView->columns, id.name, &schema::Column::name);
        before = it == oldView->columns.end() ? schema::Column{} : *it;
    }
    const QString on = ddl::relation(*view);
    const QString column = ddl::name(id.name);
    if (before.defaultValue != after->defaultValue) {
        add(id, Moment::Finish, Finish,
            u"ALTER VIEW "_s + on + u" ALTER COLUMN "_s + column +
                (after->defaultValue.isEmpty() ? u" DROP DEFAULT"_s : u" SET DEFAULT "_s + after->defaultValue.text));
    }
    if (before.comment != after->comment) {
        add(id, Moment::Finish, Finish, ddl::comment(u"COLUMN "_s + on + u'.' + column, after->comment));
    }
    for (const QString &sql :
         ddl::grants(u"TABLE "_s + on, u" ("_s + column + u')', before.grants, after->grants, {})) {
        add(id, Moment::Finish, Finish, sql);
    }
}

} // namespace countersign::engine::postgresql

#include "engine/postgresql/ddl.h"
#include "engine/postgresql/planner.h"

#include <QRegularExpression>

namespace countersign::engine::postgresql {

using namespace Qt::StringLiterals;
using schema::ObjectId;
using schema::ObjectKind;

namespace {

/// What PostgreSQL grants on new objects when no default privileges are set (manual, 5.8 "Privileges"). Those limited
/// to a schema only add to the global ones, so they begin with nothing.
schema::Grants initialPrivileges(const schema::CatalogObject &defaults)
{
    schema::Grants grants;
    const QString objects = defaults.attributes.at(u"objects"_s);
    if (defaults.attributes.contains(u"schema"_s)) {
        return grants;
    }
    if (objects == u"FUNCTIONS"_s) {
        grants.push_back({u"PUBLIC"_s, u"EXECUTE"_s, false});
    } else if (objects == u"TYPES"_s) {
        grants.push_back({u"PUBLIC"_s, u"USAGE"_s, false});
    }
    return grants;
}

/// The names in "stopwords = 'english', language = 'english'", as they are written there.
QStringList optionNames(const QString &options)
{
    static const QRegularExpression assignment(
        u"([\\w$]+|\"(?:[^\"]|\"\")+\")\\s*=\\s*(?:E?'(?:[^'\\\\]|''|\\\\.)*'|[^,]*)"_s);
    QStringList names;
    for (auto matches = assignment.globalMatch(options); matches.hasNext();) {
        names += matches.next().captured(1);
    }
    return names;
}

} // namespace

void Planner::handleObject(const ObjectId &id, const Change &change)
{
    const schema::Object *before = m_from.find(id);
    const schema::Object *after = m_to.find(id);
    if (change.change == diff::Change::Added && after) {
        createObject(*after);
    } else if (change.change == diff::Change::Removed && before) {
        dropObject(*before);
    } else if (before && after && isRemade(id)) {
        dropObject(*before);
        createObject(*after);
    } else if (before && after) {
        std::visit(
            [&](const auto &a, const auto &b) {
                using T = std::remove_cvref_t<decltype(a)>;
                if constexpr (!std::is_same_v<decltype(a), decltype(b)>) {
                    return;
                } else if constexpr (std::is_same_v<T, schema::Table>) {
                    alterTable(a, b, change);
                } else if constexpr (std::is_same_v<T, schema::View>) {
                    alterView(a, b, change);
                } else if constexpr (std::is_same_v<T, schema::Routine>) {
                    alterRoutine(a, b, change);
                } else if constexpr (std::is_same_v<T, schema::Sequence>) {
                    alterSequence(a, b, change);
                } else if constexpr (std::is_same_v<T, schema::Type>) {
                    alterType(a, b, change);
                } else {
                    alterOther(a, b, change);
                }
            },
            *before, *after);
    }
}

void Planner::createObject(const schema::Object &object)
{
    const ObjectId id = schema::idOf(object);
    if (const auto *table = std::get_if<schema::Table>(&object)) {
        createTable(*table);
        return;
    }
    if (const auto *view = std::get_if<schema::View>(&object)) {
        createView(*view);
        return;
    }
    if (const auto *routine = std::get_if<schema::Routine>(&object)) {
        add(id, Moment::Make, Make, ddl::createRoutine(*routine, false));
    } else if (const auto *sequence = std::get_if<schema::Sequence>(&object)) {
        add(id, Moment::Make, Make, ddl::createSequence(*sequence));
    } else if (const auto *type = std::get_if<schema::Type>(&object)) {
        if (type->typeKind == u"base"_s) {
            // A shell, which the functions that take and give it name before it is made (manual, CREATE TYPE).
            add(id, Moment::Make, Make, u"CREATE "_s + ddl::reference(object));
        }
        const int node = add(id, Moment::Make, Make, ddl::createType(*type));
        const auto covers = [this, type](int by, const schema::Constraint &constraint) {
            m_nodes[static_cast<std::size_t>(by)].covers.push_back(
                {ObjectKind::Constraint, type->schema, type->name, constraint.name});
        };
        for (const schema::Constraint &constraint : type->constraints) {
            if (!constraint.notValid) {
                covers(node, constraint);
            }
        }
        for (const schema::Column &column : type->columns) {
            if (!column.comment.isEmpty()) {
                add(id, Moment::Finish, Finish,
                    ddl::comment(u"COLUMN "_s + ddl::qualified(type->schema, type->name) + u'.' +
                                     ddl::name(column.name),
                                 column.comment));
            }
        }
        for (const schema::Constraint &constraint : type->constraints) {
            if (constraint.notValid) {
                covers(add(id, Moment::Make, Make,
                           u"ALTER "_s + ddl::reference(object) + u" ADD "_s + ddl::constraintClause(constraint)),
                       constraint);
            }
            if (!constraint.comment.isEmpty()) {
                add(id, Moment::Finish, Finish,
                    ddl::comment(u"CONSTRAINT "_s + ddl::name(constraint.name) + u" ON DOMAIN "_s +
                                     ddl::qualified(type->schema, type->name),
                                 constraint.comment));
            }
        }
    } else if (const auto *other = std::get_if<schema::CatalogObject>(&object)) {
        if (other->objectKind == ObjectKind::DefaultPrivileges) {
            defaultPrivileges(*other, initialPrivileges(*other), other->grants, Late);
            return;
        }
        const QStringList statements = ddl::createOther(*other);
        if (statements.isEmpty()) {
            note(id, u"%1 cannot be made from what the catalog shows: create it by hand"_s.arg(ddl::reference(object)));
            return;
        }
        for (const QString &sql : statements) {
            add(id, Moment::Make, Make, sql + versionClause(*other));
        }
    }
    finishObject(object);
    if (const auto *sequence = std::get_if<schema::Sequence>(&object); sequence && !sequence->ownedBy.isEmpty()) {
        ownSequence(*sequence);
    }
}

void Planner::ownSequence(const schema::Sequence &sequence)
{
    const QString name = ddl::qualified(sequence.schema, sequence.name);
    const int node = add(sequence.id(), Moment::Finish, Own,
                         u"ALTER SEQUENCE "_s + name + u" OWNED BY "_s +
                             (sequence.ownedBy.isEmpty() ? u"NONE"_s : sequence.ownedBy));
    if (sequence.ownedBy.isEmpty()) {
        return;
    }
    const ObjectId relation = m_relationsByName.value(ddl::withoutLastName(sequence.ownedBy));
    for (const schema::Table *table : {m_to.findTable(relation.schema, relation.name)}) {
        if (!table) {
            continue;
        }
        for (const schema::Column &column : table->columns) {
            if (column.name == ddl::lastName(sequence.ownedBy)) {
                m_nodes[static_cast<std::size_t>(node)].covers.push_back(
                    {ObjectKind::Column, table->schema, table->name, column.name});
            }
        }
        m_nodes[static_cast<std::size_t>(node)].covers.push_back(table->id());
    }
}

void Planner::dropObject(const schema::Object &object)
{
    const ObjectId id = schema::idOf(object);
    if (const auto *table = std::get_if<schema::Table>(&object)) {
        dropTable(*table);
        return;
    }
    if (const auto *other = std::get_if<schema::CatalogObject>(&object);
        other && other->objectKind == ObjectKind::DefaultPrivileges) {
        defaultPrivileges(*other, other->grants, initialPrivileges(*other), Early);
        return;
    }
    if (const auto *sequence = std::get_if<schema::Sequence>(&object); sequence && !sequence->ownedBy.isEmpty()) {
        const ObjectId relation = m_relationsByName.value(ddl::withoutLastName(sequence->ownedBy));
        const schema::Table *owner = m_from.findTable(relation.schema, relation.name);
        bool goesAlong = isRemoved(relation) || isRemade(relation);
        for (const schema::Column &column : owner ? owner->columns : std::vector<schema::Column>()) {
            const ObjectId columnId{ObjectKind::Column, relation.schema, relation.name, column.name};
            goesAlong = goesAlong || (column.name == ddl::lastName(sequence->ownedBy) &&
                                      (isRemoved(columnId) || isRemade(columnId)));
        }
        if (goesAlong) {
            return;
        }
    }
    if (id.kind == ObjectKind::Routine && !baseTypeOf(id).name.isEmpty()) {
        return; // goes with its type
    }
    const int node = add(id, Moment::Drop, Drop, u"DROP "_s + ddl::reference(object));
    Node &entry = m_nodes[static_cast<std::size_t>(node)];
    if (id.kind == ObjectKind::Sequence) {
        entry.step.destructive = true;
        entry.step.comment = u"loses the counter of %1"_s.arg(id.path());
    }
    if (const auto *type = std::get_if<schema::Type>(&object)) {
        for (const schema::Constraint &constraint : type->constraints) {
            entry.covers.push_back({ObjectKind::Constraint, type->schema, type->name, constraint.name});
        }
        for (const ObjectId &routine :
             type->typeKind == u"base"_s ? dependenciesOf(m_from, id) : std::vector<ObjectId>()) {
            if (routine.kind == ObjectKind::Routine && baseTypeOf(routine) == id) {
                entry.covers.push_back(routine);
            }
        }
        if (std::ranges::any_of(entry.covers,
                                [](const auto &covered) { return covered.kind == ObjectKind::Routine; })) {
            entry.step.sql += u" CASCADE"_s; // the functions that name it; what else did is gone
        }
    }
    if (const auto *view = std::get_if<schema::View>(&object)) {
        for (const schema::Column &column : view->columns) {
            entry.covers.push_back({ObjectKind::Column, view->schema, view->name, column.name});
        }
        for (const schema::Trigger &trigger : view->triggers) {
            entry.covers.push_back({ObjectKind::Trigger, view->schema, view->name, trigger.name});
        }
        for (const schema::Rule &rule : view->rules) {
            entry.covers.push_back({ObjectKind::Rule, view->schema, view->name, rule.name});
        }
        for (const schema::Index &index : view->indexes) {
            entry.covers.push_back({ObjectKind::Index, view->schema, view->name, index.name});
        }
    }
}

void Planner::alterRoutine(const schema::Routine &a, const schema::Routine &b, const Change &change)
{
    const bool body = std::ranges::any_of(change.properties, [](const QString &name) {
        return name == u"body"_s || name == u"language"_s || name.startsWith(u"attributes."_s);
    });
    if (body) {
        add(b.id(), Moment::Make, Make, ddl::createRoutine(b, true));
    }
    alterCommon(a, b, change);
}

void Planner::alterSequence(const schema::Sequence &a, const schema::Sequence &b, const Change &change)
{
    const ObjectId id = b.id();
    const QString name = ddl::qualified(b.schema, b.name);
    QStringList parts;
    const bool retyped = a.counter.type != b.counter.type;
    const auto has = [&](const QString &property) { return change.properties.contains(u"counter."_s + property); };
    if (has(u"type"_s)) {
        parts += u"AS "_s + b.counter.type;
    }
    const auto set = [&](const QString &property, const QString &word, const QString &value, bool also) {
        if ((has(property) || also) && !value.isEmpty()) {
            parts += word + u' ' + value;
        }
    };
    set(u"increment"_s, u"INCREMENT BY"_s, b.counter.increment, false);
    set(u"minimum"_s, u"MINVALUE"_s, b.counter.minimum, retyped);
    set(u"maximum"_s, u"MAXVALUE"_s, b.counter.maximum, retyped);
    set(u"start"_s, u"START WITH"_s, b.counter.start, false);
    set(u"cache"_s, u"CACHE"_s, b.counter.cache, false);
    if (has(u"cycle"_s)) {
        parts += b.counter.cycle ? u"CYCLE"_s : u"NO CYCLE"_s;
    }
    if (!parts.isEmpty()) {
        const qint64 minimum = b.counter.minimum.toLongLong();
        const qint64 maximum = b.counter.maximum.toLongLong();
        if (minimum > a.counter.minimum.toLongLong() && minimum <= a.counter.maximum.toLongLong()) {
            add(id, Moment::Make, Make,
                u"SELECT setval('%1', %2, false) FROM %3 WHERE last_value < %2"_s.arg(
                    QString(name).replace(u"'"_s, u"''"_s), b.counter.minimum, name));
        }
        if (maximum < a.counter.maximum.toLongLong() && maximum >= a.counter.minimum.toLongLong()) {
            add(id, Moment::Make, Make,
                u"SELECT setval('%1', %2, true) FROM %3 WHERE last_value > %2"_s.arg(
                    QString(name).replace(u"'"_s, u"''"_s), b.counter.maximum, name));
        }
        const bool apart = minimum > a.counter.maximum.toLongLong() || maximum < a.counter.minimum.toLongLong();
        if (apart) {
            parts += u"RESTART WITH "_s + b.counter.start;
        }
        const int node = add(id, Moment::Make, Make, u"ALTER SEQUENCE "_s + name + u' ' + parts.join(u' '));
        if (apart) {
            m_nodes[static_cast<std::size_t>(node)].step.comment =
                u"%1 starts again: no number of its old range is in the new one"_s.arg(name);
        }
    }
    if (change.properties.contains(u"persistence"_s)) {
        add(id, Moment::Finish, Finish,
            u"ALTER SEQUENCE "_s + name + (b.persistence.isEmpty() ? u" SET LOGGED"_s : u" SET UNLOGGED"_s));
    }
    if (change.properties.contains(u"ownedBy"_s)) {
        if (!a.ownedBy.isEmpty()) {
            // Before its column goes, which would take it along. Under a name of its own: what uses the sequence, as
            // that column's default does, has nothing to wait for and must not come first.
            add({ObjectKind::Sequence, id.schema, {}, id.name + u"\n"_s}, Moment::Drop, Early,
                u"ALTER SEQUENCE "_s + name + u" OWNED BY NONE"_s);
        }
        if (!b.ownedBy.isEmpty()) {
            ownSequence(b);
        }
    }
    alterCommon(a, b, change);
}

void Planner::alterEnum(const schema::Type &a, const schema::Type &b)
{
    const QString name = ddl::qualified(b.schema, b.name);
    QStringList have = a.labels;
    for (qsizetype i = 0; i < b.labels.size(); ++i) {
        const QString &label = b.labels.at(i);
        if (have.contains(label)) {
            continue;
        }
        QString place;
        if (i > 0) {
            place = u" AFTER "_s + ddl::literal(b.labels.at(i - 1));
            have.insert(have.indexOf(b.labels.at(i - 1)) + 1, label);
        } else {
            if (!have.isEmpty()) {
                place = u" BEFORE "_s + ddl::literal(have.front());
            }
            have.prepend(label);
        }
        // A new label cannot be used in the transaction that adds it.
        const int node =
            add(b.id(), Moment::Make, Early, u"ALTER TYPE "_s + name + u" ADD VALUE "_s + ddl::literal(label) + place);
        m_nodes[static_cast<std::size_t>(node)].step.transactional = false;
    }
}

void Planner::alterType(const schema::Type &a, const schema::Type &b, const Change &change)
{
    const ObjectId id = b.id();
    if (m_swapped.contains(id)) {
        swapType(a, b);
        return;
    }
    const QString reference = ddl::reference(b);
    if (change.properties.contains(u"labels"_s)) {
        alterEnum(a, b);
    }
    if (change.properties.contains(u"default"_s)) {
        add(id, Moment::Make, Make,
            u"ALTER "_s + reference +
                (b.defaultValue.isEmpty() ? u" DROP DEFAULT"_s : u" SET DEFAULT "_s + b.defaultValue.text));
    }
    if (change.properties.contains(u"notNull"_s)) {
        add(id, Moment::Make, Make, u"ALTER "_s + reference + (b.notNull ? u" SET NOT NULL"_s : u" DROP NOT NULL"_s));
    }
    if (b.typeKind == u"base"_s && std::ranges::any_of(change.properties, [](const QString &property) {
            return property.startsWith(u"attributes."_s);
        })) {
        note(id, u"%1 cannot be changed: drop it with all that uses it, and make it anew"_s.arg(reference));
    }
    alterCommon(a, b, change);
}

void Planner::alterTypePart(const ObjectId &id, const Change &change)
{
    const ObjectId owner = ownerOfPart(m_to, id);
    if (m_swapped.contains(owner)) {
        return;
    }
    const schema::Object *before = m_from.find(owner);
    const schema::Object *after = m_to.find(owner);
    const auto *a = before ? std::get_if<schema::Type>(before) : nullptr;
    const auto *b = after ? std::get_if<schema::Type>(after) : nullptr;
    if (!a || !b) {
        return;
    }
    const QString alter = u"ALTER "_s + ddl::reference(*b);
    const QString name = ddl::name(id.name);
    const QString full = ddl::qualified(b->schema, b->name);
    if (id.kind == ObjectKind::Constraint) {
        const auto constraint = std::ranges::find(b->constraints, id.name, &schema::Constraint::name);
        const bool onlyComment = change.properties == QSet<QString>{u"comment"_s};
        const bool onlyValidate = change.properties == QSet<QString>{u"notValid"_s} &&
                                  constraint != b->constraints.end() && !constraint->notValid;
        if (onlyValidate) {
            add(id, Moment::Finish, Finish, alter + u" VALIDATE CONSTRAINT "_s + name);
            return;
        }
        if (change.change != diff::Change::Added && !onlyComment) {
            add(id, Moment::Drop, Drop, alter + u" DROP CONSTRAINT "_s + name);
        }
        if (change.change != diff::Change::Removed && constraint != b->constraints.end()) {
            if (!onlyComment) {
                // Before new columns of an array or a row of it, which would forbid it.
                const int node =
                    add(id, Moment::Make, Make - 5, alter + u" ADD "_s + ddl::constraintClause(*constraint));
                if (!constraint->notValid) {
                    m_nodes[static_cast<std::size_t>(node)].step.comment =
                        u"scans every table that has a column of %1, writes to it wait; fails if a value is against it"_s
                            .arg(full);
                }
            }
            if (!constraint->comment.isEmpty() || onlyComment) {
                add(id, Moment::Finish, Finish,
                    ddl::comment(u"CONSTRAINT "_s + name + u" ON DOMAIN "_s + full, constraint->comment));
            }
        }
        return;
    }
    const auto column = std::ranges::find(b->columns, id.name, &schema::Column::name);
    if (change.change == diff::Change::Removed) {
        const int node = add(id, Moment::Drop, Drop, alter + u" DROP ATTRIBUTE "_s + name + u" CASCADE"_s);
        m_nodes[static_cast<std::size_t>(node)].step.destructive = true;
        m_nodes[static_cast<std::size_t>(node)].step.comment = u"loses every value of %1.%2"_s.arg(full, name);
        return;
    }
    if (column == b->columns.end()) {
        return;
    }
    const QString collation = column->collation.isEmpty() ? QString() : u" COLLATE "_s + column->collation;
    if (change.change == diff::Change::Added) {
        add(id, Moment::Make, Make,
            alter + u" ADD ATTRIBUTE "_s + name + u' ' + column->type + collation + u" CASCADE"_s);
    }
    if (change.change == diff::Change::Added ? !column->comment.isEmpty() : change.properties.contains(u"comment"_s)) {
        add(id, Moment::Finish, Finish, ddl::comment(u"COLUMN "_s + full + u'.' + name, column->comment));
    }
}

void Planner::defaultPrivileges(const schema::CatalogObject &object, const schema::Grants &before,
                                const schema::Grants &after, int rank)
{
    const QString role = object.attributes.at(u"role"_s);
    const auto space = object.attributes.find(u"schema"_s);
    const bool limited = space != object.attributes.end();
    const QString prefix = u"ALTER DEFAULT PRIVILEGES FOR ROLE "_s + ddl::name(role) +
                           (limited ? u" IN SCHEMA "_s + ddl::name(space->second) : QString()) + u' ';
    for (const QString &sql :
         ddl::grants(object.attributes.at(u"objects"_s), {}, before, after, limited ? QString() : role)) {
        add(object.id(), rank == Early ? Moment::Drop : Moment::Finish, rank, prefix + sql);
    }
}

void Planner::alterOther(const schema::CatalogObject &a, const schema::CatalogObject &b, const Change &change)
{
    if (m_swapped.contains(b.id())) {
        swapType(a, b);
        return;
    }
    const ObjectId id = b.id();
    const QString alter = u"ALTER "_s + ddl::reference(b);
    const auto make = [&](const QString &sql) { add(id, Moment::Make, Make, sql); };
    const auto value = [&](const QString &key) {
        const auto it = b.attributes.find(key);
        return it == b.attributes.end() ? QString() : it->second;
    };
    if (b.objectKind == ObjectKind::DefaultPrivileges) {
        defaultPrivileges(b, a.grants, b.grants, Late);
        return;
    }
    if (b.objectKind == ObjectKind::Subscription) {
        alterSubscription(b, change);
        alterCommon(a, b, change);
        return;
    }
    QStringList options;
    QStringList properties(change.properties.begin(), change.properties.end());
    properties.sort();
    for (const QString &property : properties) {
        if (!property.startsWith(u"attributes."_s)) {
            continue;
        }
        const QString key = property.mid(11);
        const bool had = a.attributes.contains(key);
        const bool has = b.attributes.contains(key);
        if (key.startsWith(u"option."_s)) {
            const QString option = ddl::name(key.mid(7));
            options +=
                !has ? u"DROP "_s + option : (had ? u"SET "_s : u"ADD "_s) + option + u' ' + ddl::literal(value(key));
        } else if (key.startsWith(u"mapping."_s)) {
            const QString token = ddl::name(key.mid(8));
            if (!has) {
                make(alter + u" DROP MAPPING FOR "_s + token);
            } else {
                make(alter + (had ? u" ALTER MAPPING FOR "_s : u" ADD MAPPING FOR "_s) + token + u" WITH "_s +
                     value(key));
            }
        } else if (b.objectKind == ObjectKind::Extension) {
            make(key == u"schema"_s ? alter + u" SET SCHEMA "_s + ddl::name(value(key))
                                    : alter + u" UPDATE TO "_s + ddl::literal(value(key)));
        } else if (key.startsWith(u"table."_s) || key.startsWith(u"schema."_s)) {
            continue; // alterMembers()
        } else if (b.objectKind == ObjectKind::Publication) {
            make(alter + (key == u"publish"_s ? u" SET (publish = "_s + ddl::literal(value(key)) + u')'
                          : key == u"viaRoot"_s
                              ? u" SET (publish_via_partition_root = "_s + (has ? u"true)"_s : u"false)"_s)
                              : u" SET (publish_generated_columns = "_s + (has ? u"stored)"_s : u"none)"_s)));
        } else if (b.objectKind == ObjectKind::EventTrigger) {
            const QString state = value(u"enabled"_s);
            make(alter + (state == u"D"_s   ? u" DISABLE"_s
                          : state == u"R"_s ? u" ENABLE REPLICA"_s
                          : state == u"A"_s ? u" ENABLE ALWAYS"_s
                                            : u" ENABLE"_s));
        } else if (b.objectKind == ObjectKind::Statistics) {
            make(alter + u" SET STATISTICS "_s + (has ? value(key) : u"-1"_s));
        } else if (b.objectKind == ObjectKind::ForeignDataWrapper) {
            make(alter + (has ? u' ' + key.toUpper() + u' ' + value(key) : u" NO "_s + key.toUpper()));
        } else if (b.objectKind == ObjectKind::ForeignServer && key == u"version"_s) {
            make(alter + u" VERSION "_s + ddl::literal(value(key)));
        } else if (b.objectKind == ObjectKind::TextSearchDictionary) {
            const QStringList kept = optionNames(value(key));
            QStringList parts;
            for (const QString &name : optionNames(ddl::value(a.attributes, key))) {
                if (!kept.contains(name)) {
                    parts += name; // without a value it is removed
                }
            }
            if (!kept.isEmpty()) {
                parts += value(key);
            }
            make(alter + u" ("_s + parts.join(u", ") + u')');
        } else {
            note(id, u"%1 of %2 cannot be changed: %3"_s.arg(key, ddl::reference(b), value(key)));
        }
    }
    if (!options.isEmpty()) {
        make(alter + u" OPTIONS ("_s + options.join(u", ") + u')');
    }
    if (b.objectKind == ObjectKind::Publication) {
        alterMembers(a, b);
    }
    alterCommon(a, b, change);
}

} // namespace countersign::engine::postgresql

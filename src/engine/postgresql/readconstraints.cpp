#include "engine/postgresql/reader.h"

namespace countersign::engine::postgresql {

using namespace Qt::StringLiterals;
using schema::ConstraintKind;
using schema::ObjectId;
using schema::ObjectKind;

namespace {

std::vector<qint64> numbers(QByteArrayView vector)
{
    std::vector<qint64> values;
    for (const QByteArray &part : vector.toByteArray().split(' ')) {
        if (!part.isEmpty()) {
            values.push_back(part.toLongLong());
        }
    }
    return values;
}

/// pg_constraint.confupdtype and confdeltype.
QString referentialAction(QByteArrayView letter)
{
    if (letter == "r") {
        return u"restrict"_s;
    }
    if (letter == "c") {
        return u"cascade"_s;
    }
    if (letter == "n") {
        return u"set null"_s;
    }
    if (letter == "d") {
        return u"set default"_s;
    }
    return {};
}

} // namespace

void Reader::readIndexes()
{
    const db::Rows &r = rows(Query::Indexes);
    m_indexes.reserve(static_cast<std::size_t>(r.size()));
    // Parameters can only be given to a class that is named, also where it is the type's own.
    std::unordered_set<Oid> withParameters;
    for (const IndexColumn &column : m_indexColumns) {
        if (!column.parameters.empty()) {
            withParameters.insert(column.index);
        }
    }
    for (int i = 0; i < r.size(); ++i) {
        const auto oid = static_cast<Oid>(r.number(i, 0));
        const auto relationOid = static_cast<Oid>(r.number(i, 1));
        const auto it = m_relations.find(relationOid);
        if (it == m_relations.end() || it->second.index < 0) {
            continue;
        }
        IndexFacts facts;
        facts.relation = relationOid;
        schema::Index &index = facts.index;
        index.name = r.text(i, 2);
        index.method = shared(r.bytes(i, 3));
        index.tablespace = r.text(i, 4);
        addOptions(index.options, r.bytes(i, 5));
        index.optionsOrder = optionsOrder(r.bytes(i, 5));
        index.unique = r.flag(i, 6);
        index.nullsNotDistinct = r.flag(i, 7);
        facts.partitioned = r.bytes(i, 18) == "I";
        if (facts.partitioned) { // others are attached to it
            m_relationNames.emplace(oid, std::pair{spaceName(it->second.space), index.name});
        }
        index.invalid = !r.flag(i, 8) && !facts.partitioned;
        index.clustered = r.flag(i, 9);
        index.replicaIdentity = r.flag(i, 10);
        const auto keyCount = static_cast<std::size_t>(r.number(i, 11));
        const std::vector<qint64> attributes = numbers(r.bytes(i, 12));
        const std::vector<qint64> collations = numbers(r.bytes(i, 13));
        const std::vector<qint64> classes = numbers(r.bytes(i, 14));
        const std::vector<qint64> flags = numbers(r.bytes(i, 15));
        const QStringList expressions = arrayElements(r.bytes(i, 16));
        index.keys.reserve(std::min(keyCount, attributes.size()));
        for (std::size_t k = 0; k < attributes.size(); ++k) {
            const int number = static_cast<int>(attributes[k]);
            if (k >= keyCount) {
                index.include += columnName(it->second, number);
                continue;
            }
            schema::IndexKey key;
            Oid ownCollation = 100;
            if (number > 0) {
                key.column = columnName(it->second, number);
                const auto at = static_cast<std::size_t>(it->second.columnAt[static_cast<std::size_t>(number)]);
                ownCollation = it->second.collations[at];
            } else {
                key.expression.text = expressions.value(static_cast<qsizetype>(k));
            }
            const auto collation = k < collations.size() ? static_cast<Oid>(collations[k]) : 0;
            if (collation != 0 && collation != ownCollation) {
                key.collation = collationName(collation);
            }
            if (k < classes.size()) {
                const auto found = m_operatorClasses.find(static_cast<Oid>(classes[k]));
                if (found != m_operatorClasses.end() && (!found->second.isDefault || withParameters.contains(oid))) {
                    key.operatorClass = found->second.name;
                }
            }
            const qint64 flag = k < flags.size() ? flags[k] : 0;
            key.descending = (flag & 1) != 0;
            const bool nullsFirst = (flag & 2) != 0;
            if (nullsFirst != key.descending) {
                key.nulls = nullsFirst ? u"first"_s : u"last"_s;
            }
            index.keys.push_back(std::move(key));
        }
        index.predicate.text = r.text(i, 17);
        index.comment = comment(1259, oid);
        if (const auto parent = m_parentIndex.find(oid); parent != m_parentIndex.end()) {
            index.attachedTo = QString::number(parent->second);
        }
        m_indexes.emplace(oid, std::move(facts));
    }
    free(Query::Indexes);
    for (auto &[oid, facts] : m_indexes) {
        if (!facts.index.attachedTo.isEmpty()) {
            facts.index.attachedTo = relationName(facts.index.attachedTo.toUInt());
        }
    }
    for (const IndexColumn &column : m_indexColumns) {
        const auto it = m_indexes.find(column.index);
        if (it == m_indexes.end()) {
            continue;
        }
        schema::Index &index = it->second.index;
        if (!column.statisticsTarget.isEmpty()) {
            index.attributes.emplace(u"statistics."_s + QString::number(column.number), column.statisticsTarget);
        }
        const auto number = static_cast<std::size_t>(column.number);
        if (!column.parameters.empty() && number <= index.keys.size()) {
            QStringList parameters;
            for (const auto &[name, text] : column.parameters) {
                parameters += name + u" = "_s + m_dialect.literal(text);
            }
            schema::IndexKey &key = index.keys[number - 1];
            key.operatorClass += u" ("_s + parameters.join(u", ") + u')';
        }
    }
}

/// Before the constraints, so that both never stand beside each other: m_indexes keeps those that belong to one.
void Reader::placeIndexes()
{
    const db::Rows &constraints = rows(Query::Constraints);
    std::unordered_set<Oid> ofConstraint;
    for (int i = 0; i < constraints.size(); ++i) {
        const char type = constraints.bytes(i, 4).front();
        if (type == 'p' || type == 'u' || type == 'x') {
            ofConstraint.insert(static_cast<Oid>(constraints.number(i, 8)));
        }
    }
    for (auto next = m_indexes.begin(); next != m_indexes.end();) {
        auto &[oid, facts] = *next;
        const auto it = m_relations.find(facts.relation);
        if (it == m_relations.end()) {
            next = m_indexes.erase(next);
            continue;
        }
        const bool isTable = it->second.kind != 'm' && it->second.kind != 'v';
        if (facts.index.replicaIdentity && isTable) {
            m_tables[static_cast<std::size_t>(it->second.index)].replicaIdentity =
                u"INDEX "_s + m_dialect.identifier(facts.index.name);
        }
        // Said once, by the table.
        facts.index.replicaIdentity = false;
        if (ofConstraint.contains(oid)) {
            ++next;
            continue;
        }
        const ObjectId owner = idOf(it->second);
        const ObjectId id{ObjectKind::Index, owner.schema, owner.name, facts.index.name};
        remember(1259, oid, id);
        if (facts.index.unique) { // a foreign key may rest on it
            m_keyOfIndex.emplace(oid, id);
        }
        auto &indexes = isTable ? m_tables[static_cast<std::size_t>(it->second.index)].indexes
                                : m_views[static_cast<std::size_t>(it->second.index)].indexes;
        indexes.push_back(std::move(facts.index));
        next = m_indexes.erase(next);
    }
    for (schema::Table &table : m_tables) {
        table.indexes.shrink_to_fit();
    }
}

void Reader::fillFromIndex(schema::Constraint &constraint, Oid indexOid)
{
    const auto it = m_indexes.find(indexOid);
    if (it == m_indexes.end()) {
        return;
    }
    schema::Index &index = it->second.index; // has no other use
    constraint.include = std::move(index.include);
    constraint.nullsNotDistinct = index.nullsNotDistinct;
    constraint.tablespace = std::move(index.tablespace);
    constraint.options = std::move(index.options);
    constraint.optionsOrder = std::move(index.optionsOrder);
    if (index.method != u"btree"_s) {
        constraint.method = index.method;
    }
    if (index.clustered) {
        constraint.attributes.emplace(u"clustered"_s, u"yes"_s);
    }
    if (!index.comment.isEmpty()) {
        constraint.attributes.emplace(u"indexComment"_s, index.comment);
    }
    if (!index.attachedTo.isEmpty()) {
        constraint.attributes.emplace(u"attachedTo"_s, index.attachedTo);
        constraint.inherited = false;
    }
    if (constraint.kind == ConstraintKind::Exclusion) {
        constraint.expression = std::move(index.predicate);
        const std::vector<schema::IndexKey> operators = std::move(constraint.keys);
        constraint.keys = std::move(index.keys);
        for (std::size_t k = 0; k < constraint.keys.size() && k < operators.size(); ++k) {
            constraint.keys[k].exclusionOperator = operators[k].exclusionOperator;
        }
    } else {
        constraint.keys = std::move(index.keys);
        for (schema::IndexKey &key : constraint.keys) {
            key.collation.clear();
        }
    }
}

void Reader::addConstraint(int row, const Relation *relation)
{
    const db::Rows &r = rows(Query::Constraints);
    const auto oid = static_cast<Oid>(r.number(row, 0));
    const char type = r.bytes(row, 4).front();
    schema::Constraint c;
    c.name = r.text(row, 1);
    c.deferrable = r.flag(row, 5);
    c.initiallyDeferred = r.flag(row, 6);
    c.notValid = !r.flag(row, 7);
    c.noInherit = type == 'c' && r.flag(row, 15);
    c.expression.text = r.text(row, 18);
    c.notEnforced = !r.flag(row, 21);
    c.withoutOverlaps = r.flag(row, 22);
    c.comment = comment(2606, oid);
    c.inherited = !r.flag(row, 14);
    const auto indexOid = static_cast<Oid>(r.number(row, 8));
    const QStringList keys = arrayElements(r.bytes(row, 16));
    if (!relation) {
        const auto domain = m_typeIndex.find(static_cast<Oid>(r.number(row, 3)));
        if (domain != m_typeIndex.end() && type == 'c') {
            const schema::Type &owner = m_types[static_cast<std::size_t>(domain->second)];
            remember(2606, oid, {ObjectKind::Constraint, owner.schema, owner.name, c.name});
            m_types[static_cast<std::size_t>(domain->second)].constraints.push_back(std::move(c));
        } else if (domain != m_typeIndex.end() && type == 'n') {
            const schema::Type &owner = m_types[static_cast<std::size_t>(domain->second)];
            if (c.name != owner.name + u"_not_null"_s) {
                addNotCompared({owner.id(), u"the name of its NOT NULL, %1, is not modelled"_s.arg(c.name)});
            }
        }
        return;
    }
    const ObjectId owner = idOf(*relation);
    if (type == 'n') {
        schema::Table &table = m_tables[static_cast<std::size_t>(relation->index)];
        const QString column = columnName(*relation, keys.value(0).toInt());
        for (schema::Column &candidate : table.columns) {
            if (candidate.name != column) {
                continue;
            }
            if (c.name != table.name + u'_' + column + u"_not_null"_s) {
                candidate.notNullConstraint = c.name;
            }
            if (r.flag(row, 15)) {
                candidate.options.emplace(u"notNull.noInherit"_s, u"yes"_s);
            }
            if (c.notValid) {
                candidate.options.emplace(u"notNull.notValid"_s, u"yes"_s);
            }
            if (!c.comment.isEmpty()) {
                candidate.options.emplace(u"notNull.comment"_s, c.comment);
            }
        }
        return;
    }
    const ObjectId id{ObjectKind::Constraint, owner.schema, owner.name, c.name};
    switch (type) {
    case 'p':
    case 'u':
        c.kind = type == 'p' ? ConstraintKind::PrimaryKey : ConstraintKind::Unique;
        fillFromIndex(c, indexOid);
        m_keyOfIndex.emplace(indexOid, id);
        break;
    case 'x':
        c.kind = ConstraintKind::Exclusion;
        for (const QString &name : arrayElements(r.bytes(row, 19))) {
            schema::IndexKey key;
            key.exclusionOperator = name;
            c.keys.push_back(std::move(key));
        }
        fillFromIndex(c, indexOid);
        m_keyOfIndex.emplace(indexOid, id);
        break;
    case 'f': {
        // A partition's copy of its parent's foreign key comes and goes with the parent's.
        if (r.number(row, 9) != 0) {
            return;
        }
        c.kind = ConstraintKind::ForeignKey;
        for (const QString &name : columnNames(*relation, keys)) {
            schema::IndexKey key;
            key.column = name;
            c.keys.push_back(std::move(key));
        }
        const auto referenced = m_relations.find(static_cast<Oid>(r.number(row, 10)));
        if (referenced == m_relations.end()) {
            addNotCompared({id, u"its referenced table is outside of the scope that was read"_s});
            return;
        }
        c.referencedSchema = spaceName(referenced->second.space);
        c.referencedTable = referenced->second.name;
        c.referencedColumns = columnNames(referenced->second, arrayElements(r.bytes(row, 17)));
        c.onUpdate = referentialAction(r.bytes(row, 11));
        c.onDelete = referentialAction(r.bytes(row, 12));
        c.onDeleteColumns = columnNames(*relation, arrayElements(r.bytes(row, 20)));
        c.match = r.bytes(row, 13) == "f" ? u"full"_s : QString();
        break;
    }
    default:
        c.kind = ConstraintKind::Check;
        for (const QString &name : columnNames(*relation, keys)) {
            m_schema.dependencies.push_back({id, {ObjectKind::Column, owner.schema, owner.name, name}});
        }
        break;
    }
    remember(2606, oid, id);
    m_tables[static_cast<std::size_t>(relation->index)].constraints.push_back(std::move(c));
}

/// Room for as many as there are and no more: with three a table, a fourth one's would be a tenth of all that is kept.
void Reader::reserveConstraints()
{
    const db::Rows &r = rows(Query::Constraints);
    std::vector<std::size_t> counts(m_tables.size());
    for (int i = 0; i < r.size(); ++i) {
        const auto it = m_relations.find(static_cast<Oid>(r.number(i, 2)));
        if (it != m_relations.end() && it->second.isTable() && r.bytes(i, 4) != "n") {
            ++counts[static_cast<std::size_t>(it->second.index)];
        }
    }
    for (std::size_t i = 0; i < counts.size(); ++i) {
        m_tables[i].constraints.reserve(counts[i]);
    }
}

void Reader::readConstraints()
{
    const db::Rows &r = rows(Query::Constraints);
    placeIndexes();
    reserveConstraints();
    for (int i = 0; i < r.size(); ++i) {
        const auto relationOid = static_cast<Oid>(r.number(i, 2));
        if (relationOid == 0) {
            addConstraint(i, nullptr);
            continue;
        }
        const auto it = m_relations.find(relationOid);
        if (it != m_relations.end() && it->second.isTable()) {
            addConstraint(i, &it->second);
        }
    }
    // What a foreign key rests on is known only now that every key has a name.
    for (int i = 0; i < r.size(); ++i) {
        if (r.bytes(i, 4) != "f" || r.number(i, 9) != 0) {
            continue;
        }
        const auto it = m_relations.find(static_cast<Oid>(r.number(i, 2)));
        const auto indexOid = static_cast<Oid>(r.number(i, 8));
        if (it == m_relations.end()) {
            continue;
        }
        const ObjectId owner = idOf(it->second);
        const ObjectId id{ObjectKind::Constraint, owner.schema, owner.name, r.text(i, 1)};
        if (const auto key = m_keyOfIndex.find(indexOid); key != m_keyOfIndex.end()) {
            m_schema.dependencies.push_back({id, key->second});
        }
    }
    m_indexes = {};
    free(Query::Constraints);
}

} // namespace countersign::engine::postgresql

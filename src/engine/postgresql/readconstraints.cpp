#include "engine/postgresql/reader.h"

namespace countersign::engine::postgresql {

using namespace Qt::StringLiterals;
using schema::ConstraintKind;
using schema::ObjectId;
using schema::ObjectKind;

namespace {

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

schema::Index Reader::indexOf(int row, const Relation &relation)
{
    const db::Rows &r = rows(Query::Indexes);
    const auto oid = static_cast<Oid>(r.number(row, 0));
    schema::Index index;
    index.name = r.text(row, 2);
    index.method = shared(r.bytes(row, 3));
    index.tablespace = r.text(row, 4);
    addOptions(index.options, r.bytes(row, 5));
    index.optionsOrder = optionsOrder(r.bytes(row, 5));
    index.unique = r.flag(row, 6);
    index.nullsNotDistinct = r.flag(row, 7);
    index.invalid = !r.flag(row, 8) && r.bytes(row, 18) != "I";
    index.clustered = r.flag(row, 9);
    index.replicaIdentity = r.flag(row, 10);
    const auto keyCount = static_cast<std::size_t>(r.number(row, 11));
    const std::vector<qint64> attributes = arrayNumbers(r.bytes(row, 12));
    const std::vector<qint64> collations = arrayNumbers(r.bytes(row, 13));
    const std::vector<qint64> classes = arrayNumbers(r.bytes(row, 14));
    const std::vector<qint64> flags = arrayNumbers(r.bytes(row, 15));
    const QStringList expressions = arrayElements(r.bytes(row, 16));
    // Parameters can only be given to a class that is named, also where it is the type's own.
    const auto [firstFact, lastFact] = m_indexColumns.equal_range(oid);
    const bool withParameters =
        std::any_of(firstFact, lastFact, [](const auto &fact) { return !fact.second.parameters.empty(); });
    index.keys.reserve(std::min(keyCount, attributes.size()));
    for (std::size_t k = 0; k < attributes.size(); ++k) {
        if (k >= keyCount) {
            index.include += columnName(relation, attributes[k]);
            continue;
        }
        schema::IndexKey &key = index.keys.emplace_back();
        Oid ownCollation = 100;
        if (attributes[k] > 0) {
            key.column = columnName(relation, attributes[k]);
            ownCollation = place(relation, attributes[k]).collation;
        } else {
            key.expression.text = expressions.value(static_cast<qsizetype>(k));
        }
        const auto collation = k < collations.size() ? static_cast<Oid>(collations[k]) : 0;
        if (collation != 0 && collation != ownCollation) {
            key.collation = collationName(collation);
        }
        if (k < classes.size()) {
            const auto found = m_operatorClasses.find(static_cast<Oid>(classes[k]));
            if (found != m_operatorClasses.end() && (!found->second.isDefault || withParameters)) {
                key.operatorClass = found->second.name;
            }
        }
        const qint64 flag = k < flags.size() ? flags[k] : 0;
        key.descending = (flag & 1) != 0;
        const bool nullsFirst = (flag & 2) != 0;
        if (nullsFirst != key.descending) {
            key.nulls = nullsFirst ? u"first"_s : u"last"_s;
        }
    }
    index.predicate.text = r.text(row, 17);
    index.comment = comment(1259, oid);
    if (const auto parent = m_parentIndex.find(oid); parent != m_parentIndex.end()) {
        index.attachedTo = relationName(parent->second);
    }
    addColumnFacts(index, oid);
    return index;
}

void Reader::addColumnFacts(schema::Index &index, Oid indexOid) const
{
    const auto [first, last] = m_indexColumns.equal_range(indexOid);
    for (auto it = first; it != last; ++it) {
        const IndexColumn &column = it->second;
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

void Reader::readIndexes()
{
    const db::Rows &r = rows(Query::Indexes);
    reserveIndexes();
    for (int i = 0; i < r.size(); ++i) {
        const auto it = m_relations.find(static_cast<Oid>(r.number(i, 1)));
        if (it != m_relations.end() && it->second.index >= 0) {
            placeIndex(static_cast<Oid>(r.number(i, 0)), indexOf(i, it->second), it->second);
        }
    }
    free(Query::Indexes);
}

/// Room for as many as there are and no more, and what has to be known of all of them before the first is read.
void Reader::reserveIndexes()
{
    const db::Rows &constraints = rows(Query::Constraints);
    for (int i = 0; i < constraints.size(); ++i) {
        const char type = constraints.bytes(i, 4).front();
        const auto index = static_cast<Oid>(constraints.number(i, 8));
        if (type == 'p' || type == 'u' || type == 'x') {
            m_constraintIndexes.insert(index);
        } else if (type == 'f') {
            m_wanted.insert({1259, index, 0});
        }
    }
    const db::Rows &r = rows(Query::Indexes);
    std::vector<std::size_t> counts(m_tables.size());
    for (int i = 0; i < r.size(); ++i) {
        const auto oid = static_cast<Oid>(r.number(i, 0));
        const auto it = m_relations.find(static_cast<Oid>(r.number(i, 1)));
        if (it == m_relations.end() || it->second.index < 0) {
            continue;
        }
        if (r.bytes(i, 18) == "I") { // others are attached to it
            m_relationNames.emplace(oid, std::pair{spaceName(it->second.space), r.text(i, 2)});
        }
        if (it->second.isTable() && !m_constraintIndexes.contains(oid)) {
            ++counts[static_cast<std::size_t>(it->second.index)];
        }
    }
    for (std::size_t i = 0; i < counts.size(); ++i) {
        m_tables[i].indexes.reserve(counts[i]);
    }
}

void Reader::placeIndex(Oid indexOid, schema::Index index, const Relation &relation)
{
    if (index.replicaIdentity && relation.isTable()) {
        m_tables[static_cast<std::size_t>(relation.index)].replicaIdentity =
            u"INDEX "_s + m_dialect.identifier(index.name);
    }
    // Said once, by the table.
    index.replicaIdentity = false;
    if (m_constraintIndexes.contains(indexOid)) {
        m_indexes.emplace(indexOid, std::move(index));
        return;
    }
    if (isWanted(1259, indexOid)) {
        const ObjectId owner = idOf(relation);
        m_keyOfIndex.emplace(indexOid, ObjectId{ObjectKind::Index, owner.schema, owner.name, index.name});
    }
    auto &indexes = relation.isTable() ? m_tables[static_cast<std::size_t>(relation.index)].indexes
                                       : m_views[static_cast<std::size_t>(relation.index)].indexes;
    indexes.push_back(std::move(index));
}

void Reader::fillFromIndex(schema::Constraint &constraint, Oid indexOid)
{
    const auto it = m_indexes.find(indexOid);
    if (it == m_indexes.end()) {
        return;
    }
    schema::Index &index = it->second; // has no other use
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
    const std::vector<qint64> keys = arrayNumbers(r.bytes(row, 16));
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
        const QString column = columnName(*relation, keys.empty() ? 0 : keys.front());
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
    const auto rememberKey = [&] {
        if (isWanted(1259, indexOid)) {
            m_keyOfIndex.emplace(indexOid, id);
        }
    };
    switch (type) {
    case 'p':
    case 'u':
        c.kind = type == 'p' ? ConstraintKind::PrimaryKey : ConstraintKind::Unique;
        fillFromIndex(c, indexOid);
        rememberKey();
        break;
    case 'x':
        c.kind = ConstraintKind::Exclusion;
        for (const QString &name : arrayElements(r.bytes(row, 19))) {
            schema::IndexKey key;
            key.exclusionOperator = name;
            c.keys.push_back(std::move(key));
        }
        fillFromIndex(c, indexOid);
        rememberKey();
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
        c.referencedColumns = columnNames(referenced->second, arrayNumbers(r.bytes(row, 17)));
        c.onUpdate = referentialAction(r.bytes(row, 11));
        c.onDelete = referentialAction(r.bytes(row, 12));
        c.onDeleteColumns = columnNames(*relation, arrayNumbers(r.bytes(row, 20)));
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

#include "engine/postgresql/reader.h"

namespace countersign::engine::postgresql {

using namespace Qt::StringLiterals;

void addOptions(schema::Attributes &attributes, QByteArrayView array, const QString &prefix)
{
    for (const QString &entry : arrayElements(array)) {
        // What a server stamps on its columns itself (pg_attver of 17.12) is neither set by anybody nor dumped.
        if (entry.startsWith(u"pg_"_s)) {
            continue;
        }
        const qsizetype equals = entry.indexOf(u'=');
        attributes.insert_or_assign(prefix + entry.left(equals), entry.mid(equals + 1));
    }
}

QString optionsOrder(QByteArrayView array)
{
    QStringList keys;
    for (const QString &entry : arrayElements(array)) {
        keys += entry.section(u'=', 0, 0);
    }
    return std::ranges::is_sorted(keys) ? QString() : keys.join(u',');
}

void Reader::readRelations()
{
    const db::Rows &r = rows(Query::Relations);
    m_relations.reserve(static_cast<std::size_t>(r.size()));
    for (int i = 0; i < r.size(); ++i) {
        const auto oid = static_cast<Oid>(r.number(i, 0));
        Relation relation;
        relation.kind = r.bytes(i, 3).front();
        relation.space = static_cast<Oid>(r.number(i, 2));
        relation.name = r.text(i, 1);
        m_relationNames.emplace(oid, std::pair{spaceName(relation.space), relation.name});
        if (isMember(1259, oid) || !m_spaces[relation.space].wanted) {
            continue;
        }
        const auto owner = static_cast<Oid>(r.number(i, 4));
        const QString persistence = r.bytes(i, 6) == "u" ? u"unlogged"_s : QString();
        relation.partition = r.flag(i, 21);
        if (relation.kind == 'r' || relation.kind == 'p' || relation.kind == 'f') {
            schema::Table table;
            table.schema = spaceName(relation.space);
            table.name = relation.name;
            table.owner = role(owner);
            table.grants = grants(r.bytes(i, 5), 'r', owner);
            table.comment = comment(1259, oid);
            table.persistence = persistence;
            table.accessMethod = r.bytes(i, 7) == "heap" ? QString() : r.text(i, 7);
            table.tablespace = r.text(i, 8);
            addOptions(table.options, r.bytes(i, 9));
            table.optionsOrder = optionsOrder(r.bytes(i, 9));
            addOptions(table.options, r.bytes(i, 10), u"toast."_s);
            table.ofType = r.text(i, 11);
            table.rowSecurity = r.flag(i, 12);
            table.forceRowSecurity = r.flag(i, 13);
            const QByteArrayView identity = r.bytes(i, 14);
            // A foreign table has NOTHING, which cannot be changed.
            table.replicaIdentity = relation.kind == 'f' ? QString()
                                    : identity == "f"    ? u"FULL"_s
                                    : identity == "n"    ? u"NOTHING"_s
                                                         : QString();
            table.partitionBound.text = r.text(i, 15);
            table.partitionKey = r.text(i, 16);
            table.foreignServer = r.text(i, 19);
            addOptions(table.options, r.bytes(i, 20), u"option."_s);
            relation.index = static_cast<int>(m_tables.size());
            m_tables.push_back(std::move(table));
        } else if (relation.kind == 'v' || relation.kind == 'm') {
            schema::View view;
            view.schema = spaceName(relation.space);
            view.name = relation.name;
            view.materialized = relation.kind == 'm';
            view.owner = role(owner);
            view.grants = grants(r.bytes(i, 5), 'r', owner);
            view.comment = comment(1259, oid);
            view.accessMethod = r.bytes(i, 7) == "heap" ? QString() : r.text(i, 7);
            view.tablespace = r.text(i, 8);
            addOptions(view.options, r.bytes(i, 9));
            view.optionsOrder = optionsOrder(r.bytes(i, 9));
            if (const auto check = view.options.find(u"check_option"_s); check != view.options.end()) {
                view.checkOption = check->second;
                view.options.erase(check);
            }
            view.query.text = r.text(i, 17).trimmed();
            if (view.query.text.endsWith(u';')) {
                view.query.text.chop(1);
            }
            if (view.query.isEmpty()) {
                addNotCompared({view.id(), u"the server could not describe its query; it was dropped meanwhile"_s});
                continue;
            }
            view.notPopulated = view.materialized && !r.flag(i, 18);
            relation.index = static_cast<int>(m_views.size());
            m_views.push_back(std::move(view));
        } else if (relation.kind == 'S') {
            schema::Sequence sequence;
            sequence.schema = spaceName(relation.space);
            sequence.name = relation.name;
            sequence.owner = role(owner);
            sequence.grants = grants(r.bytes(i, 5), 'S', owner);
            sequence.comment = comment(1259, oid);
            sequence.persistence = persistence;
            relation.index = static_cast<int>(m_sequences.size());
            m_sequences.push_back(std::move(sequence));
        } else if (relation.kind == 'c') {
            schema::Type type;
            type.schema = spaceName(relation.space);
            type.name = relation.name;
            type.typeKind = u"composite"_s;
            relation.index = static_cast<int>(m_types.size());
            m_types.push_back(std::move(type));
        }
        if (isWanted(1259, oid)) {
            remember(1259, oid, idOf(relation));
        }
        m_relations.emplace(oid, std::move(relation));
    }
    free(Query::Relations);
}

void Reader::readColumns()
{
    const db::Rows &r = rows(Query::Attributes);
    std::vector<int> order(static_cast<std::size_t>(r.size()));
    std::vector<quint64> keys(order.size());
    for (int i = 0; i < r.size(); ++i) {
        order[static_cast<std::size_t>(i)] = i;
        keys[static_cast<std::size_t>(i)] =
            (static_cast<quint64>(r.number(i, 0)) << 16) | static_cast<quint64>(r.number(i, 1));
    }
    std::ranges::sort(order, {}, [&](int i) { return keys[static_cast<std::size_t>(i)]; });
    const std::vector<std::pair<int, QString>> *comments = nullptr; ///< of the relation that is being read
    for (std::size_t next = 0; next < order.size(); ++next) {
        const int i = order[next];
        const auto relationOid = static_cast<Oid>(r.number(i, 0));
        const auto number = static_cast<std::size_t>(r.number(i, 1));
        const auto it = m_relations.find(relationOid);
        if (it == m_relations.end()) {
            schema::Attributes parameters;
            addOptions(parameters, r.bytes(i, 13));
            if (!r.isNull(i, 12) || !parameters.empty()) {
                m_indexColumns.emplace(relationOid,
                                       IndexColumn{static_cast<int>(number), r.text(i, 12), std::move(parameters)});
            }
            continue;
        }
        Relation &relation = it->second;
        auto *columns = columnsOf(relation);
        if (!columns) {
            continue;
        }
        if (columns->empty()) { // room for this relation's columns and no more: a column is large
            const auto commented = m_columnComments.find(relationOid);
            comments = commented != m_columnComments.end() ? &commented->second : nullptr;
            const auto other =
                std::find_if(order.begin() + static_cast<std::ptrdiff_t>(next), order.end(),
                             [&](int row) { return keys[static_cast<std::size_t>(row)] >> 16 != relationOid; });
            columns->reserve(static_cast<std::size_t>(other - order.begin()) - next);
            relation.firstPlace = m_places.size();
            relation.placeCount = static_cast<std::size_t>(keys[static_cast<std::size_t>(*(other - 1))] & 0xFFFF);
            m_places.resize(m_places.size() + relation.placeCount);
        }
        schema::Column column;
        column.name = shared(r.bytes(i, 2));
        column.type = shared(r.bytes(i, 3));
        column.notNull = r.flag(i, 4);
        const QByteArrayView identity = r.bytes(i, 5);
        // From 17 on a partition shares the identity of its parent.
        if (!identity.isEmpty() && !(relation.partition && m_version >= 170000)) {
            column.identity = identity == "a" ? u"always"_s : u"by default"_s;
        }
        const QByteArrayView generated = r.bytes(i, 6);
        column.generatedKind = generated == "s" ? u"stored"_s : generated == "v" ? u"virtual"_s : QString();
        column.inherited = !r.flag(i, 7);
        const auto collation = static_cast<Oid>(r.number(i, 8));
        if (collation != 0 && collation != static_cast<Oid>(r.number(i, 9))) {
            column.collation = collationName(collation);
        }
        const QByteArrayView storage = r.bytes(i, 10);
        if (!storage.isEmpty()) {
            column.storage = storage == "p"   ? u"plain"_s
                             : storage == "e" ? u"external"_s
                             : storage == "m" ? u"main"_s
                                              : u"extended"_s;
        }
        const QByteArrayView compression = r.bytes(i, 11);
        column.compression = compression == "l" ? u"lz4"_s : compression == "p" ? u"pglz"_s : QString();
        column.statisticsTarget = r.text(i, 12);
        addOptions(column.options, r.bytes(i, 13));
        addOptions(column.options, r.bytes(i, 14), u"option."_s);
        if (!r.isNull(i, 15)) {
            column.grants = grants(r.bytes(i, 15), 'c', 0);
        }
        if (comments) {
            const auto found = std::ranges::find(*comments, static_cast<int>(number), &std::pair<int, QString>::first);
            column.comment = found != comments->end() ? found->second : QString();
        }
        m_places[relation.firstPlace + number - 1] = {static_cast<int>(columns->size()), collation};
        columns->push_back(std::move(column));
    }
    free(Query::Attributes);
}

void Reader::readDefaults()
{
    const db::Rows &r = rows(Query::Defaults);
    for (int i = 0; i < r.size(); ++i) {
        const auto relationOid = static_cast<Oid>(r.number(i, 1));
        const auto it = m_relations.find(relationOid);
        if (it == m_relations.end()) {
            continue;
        }
        auto *columns = columnsOf(it->second);
        const int at = place(it->second, r.number(i, 2)).at;
        if (!columns || at < 0) {
            continue;
        }
        schema::Column &column = (*columns)[static_cast<std::size_t>(at)];
        const QString text = shared(r.bytes(i, 3));
        if (column.generatedKind.isEmpty()) {
            column.defaultValue.text = text;
        } else {
            column.generated.text = text;
        }
        const auto oid = static_cast<Oid>(r.number(i, 0));
        if (isWanted(2604, oid)) {
            const schema::ObjectId owner = idOf(it->second);
            remember(2604, oid, {schema::ObjectKind::Column, owner.schema, owner.name, column.name});
        }
    }
    free(Query::Defaults);
}

void Reader::readSequences()
{
    const db::Rows &r = rows(Query::Sequences);
    std::unordered_set<Oid> ofIdentity;
    for (int i = 0; i < r.size(); ++i) {
        const auto oid = static_cast<Oid>(r.number(i, 0));
        const auto it = m_relations.find(oid);
        if (it == m_relations.end()) {
            continue;
        }
        schema::SequenceOptions counter;
        counter.type = shared(r.bytes(i, 1));
        counter.start = shared(r.bytes(i, 2));
        counter.increment = shared(r.bytes(i, 3));
        counter.minimum = shared(r.bytes(i, 4));
        counter.maximum = shared(r.bytes(i, 5));
        counter.cache = shared(r.bytes(i, 6));
        counter.cycle = r.flag(i, 7);
        const auto owner = m_relations.find(static_cast<Oid>(r.number(i, 8)));
        const auto number = static_cast<int>(r.number(i, 9));
        schema::Sequence &sequence = m_sequences[static_cast<std::size_t>(it->second.index)];
        if (r.bytes(i, 10) == "i") {
            ofIdentity.insert(oid);
            if (owner != m_relations.end()) {
                auto *columns = columnsOf(owner->second);
                const int at = columns ? place(owner->second, number).at : -1;
                if (at >= 0) {
                    schema::Column &column = (*columns)[static_cast<std::size_t>(at)];
                    column.identityOptions = counter;
                    for (const schema::Grant &grant : sequence.grants) {
                        QString &privileges = column.options[u"identity.grant."_s + grant.grantee];
                        privileges += (privileges.isEmpty() ? QString() : u","_s) + grant.privilege +
                                      (grant.grantable ? u"*"_s : QString());
                    }
                    // The name that the server makes up says nothing (manual, CREATE TABLE, identity columns).
                    if (sequence.name != owner->second.name + u'_' + column.name + u"_seq"_s ||
                        sequence.schema != spaceName(owner->second.space)) {
                        column.options.emplace(u"identity.sequence"_s,
                                               m_dialect.qualified(sequence.schema, sequence.name));
                    }
                }
            }
            continue;
        }
        sequence.counter = std::move(counter);
        if (owner != m_relations.end()) {
            sequence.ownedBy =
                relationName(owner->first) + u'.' + m_dialect.identifier(columnName(owner->second, number));
        }
    }
    std::vector<schema::Sequence> kept;
    for (auto &[oid, relation] : m_relations) {
        if (relation.kind == 'S' && !ofIdentity.contains(oid)) {
            kept.push_back(std::move(m_sequences[static_cast<std::size_t>(relation.index)]));
        }
    }
    m_sequences = std::move(kept);
    for (const Oid oid : ofIdentity) {
        m_relations.erase(oid);
        m_ids.erase({1259, oid, 0});
    }
    free(Query::Sequences);
}

void Reader::readInheritance()
{
    const db::Rows &r = rows(Query::Inherits);
    for (int i = 0; i < r.size(); ++i) {
        const auto child = static_cast<Oid>(r.number(i, 0));
        const auto parent = static_cast<Oid>(r.number(i, 1));
        const auto it = m_relations.find(child);
        if (it == m_relations.end()) {
            m_parentIndex.emplace(child, parent);
            continue;
        }
        if (it->second.index < 0 || (it->second.kind != 'r' && it->second.kind != 'p' && it->second.kind != 'f')) {
            continue;
        }
        schema::Table &table = m_tables[static_cast<std::size_t>(it->second.index)];
        if (it->second.partition) {
            table.partitionOf = relationName(parent);
        } else {
            table.inherits += relationName(parent);
        }
        if (const auto above = m_relations.find(parent); above != m_relations.end()) {
            m_schema.dependencies.push_back({table.id(), idOf(above->second)});
        }
    }
    free(Query::Inherits);
}

} // namespace countersign::engine::postgresql

#include "engine/postgresql/reader.h"

namespace countersign::engine::postgresql {

using namespace Qt::StringLiterals;

void Reader::readTypes()
{
    const db::Rows &r = rows(Query::Types);
    for (int i = 0; i < r.size(); ++i) {
        const auto oid = static_cast<Oid>(r.number(i, 0));
        const auto space = static_cast<Oid>(r.number(i, 2));
        if (isMember(1247, oid) || !m_spaces[space].wanted) {
            continue;
        }
        const auto owner = static_cast<Oid>(r.number(i, 4));
        const char kind = r.bytes(i, 3).front();
        if (kind == 'c') {
            const auto relation = m_relations.find(static_cast<Oid>(r.number(i, 12)));
            if (relation == m_relations.end() || relation->second.index < 0) {
                continue;
            }
            schema::Type &type = m_types[static_cast<std::size_t>(relation->second.index)];
            type.owner = role(owner);
            type.grants = grants(r.bytes(i, 5), 'T', owner);
            type.comment = comment(1247, oid);
            remember(1247, oid, type.id());
            continue;
        }
        schema::Type type;
        type.schema = spaceName(space);
        type.name = r.text(i, 1);
        type.owner = role(owner);
        type.grants = grants(r.bytes(i, 5), 'T', owner);
        type.comment = comment(1247, oid);
        type.typeKind = kind == 'e'   ? u"enum"_s
                        : kind == 'd' ? u"domain"_s
                        : kind == 'r' ? u"range"_s
                        : kind == 'b' ? u"base"_s
                                      : u"shell"_s;
        if (kind == 'd') {
            type.notNull = r.flag(i, 7);
            type.baseType = r.text(i, 8);
            type.defaultValue.text = r.text(i, 9);
            if (!r.isNull(i, 10)) {
                type.collation = collationName(static_cast<Oid>(r.number(i, 10)));
            }
        }
        const QStringList pairs = arrayElements(r.bytes(i, 11));
        for (qsizetype k = 0; k + 1 < pairs.size(); k += 2) {
            if (!pairs.at(k + 1).isNull() && pairs.at(k + 1) != u"-"_s) {
                type.attributes.insert_or_assign(pairs.at(k), pairs.at(k + 1));
            }
        }
        remember(1247, oid, type.id());
        m_typeIndex.emplace(oid, static_cast<int>(m_types.size()));
        m_types.push_back(std::move(type));
    }
    free(Query::Types);
}

void Reader::readEnumLabels()
{
    const db::Rows &r = rows(Query::EnumLabels);
    for (int i = 0; i < r.size(); ++i) {
        const auto it = m_typeIndex.find(static_cast<Oid>(r.number(i, 0)));
        if (it != m_typeIndex.end()) {
            m_types[static_cast<std::size_t>(it->second)].labels += r.text(i, 1);
        }
    }
    free(Query::EnumLabels);
}

void Reader::readRanges()
{
    const db::Rows &r = rows(Query::Ranges);
    for (int i = 0; i < r.size(); ++i) {
        const auto it = m_typeIndex.find(static_cast<Oid>(r.number(i, 0)));
        if (it == m_typeIndex.end()) {
            continue;
        }
        schema::Type &type = m_types[static_cast<std::size_t>(it->second)];
        type.attributes.emplace(u"subtype"_s, r.text(i, 1));
        const auto operatorClass = m_operatorClasses.find(static_cast<Oid>(r.number(i, 2)));
        if (operatorClass != m_operatorClasses.end() && !operatorClass->second.isDefault) {
            type.attributes.emplace(u"operatorClass"_s, operatorClass->second.name);
        }
        if (r.number(i, 3) != 0 && r.number(i, 3) != r.number(i, 7)) {
            type.attributes.emplace(u"collation"_s, collationName(static_cast<Oid>(r.number(i, 3))));
        }
        if (!r.isNull(i, 4)) {
            type.attributes.emplace(u"canonical"_s, r.text(i, 4));
        }
        if (!r.isNull(i, 5)) {
            type.attributes.emplace(u"subtypeDiff"_s, r.text(i, 5));
        }
        if (!r.isNull(i, 6)) {
            type.attributes.emplace(u"multirange"_s, r.text(i, 6));
            // It comes with its range: who uses the one needs the other.
            remember(1247, static_cast<Oid>(r.number(i, 8)), type.id());
        }
    }
    free(Query::Ranges);
}

} // namespace countersign::engine::postgresql

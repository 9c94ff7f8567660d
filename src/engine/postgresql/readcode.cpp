#include "base/digest.h"
#include "engine/postgresql/reader.h"

namespace countersign::engine::postgresql {

using namespace Qt::StringLiterals;
using schema::ObjectId;
using schema::ObjectKind;

namespace {

QString enabledText(QByteArrayView letter)
{
    return letter == "D" ? u"disabled"_s : letter == "R" ? u"replica"_s : letter == "A" ? u"always"_s : QString();
}

/// pg_trigger.tgtype, as in the server's catalog/pg_trigger.h.
QString triggerTiming(qint64 type)
{
    return (type & 64) != 0 ? u"INSTEAD OF"_s : (type & 2) != 0 ? u"BEFORE"_s : u"AFTER"_s;
}

QString triggerEvents(qint64 type)
{
    QStringList events;
    if ((type & 4) != 0) {
        events += u"INSERT"_s;
    }
    if ((type & 8) != 0) {
        events += u"DELETE"_s;
    }
    if ((type & 16) != 0) {
        events += u"UPDATE"_s;
    }
    if ((type & 32) != 0) {
        events += u"TRUNCATE"_s;
    }
    return events.join(u" OR ");
}

} // namespace

void Reader::readTriggers()
{
    const db::Rows &r = rows(Query::Triggers);
    for (int i = 0; i < r.size(); ++i) {
        const auto it = m_relations.find(static_cast<Oid>(r.number(i, 1)));
        if (it == m_relations.end() || it->second.index < 0) {
            continue;
        }
        const auto oid = static_cast<Oid>(r.number(i, 0));
        schema::Trigger trigger;
        trigger.name = r.text(i, 2);
        trigger.inherited = r.flag(i, 6);
        trigger.enabled = enabledText(r.bytes(i, 4));
        if (trigger.inherited && r.bytes(i, 4) == r.bytes(i, 7)) {
            continue;
        }
        trigger.definition.text = r.text(i, 3);
        trigger.timing = triggerTiming(r.number(i, 5));
        trigger.events = triggerEvents(r.number(i, 5));
        trigger.comment = comment(2620, oid);
        const ObjectId owner = idOf(it->second);
        remember(2620, oid, {ObjectKind::Trigger, owner.schema, owner.name, trigger.name});
        if (it->second.kind == 'v' || it->second.kind == 'm') {
            m_views[static_cast<std::size_t>(it->second.index)].triggers.push_back(std::move(trigger));
        } else {
            m_tables[static_cast<std::size_t>(it->second.index)].triggers.push_back(std::move(trigger));
        }
    }
    free(Query::Triggers);
}

void Reader::readRules()
{
    const db::Rows &r = rows(Query::Rules);
    for (int i = 0; i < r.size(); ++i) {
        const auto it = m_relations.find(static_cast<Oid>(r.number(i, 1)));
        if (it == m_relations.end() || it->second.index < 0) {
            continue;
        }
        const auto oid = static_cast<Oid>(r.number(i, 0));
        const ObjectId owner = idOf(it->second);
        if (r.bytes(i, 2) == "_RETURN") {
            remember(2618, oid, owner);
            continue;
        }
        schema::Rule rule;
        rule.name = r.text(i, 2);
        rule.definition.text = r.text(i, 3);
        if (rule.definition.text.endsWith(u';')) {
            rule.definition.text.chop(1);
        }
        rule.enabled = enabledText(r.bytes(i, 4));
        rule.comment = comment(2618, oid);
        remember(2618, oid, {ObjectKind::Rule, owner.schema, owner.name, rule.name});
        if (it->second.kind == 'v' || it->second.kind == 'm') {
            m_views[static_cast<std::size_t>(it->second.index)].rules.push_back(std::move(rule));
        } else {
            m_tables[static_cast<std::size_t>(it->second.index)].rules.push_back(std::move(rule));
        }
    }
    free(Query::Rules);
}

void Reader::readPolicies()
{
    const db::Rows &r = rows(Query::Policies);
    for (int i = 0; i < r.size(); ++i) {
        const auto it = m_relations.find(static_cast<Oid>(r.number(i, 1)));
        if (it == m_relations.end() || it->second.index < 0) {
            continue;
        }
        const auto oid = static_cast<Oid>(r.number(i, 0));
        schema::Policy policy;
        policy.name = r.text(i, 2);
        const QByteArrayView command = r.bytes(i, 3);
        policy.command = command == "r"   ? u"SELECT"_s
                         : command == "a" ? u"INSERT"_s
                         : command == "w" ? u"UPDATE"_s
                         : command == "d" ? u"DELETE"_s
                                          : u"ALL"_s;
        policy.restrictive = !r.flag(i, 4);
        for (const QString &member : arrayElements(r.bytes(i, 5))) {
            policy.roles += member == u"0"_s ? u"PUBLIC"_s : role(member.toUInt());
        }
        policy.roles.sort();
        policy.usingExpression.text = r.text(i, 6);
        policy.checkExpression.text = r.text(i, 7);
        policy.comment = comment(3256, oid);
        const ObjectId owner = idOf(it->second);
        remember(3256, oid, {ObjectKind::Policy, owner.schema, owner.name, policy.name});
        m_tables[static_cast<std::size_t>(it->second.index)].policies.push_back(std::move(policy));
    }
    free(Query::Policies);
}

void Reader::readRoutines()
{
    const db::Rows &r = rows(Query::Routines);
    std::unordered_map<Oid, std::size_t> aggregates;
    for (int i = 0; i < r.size(); ++i) {
        const auto oid = static_cast<Oid>(r.number(i, 0));
        const auto space = static_cast<Oid>(r.number(i, 2));
        if (!m_spaces[space].wanted) {
            continue;
        }
        const auto owner = static_cast<Oid>(r.number(i, 4));
        const char kind = r.bytes(i, 3).front();
        schema::Routine routine;
        routine.schema = spaceName(space);
        routine.name = r.text(i, 1);
        routine.identityArguments = r.text(i, 6);
        routine.routineKind = kind == 'p'   ? u"procedure"_s
                              : kind == 'a' ? u"aggregate"_s
                              : kind == 'w' ? u"window"_s
                                            : u"function"_s;
        routine.owner = role(owner);
        routine.grants = grants(r.bytes(i, 5), 'f', owner);
        routine.comment = comment(1255, oid);
        routine.arguments = r.text(i, 7);
        routine.returns = r.text(i, 8);
        schema::Attributes &a = routine.attributes;
        if (kind != 'a') {
            routine.language = shared(r.bytes(i, 9));
            if (r.isNull(i, 12)) {
                routine.body.text = r.text(i, 10);
                // Only spelling may differ while the body means the same; a dump shows it all the same.
                a.emplace(u"source"_s, base::sha256Hex(r.bytes(i, 10)).left(16));
            } else {
                routine.body.text = r.text(i, 12);
                a.emplace(u"standardBody"_s, u"yes"_s);
            }
            if (!r.isNull(i, 11)) {
                a.emplace(u"object"_s, r.text(i, 11));
            }
            const QByteArrayView volatility = r.bytes(i, 13);
            if (volatility != "v") {
                a.emplace(u"volatility"_s, volatility == "i" ? u"IMMUTABLE"_s : u"STABLE"_s);
            }
            if (r.flag(i, 14)) {
                a.emplace(u"strict"_s, u"yes"_s);
            }
            if (r.flag(i, 15)) {
                a.emplace(u"securityDefiner"_s, u"yes"_s);
            }
            if (r.flag(i, 16)) {
                a.emplace(u"leakproof"_s, u"yes"_s);
            }
            const bool cheap = routine.language == u"c"_s || routine.language == u"internal"_s;
            if (r.text(i, 18) != (cheap ? u"1"_s : u"100"_s)) {
                a.emplace(u"cost"_s, r.text(i, 18));
            }
            const bool returnsSet = routine.returns.startsWith(u"SETOF "_s) || routine.returns.startsWith(u"TABLE("_s);
            if (returnsSet && r.text(i, 19) != u"1000"_s) {
                a.emplace(u"rows"_s, r.text(i, 19));
            }
            if (!r.isNull(i, 20)) {
                a.emplace(u"support"_s, r.text(i, 20));
            }
            for (const QString &entry : arrayElements(r.bytes(i, 21))) {
                a.insert_or_assign(u"set."_s + entry.section(u'=', 0, 0), entry.section(u'=', 1));
            }
            if (!r.isNull(i, 22)) {
                a.emplace(u"transform"_s, arrayElements(r.bytes(i, 22)).join(u", "));
            }
        } else {
            aggregates.emplace(oid, m_routines.size());
        }
        const QByteArrayView parallel = r.bytes(i, 17);
        if (parallel != "u") {
            a.emplace(u"parallel"_s, parallel == "s" ? u"SAFE"_s : u"RESTRICTED"_s);
        }
        remember(1255, oid, routine.id());
        m_routines.push_back(std::move(routine));
    }
    free(Query::Routines);
    const db::Rows &g = rows(Query::Aggregates);
    for (int i = 0; i < g.size(); ++i) {
        const auto it = aggregates.find(static_cast<Oid>(g.number(i, 0)));
        if (it == aggregates.end()) {
            continue;
        }
        const QStringList pairs = arrayElements(g.bytes(i, 1));
        for (qsizetype k = 0; k + 1 < pairs.size(); k += 2) {
            if (!pairs.at(k + 1).isNull()) {
                m_routines[it->second].attributes.insert_or_assign(pairs.at(k), pairs.at(k + 1));
            }
        }
    }
    free(Query::Aggregates);
}

} // namespace countersign::engine::postgresql

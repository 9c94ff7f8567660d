#include "engine/postgresql/ddl.h"
#include "engine/postgresql/planner.h"

namespace countersign::engine::postgresql {

using namespace Qt::StringLiterals;
using schema::ObjectId;
using schema::ObjectKind;

namespace {

QString baseOf(const QString &type)
{
    return type.section(u'(', 0, 0).trimmed() + (type.endsWith(u"[]"_s) ? u"[]"_s : QString());
}

std::vector<int> modifiers(const QString &type)
{
    std::vector<int> out;
    const qsizetype open = type.indexOf(u'(');
    if (open >= 0) {
        for (const QString &entry : type.mid(open + 1, type.indexOf(u')') - open - 1).split(u',')) {
            out.push_back(entry.trimmed().toInt());
        }
    }
    return out;
}

QString withoutModifier(QString type)
{
    const qsizetype open = type.indexOf(u'(');
    const qsizetype close = type.indexOf(u')', open);
    if (open >= 0 && close > open) {
        type.remove(open, close - open + 1); // timestamp(3) without time zone
    }
    return type;
}

bool isText(const QString &type)
{
    static const QSet<QString> texts{u"text"_s, u"character varying"_s, u"character"_s, u"name"_s, u"bpchar"_s};
    return texts.contains(type);
}

} // namespace

bool isAssignable(const QString &from, const QString &to)
{
    static const QList<QSet<QString>> families{
        {u"smallint"_s, u"integer"_s, u"bigint"_s, u"numeric"_s, u"real"_s, u"double precision"_s},
        {u"date"_s, u"timestamp without time zone"_s, u"timestamp with time zone"_s},
        {u"time without time zone"_s, u"time with time zone"_s},
        {u"json"_s, u"jsonb"_s},
        {u"inet"_s, u"cidr"_s},
        {u"bit"_s, u"bit varying"_s},
    };
    const QString a = withoutModifier(from);
    const QString b = withoutModifier(to);
    if (a.endsWith(u"[]"_s) && b.endsWith(u"[]"_s)) {
        return isAssignable(a.chopped(2), b.chopped(2));
    }
    return a == b || isText(b) || std::ranges::any_of(families, [&](const QSet<QString> &family) {
               return family.contains(a) && family.contains(b);
           });
}

bool convertsByItself(const QString &from, const QString &to)
{
    if (from == to) {
        return true;
    }
    static const QHash<QString, int> integers{
        {u"smallint"_s, 1}, {u"integer"_s, 2}, {u"bigint"_s, 3}, {u"numeric"_s, 4}};
    if (integers.contains(from) && integers.contains(to)) {
        return integers.value(from) < integers.value(to);
    }
    const QString a = baseOf(from);
    const QString b = baseOf(to);
    static const QSet<QString> texts{u"character varying"_s, u"text"_s};
    if (texts.contains(a) && texts.contains(b)) {
        const std::vector<int> m = modifiers(from);
        const std::vector<int> n = modifiers(to);
        return n.empty() || (!m.empty() && m[0] <= n[0]);
    }
    if (a == b && (a == u"numeric"_s || a.startsWith(u"time"_s) || a == u"interval"_s)) {
        const std::vector<int> m = modifiers(from);
        const std::vector<int> n = modifiers(to);
        return n.empty() || (m.size() == 2 && n.size() == 2 && m[1] == n[1] && m[0] <= n[0]);
    }
    return a == u"real"_s && b == u"double precision"_s;
}

/// Families of built-in types with explicit casts between each two of their members (pg_cast of PostgreSQL 12 to 18).
bool Planner::hasCast(const QString &from, const QString &to) const
{
    static const QList<QSet<QString>> families{
        {u"smallint"_s, u"integer"_s, u"bigint"_s, u"numeric"_s, u"real"_s, u"double precision"_s},
        {u"integer"_s, u"boolean"_s},
        {u"integer"_s, u"bigint"_s, u"numeric"_s, u"money"_s},
        {u"integer"_s, u"bigint"_s, u"bit"_s, u"bit varying"_s},
        {u"integer"_s, u"bigint"_s, u"oid"_s, u"regclass"_s, u"regproc"_s, u"regtype"_s},
        {u"date"_s, u"timestamp without time zone"_s, u"timestamp with time zone"_s},
        {u"time without time zone"_s, u"time with time zone"_s},
        {u"time without time zone"_s, u"interval"_s},
        {u"json"_s, u"jsonb"_s},
        {u"inet"_s, u"cidr"_s},
        {u"macaddr"_s, u"macaddr8"_s},
    };
    QString a = withoutModifier(from);
    QString b = withoutModifier(to);
    if (a == b || isText(a) || isText(b)) {
        return true; // every type has a cast by its text form from and to strings
    }
    if (a.endsWith(u"[]"_s) && b.endsWith(u"[]"_s)) {
        a.chop(2);
        b.chop(2);
        if (isText(a) || isText(b)) {
            return true;
        }
    }
    for (const QSet<QString> &family : families) {
        if (family.contains(a) && family.contains(b)) {
            return true;
        }
    }
    for (const schema::Schema *side : {&m_from, &m_to}) {
        for (const schema::Object &object : side->objects) {
            const auto *cast = std::get_if<schema::CatalogObject>(&object);
            if (cast && cast->objectKind == ObjectKind::Cast && cast->name == u'(' + a + u" AS "_s + b + u')') {
                return true;
            }
        }
    }
    const auto typeNamed = [&](const QString &type) -> const schema::Type * {
        for (const schema::Schema *side : {&m_from, &m_to}) {
            const schema::Object *found =
                side->find({ObjectKind::Type, ddl::lastName(ddl::withoutLastName(type)), {}, ddl::lastName(type)});
            if (found) {
                return std::get_if<schema::Type>(found);
            }
        }
        return nullptr;
    };
    const schema::Type *before = typeNamed(a);
    const schema::Type *after = typeNamed(b);
    const auto isDomain = [](const schema::Type *type) { return type && type->typeKind == u"domain"_s; };
    if (isDomain(before) || isDomain(after)) {
        return hasCast(isDomain(before) ? before->baseType : a, isDomain(after) ? after->baseType : b);
    }
    if (a.endsWith(u"[]"_s) || b.endsWith(u"[]"_s)) {
        return false;
    }
    // Of an extension's types nothing is known here: that they have a cast is the better guess.
    return (a.contains(u'.') && !before) || (b.contains(u'.') && !after);
}

} // namespace countersign::engine::postgresql

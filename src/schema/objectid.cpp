#include "schema/objectid.h"

#include <array>

namespace countersign::schema {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<const char16_t *, objectKindCount> kindNames = {
    u"database",
    u"schema",
    u"extension",
    u"collation",
    u"type",
    u"sequence",
    u"table",
    u"foreign-table",
    u"virtual-table",
    u"column",
    u"constraint",
    u"index",
    u"view",
    u"materialized-view",
    u"routine",
    u"trigger",
    u"event-trigger",
    u"rule",
    u"policy",
    u"operator",
    u"operator-class",
    u"operator-family",
    u"cast",
    u"conversion",
    u"language",
    u"transform",
    u"access-method",
    u"text-search-parser",
    u"text-search-template",
    u"text-search-dictionary",
    u"text-search-configuration",
    u"publication",
    u"subscription",
    u"statistics",
    u"foreign-data-wrapper",
    u"foreign-server",
    u"user-mapping",
    u"default-privileges",
    u"event",
    u"package",
};

} // namespace

QString nameOf(ObjectKind kind)
{
    return QString::fromUtf16(kindNames.at(static_cast<std::size_t>(kind)));
}

std::optional<ObjectKind> objectKindFromName(const QString &name)
{
    for (int i = 0; i < objectKindCount; ++i) {
        if (const auto kind = static_cast<ObjectKind>(i); nameOf(kind) == name) {
            return kind;
        }
    }
    return std::nullopt;
}

bool isPartOfRelation(ObjectKind kind)
{
    return kind == ObjectKind::Column || kind == ObjectKind::Constraint || kind == ObjectKind::Index ||
           kind == ObjectKind::Trigger || kind == ObjectKind::Policy || kind == ObjectKind::Rule;
}

QString ObjectId::path() const
{
    QString out = schema;
    for (const QString *part : {&parent, &name}) {
        if (!part->isEmpty()) {
            out += out.isEmpty() ? *part : u'.' + *part;
        }
    }
    return out;
}

size_t qHash(const ObjectId &id, size_t seed)
{
    return qHashMulti(seed, static_cast<int>(id.kind), id.schema, id.parent, id.name);
}

} // namespace countersign::schema

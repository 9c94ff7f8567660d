#include "schema/values.h"

namespace countersign::schema {

using namespace Qt::StringLiterals;

namespace {

struct ConstraintName {
    ConstraintKind kind;
    const char16_t *name;
};

constexpr ConstraintName constraintNames[] = {
    {ConstraintKind::PrimaryKey, u"primary-key"},
    {ConstraintKind::Unique, u"unique"},
    {ConstraintKind::Check, u"check"},
    {ConstraintKind::ForeignKey, u"foreign-key"},
    {ConstraintKind::Exclusion, u"exclusion"},
};

} // namespace

QString nameOf(ConstraintKind kind)
{
    for (const ConstraintName &entry : constraintNames) {
        if (entry.kind == kind) {
            return QString::fromUtf16(entry.name);
        }
    }
    return {};
}

bool fromName(const QString &name, ConstraintKind &kind)
{
    for (const ConstraintName &entry : constraintNames) {
        if (name == QString::fromUtf16(entry.name)) {
            kind = entry.kind;
            return true;
        }
    }
    return false;
}

QString valueText(const QString &value)
{
    return value;
}

QString valueText(bool value)
{
    return value ? u"yes"_s : u"no"_s;
}

QString valueText(int value)
{
    return QString::number(value);
}

QString valueText(const SqlText &value)
{
    return value.text;
}

QString valueText(const QStringList &value)
{
    return value.join(u", "_s);
}

QString valueText(const Attributes &value)
{
    QStringList parts;
    for (const auto &[key, text] : value) {
        parts << key + u'=' + text;
    }
    return parts.join(u", "_s);
}

QString valueText(const Grants &value)
{
    QStringList parts;
    for (const Grant &grant : value) {
        parts << grant.privilege + u" to "_s + grant.grantee + (grant.grantable ? u" with grant option"_s : QString());
    }
    return parts.join(u", "_s);
}

QString valueText(const SequenceOptions &value)
{
    QStringList parts;
    const auto add = [&](const QString &name, const QString &text) {
        if (!text.isEmpty()) {
            parts << name + u' ' + text;
        }
    };
    add(u"as"_s, value.type);
    add(u"start"_s, value.start);
    add(u"increment"_s, value.increment);
    add(u"minimum"_s, value.minimum);
    add(u"maximum"_s, value.maximum);
    add(u"cache"_s, value.cache);
    if (value.cycle) {
        parts << u"cycle"_s;
    }
    return parts.join(u", "_s);
}

QString valueText(const IndexKey &value)
{
    QString out = value.column.isEmpty() ? u'(' + value.expression.text + u')' : value.column;
    if (value.prefixLength > 0) {
        out += u"(%1)"_s.arg(value.prefixLength);
    }
    if (!value.collation.isEmpty()) {
        out += u" COLLATE "_s + value.collation;
    }
    if (!value.operatorClass.isEmpty()) {
        out += u' ' + value.operatorClass;
    }
    if (value.descending) {
        out += u" DESC"_s;
    }
    if (!value.nulls.isEmpty()) {
        out += u" NULLS "_s + value.nulls.toUpper();
    }
    if (!value.exclusionOperator.isEmpty()) {
        out += u" WITH "_s + value.exclusionOperator;
    }
    return out;
}

QString valueText(const std::vector<IndexKey> &value)
{
    QStringList parts;
    for (const IndexKey &key : value) {
        parts << valueText(key);
    }
    return parts.join(u", "_s);
}

QString valueText(ConstraintKind value)
{
    return nameOf(value);
}

} // namespace countersign::schema

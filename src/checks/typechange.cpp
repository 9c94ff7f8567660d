#include "checks/typechange.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace countersign::checks {

TypeParts typeParts(const QString &type, schema::EngineKind engine)
{
    TypeParts parts;
    QString text = type.trimmed();
    parts.array = text.endsWith("[]"_L1);
    const bool enumerated =
        text.startsWith("enum("_L1, Qt::CaseInsensitive) || text.startsWith("set("_L1, Qt::CaseInsensitive);
    static const QRegularExpression group(u"\\(([^)]*)\\)"_s);
    if (enumerated) {
        static const QRegularExpression label(u"'((?:[^']|'')*)'"_s);
        for (auto it = label.globalMatch(text); it.hasNext();) {
            parts.labels.append(it.next().captured(1).replace("''"_L1, "'"_L1));
        }
        text = text.left(text.indexOf(u'('));
    } else {
        const QRegularExpressionMatch match = group.match(text);
        for (const QString &argument : match.captured(1).split(u',', Qt::SkipEmptyParts)) {
            parts.arguments.push_back(argument.trimmed().toInt());
        }
        text.remove(group);
    }
    QString name = text.toLower().simplified();
    parts.isUnsigned = name.contains("unsigned"_L1);
    parts.withTimeZone = name.contains("with time zone"_L1) || name == "timestamptz"_L1 || name == "timetz"_L1;
    name.remove(" unsigned"_L1).remove(" zerofill"_L1).remove(" with time zone"_L1).remove(" without time zone"_L1);
    static const QHash<QString, QString> aliases = {
        {u"varchar"_s, u"character varying"_s},
        {u"char"_s, u"character"_s},
        {u"bpchar"_s, u"character"_s},
        {u"int"_s, u"integer"_s},
        {u"int4"_s, u"integer"_s},
        {u"int8"_s, u"bigint"_s},
        {u"int2"_s, u"smallint"_s},
        {u"decimal"_s, u"numeric"_s},
        {u"bool"_s, u"boolean"_s},
        {u"float8"_s, u"double precision"_s},
        {u"double"_s, u"double precision"_s},
        {u"float4"_s, u"real"_s},
        {u"timestamptz"_s, u"timestamp"_s},
        {u"timetz"_s, u"time"_s},
        {u"varbit"_s, u"bit varying"_s},
    };
    Q_UNUSED(engine)
    parts.name = aliases.value(name, name);
    return parts;
}

TypeFamily familyOf(const TypeParts &type)
{
    static const QHash<QString, TypeFamily> families = {
        {u"tinyint"_s, TypeFamily::Integer},
        {u"smallint"_s, TypeFamily::Integer},
        {u"mediumint"_s, TypeFamily::Integer},
        {u"integer"_s, TypeFamily::Integer},
        {u"bigint"_s, TypeFamily::Integer},
        {u"numeric"_s, TypeFamily::Decimal},
        {u"real"_s, TypeFamily::Float},
        {u"double precision"_s, TypeFamily::Float},
        {u"float"_s, TypeFamily::Float},
        {u"character"_s, TypeFamily::Text},
        {u"character varying"_s, TypeFamily::Text},
        {u"text"_s, TypeFamily::Text},
        {u"tinytext"_s, TypeFamily::Text},
        {u"mediumtext"_s, TypeFamily::Text},
        {u"longtext"_s, TypeFamily::Text},
        {u"citext"_s, TypeFamily::Text},
        {u"name"_s, TypeFamily::Text},
        {u"clob"_s, TypeFamily::Text},
        {u"bytea"_s, TypeFamily::Binary},
        {u"blob"_s, TypeFamily::Binary},
        {u"tinyblob"_s, TypeFamily::Binary},
        {u"mediumblob"_s, TypeFamily::Binary},
        {u"longblob"_s, TypeFamily::Binary},
        {u"binary"_s, TypeFamily::Binary},
        {u"varbinary"_s, TypeFamily::Binary},
        {u"boolean"_s, TypeFamily::Boolean},
        {u"date"_s, TypeFamily::Date},
        {u"time"_s, TypeFamily::Time},
        {u"timestamp"_s, TypeFamily::Timestamp},
        {u"datetime"_s, TypeFamily::Timestamp},
        {u"uuid"_s, TypeFamily::Uuid},
        {u"json"_s, TypeFamily::Json},
        {u"jsonb"_s, TypeFamily::Json},
        {u"enum"_s, TypeFamily::Enum},
        {u"set"_s, TypeFamily::Enum},
    };
    return families.value(type.name, TypeFamily::Other);
}

int integerBytes(const TypeParts &type)
{
    static const QHash<QString, int> bytes = {
        {u"tinyint"_s, 1}, {u"smallint"_s, 2}, {u"mediumint"_s, 3}, {u"integer"_s, 4}, {u"bigint"_s, 8}};
    return bytes.value(type.name, 0);
}

std::pair<QString, QString> integerRange(const TypeParts &type)
{
    const int bytes = integerBytes(type);
    if (bytes == 0) {
        return {};
    }
    const int bits = bytes * 8;
    if (type.isUnsigned) {
        const quint64 most = bits == 64 ? ~quint64{0} : (quint64{1} << bits) - 1;
        return {u"0"_s, QString::number(most)};
    }
    const quint64 half = quint64{1} << (bits - 1);
    return {u"-"_s + QString::number(half), QString::number(half - 1)};
}

namespace {

/// Characters that a text type can hold; -1 for no limit worth naming.
qint64 textCapacity(const TypeParts &type)
{
    if (!type.arguments.empty()) {
        return type.arguments.front();
    }
    static const QHash<QString, qint64> capacities = {{u"character"_s, 1},
                                                      {u"tinytext"_s, 255},
                                                      {u"tinyblob"_s, 255},
                                                      {u"mediumtext"_s, 16777215},
                                                      {u"mediumblob"_s, 16777215}};
    return capacities.value(type.name, -1);
}

Loss textLoss(const TypeParts &before, const TypeParts &after, schema::EngineKind engine)
{
    qint64 from = textCapacity(before);
    qint64 to = textCapacity(after);
    // TEXT and BLOB of the MySQL family hold 65,535 bytes, their LONG forms 4 GiB; elsewhere they have no limit.
    if (schema::isMySqlFamily(engine)) {
        from = before.name == "text"_L1 || before.name == "blob"_L1 ? 65535 : from;
        to = after.name == "text"_L1 || after.name == "blob"_L1 ? 65535 : to;
    }
    return to >= 0 && (from < 0 || from > to) ? Loss::ShorterText : Loss::None;
}

Loss decimalLoss(const TypeParts &before, const TypeParts &after)
{
    if (after.arguments.empty()) {
        return Loss::None;
    }
    if (before.arguments.empty()) {
        return Loss::SmallerDecimal;
    }
    const int scaleBefore = before.arguments.size() > 1 ? before.arguments[1] : 0;
    const int scaleAfter = after.arguments.size() > 1 ? after.arguments[1] : 0;
    const bool fits = scaleAfter >= scaleBefore && after.arguments[0] - scaleAfter >= before.arguments[0] - scaleBefore;
    return fits ? Loss::None : Loss::SmallerDecimal;
}

int timePrecision(const TypeParts &type, schema::EngineKind engine)
{
    return type.arguments.empty() ? (schema::isMySqlFamily(engine) ? 0 : 6) : type.arguments.front();
}

int digitsOf(const TypeParts &integer)
{
    static const QHash<int, int> digits = {{1, 3}, {2, 5}, {3, 8}, {4, 10}, {8, 20}};
    return digits.value(integerBytes(integer), 20);
}

Loss sameFamilyLoss(const TypeParts &from, const TypeParts &to, schema::EngineKind engine)
{
    switch (familyOf(from)) {
    case TypeFamily::Integer: {
        if (to.isUnsigned && !from.isUnsigned) {
            return Loss::Unsigned;
        }
        const bool widerSigned = from.isUnsigned && !to.isUnsigned && integerBytes(to) <= integerBytes(from);
        return integerBytes(to) < integerBytes(from) || widerSigned ? Loss::SmallerInteger : Loss::None;
    }
    case TypeFamily::Decimal:
        return decimalLoss(from, to);
    case TypeFamily::Float:
        return from.name == "double precision"_L1 && to.name != "double precision"_L1 ? Loss::LessPrecision
                                                                                      : Loss::None;
    case TypeFamily::Text:
    case TypeFamily::Binary:
        return textLoss(from, to, engine);
    case TypeFamily::Time:
    case TypeFamily::Timestamp:
        if (from.withTimeZone && !to.withTimeZone) {
            return Loss::ZoneDropped;
        }
        if (schema::isMySqlFamily(engine) && from.name == "datetime"_L1 && to.name == "timestamp"_L1) {
            return Loss::Other;
        }
        return timePrecision(to, engine) < timePrecision(from, engine) ? Loss::LessPrecision : Loss::None;
    case TypeFamily::Json:
        // jsonb drops the order and the duplicates of keys, which no reader may rely on.
        return Loss::None;
    case TypeFamily::Enum: {
        const bool all =
            std::ranges::all_of(from.labels, [&](const QString &label) { return to.labels.contains(label); });
        return all ? Loss::None : Loss::EnumLabels;
    }
    case TypeFamily::Other:
    case TypeFamily::Boolean:
    case TypeFamily::Date:
    case TypeFamily::Uuid:
        return Loss::None;
    }
    return Loss::Other;
}

} // namespace

Loss lossOf(const schema::Column &before, const schema::Column &after, schema::EngineKind engine)
{
    const TypeParts from = typeParts(before.type, engine);
    const TypeParts to = typeParts(after.type, engine);
    if (from == to || from.array != to.array) {
        return from == to ? Loss::None : Loss::Other;
    }
    const TypeFamily a = familyOf(from);
    const TypeFamily b = familyOf(to);
    if (a == b && (a != TypeFamily::Other || from.name == to.name)) {
        return sameFamilyLoss(from, to, engine);
    }
    if (b == TypeFamily::Text) {
        const bool exact = textCapacity(to) < 0 || a == TypeFamily::Boolean || a == TypeFamily::Uuid ||
                           (a == TypeFamily::Integer && textCapacity(to) >= digitsOf(from) + 1);
        return exact ? Loss::None : Loss::ShorterText;
    }
    if (a == TypeFamily::Text) {
        return b == TypeFamily::Enum ? Loss::EnumLabels : Loss::TextToTyped;
    }
    if (a == TypeFamily::Integer && b == TypeFamily::Decimal) {
        const int scale = to.arguments.size() > 1 ? to.arguments[1] : 0;
        return to.arguments.empty() || to.arguments[0] - scale >= digitsOf(from) ? Loss::None : Loss::SmallerDecimal;
    }
    if (a == TypeFamily::Integer && b == TypeFamily::Float) {
        return integerBytes(from) > 4 || (integerBytes(from) == 4 && to.name != "double precision"_L1)
                   ? Loss::LessPrecision
                   : Loss::None;
    }
    if ((a == TypeFamily::Date && b == TypeFamily::Timestamp) ||
        (a == TypeFamily::Boolean && b == TypeFamily::Integer)) {
        return Loss::None;
    }
    if (a == TypeFamily::Timestamp && (b == TypeFamily::Date || b == TypeFamily::Time)) {
        return Loss::LessPrecision;
    }
    if (b == TypeFamily::Float && a == TypeFamily::Decimal) {
        return Loss::LessPrecision;
    }
    // SQLite keeps what is stored and only changes the affinity with which new values come in.
    return Loss::Other;
}

Phrase describe(Loss loss, const schema::Column &after, schema::EngineKind engine)
{
    const TypeParts to = typeParts(after.type, engine);
    switch (loss) {
    case Loss::None:
        return {};
    case Loss::ShorterText:
        return say("Finding", "values longer than %1 characters do not fit").arg(std::max<qint64>(textCapacity(to), 0));
    case Loss::SmallerInteger:
        return say("Finding", "values outside %1 to %2 do not fit")
            .arg(integerRange(to).first, integerRange(to).second);
    case Loss::SmallerDecimal:
        return say("Finding", "digits beyond %1 are rounded away or do not fit").arg(after.type);
    case Loss::LessPrecision:
        return say("Finding", "values are rounded to the precision of %1").arg(after.type);
    case Loss::ZoneDropped:
        return say("Finding", "the time zone is dropped: the same values mean other instants");
    case Loss::TextToTyped:
        return say("Finding", "text that is no %1 makes the statement fail or becomes something else").arg(after.type);
    case Loss::EnumLabels:
        return say("Finding", "values outside the new list of labels do not fit");
    case Loss::Unsigned:
        return say("Finding", "negative values do not fit");
    case Loss::Other:
        return say("Finding", "not every value has an exact image in %1").arg(after.type);
    }
    return {};
}

bool isBinaryCompatible(const TypeParts &from, const TypeParts &to)
{
    if (from == to) {
        return true;
    }
    if (from.array != to.array) {
        return false;
    }
    const auto limit = [](const TypeParts &type) { return type.arguments.empty() ? 0 : type.arguments.front(); };
    const bool toWide = to.arguments.empty();
    if ((from.name == "character varying"_L1 || from.name == "text"_L1) &&
        (to.name == "character varying"_L1 || to.name == "text"_L1)) {
        return toWide || (from.name == "character varying"_L1 && limit(from) > 0 && limit(to) >= limit(from));
    }
    if ((from.name == "text"_L1 && to.name == "citext"_L1) || (from.name == "citext"_L1 && to.name == "text"_L1) ||
        (from.name == "xml"_L1 && to.name == "text"_L1) || (from.name == "cidr"_L1 && to.name == "inet"_L1) ||
        (from.name == "integer"_L1 && to.name == "oid"_L1)) {
        return true;
    }
    if (from.name == "numeric"_L1 && to.name == "numeric"_L1) {
        const auto scale = [](const TypeParts &type) { return type.arguments.size() > 1 ? type.arguments[1] : 0; };
        return toWide || (!from.arguments.empty() && scale(from) == scale(to) && limit(to) >= limit(from));
    }
    if (from.name == to.name && (from.name == "timestamp"_L1 || from.name == "time"_L1 || from.name == "interval"_L1)) {
        const int a = from.arguments.empty() ? 6 : limit(from);
        const int b = to.arguments.empty() ? 6 : limit(to);
        return from.withTimeZone == to.withTimeZone && b >= a;
    }
    if (from.name.startsWith("bit"_L1) && to.name == "bit varying"_L1) {
        return toWide || limit(to) >= limit(from);
    }
    return false;
}

} // namespace countersign::checks

#include "engine/mysql/types.h"

#include "engine/mysql/textcursor.h"

#include <QHash>

namespace countersign::engine::mysql {

using namespace Qt::StringLiterals;

QString canonicalCharset(const QString &charset)
{
    return charset == u"utf8"_s ? u"utf8mb3"_s : charset;
}

QString canonicalCollation(const QString &collation)
{
    return collation.startsWith(u"utf8_"_s) ? u"utf8mb3"_s + collation.mid(4) : collation;
}

QString canonicalType(const QString &type)
{
    static const QHash<QString, std::pair<QString, QString>> defaultWidths{
        {u"tinyint"_s, {u"(4)"_s, u"(3)"_s}},   {u"smallint"_s, {u"(6)"_s, u"(5)"_s}},
        {u"mediumint"_s, {u"(9)"_s, u"(8)"_s}}, {u"int"_s, {u"(11)"_s, u"(10)"_s}},
        {u"bigint"_s, {u"(20)"_s, u"(20)"_s}},  {u"year"_s, {u"(4)"_s, u"(4)"_s}},
    };
    const qsizetype paren = type.indexOf(u'(');
    if (paren < 0 || type.contains(u"zerofill"_s)) {
        return type;
    }
    const auto widths = defaultWidths.constFind(type.left(paren));
    if (widths == defaultWidths.constEnd()) {
        return type;
    }
    const qsizetype close = type.indexOf(u')');
    const QString width = type.mid(paren, close + 1 - paren);
    const QString suffix = type.mid(close + 1);
    return width == (suffix.contains(u"unsigned"_s) ? widths->second : widths->first) ? type.left(paren) + suffix
                                                                                      : type;
}

bool hasCharset(const QString &type)
{
    return type.startsWith(u"char"_s) || type.startsWith(u"varchar"_s) || type.endsWith(u"text"_s) ||
           type.startsWith(u"enum("_s) || type.startsWith(u"set("_s);
}

bool isNumeric(const QString &type)
{
    static const QStringList names{u"tinyint"_s, u"smallint"_s, u"mediumint"_s, u"int"_s,    u"bigint"_s,
                                   u"decimal"_s, u"float"_s,    u"double"_s,    u"numeric"_s};
    qsizetype end = 0;
    while (end < type.size() && type.at(end).isLetter()) {
        ++end;
    }
    return names.contains(type.left(end));
}

QString withoutDatabase(const QString &text, const QString &database)
{
    const QString qualifier = quotedName(database) + u'.';
    if (database.isEmpty() || !text.contains(qualifier)) {
        return text;
    }
    QString out;
    TextCursor cursor(text);
    while (!cursor.atEnd()) {
        if (cursor.sees(qualifier)) {
            (void)cursor.name();
            cursor.take(u".");
            continue;
        }
        const qsizetype begin = cursor.position();
        if (cursor.peek() == u'(') {
            // Not a unit here: what is inside may be qualified too.
            cursor.take(u"(");
        } else {
            cursor.skipUnit();
        }
        out += cursor.since(begin);
    }
    return out;
}

EffectiveCharset effectiveCharset(const schema::Table &table, const schema::Column &column)
{
    if (!hasCharset(column.type)) {
        return {};
    }
    return {column.charset.isEmpty() ? table.charset : column.charset,
            column.collation.isEmpty() ? table.collation : column.collation};
}

} // namespace countersign::engine::mysql

#include "engine/mysql/types.h"

#include "engine/mysql/textcursor.h"

#include <QHash>
#include <QRegularExpression>

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

bool isSpatial(const QString &type)
{
    static const QStringList names{u"geometry"_s,      u"point"_s,           u"linestring"_s,   u"polygon"_s,
                                   u"multipoint"_s,    u"multilinestring"_s, u"multipolygon"_s, u"geometrycollection"_s,
                                   u"geomcollection"_s};
    return names.contains(type);
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

namespace {

/// True when the words so far end where only a relation or a sequence can follow, however many parentheses open there.
bool expectsRelation(const QStringList &words)
{
    static const QStringList relation{u"from"_s,    u"join"_s,    u"straight_join"_s,
                                      u"nextval"_s, u"lastval"_s, u"setval"_s};
    const QString last = words.value(words.size() - 1).toLower();
    return relation.contains(last) || (last == u"for"_s && words.value(words.size() - 2).toLower() == u"value"_s);
}

} // namespace

QString withoutDatabase(const QString &text, const QString &database)
{
    const QString qualifier = quotedName(database) + u'.';
    if (database.isEmpty() || !text.contains(qualifier)) {
        return text;
    }
    QString out;
    QStringList words; // since the last thing that was neither a word nor an opening parenthesis
    TextCursor cursor(text);
    bool afterDot = false;
    while (!cursor.atEnd()) {
        const qsizetype begin = cursor.position();
        if (cursor.peek() == u'`') {
            (void)cursor.name();
            TextCursor ahead = cursor;
            if (!afterDot && cursor.since(begin) == quotedName(database) && ahead.take(u".") && ahead.peek() == u'`') {
                (void)ahead.name();
                // A table may have the database's name, or stand under it as an alias: `shop`.`id` is a column then.
                if (expectsRelation(words) || ahead.peek() == u'.' || ahead.peek() == u'(') {
                    cursor.take(u".");
                    continue;
                }
            }
            words.clear();
        } else if (const QString word = cursor.word(); !word.isEmpty()) {
            words << word;
        } else if (cursor.peek() == u'(') {
            cursor.take(u"("); // not a unit here: what is inside may be qualified too
        } else {
            if (!cursor.peek().isSpace()) {
                words.clear();
            }
            cursor.skipUnit();
        }
        afterDot = cursor.since(begin) == u".";
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

namespace {

/// x'6162' for 'ab' and 0x6162; what is no ASCII stays as the server prints it.
QString canonicalBytes(const QString &text)
{
    if (text.startsWith(u"0x"_s)) {
        return u"x'"_s + text.mid(2).toLower() + u'\'';
    }
    const QString value = unescaped(text);
    const bool ascii = std::ranges::all_of(value, [](QChar c) { return c.unicode() < 0x80; });
    if (!ascii || value.isEmpty()) {
        return text;
    }
    return u"x'"_s + QString::fromLatin1(value.toLatin1().toHex()) + u'\'';
}

} // namespace

QString canonicalDefault(QString text, const QString &type)
{
    if (text.compare(u"NULL"_s, Qt::CaseInsensitive) == 0) {
        return {};
    }
    static const QRegularExpression now(u"^current_timestamp(\\(\\d*\\))?$"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    if (now.match(text).hasMatch()) {
        text = text.toLower();
        return text.endsWith(u')') ? text : text + u"()"_s;
    }
    // MySQL quotes numbers, MariaDB does not.
    if (text.startsWith(u'\'') && isNumeric(type)) {
        return unescaped(text);
    }
    // The bytes of binary columns: 'text' by MySQL and MariaDB 10.11, 0x… by MySQL where it is none, x'…' by 11.8.
    const bool literal = text.startsWith(u'\'') || text.startsWith(u"0x"_s);
    if (literal && (type.startsWith(u"binary"_s) || type.startsWith(u"varbinary"_s))) {
        return canonicalBytes(text);
    }
    // MySQL prints an expression in parentheses, MariaDB only where it must.
    if (text.startsWith(u'(')) {
        TextCursor cursor(text);
        const QString inner = cursor.parenthesized();
        if (cursor.atEnd()) {
            return inner;
        }
    }
    return text;
}

} // namespace countersign::engine::mysql

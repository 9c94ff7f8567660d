#include "sql/dialect.h"

#include "sql/reservedwords.h"

namespace countersign::sql {

using namespace Qt::StringLiterals;
using schema::EngineKind;
using schema::isMySqlFamily;

namespace {

bool isPlainName(const QString &name, EngineKind engine)
{
    if (name.isEmpty()) {
        return false;
    }
    const auto letter = [&](QChar c) {
        return (c >= u'a' && c <= u'z') || c == u'_' || (engine != EngineKind::PostgreSql && c >= u'A' && c <= u'Z');
    };
    if (!letter(name.front())) {
        return false;
    }
    return std::ranges::all_of(name, [&](QChar c) { return letter(c) || (c >= u'0' && c <= u'9'); });
}

} // namespace

QString Dialect::quoted(const QString &name) const
{
    const QChar quote = isMySqlFamily(engine) && !ansiQuotes ? u'`' : u'"';
    QString inner = name;
    inner.replace(QString(1, quote), QString(2, quote));
    return quote + inner + quote;
}

QString Dialect::identifier(const QString &name) const
{
    return isPlainName(name, engine) && !isReservedWord(name, engine) ? name : quoted(name);
}

QString Dialect::qualified(const QString &schemaName, const QString &name) const
{
    return schemaName.isEmpty() ? identifier(name) : identifier(schemaName) + u'.' + identifier(name);
}

QString Dialect::literal(const QString &text) const
{
    QString inner = text;
    inner.replace(u"'"_s, u"''"_s);
    if (engine == EngineKind::PostgreSql && inner.contains(u'\\')) {
        // Safe whatever standard_conforming_strings says (manual, 4.1.2.2).
        return u"E'"_s + inner.replace(u"\\"_s, u"\\\\"_s) + u'\'';
    }
    if (isMySqlFamily(engine) && !noBackslashEscapes) {
        inner.replace(u"\\"_s, u"\\\\"_s);
    }
    return u'\'' + inner + u'\'';
}

} // namespace countersign::sql

#include "sql/sqlitecursor.h"
#include "sql/sqliteparser.h"

namespace countersign::sql {

using namespace Qt::StringLiterals;

namespace {

bool isWhole(const std::vector<Token> &tokens, std::size_t first, std::size_t last, const QString &text)
{
    int depth = 0;
    for (std::size_t i = first; i < last; ++i) {
        if (tokens[i].kind != TokenKind::Operator) {
            continue;
        }
        const QStringView raw = tokens[i].in(text);
        depth += raw == u"(" ? 1 : raw == u")" ? -1 : 0;
        if (depth == 0 && i + 1 < last) {
            return false;
        }
    }
    return true;
}

/// What a name or string in quotes says.
QString withoutQuotes(const Token &token, const QString &text)
{
    return token.kind == TokenKind::String
               ? token.in(text).sliced(1, token.end - token.begin - 2).toString().replace(u"''"_s, u"'"_s)
               : identifierText(token, text, sqliteDialect());
}

/// False for what a type has only within quotes: signs, and words that would end it (lang_createtable.html).
bool isPartOfType(const Token &token, const QString &upper)
{
    static const QSet<QString> ends{u"CONSTRAINT"_s, u"PRIMARY"_s, u"NOT"_s,        u"NULL"_s,      u"UNIQUE"_s,
                                    u"CHECK"_s,      u"DEFAULT"_s, u"COLLATE"_s,    u"GENERATED"_s, u"AS"_s,
                                    u"TABLE"_s,      u"SELECT"_s,  u"REFERENCES"_s, u"DEFERRABLE"_s};
    static const QSet<QString> operators{u"("_s, u")"_s, u","_s, u"+"_s, u"-"_s};
    switch (token.kind) {
    case TokenKind::Word:
        return !ends.contains(upper);
    case TokenKind::Number:
        return true;
    default:
        return operators.contains(upper);
    }
}

} // namespace

bool hasDoubleQuotedString(const QString &text, const QSet<QString> &names)
{
    return text.contains(u'"') &&
           std::ranges::any_of(significantTokens(text, sqliteDialect()), [&](const Token &token) {
               return token.kind == TokenKind::QuotedIdentifier && text.at(token.begin) == u'"' &&
                      !names.contains(foldSqliteName(identifierText(token, text, sqliteDialect())));
           });
}

QString foldSqliteName(const QString &name)
{
    QString out = name;
    for (QChar &c : out) {
        if (c >= u'A' && c <= u'Z') {
            c = QChar(c.unicode() + (u'a' - u'A'));
        }
    }
    return out;
}

bool sameSqliteName(const QString &a, const QString &b)
{
    return a.size() == b.size() && foldSqliteName(a) == foldSqliteName(b);
}

QString sqliteType(const QString &type)
{
    // SQLite takes the quotes off a type that begins with one, and what is behind it goes too (sqlite3Dequote).
    const std::vector<Token> first = significantTokens(type, sqliteDialect());
    const bool quoted =
        !first.empty() && (first[0].kind == TokenKind::QuotedIdentifier || first[0].kind == TokenKind::String);
    const QString text = quoted ? withoutQuotes(first[0], type) : type;
    QString out;
    for (const Token &token : significantTokens(text, sqliteDialect())) {
        const QString raw = token.in(text).toString().toUpper();
        if (!isPartOfType(token, raw)) {
            return sqliteDialect().quoted(text.simplified().toUpper());
        }
        const bool tight = raw == u"("_s || raw == u")"_s || raw == u","_s || out.isEmpty() || out.endsWith(u'(') ||
                           out.endsWith(u',') || out.endsWith(u'-') || out.endsWith(u'+');
        out += tight ? raw : u' ' + raw;
    }
    return out;
}

QString sqliteNormalForm(const QString &text)
{
    const std::vector<Token> tokens = significantTokens(text, sqliteDialect());
    std::size_t first = 0;
    std::size_t last = tokens.size();
    while (last > first && tokens[last - 1].in(text) == u";") {
        --last;
    }
    while (last - first >= 2 && tokens[first].in(text) == u"(" && isWhole(tokens, first, last, text)) {
        ++first;
        --last;
    }
    QString out;
    out.reserve(text.size());
    for (std::size_t i = first; i < last; ++i) {
        if (!out.isEmpty()) {
            out += u' ';
        }
        const Token &token = tokens[i];
        const QStringView raw = token.in(text);
        if (token.kind == TokenKind::Word || token.kind == TokenKind::QuotedIdentifier) {
            const QString name = foldSqliteName(identifierText(token, text, sqliteDialect()));
            out += token.kind == TokenKind::Word ? name : sqliteDialect().identifier(name);
        } else if (raw == u"==") {
            out += u'=';
        } else if (raw == u"!=") {
            out += u"<>";
        } else if (token.kind == TokenKind::Number || (token.kind == TokenKind::String && raw.front().isLetter())) {
            out += raw.toString().toLower();
        } else {
            out += raw;
        }
    }
    return out;
}

} // namespace countersign::sql

#include "sql/tokens.h"

namespace countersign::sql {

using schema::EngineKind;
using schema::isMySqlFamily;

namespace {

bool isWordStart(QChar c)
{
    return c.isLetter() || c == u'_' || c.unicode() >= 0x80;
}

bool isWordPart(QChar c)
{
    return isWordStart(c) || (c.unicode() >= u'0' && c.unicode() <= u'9') || c == u'$';
}

bool isSpace(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r' || c == u'\f' || c == u'\v' || c == QChar(0xFEFF);
}

bool isDigit(QChar c)
{
    return c.unicode() >= u'0' && c.unicode() <= u'9';
}

class Tokenizer
{
public:
    Tokenizer(QStringView text, const Dialect &dialect) : m_text(text), m_dialect(dialect) {}

    std::vector<Token> run()
    {
        std::vector<Token> tokens;
        while (m_at < m_text.size()) {
            const qsizetype begin = m_at;
            const TokenKind kind = next();
            tokens.push_back({kind, begin, m_at});
        }
        return tokens;
    }

private:
    [[nodiscard]] QChar peek(qsizetype offset = 0) const
    {
        return m_at + offset < m_text.size() ? m_text.at(m_at + offset) : QChar();
    }
    [[nodiscard]] bool starts(QStringView what) const { return m_text.sliced(m_at).startsWith(what); }
    [[nodiscard]] bool postgres() const { return m_dialect.engine == EngineKind::PostgreSql; }
    [[nodiscard]] bool mysql() const { return isMySqlFamily(m_dialect.engine); }
    [[nodiscard]] bool sqlite() const { return m_dialect.engine == EngineKind::Sqlite; }

    TokenKind next()
    {
        const QChar c = peek();
        if (isSpace(c)) {
            skipWhile(isSpace);
            return TokenKind::Space;
        }
        if (isLineComment()) {
            skipWhile([](QChar x) { return x != u'\n'; });
            return TokenKind::Comment;
        }
        if (starts(u"/*")) {
            return blockComment();
        }
        if (m_inCode && starts(u"*/")) {
            m_at += 2;
            m_inCode = false;
            return TokenKind::Code;
        }
        if (c == u'\'') {
            return quoted(u'\'', mysql() && !m_dialect.noBackslashEscapes, TokenKind::String);
        }
        if (c == u'"') {
            const bool string = mysql() && !m_dialect.ansiQuotes;
            return quoted(u'"', string && !m_dialect.noBackslashEscapes,
                          string ? TokenKind::String : TokenKind::QuotedIdentifier);
        }
        if (c == u'`' && !postgres()) {
            return quoted(u'`', false, TokenKind::QuotedIdentifier);
        }
        if (c == u'[' && sqlite()) {
            return bracketed();
        }
        if (c == u'$' && postgres()) {
            return dollar();
        }
        if (isDigit(c) || (c == u'.' && isDigit(peek(1)))) {
            number();
            return TokenKind::Number;
        }
        if (isWordStart(c)) {
            return word();
        }
        return parameterOrOperator();
    }

    template <class Predicate>
    void skipWhile(Predicate predicate)
    {
        while (m_at < m_text.size() && predicate(m_text.at(m_at))) {
            ++m_at;
        }
    }

    [[nodiscard]] bool isLineComment() const
    {
        if (mysql()) {
            // "--" begins a comment only before white space or the end (MySQL manual, 11.7 Comments).
            return peek() == u'#' ||
                   (starts(u"--") && (peek(2).isNull() || isSpace(peek(2)) || peek(2).unicode() < 0x20));
        }
        return starts(u"--");
    }

    TokenKind blockComment()
    {
        if (mysql() && (starts(u"/*!") || starts(u"/*M!"))) {
            m_at += starts(u"/*M!") ? 4 : 3;
            skipWhile(isDigit);
            m_inCode = true;
            return TokenKind::Code;
        }
        int depth = 0;
        while (m_at < m_text.size()) {
            if (starts(u"/*") && (postgres() || depth == 0)) {
                ++depth;
                m_at += 2;
            } else if (starts(u"*/")) {
                m_at += 2;
                if (--depth == 0) {
                    return TokenKind::Comment;
                }
            } else {
                ++m_at;
            }
        }
        // SQLite ends an open block comment at the end of the input (lang_comment.html); the others do not.
        return sqlite() ? TokenKind::Comment : TokenKind::Invalid;
    }

    TokenKind quoted(QChar quote, bool backslash, TokenKind kind)
    {
        ++m_at;
        while (m_at < m_text.size()) {
            const QChar c = m_text.at(m_at++);
            if (backslash && c == u'\\' && m_at < m_text.size()) {
                ++m_at;
            } else if (c == quote) {
                if (peek() != quote) {
                    return kind;
                }
                ++m_at;
            }
        }
        return TokenKind::Invalid;
    }

    TokenKind bracketed()
    {
        const qsizetype close = m_text.indexOf(u']', m_at);
        m_at = close < 0 ? m_text.size() : close + 1;
        return close < 0 ? TokenKind::Invalid : TokenKind::QuotedIdentifier;
    }

    TokenKind dollar()
    {
        qsizetype end = m_at + 1;
        if (end < m_text.size() && isDigit(m_text.at(end))) {
            ++m_at;
            skipWhile(isDigit);
            return TokenKind::Parameter;
        }
        while (end < m_text.size() && isWordPart(m_text.at(end)) && m_text.at(end) != u'$') {
            ++end;
        }
        if (end >= m_text.size() || m_text.at(end) != u'$') {
            ++m_at;
            return TokenKind::Operator;
        }
        const QStringView tag = m_text.sliced(m_at, end + 1 - m_at);
        const qsizetype close = m_text.indexOf(tag, end + 1);
        m_at = close < 0 ? m_text.size() : close + tag.size();
        return close < 0 ? TokenKind::Invalid : TokenKind::String;
    }

    void number()
    {
        if (peek() == u'0' && (peek(1) == u'x' || peek(1) == u'X')) {
            m_at += 2;
            skipWhile([](QChar c) { return isDigit(c) || (c.toLower() >= u'a' && c.toLower() <= u'f'); });
            return;
        }
        skipWhile([](QChar c) { return isDigit(c) || c == u'.'; });
        if (peek().toLower() == u'e' &&
            (isDigit(peek(1)) || ((peek(1) == u'+' || peek(1) == u'-') && isDigit(peek(2))))) {
            m_at += 2;
            skipWhile(isDigit);
        }
    }

    TokenKind word()
    {
        const QChar first = peek().toLower();
        if (peek(1) == u'\'') {
            const bool prefix = (postgres() && (first == u'e' || first == u'b' || first == u'x' || first == u'n')) ||
                                (!postgres() && (first == u'x' || first == u'b' || first == u'n'));
            if (prefix) {
                ++m_at;
                const bool backslash =
                    (postgres() && first == u'e') || (mysql() && first == u'n' && !m_dialect.noBackslashEscapes);
                return quoted(u'\'', backslash, TokenKind::String);
            }
        }
        if (postgres() && first == u'u' && peek(1) == u'&' && (peek(2) == u'\'' || peek(2) == u'"')) {
            m_at += 2;
            const QChar quote = peek();
            return quoted(quote, false, quote == u'"' ? TokenKind::QuotedIdentifier : TokenKind::String);
        }
        skipWhile(isWordPart);
        return TokenKind::Word;
    }

    TokenKind parameterOrOperator()
    {
        const QChar c = peek();
        if (c == u'?' && !postgres()) {
            ++m_at;
            skipWhile(isDigit);
            return TokenKind::Parameter;
        }
        if ((c == u':' && peek(1) != u':' && peek(1) != u'=' && isWordStart(peek(1)) && !mysql()) ||
            (c == u'@' && !postgres()) || (c == u'$' && sqlite())) {
            ++m_at;
            if (c == u'@' && peek() == u'@') {
                ++m_at;
            }
            skipWhile([](QChar x) { return isWordPart(x) || x == u'.'; });
            return TokenKind::Parameter;
        }
        for (const QStringView op :
             {QStringView(u"<=>"), QStringView(u"->>"), QStringView(u"::"), QStringView(u"<="), QStringView(u">="),
              QStringView(u"<>"), QStringView(u"!="), QStringView(u"||"), QStringView(u":="), QStringView(u"->"),
              QStringView(u"=="), QStringView(u"<<"), QStringView(u">>"), QStringView(u"&&")}) {
            if (starts(op)) {
                m_at += op.size();
                return TokenKind::Operator;
            }
        }
        ++m_at;
        return TokenKind::Operator;
    }

    QStringView m_text;
    const Dialect &m_dialect;
    qsizetype m_at = 0;
    bool m_inCode = false;
};

} // namespace

std::vector<Token> tokenize(QStringView text, const Dialect &dialect)
{
    return Tokenizer(text, dialect).run();
}

std::vector<Token> significantTokens(QStringView text, const Dialect &dialect)
{
    std::vector<Token> tokens = tokenize(text, dialect);
    std::erase_if(
        tokens, [](const Token &token) { return token.kind == TokenKind::Space || token.kind == TokenKind::Comment; });
    return tokens;
}

QString identifierText(const Token &token, QStringView text, const Dialect &dialect)
{
    const QStringView raw = token.in(text);
    if (token.kind != TokenKind::QuotedIdentifier) {
        return dialect.engine == EngineKind::PostgreSql ? raw.toString().toLower() : raw.toString();
    }
    QString name = raw.sliced(1, raw.size() - 2).toString();
    const QChar quote = raw.front();
    if (quote != u'[') {
        name.replace(QString(2, quote), QString(1, quote));
    }
    return name;
}

} // namespace countersign::sql

#include "checks/tokencursor.h"

namespace countersign::checks {

using sql::TokenKind;

TokenCursor::TokenCursor(const QString &text, const sql::Dialect &dialect) : m_text(text), m_dialect(dialect)
{
    for (const sql::Token &token : sql::significantTokens(m_text, dialect)) {
        if (token.kind != TokenKind::Code && token.in(m_text) != u";") {
            m_tokens.push_back(token);
        }
    }
}

QString TokenCursor::word(int ahead) const
{
    const int at = m_at + ahead;
    if (at < 0 || at >= static_cast<int>(m_tokens.size())) {
        return {};
    }
    const sql::Token &found = m_tokens[static_cast<size_t>(at)];
    const bool plain = found.kind == TokenKind::Word || found.kind == TokenKind::Operator ||
                       found.kind == TokenKind::Number || found.kind == TokenKind::Parameter;
    return plain ? found.in(m_text).toString().toUpper() : QString();
}

bool TokenCursor::is(std::initializer_list<const char *> words) const
{
    int ahead = 0;
    return std::ranges::all_of(words,
                               [&](const char *expected) { return word(ahead++) == QLatin1StringView(expected); });
}

bool TokenCursor::take(std::initializer_list<const char *> words)
{
    if (!is(words)) {
        return false;
    }
    m_at += static_cast<int>(words.size());
    return true;
}

bool TokenCursor::isName(int ahead) const
{
    const int at = m_at + ahead;
    if (at < 0 || at >= static_cast<int>(m_tokens.size())) {
        return false;
    }
    const sql::Token &found = m_tokens[static_cast<size_t>(at)];
    // SQLite takes 'x' for a name where a name is expected; the MySQL family never does.
    return found.kind == TokenKind::Word || found.kind == TokenKind::QuotedIdentifier ||
           (found.kind == TokenKind::String && m_dialect.engine == schema::EngineKind::Sqlite);
}

QString TokenCursor::takeIdentifier()
{
    if (!isName()) {
        return {};
    }
    const sql::Token &found = m_tokens[static_cast<size_t>(m_at++)];
    if (found.kind == TokenKind::String) {
        return found.in(m_text).sliced(1).chopped(1).toString();
    }
    return sql::identifierText(found, m_text, m_dialect);
}

Name TokenCursor::takeName()
{
    Name name;
    name.name = takeIdentifier();
    while (word() == u"." && isName(1)) {
        skip();
        name.name = takeIdentifier();
    }
    return name;
}

QString TokenCursor::takeValue()
{
    if (atEnd()) {
        return {};
    }
    QString sign;
    if ((word() == u"-" || word() == u"+") && m_at + 1 < static_cast<int>(m_tokens.size())) {
        sign = word() == u"-" ? QStringLiteral("-") : QString();
        ++m_at;
    }
    const sql::Token &found = m_tokens[static_cast<size_t>(m_at++)];
    const QStringView text = found.in(m_text);
    if (found.kind == TokenKind::String && text.size() >= 2) {
        return text.sliced(1).chopped(1).toString();
    }
    return sign + (found.kind == TokenKind::QuotedIdentifier ? sql::identifierText(found, m_text, m_dialect)
                                                             : text.toString());
}

bool TokenCursor::skipGroup()
{
    if (word() != u"(") {
        return false;
    }
    int depth = 0;
    do {
        depth += word() == u"(" ? 1 : word() == u")" ? -1 : 0;
        ++m_at;
    } while (depth > 0 && !atEnd());
    return true;
}

bool TokenCursor::skipToComma()
{
    while (!atEnd()) {
        if (take(",")) {
            return true;
        }
        if (!skipGroup()) {
            ++m_at;
        }
    }
    return false;
}

QStringList TokenCursor::clauseWords() const
{
    TokenCursor copy = *this;
    QStringList out;
    while (!copy.atEnd() && copy.word() != u",") {
        if (!copy.skipGroup()) {
            out.append(copy.word());
            copy.skip();
        }
    }
    return out;
}

} // namespace countersign::checks

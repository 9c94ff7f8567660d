#include "sql/words.h"

namespace countersign::sql {

Words::Words(const QString &text, const Dialect &dialect)
    : m_text(text), m_dialect(dialect), m_tokens(significantTokens(text, dialect))
{
}

QString Words::upper(std::size_t at) const
{
    const bool isQuoted = at >= size() || m_tokens[at].kind == TokenKind::QuotedIdentifier;
    return isQuoted ? QString() : m_tokens[at].in(m_text).toString().toUpper();
}

QString Words::name(std::size_t at) const
{
    const bool isName =
        at < size() && (m_tokens[at].kind == TokenKind::Word || m_tokens[at].kind == TokenKind::QuotedIdentifier);
    return isName ? identifierText(m_tokens[at], m_text, m_dialect) : QString();
}

std::size_t Words::last(QStringView word) const
{
    for (std::size_t at = size(); at-- > 0;) {
        if (upper(at) == word) {
            return at;
        }
    }
    return size();
}

QString Words::dollarQuoted() const
{
    for (const Token &token : m_tokens) {
        const QStringView text = token.in(m_text);
        const qsizetype tag = text.startsWith(u'$') ? text.indexOf(u'$', 1) + 1 : 0;
        if (token.kind == TokenKind::String && tag > 0 && text.size() > 2 * tag) {
            return text.sliced(tag, text.size() - 2 * tag).toString();
        }
    }
    return {};
}

} // namespace countersign::sql

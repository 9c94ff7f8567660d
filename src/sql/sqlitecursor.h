#pragma once

// How the SQLite parser walks over one CREATE text. Only for sqliteparser.cpp and sqlitetableparser.cpp.

#include "base/result.h"
#include "schema/parts.h"
#include "sql/tokens.h"

#include <optional>

namespace countersign::schema {
struct Table;
}

namespace countersign::sql {

[[nodiscard]] const Dialect &sqliteDialect();

/// Walks over the significant tokens of one CREATE text.
class SqliteCursor
{
public:
    explicit SqliteCursor(const QString &text) : m_text(text), m_tokens(significantTokens(m_text, sqliteDialect())) {}

    [[nodiscard]] bool atEnd(std::size_t ahead = 0) const { return m_at + ahead >= m_tokens.size(); }
    [[nodiscard]] QStringView peek(std::size_t ahead = 0) const
    {
        return atEnd(ahead) ? QStringView() : m_tokens[m_at + ahead].in(m_text);
    }
    [[nodiscard]] bool isWord(QStringView word, std::size_t ahead = 0) const
    {
        return !atEnd(ahead) && m_tokens[m_at + ahead].kind == TokenKind::Word &&
               peek(ahead).compare(word, Qt::CaseInsensitive) == 0;
    }
    [[nodiscard]] bool isAnyWord(std::initializer_list<QStringView> words) const
    {
        return std::ranges::any_of(words, [this](QStringView word) { return isWord(word); });
    }
    [[nodiscard]] bool isOperator(QStringView text, std::size_t ahead = 0) const
    {
        return !atEnd(ahead) && m_tokens[m_at + ahead].kind == TokenKind::Operator && peek(ahead) == text;
    }
    /// SQLite takes a string where it wants a name.
    [[nodiscard]] bool isName() const
    {
        return !atEnd() &&
               (kind() == TokenKind::Word || kind() == TokenKind::QuotedIdentifier || kind() == TokenKind::String);
    }
    [[nodiscard]] TokenKind kind() const { return m_tokens[m_at].kind; }

    bool takeWord(QStringView word)
    {
        const bool found = isWord(word);
        m_at += found ? 1 : 0;
        return found;
    }
    bool takeWords(std::initializer_list<QStringView> words)
    {
        std::size_t ahead = 0;
        for (const QStringView word : words) {
            if (!isWord(word, ahead++)) {
                return false;
            }
        }
        m_at += words.size();
        return true;
    }
    bool takeOperator(QStringView text)
    {
        const bool found = isOperator(text);
        m_at += found ? 1 : 0;
        return found;
    }
    QString takeName()
    {
        if (!isName()) {
            return {};
        }
        const Token &token = m_tokens[m_at++];
        if (token.kind == TokenKind::String) {
            return QString(token.in(m_text).sliced(1, token.end - token.begin - 2))
                .replace(QStringLiteral("''"), QStringLiteral("'"));
        }
        return identifierText(token, m_text, sqliteDialect());
    }
    void skip() { ++m_at; }

    [[nodiscard]] std::size_t position() const { return m_at; }
    void moveTo(std::size_t position) { m_at = position; }
    [[nodiscard]] const Token &token(std::size_t position) const { return m_tokens[position]; }
    /// The text of the tokens [first, last), with what stands between them.
    [[nodiscard]] QString between(std::size_t first, std::size_t last) const
    {
        return first >= last ? QString()
                             : m_text.sliced(m_tokens[first].begin, m_tokens[last - 1].end - m_tokens[first].begin);
    }
    /// Up to the last token: a comment at the end would swallow the terminator.
    [[nodiscard]] QString rest() const { return between(m_at, endOfStatement()); }
    /// The same with the comments around it; SQLite keeps them in a view's text.
    [[nodiscard]] QString restWithComments() const
    {
        const qsizetype begin = m_at == 0 ? 0 : m_tokens[m_at - 1].end;
        const std::size_t last = endOfStatement();
        const qsizetype end = last < m_tokens.size() ? m_tokens[last].begin : m_text.size();
        return m_text.sliced(begin, end - begin).trimmed();
    }
    [[nodiscard]] QString whole() const { return between(0, endOfStatement()); }
    [[nodiscard]] std::size_t endOfStatement() const
    {
        return m_tokens.empty() || m_tokens.back().in(m_text) != u";" ? m_tokens.size() : m_tokens.size() - 1;
    }

    /// At "(": moves behind the matching ")" and gives what is inside; no value when it never closes.
    std::optional<QString> takeParentheses()
    {
        if (!takeOperator(u"(")) {
            return {};
        }
        const std::size_t first = m_at;
        if (!moveToClose()) {
            return {};
        }
        const QString inside = between(first, m_at);
        skip();
        return inside;
    }
    /// Inside parentheses: moves to the ")" that closes them.
    bool moveToClose()
    {
        for (int depth = 0; !atEnd(); ++m_at) {
            if (isOperator(u"(")) {
                ++depth;
            } else if (isOperator(u")") && depth-- == 0) {
                return true;
            }
        }
        return false;
    }
    /// Moves to the "," or ")" that ends a list element.
    void moveToElementEnd()
    {
        for (int depth = 0; !atEnd(); ++m_at) {
            if (isOperator(u"(")) {
                ++depth;
            } else if (depth == 0 && (isOperator(u",") || isOperator(u")"))) {
                return;
            } else if (isOperator(u")")) {
                --depth;
            }
        }
    }
    [[nodiscard]] base::Error notUnderstood(const QString &expected) const
    {
        const QString found =
            atEnd() ? QStringLiteral("the end") : QStringLiteral("'%1'").arg(peek().toString().left(40));
        return base::usageError(QStringLiteral("expected %1, found %2").arg(expected, found));
    }

private:
    QString m_text;
    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
};

/// One element of a key list: a column or an expression, then COLLATE, ASC, DESC, NULLS.
[[nodiscard]] schema::IndexKey takeKey(SqliteCursor &cursor);

/// Double-quoted tokens of an expression that name no column of the table, as strings.
void spellStrings(schema::SqlText &expression, const schema::Table &table);

} // namespace countersign::sql

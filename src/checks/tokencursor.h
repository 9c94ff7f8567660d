#pragma once

#include "checks/statementfacts.h"
#include "sql/tokens.h"

#include <initializer_list>

namespace countersign::checks {

/// Walks over the significant tokens of one statement.
class TokenCursor
{
public:
    TokenCursor(const QString &text, const sql::Dialect &dialect);

    [[nodiscard]] bool atEnd() const { return m_at >= static_cast<int>(m_tokens.size()); }
    [[nodiscard]] int position() const { return m_at; }
    void moveTo(int position) { m_at = position; }
    void skip(int count = 1) { m_at += count; }
    /// The token @p ahead as an upper-case word; the text itself for operators; empty for quoted names and at the end.
    [[nodiscard]] QString word(int ahead = 0) const;
    /// True when the next tokens are these words.
    [[nodiscard]] bool is(std::initializer_list<const char *> words) const;
    /// Moves past them when they are next.
    bool take(std::initializer_list<const char *> words);
    bool take(const char *word) { return take({word}); }
    /// The name at the cursor, unquoted and moved past; empty when there is none.
    [[nodiscard]] QString takeIdentifier();
    /// name or schema.name; the namespace is dropped where the engine's schemas have none.
    [[nodiscard]] Name takeName();
    /// The text of the token without quotes.
    [[nodiscard]] QString takeValue();
    /// Moves past a parenthesised group when one begins here.
    bool skipGroup();
    /// Moves to the next comma outside parentheses, or to the end; returns whether there was one, and moves past it.
    bool skipToComma();
    /// The words up to the next comma outside parentheses, parenthesised parts left out.
    [[nodiscard]] QStringList clauseWords() const;
    [[nodiscard]] const sql::Token &token(int ahead = 0) const { return m_tokens[static_cast<size_t>(m_at + ahead)]; }
    [[nodiscard]] bool isName(int ahead = 0) const;

private:
    QString m_text;
    sql::Dialect m_dialect;
    std::vector<sql::Token> m_tokens;
    int m_at = 0;
};

} // namespace countersign::checks

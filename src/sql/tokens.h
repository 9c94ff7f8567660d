#pragma once

#include "sql/dialect.h"

#include <QStringView>

#include <cstdint>
#include <vector>

namespace countersign::sql {

enum class TokenKind : std::uint8_t {
    Word,             ///< unquoted keyword or name
    QuotedIdentifier, ///< "x", `x`, [x]
    String,           ///< '…', E'…', $tag$…$tag$, x'…', "…" where it is a string
    Number,
    Operator,  ///< one operator or punctuation: ( ) , ; :: <= …
    Parameter, ///< $1, ?, :name, @name, @@name
    Comment,   ///< -- …, # …, /* … */ (nested on PostgreSQL)
    Space,
    Code,    ///< the delimiters of /*!50000 … */ and /*M! … */ on the MySQL family: what is inside is code, not comment
    Invalid, ///< unterminated string, comment or quoted name
};

struct Token {
    TokenKind kind = TokenKind::Invalid;
    qsizetype begin = 0;
    qsizetype end = 0;

    [[nodiscard]] QStringView in(QStringView text) const { return text.sliced(begin, end - begin); }
    friend bool operator==(const Token &, const Token &) = default;
};

/// Splits text into tokens that cover every character in order. Never fails: what is not SQL is Invalid or Operator.
[[nodiscard]] std::vector<Token> tokenize(QStringView text, const Dialect &dialect);

/// Tokens without space and comments.
[[nodiscard]] std::vector<Token> significantTokens(QStringView text, const Dialect &dialect);

/// The name in a Word or QuotedIdentifier token: quotes removed, folded where the dialect folds (PostgreSQL: lower
/// case).
[[nodiscard]] QString identifierText(const Token &token, QStringView text, const Dialect &dialect);

} // namespace countersign::sql

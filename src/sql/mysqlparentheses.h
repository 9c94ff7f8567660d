#pragma once

#include <QString>

#include <vector>

namespace countersign::sql {

/// One token of MySQL's language.
struct Piece {
    QString text;        ///< words in lower case
    bool isName = false; ///< was in backticks: never a keyword
    friend bool operator==(const Piece &, const Piece &) = default;
};

/// Without the parentheses that precedence makes superfluous (MySQL manual, 14.4.1 "Operator Precedence"; MariaDB's is
/// the same where this relies on it): MySQL writes them around every operation, MariaDB around none. A pair stays
/// wherever what stands in it or beside it is not understood, so that two different expressions stay different.
[[nodiscard]] std::vector<Piece> withoutSuperfluousParentheses(const std::vector<Piece> &pieces);

} // namespace countersign::sql

#pragma once

#include "sql/tokens.h"

namespace countersign::sql {

/// The words and names of one statement by position, comments left out: for questions that a few fixed words answer. A
/// position past the end answers with nothing, so that looking ahead needs no check.
class Words
{
public:
    Words(const QString &text, const Dialect &dialect);

    [[nodiscard]] std::size_t size() const { return m_tokens.size(); }
    /// @p at must be below size().
    [[nodiscard]] const Token &at(std::size_t at) const { return m_tokens[at]; }
    /// The token in upper case as it is written; empty for a quoted name, which is no keyword.
    [[nodiscard]] QString upper(std::size_t at) const;
    /// The name as the server understands it; empty for anything that is neither word nor quoted name.
    [[nodiscard]] QString name(std::size_t at) const;
    /// Where the last @p word (upper case) stands; size() when there is none.
    [[nodiscard]] std::size_t last(QStringView word) const;
    /// What stands between the tags of the first dollar-quoted string: the body of a DO block.
    [[nodiscard]] QString dollarQuoted() const;

private:
    QString m_text;
    Dialect m_dialect;
    std::vector<Token> m_tokens;
};

} // namespace countersign::sql

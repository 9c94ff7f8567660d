#pragma once

#include <QString>
#include <QStringView>

namespace countersign::engine::mysql {

/// Walks over text that a server printed: knows its quotes ('…', `…`, "…"), never guesses.
class TextCursor
{
public:
    explicit TextCursor(QStringView text) : m_text(text) {}

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] QChar peek() const { return atEnd() ? QChar() : m_text.at(m_at); }
    [[nodiscard]] qsizetype position() const { return m_at; }
    [[nodiscard]] QStringView rest() const { return m_text.sliced(m_at); }
    [[nodiscard]] QStringView since(qsizetype begin) const { return m_text.sliced(begin, m_at - begin); }
    [[nodiscard]] bool sees(QStringView what) const { return rest().startsWith(what); }

    /// Goes past @p what if it comes next; for words that end where the word ends.
    bool take(QStringView what);
    void skipSpace();
    /// One name in backticks, or a bare word; the name itself.
    [[nodiscard]] QString name();
    /// One string in single quotes, its value.
    [[nodiscard]] QString string();
    /// Letters, digits, _ and $.
    [[nodiscard]] QString word();
    /// From an opening parenthesis to its closing one; what is between, without the outer pair.
    [[nodiscard]] QString parenthesized();
    /// Goes past one quoted thing, one parenthesised thing, or one character.
    void skipUnit();

private:
    void skipQuoted(QChar quote);

    QStringView m_text;
    qsizetype m_at = 0;
};

/// The value of 'it''s \n …' as servers print literals: without the quotes.
[[nodiscard]] QString unescaped(QStringView literal);
/// A literal for any text: quotes doubled, backslashes and line breaks escaped.
[[nodiscard]] QString quotedLiteral(const QString &text);
[[nodiscard]] QString quotedName(const QString &name);

} // namespace countersign::engine::mysql

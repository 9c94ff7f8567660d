#pragma once

#include <QByteArray>
#include <QString>

#include <concepts>
#include <vector>

namespace countersign::checks {

/// What a report tells a person: an English sentence with places (%1 … %9) and what stands in them. Digests, exchange
/// formats and the command line take the English; a window shows the same phrase in its own language. Names, SQL and
/// answers of a server are phrases that nobody translates. A value; any thread.
class Phrase
{
public:
    Phrase() = default;
    /// Taken as it is, in every language.
    Phrase(const QString &verbatim) : m_text(verbatim) {} // NOLINT: names stand in sentences all over the rules
    template <std::integral Number>
    Phrase(Number number) : m_text(QString::number(number)) // NOLINT
    {
    }

    /// Fills the next places of the sentence.
    template <typename... Arguments>
    [[nodiscard]] Phrase arg(const Arguments &...arguments) const
    {
        Phrase out = *this;
        (out.m_parts.push_back(Phrase(arguments)), ...);
        return out;
    }
    [[nodiscard]] static Phrase joined(const std::vector<Phrase> &parts, const QString &separator);

    [[nodiscard]] bool isEmpty() const { return m_sentence.isEmpty() && m_text.isEmpty() && m_parts.empty(); }
    [[nodiscard]] QString english() const;
    /// In the language of the translators that are installed; English where they do not know the sentence.
    [[nodiscard]] QString translated() const;

    /// Equal but for the names and numbers in it.
    [[nodiscard]] bool saysTheSameAs(const Phrase &other) const { return m_sentence == other.m_sentence; }

    friend Phrase operator+(const Phrase &a, const Phrase &b) { return joined({a, b}, {}); }
    friend bool operator==(const Phrase &, const Phrase &) = default;
    friend Phrase say(const char *context, const char *sentence);

private:
    [[nodiscard]] QString rendered(bool translate) const;

    QByteArray m_context;
    QByteArray m_sentence; ///< empty for verbatim text and for parts that are joined
    QString m_text;        ///< verbatim, or the separator of what is joined
    std::vector<Phrase> m_parts;
};

/// A sentence that has translations: lupdate takes it for QT_TRANSLATE_NOOP (src/gui/CMakeLists.txt), so both have to
/// be literals.
[[nodiscard]] Phrase say(const char *context, const char *sentence);

} // namespace countersign::checks

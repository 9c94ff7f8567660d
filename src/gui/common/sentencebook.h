#pragma once

#include <QList>
#include <QRegularExpression>
#include <QString>

#include <functional>
#include <span>
#include <vector>

namespace countersign::gui {

/// Sentences that rooms below the window write in English, found again by their form and said in the language of the
/// window. What is not known comes back as it is. Each sentence has to be marked with QT_TRANSLATE_NOOP and the
/// context.
class SentenceBook
{
public:
    /// @p sentences in UTF-8, with %1 to %4; where one could be taken for another, the longer first.
    SentenceBook(const char *context, std::span<const char *const> sentences);

    /// @p word is asked about what stands at a placeholder.
    [[nodiscard]] QString said(const QString &english, const std::function<QString(const QString &)> &word = {}) const;

private:
    struct Pattern {
        const char *sentence;
        QRegularExpression expression; ///< with a capture for each placeholder, in order of the text
        QList<int> places;             ///< which placeholder each capture is
    };
    const char *m_context;
    std::vector<Pattern> m_patterns;
};

} // namespace countersign::gui

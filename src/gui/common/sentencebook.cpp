#include "gui/common/sentencebook.h"

#include <QCoreApplication>

namespace countersign::gui {

using namespace Qt::StringLiterals;

SentenceBook::SentenceBook(const char *context, std::span<const char *const> sentences) : m_context(context)
{
    static const QRegularExpression placeholder(u"%([12])"_s);
    for (const char *sentence : sentences) {
        const QString text = QString::fromUtf8(sentence);
        Pattern pattern{sentence, {}, {}};
        QString expression;
        qsizetype at = 0;
        for (const QRegularExpressionMatch &match : placeholder.globalMatch(text)) {
            expression += QRegularExpression::escape(text.sliced(at, match.capturedStart() - at)) + u"(.+)"_s;
            pattern.places << match.captured(1).toInt();
            at = match.capturedEnd();
        }
        expression += QRegularExpression::escape(text.sliced(at));
        pattern.expression = QRegularExpression(QRegularExpression::anchoredPattern(expression),
                                                QRegularExpression::DotMatchesEverythingOption);
        m_patterns.push_back(std::move(pattern));
    }
}

QString SentenceBook::said(const QString &english, const std::function<QString(const QString &)> &word) const
{
    for (const Pattern &pattern : m_patterns) {
        const QRegularExpressionMatch match = pattern.expression.match(english);
        if (!match.hasMatch()) {
            continue;
        }
        const QString translated = QCoreApplication::translate(m_context, pattern.sentence);
        QString first;
        QString second;
        for (qsizetype i = 0; i < pattern.places.size(); ++i) {
            const QString captured = match.captured(int(i) + 1);
            (pattern.places.at(i) == 1 ? first : second) = word ? word(captured) : captured;
        }
        return pattern.places.size() == 2   ? translated.arg(first, second)
               : pattern.places.size() == 1 ? translated.arg(first)
                                            : translated;
    }
    return english;
}

} // namespace countersign::gui

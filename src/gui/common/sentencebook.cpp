#include "gui/common/sentencebook.h"

#include <QCoreApplication>

#include <array>

namespace countersign::gui {

using namespace Qt::StringLiterals;

SentenceBook::SentenceBook(const char *context, std::span<const char *const> sentences) : m_context(context)
{
    static const QRegularExpression placeholder(u"%([1-4])"_s);
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
        std::array<QString, 4> values;
        for (qsizetype i = 0; i < pattern.places.size(); ++i) {
            const QString captured = match.captured(int(i) + 1);
            values[std::size_t(pattern.places.at(i)) - 1] = word ? word(captured) : captured;
        }
        switch (pattern.places.size()) {
        case 0:
            return translated;
        case 1:
            return translated.arg(values[0]);
        case 2:
            return translated.arg(values[0], values[1]);
        case 3:
            return translated.arg(values[0], values[1], values[2]);
        default:
            return translated.arg(values[0], values[1], values[2], values[3]);
        }
    }
    return english;
}

} // namespace countersign::gui

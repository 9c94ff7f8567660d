#include "checks/phrase.h"

#include <QCoreApplication>

namespace countersign::checks {

Phrase say(const char *context, const char *sentence)
{
    Phrase out;
    out.m_context = context;
    out.m_sentence = sentence;
    return out;
}

Phrase Phrase::joined(const std::vector<Phrase> &parts, const QString &separator)
{
    Phrase out;
    for (const Phrase &part : parts) {
        if (!part.isEmpty()) {
            out.m_parts.push_back(part);
        }
    }
    out.m_text = out.m_parts.empty() ? QString() : separator;
    return out;
}

QString Phrase::english() const
{
    return rendered(false);
}

QString Phrase::translated() const
{
    return rendered(true);
}

QString Phrase::rendered(bool translate) const
{
    if (m_sentence.isEmpty()) {
        QString out = m_parts.empty() ? m_text : QString();
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            out += (i == 0 ? QString() : m_text) + m_parts[i].rendered(translate);
        }
        return out;
    }
    const QString sentence =
        translate ? QCoreApplication::translate(m_context, m_sentence) : QString::fromUtf8(m_sentence);
    QString out;
    // In one pass: a name may itself hold "%1".
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const int place = sentence[i] == u'%' && i + 1 < sentence.size() ? sentence[i + 1].digitValue() : -1;
        if (place < 1 || static_cast<std::size_t>(place) > m_parts.size()) {
            out += sentence[i];
            continue;
        }
        out += m_parts[static_cast<std::size_t>(place) - 1].rendered(translate);
        ++i;
    }
    return out;
}

} // namespace countersign::checks

#include "engine/mysql/textcursor.h"

namespace countersign::engine::mysql {

namespace {

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'$';
}

} // namespace

bool TextCursor::take(QStringView what)
{
    if (!sees(what)) {
        return false;
    }
    const qsizetype end = m_at + what.size();
    if (isWordPart(what.back()) && end < m_text.size() && isWordPart(m_text.at(end))) {
        return false;
    }
    m_at = end;
    return true;
}

void TextCursor::skipSpace()
{
    while (!atEnd() && peek().isSpace()) {
        ++m_at;
    }
}

QString TextCursor::name()
{
    if (peek() != u'`' && peek() != u'"') {
        return word();
    }
    const QChar quote = peek();
    const qsizetype begin = m_at;
    skipQuoted(quote);
    QString text = m_text.sliced(begin + 1, std::max<qsizetype>(0, m_at - begin - 2)).toString();
    return text.replace(QString(2, quote), QString(1, quote));
}

QString TextCursor::string()
{
    if (peek() != u'\'') {
        return {};
    }
    const qsizetype begin = m_at;
    skipQuoted(u'\'');
    return unescaped(since(begin));
}

QString TextCursor::word()
{
    const qsizetype begin = m_at;
    while (!atEnd() && isWordPart(peek())) {
        ++m_at;
    }
    return since(begin).toString();
}

QString TextCursor::parenthesized()
{
    if (peek() != u'(') {
        return {};
    }
    const qsizetype begin = m_at;
    skipUnit();
    return m_text.sliced(begin + 1, std::max<qsizetype>(0, m_at - begin - 2)).toString();
}

void TextCursor::skipUnit()
{
    const QChar c = peek();
    if (c == u'\'' || c == u'`' || c == u'"') {
        skipQuoted(c);
        return;
    }
    ++m_at;
    if (c != u'(') {
        return;
    }
    while (!atEnd() && peek() != u')') {
        skipUnit();
    }
    if (!atEnd()) {
        ++m_at;
    }
}

void TextCursor::skipQuoted(QChar quote)
{
    ++m_at;
    while (!atEnd()) {
        const QChar c = m_text.at(m_at++);
        if (c == u'\\' && quote != u'`' && !atEnd()) {
            ++m_at;
        } else if (c == quote) {
            if (peek() != quote) {
                return;
            }
            ++m_at;
        }
    }
}

QString unescaped(QStringView literal)
{
    QString out;
    const QStringView inner = literal.size() >= 2 ? literal.sliced(1, literal.size() - 2) : literal;
    for (qsizetype i = 0; i < inner.size(); ++i) {
        QChar c = inner.at(i);
        if (c == u'\'' && i + 1 < inner.size()) {
            ++i;
        } else if (c == u'\\' && i + 1 < inner.size()) {
            c = inner.at(++i);
            switch (c.unicode()) {
            case u'n':
                c = u'\n';
                break;
            case u'r':
                c = u'\r';
                break;
            case u't':
                c = u'\t';
                break;
            case u'0':
                c = QChar(0);
                break;
            case u'Z':
                c = QChar(0x1A);
                break;
            default:
                break;
            }
        }
        out += c;
    }
    return out;
}

QString quotedLiteral(const QString &text)
{
    QString inner = text;
    inner.replace(u'\\', QStringLiteral("\\\\"));
    inner.replace(u'\'', QStringLiteral("''"));
    inner.replace(u'\n', QStringLiteral("\\n"));
    inner.replace(u'\r', QStringLiteral("\\r"));
    inner.replace(QChar(0), QStringLiteral("\\0"));
    return u'\'' + inner + u'\'';
}

QString quotedName(const QString &name)
{
    QString inner = name;
    inner.replace(u'`', QStringLiteral("``"));
    return u'`' + inner + u'`';
}

} // namespace countersign::engine::mysql

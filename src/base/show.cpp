#include "base/show.h"

#include <QStringDecoder>

namespace countersign::base {

using namespace Qt::StringLiterals;

namespace {

bool isHidden(char32_t c)
{
    if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) {
        return true;
    }
    if (c < 0x80) {
        return false;
    }
    switch (QChar::category(c)) {
    case QChar::Other_Format:
    case QChar::Other_Control:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    case QChar::Separator_Space:
        return true; // U+0020 was let through above; NBSP and its relatives look like a blank but are not one
    default:
        break;
    }
    // Fillers that render as nothing although they are letters (Hangul fillers, Mongolian vowel separator, and so on).
    return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x034F || (c >= 0xFE00 && c <= 0xFE0F) ||
           (c >= 0xE0100 && c <= 0xE01EF);
}

QString escape(char32_t c)
{
    const QString hex = QString::number(static_cast<uint>(c), 16).toUpper();
    if (c < 0x100) {
        return u"\\x"_s + hex.rightJustified(2, u'0');
    }
    return c > 0xFFFF ? u"\\u{%1}"_s.arg(hex) : u"\\u%1"_s.arg(hex.rightJustified(4, u'0'));
}

bool isLayout(char32_t c)
{
    return c == U'\n' || c == U'\t';
}

} // namespace

QString show(const QString &text, bool keepLayout)
{
    // Nearly every text is plain; it is returned without a copy.
    const bool plain = std::ranges::all_of(text, [keepLayout](QChar c) {
        return (c.unicode() >= 0x20 && c.unicode() < 0x7F) || (keepLayout && isLayout(c.unicode()));
    });
    if (plain) {
        return text;
    }
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text.at(i).unicode();
        if (text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text.at(i), text.at(i + 1));
            ++i;
        }
        if (isHidden(c) && !(keepLayout && isLayout(c))) {
            out += escape(c);
        } else {
            out += QString::fromUcs4(&c, 1);
        }
    }
    return out;
}

QString showBytes(QByteArrayView bytes, bool keepLayout)
{
    QString out;
    qsizetype i = 0;
    while (i < bytes.size()) {
        const auto lead = static_cast<uchar>(bytes[i]);
        const qsizetype length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
        if (i + length <= bytes.size()) {
            QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
            const QString piece = decoder.decode(bytes.sliced(i, length));
            if (!decoder.hasError() && !piece.isEmpty()) {
                out += show(piece, keepLayout);
                i += length;
                continue;
            }
        }
        out += escape(lead);
        ++i;
    }
    return out;
}

bool hasHiddenCharacters(const QString &text)
{
    return show(text, true) != text;
}

} // namespace countersign::base

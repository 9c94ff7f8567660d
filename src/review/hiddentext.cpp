#include "review/hiddentext.h"

#include "base/show.h"

#include <QHash>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace countersign::review {

using namespace Qt::StringLiterals;

namespace {

bool isCodeInComment(QByteArrayView rest)
{
    return rest.startsWith("/*!") || rest.startsWith("/*M!") || rest.startsWith("/*+");
}

bool isPlain(QByteArrayView line)
{
    for (qsizetype i = 0; i < line.size(); ++i) {
        const auto c = static_cast<uchar>(line[i]);
        if ((c < 0x20 && c != '\t') || c >= 0x7f || (c == '/' && isCodeInComment(line.sliced(i)))) {
            return false;
        }
    }
    return true;
}

/// Scripts with letters that look like Latin ones.
bool looksLatin(QChar::Script script)
{
    static constexpr std::array scripts{QChar::Script_Greek,    QChar::Script_Cyrillic, QChar::Script_Armenian,
                                        QChar::Script_Cherokee, QChar::Script_Coptic,   QChar::Script_Lisu,
                                        QChar::Script_Deseret};
    return std::ranges::find(scripts, script) != scripts.end();
}

/// Letters that cannot be told from Latin ones in most fonts (Unicode Technical Standard 39, confusables), of the two
/// scripts in which whole words can be written with them.
bool isDouble(char32_t c)
{
    static constexpr std::u32string_view doubles =
        U"\u0430\u0441\u0435\u043E\u0440\u0445\u0443\u0456\u0458\u0455\u0501\u051B\u051D\u04BB"
        U"\u0410\u0412\u0421\u0415\u041D\u0406\u0408\u041A\u041C\u041E\u0420\u0405\u0422\u0425\u0423\u04AE"
        U"\u03BF\u03BD\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7";
    return doubles.find(c) != std::u32string_view::npos;
}

/// Latin letters and digits that are not those of ASCII although they look the same: full width, mathematical, Kelvin.
bool isDisguisedAscii(char32_t c)
{
    return (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A) ||
           (c >= 0x1D400 && c <= 0x1D7FF) || c == 0x212A || c == 0x212B;
}

/// What is asked of a character, looked up once for each that occurs.
struct Traits {
    bool hidden = false; ///< or not what it looks like
    bool inWord = false;
    bool looksLatin = false; ///< a letter of a script whose letters look like Latin ones
    bool isDouble = false;   ///< cannot be told from one
};

class Alphabet
{
public:
    Traits operator[](char32_t c)
    {
        if (c < 0x80) {
            const bool letter = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
            return {(c < 0x20 && c != U'\t') || c == 0x7f, letter || (c >= U'0' && c <= U'9') || c == U'_', false,
                    false};
        }
        const auto known = m_known.constFind(c);
        if (known != m_known.constEnd()) {
            return *known;
        }
        const bool letter = QChar::isLetter(c);
        const bool foreign = letter && looksLatin(QChar::script(c));
        const Traits traits{base::hasHiddenCharacters(QString(QChar::fromUcs4(c))) || isDisguisedAscii(c),
                            letter || QChar::isNumber(c) || QChar::category(c) == QChar::Mark_NonSpacing, foreign,
                            foreign && isDouble(c)};
        return *m_known.insert(c, traits);
    }

private:
    QHash<char32_t, Traits> m_known;
};

/// One line, word by word.
class LineReader
{
public:
    explicit LineReader(Alphabet &alphabet) : m_alphabet(alphabet) {}

    bool hides(const QString &line)
    {
        for (const char32_t c : line.toUcs4()) {
            const Traits traits = m_alphabet[c];
            if (traits.hidden) {
                return true;
            }
            if (traits.inWord) {
                m_latin = m_latin || (c < 0x80 && c > U'9' && c != U'_');
                m_others += traits.looksLatin ? 1 : 0;
                m_double += traits.isDouble ? 1 : 0;
            } else {
                end();
            }
        }
        end();
        // A word of nothing but doubles is one of that language where the rest of the line is written in it, too.
        return m_mixed || (m_doubles && !m_foreign);
    }

private:
    void end()
    {
        m_mixed = m_mixed || (m_latin && m_others > 0);
        m_doubles = m_doubles || (m_others > 0 && m_double == m_others);
        m_foreign = m_foreign || (!m_latin && m_others > m_double);
        m_latin = false;
        m_others = 0;
        m_double = 0;
    }

    Alphabet &m_alphabet;
    bool m_latin = false;
    int m_others = 0;
    int m_double = 0;
    bool m_mixed = false;
    bool m_doubles = false;
    bool m_foreign = false;
};

bool holdsCodeInComment(QByteArrayView line)
{
    for (qsizetype at = line.indexOf("/*"); at >= 0; at = line.indexOf("/*", at + 2)) {
        if (isCodeInComment(line.sliced(at))) {
            return true;
        }
    }
    return false;
}

/// A line without its end.
bool hides(QByteArrayView line, Alphabet &alphabet)
{
    if (isPlain(line)) {
        return false;
    }
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    const QString text = decoder.decode(line);
    return decoder.hasError() || holdsCodeInComment(line) || LineReader(alphabet).hides(text);
}

/// Everything outside of ASCII as an escape: what only looks like something else is told apart by nothing less.
QString escaped(QByteArrayView line)
{
    constexpr qsizetype most = 200;
    QString out;
    for (const QChar c : base::showBytes(line)) {
        out += c.unicode() < 0x80 ? QString(c)
                                  : u"\\u"_s + QString::number(c.unicode(), 16).toUpper().rightJustified(4, u'0');
        if (out.size() > most) {
            return out + u"…"_s;
        }
    }
    return out;
}

/// Calls @p use with the number of every line that hides something and the line, until it returns false.
template <class Use>
void eachHidingLine(QByteArrayView script, Use use)
{
    if (script.startsWith("\xef\xbb\xbf")) {
        script = script.sliced(3);
    }
    Alphabet alphabet;
    int number = 1;
    for (qsizetype begin = 0; begin < script.size(); ++number) {
        qsizetype end = script.indexOf('\n', begin);
        end = end < 0 ? script.size() : end;
        QByteArrayView line = script.sliced(begin, end - begin);
        if (end < script.size() && line.endsWith('\r')) {
            line.chop(1);
        }
        if (hides(line, alphabet) && !use(number, line)) {
            return;
        }
        begin = end + 1;
    }
}

} // namespace

QString hiddenTextHazard()
{
    return u"hidden-text"_s;
}

bool hidesText(QByteArrayView script)
{
    bool found = false;
    eachHidingLine(script, [&found](int, QByteArrayView) {
        found = true;
        return false;
    });
    return found;
}

QStringList hiddenTextLines(QByteArrayView script)
{
    constexpr qsizetype most = 20;
    QStringList lines;
    eachHidingLine(script, [&lines](int number, QByteArrayView line) {
        lines << u"line %1: %2"_s.arg(number).arg(escaped(line));
        return lines.size() < most;
    });
    return lines;
}

QStringList hazardsOf(const QList<MigrationFile> &files)
{
    const bool hidden = std::any_of(files.begin(), files.end(), [](const MigrationFile &file) {
        return file.role != FileRole::Other && (hidesText(file.bytes) || hidesText(file.path));
    });
    return hidden ? QStringList{hiddenTextHazard()} : QStringList();
}

} // namespace countersign::review

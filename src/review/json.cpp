#include "review/json.h"

#include <QStringDecoder>

#include <algorithm>

namespace countersign::review {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 integerLimit = (qint64{1} << 53) - 1;

/// Nearly every string is printable ASCII that needs no escapes: ids, digests, names, base64.
bool isPlain(auto c)
{
    return c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
}

void encodeString(const QString &text, QByteArray &out)
{
    static constexpr char hex[] = "0123456789abcdef";
    out += '"';
    if (std::all_of(text.begin(), text.end(), [](QChar c) { return isPlain(c.unicode()); })) {
        out += text.toLatin1();
        out += '"';
        return;
    }
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\t':
            out += "\\t";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\r':
            out += "\\r";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                out += "\\u00";
                out += hex[static_cast<unsigned char>(c) >> 4];
                out += hex[static_cast<unsigned char>(c) & 15];
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

/// Recursive descent over the canonical grammar. Anything lenient would be caught by the comparison with the
/// re-encoding; being strict here as well gives errors that name the byte.
class Decoder
{
public:
    explicit Decoder(QByteArrayView bytes) : m_bytes(bytes) {}

    base::Result<Json> document()
    {
        auto value = this->value(0);
        if (value && m_at != m_bytes.size()) {
            return fail(u"bytes after the end of the document"_s);
        }
        return value;
    }

private:
    std::unexpected<base::Error> fail(const QString &what) const
    {
        return std::unexpected(base::integrityError(u"Malformed JSON: "_s + what, u"byte %1"_s.arg(m_at)));
    }

    [[nodiscard]] char peek() const { return m_at < m_bytes.size() ? m_bytes[m_at] : '\0'; }

    bool accept(char c)
    {
        if (m_at < m_bytes.size() && m_bytes[m_at] == c) {
            ++m_at;
            return true;
        }
        return false;
    }

    bool acceptWord(QByteArrayView word)
    {
        if (m_bytes.sliced(m_at).startsWith(word)) {
            m_at += word.size();
            return true;
        }
        return false;
    }

    base::Result<Json> value(int depth)
    {
        if (depth > jsonDepthLimit) {
            return fail(u"nested deeper than %1"_s.arg(jsonDepthLimit));
        }
        const char c = peek();
        if (c == '{') {
            return object(depth);
        }
        if (c == '[') {
            return array(depth);
        }
        if (c == '"') {
            CS_TRY(text, string());
            return Json(text);
        }
        if (c == '-' || (c >= '0' && c <= '9')) {
            return number();
        }
        if (acceptWord("true")) {
            return Json(true);
        }
        if (acceptWord("false")) {
            return Json(false);
        }
        return fail(m_at == m_bytes.size() ? u"unexpected end"_s : u"unexpected character"_s);
    }

    base::Result<Json> object(int depth)
    {
        JsonObject members;
        accept('{');
        if (accept('}')) {
            return Json(std::move(members));
        }
        do {
            if (peek() != '"') {
                return fail(u"a key must follow"_s);
            }
            CS_TRY(key, string());
            for (const QChar c : key) {
                if (c.unicode() < 0x20 || c.unicode() > 0x7e) {
                    return fail(u"a key is not printable ASCII"_s);
                }
            }
            if (members.contains(key)) {
                return fail(u"duplicate key \"%1\""_s.arg(key));
            }
            if (!accept(':')) {
                return fail(u"\":\" must follow a key"_s);
            }
            CS_TRY(member, value(depth + 1));
            members.emplace(key, std::move(member));
        } while (accept(','));
        if (!accept('}')) {
            return fail(u"\",\" or \"}\" must follow"_s);
        }
        return Json(std::move(members));
    }

    base::Result<Json> array(int depth)
    {
        JsonArray items;
        accept('[');
        if (accept(']')) {
            return Json(std::move(items));
        }
        do {
            CS_TRY(item, value(depth + 1));
            items.push_back(std::move(item));
        } while (accept(','));
        if (!accept(']')) {
            return fail(u"\",\" or \"]\" must follow"_s);
        }
        return Json(std::move(items));
    }

    base::Result<Json> number()
    {
        const bool negative = accept('-');
        if (peek() < '0' || peek() > '9') {
            return fail(u"a digit must follow"_s);
        }
        qint64 value = 0;
        const qsizetype first = m_at;
        while (peek() >= '0' && peek() <= '9') {
            value = value * 10 + (peek() - '0');
            if (value > integerLimit) {
                return fail(u"an integer of 2^53 or more"_s);
            }
            ++m_at;
        }
        if (m_at - first > 1 && m_bytes[first] == '0') {
            return fail(u"leading zero"_s);
        }
        if (peek() == '.' || peek() == 'e' || peek() == 'E') {
            return fail(u"fractions and exponents are not allowed"_s);
        }
        return Json(negative ? -value : value);
    }

    base::Result<char32_t> escapedUnit()
    {
        if (m_bytes.size() - m_at < 4) {
            return fail(u"unfinished escape"_s);
        }
        bool ok = false;
        const uint unit = m_bytes.sliced(m_at, 4).toByteArray().toUInt(&ok, 16);
        if (!ok) {
            return fail(u"malformed escape"_s);
        }
        m_at += 4;
        // RFC 8785 escapes only control characters; everything else stands for itself.
        if (unit >= 0x20) {
            return fail(u"a character is escaped that must stand for itself"_s);
        }
        return char32_t{unit};
    }

    base::Result<QString> string()
    {
        accept('"');
        qsizetype end = m_at;
        while (end < m_bytes.size() && isPlain(static_cast<unsigned char>(m_bytes[end]))) {
            ++end;
        }
        if (end < m_bytes.size() && m_bytes[end] == '"') {
            const QString text = QString::fromLatin1(m_bytes.sliced(m_at, end - m_at));
            m_at = end + 1;
            return text;
        }
        QByteArray utf8;
        while (true) {
            if (m_at >= m_bytes.size()) {
                return fail(u"unfinished string"_s);
            }
            const char c = m_bytes[m_at++];
            if (c == '"') {
                break;
            }
            if (static_cast<unsigned char>(c) < 0x20) {
                return fail(u"control character in a string"_s);
            }
            if (c != '\\') {
                utf8 += c;
                continue;
            }
            const char escape = peek();
            ++m_at;
            static constexpr QByteArrayView escapes = "\"\\btnfr";
            static constexpr QByteArrayView meanings = "\"\\\b\t\n\f\r";
            if (const qsizetype index = escapes.indexOf(escape); escape != '\0' && index >= 0) {
                utf8 += meanings[index];
            } else if (escape == 'u') {
                CS_TRY(unit, escapedUnit());
                utf8 += static_cast<char>(unit);
            } else {
                return fail(u"unknown escape"_s);
            }
        }
        QStringDecoder decoder(QStringDecoder::Utf8,
                               QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
        const QString text = decoder(utf8);
        if (decoder.hasError() || !text.isValidUtf16()) {
            return fail(u"invalid UTF-8 in a string"_s);
        }
        return text;
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
};

const Json &emptyJson()
{
    static const Json empty;
    return empty;
}

const JsonArray &emptyArray()
{
    static const JsonArray empty;
    return empty;
}

} // namespace

Json::Json(const QStringList &values)
{
    JsonArray array;
    array.reserve(static_cast<std::size_t>(values.size()));
    for (const QString &value : values) {
        array.emplace_back(value);
    }
    m_value = std::move(array);
}

QByteArray Json::encode() const
{
    QByteArray out;
    encodeTo(out);
    return out;
}

void Json::encodeTo(QByteArray &out) const
{
    if (const bool *value = boolean()) {
        out += *value ? "true" : "false";
    } else if (const qint64 *number = integer()) {
        out += QByteArray::number(*number);
    } else if (const QString *text = string()) {
        encodeString(*text, out);
    } else if (const JsonArray *items = array()) {
        out += '[';
        for (std::size_t i = 0; i < items->size(); ++i) {
            if (i > 0) {
                out += ',';
            }
            (*items)[i].encodeTo(out);
        }
        out += ']';
    } else if (const JsonObject *members = object()) {
        out += '{';
        bool first = true;
        for (const auto &[key, member] : *members) {
            if (!first) {
                out += ',';
            }
            first = false;
            encodeString(key, out);
            out += ':';
            member.encodeTo(out);
        }
        out += '}';
    }
}

base::Result<Json> decodeJson(QByteArrayView bytes, qsizetype limit)
{
    if (bytes.size() > limit) {
        return std::unexpected(base::integrityError(
            u"Signed data of %1 bytes is larger than the limit of %2"_s.arg(bytes.size()).arg(limit)));
    }
    CS_TRY(value, Decoder(bytes).document());
    if (value.encode() != bytes) {
        return std::unexpected(base::integrityError(u"Malformed JSON: not in canonical form"_s));
    }
    return value;
}

bool isDigest(const QString &text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

Fields::Fields(const Json &json, QString where) : m_object(json.object()), m_where(std::move(where))
{
    if (m_object == nullptr) {
        m_problem = u"is not an object"_s;
    }
}

bool Fields::has(const QString &key) const
{
    return m_object != nullptr && m_object->contains(key);
}

void Fields::fail(const QString &problem)
{
    if (m_problem.isEmpty()) {
        m_problem = problem;
    }
}

const Json *Fields::take(const QString &key)
{
    const auto found = m_object == nullptr ? JsonObject::const_iterator() : m_object->find(key);
    if (m_object == nullptr || found == m_object->end()) {
        fail(u"\"%1\" is missing"_s.arg(key));
        return nullptr;
    }
    m_taken.push_back(&found->second);
    return &found->second;
}

QString Fields::text(const QString &key, qsizetype limit)
{
    const Json *json = take(key);
    if (json == nullptr) {
        return {};
    }
    if (json->string() == nullptr || json->string()->size() > limit) {
        fail(u"\"%1\" is not a string of at most %2 characters"_s.arg(key).arg(limit));
        return {};
    }
    return *json->string();
}

qint64 Fields::integer(const QString &key, qint64 least, qint64 most)
{
    const Json *json = take(key);
    if (json == nullptr) {
        return 0;
    }
    if (json->integer() == nullptr || *json->integer() < least || *json->integer() > most) {
        fail(u"\"%1\" is not an integer from %2 to %3"_s.arg(key).arg(least).arg(most));
        return 0;
    }
    return *json->integer();
}

bool Fields::boolean(const QString &key)
{
    const Json *json = take(key);
    if (json == nullptr) {
        return false;
    }
    if (json->boolean() == nullptr) {
        fail(u"\"%1\" is neither true nor false"_s.arg(key));
        return false;
    }
    return *json->boolean();
}

QString Fields::digest(const QString &key)
{
    const QString value = text(key, 64);
    if (m_problem.isEmpty() && !isDigest(value)) {
        fail(u"\"%1\" is not a digest of 64 hex digits"_s.arg(key));
    }
    return value;
}

QString Fields::digestOrEmpty(const QString &key)
{
    const QString value = text(key, 64);
    if (m_problem.isEmpty() && !value.isEmpty() && !isDigest(value)) {
        fail(u"\"%1\" is neither empty nor a digest of 64 hex digits"_s.arg(key));
    }
    return value;
}

QByteArray Fields::base64(const QString &key, qsizetype limit)
{
    const QString value = text(key, limit * 4 / 3 + 4);
    const auto decoded = QByteArray::fromBase64Encoding(value.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    // Compared with its re-encoding so that one value has one spelling (no missing or non-zero padding).
    if (!decoded || QString::fromLatin1((*decoded).toBase64()) != value) {
        fail(u"\"%1\" is not base64"_s.arg(key));
        return {};
    }
    return *decoded;
}

QStringList Fields::texts(const QString &key, qsizetype countLimit, qsizetype limit)
{
    QStringList values;
    for (const Json &item : array(key, countLimit)) {
        if (item.string() == nullptr || item.string()->size() > limit) {
            fail(u"\"%1\" holds something other than strings of at most %2 characters"_s.arg(key).arg(limit));
            return {};
        }
        values << *item.string();
    }
    return values;
}

QStringList Fields::digests(const QString &key, qsizetype countLimit)
{
    const QStringList values = texts(key, countLimit, 64);
    if (!std::all_of(values.begin(), values.end(), isDigest)) {
        fail(u"\"%1\" holds something other than digests"_s.arg(key));
        return {};
    }
    return values;
}

const JsonArray &Fields::array(const QString &key, qsizetype countLimit)
{
    const Json *json = take(key);
    if (json == nullptr) {
        return emptyArray();
    }
    if (json->array() == nullptr || static_cast<qsizetype>(json->array()->size()) > countLimit) {
        fail(u"\"%1\" is not a list of at most %2 items"_s.arg(key).arg(countLimit));
        return emptyArray();
    }
    return *json->array();
}

const Json &Fields::object(const QString &key)
{
    const Json *json = take(key);
    if (json == nullptr) {
        return emptyJson();
    }
    if (json->object() == nullptr) {
        fail(u"\"%1\" is not an object"_s.arg(key));
        return emptyJson();
    }
    return *json;
}

QString Fields::word(const QString &key, const QStringList &words)
{
    const QString value = text(key, 64);
    if (m_problem.isEmpty() && !words.contains(value)) {
        fail(u"\"%1\" is none of: %2"_s.arg(key, words.join(u", ")));
    }
    return value;
}

base::Result<void> Fields::done() const
{
    if (!m_problem.isEmpty()) {
        return std::unexpected(base::integrityError(u"Malformed %1: %2"_s.arg(m_where, m_problem)));
    }
    for (const auto &[key, value] : *m_object) {
        if (std::ranges::find(m_taken, &value) == m_taken.end()) {
            return std::unexpected(base::integrityError(u"Malformed %1: unknown key \"%2\""_s.arg(m_where, key)));
        }
    }
    return {};
}

} // namespace countersign::review

#include "review/stricttoml.h"

#include "base/show.h"

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#include <toml++/toml.hpp>
#pragma GCC diagnostic pop

namespace countersign::review {

using namespace Qt::StringLiterals;

namespace {

constexpr int depthLimit = 16;

QString at(const QString &where, int line)
{
    return line > 0 ? u"%1:%2"_s.arg(where).arg(line) : where;
}

base::Result<TomlValue> convert(const toml::node &node, const QString &where, int depth)
{
    TomlValue converted;
    converted.line = static_cast<int>(node.source().begin.line);
    if (depth > depthLimit) {
        return std::unexpected(base::usageError(u"Nested too deeply"_s, at(where, converted.line)));
    }
    if (const auto *text = node.as_string()) {
        converted.value = QString::fromStdString(text->get());
    } else if (const auto *number = node.as_integer()) {
        converted.value = qint64{number->get()};
    } else if (const auto *flag = node.as_boolean()) {
        converted.value = flag->get();
    } else if (const auto *array = node.as_array()) {
        TomlArray items;
        for (const toml::node &item : *array) {
            CS_TRY(value, convert(item, where, depth + 1));
            items.push_back(std::move(value));
        }
        converted.value = std::move(items);
    } else if (const auto *table = node.as_table()) {
        TomlTable members;
        for (const auto &[key, item] : *table) {
            CS_TRY(value, convert(item, where, depth + 1));
            members.emplace(QString::fromUtf8(key.str().data(), static_cast<qsizetype>(key.str().size())),
                            std::move(value));
        }
        converted.value = std::move(members);
    } else {
        return std::unexpected(
            base::usageError(u"Only strings, integers, true and false, lists and tables are used here"_s,
                             at(where, converted.line), u"Write dates and durations as strings."_s));
    }
    return converted;
}

/// Follows quotes and comments, byte by byte, as far as the text is TOML.
class TomlScanner
{
public:
    explicit TomlScanner(QByteArrayView bytes) : m_bytes(bytes) {}

    /// The line of the first thing that must not be there, or 0.
    int badLine()
    {
        while (m_at < m_bytes.size()) {
            const char c = m_bytes[m_at];
            if (c == '\n') {
                ++m_line;
                m_dots = 0;
                m_value = m_value && m_depth > 0;
            } else if (c == '=') {
                m_value = true;
            } else if (m_value && (c == '[' || c == '{')) {
                ++m_depth;
            } else if (m_value && (c == ']' || c == '}')) {
                m_depth = std::max(m_depth - 1, 0);
            } else if ((c == '"' || c == '\'') && isGlued()) {
                // No string: toml++ reads on as if it were part of the word or number in front.
            } else if (c == '#') {
                skipComment();
                continue;
            } else if (c == '"' || c == '\'') {
                if (!skipQuoted(c)) {
                    return m_line;
                }
                continue;
            } else if ((c & 0x80) != 0 && !(m_at < 3 && m_bytes.startsWith("\xef\xbb\xbf"))) {
                return m_line;
            } else if (c == '.' && ++m_dots > mostDots) {
                return m_line;
            }
            ++m_at;
        }
        return 0;
    }

private:
    void skipComment()
    {
        while (m_at < m_bytes.size() && m_bytes[m_at] != '\n') {
            ++m_at;
        }
    }

    [[nodiscard]] bool isGlued() const
    {
        const char before = m_at > 0 ? m_bytes[m_at - 1] : '\n';
        const bool word = (before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z') ||
                          (before >= '0' && before <= '9') || QByteArrayView("_+-:\"'").contains(before);
        // A key may go on with a quoted part after a dot, a value may not.
        return word || (before == '.' && m_value);
    }

    bool skipQuoted(char quote)
    {
        const QByteArray three(3, quote);
        const bool many = m_bytes.sliced(m_at).startsWith(three);
        m_at += many ? 3 : 1;
        while (m_at < m_bytes.size()) {
            const char c = m_bytes[m_at];
            if (c == '\\' && quote == '"') {
                ++m_at;
                if (many && !skipFoldedSpace()) {
                    return false;
                }
            } else if (c == '\n' && !many) {
                return true;
            } else if (many ? m_bytes.sliced(m_at).startsWith(three) : c == quote) {
                m_at += many ? 3 : 1;
                // Up to two quotes may stand before the three that end.
                while (many && m_at < m_bytes.size() && m_bytes[m_at] == quote) {
                    ++m_at;
                }
                return true;
            }
            m_line += m_at < m_bytes.size() && m_bytes[m_at] == '\n' ? 1 : 0;
            ++m_at;
        }
        return true;
    }

    /// A backslash before a line's end folds the space after it, which toml++ looks for with the same function.
    bool skipFoldedSpace()
    {
        qsizetype at = m_at;
        while (at < m_bytes.size() && QByteArrayView(" \t\r\n\v\f").contains(m_bytes[at])) {
            ++at;
        }
        return at >= m_bytes.size() || (m_bytes[at] & 0x80) == 0;
    }

    static constexpr int mostDots = 64;
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    int m_line = 1;
    int m_dots = 0;
    bool m_value = false; ///< after "=", until the line or the brackets opened since end
    int m_depth = 0;
};

} // namespace

base::Result<void> checkTomlText(QByteArrayView bytes, const QString &where)
{
    if (const int line = TomlScanner(bytes).badLine(); line > 0) {
        return std::unexpected(base::usageError(
            u"Letters outside ASCII belong in quotes, and names have at most 64 parts"_s, at(where, line)));
    }
    return {};
}

base::Result<TomlValue> parseToml(QByteArrayView bytes, const QString &where)
{
    CS_CHECK(checkTomlText(bytes, where));
    const toml::parse_result result =
        toml::parse(std::string_view(bytes.data(), static_cast<std::size_t>(bytes.size())));
    if (!result) {
        const toml::parse_error &error = result.error();
        const std::string_view text = error.description();
        return std::unexpected(
            base::usageError(base::showBytes(QByteArrayView(text.data(), static_cast<qsizetype>(text.size()))),
                             at(where, static_cast<int>(error.source().begin.line))));
    }
    return convert(result.table(), where, 0);
}

TomlReader::TomlReader(const TomlValue &table, QString path, QString where)
    : m_table(std::get_if<TomlTable>(&table.value)), m_line(table.line), m_path(std::move(path)),
      m_where(std::move(where))
{
    if (m_table == nullptr) {
        m_problem = base::usageError(u"\"%1\" must be a table"_s.arg(m_path), at(m_where, m_line));
    }
}

bool TomlReader::has(const QString &key) const
{
    return m_table != nullptr && m_table->contains(key);
}

QString TomlReader::where(const QString &key) const
{
    return at(m_where, has(key) ? m_table->at(key).line : m_line);
}

void TomlReader::fail(const QString &key, const QString &problem)
{
    if (!m_problem) {
        const QString name = m_path.isEmpty() ? key : m_path + u'.' + key;
        m_problem = base::usageError(u"\"%1\" %2"_s.arg(base::show(name), problem), where(key));
    }
}

const TomlValue *TomlReader::take(const QString &key, bool required)
{
    m_taken.insert(key);
    if (!has(key)) {
        if (required) {
            fail(key, u"is missing"_s);
        }
        return nullptr;
    }
    return &m_table->at(key);
}

QString TomlReader::text(const QString &key, std::optional<QString> fallback)
{
    const TomlValue *value = take(key, !fallback);
    if (value == nullptr) {
        return fallback.value_or(QString());
    }
    if (const auto *text = std::get_if<QString>(&value->value)) {
        return *text;
    }
    fail(key, u"must be a string"_s);
    return {};
}

qint64 TomlReader::integer(const QString &key, qint64 least, qint64 most, std::optional<qint64> fallback)
{
    const TomlValue *value = take(key, !fallback);
    if (value == nullptr) {
        return fallback.value_or(0);
    }
    const auto *number = std::get_if<qint64>(&value->value);
    if (number == nullptr || *number < least || *number > most) {
        fail(key, u"must be an integer from %1 to %2"_s.arg(least).arg(most));
        return least;
    }
    return *number;
}

bool TomlReader::boolean(const QString &key, bool fallback)
{
    const TomlValue *value = take(key, false);
    if (value == nullptr) {
        return fallback;
    }
    if (const auto *flag = std::get_if<bool>(&value->value)) {
        return *flag;
    }
    fail(key, u"must be true or false"_s);
    return fallback;
}

QStringList TomlReader::texts(const QString &key, std::optional<QStringList> fallback)
{
    const TomlValue *value = take(key, !fallback);
    if (value == nullptr) {
        return fallback.value_or(QStringList());
    }
    const auto *array = std::get_if<TomlArray>(&value->value);
    QStringList texts;
    for (const TomlValue &item : array != nullptr ? *array : TomlArray()) {
        const auto *text = std::get_if<QString>(&item.value);
        if (text == nullptr) {
            array = nullptr;
            break;
        }
        texts << *text;
    }
    if (array == nullptr) {
        fail(key, u"must be a list of strings"_s);
    }
    return texts;
}

std::vector<std::pair<QString, TomlReader>> TomlReader::tables(const QString &key)
{
    std::vector<std::pair<QString, TomlReader>> readers;
    const TomlValue *value = take(key, false);
    const auto *table = value != nullptr ? std::get_if<TomlTable>(&value->value) : nullptr;
    if (value != nullptr && table == nullptr) {
        fail(key, u"must be a table"_s);
    }
    for (const auto &[name, member] : table != nullptr ? *table : TomlTable()) {
        readers.emplace_back(
            name, TomlReader(table->at(name), (m_path.isEmpty() ? key : m_path + u'.' + key) + u'.' + name, m_where));
    }
    return readers;
}

std::optional<TomlReader> TomlReader::table(const QString &key)
{
    const TomlValue *value = take(key, false);
    if (value == nullptr) {
        return std::nullopt;
    }
    return TomlReader(*value, m_path.isEmpty() ? key : m_path + u'.' + key, m_where);
}

std::vector<TomlReader> TomlReader::tableArray(const QString &key)
{
    std::vector<TomlReader> readers;
    const TomlValue *value = take(key, false);
    const auto *array = value != nullptr ? std::get_if<TomlArray>(&value->value) : nullptr;
    if (value != nullptr && array == nullptr) {
        fail(key, u"must be written as [[%1]]"_s.arg(key));
        return readers;
    }
    for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
        readers.emplace_back((*array)[i], m_path.isEmpty() ? key : m_path + u'.' + key, m_where);
    }
    return readers;
}

base::Result<void> TomlReader::done() const
{
    if (m_problem) {
        return std::unexpected(*m_problem);
    }
    for (const auto &[key, value] : *m_table) {
        if (!m_taken.contains(key)) {
            QStringList known(m_taken.begin(), m_taken.end());
            return std::unexpected(
                base::usageError(u"unknown key \"%1\""_s.arg(base::show(m_path.isEmpty() ? key : m_path + u'.' + key)),
                                 at(m_where, value.line), u"Known here: %1."_s.arg(known.join(u", "))));
        }
    }
    return {};
}

} // namespace countersign::review

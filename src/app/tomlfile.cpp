#include "app/tomlfile.h"

#include "review/stricttoml.h"

#include <QFile>

#include <set>
#include <toml++/toml.hpp>

namespace countersign::app {

using namespace Qt::StringLiterals;
using base::Result;

struct TomlTable::Shared {
    QString path;
    toml::table root;
    std::set<const void *> asked; ///< nodes somebody read
    QString problem;
    QString problemWhere;

    [[nodiscard]] QString place(const toml::node &node) const
    {
        return u"%1:%2"_s.arg(path).arg(node.source().begin.line);
    }
    void wrongType(const toml::node &node, const QString &key, const QString &wanted)
    {
        if (problem.isEmpty()) {
            problem = u"\"%1\" must be %2"_s.arg(key, wanted);
            problemWhere = place(node);
        }
    }
    void findUnasked(const toml::node &node, const QString &key)
    {
        if (!problem.isEmpty()) {
            return;
        }
        if (!asked.contains(&node)) {
            problem = u"Unknown setting \"%1\""_s.arg(key);
            problemWhere = place(node);
            return;
        }
        if (const toml::table *table = node.as_table()) {
            for (const auto &[name, value] : *table) {
                findUnasked(value, QString::fromUtf8(name.data(), static_cast<qsizetype>(name.length())));
            }
        } else if (const toml::array *array = node.as_array()) {
            for (const toml::node &value : *array) {
                if (value.is_table()) {
                    findUnasked(value, key);
                }
            }
        }
    }
};

namespace {

const toml::table &asTable(const void *node)
{
    return *static_cast<const toml::table *>(node);
}

QString fromStd(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

QString TomlTable::text(const QString &key, const QString &fallback)
{
    const toml::node *node = asTable(m_node).get(key.toStdString());
    if (node == nullptr) {
        return fallback;
    }
    m_shared->asked.insert(node);
    if (const auto *value = node->as_string()) {
        return fromStd(value->get());
    }
    m_shared->wrongType(*node, key, u"text in quotes"_s);
    return fallback;
}

qint64 TomlTable::integer(const QString &key, qint64 fallback)
{
    const toml::node *node = asTable(m_node).get(key.toStdString());
    if (node == nullptr) {
        return fallback;
    }
    m_shared->asked.insert(node);
    if (const auto *value = node->as_integer()) {
        return value->get();
    }
    m_shared->wrongType(*node, key, u"a whole number"_s);
    return fallback;
}

QStringList TomlTable::texts(const QString &key)
{
    QStringList out;
    const toml::node *node = asTable(m_node).get(key.toStdString());
    if (node == nullptr) {
        return out;
    }
    m_shared->asked.insert(node);
    const toml::array *array = node->as_array();
    if (array == nullptr) {
        m_shared->wrongType(*node, key, u"a list of texts: [\"…\"]"_s);
        return out;
    }
    for (const toml::node &entry : *array) {
        if (const auto *value = entry.as_string()) {
            out << fromStd(value->get());
        } else {
            m_shared->wrongType(entry, key, u"a list of texts: [\"…\"]"_s);
        }
    }
    return out;
}

std::optional<TomlTable> TomlTable::table(const QString &key)
{
    const toml::node *node = asTable(m_node).get(key.toStdString());
    if (node == nullptr) {
        return std::nullopt;
    }
    m_shared->asked.insert(node);
    if (node->as_table() == nullptr) {
        m_shared->wrongType(*node, key, u"a table: [%1]"_s.arg(key));
        return std::nullopt;
    }
    return TomlTable(m_shared, node->as_table());
}

std::vector<TomlTable> TomlTable::tables(const QString &key)
{
    std::vector<TomlTable> out;
    const toml::node *node = asTable(m_node).get(key.toStdString());
    if (node == nullptr) {
        return out;
    }
    m_shared->asked.insert(node);
    const toml::array *array = node->as_array();
    if (array == nullptr) {
        m_shared->wrongType(*node, key, u"an array of tables: [[%1]]"_s.arg(key));
        return out;
    }
    for (const toml::node &entry : *array) {
        m_shared->asked.insert(&entry);
        if (entry.as_table() != nullptr) {
            out.push_back(TomlTable(m_shared, entry.as_table()));
        } else {
            m_shared->wrongType(entry, key, u"an array of tables: [[%1]]"_s.arg(key));
        }
    }
    return out;
}

QStringList TomlTable::tableNames() const
{
    QStringList out;
    for (const QString &key : keys()) {
        if (asTable(m_node).get(key.toStdString())->is_table()) {
            out << key;
        }
    }
    return out;
}

QStringList TomlTable::keys() const
{
    // toml++ keeps keys sorted; people expect the order of their file.
    std::vector<std::pair<toml::source_index, QString>> found;
    for (const auto &[name, value] : asTable(m_node)) {
        found.emplace_back(name.source().begin.line, fromStd(name.str()));
    }
    std::ranges::stable_sort(found, {}, &std::pair<toml::source_index, QString>::first);
    QStringList out;
    for (const auto &entry : found) {
        out << entry.second;
    }
    return out;
}

QString TomlTable::where(const QString &key) const
{
    const toml::node *node = asTable(m_node).get(key.toStdString());
    return m_shared->place(node != nullptr ? *node : static_cast<const toml::node &>(asTable(m_node)));
}

Result<TomlFile> TomlFile::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return base::Fail(base::usageError(u"The file cannot be read: "_s + file.errorString(), path));
    }
    TomlFile out;
    out.m_shared = std::make_shared<TomlTable::Shared>();
    out.m_shared->path = path;
    try {
        const QByteArray bytes = file.readAll();
        CS_CHECK(review::checkTomlText(bytes, path));
        out.m_shared->root = toml::parse(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    } catch (const toml::parse_error &error) {
        return base::Fail(
            base::usageError(u"This is not valid TOML: "_s + fromStd(error.description()),
                             u"%1:%2:%3"_s.arg(path).arg(error.source().begin.line).arg(error.source().begin.column)));
    }
    out.m_shared->asked.insert(&out.m_shared->root);
    return out;
}

TomlTable TomlFile::root() const
{
    return TomlTable(m_shared, &m_shared->root);
}

Result<void> TomlFile::problems() const
{
    m_shared->findUnasked(m_shared->root, {});
    if (m_shared->problem.isEmpty()) {
        return {};
    }
    return base::Fail(
        base::usageError(m_shared->problem, m_shared->problemWhere, u"See docs/workspace.md for every setting."_s));
}

QString tomlString(const QString &text)
{
    QString out = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\') {
            out += u'\\';
        }
        if (c.unicode() < 0x20 || c.unicode() == 0x7F) {
            out += u"\\u%1"_s.arg(QString::number(c.unicode(), 16).rightJustified(4, u'0'));
        } else {
            out += c;
        }
    }
    return out + u'"';
}

QString tomlKey(const QString &text)
{
    const bool bare = !text.isEmpty() && std::ranges::all_of(text, [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'_' || c == u'-');
    });
    return bare ? text : tomlString(text);
}

} // namespace countersign::app

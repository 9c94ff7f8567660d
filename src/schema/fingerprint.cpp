#include "schema/schema.h"
#include "schema/values.h"

#include <QCryptographicHash>

namespace countersign::schema {

using namespace Qt::StringLiterals;

namespace {

/// Feeds the canonical form into a hash: every value with its length before it, so that no two different schemas give
/// the same bytes; fields by name, so that a field added later with its default value changes nothing.
class Canonical
{
public:
    explicit Canonical(const Normalizer &normalize) : m_normalize(normalize) {}

    [[nodiscard]] QString result() const { return u"sha256:"_s + QString::fromLatin1(m_hash.result().toHex()); }

    void add(const QString &value)
    {
        const QByteArray bytes = value.toUtf8();
        m_hash.addData(QByteArray::number(bytes.size()) + ':');
        m_hash.addData(bytes);
    }
    void add(const SqlText &value) { add(value.isEmpty() || !m_normalize ? value.text : m_normalize(value.text)); }
    void add(bool value) { add(valueText(value)); }
    void add(int value) { add(valueText(value)); }
    void add(ConstraintKind value) { add(valueText(value)); }
    void add(const QStringList &values)
    {
        for (const QString &value : values) {
            add(value);
        }
        add(u"]"_s);
    }
    void add(const Attributes &values)
    {
        for (const auto &[key, value] : values) {
            add(key);
            add(value);
        }
        add(u"}"_s);
    }
    template <Described T>
    void add(const Boxed<T> &value)
    {
        add(value.get());
    }
    template <Described T>
    void add(const std::vector<T> &values)
    {
        for (const T &value : values) {
            if constexpr (Part<T>) {
                add(partName(value));
            }
            add(value);
        }
        add(u"]"_s);
    }
    /// By name: the order of the columns is no difference unless asked for, and what a plan cannot express must not
    /// keep a fingerprint from being reached.
    void add(const std::vector<Column> &columns)
    {
        std::vector<const Column *> byName;
        byName.reserve(columns.size());
        for (const Column &column : columns) {
            byName.push_back(&column);
        }
        std::ranges::stable_sort(byName, {}, [](const Column *column) { return column->name; });
        for (const Column *column : byName) {
            add(column->name);
            add(*column);
        }
        add(u"]"_s);
    }
    template <Described T>
    void add(const T &value)
    {
        static const T defaults{};
        forEachField<T>([&](const auto &field) {
            if (field.attention == Attention::Compared && value.*(field.member) != defaults.*(field.member)) {
                add(QString::fromLatin1(field.name));
                add(value.*(field.member));
            }
        });
        add(u"."_s);
    }
    void addObject(const Object &object)
    {
        const ObjectId id = idOf(object);
        add(nameOf(id.kind));
        add(id.schema);
        add(id.name);
        std::visit([this](const auto &value) { add(value); }, object);
    }

private:
    template <class T>
    static QString partName(const T &part)
    {
        if constexpr (requires { part.nameIsGenerated; }) {
            return part.nameIsGenerated ? QString() : part.name;
        } else {
            return part.name;
        }
    }

    const Normalizer &m_normalize;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

} // namespace

QString fingerprint(const Schema &schema, const Normalizer &normalize)
{
    Canonical canonical(normalize);
    canonical.add(isMySqlFamily(schema.engine) ? u"mysql-family"_s : nameOf(schema.engine));
    for (const Object &object : schema.objects) {
        canonical.addObject(object);
    }
    return canonical.result();
}

QString fingerprint(const Object &object, const Normalizer &normalize)
{
    Canonical canonical(normalize);
    canonical.addObject(object);
    return canonical.result();
}

} // namespace countersign::schema

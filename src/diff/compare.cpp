#include "diff/compare.h"

#include "diff/ignoredbydefault.h"
#include "diff/renames.h"
#include "diff/viewcolumns.h"
#include "schema/values.h"
#include "sql/normalform.h"

#include <QRegularExpression>

namespace countersign::diff {

using namespace Qt::StringLiterals;
using schema::Attention;
using schema::Attributes;
using schema::Described;
using schema::ObjectId;
using schema::ObjectKind;
using schema::SqlText;

namespace {

/// Compares two schemas object by object; every field through one of the overloads of same()/list().
class Comparer
{
public:
    Comparer(const schema::Schema &from, const schema::Schema &to, const Options &options)
        : m_from(from), m_to(to), m_options(options), m_dialect(sql::dialectOf(to.engine))
    {
        for (const QString &pattern : options.excludePaths) {
            m_excluded << QRegularExpression::fromWildcard(pattern);
        }
    }

    Comparison run()
    {
        auto left = m_from.objects.cbegin();
        auto right = m_to.objects.cbegin();
        while (left != m_from.objects.end() || right != m_to.objects.end()) {
            if (right == m_to.objects.end() || (left != m_from.objects.end() && idOf(*left) < idOf(*right))) {
                addWhole(Change::Removed, idOf(*left++));
            } else if (left == m_from.objects.end() || idOf(*right) < idOf(*left)) {
                addWhole(Change::Added, idOf(*right++));
            } else {
                compareObjects(*left++, *right++);
            }
        }
        return std::move(m_result);
    }

private:
    [[nodiscard]] bool inScope(const ObjectId &id) const
    {
        if (!m_options.schemas.isEmpty()) {
            const QString &name = id.kind == ObjectKind::Namespace ? id.name : id.schema;
            if (!name.isEmpty() && !m_options.schemas.contains(name)) {
                return false;
            }
        }
        return true;
    }

    /// The switch that hides an object as a whole, or an empty text.
    [[nodiscard]] QString hiddenBy(const ObjectId &id) const
    {
        if (m_options.only && !m_options.only->contains(id.kind)) {
            return u"only"_s;
        }
        if (m_options.ignore.contains(nameOf(id.kind))) {
            return nameOf(id.kind);
        }
        const QString path = id.path();
        for (const QRegularExpression &pattern : m_excluded) {
            if (pattern.match(path).hasMatch()) {
                return u"exclude "_s + path;
            }
        }
        return {};
    }

    void add(Difference difference)
    {
        if (!inScope(difference.id)) {
            return;
        }
        const QString option = hiddenBy(difference.id);
        if (option.isEmpty()) {
            m_result.differences.push_back(std::move(difference));
        } else {
            m_result.suppressed.push_back({std::move(difference), option});
        }
    }

    void addWhole(Change change, const ObjectId &id) { add({change, id, id, {}}); }

    /// Without the options, where the role that read one of the two may not see them; that is listed as not compared.
    static schema::CatalogObject seenByBoth(schema::CatalogObject object, const schema::CatalogObject &other)
    {
        const QString hidden = u"optionsHidden"_s;
        if (object.attributes.contains(hidden) || other.attributes.contains(hidden)) {
            std::erase_if(object.attributes, [&](const auto &attribute) {
                return attribute.first == hidden || attribute.first.startsWith(u"option."_s);
            });
        }
        return object;
    }

    void compareObjects(const schema::Object &left, const schema::Object &right)
    {
        const ObjectId id = idOf(right);
        std::visit(
            [&](const auto &a, const auto &b) {
                if constexpr (std::is_same_v<decltype(a), const schema::CatalogObject &> &&
                              std::is_same_v<decltype(a), decltype(b)>) {
                    if (a != b) {
                        compareFields(id, seenByBoth(a, b), seenByBoth(b, a));
                    }
                } else if constexpr (std::is_same_v<decltype(a), const schema::View &> &&
                                     std::is_same_v<decltype(a), decltype(b)>) {
                    if (a != b && areTwoProducts()) {
                        compareFields(id, withoutColumnList(a, m_dialect), withoutColumnList(b, m_dialect));
                    } else if (a != b) {
                        compareFields(id, a, b);
                    }
                } else if constexpr (std::is_same_v<decltype(a), decltype(b)>) {
                    if (a != b) {
                        compareFields(id, a, b);
                    }
                }
            },
            left, right);
    }

    /// All fields of one described value; parts become differences of their own.
    template <Described T>
    void compareFields(const ObjectId &id, const T &a, const T &b)
    {
        std::vector<Property> properties;
        schema::forEachField<T>([&](const auto &field) {
            const auto &left = a.*(field.member);
            const auto &right = b.*(field.member);
            if (field.attention == Attention::NotCompared || left == right) {
                return;
            }
            const QString name = QString::fromLatin1(field.name);
            if constexpr (requires { compareParts(id, left, right); }) {
                compareParts(id, left, right);
            } else {
                list(name, left, right, properties);
            }
        });
        if (areTwoProducts()) {
            std::erase_if(properties, sameInBothProducts<T>);
        }
        report(id, std::move(properties), ignoredByDefault<T>());
    }

    [[nodiscard]] bool areTwoProducts() const
    {
        return schema::isMySqlFamily(m_from.engine) && m_from.engine != m_to.engine;
    }

    /// What MySQL and MariaDB spell differently. MySQL shows no display width of integers (8.0.19, but tinyint(1) and
    /// ZEROFILL), which says nothing about values; NO ACTION is RESTRICT in InnoDB (manual, FOREIGN KEY Constraints);
    /// no program notices NO_AUTO_CREATE_USER, which MySQL no longer has.
    template <Described T>
    static bool sameInBothProducts(const Property &property)
    {
        const auto withoutWidth = [](QString type) {
            static const QRegularExpression width(u"\\b(tinyint|smallint|mediumint|int|bigint|year)\\(\\d+\\)"_s);
            const bool kept = type.contains(u"tinyint(1)"_s) || type.contains(u"zerofill"_s);
            return kept ? type : type.replace(width, u"\\1"_s);
        };
        const auto modes = [](const QString &list) {
            QStringList all = list.split(u',', Qt::SkipEmptyParts);
            all.removeAll(u"NO_AUTO_CREATE_USER"_s);
            return all;
        };
        if (property.name == u"sqlMode"_s || property.name == u"attributes.sqlMode"_s) {
            return modes(property.from) == modes(property.to);
        }
        if constexpr (std::is_same_v<T, schema::Column>) {
            return property.name == u"type"_s && withoutWidth(property.from) == withoutWidth(property.to);
        } else if constexpr (std::is_same_v<T, schema::Routine>) {
            return (property.name == u"returns"_s || property.name == u"arguments"_s) &&
                   withoutWidth(property.from) == withoutWidth(property.to);
        } else if constexpr (std::is_same_v<T, schema::Constraint>) {
            const auto restricts = [](const QString &action) {
                return action.isEmpty() || action == u"no action"_s || action == u"restrict"_s;
            };
            return (property.name == u"onUpdate"_s || property.name == u"onDelete"_s) && restricts(property.from) &&
                   restricts(property.to);
        }
        return false;
    }

    void report(const ObjectId &id, std::vector<Property> properties, const QSet<QString> &quiet)
    {
        Difference shown{Change::Altered, id, id, {}};
        // The digest of a body's spelling is of use only where the body itself means the same.
        if (std::ranges::contains(properties, u"body"_s, &Property::name)) {
            std::erase_if(properties, [](const Property &one) { return one.name == u"attributes.source"_s; });
        }
        for (Property &property : properties) {
            const bool unsaid = (property.from.isEmpty() || property.to.isEmpty()) && saysWhoCreated(property.name);
            const bool hidden = unsaid || isUnknownToOne(property.name) || quiet.contains(property.name);
            const QString option = switchFor(id.kind, property.name, hidden);
            if (option.isEmpty()) {
                shown.properties.push_back(std::move(property));
            } else if (inScope(id)) {
                m_result.suppressed.push_back({{Change::Altered, id, id, {std::move(property)}}, option});
            }
        }
        if (!shown.properties.empty()) {
            add(std::move(shown));
        }
    }

    /// A script leaves these to the session that runs it, so that a schema read from one does not say them; a live
    /// server always does. What one side does not say is no difference.
    [[nodiscard]] bool saysWhoCreated(const QString &property) const
    {
        static const QStringList names{u"definer"_s, u"characterSetClient"_s, u"collationConnection"_s};
        return schema::isMySqlFamily(m_to.engine) ? names.contains(property.section(u'.', -1)) : property == u"owner";
    }

    /// NOT NULL has a name of its own from PostgreSQL 18 on (release notes, pg_constraint.contype n): an older server
    /// cannot have one, whatever the newer calls it.
    [[nodiscard]] bool isUnknownToOne(const QString &property) const
    {
        if (m_to.engine != schema::EngineKind::PostgreSql || property != u"notNullConstraint"_s) {
            return false;
        }
        const auto names = [](const schema::Schema &schema) {
            return schema.serverVersion.section(u'.', 0, 0).toInt() >= 18;
        };
        return names(m_from) != names(m_to);
    }

    /// The switch that hides this attribute: "collation", "column.collation", "options.fillfactor", …
    [[nodiscard]] QString switchFor(ObjectKind kind, const QString &property, bool quiet) const
    {
        const QString base = property.section(u'.', 0, 0);
        const QString kindName = nameOf(kind);
        for (const QString &name : {property, base, kindName + u'.' + property, kindName + u'.' + base}) {
            if (m_options.ignore.contains(name)) {
                return name;
            }
            if (quiet && m_options.include.contains(name)) {
                return {};
            }
        }
        return quiet ? kindName + u'.' + property : QString();
    }

    [[nodiscard]] bool sameSql(const SqlText &a, const SqlText &b) const
    {
        return a == b || (!a.isEmpty() && !b.isEmpty() &&
                          sql::normalForm(a.text, m_dialect) == sql::normalForm(b.text, m_dialect));
    }

    template <class Value>
    void list(const QString &name, const Value &a, const Value &b, std::vector<Property> &out) const
    {
        if (!same(a, b)) {
            out.push_back({name, schema::valueText(a), schema::valueText(b)});
        }
    }
    void list(const QString &name, const Attributes &a, const Attributes &b, std::vector<Property> &out) const
    {
        std::set<QString> keys;
        for (const Attributes *side : {&a, &b}) {
            for (const auto &entry : *side) {
                keys.insert(entry.first);
            }
        }
        for (const QString &key : keys) {
            const auto left = a.find(key);
            const auto right = b.find(key);
            const QString from = left == a.end() ? QString() : left->second;
            const QString to = right == b.end() ? QString() : right->second;
            if (from != to || (left == a.end()) != (right == b.end())) {
                out.push_back({name + u'.' + key, from, to});
            }
        }
    }
    void list(const QString &name, const schema::SequenceOptions &a, const schema::SequenceOptions &b,
              std::vector<Property> &out) const
    {
        schema::forEachField<schema::SequenceOptions>([&](const auto &field) {
            list(name + u'.' + QString::fromLatin1(field.name), a.*(field.member), b.*(field.member), out);
        });
    }

    template <class Value>
    void list(const QString &name, const schema::Boxed<Value> &a, const schema::Boxed<Value> &b,
              std::vector<Property> &out) const
    {
        list(name, a.get(), b.get(), out);
    }

    template <class Value>
    [[nodiscard]] bool same(const Value &a, const Value &b) const
    {
        return a == b;
    }
    [[nodiscard]] bool same(const SqlText &a, const SqlText &b) const { return sameSql(a, b); }
    [[nodiscard]] bool same(const std::vector<schema::IndexKey> &a, const std::vector<schema::IndexKey> &b) const
    {
        return std::ranges::equal(a, b, [this](schema::IndexKey x, schema::IndexKey y) {
            const bool expression = sameSql(x.expression, y.expression);
            x.expression = {};
            y.expression = {};
            return expression && x == y;
        });
    }

    template <schema::Part P>
    void compareParts(const ObjectId &owner, const std::vector<P> &left, const std::vector<P> &right)
    {
        if constexpr (std::is_same_v<P, schema::Column>) {
            if (owner.kind == ObjectKind::View || owner.kind == ObjectKind::MaterializedView) {
                compareViewColumns(owner, left, right);
                return;
            }
        }
        std::vector<const P *> removed;
        QHash<QString, const P *> byName;
        for (const P &part : right) {
            byName.insert(part.name, &part);
        }
        QSet<const P *> matched;
        for (const P &part : left) {
            const P *other = byName.value(part.name);
            if (other == nullptr) {
                removed.push_back(&part);
                continue;
            }
            matched.insert(other);
            if (part != *other) {
                compareFields(partId(owner, *other), part, *other);
            }
        }
        std::vector<const P *> added;
        for (const P &part : right) {
            if (!matched.contains(&part)) {
                added.push_back(&part);
            }
        }
        if constexpr (std::is_same_v<P, schema::Column>) {
            compareOrder(owner, left, right);
        }
        matchGenerated(removed, added);
        for (const P *part : removed) {
            addWhole(Change::Removed, partId(owner, *part));
        }
        for (const P *part : added) {
            addWhole(Change::Added, partId(owner, *part));
        }
    }

    /// The order of the columns that both sides have. It says nothing about what can be stored and few engines can
    /// change it: told on demand, else counted among what is suppressed.
    void compareOrder(const ObjectId &owner, const std::vector<schema::Column> &left,
                      const std::vector<schema::Column> &right)
    {
        const auto namesIn = [](const std::vector<schema::Column> &all, const std::vector<schema::Column> &other) {
            QSet<QString> known;
            for (const schema::Column &column : other) {
                known.insert(column.name);
            }
            QStringList names;
            for (const schema::Column &column : all) {
                if (known.contains(column.name)) {
                    names << column.name;
                }
            }
            return names;
        };
        const QStringList before = namesIn(left, right);
        const QStringList after = namesIn(right, left);
        if (before != after) {
            report(owner, {{u"columnOrder"_s, before.join(u", "_s), after.join(u", "_s)}}, {u"columnOrder"_s});
        }
    }

    /// A name that the server made up says nothing: equal parts under two such names are equal.
    template <schema::Part P>
    void matchGenerated(std::vector<const P *> &removed, std::vector<const P *> &added) const
    {
        if constexpr (requires(const P &part) { part.nameIsGenerated; }) {
            std::erase_if(removed, [&](const P *part) {
                const auto twin = std::ranges::find_if(added, [&](const P *other) {
                    return part->nameIsGenerated && other->nameIsGenerated && sameContent(*part, *other);
                });
                if (twin == added.end()) {
                    return false;
                }
                added.erase(twin);
                return true;
            });
        }
    }

    template <Described T>
    [[nodiscard]] bool sameContent(const T &a, const T &b) const
    {
        bool equal = true;
        schema::forEachField<T>([&](const auto &field) {
            if (equal && field.attention == Attention::Compared) {
                equal = same(a.*(field.member), b.*(field.member));
            }
        });
        return equal;
    }

    /// The query decides which columns a view has and of which type; only what is set on a column itself counts.
    void compareViewColumns(const ObjectId &owner, const std::vector<schema::Column> &left,
                            const std::vector<schema::Column> &right)
    {
        for (const schema::Column &after : right) {
            const auto it = std::ranges::find(left, after.name, &schema::Column::name);
            const schema::Column before = it == left.end() ? schema::Column{} : *it;
            std::vector<Property> properties;
            list(u"comment"_s, before.comment, after.comment, properties);
            list(u"default"_s, before.defaultValue, after.defaultValue, properties);
            list(u"grants"_s, before.grants, after.grants, properties);
            report({ObjectKind::Column, owner.schema, owner.name, after.name}, std::move(properties), {});
        }
    }

    template <schema::Part P>
    static ObjectId partId(const ObjectId &owner, const P &part)
    {
        return {schema::kindOf(part), owner.schema, owner.name, part.name};
    }

    const schema::Schema &m_from;
    const schema::Schema &m_to;
    const Options &m_options;
    sql::Dialect m_dialect;
    QList<QRegularExpression> m_excluded;
    Comparison m_result;
};

template <Described T>
void addSwitches(const QString &kind, QStringList &out)
{
    schema::forEachField<T>([&](const auto &field) {
        using Value = std::remove_cvref_t<decltype(std::declval<T>().*(field.member))>;
        constexpr bool parts = requires(const Value &value) { requires schema::Part<typename Value::value_type>; };
        if constexpr (!parts) {
            if (field.attention != Attention::NotCompared) {
                out << kind + u'.' + QString::fromLatin1(field.name);
            }
        }
    });
}

} // namespace

QString nameOf(Change change)
{
    switch (change) {
    case Change::Added:
        return u"added"_s;
    case Change::Removed:
        return u"removed"_s;
    case Change::Altered:
        return u"altered"_s;
    case Change::Renamed:
        return u"renamed"_s;
    }
    return {};
}

Comparison compare(const schema::Schema &from, const schema::Schema &to, const Options &options)
{
    // Copying FROM is cheap: values share their buffers; without renames or mapping it is the same object list.
    schema::Schema renamedFrom = mapSchemas(from, options.schemaMapping, to.engine);
    std::vector<Difference> renamed = applyRenames(renamedFrom, options.renames);
    Comparison comparison = Comparer(renamedFrom, to, options).run();
    std::ranges::move(comparison.differences, std::back_inserter(renamed));
    comparison.differences = std::move(renamed);
    std::stable_sort(comparison.differences.begin(), comparison.differences.end(),
                     [](const Difference &a, const Difference &b) { return a.id < b.id; });
    comparison.renameCandidates = findRenameCandidates(renamedFrom, to, comparison.differences);
    comparison.notCompared = from.notCompared;
    for (const schema::NotCompared &entry : to.notCompared) {
        if (std::ranges::find(comparison.notCompared, entry) == comparison.notCompared.end()) {
            comparison.notCompared.push_back(entry);
        }
    }
    comparison.renamedFrom = std::move(renamedFrom);
    return comparison;
}

QStringList ignoreSwitches()
{
    QStringList out;
    addSwitches<schema::Table>(u"table"_s, out);
    out << u"table.columnOrder"_s;
    addSwitches<schema::Column>(u"column"_s, out);
    addSwitches<schema::Constraint>(u"constraint"_s, out);
    addSwitches<schema::Index>(u"index"_s, out);
    addSwitches<schema::Trigger>(u"trigger"_s, out);
    addSwitches<schema::Policy>(u"policy"_s, out);
    addSwitches<schema::Rule>(u"rule"_s, out);
    addSwitches<schema::View>(u"view"_s, out);
    addSwitches<schema::Routine>(u"routine"_s, out);
    addSwitches<schema::Sequence>(u"sequence"_s, out);
    addSwitches<schema::Type>(u"type"_s, out);
    return out;
}

} // namespace countersign::diff

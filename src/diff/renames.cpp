#include "diff/renames.h"

#include "sql/tokens.h"

namespace countersign::diff {

using namespace Qt::StringLiterals;
using schema::ObjectId;
using schema::ObjectKind;

namespace {

/// Replaces a name wherever it stands as an identifier in SQL text.
class TextRenamer
{
public:
    TextRenamer(const sql::Dialect &dialect, const QString &from, const QString &to, bool onlyQualifier)
        : m_dialect(dialect), m_from(from), m_to(to), m_onlyQualifier(onlyQualifier)
    {
    }

    void operator()(QString &text) const
    {
        if (!text.contains(m_from, Qt::CaseInsensitive)) {
            return;
        }
        QString out;
        const std::vector<sql::Token> tokens = sql::tokenize(text, m_dialect);
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const sql::Token &token = tokens[i];
            const bool quoted = token.kind == sql::TokenKind::QuotedIdentifier;
            const QStringView next = i + 1 < tokens.size() ? tokens[i + 1].in(text) : QStringView();
            const bool qualifier = next == u".";
            // A function may have the column's name: uuid() for a column uuid.
            const bool name = quoted || (token.kind == sql::TokenKind::Word && next != u"(");
            if (name && (qualifier || !m_onlyQualifier) && sql::identifierText(token, text, m_dialect) == m_from) {
                out += token.kind == sql::TokenKind::QuotedIdentifier ? m_dialect.quoted(m_to)
                                                                      : m_dialect.identifier(m_to);
            } else {
                out += token.in(text);
            }
        }
        text = out;
    }
    void operator()(schema::SqlText &text) const { (*this)(text.text); }

private:
    const sql::Dialect &m_dialect;
    QString m_from;
    QString m_to;
    bool m_onlyQualifier;
};

template <class T>
concept DescribedList = requires { typename T::value_type; } && schema::Described<typename T::value_type>;

/// Replaces one namespace by another in every field of a value.
class NamespaceMapper
{
public:
    NamespaceMapper(const sql::Dialect &dialect, const QString &before, const QString &after)
        : m_dialect(dialect), m_text(m_dialect, before, after, true), m_before(before), m_after(after)
    {
    }
    NamespaceMapper(const NamespaceMapper &) = delete;
    NamespaceMapper &operator=(const NamespaceMapper &) = delete;

    void rename(QString &name) const
    {
        if (name == m_before) {
            name = m_after;
        }
    }

    template <schema::Described T>
    void apply(T &value) const
    {
        schema::forEachField<T>([&](const auto &field) {
            const QLatin1StringView name(field.name);
            if (name == "schema"_L1 || name == "referencedSchema"_L1) {
                renameField(value.*(field.member));
            } else {
                visit(value.*(field.member));
            }
        });
    }

private:
    void renameField(QString &name) const { rename(name); }
    template <class T>
    void renameField(T &) const
    {
    }
    void visit(QString &text) const { m_text(text); }
    void visit(schema::SqlText &text) const { m_text(text); }
    void visit(QStringList &texts) const
    {
        for (QString &text : texts) {
            m_text(text);
        }
    }
    template <schema::Described T>
    void visit(T &value) const
    {
        apply(value);
    }
    template <DescribedList T>
    void visit(T &values) const
    {
        for (auto &value : values) {
            apply(value);
        }
    }
    template <class T>
    void visit(T &) const
    {
    }

    sql::Dialect m_dialect;
    TextRenamer m_text;
    QString m_before;
    QString m_after;
};

void replaceIn(QStringList &names, const QString &from, const QString &to)
{
    for (QString &name : names) {
        if (name == from) {
            name = to;
        }
    }
}

void renameInKeys(std::vector<schema::IndexKey> &keys, const QString &from, const QString &to, const TextRenamer &text)
{
    for (schema::IndexKey &key : keys) {
        if (key.column == from) {
            key.column = to;
        }
        text(key.expression);
    }
}

void renameColumn(schema::Schema &schema, const Rename &rename)
{
    const sql::Dialect dialect = sql::dialectOf(schema.engine);
    const TextRenamer text(dialect, rename.from.name, rename.to.name, false);
    for (schema::Object &object : schema.objects) {
        auto *table = std::get_if<schema::Table>(&object);
        if (table == nullptr) {
            continue;
        }
        for (schema::Constraint &constraint : table->constraints) {
            if (constraint.referencedTable == rename.from.parent && constraint.referencedSchema == rename.from.schema) {
                replaceIn(constraint.referencedColumns, rename.from.name, rename.to.name);
            }
        }
        if (table->schema != rename.from.schema || table->name != rename.from.parent) {
            continue;
        }
        for (schema::Column &column : table->columns) {
            if (column.name == rename.from.name) {
                column.name = rename.to.name;
            }
            text(column.generated);
            if (schema::isMySqlFamily(schema.engine)) { // elsewhere a default names no column
                text(column.defaultValue);
                if (const auto check = column.options.find(u"check"_s); check != column.options.end()) {
                    text(check->second);
                }
            }
        }
        text(table->partitions);
        for (schema::Constraint &constraint : table->constraints) {
            renameInKeys(constraint.keys, rename.from.name, rename.to.name, text);
            text(constraint.expression);
        }
        for (schema::Index &index : table->indexes) {
            renameInKeys(index.keys, rename.from.name, rename.to.name, text);
            replaceIn(index.include, rename.from.name, rename.to.name);
            text(index.predicate);
        }
        for (schema::Policy &policy : table->policies) {
            text(policy.usingExpression);
            text(policy.checkExpression);
        }
    }
}

/// Both servers rename what is named after the table, MySQL checks as well (MySQL manual, 15.1.39 RENAME TABLE).
void renameNamedAfterTable(schema::Table &table, const QString &before, schema::EngineKind engine)
{
    for (schema::Constraint &constraint : table.constraints) {
        const bool check = constraint.kind == schema::ConstraintKind::Check && engine == schema::EngineKind::MySql;
        const QString prefix = before + (check ? u"_chk_"_s : u"_ibfk_"_s);
        if ((check || constraint.kind == schema::ConstraintKind::ForeignKey) && constraint.name.startsWith(prefix)) {
            constraint.name.replace(0, before.size(), table.name);
        }
    }
}

void renameTable(schema::Schema &schema, const Rename &rename)
{
    const QString before = ObjectId{ObjectKind::Table, rename.from.schema, {}, rename.from.name}.path();
    const QString after = ObjectId{ObjectKind::Table, rename.to.schema, {}, rename.to.name}.path();
    for (schema::Object &object : schema.objects) {
        if (auto *sequence = std::get_if<schema::Sequence>(&object);
            sequence && sequence->ownedBy.startsWith(before + u'.')) {
            sequence->ownedBy.replace(0, before.size(), after);
        }
        auto *table = std::get_if<schema::Table>(&object);
        if (table == nullptr) {
            continue;
        }
        if (table->schema == rename.from.schema && table->name == rename.from.name) {
            table->name = rename.to.name;
            if (schema::isMySqlFamily(schema.engine)) {
                renameNamedAfterTable(*table, rename.from.name, schema.engine);
            }
        }
        for (schema::Constraint &constraint : table->constraints) {
            if (constraint.referencedSchema == rename.from.schema && constraint.referencedTable == rename.from.name) {
                constraint.referencedTable = rename.to.name;
            }
        }
        if (table->partitionOf == before) {
            table->partitionOf = after;
        }
        replaceIn(table->inherits, before, after);
    }
}

template <class P>
bool renamePart(std::vector<P> &parts, const QString &from, const QString &to)
{
    for (P &part : parts) {
        if (part.name == from) {
            part.name = to;
            return true;
        }
    }
    return false;
}

void renamePartOfTable(schema::Schema &schema, const Rename &rename)
{
    for (schema::Object &object : schema.objects) {
        auto *table = std::get_if<schema::Table>(&object);
        if (table && table->schema == rename.from.schema && table->name == rename.from.parent) {
            if (rename.from.kind == ObjectKind::Index) {
                renamePart(table->indexes, rename.from.name, rename.to.name);
            } else {
                renamePart(table->constraints, rename.from.name, rename.to.name);
            }
        }
    }
}

bool exists(const schema::Schema &schema, const ObjectId &id)
{
    if (!isPartOfRelation(id.kind)) {
        return schema.find(id) != nullptr;
    }
    const schema::Table *table = schema.findTable(id.schema, id.parent);
    const auto has = [&](const auto &parts) {
        return std::ranges::any_of(parts, [&](const auto &part) { return part.name == id.name; });
    };
    return table && (id.kind == ObjectKind::Column  ? has(table->columns)
                     : id.kind == ObjectKind::Index ? has(table->indexes)
                                                    : has(table->constraints));
}

/// 0 to 100.
int nameLikeness(const QString &a, const QString &b)
{
    const auto longer = static_cast<int>(std::max(a.size(), b.size()));
    const QString lowerA = a.toLower();
    const QString lowerB = b.toLower();
    const int byEdits = longer == 0 ? 100 : 100 - editDistance(lowerA, lowerB) * 100 / longer;
    const bool contained = lowerA.contains(lowerB) || lowerB.contains(lowerA);
    return std::max(byEdits, contained ? 70 : 0);
}

/// The columns of both tables between which this one stands: new ones before it, or gone ones, say nothing.
std::pair<QString, QString> neighbours(const schema::Table &table, std::size_t at, const schema::Table &other)
{
    QSet<QString> names;
    for (const schema::Column &column : other.columns) {
        names << column.name;
    }
    const auto both = [&](const schema::Column &column) { return names.contains(column.name); };
    const auto place = table.columns.begin() + static_cast<std::ptrdiff_t>(at);
    const auto previous = std::find_if(std::make_reverse_iterator(place), table.columns.rend(), both);
    const auto next = std::find_if(std::next(place), table.columns.end(), both);
    return {previous == table.columns.rend() ? QString() : previous->name,
            next == table.columns.end() ? QString() : next->name};
}

std::optional<RenameCandidate> columnCandidate(const schema::Table &before, const schema::Table &after,
                                               const ObjectId &removed, const ObjectId &added)
{
    const auto left = std::ranges::find(before.columns, removed.name, &schema::Column::name);
    const auto right = std::ranges::find(after.columns, added.name, &schema::Column::name);
    if (left == before.columns.end() || right == after.columns.end() || left->type != right->type) {
        return std::nullopt;
    }
    const int likeness = nameLikeness(removed.name, added.name);
    const auto leftPlace = static_cast<std::size_t>(left - before.columns.begin());
    const auto rightPlace = static_cast<std::size_t>(right - after.columns.begin());
    const bool samePlace = leftPlace == rightPlace;
    const bool sameNeighbours =
        !samePlace && likeness >= 20 && neighbours(before, leftPlace, after) == neighbours(after, rightPlace, before);
    const int score = std::min(99, likeness / 2 +
                                       (samePlace        ? 40
                                        : sameNeighbours ? 25
                                                         : 0) +
                                       (left->notNull == right->notNull ? 9 : 0));
    if (score < 45) {
        return std::nullopt;
    }
    QStringList reasons{u"same type"_s};
    if (samePlace) {
        reasons << u"same position"_s;
    } else if (sameNeighbours) {
        reasons << u"same neighbours"_s;
    }
    if (likeness >= 50) {
        reasons << u"names alike"_s;
    }
    return RenameCandidate{{removed, added}, score, reasons.join(u", "_s)};
}

std::optional<RenameCandidate> tableCandidate(const schema::Table &before, const schema::Table &after,
                                              const ObjectId &removed, const ObjectId &added)
{
    const auto total = static_cast<int>(std::max(before.columns.size(), after.columns.size()));
    const auto shared = static_cast<int>(std::ranges::count_if(before.columns, [&](const schema::Column &column) {
        const auto it = std::ranges::find(after.columns, column.name, &schema::Column::name);
        return it != after.columns.end() && it->type == column.type;
    }));
    if (total == 0 || shared * 100 / total < 60) {
        return std::nullopt;
    }
    const int score = std::min(99, shared * 70 / total + nameLikeness(removed.name, added.name) * 30 / 100);
    return RenameCandidate{{removed, added}, score, u"%1 of %2 columns are the same"_s.arg(shared).arg(total)};
}

template <class P>
std::optional<RenameCandidate> partCandidate(const std::vector<P> &before, const std::vector<P> &after,
                                             const ObjectId &removed, const ObjectId &added)
{
    const auto left = std::ranges::find(before, removed.name, &P::name);
    const auto right = std::ranges::find(after, added.name, &P::name);
    if (left == before.end() || right == after.end()) {
        return std::nullopt;
    }
    P renamed = *left;
    renamed.name = right->name;
    renamed.nameIsGenerated = right->nameIsGenerated;
    if constexpr (requires { renamed.definition; }) {
        renamed.definition = right->definition; // the author's text holds the name
    }
    return renamed == *right
               ? std::optional(RenameCandidate{{removed, added}, 100, u"same definition under another name"_s})
               : std::nullopt;
}

std::optional<RenameCandidate> candidate(const schema::Schema &from, const schema::Schema &to, const ObjectId &removed,
                                         const ObjectId &added)
{
    const bool part = isPartOfRelation(removed.kind);
    const schema::Table *before = from.findTable(removed.schema, part ? removed.parent : removed.name);
    const schema::Table *after = to.findTable(added.schema, part ? added.parent : added.name);
    if (before == nullptr || after == nullptr) {
        return std::nullopt;
    }
    switch (removed.kind) {
    case ObjectKind::Table:
        return tableCandidate(*before, *after, removed, added);
    case ObjectKind::Column:
        return columnCandidate(*before, *after, removed, added);
    case ObjectKind::Index:
        return partCandidate(before->indexes, after->indexes, removed, added);
    case ObjectKind::Constraint:
        return partCandidate(before->constraints, after->constraints, removed, added);
    default: // other kinds hold no data; dropping and creating them loses nothing
        return std::nullopt;
    }
}

/// Tables first, and what is in them under the new name: whoever names a part may mean its table before or after, and
/// on the way back it is the other one.
std::vector<Rename> inOrder(std::vector<Rename> renames)
{
    const auto isTable = [](const Rename &rename) { return rename.from.kind == ObjectKind::Table; };
    const auto parts = std::ranges::stable_partition(renames, isTable).begin();
    for (auto part = parts; part != renames.end(); ++part) {
        for (auto table = renames.begin(); table != parts; ++table) {
            for (ObjectId *id : {&part->from, &part->to}) {
                if (id->schema == table->from.schema && id->parent == table->from.name) {
                    id->schema = table->to.schema;
                    id->parent = table->to.name;
                }
            }
        }
    }
    return renames;
}

} // namespace

schema::Schema mapSchemas(const schema::Schema &from, const std::map<QString, QString> &mapping,
                          schema::EngineKind engine)
{
    schema::Schema mapped = from;
    for (const auto &[before, after] : mapping) {
        const NamespaceMapper mapper(sql::dialectOf(engine), before, after);
        for (schema::Object &object : mapped.objects) {
            std::visit([&](auto &value) { mapper.apply(value); }, object);
            if (auto *space = std::get_if<schema::CatalogObject>(&object);
                space && space->objectKind == ObjectKind::Namespace) {
                mapper.rename(space->name);
            }
        }
        for (schema::Dependency &dependency : mapped.dependencies) {
            mapper.rename(dependency.dependent.schema);
            mapper.rename(dependency.referenced.schema);
        }
    }
    if (!mapping.empty()) {
        mapped.normalize();
    }
    return mapped;
}

std::vector<Difference> applyRenames(schema::Schema &schema, const std::vector<Rename> &renames)
{
    std::vector<Difference> out;
    for (const Rename &rename : inOrder(renames)) {
        if (!exists(schema, rename.from) || exists(schema, rename.to)) {
            continue;
        }
        switch (rename.from.kind) {
        case ObjectKind::Table:
            renameTable(schema, rename);
            break;
        case ObjectKind::Column:
            renameColumn(schema, rename);
            break;
        case ObjectKind::Index:
        case ObjectKind::Constraint:
            renamePartOfTable(schema, rename);
            break;
        default: // never offered as a candidate
            continue;
        }
        const auto moved = [&](ObjectId &id) {
            if (id == rename.from) {
                id = rename.to;
            } else if (rename.from.kind == ObjectKind::Table && id.schema == rename.from.schema &&
                       id.parent == rename.from.name) {
                id.parent = rename.to.name;
            }
        };
        for (schema::Dependency &dependency : schema.dependencies) {
            moved(dependency.dependent);
            moved(dependency.referenced);
        }
        schema.normalize();
        out.push_back({Change::Renamed, rename.to, rename.from, {{u"name"_s, rename.from.name, rename.to.name}}});
    }
    return out;
}

std::vector<RenameCandidate> findRenameCandidates(const schema::Schema &from, const schema::Schema &to,
                                                  const std::vector<Difference> &differences)
{
    // Grouped by kind and owner first: only pairs inside a group are looked at.
    using Group = std::pair<std::vector<ObjectId>, std::vector<ObjectId>>;
    std::map<std::tuple<ObjectKind, QString, QString>, Group> groups;
    for (const Difference &difference : differences) {
        const ObjectId &id = difference.id;
        if (id.kind != ObjectKind::Table && id.kind != ObjectKind::Column && id.kind != ObjectKind::Index &&
            id.kind != ObjectKind::Constraint) {
            continue;
        }
        Group &group = groups[{id.kind, id.schema, id.parent}];
        if (difference.change == Change::Removed) {
            group.first.push_back(id);
        } else if (difference.change == Change::Added) {
            group.second.push_back(id);
        }
    }
    constexpr std::size_t mostPairs = 40000; // beyond this nobody would walk through candidates one by one
    std::vector<RenameCandidate> out;
    for (const auto &[key, group] : groups) {
        if (group.first.size() * group.second.size() > mostPairs) {
            continue;
        }
        for (const ObjectId &removed : group.first) {
            for (const ObjectId &added : group.second) {
                if (auto found = candidate(from, to, removed, added)) {
                    out.push_back(std::move(*found));
                }
            }
        }
    }
    std::ranges::stable_sort(out, std::ranges::greater{}, &RenameCandidate::score);
    return out;
}

int editDistance(const QString &a, const QString &b)
{
    const auto rows = static_cast<std::size_t>(a.size()) + 1;
    const auto columns = static_cast<std::size_t>(b.size()) + 1;
    std::vector<std::vector<int>> cost(rows, std::vector<int>(columns));
    for (std::size_t i = 0; i < rows; ++i) {
        cost[i][0] = static_cast<int>(i);
    }
    for (std::size_t j = 0; j < columns; ++j) {
        cost[0][j] = static_cast<int>(j);
    }
    for (std::size_t i = 1; i < rows; ++i) {
        for (std::size_t j = 1; j < columns; ++j) {
            const QChar x = a.at(static_cast<qsizetype>(i - 1));
            const QChar y = b.at(static_cast<qsizetype>(j - 1));
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (x == y ? 0 : 1)});
            if (i > 1 && j > 1 && x == b.at(static_cast<qsizetype>(j - 2)) &&
                a.at(static_cast<qsizetype>(i - 2)) == y) {
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        }
    }
    return cost[rows - 1][columns - 1];
}

} // namespace countersign::diff

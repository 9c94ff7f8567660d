#include "checks/schemachange.h"

namespace countersign::checks {

using namespace schema;

namespace {

QString keyOf(const Index &index)
{
    return index.name;
}

QString keyOf(const Trigger &trigger)
{
    return trigger.name;
}

QString keyOf(const Policy &policy)
{
    return policy.name;
}

template <class T>
    requires(!std::same_as<T, Index> && !std::same_as<T, Trigger> && !std::same_as<T, Policy>)
QString keyOf(const T &object)
{
    return object.id().path();
}

/// Pairs what has the same key; the rest is removed or added.
template <class T>
std::vector<Pair<T>> pairsOf(const std::vector<const T *> &before, const std::vector<const T *> &after)
{
    std::map<QString, const T *> left;
    for (const T *item : after) {
        left[keyOf(*item)] = item;
    }
    std::vector<Pair<T>> out;
    for (const T *item : before) {
        const auto it = left.find(keyOf(*item));
        if (it == left.end()) {
            out.push_back({item, nullptr});
            continue;
        }
        if (!(*item == *it->second)) {
            out.push_back({item, it->second});
        }
        left.erase(it);
    }
    for (const T *item : after) {
        if (left.contains(keyOf(*item))) {
            out.push_back({nullptr, item});
        }
    }
    return out;
}

template <class T>
std::vector<const T *> pointers(const std::vector<T> &items)
{
    std::vector<const T *> out;
    for (const T &item : items) {
        out.push_back(&item);
    }
    return out;
}

/// The same rule, whatever the name that the engine made up for it.
bool sameRule(const Constraint &a, const Constraint &b)
{
    return a.kind == b.kind && a.keys == b.keys && a.expression == b.expression &&
           a.referencedSchema == b.referencedSchema && a.referencedTable == b.referencedTable &&
           a.referencedColumns == b.referencedColumns && a.onDelete == b.onDelete && a.onUpdate == b.onUpdate &&
           a.notValid == b.notValid && a.notEnforced == b.notEnforced;
}

std::vector<Pair<Constraint>> constraintPairs(const Table &before, const Table &after)
{
    std::vector<const Constraint *> left = pointers(after.constraints);
    std::vector<Pair<Constraint>> out;
    std::vector<const Constraint *> unmatched;
    const auto take = [&left](const Constraint &item, auto matches) -> const Constraint * {
        const auto it = std::ranges::find_if(left, [&](const Constraint *other) { return matches(item, *other); });
        if (it == left.end()) {
            return nullptr;
        }
        const Constraint *found = *it;
        left.erase(it);
        return found;
    };
    for (const Constraint &item : before.constraints) {
        if (take(item, [](const auto &a, const auto &b) { return a.name == b.name && sameRule(a, b); }) == nullptr) {
            unmatched.push_back(&item);
        }
    }
    for (const Constraint *item : unmatched) {
        const bool named = !item->nameIsGenerated && !item->name.isEmpty();
        if (take(*item, [](const auto &a, const auto &b) { return sameRule(a, b); }) != nullptr) {
            continue;
        }
        const Constraint *found = take(*item, [named](const auto &a, const auto &b) {
            // A foreign key of the same columns that now names another table: its parent was renamed or replaced.
            const bool follows = !named && a.kind == ConstraintKind::ForeignKey && a.keys == b.keys &&
                                 a.referencedColumns == b.referencedColumns;
            return a.kind == b.kind && (a.kind == ConstraintKind::PrimaryKey || follows || (named && a.name == b.name));
        });
        out.push_back({item, found});
    }
    for (const Constraint *item : left) {
        out.push_back({nullptr, item});
    }
    return out;
}

} // namespace

namespace {

/// An index that only got another name is the same index: neither built nor dropped.
void pairRenamed(std::vector<Pair<Index>> &pairs)
{
    for (Pair<Index> &gone : pairs) {
        for (Pair<Index> &made : pairs) {
            if (!gone.removed() || gone.before == nullptr || !made.added() || made.after == nullptr) {
                continue;
            }
            Index renamed = *gone.before;
            renamed.name = made.after->name;
            if (renamed == *made.after) {
                gone.after = made.after;
                made.after = nullptr;
            }
        }
    }
    std::erase_if(pairs, [](const Pair<Index> &pair) { return pair.before == nullptr && pair.after == nullptr; });
}

} // namespace

TableChange changeOf(const Table &before, const Table &after, const std::map<QString, QString> &columns)
{
    TableChange change;
    change.before = &before;
    change.after = &after;
    QSet<QString> mapped;
    for (const Column &column : before.columns) {
        const auto it = columns.find(column.name);
        const QString name = it == columns.end() ? column.name : it->second;
        const Column *other = name.isEmpty() ? nullptr : findColumn(after, name);
        if (other == nullptr) {
            change.columns.push_back({&column, nullptr});
            continue;
        }
        mapped.insert(other->name);
        if (!(column == *other)) {
            change.columns.push_back({&column, other});
        }
    }
    for (const Column &column : after.columns) {
        if (!mapped.contains(column.name)) {
            change.columns.push_back({nullptr, &column});
        }
    }
    change.constraints = constraintPairs(before, after);
    change.indexes = pairsOf(pointers(before.indexes), pointers(after.indexes));
    pairRenamed(change.indexes);
    change.triggers = pairsOf(pointers(before.triggers), pointers(after.triggers));
    change.policies = pairsOf(pointers(before.policies), pointers(after.policies));
    return change;
}

SchemaChange changeBetween(const Schema &before, const Schema &after, const StepRenames &renames)
{
    SchemaChange change;
    std::map<QString, const Table *> left;
    for (const Table *table : tablesOf(after)) {
        left[table->id().path()] = table;
    }
    for (const Table *table : tablesOf(before)) {
        const QString path = table->id().path();
        const auto renamed = renames.tables.find(path);
        const auto it = left.find(renamed == renames.tables.end() ? path : renamed->second);
        if (it == left.end()) {
            TableChange gone;
            gone.before = table;
            change.tables.push_back(gone);
            continue;
        }
        if (!(*table == *it->second)) {
            const auto columns = renames.columns.find(path);
            change.tables.push_back(
                changeOf(*table, *it->second,
                         columns == renames.columns.end() ? std::map<QString, QString>() : columns->second));
        }
        left.erase(it);
    }
    for (const auto &[path, table] : left) {
        TableChange made;
        made.after = table;
        change.tables.push_back(made);
    }
    change.views = pairsOf(objectsOf<View>(before), objectsOf<View>(after));
    change.routines = pairsOf(objectsOf<Routine>(before), objectsOf<Routine>(after));
    change.sequences = pairsOf(objectsOf<Sequence>(before), objectsOf<Sequence>(after));
    change.types = pairsOf(objectsOf<Type>(before), objectsOf<Type>(after));
    change.others = pairsOf(objectsOf<CatalogObject>(before), objectsOf<CatalogObject>(after));
    return change;
}

const Column *findColumn(const Table &table, const QString &name)
{
    const auto it = std::ranges::find_if(
        table.columns, [&](const Column &column) { return column.name.compare(name, Qt::CaseInsensitive) == 0; });
    return it == table.columns.end() ? nullptr : &*it;
}

const Index *findIndex(const Table &table, const QString &name)
{
    const auto it = std::ranges::find(table.indexes, name, &Index::name);
    return it == table.indexes.end() ? nullptr : &*it;
}

const Constraint *findConstraint(const Table &table, const QString &name)
{
    const auto it = std::ranges::find(table.constraints, name, &Constraint::name);
    return it == table.constraints.end() ? nullptr : &*it;
}

const Constraint *primaryKey(const Table &table)
{
    const auto it = std::ranges::find(table.constraints, ConstraintKind::PrimaryKey, &Constraint::kind);
    return it == table.constraints.end() ? nullptr : &*it;
}

QStringList columnsOf(const std::vector<IndexKey> &keys)
{
    QStringList out;
    for (const IndexKey &key : keys) {
        out.append(key.column);
    }
    return out;
}

std::vector<const Table *> tablesOf(const Schema &schema)
{
    return objectsOf<Table>(schema);
}

} // namespace countersign::checks

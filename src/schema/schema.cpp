#include "schema/schema.h"

#include "schema/values.h"

namespace countersign::schema {

namespace {

template <class T>
void sortByName(std::vector<T> &parts)
{
    std::ranges::stable_sort(parts, {}, &T::name);
}

struct SortParts {
    void operator()(Table &table) const
    {
        sortByName(table.constraints);
        sortByName(table.indexes);
        sortByName(table.triggers);
        sortByName(table.policies);
        sortByName(table.rules);
        std::sort(table.grants.begin(), table.grants.end());
        for (Column &column : table.columns) {
            std::sort(column.grants.begin(), column.grants.end());
        }
    }
    void operator()(View &view) const
    {
        sortByName(view.indexes);
        sortByName(view.triggers);
        sortByName(view.rules);
        std::sort(view.grants.begin(), view.grants.end());
    }
    void operator()(Type &type) const
    {
        sortByName(type.constraints);
        std::sort(type.grants.begin(), type.grants.end());
    }
    void operator()(Routine &routine) const { std::sort(routine.grants.begin(), routine.grants.end()); }
    void operator()(Sequence &sequence) const { std::sort(sequence.grants.begin(), sequence.grants.end()); }
    void operator()(CatalogObject &object) const { std::sort(object.grants.begin(), object.grants.end()); }
};

} // namespace

ObjectId idOf(const Object &object)
{
    return std::visit([](const auto &value) { return value.id(); }, object);
}

void Schema::normalize()
{
    for (Object &object : objects) {
        std::visit(SortParts{}, object);
    }
    // Sorting (id, position) pairs instead of computing ids inside the comparison: ids are built from several strings.
    std::vector<std::pair<ObjectId, qsizetype>> order;
    order.reserve(static_cast<std::size_t>(objects.size()));
    for (qsizetype i = 0; i < objects.size(); ++i) {
        order.emplace_back(idOf(objects[i]), i);
    }
    std::ranges::stable_sort(order, [](const auto &a, const auto &b) { return a.first < b.first; });
    QList<Object> sorted;
    sorted.reserve(objects.size());
    for (const auto &entry : order) {
        sorted.push_back(std::move(objects[entry.second]));
    }
    objects = std::move(sorted);
    std::sort(dependencies.begin(), dependencies.end());
    dependencies.erase(std::ranges::unique(dependencies).begin(), dependencies.end());
    std::ranges::sort(notCompared, [](const NotCompared &a, const NotCompared &b) { return a.id < b.id; });
}

const Object *Schema::find(const ObjectId &id) const
{
    const auto it =
        std::ranges::lower_bound(objects, id, std::less<ObjectId>{}, [](const Object &object) { return idOf(object); });
    return it != objects.end() && idOf(*it) == id ? &*it : nullptr;
}

const Table *Schema::findTable(const QString &schemaName, const QString &name) const
{
    for (const ObjectKind kind : {ObjectKind::Table, ObjectKind::ForeignTable, ObjectKind::VirtualTable}) {
        if (const Object *object = find({kind, schemaName, {}, name})) {
            return std::get_if<Table>(object);
        }
    }
    return nullptr;
}

} // namespace countersign::schema

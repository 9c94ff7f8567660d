#pragma once

#include "checks/statementfacts.h"
#include "schema/schema.h"

namespace countersign::checks {

/// A part before and after: added, removed or altered. Points into schemas that outlive it.
template <class T>
struct Pair {
    const T *before = nullptr;
    const T *after = nullptr;
    int statement = 0; ///< that did it, 1-based

    [[nodiscard]] bool added() const { return before == nullptr; }
    [[nodiscard]] bool removed() const { return after == nullptr; }
    [[nodiscard]] bool altered() const { return before != nullptr && after != nullptr; }
};

/// One table before and after with everything inside it that is not the same.
struct TableChange {
    const schema::Table *before = nullptr;
    const schema::Table *after = nullptr;
    int statement = 0;
    bool rebuilt = false; ///< net: a new table took over its rows and its place
    std::vector<Pair<schema::Column>> columns;
    std::vector<Pair<schema::Constraint>> constraints;
    std::vector<Pair<schema::Index>> indexes;
    std::vector<Pair<schema::Trigger>> triggers;
    std::vector<Pair<schema::Policy>> policies;

    [[nodiscard]] bool added() const { return before == nullptr; }
    [[nodiscard]] bool removed() const { return after == nullptr; }
    [[nodiscard]] bool altered() const { return before != nullptr && after != nullptr; }
    /// As it is called afterwards, or was called when it is gone.
    [[nodiscard]] QString path() const { return (after != nullptr ? after : before)->id().path(); }
    [[nodiscard]] QString columnPath(const schema::Column &column) const { return path() + u'.' + column.name; }
};

struct SchemaChange {
    std::vector<TableChange> tables;
    std::vector<Pair<schema::View>> views;
    std::vector<Pair<schema::Routine>> routines;
    std::vector<Pair<schema::Sequence>> sequences;
    std::vector<Pair<schema::Type>> types;
    std::vector<Pair<schema::CatalogObject>> others;

    [[nodiscard]] bool isEmpty() const
    {
        return tables.empty() && views.empty() && routines.empty() && sequences.empty() && types.empty() &&
               others.empty();
    }
};

/// What a statement renamed, as its text says: nothing is guessed.
struct StepRenames {
    std::map<QString, QString> tables;                     ///< path before ► path after
    std::map<QString, std::map<QString, QString>> columns; ///< table path before ► column before ► column after
};

/// The difference of two schemas as typed pairs. Pure.
[[nodiscard]] SchemaChange changeBetween(const schema::Schema &before, const schema::Schema &after,
                                         const StepRenames &renames);
/// The difference of two tables; @p columns maps column names before to names after where they are not equal, an empty
/// name after says that the column is gone even where one of that name exists.
[[nodiscard]] TableChange changeOf(const schema::Table &before, const schema::Table &after,
                                   const std::map<QString, QString> &columns);

[[nodiscard]] const schema::Column *findColumn(const schema::Table &table, const QString &name);
[[nodiscard]] const schema::Index *findIndex(const schema::Table &table, const QString &name);
[[nodiscard]] const schema::Constraint *findConstraint(const schema::Table &table, const QString &name);
[[nodiscard]] const schema::Constraint *primaryKey(const schema::Table &table);
/// The columns of keys in order; an expression is an empty name.
[[nodiscard]] QStringList columnsOf(const std::vector<schema::IndexKey> &keys);
/// Every table of a schema.
[[nodiscard]] std::vector<const schema::Table *> tablesOf(const schema::Schema &schema);
template <class T>
[[nodiscard]] std::vector<const T *> objectsOf(const schema::Schema &schema)
{
    std::vector<const T *> out;
    for (const schema::Object &object : schema.objects) {
        if (const T *found = std::get_if<T>(&object)) {
            out.push_back(found);
        }
    }
    return out;
}

} // namespace countersign::checks

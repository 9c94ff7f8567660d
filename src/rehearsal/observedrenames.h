#pragma once

#include "rehearsal/rehearsal.h"
#include "sql/dialect.h"

namespace countersign::rehearsal {

/// Whether there is a relation or column of this name.
[[nodiscard]] bool isThere(const schema::Schema &schema, const schema::ObjectId &id);

/// The tables and columns of the base that the script renamed, in order, each under its name of that moment. Nothing is
/// guessed: the statement says RENAME (or CHANGE), and what it did is that one went and the other came. Pure.
[[nodiscard]] std::vector<diff::Rename> observedRenames(const Rehearsal &trail);

/// The same the other way, for the way back.
[[nodiscard]] std::vector<diff::Rename> undone(const std::vector<diff::Rename> &renames);

/// A label of an enumeration under another name; rows that have it keep it.
struct LabelRename {
    schema::ObjectId type;
    QString from;
    QString to;
};
/// PostgreSQL: ALTER TYPE … RENAME VALUE, by what became of the labels. Pure.
[[nodiscard]] std::vector<LabelRename> observedLabels(const Rehearsal &trail);
[[nodiscard]] std::vector<LabelRename> undone(const std::vector<LabelRename> &renames);
/// Renames the label where the type has it and @p wanted has the other; false where it is not so.
[[nodiscard]] bool applyLabel(schema::Schema &schema, const LabelRename &rename, const schema::Schema &wanted);

/// The name that the statement gives the table, by its text: ALTER TABLE … RENAME TO, RENAME TABLE … TO. Empty where it
/// gives it none.
[[nodiscard]] QString newNameOf(const QString &table, const QString &sql, const sql::Dialect &dialect);

/// The schema under the names before these renames, as far as they took place in it.
[[nodiscard]] schema::Schema underOldNames(const schema::Schema &schema, const std::vector<diff::Rename> &renames);

/// The trail as it would be had its tables and columns kept their names: what a statement did to a table can then be
/// seen after another one renamed it. Pure.
[[nodiscard]] Rehearsal underOldNames(const Rehearsal &trail, const std::vector<diff::Rename> &renames);

} // namespace countersign::rehearsal

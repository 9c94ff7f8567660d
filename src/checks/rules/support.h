#pragma once

// What several rules need.

#include "checks/context.h"
#include "checks/typechange.h"

#include <functional>

namespace countersign::checks::rules {

[[nodiscard]] QList<schema::EngineKind> everyEngine();
[[nodiscard]] QList<schema::EngineKind> postgreSql();
[[nodiscard]] QList<schema::EngineKind> mySqlFamily();
[[nodiscard]] QList<schema::EngineKind> sqlite();
/// All but SQLite.
[[nodiscard]] QList<schema::EngineKind> servers();

/// The tables that existed before the migration and still exist, with what changed in them.
[[nodiscard]] std::vector<const TableChange *> keptTables(const CheckContext &context);
/// Every column of the net change that is new, with its table's change; with those of new tables when @p alsoNewTables.
struct NewColumn {
    const schema::Table *table = nullptr;
    const schema::Column *column = nullptr;
    int statement = 0;
    bool tableIsNew = false;

    [[nodiscard]] QString path() const { return table->id().path() + u'.' + column->name; }
};
[[nodiscard]] std::vector<NewColumn> newColumns(const CheckContext &context, bool alsoNewTables);

/// A table that the migration made or changed, as it is at the end.
struct NewPart {
    const schema::Table *table = nullptr;
    int statement = 0;
    bool tableIsNew = false;
};
struct NewConstraint : NewPart {
    const schema::Constraint *constraint = nullptr;
};
[[nodiscard]] std::vector<NewConstraint> newConstraints(const CheckContext &context);
struct NewIndex : NewPart {
    const schema::Index *index = nullptr;
};
[[nodiscard]] std::vector<NewIndex> newIndexes(const CheckContext &context);

/// The last statement that changed the table of a net change in the way that @p changed sees; its last change where
/// none did.
[[nodiscard]] int statementThat(const CheckContext &context, const TableChange &net,
                                const std::function<bool(const schema::Table &was, const schema::Table &is)> &changed);
/// The last statement that gave a renamed column its name: a later one may change something else of it.
[[nodiscard]] int statementThatNamed(const CheckContext &context, const TableChange &net,
                                     const Pair<schema::Column> &column);
/// The last statement that changed a column in the way that @p changed sees, whatever its name was then; its last
/// change where none did.
[[nodiscard]] int
statementThat(const CheckContext &context, const TableChange &net, const Pair<schema::Column> &column,
              const std::function<bool(const schema::Column &was, const schema::Column &is)> &changed);
/// The path of what a statement names: of the table or view it means, else the name as written.
[[nodiscard]] QString pathOf(const CheckContext &context, const Step &step, const Name &name);
/// Column names joined for messages.
[[nodiscard]] QString listed(const QStringList &names);
[[nodiscard]] Phrase listed(const std::vector<Phrase> &parts);
/// "name" or "table.name" of a constraint that may have no name.
[[nodiscard]] QString nameOrKind(const schema::Constraint &constraint);
/// The table's name as written in SQL of this engine.
[[nodiscard]] QString sqlName(const CheckContext &context, const schema::Table &table);
[[nodiscard]] QString sqlName(const CheckContext &context, const QString &identifier);
/// The statement without the terminator with @p insertion put behind the first token that is @p word; empty when the
/// word is not there.
[[nodiscard]] QString withInserted(const CheckContext &context, const QString &sql, const QString &word,
                                   const QString &insertion);
/// The statement with every token that is @p word replaced.
[[nodiscard]] QString withReplaced(const CheckContext &context, const QString &sql, const QString &word,
                                   const QString &replacement);
/// The statement with the type @p word of this column replaced, its arguments kept; empty where it does not stand
/// there.
[[nodiscard]] QString withType(const CheckContext &context, const QString &sql, const QString &column,
                               const QString &word, const QString &replacement);
/// True when the text names @p word as a whole identifier, quoted or not.
[[nodiscard]] bool mentions(const CheckContext &context, const QString &sql, const QString &word);

/// Damerau–Levenshtein (optimal string alignment), case-insensitive.
[[nodiscard]] int editDistance(const QString &a, const QString &b);

/// True when an index or key of @p table begins with these columns in any order.
[[nodiscard]] bool hasIndexFor(const schema::Table &table, const QStringList &columns);

/// True for WHERE key = value, key IN (values) or key BETWEEN two numbers, with nothing but AND beside it: the rows of
/// @p table that the statement changes are few, or a batch by key.
[[nodiscard]] bool choosesFew(const CheckContext &context, const Step &step, const schema::Table &table);

/// The answer of the preflight for an object: true when it was asked and passed.
[[nodiscard]] bool probedClean(const CheckContext &context, const QString &object);

} // namespace countersign::checks::rules

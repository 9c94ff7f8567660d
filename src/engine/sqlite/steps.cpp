#include "engine/sqlite/steps.h"

#include "base/show.h"
#include "engine/sqlite/ddl.h"
#include "engine/sqlite/rebuild.h"
#include "engine/sqlite/tablework.h"
#include "engine/sqlite/virtualrows.h"
#include "sql/sqliteparser.h"
#include "sql/tokens.h"

#include <QSet>

namespace countersign::engine::sqlite {

using namespace Qt::StringLiterals;
using diff::Change;
using diff::Difference;
using schema::Column;
using schema::Constraint;
using schema::ConstraintKind;
using schema::Index;
using schema::ObjectId;
using schema::ObjectKind;
using schema::Table;
using schema::Trigger;
using schema::View;

namespace {

template <class Part>
const Part *partNamed(const std::vector<Part> &parts, const QString &name)
{
    const auto it = std::ranges::find(parts, name, &Part::name);
    return it == parts.end() ? nullptr : &*it;
}

class Planner
{
public:
    Planner(const schema::Schema &from, const schema::Schema &to, const diff::Comparison &comparison)
        : m_from(from), m_to(to), m_comparison(comparison), m_works(from, to, comparison)
    {
        for (const schema::Schema *schema : {&m_from, &m_to}) {
            for (const schema::Object &object : schema->objects) {
                m_names.insert(sql::foldSqliteName(schema::idOf(object).name));
            }
        }
        for (const schema::Object &object : m_to.objects) {
            if (const auto *table = std::get_if<Table>(&object)) {
                m_parents.insert(sql::foldSqliteName(table->name), table);
            }
        }
    }

    std::vector<Step> run()
    {
        // First what goes: a rename fails while a view, or a trigger on one, no longer compiles after it.
        setViewsAside();
        dropTriggers();
        dropViews();
        const std::size_t dropped = m_steps.size();
        renames();
        m_afterRenames = m_steps.size() > dropped ? m_steps.size() : 0;
        dropIndexes();
        dropTables();
        changeTables();
        createTables();
        createIndexes();
        createViews();
        createTriggers();
        checkReferences();
        surround();
        return std::move(m_steps);
    }

private:
    [[nodiscard]] QString quoted(const QString &name) const { return m_dialect.identifier(name); }

    Step &add(const QString &sql, std::vector<int> differences, const QString &comment = {})
    {
        Step step;
        step.sql = sql;
        step.differences = std::move(differences);
        step.comment = base::show(comment, true);
        m_steps.push_back(std::move(step));
        return m_steps.back();
    }

    /// Calls visit(index, difference) for each difference of this kind.
    template <class Visit>
    void each(ObjectKind kind, Visit visit)
    {
        for (std::size_t i = 0; i < m_comparison.differences.size(); ++i) {
            if (m_comparison.differences[i].id.kind == kind) {
                visit(static_cast<int>(i), m_comparison.differences[i]);
            }
        }
    }

    static bool goes(const Difference &difference)
    {
        return difference.change == Change::Removed || difference.change == Change::Altered;
    }
    static bool comes(const Difference &difference)
    {
        return difference.change == Change::Added || difference.change == Change::Altered;
    }

    void renames()
    {
        each(ObjectKind::Table, [&](int index, const Difference &difference) {
            if (difference.change == Change::Renamed) {
                add(u"ALTER TABLE %1 RENAME TO %2"_s.arg(quoted(difference.before.name), quoted(difference.id.name)),
                    {index});
            }
        });
        each(ObjectKind::Column, [&](int index, const Difference &difference) {
            if (difference.change == Change::Renamed) {
                add(u"ALTER TABLE %1 RENAME COLUMN %2 TO %3"_s.arg(
                        quoted(difference.id.parent), quoted(difference.before.name), quoted(difference.id.name)),
                    {index});
            }
        });
    }

    void dropTriggers()
    {
        each(ObjectKind::Trigger, [&](int index, const Difference &difference) {
            if (goes(difference) && !m_works.rebuilds(difference.id.parent) && !viewGoes(difference.id.parent)) {
                add(u"DROP TRIGGER %1"_s.arg(quoted(difference.before.name)), {index});
            }
        });
    }

    /// True when the view itself is dropped, and its triggers with it.
    [[nodiscard]] bool viewGoes(const QString &name) const
    {
        return std::ranges::any_of(m_comparison.differences,
                                   [&](const Difference &difference) {
                                       return difference.id.kind == ObjectKind::View && difference.id.name == name &&
                                              goes(difference);
                                   }) ||
               m_setAside.contains(name);
    }

    /// A rename compiles every view: those that read a view which is gone meanwhile go with it, and come back.
    void setViewsAside()
    {
        QSet<QString> gone;
        for (std::size_t i = 0; i < m_comparison.differences.size(); ++i) {
            const Difference &difference = m_comparison.differences[i];
            if (difference.id.kind == ObjectKind::View && goes(difference)) {
                gone.insert(sql::foldSqliteName(difference.id.name));
            }
            if (difference.change == Change::Renamed && difference.id.kind != ObjectKind::Index) {
                m_renamed.push_back(static_cast<int>(i));
            }
        }
        const auto reads = [&](const View &view) {
            const QString text = createView(view);
            return std::ranges::any_of(sql::significantTokens(text, m_dialect), [&](const sql::Token &token) {
                return (token.kind == sql::TokenKind::Word || token.kind == sql::TokenKind::QuotedIdentifier) &&
                       gone.contains(sql::foldSqliteName(sql::identifierText(token, text, m_dialect)));
            });
        };
        for (bool found = !m_renamed.empty() && !gone.isEmpty(); std::exchange(found, false);) {
            for (const schema::Object &object : m_from.objects) {
                const auto *view = std::get_if<View>(&object);
                const bool stays = view != nullptr && !gone.contains(sql::foldSqliteName(view->name)) &&
                                   m_to.find({ObjectKind::View, {}, {}, view->name}) != nullptr;
                if (stays && reads(*view)) {
                    gone.insert(sql::foldSqliteName(view->name));
                    m_setAside << view->name;
                    found = true;
                }
            }
        }
    }

    void dropViews()
    {
        for (const QString &name : std::as_const(m_setAside)) {
            add(u"DROP VIEW %1"_s.arg(quoted(name)), m_renamed);
        }
        each(ObjectKind::View, [&](int index, const Difference &difference) {
            if (goes(difference)) {
                add(u"DROP VIEW %1"_s.arg(quoted(difference.id.name)), {index});
            }
        });
    }

    void dropIndexes()
    {
        each(ObjectKind::Index, [&](int index, const Difference &difference) {
            const bool renamed = difference.change == Change::Renamed;
            if ((goes(difference) || renamed) && !m_works.rebuilds(difference.id.parent)) {
                add(u"DROP INDEX %1"_s.arg(quoted(difference.before.name)), {index});
            }
        });
    }

    void dropTables()
    {
        const auto drop = [&](int index, const Difference &difference) {
            const bool changedModule =
                difference.id.kind == ObjectKind::VirtualTable && difference.change == Change::Altered;
            if ((difference.change == Change::Removed || changedModule) && !m_works.covers(index)) {
                QString lost = u"The rows of %1 are lost."_s.arg(difference.id.name);
                const Table *before = m_from.findTable({}, difference.id.name);
                const Table *after = m_to.findTable({}, difference.id.name);
                if (changedModule && before && after) {
                    KeptRows kept = keepRows(*before, *after, temporaryName(u"kept_rows_%1"_s.arg(index)));
                    if (!kept.save.isEmpty()) {
                        add(kept.save, {index}, u"A virtual table cannot be altered: its rows are kept meanwhile."_s);
                    }
                    lost = kept.lost;
                    m_keptRows.insert_or_assign(index, std::move(kept));
                }
                Step &step = add(u"DROP TABLE %1"_s.arg(quoted(difference.id.name)), {index}, lost);
                step.destructive = !lost.isEmpty();
                m_keysOff = m_keysOff || !changedModule;
            }
        };
        each(ObjectKind::Table, drop);
        each(ObjectKind::VirtualTable, drop);
    }

    void changeTables()
    {
        for (const auto &[name, work] : m_works.all()) {
            if (work.rebuild()) {
                rebuild(work);
            } else if (!work.differences.empty()) {
                alter(work);
            }
        }
    }

    void alter(const TableWork &work)
    {
        const auto serving = [&](const QString &column) {
            std::vector<int> indexes;
            for (const int index : work.differences) {
                const Difference &difference = m_comparison.differences[static_cast<std::size_t>(index)];
                const auto writtenWith = [&](const Table &table) {
                    const Constraint *constraint = partNamed(table.constraints, difference.id.name);
                    return constraint != nullptr && constraint->columnLevel && constraint->ofColumn == column;
                };
                const bool constraint = difference.id.kind == ObjectKind::Constraint;
                if (constraint ? writtenWith(difference.change == Change::Added ? *work.after : *work.before)
                               : difference.id.name == column) {
                    indexes.push_back(index);
                }
            }
            return indexes;
        };
        // First what comes: a table cannot lose its only column, and values can be moved in between.
        for (const Column *column : work.added) {
            add(u"ALTER TABLE %1 ADD COLUMN %2"_s.arg(quoted(work.after->name), addedColumn(*work.after, *column)),
                serving(column->name));
        }
        for (const Column *column : work.dropped) {
            Step &step =
                add(u"ALTER TABLE %1 DROP COLUMN %2"_s.arg(quoted(work.after->name), quoted(column->name)),
                    serving(column->name), u"The values of %1.%2 are lost."_s.arg(work.after->name, column->name));
            step.destructive = column->generated.isEmpty();
            if (!step.destructive) {
                step.comment.clear();
            }
            m_legacy = true;
        }
    }

    /// A name that neither schema has.
    [[nodiscard]] QString temporaryName(const QString &table) const
    {
        QString name = u"new_"_s + table;
        while (m_names.contains(sql::foldSqliteName(name))) {
            name.prepend(u"new_"_s);
        }
        return name;
    }

    void rebuild(const TableWork &work)
    {
        m_keysOff = true;
        m_legacy = true;
        for (Step &step : rebuildSteps(work, temporaryName(work.after->name))) {
            step.comment = base::show(step.comment, true);
            m_steps.push_back(std::move(step));
        }
        m_rebuilt.insert(sql::foldSqliteName(work.after->name));
    }

    void createTables()
    {
        const auto create = [&](int index, const Difference &difference) {
            const bool changedModule =
                difference.id.kind == ObjectKind::VirtualTable && difference.change == Change::Altered;
            if ((difference.change != Change::Added && !changedModule) || m_works.covers(index)) {
                return;
            }
            if (const Table *table = m_to.findTable({}, difference.id.name)) {
                add(createTable(*table, table->name), {index});
            }
        };
        each(ObjectKind::Table, create);
        each(ObjectKind::VirtualTable, create);
        for (const auto &[index, kept] : m_keptRows) {
            for (const QString &sql : {kept.restore, kept.forget}) {
                if (!sql.isEmpty()) {
                    add(sql, {index});
                }
            }
        }
    }

    /// Calls visit(relation, differences) for each relation of TO that is new or rebuilt, whose parts all have to come.
    template <class Visit>
    void eachNewRelation(Visit visit)
    {
        for (std::size_t i = 0; i < m_comparison.differences.size(); ++i) {
            const Difference &difference = m_comparison.differences[i];
            const ObjectId &id = difference.id;
            const bool view = id.kind == ObjectKind::View && comes(difference);
            const bool table = (id.kind == ObjectKind::Table && difference.change == Change::Added) ||
                               (id.kind == ObjectKind::VirtualTable && comes(difference));
            if ((view || table) && !m_works.covers(static_cast<int>(i))) {
                visit(*m_to.find(id), std::vector<int>{static_cast<int>(i)});
            }
        }
        for (const auto &[name, work] : m_works.all()) {
            if (work.rebuild()) {
                std::vector<int> all = work.differences;
                all.insert(all.end(), work.partDifferences.begin(), work.partDifferences.end());
                visit(*m_to.find({ObjectKind::Table, {}, {}, name}), all);
            }
        }
    }

    void createIndexes()
    {
        eachNewRelation([&](const schema::Object &object, const std::vector<int> &differences) {
            if (const auto *table = std::get_if<Table>(&object)) {
                for (const Index &index : table->indexes) {
                    add(createIndex(*table, index), differences);
                }
            }
        });
        each(ObjectKind::Index, [&](int i, const Difference &difference) {
            const Table *table = m_to.findTable({}, difference.id.parent);
            if (table == nullptr || difference.change == Change::Removed || m_works.rebuilds(difference.id.parent)) {
                return;
            }
            if (const Index *index = partNamed(table->indexes, difference.id.name)) {
                add(createIndex(*table, *index), {i});
            }
        });
    }

    void createViews()
    {
        each(ObjectKind::View, [&](int index, const Difference &difference) {
            if (comes(difference)) {
                add(createView(std::get<View>(*m_to.find(difference.id))), {index});
            }
        });
        for (const QString &name : std::as_const(m_setAside)) {
            add(createView(std::get<View>(*m_to.find({ObjectKind::View, {}, {}, name}))), m_renamed);
        }
    }

    void createTriggers()
    {
        QSet<QString> done;
        const auto create = [&](const Trigger &trigger, const std::vector<int> &differences) {
            if (!done.contains(trigger.name)) {
                done.insert(trigger.name);
                add(trigger.definition.text, differences);
            }
        };
        eachNewRelation([&](const schema::Object &object, const std::vector<int> &differences) {
            const auto *table = std::get_if<Table>(&object);
            for (const Trigger &trigger : table ? table->triggers : std::get<View>(object).triggers) {
                create(trigger, differences);
            }
        });
        for (const QString &name : std::as_const(m_setAside)) {
            for (const Trigger &trigger : std::get<View>(*m_to.find({ObjectKind::View, {}, {}, name})).triggers) {
                create(trigger, m_renamed);
            }
        }
        each(ObjectKind::Trigger, [&](int i, const Difference &difference) {
            const schema::Object *view = m_to.find({ObjectKind::View, {}, {}, difference.id.parent});
            const Table *table = m_to.findTable({}, difference.id.parent);
            if ((view == nullptr && table == nullptr) || !comes(difference)) {
                return;
            }
            const std::vector<Trigger> &triggers = table ? table->triggers : std::get<View>(*view).triggers;
            if (const Trigger *trigger = partNamed(triggers, difference.id.name)) {
                create(*trigger, {i});
            }
        });
    }

    /// Tables whose references a rebuild may have broken: the rebuilt ones and those that refer to them.
    void checkReferences()
    {
        if (m_rebuilt.isEmpty()) {
            return;
        }
        QStringList tables;
        for (const schema::Object &object : m_to.objects) {
            const auto *table = std::get_if<Table>(&object);
            if (table == nullptr) {
                continue;
            }
            const bool concerned = std::ranges::any_of(table->constraints, [&](const Constraint &constraint) {
                return constraint.kind == ConstraintKind::ForeignKey &&
                       (m_rebuilt.contains(sql::foldSqliteName(table->name)) ||
                        m_rebuilt.contains(sql::foldSqliteName(constraint.referencedTable)));
            });
            const bool checkable =
                !concerned || std::ranges::all_of(table->constraints, [&](const Constraint &constraint) {
                    return constraint.kind != ConstraintKind::ForeignKey || hasParentKey(constraint);
                });
            if (concerned && checkable) {
                tables << table->name;
            }
        }
        if (tables.isEmpty()) {
            return;
        }
        add(u"CREATE TEMP TABLE dangling_reference (\n"
            "    in_table TEXT CONSTRAINT \"a row refers to a row that does not exist\" CHECK (in_table IS NULL)\n)"_s,
            {}, u"The foreign keys were off: a row without its parent makes the transaction fail here."_s);
        for (const QString &table : std::as_const(tables)) {
            add(u"INSERT INTO dangling_reference SELECT \"table\" FROM pragma_foreign_key_check(%1)"_s.arg(
                    m_dialect.literal(table)),
                {});
        }
        add(u"DROP TABLE dangling_reference"_s, {});
    }

    /// False when the parent is missing or has no such key: SQLite reports a mismatch then, whatever the rows say.
    [[nodiscard]] bool hasParentKey(const Constraint &reference) const
    {
        const Table *found = m_parents.value(sql::foldSqliteName(reference.referencedTable));
        if (found == nullptr) {
            return false;
        }
        const Table &parent = *found;
        const auto names = [](const std::vector<schema::IndexKey> &keys) {
            QStringList columns;
            for (const schema::IndexKey &key : keys) {
                columns << (key.collation.isEmpty() ? sql::foldSqliteName(key.column) : QString());
            }
            columns.sort();
            return columns;
        };
        QStringList wanted;
        for (const QString &column : reference.referencedColumns) {
            wanted << sql::foldSqliteName(column);
        }
        wanted.sort();
        for (const Constraint &constraint : parent.constraints) {
            const bool primary = constraint.kind == ConstraintKind::PrimaryKey;
            if (primary && wanted.isEmpty()) {
                return constraint.keys.size() == reference.keys.size();
            }
            if ((primary || constraint.kind == ConstraintKind::Unique) && names(constraint.keys) == wanted) {
                return true;
            }
        }
        return std::ranges::any_of(parent.indexes, [&](const Index &index) {
            return index.unique && index.predicate.isEmpty() && names(index.keys) == wanted;
        });
    }

    /// The settings without which a rebuild would delete or rewrite what hangs on the table. SQLite ignores
    /// foreign_keys inside a transaction.
    void surround()
    {
        std::vector<Step> before;
        std::vector<Step> after;
        const auto setting = [](const QString &sql, const QString &comment) {
            Step step;
            step.sql = sql;
            step.transactional = false;
            step.comment = comment;
            return step;
        };
        if (m_keysOff) {
            before.push_back(
                setting(u"PRAGMA foreign_keys = OFF"_s,
                        u"DROP TABLE would delete rows that refer to it. Has no effect inside a transaction."_s));
            after.push_back(setting(u"PRAGMA foreign_keys = ON"_s, {}));
        }
        if (m_legacy) {
            before.push_back(setting(u"PRAGMA legacy_alter_table = ON"_s,
                                     u"Views and triggers that name a changed table stay as they are."_s));
            after.push_back(setting(u"PRAGMA legacy_alter_table = OFF"_s, {}));
        }
        // Confirmed renames have to reach views and triggers: they come before the settings.
        const auto firstOther = m_steps.begin() + static_cast<std::ptrdiff_t>(m_afterRenames);
        std::vector<Step> all(m_steps.begin(), firstOther);
        all.insert(all.end(), before.begin(), before.end());
        all.insert(all.end(), firstOther, m_steps.end());
        all.insert(all.end(), after.begin(), after.end());
        m_steps = std::move(all);
    }

    const schema::Schema &m_from;
    const schema::Schema &m_to;
    const diff::Comparison &m_comparison;
    TableWorks m_works;
    sql::Dialect m_dialect = sql::dialectOf(schema::EngineKind::Sqlite);
    std::vector<Step> m_steps;
    QSet<QString> m_names;                   ///< of all objects of both schemas, folded
    QHash<QString, const Table *> m_parents; ///< the tables of TO by folded name
    QSet<QString> m_rebuilt;                 ///< folded names
    QStringList m_setAside;                  ///< views that are as they should be, and gone while something is renamed
    std::vector<int> m_renamed;              ///< differences: renamed tables and columns
    std::map<int, KeptRows> m_keptRows;      ///< by difference: of virtual tables that are created anew
    std::size_t m_afterRenames = 0; ///< how many steps must come before the settings: renames and what they need
    bool m_keysOff = false;
    bool m_legacy = false;
};

} // namespace

std::vector<Step> makeSteps(const schema::Schema &from, const schema::Schema &to, const diff::Comparison &comparison)
{
    return Planner(from, to, comparison).run();
}

} // namespace countersign::engine::sqlite

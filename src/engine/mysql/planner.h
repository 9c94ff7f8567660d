#pragma once

// The planner behind planSteps(), declared for the files that hold its parts: steps.cpp, tablesteps.cpp,
// programsteps.cpp and grantsteps.cpp. Nobody else includes this.

#include "engine/mysql/altertable.h"
#include "engine/mysql/createtable.h"
#include "engine/mysql/ddl.h"
#include "engine/mysql/steps.h"
#include "engine/mysql/textcursor.h"

#include <QHash>
#include <QSet>

namespace countersign::engine::mysql {

using namespace Qt::StringLiterals;
using diff::Change;
using diff::Difference;
using schema::CatalogObject;
using schema::Column;
using schema::Constraint;
using schema::ConstraintKind;
using schema::Index;
using schema::ObjectId;
using schema::ObjectKind;
using schema::Routine;
using schema::Sequence;
using schema::Table;
using schema::Trigger;
using schema::View;

inline QString entry(const schema::Attributes &attributes, const QString &key)
{
    const auto it = attributes.find(key);
    return it == attributes.end() ? QString() : it->second;
}

/// Takes over from @p to the attributes that the difference reports, and no others: what is ignored stays as it is.
template <schema::Described T>
void takeOver(T &object, const T &to, const Difference &difference)
{
    schema::forEachField<T>([&](const auto &field) {
        const QString name = QString::fromLatin1(field.name);
        using Value = std::remove_cvref_t<decltype(object.*(field.member))>;
        if (field.attention == schema::Attention::NotCompared) {
            object.*(field.member) = to.*(field.member);
            return;
        }
        for (const diff::Property &property : difference.properties) {
            if (property.name == name) {
                object.*(field.member) = to.*(field.member);
            } else if constexpr (std::is_same_v<Value, schema::Attributes>) {
                if (property.name.startsWith(name + u'.')) {
                    const QString key = property.name.mid(name.size() + 1);
                    const auto it = (to.*(field.member)).find(key);
                    if (it == (to.*(field.member)).end()) {
                        (object.*(field.member)).erase(key);
                    } else {
                        (object.*(field.member)).insert_or_assign(key, it->second);
                    }
                }
            } else if constexpr (schema::Described<Value>) {
                if (property.name.startsWith(name + u'.')) {
                    object.*(field.member) = to.*(field.member);
                }
            }
        }
    });
}

template <class Part>
const Part *findPart(const std::vector<Part> &parts, const QString &name)
{
    const auto it = std::ranges::find(parts, name, &Part::name);
    return it == parts.end() ? nullptr : &*it;
}

template <class Part>
void erasePart(std::vector<Part> &parts, const QString &name)
{
    std::erase_if(parts, [&](const Part &part) { return part.name == name; });
}

/// Applies one difference of a part to the table that is being changed.
template <class Part>
void applyPart(std::vector<Part> &parts, const std::vector<Part> &wanted, const Difference &difference)
{
    const Part *to = findPart(wanted, difference.id.name);
    if (difference.change == Change::Removed || (difference.change == Change::Renamed && to == nullptr)) {
        erasePart(parts, difference.id.name);
    } else if (difference.change == Change::Added && to) {
        parts.push_back(*to);
    } else if (to) {
        const auto it = std::ranges::find(parts, difference.id.name, &Part::name);
        if (it != parts.end()) {
            takeOver(*it, *to, difference);
        }
    }
}

/// A new column stands behind the same column as in TO.
inline void insertColumn(std::vector<Column> &columns, const std::vector<Column> &wanted, const QString &name)
{
    const auto it = std::ranges::find(wanted, name, &Column::name);
    if (it == wanted.end()) {
        return;
    }
    for (auto before = it; before != wanted.begin();) {
        --before;
        const auto place = std::ranges::find(columns, before->name, &Column::name);
        if (place != columns.end()) {
            columns.insert(std::next(place), *it);
            return;
        }
    }
    columns.insert(columns.begin(), *it);
}

class Planner
{
public:
    Planner(const schema::Schema &from, const schema::Schema &to, const diff::Comparison &comparison)
        : m_from(from), m_to(to), m_differences(comparison.differences)
    {
    }

    std::vector<Step> run();

private:
    struct Numbered {
        const Difference *difference;
        int number;
    };

    void step(const QString &sql, std::vector<int> numbers, bool destructive = false, const QString &comment = {});

    template <class T>
    [[nodiscard]] const T *fromObject(const ObjectId &id) const
    {
        const schema::Object *object = m_from.find(id);
        return object ? std::get_if<T>(object) : nullptr;
    }
    template <class T>
    [[nodiscard]] const T *toObject(const ObjectId &id) const
    {
        const schema::Object *object = m_to.find(id);
        return object ? std::get_if<T>(object) : nullptr;
    }
    [[nodiscard]] const Table *fromTable(const QString &name) const
    {
        return fromObject<Table>({ObjectKind::Table, {}, {}, name});
    }
    [[nodiscard]] const Table *toTable(const QString &name) const
    {
        return toObject<Table>({ObjectKind::Table, {}, {}, name});
    }

    void sortDifferences();

    void renames();

    /// MySQL refuses to rename a column that an expression of its table names, unless the same statement says the
    /// expression anew (errors 3959, 3108, 3837, 3766, 3855); MariaDB rewrites it.
    void renameColumns(const QString &tableName, const std::vector<Numbered> &differences);

    /// Neither product renames these: dropped under the old name and made under the new one.
    void renameByReplacing(const QString &tableName, const Numbered &n);

    void databaseDefaults();

    /// Stored programs keep the sql_mode that they were created under.
    void sqlModeFor(const QString &mode);
    /// What is quoted as usual is not read as it is meant under every mode that a program asked for.
    void usualMode();

    void timeZoneFor(const QString &zone);

    /// Creates a view or a stored program as a session would that is set as @p origin says: string literals in it get
    /// that session's character set and collation, and the server keeps both.
    void program(const QString &sql, const schema::Attributes &origin, const std::vector<int> &numbers);

    /// Names and comments outside ASCII do not fit under every character set.
    void usualClient();

    std::vector<Step> finish();

    static QString kindWord(const Routine &routine);

    /// Events go first. Views, routines, sequences and tables go last, when nothing that stays uses them any more: each
    /// statement commits, and a trigger or a view that misses a table fails whoever writes or reads meanwhile.
    void dropEvents();
    /// What has to give way early, because TO uses its name.
    void dropViewsAndRoutines(bool early);
    [[nodiscard]] bool routineNameIsWanted(const QString &name) const;
    /// Whether TO has a table, view or sequence of this name, whatever its case.
    [[nodiscard]] bool relationNameIsWanted(const QString &name) const;
    /// Removed tables that have to give way early: TO uses a name of theirs, or a foreign key of theirs would hinder
    /// the change of a table that stays; and whoever refers to these.
    [[nodiscard]] QSet<QString> tablesInTheWay() const;
    /// Before the columns and tables that they use are gone. One that moves or changes keeps its gap short: later.
    void dropGoneTriggers();

    static QString lost(const QString &what, const Difference &difference);

    void applyTableDifferences();

    static void applyDifference(Table &table, const Table &to, const Difference &difference);

    static void addColumnsInOrder(Table &table, const Table &to, const std::vector<Numbered> &differences);

    /// Columns whose storage changes, as table.column.
    [[nodiscard]] QSet<QString> changedColumns() const;

    static bool touches(const Table &table, const Constraint &key, const QSet<QString> &changed);

    /// MySQL has one name space for the checks of all tables: one that moves to another table leaves the first before.
    void freeCheckNames();

    /// Foreign keys that go, change, or must be away while a column at one end is converted; and those that would keep
    /// tables from being dropped in any order.
    void dropForeignKeys();

    [[nodiscard]] std::vector<int> numbersOf(const QString &table) const;

    /// Children before parents. In a circle of foreign keys no order would do; there the checks are off for a moment.
    void dropTables(bool early);

    void createAndAlterTables();

    /// After the tables that it references; in a circle the foreign keys that close it are added later.
    void createOneTable(const Numbered &n, const std::map<QString, Numbered> &added, QSet<QString> &begun,
                        QSet<QString> &unready);

    /// Foreign keys that must wait for another table to be made or altered.
    static QSet<QString> laterForeignKeys(const Table &table, const QSet<QString> &unready);

    /// Defaults are read under the session's sql_mode and time zone: a zero date is refused by the usual mode, and a
    /// timestamp means another moment in another zone.
    void prepareTables(const std::map<QString, Numbered> &added);

    void addForeignKeys();

    void addForeignKey(const Table &table, const Constraint &key, const std::vector<int> &numbers);

    void createSequences();

    void alterSequence(const Sequence &to, const Numbered &n);

    void dropSequences(bool early);

    void createRoutines();

    void replaceRoutine(const Routine &from, const Routine &wanted, int number);

    /// A view needs what it reads to be there; TO's dependencies say what that is.
    void createViews();

    void createViewAfter(const QString &name, const std::map<QString, int> &waiting,
                         const std::map<QString, QStringList> &reads, const std::set<QString> &replaced,
                         std::set<QString> &begun);

    [[nodiscard]] QHash<QString, QString> brokenViews() const; ///< and what each names that is not there
    void createOneView(const QString &name, int number, bool replace);

    void changeTriggers();

    static std::vector<const Trigger *> inOrder(const std::vector<Trigger> &triggers);

    static bool sameExceptOrder(Trigger a, const Trigger &b);

    void dropTriggers(const TableChange &change);
    void createTriggers(const TableChange &change);

    void createOneTrigger(const Table &table, const Trigger &trigger, const std::vector<int> &numbers);

    /// Behind the one before it, which is there by now; or before the next one where that was there already.
    QString position(const Table &table, const Trigger &trigger) const;

    void createEvents();

    void changeGrants();

    static bool reports(const Difference &difference, const QString &property);

    static schema::Grants grantsOf(const schema::Object *object);

    void grantsOfRelation(const Difference &difference, int number);

    void grantsOfColumn(const Difference &difference, int number);

    void writeGrants(const schema::Grants &before, const schema::Grants &after, const QString &relation,
                     const QString &column, int number);

    struct LaterKey {
        QString table;
        QString key;
        std::vector<int> numbers;
    };

    const schema::Schema &m_from;
    const schema::Schema &m_to;
    const std::vector<Difference> &m_differences;
    std::map<QString, std::vector<Numbered>> m_byTable;
    std::map<ObjectKind, std::vector<Numbered>> m_byKind;
    std::map<QString, TableChange> m_changes;
    std::map<QString, Table> m_stripped;           ///< tables whose checks went early, without these
    std::map<QString, QSet<QString>> m_dropBefore; ///< dropped table ► tables that it references
    QSet<QString> m_relationNames;                 ///< of TO, in lower case
    QSet<QString> m_routineNames;                  ///< likewise
    QSet<QString> m_goneTriggers;                  ///< dropped so far
    QHash<QString, QString> m_brokenViews;
    QSet<QString> m_away; ///< table\nname of foreign keys dropped so far
    std::vector<LaterKey> m_laterKeys;
    std::vector<Step> m_steps;
    std::optional<QString> m_mode; ///< sql_mode as set by the plan; none for the caller's
    QString m_zone;
    QString m_client; ///< character_set_client and collation_connection as set by the plan; empty for the caller's
    bool m_clientSaved = false;
    bool m_modeSaved = false;
    bool m_zoneSaved = false;
};

} // namespace countersign::engine::mysql

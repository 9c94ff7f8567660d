#include "engine/sqlite/reader.h"

#include "engine/compact.h"
#include "engine/sqlite/virtualrows.h"
#include "sql/sqliteparser.h"

#include <QHash>
#include <QSet>

namespace countersign::engine::sqlite {

using namespace Qt::StringLiterals;
using base::Result;
using schema::Column;
using schema::ObjectId;
using schema::ObjectKind;
using schema::Table;
using schema::View;

namespace {

constexpr auto objectsQuery = "SELECT type, name, tbl_name, sql FROM main.sqlite_schema "
                              "WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY rowid";
constexpr auto columnsQuery =
    "SELECT m.name, c.name, c.type, c.\"notnull\", c.pk, c.hidden "
    "FROM main.sqlite_schema AS m CROSS JOIN pragma_table_xinfo(m.name, 'main') AS c "
    "WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite~_%' ESCAPE '~' AND m.sql NOT LIKE 'CREATE VIRTUAL%' "
    "ORDER BY m.rowid, c.cid";
constexpr auto shadowsQuery = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow'";

class Reader
{
public:
    Reader(db::Session &session, const base::ProgressSink &progress, std::stop_token stop)
        : m_session(session), m_progress(progress), m_stop(std::move(stop))
    {
        m_schema.engine = schema::EngineKind::Sqlite;
        m_schema.serverVersion = session.versionText();
    }

    /// Asks for everything; build() needs neither session nor progress any more.
    Result<void> ask()
    {
        base::report(m_progress, u"objects"_s);
        CS_TRY(objects, m_session.run(QString::fromLatin1(objectsQuery), m_stop));
        CS_CHECK(readShadows(objects));
        base::report(m_progress, u"columns"_s);
        CS_TRY(columns, m_session.run(QString::fromLatin1(columnsQuery), m_stop));
        m_objects = std::move(objects);
        m_columns = std::move(columns);
        return {};
    }

    Result<schema::Schema> build(const std::stop_token &stop)
    {
        m_stop = stop;
        CS_CHECK(readTablesAndViews(m_objects));
        checkColumns(m_columns);
        m_columns = {};
        CS_CHECK(readParts(m_objects));
        m_objects = {};
        finish();
        return std::move(m_schema);
    }

private:
    Result<void> readShadows(const db::Rows &objects)
    {
        QStringList ordinary;
        bool hasVirtual = false;
        for (int row = 0; row < objects.size(); ++row) {
            if (!objects.text(row, 3).startsWith("CREATE VIRTUAL"_L1, Qt::CaseInsensitive)) {
                continue;
            }
            hasVirtual = true;
            if (auto table = sql::parseSqliteTable(objects.text(row, 3))) {
                table->name = objects.text(row, 1);
                const ShadowTables shadows = shadowTables(*table);
                m_shadows.unite(QSet<QString>(shadows.own.begin(), shadows.own.end()));
                ordinary << shadows.none;
            }
        }
        if (!hasVirtual) {
            return {};
        }
        CS_TRY(shadows, m_session.run(QString::fromLatin1(shadowsQuery), m_stop));
        for (int row = 0; row < shadows.size(); ++row) {
            m_shadows.insert(sql::foldSqliteName(shadows.text(row, 0)));
        }
        m_shadows.subtract(QSet<QString>(ordinary.begin(), ordinary.end()));
        return {};
    }

    Result<void> readTablesAndViews(const db::Rows &objects)
    {
        for (int row = 0; row < objects.size(); ++row) {
            if (m_stop.stop_requested()) {
                return base::Fail(base::cancelled());
            }
            const QString type = objects.text(row, 0);
            const QString name = objects.text(row, 1);
            if (type == u"table"_s && !m_shadows.contains(sql::foldSqliteName(name))) {
                if (auto table = sql::parseSqliteTable(objects.text(row, 3))) {
                    table->name = name;
                    m_compact(*table);
                    m_tables.insert(sql::foldSqliteName(name), m_schema.objects.size());
                    m_schema.objects.emplace_back(std::move(*table));
                } else {
                    skip({ObjectKind::Table, {}, {}, name}, table.error());
                }
            } else if (type == u"view"_s) {
                if (auto view = sql::parseSqliteView(objects.text(row, 3))) {
                    view->name = name;
                    m_views.insert(sql::foldSqliteName(name), m_schema.objects.size());
                    m_schema.objects.emplace_back(std::move(*view));
                } else {
                    skip({ObjectKind::View, {}, {}, name}, view.error());
                }
            }
        }
        return {};
    }

    Result<void> readParts(const db::Rows &objects)
    {
        for (int row = 0; row < objects.size(); ++row) {
            if (m_stop.stop_requested()) {
                return base::Fail(base::cancelled());
            }
            const QString type = objects.text(row, 0);
            if (type == u"index"_s && !objects.isNull(row, 3)) {
                readIndex(objects, row);
            } else if (type == u"trigger"_s) {
                readTrigger(objects, row);
            }
        }
        return {};
    }

    void readIndex(const db::Rows &objects, int row)
    {
        Table *table = tableNamed(objects.text(row, 2));
        if (table == nullptr) {
            return; // its table is listed as not compared, or is a shadow
        }
        if (auto index = sql::parseSqliteIndex(objects.text(row, 3), *table)) {
            index->name = objects.text(row, 1);
            table->indexes.push_back(std::move(*index));
        } else {
            skip({ObjectKind::Index, {}, table->name, objects.text(row, 1)}, index.error());
        }
    }

    void readTrigger(const db::Rows &objects, int row)
    {
        const QString owner = objects.text(row, 2);
        auto trigger = sql::parseSqliteTrigger(objects.text(row, 3));
        if (!trigger) {
            skip({ObjectKind::Trigger, {}, owner, objects.text(row, 1)}, trigger.error());
            return;
        }
        trigger->name = objects.text(row, 1);
        if (Table *table = tableNamed(owner)) {
            table->triggers.push_back(std::move(*trigger));
        } else if (const auto view = m_views.constFind(sql::foldSqliteName(owner)); view != m_views.constEnd()) {
            std::get<View>(m_schema.objects[*view]).triggers.push_back(std::move(*trigger));
        }
    }

    Table &tableAt(qsizetype place) { return std::get<Table>(m_schema.objects[place]); }

    Table *tableNamed(const QString &name)
    {
        const auto it = m_tables.constFind(sql::foldSqliteName(name));
        return it == m_tables.constEnd() || m_disagreeing.contains(sql::foldSqliteName(name)) ? nullptr : &tableAt(*it);
    }

    /// What was understood of a table's text has to be what SQLite understands.
    void checkColumns(const db::Rows &rows)
    {
        int row = 0;
        while (row < rows.size()) {
            const QString name = rows.text(row, 0);
            int end = row;
            while (end < rows.size() && rows.bytes(end, 0) == rows.bytes(row, 0)) {
                ++end;
            }
            if (const auto it = m_tables.constFind(sql::foldSqliteName(name)); it != m_tables.constEnd()) {
                if (const QString problem = disagreement(tableAt(*it), rows, row, end); !problem.isEmpty()) {
                    m_disagreeing.insert(sql::foldSqliteName(name));
                    m_schema.notCompared.push_back(
                        {{ObjectKind::Table, {}, {}, name}, u"its CREATE TABLE text was not understood: "_s + problem});
                }
            }
            row = end;
        }
    }

    static QString disagreement(const Table &table, const db::Rows &rows, int begin, int end)
    {
        if (static_cast<int>(table.columns.size()) != end - begin) {
            return u"%1 columns instead of %2"_s.arg(table.columns.size()).arg(end - begin);
        }
        QSet<QString> keys;
        for (const schema::Constraint &constraint : table.constraints) {
            if (constraint.kind == schema::ConstraintKind::PrimaryKey) {
                for (const schema::IndexKey &key : constraint.keys) {
                    keys.insert(key.column);
                }
            }
        }
        for (int row = begin; row < end; ++row) {
            const Column &column = table.columns[static_cast<std::size_t>(row - begin)];
            const qint64 hidden = rows.number(row, 5);
            const QString kind = hidden == 2 ? u"virtual"_s : hidden == 3 ? u"stored"_s : QString();
            if (column.name != rows.text(row, 1)) {
                return u"column %1 instead of %2"_s.arg(column.name, rows.text(row, 1));
            }
            if (column.type != sql::sqliteType(rows.text(row, 2))) {
                return u"type of %1: %2 instead of %3"_s.arg(column.name, column.type, rows.text(row, 2));
            }
            if (column.notNull != rows.flag(row, 3) || keys.contains(column.name) != (rows.number(row, 4) > 0) ||
                column.generatedKind != kind) {
                return u"NOT NULL, primary key or generation of %1"_s.arg(column.name);
            }
        }
        return {};
    }

    void skip(const ObjectId &id, const base::Error &error)
    {
        m_schema.notCompared.push_back({id, u"its CREATE text was not understood: "_s + error.message});
    }

    void finish()
    {
        QHash<QString, QString> names;
        for (const schema::Object &object : std::as_const(m_schema.objects)) {
            if (const Table *table = std::get_if<Table>(&object)) {
                names.insert(sql::foldSqliteName(table->name), table->name);
            }
        }
        m_schema.objects.removeIf([this](const schema::Object &object) {
            const Table *table = std::get_if<Table>(&object);
            return table != nullptr && m_disagreeing.contains(sql::foldSqliteName(table->name));
        });
        for (schema::Object &object : m_schema.objects) {
            if (Table *table = std::get_if<Table>(&object)) {
                addDependencies(*table, names);
                m_compact(table->indexes);
            }
        }
        m_schema.normalize();
    }

    void addDependencies(const Table &table, const QHash<QString, QString> &names)
    {
        for (const schema::Constraint &constraint : table.constraints) {
            if (constraint.kind != schema::ConstraintKind::ForeignKey) {
                continue;
            }
            const auto parent = names.constFind(sql::foldSqliteName(constraint.referencedTable));
            if (parent != names.constEnd()) {
                m_schema.dependencies.push_back(
                    {{ObjectKind::Constraint, {}, table.name, constraint.name}, {ObjectKind::Table, {}, {}, *parent}});
            }
        }
    }

    db::Session &m_session;
    const base::ProgressSink &m_progress;
    std::stop_token m_stop;
    schema::Schema m_schema;
    QHash<QString, qsizetype> m_tables; ///< where they are in m_schema, by name in lower case: SQLite ignores case
    QHash<QString, qsizetype> m_views;
    QSet<QString> m_shadows;
    QSet<QString> m_disagreeing;
    Compactor m_compact;
    db::Rows m_objects;
    db::Rows m_columns;
};

} // namespace

Result<SchemaBuilder> fetchSchema(db::Session &session, const base::ProgressSink &progress, std::stop_token stop)
{
    CS_CHECK(session.run(u"SAVEPOINT countersign_read"_s, stop));
    const auto reader = std::make_shared<Reader>(session, progress, stop);
    const Result<void> asked = reader->ask();
    // Also after a stop request: the savepoint must not stay open.
    const Result<db::Rows> released = session.run(u"RELEASE countersign_read"_s, {});
    if (!asked) {
        return base::Fail(asked.error());
    }
    if (!released) {
        return base::Fail(released.error());
    }
    return [reader](const std::stop_token &stopBuilding) { return reader->build(stopBuilding); };
}

Result<schema::Schema> readSchema(db::Session &session, const base::ProgressSink &progress, std::stop_token stop)
{
    CS_TRY(build, fetchSchema(session, progress, stop));
    return build(stop);
}

} // namespace countersign::engine::sqlite

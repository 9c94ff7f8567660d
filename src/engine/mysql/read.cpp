#include "engine/mysql/read.h"

#include "engine/compact.h"
#include "engine/mysql/createtable.h"
#include "engine/mysql/ownprivileges.h"
#include "engine/mysql/showcreate.h"
#include "engine/mysql/textcursor.h"

#include <QSet>

namespace countersign::engine::mysql {

using namespace Qt::StringLiterals;
using base::Result;
using db::Rows;
using schema::CatalogObject;
using schema::ObjectId;
using schema::ObjectKind;
using schema::Routine;
using schema::Schema;
using schema::Table;
using schema::Trigger;
using schema::View;

namespace {

/// An object that SHOW CREATE is asked for.
struct Wanted {
    ObjectId id;
    QString sql;
    int row = 0; ///< of the catalog query that found it
};

class Reader
{
public:
    Reader(db::Session &session, const ReadOptions &options, const base::ProgressSink &progress, std::stop_token stop)
        : m_session(session), m_options(options), m_progress(progress), m_stop(std::move(stop)),
          m_database(session.databaseName()), m_mariaDb(session.engine() == schema::EngineKind::MariaDb)
    {
    }

    Result<Schema> run()
    {
        m_schema.engine = m_session.engine();
        m_schema.serverVersion = m_session.versionText();
        base::report(m_progress, u"catalog"_s);
        CS_CHECK(readCatalog());
        CS_CHECK(describeAll(wantedObjects()));
        CS_CHECK(m_session.runAll({u"SET SESSION sql_mode="_s + quotedLiteral(m_sqlMode), u"DO 0"_s}, m_stop));
        CS_CHECK(noteSpatialReferences());
        addTriggers();
        addEvents();
        addGrants();
        addViewDependencies();
        m_schema.normalize();
        return std::move(m_schema);
    }

private:
    // --- catalog

    Result<bool> readCatalog()
    {
        const QString name = quotedLiteral(m_database);
        // Every predicate is on the column by which the server looks databases up; any other opens all of them.
        QStringList queries{
            u"SELECT @@SESSION.sql_mode, @@lower_case_table_names"_s,
            u"SET SESSION sql_mode=''"_s,
            u"SHOW CHARACTER SET"_s,
            u"SELECT DEFAULT_CHARACTER_SET_NAME, DEFAULT_COLLATION_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME="_s +
                name,
            u"SHOW FULL TABLES"_s,
            u"SELECT ROUTINE_NAME, ROUTINE_TYPE, ROUTINE_DEFINITION, IS_DETERMINISTIC, SQL_DATA_ACCESS, SECURITY_TYPE, SQL_MODE, ROUTINE_COMMENT, DEFINER, CHARACTER_SET_CLIENT, COLLATION_CONNECTION, DATABASE_COLLATION FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA="_s +
                name,
            u"SELECT TRIGGER_NAME, EVENT_OBJECT_TABLE, ACTION_TIMING, EVENT_MANIPULATION, ACTION_ORDER, ACTION_STATEMENT, SQL_MODE, DEFINER, CHARACTER_SET_CLIENT, COLLATION_CONNECTION, DATABASE_COLLATION FROM information_schema.TRIGGERS WHERE EVENT_OBJECT_SCHEMA="_s +
                name,
            u"SELECT EVENT_NAME, DEFINER, TIME_ZONE, EVENT_DEFINITION, EVENT_TYPE, EXECUTE_AT, INTERVAL_VALUE, INTERVAL_FIELD, SQL_MODE, STARTS, ENDS, STATUS, ON_COMPLETION, EVENT_COMMENT, CHARACTER_SET_CLIENT, COLLATION_CONNECTION, DATABASE_COLLATION FROM information_schema.EVENTS WHERE EVENT_SCHEMA="_s +
                name,
            u"SELECT GRANTEE, TABLE_NAME, '', PRIVILEGE_TYPE, IS_GRANTABLE FROM information_schema.TABLE_PRIVILEGES WHERE TABLE_SCHEMA="_s +
                name,
            u"SELECT GRANTEE, TABLE_NAME, COLUMN_NAME, PRIVILEGE_TYPE, IS_GRANTABLE FROM information_schema.COLUMN_PRIVILEGES WHERE TABLE_SCHEMA="_s +
                name,
        };
        auto results = m_session.runAll(queries + QStringList{u"SHOW GRANTS"_s}, m_stop);
        std::optional<Rows> grants;
        if (results) {
            grants = std::move(results->back());
        } else if (results.error().kind != base::ErrorKind::Cancelled &&
                   results.error().kind != base::ErrorKind::Undecided) {
            // A server that runs with --skip-grant-tables answers that with an error, and hides nothing.
            results = m_session.runAll(queries, m_stop);
        }
        if (!results) {
            return base::Fail(std::move(results).error().within(u"reading the catalog of "_s + m_database));
        }
        auto &all = *results;
        m_sqlMode = all[0].text(0, 0);
        m_context.database = m_database;
        m_context.mariaDb = m_mariaDb;
        for (int i = 0; i < all[2].size(); ++i) {
            m_context.defaultCollations.insert(canonicalCharset(all[2].text(i, 0)),
                                               canonicalCollation(all[2].text(i, 2)));
        }
        m_schema.settings = {{u"sqlMode"_s, m_sqlMode}, {u"lowerCaseTableNames"_s, all[0].text(0, 1)}};
        if (!all[3].isEmpty()) {
            addDatabase(canonicalCharset(all[3].text(0, 0)), canonicalCollation(all[3].text(0, 1)));
        }
        m_relations = all[4];
        m_routines = all[5];
        for (int i = 0; i < m_routines.size(); ++i) {
            if (m_routines.text(i, 1) == u"FUNCTION"_s) {
                m_functions << m_routines.text(i, 0);
            }
        }
        m_triggers = all[6];
        m_events = all[7];
        m_tableGrants = all[8];
        m_columnGrants = all[9];
        return grants ? notePrivileges(*grants) : askForPrivileges();
    }

    void addDatabase(const QString &charset, const QString &collation)
    {
        m_schema.settings.insert_or_assign(u"charset"_s, charset);
        m_schema.settings.insert_or_assign(u"collation"_s, collation);
        CatalogObject database;
        database.objectKind = ObjectKind::Database;
        database.name = u"database"_s;
        database.attributes = m_schema.settings;
        database.attributes.erase(u"sqlMode"_s);
        database.attributes.erase(u"lowerCaseTableNames"_s);
        m_schema.objects.emplace_back(std::move(database));
    }

    Result<bool> askForPrivileges()
    {
        const Result<Rows> grants = m_session.run(u"SHOW GRANTS"_s, m_stop);
        if (!grants) {
            const base::Error &error = grants.error();
            if (error.kind == base::ErrorKind::Cancelled) {
                return base::Fail(error.within(u"reading "_s + m_database));
            }
            if (!error.message.contains(u"--skip-grant-tables"_s)) {
                m_schema.notCompared.push_back({{ObjectKind::Database, {}, {}, u"*"_s},
                                                u"what this role may see is not known: "_s + error.message});
            }
            return true;
        }
        return notePrivileges(*grants);
    }

    bool notePrivileges(const Rows &grants)
    {
        QStringList lines;
        for (int i = 0; i < grants.size(); ++i) {
            lines << grants.text(i, 0);
        }
        for (schema::NotCompared &note : unseenKinds(ownPrivileges(lines, m_database), m_schema.engine)) {
            m_schema.notCompared.push_back(std::move(note));
        }
        return true;
    }

    [[nodiscard]] std::vector<Wanted> wantedObjects() const
    {
        std::vector<Wanted> wanted;
        for (int i = 0; i < m_relations.size(); ++i) {
            const QString name = m_relations.text(i, 0);
            const QString type = m_relations.text(i, 1);
            const QString quoted = quotedName(name);
            if (type.contains(u"VIEW"_s)) {
                wanted.push_back({{ObjectKind::View, {}, {}, name}, u"SHOW CREATE VIEW "_s + quoted, i});
            } else if (type == u"SEQUENCE"_s) {
                wanted.push_back({{ObjectKind::Sequence, {}, {}, name}, u"SHOW CREATE SEQUENCE "_s + quoted, i});
            } else if (!type.contains(u"TEMPORARY"_s)) {
                wanted.push_back({{ObjectKind::Table, {}, {}, name}, u"SHOW CREATE TABLE "_s + quoted, i});
            }
        }
        for (int i = 0; i < m_routines.size(); ++i) {
            const QString name = m_routines.text(i, 0);
            const QString type = m_routines.text(i, 1); // PROCEDURE, FUNCTION, PACKAGE, PACKAGE BODY
            const ObjectKind kind = type.startsWith(u"PACKAGE"_s) ? ObjectKind::Package : ObjectKind::Routine;
            wanted.push_back({{kind, {}, {}, name}, u"SHOW CREATE "_s + type + u' ' + quotedName(name), i});
        }
        for (int i = 0; i < m_triggers.size(); ++i) {
            const QString name = m_triggers.text(i, 0);
            wanted.push_back({{ObjectKind::Trigger, {}, m_triggers.text(i, 1), name},
                              u"SHOW CREATE TRIGGER "_s + quotedName(name),
                              i});
        }
        for (int i = 0; i < m_events.size(); ++i) {
            const QString name = m_events.text(i, 0);
            wanted.push_back({{ObjectKind::Event, {}, {}, name}, u"SHOW CREATE EVENT "_s + quotedName(name), i});
        }
        return wanted;
    }

    /// So many at once that it takes few round trips; not all, because nobody needs all texts beside each other.
    Result<bool> describeAll(const std::vector<Wanted> &wanted)
    {
        constexpr std::size_t atOnce = 4000;
        const QString what = u"tables, views and routines"_s;
        m_schema.objects.reserve(static_cast<qsizetype>(wanted.size()) + m_events.size() + 1);
        std::vector<std::optional<Rows>> texts(wanted.size());
        for (std::size_t begin = 0; begin < wanted.size(); begin += atOnce) {
            const std::size_t end = std::min(begin + atOnce, wanted.size());
            base::report(m_progress, what, static_cast<int>(begin), static_cast<int>(wanted.size()));
            CS_CHECK(show(wanted, begin, end, texts));
            for (std::size_t i = begin; i < end; ++i) {
                if (texts[i]) {
                    describe(wanted[i], *texts[i]);
                    texts[i].reset();
                }
            }
        }
        base::report(m_progress, what, static_cast<int>(wanted.size()), static_cast<int>(wanted.size()));
        return true;
    }

    /// Asks for [begin, end) in one go. Where one of them cannot be shown the rest is asked for in halves, so that only
    /// that one is missing.
    Result<bool> show(const std::vector<Wanted> &wanted, std::size_t begin, std::size_t end,
                      std::vector<std::optional<Rows>> &texts)
    {
        if (begin == end) {
            return true;
        }
        QStringList statements;
        for (std::size_t i = begin; i < end; ++i) {
            statements << wanted[i].sql;
        }
        auto results = m_session.runAll(statements, m_stop);
        if (results) {
            for (std::size_t i = begin; i < end; ++i) {
                texts[i] = std::move((*results)[i - begin]);
            }
            return true;
        }
        const base::Error &error = results.error();
        if (error.kind == base::ErrorKind::Cancelled || error.kind == base::ErrorKind::Undecided) {
            return base::Fail(error.within(u"reading "_s + m_database));
        }
        if (end - begin == 1) {
            if (error.sqlState.endsWith(u"/1267"_s) && wanted[begin].id.kind == ObjectKind::View) {
                texts[begin] = showAsCreated(wanted[begin]);
            }
            if (texts[begin]) {
                return true;
            }
            m_schema.notCompared.push_back({wanted[begin].id, u"the server could not describe it: "_s + error.message});
            return true;
        }
        const std::size_t middle = begin + (end - begin) / 2;
        CS_CHECK(show(wanted, begin, middle, texts));
        return show(wanted, middle, end, texts);
    }

    /// MariaDB cannot show every view to a session whose collation is not that of the session that created it (1267,
    /// ER_CANT_AGGREGATE_2COLLATIONS).
    std::optional<Rows> showAsCreated(const Wanted &wanted)
    {
        const auto rows = m_session.run(
            u"SELECT COLLATION_CONNECTION, @@collation_connection FROM information_schema.VIEWS WHERE TABLE_SCHEMA="_s +
                quotedLiteral(m_database) + u" AND TABLE_NAME="_s + quotedLiteral(wanted.id.name),
            m_stop);
        if (!rows || rows->isEmpty()) {
            return {};
        }
        const QString set = u"SET collation_connection="_s;
        const auto shown = m_session.runAll({set + quotedLiteral(rows->text(0, 0)), wanted.sql}, m_stop);
        const auto restored = m_session.run(set + quotedLiteral(rows->text(0, 1)), m_stop);
        return shown && restored ? std::optional(shown->at(1)) : std::nullopt;
    }

    // --- descriptions

    void describe(const Wanted &wanted, const Rows &rows)
    {
        const bool program = wanted.id.kind == ObjectKind::Routine || wanted.id.kind == ObjectKind::Package ||
                             wanted.id.kind == ObjectKind::Trigger;
        const int column = program ? 2 : wanted.id.kind == ObjectKind::Event ? 3 : 1;
        if (rows.isEmpty() || rows.isNull(0, column)) {
            m_schema.notCompared.push_back(
                {wanted.id, u"permission denied: its definition is not shown to this role"_s});
            return;
        }
        const QString text = rows.text(0, column);
        if (wanted.id.kind == ObjectKind::Table) {
            describeTable(wanted.id, text);
        } else if (wanted.id.kind == ObjectKind::View) {
            View view = parseCreateView(text, m_database);
            setClient(view.options, rows, 0, 2);
            m_schema.objects.emplace_back(std::move(view));
        } else if (wanted.id.kind == ObjectKind::Sequence) {
            m_schema.objects.emplace_back(parseCreateSequence(text));
        } else if (wanted.id.kind == ObjectKind::Trigger) {
            m_triggerTexts.insert(wanted.id.name, readTriggerText(text));
        } else if (wanted.id.kind == ObjectKind::Event) {
            m_eventBodies.insert(wanted.id.name, eventBody(text));
        } else if (wanted.id.kind == ObjectKind::Package) {
            m_schema.notCompared.push_back({wanted.id, u"packages of sql_mode=ORACLE are not modelled"_s});
        } else {
            describeRoutine(wanted, text);
        }
    }

    void describeTable(const ObjectId &id, const QString &text)
    {
        auto table = parseCreateTable(text, m_context);
        if (!table) {
            m_schema.notCompared.push_back({id, table.error().message});
            return;
        }
        m_compact(*table);
        m_schema.objects.emplace_back(std::move(*table));
    }

    void describeRoutine(const Wanted &wanted, const QString &text)
    {
        const int row = wanted.row;
        Routine routine;
        routine.name = wanted.id.name;
        routine.routineKind = m_routines.text(row, 1).toLower();
        routine.comment = m_routines.text(row, 7);
        routine.attributes.insert_or_assign(u"definer"_s, m_routines.text(row, 8));
        routine.attributes.insert_or_assign(u"sqlMode"_s, m_routines.text(row, 6));
        if (m_routines.text(row, 3) == u"YES"_s) {
            routine.attributes.insert_or_assign(u"deterministic"_s, u"yes"_s);
        }
        if (m_routines.text(row, 4) != u"CONTAINS SQL"_s) {
            routine.attributes.insert_or_assign(u"dataAccess"_s, m_routines.text(row, 4));
        }
        if (m_routines.text(row, 5) != u"DEFINER"_s) {
            routine.attributes.insert_or_assign(u"security"_s, m_routines.text(row, 5));
        }
        routine.body.text = m_routines.text(row, 2);
        setClient(routine.attributes, m_routines, row, 9);
        noteCollation(ObjectKind::Routine, m_routines.text(row, 11));

        readRoutineText(text, routine);
        distinguish(routine);
        m_schema.objects.emplace_back(std::move(routine));
    }

    /// What string literals in a view or a program mean: how the session that created it was set.
    static void setClient(schema::Attributes &attributes, const Rows &rows, int row, int column)
    {
        attributes.insert_or_assign(u"characterSetClient"_s, canonicalCharset(rows.text(row, column)));
        attributes.insert_or_assign(u"collationConnection"_s, canonicalCollation(rows.text(row, column + 1)));
    }

    /// Programs keep the collation that the database had when they were created.
    void noteCollation(ObjectKind kind, const QString &collation)
    {
        const auto now = m_schema.settings.find(u"collation"_s);
        if (now == m_schema.settings.end() || now->second == canonicalCollation(collation)) {
            return;
        }
        const schema::NotCompared note{
            {kind, {}, {}, u"*"_s},
            u"some were created while the database had the collation %1, which their variables keep"_s.arg(collation)};
        if (std::ranges::find(m_schema.notCompared, note) == m_schema.notCompared.end()) {
            m_schema.notCompared.push_back(note);
        }
    }

    /// A function and a procedure may share a name; then the procedure says that it is one.
    void distinguish(Routine &routine) const
    {
        if (routine.routineKind != u"procedure"_s) {
            return;
        }
        if (m_functions.contains(routine.name)) {
            routine.identityArguments = u"procedure"_s;
        }
    }

    /// MariaDB keeps REF_SYSTEM_ID but leaves it out of SHOW CREATE TABLE, and so do dumps.
    Result<bool> noteSpatialReferences()
    {
        QStringList tables;
        for (const schema::Object &object : m_schema.objects) {
            const Table *table = std::get_if<Table>(&object);
            if (m_mariaDb && table && std::ranges::any_of(table->columns, [](const schema::Column &column) {
                    return isSpatial(column.type);
                })) {
                tables << table->name;
            }
        }
        QStringList queries;
        for (const QString &table : std::as_const(tables)) {
            queries
                << u"SELECT F_TABLE_NAME, G_GEOMETRY_COLUMN, SRID FROM information_schema.GEOMETRY_COLUMNS WHERE F_TABLE_SCHEMA=%1 AND F_TABLE_NAME=%2 AND SRID<>0"_s
                       .arg(quotedLiteral(m_database), quotedLiteral(table));
        }
        if (queries.isEmpty()) {
            return true;
        }
        CS_TRY(answers, m_session.runAll(queries, m_stop));
        for (const Rows &rows : answers) {
            for (int i = 0; i < rows.size(); ++i) {
                m_schema.notCompared.push_back(
                    {{ObjectKind::Column, {}, rows.text(i, 0), rows.text(i, 1)},
                     u"its REF_SYSTEM_ID=%1 is left out of SHOW CREATE TABLE and of dumps"_s.arg(rows.text(i, 2))});
            }
        }
        return true;
    }

    // --- what hangs on the others

    [[nodiscard]] QHash<QString, Table *> tablesByName()
    {
        QHash<QString, Table *> tables;
        for (schema::Object &object : m_schema.objects) {
            if (Table *table = std::get_if<Table>(&object)) {
                tables.insert(table->name, table);
            }
        }
        return tables;
    }

    void addTriggers()
    {
        const QHash<QString, Table *> tables = tablesByName();
        for (int i = 0; i < m_triggers.size(); ++i) {
            Trigger trigger;
            trigger.name = m_triggers.text(i, 0);
            trigger.timing = m_triggers.text(i, 2);
            trigger.events = m_triggers.text(i, 3);
            trigger.order = static_cast<int>(m_triggers.number(i, 4));
            trigger.definition.text = m_triggers.text(i, 5);
            trigger.sqlMode = m_triggers.text(i, 6);
            trigger.definer = m_triggers.text(i, 7);
            setClient(trigger.attributes, m_triggers, i, 8);
            noteCollation(ObjectKind::Trigger, m_triggers.text(i, 10));
            const TriggerText text = m_triggerTexts.value(trigger.name);
            trigger.header = text.header;
            if (!text.body.isEmpty()) {
                trigger.definition.text = text.body;
            }
            const QString tableName = m_triggers.text(i, 1);
            if (Table *table = tables.value(tableName)) {
                table->triggers.push_back(std::move(trigger));
            } else {
                m_schema.notCompared.push_back(
                    {{ObjectKind::Trigger, {}, tableName, trigger.name}, u"its table is not compared"_s});
            }
        }
    }

    void addEvents()
    {
        for (int i = 0; i < m_events.size(); ++i) {
            CatalogObject event;
            event.objectKind = ObjectKind::Event;
            event.name = m_events.text(i, 0);
            event.comment = m_events.text(i, 13);
            const QString body = m_eventBodies.value(event.name);
            event.definition.text = body.isEmpty() ? m_events.text(i, 3) : body;
            const auto set = [&event](const QString &name, const QString &value) {
                if (!value.isEmpty()) {
                    event.attributes.insert_or_assign(name, value);
                }
            };
            set(u"definer"_s, m_events.text(i, 1));
            set(u"timeZone"_s, m_events.text(i, 2));
            set(u"executeAt"_s, m_events.text(i, 5));
            if (!m_events.isNull(i, 6)) {
                const QString value = m_events.text(i, 6);
                bool number = false;
                value.toInt(&number);
                set(u"every"_s, (number ? value : quotedLiteral(unquoted(value))) + u' ' + m_events.text(i, 7));
            }
            set(u"sqlMode"_s, m_events.text(i, 8));
            set(u"starts"_s, m_events.text(i, 9));
            set(u"ends"_s, m_events.text(i, 10));
            const QString status = m_events.text(i, 11);
            set(u"status"_s, status == u"ENABLED"_s    ? u"ENABLE"_s
                             : status == u"DISABLED"_s ? u"DISABLE"_s
                                                       : u"DISABLE ON SLAVE"_s);
            set(u"onCompletion"_s, m_events.text(i, 12));
            setClient(event.attributes, m_events, i, 14);
            noteCollation(ObjectKind::Event, m_events.text(i, 16));
            m_schema.objects.emplace_back(std::move(event));
        }
    }

    static QString unquoted(const QString &text) { return text.startsWith(u'\'') ? unescaped(text) : text; }

    void addGrants()
    {
        if (!m_options.grants) {
            return;
        }
        const QHash<QString, Table *> tables = tablesByName();
        QHash<QString, View *> views;
        for (schema::Object &object : m_schema.objects) {
            if (View *view = std::get_if<View>(&object)) {
                views.insert(view->name, view);
            }
        }
        for (const Rows *rows : {&m_tableGrants, &m_columnGrants}) {
            for (int i = 0; i < rows->size(); ++i) {
                const schema::Grant grant{rows->text(i, 0), rows->text(i, 3), rows->flag(i, 4)};
                if (grant.privilege == u"USAGE"_s) {
                    continue;
                }
                const QString column = rows->text(i, 2);
                Table *table = tables.value(rows->text(i, 1));
                View *view = views.value(rows->text(i, 1));
                schema::Grants *target = table ? &table->grants : view ? &view->grants : nullptr;
                if (table && !column.isEmpty()) {
                    const auto it = std::ranges::find(table->columns, column, &schema::Column::name);
                    target = it == table->columns.end() ? nullptr : &it->grants;
                }
                if (target && (column.isEmpty() || table)) {
                    target->push_back(grant);
                }
            }
        }
    }

    void addViewDependencies()
    {
        QHash<QString, ObjectKind> relations;
        for (int i = 0; i < m_relations.size(); ++i) {
            const QString type = m_relations.text(i, 1);
            relations.insert(m_relations.text(i, 0), type.contains(u"VIEW"_s) ? ObjectKind::View
                                                     : type == u"SEQUENCE"_s  ? ObjectKind::Sequence
                                                                              : ObjectKind::Table);
        }
        std::vector<schema::Dependency> found;
        for (const schema::Object &object : m_schema.objects) {
            if (const View *view = std::get_if<View>(&object)) {
                for (const QString &name : relationsIn(view->query.text)) {
                    if (relations.contains(name) && name != view->name) {
                        found.push_back({view->id(), {relations.value(name), {}, {}, name}});
                    }
                }
            }
        }
        std::ranges::move(found, std::back_inserter(m_schema.dependencies));
    }

    db::Session &m_session;
    const ReadOptions &m_options;
    const base::ProgressSink &m_progress;
    std::stop_token m_stop;
    QString m_database;
    bool m_mariaDb;
    QString m_sqlMode;
    CreateTableContext m_context;
    Rows m_relations;
    Rows m_routines;
    QSet<QString> m_functions; ///< their names
    Rows m_triggers;
    Rows m_events;
    QHash<QString, TriggerText> m_triggerTexts;
    QHash<QString, QString> m_eventBodies;
    Rows m_tableGrants;
    Rows m_columnGrants;
    Schema m_schema;
    Compactor m_compact;
};

} // namespace

Result<Schema> readSchema(db::Session &session, const ReadOptions &options, const base::ProgressSink &progress,
                          std::stop_token stop)
{
    return Reader(session, options, progress, std::move(stop)).run();
}

} // namespace countersign::engine::mysql

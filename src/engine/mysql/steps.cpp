#include "engine/mysql/planner.h"

#include <QRegularExpression>

namespace countersign::engine::mysql {

namespace {

bool isAscii(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

} // namespace

std::vector<Step> Planner::run()
{
    sortDifferences();
    renames();
    databaseDefaults();
    dropEvents();
    dropViewsAndRoutines(true);
    applyTableDifferences();
    dropGoneTriggers();
    freeCheckNames();
    dropForeignKeys();
    dropTables(true);
    dropSequences(true);
    createSequences();
    createAndAlterTables();
    addForeignKeys();
    createRoutines();
    createViews();
    changeTriggers();
    createEvents();
    dropViewsAndRoutines(false);
    dropTables(false);
    dropSequences(false);
    usualClient();
    changeGrants();
    return finish();
}

void Planner::step(const QString &sql, std::vector<int> numbers, bool destructive, const QString &comment)
{
    if (!m_client.startsWith(u"utf8"_s) && !isAscii(sql)) {
        usualClient();
    }
    m_steps.push_back({sql, std::move(numbers), false, destructive, comment});
}

void Planner::sortDifferences()
{
    for (const schema::Object &object : m_to.objects) {
        const ObjectId id = schema::idOf(object);
        if (const Routine *routine = std::get_if<Routine>(&object)) {
            m_routineNames << routine->name.toLower();
        } else if (id.kind == ObjectKind::Table || id.kind == ObjectKind::View || id.kind == ObjectKind::Sequence) {
            m_relationNames << id.name.toLower();
        }
    }
    for (std::size_t i = 0; i < m_differences.size(); ++i) {
        const Difference &difference = m_differences[i];
        const Numbered numbered{&difference, static_cast<int>(i)};
        if (schema::isPartOfRelation(difference.id.kind)) {
            m_byTable[difference.id.parent].push_back(numbered);
        } else if (difference.id.kind == ObjectKind::Table && difference.change == Change::Altered) {
            m_byTable[difference.id.name].push_back(numbered);
        } else {
            m_byKind[difference.id.kind].push_back(numbered);
        }
    }
}

void Planner::renames()
{
    for (const ObjectKind kind : {ObjectKind::Table, ObjectKind::View, ObjectKind::Sequence}) {
        for (const Numbered &n : m_byKind[kind]) {
            if (n.difference->change == Change::Renamed) {
                step(u"RENAME TABLE "_s + quotedName(n.difference->before.name) + u" TO "_s +
                         quotedName(n.difference->id.name),
                     {n.number});
            }
        }
    }
    for (const auto &[table, differences] : m_byTable) {
        renameColumns(table, differences);
        for (const Numbered &n : differences) {
            const ObjectId &id = n.difference->id;
            if (n.difference->change != Change::Renamed) {
                continue;
            }
            if (id.kind == ObjectKind::Index) {
                step(u"ALTER TABLE "_s + quotedName(table) + u" RENAME INDEX "_s +
                         quotedName(n.difference->before.name) + u" TO "_s + quotedName(id.name),
                     {n.number});
            } else if (id.kind == ObjectKind::Constraint || id.kind == ObjectKind::Trigger) {
                renameByReplacing(table, n);
            }
        }
    }
    for (const Numbered &n : m_byKind[ObjectKind::Event]) {
        if (n.difference->change == Change::Renamed) {
            step(u"ALTER EVENT "_s + quotedName(n.difference->before.name) + u" RENAME TO "_s +
                     quotedName(n.difference->id.name),
                 {n.number});
        }
    }
    for (const Numbered &n : m_byKind[ObjectKind::Routine]) {
        const Routine *routine = fromObject<Routine>(n.difference->id);
        if (n.difference->change == Change::Renamed && routine) {
            step(u"DROP "_s + kindWord(*routine) + u' ' + quotedName(n.difference->before.name.section(u'(', 0, 0)),
                 {n.number});
            sqlModeFor(entry(routine->attributes, u"sqlMode"_s));
            program(createRoutine(*routine), routine->attributes, {n.number});
        }
    }
}

void Planner::renameColumns(const QString &tableName, const std::vector<Numbered> &differences)
{
    std::map<QString, const Numbered *> renamed; // new name ► what it was
    for (const Numbered &n : differences) {
        if (n.difference->change == Change::Renamed && n.difference->id.kind == ObjectKind::Column) {
            renamed.emplace(n.difference->id.name, &n);
        }
    }
    const Table *table = fromTable(tableName);
    if (renamed.empty() || !table) {
        return;
    }
    const auto names = [&](const QString &text) {
        return m_to.engine == schema::EngineKind::MySql &&
               std::ranges::any_of(renamed, [&](const auto &entry) { return text.contains(quotedName(entry.first)); });
    };
    QStringList before;
    QStringList after;
    for (const Constraint &constraint : table->constraints) {
        if (constraint.kind == ConstraintKind::Check && names(constraint.expression.text)) {
            before << u"DROP CONSTRAINT "_s + quotedName(constraint.name);
            after << u"ADD "_s + constraintDefinition(constraint);
        }
    }
    for (const Index &index : table->indexes) {
        if (std::ranges::any_of(index.keys, [&](const auto &key) { return names(key.expression.text); })) {
            before << u"DROP INDEX "_s + quotedName(index.name);
            after << u"ADD "_s + indexDefinition(index, m_to.engine);
        }
    }
    std::vector<int> numbers;
    QStringList clauses;
    for (const Column &column : table->columns) {
        const auto it = renamed.find(column.name);
        const bool anew = names(column.generated.text) || names(column.defaultValue.text);
        const QString was = quotedName(it == renamed.end() ? column.name : it->second->difference->before.name);
        if (anew) {
            clauses << u"CHANGE COLUMN "_s + was + u' ' + quotedName(column.name) + u' ' +
                           columnDefinition(*table, column, m_to.engine);
        } else if (it != renamed.end()) {
            clauses << u"RENAME COLUMN "_s + was + u" TO "_s + quotedName(column.name);
        }
        if (it != renamed.end()) {
            numbers.push_back(it->second->number);
        }
    }
    const bool partitions =
        m_to.engine == schema::EngineKind::MySql && std::ranges::any_of(renamed, [&](const auto &entry) {
            return table->partitions.text.contains(
                QRegularExpression(u"(?<!\\w)"_s + QRegularExpression::escape(entry.first) + u"(?!\\w)"_s));
        });
    step(u"ALTER TABLE "_s + quotedName(tableName) + u' ' + (before + clauses + after).join(u", "_s) +
             (partitions ? u'\n' + table->partitions.text : QString()),
         numbers);
}

void Planner::renameByReplacing(const QString &tableName, const Numbered &n)
{
    const Table *table = fromTable(tableName);
    if (!table) {
        return;
    }
    const QString alter = u"ALTER TABLE "_s + quotedName(tableName);
    if (const Constraint *constraint = findPart(table->constraints, n.difference->id.name)) {
        const bool foreignKey = constraint->kind == ConstraintKind::ForeignKey;
        step(alter + (foreignKey ? u" DROP FOREIGN KEY "_s : u" DROP CONSTRAINT "_s) +
                 quotedName(n.difference->before.name),
             {n.number});
        step(alter + u" ADD "_s + constraintDefinition(*constraint), {n.number});
    } else if (const Trigger *trigger = findPart(table->triggers, n.difference->id.name)) {
        step(u"DROP TRIGGER "_s + quotedName(n.difference->before.name), {n.number});
        sqlModeFor(trigger->sqlMode);
        program(createTrigger(*table, *trigger), trigger->attributes, {n.number});
    }
}

void Planner::databaseDefaults()
{
    for (const Numbered &n : m_byKind[ObjectKind::Database]) {
        const auto *database = toObject<CatalogObject>(n.difference->id);
        if (database && n.difference->change != Change::Removed) {
            step(u"ALTER DATABASE CHARACTER SET %1 COLLATE %2"_s.arg(entry(database->attributes, u"charset"_s),
                                                                     entry(database->attributes, u"collation"_s)),
                 {n.number});
        }
    }
}

void Planner::sqlModeFor(const QString &mode)
{
    if (!m_modeSaved) {
        step(u"SET @countersign_sql_mode = @@SESSION.sql_mode"_s, {});
        m_modeSaved = true;
    }
    if (m_mode != mode) {
        step(u"SET SESSION sql_mode = "_s + quotedLiteral(mode), {});
        m_mode = mode;
    }
}

void Planner::usualMode()
{
    if (m_mode) {
        m_mode.reset();
        step(u"SET SESSION sql_mode = @countersign_sql_mode"_s, {});
    }
}

void Planner::timeZoneFor(const QString &zone)
{
    if (!m_zoneSaved) {
        step(u"SET @countersign_time_zone = @@SESSION.time_zone"_s, {});
        m_zoneSaved = true;
    }
    if (m_zone != zone) {
        step(u"SET SESSION time_zone = "_s + quotedLiteral(zone), {});
        m_zone = zone;
    }
}

void Planner::program(const QString &sql, const schema::Attributes &origin, const std::vector<int> &numbers)
{
    const QString charset = entry(origin, u"characterSetClient"_s);
    const QString collation = entry(origin, u"collationConnection"_s);
    if (charset.isEmpty() || collation.isEmpty()) {
        usualClient();
        step(sql, numbers);
        return;
    }
    if (!isAscii(sql) && !charset.startsWith(u"utf8"_s)) {
        usualClient();
        step(sql, numbers, false,
             u"Was created by a client that used %1. Its text is not ASCII, so here it comes as the client sends it."_s
                 .arg(charset));
        return;
    }
    if (!m_clientSaved) {
        step(
            u"SET @countersign_character_set = @@SESSION.character_set_client, @countersign_collation = @@SESSION.collation_connection"_s,
            {});
        m_clientSaved = true;
    }
    if (m_client != charset + u' ' + collation) {
        step(u"SET SESSION character_set_client = %1, collation_connection = %2"_s.arg(charset, collation), {});
        m_client = charset + u' ' + collation;
    }
    step(sql, numbers);
}

void Planner::usualClient()
{
    if (!m_client.isEmpty()) {
        m_client.clear();
        step(
            u"SET SESSION character_set_client = @countersign_character_set, collation_connection = @countersign_collation"_s,
            {});
    }
}

std::vector<Step> Planner::finish()
{
    usualClient();
    usualMode();
    if (m_zoneSaved) {
        step(u"SET SESSION time_zone = @countersign_time_zone"_s, {});
    }
    return std::move(m_steps);
}

QString Planner::kindWord(const Routine &routine)
{
    return routine.routineKind == u"procedure"_s ? u"PROCEDURE"_s : u"FUNCTION"_s;
}

void Planner::dropEvents()
{
    for (const Numbered &n : m_byKind[ObjectKind::Event]) {
        if (n.difference->change == Change::Removed) {
            step(u"DROP EVENT "_s + quotedName(n.difference->id.name), {n.number}, true,
                 lost(u"event"_s, *n.difference));
        }
    }
}

void Planner::dropViewsAndRoutines(bool early)
{
    for (const Numbered &n : m_byKind[ObjectKind::View]) {
        const QString &name = n.difference->id.name;
        if (n.difference->change == Change::Removed && relationNameIsWanted(name) == early) {
            step(u"DROP VIEW "_s + quotedName(name), {n.number});
        }
    }
    for (const Numbered &n : m_byKind[ObjectKind::Routine]) {
        const Routine *routine = fromObject<Routine>(n.difference->id);
        if (n.difference->change == Change::Removed && routine && routineNameIsWanted(routine->name) == early) {
            step(u"DROP "_s + kindWord(*routine) + u' ' + quotedName(routine->name), {n.number});
        }
    }
}

bool Planner::routineNameIsWanted(const QString &name) const
{
    return m_routineNames.contains(name.toLower());
}

QString Planner::lost(const QString &what, const Difference &difference)
{
    return what + u' ' + difference.id.name + u" is dropped"_s;
}

std::vector<Step> planSteps(const schema::Schema &from, const schema::Schema &to, const diff::Comparison &comparison)
{
    return Planner(from, to, comparison).run();
}

} // namespace countersign::engine::mysql

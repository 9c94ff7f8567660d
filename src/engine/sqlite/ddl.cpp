#include "engine/sqlite/ddl.h"

#include "sql/sqliteparser.h"
#include "sql/tokens.h"

namespace countersign::engine::sqlite {

using namespace Qt::StringLiterals;
using schema::Column;
using schema::Constraint;
using schema::ConstraintKind;
using schema::IndexKey;
using schema::Table;

namespace {

const sql::Dialect &dialect()
{
    static const sql::Dialect sqlite = sql::dialectOf(schema::EngineKind::Sqlite);
    return sqlite;
}

QString quoted(const QString &name)
{
    return dialect().identifier(name);
}

QString onConflict(const QString &clause)
{
    return clause.isEmpty() ? QString() : u" ON CONFLICT "_s + clause.toUpper();
}

QString constraintName(const QString &name)
{
    return name.isEmpty() ? QString() : u"CONSTRAINT "_s + quoted(name) + u' ';
}

QString nameClause(const Constraint &constraint)
{
    return constraint.nameIsGenerated ? QString() : constraintName(constraint.name);
}

QString keyText(const IndexKey &key)
{
    QString out = key.column.isEmpty() ? key.expression.text : quoted(key.column);
    if (!key.collation.isEmpty()) {
        out += u" COLLATE "_s + quoted(key.collation);
    }
    return key.descending ? out + u" DESC"_s : out;
}

QString keyList(const std::vector<IndexKey> &keys)
{
    QStringList out;
    for (const IndexKey &key : keys) {
        out << keyText(key);
    }
    return u'(' + out.join(u", "_s) + u')';
}

QString nameList(const QStringList &names)
{
    QStringList out;
    for (const QString &name : names) {
        out << quoted(name);
    }
    return u'(' + out.join(u", "_s) + u')';
}

QString references(const Constraint &constraint)
{
    QString out = u"REFERENCES "_s + quoted(constraint.referencedTable);
    if (!constraint.referencedColumns.isEmpty()) {
        out += u' ' + nameList(constraint.referencedColumns);
    }
    if (!constraint.onUpdate.isEmpty()) {
        out += u" ON UPDATE "_s + constraint.onUpdate.toUpper();
    }
    if (!constraint.onDelete.isEmpty()) {
        out += u" ON DELETE "_s + constraint.onDelete.toUpper();
    }
    if (!constraint.match.isEmpty()) {
        out += u" MATCH "_s + constraint.match.toUpper();
    }
    if (constraint.deferrable) {
        out += constraint.initiallyDeferred ? u" DEFERRABLE INITIALLY DEFERRED"_s : u" DEFERRABLE"_s;
    }
    return out;
}

QString columnConstraint(const Column &column, const Constraint &constraint)
{
    const QString name = nameClause(constraint);
    switch (constraint.kind) {
    case ConstraintKind::PrimaryKey:
        return name + u"PRIMARY KEY"_s + (constraint.keys.front().descending ? u" DESC"_s : QString()) +
               onConflict(constraint.conflictClause) + (column.autoIncrement ? u" AUTOINCREMENT"_s : QString());
    case ConstraintKind::Unique:
        return name + u"UNIQUE"_s + onConflict(constraint.conflictClause);
    case ConstraintKind::ForeignKey:
        return name + references(constraint);
    case ConstraintKind::Check:
    case ConstraintKind::Exclusion:
        break;
    }
    return name + u"CHECK ("_s + constraint.expression.text + u')';
}

QString tableConstraint(const Table &table, const Constraint &constraint)
{
    const QString name = nameClause(constraint);
    switch (constraint.kind) {
    case ConstraintKind::PrimaryKey: {
        QString keys = keyList(constraint.keys);
        const bool counts = std::ranges::any_of(table.columns, &Column::autoIncrement);
        if (counts) {
            keys.insert(keys.size() - 1, u" AUTOINCREMENT"_s);
        }
        return name + u"PRIMARY KEY "_s + keys + onConflict(constraint.conflictClause);
    }
    case ConstraintKind::Unique:
        return name + u"UNIQUE "_s + keyList(constraint.keys) + onConflict(constraint.conflictClause);
    case ConstraintKind::ForeignKey:
        return name + u"FOREIGN KEY "_s + keyList(constraint.keys) + u' ' + references(constraint);
    case ConstraintKind::Check:
    case ConstraintKind::Exclusion:
        break;
    }
    return name + u"CHECK ("_s + constraint.expression.text + u')';
}

/// A literal, a signed number, a blob or one word may follow DEFAULT as it is; anything else needs parentheses.
QString defaultText(const QString &value)
{
    const std::vector<sql::Token> tokens = sql::significantTokens(value, dialect());
    const bool sign = tokens.size() == 2 && tokens[1].kind == sql::TokenKind::Number &&
                      (tokens[0].in(value) == u"-" || tokens[0].in(value) == u"+");
    return tokens.size() == 1 || sign ? value : u'(' + value + u')';
}

/// A column-level constraint whose place no longer fits is written with the table.
bool writtenWith(const Constraint &constraint, const Column &column)
{
    if (!constraint.columnLevel || constraint.ofColumn != column.name) {
        return false;
    }
    return constraint.kind == ConstraintKind::Check ||
           (constraint.keys.size() == 1 && constraint.keys[0].collation.isEmpty());
}

bool sameTable(const Table &parsed, const Table &table)
{
    const auto sorted = [](Table value) {
        value.name.clear();
        value.definition = {};
        value.indexes.clear();
        value.triggers.clear();
        std::ranges::stable_sort(value.constraints, {}, &Constraint::name);
        return value;
    };
    return sorted(parsed) == sorted(table);
}

/// True when the author's text still says what the model says.
bool definitionHolds(const Table &table)
{
    const base::Result<Table> parsed = sql::parseSqliteTable(table.definition.text);
    return parsed && sameTable(*parsed, table) && parsed->name == table.name;
}

void appendTriggers(QString &out, const std::vector<schema::Trigger> &triggers)
{
    for (const schema::Trigger &trigger : triggers) {
        out += u'\n' + trigger.definition.text + u";\n"_s;
    }
}

} // namespace

QString columnDefinition(const Table &table, const Column &column)
{
    QString out = quoted(column.name);
    if (!column.type.isEmpty()) {
        out += u' ' + column.type;
    }
    const auto addConstraints = [&](ConstraintKind kind) {
        for (const Constraint &constraint : table.constraints) {
            if (constraint.kind == kind && writtenWith(constraint, column)) {
                out += u' ' + columnConstraint(column, constraint);
            }
        }
    };
    addConstraints(ConstraintKind::PrimaryKey);
    if (column.notNull) {
        out += u' ' + constraintName(column.notNullConstraint) + u"NOT NULL"_s + onConflict(column.conflictClause);
    }
    if (!column.defaultValue.isEmpty()) {
        out += u" DEFAULT "_s + defaultText(column.defaultValue.text);
    }
    addConstraints(ConstraintKind::Unique);
    addConstraints(ConstraintKind::Check);
    if (!column.collation.isEmpty()) {
        out += u" COLLATE "_s + quoted(column.collation);
    }
    if (!column.generated.isEmpty()) {
        out += u" GENERATED ALWAYS AS ("_s + column.generated.text + u") "_s + column.generatedKind.toUpper();
    }
    addConstraints(ConstraintKind::ForeignKey);
    return out;
}

QString canonicalTable(const Table &table, const QString &name)
{
    if (!table.virtualModule.isEmpty()) {
        return u"CREATE VIRTUAL TABLE "_s + quoted(name) + u" USING "_s + table.virtualModule.text;
    }
    QStringList lines;
    for (const Column &column : table.columns) {
        lines << u"    "_s + columnDefinition(table, column);
    }
    for (const Constraint &constraint : table.constraints) {
        const bool withColumn =
            std::ranges::any_of(table.columns, [&](const Column &column) { return writtenWith(constraint, column); });
        if (!withColumn) {
            lines << u"    "_s + tableConstraint(table, constraint);
        }
    }
    QStringList options;
    if (table.strict) {
        options << u"STRICT"_s;
    }
    if (table.withoutRowId) {
        options << u"WITHOUT ROWID"_s;
    }
    return u"CREATE TABLE "_s + quoted(name) + u" (\n"_s + lines.join(u",\n"_s) + u"\n)"_s +
           (options.isEmpty() ? QString() : u' ' + options.join(u", "_s));
}

QString addedColumn(const Table &table, const Column &column)
{
    const QString text = sql::sqliteColumnText(table, column.name);
    return !text.isEmpty() && definitionHolds(table) ? text : columnDefinition(table, column);
}

QString createTable(const Table &table, const QString &name)
{
    if (definitionHolds(table)) {
        if (sql::sameSqliteName(table.name, name)) {
            return table.definition.text;
        }
        if (const base::Result<QString> renamed = sql::withTableName(table.definition.text, name)) {
            return *renamed;
        }
    }
    return canonicalTable(table, name);
}

QString canonicalIndex(const QString &tableName, const schema::Index &index)
{
    QString out = index.unique ? u"CREATE UNIQUE INDEX "_s : u"CREATE INDEX "_s;
    out += quoted(index.name) + u" ON "_s + quoted(tableName) + u' ' + keyList(index.keys);
    return index.predicate.isEmpty() ? out : out + u" WHERE "_s + index.predicate.text;
}

QString createIndex(const Table &table, const schema::Index &index)
{
    const base::Result<schema::Index> parsed = sql::parseSqliteIndex(index.definition.text, table);
    return parsed && *parsed == index ? index.definition.text : canonicalIndex(table.name, index);
}

QString createView(const schema::View &view)
{
    QStringList columns;
    for (const Column &column : view.columns) {
        columns << column.name;
    }
    // What follows the statement must not become part of a comment.
    const std::vector<sql::Token> tokens = sql::tokenize(view.query.text, dialect());
    const bool endsInComment = !tokens.empty() && tokens.back().in(view.query.text).startsWith("--"_L1);
    return u"CREATE VIEW "_s + quoted(view.name) + (columns.isEmpty() ? QString() : u' ' + nameList(columns)) +
           u" AS\n"_s + view.query.text + (endsInComment ? u"\n"_s : QString());
}

QString canonicalDdl(const schema::Object &object)
{
    QString out;
    if (const auto *table = std::get_if<Table>(&object)) {
        out = canonicalTable(*table, table->name) + u";\n"_s;
        for (const schema::Index &index : table->indexes) {
            out += canonicalIndex(table->name, index) + u";\n"_s;
        }
        appendTriggers(out, table->triggers);
    } else if (const auto *view = std::get_if<schema::View>(&object)) {
        out = createView(*view) + u";\n"_s;
        appendTriggers(out, view->triggers);
    }
    return out;
}

} // namespace countersign::engine::sqlite

#include "rehearsal/dataloss.h"

#include "rehearsal/datastatement.h"
#include "rehearsal/statementkind.h"

#include <QRegularExpression>

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using diff::Change;
using diff::Difference;
using schema::ObjectKind;

namespace {

bool holdsRows(ObjectKind kind)
{
    return kind == ObjectKind::Table || kind == ObjectKind::VirtualTable;
}

QString relationPath(const schema::ObjectId &id)
{
    return id.parent.isEmpty() ? id.path() : id.parentId().path();
}

QString rowsText(const schema::ObjectId &id, const std::map<QString, qint64> &rows)
{
    const auto found = rows.find(relationPath(id));
    if (found == rows.end()) {
        return u"rows unknown"_s;
    }
    return found->second == 1 ? u"1 row"_s : u"%1 rows"_s.arg(found->second);
}

const schema::Column *columnOf(const schema::Schema &schema, const schema::ObjectId &id)
{
    const schema::Table *table = schema.findTable(id.schema, id.parent);
    if (table == nullptr) {
        return nullptr;
    }
    const auto column = std::ranges::find(table->columns, id.name, &schema::Column::name);
    return column == table->columns.end() ? nullptr : &*column;
}

/// A generated column can be computed again.
bool isComputed(const schema::Schema &schema, const schema::ObjectId &id)
{
    const schema::Column *column = columnOf(schema, id);
    return column != nullptr && !column->generated.isEmpty();
}

/// A type by its words and numbers: character varying(20) ► "character varying", 20.
struct TypeWords {
    QString name;
    std::vector<int> numbers;
};

TypeWords typeWords(const QString &type)
{
    static const QRegularExpression form(u"^([^()]*)(?:\\(([0-9, ]+)\\))?(.*)$"_s);
    const QRegularExpressionMatch match = form.match(type.trimmed().toLower());
    TypeWords words;
    words.name = (match.captured(1) + match.captured(3)).simplified();
    for (const QString &number : match.captured(2).split(u',', Qt::SkipEmptyParts)) {
        words.numbers.push_back(number.trimmed().toInt());
    }
    return words;
}

/// Every value of the one type is the same value of the other. Only what is sure: integers, lengths, digits, labels.
bool holdsAllOf(const QString &from, const QString &to)
{
    static const QStringList integers{u"tinyint"_s, u"smallint"_s, u"mediumint"_s, u"int"_s, u"integer"_s, u"bigint"_s};
    static const QStringList texts{u"tinytext"_s, u"text"_s, u"mediumtext"_s, u"longtext"_s};
    const TypeWords before = typeWords(from);
    const TypeWords after = typeWords(to);
    if (integers.contains(before.name) && integers.contains(after.name)) {
        return integers.indexOf(before.name) <= integers.indexOf(after.name);
    }
    if (texts.contains(before.name) && texts.contains(after.name)) {
        return texts.indexOf(before.name) <= texts.indexOf(after.name);
    }
    const bool varying = before.name == u"varchar" || before.name == u"character varying";
    if (varying && (after.name == u"longtext" || (after.name == u"text" && before.name == u"character varying"))) {
        return true;
    }
    if (varying && before.name == after.name) {
        return after.numbers.empty() || (!before.numbers.empty() && before.numbers <= after.numbers);
    }
    if ((before.name == u"numeric" || before.name == u"decimal") && before.name == after.name &&
        before.numbers.size() == 2 && after.numbers.size() == 2) {
        return before.numbers[1] <= after.numbers[1] &&
               before.numbers[0] - before.numbers[1] <= after.numbers[0] - after.numbers[1];
    }
    if (from.startsWith(u"enum("_s)) { // labels appended
        return to.startsWith(from.chopped(1) + u',');
    }
    return false;
}

const diff::Property *typeChange(const Difference &difference)
{
    if (difference.change != Change::Altered || difference.id.kind != ObjectKind::Column) {
        return nullptr;
    }
    const auto type = std::ranges::find(difference.properties, u"type"_s, &diff::Property::name);
    return type == difference.properties.end() ? nullptr : &*type;
}

/// The table of the base that a statement writes to; nothing for one that the script made.
const schema::Table *tableOf(const schema::Schema &base, const QStringList &target)
{
    const bool hasNamespaces = base.engine == schema::EngineKind::PostgreSql;
    for (const schema::Object &object : base.objects) {
        const auto *table = std::get_if<schema::Table>(&object);
        const bool isNamed = table != nullptr && table->name == target.constLast();
        if (isNamed && (!hasNamespaces || target.size() < 2 || table->schema == target.at(target.size() - 2))) {
            return table;
        }
    }
    return nullptr;
}

bool writesTo(const Script &script, const QString &table, const sql::Dialect &dialect)
{
    return std::ranges::any_of(script, [&](const ScriptFile &file) {
        return std::ranges::any_of(file.statements, [&](const sql::Statement &statement) {
            const auto data = parseDataStatement(statement.text, dialect);
            return data && data->target.constLast() == table;
        });
    });
}

/// The columns that the table had before and that an UPDATE writes over.
QStringList writtenOver(const DataStatement &update, const schema::Table &table)
{
    QStringList columns;
    for (const DataStatement::Assignment &assignment : update.assignments) {
        if (std::ranges::find(table.columns, assignment.column, &schema::Column::name) != table.columns.end()) {
            columns << assignment.column;
        }
    }
    return columns;
}

} // namespace

QString rowsTouched(const Rehearsal &trail, const StatementRun &run, bool inserted)
{
    const sql::Dialect dialect = sql::dialectOf(trail.base->engine);
    const auto data = parseDataStatement(run.sql, dialect);
    const QString number = QString::number(run.index);
    if (!data) {
        static const QSet<QString> verbs{u"UPDATE"_s, u"DELETE"_s, u"MERGE"_s, u"REPLACE"_s};
        const StatementKind kind = kindOf(run.sql, dialect);
        return kind.dataOnly && verbs.contains(kind.words.value(0))
                   ? u"rows that statement %1 changes do not come back"_s.arg(number)
                   : QString();
    }
    const schema::Table *table = tableOf(*trail.base, data->target);
    if (table == nullptr) {
        return {};
    }
    const QString path = table->id().path();
    switch (data->verb) {
    case DataStatement::Verb::Delete:
        return u"%1: rows that statement %2 deletes do not come back"_s.arg(path, number);
    case DataStatement::Verb::Truncate:
        return u"%1: its rows, which statement %2 removes, do not come back"_s.arg(path, number);
    case DataStatement::Verb::Update: {
        const QStringList columns = writtenOver(*data, *table);
        return columns.isEmpty() ? QString()
                                 : u"%1: values of %2 that statement %3 writes over do not come back"_s.arg(
                                       path, columns.join(u", "_s), number);
    }
    case DataStatement::Verb::InsertRows:
    case DataStatement::Verb::InsertQuery:
        if (data->overwrites) {
            return u"%1: rows that statement %2 writes over do not come back"_s.arg(path, number);
        }
        return inserted ? u"%1: rows that statement %2 inserted stay"_s.arg(path, number) : QString();
    }
    return {};
}

QStringList rowsNotReturned(const Rehearsal &trail, const Script &down)
{
    const sql::Dialect dialect = sql::dialectOf(trail.base->engine);
    QStringList lines;
    for (const StatementRun &run : trail.statements) {
        const QString line = run.outcome == Outcome::Ok ? rowsTouched(trail, run, false) : QString();
        const auto data = line.isEmpty() ? std::nullopt : parseDataStatement(run.sql, dialect);
        if (!line.isEmpty() && !(data && writesTo(down, data->target.constLast(), dialect))) {
            lines << line;
        }
    }
    return lines;
}

QStringList lostBy(const std::vector<Difference> &differences, const schema::Schema &before,
                   const std::map<QString, qint64> &rows)
{
    QStringList lines;
    for (const Difference &difference : differences) {
        if (difference.change == Change::Removed && holdsRows(difference.id.kind)) {
            lines << u"%1: the whole table is lost (%2)"_s.arg(difference.id.path(), rowsText(difference.id, rows));
            continue;
        }
        if (difference.change == Change::Removed && difference.id.kind == ObjectKind::Column &&
            !isComputed(before, difference.id)) {
            lines << u"%1: its values are lost (%2)"_s.arg(difference.id.path(), rowsText(difference.id, rows));
        } else if (const diff::Property *type = typeChange(difference); type && !holdsAllOf(type->from, type->to)) {
            lines << u"%1: values that %2 cannot hold exactly are changed or refused on the way from %3 (%4)"_s.arg(
                difference.id.path(), type->to, type->from, rowsText(difference.id, rows));
        }
    }
    return lines;
}

QStringList lostOnTheWayBack(const std::vector<Difference> &up, const std::vector<Difference> &down,
                             const schema::Schema &base, const schema::Schema &result,
                             const std::map<QString, qint64> &rows)
{
    QStringList lines;
    for (const Difference &difference : up) {
        const bool table = holdsRows(difference.id.kind);
        const bool column = difference.id.kind == ObjectKind::Column && !isComputed(base, difference.id);
        if (difference.change == Change::Removed && (table || column)) {
            lines << u"%1: dropped by the migration; the way back brings it back empty (%2)"_s.arg(
                difference.id.path(), rowsText(difference.id, rows));
        } else if (const diff::Property *type = typeChange(difference); type && !holdsAllOf(type->from, type->to)) {
            lines << u"%1: converted from %2 to %3; what the conversion cut off does not come back (%4)"_s.arg(
                difference.before.path(), type->from, type->to, rowsText(difference.before, rows));
        }
    }
    for (const Difference &difference : down) {
        const bool table = holdsRows(difference.id.kind);
        const bool column = difference.id.kind == ObjectKind::Column && !isComputed(result, difference.id);
        if (difference.change == Change::Removed && (table || column)) {
            lines << u"%1: what was written into it since the migration is lost"_s.arg(difference.id.path());
        } else if (const diff::Property *type = typeChange(difference); type && !holdsAllOf(type->from, type->to)) {
            lines << u"%1: what was written into it since the migration and %2 cannot hold is cut off or refused"_s.arg(
                difference.id.path(), type->to);
        }
    }
    return lines;
}

} // namespace countersign::rehearsal

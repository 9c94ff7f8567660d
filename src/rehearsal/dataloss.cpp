#include "rehearsal/dataloss.h"

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
    return found == rows.end() ? u"rows unknown"_s : u"%1 rows"_s.arg(found->second);
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

} // namespace

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

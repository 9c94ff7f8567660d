#include "checks/preflight/rowsource.h"

#include "checks/preflight/questionparts.h"
#include "checks/rules/support.h"
#include "sql/tokens.h"

using namespace Qt::StringLiterals;

namespace countersign::checks {
namespace {

using schema::Column;
using schema::Table;

bool isSame(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

/// As the statement that added it wrote it: a default that was set or dropped later fills no row.
const Column *asAdded(const CheckContext &context, const Table &table, const QString &name)
{
    for (const Step &step : context.steps()) {
        for (const TableChange &change : step.part == 0 ? step.change.tables : std::vector<TableChange>()) {
            if (!change.altered() || context.basePath(step, change.before->id().path()) != table.id().path()) {
                continue;
            }
            for (const auto &pair : change.columns) {
                if (pair.added() && isSame(pair.after->name, name)) {
                    return pair.after;
                }
            }
        }
    }
    return nullptr;
}

/// The same for every row of one statement: no function but those of the current time.
bool isConstant(const CheckContext &context, const QString &expression)
{
    static const QSet<QString> stable{u"now"_s,     u"current_timestamp"_s, u"cast"_s,
                                      u"numeric"_s, u"decimal"_s,           u"varchar"_s,
                                      u"char"_s,    u"timestamp"_s,         u"varying"_s};
    const std::vector<sql::Token> tokens = sql::significantTokens(expression, context.dialect());
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        const bool name = tokens[i].kind == sql::TokenKind::Word || tokens[i].kind == sql::TokenKind::QuotedIdentifier;
        if (name && tokens[i + 1].in(expression) == u"(" &&
            !stable.contains(tokens[i].in(expression).toString().toLower())) {
            return false;
        }
    }
    return true;
}

bool isNewType(const CheckContext &context, const QString &type)
{
    return std::ranges::any_of(context.net().types, [&type](const Pair<schema::Type> &pair) {
        return pair.after != nullptr && (type.startsWith(pair.after->id().path()) || type.startsWith(pair.after->name));
    });
}

/// What MySQL and MariaDB fill a NOT NULL column without a default with.
QString implicitValue(const CheckContext &context, const Column &column)
{
    switch (familyOf(typeParts(column.type, context.engine()))) {
    case TypeFamily::Integer:
    case TypeFamily::Decimal:
    case TypeFamily::Float:
        return u"0"_s;
    case TypeFamily::Text:
        return u"''"_s;
    default:
        return {};
    }
}

/// What the column holds in every row that is there when it is added; empty where that is not to be known.
QString valueOf(const CheckContext &context, const TableChange &change, const Column &column)
{
    if (!column.identity.isEmpty() || column.autoIncrement || isNewType(context, column.type)) {
        return {};
    }
    if (!column.generated.isEmpty()) {
        const QStringList from = columnsNamed(context, column.generated.text, *change.after);
        const bool known = std::ranges::all_of(
            from, [&change](const QString &name) { return findColumn(*change.before, name) != nullptr; });
        return known ? u'(' + column.generated.text + u')' : QString();
    }
    if (column.defaultValue.isEmpty() && column.notNull && context.isMySqlFamily()) {
        return implicitValue(context, column);
    }
    if (!isConstant(context, column.defaultValue.text)) {
        return {};
    }
    const QString value = column.defaultValue.isEmpty() ? u"NULL"_s : column.defaultValue.text;
    return context.isPostgreSql() ? u"CAST(%1 AS %2)"_s.arg(value, column.type) : value;
}

int writerOf(const CheckContext &context, const Table &table, const QString &column, int statement)
{
    for (const Step &step : context.steps()) {
        const bool writes = step.index() < statement && step.facts.verb == Verb::Update &&
                            !step.facts.targets.empty() && step.facts.columns.contains(column, Qt::CaseInsensitive);
        const Table *target = writes ? context.resolve(*step.before, step.facts.targets.front()) : nullptr;
        if (target != nullptr && context.basePath(step, target->id().path()) == table.id().path()) {
            return step.index();
        }
    }
    return 0;
}

} // namespace

QStringList columnsNamed(const CheckContext &context, const QString &expression, const Table &table)
{
    QStringList names;
    for (const sql::Token &token : sql::significantTokens(expression, context.dialect())) {
        if (token.kind != sql::TokenKind::Word && token.kind != sql::TokenKind::QuotedIdentifier) {
            continue;
        }
        const Column *column = findColumn(table, sql::identifierText(token, expression, context.dialect()));
        if (column != nullptr && !names.contains(column->name)) {
            names.append(column->name);
        }
    }
    return names;
}

std::optional<RowSource> rowsWith(const CheckContext &context, const TableChange &change, const QStringList &columns,
                                  int statement)
{
    const Table &table = *change.before;
    const sql::Dialect dialect = context.dialect();
    RowSource source;
    source.from = relationOf(context, table);
    QStringList added;
    for (const QString &name : columns) {
        const auto pair = std::ranges::find_if(change.columns, [&name](const Pair<Column> &item) {
            return item.after != nullptr && isSame(item.after->name, name);
        });
        const Column *there = findColumn(table, name);
        if (pair == change.columns.end() || (pair->before != nullptr && isSame(pair->before->name, name))) {
            if (there == nullptr) {
                return std::nullopt;
            }
            continue;
        }
        if (there != nullptr) {
            return std::nullopt; // the name meant another column before
        }
        if (pair->before != nullptr) {
            added.append(u"t.%1 AS %2"_s.arg(dialect.quoted(pair->before->name), dialect.quoted(pair->after->name)));
            continue;
        }
        const Column *column = change.rebuilt ? nullptr : asAdded(context, table, name);
        const QString value = column == nullptr ? QString() : valueOf(context, change, *column);
        if (value.isEmpty()) {
            return std::nullopt;
        }
        added.append(u"%1 AS %2"_s.arg(value, dialect.quoted(pair->after->name)));
        const int writer = writerOf(context, table, name, statement);
        source.writtenBy = std::max(source.writtenBy, writer);
        source.isNull = source.isNull || (writer == 0 && column->defaultValue.isEmpty() &&
                                          column->generated.isEmpty() && !column->notNull);
    }
    if (!added.isEmpty()) {
        if (primaryKey(table) == nullptr && (context.isPostgreSql() || (context.isSqlite() && !table.withoutRowId))) {
            added.prepend(context.isPostgreSql() ? u"t.ctid"_s : u"t.rowid AS rowid"_s);
        }
        source.from = u"(SELECT t.*, %1 FROM %2 AS t)"_s.arg(added.join(u", "_s), source.from);
        source.isQuery = true;
    }
    return source;
}

} // namespace countersign::checks

#include "checks/rules/support.h"

#include "checks/preflight/preflight.h"
#include "sql/tokens.h"

using namespace Qt::StringLiterals;

namespace countersign::checks::rules {

using schema::EngineKind;

QList<EngineKind> everyEngine()
{
    return {EngineKind::PostgreSql, EngineKind::MySql, EngineKind::MariaDb, EngineKind::Sqlite};
}

QList<EngineKind> postgreSql()
{
    return {EngineKind::PostgreSql};
}

QList<EngineKind> mySqlFamily()
{
    return {EngineKind::MySql, EngineKind::MariaDb};
}

QList<EngineKind> sqlite()
{
    return {EngineKind::Sqlite};
}

QList<EngineKind> servers()
{
    return {EngineKind::PostgreSql, EngineKind::MySql, EngineKind::MariaDb};
}

std::vector<const TableChange *> keptTables(const CheckContext &context)
{
    std::vector<const TableChange *> out;
    for (const TableChange &table : context.net().tables) {
        if (table.altered()) {
            out.push_back(&table);
        }
    }
    return out;
}

std::vector<NewColumn> newColumns(const CheckContext &context, bool alsoNewTables)
{
    std::vector<NewColumn> out;
    for (const TableChange &table : context.net().tables) {
        if (table.added() && alsoNewTables) {
            for (const schema::Column &column : table.after->columns) {
                out.push_back({table.after, &column, table.statement, true});
            }
        }
        for (const auto &pair : table.columns) {
            if (pair.added()) {
                out.push_back({table.after, pair.after, pair.statement, false});
            }
        }
    }
    return out;
}

namespace {

/// A foreign key that only calls its parent by another name, because the parent was renamed.
bool followsRename(const CheckContext &context, const Pair<schema::Constraint> &pair)
{
    if (pair.before == nullptr || pair.after == nullptr || pair.after->kind != schema::ConstraintKind::ForeignKey) {
        return false;
    }
    if (context.resolve(context.result(), {pair.before->referencedSchema, pair.before->referencedTable}) != nullptr) {
        return false;
    }
    schema::Constraint before = *pair.before;
    before.name = pair.after->name;
    before.referencedSchema = pair.after->referencedSchema;
    before.referencedTable = pair.after->referencedTable;
    before.referencedColumns = pair.after->referencedColumns;
    return before == *pair.after;
}

} // namespace

std::vector<NewConstraint> newConstraints(const CheckContext &context)
{
    std::vector<NewConstraint> out;
    for (const TableChange &table : context.net().tables) {
        if (table.added()) {
            for (const schema::Constraint &constraint : table.after->constraints) {
                out.push_back({{table.after, table.statement, true}, &constraint});
            }
        }
        for (const auto &pair : table.constraints) {
            if (pair.after != nullptr && !pair.after->inherited && !followsRename(context, pair)) {
                out.push_back({{table.after, pair.statement, false}, pair.after});
            }
        }
    }
    return out;
}

std::vector<NewIndex> newIndexes(const CheckContext &context)
{
    std::vector<NewIndex> out;
    for (const TableChange &table : context.net().tables) {
        if (table.added()) {
            for (const schema::Index &index : table.after->indexes) {
                out.push_back({{table.after, table.statement, true}, &index});
            }
        }
        for (const auto &pair : table.indexes) {
            if (pair.added()) {
                out.push_back({{table.after, pair.statement, false}, pair.after});
            }
        }
    }
    // An index of a new table is made by a statement of its own; say that one.
    for (NewIndex &index : out) {
        for (const Step &step : context.steps()) {
            if (index.tableIsNew && step.facts.verb == Verb::CreateIndex && step.facts.object == index.index->name) {
                index.statement = step.index();
            }
        }
    }
    return out;
}

int statementThat(const CheckContext &context, const TableChange &net,
                  const std::function<bool(const schema::Table &was, const schema::Table &is)> &changed)
{
    int statement = 0;
    for (const Step &step : context.steps()) {
        for (const TableChange &table : step.change.tables) {
            const bool here = table.altered() && net.before != nullptr &&
                              context.basePath(step, table.before->id().path()) == net.before->id().path();
            statement = here && changed(*table.before, *table.after) ? step.index() : statement;
        }
    }
    return statement == 0 ? net.statement : statement;
}

int statementThatNamed(const CheckContext &context, const TableChange &net, const Pair<schema::Column> &column)
{
    if (!column.altered() || column.before->name == column.after->name) {
        return column.statement;
    }
    int statement = 0;
    for (const Step &step : context.steps()) {
        for (const TableChange &table : step.change.tables) {
            const bool here = table.altered() && net.before != nullptr &&
                              context.basePath(step, table.before->id().path()) == net.before->id().path();
            for (const auto &pair : here ? table.columns : std::vector<Pair<schema::Column>>()) {
                const bool renames = pair.altered() && pair.before->name != pair.after->name;
                statement = renames && pair.after->name == column.after->name ? step.index() : statement;
            }
        }
    }
    return statement == 0 ? column.statement : statement;
}

int statementThat(const CheckContext &context, const TableChange &net, const Pair<schema::Column> &column,
                  const std::function<bool(const schema::Column &was, const schema::Column &is)> &changed)
{
    int statement = 0;
    QString name = column.before == nullptr ? QString() : column.before->name;
    for (const Step &step : context.steps()) {
        for (const TableChange &table : step.part == 0 ? step.change.tables : std::vector<TableChange>()) {
            const bool here = table.altered() && net.before != nullptr &&
                              context.basePath(step, table.before->id().path()) == net.before->id().path();
            for (const auto &pair : here ? table.columns : std::vector<Pair<schema::Column>>()) {
                if (pair.altered() && pair.before->name == name) {
                    statement = changed(*pair.before, *pair.after) ? step.index() : statement;
                    name = pair.after->name;
                    break;
                }
            }
        }
    }
    return statement == 0 ? column.statement : statement;
}

QString pathOf(const CheckContext &context, const Step &step, const Name &name)
{
    if (const schema::Table *table = context.resolve(*step.before, name)) {
        return table->id().path();
    }
    for (const schema::View *view : objectsOf<schema::View>(*step.before)) {
        if (view->name.compare(name.name, Qt::CaseInsensitive) == 0 &&
            (name.schema.isEmpty() || view->schema.compare(name.schema, Qt::CaseInsensitive) == 0)) {
            return view->id().path();
        }
    }
    return name.path();
}

QString listed(const QStringList &names)
{
    return names.join(u", "_s);
}

Phrase listed(const std::vector<Phrase> &parts)
{
    return Phrase::joined(parts, u", "_s);
}

QString nameOrKind(const schema::Constraint &constraint)
{
    return constraint.name.isEmpty() ? schema::nameOf(constraint.kind) : constraint.name;
}

QString sqlName(const CheckContext &context, const schema::Table &table)
{
    return context.dialect().qualified(table.schema, table.name);
}

QString sqlName(const CheckContext &context, const QString &identifier)
{
    return context.dialect().identifier(identifier);
}

QString withInserted(const CheckContext &context, const QString &sql, const QString &word, const QString &insertion)
{
    for (const sql::Token &token : sql::significantTokens(sql, context.dialect())) {
        if (token.kind == sql::TokenKind::Word && token.in(sql).compare(word, Qt::CaseInsensitive) == 0) {
            return sql.left(token.end) + u' ' + insertion + sql.mid(token.end);
        }
    }
    return {};
}

QString withReplaced(const CheckContext &context, const QString &sql, const QString &word, const QString &replacement)
{
    QString out;
    qsizetype from = 0;
    for (const sql::Token &token : sql::significantTokens(sql, context.dialect())) {
        if (token.kind == sql::TokenKind::Word && token.in(sql).compare(word, Qt::CaseInsensitive) == 0) {
            out += sql.mid(from, token.begin - from) + replacement;
            from = token.end;
        }
    }
    return from == 0 ? QString() : out + sql.mid(from);
}

QString withType(const CheckContext &context, const QString &sql, const QString &column, const QString &word,
                 const QString &replacement)
{
    const sql::Dialect dialect = context.dialect();
    const std::vector<sql::Token> tokens = sql::significantTokens(sql, dialect);
    const auto is = [&](std::size_t at, const QString &expected) {
        return at < tokens.size() && tokens[at].in(sql).compare(expected, Qt::CaseInsensitive) == 0;
    };
    for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
        const bool name =
            tokens[at].kind == sql::TokenKind::Word || tokens[at].kind == sql::TokenKind::QuotedIdentifier;
        if (!name || sql::identifierText(tokens[at], sql, dialect).compare(column, Qt::CaseInsensitive) != 0 ||
            !is(at + 1, word)) {
            continue;
        }
        const sql::Token &type = tokens[at + 1];
        std::size_t after = at + 2;
        if (is(after, u"precision"_s)) { // double precision
            return sql.left(type.begin) + replacement + sql.mid(tokens[after].end);
        }
        while (is(at + 2, u"("_s) && after < tokens.size() && !is(after++, u")"_s)) {
        }
        const QString arguments = sql.mid(type.end, tokens[after - 1].end - type.end);
        const bool zone = is(after, u"without"_s) && is(after + 2, u"zone"_s);
        const qsizetype end = zone ? tokens[after + 2].end : tokens[after - 1].end;
        return sql.left(type.begin) + replacement + arguments + sql.mid(end);
    }
    return {};
}

bool mentions(const CheckContext &context, const QString &sql, const QString &word)
{
    if (!sql.contains(word, Qt::CaseInsensitive)) {
        return false;
    }
    const sql::Dialect dialect = context.dialect();
    return std::ranges::any_of(sql::significantTokens(sql, dialect), [&](const sql::Token &token) {
        const bool name = token.kind == sql::TokenKind::Word || token.kind == sql::TokenKind::QuotedIdentifier;
        return name && sql::identifierText(token, sql, dialect).compare(word, Qt::CaseInsensitive) == 0;
    });
}

int editDistance(const QString &left, const QString &right)
{
    const QString a = left.toLower();
    const QString b = right.toLower();
    std::vector<std::vector<int>> d(static_cast<size_t>(a.size()) + 1,
                                    std::vector<int>(static_cast<size_t>(b.size()) + 1));
    for (size_t i = 0; i < d.size(); ++i) {
        for (size_t j = 0; j < d[i].size(); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = static_cast<int>(i + j);
                continue;
            }
            const auto p = static_cast<qsizetype>(i);
            const auto q = static_cast<qsizetype>(j);
            const int cost = a[p - 1] == b[q - 1] ? 0 : 1;
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + cost});
            if (i > 1 && j > 1 && a[p - 1] == b[q - 2] && a[p - 2] == b[q - 1]) {
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
    }
    return d.back().back();
}

namespace {

bool beginsWith(const std::vector<schema::IndexKey> &keys, const QStringList &columns)
{
    const QStringList all = columnsOf(keys);
    if (all.size() < columns.size()) {
        return false;
    }
    const QStringList first = all.first(columns.size());
    return std::ranges::all_of(columns,
                               [&](const QString &column) { return first.contains(column, Qt::CaseInsensitive); });
}

} // namespace

bool hasIndexFor(const schema::Table &table, const QStringList &columns)
{
    for (const schema::Index &index : table.indexes) {
        const QString predicate = index.predicate.text.toLower();
        const bool whole =
            predicate.isEmpty() || (columns.size() == 1 && predicate.contains(columns.first().toLower()) &&
                                    predicate.contains("is not null"_L1) && !predicate.contains(" and "_L1));
        if (whole && !index.invalid && beginsWith(index.keys, columns)) {
            return true;
        }
    }
    for (const schema::Constraint &constraint : table.constraints) {
        const bool key =
            constraint.kind == schema::ConstraintKind::PrimaryKey || constraint.kind == schema::ConstraintKind::Unique;
        if (key && beginsWith(constraint.keys, columns)) {
            return true;
        }
    }
    return false;
}

namespace {

/// The column is a key by itself.
bool isUnique(const schema::Table &table, const QString &column)
{
    const auto alone = [&](const std::vector<schema::IndexKey> &keys) {
        return keys.size() == 1 && keys.front().column.compare(column, Qt::CaseInsensitive) == 0;
    };
    return std::ranges::any_of(table.constraints,
                               [&](const schema::Constraint &constraint) {
                                   return (constraint.kind == schema::ConstraintKind::PrimaryKey ||
                                           constraint.kind == schema::ConstraintKind::Unique) &&
                                          alone(constraint.keys);
                               }) ||
           std::ranges::any_of(table.indexes, [&](const schema::Index &index) {
               return index.unique && index.predicate.isEmpty() && alone(index.keys);
           });
}

/// A column of a key whose values the server counts up itself: equal to one value is hardly more than one row.
bool isCountedKey(const schema::Table &table, const QString &name)
{
    const schema::Column *column = findColumn(table, name);
    const bool counted = column != nullptr && (!column->identity.isEmpty() || column->autoIncrement ||
                                               column->defaultValue.text.startsWith("nextval("_L1));
    return counted && std::ranges::any_of(table.constraints, [&](const schema::Constraint &constraint) {
               return constraint.kind == schema::ConstraintKind::PrimaryKey &&
                      columnsOf(constraint.keys).contains(name, Qt::CaseInsensitive);
           });
}

/// These columns hold a whole key of the table.
bool holdsKey(const schema::Table &table, const QStringList &columns)
{
    const auto held = [&columns](const std::vector<schema::IndexKey> &keys) {
        return !keys.empty() && std::ranges::all_of(keys, [&columns](const schema::IndexKey &key) {
            return columns.contains(key.column, Qt::CaseInsensitive);
        });
    };
    return std::ranges::any_of(table.constraints,
                               [&](const schema::Constraint &constraint) {
                                   return (constraint.kind == schema::ConstraintKind::PrimaryKey ||
                                           constraint.kind == schema::ConstraintKind::Unique) &&
                                          held(constraint.keys);
                               }) ||
           std::ranges::any_of(table.indexes, [&](const schema::Index &index) {
               return index.unique && index.predicate.isEmpty() && held(index.keys);
           });
}

} // namespace

bool choosesFew(const CheckContext &context, const Step &step, const schema::Table &table)
{
    const sql::Dialect dialect = context.dialect();
    const QString &sql = step.sql();
    const std::vector<sql::Token> tokens = sql::significantTokens(sql, dialect);
    const auto is = [&](std::size_t at, QLatin1StringView word) {
        return at < tokens.size() && tokens[at].in(sql).compare(word, Qt::CaseInsensitive) == 0;
    };
    const auto isValue = [&](std::size_t at) {
        return at < tokens.size() &&
               (tokens[at].kind == sql::TokenKind::Number || tokens[at].kind == sql::TokenKind::String);
    };
    const auto ends = [&](std::size_t at) { return at >= tokens.size() || is(at, ";"_L1) || is(at, "AND"_L1); };
    const auto number = [&](std::size_t at) { return at < tokens.size() ? tokens[at].in(sql).toLongLong() : 0; };
    std::size_t at = 0;
    while (at < tokens.size() && !is(at, "WHERE"_L1)) {
        ++at;
    }
    bool few = false;
    QStringList fixed; ///< columns that are equal to one value
    for (++at; at < tokens.size(); ++at) {
        // A second WHERE belongs to another query, whose rows say nothing about this one.
        if (is(at, "OR"_L1) || is(at, "SELECT"_L1) || is(at, "NOT"_L1) || is(at, "WHERE"_L1)) {
            return false;
        }
        const QString name = sql::identifierText(tokens[at], sql, dialect);
        if (is(at + 1, "="_L1) && isValue(at + 2) && ends(at + 3)) {
            fixed << name;
        }
        if (!isUnique(table, name) && !isCountedKey(table, name) && name.compare("ctid"_L1, Qt::CaseInsensitive) != 0) {
            continue;
        }
        std::size_t end = at + 3;
        if (is(at + 1, "IN"_L1) && is(at + 2, "("_L1) && is(end, "SELECT"_L1)) {
            // A batch: the keys of so many rows.
            for (int depth = 1; end < tokens.size() && depth > 0; ++end) {
                depth += is(end, "("_L1) ? 1 : is(end, ")"_L1) ? -1 : 0;
                few |= depth == 1 && is(end, "LIMIT"_L1) && isValue(end + 1) &&
                       number(end + 1) <= context.input().settings.bigBackfill;
            }
            at = end - 1;
        } else if (is(at + 1, "IN"_L1) && is(at + 2, "("_L1)) {
            while (isValue(end) || is(end, ","_L1)) {
                ++end;
            }
            few |= is(end, ")"_L1) && static_cast<qint64>(end - at) / 2 <= context.input().settings.bigBackfill;
        } else if (is(at + 1, "BETWEEN"_L1) && is(at + 3, "AND"_L1)) {
            few |= isValue(at + 2) && isValue(at + 4) &&
                   number(at + 4) - number(at + 2) <= context.input().settings.bigBackfill && ends(at + 5);
        } else {
            few |= is(at + 1, "="_L1) && isValue(at + 2) && ends(end);
        }
    }
    return few || holdsKey(table, fixed);
}

bool probedClean(const CheckContext &context, const QString &object)
{
    const auto *answers = context.input().preflight;
    if (answers == nullptr) {
        return false;
    }
    bool asked = false;
    for (const PreflightAnswer &answer : *answers) {
        if (answer.question.object == object) {
            asked = true;
            if (answer.answer != Answer::Passes) {
                return false;
            }
        }
    }
    return asked;
}

} // namespace countersign::checks::rules

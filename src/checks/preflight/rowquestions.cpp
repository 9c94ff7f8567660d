#include "checks/preflight/insertedrows.h"
#include "checks/preflight/questionparts.h"
#include "sql/tokens.h"

using namespace Qt::StringLiterals;

namespace countersign::checks {

using schema::ConstraintKind;
using schema::Table;

QString relationOf(const CheckContext &context, const Table &table)
{
    const sql::Dialect dialect = context.dialect();
    return table.schema.isEmpty() ? dialect.quoted(table.name)
                                  : dialect.quoted(table.schema) + u'.' + dialect.quoted(table.name);
}

QString keysOf(const CheckContext &context, const Table &table, const QString &alias)
{
    const QString prefix = alias.isEmpty() ? QString() : alias + u'.';
    QStringList out;
    if (const schema::Constraint *key = primaryKey(table)) {
        for (const QString &column : columnsOf(key->keys)) {
            out.append(prefix + context.dialect().quoted(column));
        }
    }
    if (out.isEmpty()) {
        out.append(context.isPostgreSql()                      ? prefix + u"ctid"_s
                   : context.isSqlite() && !table.withoutRowId ? prefix + u"rowid"_s
                                                               : u"1"_s);
    }
    return out.join(u", "_s);
}

int changedBefore(const CheckContext &context, const Table &table, int statement)
{
    for (const Step &step : context.steps()) {
        if (step.index() >= statement) {
            break;
        }
        const Table *target = isDataChange(step.facts.verb) && !step.facts.targets.empty()
                                  ? context.resolve(*step.before, step.facts.targets.front())
                                  : nullptr;
        if (target != nullptr && context.basePath(step, target->id().path()) == table.id().path()) {
            return step.index();
        }
    }
    return 0;
}

namespace {

/// The expression of a domain about a column.
QString aboutColumn(const CheckContext &context, const QString &expression, const QString &column)
{
    QString out;
    qsizetype from = 0;
    for (const sql::Token &token : sql::significantTokens(expression, context.dialect())) {
        if (token.kind == sql::TokenKind::Word && token.in(expression).compare("VALUE"_L1, Qt::CaseInsensitive) == 0) {
            out += expression.sliced(from, token.begin - from) + column;
            from = token.end;
        }
    }
    return out + expression.sliced(from);
}

PreflightQuestion about(const CheckContext &context, const Table &table, int statement, const QString &object,
                        const Phrase &question, const QString &rule, const QString &where)
{
    PreflightQuestion out;
    out.statement = statement;
    out.object = object;
    out.question = question;
    out.rule = rule;
    out.table = table.id().path();
    const QString rows = u"%1 WHERE %2"_s.arg(relationOf(context, table), where);
    out.keySql = u"SELECT %1 FROM %2"_s.arg(keysOf(context, table), rows);
    out.countSql = u"SELECT count(*) FROM (SELECT 1 AS found FROM %1 LIMIT 100000) AS bounded"_s.arg(rows);
    return out;
}

/// A rule of the domain that the migration adds, or makes valid.
bool isNewRule(const schema::Constraint &rule, const schema::Type &before)
{
    return rule.kind == ConstraintKind::Check && !rule.notValid && !rule.expression.isEmpty() &&
           std::ranges::none_of(before.constraints, [&](const schema::Constraint &old) {
               return old.expression == rule.expression && !old.notValid;
           });
}

} // namespace

std::vector<PreflightQuestion> domainQuestions(const CheckContext &context)
{
    std::vector<PreflightQuestion> out;
    for (const auto &pair : context.net().types) {
        if (!pair.altered() || pair.before->typeKind != "domain"_L1) {
            continue;
        }
        for (const Table *table : tablesOf(context.base())) {
            for (const schema::Column &column : table->columns) {
                // A question to a partitioned table is one to its partitions.
                const bool uses = column.type == pair.before->id().path() || column.type == pair.before->name;
                if (!uses || !table->partitionOf.isEmpty() || table->kind() != schema::ObjectKind::Table) {
                    continue;
                }
                const QString name = context.dialect().quoted(column.name);
                const QString path = table->id().path() + u'.' + column.name;
                const auto ask = [&](const Phrase &question, const QString &rule, const QString &where) {
                    PreflightQuestion item = about(context, *table, pair.statement, path, question, rule, where);
                    item.changedBy = changedBefore(context, *table, pair.statement);
                    out.push_back(std::move(item));
                };
                if (!pair.before->notNull && pair.after->notNull) {
                    ask(say("Finding", "is %1 set in every row?").arg(path), u"data-violates-not-null"_s,
                        name + u" IS NULL"_s);
                }
                for (const schema::Constraint &rule : pair.after->constraints) {
                    if (isNewRule(rule, *pair.before)) {
                        const QString expression = aboutColumn(context, rule.expression.text, name);
                        ask(say("Finding", "does every row of %1 keep (%2)?").arg(table->id().path(), expression),
                            u"data-violates-check"_s, u"NOT (%1)"_s.arg(expression));
                    }
                }
            }
        }
    }
    return out;
}

namespace {

struct Key {
    QString name;
    QStringList columns;
};

/// The keys whose columns are all plain and hold for every row.
std::vector<Key> plainKeys(const Table &table)
{
    std::vector<Key> out;
    const auto add = [&](const QString &name, const std::vector<schema::IndexKey> &keys) {
        const bool plain = std::ranges::all_of(
            keys, [](const schema::IndexKey &key) { return !key.column.isEmpty() && key.prefixLength == 0; });
        if (plain && !keys.empty()) {
            out.push_back({name, columnsOf(keys)});
        }
    };
    for (const schema::Constraint &constraint : table.constraints) {
        if (constraint.kind == ConstraintKind::PrimaryKey || constraint.kind == ConstraintKind::Unique) {
            add(constraint.name.isEmpty() ? schema::nameOf(constraint.kind) : constraint.name, constraint.keys);
        }
    }
    for (const schema::Index &index : table.indexes) {
        if (index.unique && index.predicate.isEmpty() && !index.invalid) {
            add(index.name, index.keys);
        }
    }
    return out;
}

/// (a = 1 AND b = 'x') OR (…), for the rows whose values of the key are written out; empty where there is none.
QString hasOneOf(const CheckContext &context, const InsertedRows &inserted, const QStringList &columns, const Key &key)
{
    constexpr int most = 500;
    QStringList rows;
    for (const QStringList &row : inserted.rows) {
        QStringList terms;
        for (const QString &column : key.columns) {
            const qsizetype at = columns.indexOf(column, 0, Qt::CaseInsensitive);
            if (const QString value = at < 0 ? QString() : row.value(at); !value.isEmpty()) {
                terms.append(u"%1 = %2"_s.arg(context.dialect().quoted(column), value));
            }
        }
        if (terms.size() == key.columns.size() && rows.size() < most) {
            rows.append(terms.size() == 1 ? terms.front() : u'(' + terms.join(u" AND "_s) + u')');
        }
    }
    return rows.join(u" OR "_s);
}

/// Rows that are there may be gone by then.
int removedBefore(const CheckContext &context, const Step &step, const Table &table)
{
    for (const Step &earlier : context.steps()) {
        const bool removes = earlier.facts.verb == Verb::Update || earlier.facts.verb == Verb::Delete ||
                             earlier.facts.verb == Verb::Truncate;
        const Table *target = earlier.index() < step.index() && removes && !earlier.facts.targets.empty()
                                  ? context.resolve(*earlier.before, earlier.facts.targets.front())
                                  : nullptr;
        if (target != nullptr && context.basePath(earlier, target->id().path()) == table.id().path()) {
            return earlier.index();
        }
    }
    return 0;
}

} // namespace

std::vector<PreflightQuestion> insertQuestions(const CheckContext &context)
{
    std::vector<PreflightQuestion> out;
    for (const Step &step : context.steps()) {
        if (step.facts.verb != Verb::Insert || step.facts.fromSelect || step.facts.targets.empty() || step.part > 0) {
            continue;
        }
        const Table *now = context.resolve(*step.before, step.facts.targets.front());
        const QString path = now == nullptr ? QString() : context.basePath(step, now->id().path());
        const auto tables = tablesOf(context.base());
        const auto base = std::ranges::find_if(tables, [&](const Table *table) { return table->id().path() == path; });
        const auto inserted = base == tables.end() ? std::nullopt : insertedRows(step.sql(), context.dialect());
        if (!inserted) {
            continue;
        }
        QStringList columns = inserted->columns;
        for (const schema::Column &column : columns.isEmpty() ? now->columns : std::vector<schema::Column>()) {
            columns.append(column.name);
        }
        for (const Key &key : plainKeys(**base)) {
            const QString where = hasOneOf(context, *inserted, columns, key);
            if (where.isEmpty()) {
                continue;
            }
            PreflightQuestion item = about(context, **base, step.index(), path + u'.' + key.name,
                                           say("Finding", "has no row of %1 the key (%2) of one that is inserted?")
                                               .arg(path, key.columns.join(u", "_s)),
                                           u"data-violates-unique"_s, where);
            item.changedBy = removedBefore(context, step, **base);
            out.push_back(std::move(item));
        }
    }
    return out;
}

std::optional<PreflightQuestion> exclusionQuestion(const CheckContext &context, const Table &table,
                                                   const schema::Constraint &constraint)
{
    QStringList selected{u"tableoid AS cs_table"_s, u"ctid AS cs_row"_s};
    QStringList conditions{u"(a.cs_table, a.cs_row) < (b.cs_table, b.cs_row)"_s};
    QStringList keys;
    if (const schema::Constraint *primary = primaryKey(table)) {
        for (const QString &column : columnsOf(primary->keys)) {
            const QString name = u"cs_key%1"_s.arg(keys.size() + 1);
            selected.append(u"%1 AS %2"_s.arg(context.dialect().quoted(column), name));
            keys.append(u"a."_s + name + u", b."_s + name);
        }
    }
    for (std::size_t i = 0; i < constraint.keys.size(); ++i) {
        const schema::IndexKey &key = constraint.keys[i];
        if (key.exclusionOperator.isEmpty()) {
            return std::nullopt;
        }
        selected.append(u"(%1) AS cs_element%2"_s.arg(
            key.column.isEmpty() ? key.expression.text : context.dialect().quoted(key.column), QString::number(i)));
        conditions.append(u"a.cs_element%1 %2 b.cs_element%1"_s.arg(QString::number(i), key.exclusionOperator));
    }
    const QString where =
        constraint.expression.isEmpty() ? QString() : u" WHERE (%1)"_s.arg(constraint.expression.text);
    const QString rows = u"(SELECT %1 FROM %2%3)"_s.arg(selected.join(u", "_s), relationOf(context, table), where);
    PreflightQuestion out;
    out.question = say("Finding", "do no two rows of %1 exclude each other?").arg(table.id().path());
    out.rule = u"data-violates-unique"_s;
    out.table = table.id().path();
    out.keySql = u"SELECT %1 FROM %2 AS a JOIN %2 AS b ON %3"_s.arg(
        keys.isEmpty() ? u"a.cs_row, b.cs_row"_s : keys.join(u", "_s), rows, conditions.join(u" AND "_s));
    out.countSql = u"SELECT count(*) FROM (%1 LIMIT 100000) AS bounded"_s.arg(out.keySql);
    return out;
}

} // namespace countersign::checks

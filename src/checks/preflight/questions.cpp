#include "checks/families.h"
#include "checks/preflight/questionparts.h"
#include "checks/preflight/rowsource.h"
#include "checks/rules/support.h"
#include "sql/tokens.h"

using namespace Qt::StringLiterals;

namespace countersign::checks {
namespace {

using schema::ConstraintKind;
using schema::Table;

class Asker
{
public:
    explicit Asker(const CheckContext &context) : m_context(context) {}

    std::vector<PreflightQuestion> all()
    {
        for (const TableChange &change : m_context.net().tables) {
            if (change.before == nullptr || change.before->kind() != schema::ObjectKind::Table) {
                continue;
            }
            m_change = &change;
            if (change.removed()) {
                askHolds(change.statement, change.before->id().path(), {});
                continue;
            }
            askColumns();
            askConstraints();
            askIndexes();
        }
        for (const auto &pair : m_context.net().types) {
            if (pair.altered() && pair.before->typeKind == "enum"_L1) {
                askLabels(pair);
            }
        }
        std::ranges::move(domainQuestions(m_context), std::back_inserter(m_questions));
        std::ranges::move(insertQuestions(m_context), std::back_inserter(m_questions));
        std::ranges::stable_sort(m_questions, {}, &PreflightQuestion::statement);
        forgetPartitions();
        return std::move(m_questions);
    }

private:
    /// The rows of a partitioned table are those of its partitions: once is enough.
    void forgetPartitions()
    {
        const Families families(m_context);
        if (families.isEmpty()) {
            return;
        }
        const std::vector<PreflightQuestion> all = m_questions;
        std::erase_if(m_questions, [&](const PreflightQuestion &item) {
            return std::ranges::any_of(all, [&](const PreflightQuestion &other) {
                return other.statement == item.statement && other.rule == item.rule &&
                       other.question.saysTheSameAs(item.question) && families.repeats(item.object, other.object);
            });
        });
    }

    [[nodiscard]] const Table &table() const { return *m_change->before; }
    [[nodiscard]] QString quoted(const QString &name) const { return m_context.dialect().quoted(name); }
    [[nodiscard]] QString relation(const Table &of) const { return relationOf(m_context, of); }
    [[nodiscard]] QString relation() const { return relation(table()); }
    [[nodiscard]] QString keys(const QString &alias = {}) const { return keysOf(m_context, table(), alias); }
    [[nodiscard]] int changedBefore(int statement) const
    {
        return checks::changedBefore(m_context, table(), statement);
    }

    [[nodiscard]] QString baseName(const QString &columnAfter) const
    {
        for (const auto &pair : m_change->columns) {
            if (pair.after != nullptr && pair.after->name.compare(columnAfter, Qt::CaseInsensitive) == 0) {
                return pair.before == nullptr ? QString() : pair.before->name;
            }
        }
        return findColumn(table(), columnAfter) == nullptr ? QString() : columnAfter;
    }

    void add(int statement, const QString &object, const Phrase &question, const QString &rule, const QString &from,
             const QString &where, const QString &select = {}, bool values = false)
    {
        PreflightQuestion out;
        out.statement = statement;
        out.object = object;
        out.question = question;
        out.rule = rule;
        out.table = table().id().path();
        const QString condition = where.isEmpty() ? QString() : u" WHERE "_s + where;
        out.keySql = u"SELECT %1 FROM %2%3"_s.arg(select.isEmpty() ? keys() : select, from, condition);
        out.countSql =
            u"SELECT count(*) FROM (SELECT 1 AS found FROM %1%2 LIMIT 100000) AS bounded"_s.arg(from, condition);
        if (m_context.isPostgreSql() && from == relation()) {
            out.sampleSql = u"SELECT count(*) FROM %1 TABLESAMPLE SYSTEM (1) REPEATABLE (42)%2"_s.arg(from, condition);
        }
        out.keysAreValues = values;
        out.changedBy = changedBefore(statement);
        m_questions.push_back(std::move(out));
    }

    /// A type that was swapped for one of the same name with fewer labels: which rows still have them?
    void askLabels(const Pair<schema::Type> &pair)
    {
        QStringList gone;
        for (const QString &label : pair.before->labels) {
            const bool renamed = std::ranges::any_of(m_context.steps(), [&label](const Step &step) {
                return step.facts.verb == Verb::AlterType && step.facts.label == label &&
                       !step.facts.newLabel.isEmpty();
            });
            if (!pair.after->labels.contains(label) && !renamed) {
                gone.append(m_context.dialect().literal(label));
            }
        }
        for (const Table *table : gone.isEmpty() ? std::vector<const Table *>() : tablesOf(m_context.base())) {
            TableChange here;
            here.before = table;
            here.after = table;
            m_change = &here;
            for (const schema::Column &column : table->columns) {
                if (column.type == pair.before->id().path() || column.type == pair.before->name) {
                    const QString path = table->id().path() + u'.' + column.name;
                    add(pair.statement, path,
                        say("Finding", "does no row of %1 have a label that disappears (%2)?")
                            .arg(path, gone.join(u", "_s)),
                        u"data-does-not-fit"_s, relation(),
                        u"CAST(%1 AS text) IN (%2)"_s.arg(quoted(column.name), gone.join(u", "_s)));
                }
            }
            m_change = nullptr;
        }
    }

    void askHolds(int statement, const QString &object, const QString &column)
    {
        add(statement, object,
            column.isEmpty() ? say("Finding", "is %1 empty, so that nothing is lost?").arg(object)
                             : say("Finding", "is %1 NULL everywhere, so that nothing is lost?").arg(object),
            {}, relation(), column.isEmpty() ? QString() : quoted(column) + u" IS NOT NULL"_s);
    }

    /// The statement that fails on rows: it adds the column as required, or requires what nothing has filled since. 0
    /// for none: a default, even one that is dropped later, filled the rows.
    [[nodiscard]] int requiresEmpty(const schema::Column &column) const
    {
        const auto hasValue = [](const schema::Column &one) {
            return !one.defaultValue.isEmpty() || !one.generated.isEmpty() || !one.identity.isEmpty() ||
                   one.autoIncrement;
        };
        bool open = false;
        for (const Step &step : m_context.steps()) {
            for (const TableChange &change : step.change.tables) {
                const bool here = change.altered() && step.part == 0 &&
                                  m_context.basePath(step, change.before->id().path()) == table().id().path();
                for (const auto &pair : here ? change.columns : std::vector<Pair<schema::Column>>()) {
                    if (pair.after == nullptr || pair.after->name != column.name) {
                        continue;
                    }
                    open = pair.added() ? !hasValue(*pair.after) : open;
                    const bool becomes = pair.after->notNull && (pair.added() || !pair.before->notNull);
                    if (open && becomes) {
                        return pair.added() || changedBefore(step.index()) == 0 ? step.index() : 0;
                    }
                }
            }
        }
        return 0;
    }

    void askColumns()
    {
        for (const auto &pair : m_change->columns) {
            if (pair.removed()) {
                askHolds(pair.statement, table().id().path() + u'.' + pair.before->name, pair.before->name);
                continue;
            }
            const QString path = m_change->columnPath(*pair.after);
            if (pair.added()) {
                const int statement = m_context.isMySqlFamily() || m_change->rebuilt ? 0 : requiresEmpty(*pair.after);
                if (statement > 0) {
                    add(statement, path,
                        say("Finding", "is %1 empty, so that %2 can be required?").arg(table().id().path(), path),
                        u"data-violates-not-null"_s, relation(), {});
                }
                continue;
            }
            if (!pair.before->notNull && pair.after->notNull) {
                add(pair.statement, path, say("Finding", "is %1 set in every row?").arg(path),
                    u"data-violates-not-null"_s, relation(), quoted(pair.before->name) + u" IS NULL"_s);
            }
            if (pair.before->type != pair.after->type) {
                askFit(pair, path);
            }
        }
    }

    void askFit(const Pair<schema::Column> &pair, const QString &path)
    {
        const QString where = misfit(*pair.before, *pair.after);
        if (where.isEmpty()) {
            return;
        }
        const Step *step = stepOfType(pair);
        const int statement = step == nullptr ? pair.statement : step->index();
        const Phrase question = say("Finding", "does every value of %1 fit %2?").arg(path, pair.after->type);
        if (step != nullptr && computes(step->sql(), pair.before->name)) {
            addUnknown(statement, path, question, u"data-does-not-fit"_s, statement);
        } else {
            add(statement, path, question, u"data-does-not-fit"_s, relation(), where);
        }
    }

    /// The statement that gives the column its type.
    [[nodiscard]] const Step *stepOfType(const Pair<schema::Column> &pair) const
    {
        const Step *found = nullptr;
        for (const Step &step : m_context.steps()) {
            for (const TableChange &change : step.part == 0 ? step.change.tables : std::vector<TableChange>()) {
                const bool here =
                    change.altered() && m_context.basePath(step, change.before->id().path()) == table().id().path();
                for (const auto &column : here ? change.columns : std::vector<Pair<schema::Column>>()) {
                    if (column.before != nullptr && column.after != nullptr &&
                        column.before->type != column.after->type && column.after->name == pair.after->name) {
                        found = &step;
                    }
                }
            }
        }
        return found;
    }

    /// PostgreSQL: USING with more than a cast of the column itself.
    [[nodiscard]] bool computes(const QString &sql, const QString &column) const
    {
        if (!m_context.isPostgreSql()) {
            return false;
        }
        const sql::Dialect dialect = m_context.dialect();
        const std::vector<sql::Token> tokens = sql::significantTokens(sql, dialect);
        const auto isWord = [&](std::size_t i, QStringView word) {
            return i < tokens.size() && tokens[i].kind == sql::TokenKind::Word &&
                   tokens[i].in(sql).compare(word, Qt::CaseInsensitive) == 0;
        };
        for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
            if (!isWord(i, u"USING")) {
                continue;
            }
            std::size_t at = i + 1;
            const bool cast = isWord(at, u"CAST");
            at += cast ? 1 : 0;
            while (at < tokens.size() && tokens[at].in(sql) == u"(") {
                ++at;
            }
            const bool plain = at < tokens.size() && sql::identifierText(tokens[at], sql, dialect) == column;
            const QStringView next = at + 1 < tokens.size() ? tokens[at + 1].in(sql) : QStringView();
            const bool ends = next.isEmpty() || next == u"::" || next == u")" || next == u"," || next == u";" ||
                              next.compare(u"AS", Qt::CaseInsensitive) == 0;
            return !(plain && ends);
        }
        return false;
    }

    /// The condition that finds values which do not fit; empty where there is no question to ask.
    [[nodiscard]] QString misfit(const schema::Column &before, const schema::Column &after) const
    {
        const QString c = quoted(before.name);
        const TypeParts to = typeParts(after.type, m_context.engine());
        const bool postgreSql = m_context.isPostgreSql();
        if (m_context.isSqlite()) {
            return sqliteMisfit(c, before, after);
        }
        switch (lossOf(before, after, m_context.engine())) {
        case Loss::None:
        case Loss::ZoneDropped:
        case Loss::Other:
            return {};
        case Loss::ShorterText: {
            const int length = to.arguments.empty() ? (to.name == "character"_L1 ? 1 : 255) : to.arguments.front();
            return u"char_length(%1) > %2"_s.arg(postgreSql ? u"CAST(%1 AS text)"_s.arg(c) : c,
                                                 QString::number(length));
        }
        case Loss::SmallerInteger: {
            const auto [low, high] = integerRange(to);
            return u"%1 NOT BETWEEN %2 AND %3"_s.arg(c, low, high);
        }
        case Loss::Unsigned:
            return u"%1 < 0"_s.arg(c);
        case Loss::SmallerDecimal: {
            const int precision = to.arguments.empty() ? 38 : to.arguments.front();
            const int scale = to.arguments.size() > 1 ? to.arguments[1] : 0;
            const QString limit = u'1' + QString(std::max(0, precision - scale), u'0');
            return u"abs(round(%1, %2)) >= %3 OR %1 <> round(%1, %2)"_s.arg(c, QString::number(scale), limit);
        }
        case Loss::LessPrecision:
            return lessPrecise(c, after, to);
        case Loss::TextToTyped: {
            const QString unlabelled = noneOf(c, newLabels(after, to));
            return unlabelled.isEmpty() ? notTyped(c, after, to) : unlabelled;
        }
        case Loss::EnumLabels:
            return noneOf(c, newLabels(after, to));
        }
        return {};
    }

    /// Values that are none of the labels; empty without labels.
    [[nodiscard]] QString noneOf(const QString &c, const QStringList &labels) const
    {
        QStringList literals;
        for (const QString &label : labels) {
            literals.append(m_context.dialect().literal(label));
        }
        return literals.isEmpty() ? QString()
                                  : (m_context.isPostgreSql() ? u"CAST(%1 AS text) NOT IN (%2)"_s : u"%1 NOT IN (%2)"_s)
                                        .arg(c, literals.join(u", "_s));
    }

    [[nodiscard]] QStringList newLabels(const schema::Column &after, const TypeParts &to) const
    {
        if (!to.labels.isEmpty()) {
            return to.labels;
        }
        for (const schema::Type *type : objectsOf<schema::Type>(m_context.result())) {
            if (type->id().path() == after.type || type->name == after.type) {
                return type->labels;
            }
        }
        return {};
    }

    [[nodiscard]] static QString sqliteMisfit(const QString &c, const schema::Column &before,
                                              const schema::Column &after)
    {
        const QString from = before.type.toUpper();
        const QString to = after.type.toUpper();
        const bool text = from.contains("CHAR"_L1) || from.contains("TEXT"_L1) || from.contains("CLOB"_L1);
        if (text && to.contains("INT"_L1)) {
            return u"%1 IS NOT NULL AND CAST(CAST(%1 AS INTEGER) AS TEXT) <> CAST(%1 AS TEXT)"_s.arg(c);
        }
        if (text && (to.contains("REAL"_L1) || to.contains("NUM"_L1) || to.contains("DEC"_L1))) {
            return u"%1 IS NOT NULL AND typeof(%1 + 0) = 'integer' AND CAST(%1 + 0 AS TEXT) <> CAST(%1 AS TEXT)"_s.arg(
                c);
        }
        return {};
    }

    [[nodiscard]] QString lessPrecise(const QString &c, const schema::Column &after, const TypeParts &to) const
    {
        const TypeFamily family = familyOf(to);
        const QString type = m_context.isPostgreSql() ? after.type
                             : family == TypeFamily::Float
                                 ? QString()
                                 : u"DATETIME(%1)"_s.arg(to.arguments.empty() ? 0 : to.arguments.front());
        return type.isEmpty() ? QString() : u"%1 <> CAST(%1 AS %2)"_s.arg(c, type);
    }

    [[nodiscard]] QString notTyped(const QString &c, const schema::Column &after, const TypeParts &to) const
    {
        if (familyOf(to) == TypeFamily::Integer) {
            const auto [low, high] = integerRange(to);
            return m_context.isPostgreSql() ? u"CASE WHEN %1 ~ '^\\s*[+-]?\\d{1,18}\\s*$' THEN CAST(%1 AS numeric) NOT "
                                              u"BETWEEN %2 AND %3 ELSE %1 IS "
                                              "NOT NULL END"_s.arg(c, low, high)
                                            : u"%1 NOT REGEXP '^[[:space:]]*[-+]?[0-9]+[[:space:]]*$'"_s.arg(c);
        }
        if (m_context.isPostgreSql() && m_context.version().major >= 16) {
            return u"NOT pg_input_is_valid(CAST(%1 AS text), %2)"_s.arg(c, m_context.dialect().literal(after.type));
        }
        return familyOf(to) == TypeFamily::Json && m_context.isMySqlFamily() ? u"NOT JSON_VALID(%1)"_s.arg(c)
                                                                             : QString();
    }

    /// The values are those that a statement of the migration writes: nobody can be asked.
    void addUnknown(int statement, const QString &object, const Phrase &question, const QString &rule, int writtenBy)
    {
        PreflightQuestion out;
        out.statement = statement;
        out.object = object;
        out.question = question;
        out.rule = rule;
        out.table = table().id().path();
        out.changedBy = writtenBy;
        m_questions.push_back(std::move(out));
    }

    /// Where to ask about these columns of the table as it becomes; nothing where it cannot be asked, or was answered.
    [[nodiscard]] std::optional<QString> source(int statement, const QString &object, const Phrase &question,
                                                const QString &rule, const QStringList &columns, bool nullPasses)
    {
        const std::optional<RowSource> rows = rowsWith(m_context, *m_change, columns, statement);
        if (!rows || (nullPasses && rows->isNull)) {
            return std::nullopt;
        }
        if (rows->writtenBy > 0) {
            addUnknown(statement, object, question, rule, rows->writtenBy);
            return std::nullopt;
        }
        return rows->from;
    }

    void askUnique(int statement, const QString &path, const std::vector<schema::IndexKey> &keys,
                   const QString &predicate, bool nullsEqual)
    {
        QStringList terms;
        QStringList conditions;
        QStringList columns = columnsNamed(m_context, predicate, *m_change->after);
        for (const schema::IndexKey &key : keys) {
            const QString column = key.column.isEmpty() ? u'(' + key.expression.text + u')' : quoted(key.column);
            columns += key.column.isEmpty() ? columnsNamed(m_context, key.expression.text, *m_change->after)
                                            : QStringList{key.column};
            terms.append(key.prefixLength > 0 ? u"LEFT(%1, %2)"_s.arg(column, QString::number(key.prefixLength))
                                              : column);
            if (!nullsEqual) {
                conditions.append(column + u" IS NOT NULL"_s);
            }
        }
        if (!predicate.isEmpty()) {
            conditions.append(u'(' + predicate + u')');
        }
        columns.removeDuplicates();
        const QString rule = u"data-violates-unique"_s;
        const Phrase question = say("Finding", "is %1 unique in %2?").arg(terms.join(u", "_s), table().id().path());
        const auto from = source(statement, path, question, rule, columns, !nullsEqual);
        if (!from) {
            return;
        }
        PreflightQuestion out;
        out.statement = statement;
        out.object = path;
        out.question = question;
        out.rule = rule;
        out.table = table().id().path();
        out.keySql = u"SELECT %1, count(*) AS times FROM %2 AS asked%3 GROUP BY %1 HAVING count(*) > 1"_s.arg(
            terms.join(u", "_s), *from, conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND "_s));
        out.countSql = u"SELECT count(*) FROM (%1 LIMIT 100000) AS bounded"_s.arg(out.keySql);
        out.keysAreValues = true;
        out.changedBy = changedBefore(statement);
        m_questions.push_back(std::move(out));
    }

    void askForeignKey(int statement, const QString &path, const schema::Constraint &key)
    {
        const Table *parent = m_context.resolve(m_context.base(), {key.referencedSchema, key.referencedTable});
        QStringList referenced = key.referencedColumns;
        if (parent != nullptr && referenced.isEmpty() && primaryKey(*parent) != nullptr) {
            referenced = columnsOf(primaryKey(*parent)->keys);
        }
        QStringList set;
        QStringList match;
        const QStringList columns = columnsOf(key.keys);
        for (qsizetype i = 0; i < columns.size(); ++i) {
            if (parent == nullptr || i >= referenced.size() || findColumn(*parent, referenced[i]) == nullptr) {
                return;
            }
            set.append(u"c.%1 IS NOT NULL"_s.arg(quoted(columns[i])));
            match.append(u"p.%1 = c.%2"_s.arg(quoted(referenced[i]), quoted(columns[i])));
        }
        const QString rule = u"data-violates-foreign-key"_s;
        const Phrase question =
            say("Finding", "does every row of %1 refer to a row of %2?").arg(table().id().path(), parent->id().path());
        const auto from = source(statement, path, question, rule, columns, true);
        if (!from) {
            return;
        }
        add(statement, path, question, rule, *from + u" AS c"_s,
            u"%1 AND NOT EXISTS (SELECT 1 FROM %2 AS p WHERE %3)"_s.arg(set.join(u" AND "_s), relation(*parent),
                                                                        match.join(u" AND "_s)),
            keys(u"c"_s));
    }

    [[nodiscard]] bool knowsAllColumns(const QString &expression) const
    {
        const sql::Dialect dialect = m_context.dialect();
        for (const sql::Token &token : sql::significantTokens(expression, dialect)) {
            const bool name = token.kind == sql::TokenKind::Word || token.kind == sql::TokenKind::QuotedIdentifier;
            const QString text = name ? sql::identifierText(token, expression, dialect) : QString();
            if (name && findColumn(*m_change->after, text) != nullptr &&
                baseName(text).compare(text, Qt::CaseInsensitive) != 0) {
                return false;
            }
        }
        return true;
    }

    void askExclusion(int statement, const QString &path, const schema::Constraint &constraint)
    {
        const bool known = std::ranges::all_of(constraint.keys, [this](const schema::IndexKey &key) {
            return key.column.isEmpty() ? knowsAllColumns(key.expression.text) : baseName(key.column) == key.column;
        });
        auto question = known && knowsAllColumns(constraint.expression.text)
                            ? exclusionQuestion(m_context, table(), constraint)
                            : std::nullopt;
        if (question) {
            question->statement = statement;
            question->object = path;
            question->changedBy = changedBefore(statement);
            m_questions.push_back(std::move(*question));
        }
    }

    void askCheck(int statement, const QString &path, const QString &expression)
    {
        const QString rule = u"data-violates-check"_s;
        const Phrase question = say("Finding", "does every row of %1 keep (%2)?").arg(table().id().path(), expression);
        const QStringList columns = columnsNamed(m_context, expression, *m_change->after);
        if (const auto from = source(statement, path, question, rule, columns, false)) {
            add(statement, path, question, rule, *from == relation() ? *from : *from + u" AS asked"_s,
                u"NOT (%1)"_s.arg(expression));
        }
    }

    void askConstraints()
    {
        for (const auto &pair : m_change->constraints) {
            if (pair.after == nullptr || pair.after->notValid || pair.after->notEnforced || pair.after->inherited) {
                continue;
            }
            const schema::Constraint &constraint = *pair.after;
            const QString path = m_change->path() + u'.' + rules::nameOrKind(constraint);
            if (constraint.kind == ConstraintKind::PrimaryKey || constraint.kind == ConstraintKind::Unique) {
                askUnique(pair.statement, path, constraint.keys, {}, constraint.nullsNotDistinct);
            } else if (constraint.kind == ConstraintKind::ForeignKey) {
                askForeignKey(pair.statement, path, constraint);
            } else if (constraint.kind == ConstraintKind::Exclusion) {
                askExclusion(pair.statement, path, constraint);
            } else if (constraint.kind == ConstraintKind::Check) {
                askCheck(pair.statement, path, constraint.expression.text);
            }
        }
    }

    void askIndexes()
    {
        for (const auto &pair : m_change->indexes) {
            // What hangs on an index of the partitioned table is asked there.
            if (pair.added() && pair.after->unique && pair.after->attachedTo.isEmpty()) {
                askUnique(pair.statement, m_change->path() + u'.' + pair.after->name, pair.after->keys,
                          pair.after->predicate.text, pair.after->nullsNotDistinct);
            }
        }
    }

    const CheckContext &m_context;
    const TableChange *m_change = nullptr;
    std::vector<PreflightQuestion> m_questions;
};

} // namespace

std::vector<PreflightQuestion> preflightQuestions(const CheckInput &input)
{
    const CheckContext context(input);
    return Asker(context).all();
}

} // namespace countersign::checks

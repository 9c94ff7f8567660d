#include "rehearsal/dataevidence.h"

#include "rehearsal/datastatement.h"
#include "rehearsal/observedrenames.h"
#include "rehearsal/statementkind.h"

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using schema::Column;
using schema::EngineKind;
using schema::Schema;
using schema::Table;
using Expression = DataStatement::Expression;
using Purity = DataStatement::Purity;
using Verb = DataStatement::Verb;

namespace {

constexpr std::size_t rowsAsked = 50; ///< of a long INSERT; the others are believed to be like them

/// COALESCE(a, 0), lower(trim(a)): what it gives it gives again.
bool givesTheSameAgain(const QString &text)
{
    static const QStringList functions{u"LOWER("_s, u"UPPER("_s, u"TRIM("_s,     u"BTRIM("_s,
                                       u"LTRIM("_s, u"RTRIM("_s, u"COALESCE("_s, u"IFNULL("_s};
    const QString squeezed = text.simplified().replace(u" ("_s, u"("_s);
    const bool known = std::ranges::any_of(
        functions, [&squeezed](const QString &function) { return squeezed.startsWith(function, Qt::CaseInsensitive); });
    int depth = 0;
    for (qsizetype i = 0; i < squeezed.size(); ++i) {
        depth += squeezed.at(i) == u'(' ? 1 : squeezed.at(i) == u')' ? -1 : 0;
        if (depth == 0 && squeezed.at(i) == u')') {
            return known && i + 1 == squeezed.size();
        }
    }
    return false;
}

bool says(const StatementRun &run, const sql::Dialect &dialect, const QString &word)
{
    return kindOf(run.sql, dialect).words.contains(word);
}

QStringList namesOf(const Table &table)
{
    QStringList names;
    for (const Column &column : table.columns) {
        names << column.name;
    }
    return names;
}

class Questioner
{
public:
    Questioner(const Schema &live, const Rehearsal &trail, const std::vector<StatementVerdict> &verdicts)
        : m_live(live), m_trail(trail), m_verdicts(verdicts), m_dialect(sql::dialectOf(live.engine)),
          m_case(live.engine == EngineKind::PostgreSql ? Qt::CaseSensitive : Qt::CaseInsensitive)
    {
    }

    std::vector<DataQuestion> all()
    {
        std::vector<DataQuestion> questions;
        const Schema *before = m_trail.base.get();
        for (const StatementRun &run : m_trail.statements) {
            if (run.outcome == Outcome::Ok && run.effects.empty() && kindOf(run.sql, m_dialect).dataOnly) {
                if (auto question = questionOf(run, *before)) {
                    questions.push_back(std::move(*question));
                }
            }
            before = run.after ? run.after.get() : before;
        }
        return questions;
    }

private:
    [[nodiscard]] bool same(const QString &a, const QString &b) const { return a.compare(b, m_case) == 0; }
    [[nodiscard]] bool contains(const QStringList &list, const QString &name) const
    {
        return list.contains(name, m_case);
    }
    [[nodiscard]] bool isMySql() const { return schema::isMySqlFamily(m_dialect.engine); }

    /// The table that a statement means by @p parts: of several, the one in public.
    [[nodiscard]] const Table *find(const Schema &schema, const QStringList &parts) const
    {
        const Table *found = nullptr;
        for (const schema::Object &object : schema.objects) {
            const auto *table = std::get_if<Table>(&object);
            const bool here =
                table != nullptr && same(table->name, parts.constLast()) &&
                (parts.size() < 2 || m_dialect.engine != EngineKind::PostgreSql || table->schema == parts.at(0));
            if (here && (found == nullptr || table->schema == u"public")) {
                found = table;
            }
        }
        return found;
    }

    [[nodiscard]] StatementState stateOf(const StatementRun &run) const
    {
        const auto it = std::ranges::find(m_verdicts, run.index, &StatementVerdict::index);
        return it == m_verdicts.end() ? StatementState::Unknown : it->state;
    }

    /// What that table is called now, by the later statements that took effect. Nothing where one dropped it, or where
    /// that cannot be told.
    [[nodiscard]] const Table *now(const StatementRun &run, const Table &table) const
    {
        schema::ObjectId id = table.id();
        const Schema *before = nullptr;
        for (const StatementRun &later : m_trail.statements) {
            const bool gone = later.index > run.index && before != nullptr && later.after &&
                              before->findTable(id.schema, id.name) != nullptr &&
                              later.after->findTable(id.schema, id.name) == nullptr;
            if (gone && stateOf(later) != StatementState::NotApplied &&
                (stateOf(later) != StatementState::Applied || !followRename(later, *before, id))) {
                return nullptr;
            }
            if (gone && stateOf(later) == StatementState::NotApplied) {
                break;
            }
            before = later.after ? later.after.get() : before;
        }
        return m_live.findTable(id.schema, id.name);
    }

    /// The later statement that took the table away, when no statement between the two names it: then it is no matter
    /// what was in it. 0 where that is not so.
    [[nodiscard]] int droppedUnread(const StatementRun &run, const Table &table) const
    {
        const Schema *before = nullptr;
        for (const StatementRun &later : m_trail.statements) {
            if (later.index > run.index && before != nullptr && later.after) {
                if (before->findTable(table.schema, table.name) != nullptr &&
                    later.after->findTable(table.schema, table.name) == nullptr) {
                    return stateOf(later) == StatementState::Applied && !says(later, m_dialect, u"RENAME"_s)
                               ? later.index
                               : 0;
                }
                if (later.sql.contains(table.name, Qt::CaseInsensitive) || kindOf(later.sql, m_dialect).opaque) {
                    return 0;
                }
            }
            before = later.after ? later.after.get() : before;
        }
        return 0;
    }

    /// What statement @p run works on and an earlier one makes that took no effect.
    [[nodiscard]] QString missing(const StatementRun &run, const Table &then) const
    {
        QStringList columns = m_statement->columns;
        for (const auto &assignment : m_statement->assignments) {
            columns << assignment.column;
        }
        QString found;
        for (const StatementRun &earlier : m_trail.statements) {
            if (earlier.index >= run.index) {
                break;
            }
            for (const diff::Difference &effect : earlier.effects) {
                const bool table = effect.change == diff::Change::Added &&
                                   effect.id.kind == schema::ObjectKind::Table && effect.id == then.id();
                const bool column = effect.change == diff::Change::Added &&
                                    effect.id.kind == schema::ObjectKind::Column && effect.id.schema == then.schema &&
                                    same(effect.id.parent, then.name) && contains(columns, effect.id.name);
                if (table || column) {
                    found = stateOf(earlier) == StatementState::NotApplied
                                ? u"%1 %2, which statement %3 makes"_s.arg(nameOf(effect.id.kind), effect.id.path())
                                      .arg(earlier.index)
                                : QString();
                }
            }
        }
        return found;
    }

    [[nodiscard]] bool followRename(const StatementRun &run, const Schema &before, schema::ObjectId &id) const
    {
        const QStringList columns = namesOf(*before.findTable(id.schema, id.name));
        for (const diff::Difference &effect : run.effects) {
            const Table *come = effect.change == diff::Change::Added && effect.id.kind == schema::ObjectKind::Table
                                    ? run.after->findTable(effect.id.schema, effect.id.name)
                                    : nullptr;
            if (come != nullptr && says(run, m_dialect, u"RENAME"_s) && namesOf(*come) == columns) {
                id = come->id();
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] QString relation(const Table &table) const
    {
        return table.schema.isEmpty() ? m_dialect.quoted(table.name)
                                      : m_dialect.quoted(table.schema) + u'.' + m_dialect.quoted(table.name);
    }

    [[nodiscard]] const Column *column(const Table &table, const QString &name) const
    {
        const auto it = std::ranges::find_if(table.columns,
                                             [this, &name](const Column &column) { return same(column.name, name); });
        return it == table.columns.end() ? nullptr : &*it;
    }

    /// Where the trail begins behind the statement that renamed the table, its text says the name.
    [[nodiscard]] const Table *renamedSince(const StatementRun &run, QStringList parts) const
    {
        bool renamed = false;
        for (const StatementRun &later : m_trail.statements) {
            const QString name = later.index > run.index && stateOf(later) == StatementState::Applied
                                     ? newNameOf(parts.constLast(), later.sql, m_dialect)
                                     : QString();
            renamed = renamed || !name.isEmpty();
            parts.last() = name.isEmpty() ? parts.constLast() : name;
        }
        return renamed ? find(m_live, parts) : nullptr;
    }

    std::optional<DataQuestion> questionOf(const StatementRun &run, const Schema &before)
    {
        const auto statement = parseDataStatement(run.sql, m_dialect);
        if (!statement) {
            return std::nullopt;
        }
        const Table *found = find(before, statement->target);
        const Table *then = found != nullptr ? found : renamedSince(run, statement->target);
        if (then == nullptr) {
            return std::nullopt;
        }
        m_statement = &*statement;
        DataQuestion question;
        question.statement = run.index;
        question.object = then->id().path();
        question.missing = missing(run, *then);
        const Table *table = now(run, *then);
        question.droppedBy = table == nullptr ? droppedUnread(run, *then) : 0;
        if (table == nullptr || !question.missing.isEmpty()) {
            const bool known = question.droppedBy > 0 || !question.missing.isEmpty();
            return known ? std::optional(question) : std::nullopt;
        }
        m_table = table;
        const QString own = found != nullptr ? found->name : statement->target.constLast();
        m_name = statement->alias.isEmpty() ? own : statement->alias;
        question.object = table->id().path();
        question.searchPath = table->schema;
        switch (statement->verb) {
        case Verb::Update:
            askUpdate(question);
            witnessColumn(question, *then);
            break;
        case Verb::Delete:
        case Verb::Truncate:
            askDelete(question);
            break;
        case Verb::InsertRows:
            askRows(question, *then);
            break;
        case Verb::InsertQuery:
            askQuery(question, *then);
            witnessTable(question, *then);
            break;
        }
        question.changedAgain = changedAgain(run, *then);
        return question.sql.isEmpty() && question.witnessSql.isEmpty() ? std::nullopt : std::optional(question);
    }

    [[nodiscard]] QString columnText(const Column &column) const
    {
        return m_dialect.quoted(m_name) + u'.' + m_dialect.quoted(column.name);
    }

    /// Both sides as the column would keep @p value, byte for byte: how a collation compares is no matter here. Empty
    /// where equality cannot be asked.
    [[nodiscard]] QString equal(const Column &column, const QString &value) const
    {
        const QString left = columnText(column);
        const QString type = column.type.toLower();
        if (m_dialect.engine == EngineKind::PostgreSql) {
            return u"%1::text IS NOT DISTINCT FROM CAST((%2) AS %3)::text"_s.arg(left, value, column.type);
        }
        if (m_dialect.engine == EngineKind::Sqlite) {
            return u"%1 COLLATE BINARY IS (%2)"_s.arg(left, value);
        }
        const auto is = [&type](std::initializer_list<QStringView> words) {
            return std::ranges::any_of(words, [&type](QStringView word) { return type.startsWith(word); });
        };
        if (is({u"decimal"})) {
            return u"%1 <=> CAST((%2) AS %3)"_s.arg(left, value, type.section(u' ', 0, 0));
        }
        if (is({u"tinyint", u"smallint", u"mediumint", u"int", u"bigint", u"date", u"timestamp", u"year"})) {
            return u"%1 <=> (%2)"_s.arg(left, value);
        }
        const bool labels = is({u"enum", u"set"});
        if (is({u"char", u"varchar", u"tinytext", u"text", u"mediumtext", u"longtext"}) ||
            (labels && value.trimmed().startsWith(u'\''))) {
            return u"CONVERT(%1 USING utf8mb4) COLLATE utf8mb4_bin <=> CONVERT((%2) USING utf8mb4) COLLATE utf8mb4_bin"_s
                .arg(left, value);
        }
        return {};
    }

    [[nodiscard]] static QString counted(const QString &from, const QString &where)
    {
        return u"(SELECT count(*) FROM (SELECT 1 AS one FROM %1%2 LIMIT %3) AS counted)"_s
            .arg(from, where.isEmpty() ? QString() : u" WHERE "_s + where)
            .arg(rowsCounted);
    }

    [[nodiscard]] QString fromText() const
    {
        const QString own = relation(*m_table) + u" AS "_s + m_dialect.quoted(m_name);
        return m_statement->fromHasTarget         ? m_statement->from.text
               : m_statement->from.text.isEmpty() ? own
                                                  : own + u", "_s + m_statement->from.text;
    }

    void askUpdate(DataQuestion &question) const
    {
        if (m_statement->where.purity == Purity::Unknown || m_statement->from.purity == Purity::Unknown) {
            return;
        }
        QStringList assigned;
        for (const auto &assignment : m_statement->assignments) {
            assigned << assignment.column;
        }
        const auto namesAssigned = [this, &assigned](const Expression &expression) {
            return std::ranges::any_of(expression.names, [&](const QString &name) { return contains(assigned, name); });
        };
        QStringList equals;
        for (const auto &assignment : m_statement->assignments) {
            const Column *target = column(*m_table, assignment.column);
            if (target == nullptr) {
                return;
            }
            const QString is =
                assignment.value.purity == Purity::Pure ? equal(*target, assignment.value.text) : QString();
            if (!is.isEmpty()) {
                equals << u'(' + is + u')';
            }
            if (namesAssigned(assignment.value) && !givesTheSameAgain(assignment.value.text)) {
                question.repeatable = false;
            }
        }
        const bool limitsItself = namesAssigned(m_statement->where);
        if (equals.isEmpty() && !limitsItself) {
            return;
        }
        const QString where = m_statement->where.text;
        const QString all = equals.join(u" AND "_s);
        QStringList left;
        if (!where.isEmpty()) {
            left << u'(' + where + u')';
        }
        if (!all.isEmpty()) {
            left << u"NOT ("_s + all + u')';
        }
        const bool alone = m_statement->from.text.isEmpty();
        const QString done = all.isEmpty() || !alone           ? u"NULL"_s
                             : where.isEmpty() || limitsItself ? counted(fromText(), all)
                                                               : counted(fromText(), u'(' + where + u") AND "_s + all);
        question.sql = u"SELECT %1, %2"_s.arg(counted(fromText(), left.join(u" AND "_s)), done);
    }

    void askDelete(DataQuestion &question) const
    {
        if (m_statement->where.purity != Purity::Unknown && m_statement->from.purity != Purity::Unknown) {
            question.sql = u"SELECT %1, NULL"_s.arg(counted(fromText(), m_statement->where.text));
        }
    }

    /// The columns that an INSERT fills, in its order.
    [[nodiscard]] QStringList filled(const Table &then) const
    {
        if (!m_statement->columns.isEmpty()) {
            return m_statement->columns;
        }
        QStringList names;
        for (const Column &column : then.columns) {
            if (column.generated.isEmpty() && !column.invisible) {
                names << column.name;
            }
        }
        return names;
    }

    /// The columns of a key of the table that are all in @p known.
    [[nodiscard]] QStringList keyWithin(const QStringList &known) const
    {
        const auto within = [&](const std::vector<schema::IndexKey> &keys) {
            QStringList names;
            for (const schema::IndexKey &key : keys) {
                if (key.column.isEmpty() || key.prefixLength > 0 || !contains(known, key.column)) {
                    return QStringList();
                }
                names << key.column;
            }
            return names;
        };
        for (const schema::Constraint &constraint : m_table->constraints) {
            if (constraint.kind == schema::ConstraintKind::PrimaryKey ||
                constraint.kind == schema::ConstraintKind::Unique) {
                if (const QStringList key = within(constraint.keys); !key.isEmpty()) {
                    return key;
                }
            }
        }
        for (const schema::Index &index : m_table->indexes) {
            if (index.unique && index.predicate.isEmpty()) {
                if (const QStringList key = within(index.keys); !key.isEmpty()) {
                    return key;
                }
            }
        }
        return {};
    }

    /// How one row of the table is recognised by these values, by column; empty where it is not.
    [[nodiscard]] QString recognised(const QStringList &columns, const QStringList &values) const
    {
        const QStringList key = m_statement->overwrites ? QStringList() : keyWithin(columns);
        QStringList conditions;
        for (qsizetype i = 0; i < columns.size(); ++i) {
            const Column *target = column(*m_table, columns.at(i));
            if (target == nullptr) {
                return {};
            }
            if (const QString is =
                    key.isEmpty() || contains(key, target->name) ? equal(*target, values.at(i)) : QString();
                !is.isEmpty()) {
                conditions << u'(' + is + u')';
            }
        }
        return conditions.join(u" AND "_s);
    }

    void askRows(DataQuestion &question, const Table &then) const
    {
        const QStringList columns = filled(then);
        QStringList present;
        const auto &rows = m_statement->rows;
        const std::size_t asked = std::min(rowsAsked, rows.size());
        for (std::size_t at = 0; at < asked; ++at) {
            const auto &row = at < (asked + 1) / 2 ? rows[at] : rows[rows.size() - (asked - at)];
            if (row.size() > static_cast<std::size_t>(columns.size())) {
                return;
            }
            QStringList known;
            QStringList values;
            for (std::size_t i = 0; i < row.size(); ++i) {
                const bool null = row[i].text.compare(u"NULL", Qt::CaseInsensitive) == 0;
                if (row[i].purity == Purity::Pure && !null) {
                    known << columns.at(static_cast<qsizetype>(i));
                    values << row[i].text;
                }
            }
            const QString is = recognised(known, values);
            if (is.isEmpty()) {
                return;
            }
            present << u"CASE WHEN EXISTS (SELECT 1 FROM %1 AS %2 WHERE %3) THEN 1 ELSE 0 END"_s.arg(
                relation(*m_table), m_dialect.quoted(m_name), is);
        }
        question.countsPresent = true;
        question.sql = u"SELECT %1 - (%2), %2"_s.arg(asked).arg(present.join(u" + "_s));
    }

    void askQuery(DataQuestion &question, const Table &then) const
    {
        const Expression &query = m_statement->query;
        const QStringList columns = filled(then);
        const bool cut = m_statement->queryColumns.size() == static_cast<std::size_t>(columns.size());
        if (query.purity == Purity::Unknown || (query.purity == Purity::Stable && !cut)) {
            return;
        }
        const QString source = m_dialect.quoted(u"countersign_rows"_s);
        QStringList known;
        QStringList values;
        QStringList names;
        for (qsizetype i = 0; i < columns.size(); ++i) {
            names << m_dialect.quoted(columns.at(i));
            if (!cut || m_statement->queryColumns[static_cast<std::size_t>(i)] == Purity::Pure) {
                known << columns.at(i);
                values << source + u'.' + names.constLast();
            }
        }
        const QString is = recognised(known, values);
        if (is.isEmpty()) {
            return;
        }
        const QString there =
            u"EXISTS (SELECT 1 FROM %1 AS %2 WHERE %3)"_s.arg(relation(*m_table), m_dialect.quoted(m_name), is);
        question.countsPresent = true;
        question.sql = u"WITH %1 (%2) AS (%3) SELECT %4, %5"_s.arg(
            source, names.join(u", "_s), query.text, counted(source, u"NOT "_s + there), counted(source, there));
    }

    /// A column that an earlier statement added without a value has one only because somebody gave it one.
    void witnessColumn(DataQuestion &question, const Table &then) const
    {
        const Table *base = m_trail.base->findTable(then.schema, then.name);
        for (const auto &assignment : m_statement->assignments) {
            const Column *made = column(then, assignment.column);
            const Column *live = column(*m_table, assignment.column);
            if (base == nullptr || made == nullptr || live == nullptr || column(*base, assignment.column) != nullptr ||
                !made->defaultValue.isEmpty() || !made->generated.isEmpty() || made->notNull) {
                continue;
            }
            const QString from = relation(*m_table) + u" AS "_s + m_dialect.quoted(m_name);
            question.witness = u"column %1.%2"_s.arg(question.object, live->name);
            question.witnessSql = u"SELECT %1, %2"_s.arg(counted(from, columnText(*live) + u" IS NOT NULL"_s),
                                                         counted(from, columnText(*live) + u" IS NULL"_s));
            return;
        }
    }

    /// A table that an earlier statement made has rows only because somebody put them there.
    void witnessTable(DataQuestion &question, const Table &then) const
    {
        question.countsPresent = true;
        const auto inserts = std::ranges::count_if(m_trail.statements, [this, &then](const StatementRun &run) {
            return says(run, m_dialect, u"INSERT"_s) && run.sql.contains(then.name, Qt::CaseInsensitive);
        });
        if (m_trail.base->findTable(then.schema, then.name) == nullptr && inserts == 1) {
            question.witness = u"table "_s + question.object;
            question.witnessSql = u"SELECT %1, 0"_s.arg(counted(relation(*m_table), {}));
        }
    }

    /// Rows that are added stay when others are, and none comes to be changed where rows only go.
    [[nodiscard]] static bool mayUndo(const DataStatement &other, bool adds)
    {
        const bool otherAdds = other.verb == Verb::InsertRows || other.verb == Verb::InsertQuery;
        const bool otherTakes = other.verb == Verb::Delete || other.verb == Verb::Truncate;
        return adds ? !otherAdds || other.overwrites : !otherTakes;
    }

    /// The next statement after @p run that may change the rows of which is asked; 0 for none.
    [[nodiscard]] int changedAgain(const StatementRun &run, const Table &then) const
    {
        const bool adds = m_statement->verb == Verb::InsertRows || m_statement->verb == Verb::InsertQuery;
        schema::ObjectId id = then.id();
        const Schema *before = nullptr;
        for (const StatementRun &later : m_trail.statements) {
            const Schema *earlier = std::exchange(before, later.after ? later.after.get() : before);
            if (later.index <= run.index) {
                continue;
            }
            if (earlier != nullptr && later.after && earlier->findTable(id.schema, id.name) != nullptr &&
                later.after->findTable(id.schema, id.name) == nullptr) {
                static_cast<void>(followRename(later, *earlier, id));
            }
            const StatementKind kind = kindOf(later.sql, m_dialect);
            if (kind.opaque) {
                return later.index;
            }
            if (kind.dataOnly) {
                const auto other = parseDataStatement(later.sql, m_dialect);
                if (!other || (same(other->target.constLast(), id.name) && mayUndo(*other, adds))) {
                    return later.index;
                }
            }
            for (const diff::Difference &effect : later.effects) {
                const bool here = effect.id.kind == schema::ObjectKind::Column && same(effect.id.parent, id.name);
                const bool assigned = std::ranges::any_of(m_statement->assignments, [&](const auto &assignment) {
                    return same(assignment.column, effect.id.name);
                });
                const bool retyped = std::ranges::contains(effect.properties, u"type"_s, &diff::Property::name);
                if (here && assigned && retyped) {
                    return later.index;
                }
            }
        }
        return 0;
    }

    const Schema &m_live;
    const Rehearsal &m_trail;
    const std::vector<StatementVerdict> &m_verdicts;
    sql::Dialect m_dialect;
    Qt::CaseSensitivity m_case;
    const DataStatement *m_statement = nullptr; ///< these three: the one that is being asked about
    const Table *m_table = nullptr;
    QString m_name; ///< by which its clauses call the table
};

} // namespace

std::vector<DataQuestion> dataQuestions(const Schema &live, const Rehearsal &trail,
                                        const std::vector<StatementVerdict> &verdicts)
{
    return Questioner(live, trail, verdicts).all();
}

} // namespace countersign::rehearsal

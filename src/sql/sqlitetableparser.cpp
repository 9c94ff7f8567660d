#include "sql/sqlitecursor.h"
#include "sql/sqliteparser.h"

namespace countersign::sql {

using namespace Qt::StringLiterals;
using base::Fail;
using base::Result;
using schema::Column;
using schema::Constraint;
using schema::ConstraintKind;
using schema::IndexKey;
using schema::Table;

namespace {

QString lowerCase(const QString &text)
{
    return text.toLower();
}

/// ON CONFLICT word, or nothing.
QString takeConflict(SqliteCursor &cursor)
{
    if (!cursor.takeWords({u"ON", u"CONFLICT"})) {
        return {};
    }
    const QString word = lowerCase(cursor.takeName());
    return word == u"abort"_s ? QString() : word;
}

QString collationName(const QString &name)
{
    const QString upper = name.toUpper();
    return upper == u"BINARY"_s ? QString() : upper;
}

class TableParser
{
public:
    explicit TableParser(const QString &text) : m_cursor(text) { m_table.definition.text = m_cursor.whole(); }

    /// The columns as they were written, by place.
    [[nodiscard]] const QStringList &columnTexts() const { return m_columnTexts; }

    Result<Table> run()
    {
        m_cursor.takeWord(u"CREATE");
        if (m_cursor.takeWord(u"VIRTUAL")) {
            return virtualTable();
        }
        CS_CHECK(head());
        if (!m_cursor.takeOperator(u"(")) {
            return Fail(m_cursor.notUnderstood(u"("_s));
        }
        while (!m_cursor.isOperator(u")")) {
            if (m_cursor.atEnd()) {
                return Fail(m_cursor.notUnderstood(u")"_s));
            }
            if (m_cursor.takeOperator(u",")) {
                continue;
            }
            if (startsTableConstraint()) {
                CS_CHECK(tableConstraint());
            } else {
                CS_CHECK(column());
            }
        }
        m_cursor.skip();
        CS_CHECK(options());
        for (Column &each : m_table.columns) {
            spellStrings(each.generated, m_table);
        }
        for (Constraint &constraint : m_table.constraints) {
            spellStrings(constraint.expression, m_table);
        }
        nameConstraints();
        setImpliedNotNull();
        return std::move(m_table);
    }

private:
    Result<void> head()
    {
        m_cursor.takeWord(u"TEMP") || m_cursor.takeWord(u"TEMPORARY");
        if (!m_cursor.takeWord(u"TABLE")) {
            return Fail(m_cursor.notUnderstood(u"TABLE"_s));
        }
        m_cursor.takeWords({u"IF", u"NOT", u"EXISTS"});
        m_table.name = m_cursor.takeName();
        if (m_cursor.takeOperator(u".")) {
            m_table.name = m_cursor.takeName();
        }
        return {};
    }

    Result<Table> virtualTable()
    {
        CS_CHECK(head());
        if (!m_cursor.takeWord(u"USING")) {
            return Fail(m_cursor.notUnderstood(u"USING"_s));
        }
        m_table.virtualModule.text = m_cursor.rest();
        return std::move(m_table);
    }

    [[nodiscard]] bool startsTableConstraint() const
    {
        return m_cursor.isAnyWord({u"CONSTRAINT", u"PRIMARY", u"UNIQUE", u"CHECK", u"FOREIGN"});
    }

    Result<void> column()
    {
        Column column;
        if (!m_cursor.isName()) {
            return Fail(m_cursor.notUnderstood(u"a column name"_s));
        }
        const std::size_t begin = m_cursor.position();
        column.name = m_cursor.takeName();
        const std::size_t first = m_cursor.position();
        while (m_cursor.isName() && !startsColumnConstraint()) {
            m_cursor.skip();
        }
        if (m_cursor.position() > first && m_cursor.isOperator(u"(")) {
            m_cursor.takeParentheses();
        }
        column.type = sqliteType(m_cursor.between(first, m_cursor.position()));
        QString name;
        while (!m_cursor.atEnd() && !m_cursor.isOperator(u",") && !m_cursor.isOperator(u")")) {
            if (m_cursor.takeWord(u"CONSTRAINT")) {
                name = m_cursor.takeName();
                continue;
            }
            CS_CHECK(columnConstraint(column, name));
            name.clear();
        }
        m_table.columns.push_back(std::move(column));
        m_columnTexts << m_cursor.between(begin, m_cursor.position());
        return {};
    }

    [[nodiscard]] bool startsColumnConstraint() const
    {
        return m_cursor.isAnyWord({u"CONSTRAINT", u"PRIMARY", u"NOT", u"NULL", u"UNIQUE", u"CHECK", u"DEFAULT",
                                   u"COLLATE", u"REFERENCES", u"AS", u"DEFERRABLE"}) ||
               (m_cursor.isWord(u"GENERATED") && m_cursor.isWord(u"ALWAYS", 1));
    }

    Result<void> columnConstraint(Column &column, const QString &name)
    {
        Constraint constraint;
        constraint.name = name;
        constraint.columnLevel = true;
        constraint.ofColumn = column.name;
        if (takeDeferrable()) {
            return {};
        }
        if (m_cursor.takeWords({u"NOT", u"NULL"})) {
            column.notNull = true;
            column.notNullConstraint = name;
            column.conflictClause = takeConflict(m_cursor);
            return {};
        }
        if (m_cursor.takeWord(u"NULL")) {
            takeConflict(m_cursor);
            return {};
        }
        if (m_cursor.takeWord(u"DEFAULT")) {
            return defaultValue(column);
        }
        if (m_cursor.takeWord(u"COLLATE")) {
            column.collation = collationName(m_cursor.takeName());
            return {};
        }
        if (m_cursor.isWord(u"AS") || m_cursor.isWord(u"GENERATED")) {
            return generated(column);
        }
        IndexKey key;
        key.column = column.name;
        if (m_cursor.takeWords({u"PRIMARY", u"KEY"})) {
            constraint.kind = ConstraintKind::PrimaryKey;
            m_cursor.takeWord(u"ASC");
            key.descending = m_cursor.takeWord(u"DESC");
            constraint.conflictClause = takeConflict(m_cursor);
            column.autoIncrement = m_cursor.takeWord(u"AUTOINCREMENT");
            constraint.keys.push_back(std::move(key));
        } else if (m_cursor.takeWord(u"UNIQUE")) {
            constraint.kind = ConstraintKind::Unique;
            constraint.conflictClause = takeConflict(m_cursor);
            constraint.keys.push_back(std::move(key));
        } else if (m_cursor.isWord(u"CHECK")) {
            CS_CHECK(check(constraint));
        } else if (m_cursor.isWord(u"REFERENCES")) {
            constraint.kind = ConstraintKind::ForeignKey;
            constraint.keys.push_back(std::move(key));
            CS_CHECK(references(constraint));
        } else {
            return Fail(m_cursor.notUnderstood(u"a column constraint"_s));
        }
        m_table.constraints.push_back(std::move(constraint));
        return {};
    }

    Result<void> check(Constraint &constraint)
    {
        m_cursor.skip();
        constraint.kind = ConstraintKind::Check;
        const std::optional<QString> condition = m_cursor.takeParentheses();
        if (!condition) {
            return Fail(m_cursor.notUnderstood(u"( after CHECK"_s));
        }
        constraint.expression.text = *condition;
        // SQLite accepts ON CONFLICT after a table's CHECK and ignores it (lang_conflict.html).
        takeConflict(m_cursor);
        return {};
    }

    Result<void> defaultValue(Column &column)
    {
        if (m_cursor.isOperator(u"(")) {
            const std::optional<QString> expression = m_cursor.takeParentheses();
            if (!expression) {
                return Fail(m_cursor.notUnderstood(u") after DEFAULT"_s));
            }
            column.defaultValue.text = *expression;
            return {};
        }
        const std::size_t first = m_cursor.position();
        if (!m_cursor.takeOperator(u"-")) {
            m_cursor.takeOperator(u"+");
        }
        if (m_cursor.atEnd()) {
            return Fail(m_cursor.notUnderstood(u"a value after DEFAULT"_s));
        }
        const bool name = m_cursor.kind() == TokenKind::QuotedIdentifier;
        if (name) {
            // A quoted name as default is a string to SQLite (parse.y: ccons ::= DEFAULT id).
            column.defaultValue.text = sqliteDialect().literal(m_cursor.takeName());
            return {};
        }
        m_cursor.skip();
        column.defaultValue.text = m_cursor.between(first, m_cursor.position());
        return {};
    }

    Result<void> generated(Column &column)
    {
        m_cursor.takeWords({u"GENERATED", u"ALWAYS"});
        if (!m_cursor.takeWord(u"AS")) {
            return Fail(m_cursor.notUnderstood(u"AS"_s));
        }
        const std::optional<QString> expression = m_cursor.takeParentheses();
        if (!expression) {
            return Fail(m_cursor.notUnderstood(u"( after AS"_s));
        }
        column.generated.text = *expression;
        column.generatedKind = m_cursor.takeWord(u"STORED") ? u"stored"_s : u"virtual"_s;
        m_cursor.takeWord(u"VIRTUAL");
        return {};
    }

    /// [NOT] DEFERRABLE [INITIALLY …]: belongs to the foreign key before it.
    bool takeDeferrable()
    {
        const bool negated = m_cursor.isWord(u"NOT") && m_cursor.isWord(u"DEFERRABLE", 1);
        if (negated) {
            m_cursor.skip();
        }
        if (!m_cursor.takeWord(u"DEFERRABLE")) {
            return false;
        }
        const bool deferred = m_cursor.takeWords({u"INITIALLY", u"DEFERRED"});
        m_cursor.takeWords({u"INITIALLY", u"IMMEDIATE"});
        if (!m_table.constraints.empty() && m_table.constraints.back().kind == ConstraintKind::ForeignKey) {
            m_table.constraints.back().deferrable = !negated;
            m_table.constraints.back().initiallyDeferred = deferred && !negated;
        }
        return true;
    }

    Result<void> references(Constraint &constraint)
    {
        m_cursor.skip();
        constraint.referencedTable = m_cursor.takeName();
        if (m_cursor.takeOperator(u"(")) {
            while (!m_cursor.atEnd() && !m_cursor.takeOperator(u")")) {
                constraint.referencedColumns << takeKey(m_cursor).column;
                m_cursor.takeOperator(u",");
            }
        }
        while (m_cursor.isWord(u"ON") || m_cursor.isWord(u"MATCH")) {
            if (m_cursor.takeWord(u"MATCH")) {
                const QString match = lowerCase(m_cursor.takeName());
                constraint.match = match == u"simple"_s ? QString() : match;
                continue;
            }
            m_cursor.skip();
            QString &action = m_cursor.isWord(u"DELETE") ? constraint.onDelete : constraint.onUpdate;
            m_cursor.skip();
            action = takeAction();
        }
        return {};
    }

    QString takeAction()
    {
        if (m_cursor.takeWords({u"SET", u"NULL"})) {
            return u"set null"_s;
        }
        if (m_cursor.takeWords({u"SET", u"DEFAULT"})) {
            return u"set default"_s;
        }
        if (m_cursor.takeWords({u"NO", u"ACTION"})) {
            return {};
        }
        return lowerCase(m_cursor.takeName());
    }

    Result<void> tableConstraint()
    {
        Constraint constraint;
        if (m_cursor.takeWord(u"CONSTRAINT")) {
            constraint.name = m_cursor.takeName();
            if (!startsTableConstraint()) {
                return {};
            }
        }
        if (m_cursor.isWord(u"CONSTRAINT")) {
            return {}; // a name without a constraint; the next one counts
        }
        if (m_cursor.takeWords({u"PRIMARY", u"KEY"})) {
            constraint.kind = ConstraintKind::PrimaryKey;
            CS_CHECK(keys(constraint));
        } else if (m_cursor.takeWord(u"UNIQUE")) {
            constraint.kind = ConstraintKind::Unique;
            CS_CHECK(keys(constraint));
        } else if (m_cursor.isWord(u"CHECK")) {
            CS_CHECK(check(constraint));
        } else if (m_cursor.takeWords({u"FOREIGN", u"KEY"})) {
            constraint.kind = ConstraintKind::ForeignKey;
            CS_CHECK(keys(constraint));
            if (!m_cursor.isWord(u"REFERENCES")) {
                return Fail(m_cursor.notUnderstood(u"REFERENCES"_s));
            }
            CS_CHECK(references(constraint));
            m_table.constraints.push_back(std::move(constraint));
            takeDeferrable();
            return {};
        } else {
            return Fail(m_cursor.notUnderstood(u"a table constraint"_s));
        }
        m_table.constraints.push_back(std::move(constraint));
        return {};
    }

    Result<void> keys(Constraint &constraint)
    {
        if (!m_cursor.takeOperator(u"(")) {
            return Fail(m_cursor.notUnderstood(u"("_s));
        }
        while (!m_cursor.atEnd() && !m_cursor.takeOperator(u")")) {
            if (m_cursor.takeOperator(u",")) {
                continue;
            }
            constraint.keys.push_back(takeKeyWithAutoIncrement());
        }
        constraint.conflictClause = takeConflict(m_cursor);
        return {};
    }

    /// PRIMARY KEY (id AUTOINCREMENT) is allowed in a table constraint.
    IndexKey takeKeyWithAutoIncrement()
    {
        const std::size_t first = m_cursor.position();
        IndexKey key = takeKey(m_cursor);
        const std::size_t after = m_cursor.position();
        m_cursor.moveTo(after - 1);
        if (after - first > 1 && m_cursor.isWord(u"AUTOINCREMENT")) {
            m_cursor.moveTo(first);
            key = {};
            key.column = m_cursor.takeName();
            if (m_cursor.takeWord(u"COLLATE")) {
                key.collation = m_cursor.takeName().toUpper();
            }
            key.descending = m_cursor.takeWord(u"DESC");
            setAutoIncrement(key.column);
        }
        m_cursor.moveTo(after);
        return key;
    }

    void setAutoIncrement(const QString &name)
    {
        for (Column &column : m_table.columns) {
            column.autoIncrement = column.autoIncrement || sameSqliteName(column.name, name);
        }
    }

    Result<void> options()
    {
        while (!m_cursor.atEnd() && !m_cursor.isOperator(u";")) {
            if (m_cursor.takeOperator(u",")) {
                continue;
            }
            if (m_cursor.takeWords({u"WITHOUT", u"ROWID"})) {
                m_table.withoutRowId = true;
            } else if (m_cursor.takeWord(u"STRICT")) {
                m_table.strict = true;
            } else {
                return Fail(m_cursor.notUnderstood(u"a table option"_s));
            }
        }
        return {};
    }

    void nameConstraints()
    {
        QSet<QString> used;
        for (const Constraint &constraint : m_table.constraints) {
            used.insert(constraint.name);
        }
        for (Constraint &constraint : m_table.constraints) {
            spellLikeColumns(constraint);
            if (!constraint.name.isEmpty()) {
                continue;
            }
            const QString wanted = generatedName(constraint);
            constraint.nameIsGenerated = true;
            constraint.name = wanted;
            for (int i = 2; used.contains(constraint.name); ++i) {
                constraint.name = u"%1 #%2"_s.arg(wanted).arg(i);
            }
            used.insert(constraint.name);
        }
    }

    /// Names in key lists ignore case; a collation that is the column's own is not one of the key.
    void spellLikeColumns(Constraint &constraint)
    {
        for (IndexKey &key : constraint.keys) {
            for (const Column &column : m_table.columns) {
                if (sameSqliteName(column.name, key.column)) {
                    key.column = column.name;
                    const QString own = column.collation.isEmpty() ? u"BINARY"_s : column.collation;
                    key.collation = key.collation == own ? QString() : key.collation;
                }
            }
        }
    }

    /// Whether this key is the rowid itself: one INTEGER column, unless DESC is written with the column
    /// (lang_createtable.html, section 5).
    [[nodiscard]] bool isRowId(const Constraint &primaryKey) const
    {
        if (m_table.withoutRowId || primaryKey.keys.size() != 1 ||
            (primaryKey.columnLevel && primaryKey.keys.front().descending)) {
            return false;
        }
        const auto column = std::ranges::find(m_table.columns, primaryKey.keys.front().column, &Column::name);
        return column != m_table.columns.end() && column->type.compare("INTEGER"_L1, Qt::CaseInsensitive) == 0;
    }

    /// A primary key is NOT NULL in a table WITHOUT ROWID (withoutrowid.html, section 2) and, but for the rowid, in a
    /// STRICT one (stricttables.html, section 2).
    void setImpliedNotNull()
    {
        for (const Constraint &constraint : m_table.constraints) {
            const bool implied = m_table.withoutRowId || (m_table.strict && !isRowId(constraint));
            if (!implied || constraint.kind != ConstraintKind::PrimaryKey) {
                continue;
            }
            for (const IndexKey &key : constraint.keys) {
                const auto column = std::ranges::find(m_table.columns, key.column, &Column::name);
                if (column != m_table.columns.end()) {
                    column->notNull = true;
                }
            }
        }
    }

    static QString generatedName(const Constraint &constraint)
    {
        QStringList columns;
        for (const IndexKey &key : constraint.keys) {
            columns << (key.column.isEmpty() ? key.expression.text : key.column);
        }
        const QString list = u" ("_s + columns.join(u", "_s) + u')';
        switch (constraint.kind) {
        case ConstraintKind::PrimaryKey:
            return u"primary key"_s;
        case ConstraintKind::Unique:
            return u"unique"_s + list;
        case ConstraintKind::ForeignKey:
            return u"foreign key"_s + list;
        case ConstraintKind::Check:
        case ConstraintKind::Exclusion:
            break;
        }
        return u"check ("_s + sqliteNormalForm(constraint.expression.text) + u')';
    }

    SqliteCursor m_cursor;
    Table m_table;
    QStringList m_columnTexts;
};

} // namespace

Result<Table> parseSqliteTable(const QString &text)
{
    return TableParser(text).run();
}

QString sqliteColumnText(const Table &table, const QString &column)
{
    TableParser parser(table.definition.text);
    const Result<Table> parsed = parser.run();
    if (!parsed) {
        return {};
    }
    const auto it = std::ranges::find(parsed->columns, column, &Column::name);
    return it == parsed->columns.end() ? QString() : parser.columnTexts().at(it - parsed->columns.begin());
}

} // namespace countersign::sql

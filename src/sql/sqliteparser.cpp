#include "sql/sqliteparser.h"

#include "sql/reservedwords.h"
#include "sql/tokens.h"

namespace countersign::sql {

using namespace Qt::StringLiterals;
using base::Fail;
using base::Result;
using schema::Column;
using schema::Constraint;
using schema::ConstraintKind;
using schema::IndexKey;
using schema::SqlText;
using schema::Table;

namespace {

const Dialect &dialect()
{
    static const Dialect sqlite = dialectOf(schema::EngineKind::Sqlite);
    return sqlite;
}

/// Walks over the significant tokens of one CREATE text.
class Cursor
{
public:
    explicit Cursor(const QString &text) : m_text(text), m_tokens(significantTokens(m_text, dialect())) {}

    [[nodiscard]] bool atEnd(std::size_t ahead = 0) const { return m_at + ahead >= m_tokens.size(); }
    [[nodiscard]] QStringView peek(std::size_t ahead = 0) const
    {
        return atEnd(ahead) ? QStringView() : m_tokens[m_at + ahead].in(m_text);
    }
    [[nodiscard]] bool isWord(QStringView word, std::size_t ahead = 0) const
    {
        return !atEnd(ahead) && m_tokens[m_at + ahead].kind == TokenKind::Word &&
               peek(ahead).compare(word, Qt::CaseInsensitive) == 0;
    }
    [[nodiscard]] bool isAnyWord(std::initializer_list<QStringView> words) const
    {
        return std::ranges::any_of(words, [this](QStringView word) { return isWord(word); });
    }
    [[nodiscard]] bool isOperator(QStringView text, std::size_t ahead = 0) const
    {
        return !atEnd(ahead) && m_tokens[m_at + ahead].kind == TokenKind::Operator && peek(ahead) == text;
    }
    /// SQLite takes a string where it wants a name.
    [[nodiscard]] bool isName() const
    {
        return !atEnd() && (kind() == TokenKind::Word || kind() == TokenKind::QuotedIdentifier || kind() == TokenKind::String);
    }
    [[nodiscard]] TokenKind kind() const { return m_tokens[m_at].kind; }

    bool takeWord(QStringView word)
    {
        const bool found = isWord(word);
        m_at += found ? 1 : 0;
        return found;
    }
    bool takeWords(std::initializer_list<QStringView> words)
    {
        std::size_t ahead = 0;
        for (const QStringView word : words) {
            if (!isWord(word, ahead++)) {
                return false;
            }
        }
        m_at += words.size();
        return true;
    }
    bool takeOperator(QStringView text)
    {
        const bool found = isOperator(text);
        m_at += found ? 1 : 0;
        return found;
    }
    QString takeName()
    {
        if (!isName()) {
            return {};
        }
        const Token &token = m_tokens[m_at++];
        if (token.kind == TokenKind::String) {
            return QString(token.in(m_text).sliced(1, token.end - token.begin - 2)).replace(u"''"_s, u"'"_s);
        }
        return identifierText(token, m_text, dialect());
    }
    void skip() { ++m_at; }

    [[nodiscard]] std::size_t position() const { return m_at; }
    void moveTo(std::size_t position) { m_at = position; }
    [[nodiscard]] const Token &token(std::size_t position) const { return m_tokens[position]; }
    /// The text of the tokens [first, last), with what stands between them.
    [[nodiscard]] QString between(std::size_t first, std::size_t last) const
    {
        return first >= last ? QString() : m_text.sliced(m_tokens[first].begin, m_tokens[last - 1].end - m_tokens[first].begin);
    }
    /// Up to the last token: a comment at the end would swallow the terminator.
    [[nodiscard]] QString rest() const { return between(m_at, endOfStatement()); }
    [[nodiscard]] QString whole() const { return between(0, endOfStatement()); }
    [[nodiscard]] std::size_t endOfStatement() const
    {
        return m_tokens.empty() || m_tokens.back().in(m_text) != u";" ? m_tokens.size() : m_tokens.size() - 1;
    }

    /// At "(": moves behind the matching ")" and gives what is inside; no value when it never closes.
    std::optional<QString> takeParentheses()
    {
        if (!takeOperator(u"(")) {
            return {};
        }
        const std::size_t first = m_at;
        if (!moveToClose()) {
            return {};
        }
        const QString inside = between(first, m_at);
        skip();
        return inside;
    }
    /// Inside parentheses: moves to the ")" that closes them.
    bool moveToClose()
    {
        for (int depth = 0; !atEnd(); ++m_at) {
            if (isOperator(u"(")) {
                ++depth;
            } else if (isOperator(u")") && depth-- == 0) {
                return true;
            }
        }
        return false;
    }
    /// Moves to the "," or ")" that ends a list element.
    void moveToElementEnd()
    {
        for (int depth = 0; !atEnd(); ++m_at) {
            if (isOperator(u"(")) {
                ++depth;
            } else if (depth == 0 && (isOperator(u",") || isOperator(u")"))) {
                return;
            } else if (isOperator(u")")) {
                --depth;
            }
        }
    }
    [[nodiscard]] base::Error notUnderstood(const QString &expected) const
    {
        const QString found = atEnd() ? u"the end"_s : u"'%1'"_s.arg(peek().toString().left(40));
        return base::usageError(u"expected %1, found %2"_s.arg(expected, found));
    }

private:
    QString m_text;
    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
};

QString lowerCase(const QString &text)
{
    return text.toLower();
}

/// ON CONFLICT word, or nothing.
QString takeConflict(Cursor &cursor)
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

/// One element of a key list: a column or an expression, then COLLATE, ASC, DESC, NULLS.
IndexKey takeKey(Cursor &cursor)
{
    IndexKey key;
    const std::size_t first = cursor.position();
    cursor.moveToElementEnd();
    const std::size_t after = cursor.position();
    std::size_t last = after;
    const auto wordAt = [&](std::size_t position, QStringView word) {
        cursor.moveTo(position);
        return cursor.isWord(word);
    };
    if (last - first > 2 && wordAt(last - 2, u"NULLS")) {
        last -= 2; // only the default is allowed: parsed and ignored
    }
    if (last - first > 1 && (wordAt(last - 1, u"ASC") || wordAt(last - 1, u"DESC"))) {
        key.descending = wordAt(last - 1, u"DESC");
        --last;
    }
    if (last - first > 2 && wordAt(last - 2, u"COLLATE")) {
        cursor.moveTo(last - 1);
        key.collation = cursor.takeName().toUpper();
        last -= 2;
    }
    cursor.moveTo(first);
    if (last - first == 1 && cursor.isName()) {
        key.column = cursor.takeName();
    } else {
        key.expression.text = cursor.between(first, last);
    }
    cursor.moveTo(after);
    return key;
}

/// Double-quoted tokens of an expression that name no column, as strings.
void spellStrings(SqlText &expression, const Table &table)
{
    if (!expression.text.contains(u'"')) {
        return;
    }
    const std::vector<Token> tokens = significantTokens(expression.text, dialect());
    const auto isAt = [&](std::size_t i, QStringView text) {
        return i < tokens.size() && tokens[i].in(expression.text).compare(text, Qt::CaseInsensitive) == 0;
    };
    QString out;
    qsizetype copied = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const QString name = identifierText(tokens[i], expression.text, dialect());
        const bool elsewhereName = isAt(i + 1, u".") || isAt(i + 1, u"(") || (i > 0 && (isAt(i - 1, u"COLLATE") || isAt(i - 1, u"AS")));
        if (tokens[i].kind != TokenKind::QuotedIdentifier || expression.text.at(tokens[i].begin) != u'"' || elsewhereName ||
            std::ranges::any_of(table.columns, [&](const Column &column) {
                return sameSqliteName(column.name, name);
            })) {
            continue;
        }
        out += QStringView(expression.text).sliced(copied, tokens[i].begin - copied);
        out += dialect().literal(name);
        copied = tokens[i].end;
    }
    expression.text = out + expression.text.sliced(copied);
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
        return m_cursor.isAnyWord({u"CONSTRAINT", u"PRIMARY", u"NOT", u"NULL", u"UNIQUE", u"CHECK", u"DEFAULT", u"COLLATE",
                                   u"REFERENCES", u"AS", u"DEFERRABLE"}) ||
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
            column.defaultValue.text = dialect().literal(m_cursor.takeName());
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

    void setImpliedNotNull()
    {
        for (const Constraint &constraint : m_table.constraints) {
            if (!m_table.withoutRowId || constraint.kind != ConstraintKind::PrimaryKey) {
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

    Cursor m_cursor;
    Table m_table;
    QStringList m_columnTexts;
};

/// CREATE … kind [IF NOT EXISTS] [schema.]name
Result<QString> takeHead(Cursor &cursor, QStringView kind)
{
    cursor.takeWord(u"CREATE");
    cursor.takeWord(u"TEMP") || cursor.takeWord(u"TEMPORARY");
    cursor.takeWord(u"UNIQUE");
    if (!cursor.takeWord(kind)) {
        return Fail(cursor.notUnderstood(kind.toString()));
    }
    cursor.takeWords({u"IF", u"NOT", u"EXISTS"});
    QString name = cursor.takeName();
    if (cursor.takeOperator(u".")) {
        name = cursor.takeName();
    }
    return name;
}

bool isWhole(const std::vector<Token> &tokens, std::size_t first, std::size_t last, const QString &text)
{
    int depth = 0;
    for (std::size_t i = first; i < last; ++i) {
        if (tokens[i].kind != TokenKind::Operator) {
            continue;
        }
        const QStringView raw = tokens[i].in(text);
        depth += raw == u"(" ? 1 : raw == u")" ? -1 : 0;
        if (depth == 0 && i + 1 < last) {
            return false;
        }
    }
    return true;
}

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

Result<schema::Index> parseSqliteIndex(const QString &text, const Table &table)
{
    Cursor cursor(text);
    schema::Index index;
    index.unique = cursor.isWord(u"UNIQUE", 1);
    CS_TRY(name, takeHead(cursor, u"INDEX"));
    index.name = name;
    index.definition.text = cursor.whole();
    if (!cursor.takeWord(u"ON")) {
        return Fail(cursor.notUnderstood(u"ON"_s));
    }
    cursor.takeName();
    if (!cursor.takeOperator(u"(")) {
        return Fail(cursor.notUnderstood(u"("_s));
    }
    while (!cursor.atEnd() && !cursor.takeOperator(u")")) {
        if (cursor.takeOperator(u",")) {
            continue;
        }
        IndexKey key = takeKey(cursor);
        const auto column = std::ranges::find_if(table.columns, [&](const Column &candidate) {
            return sameSqliteName(candidate.name, key.column);
        });
        if (!key.column.isEmpty() && column == table.columns.end()) {
            // To SQLite a name in quotes that is no column is a string.
            key.expression.text = dialect().literal(std::exchange(key.column, QString()));
        } else if (!key.column.isEmpty()) {
            key.column = column->name;
            const QString own = column->collation.isEmpty() ? u"BINARY"_s : column->collation;
            key.collation = key.collation == own ? QString() : key.collation;
        }
        spellStrings(key.expression, table);
        index.keys.push_back(std::move(key));
    }
    if (cursor.takeWord(u"WHERE")) {
        index.predicate.text = cursor.rest();
        spellStrings(index.predicate, table);
    }
    return index;
}

Result<schema::View> parseSqliteView(const QString &text)
{
    Cursor cursor(text);
    schema::View view;
    CS_TRY(name, takeHead(cursor, u"VIEW"));
    view.name = name;
    if (cursor.takeOperator(u"(")) {
        while (!cursor.atEnd() && !cursor.takeOperator(u")")) {
            if (!cursor.takeOperator(u",")) {
                Column column;
                column.name = takeKey(cursor).column;
                view.columns.push_back(std::move(column));
            }
        }
    }
    if (!cursor.takeWord(u"AS")) {
        return Fail(cursor.notUnderstood(u"AS"_s));
    }
    view.query.text = cursor.rest();
    return view;
}

Result<schema::Trigger> parseSqliteTrigger(const QString &text)
{
    Cursor cursor(text);
    schema::Trigger trigger;
    CS_TRY(name, takeHead(cursor, u"TRIGGER"));
    trigger.name = name;
    trigger.definition.text = cursor.whole();
    trigger.timing = cursor.takeWord(u"AFTER")                      ? u"AFTER"_s
                     : cursor.takeWords({u"INSTEAD", u"OF"}) ? u"INSTEAD OF"_s
                                                                    : u"BEFORE"_s;
    cursor.takeWord(u"BEFORE");
    trigger.events = cursor.takeName().toUpper();
    if (cursor.takeWord(u"OF")) {
        QStringList columns;
        while (!cursor.atEnd() && !cursor.isWord(u"ON")) {
            columns << cursor.takeName();
            cursor.takeOperator(u",");
        }
        trigger.events += u" OF "_s + columns.join(u", "_s);
    }
    return trigger;
}

Result<QString> withTableName(const QString &createTable, const QString &name)
{
    Cursor cursor(createTable);
    cursor.takeWord(u"CREATE");
    cursor.takeWord(u"VIRTUAL");
    if (!cursor.takeWord(u"TABLE") || !cursor.isName()) {
        return Fail(cursor.notUnderstood(u"CREATE TABLE name"_s));
    }
    const Token token = cursor.token(cursor.position());
    return createTable.first(token.begin) + dialect().identifier(name) + createTable.sliced(token.end);
}

bool hasDoubleQuotedString(const QString &text, const QSet<QString> &names)
{
    return text.contains(u'"') && std::ranges::any_of(significantTokens(text, dialect()), [&](const Token &token) {
               return token.kind == TokenKind::QuotedIdentifier && text.at(token.begin) == u'"' &&
                      !names.contains(foldSqliteName(identifierText(token, text, dialect())));
           });
}

QString foldSqliteName(const QString &name)
{
    QString out = name;
    for (QChar &c : out) {
        if (c >= u'A' && c <= u'Z') {
            c = QChar(c.unicode() + (u'a' - u'A'));
        }
    }
    return out;
}

bool sameSqliteName(const QString &a, const QString &b)
{
    return a.size() == b.size() && foldSqliteName(a) == foldSqliteName(b);
}

QString sqliteType(const QString &type)
{
    QString out;
    for (const Token &token : significantTokens(type, dialect())) {
        const QString raw = token.in(type).toString().toUpper();
        const bool tight = raw == u"("_s || raw == u")"_s || raw == u","_s || out.isEmpty() || out.endsWith(u'(') ||
                           out.endsWith(u',') || out.endsWith(u'-') || out.endsWith(u'+');
        out += tight ? raw : u' ' + raw;
    }
    return out;
}

QString sqliteNormalForm(const QString &text)
{
    const std::vector<Token> tokens = significantTokens(text, dialect());
    std::size_t first = 0;
    std::size_t last = tokens.size();
    while (last > first && tokens[last - 1].in(text) == u";") {
        --last;
    }
    while (last - first >= 2 && tokens[first].in(text) == u"(" && isWhole(tokens, first, last, text)) {
        ++first;
        --last;
    }
    QString out;
    out.reserve(text.size());
    for (std::size_t i = first; i < last; ++i) {
        if (!out.isEmpty()) {
            out += u' ';
        }
        const Token &token = tokens[i];
        const QStringView raw = token.in(text);
        if (token.kind == TokenKind::Word || token.kind == TokenKind::QuotedIdentifier) {
            const QString name = foldSqliteName(identifierText(token, text, dialect()));
            out += token.kind == TokenKind::Word ? name : dialect().identifier(name);
        } else if (raw == u"==") {
            out += u'=';
        } else if (raw == u"!=") {
            out += u"<>";
        } else if (token.kind == TokenKind::Number || (token.kind == TokenKind::String && raw.front().isLetter())) {
            out += raw.toString().toLower();
        } else {
            out += raw;
        }
    }
    return out;
}

} // namespace countersign::sql

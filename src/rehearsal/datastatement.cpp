#include "rehearsal/datastatement.h"

#include "sql/tokens.h"

#include <QSet>

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using sql::Token;
using sql::TokenKind;
using Verb = DataStatement::Verb;
using Purity = DataStatement::Purity;
using Expression = DataStatement::Expression;

namespace {

/// Functions that only compute from what they are given, on all engines that have them. An expression that calls
/// anything else is never sent to a database under review: it may do anything.
bool isPureFunction(const QString &name)
{
    static const QSet<QString> names{
        u"ABS"_s,         u"ASCII"_s,      u"BTRIM"_s,     u"CAST"_s,      u"CEIL"_s,       u"CEILING"_s,
        u"CHAR_LENGTH"_s, u"COALESCE"_s,   u"CONCAT"_s,    u"CONCAT_WS"_s, u"CONVERT"_s,    u"COUNT"_s,
        u"DATE"_s,        u"DATE_TRUNC"_s, u"EXTRACT"_s,   u"FLOOR"_s,     u"GREATEST"_s,   u"HEX"_s,
        u"IF"_s,          u"IFNULL"_s,     u"INITCAP"_s,   u"INSTR"_s,     u"JSON_ARRAY"_s, u"JSON_EXTRACT"_s,
        u"JSON_OBJECT"_s, u"JSON_SET"_s,   u"LEAST"_s,     u"LEFT"_s,      u"LENGTH"_s,     u"LOCATE"_s,
        u"LOWER"_s,       u"LPAD"_s,       u"LTRIM"_s,     u"MAX"_s,       u"MD5"_s,        u"MIN"_s,
        u"MOD"_s,         u"NULLIF"_s,     u"POSITION"_s,  u"REPEAT"_s,    u"REPLACE"_s,    u"REVERSE"_s,
        u"RIGHT"_s,       u"ROUND"_s,      u"RPAD"_s,      u"RTRIM"_s,     u"SPLIT_PART"_s, u"SUBSTR"_s,
        u"SUBSTRING"_s,   u"SUM"_s,        u"TO_JSONB"_s,  u"TRIM"_s,      u"TRUNC"_s,      u"UPPER"_s,
        u"YEAR"_s,        u"DECIMAL"_s,    u"NUMERIC"_s,   u"VARCHAR"_s,   u"CHAR"_s,       u"JSONB_BUILD_OBJECT"_s,
        u"LCASE"_s,       u"UCASE"_s,      u"TRANSLATE"_s, u"UNHEX"_s};
    return names.contains(name);
}

bool isClock(const QString &name)
{
    static const QSet<QString> names{u"NOW"_s,           u"CURRENT_TIMESTAMP"_s, u"CURRENT_DATE"_s,
                                     u"CURRENT_TIME"_s,  u"LOCALTIMESTAMP"_s,    u"LOCALTIME"_s,
                                     u"UTC_TIMESTAMP"_s, u"CURDATE"_s,           u"CURTIME"_s};
    return names.contains(name);
}

/// A word that may stand before "(" without being called.
bool isGrammar(const QString &word)
{
    static const QSet<QString> words{
        u"IN"_s,    u"AND"_s,    u"OR"_s,       u"NOT"_s,    u"EXISTS"_s, u"ANY"_s,     u"ALL"_s,      u"SOME"_s,
        u"WHERE"_s, u"ON"_s,     u"USING"_s,    u"FROM"_s,   u"JOIN"_s,   u"SELECT"_s,  u"AS"_s,       u"WHEN"_s,
        u"THEN"_s,  u"ELSE"_s,   u"CASE"_s,     u"BY"_s,     u"VALUES"_s, u"IS"_s,      u"LIKE"_s,     u"BETWEEN"_s,
        u"UNION"_s, u"EXCEPT"_s, u"DISTINCT"_s, u"HAVING"_s, u"ARRAY"_s,  u"LATERAL"_s, u"INTERSECT"_s};
    return words.contains(word);
}

/// Words that no question may hold: they write, lock, or change the session.
bool isForbidden(const QString &word)
{
    static const QSet<QString> words{u"INTO"_s,    u"OUTFILE"_s,     u"DUMPFILE"_s,  u"INSERT"_s, u"UPDATE"_s,
                                     u"DELETE"_s,  u"MERGE"_s,       u"SHARE"_s,     u"LOCK"_s,   u"PROCEDURE"_s,
                                     u"CURRENT"_s, u"TABLESAMPLE"_s, u"RETURNING"_s, u"DEFAULT"_s};
    return words.contains(word);
}

class Parser
{
public:
    Parser(const QString &sql, const sql::Dialect &dialect)
        : m_sql(sql), m_dialect(dialect), m_tokens(sql::significantTokens(sql, dialect))
    {
        while (!m_tokens.empty() && textAt(m_tokens.size() - 1) == u";") {
            m_tokens.pop_back();
        }
        m_end = m_tokens.size();
    }

    std::optional<DataStatement> parse()
    {
        const bool odd = std::ranges::any_of(m_tokens, [](const Token &token) {
            return token.kind == TokenKind::Code || token.kind == TokenKind::Invalid ||
                   token.kind == TokenKind::Parameter;
        });
        if (odd || m_tokens.empty()) {
            return std::nullopt;
        }
        const QString verb = take();
        bool understood = false;
        if (verb == u"UPDATE") {
            understood = update();
        } else if (verb == u"DELETE") {
            understood = remove();
        } else if (verb == u"INSERT" || verb == u"REPLACE") {
            understood = insert(verb == u"REPLACE");
        } else if (verb == u"TRUNCATE") {
            understood = truncate();
        }
        return understood ? std::optional(std::move(m_out)) : std::nullopt;
    }

private:
    [[nodiscard]] QStringView textAt(std::size_t at) const
    {
        return at < m_tokens.size() ? m_tokens[at].in(m_sql) : QStringView();
    }
    /// The word at @p at in upper case; operators as they are; empty for anything else.
    [[nodiscard]] QString wordAt(std::size_t at) const
    {
        if (at >= m_end || (m_tokens[at].kind != TokenKind::Word && m_tokens[at].kind != TokenKind::Operator)) {
            return {};
        }
        return textAt(at).toString().toUpper();
    }
    [[nodiscard]] QString word() const { return wordAt(m_at); }
    QString take() { return wordAt(m_at++); }
    bool skip(QStringView expected)
    {
        if (word() != expected) {
            return false;
        }
        ++m_at;
        return true;
    }
    [[nodiscard]] bool isName(std::size_t at) const
    {
        return at < m_end && (m_tokens[at].kind == TokenKind::Word || m_tokens[at].kind == TokenKind::QuotedIdentifier);
    }

    /// The first of these words at depth 0 in [from, to); @p to when there is none.
    [[nodiscard]] std::size_t findTop(std::size_t from, std::size_t to, std::initializer_list<QStringView> words) const
    {
        int depth = 0;
        for (std::size_t i = from; i < to; ++i) {
            const QString here = wordAt(i);
            depth += here == u"(" ? 1 : here == u")" ? -1 : 0;
            if (depth == 0 && std::ranges::contains(words, QStringView(here))) {
                return i;
            }
        }
        return to;
    }

    [[nodiscard]] Expression expression(std::size_t from, std::size_t to) const
    {
        Expression out;
        if (from >= to) {
            out.purity = Purity::Pure;
            return out;
        }
        out.text = m_sql.sliced(m_tokens[from].begin, m_tokens[to - 1].end - m_tokens[from].begin);
        out.purity = Purity::Pure;
        for (std::size_t i = from; i < to; ++i) {
            const bool calls = i + 1 < to && wordAt(i + 1) == u"(";
            if (m_tokens[i].kind == TokenKind::QuotedIdentifier) {
                out.names << sql::identifierText(m_tokens[i], m_sql, m_dialect);
                out.purity = calls ? Purity::Unknown : out.purity;
            } else if (m_tokens[i].kind == TokenKind::Word) {
                weigh(out, i, calls);
            } else if (textAt(i) == u":=") {
                out.purity = Purity::Unknown;
            }
        }
        return out;
    }

    void weigh(Expression &out, std::size_t at, bool calls) const
    {
        const QString name = wordAt(at);
        if (isForbidden(name)) {
            out.purity = Purity::Unknown;
        } else if (isClock(name)) {
            out.purity = std::max(out.purity, Purity::Stable);
        } else if (calls && !isGrammar(name)) {
            const bool ofTheServer = wordAt(at - 1) != u"." || wordAt(at - 2) == u"PG_CATALOG";
            if (!isPureFunction(name) || !ofTheServer) {
                out.purity = Purity::Unknown;
            }
        } else {
            out.names << sql::identifierText(m_tokens[at], m_sql, m_dialect);
        }
    }

    /// a.b.c from m_at on.
    bool name(QStringList &parts)
    {
        while (isName(m_at)) {
            parts << sql::identifierText(m_tokens[m_at++], m_sql, m_dialect);
            if (!skip(u".")) {
                return true;
            }
        }
        return false;
    }

    /// [AS] alias up to @p end.
    bool alias(std::size_t end)
    {
        skip(u"AS");
        if (m_at < end && isName(m_at)) {
            m_out.alias = sql::identifierText(m_tokens[m_at++], m_sql, m_dialect);
        }
        return m_at == end;
    }

    bool assignments(std::size_t end)
    {
        while (m_at < end) {
            DataStatement::Assignment assignment;
            QStringList column;
            const std::size_t comma = findTop(m_at, end, {u","});
            if (!name(column) || !skip(u"=")) {
                return false;
            }
            assignment.column = column.constLast();
            assignment.value = expression(m_at, comma);
            m_out.assignments.push_back(std::move(assignment));
            m_at = comma + (comma < end ? 1 : 0);
        }
        return !m_out.assignments.empty();
    }

    bool update()
    {
        m_out.verb = Verb::Update;
        skip(u"LOW_PRIORITY");
        skip(u"IGNORE");
        if (skip(u"OR") && take().isEmpty()) {
            return false;
        }
        skip(u"ONLY");
        const std::size_t set = findTop(m_at, m_end, {u"SET"});
        if (set == m_end) {
            return false;
        }
        const std::size_t begin = m_at;
        if (!name(m_out.target)) {
            return false;
        }
        if (!alias(set)) { // the MySQL family: several relations, the target is the first
            m_out.alias.clear();
            m_at = begin;
            m_out.target.clear();
            if (!name(m_out.target)) {
                return false;
            }
            if (skip(u"AS") || (isName(m_at) && !isJoin(word()))) {
                m_out.alias = sql::identifierText(m_tokens[m_at], m_sql, m_dialect);
            }
            m_out.from = expression(begin, set);
            m_out.fromHasTarget = true;
        }
        m_at = set + 1;
        const std::size_t tail = findTop(m_at, m_end, {u"RETURNING"});
        const std::size_t where = findTop(m_at, tail, {u"WHERE"});
        const std::size_t from = findTop(m_at, where, {u"FROM"});
        if (findTop(set, m_end, {u"LIMIT", u"ORDER"}) != m_end || !assignments(from)) {
            return false;
        }
        if (from < where) {
            m_out.from = expression(from + 1, where);
        }
        m_out.where = expression(where + 1, tail);
        return true;
    }

    static bool isJoin(const QString &word)
    {
        static const QSet<QString> words{u"JOIN"_s,          u"INNER"_s, u"LEFT"_s,    u"CROSS"_s,
                                         u"STRAIGHT_JOIN"_s, u"RIGHT"_s, u"NATURAL"_s, u","_s};
        return words.contains(word);
    }

    bool remove()
    {
        m_out.verb = Verb::Delete;
        if (!skip(u"FROM")) {
            return false; // DELETE a FROM a JOIN b: several targets
        }
        skip(u"ONLY");
        const std::size_t tail = findTop(m_at, m_end, {u"RETURNING"});
        const std::size_t where = findTop(m_at, tail, {u"WHERE"});
        const std::size_t other = findTop(m_at, where, {u"USING"});
        if (findTop(m_at, m_end, {u"LIMIT", u"ORDER"}) != m_end || !name(m_out.target) || !alias(other)) {
            return false;
        }
        if (other < where) {
            m_out.from = expression(other + 1, where);
        }
        m_out.where = expression(where + 1, tail);
        return true;
    }

    bool truncate()
    {
        m_out.verb = Verb::Truncate;
        skip(u"TABLE");
        skip(u"ONLY");
        if (!name(m_out.target)) {
            return false;
        }
        m_out.where.purity = Purity::Pure;
        return word() != u",";
    }

    bool insert(bool replace)
    {
        m_out.overwrites = replace;
        m_out.keepsOther = skip(u"IGNORE");
        if (skip(u"OR")) {
            const QString how = take();
            m_out.overwrites = how == u"REPLACE";
            m_out.keepsOther = how == u"IGNORE";
        }
        skip(u"INTO");
        if (!name(m_out.target)) {
            return false;
        }
        if (skip(u"AS") && isName(m_at)) {
            ++m_at;
        }
        if (word() == u"(" && wordAt(m_at + 1) != u"SELECT") {
            ++m_at;
            while (!skip(u")")) {
                if (!isName(m_at)) {
                    return false;
                }
                m_out.columns << sql::identifierText(m_tokens[m_at++], m_sql, m_dialect);
                skip(u",");
            }
        }
        if (skip(u"OVERRIDING")) {
            m_at += 2;
        }
        const std::size_t tail = findTop(m_at, m_end, {u"RETURNING", u"ON"});
        const std::size_t end = wordAt(tail) == u"ON" && !conflict(tail) ? m_end : tail;
        if (skip(u"VALUES") || skip(u"VALUE")) {
            return rows(end);
        }
        return query(end);
    }

    /// ON CONFLICT …, ON DUPLICATE KEY UPDATE at @p at; false when this ON belongs to a join.
    bool conflict(std::size_t at)
    {
        const QString next = wordAt(at + 1);
        if (next != u"CONFLICT" && next != u"DUPLICATE") {
            return false;
        }
        const bool nothing = findTop(at, m_end, {u"NOTHING"}) != m_end;
        m_out.keepsOther = m_out.keepsOther || nothing;
        m_out.overwrites = m_out.overwrites || !nothing;
        return true;
    }

    bool rows(std::size_t end)
    {
        m_out.verb = Verb::InsertRows;
        while (m_at < end && skip(u"(")) {
            std::vector<Expression> row;
            const std::size_t close = closing(end);
            while (m_at < close) {
                const std::size_t comma = findTop(m_at, close, {u","});
                row.push_back(expression(m_at, comma));
                m_at = comma + (comma < close ? 1 : 0);
            }
            m_at = close + 1;
            m_out.rows.push_back(std::move(row));
            skip(u",");
        }
        return m_at >= end && !m_out.rows.empty();
    }

    /// The ")" that closes what was opened before m_at.
    [[nodiscard]] std::size_t closing(std::size_t end) const
    {
        int depth = 1;
        for (std::size_t i = m_at; i < end; ++i) {
            const QString here = wordAt(i);
            depth += here == u"(" ? 1 : here == u")" ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return end;
    }

    bool query(std::size_t end)
    {
        m_out.verb = Verb::InsertQuery;
        if (word() == u"(" && closingOf(m_at, end) == end - 1) {
            ++m_at;
            --end;
        }
        if (word() != u"SELECT" || m_at >= end) {
            return false;
        }
        m_out.query = expression(m_at, end);
        const std::size_t from = findTop(m_at + 1, end, {u"FROM", u"WHERE", u"UNION", u"LIMIT", u"GROUP"});
        for (std::size_t i = m_at + 1; i < from;) {
            const std::size_t comma = findTop(i, from, {u","});
            if (textAt(comma - 1) == u"*" || wordAt(i) == u"DISTINCT") {
                m_out.queryColumns.clear();
                break;
            }
            m_out.queryColumns.push_back(expression(i, comma).purity);
            i = comma + 1;
        }
        return findTop(m_at, end, {u"LIMIT"}) == end;
    }

    [[nodiscard]] std::size_t closingOf(std::size_t open, std::size_t end) const
    {
        int depth = 0;
        for (std::size_t i = open; i < end; ++i) {
            const QString here = wordAt(i);
            depth += here == u"(" ? 1 : here == u")" ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return end;
    }

    const QString &m_sql;
    const sql::Dialect &m_dialect;
    std::vector<Token> m_tokens;
    std::size_t m_end = 0;
    std::size_t m_at = 0;
    DataStatement m_out;
};

} // namespace

std::optional<DataStatement> parseDataStatement(const QString &sql, const sql::Dialect &dialect)
{
    return Parser(sql, dialect).parse();
}

} // namespace countersign::rehearsal

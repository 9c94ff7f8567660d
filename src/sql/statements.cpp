#include "sql/statements.h"

#include "sql/tokens.h"

#include <QList>

namespace countersign::sql {

using namespace Qt::StringLiterals;
using base::Result;
using schema::EngineKind;
using schema::isMySqlFamily;

namespace {

/// Where lines begin, so that the line of a position is a binary search.
class Lines
{
public:
    explicit Lines(QStringView text)
    {
        for (qsizetype at = text.indexOf(u'\n'); at >= 0; at = text.indexOf(u'\n', at + 1)) {
            m_starts.append(at + 1);
        }
    }
    [[nodiscard]] int at(qsizetype position) const
    {
        const auto it = std::upper_bound(m_starts.begin(), m_starts.end(), position);
        return static_cast<int>(it - m_starts.begin());
    }

private:
    QList<qsizetype> m_starts{0};
};

class Splitter
{
public:
    Splitter(const QString &script, const Dialect &dialect, const QString &where)
        : m_script(script), m_dialect(dialect), m_where(where), m_lines(script), m_tokens(tokenize(script, dialect))
    {
    }

    Result<std::vector<Statement>> run()
    {
        while (m_at < m_tokens.size()) {
            if (!m_open && takeClientCommand()) {
                continue;
            }
            cutAtDelimiter(m_tokens[m_at]);
            const Token &token = m_tokens[m_at];
            if (token.kind == TokenKind::Invalid) {
                return base::Fail(unterminated(token));
            }
            if (endsStatement(token)) {
                finish(token.begin, token.end + m_delimiterExtra);
                skipTo(token.end + m_delimiterExtra);
                takeCopyData();
                continue;
            }
            if (token.kind != TokenKind::Space && token.kind != TokenKind::Comment) {
                track(token);
            }
            const qsizetype end = token.end;
            ++m_at;
            if (m_at < m_tokens.size() ? m_tokens[m_at].begin != end : end < m_script.size()) {
                retokenizeFrom(end);
            }
        }
        finish(m_script.size(), m_script.size());
        return std::move(m_statements);
    }

private:
    [[nodiscard]] QStringView text(const Token &token) const { return token.in(m_script); }
    [[nodiscard]] bool postgres() const { return m_dialect.engine == EngineKind::PostgreSql; }
    [[nodiscard]] bool mysql() const { return isMySqlFamily(m_dialect.engine); }
    [[nodiscard]] bool sqlite() const { return m_dialect.engine == EngineKind::Sqlite; }

    [[nodiscard]] base::Error unterminated(const Token &token) const
    {
        const int line = m_lines.at(token.begin);
        const QString place = m_where.isEmpty() ? u"line %1"_s.arg(line) : u"%1:%2"_s.arg(m_where).arg(line);
        return base::usageError(
            u"A string, quoted name or comment begins here and never ends"_s, place,
            u"Close it; it starts with: %1"_s.arg(
                m_script.sliced(token.begin, std::min<qsizetype>(24, token.end - token.begin)).simplified()));
    }

    /// True at a token that ends the current statement; sets how many further characters belong to the delimiter.
    bool endsStatement(const Token &token)
    {
        m_delimiterExtra = 0;
        if (mysql() && m_delimiter != u";"_s) {
            if (!QStringView(m_script).sliced(token.begin).startsWith(m_delimiter)) {
                return false;
            }
            m_delimiterExtra = m_delimiter.size() - (token.end - token.begin);
            return true;
        }
        if (token.kind != TokenKind::Operator || text(token) != u";") {
            return mysql() && m_delimiter == u";"_s && isClientGo(token);
        }
        return m_depth == 0;
    }

    /// The client looks for its delimiter before it looks for words: END$$ is END and $$.
    void cutAtDelimiter(Token &token) const
    {
        if (mysql() && m_delimiter != u";"_s && token.kind == TokenKind::Word) {
            const qsizetype at = text(token).indexOf(m_delimiter);
            if (at > 0) {
                token.end = token.begin + at;
            }
        }
    }

    /// \g and \G end a statement in the MySQL client.
    [[nodiscard]] bool isClientGo(const Token &token)
    {
        if (token.kind != TokenKind::Operator || text(token) != u"\\" || token.end >= m_script.size() ||
            m_script.at(token.end).toLower() != u'g') {
            return false;
        }
        m_delimiterExtra = 1;
        return true;
    }

    void skipTo(qsizetype position)
    {
        while (m_at < m_tokens.size() && m_tokens[m_at].begin < position) {
            // A delimiter such as // or $$ may have been read into a longer token; what follows it is read afresh.
            if (m_tokens[m_at].end > position) {
                retokenizeFrom(position);
                return;
            }
            ++m_at;
        }
    }

    void retokenizeFrom(qsizetype position)
    {
        m_tokens = tokenize(QStringView(m_script).sliced(position), m_dialect);
        for (Token &token : m_tokens) {
            token.begin += position;
            token.end += position;
        }
        m_at = 0;
    }

    [[nodiscard]] bool atLineStart(qsizetype position) const
    {
        const qsizetype lineStart = m_script.lastIndexOf(u'\n', position - 1) + 1;
        return position == 0 || QStringView(m_script).sliced(lineStart, position - lineStart).trimmed().isEmpty();
    }

    [[nodiscard]] qsizetype lineEnd(qsizetype position) const
    {
        const qsizetype end = m_script.indexOf(u'\n', position);
        return end < 0 ? m_script.size() : end;
    }

    /// Commands that the engine's client carries out itself; they take the rest of the line.
    bool takeClientCommand()
    {
        const Token &token = m_tokens[m_at];
        if (token.kind == TokenKind::Space || token.kind == TokenKind::Comment || !atLineStart(token.begin)) {
            return false;
        }
        const QString word = text(token).toString().toLower();
        const bool psql = postgres() && word == u"\\"_s;
        const bool shell = sqlite() && word == u"."_s;
        const bool delimiter = mysql() && word == u"delimiter"_s;
        const bool source = mysql() && (word == u"source"_s || word == u"system"_s || word == u"\\"_s);
        if (!psql && !shell && !delimiter && !source) {
            return false;
        }
        const qsizetype end = lineEnd(token.begin);
        const QString line = m_script.sliced(token.begin, end - token.begin).trimmed();
        if (delimiter) {
            m_delimiter = line.section(u' ', 1, -1, QString::SectionSkipEmpty).trimmed();
            if (m_delimiter.isEmpty()) {
                m_delimiter = u";"_s;
            }
            m_wholeBegin = end;
        } else {
            Statement statement;
            statement.text = line;
            statement.clientCommand = line;
            statement.range = {token.begin, token.begin + line.size(), m_lines.at(token.begin),
                               m_lines.at(token.begin)};
            statement.whole = {m_wholeBegin, end, m_lines.at(m_wholeBegin), m_lines.at(end)};
            m_statements.push_back(std::move(statement));
            m_wholeBegin = end;
        }
        if (end >= m_script.size()) {
            m_at = m_tokens.size();
        } else {
            retokenizeFrom(end);
        }
        return true;
    }

    /// Follows what makes a semicolon part of a body instead of the end of the statement.
    void track(const Token &token)
    {
        if (!m_open) {
            m_open = true;
            m_begin = token.begin;
            m_words.clear();
            m_depth = 0;
            m_body = false;
        }
        m_end = token.end;
        if (token.kind == TokenKind::Operator && postgres()) {
            const QStringView op = text(token);
            m_depth += op == u"(" ? 1 : op == u")" && m_depth > 0 ? -1 : 0; // CREATE RULE … DO (a; b)
            return;
        }
        if (token.kind != TokenKind::Word) {
            return;
        }
        const QString word = text(token).toString().toLower();
        if (m_words.size() < 8) {
            m_words << word;
        }
        if (postgres()) {
            trackAtomic(word);
        } else if (mysql() ? isStoredProgram() : isTrigger()) {
            trackCompound(word);
        }
        m_previous = word;
    }

    [[nodiscard]] bool isTrigger() const { return m_words.value(0) == u"create"_s && m_words.contains(u"trigger"_s); }

    [[nodiscard]] bool isStoredProgram() const
    {
        if (m_words.value(0) != u"create"_s && m_words.value(0) != u"alter"_s) {
            return m_words.value(0) == u"begin"_s && m_words.value(1) == u"not"_s; // MariaDB: BEGIN NOT ATOMIC
        }
        return m_words.contains(u"trigger"_s) || m_words.contains(u"procedure"_s) || m_words.contains(u"function"_s) ||
               m_words.contains(u"event"_s);
    }

    /// PostgreSQL 14+: BEGIN ATOMIC … END; CASE inside it has an END of its own.
    void trackAtomic(const QString &word)
    {
        if (word == u"atomic"_s && m_previous == u"begin"_s && m_words.value(0) == u"create"_s) {
            m_body = true;
            ++m_depth;
        } else if (m_body && word == u"case"_s) {
            ++m_depth;
        } else if (m_body && word == u"end"_s && m_depth > 0) {
            --m_depth;
        }
    }

    /// BEGIN, CASE, IF, LOOP, REPEAT and WHILE open; END with or without the word again closes.
    void trackCompound(const QString &word)
    {
        const bool closes = m_previous == u"end"_s;
        if (word == u"begin"_s) {
            m_body = true;
            ++m_depth;
        } else if (m_body && !closes && (word == u"case"_s || (mysql() && opensBlock(word)))) {
            ++m_depth;
        } else if (m_body && word == u"end"_s && m_depth > 0) {
            --m_depth;
        }
    }

    /// IF( and REPEAT( are functions; "IF EXISTS" belongs to a DDL statement inside the body.
    [[nodiscard]] bool opensBlock(const QString &word) const
    {
        if (word == u"loop"_s || word == u"while"_s) {
            return true;
        }
        if (word != u"if"_s && word != u"repeat"_s) {
            return false;
        }
        for (std::size_t i = m_at + 1; i < m_tokens.size(); ++i) {
            const Token &token = m_tokens[i];
            if (token.kind == TokenKind::Space || token.kind == TokenKind::Comment) {
                continue;
            }
            const QString following = text(token).toString().toLower();
            if (following == u"("_s) {
                return isBlockIf(i);
            }
            return following != u"exists"_s && !(following == u"not"_s && m_previous != u";"_s && isDdlIfNot(i));
        }
        return false;
    }

    /// IF (a) THEN …: a block when THEN follows the closing parenthesis before a semicolon.
    [[nodiscard]] bool isBlockIf(std::size_t open) const
    {
        int depth = 0;
        for (std::size_t i = open; i < m_tokens.size(); ++i) {
            const QStringView piece = text(m_tokens[i]);
            depth += piece == u"(" ? 1 : piece == u")" ? -1 : 0;
            if (depth == 0 && m_tokens[i].kind == TokenKind::Word && piece.compare(u"then", Qt::CaseInsensitive) == 0) {
                return true;
            }
            if (depth < 0 || (depth == 0 && (piece == u";" || piece == u","))) {
                return false;
            }
        }
        return false;
    }

    [[nodiscard]] bool isDdlIfNot(std::size_t notToken) const
    {
        for (std::size_t i = notToken + 1; i < m_tokens.size(); ++i) {
            if (m_tokens[i].kind == TokenKind::Word) {
                return text(m_tokens[i]).compare(u"exists", Qt::CaseInsensitive) == 0 && m_previous != u"begin"_s &&
                       (m_previous == u"table"_s || m_previous == u"view"_s || m_previous == u"database"_s ||
                        m_previous == u"index"_s || m_previous == u"procedure"_s || m_previous == u"function"_s ||
                        m_previous == u"trigger"_s || m_previous == u"event"_s);
            }
            if (m_tokens[i].kind == TokenKind::Operator) {
                return false;
            }
        }
        return false;
    }

    void finish(qsizetype terminator, qsizetype wholeEnd)
    {
        if (m_open) {
            Statement statement;
            const qsizetype end = std::min(m_end, terminator);
            statement.text = m_script.sliced(m_begin, end - m_begin);
            statement.range = {m_begin, end, m_lines.at(m_begin), m_lines.at(end - 1)};
            statement.whole = {m_wholeBegin, wholeEnd, m_lines.at(m_wholeBegin),
                               m_lines.at(std::max<qsizetype>(wholeEnd - 1, 0))};
            m_statements.push_back(std::move(statement));
        }
        m_open = false;
        m_depth = 0;
        m_body = false;
        m_previous.clear();
        m_wholeBegin = wholeEnd;
    }

    /// COPY … FROM STDIN; is followed by data lines up to one that is just "\.".
    void takeCopyData()
    {
        if (!postgres() || m_statements.empty() || m_words.value(0) != u"copy"_s) {
            return;
        }
        const QString last = m_statements.back().text.toLower();
        if (!last.contains(u"from stdin"_s)) {
            return;
        }
        m_words.clear();
        const qsizetype begin = std::min(lineEnd(m_wholeBegin) + 1, m_script.size());
        qsizetype end = begin;
        while (end < m_script.size() && QStringView(m_script).sliced(end, lineEnd(end) - end).trimmed() != u"\\.") {
            end = std::min(lineEnd(end) + 1, m_script.size());
        }
        m_statements.back().copyData = m_script.sliced(begin, end - begin);
        m_wholeBegin = std::min(lineEnd(end), m_script.size());
        m_statements.back().whole.end = m_wholeBegin;
        retokenizeFrom(m_wholeBegin);
    }

    const QString &m_script;
    const Dialect &m_dialect;
    QString m_where;
    Lines m_lines;
    std::vector<Token> m_tokens;
    std::vector<Statement> m_statements;
    std::size_t m_at = 0;
    QString m_delimiter = u";"_s;
    qsizetype m_delimiterExtra = 0;
    qsizetype m_wholeBegin = 0;
    qsizetype m_begin = 0;
    qsizetype m_end = 0;
    bool m_open = false;
    bool m_body = false;
    int m_depth = 0;
    QStringList m_words;
    QString m_previous;
};

} // namespace

Result<std::vector<Statement>> splitStatements(const QString &script, const Dialect &dialect, const QString &where)
{
    return Splitter(script, dialect, where).run();
}

} // namespace countersign::sql

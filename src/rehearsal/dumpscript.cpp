#include "rehearsal/dumpscript.h"

#include "sql/tokens.h"

#include <QSet>

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using base::Result;
using sql::Statement;
using sql::Token;
using sql::TokenKind;

namespace {

/// The tokens that mean something, without the delimiters of versioned comments.
class Words
{
public:
    Words(const QString &text, const sql::Dialect &dialect) : m_text(text), m_dialect(dialect)
    {
        for (const Token &token : sql::significantTokens(text, dialect)) {
            if (token.kind != TokenKind::Code) {
                m_tokens.push_back(token);
            }
        }
    }

    [[nodiscard]] std::size_t size() const { return m_tokens.size(); }
    [[nodiscard]] const Token &at(std::size_t i) const { return m_tokens[i]; }
    [[nodiscard]] QString raw(std::size_t i) const
    {
        return i < m_tokens.size() ? m_tokens[i].in(m_text).toString() : QString();
    }
    [[nodiscard]] QString upper(std::size_t i) const { return raw(i).toUpper(); }
    [[nodiscard]] bool is(std::size_t i, QStringView word) const { return upper(i) == word; }
    [[nodiscard]] bool isName(std::size_t i) const
    {
        return i < m_tokens.size() &&
               (m_tokens[i].kind == TokenKind::Word || m_tokens[i].kind == TokenKind::QuotedIdentifier);
    }
    [[nodiscard]] QString name(std::size_t i) const
    {
        return i < m_tokens.size() ? sql::identifierText(m_tokens[i], m_text, m_dialect) : QString();
    }

private:
    const QString &m_text;
    const sql::Dialect &m_dialect;
    std::vector<Token> m_tokens;
};

QString unquoted(const QString &text)
{
    const bool quoted = text.size() >= 2 && (text.front() == u'\'' || text.front() == u'`' || text.front() == u'"') &&
                        text.back() == text.front();
    return quoted ? text.sliced(1, text.size() - 2) : text;
}

/// Behind IF [NOT] EXISTS.
std::size_t behindExists(const Words &words, std::size_t at)
{
    if (words.is(at, u"IF")) {
        return at + (words.is(at + 1, u"NOT") ? 3 : 2);
    }
    return at;
}

bool isDatabaseWord(const Words &words, std::size_t at)
{
    return words.is(at, u"DATABASE") || words.is(at, u"SCHEMA");
}

/// True for what speaks to the server that a dump is restored on, not of the schema.
bool isForServer(const Words &words)
{
    const QString first = words.upper(0);
    if (first == u"FLUSH"_s || first == u"GRANT"_s || first == u"REVOKE"_s) {
        return true;
    }
    if ((first == u"CREATE"_s || first == u"DROP"_s || first == u"ALTER"_s) &&
        (words.is(1, u"USER") || words.is(1, u"ROLE"))) {
        return true;
    }
    static const QSet<QString> settings{u"SQL_LOG_BIN"_s, u"GTID_PURGED"_s, u"GTID_SLAVE_POS"_s, u"GTID_NEXT"_s};
    if (first != u"SET"_s) {
        return false;
    }
    const std::size_t name = words.is(1, u"GLOBAL") || words.is(1, u"SESSION") ? 2 : 1;
    return settings.contains(words.upper(name).section(u'.', -1).section(u'@', -1)) ||
           (words.raw(name).startsWith("@@"_L1) && settings.contains(words.upper(name + 2)));
}

class MySqlDump
{
public:
    MySqlDump(const sql::Dialect &dialect, const QString &path) : m_dialect(dialect), m_path(path) {}

    Result<std::vector<Statement>> run(std::vector<Statement> statements)
    {
        std::vector<Statement> out;
        out.reserve(statements.size());
        for (Statement &statement : statements) {
            CS_TRY(kept, fit(statement));
            if (kept) {
                out.push_back(std::move(statement));
            }
        }
        return out;
    }

private:
    /// False when the statement is to be left out.
    Result<bool> fit(Statement &statement)
    {
        const Words words(statement.text, m_dialect);
        if (isForServer(words)) {
            return false;
        }
        if (words.is(0, u"USE") && words.isName(1)) {
            CS_CHECK(enter(words.name(1), statement));
            return false;
        }
        if (words.is(0, u"DROP") && isDatabaseWord(words, 1)) {
            return false;
        }
        if (words.is(0, u"CREATE") && isDatabaseWord(words, 1)) {
            const std::size_t name = behindExists(words, 2);
            CS_CHECK(enter(words.name(name), statement));
            return alterDatabase(statement, words, name + 1);
        }
        if (words.is(0, u"ALTER") && isDatabaseWord(words, 1) && namesDatabase(words)) {
            return alterDatabase(statement, words, 3);
        }
        statement.text = withoutDatabase(statement.text, m_dialect, m_name);
        return true;
    }

    static bool namesDatabase(const Words &words)
    {
        static const QSet<QString> options{u"CHARACTER"_s, u"CHARSET"_s,    u"COLLATE"_s, u"DEFAULT"_s,
                                           u"COMMENT"_s,   u"ENCRYPTION"_s, u"READ"_s};
        return words.isName(2) && !options.contains(words.upper(2));
    }

    Result<void> enter(const QString &name, const Statement &statement)
    {
        if (!m_name.isEmpty() && m_name != name) {
            return base::Fail(base::usageError(
                u"The script fills more than one database: %1 and %2"_s.arg(m_name, name),
                u"%1:%2"_s.arg(m_path).arg(statement.range.line), u"Give one script for each database"_s));
        }
        m_name = name;
        return {};
    }

    /// Character set and collation go to the database that the session is in. False where none is said.
    static bool alterDatabase(Statement &statement, const Words &words, std::size_t options)
    {
        QString text;
        for (std::size_t i = options; i < words.size(); ++i) {
            const bool charset = words.is(i, u"CHARSET") || (words.is(i, u"CHARACTER") && words.is(i + 1, u"SET"));
            if (!charset && !words.is(i, u"COLLATE")) {
                continue;
            }
            i += words.is(i, u"CHARACTER") ? 2 : 1;
            i += words.raw(i) == u"="_s ? 1 : 0;
            text += (charset ? u" CHARACTER SET "_s : u" COLLATE "_s) + words.raw(i);
        }
        statement.text = u"ALTER DATABASE"_s + text;
        return !text.isEmpty();
    }

    const sql::Dialect &m_dialect;
    QString m_path;
    QString m_name; ///< of the database that the script says it fills
};

/// sqlite3's .dump writes a virtual table as a row of sqlite_schema, and then the rows of the tables behind it.
std::vector<Statement> fitSqliteDump(std::vector<Statement> statements, const sql::Dialect &dialect)
{
    std::vector<Statement> out;
    out.reserve(statements.size());
    QStringList virtualTables;
    for (Statement &statement : statements) {
        const Words words(statement.text, dialect);
        if (words.is(0, u"PRAGMA") && words.is(1, u"WRITABLE_SCHEMA")) {
            continue;
        }
        const auto isBehindOne = [&](const QString &name) {
            return std::ranges::any_of(virtualTables,
                                       [&](const QString &owner) { return name.startsWith(owner + u'_'); });
        };
        if (words.is(0, u"CREATE") && words.is(1, u"TABLE") && words.is(2, u"IF") &&
            isBehindOne(unquoted(words.raw(5)))) {
            continue; // SQLite makes these itself
        }
        if (words.is(0, u"INSERT") && words.is(1, u"INTO")) {
            const QString table = unquoted(words.raw(2));
            const bool schema = table == u"sqlite_schema"_s || table == u"sqlite_master"_s;
            const QString created = words.size() > 2 ? unquoted(words.raw(words.size() - 2)) : QString();
            if (schema && created.startsWith("CREATE VIRTUAL TABLE"_L1, Qt::CaseInsensitive)) {
                statement.text = QString(created).replace(u"''"_s, u"'"_s);
                const Words inner(statement.text, dialect);
                virtualTables << unquoted(inner.raw(behindExists(inner, 3)));
            } else if (isBehindOne(table)) {
                continue;
            }
        }
        out.push_back(std::move(statement));
    }
    return out;
}

} // namespace

Result<std::vector<Statement>> fitForScratch(std::vector<Statement> statements, const sql::Dialect &dialect,
                                             const QString &path)
{
    switch (dialect.engine) {
    case schema::EngineKind::MySql:
    case schema::EngineKind::MariaDb:
        return MySqlDump(dialect, path).run(std::move(statements));
    case schema::EngineKind::Sqlite:
        return fitSqliteDump(std::move(statements), dialect);
    case schema::EngineKind::PostgreSql:
        break;
    }
    return statements;
}

QString withoutDatabase(const QString &sql, const sql::Dialect &dialect, const QString &database)
{
    if (database.isEmpty() || !sql.contains(database, Qt::CaseInsensitive)) {
        return sql;
    }
    const Words words(sql, dialect);
    const bool threeParts = dialect.engine == schema::EngineKind::PostgreSql;
    // A table or an alias may have the name of the database: `shop`.`id` is its column then.
    bool ambiguous = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        ambiguous = ambiguous || (words.isName(i) && words.name(i) == database && words.raw(i + 1) != u"."_s);
    }
    static const QSet<QString> relation{u"FROM"_s,    u"JOIN"_s,     u"INTO"_s,       u"UPDATE"_s, u"TABLE"_s,
                                        u"EXISTS"_s,  u"VIEW"_s,     u"REFERENCES"_s, u"TABLES"_s, u"PROCEDURE"_s,
                                        u"TRIGGER"_s, u"FUNCTION"_s, u"EVENT"_s,      u"CALL"_s};
    QString text = sql; // the words keep looking at what was written
    for (std::size_t i = words.size(); i-- > 0;) {
        if (!words.isName(i) || words.raw(i + 1) != u"."_s || words.name(i) != database ||
            (i > 0 && words.raw(i - 1) == u"."_s) || (threeParts && words.raw(i + 3) != u"."_s)) {
            continue;
        }
        std::size_t before = i;
        while (before > 0 && words.raw(before - 1) == u"("_s) {
            --before;
        }
        if (!ambiguous || words.raw(i + 3) == u"."_s || (before > 0 && relation.contains(words.upper(before - 1)))) {
            text.remove(words.at(i).begin, words.at(i + 1).end - words.at(i).begin);
        }
    }
    return text;
}

std::optional<DefinedStatement> withoutDefiner(const QString &sql, const sql::Dialect &dialect)
{
    const qsizetype word = sql.indexOf("DEFINER"_L1, 0, Qt::CaseInsensitive);
    if (word < 0) {
        return std::nullopt;
    }
    const Words words(sql, dialect);
    if (!words.is(0, u"CREATE") && !words.is(0, u"ALTER")) {
        return std::nullopt;
    }
    static const QSet<QString> types{u"VIEW"_s, u"TRIGGER"_s, u"EVENT"_s, u"PROCEDURE"_s, u"FUNCTION"_s};
    std::size_t definer = 0;
    std::size_t type = 1;
    while (type < words.size() && !types.contains(words.upper(type)) && !words.is(type, u"TABLE")) {
        if (words.is(type, u"DEFINER") && words.raw(type + 1) == u"="_s) {
            definer = type + 2;
        }
        ++type;
    }
    if (definer == 0 || type >= words.size() || words.is(type, u"TABLE") || words.is(definer, u"CURRENT_USER") ||
        words.is(definer, u"CURRENT_ROLE")) {
        return std::nullopt;
    }
    DefinedStatement out;
    std::size_t last = definer;
    out.definer = unquoted(words.raw(definer));
    if (words.raw(definer + 1).startsWith(u'@')) {
        last = definer + 1;
        QString host = words.raw(last).sliced(1);
        if (host.isEmpty()) {
            host = words.raw(++last);
        }
        out.definer += u'@' + unquoted(host);
    }
    const qsizetype begin = words.at(definer).begin;
    out.sql = sql;
    out.sql.replace(begin, words.at(last).end - begin, u"CURRENT_USER"_s);
    out.objectType = words.upper(type);
    std::size_t name = behindExists(words, type + 1);
    if (words.raw(name + 1) == u"."_s) {
        name += 2;
    }
    out.objectName = words.name(name);
    return out;
}

} // namespace countersign::rehearsal

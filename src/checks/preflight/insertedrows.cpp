#include "checks/preflight/insertedrows.h"

#include "sql/tokens.h"

using namespace Qt::StringLiterals;

namespace countersign::checks {
namespace {

class Reader
{
public:
    Reader(const QString &sql, const sql::Dialect &dialect)
        : m_sql(sql), m_dialect(dialect), m_tokens(sql::significantTokens(sql, dialect))
    {
    }

    std::optional<InsertedRows> read()
    {
        InsertedRows out;
        if (!take("INSERT"_L1)) {
            return std::nullopt;
        }
        take("INTO"_L1);
        if (!takeName()) {
            return std::nullopt;
        }
        if (take("AS"_L1)) {
            ++m_at;
        }
        if (is("("_L1)) {
            out.columns = takeColumns();
        }
        if (take("OVERRIDING"_L1)) {
            m_at += 2;
        }
        if (!take("VALUES"_L1) && !take("VALUE"_L1)) {
            return std::nullopt;
        }
        do {
            if (!is("("_L1)) {
                return std::nullopt;
            }
            out.rows.push_back(takeRow());
        } while (take(","_L1));
        // RETURNING changes nothing; all else says what to do with a key that is there.
        return m_at >= m_tokens.size() || is(";"_L1) || is("RETURNING"_L1) ? std::optional(out) : std::nullopt;
    }

private:
    [[nodiscard]] QStringView text(std::size_t at) const
    {
        return at < m_tokens.size() ? m_tokens[at].in(m_sql) : QStringView();
    }
    [[nodiscard]] bool is(QLatin1StringView word) const { return text(m_at).compare(word, Qt::CaseInsensitive) == 0; }
    bool take(QLatin1StringView word)
    {
        const bool here = is(word);
        m_at += here ? 1 : 0;
        return here;
    }

    /// A name with the names of what holds it. False for INSERT IGNORE, INSERT OR REPLACE and the like.
    bool takeName()
    {
        if (m_at >= m_tokens.size() || is("OR"_L1) || is("IGNORE"_L1) || is("LOW_PRIORITY"_L1) || is("DELAYED"_L1) ||
            is("HIGH_PRIORITY"_L1)) {
            return false;
        }
        for (++m_at; take("."_L1); ++m_at) {
        }
        return true;
    }

    QStringList takeColumns()
    {
        QStringList out;
        for (++m_at; m_at < m_tokens.size() && !is(")"_L1); ++m_at) {
            if (!is(","_L1)) {
                out.append(sql::identifierText(m_tokens[m_at], m_sql, m_dialect));
            }
        }
        ++m_at;
        return out;
    }

    QStringList takeRow()
    {
        QStringList out;
        std::size_t from = ++m_at;
        for (int depth = 1; m_at < m_tokens.size() && depth > 0; ++m_at) {
            depth += is("("_L1) ? 1 : is(")"_L1) ? -1 : 0;
            if (depth == 0 || (depth == 1 && is(","_L1))) {
                out.append(literal(from, m_at));
                from = m_at + 1;
            }
        }
        return out;
    }

    /// 'text', 12, -1, and 'text'::name; empty for anything else.
    [[nodiscard]] QString literal(std::size_t from, std::size_t to) const
    {
        const std::size_t begin = from < to && (text(from) == u"-" || text(from) == u"+") ? from + 1 : from;
        const bool value = begin < to && (m_tokens[begin].kind == sql::TokenKind::String ||
                                          (m_tokens[begin].kind == sql::TokenKind::Number));
        const bool cast =
            begin + 3 == to && text(begin + 1) == u"::" && m_tokens[begin + 2].kind == sql::TokenKind::Word;
        if (!value || (begin + 1 != to && !cast)) {
            return {};
        }
        return m_sql.sliced(m_tokens[from].begin, m_tokens[to - 1].end - m_tokens[from].begin);
    }

    const QString &m_sql;
    const sql::Dialect &m_dialect;
    std::vector<sql::Token> m_tokens;
    std::size_t m_at = 0;
};

} // namespace

std::optional<InsertedRows> insertedRows(const QString &sql, const sql::Dialect &dialect)
{
    return Reader(sql, dialect).read();
}

} // namespace countersign::checks

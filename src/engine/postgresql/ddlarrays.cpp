#include "engine/postgresql/ddl.h"
#include "sql/tokens.h"

namespace countersign::engine::postgresql::ddl {

using namespace Qt::StringLiterals;
using sql::Token;
using sql::TokenKind;

namespace {

class ArrayScan
{
public:
    ArrayScan(const QString &text, const std::vector<Token> &tokens) : m_text(text), m_tokens(tokens) {}

    /// Behind the closing bracket of (ARRAY['a'::character varying, …])::text[] that begins at this token; or -1.
    [[nodiscard]] qsizetype closingBracket(std::size_t at) const
    {
        if (!is(at, u"(") || !is(at + 1, u"ARRAY") || !is(at + 2, u"[")) {
            return -1;
        }
        std::size_t i = at + 3;
        while (i + 3 < m_tokens.size() && m_tokens[i].kind == TokenKind::String && is(i + 1, u"::") &&
               is(i + 2, u"character") && is(i + 3, u"varying")) {
            i += 4;
            if (!is(i, u",")) {
                break;
            }
            ++i;
        }
        const bool cast = is(i, u"]") && is(i + 1, u")") && is(i + 2, u"::") && is(i + 3, u"text") && is(i + 4, u"[");
        return cast ? m_tokens[i].end : -1;
    }

private:
    [[nodiscard]] bool is(std::size_t at, QStringView text) const
    {
        return at < m_tokens.size() && m_tokens[at].in(m_text) == text;
    }

    const QString &m_text;
    const std::vector<Token> &m_tokens;
};

} // namespace

QString keepArrayCasts(const QString &statement)
{
    if (!statement.contains(u"(ARRAY['"_s) || !statement.contains(u"])::text[]"_s)) {
        return statement;
    }
    static const sql::Dialect dialect = sql::dialectOf(schema::EngineKind::PostgreSql);
    const std::vector<Token> tokens = sql::significantTokens(statement, dialect);
    const ArrayScan scan(statement, tokens);
    QString out;
    qsizetype done = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (const qsizetype end = scan.closingBracket(i); end > 0) {
            out += QStringView(statement).sliced(done, end - done);
            out += u"::character varying[]"_s;
            done = end;
        }
    }
    out += QStringView(statement).sliced(done);
    return out;
}

} // namespace countersign::engine::postgresql::ddl

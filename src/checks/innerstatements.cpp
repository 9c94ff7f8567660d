#include "checks/statementfacts.h"
#include "sql/tokens.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace countersign::checks {
namespace {

/// What is between the quotes of '…', E'…' or $tag$…$tag$.
QString literalText(QStringView literal)
{
    if (literal.startsWith(u'$')) {
        const qsizetype tag = literal.indexOf(u'$', 1) + 1;
        return tag > 0 && literal.size() >= 2 * tag ? literal.sliced(tag, literal.size() - 2 * tag).toString()
                                                    : QString();
    }
    const qsizetype quote = literal.indexOf(u'\'');
    if (quote < 0 || literal.size() < quote + 2) {
        return {};
    }
    return literal.sliced(quote + 1, literal.size() - quote - 2).toString().replace(u"''"_s, u"'"_s);
}

/// Goes through the body of a PL/pgSQL block, statement by statement. Control structures are taken as if every branch
/// ran: which one does, only the data know.
class BlockReader
{
public:
    BlockReader(const QString &body, const sql::Dialect &dialect)
        : m_body(body), m_dialect(dialect), m_tokens(sql::significantTokens(body, dialect))
    {
    }

    std::vector<StatementFacts> statements()
    {
        bool begins = true;
        for (m_at = 0; m_at < m_tokens.size(); ++m_at) {
            const QString word = wordAt(m_at);
            if (begins && starts().contains(word)) {
                const qsizetype from = m_tokens[m_at].begin;
                add(m_body.sliced(from, endOfStatement() - from));
            } else if (begins && word == "execute"_L1) {
                addDynamic();
            }
            begins = m_at < m_tokens.size() && (textAt(m_at) == u";" || leads().contains(wordAt(m_at)));
        }
        return std::move(m_out);
    }

private:
    static const QSet<QString> &starts()
    {
        static const QSet<QString> words = {u"alter"_s,  u"create"_s,   u"drop"_s,   u"update"_s,  u"delete"_s,
                                            u"insert"_s, u"truncate"_s, u"set"_s,    u"reindex"_s, u"refresh"_s,
                                            u"with"_s,   u"lock"_s,     u"cluster"_s};
        return words;
    }
    static const QSet<QString> &leads()
    {
        static const QSet<QString> words = {u"begin"_s, u"then"_s, u"else"_s, u"loop"_s};
        return words;
    }

    [[nodiscard]] QStringView textAt(std::size_t at) const
    {
        return at < m_tokens.size() ? m_tokens[at].in(m_body) : QStringView();
    }
    [[nodiscard]] QString wordAt(std::size_t at) const
    {
        return at < m_tokens.size() && m_tokens[at].kind == sql::TokenKind::Word ? textAt(at).toString().toLower()
                                                                                 : QString();
    }

    /// Leaves m_at at the semicolon.
    qsizetype endOfStatement()
    {
        while (m_at < m_tokens.size() && textAt(m_at) != u";") {
            ++m_at;
        }
        return m_at < m_tokens.size() ? m_tokens[m_at].begin : m_body.size();
    }

    /// EXECUTE 'text' and EXECUTE format('text', …): the text counts where it is whole SQL.
    void addDynamic()
    {
        std::size_t at = m_at + 1;
        const bool formatted = wordAt(at) == "format"_L1 && textAt(at + 1) == u"(";
        at += formatted ? 2 : 0;
        if (at < m_tokens.size() && m_tokens[at].kind == sql::TokenKind::String) {
            QString sql = literalText(textAt(at));
            // A placeholder of format() stands for a name or a value that only the run knows.
            sql = formatted ? sql.replace(u"%L"_s, u"NULL"_s) : sql;
            add(sql);
        }
        endOfStatement();
    }

    void add(const QString &sql)
    {
        const StatementFacts facts = statementFacts(sql, m_dialect);
        if (facts.parsed && facts.verb != Verb::Other && !isTransactionControl(facts.verb)) {
            m_out.push_back(facts);
            m_out.insert(m_out.end(), facts.inner.begin(), facts.inner.end());
            m_out[m_out.size() - facts.inner.size() - 1].inner.clear();
        }
    }

    const QString &m_body;
    const sql::Dialect &m_dialect;
    std::vector<sql::Token> m_tokens;
    std::size_t m_at = 0;
    std::vector<StatementFacts> m_out;
};

} // namespace

std::vector<StatementFacts> statementsOfBlock(const QString &sql, const sql::Dialect &dialect)
{
    // DO [ LANGUAGE name ] 'code' [ LANGUAGE name ]: another language than PL/pgSQL is not read.
    QString body;
    QString language;
    const std::vector<sql::Token> tokens = sql::significantTokens(sql, dialect);
    for (std::size_t i = 1; i < tokens.size(); ++i) {
        if (tokens[i - 1].in(sql).compare("language"_L1, Qt::CaseInsensitive) == 0) {
            language = sql::identifierText(tokens[i], sql, dialect);
        } else if (tokens[i].kind == sql::TokenKind::String) {
            body = literalText(tokens[i].in(sql));
        }
    }
    if (!language.isEmpty() && language != "plpgsql"_L1) {
        return {};
    }
    return BlockReader(body, dialect).statements();
}

} // namespace countersign::checks

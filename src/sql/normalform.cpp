#include "sql/normalform.h"

#include "sql/mysqlnormalform.h"
#include "sql/postgresqlnormalform.h"
#include "sql/sqliteparser.h"
#include "sql/tokens.h"

namespace countersign::sql {

namespace {

/// White space and comments gone, unquoted words in lower case, tokens joined by one blank.
QString tokenForm(const QString &text, const Dialect &dialect)
{
    QString out;
    out.reserve(text.size());
    for (const Token &token : significantTokens(text, dialect)) {
        if (!out.isEmpty()) {
            out += u' ';
        }
        const QStringView raw = token.in(text);
        if (token.kind == TokenKind::Word) {
            out += raw.toString().toLower();
        } else {
            out += raw;
        }
    }
    return out;
}

} // namespace

QString normalForm(const QString &text, const Dialect &dialect)
{
    if (schema::isMySqlFamily(dialect.engine)) {
        return mySqlNormalForm(text, dialect);
    }
    if (dialect.engine == schema::EngineKind::PostgreSql) {
        if (auto form = postgreSqlNormalForm(text)) {
            return std::move(*form);
        }
    }
    return dialect.engine == schema::EngineKind::Sqlite ? sqliteNormalForm(text) : tokenForm(text, dialect);
}

} // namespace countersign::sql

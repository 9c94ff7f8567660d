#include "sql/statements.h"

#include <cstdint>
#include <cstdlib>

using namespace countersign;

namespace {

/// Statements stand in order, within the script, and do not overlap: a runner that sends them one by one neither
/// repeats nor loses a byte between them.
void check(const QString &script, const std::vector<sql::Statement> &statements)
{
    qsizetype end = 0;
    for (const sql::Statement &statement : statements) {
        const bool inOrder = statement.whole.begin >= end && statement.whole.begin <= statement.range.begin &&
                             statement.range.begin <= statement.range.end &&
                             statement.range.end <= statement.whole.end && statement.whole.end <= script.size();
        if (!inOrder || statement.range.line < 1 || statement.range.endLine < statement.range.line) {
            std::abort();
        }
        end = statement.whole.end;
    }
}

} // namespace

/// The first byte chooses the dialect.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 1) {
        return 0;
    }
    constexpr schema::EngineKind engines[] = {schema::EngineKind::PostgreSql, schema::EngineKind::MySql,
                                              schema::EngineKind::MariaDb, schema::EngineKind::Sqlite};
    sql::Dialect dialect = sql::dialectOf(engines[data[0] & 3]);
    dialect.ansiQuotes = (data[0] & 4) != 0;
    dialect.noBackslashEscapes = (data[0] & 8) != 0;
    const QString script = QString::fromUtf8(QByteArrayView(data + 1, static_cast<qsizetype>(size) - 1));
    if (const auto statements = sql::splitStatements(script, dialect)) {
        check(script, *statements);
    }
    return 0;
}

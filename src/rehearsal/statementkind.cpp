#include "rehearsal/statementkind.h"

#include "sql/tokens.h"

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using schema::EngineKind;

namespace {

constexpr int wordsKept = 12;

TransactionControl transactionControlOf(const QStringList &words, EngineKind engine)
{
    const QString first = words.value(0);
    const QString second = words.value(1);
    if (first == u"BEGIN"_s) {
        return second == u"NOT"_s ? TransactionControl::None : TransactionControl::Begin;
    }
    if (first == u"START"_s && second == u"TRANSACTION"_s) {
        return TransactionControl::Begin;
    }
    if (first == u"COMMIT"_s || (first == u"END"_s && engine != EngineKind::MySql && engine != EngineKind::MariaDb) ||
        (first == u"PREPARE"_s && second == u"TRANSACTION"_s)) {
        return TransactionControl::Commit;
    }
    if (first == u"ROLLBACK"_s || first == u"ABORT"_s) {
        return words.contains(u"TO"_s) ? TransactionControl::Savepoint : TransactionControl::Rollback;
    }
    if (first == u"SAVEPOINT"_s || first == u"RELEASE"_s) {
        return TransactionControl::Savepoint;
    }
    return TransactionControl::None;
}

bool refusesTransaction(const QStringList &words, EngineKind engine)
{
    const QString first = words.value(0);
    if (engine == EngineKind::Sqlite) {
        return first == u"VACUUM"_s;
    }
    if (engine != EngineKind::PostgreSql) {
        return false;
    }
    if (words.contains(u"CONCURRENTLY"_s) && first != u"REFRESH"_s) {
        return first == u"CREATE"_s || first == u"DROP"_s || first == u"REINDEX"_s || first == u"ALTER"_s;
    }
    const QString second = words.value(1);
    return first == u"VACUUM"_s || (first == u"ALTER"_s && second == u"SYSTEM"_s) ||
           ((first == u"CREATE"_s || first == u"DROP"_s) && (second == u"DATABASE"_s || second == u"TABLESPACE"_s));
}

} // namespace

StatementKind kindOf(const QString &statement, const sql::Dialect &dialect)
{
    StatementKind kind;
    bool assigns = false;
    bool into = false;
    bool stream = false;
    for (const sql::Token &token : sql::significantTokens(statement, dialect)) {
        if (token.kind == sql::TokenKind::Word) {
            const QString word = token.in(statement).toString().toUpper();
            into = into || word == u"INTO"_s;
            stream = stream || word == u"STDIN"_s || word == u"STDOUT"_s;
            if (kind.words.size() < wordsKept) {
                kind.words << word;
            }
        } else if (token.kind == sql::TokenKind::Operator && token.in(statement) == u"=") {
            assigns = true;
        }
    }
    const QString first = kind.words.value(0);
    const QString second = kind.words.value(1);
    kind.transaction = transactionControlOf(kind.words, dialect.engine);
    kind.refusesTransaction = refusesTransaction(kind.words, dialect.engine);
    static const QSet<QString> settings{u"SET"_s,    u"RESET"_s,      u"USE"_s,      u"DISCARD"_s,
                                        u"LISTEN"_s, u"NOTIFY"_s,     u"UNLISTEN"_s, u"LOCK"_s,
                                        u"UNLOCK"_s, u"CHECKPOINT"_s, u"ANALYZE"_s};
    static const QSet<QString> reads{u"EXPLAIN"_s, u"SHOW"_s, u"DESCRIBE"_s, u"DESC"_s,    u"VALUES"_s,
                                     u"TABLE"_s,   u"HELP"_s, u"FETCH"_s,    u"DECLARE"_s, u"CLOSE"_s};
    static const QSet<QString> data{u"INSERT"_s,  u"UPDATE"_s,   u"DELETE"_s, u"MERGE"_s,
                                    u"REPLACE"_s, u"TRUNCATE"_s, u"COPY"_s,   u"LOAD"_s};
    static const QSet<QString> unknown{u"DO"_s, u"CALL"_s, u"EXECUTE"_s, u"PREPARE"_s, u"WITH"_s};
    kind.setting = settings.contains(first) || (first == u"PRAGMA"_s && (assigns || statement.contains(u'(')));
    kind.dataOnly = data.contains(first);
    kind.talksToClient = first == u"COPY"_s && stream;
    // PostgreSQL: SELECT … INTO makes a table, and a SELECT may call a function that does; MySQL family: it cannot.
    kind.readsOnly = reads.contains(first) || (first == u"PRAGMA"_s && !kind.setting) ||
                     (first == u"SELECT"_s && dialect.engine != EngineKind::PostgreSql && !into);
    kind.opaque = unknown.contains(first) || (first == u"BEGIN"_s && second == u"NOT"_s) || first == u"SELECT"_s;
    return kind;
}

} // namespace countersign::rehearsal

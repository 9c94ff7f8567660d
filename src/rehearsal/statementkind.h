#pragma once

#include "sql/dialect.h"
#include "sql/statements.h"

#include <QString>
#include <QStringList>

namespace countersign::rehearsal {

/// What a statement does to the transaction it is in.
enum class TransactionControl : std::uint8_t { None, Begin, Commit, Rollback, Savepoint };

/// What the words of one statement say, before it runs. By tokens: comments, strings and quoted names never count as
/// words; the inside of /*!50000 … */ does.
struct StatementKind {
    QStringList words; ///< the first words, upper case: CREATE UNIQUE INDEX CONCURRENTLY …
    TransactionControl transaction = TransactionControl::None;
    bool setting = false;   ///< changes the session only: SET, RESET, PRAGMA name = value, USE
    bool dataOnly = false;  ///< can change rows but not the schema: INSERT, UPDATE, DELETE, MERGE, REPLACE, TRUNCATE
    bool readsOnly = false; ///< SELECT, EXPLAIN, SHOW, VALUES, TABLE without a call into the unknown
    bool refusesTransaction = false; ///< PostgreSQL: CONCURRENTLY, VACUUM, CREATE DATABASE …; SQLite: VACUUM
    bool talksToClient = false;      ///< PostgreSQL: COPY FROM STDIN, COPY TO STDOUT: lines that are no SQL follow
    bool opaque = false;             ///< may run anything: DO, CALL, EXECUTE, BEGIN NOT ATOMIC

    /// False only where the schema is sure to stay as it is.
    [[nodiscard]] bool mayChangeSchema() const
    {
        return !setting && !readsOnly && !dataOnly && transaction == TransactionControl::None;
    }
    /// ROLLBACK and ROLLBACK TO SAVEPOINT: where definitions can be undone, this undoes them.
    [[nodiscard]] bool mayUndo() const
    {
        return transaction == TransactionControl::Rollback ||
               (transaction == TransactionControl::Savepoint && words.contains(u"ROLLBACK"));
    }
};

[[nodiscard]] StatementKind kindOf(const QString &statement, const sql::Dialect &dialect);

} // namespace countersign::rehearsal

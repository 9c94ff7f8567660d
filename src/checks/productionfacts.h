#pragma once

#include "base/result.h"
#include "checks/phrase.h"
#include "db/session.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <map>
#include <optional>
#include <stop_token>
#include <vector>

namespace countersign::checks {

/// What is known about one table of production. A number that is missing is unknown, not zero.
struct RelationFacts {
    std::optional<qint64> rows; ///< an estimate unless rowsExact
    bool rowsExact = false;
    bool rowsAtLeast = false;        ///< counting stopped there
    std::optional<qint64> bytes;     ///< the table without its indexes where the engine can tell
    std::map<QString, qint64> nulls; ///< exact number of NULLs by column, where it was counted

    friend bool operator==(const RelationFacts &, const RelationFacts &) = default;
};

/// "about 1,200,000 rows, 340 MiB", "at least 200,000 rows", "size unknown".
[[nodiscard]] Phrase sizeText(const RelationFacts &facts);

/// How far a generated key or a sequence has got.
struct KeyFacts {
    qint64 last = 0;
    qint64 maximum = 0; ///< of the narrower of sequence and column

    friend bool operator==(const KeyFacts &, const KeyFacts &) = default;
};

/// A transaction that stands in the way of DDL right now.
struct Blocker {
    QString relation; ///< path; empty when it blocks everything
    qint64 seconds = 0;
    QString what; ///< "transaction of application 'report' holds ACCESS SHARE"

    friend bool operator==(const Blocker &, const Blocker &) = default;
};

/// What production says about itself, read cheaply: no table is scanned. Keys are object paths (public.trips).
struct ProductionFacts {
    QString source;  ///< as shown, without a password
    QString version; ///< of the server
    std::map<QString, RelationFacts> relations;
    std::map<QString, qint64> indexScans; ///< by index path; only where the server counts
    std::map<QString, KeyFacts> keys;     ///< by path of the column that is fed
    std::map<QString, int> rowVersions;   ///< MySQL 8.0.29+: TOTAL_ROW_VERSIONS by table path
    std::vector<Blocker> blockers;
    QStringList queries;                                  ///< texts of the query statistics, normalised by the server
    std::optional<std::chrono::milliseconds> lockTimeout; ///< the server's default; absent for none
    QStringList unknown;                                  ///< what could not be read, and why

    /// The size of a table; "size unknown" for one that production was not seen to have.
    [[nodiscard]] Phrase sizeText(const QString &path) const;

    friend bool operator==(const ProductionFacts &, const ProductionFacts &) = default;
};

/// Reads the facts through a read-only session. PostgreSQL: pg_class.reltuples, pg_table_size, pg_stat_user_indexes,
/// pg_sequences, pg_locks, pg_stat_statements where it is there. MySQL family: information_schema.TABLES, INNODB_TABLES
/// (INNODB_SYS_TABLES), performance_schema. SQLite: sqlite_stat1, dbstat where it is compiled in, else a bounded count.
/// What one query cannot read goes to ProductionFacts::unknown; only a lost connection or a stop request is an error.
[[nodiscard]] base::Result<ProductionFacts> readProductionFacts(db::Session &session, const QString &source,
                                                                std::stop_token stop);

} // namespace countersign::checks

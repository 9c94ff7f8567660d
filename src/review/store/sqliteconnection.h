#pragma once

#include "base/result.h"
#include "review/store/writequeue.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>

struct sqlite3;
struct sqlite3_stmt;

namespace countersign::review::store {

/// A prepared statement of our own text; values are bound, never pasted.
class SqliteStatement
{
public:
    SqliteStatement() = default;
    SqliteStatement(SqliteStatement &&) noexcept = default;
    SqliteStatement &operator=(SqliteStatement &&) noexcept = default;

    SqliteStatement &bind(int index, qint64 value);
    SqliteStatement &bindText(int index, const QString &value);
    SqliteStatement &bindBytes(int index, const QByteArray &value);
    /// True when there is a row.
    [[nodiscard]] base::Result<bool> step();
    [[nodiscard]] base::Result<void> run();
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;

private:
    friend class SqliteConnection;
    struct Finalize {
        void operator()(sqlite3_stmt *statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    sqlite3 *m_connection = nullptr;
};

enum class SqliteAccess : quint8 { ReadWrite, ReadOnly };

/// One connection to a SQLite file through the library's own interface. QtSql is not used because it reaches neither
/// the authorizer nor sqlite3_db_config, the backup API, extended result codes or the busy handler, all of which the
/// ledger needs.
class SqliteConnection
{
public:
    [[nodiscard]] static base::Result<std::unique_ptr<SqliteConnection>> open(const QString &path, SqliteAccess access,
                                                                              std::chrono::milliseconds busyTimeout);
    ~SqliteConnection();
    Q_DISABLE_COPY_MOVE(SqliteConnection)

    [[nodiscard]] base::Result<SqliteStatement> prepare(const char *sql);
    [[nodiscard]] base::Result<void> execute(const char *sql);
    /// BEGIN IMMEDIATE, after those who asked before. The place is kept until the transaction is over.
    [[nodiscard]] base::Result<WritePlace> beginWriting();
    /// From here on only SELECT on event, blob and meta, INSERT on event and blob, and transactions are allowed.
    void restrict();
    /// Waiting for a lock and long statements end early when @p stop is requested; reset with {}.
    void setStop(std::stop_token stop);
    [[nodiscard]] bool inTransaction() const;
    [[nodiscard]] sqlite3 *handle() const { return m_handle; }
    [[nodiscard]] QString path() const { return m_path; }

private:
    SqliteConnection() = default;
    static int onBusy(void *self, int count);
    static int onProgress(void *self);

    sqlite3 *m_handle = nullptr;
    QString m_path;
    std::chrono::milliseconds m_busyTimeout{}; ///< all of the waiting for one lock
    std::chrono::milliseconds m_queued{};      ///< what of it is over already
    std::chrono::steady_clock::time_point m_busySince;
    std::stop_token m_stop;
};

/// The library's last error as ours: locked, full, unreadable are Undecided; corrupt and constraint are Integrity.
[[nodiscard]] base::Error sqliteError(sqlite3 *handle, const QString &doing);

} // namespace countersign::review::store

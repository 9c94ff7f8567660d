#pragma once

#include "review/store/sqliteconnection.h"
#include "review/store/store.h"

namespace countersign::review::store {

/// The embedded ledger: one file that one user owns (mode 0600) on a local disk. See SqliteConnection for why it talks
/// to SQLite directly. Rollback journal with synchronous=EXTRA: an append that returned is on the disk, its journal's
/// removal included. No WAL: SQLite 3.46.1 has a corruption bug in resetting it.
class SqliteStore : public Store
{
public:
    [[nodiscard]] static base::Result<std::unique_ptr<Store>> create(const QString &path, const QString &ledgerId,
                                                                     std::chrono::milliseconds timeout);
    [[nodiscard]] static base::Result<std::unique_ptr<Store>> open(const QString &path,
                                                                   std::chrono::milliseconds timeout);

    QString ledgerId() const override;
    QString describe() const override;
    base::Result<Head> head(std::stop_token stop) override;
    base::Result<void> events(qint64 after, const EventSink &sink, std::stop_token stop) override;
    base::Result<std::optional<QByteArray>> blob(const QString &digest) override;
    base::Result<QStringList> blobDigests() override;
    base::Result<Stored> append(const NewEvent &event, qint64 nowUs, std::stop_token stop) override;
    [[nodiscard]] base::Result<void> redact(const QString &digest, std::stop_token stop) override;
    base::Result<void> adopt(const QList<StoredEvent> &events, const QList<QByteArray> &blobs,
                             std::stop_token stop) override;

    /// SQLite's own check of the whole file; Integrity with its words.
    [[nodiscard]] base::Result<void> checkFile();
    /// A consistent copy through the backup API into a file that does not exist yet, mode 0600.
    [[nodiscard]] base::Result<void> backup(const QString &path, std::stop_token stop);

private:
    explicit SqliteStore(std::unique_ptr<SqliteConnection> connection) : m_connection(std::move(connection)) {}
    base::Result<void> checkSchema();
    base::Result<QString> metaValue(const char *sql);
    base::Result<void> insertBlobs(const QList<QByteArray> &blobs);
    base::Result<void> insertEvent(const StoredEvent &event);
    base::Result<Stored> appendLocked(const NewEvent &event, qint64 nowUs);
    base::Result<std::optional<Stored>> find(const QString &eid);
    base::Result<void> commit();

    std::unique_ptr<SqliteConnection> m_connection;
    QString m_ledgerId;
};

} // namespace countersign::review::store

#pragma once

#include "review/store/postgresqlconnection.h"
#include "review/store/store.h"

namespace countersign::review::store {

/// The team ledger in a PostgreSQL database: schema "countersign", written only through append() (postgresqlschema.h).
/// The server's clock gives the time of receipt.
class PostgresqlStore : public Store
{
public:
    [[nodiscard]] static base::Result<std::unique_ptr<Store>> create(const QString &service, const QString &ledgerId,
                                                                     std::chrono::milliseconds timeout);
    [[nodiscard]] static base::Result<std::unique_ptr<Store>> open(const QString &service,
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

private:
    explicit PostgresqlStore(std::unique_ptr<PgConnection> connection) : m_connection(std::move(connection)) {}
    base::Result<Stored> appendOnce(const NewEvent &event, std::stop_token stop);

    std::unique_ptr<PgConnection> m_connection;
    QString m_ledgerId;
};

} // namespace countersign::review::store

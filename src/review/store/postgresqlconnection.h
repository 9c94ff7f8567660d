#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>

struct pg_conn;
struct pg_result;

namespace countersign::review::store {

/// A parameter: unset is NULL, bytes are sent as they are.
struct PgParameter {
    std::optional<QByteArray> value;
    bool binary = false;

    static PgParameter text(const QString &text) { return {text.toUtf8(), false}; }
    static PgParameter number(qint64 number) { return {QByteArray::number(number), false}; }
    static PgParameter bytes(const QByteArray &bytes) { return {bytes, true}; }
    static PgParameter null() { return {std::nullopt, true}; }
};

/// Rows of a binary result.
class PgRows
{
public:
    explicit PgRows(pg_result *result) : m_result(result, clear) {}
    [[nodiscard]] int size() const;
    [[nodiscard]] QByteArray bytes(int row, int column) const;
    [[nodiscard]] qint64 number(int row, int column) const;

private:
    static void clear(pg_result *result);
    std::unique_ptr<pg_result, void (*)(pg_result *)> m_result;
};

/// One libpq connection by a service of pg_service.conf. libpq is used directly because a lost COMMIT must be told from
/// a refused one, and a running statement must be cancelled from a stop token. Over a network TLS with verified host
/// name and channel binding is insisted on; sockets and the loopback address stay on the machine.
class PgConnection
{
public:
    /// @p timeout: how long the server may be silent while something is waited for.
    PgConnection(QString service, std::chrono::milliseconds timeout);
    ~PgConnection();
    Q_DISABLE_COPY_MOVE(PgConnection)

    [[nodiscard]] base::Result<void> connect(std::stop_token stop);
    /// Statements without parameters, several at once.
    [[nodiscard]] base::Result<void> script(const QByteArray &sql, std::stop_token stop);
    /// SQLSTATE is in the error; "08006" when the connection broke.
    [[nodiscard]] base::Result<PgRows> query(const QByteArray &sql, const QList<PgParameter> &parameters,
                                             std::stop_token stop);
    [[nodiscard]] QString service() const { return m_service; }

private:
    base::Result<void> start(bool bind, std::stop_token stop);
    base::Result<pg_result *> wait(std::stop_token stop);
    base::Result<void> untilReady(std::stop_token stop);
    base::Error abandon(std::stop_token stop);
    base::Error broken() const;
    base::Error failure(const pg_result *result) const;

    QString m_service;
    std::chrono::milliseconds m_timeout;
    pg_conn *m_connection = nullptr;
};

} // namespace countersign::review::store

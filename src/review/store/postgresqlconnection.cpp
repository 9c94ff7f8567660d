#include "review/store/postgresqlconnection.h"

#include "base/show.h"

#include <QtEndian>

#include <libpq-fe.h>
#include <poll.h>

#include <array>

namespace countersign::review::store {

using namespace Qt::StringLiterals;

namespace {

constexpr int stopCheckMilliseconds = 100;
constexpr std::chrono::milliseconds cancelGrace(700);

QString lastWords(const char *text)
{
    return base::showBytes(QByteArray(text).trimmed().replace('\n', "; "));
}

/// Whether every host of the connection is this computer. All of them are tried in turn, and an address goes before the
/// name that is written beside it.
bool staysHere(PGconn *connection)
{
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(PQconninfo(connection), PQconninfoFree);
    const auto here = [](const QByteArray &host) {
        return host.isEmpty() || host.startsWith('/') || host.startsWith('@') || host == "localhost" ||
               host == "127.0.0.1" || host == "::1";
    };
    for (const PQconninfoOption *option = options.get(); option != nullptr && option->keyword != nullptr; ++option) {
        const QByteArrayView keyword(option->keyword);
        if ((keyword == "host" || keyword == "hostaddr") && option->val != nullptr) {
            const QList<QByteArray> hosts = QByteArray(option->val).split(',');
            if (!std::all_of(hosts.begin(), hosts.end(),
                             [&](const QByteArray &host) { return here(host.trimmed()); })) {
                return false;
            }
        }
    }
    return options != nullptr;
}

} // namespace

void PgRows::clear(pg_result *result)
{
    PQclear(result);
}

int PgRows::size() const
{
    return PQntuples(m_result.get());
}

QByteArray PgRows::bytes(int row, int column) const
{
    return QByteArray(PQgetvalue(m_result.get(), row, column), PQgetlength(m_result.get(), row, column));
}

qint64 PgRows::number(int row, int column) const
{
    const char *value = PQgetvalue(m_result.get(), row, column);
    return PQgetlength(m_result.get(), row, column) == 8 ? qFromBigEndian<qint64>(value) : 0;
}

PgConnection::PgConnection(QString service, std::chrono::milliseconds timeout)
    : m_service(std::move(service)), m_timeout(timeout)
{
}

PgConnection::~PgConnection()
{
    PQfinish(m_connection);
}

base::Error PgConnection::broken() const
{
    base::Error error =
        base::undecided(u"UNREACHABLE: the PostgreSQL ledger: %1"_s.arg(lastWords(PQerrorMessage(m_connection))),
                        u"pg:"_s + m_service, u"Check the service in pg_service.conf and the server."_s);
    error.sqlState = u"08006"_s;
    return error;
}

base::Error PgConnection::failure(const pg_result *result) const
{
    const QString state = QString::fromLatin1(PQresultErrorField(result, PG_DIAG_SQLSTATE));
    if (state.isEmpty() || PQstatus(m_connection) != CONNECTION_OK) {
        return broken();
    }
    const QString text = lastWords(PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY));
    base::Error error = base::undecided(u"The PostgreSQL ledger refused: %1"_s.arg(text), u"pg:"_s + m_service);
    if (state == u"42501"_s) {
        error.kind = base::ErrorKind::NotAllowed;
        error.advice = u"An administrator of the database grants it: GRANT countersign_people TO your role."_s;
    } else if (state == u"3F000"_s || state == u"42P01"_s) {
        error.kind = base::ErrorKind::Usage;
        error.advice =
            u"There is no ledger in this database; make one: countersignctl ledger init pg:%1."_s.arg(m_service);
    } else if (state == u"42P06"_s) {
        error.kind = base::ErrorKind::Conflict;
        error.advice = u"There is a ledger in this database already."_s;
    }
    error.sqlState = state;
    return error;
}

base::Result<void> PgConnection::start(bool bind, std::stop_token stop)
{
    PQfinish(m_connection);
    const QByteArray service = m_service.toUtf8();
    const QByteArray seconds = QByteArray::number(std::max<qint64>(m_timeout.count() / 1000, 2));
    QList<const char *> names{"service", "application_name", "connect_timeout", "client_encoding"};
    QList<const char *> values{service.constData(), "countersign", seconds.constData(), "UTF8"};
    if (bind) {
        names << "sslmode" << "channel_binding";
        values << "verify-full" << "require";
    }
    names << nullptr;
    values << nullptr;
    m_connection = PQconnectStartParams(names.constData(), values.constData(), 0);
    if (m_connection == nullptr || PQstatus(m_connection) == CONNECTION_BAD) {
        return std::unexpected(broken());
    }
    if (!bind && !staysHere(m_connection)) {
        return start(true, stop);
    }
    const auto deadline = std::chrono::steady_clock::now() + m_timeout;
    PostgresPollingStatusType state = PGRES_POLLING_WRITING;
    while (state != PGRES_POLLING_OK) {
        if (stop.stop_requested()) {
            return std::unexpected(base::cancelled());
        }
        if (state == PGRES_POLLING_FAILED || std::chrono::steady_clock::now() > deadline) {
            return std::unexpected(broken());
        }
        pollfd entry{PQsocket(m_connection), static_cast<short>(state == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
        if (::poll(&entry, 1, stopCheckMilliseconds) > 0) {
            state = PQconnectPoll(m_connection);
        }
    }
    return {};
}

base::Result<void> PgConnection::connect(std::stop_token stop)
{
    CS_CHECK(start(false, stop));
    return script("SET search_path = pg_catalog, pg_temp; SET bytea_output = hex; SET lock_timeout = '20s'; "
                  "SET statement_timeout = '60s'; SET idle_in_transaction_session_timeout = '60s'",
                  stop);
}

base::Error PgConnection::abandon(std::stop_token stop)
{
    // Whatever the server still does, its answer will not be waited for: the next statement needs a new connection.
    PQfinish(m_connection);
    m_connection = nullptr;
    base::Error error = stop.stop_requested() ? base::cancelled() : broken();
    if (!stop.stop_requested()) {
        error.message = u"UNREACHABLE: the PostgreSQL ledger does not answer"_s;
    }
    return error;
}

base::Result<void> PgConnection::untilReady(std::stop_token stop)
{
    using std::chrono::steady_clock;
    std::unique_ptr<PGcancelConn, decltype(&PQcancelFinish)> cancel(nullptr, PQcancelFinish);
    std::optional<steady_clock::time_point> end;
    auto heard = steady_clock::now();
    short cancelEvents = POLLOUT;
    while (PQisBusy(m_connection) != 0) {
        const auto now = steady_clock::now();
        if (!end && (stop.stop_requested() || now - heard > m_timeout)) {
            // A network that does not answer will not answer to this, either: little time is given to it.
            end = now + cancelGrace;
            cancel.reset(PQcancelCreate(m_connection));
            if (PQcancelStart(cancel.get()) == 0) {
                cancel.reset();
            }
        } else if (end && now > *end) {
            return std::unexpected(abandon(stop));
        }
        std::array<pollfd, 2> entries{pollfd{PQsocket(m_connection), POLLIN, 0},
                                      pollfd{cancel ? PQcancelSocket(cancel.get()) : -1, cancelEvents, 0}};
        if (::poll(entries.data(), entries.size(), stopCheckMilliseconds) <= 0) {
            continue;
        }
        if (cancel && entries[1].revents != 0) {
            const PostgresPollingStatusType state = PQcancelPoll(cancel.get());
            cancelEvents = state == PGRES_POLLING_READING ? POLLIN : POLLOUT;
            if (state == PGRES_POLLING_OK || state == PGRES_POLLING_FAILED) {
                cancel.reset();
            }
        }
        if (entries[0].revents != 0) {
            heard = now;
            if (PQconsumeInput(m_connection) == 0) {
                return std::unexpected(broken());
            }
        }
    }
    return {};
}

base::Result<pg_result *> PgConnection::wait(std::stop_token stop)
{
    pg_result *last = nullptr;
    while (true) {
        if (const auto ready = untilReady(stop); !ready) {
            PQclear(last);
            return std::unexpected(ready.error());
        }
        pg_result *next = PQgetResult(m_connection);
        if (next == nullptr) {
            break;
        }
        // An error is kept; what follows it in a script was not run.
        if (last == nullptr || PQresultStatus(last) != PGRES_FATAL_ERROR) {
            PQclear(last);
            last = next;
        } else {
            PQclear(next);
        }
    }
    if (stop.stop_requested() && (last == nullptr || PQresultStatus(last) == PGRES_FATAL_ERROR)) {
        PQclear(last);
        return std::unexpected(base::cancelled());
    }
    if (last == nullptr) {
        return std::unexpected(broken());
    }
    return last;
}

base::Result<void> PgConnection::script(const QByteArray &sql, std::stop_token stop)
{
    if (PQsendQuery(m_connection, sql.constData()) == 0) {
        return std::unexpected(broken());
    }
    CS_TRY(result, wait(stop));
    const PgRows rows(result);
    const ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
        return std::unexpected(failure(result));
    }
    return {};
}

base::Result<PgRows> PgConnection::query(const QByteArray &sql, const QList<PgParameter> &parameters,
                                         std::stop_token stop)
{
    QList<const char *> values;
    QList<int> lengths;
    QList<int> formats;
    for (const PgParameter &parameter : parameters) {
        values << (parameter.value ? parameter.value->constData() : nullptr);
        lengths << (parameter.value ? static_cast<int>(parameter.value->size()) : 0);
        formats << (parameter.binary ? 1 : 0);
    }
    if (PQsendQueryParams(m_connection, sql.constData(), static_cast<int>(values.size()), nullptr, values.constData(),
                          lengths.constData(), formats.constData(), 1) == 0) {
        return std::unexpected(broken());
    }
    CS_TRY(result, wait(stop));
    PgRows rows(result);
    if (PQresultStatus(result) != PGRES_TUPLES_OK && PQresultStatus(result) != PGRES_COMMAND_OK) {
        return std::unexpected(failure(result));
    }
    return rows;
}

} // namespace countersign::review::store

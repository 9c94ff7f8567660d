#include "db/postgresqlsession.h"

#include "db/packedrows.h"
#include "db/pgresult.h"
#include "db/stopsignal.h"

#include <QUuid>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace countersign::db {

using namespace Qt::StringLiterals;
using Clock = std::chrono::steady_clock;

namespace {

class ResultSource final : public Rows::Source
{
public:
    explicit ResultSource(ResultHandle result) : m_result(std::move(result)) {}
    [[nodiscard]] int rowCount() const override { return PQntuples(m_result.get()); }
    [[nodiscard]] QStringList columns() const override
    {
        QStringList names;
        for (int i = 0; i < PQnfields(m_result.get()); ++i) {
            names += QString::fromUtf8(PQfname(m_result.get(), i));
        }
        return names;
    }
    [[nodiscard]] bool isNull(int row, int column) const override
    {
        return PQgetisnull(m_result.get(), row, column) == 1;
    }
    [[nodiscard]] QByteArrayView bytes(int row, int column) const override
    {
        return {PQgetvalue(m_result.get(), row, column), PQgetlength(m_result.get(), row, column)};
    }
    [[nodiscard]] qint64 affected() const override
    {
        const QByteArrayView count(PQcmdTuples(m_result.get()));
        return count.isEmpty() ? -1 : count.toLongLong();
    }

private:
    ResultHandle m_result;
};

Rows rowsOf(ResultHandle result)
{
    const auto cells = static_cast<qint64>(PQntuples(result.get())) * PQnfields(result.get());
    if (cells >= PackedRows::worthwhile && PackedRows::fits(result.get())) {
        return Rows(std::make_shared<PackedRows>(result.get()));
    }
    return Rows(std::make_shared<ResultSource>(std::move(result)));
}

base::ErrorKind kindOfSqlState(const QString &state)
{
    if (state.startsWith(u"08"_s) || state.startsWith(u"57"_s) || state.startsWith(u"53"_s) || state == u"55P03"_s ||
        state == u"40001"_s || state == u"40P01"_s || state == u"25P03"_s || state == u"25P04"_s || state.isEmpty()) {
        return base::ErrorKind::Undecided;
    }
    if (state == u"42501"_s || state.startsWith(u"28"_s)) {
        return base::ErrorKind::NotAllowed;
    }
    return base::ErrorKind::Usage;
}

QString adviceFor(const QString &state)
{
    if (state == u"57014"_s) {
        return u"The statement timeout of the session guards ended it; raise it or try when the server is less busy."_s;
    }
    if (state == u"55P03"_s) {
        return u"Another session holds the lock; try again later."_s;
    }
    if (state == u"42501"_s) {
        return u"Grant the role the missing privilege or connect as another role."_s;
    }
    return {};
}

QString withoutPrefix(QString message)
{
    message = message.trimmed();
    for (const QString &prefix : {u"ERROR:"_s, u"FATAL:"_s}) {
        if (message.startsWith(prefix)) {
            message = message.mid(prefix.size()).trimmed();
        }
    }
    return message;
}

base::Error errorOf(const PGresult *result, PGconn *connection, const QString &where)
{
    const auto field = [&](int code) { return QString::fromUtf8(PQresultErrorField(result, code)); };
    base::Error error;
    error.sqlState = result ? field(PG_DIAG_SQLSTATE) : QString();
    error.message = result ? field(PG_DIAG_MESSAGE_PRIMARY) : QString();
    if (error.message.isEmpty()) {
        error.message = withoutPrefix(QString::fromUtf8(PQerrorMessage(connection)));
    }
    if (result) {
        for (const int code : {PG_DIAG_MESSAGE_DETAIL, PG_DIAG_CONTEXT}) {
            if (const QString more = field(code); !more.isEmpty()) {
                error.message += u"; "_s + more;
            }
        }
        error.advice = field(PG_DIAG_MESSAGE_HINT);
    }
    if (error.advice.isEmpty()) {
        error.advice = adviceFor(error.sqlState);
    }
    error.kind = kindOfSqlState(error.sqlState);
    error.where = where;
    return error;
}

bool beginsTransactionControl(const QString &sql)
{
    const QString word = sql.trimmed().section(u' ', 0, 0).section(u';', 0, 0).toUpper();
    static const std::array words{u"BEGIN"_s, u"START"_s,     u"COMMIT"_s,  u"ROLLBACK"_s, u"END"_s,
                                  u"ABORT"_s, u"SAVEPOINT"_s, u"RELEASE"_s, u"PREPARE"_s};
    return std::ranges::find(words, word) != words.end();
}

struct FinishConnection {
    void operator()(PGconn *connection) const { PQfinish(connection); }
};
using Connection = std::unique_ptr<PGconn, FinishConnection>;

class PostgreSqlSession final : public Session
{
public:
    PostgreSqlSession(Connection connection, Access access, QString where)
        : m_owned(std::move(connection)), m_connection(m_owned.get()), m_access(access), m_where(std::move(where))
    {
        PQsetNoticeProcessor(m_connection, &PostgreSqlSession::takeNotice, this);
        PQsetnonblocking(m_connection, 1);
    }

    [[nodiscard]] schema::EngineKind engine() const override { return schema::EngineKind::PostgreSql; }
    [[nodiscard]] int version() const override { return PQserverVersion(m_connection); }
    [[nodiscard]] QString versionText() const override
    {
        return QString::fromUtf8(PQparameterStatus(m_connection, "server_version")).section(u' ', 0, 0);
    }
    [[nodiscard]] QString databaseName() const override { return QString::fromUtf8(PQdb(m_connection)); }

    [[nodiscard]] bool inTransaction() const override
    {
        const PGTransactionStatusType status = PQtransactionStatus(m_connection);
        return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
    }

    [[nodiscard]] base::Result<Rows> run(const QString &sql, std::stop_token stop) override
    {
        CS_TRY(all, runAll({sql}, stop));
        return std::move(all.front());
    }

    [[nodiscard]] base::Result<std::vector<Rows>> runAll(const QStringList &sql, std::stop_token stop) override
    {
        if (sql.isEmpty()) {
            return std::vector<Rows>();
        }
        // A read-only session gives every statement outside a transaction a read-only transaction of its own: the
        // default alone could be undone by SET TRANSACTION READ WRITE.
        const bool wrap = m_access == Access::ReadOnly && m_guarded &&
                          PQtransactionStatus(m_connection) == PQTRANS_IDLE &&
                          std::ranges::none_of(sql, beginsTransactionControl);
        QStringList statements = sql;
        if (wrap) {
            statements.prepend(u"BEGIN TRANSACTION READ ONLY"_s);
            statements.append(u"COMMIT"_s);
        }
        auto all = statements.size() == 1 ? single(statements.front(), stop) : pipeline(statements, stop);
        if (!all && wrap && PQtransactionStatus(m_connection) == PQTRANS_INERROR) {
            [[maybe_unused]] const auto rolledBack = single(u"ROLLBACK"_s, {});
        }
        if (all && wrap) {
            all->erase(all->begin());
            all->pop_back();
        }
        return all;
    }

    [[nodiscard]] QStringList takeNotices() override { return std::exchange(m_notices, {}); }

    base::Result<void> setGuards(const SessionOptions &options, const std::stop_token &stop)
    {
        CS_CHECK(runAll(postgreSqlGuardStatements(options), stop));
        m_guarded = true;
        m_keepsPlans = options.untrusted;
        return {};
    }

private:
    static void takeNotice(void *self, const char *message)
    {
        static_cast<PostgreSqlSession *>(self)->m_notices += QString::fromUtf8(message).trimmed();
    }

    void note(const QString &sql, Clock::time_point start, bool failed)
    {
        m_sent.push_back({sql, std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start), failed});
    }

    base::Result<std::vector<Rows>> single(const QString &sql, const std::stop_token &stop)
    {
        if (stop.stop_requested()) {
            return base::Fail(base::cancelled());
        }
        if (m_keepsPlans &&
            (sql.contains(u"DISCARD", Qt::CaseInsensitive) || sql.contains(u"DEALLOCATE", Qt::CaseInsensitive))) {
            forgetPlans();
        }
        const auto start = Clock::now();
        const StopSignal signal(stop);
        if (PQsendQueryParams(m_connection, sql.toUtf8().constData(), 0, nullptr, nullptr, nullptr, nullptr, 0) != 1) {
            note(sql, start, true);
            return base::Fail(errorOf(nullptr, m_connection, m_where));
        }
        std::vector<Rows> rows;
        std::optional<base::Error> error;
        while (true) {
            CS_TRY(result, next(signal, stop));
            if (!result) {
                break;
            }
            if (!endCopy(m_connection, PQresultStatus(result.get()))) {
                keep(std::move(result), rows, error, stop);
            }
        }
        note(sql, start, error.has_value());
        if (error) {
            return base::Fail(std::move(*error));
        }
        return rows;
    }

    base::Result<std::vector<Rows>> pipeline(const QStringList &statements, const std::stop_token &stop)
    {
        if (stop.stop_requested()) {
            return base::Fail(base::cancelled());
        }
        const StopSignal signal(stop);
        PQenterPipelineMode(m_connection);
        std::vector<Queued> queue;
        const bool queued = queueAll(statements, queue) && PQpipelineSync(m_connection) == 1;
        if (!queued) {
            const base::Error error = errorOf(nullptr, m_connection, m_where);
            PQexitPipelineMode(m_connection);
            return base::Fail(error);
        }
        std::vector<Rows> rows;
        std::optional<base::Error> error;
        bool forged = false;
        auto start = Clock::now();
        std::size_t at = 0;
        while (true) {
            CS_TRY(result, next(signal, stop));
            if (!result) {
                ++at;
                start = Clock::now();
                continue;
            }
            if (PQresultStatus(result.get()) == PGRES_PIPELINE_SYNC) {
                break;
            }
            const Queued item = at < queue.size() ? queue[at] : Queued();
            const bool fine = PQresultStatus(result.get()) == PGRES_COMMAND_OK;
            if (item.asksForForgery) {
                forged = PQresultStatus(result.get()) == PGRES_TUPLES_OK && PQntuples(result.get()) > 0;
            } else if (!item.prepares || !fine) {
                const bool before = error.has_value();
                keep(std::move(result), rows, error, stop);
                if (!before && item.statement >= 0) {
                    note(statements.at(item.statement), start, error.has_value());
                }
            }
        }
        PQexitPipelineMode(m_connection);
        if (error || forged) {
            forgetPlans();
        }
        if (error) {
            return base::Fail(std::move(*error));
        }
        return forged ? pipeline(statements, stop) : rows;
    }

    /// What one result of a pipeline belongs to.
    struct Queued {
        qsizetype statement = -1;
        bool prepares = false;
        bool asksForForgery = false;
    };

    /// On a scratch database the same catalog queries are asked after every statement, and planning them takes as long
    /// as running them: their plans are kept, under names that nobody can guess. A script that looks them up could put
    /// statements of its own in their place, which the server tells (PostgreSQL manual, 52.16 pg_prepared_statements):
    /// then nothing is believed.
    bool queueAll(const QStringList &statements, std::vector<Queued> &queue)
    {
        bool good = true;
        for (qsizetype i = 0; i < statements.size() && good; ++i) {
            const QByteArray text = statements.at(i).toUtf8();
            if (!m_keepsPlans || !text.startsWith("SELECT")) {
                good = PQsendQueryParams(m_connection, text.constData(), 0, nullptr, nullptr, nullptr, nullptr, 0) == 1;
                queue.push_back({i});
                continue;
            }
            QByteArray &name = m_plans[text];
            if (name.isEmpty()) {
                name = m_planPrefix + QByteArray::number(static_cast<qlonglong>(m_plans.size()));
                good = PQsendPrepare(m_connection, name.constData(), text.constData(), 0, nullptr) == 1;
                queue.push_back({i, true, false});
            }
            good = good && PQsendQueryPrepared(m_connection, name.constData(), 0, nullptr, nullptr, nullptr, 0) == 1;
            queue.push_back({i});
        }
        if (!m_plans.empty() && good) {
            good = PQsendQueryParams(m_connection,
                                     "SELECT name FROM pg_catalog.pg_prepared_statements "
                                     "WHERE from_sql AND name LIKE 'countersign%'",
                                     0, nullptr, nullptr, nullptr, nullptr, 0) == 1;
            queue.push_back({-1, false, true});
        }
        return good;
    }

    void forgetPlans()
    {
        m_keepsPlans = false;
        m_plans.clear();
    }

    void keep(ResultHandle result, std::vector<Rows> &rows, std::optional<base::Error> &error,
              const std::stop_token &stop) const
    {
        switch (PQresultStatus(result.get())) {
        case PGRES_TUPLES_OK:
        case PGRES_COMMAND_OK:
        case PGRES_EMPTY_QUERY:
            rows.push_back(rowsOf(std::move(result)));
            return;
        case PGRES_PIPELINE_ABORTED:
            return;
        default:
            break;
        }
        if (!error) {
            error = errorOf(result.get(), m_connection, m_where);
            if (stop.stop_requested() && error->sqlState == u"57014"_s) {
                error = base::cancelled();
            }
        }
    }

    /// The next result, nullptr at the end of one statement's results. Sends what is queued, waits, cancels on stop.
    base::Result<ResultHandle> next(const StopSignal &signal, const std::stop_token &stop)
    {
        std::optional<Clock::time_point> giveUp;
        while (true) {
            const int flush = PQflush(m_connection);
            if (flush < 0) {
                return base::Fail(lost(stop));
            }
            if (flush == 0 && PQisBusy(m_connection) == 0) {
                return ResultHandle(PQgetResult(m_connection));
            }
            std::array<pollfd, 2> waits{};
            waits[0] = {PQsocket(m_connection), static_cast<short>(POLLIN | (flush == 1 ? POLLOUT : 0)), 0};
            waits[1] = {signal.descriptor(), POLLIN, 0};
            const int count = ::poll(waits.data(), giveUp ? 1 : 2, giveUp ? 100 : -1);
            if (count < 0 && errno != EINTR) {
                return base::Fail(lost(stop));
            }
            if (!giveUp && waits[1].revents != 0) {
                sendCancel();
                giveUp = Clock::now() + std::chrono::seconds(3);
            }
            if (giveUp && Clock::now() > *giveUp) {
                ::shutdown(PQsocket(m_connection), SHUT_RDWR); // nobody waits for its answer any longer
                return base::Fail(base::cancelled());
            }
            if (waits[0].revents != 0 && PQconsumeInput(m_connection) != 1) {
                return base::Fail(lost(stop));
            }
        }
    }

    base::Error lost(const std::stop_token &stop) const
    {
        if (stop.stop_requested()) {
            return base::cancelled();
        }
        base::Error error = errorOf(nullptr, m_connection, m_where);
        error.kind = base::ErrorKind::Undecided;
        error.message = u"The connection was lost: "_s + error.message;
        return error;
    }

    /// At most a second: a server that cannot be reached is not waited for.
    void sendCancel() const
    {
        PGcancelConn *cancel = PQcancelCreate(m_connection);
        const auto end = Clock::now() + std::chrono::seconds(1);
        bool going = cancel && PQcancelStart(cancel) == 1;
        while (going && Clock::now() < end) {
            const PostgresPollingStatusType status = PQcancelPoll(cancel);
            if (status != PGRES_POLLING_READING && status != PGRES_POLLING_WRITING) {
                break;
            }
            pollfd wait{PQcancelSocket(cancel), static_cast<short>(status == PGRES_POLLING_READING ? POLLIN : POLLOUT),
                        0};
            ::poll(&wait, 1, 100);
        }
        PQcancelFinish(cancel);
    }

    Connection m_owned;
    PGconn *m_connection;
    Access m_access;
    QString m_where;
    QStringList m_notices;
    bool m_guarded = false;
    bool m_keepsPlans = false;
    std::map<QByteArray, QByteArray> m_plans; ///< text ► name of the prepared statement
    QByteArray m_planPrefix = "countersign_" + QUuid::createUuid().toByteArray(QUuid::Id128) + '_';
};

/// What libpq is told (PostgreSQL manual, 32.1.2 "Parameter Key Words").
std::map<QByteArray, QByteArray> connectParameters(const ConnectionUrl &url, const SessionOptions &options)
{
    std::map<QByteArray, QByteArray> parameters{{"application_name", "countersign"}};
    for (const auto &[key, value] : url.options.asKeyValueRange()) {
        parameters.insert_or_assign(key.toUtf8(), value.toUtf8());
    }
    const auto add = [&parameters](const char *key, const QString &value) {
        if (!value.isEmpty()) {
            parameters.insert_or_assign(key, value.toUtf8());
        }
    };
    add("host", url.host);
    add("port", url.port != 0 ? QString::number(url.port) : QString());
    add("user", url.user);
    add("password", url.password);
    add("dbname", url.database);
    parameters.insert_or_assign("client_encoding", "UTF8");
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(options.connectTimeout).count();
    parameters.emplace("connect_timeout", QByteArray::number(std::max<qint64>(2, seconds)));
    return parameters;
}

base::Error connectError(const QString &said, const ConnectionUrl &url)
{
    QString message = withoutPrefix(said).section(u'\n', 0, 0);
    if (url.hasPassword()) {
        message.replace(url.password, u"***"_s);
    }
    base::Error error = base::undecided(u"Cannot connect: "_s + message, url.display());
    const auto says = [&](QLatin1StringView part) { return message.contains(part); };
    if (says("authentication failed"_L1) || says("no password supplied"_L1) || says("pg_hba.conf"_L1) ||
        (says("role \""_L1) && says("does not exist"_L1)) || says("permission denied"_L1)) {
        error.kind = base::ErrorKind::NotAllowed;
        error.advice = u"Check user, password (password file, PGPASSWORD) and pg_hba.conf on the server."_s;
    } else if (says("does not exist"_L1) && says("database \""_L1)) {
        error.kind = base::ErrorKind::Usage;
        error.advice = u"Check the name of the database."_s;
    } else if (says("invalid connection option"_L1) || says("definition of service"_L1) || says("invalid sslmode"_L1)) {
        error.kind = base::ErrorKind::Usage;
        error.advice = u"Check the options after '?' in the URL."_s;
    } else {
        error.advice = u"Check host and port, that the server runs and that the network lets you through."_s;
    }
    return error;
}

} // namespace

base::Result<std::unique_ptr<Session>> openPostgreSqlSession(const ConnectionUrl &url, const SessionOptions &options,
                                                             std::stop_token stop)
{
    if (stop.stop_requested()) {
        return base::Fail(base::cancelled());
    }
    const std::map<QByteArray, QByteArray> parameters = connectParameters(url, options);
    std::vector<const char *> keys;
    std::vector<const char *> values;
    for (const auto &[key, value] : parameters) {
        keys.push_back(key.constData());
        values.push_back(value.constData());
    }
    keys.push_back(nullptr);
    values.push_back(nullptr);
    Connection connection(PQconnectdbParams(keys.data(), values.data(), 0));
    if (PQstatus(connection.get()) != CONNECTION_OK) {
        return base::Fail(connectError(QString::fromUtf8(PQerrorMessage(connection.get())), url));
    }
    auto session = std::make_unique<PostgreSqlSession>(std::move(connection), options.access, url.display());
    CS_CHECK(session->setGuards(options, stop));
    return session;
}

QStringList postgreSqlGuardStatements(const SessionOptions &options)
{
    const auto milliseconds = [](std::chrono::milliseconds value) { return QString::number(value.count()); };
    QStringList statements{
        u"SET statement_timeout = "_s + milliseconds(options.statementTimeout),
        u"SET lock_timeout = "_s + milliseconds(options.lockTimeout),
        u"SET client_encoding = 'UTF8'"_s,
        u"SET DateStyle = 'ISO'"_s,
        u"SET IntervalStyle = 'postgres'"_s,
        u"SET TimeZone = 'UTC'"_s,
        u"SET extra_float_digits = 3"_s,
        u"SET bytea_output = 'hex'"_s,
        u"SET standard_conforming_strings = on"_s,
        u"SET client_min_messages = 'notice'"_s,
    };
    if (options.access == Access::ReadOnly) {
        statements += {u"SET default_transaction_read_only = on"_s,
                       u"SET idle_in_transaction_session_timeout = 10000"_s,
                       u"SET search_path = ''"_s,
                       u"SET row_security = off"_s,
                       u"SET jit = off"_s,
                       u"SET max_parallel_workers_per_gather = 0"_s};
    }
    return statements;
}

} // namespace countersign::db

#include "db/mysqlsession.h"

#include <errmsg.h>
#include <mysql.h>
#include <mysqld_error.h>
#include <sys/socket.h>

#include <mutex>
#include <thread>

namespace countersign::db {

using namespace Qt::StringLiterals;
using base::Error;
using base::ErrorKind;
using base::Fail;
using base::Result;
using schema::EngineKind;

namespace {

// Of MariaDB only, so not in every mysqld_error.h: max_statement_time exceeded; and MySQL's for max_execution_time.
constexpr unsigned statementTimeoutMariaDb = 1969;
constexpr unsigned queryTimeoutMySql = 3024;

struct CloseConnection {
    void operator()(MYSQL *handle) const { mysql_close(handle); }
};
using Connection = std::unique_ptr<MYSQL, CloseConnection>;

/// A result copied into one buffer: libmariadb's own costs some 16 KiB each, and thousands may be kept.
class StoredRows final : public Rows::Source
{
public:
    explicit StoredRows(qint64 affected) : m_affected(affected) {}

    /// Takes over all rows of a streamed result; the caller checks mysql_errno() afterwards.
    explicit StoredRows(MYSQL_RES *result) : m_width(mysql_num_fields(result))
    {
        for (unsigned i = 0; i < m_width; ++i) {
            m_names += mysql_fetch_field_direct(result, i)->name;
            m_names += '\0';
        }
        while (MYSQL_ROW row = mysql_fetch_row(result)) {
            const unsigned long *lengths = mysql_fetch_lengths(result);
            for (unsigned i = 0; i < m_width; ++i) {
                m_cells.push_back({m_data.size(), row[i] ? static_cast<qsizetype>(lengths[i]) : -1});
                m_data.append(row[i], row[i] ? static_cast<qsizetype>(lengths[i]) : 0);
            }
            ++m_count;
        }
    }

    [[nodiscard]] int rowCount() const override { return m_count; }
    [[nodiscard]] QStringList columns() const override
    {
        QStringList names = QString::fromUtf8(m_names).split(QChar(0));
        names.removeLast();
        return names;
    }
    [[nodiscard]] bool isNull(int row, int column) const override { return cell(row, column).length < 0; }
    [[nodiscard]] QByteArrayView bytes(int row, int column) const override
    {
        const Cell &value = cell(row, column);
        return value.length < 0 ? QByteArrayView() : QByteArrayView(m_data).sliced(value.begin, value.length);
    }
    [[nodiscard]] qint64 affected() const override { return m_affected; }

private:
    struct Cell {
        qsizetype begin;
        qsizetype length; ///< -1 for NULL
    };
    [[nodiscard]] const Cell &cell(int row, int column) const
    {
        return m_cells[static_cast<std::size_t>(row) * m_width + static_cast<std::size_t>(column)];
    }

    qint64 m_affected = -1;
    unsigned m_width = 0;
    int m_count = 0;
    QByteArray m_names;
    QByteArray m_data;
    std::vector<Cell> m_cells;
};

ErrorKind kindOfServerError(unsigned code)
{
    switch (code) {
    case ER_ACCESS_DENIED_ERROR:
    case ER_DBACCESS_DENIED_ERROR:
    case 1698: // access denied without a password (ER_ACCESS_DENIED_NO_PASSWORD_ERROR)
    case ER_TABLEACCESS_DENIED_ERROR:
    case ER_COLUMNACCESS_DENIED_ERROR:
    case ER_SPECIFIC_ACCESS_DENIED_ERROR:
    case ER_PROCACCESS_DENIED_ERROR:
    case 1290: // an option such as --read-only forbids it (ER_OPTION_PREVENTS_STATEMENT)
    case 1792: // ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION
        return ErrorKind::NotAllowed;
    case ER_LOCK_WAIT_TIMEOUT:
    case ER_LOCK_DEADLOCK:
    case ER_CON_COUNT_ERROR:
    case ER_SERVER_SHUTDOWN:
    case ER_DISK_FULL:
    case ER_QUERY_INTERRUPTED:
    case statementTimeoutMariaDb:
    case queryTimeoutMySql:
        return ErrorKind::Undecided;
    default:
        return code >= CR_MIN_ERROR && code <= CR_MAX_ERROR ? ErrorKind::Undecided : ErrorKind::Usage;
    }
}

Error errorOf(MYSQL *handle, const QString &where)
{
    const unsigned code = mysql_errno(handle);
    Error error;
    error.kind = kindOfServerError(code);
    error.message = QString::fromUtf8(mysql_error(handle));
    error.where = where;
    error.sqlState = QString::fromLatin1(mysql_sqlstate(handle)) + u'/' + QString::number(code);
    return error;
}

enum class TlsMode : std::uint8_t { Disabled, Preferred, Required, VerifyCa, VerifyFull };

Result<TlsMode> tlsMode(const ConnectionUrl &url)
{
    const QString mode = url.options.value(u"ssl-mode"_s, u"preferred"_s).toLower().replace(u'_', u'-');
    if (mode == u"disabled"_s) {
        return TlsMode::Disabled;
    }
    if (mode == u"preferred"_s) {
        return TlsMode::Preferred;
    }
    if (mode == u"required"_s) {
        return TlsMode::Required;
    }
    if (mode == u"verify-ca"_s) {
        return TlsMode::VerifyCa;
    }
    if (mode == u"verify-full"_s || mode == u"verify-identity"_s) {
        return TlsMode::VerifyFull;
    }
    return Fail(base::usageError(u"ssl-mode=%1 is not known"_s.arg(mode), url.display(),
                                 u"Write disabled, preferred, required, verify-ca or verify-full."_s));
}

Result<bool> knowAllOptions(const ConnectionUrl &url)
{
    static const QStringList known{u"socket"_s,  u"ssl-mode"_s,      u"ssl-ca"_s,        u"ssl-cert"_s,
                                   u"ssl-key"_s, u"defaults-file"_s, u"defaults-group"_s};
    for (auto it = url.options.begin(); it != url.options.end(); ++it) {
        if (!known.contains(it.key())) {
            return Fail(base::usageError(u"The URL option %1 is not known"_s.arg(it.key()), url.display(),
                                         u"Known are: %1."_s.arg(known.join(u", "_s))));
        }
    }
    return true;
}

void setText(MYSQL *handle, mysql_option option, const QString &value)
{
    if (!value.isEmpty()) {
        mysql_optionsv(handle, option, value.toUtf8().constData());
    }
}

/// Connects with everything the URL says; guards are not sent yet.
Result<Connection> connectOnce(const ConnectionUrl &url, std::chrono::milliseconds timeout)
{
    static std::once_flag libraryStarted;
    std::call_once(libraryStarted, [] { mysql_server_init(0, nullptr, nullptr); });
    CS_CHECK(knowAllOptions(url));
    CS_TRY(mode, tlsMode(url));

    Connection connection(mysql_init(nullptr));
    MYSQL *handle = connection.get();
    const auto seconds = static_cast<unsigned>(std::max<qint64>(1, timeout.count() / 1000));
    mysql_optionsv(handle, MYSQL_OPT_CONNECT_TIMEOUT, &seconds);
    const unsigned off = 0;
    mysql_optionsv(handle, MYSQL_OPT_LOCAL_INFILE, &off);
    mysql_optionsv(handle, MYSQL_SET_CHARSET_NAME, "utf8mb4");
    mysql_optionsv(handle, MYSQL_OPT_CONNECT_ATTR_ADD, "program_name", "countersign");
    if (url.user.isEmpty() || url.options.contains(u"defaults-file"_s) || url.options.contains(u"defaults-group"_s)) {
        setText(handle, MYSQL_READ_DEFAULT_FILE, url.options.value(u"defaults-file"_s));
        setText(handle, MYSQL_READ_DEFAULT_GROUP, url.options.value(u"defaults-group"_s, u"client"_s));
    }
    setText(handle, MYSQL_OPT_SSL_CA, url.options.value(u"ssl-ca"_s));
    setText(handle, MYSQL_OPT_SSL_CERT, url.options.value(u"ssl-cert"_s));
    setText(handle, MYSQL_OPT_SSL_KEY, url.options.value(u"ssl-key"_s));
    const my_bool enforce = mode == TlsMode::Disabled || mode == TlsMode::Preferred ? 0 : 1;
    const my_bool verify = mode == TlsMode::VerifyCa || mode == TlsMode::VerifyFull ? 1 : 0;
    mysql_optionsv(handle, MYSQL_OPT_SSL_ENFORCE, &enforce);
    mysql_optionsv(handle, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &verify);

    QByteArray password = url.password.toUtf8();
    if (password.isEmpty()) {
        password = qgetenv("MYSQL_PWD");
    }
    const auto orNull = [](const QByteArray &text) { return text.isEmpty() ? nullptr : text.constData(); };
    const QByteArray host = url.host.toUtf8();
    const QByteArray user = url.user.toUtf8();
    const QByteArray database = url.database.toUtf8();
    const QByteArray socket = url.options.value(u"socket"_s).toUtf8();
    // Client flags 0: in particular no CLIENT_MULTI_STATEMENTS, so that one call is one statement.
    if (!mysql_real_connect(handle, orNull(host), orNull(user), orNull(password), orNull(database),
                            static_cast<unsigned>(url.port), orNull(socket), 0)) {
        Error error = errorOf(handle, url.display());
        if (mysql_errno(handle) == ER_BAD_DB_ERROR) {
            error.kind = ErrorKind::Usage;
            error.advice = u"Create the database first, or correct the name."_s;
        } else if (mysql_errno(handle) == CR_AUTH_PLUGIN_CANNOT_LOAD) {
            error.advice =
                u"The account's authentication needs a plugin of the MariaDB connector (Debian: libmariadb3)."_s;
        } else if (error.kind == ErrorKind::Usage) {
            error.kind = ErrorKind::Undecided;
        }
        return Fail(error.within(u"connecting"_s));
    }
    return connection;
}

/// Where two threads need the same authentication plugin at once, the connector tells one of them that it is loaded
/// already, as an error.
Result<Connection> connectTo(const ConnectionUrl &url, std::chrono::milliseconds timeout)
{
    auto connection = connectOnce(url, timeout);
    const bool raced =
        !connection && connection.error().sqlState.endsWith(u'/' + QString::number(CR_AUTH_PLUGIN_CANNOT_LOAD));
    return raced ? connectOnce(url, timeout) : std::move(connection);
}

/// Ends the statement of another connection from a thread of its own: both connecting and KILL may take a while, and
/// the stop request may come from the GUI thread.
class Killer
{
public:
    Killer(const ConnectionUrl &url, std::chrono::milliseconds timeout, MYSQL *target)
        : m_url(url), m_timeout(timeout), m_target(mysql_thread_id(target)), m_socket(mysql_get_socket(target))
    {
    }
    Killer(const Killer &) = delete;
    Killer &operator=(const Killer &) = delete;
    ~Killer()
    {
        if (m_thread.joinable()) {
            m_thread.join();
        }
    }

    void start()
    {
        m_thread = std::thread([this] {
            mysql_thread_init();
            const auto connection = connectTo(m_url, std::min(m_timeout, std::chrono::milliseconds(1000)));
            const QByteArray kill = "KILL QUERY " + QByteArray::number(static_cast<qulonglong>(m_target));
            if (!connection || mysql_query(connection->get(), kill.constData()) != 0) {
                // The server cannot be told; then at least nobody waits for its answer any longer.
                ::shutdown(m_socket, SHUT_RDWR);
            }
            mysql_thread_end();
        });
    }

private:
    const ConnectionUrl &m_url;
    std::chrono::milliseconds m_timeout;
    unsigned long m_target;
    my_socket m_socket;
    std::thread m_thread;
};

class MySqlSession final : public Session
{
public:
    MySqlSession(Connection connection, ConnectionUrl url, const SessionOptions &options)
        : m_connection(std::move(connection)), m_url(std::move(url)), m_options(options)
    {
    }

    [[nodiscard]] EngineKind engine() const override { return m_engine; }
    [[nodiscard]] int version() const override { return m_version; }
    [[nodiscard]] QString versionText() const override { return m_versionText; }
    [[nodiscard]] QString databaseName() const override { return m_url.database; }
    [[nodiscard]] QStringList takeNotices() override { return std::exchange(m_notices, {}); }

    [[nodiscard]] Result<Rows> run(const QString &sql, std::stop_token stop) override
    {
        if (sql.contains(u';')) { // without one it is one statement either way
            allowSeveralStatements(false);
        }
        CS_TRY(all, send(sql, stop));
        // A CALL may return several results; the first one that has columns is the answer.
        for (Rows &rows : all) {
            if (!rows.columns().isEmpty()) {
                return std::move(rows);
            }
        }
        return all.empty() ? Rows() : std::move(all.front());
    }

    [[nodiscard]] Result<std::vector<Rows>> runAll(const QStringList &sql, std::stop_token stop) override
    {
        std::vector<Rows> results;
        results.reserve(static_cast<std::size_t>(sql.size()));
        qsizetype at = 0;
        while (at < sql.size()) {
            const qsizetype end = packetEnd(sql, at);
            if (end - at == 1) {
                CS_TRY(rows, run(sql.at(at), stop));
                results.push_back(std::move(rows));
            } else {
                CS_TRY(rows, runPacket(sql.mid(at, end - at), stop));
                std::ranges::move(rows, std::back_inserter(results));
            }
            at = end;
        }
        return results;
    }

    /// Asks which product and version this is and sets the guards.
    [[nodiscard]] Result<bool> begin(std::stop_token stop)
    {
        CS_TRY(rows, run(u"SELECT VERSION(), DATABASE()"_s, stop));
        const QString version = rows.text(0, 0);
        m_engine = version.contains(u"MariaDB"_s, Qt::CaseInsensitive) ? EngineKind::MariaDb : EngineKind::MySql;
        m_versionText = version.section(u'-', 0, 0);
        const QStringList parts = m_versionText.split(u'.');
        m_version = parts.value(0).toInt() * 10000 + parts.value(1).toInt() * 100 + parts.value(2).toInt();
        CS_CHECK(runAll(mySqlGuardStatements(m_engine, m_options), stop));
        return true;
    }

private:
    static constexpr qsizetype packetBytes = 1 << 20; // a sixteenth of MariaDB's default max_allowed_packet

    /// Statements that can share a packet: none has a ';' anywhere, so that none can hide another.
    static qsizetype packetEnd(const QStringList &sql, qsizetype begin)
    {
        qsizetype bytes = 0;
        qsizetype at = begin;
        while (at < sql.size() && !sql.at(at).contains(u';') && bytes < packetBytes) {
            bytes += sql.at(at).size() + 1;
            ++at;
        }
        return std::max(at, begin + 1);
    }

    /// On only for packets of our own making; off again before anything is sent in which a second statement could
    /// hide. A round trip when it changes.
    void allowSeveralStatements(bool allow)
    {
        if (allow != m_severalStatements) {
            mysql_set_server_option(m_connection.get(),
                                    allow ? MYSQL_OPTION_MULTI_STATEMENTS_ON : MYSQL_OPTION_MULTI_STATEMENTS_OFF);
            m_severalStatements = allow;
        }
    }

    [[nodiscard]] Result<std::vector<Rows>> runPacket(const QStringList &sql, std::stop_token stop)
    {
        allowSeveralStatements(true);
        auto results = send(sql.join(u';'), stop);
        if (results && results->size() != static_cast<std::size_t>(sql.size())) {
            return Fail(base::defect(u"the server returned another number of results than statements were sent"_s));
        }
        return results;
    }

    [[nodiscard]] Result<std::vector<Rows>> send(const QString &sql, std::stop_token stop)
    {
        if (stop.stop_requested()) {
            return Fail(base::cancelled());
        }
        const auto begin = std::chrono::steady_clock::now();
        auto results = [&] {
            Killer killer(m_url, m_options.connectTimeout, m_connection.get());
            const std::stop_callback callback(stop, [&killer] { killer.start(); });
            return exchange(sql);
        }();
        const auto taken = std::chrono::steady_clock::now() - begin;
        m_sent.push_back({sql, std::chrono::duration_cast<std::chrono::microseconds>(taken), !results});
        if (stop.stop_requested()) {
            return Fail(base::cancelled());
        }
        if (results && mysql_warning_count(m_connection.get()) > 0) {
            collectWarnings();
        }
        return results;
    }

    [[nodiscard]] Result<std::vector<Rows>> exchange(const QString &sql)
    {
        MYSQL *handle = m_connection.get();
        const QByteArray bytes = sql.toUtf8();
        if (mysql_real_query(handle, bytes.constData(), static_cast<unsigned long>(bytes.size())) != 0) {
            return Fail(errorOf(handle, {}));
        }
        std::vector<Rows> results;
        int more = 0;
        while (more == 0) {
            if (MYSQL_RES *result = mysql_use_result(handle)) {
                results.emplace_back(std::make_shared<StoredRows>(result));
                mysql_free_result(result);
                if (mysql_errno(handle) != 0) {
                    return Fail(errorOf(handle, {}));
                }
            } else if (mysql_field_count(handle) > 0) {
                return Fail(errorOf(handle, {}));
            } else {
                const my_ulonglong affected = mysql_affected_rows(handle);
                results.emplace_back(std::make_shared<StoredRows>(
                    affected == ~my_ulonglong{0} ? qint64{-1} : static_cast<qint64>(affected)));
            }
            more = mysql_next_result(handle);
        }
        if (more > 0) {
            return Fail(errorOf(handle, {}));
        }
        return results;
    }

    void collectWarnings()
    {
        const auto rows = exchange(u"SHOW WARNINGS"_s);
        if (!rows || rows->empty()) {
            return;
        }
        const Rows &warnings = rows->front();
        for (int i = 0; i < warnings.size(); ++i) {
            m_notices << warnings.text(i, 0) + u' ' + warnings.text(i, 1) + u": "_s + warnings.text(i, 2);
        }
    }

    Connection m_connection;
    ConnectionUrl m_url;
    SessionOptions m_options;
    EngineKind m_engine = EngineKind::MariaDb;
    bool m_severalStatements = false;
    int m_version = 0;
    QString m_versionText;
    QStringList m_notices;
};

QString seconds(std::chrono::milliseconds duration)
{
    return QString::number(static_cast<double>(duration.count()) / 1000.0);
}

} // namespace

base::Result<std::unique_ptr<Session>> openMySqlSession(const ConnectionUrl &url, const SessionOptions &options,
                                                        std::stop_token stop)
{
    if (stop.stop_requested()) {
        return Fail(base::cancelled());
    }
    CS_TRY(connection, connectTo(url, options.connectTimeout));
    auto session = std::make_unique<MySqlSession>(std::move(connection), url, options);
    if (auto begun = session->begin(stop); !begun) {
        return Fail(begun.error().within(u"setting the session's guards"_s));
    }
    return session;
}

QStringList mySqlGuardStatements(EngineKind engine, const SessionOptions &options)
{
    const bool readOnly = options.access == Access::ReadOnly;
    const auto lockSeconds = QString::number(std::max<qint64>(1, options.lockTimeout.count() / 1000));
    QString variables = u"SET SESSION "_s;
    if (engine == EngineKind::MariaDb) {
        variables += u"max_statement_time=%1"_s.arg(seconds(options.statementTimeout));
    } else {
        variables += u"max_execution_time=%1"_s.arg(options.statementTimeout.count());
    }
    variables +=
        u", lock_wait_timeout=%1, innodb_lock_wait_timeout=%1, time_zone='+00:00', sql_quote_show_create=1"_s.arg(
            lockSeconds);
    return {u"SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED, READ %1"_s.arg(readOnly ? u"ONLY"_s : u"WRITE"_s),
            variables};
}

} // namespace countersign::db

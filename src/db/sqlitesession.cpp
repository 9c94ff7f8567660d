#include "db/sqlitesession.h"

#include <QFileInfo>
#include <QUrl>

#include <sqlite3.h>

#include <thread>

namespace countersign::db {

using namespace Qt::StringLiterals;
using base::Fail;
using base::Result;
using Clock = std::chrono::steady_clock;

namespace {

/// All values of a result in one buffer, with the offset at which each begins.
class SqliteRows : public Rows::Source
{
public:
    explicit SqliteRows(sqlite3_stmt *statement)
    {
        const int count = sqlite3_column_count(statement);
        m_columns.reserve(count);
        for (int i = 0; i < count; ++i) {
            m_columns << QString::fromUtf8(sqlite3_column_name(statement, i));
        }
    }

    void append(sqlite3_stmt *statement)
    {
        for (int i = 0; i < m_columns.size(); ++i) {
            const int type = sqlite3_column_type(statement, i);
            const void *data = type == SQLITE_BLOB ? sqlite3_column_blob(statement, i)
                                                   : static_cast<const void *>(sqlite3_column_text(statement, i));
            m_cells.push_back({static_cast<quint64>(m_data.size()), type == SQLITE_NULL});
            m_data.append(static_cast<const char *>(data), sqlite3_column_bytes(statement, i));
        }
        ++m_rows;
    }
    /// Nothing follows: gives back what the buffers grew beyond their need.
    void finish()
    {
        m_cells.shrink_to_fit();
        m_data.squeeze();
    }
    void setAffected(qint64 affected) { m_affected = affected; }

    [[nodiscard]] int rowCount() const override { return m_rows; }
    [[nodiscard]] QStringList columns() const override { return m_columns; }
    [[nodiscard]] bool isNull(int row, int column) const override { return m_cells[at(row, column)].null; }
    [[nodiscard]] QByteArrayView bytes(int row, int column) const override
    {
        const std::size_t cell = at(row, column);
        const quint64 end = cell + 1 < m_cells.size() ? m_cells[cell + 1].begin : static_cast<quint64>(m_data.size());
        return QByteArrayView(m_data).sliced(static_cast<qsizetype>(m_cells[cell].begin),
                                             static_cast<qsizetype>(end - m_cells[cell].begin));
    }
    [[nodiscard]] qint64 affected() const override { return m_affected; }

private:
    struct Cell {
        quint64 begin : 63 = 0; ///< it ends where the next one begins
        bool null : 1 = false;
    };
    [[nodiscard]] std::size_t at(int row, int column) const
    {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns.size()) +
               static_cast<std::size_t>(column);
    }

    QStringList m_columns;
    QByteArray m_data;
    std::vector<Cell> m_cells;
    int m_rows = 0;
    qint64 m_affected = -1;
};

struct CodeName {
    int code;
    const char *name;
};

#define CODE(NAME) {NAME, #NAME}
constexpr CodeName codeNames[] = {
    CODE(SQLITE_ERROR),
    CODE(SQLITE_INTERNAL),
    CODE(SQLITE_PERM),
    CODE(SQLITE_ABORT),
    CODE(SQLITE_BUSY),
    CODE(SQLITE_LOCKED),
    CODE(SQLITE_NOMEM),
    CODE(SQLITE_READONLY),
    CODE(SQLITE_INTERRUPT),
    CODE(SQLITE_IOERR),
    CODE(SQLITE_CORRUPT),
    CODE(SQLITE_NOTFOUND),
    CODE(SQLITE_FULL),
    CODE(SQLITE_CANTOPEN),
    CODE(SQLITE_PROTOCOL),
    CODE(SQLITE_SCHEMA),
    CODE(SQLITE_TOOBIG),
    CODE(SQLITE_CONSTRAINT),
    CODE(SQLITE_MISMATCH),
    CODE(SQLITE_MISUSE),
    CODE(SQLITE_NOLFS),
    CODE(SQLITE_AUTH),
    CODE(SQLITE_RANGE),
    CODE(SQLITE_NOTADB),
    CODE(SQLITE_ERROR_MISSING_COLLSEQ),
    CODE(SQLITE_ERROR_RETRY),
    CODE(SQLITE_ERROR_SNAPSHOT),
    CODE(SQLITE_BUSY_RECOVERY),
    CODE(SQLITE_BUSY_SNAPSHOT),
    CODE(SQLITE_BUSY_TIMEOUT),
    CODE(SQLITE_LOCKED_SHAREDCACHE),
    CODE(SQLITE_LOCKED_VTAB),
    CODE(SQLITE_READONLY_RECOVERY),
    CODE(SQLITE_READONLY_CANTLOCK),
    CODE(SQLITE_READONLY_ROLLBACK),
    CODE(SQLITE_READONLY_DBMOVED),
    CODE(SQLITE_READONLY_CANTINIT),
    CODE(SQLITE_READONLY_DIRECTORY),
    CODE(SQLITE_ABORT_ROLLBACK),
    CODE(SQLITE_CORRUPT_VTAB),
    CODE(SQLITE_CORRUPT_SEQUENCE),
    CODE(SQLITE_CORRUPT_INDEX),
    CODE(SQLITE_CANTOPEN_NOTEMPDIR),
    CODE(SQLITE_CANTOPEN_ISDIR),
    CODE(SQLITE_CANTOPEN_FULLPATH),
    CODE(SQLITE_CANTOPEN_SYMLINK),
    CODE(SQLITE_CONSTRAINT_CHECK),
    CODE(SQLITE_CONSTRAINT_COMMITHOOK),
    CODE(SQLITE_CONSTRAINT_FOREIGNKEY),
    CODE(SQLITE_CONSTRAINT_FUNCTION),
    CODE(SQLITE_CONSTRAINT_NOTNULL),
    CODE(SQLITE_CONSTRAINT_PRIMARYKEY),
    CODE(SQLITE_CONSTRAINT_TRIGGER),
    CODE(SQLITE_CONSTRAINT_UNIQUE),
    CODE(SQLITE_CONSTRAINT_VTAB),
    CODE(SQLITE_CONSTRAINT_ROWID),
    CODE(SQLITE_CONSTRAINT_PINNED),
    CODE(SQLITE_CONSTRAINT_DATATYPE),
    CODE(SQLITE_IOERR_READ),
    CODE(SQLITE_IOERR_SHORT_READ),
    CODE(SQLITE_IOERR_WRITE),
    CODE(SQLITE_IOERR_FSYNC),
    CODE(SQLITE_IOERR_LOCK),
    CODE(SQLITE_IOERR_ACCESS),
    CODE(SQLITE_IOERR_DELETE),
    CODE(SQLITE_IOERR_NOMEM),
};
#undef CODE

QString nameOfCode(int code)
{
    for (const int wanted : {code, code & 0xff}) {
        for (const CodeName &entry : codeNames) {
            if (entry.code == wanted) {
                return QString::fromLatin1(entry.name);
            }
        }
    }
    return u"SQLITE_%1"_s.arg(code);
}

bool isAny(const char *text, std::initializer_list<const char *> names)
{
    return text != nullptr && std::ranges::any_of(names, [&](const char *name) { return qstricmp(text, name) == 0; });
}

/// VACUUM attaches a nameless temporary database; every other ATTACH names a file to write.
bool attachesFile(const char *file)
{
    return file == nullptr || *file != '\0';
}

bool readsOnly(int action, const char *first, const char *second)
{
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
    case SQLITE_TRANSACTION:
    case SQLITE_SAVEPOINT:
        return true;
    case SQLITE_FUNCTION:
        return !isAny(second, {"load_extension"});
    case SQLITE_PRAGMA:
        return second == nullptr ||
               isAny(first, {"table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo",
                             "foreign_key_list", "foreign_key_check", "integrity_check", "quick_check"});
    default:
        return false;
    }
}

int authorizeReadOnly(void *, int action, const char *first, const char *second, const char *, const char *)
{
    return readsOnly(action, first, second) ? SQLITE_OK : SQLITE_DENY;
}

int authorizeScratch(void *, int action, const char *first, const char *second, const char *, const char *)
{
    const bool refused =
        (action == SQLITE_ATTACH && attachesFile(first)) ||
        (action == SQLITE_FUNCTION && isAny(second, {"load_extension", "writefile", "edit"})) ||
        (action == SQLITE_PRAGMA && second != nullptr &&
         isAny(first, {"temp_store_directory", "data_store_directory", "trusted_schema", "writable_schema"}));
    return refused ? SQLITE_DENY : SQLITE_OK;
}

class SqliteSession : public Session
{
public:
    SqliteSession(sqlite3 *handle, QString name, const SessionOptions &options)
        : m_handle(handle), m_name(std::move(name)), m_options(options)
    {
        sqlite3_extended_result_codes(m_handle, 1);
        sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        sqlite3_busy_handler(m_handle, &SqliteSession::waitForLock, this);
        sqlite3_progress_handler(m_handle, 1000, &SqliteSession::passedDeadline, this);
    }
    ~SqliteSession() override { sqlite3_close_v2(m_handle); }

    Result<void> guard(std::stop_token stop)
    {
        for (const QString &statement : sqliteGuardStatements(m_options)) {
            CS_CHECK(run(statement, stop));
        }
        sqlite3_set_authorizer(m_handle, m_options.access == Access::ReadOnly ? &authorizeReadOnly : &authorizeScratch,
                               nullptr);
        // The first read is what opens the file: a text file or an encrypted database is found out here.
        CS_CHECK(run(u"SELECT count(*) FROM sqlite_schema"_s, stop));
        return {};
    }

    [[nodiscard]] schema::EngineKind engine() const override { return schema::EngineKind::Sqlite; }
    [[nodiscard]] int version() const override
    {
        const int number = sqlite3_libversion_number();
        return number / 1000000 * 10000 + number / 1000 % 1000 * 100 + number % 1000;
    }
    [[nodiscard]] QString versionText() const override { return QString::fromLatin1(sqlite3_libversion()); }
    [[nodiscard]] QString databaseName() const override { return m_name; }
    [[nodiscard]] QStringList takeNotices() override { return {}; }

    [[nodiscard]] Result<Rows> run(const QString &sql, std::stop_token stop) override
    {
        const Clock::time_point start = Clock::now();
        m_stop = stop;
        m_deadline = start + m_options.statementTimeout;
        m_late = false;
        Result<Rows> result = stop.stop_requested() ? Result<Rows>(Fail(base::cancelled())) : runNow(sql, stop);
        m_stop = {};
        m_sent.push_back(
            {sql, std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start), !result.has_value()});
        return result;
    }

    [[nodiscard]] Result<std::vector<Rows>> runAll(const QStringList &sql, std::stop_token stop) override
    {
        std::vector<Rows> all;
        all.reserve(static_cast<std::size_t>(sql.size()));
        for (const QString &statement : sql) {
            CS_TRY(rows, run(statement, stop));
            all.push_back(std::move(rows));
        }
        return all;
    }

private:
    static int waitForLock(void *self, int tries)
    {
        const auto &session = *static_cast<SqliteSession *>(self);
        constexpr std::chrono::milliseconds pause{10};
        if (session.m_stop.stop_requested() || tries * pause >= session.m_options.lockTimeout) {
            return 0;
        }
        std::this_thread::sleep_for(pause);
        return 1;
    }
    static int passedDeadline(void *self)
    {
        auto &session = *static_cast<SqliteSession *>(self);
        session.m_late = session.m_options.statementTimeout.count() > 0 && Clock::now() > session.m_deadline;
        return session.m_late || session.m_stop.stop_requested() ? 1 : 0;
    }

    Result<Rows> runNow(const QString &sql, const std::stop_token &stop)
    {
        const QByteArray utf8 = sql.toUtf8();
        if (utf8.contains('\0')) {
            return Fail(
                base::usageError(u"The statement holds a NUL character, after which SQLite would stop reading"_s));
        }
        sqlite3_stmt *raw = nullptr;
        const char *tail = nullptr;
        const int prepared =
            sqlite3_prepare_v2(m_handle, utf8.constData(), static_cast<int>(utf8.size()) + 1, &raw, &tail);
        const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt *)> statement(raw, &sqlite3_finalize);
        if (prepared != SQLITE_OK) {
            return Fail(failure(stop));
        }
        if (statement == nullptr) {
            return Rows();
        }
        CS_CHECK(refuseTail(tail));
        // SQLite allows the interrupt from any thread while the connection is open; it does not block.
        const std::stop_callback interrupt(stop, [this] { sqlite3_interrupt(m_handle); });
        const bool writes = sqlite3_stmt_readonly(statement.get()) == 0;
        const sqlite3_int64 before = sqlite3_total_changes64(m_handle);
        auto rows = std::make_shared<SqliteRows>(statement.get());
        int code = SQLITE_ROW;
        while ((code = sqlite3_step(statement.get())) == SQLITE_ROW) {
            rows->append(statement.get());
        }
        if (code != SQLITE_DONE) {
            return Fail(failure(stop));
        }
        rows->finish();
        if (writes && sqlite3_total_changes64(m_handle) != before) {
            rows->setAffected(sqlite3_changes64(m_handle));
        } else if (writes) {
            rows->setAffected(0);
        }
        return Rows(std::move(rows));
    }

    Result<void> refuseTail(const char *tail)
    {
        while (tail != nullptr && *tail != '\0') {
            sqlite3_stmt *next = nullptr;
            const char *rest = nullptr;
            const int code = sqlite3_prepare_v2(m_handle, tail, -1, &next, &rest);
            sqlite3_finalize(next);
            if (code != SQLITE_OK || next != nullptr) {
                return Fail(base::usageError(u"More than one statement in one call"_s, m_name));
            }
            if (rest == tail) {
                break;
            }
            tail = rest;
        }
        return {};
    }

    [[nodiscard]] base::Error failure(const std::stop_token &stop) const
    {
        const int code = sqlite3_extended_errcode(m_handle);
        const QString message = QString::fromUtf8(sqlite3_errmsg(m_handle));
        base::Error error;
        switch (code & 0xff) {
        case SQLITE_INTERRUPT:
            if (stop.stop_requested()) {
                return base::cancelled();
            }
            error = base::undecided(m_late ? u"The statement ran longer than %1 ms and was stopped"_s.arg(
                                                 m_options.statementTimeout.count())
                                           : message,
                                    m_name);
            break;
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            if (stop.stop_requested()) {
                return base::cancelled();
            }
            error = base::undecided(message, m_name,
                                    u"Another connection holds the file; try again when its transaction has ended."_s);
            break;
        case SQLITE_AUTH:
        case SQLITE_READONLY:
        case SQLITE_PERM:
            error = base::notAllowed(message, m_name);
            break;
        case SQLITE_NOTADB:
            error = base::usageError(message, m_name, u"Is it an SQLite file? It may also be encrypted."_s);
            break;
        case SQLITE_CANTOPEN:
        case SQLITE_IOERR:
        case SQLITE_FULL:
        case SQLITE_NOMEM:
        case SQLITE_CORRUPT:
        case SQLITE_PROTOCOL:
            error = base::undecided(message, m_name);
            break;
        default:
            error = base::usageError(message, m_name);
        }
        error.sqlState = nameOfCode(code);
        return error;
    }

    sqlite3 *m_handle;
    QString m_name;
    SessionOptions m_options;
    std::stop_token m_stop;
    Clock::time_point m_deadline;
    bool m_late = false;
};

Result<QByteArray> fileUri(const ConnectionUrl &url, Access access)
{
    if (url.database == u":memory:"_s && access == Access::ReadWrite) {
        return QByteArray("file::memory:");
    }
    const QFileInfo file(url.database);
    if (url.database.isEmpty()) {
        return Fail(base::usageError(u"The URL names no file"_s, url.display()));
    }
    if (access == Access::ReadOnly && !file.exists()) {
        return Fail(base::usageError(u"There is no such file"_s, url.database));
    }
    if (file.isDir()) {
        return Fail(base::usageError(u"This is a folder, not a database file"_s, url.database));
    }
    const QByteArray path = QUrl::toPercentEncoding(file.absoluteFilePath(), "/");
    return "file:" + path + (access == Access::ReadOnly ? "?mode=ro" : "?mode=rwc");
}

} // namespace

Result<std::unique_ptr<Session>> openSqliteSession(const ConnectionUrl &url, const SessionOptions &options,
                                                   std::stop_token stop)
{
    CS_TRY(uri, fileUri(url, options.access));
    const int flags =
        SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE |
        (options.access == Access::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(uri.constData(), &handle, flags, nullptr);
    if (code != SQLITE_OK) {
        const QString message = QString::fromUtf8(handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(code));
        sqlite3_close_v2(handle);
        base::Error error = base::undecided(message, url.database);
        error.sqlState = nameOfCode(code);
        return Fail(error);
    }
    auto session = std::make_unique<SqliteSession>(handle, url.database, options);
    if (auto guarded = session->guard(stop); !guarded) {
        return Fail(guarded.error().within(u"opening"_s));
    }
    return session;
}

QStringList sqliteGuardStatements(const SessionOptions &options)
{
    QStringList statements{u"PRAGMA trusted_schema = OFF"_s};
    if (options.access == Access::ReadOnly) {
        statements << u"PRAGMA query_only = ON"_s;
    }
    return statements;
}

} // namespace countersign::db

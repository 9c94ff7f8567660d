#include "review/store/sqliteconnection.h"

#include "base/show.h"

#include <QFileInfo>

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <thread>

namespace countersign::review::store {

using namespace Qt::StringLiterals;

namespace {

constexpr int busyStepMilliseconds = 5;
constexpr int progressOperations = 10000;

bool isOurs(const char *table)
{
    static constexpr std::array<const char *, 4> tables{"event", "blob", "meta", "sqlite_schema"};
    return table != nullptr &&
           std::any_of(tables.begin(), tables.end(), [&](const char *ours) { return std::strcmp(table, ours) == 0; });
}

int authorize(void *, int action, const char *first, const char *, const char *, const char *)
{
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_TRANSACTION:
    case SQLITE_FUNCTION:
        return SQLITE_OK;
    case SQLITE_READ:
        return isOurs(first) || (first != nullptr && std::strcmp(first, "sqlite_master") == 0) ? SQLITE_OK
                                                                                               : SQLITE_DENY;
    case SQLITE_INSERT:
        return std::strcmp(first, "event") == 0 || std::strcmp(first, "blob") == 0 ? SQLITE_OK : SQLITE_DENY;
    default:
        return SQLITE_DENY;
    }
}

} // namespace

base::Error sqliteError(sqlite3 *handle, const QString &doing)
{
    const int code = sqlite3_errcode(handle);
    const QString text = u"%1: %2"_s.arg(doing, QString::fromUtf8(sqlite3_errmsg(handle)));
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return base::undecided(text, {}, u"Another program is writing to the ledger; try again."_s);
    case SQLITE_INTERRUPT:
        return base::cancelled();
    case SQLITE_FULL:
        return base::undecided(text, {}, u"Free some space on the disk."_s);
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
    case SQLITE_PROTOCOL:
    case SQLITE_NOMEM:
        return base::undecided(text, {}, u"Check the disk and the permissions of the file and its folder."_s);
    case SQLITE_AUTH:
        return base::defect(text);
    default:
        return base::integrityError(text, {}, u"Restore the ledger from a backup: countersignctl ledger restore."_s);
    }
}

void SqliteStatement::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

SqliteStatement &SqliteStatement::bind(int index, qint64 value)
{
    sqlite3_bind_int64(m_statement.get(), index, value);
    return *this;
}

SqliteStatement &SqliteStatement::bindText(int index, const QString &value)
{
    const QByteArray utf8 = value.toUtf8();
    sqlite3_bind_text(m_statement.get(), index, utf8.constData(), static_cast<int>(utf8.size()), SQLITE_TRANSIENT);
    return *this;
}

SqliteStatement &SqliteStatement::bindBytes(int index, const QByteArray &value)
{
    // constData() of an empty QByteArray is not null, so this stores an empty blob and never NULL.
    sqlite3_bind_blob64(m_statement.get(), index, value.constData(), static_cast<sqlite3_uint64>(value.size()),
                        SQLITE_TRANSIENT);
    return *this;
}

base::Result<bool> SqliteStatement::step()
{
    switch (sqlite3_step(m_statement.get())) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default:
        return std::unexpected(sqliteError(m_connection, u"The ledger file cannot be used"_s));
    }
}

base::Result<void> SqliteStatement::run()
{
    while (true) {
        CS_TRY(row, step());
        if (!row) {
            return {};
        }
    }
}

qint64 SqliteStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

QString SqliteStatement::text(int column) const
{
    return QString::fromUtf8(bytes(column));
}

QByteArray SqliteStatement::bytes(int column) const
{
    const void *data = sqlite3_column_blob(m_statement.get(), column);
    return QByteArray(static_cast<const char *>(data), sqlite3_column_bytes(m_statement.get(), column));
}

base::Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const QString &path, SqliteAccess access,
                                                                       std::chrono::milliseconds busyTimeout)
{
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection);
    connection->m_path = path;
    connection->m_busyTimeout = busyTimeout;
    const int flags = (access == SqliteAccess::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) |
                      SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE;
    // Only the file itself must be no link; the folder may well be reached by one.
    const QFileInfo info(path);
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    const QString place = folder.isEmpty() ? path : folder + u'/' + info.fileName();
    if (sqlite3_open_v2(place.toUtf8().constData(), &connection->m_handle, flags, nullptr) != SQLITE_OK) {
        base::Error error = sqliteError(connection->m_handle, u"The ledger file cannot be opened"_s);
        error.where = base::show(path);
        return std::unexpected(error);
    }
    sqlite3_busy_handler(connection->m_handle, onBusy, connection.get());
    sqlite3_progress_handler(connection->m_handle, progressOperations, onProgress, connection.get());
    sqlite3_db_config(connection->m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(connection->m_handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_limit(connection->m_handle, SQLITE_LIMIT_ATTACHED, 0);
    return connection;
}

SqliteConnection::~SqliteConnection()
{
    sqlite3_close_v2(m_handle);
}

base::Result<SqliteStatement> SqliteConnection::prepare(const char *sql)
{
    SqliteStatement statement;
    statement.m_connection = m_handle;
    sqlite3_stmt *prepared = nullptr;
    if (sqlite3_prepare_v2(m_handle, sql, -1, &prepared, nullptr) != SQLITE_OK) {
        base::Error error = sqliteError(m_handle, u"The ledger file cannot be used"_s);
        error.where = base::show(m_path);
        return std::unexpected(error);
    }
    statement.m_statement.reset(prepared);
    return statement;
}

base::Result<void> SqliteConnection::execute(const char *sql)
{
    CS_TRY(statement, prepare(sql));
    return statement.run();
}

base::Result<WritePlace> SqliteConnection::beginWriting()
{
    using std::chrono::steady_clock;
    const auto asked = steady_clock::now();
    WritePlace place(m_path, m_busyTimeout, m_stop);
    m_queued = std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now() - asked);
    auto begun = execute("BEGIN IMMEDIATE");
    m_queued = {};
    return begun ? base::Result<WritePlace>(std::move(place)) : std::unexpected(begun.error());
}

void SqliteConnection::restrict()
{
    sqlite3_set_authorizer(m_handle, authorize, nullptr);
}

void SqliteConnection::setStop(std::stop_token stop)
{
    m_stop = std::move(stop);
}

bool SqliteConnection::inTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

int SqliteConnection::onBusy(void *self, int count)
{
    auto *connection = static_cast<SqliteConnection *>(self);
    const auto now = std::chrono::steady_clock::now();
    if (count == 0) {
        connection->m_busySince = now;
    }
    // By the clock: on a busy computer every pause is longer than it was meant to be.
    if (connection->m_stop.stop_requested() ||
        now - connection->m_busySince > connection->m_busyTimeout - connection->m_queued) {
        return 0;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(busyStepMilliseconds));
    return 1;
}

int SqliteConnection::onProgress(void *self)
{
    return static_cast<SqliteConnection *>(self)->m_stop.stop_requested() ? 1 : 0;
}

} // namespace countersign::review::store

#include "review/store/sqlitestore.h"

#include "base/digest.h"
#include "base/show.h"
#include "review/failpoint.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace countersign::review::store {

using namespace Qt::StringLiterals;

namespace {

// "CsgL", so that file(1) and we can tell a ledger from any other database.
constexpr qint64 applicationId = 0x4373674c;

constexpr auto blobKept =
    "CREATE TRIGGER blob_kept BEFORE DELETE ON blob BEGIN SELECT RAISE(ABORT,'blobs are never removed'); END";

constexpr std::array schema{
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    "CREATE TABLE blob (sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32), bytes BLOB NOT NULL) STRICT",
    "CREATE TABLE event (seq INTEGER PRIMARY KEY, eid BLOB NOT NULL UNIQUE CHECK (length(eid) = 32),"
    " change TEXT NOT NULL, kind TEXT NOT NULL, payload BLOB NOT NULL, sig BLOB NOT NULL,"
    " prev BLOB NOT NULL CHECK (length(prev) = 32), link BLOB NOT NULL UNIQUE CHECK (length(link) = 32),"
    " recv_us INTEGER NOT NULL) STRICT",
    // INSERT OR REPLACE on a UNIQUE column deletes the old row without firing DELETE triggers; hence the EXISTS.
    "CREATE TRIGGER event_next BEFORE INSERT ON event"
    " WHEN NEW.seq IS NOT (SELECT coalesce(max(seq),0)+1 FROM event)"
    " OR NEW.prev IS NOT coalesce((SELECT link FROM event ORDER BY seq DESC LIMIT 1),zeroblob(32))"
    " OR EXISTS(SELECT 1 FROM event WHERE eid=NEW.eid OR link=NEW.link)"
    " BEGIN SELECT RAISE(ABORT,'not the next link'); END",
    "CREATE TRIGGER event_kept_as_is BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT,'events are never changed'); END",
    "CREATE TRIGGER event_kept BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT,'events are never removed'); END",
    "CREATE TRIGGER blob_once BEFORE INSERT ON blob WHEN EXISTS(SELECT 1 FROM blob WHERE sha256=NEW.sha256)"
    " BEGIN SELECT RAISE(ABORT,'the blob is there'); END",
    "CREATE TRIGGER blob_kept_as_is BEFORE UPDATE ON blob BEGIN SELECT RAISE(ABORT,'blobs are never changed'); END",
    blobKept,
    "CREATE TRIGGER meta_once BEFORE INSERT ON meta WHEN (SELECT count(*) FROM meta) >= 2"
    " BEGIN SELECT RAISE(ABORT,'meta is written once'); END",
    "CREATE TRIGGER meta_kept_as_is BEFORE UPDATE ON meta BEGIN SELECT RAISE(ABORT,'meta is written once'); END",
    "CREATE TRIGGER meta_kept BEFORE DELETE ON meta BEGIN SELECT RAISE(ABORT,'meta is written once'); END",
    "CREATE INDEX event_change ON event (change, seq)",
};

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray raw(const QString &digest)
{
    return digest.isEmpty() ? QByteArray(32, '\0') : QByteArray::fromHex(digest.toLatin1());
}

base::Error notALedger(const QString &path, const QString &what)
{
    return base::integrityError(u"This file is not a ledger as Countersign makes it: %1"_s.arg(what), base::show(path),
                                u"Name the right file, or restore it from a backup."_s);
}

/// What lies behind FUSE only the name of the mount's type tells (proc_pid_mountinfo(5): fuse.sshfs); statfs(2) says
/// FUSE of a local disk as well.
bool isNetworkMount(const QByteArray &type)
{
    static constexpr std::array names{"sshfs", "rclone", "s3fs",      "gcsfuse",  "goofys",     "glusterfs",
                                      "ceph",  "davfs",  "curlftpfs", "smbnetfs", "gvfsd-fuse", "nfs"};
    return type.startsWith("fuse.") &&
           std::ranges::any_of(names, [&type](const char *name) { return type.contains(name); });
}

/// SQLite's locks cannot be relied on there.
base::Result<void> refuseNetworkFileSystem(const QString &path)
{
    static constexpr std::array<quint32, 8> networkTypes{
        0x6969,     // NFS
        0x517B,     // SMB
        0xFE534D42, // SMB2
        0xFF534D42, // CIFS
        0x5346414F, // AFS
        0x00C36400, // Ceph
        0x0BD00BD0, // Lustre
        0x73757245, // Coda
    };
    struct statfs info{};
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    if (::statfs(folder.constData(), &info) != 0) {
        return std::unexpected(base::usageError(u"There is no such folder"_s, QFileInfo(path).absolutePath()));
    }
    const auto type = static_cast<quint32>(info.f_type);
    if (std::find(networkTypes.begin(), networkTypes.end(), type) != networkTypes.end() ||
        isNetworkMount(QStorageInfo(QFileInfo(path).absolutePath()).fileSystemType())) {
        return std::unexpected(base::usageError(u"An embedded ledger cannot be kept on a network file system: its "
                                                u"locks cannot be relied on"_s,
                                                base::show(path),
                                                u"Use a local disk, or a PostgreSQL ledger (pg:SERVICE)."_s));
    }
    return {};
}

/// What SQLite itself does not refuse: other kinds of files, an empty file, a journal mode we never use.
base::Result<void> checkHeader(const QString &path)
{
    QFile file(path);
    if (!QFileInfo::exists(path)) {
        return std::unexpected(
            base::usageError(u"There is no ledger"_s, base::show(path),
                             u"Make one with `countersignctl review init`; where colleagues have one, import theirs: "
                             u"`countersignctl ledger import EXPORT sqlite:FILE`."_s));
    }
    if (!QFileInfo(path).isFile() || QFileInfo(path).isSymLink()) {
        return std::unexpected(notALedger(path, u"it is not a regular file"_s));
    }
    struct stat info{};
    if (::stat(QFile::encodeName(path).constData(), &info) == 0 && info.st_nlink > 1) {
        // Each name has a journal of its own, so what one client interrupted another would not undo.
        return std::unexpected(base::usageError(u"The ledger file has %1 names (hard links)"_s.arg(info.st_nlink),
                                                base::show(path), u"Keep one, or make a copy of the file."_s));
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return std::unexpected(
            base::undecided(u"The ledger cannot be read: %1"_s.arg(file.errorString()), base::show(path)));
    }
    const QByteArray header = file.read(100);
    if (header.size() < 100 || !header.startsWith("SQLite format 3")) {
        return std::unexpected(
            notALedger(path, header.isEmpty() ? u"it is empty"_s : u"it is not a SQLite database"_s));
    }
    if (header[18] != 1 || header[19] != 1) {
        return std::unexpected(notALedger(path, u"its journal mode was changed"_s));
    }
    if (file.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)) {
        // A copy made with a usual umask; nobody but the owner has business in here.
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    return {};
}

base::Result<void> configure(SqliteConnection &connection)
{
    static constexpr std::array pragmas{
        "PRAGMA journal_mode=DELETE",   "PRAGMA synchronous=EXTRA",  "PRAGMA foreign_keys=ON",
        "PRAGMA recursive_triggers=ON", "PRAGMA cell_size_check=ON", "PRAGMA mmap_size=0",
        "PRAGMA temp_store=MEMORY",
    };
    for (const char *pragma : pragmas) {
        CS_CHECK(connection.execute(pragma));
    }
    return {};
}

base::Result<qint64> pragmaValue(SqliteConnection &connection, const char *sql)
{
    CS_TRY(statement, connection.prepare(sql));
    CS_TRY(row, statement.step());
    return row ? statement.integer(0) : 0;
}

base::Result<void> makeEmptyFile(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat info{};
    if (::lstat(name.constData(), &info) == 0 && S_ISREG(info.st_mode) && info.st_size == 0 && info.st_nlink == 1 &&
        info.st_uid == ::geteuid()) {
        // What somebody left who was stopped right here; there is nothing in it.
        return ::chmod(name.constData(), 0600) == 0
                   ? base::Result<void>()
                   : std::unexpected(base::undecided(
                         u"The file cannot be made: %1"_s.arg(QString::fromLocal8Bit(std::strerror(errno))),
                         base::show(path)));
    }
    const int descriptor = ::open(name.constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        return std::unexpected(errno == EEXIST ? base::conflict(u"There is a file already"_s, base::show(path))
                                               : base::undecided(u"The file cannot be made: %1"_s.arg(
                                                                     QString::fromLocal8Bit(std::strerror(errno))),
                                                                 base::show(path)));
    }
    ::close(descriptor);
    return {};
}

StoredEvent eventOf(const SqliteStatement &row)
{
    StoredEvent event;
    event.seq = row.integer(0);
    event.eid = hex(row.bytes(1));
    event.change = row.text(2);
    event.kind = row.text(3);
    event.payload = row.bytes(4);
    event.signature = row.bytes(5);
    event.previous = event.seq == 1 && row.bytes(6) == QByteArray(32, '\0') ? QString() : hex(row.bytes(6));
    event.link = hex(row.bytes(7));
    event.receivedUs = row.integer(8);
    return event;
}

} // namespace

base::Result<std::unique_ptr<Store>> SqliteStore::create(const QString &path, const QString &ledgerId,
                                                         std::chrono::milliseconds timeout)
{
    CS_CHECK(refuseNetworkFileSystem(path));
    CS_CHECK(makeEmptyFile(path));
    CS_TRY(connection, SqliteConnection::open(path, SqliteAccess::ReadWrite, timeout));
    CS_CHECK(configure(*connection));
    CS_CHECK(connection->execute("BEGIN IMMEDIATE"));
    for (const char *sql : schema) {
        CS_CHECK(connection->execute(sql));
    }
    for (const auto &[key, value] : {std::pair{u"ledger"_s, ledgerId}, {u"format"_s, QString::number(formatVersion)}}) {
        CS_TRY(insert, connection->prepare("INSERT INTO meta (key, value) VALUES (?1, ?2)"));
        CS_CHECK(insert.bindText(1, key).bindText(2, value).run());
    }
    CS_CHECK(connection->execute(u"PRAGMA application_id=%1"_s.arg(applicationId).toLatin1().constData()));
    CS_CHECK(connection->execute(u"PRAGMA user_version=%1"_s.arg(formatVersion).toLatin1().constData()));
    CS_CHECK(connection->execute("COMMIT"));
    connection.reset();
    return open(path, timeout);
}

base::Result<std::unique_ptr<Store>> SqliteStore::open(const QString &path, std::chrono::milliseconds timeout)
{
    CS_CHECK(refuseNetworkFileSystem(path));
    CS_CHECK(checkHeader(path));
    CS_TRY(connection, SqliteConnection::open(path, SqliteAccess::ReadWrite, timeout));
    CS_TRY(application, pragmaValue(*connection, "PRAGMA application_id"));
    CS_TRY(version, pragmaValue(*connection, "PRAGMA user_version"));
    if (application != applicationId) {
        return std::unexpected(notALedger(path, u"its application id is another"_s));
    }
    if (version > formatVersion) {
        return std::unexpected(
            base::undecided(u"The ledger has format %1; this program knows up to %2"_s.arg(version).arg(formatVersion),
                            base::show(path), u"Use a newer version of Countersign."_s));
    }
    CS_CHECK(configure(*connection));
    std::unique_ptr<SqliteStore> store(new SqliteStore(std::move(connection)));
    CS_CHECK(store->checkSchema());
    store->m_connection->restrict();
    CS_TRY(ledger, store->metaValue("SELECT value FROM meta WHERE key = 'ledger'"));
    CS_TRY(format, store->metaValue("SELECT value FROM meta WHERE key = 'format'"));
    if (format != QString::number(version)) {
        return std::unexpected(notALedger(path, u"it contradicts itself about its format"_s));
    }
    store->m_ledgerId = ledger;
    return std::unique_ptr<Store>(std::move(store));
}

base::Result<QString> SqliteStore::metaValue(const char *sql)
{
    CS_TRY(statement, m_connection->prepare(sql));
    CS_TRY(row, statement.step());
    return row ? statement.text(0) : QString();
}

base::Result<void> SqliteStore::checkSchema()
{
    QStringList expected;
    for (const char *sql : schema) {
        expected << QString::fromLatin1(sql);
    }
    expected.sort();
    QStringList found;
    CS_TRY(statement, m_connection->prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"));
    while (true) {
        CS_TRY(row, statement.step());
        if (!row) {
            break;
        }
        found << statement.text(0);
    }
    found.sort();
    for (const QString &sql : std::as_const(found)) {
        if (!expected.contains(sql)) {
            return std::unexpected(
                notALedger(m_connection->path(), u"it holds \"%1\""_s.arg(base::show(sql.left(80)))));
        }
    }
    for (const QString &sql : std::as_const(expected)) {
        if (!found.contains(sql)) {
            return std::unexpected(notALedger(m_connection->path(), u"it lacks \"%1\""_s.arg(sql.left(80))));
        }
    }
    return {};
}

QString SqliteStore::ledgerId() const
{
    return m_ledgerId;
}

QString SqliteStore::describe() const
{
    return u"sqlite:"_s + m_connection->path();
}

base::Result<Head> SqliteStore::head(std::stop_token stop)
{
    m_connection->setStop(stop);
    CS_TRY(statement, m_connection->prepare("SELECT seq, link FROM event ORDER BY seq DESC LIMIT 1"));
    CS_TRY(row, statement.step());
    return row ? Head{statement.integer(0), hex(statement.bytes(1))} : Head{};
}

base::Result<void> SqliteStore::events(qint64 after, const EventSink &sink, std::stop_token stop)
{
    m_connection->setStop(stop);
    CS_TRY(statement,
           m_connection->prepare("SELECT seq, eid, change, kind, payload, sig, prev, link, recv_us FROM event "
                                 "WHERE seq > ?1 ORDER BY seq"));
    statement.bind(1, after);
    while (true) {
        CS_TRY(row, statement.step());
        if (!row) {
            return {};
        }
        CS_CHECK(sink(eventOf(statement)));
    }
}

base::Result<std::optional<QByteArray>> SqliteStore::blob(const QString &digest)
{
    CS_TRY(statement, m_connection->prepare("SELECT bytes FROM blob WHERE sha256 = ?1"));
    CS_TRY(row, statement.bindBytes(1, raw(digest)).step());
    if (row) {
        return statement.bytes(0);
    }
    // A redacted blob is rare and allowed; one that a damaged index hides must not be taken for it.
    CS_CHECK(checkFile());
    return std::nullopt;
}

base::Result<QStringList> SqliteStore::blobDigests()
{
    QStringList digests;
    CS_TRY(statement, m_connection->prepare("SELECT sha256 FROM blob"));
    while (true) {
        CS_TRY(row, statement.step());
        if (!row) {
            digests.sort();
            return digests;
        }
        digests << hex(statement.bytes(0));
    }
}

base::Result<void> SqliteStore::insertBlobs(const QList<QByteArray> &blobs)
{
    for (const QByteArray &bytes : blobs) {
        CS_TRY(insert, m_connection->prepare("INSERT INTO blob (sha256, bytes) SELECT ?1, ?2 "
                                             "WHERE NOT EXISTS (SELECT 1 FROM blob WHERE sha256 = ?1)"));
        CS_CHECK(insert.bindBytes(1, base::sha256(bytes)).bindBytes(2, bytes).run());
    }
    return {};
}

base::Result<void> SqliteStore::insertEvent(const StoredEvent &event)
{
    CS_TRY(insert,
           m_connection->prepare("INSERT INTO event (seq, eid, change, kind, payload, sig, prev, link, recv_us) "
                                 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"));
    insert.bind(1, event.seq)
        .bindBytes(2, raw(event.eid))
        .bindText(3, event.change)
        .bindText(4, event.kind)
        .bindBytes(5, event.payload)
        .bindBytes(6, event.signature)
        .bindBytes(7, raw(event.previous))
        .bindBytes(8, raw(event.link))
        .bind(9, event.receivedUs);
    return insert.run();
}

base::Result<std::optional<Stored>> SqliteStore::find(const QString &eid)
{
    CS_TRY(statement, m_connection->prepare("SELECT seq, link FROM event WHERE eid = ?1"));
    CS_TRY(row, statement.bindBytes(1, raw(eid)).step());
    if (!row) {
        return std::nullopt;
    }
    return Stored{statement.integer(0), Head{statement.integer(0), hex(statement.bytes(1))}, true};
}

base::Result<Stored> SqliteStore::appendLocked(const NewEvent &event, qint64 nowUs)
{
    CS_TRY(known, find(event.eid));
    if (known) {
        return *known;
    }
    if (event.expectedLast) {
        CS_TRY(last, m_connection->prepare("SELECT eid FROM event WHERE change = ?1 ORDER BY seq DESC LIMIT 1"));
        last.bindText(1, event.change);
        CS_TRY(row, last.step());
        if ((row ? hex(last.bytes(0)) : QString()) != *event.expectedLast) {
            return std::unexpected(base::conflict(u"Somebody else was first: there is a newer event"_s, event.change,
                                                  u"Read the change again, then decide again."_s));
        }
    }
    StoredEvent stored;
    stored.seq = 1;
    stored.receivedUs = nowUs;
    CS_TRY(newest, m_connection->prepare("SELECT seq, link, recv_us FROM event ORDER BY seq DESC LIMIT 1"));
    CS_TRY(row, newest.step());
    if (row) {
        stored.seq = newest.integer(0) + 1;
        stored.previous = hex(newest.bytes(1));
        stored.receivedUs = std::max(nowUs, newest.integer(2));
    }
    stored.eid = event.eid;
    stored.change = event.change;
    stored.kind = event.kind;
    stored.payload = event.payload;
    stored.signature = event.signature;
    stored.link = chainLink(stored.seq, stored.previous, stored.eid, stored.signature, stored.receivedUs);
    CS_CHECK(insertBlobs(event.blobs));
    CS_FAILPOINT("blob.in");
    CS_CHECK(insertEvent(stored));
    CS_FAILPOINT("event.in");
    return Stored{stored.seq, Head{stored.seq, stored.link}, false};
}

base::Result<void> SqliteStore::commit()
{
    return m_connection->execute("COMMIT");
}

base::Result<Stored> SqliteStore::append(const NewEvent &event, qint64 nowUs, std::stop_token stop)
{
    m_connection->setStop(stop);
    CS_TRY(place, m_connection->beginWriting());
    CS_FAILPOINT("begun");
    auto stored = appendLocked(event, nowUs);
    // From here on a stop would only leave open what happened.
    m_connection->setStop({});
    if (stored) {
        if (const auto done = commit(); !done) {
            // SQLite may have rolled back on its own or still hold the transaction; what counts is what is stored.
            if (m_connection->inTransaction()) {
                static_cast<void>(m_connection->execute("ROLLBACK"));
            }
            const auto known = find(event.eid);
            return known && *known ? base::Result<Stored>(**known) : std::unexpected(done.error());
        }
        CS_FAILPOINT("committed");
        return stored;
    }
    if (m_connection->inTransaction()) {
        static_cast<void>(m_connection->execute("ROLLBACK"));
    }
    return stored;
}

base::Result<void> SqliteStore::adopt(const QList<StoredEvent> &events, const QList<QByteArray> &blobs,
                                      std::stop_token stop)
{
    m_connection->setStop(stop);
    CS_TRY(place, m_connection->beginWriting());
    const auto all = [&]() -> base::Result<void> {
        CS_CHECK(insertBlobs(blobs));
        for (const StoredEvent &event : events) {
            CS_CHECK(insertEvent(event));
        }
        return commit();
    };
    const auto done = all();
    if (!done && m_connection->inTransaction()) {
        static_cast<void>(m_connection->execute("ROLLBACK"));
    }
    return done;
}

base::Result<void> SqliteStore::redact(const QString &digest, std::stop_token stop)
{
    // A connection of its own, because the authorizer of this one removes nothing. The trigger is away only within the
    // transaction, which nobody else sees.
    CS_TRY(connection, SqliteConnection::open(m_connection->path(), SqliteAccess::ReadWrite, std::chrono::seconds(5)));
    connection->setStop(stop);
    CS_CHECK(configure(*connection));
    CS_CHECK(connection->execute("PRAGMA secure_delete=ON"));
    CS_TRY(place, connection->beginWriting());
    const auto all = [&]() -> base::Result<void> {
        CS_CHECK(connection->execute("DROP TRIGGER blob_kept"));
        CS_TRY(remove, connection->prepare("DELETE FROM blob WHERE sha256 = ?1"));
        CS_CHECK(remove.bindBytes(1, raw(digest)).run());
        CS_CHECK(connection->execute(blobKept));
        return connection->execute("COMMIT");
    };
    const auto done = all();
    if (!done && connection->inTransaction()) {
        static_cast<void>(connection->execute("ROLLBACK"));
    }
    return done;
}

base::Result<void> SqliteStore::checkFile()
{
    // A connection of its own, because the authorizer of this one allows no PRAGMA.
    CS_TRY(connection, SqliteConnection::open(m_connection->path(), SqliteAccess::ReadOnly, std::chrono::seconds(5)));
    CS_TRY(statement, connection->prepare("PRAGMA integrity_check(1)"));
    CS_TRY(row, statement.step());
    if (!row || statement.text(0) != u"ok"_s) {
        return std::unexpected(notALedger(m_connection->path(), row ? base::show(statement.text(0)) : QString()));
    }
    return {};
}

base::Result<void> SqliteStore::backup(const QString &path, std::stop_token stop)
{
    CS_CHECK(makeEmptyFile(path));
    CS_TRY(target, SqliteConnection::open(path, SqliteAccess::ReadWrite, std::chrono::seconds(5)));
    CS_TRY(source, SqliteConnection::open(m_connection->path(), SqliteAccess::ReadOnly, std::chrono::seconds(5)));
    constexpr int pagesPerStep = 1000;
    sqlite3_backup *backup = sqlite3_backup_init(target->handle(), "main", source->handle(), "main");
    int code = backup == nullptr ? SQLITE_ERROR : SQLITE_OK;
    while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED) {
        code = stop.stop_requested() ? SQLITE_INTERRUPT : sqlite3_backup_step(backup, pagesPerStep);
    }
    sqlite3_backup_finish(backup);
    if (code != SQLITE_DONE) {
        const base::Error error = sqliteError(target->handle(), u"The backup failed"_s);
        QFile::remove(path);
        return std::unexpected(stop.stop_requested() ? base::cancelled() : error);
    }
    return {};
}

} // namespace countersign::review::store

#include "db/serverprograms.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QVersionNumber>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace countersign::db {

using schema::EngineKind;

namespace {

QString serverName(EngineKind engine)
{
    switch (engine) {
    case EngineKind::PostgreSql:
        return u"postgres"_s;
    case EngineKind::MariaDb:
        return u"mariadbd"_s;
    case EngineKind::MySql:
        return u"mysqld"_s;
    case EngineKind::Sqlite:
        return {};
    }
    return {};
}

QStringList candidateFolders()
{
    QStringList folders = qEnvironmentVariable("PATH").split(u':', Qt::SkipEmptyParts);
    folders += {u"/usr/sbin"_s,      u"/usr/libexec"_s,         u"/usr/local/sbin"_s,
                u"/usr/local/bin"_s, u"/usr/local/pgsql/bin"_s, u"/usr/local/mysql/bin"_s};
    // Debian and Ubuntu (postgresql-common), then the PGDG packages of Fedora and Red Hat.
    for (const QString &pattern : {u"/usr/lib/postgresql/%1/bin"_s, u"/usr/pgsql-%1/bin"_s}) {
        const QString above = pattern.section(u"%1"_s, 0, 0);
        const QString parent = above.left(above.lastIndexOf(u'/'));
        const QString prefix = above.mid(above.lastIndexOf(u'/') + 1);
        for (const QString &name : QDir(parent).entryList({prefix + u'*'}, QDir::Dirs | QDir::NoDotAndDotDot)) {
            folders.append(parent + u'/' + name + u"/bin"_s);
        }
    }
    folders.removeDuplicates();
    return folders;
}

/// What `--version` says ("postgres (PostgreSQL) 17.6 (Debian …)", "mariadbd  Ver 11.8.3-MariaDB …"), or empty when the
/// program is not of this engine: mysqld is MariaDB's on some systems.
QString versionOf(EngineKind engine, const QString &program)
{
    QProcess process;
    process.start(program, {u"--version"_s}, QIODevice::ReadOnly);
    if (!process.waitForFinished(30000)) { // a busy disk needs its time for a program of 100 MB
        return {};
    }
    const QString text = QString::fromUtf8(process.readAllStandardOutput());
    if (engine != EngineKind::PostgreSql && text.contains(u"MariaDB"_s) != (engine == EngineKind::MariaDb)) {
        return {};
    }
    static const QRegularExpression number(u"(?:PostgreSQL\\)|Ver) +([0-9]+(?:\\.[0-9]+)*)"_s);
    return number.match(text).captured(1);
}

} // namespace

base::Result<ServerPrograms> findServerPrograms(EngineKind engine, const QString &folder)
{
    if (engine == EngineKind::Sqlite) {
        return std::unexpected(base::usageError(u"SQLite has no server"_s));
    }
    ServerPrograms best;
    best.engine = engine;
    for (const QString &candidate : folder.isEmpty() ? candidateFolders() : QStringList{folder}) {
        const QFileInfo program(candidate + u'/' + serverName(engine));
        if (!program.isExecutable() || !program.isFile()) {
            continue;
        }
        const QString version = versionOf(engine, program.absoluteFilePath());
        if (!version.isEmpty() && (best.version.isEmpty() ||
                                   QVersionNumber::fromString(version) > QVersionNumber::fromString(best.version))) {
            best.folder = program.absolutePath();
            best.version = version;
        }
    }
    if (best.folder.isEmpty()) {
        return std::unexpected(base::undecided(
            u"no %1 server is installed here (%2)"_s.arg(schema::titleOf(engine), serverName(engine)), folder,
            engine == EngineKind::PostgreSql ? u"Install the package postgresql."_s
            : engine == EngineKind::MariaDb  ? u"Install the package mariadb-server."_s
                                             : u"Install MySQL's server package."_s));
    }
    return best;
}

QStringList ServerPrograms::prepareCommand(const QString &serverFolder) const
{
    const QString data = serverFolder + u"/data"_s;
    switch (engine) {
    case EngineKind::PostgreSql:
        return {folder + u"/initdb"_s, u"--pgdata="_s + data, u"--username=postgres"_s,
                u"--auth=trust"_s,     u"--encoding=UTF8"_s,  u"--locale=C.UTF-8"_s,
                u"--no-sync"_s};
    case EngineKind::MariaDb: {
        // Distributions keep the script in bin and the server in sbin.
        const QString beside = folder + u"/mariadb-install-db"_s;
        return {QFileInfo(beside).isExecutable() ? beside : u"mariadb-install-db"_s,
                u"--no-defaults"_s,
                u"--datadir="_s + data,
                u"--skip-test-db"_s,
                u"--skip-name-resolve"_s,
                u"--auth-root-authentication-method=normal"_s,
                u"--tmpdir="_s + serverFolder, // the server's user need not be allowed to write elsewhere
                u"--innodb-log-file-size=16M"_s,
                u"--innodb-flush-log-at-trx-commit=0"_s,
                u"--innodb-doublewrite=0"_s,
                u"--loose-innodb-flush-method=nosync"_s,
                u"--loose-debug-no-sync"_s};
    }
    case EngineKind::MySql:
        return {folder + u"/mysqld"_s, u"--no-defaults"_s, u"--initialize-insecure"_s, u"--datadir="_s + data};
    case EngineKind::Sqlite:
        break;
    }
    return {};
}

QStringList ServerPrograms::serverCommand(const QString &serverFolder, const QString &socket,
                                          const QStringList &settings) const
{
    const QString data = serverFolder + u"/data"_s;
    QStringList command{folder + u'/' + serverName(engine)};
    if (engine == EngineKind::PostgreSql) {
        command += {u"-D"_s, data};
        // One transaction may make, or pg_dump lock, tens of thousands of tables; the default ends at some 6,000.
        command += {u"-c"_s, u"max_locks_per_transaction=512"_s};
        // dynamic_shared_memory_type=mmap keeps everything in the data folder: nothing stays behind in /dev/shm.
        for (const QString &setting :
             QStringList{u"listen_addresses="_s, u"unix_socket_directories="_s + serverFolder, u"port=5432"_s,
                         u"fsync=off"_s, u"synchronous_commit=off"_s, u"full_page_writes=off"_s, u"wal_level=minimal"_s,
                         u"max_wal_senders=0"_s, u"shared_buffers=64MB"_s, u"dynamic_shared_memory_type=mmap"_s,
                         u"jit=off"_s, u"lc_messages=C"_s} +
                 settings) {
            command += {u"-c"_s, setting};
        }
        return command;
    }
    // Not one fsync: every definition would wait for several of them (820 statements: 29.6 s with, 1.2 s without).
    command += {u"--no-defaults"_s,
                u"--loose-innodb-flush-method=nosync"_s,
                u"--loose-debug-no-sync"_s,
                u"--loose-sync-frm=0"_s,
                u"--datadir="_s + data,
                u"--socket="_s + socket,
                u"--pid-file="_s + serverFolder + u"/mysqld.pid"_s,
                u"--skip-networking"_s,
                u"--skip-name-resolve"_s,
                u"--character-set-server=utf8mb4"_s,
                u"--innodb-buffer-pool-size=64M"_s,
                u"--innodb-flush-log-at-trx-commit=0"_s,
                u"--innodb-doublewrite=0"_s,
                u"--tmpdir="_s + serverFolder};
    if (engine == EngineKind::MariaDb) {
        command += {u"--innodb-log-file-size=16M"_s};
    } else {
        // A distribution's default is a folder that only its package makes; NULL forbids reading and writing files.
        command += {u"--mysqlx=0"_s, u"--skip-log-bin"_s, u"--secure-file-priv=NULL"_s};
    }
    for (const QString &setting : settings) {
        command += u"--"_s + setting;
    }
    return command;
}

} // namespace countersign::db

#include "db/serverplace.h"

#include <QDir>
#include <QFile>

#include <linux/magic.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace countersign::db {

using namespace Qt::StringLiterals;

namespace {

constexpr auto memoryFolder = "/dev/shm";
constexpr qint64 gibibyte = 1024LL * 1024 * 1024;
constexpr qint64 roomNeeded = 4 * gibibyte; ///< MariaDB keeps 10,000 tables with two indexes in 1.1 GiB; several copies
constexpr qint64 memoryNeeded = 6 * gibibyte; ///< the room, and some for the rest of the machine

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool memoryIsRoomy()
{
    struct statfs status{};
    return statfs(memoryFolder, &status) == 0 && status.f_type == TMPFS_MAGIC && access(memoryFolder, W_OK) == 0 &&
           static_cast<qint64>(status.f_bavail) * static_cast<qint64>(status.f_bsize) >= roomNeeded &&
           isPlentyOfMemory(contentOf(u"/proc/meminfo"_s), contentOf(u"/sys/fs/cgroup/memory.max"_s));
}

/// MemAvailable in bytes; -1 where the text does not say it.
qint64 availableIn(const QByteArray &memoryInfo)
{
    for (const QByteArray &line : memoryInfo.split('\n')) {
        if (line.startsWith("MemAvailable:")) {
            return line.mid(line.indexOf(':') + 1).trimmed().split(' ').front().toLongLong() * 1024;
        }
    }
    return -1;
}

QString parentIn(const QString &folder)
{
    return u"%1/countersign-%2"_s.arg(folder).arg(geteuid());
}

} // namespace

bool isPlentyOfMemory(const QByteArray &memoryInfo, const QByteArray &limit)
{
    bool known = false;
    const qint64 most = limit.trimmed().toLongLong(&known);
    if (known && most < memoryNeeded) {
        return false;
    }
    return availableIn(memoryInfo) >= memoryNeeded;
}

std::optional<qint64> roomLeft(const QString &folder)
{
    struct statfs status{};
    if (statfs(QFile::encodeName(folder).constData(), &status) != 0) {
        return std::nullopt;
    }
    const qint64 room = static_cast<qint64>(status.f_bavail) * static_cast<qint64>(status.f_bsize);
    if (status.f_type != TMPFS_MAGIC) {
        return room;
    }
    const qint64 memory = availableIn(contentOf(u"/proc/meminfo"_s));
    bool limited = false;
    const qint64 most = contentOf(u"/sys/fs/cgroup/memory.max"_s).trimmed().toLongLong(&limited);
    const qint64 used = contentOf(u"/sys/fs/cgroup/memory.current"_s).trimmed().toLongLong();
    return std::min({room, memory < 0 ? room : memory, limited ? most - used : room});
}

QStringList serverParents()
{
    // The temporary folder may have a long name; the usual one is short enough for a socket.
    const QString temporary = QDir::tempPath();
    QStringList parents{parentIn(temporary.size() <= 60 ? temporary : u"/tmp"_s)};
    if (qEnvironmentVariableIsEmpty("TMPDIR") && QDir(QString::fromLatin1(memoryFolder)).exists()) {
        parents.insert(memoryIsRoomy() ? 0 : 1, parentIn(QString::fromLatin1(memoryFolder)));
    }
    return parents;
}

} // namespace countersign::db

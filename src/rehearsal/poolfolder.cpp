#include "rehearsal/poolfolder.h"

#include <QDir>
#include <QFile>
#include <QUuid>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

base::Error cannotMake(const QString &path)
{
    return base::undecided(u"The folder for scratch databases cannot be made"_s, path,
                           u"Make room in the temporary folder, or set TMPDIR"_s);
}

QString parentFolder()
{
    return QDir::tempPath() + u"/countersign-scratch-%1"_s.arg(getuid());
}

} // namespace

bool PoolFolder::isAlive(const QString &id)
{
    const int lock = open(QFile::encodeName(parentFolder() + u'/' + id + u"/lock"_s).constData(), O_RDWR | O_CLOEXEC);
    if (lock < 0) {
        return false;
    }
    const bool alive = flock(lock, LOCK_EX | LOCK_NB) != 0;
    close(lock);
    return alive;
}

Result<PoolFolder> PoolFolder::make()
{
    const QString parent = parentFolder();
    const QByteArray parentBytes = QFile::encodeName(parent);
    struct stat info = {};
    if (mkdir(parentBytes.constData(), 0700) != 0 &&
        (lstat(parentBytes.constData(), &info) != 0 || !S_ISDIR(info.st_mode) || info.st_uid != getuid())) {
        return base::Fail(cannotMake(parent));
    }
    removeLeftovers(parent);
    const QString path = parent + u'/' + QUuid::createUuid().toString(QUuid::Id128).first(12);
    if (mkdir(QFile::encodeName(path).constData(), 0700) != 0) {
        return base::Fail(cannotMake(path));
    }
    const int lock = open(QFile::encodeName(path + u"/lock"_s).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0 || flock(lock, LOCK_EX | LOCK_NB) != 0) {
        QDir(path).removeRecursively();
        return base::Fail(cannotMake(path));
    }
    return PoolFolder(path, lock);
}

void PoolFolder::removeLeftovers(const QString &parent)
{
    for (const QString &name : QDir(parent).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString path = parent + u'/' + name;
        const int lock = open(QFile::encodeName(path + u"/lock"_s).constData(), O_RDWR | O_CLOEXEC);
        if (lock < 0) {
            continue; // being made, or not ours
        }
        if (flock(lock, LOCK_EX | LOCK_NB) == 0) {
            QDir(path).removeRecursively();
        }
        close(lock);
    }
}

PoolFolder::PoolFolder(PoolFolder &&other) noexcept
    : m_path(std::exchange(other.m_path, QString())), m_lock(std::exchange(other.m_lock, -1))
{
}

PoolFolder &PoolFolder::operator=(PoolFolder &&other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_lock, other.m_lock);
    return *this;
}

PoolFolder::~PoolFolder()
{
    if (!m_path.isEmpty()) {
        QDir(m_path).removeRecursively();
    }
    if (m_lock >= 0) {
        close(m_lock);
    }
}

} // namespace countersign::rehearsal

#include "review/recordingvfs.h"

#include <QFile>

#include <sqlite3.h>

namespace countersign::review::test {

namespace {

using Action = RecordingVfs::Action;

/// What SQLite sees as its file; the file of the VFS below follows it in memory.
struct RecordedFile {
    sqlite3_file base;
    RecordingVfs *vfs;
    const char *name; ///< kept by SQLite while the file is open; null for temporary files

    sqlite3_file *below() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

RecordedFile *recorded(sqlite3_file *file)
{
    return reinterpret_cast<RecordedFile *>(file);
}

void record(RecordedFile *file, Action action, qint64 at, const QByteArray &bytes = {})
{
    if (file->name != nullptr) {
        file->vfs->record({action, QString::fromUtf8(file->name), at, bytes, false});
    }
}

int closeFile(sqlite3_file *file)
{
    sqlite3_file *below = recorded(file)->below();
    return below->pMethods->xClose(below);
}

int readFile(sqlite3_file *file, void *data, int size, sqlite3_int64 at)
{
    sqlite3_file *below = recorded(file)->below();
    return below->pMethods->xRead(below, data, size, at);
}

int writeFile(sqlite3_file *file, const void *data, int size, sqlite3_int64 at)
{
    record(recorded(file), Action::Write, at, QByteArray(static_cast<const char *>(data), size));
    sqlite3_file *below = recorded(file)->below();
    return below->pMethods->xWrite(below, data, size, at);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    record(recorded(file), Action::Truncate, size);
    sqlite3_file *below = recorded(file)->below();
    return below->pMethods->xTruncate(below, size);
}

int syncFile(sqlite3_file *file, int flags)
{
    record(recorded(file), Action::Sync, 0);
    sqlite3_file *below = recorded(file)->below();
    return below->pMethods->xSync(below, flags);
}

int sizeOfFile(sqlite3_file *file, sqlite3_int64 *size)
{
    sqlite3_file *below = recorded(file)->below();
    return below->pMethods->xFileSize(below, size);
}

int lockFile(sqlite3_file *file, int level)
{
    sqlite3_file *below = recorded(file)->below();
    return below->pMethods->xLock(below, level);
}

int unlockFile(sqlite3_file *file, int level)
{
    sqlite3_file *below = recorded(file)->below();
    return below->pMethods->xUnlock(below, level);
}

int checkLock(sqlite3_file *file, int *locked)
{
    sqlite3_file *below = recorded(file)->below();
    return below->pMethods->xCheckReservedLock(below, locked);
}

int controlFile(sqlite3_file *file, int what, void *argument)
{
    sqlite3_file *below = recorded(file)->below();
    return below->pMethods->xFileControl(below, what, argument);
}

int sectorSize(sqlite3_file *file)
{
    sqlite3_file *below = recorded(file)->below();
    return below->pMethods->xSectorSize(below);
}

int deviceTraits(sqlite3_file *file)
{
    sqlite3_file *below = recorded(file)->below();
    return below->pMethods->xDeviceCharacteristics(below);
}

RecordingVfs *self(sqlite3_vfs *vfs)
{
    return static_cast<RecordingVfs *>(vfs->pAppData);
}

int openFile(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    static const sqlite3_io_methods methods{1,           closeFile,  readFile,     writeFile,  truncateFile,
                                            syncFile,    sizeOfFile, lockFile,     unlockFile, checkLock,
                                            controlFile, sectorSize, deviceTraits, nullptr,    nullptr,
                                            nullptr,     nullptr,    nullptr,      nullptr};
    RecordedFile *made = recorded(file);
    made->vfs = self(vfs);
    made->name = name;
    if (name != nullptr) {
        made->vfs->remember(QString::fromUtf8(name));
    }
    sqlite3_vfs *below = made->vfs->below();
    const int code = below->xOpen(below, name, made->below(), flags, outFlags);
    file->pMethods = made->below()->pMethods != nullptr ? &methods : nullptr;
    return code;
}

int removeFile(sqlite3_vfs *vfs, const char *name, int syncFolder)
{
    self(vfs)->record({Action::Remove, QString::fromUtf8(name), 0, {}, syncFolder != 0});
    sqlite3_vfs *below = self(vfs)->below();
    return below->xDelete(below, name, syncFolder);
}

/// A write by sectors of 512 bytes, each of which may not have reached the disk.
void tear(QByteArray &content, const RecordingVfs::Operation &write, QRandomGenerator &random)
{
    constexpr qint64 sector = 512;
    const qint64 end = write.at + write.bytes.size();
    for (qint64 at = write.at; at < end;) {
        const qint64 next = std::min(end, (at / sector + 1) * sector);
        if (random.bounded(2) == 0) {
            if (content.size() < next) {
                content.resize(next, '\0');
            }
            content.replace(at, next - at, write.bytes.mid(at - write.at, next - at));
        }
        at = next;
    }
}

void apply(QByteArray &content, const RecordingVfs::Operation &operation)
{
    if (operation.action == Action::Truncate) {
        content.resize(operation.at, '\0');
        return;
    }
    if (content.size() < operation.at + operation.bytes.size()) {
        content.resize(operation.at + operation.bytes.size(), '\0');
    }
    content.replace(operation.at, operation.bytes.size(), operation.bytes);
}

} // namespace

RecordingVfs::RecordingVfs() : m_below(sqlite3_vfs_find(nullptr)), m_vfs(std::make_unique<sqlite3_vfs>(*m_below))
{
    m_vfs->iVersion = 1;
    m_vfs->szOsFile = static_cast<int>(sizeof(RecordedFile)) + m_below->szOsFile;
    m_vfs->pNext = nullptr;
    m_vfs->zName = "recording";
    m_vfs->pAppData = this;
    m_vfs->xOpen = openFile;
    m_vfs->xDelete = removeFile;
    sqlite3_vfs_register(m_vfs.get(), 1);
}

RecordingVfs::~RecordingVfs()
{
    stop();
}

void RecordingVfs::stop()
{
    sqlite3_vfs_unregister(m_vfs.get());
    sqlite3_vfs_register(m_below, 1);
}

void RecordingVfs::remember(const QString &path)
{
    QFile file(path);
    if (!m_before.contains(path) && file.open(QIODevice::ReadOnly)) {
        m_before.insert(path, file.readAll());
    }
}

QHash<QString, QByteArray> RecordingVfs::filesAfterPowerLoss(qsizetype end, QRandomGenerator &random) const
{
    QHash<QString, QByteArray> durable = m_before;
    QHash<QString, QList<Operation>> pending;
    for (const Operation &operation : m_operations.first(end)) {
        const QString &file = operation.file;
        switch (operation.action) {
        case Action::Write:
        case Action::Truncate:
            pending[file] << operation;
            break;
        case Action::Sync:
            // The system's VFS syncs the folder with the first sync of a new file.
            durable[file];
            for (const Operation &done : pending.take(file)) {
                apply(durable[file], done);
            }
            break;
        case Action::Remove:
            if (operation.synced || random.bounded(2) == 0) {
                durable.remove(file);
                pending.remove(file);
            }
            break;
        case Action::Note:
            break;
        }
    }
    for (const auto &[file, operations] : pending.asKeyValueRange()) {
        if (!durable.contains(file) && random.bounded(2) == 0) {
            continue;
        }
        for (const Operation &operation : operations) {
            const quint32 fate = random.bounded(3U);
            if (fate == 0 && operation.action == Action::Write) {
                tear(durable[file], operation, random);
            } else if (fate < 2) {
                apply(durable[file], operation);
            }
        }
    }
    return durable;
}

} // namespace countersign::review::test

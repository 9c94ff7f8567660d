#include "review/marks.h"

#include "base/digest.h"
#include "base/show.h"
#include "review/eventbody.h"
#include "review/failpoint.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace countersign::review {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 markBytesLimit = 64 * 1024;
constexpr qint64 outboxBytesLimit = 512LL * 1024 * 1024;
constexpr qsizetype blobCountLimit = 100000;

base::Error systemError(const QString &what, const QByteArray &path)
{
    return base::undecided(u"%1: %2"_s.arg(what, QString::fromLocal8Bit(std::strerror(errno))), base::showBytes(path),
                           u"Check the disk and the permissions."_s);
}

class Descriptor
{
public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor() { close(); }
    Q_DISABLE_COPY_MOVE(Descriptor)
    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    [[nodiscard]] int number() const { return m_number; }
    bool close()
    {
        const bool good = m_number < 0 || ::close(m_number) == 0;
        m_number = -1;
        return good;
    }

private:
    int m_number;
};

bool syncFolder(const QByteArray &folder)
{
    const Descriptor descriptor(::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    return descriptor.isOpen() && ::fsync(descriptor.number()) == 0;
}

bool writeAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const auto written = ::write(descriptor, bytes.data(), static_cast<std::size_t>(bytes.size()));
        if (written < 0 && errno != EINTR) {
            return false;
        }
        bytes = bytes.sliced(std::max<qsizetype>(written, 0));
    }
    return true;
}

base::Result<std::optional<Json>> readJsonFile(const QString &path, qint64 limit)
{
    if (!QFileInfo::exists(path)) {
        return std::nullopt;
    }
    CS_TRY(bytes, readWholeFile(path, limit));
    auto json = decodeJson(bytes, limit);
    if (!json) {
        base::Error error = json.error();
        error.where = path;
        error.advice = u"This file is Countersign's own memory; if you did not touch it, the disk may be failing."_s;
        return std::unexpected(error);
    }
    return *json;
}

base::Result<OutboxItem> decodeItem(const Json &json)
{
    Fields fields(json, u"outbox item"_s);
    OutboxItem item;
    item.eid = fields.digest(u"eid"_s);
    item.payload = fields.base64(u"payload"_s, eventBytesLimit);
    item.signature = fields.base64(u"sig"_s, eventBytesLimit);
    QStringList blobs = fields.texts(u"blobs"_s, blobCountLimit, outboxBytesLimit);
    CS_CHECK(fields.done());
    for (const QString &blob : blobs) {
        item.blobs << QByteArray::fromBase64(blob.toLatin1());
    }
    return item;
}

} // namespace

QString defaultStateFolder()
{
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    if (QDir::isAbsolutePath(state)) {
        return state + u"/countersign"_s;
    }
    const QString home = qEnvironmentVariable("HOME");
    return QDir::isAbsolutePath(home) ? home + u"/.local/state/countersign"_s : QString();
}

base::Result<void> makePrivateFolder(const QString &path)
{
    if (QDir().exists(path)) {
        return {};
    }
    const QString parent = QFileInfo(path).absolutePath();
    if (parent != path) {
        CS_CHECK(makePrivateFolder(parent));
    }
    const QByteArray bytes = QFile::encodeName(path);
    if (::mkdir(bytes.constData(), 0700) != 0 && errno != EEXIST) {
        return std::unexpected(systemError(u"Cannot make a folder"_s, bytes));
    }
    return {};
}

base::Result<void> writeDurably(const QString &path, QByteArrayView bytes)
{
    const QByteArray target = QFile::encodeName(path);
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    struct stat there{};
    if (::stat(target.constData(), &there) == 0 && !S_ISREG(there.st_mode) && !S_ISDIR(there.st_mode)) {
        // A rename would put a file in the place of a device or pipe: /dev/null for everybody on the computer.
        Descriptor device(::open(target.constData(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
        if (!device.isOpen() || !writeAll(device.number(), bytes) || !device.close()) {
            return std::unexpected(systemError(u"Cannot write"_s, target));
        }
        return {};
    }
    QByteArray temporary = target + ".XXXXXX";
    Descriptor descriptor(::mkostemp(temporary.data(), O_CLOEXEC));
    if (!descriptor.isOpen()) {
        return std::unexpected(systemError(u"Cannot write"_s, target));
    }
    const bool written =
        writeAll(descriptor.number(), bytes) && ::fsync(descriptor.number()) == 0 && descriptor.close();
    CS_FAILPOINT("temporary.written");
    if (!written || ::rename(temporary.constData(), target.constData()) != 0) {
        const base::Error error = systemError(u"Cannot write"_s, target);
        ::unlink(temporary.constData());
        return std::unexpected(error);
    }
    CS_FAILPOINT("file.renamed");
    if (!syncFolder(folder)) {
        return std::unexpected(systemError(u"Cannot make sure of"_s, target));
    }
    return {};
}

base::Result<QByteArray> readNativeFile(const QByteArray &path, qint64 limit)
{
    const Descriptor descriptor(::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
    struct stat info{};
    if (!descriptor.isOpen() || ::fstat(descriptor.number(), &info) != 0) {
        base::Error error = systemError(u"Cannot read"_s, path);
        if (errno == ENOENT) {
            error.kind = base::ErrorKind::Usage;
            error.advice = u"Is the name right?"_s;
        }
        return std::unexpected(error);
    }
    if (!S_ISREG(info.st_mode)) {
        return std::unexpected(base::usageError(u"This is not a regular file"_s, base::showBytes(path)));
    }
    QByteArray bytes;
    QByteArray chunk(1024 * 1024, Qt::Uninitialized);
    while (true) {
        const auto got = ::read(descriptor.number(), chunk.data(), static_cast<std::size_t>(chunk.size()));
        if (got < 0 && errno != EINTR) {
            return std::unexpected(systemError(u"Cannot read"_s, path));
        }
        if (got == 0) {
            return bytes;
        }
        bytes.append(chunk.constData(), std::max<qsizetype>(got, 0));
        if (bytes.size() > limit) {
            return std::unexpected(
                base::usageError(u"The file is larger than the limit of %1 bytes"_s.arg(limit), base::showBytes(path)));
        }
    }
}

base::Result<QByteArray> readWholeFile(const QString &path, qint64 limit)
{
    return readNativeFile(QFile::encodeName(path), limit);
}

namespace {

/// Without a folder of the user there is no memory to rely on, and the root of the file system is not one.
base::Result<void> checkFolder(const QString &folder)
{
    if (folder.isEmpty()) {
        return std::unexpected(
            base::usageError(u"There is no place for Countersign's own state"_s, {}, u"Set HOME or XDG_STATE_HOME."_s));
    }
    return {};
}

} // namespace

Marks::Marks(QString stateFolder) : m_folder(std::move(stateFolder))
{
}

void Marks::removeLeftovers() const
{
    constexpr qint64 oldSeconds = 600;
    static const QRegularExpression temporary(u"\\.[A-Za-z0-9]{6}$"_s);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const QString &name :
         m_folder.isEmpty() ? QStringList() : QStringList{u"marks"_s, u"places"_s, u"outbox"_s, u"copies"_s}) {
        QDirIterator files(m_folder + u'/' + name, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QFileInfo info = files.nextFileInfo();
            if (temporary.match(info.fileName()).hasMatch() && info.lastModified().secsTo(now) > oldSeconds) {
                QFile::remove(info.filePath());
            }
        }
    }
}

base::Result<std::optional<Mark>> Marks::find(const QString &ledger) const
{
    CS_CHECK(checkFolder(m_folder));
    CS_TRY(json, readJsonFile(m_folder + u"/marks/"_s + ledger, markBytesLimit));
    if (!json) {
        return std::nullopt;
    }
    Fields fields(*json, u"high-water mark"_s);
    Mark mark;
    mark.ledger = fields.text(u"ledger"_s, 18);
    CS_TRY(head, decodeHead(fields.object(u"head"_s)));
    CS_CHECK(fields.done());
    mark.head = head;
    return mark;
}

base::Result<void> Marks::save(const Mark &mark, const std::optional<Mark> &replaced)
{
    CS_CHECK(checkFolder(m_folder));
    CS_CHECK(makePrivateFolder(m_folder + u"/marks"_s));
    const Descriptor lock(
        ::open(QFile::encodeName(m_folder + u"/marks"_s).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!lock.isOpen() || ::flock(lock.number(), LOCK_EX) != 0) {
        return std::unexpected(systemError(u"Cannot lock"_s, QFile::encodeName(m_folder + u"/marks"_s)));
    }
    CS_TRY(current, find(mark.ledger));
    if (current && current != replaced && current->head.size > mark.head.size) {
        return {};
    }
    const Json json = JsonObject{{u"ledger"_s, mark.ledger}, {u"head"_s, encodeHead(mark.head)}};
    return writeDurably(m_folder + u"/marks/"_s + mark.ledger, json.encode());
}

base::Result<std::optional<QString>> Marks::ledgerAt(const QString &locator) const
{
    CS_CHECK(checkFolder(m_folder));
    const QString path = m_folder + u"/places/"_s + base::sha256Hex(locator.toUtf8());
    CS_TRY(json, readJsonFile(path, markBytesLimit));
    if (!json) {
        return std::nullopt;
    }
    Fields fields(*json, u"place of a ledger"_s);
    fields.text(u"locator"_s);
    const QString ledger = fields.text(u"ledger"_s, 18);
    CS_CHECK(fields.done());
    return ledger;
}

base::Result<void> Marks::saveLocator(const QString &locator, const QString &ledger)
{
    CS_CHECK(checkFolder(m_folder));
    CS_CHECK(makePrivateFolder(m_folder + u"/places"_s));
    const Json json = JsonObject{{u"ledger"_s, ledger}, {u"locator"_s, locator}};
    return writeDurably(m_folder + u"/places/"_s + base::sha256Hex(locator.toUtf8()), json.encode());
}

Outbox::Outbox(QString stateFolder, QString ledger)
    : m_folder(stateFolder.isEmpty() ? QString() : stateFolder + u"/outbox/"_s + ledger)
{
}

base::Result<void> Outbox::put(const OutboxItem &item)
{
    CS_CHECK(checkFolder(m_folder));
    CS_CHECK(makePrivateFolder(m_folder));
    JsonArray blobs;
    for (const QByteArray &blob : item.blobs) {
        blobs.emplace_back(QString::fromLatin1(blob.toBase64()));
    }
    const Json json = JsonObject{{u"eid"_s, item.eid},
                                 {u"payload"_s, QString::fromLatin1(item.payload.toBase64())},
                                 {u"sig"_s, QString::fromLatin1(item.signature.toBase64())},
                                 {u"blobs"_s, blobs}};
    return writeDurably(m_folder + u'/' + item.eid, json.encode());
}

base::Result<void> Outbox::clear(const QString &eid)
{
    const QByteArray path = QFile::encodeName(m_folder + u'/' + eid);
    if (::unlink(path.constData()) != 0 && errno != ENOENT) {
        return std::unexpected(systemError(u"Cannot clear the outbox"_s, path));
    }
    return {};
}

base::Result<QList<OutboxItem>> Outbox::items() const
{
    CS_CHECK(checkFolder(m_folder));
    QList<OutboxItem> items;
    for (const QFileInfo &info : QDir(m_folder).entryInfoList(QDir::Files, QDir::Time | QDir::Reversed)) {
        if (!isDigest(info.fileName())) {
            continue;
        }
        CS_TRY(json, readJsonFile(info.filePath(), outboxBytesLimit));
        if (json) {
            CS_TRY(item, decodeItem(*json));
            items << item;
        }
    }
    return items;
}

} // namespace countersign::review

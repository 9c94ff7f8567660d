#pragma once

#include "base/result.h"
#include "review/event.h"

#include <QList>
#include <QString>

#include <optional>

namespace countersign::review {

/// The newest head a client has verified of one ledger.
struct Mark {
    QString ledger;
    Head head;
    friend bool operator==(const Mark &, const Mark &) = default;
};

/// $XDG_STATE_HOME/countersign, or ~/.local/state/countersign. Empty when neither can be told.
[[nodiscard]] QString defaultStateFolder();

/// High-water marks in the user's state folder: one small file per ledger, written beside, fsynced and renamed. They
/// are this client's own memory; losing them means trusting the ledger on first sight again.
class Marks
{
public:
    explicit Marks(QString stateFolder);

    /// Removes what programs that were killed while writing left in the state folder: temporary files that nobody has
    /// touched for ten minutes.
    void removeLeftovers() const;

    [[nodiscard]] base::Result<std::optional<Mark>> find(const QString &ledger) const;
    /// @p replaced: the mark that was found before the ledger was read. Another program of this user may have seen more
    /// since; then its larger mark stays.
    [[nodiscard]] base::Result<void> save(const Mark &mark, const std::optional<Mark> &replaced);
    /// The ledger that was last seen at @p locator; a different one there now is a swapped ledger.
    [[nodiscard]] base::Result<std::optional<QString>> ledgerAt(const QString &locator) const;
    [[nodiscard]] base::Result<void> saveLocator(const QString &locator, const QString &ledger);
    [[nodiscard]] QString folder() const { return m_folder; }

private:
    QString m_folder;
};

/// A signed event that the store may not have yet.
struct OutboxItem {
    QString eid;
    QByteArray payload;
    QByteArray signature;
    QList<QByteArray> blobs;
};

/// Signed events on their way: put (fsynced) before the append, cleared after it. One file per event.
class Outbox
{
public:
    Outbox(QString stateFolder, QString ledger);

    [[nodiscard]] base::Result<void> put(const OutboxItem &item);
    [[nodiscard]] base::Result<void> clear(const QString &eid);
    /// Oldest first. A file that cannot be read is an error that names it.
    [[nodiscard]] base::Result<QList<OutboxItem>> items() const;

private:
    QString m_folder;
};

/// Writes @p bytes beside @p path, fsyncs, renames, fsyncs the folder. Mode 0600.
[[nodiscard]] base::Result<void> writeDurably(const QString &path, QByteArrayView bytes);
/// Makes the folder and its parents with mode 0700.
[[nodiscard]] base::Result<void> makePrivateFolder(const QString &path);
/// The same for a path whose bytes need not be UTF-8.
[[nodiscard]] base::Result<QByteArray> readNativeFile(const QByteArray &path, qint64 limit);
/// Reads a whole regular file of at most @p limit bytes. ErrorKind::Usage when it is not there or larger.
[[nodiscard]] base::Result<QByteArray> readWholeFile(const QString &path, qint64 limit);

} // namespace countersign::review

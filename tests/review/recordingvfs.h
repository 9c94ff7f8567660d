#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QRandomGenerator>
#include <QString>

#include <memory>

struct sqlite3_vfs;

namespace countersign::review::test {

/// A SQLite VFS over the system's own that passes everything on and writes down what a disk would be asked to do. From
/// the notes it makes the files as a power loss at any moment could leave them: what was not synced is there, missing
/// or torn by sectors, each write for itself and therefore in any order.
class RecordingVfs
{
public:
    enum class Action : quint8 { Write, Truncate, Sync, Remove, Note };
    struct Operation {
        Action action = Action::Note;
        QString file;  ///< or the text of a note
        qint64 at = 0; ///< offset, or the size after truncating
        QByteArray bytes = {};
        bool synced = false; ///< of Remove: the folder was synced, too
    };

    /// Registers itself as the default VFS. Files that are there already count as synced.
    RecordingVfs();
    ~RecordingVfs();
    Q_DISABLE_COPY_MOVE(RecordingVfs)

    /// Writes nothing down any more.
    void stop();
    /// Something that was promised at this moment.
    void note(const QString &text) { m_operations << Operation{Action::Note, text}; }
    [[nodiscard]] const QList<Operation> &operations() const { return m_operations; }
    /// Whether the file is there and what is in it when the power fails before operation @p end.
    [[nodiscard]] QHash<QString, QByteArray> filesAfterPowerLoss(qsizetype end, QRandomGenerator &random) const;

    /// For the callbacks.
    void record(const Operation &operation) { m_operations << operation; }
    void remember(const QString &path);
    [[nodiscard]] sqlite3_vfs *below() const { return m_below; }

private:
    sqlite3_vfs *m_below = nullptr;
    std::unique_ptr<sqlite3_vfs> m_vfs;
    QHash<QString, QByteArray> m_before; ///< content of files at their first opening
    QList<Operation> m_operations;
};

} // namespace countersign::review::test

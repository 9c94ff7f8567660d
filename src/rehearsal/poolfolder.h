#pragma once

#include "base/result.h"

#include <QString>

namespace countersign::rehearsal {

/// The private folder of one pool (mode 0700) in the temporary folder, removed with this object. It holds a lock for as
/// long as the process lives, so that the next make() of the same user knows which folders are left over from a process
/// that was killed, and removes them.
class PoolFolder
{
public:
    [[nodiscard]] static base::Result<PoolFolder> make();
    PoolFolder(PoolFolder &&other) noexcept;
    PoolFolder &operator=(PoolFolder &&other) noexcept;
    PoolFolder(const PoolFolder &) = delete;
    PoolFolder &operator=(const PoolFolder &) = delete;
    ~PoolFolder();

    [[nodiscard]] QString path() const { return m_path; }
    /// Names the pool: the last part of path(), twelve hex digits.
    [[nodiscard]] QString id() const { return m_path.section(u'/', -1); }
    /// True while the process that made the pool with this id on this machine, as this user, lives.
    [[nodiscard]] static bool isAlive(const QString &id);

private:
    PoolFolder(QString path, int lock) : m_path(std::move(path)), m_lock(lock) {}
    static void removeLeftovers(const QString &parent);

    QString m_path;
    int m_lock = -1; ///< descriptor with an exclusive flock
};

} // namespace countersign::rehearsal

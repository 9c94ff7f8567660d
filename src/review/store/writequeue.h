#pragma once

#include <QString>

#include <chrono>
#include <stop_token>

namespace countersign::review::store {

/// A place in the queue of those who want to write to one SQLite file; given up with the object, and by the system when
/// the program dies. First come, first served, which SQLite's busy handler does not promise: whoever writes without a
/// pause can keep another out for as long as that one is ready to wait.
///
/// A courtesy among clients, no lock: SQLite's own locks decide who writes. Who cannot queue, or has queued for half of
/// @p patience because somebody before stands still, goes on and tries.
///
/// The places are bytes of PATH-queue that are locked for open file descriptions (fcntl_locking(2)). Not of the file
/// itself: closing any descriptor of it drops the locks that SQLite holds (sqlite.org/howtocorrupt.html, 2.2).
class WritePlace
{
public:
    /// Returns at the turn, early when @p stop is requested.
    WritePlace(const QString &path, std::chrono::milliseconds patience, std::stop_token stop);
    WritePlace(WritePlace &&other) noexcept;
    WritePlace &operator=(WritePlace &&other) noexcept;
    ~WritePlace();

    /// From 0, before which nobody is; -1: none, because the file could not be made or locked.
    [[nodiscard]] qint64 number() const { return m_number; }

private:
    int m_file = -1;
    qint64 m_number = -1;
};

} // namespace countersign::review::store

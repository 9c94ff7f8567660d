#pragma once

#include <QStringList>

#include <optional>

namespace countersign::db {

/// The folders below which the folders of private servers are made, the one to take first. That is memory (/dev/shm)
/// where there is plenty of it: databases are made by the thousand files and dropped again, which on a disk's file
/// system takes longer than all the server does. Else, and always where TMPDIR is set, the temporary folder. What
/// earlier servers left behind may be below any of them.
[[nodiscard]] QStringList serverParents();

/// True where @p memoryInfo (the text of /proc/meminfo, proc_meminfo(5)) and @p limit (of memory.max of the control
/// group, empty where there is none) leave enough for the databases of 10,000 tables. Pure.
[[nodiscard]] bool isPlentyOfMemory(const QByteArray &memoryInfo, const QByteArray &limit);

/// Bytes that may still be written below @p folder; where that is memory, no more than the machine has available.
/// Nothing where it cannot be told.
[[nodiscard]] std::optional<qint64> roomLeft(const QString &folder);

} // namespace countersign::db

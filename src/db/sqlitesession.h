#pragma once

#include "db/session.h"

namespace countersign::db {

/// Opens an SQLite file through the C library itself. The Qt driver is not used because it gives no authorizer before
/// the first statement, hides whether text follows a statement, and cannot tell a deadline from a stop request.
///
/// ReadOnly opens `file:…?mode=ro`; that alone would still let ATTACH write another file, so query_only is set and an
/// authorizer refuses everything but reading. ReadWrite creates a missing file (a scratch database of ours) and refuses
/// ATTACH, VACUUM INTO and load_extension. In both, defensive mode is on and the schema is not trusted.
/// A missing file is ErrorKind::Usage, a file that is no database too; SQLITE_BUSY and a passed deadline are Undecided.
[[nodiscard]] base::Result<std::unique_ptr<Session>>
openSqliteSession(const ConnectionUrl &url, const SessionOptions &options, std::stop_token stop);
[[nodiscard]] QStringList sqliteGuardStatements(const SessionOptions &options);

} // namespace countersign::db

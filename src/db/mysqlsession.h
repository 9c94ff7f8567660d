#pragma once

#include "db/session.h"

namespace countersign::db {

/// Opens a MySQL or MariaDB session with libmariadb itself: Qt's QMARIADB driver offers neither option files nor
/// connection attributes nor a choice about checking the server's certificate, and turns multi-statements on.
/// URL options: socket, ssl-mode (disabled, preferred, required, verify-ca, verify-full), ssl-ca, ssl-cert, ssl-key,
/// defaults-file, defaults-group. Without a user name the client's option files are read ([client]), without a password
/// the variable MYSQL_PWD. Which of the two products answers is asked of the server (VERSION()), whatever the URL says.
[[nodiscard]] base::Result<std::unique_ptr<Session>>
openMySqlSession(const ConnectionUrl &url, const SessionOptions &options, std::stop_token stop);
[[nodiscard]] QStringList mySqlGuardStatements(schema::EngineKind engine, const SessionOptions &options);

} // namespace countersign::db

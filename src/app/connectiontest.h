#pragma once

#include "db/session.h"

#include <functional>

namespace countersign::app {

/// What keeps a session from writing, judged by evidence and not by intention.
enum class Guard : std::uint8_t {
    Enforced,     ///< read-only session, and the role has no right to write
    SessionOnly,  ///< read-only session, but the role could write
    NotProtected, ///< the server did not confirm the read-only session
    Unknown,      ///< not tested
};

enum class StepResult : std::uint8_t { Passed, Failed, NotApplicable };

/// One step of testing a connection, in the order in which they are made.
struct ConnectionStep {
    QString id; ///< reach, sign-in, version, encryption, guard
    StepResult result = StepResult::Failed;
    QString fact;   ///< "12 ms", "17.6", "role may INSERT into public.trips"
    QString remedy; ///< one line; empty where nothing is to be done
};

struct ConnectionTest {
    std::vector<ConnectionStep> steps;
    Guard guard = Guard::Unknown;
    QStringList guardStatements; ///< as they were sent to make the session read-only
    std::vector<db::SentStatement> sent;
};

/// What every session on an environment of @p engine sends first, in order, for people to inspect. Empty for SQLite
/// when opening the file read-only is all there is.
[[nodiscard]] QStringList guardStatements(schema::EngineKind engine);

/// Opens a read-only session as for an environment under review and asks what it may do. Nothing is written. A
/// connection that fails is in the steps, not an error. Rights that a role could take by SET ROLE count as its own.
/// Sources: PostgreSQL has_table_privilege(), pg_has_role() and pg_stat_ssl, MySQL family SHOW GRANTS, the variable
/// transaction_read_only and the status variable Ssl_cipher, SQLite the open flags.
[[nodiscard]] base::Result<ConnectionTest> testConnection(const db::ConnectionUrl &url, std::stop_token stop);

/// Keeps the password of a server in the system's keyring, for URLs with keyring=yes; an empty one removes what is
/// kept. Blocks while the keyring is unlocked: never on the GUI thread.
[[nodiscard]] base::Result<void> keepPassword(const db::ConnectionUrl &url, const QString &password);

} // namespace countersign::app

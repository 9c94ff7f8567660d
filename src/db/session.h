#pragma once

#include "base/result.h"
#include "db/connectionurl.h"
#include "db/rows.h"

#include <chrono>
#include <memory>
#include <stop_token>
#include <vector>

namespace countersign::db {

/// What a session may do. The guard statements themselves are in guards.h, so that they can be shown.
enum class Access : std::uint8_t {
    ReadOnly,  ///< an environment under review: read-only transaction, short timeouts (risk catalogue, session guards)
    ReadWrite, ///< a scratch database of ours
};

struct SessionOptions {
    Access access = Access::ReadOnly;
    std::chrono::milliseconds connectTimeout{5000};
    std::chrono::milliseconds statementTimeout{30000}; ///< server-side where the engine has it, else by interrupt
    std::chrono::milliseconds lockTimeout{1000};
    /// ReadWrite only: the session runs SQL that is under review. SQLite: authorizer against ATTACH, load_extension,
    /// writable_schema and the like, defensive mode, untrusted schema. Servers: no local infile, no settings of ours
    /// that such SQL could rely on.
    bool untrusted = false;
};

/// One statement as it was sent, for the SQL log. Never holds a password.
struct SentStatement {
    QString sql;
    std::chrono::microseconds duration{};
    bool failed = false;
};

/// A connection: opened, used and closed in one thread; closes in its destructor. While a statement runs, a stop
/// request on the token makes the server stop it (PQcancel, KILL QUERY, sqlite3_interrupt, sent from a helper thread)
/// and the call returns ErrorKind::Cancelled. Errors: server errors carry SQLSTATE (MySQL family: "HY000/1146", SQLite:
/// the extended result code name) and the server's own message; a lost connection, a lock or statement timeout is
/// ErrorKind::Undecided.
class Session
{
public:
    Session() = default;
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;
    virtual ~Session() = default;

    [[nodiscard]] virtual schema::EngineKind engine() const = 0;
    /// 170006 for 17.6, 110806 for MariaDB 11.8.6, 90700 for MySQL 9.7.0, 34601 for SQLite 3.46.1.
    [[nodiscard]] virtual int version() const = 0;
    /// As the server says it, shortened to the number: "17.6".
    [[nodiscard]] virtual QString versionText() const = 0;
    [[nodiscard]] virtual QString databaseName() const = 0;

    /// True while the caller has a transaction open on this session. Engines that cannot tell say false.
    [[nodiscard]] virtual bool inTransaction() const { return false; }

    /// Runs exactly one statement. A text with several statements is refused by the protocol used (PostgreSQL: extended
    /// protocol; MySQL family: multi-statements off; SQLite: trailing text is an error).
    [[nodiscard]] virtual base::Result<Rows> run(const QString &sql, std::stop_token stop) = 0;

    /// Runs several statements in order with as few round trips as the engine allows (PostgreSQL: pipeline mode) and
    /// returns all results; stops at the first error.
    [[nodiscard]] virtual base::Result<std::vector<Rows>> runAll(const QStringList &sql, std::stop_token stop) = 0;

    /// Notices and warnings the server sent since the last call, in order.
    [[nodiscard]] virtual QStringList takeNotices() = 0;

    /// Everything sent so far, oldest first, for the SQL log.
    [[nodiscard]] const std::vector<SentStatement> &sent() const { return m_sent; }

protected:
    std::vector<SentStatement> m_sent;
};

/// Opens a session and sets its guards. Connection errors are ErrorKind::Undecided with host and reason; wrong
/// credentials ErrorKind::NotAllowed; an unknown database ErrorKind::Usage.
[[nodiscard]] base::Result<std::unique_ptr<Session>> openSession(const ConnectionUrl &url,
                                                                 const SessionOptions &options, std::stop_token stop);

/// The statements that openSession() sends for these options, in order, for people to inspect.
[[nodiscard]] QStringList guardStatements(schema::EngineKind engine, const SessionOptions &options);

} // namespace countersign::db

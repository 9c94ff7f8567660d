#pragma once

#include "base/result.h"
#include "db/connectionurl.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>
#include <stop_token>

namespace countersign::db {

struct PrivateServerOptions {
    /// Folder with the server's programs (initdb and postgres; mariadbd). Empty: PATH and the distributions' places,
    /// the newest version first.
    QString programs{};
    /// Below which folder the server's own folder is made. Empty: the first of serverParents(). Keep it short: the path
    /// of a Unix socket has at most 107 bytes.
    QString parentFolder{};
    /// More server settings as name=value, in the server's own words.
    QStringList settings{};
    /// For SQL that nobody trusts: under bubblewrap the server has no network, empty /tmp, /run and home folders, may
    /// write nothing but its own folder and, where the kernel lets it, sees no process but its own. Where bwrap is
    /// missing or not allowed the server starts without, and isWalled() says so.
    bool walled = false;
    /// How long making the data folder and starting may take together.
    std::chrono::milliseconds timeout{60000};
};

/// A PostgreSQL, MariaDB or MySQL server of our own: its data in a temporary folder, reachable only through a Unix
/// socket in that folder, without durability (no fsync), so that it starts in seconds and is fit for scratch databases
/// only. The superuser is `postgres` or `root`, without password; only this user (and root) reaches the socket.
///
/// Owned by value. The destructor stops the server and removes the folder. When the owning process dies in any way
/// (also by SIGKILL), a supervising shell, which holds the other end of a pipe, does the same. Should that be
/// killed as well, the next start() of the same user finds what is left and removes it.
///
/// Runs as the caller; as root, which PostgreSQL refuses, as the system user postgres or mysql (else nobody).
/// start() and stop() wait; everything else returns at once. Not thread-safe, but may move between threads.
class PrivateServer
{
public:
    /// Errors: Undecided when the programs are missing, do not start, or the time is over (with the last lines of the
    /// server's log); Usage for SQLite and for a socket path that is too long; Cancelled.
    [[nodiscard]] static base::Result<PrivateServer>
    start(schema::EngineKind engine, const PrivateServerOptions &options, std::stop_token stop = {});

    /// Stops and removes what servers of this user left behind whose owner and supervisor are gone: below this folder,
    /// or below all of serverParents(). start() calls it.
    static void removeLeftovers(const QString &parentFolder = {});

    PrivateServer(PrivateServer &&other) noexcept;
    PrivateServer &operator=(PrivateServer &&other) noexcept;
    ~PrivateServer();

    /// Stops the server and removes its folder; safe to call twice.
    void stop();

    [[nodiscard]] schema::EngineKind engine() const;
    /// The server's folder, which holds data, log and socket.
    [[nodiscard]] QString folder() const;
    /// The socket's path; PostgreSQL's clients want folder() and port 5432 instead.
    [[nodiscard]] QString socket() const;
    /// As the server's programs say it: "17.6", "11.8.3".
    [[nodiscard]] QString version() const;
    /// The folder in which the server's programs were found.
    [[nodiscard]] QString programs() const;
    /// True when it runs behind the wall that PrivateServerOptions::walled asks for.
    [[nodiscard]] bool isWalled() const;
    /// How the superuser reaches @p database (empty: postgres, or none).
    [[nodiscard]] ConnectionUrl url(const QString &database = {}) const;

private:
    struct State;
    explicit PrivateServer(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace countersign::db

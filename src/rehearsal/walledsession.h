#pragma once

#include "db/session.h"

namespace countersign::rehearsal {

/// A session on a scratch file of SQLite whose SQL runs in a process of its own: countersign-rehearse, which lies
/// beside the program (or in COUNTERSIGN_BINARY_DIR). That process has nothing of ours in its environment (no
/// SSH_AUTH_SOCK, no desktop bus, no credentials); under bwrap it has no network either and can write nothing but the
/// folder of the file. Everything that works through a scratch database's session (rehearsal, way back, verify, loading
/// of scripts) is walled by that. A statement that does not answer to its interrupt within three seconds, or makes the
/// process crash, costs the session: every later call says so.
class WalledSession : public db::Session
{
public:
    /// Starts the process and opens the file there, with the guards for SQL that nobody trusts.
    [[nodiscard]] static base::Result<std::unique_ptr<WalledSession>> open(const QString &file, std::stop_token stop);

    /// Opens the file anew, in the same process: settings of the session are gone, an open transaction is rolled back.
    [[nodiscard]] virtual base::Result<void> reopen(std::stop_token stop) = 0;
    /// Closes the file; reopen() comes next.
    virtual void closeFile() = 0;
    /// Kills the process. Callable from any thread.
    virtual void terminate() = 0;
    /// False where bwrap is missing or not allowed.
    [[nodiscard]] virtual bool isWalled() const = 0;
};

/// True when the program for it is there.
[[nodiscard]] bool canWall();

/// The other side: answers what comes in through the socket until it closes. For countersign-rehearse.
void serveWalledSession(int socket);

} // namespace countersign::rehearsal

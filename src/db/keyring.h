#pragma once

#include "db/connectionurl.h"

#include <stop_token>

namespace countersign::db {

/// What a password is kept under: engine, user, host, port, database and every option that decides which server or way
/// is meant (service, socket, ssh, …), so that one server never gets another's password. Pure.
[[nodiscard]] QString keyringKey(const ConnectionUrl &url);

/// The password of a server in the system's keyring (Secret Service, KWallet), for URLs with the option keyring=yes. It
/// is found by keyringKey(). Not from the GUI thread: blocks up to a few seconds.
/// NotAllowed when there is none or the keyring is locked, Undecided when no keyring answers.
[[nodiscard]] base::Result<QString> readKeyring(const ConnectionUrl &url, std::stop_token stop);
/// Keeps @p password, or removes what is kept when it is empty.
[[nodiscard]] base::Result<void> writeKeyring(const ConnectionUrl &url, const QString &password);

} // namespace countersign::db

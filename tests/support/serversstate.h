#pragma once

#include "db/privateserver.h"
#include "support/servers.h"

#include <optional>

namespace countersign::testsupport {

/// The file in which `testservers` tells the programs of a ctest run which servers there are: a JSON object with
/// "process" (who keeps them) and per engine name folder, socket, version, programs.
[[nodiscard]] QString stateFile();
[[nodiscard]] bool writeState(const QString &path, qint64 process, const QList<ServerInfo> &servers);
/// Who keeps the servers; 0 when nobody does any more.
[[nodiscard]] qint64 keeper(const QString &path);
[[nodiscard]] std::optional<ServerInfo> readState(const QString &path, schema::EngineKind engine);
[[nodiscard]] ServerInfo informationOf(const db::PrivateServer &server);

} // namespace countersign::testsupport

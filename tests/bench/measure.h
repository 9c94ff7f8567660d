#pragma once

#include "engine/engine.h"
#include "support/servers.h"

#include <functional>

namespace countersign::bench {

/// What is measured beside the product itself, on the same databases in the same run.
struct Subject {
    schema::EngineKind engine = schema::EngineKind::Sqlite;
    const engine::Engine *product = nullptr;
    QStringList bareQueries; ///< the catalog reads alone; %1 is the database's name
    /// The engine's own dump of the schema: program and arguments.
    std::function<QStringList(const testsupport::TestDatabase &)> dumpCommand;
    QList<int> sizes; ///< numbers of tables when the command line names none
};

/// Prints one line a measurement: medians of the repetitions in milliseconds. Both databases are read at once, as
/// `countersign diff` does. The exit code is 1 when something fails.
[[nodiscard]] int measure(const Subject &subject, const QStringList &arguments);

} // namespace countersign::bench

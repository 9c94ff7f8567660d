#pragma once

#include "engine/engine.h"

namespace countersign::engine::mysql {

/// Reads one database: a packet of catalog queries, then SHOW CREATE of everything in packets, in three to four round
/// trips however many objects there are (SHOW CREATE TABLE for all tables takes a third of the time of bulk
/// information_schema reads, and is complete). Neither product has a snapshot for schema reads.
[[nodiscard]] base::Result<schema::Schema> readSchema(db::Session &session, const ReadOptions &options,
                                                      const base::ProgressSink &progress, std::stop_token stop);

} // namespace countersign::engine::mysql

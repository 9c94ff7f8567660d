#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "db/session.h"
#include "schema/schema.h"

#include <functional>
#include <stop_token>

namespace countersign::engine::sqlite {

/// Reads the schema of the main database in three statements under one savepoint (the caller may be inside a
/// transaction): the text of sqlite_schema, which says everything; the columns as SQLite itself understands them,
/// against which what was understood of the text is checked; and, if there are virtual tables, which tables are their
/// shadows. A table whose text and columns disagree is listed as not compared. What belongs to SQLite (sqlite_sequence,
/// sqlite_stat1) and shadow tables are not objects.
[[nodiscard]] base::Result<schema::Schema> readSchema(db::Session &session, const base::ProgressSink &progress,
                                                      std::stop_token stop);

/// What is left of a reading when everything was asked for; called once, from any thread. Fails only
/// when it is stopped.
using SchemaBuilder = std::function<base::Result<schema::Schema>(const std::stop_token &)>;

/// readSchema() in two parts: the session may be closed before the returned function is called. SQLite holds a schema
/// of its own as long as the session is open, a fifth of the memory that two sides of 10,000 tables need.
[[nodiscard]] base::Result<SchemaBuilder> fetchSchema(db::Session &session, const base::ProgressSink &progress,
                                                      std::stop_token stop);

} // namespace countersign::engine::sqlite

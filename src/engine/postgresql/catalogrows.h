#pragma once

#include "engine/postgresql/reader.h"
#include "engine/reread.h"

namespace countersign::engine::postgresql {

/// What catalogQueries() asks for, in one consistent snapshot and in their order. A query that fails is noted in the
/// reader as not compared. Of the rare kinds only those are asked that the database has: to plan the question about all
/// of them takes a server longer than to read a hundred tables.
[[nodiscard]] base::Result<std::vector<db::Rows>> wholeCatalog(db::Session &session, const ReadOptions &options,
                                                               Reader &reader, const std::stop_token &stop);

/// See engine::fetchAgain().
[[nodiscard]] base::Result<std::function<schema::Schema()>> fetchAgain(db::Session &session,
                                                                       std::unique_ptr<KeptCatalog> &kept,
                                                                       const std::optional<Touched> &touched,
                                                                       const std::stop_token &stop);

} // namespace countersign::engine::postgresql

#pragma once

#include "engine/postgresql/reader.h"
#include "engine/reread.h"

namespace countersign::engine::postgresql {

/// The results of @p queries in one consistent snapshot, in their order; empty texts are left out. A query that fails
/// is noted in the reader as not compared. @p settings are set for the reading only.
[[nodiscard]] base::Result<std::vector<db::Rows>> catalogRows(db::Session &session, const QStringList &queries,
                                                              const QStringList &settings, Reader &reader,
                                                              const std::stop_token &stop);

/// See engine::fetchAgain().
[[nodiscard]] base::Result<std::function<schema::Schema()>> fetchAgain(db::Session &session,
                                                                       std::unique_ptr<KeptCatalog> &kept,
                                                                       const std::optional<Touched> &touched,
                                                                       const std::stop_token &stop);

} // namespace countersign::engine::postgresql

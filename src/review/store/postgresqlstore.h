#pragma once

#include "review/store/store.h"

namespace countersign::review::store {

/// The team ledger in a PostgreSQL database, reached by a service of pg_service.conf.
class PostgresqlStore {
public:
    [[nodiscard]] static base::Result<std::unique_ptr<Store>> create(const QString &service, const QString &ledgerId,
                                                                     std::chrono::milliseconds timeout);
    [[nodiscard]] static base::Result<std::unique_ptr<Store>> open(const QString &service,
                                                                   std::chrono::milliseconds timeout);
};

} // namespace countersign::review::store

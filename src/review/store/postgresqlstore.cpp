#include "review/store/postgresqlstore.h"

namespace countersign::review::store {

using namespace Qt::StringLiterals;

base::Result<std::unique_ptr<Store>> PostgresqlStore::create(const QString &service, const QString &,
                                                             std::chrono::milliseconds)
{
    return std::unexpected(base::usageError(u"PostgreSQL ledgers are not part of this build"_s, service));
}

base::Result<std::unique_ptr<Store>> PostgresqlStore::open(const QString &service, std::chrono::milliseconds)
{
    return std::unexpected(base::usageError(u"PostgreSQL ledgers are not part of this build"_s, service));
}

} // namespace countersign::review::store

#include "review/store/store.h"

#include "base/show.h"
#include "review/store/postgresqlstore.h"
#include "review/store/sqlitestore.h"

namespace countersign::review::store {

using namespace Qt::StringLiterals;

namespace {

base::Error badLocator(const QString &locator)
{
    return base::usageError(u"This does not name a ledger"_s, base::show(locator),
                            u"Use sqlite:PATH or pg:SERVICE (a service of pg_service.conf)."_s);
}

} // namespace

base::Result<std::unique_ptr<Store>> createStore(const QString &locator, const QString &ledgerId,
                                                 std::chrono::milliseconds timeout)
{
    const QString rest = locator.section(u':', 1);
    if (locator.startsWith(u"sqlite:") && !rest.isEmpty()) {
        return SqliteStore::create(rest, ledgerId, timeout);
    }
    if (locator.startsWith(u"pg:") && !rest.isEmpty()) {
        return PostgresqlStore::create(rest, ledgerId, timeout);
    }
    return std::unexpected(badLocator(locator));
}

base::Result<std::unique_ptr<Store>> openStore(const QString &locator, std::chrono::milliseconds timeout)
{
    const QString rest = locator.section(u':', 1);
    if (locator.startsWith(u"sqlite:") && !rest.isEmpty()) {
        return SqliteStore::open(rest, timeout);
    }
    if (locator.startsWith(u"pg:") && !rest.isEmpty()) {
        return PostgresqlStore::open(rest, timeout);
    }
    return std::unexpected(badLocator(locator));
}

} // namespace countersign::review::store

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

/// The id becomes part of the names of our own files, so a crafted one must not name others.
base::Result<std::unique_ptr<Store>> checked(base::Result<std::unique_ptr<Store>> opened, const QString &locator)
{
    if (opened && !isLedgerId((*opened)->ledgerId())) {
        return std::unexpected(
            base::integrityError(u"This is not a ledger as Countersign makes it: its id is not well-formed"_s,
                                 base::show(locator), u"Name the right ledger, or restore it from a backup."_s));
    }
    return opened;
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
        return checked(SqliteStore::open(rest, timeout), locator);
    }
    if (locator.startsWith(u"pg:") && !rest.isEmpty()) {
        return checked(PostgresqlStore::open(rest, timeout), locator);
    }
    return std::unexpected(badLocator(locator));
}

} // namespace countersign::review::store

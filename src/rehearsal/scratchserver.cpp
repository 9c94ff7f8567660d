#include "rehearsal/scratchserver.h"

#include "base/digest.h"
#include "engine/engine.h"
#include "rehearsal/poolfolder.h"
#include "sql/dialect.h"

#include <QFileInfo>
#include <QSysInfo>

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using base::Result;
using schema::EngineKind;

namespace {

const QString prefix = u"countersign_scratch_"_s;

QString hostMark()
{
    return base::sha256Hex(QSysInfo::machineHostName().toUtf8()).first(6);
}

db::SessionOptions administratorOptions()
{
    db::SessionOptions options;
    options.access = db::Access::ReadWrite;
    options.statementTimeout = std::chrono::minutes(2);
    options.lockTimeout = std::chrono::seconds(10);
    return options;
}

int portOf(const db::ConnectionUrl &url)
{
    return url.port != 0 ? url.port : url.engine == EngineKind::PostgreSql ? 5432 : 3306;
}

QString hostOf(const db::ConnectionUrl &url)
{
    const QString host = url.host.isEmpty() ? url.options.value(u"host"_s) : url.host;
    return host.isEmpty() || host == u"127.0.0.1" || host == u"::1" ? u"localhost"_s : host.toLower();
}

/// The same server as far as the URL tells.
bool samePlace(const db::ConnectionUrl &one, const db::ConnectionUrl &other)
{
    return schema::isMySqlFamily(one.engine) == schema::isMySqlFamily(other.engine) && hostOf(one) == hostOf(other) &&
           portOf(one) == portOf(other) && one.options.value(u"socket"_s) == other.options.value(u"socket"_s) &&
           one.options.value(u"service"_s) == other.options.value(u"service"_s);
}

base::Error isProduction(const db::ConnectionUrl &scratch, const db::ConnectionUrl &production)
{
    return base::notAllowed(u"The scratch server is the production server"_s, scratch.display(),
                            u"Name another server: %1 is marked production"_s.arg(production.display()));
}

/// What the server calls itself, without the database: two URLs that lead to one server agree in it.
QString serverIdentity(EngineKind engine, db::Session &session, std::stop_token stop)
{
    const auto identity = engine::engineFor(engine).identity(session, stop);
    return identity ? identity->section(u'/', 0, 0) : QString();
}

} // namespace

db::SessionOptions untrustedOptions()
{
    db::SessionOptions options;
    options.access = db::Access::ReadWrite;
    options.untrusted = true;
    options.statementTimeout = std::chrono::minutes(10);
    options.lockTimeout = std::chrono::seconds(10);
    return options;
}

Result<std::shared_ptr<ScratchServer>> ScratchServer::start(EngineKind engine, const ScratchSettings &settings,
                                                            const QString &poolId, std::stop_token stop)
{
    std::shared_ptr<ScratchServer> server(new ScratchServer);
    server->m_engine = engine;
    server->m_poolId = poolId;
    const auto configured =
        std::ranges::find_if(settings.servers, [engine](const auto &entry) { return entry.first == engine; });
    if (configured != settings.servers.end()) {
        server->m_administrator = configured->second;
        CS_CHECK(server->refuseProduction(settings, stop));
    } else {
        db::PrivateServerOptions options;
        if (schema::isMySqlFamily(engine)) {
            options.settings = {u"event-scheduler=OFF"_s, u"local-infile=0"_s};
        }
        auto started = db::PrivateServer::start(engine, options, stop);
        if (!started) {
            base::Error error = started.error();
            if (error.kind == base::ErrorKind::Undecided) {
                error.advice += (error.advice.isEmpty() ? QString() : u" "_s) +
                                u"Or name a server with --scratch or in the workspace."_s;
            }
            return base::Fail(error.within(u"starting a scratch server"_s));
        }
        server->m_private = std::move(*started);
        server->m_administrator = server->m_private->url();
    }
    CS_CHECK(server->prepare(stop));
    return server;
}

Result<std::unique_ptr<db::Session>> ScratchServer::administrator(const QString &database, std::stop_token stop) const
{
    db::ConnectionUrl url = m_administrator;
    if (!database.isEmpty()) {
        url.database = database;
    }
    return db::openSession(url, administratorOptions(), stop);
}

db::ConnectionUrl ScratchServer::urlFor(const QString &role, const QString &password, const QString &database) const
{
    db::ConnectionUrl url = m_administrator;
    url.user = role;
    url.options.remove(u"user"_s);
    url.password = password;
    url.database = database;
    return url;
}

QString ScratchServer::newName()
{
    const std::scoped_lock lock(m_mutex);
    return prefix + hostMark() + u'_' + m_poolId + u'_' + QString::number(++m_counter);
}

QString ScratchServer::accountFor(const QString &name)
{
    return u"cs_"_s + name.section(u'_', -2);
}

QString ScratchServer::base(const QString &key) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_bases.find(key);
    return found == m_bases.end() ? QString() : found->second;
}

void ScratchServer::keepBase(const QString &key, const QString &database)
{
    const std::scoped_lock lock(m_mutex);
    m_bases[key] = database;
}

Result<void> ScratchServer::prepare(std::stop_token stop)
{
    if (!isPrivate()) {
        CS_TRY(session, administrator({}, stop));
        removeLeftovers(*session, stop);
        return {};
    }
    if (m_engine != EngineKind::PostgreSql) {
        return {};
    }
    // Production's owner is often called postgres: free the name, so that a plain role can have it here.
    {
        CS_TRY(session, administrator({}, stop));
        CS_CHECK(session->run(u"CREATE ROLE countersign_administrator SUPERUSER LOGIN"_s, stop));
    }
    m_administrator.user = u"countersign_administrator"_s;
    if (m_administrator.options.contains(u"user"_s)) {
        m_administrator.options.insert(u"user"_s, m_administrator.user);
    }
    CS_TRY(session, administrator({}, stop));
    for (const QString &statement : {u"ALTER ROLE postgres RENAME TO countersign_bootstrap"_s,
                                     u"REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC"_s}) {
        CS_CHECK(session->run(statement, stop));
    }
    return {};
}

Result<void> ScratchServer::refuseProduction(const ScratchSettings &settings, std::stop_token stop) const
{
    QString ours;
    for (const db::ConnectionUrl &production : settings.production) {
        if (schema::isMySqlFamily(production.engine) != schema::isMySqlFamily(m_engine) ||
            production.engine == EngineKind::Sqlite) {
            continue;
        }
        if (samePlace(m_administrator, production)) {
            return base::Fail(isProduction(m_administrator, production));
        }
        if (ours.isEmpty()) {
            CS_TRY(session, administrator({}, stop));
            ours = serverIdentity(m_engine, *session, stop);
        }
        // Production may be out of reach from here; then it cannot be the server we reach.
        const auto session = db::openSession(production, {}, stop);
        if (session && !ours.isEmpty() && serverIdentity(m_engine, **session, stop) == ours) {
            return base::Fail(isProduction(m_administrator, production));
        }
    }
    return {};
}

void ScratchServer::removeLeftovers(db::Session &session, std::stop_token stop) const
{
    const QString query =
        m_engine == EngineKind::PostgreSql
            ? u"SELECT datname FROM pg_catalog.pg_database WHERE datname LIKE 'countersign\\_scratch\\_%'"_s
            : u"SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE 'countersign\\_scratch\\_%'"_s;
    const auto rows = session.run(query, stop);
    if (!rows) {
        return;
    }
    for (int row = 0; row < rows->size(); ++row) {
        const QString name = rows->text(row, 0);
        const QStringList parts = name.mid(prefix.size()).split(u'_');
        if (parts.size() != 3 || parts.at(0) != hostMark() || parts.at(1) == m_poolId ||
            PoolFolder::isAlive(parts.at(1))) {
            continue;
        }
        const QString quoted = sql::dialectOf(m_engine).quoted(name);
        const bool postgres = m_engine == EngineKind::PostgreSql;
        static_cast<void>(
            session.run(u"DROP DATABASE IF EXISTS "_s + quoted + (postgres ? u" WITH (FORCE)"_s : QString()), stop));
        static_cast<void>(session.run(postgres ? u"DROP ROLE IF EXISTS "_s + quoted
                                               : u"DROP USER IF EXISTS '%1'@'%'"_s.arg(accountFor(name)),
                                      stop));
    }
}

} // namespace countersign::rehearsal

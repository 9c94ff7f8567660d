#include "rehearsal/scratchserver.h"

#include "base/digest.h"
#include "db/serverplace.h"
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
    // mysql: and mariadb: are spellings of one protocol: which product answers, the server says itself.
    auto configured = settings.servers.find(engine);
    for (auto it = settings.servers.begin(); configured == settings.servers.end() && it != settings.servers.end();
         ++it) {
        configured = schema::isMySqlFamily(engine) && schema::isMySqlFamily(it->first) ? it : configured;
    }
    if (configured != settings.servers.end()) {
        server->m_administrator = configured->second;
        server->m_administrator.database.clear();
        CS_CHECK(server->refuseProduction(settings, stop));
    } else {
        db::PrivateServerOptions options;
        options.walled = true;
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
        server->m_roomFound = db::roomLeft(server->m_private->folder()).value_or(0);
    }
    CS_CHECK(server->prepare(stop));
    return server;
}

bool ScratchServer::outOfRoom() const
{
    constexpr qint64 least = 512LL * 1024 * 1024;
    if (!m_private || m_roomFound == 0) {
        return false;
    }
    const std::optional<qint64> left = db::roomLeft(m_private->folder());
    return left && *left < std::max(m_roomFound / 2, std::min(least, m_roomFound / 4 * 3));
}

QString ScratchServer::exposure() const
{
    if (!m_private) {
        return u"the configured scratch server has the network of its machine"_s;
    }
    return m_private->isWalled()
               ? QString()
               : u"the scratch server has the network and the files of this machine: bwrap is missing "
                 "or not allowed"_s;
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

ScratchServer::~ScratchServer()
{
    if (isPrivate() || (m_bases.empty() && m_ownerRole.isEmpty())) {
        return;
    }
    const auto session = administrator({}, {});
    if (!session) {
        return; // the next pool finds what is left
    }
    const sql::Dialect dialect = sql::dialectOf(m_engine);
    for (const auto &[key, database] : m_bases) {
        static_cast<void>((*session)->run(u"DROP DATABASE IF EXISTS "_s + dialect.quoted(database), {}));
    }
    if (!m_ownerRole.isEmpty()) {
        static_cast<void>((*session)->run(u"DROP ROLE IF EXISTS "_s + dialect.quoted(m_ownerRole), {}));
    }
}

Result<void> ScratchServer::prepare(std::stop_token stop)
{
    if (!isPrivate()) {
        CS_TRY(session, administrator({}, stop));
        removeLeftovers(*session, stop);
        if (m_engine == EngineKind::PostgreSql) {
            m_ownerRole = newName();
            const QString quoted = sql::dialectOf(m_engine).quoted(m_ownerRole);
            if (auto made = session->run(u"CREATE ROLE %1 NOLOGIN NOSUPERUSER"_s.arg(quoted), stop); !made) {
                return base::Fail(made.error().within(u"making a role on the scratch server"_s));
            }
            // Not every administrator is a superuser: to act as a role, its maker has to be a member (16 and later).
            static_cast<void>(session->run(u"GRANT %1 TO CURRENT_USER"_s.arg(quoted), stop));
        }
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
    const bool postgres = m_engine == EngineKind::PostgreSql;
    const auto isLeftover = [this](const QString &name) {
        const QStringList parts = name.mid(prefix.size()).split(u'_');
        return parts.size() == 3 && parts.at(0) == hostMark() && parts.at(1) != m_poolId &&
               !PoolFolder::isAlive(parts.at(1));
    };
    const auto forEachLeftover = [&](const QString &query, const auto &remove) {
        const auto rows = session.run(query, stop);
        for (int row = 0; rows && row < rows->size(); ++row) {
            if (isLeftover(rows->text(row, 0))) {
                remove(rows->text(row, 0), sql::dialectOf(m_engine).quoted(rows->text(row, 0)));
            }
        }
    };
    const QString databases =
        postgres
            ? u"SELECT datname FROM pg_catalog.pg_database WHERE datname LIKE 'countersign\\_scratch\\_%'"_s
            : u"SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE 'countersign\\_scratch\\_%'"_s;
    forEachLeftover(databases, [&](const QString &name, const QString &quoted) {
        static_cast<void>(
            session.run(u"DROP DATABASE IF EXISTS "_s + quoted + (postgres ? u" WITH (FORCE)"_s : QString()), stop));
        if (!postgres) {
            static_cast<void>(session.run(u"DROP USER IF EXISTS '%1'@'%'"_s.arg(accountFor(name)), stop));
        }
    });
    if (postgres) {
        forEachLeftover(u"SELECT rolname FROM pg_catalog.pg_roles WHERE rolname LIKE 'countersign\\_scratch\\_%'"_s,
                        [&](const QString &, const QString &quoted) {
                            static_cast<void>(session.run(u"DROP ROLE IF EXISTS "_s + quoted, stop));
                        });
    }
}

} // namespace countersign::rehearsal

#pragma once

#include "db/privateserver.h"
#include "rehearsal/scratch.h"

#include <map>
#include <mutex>

namespace countersign::rehearsal {

/// A PostgreSQL, MySQL or MariaDB server on which scratch databases are made: one of ours, or a configured one. Shared
/// by the scratches of a pool, from any thread; every scratch has an administrator's session of its own.
class ScratchServer
{
public:
    /// @p poolId names the pool in the names of databases and roles, so that leftovers can be told apart.
    [[nodiscard]] static base::Result<std::shared_ptr<ScratchServer>>
    start(schema::EngineKind engine, const ScratchSettings &settings, const QString &poolId, std::stop_token stop);

    ScratchServer(const ScratchServer &) = delete;
    ScratchServer &operator=(const ScratchServer &) = delete;
    /// Drops what it made on a configured server; a private one goes as a whole.
    ~ScratchServer();

    [[nodiscard]] schema::EngineKind engine() const { return m_engine; }
    [[nodiscard]] bool isPrivate() const { return m_private.has_value(); }
    /// Why SQL on it is not cut off from the network; empty when it is.
    [[nodiscard]] QString exposure() const;
    /// See Scratch::outOfRoom(); a configured server looks after its own.
    [[nodiscard]] bool outOfRoom() const;
    /// A new administrator's session to @p database (empty: the maintenance database).
    [[nodiscard]] base::Result<std::unique_ptr<db::Session>> administrator(const QString &database,
                                                                           std::stop_token stop) const;
    /// Where a role reaches a database.
    [[nodiscard]] db::ConnectionUrl urlFor(const QString &role, const QString &password, const QString &database) const;
    /// countersign_scratch_HOST_POOL_3: a name for a database or role that nobody else has.
    [[nodiscard]] QString newName();
    /// PostgreSQL, configured server: the role that owns every scratch database of this pool. Roles that the server has
    /// of its own are never used or changed.
    [[nodiscard]] const QString &ownerRole() const { return m_ownerRole; }
    /// The account that belongs to a database with such a name; MySQL allows 32 characters (manual, 8.2.1).
    [[nodiscard]] static QString accountFor(const QString &name);

    /// The database that holds the base with this key ready to be copied; empty when there is none.
    [[nodiscard]] QString base(const QString &key) const;
    void keepBase(const QString &key, const QString &database);

private:
    ScratchServer() = default;
    [[nodiscard]] base::Result<void> prepare(std::stop_token stop);
    [[nodiscard]] base::Result<void> refuseProduction(const ScratchSettings &settings, std::stop_token stop) const;
    void removeLeftovers(db::Session &session, std::stop_token stop) const;

    schema::EngineKind m_engine = schema::EngineKind::PostgreSql;
    std::optional<db::PrivateServer> m_private;
    qint64 m_roomFound = 0; ///< when it had started
    db::ConnectionUrl m_administrator;
    QString m_poolId;
    QString m_ownerRole;
    mutable std::mutex m_mutex;
    int m_counter = 0;
    std::map<QString, QString> m_bases;
};

/// For sessions that run SQL under review: their own timeouts are wide, the rehearsal's deadline ends them.
[[nodiscard]] db::SessionOptions untrustedOptions();

} // namespace countersign::rehearsal

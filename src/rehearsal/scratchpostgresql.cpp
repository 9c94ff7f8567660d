#include "rehearsal/scratchpostgresql.h"

#include "rehearsal/postgresqlobserver.h"
#include "rehearsal/provision.h"
#include "sql/normalform.h"

#include <QUuid>

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using base::Result;
using schema::EngineKind;

namespace {

const QString fallbackOwner = u"countersign_rehearsal"_s;

/// Cannot be made or granted: the server reserves names that begin with pg_, and these are not roles.
bool isOrdinaryRole(const QString &name)
{
    return !name.isEmpty() && !name.startsWith(u"pg_"_s) && name.compare(u"public"_s, Qt::CaseInsensitive) != 0 &&
           !name.startsWith(u"countersign_administrator"_s);
}

QString ownerOf(const schema::Object &object)
{
    return std::visit([](const auto &value) { return value.owner; }, object);
}

/// The role that owns most of the objects.
QString mainOwner(const schema::Schema &schema)
{
    std::map<QString, int> counts;
    for (const schema::Object &object : schema.objects) {
        if (isOrdinaryRole(ownerOf(object))) {
            ++counts[ownerOf(object)];
        }
    }
    const auto most = std::ranges::max_element(counts, {}, [](const auto &entry) { return entry.second; });
    return most == counts.end() ? fallbackOwner : most->first;
}

class PostgreSqlScratch : public Scratch
{
public:
    PostgreSqlScratch(std::shared_ptr<ScratchServer> server, std::unique_ptr<db::Session> administrator)
        : m_server(std::move(server)), m_administrator(std::move(administrator)), m_name(m_server->newName()),
          m_password(QUuid::createUuid().toString(QUuid::Id128))
    {
        m_ownRoles = !m_server->isPrivate();
    }
    ~PostgreSqlScratch() override
    {
        m_session.reset();
        dropDatabase();
        static_cast<void>(admin(u"DROP OWNED BY "_s + quoted(m_name)));
        static_cast<void>(admin(u"DROP ROLE IF EXISTS "_s + quoted(m_name)));
        static_cast<void>(admin(u"DROP ROLE IF EXISTS "_s + quoted(databaseOwner())));
    }

    /// Makes the role.
    Result<void> create()
    {
        CS_CHECK(admin(
            u"CREATE ROLE %1 LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION CONNECTION LIMIT 4 PASSWORD %2"_s
                .arg(quoted(m_name), dialect().literal(m_password))));
        if (m_server->isPrivate()) {
            CS_CHECK(admin(u"CREATE ROLE %1 NOLOGIN NOSUPERUSER"_s.arg(quoted(databaseOwner()))));
        }
        CS_CHECK(actAs(m_server->isPrivate() ? fallbackOwner : m_server->ownerRole()));
        return {};
    }

    [[nodiscard]] EngineKind engineKind() const override { return EngineKind::PostgreSql; }
    [[nodiscard]] db::ConnectionUrl url() const override { return m_server->urlFor(m_name, m_password, m_name); }
    [[nodiscard]] db::Session &session() override { return *m_session; }
    [[nodiscard]] QString exposure() const override { return m_server->exposure(); }
    [[nodiscard]] std::unique_ptr<Observer> observer() override { return makePostgreSqlObserver(*m_session); }

    /// On a server of ours only: what a configured one has is for its administrator to say.
    [[nodiscard]] QString runnable(const QString &sql) override
    {
        if (!m_server->isPrivate()) {
            return sql;
        }
        const QStringList words = kindOf(sql, dialect()).words;
        const QString made = roleMadeBy(sql, dialect());
        for (const QString &role : made.isEmpty() ? rolesNamedBy(sql, dialect()) : QStringList{made}) {
            provideRole(role, made.isEmpty());
        }
        // As an unknown role it would own nothing of the base, which names no owners.
        const bool becomesUnknown = words.value(0) == u"SET" && !rolesNamedBy(sql, dialect()).isEmpty() &&
                                    m_provided.contains(rolesNamedBy(sql, dialect()).constFirst());
        if (!made.isEmpty() || becomesUnknown) {
            return {};
        }
        const WantedExtension extension = extensionMadeBy(sql, dialect());
        if (!extension.name.isEmpty()) {
            return provideExtension(extension, sql);
        }
        QString allowed = withoutSystemTriggers(sql, dialect());
        if (allowed != sql) {
            m_notes << u"TRIGGER ALL was taken for TRIGGER USER: the triggers behind foreign keys need a superuser"_s;
        }
        return allowed;
    }

    /// Called by the watchdog's thread while this object's thread waits in the session: a connection of its own.
    [[nodiscard]] bool outOfRoom() const override { return m_server->outOfRoom(); }

    void terminate() override
    {
        if (const auto session = m_server->administrator({}, {})) {
            static_cast<void>((*session)->run(
                u"SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity WHERE usename = %1"_s
                    .arg(dialect().literal(m_name)),
                {}));
        }
    }

    Result<std::shared_ptr<const schema::Schema>> build(const schema::Schema &base, const base::ProgressSink &progress,
                                                        std::stop_token stop) override
    {
        const sql::Dialect here = dialect();
        const QString key =
            schema::fingerprint(base, [&here](const QString &text) { return sql::normalForm(text, here); });
        m_session.reset();
        m_limits.clear();
        if (m_server->isPrivate()) {
            m_roles = rolesOf(base);
            for (const QString &role : m_roles) {
                makeRole(role);
            }
            CS_CHECK(actAs(mainOwner(base)));
        }
        QString kept = m_server->base(key);
        QStringList problems;
        if (kept.isEmpty()) {
            kept = m_server->newName();
            CS_CHECK(createDatabase(kept, u"template0"_s, m_owner));
            CS_TRY(session, m_server->administrator(kept, stop));
            CS_CHECK(session->run(u"SET check_function_bodies = off"_s, stop));
            if (!m_server->isPrivate()) {
                CS_CHECK(becomeOwner(*session, base, stop));
            }
            auto empty = engine::engineFor(EngineKind::PostgreSql).read(*session, {}, {}, stop);
            CS_TRY(start, std::move(empty));
            problems = applySteps(*session, start, owned(base), progress, stop);
            if (stop.stop_requested()) {
                return base::Fail(base::cancelled());
            }
            if (m_ownRoles) {
                problems.removeIf([](const QString &line) {
                    return line.contains(u" OWNER TO ") || line.startsWith(u"GRANT ") || line.startsWith(u"REVOKE ");
                });
            }
            // Every copy begins with what the planner knows here, and is read after every statement.
            session.reset();
            CS_CHECK(tidyCatalog(kept, stop));
            m_server->keepBase(key, kept);
        }
        m_base = kept;
        CS_CHECK(reset(stop));
        CS_TRY(built, read(stop));
        m_limits += problems + shortfall(base, built);
        return std::make_shared<const schema::Schema>(std::move(built));
    }

    /// What a script makes without naming an owner belongs to whoever runs it. Here that is a role of ours, which must
    /// not be taken for a property of the schema.
    Result<schema::Schema> read(std::stop_token stop) override
    {
        CS_TRY(schema, fetch({}, stop));
        return schema();
    }

    Result<std::function<schema::Schema()>> fetch(const std::optional<engine::Touched> &touched,
                                                  std::stop_token stop) override
    {
        CS_TRY(schema, engine::fetchAgain(session(), m_kept, touched, stop));
        return [schema = std::move(schema), ours = QStringList{fallbackOwner, databaseOwner(), m_server->ownerRole()}] {
            return withoutOwners(schema(), ours);
        };
    }

    Result<void> reset(std::stop_token stop) override
    {
        m_session.reset();
        dropDatabase();
        CS_CHECK(createDatabase(m_name, m_base.isEmpty() ? u"template0"_s : m_base,
                                m_server->isPrivate() ? databaseOwner() : m_owner));
        CS_CHECK(admin(u"REVOKE ALL ON DATABASE %1 FROM PUBLIC"_s.arg(quoted(m_name))));
        CS_CHECK(admin(u"GRANT ALL ON DATABASE %1 TO %2"_s.arg(quoted(m_name), quoted(m_name))));
        CS_CHECK(admin(u"COMMENT ON DATABASE %1 IS 'countersign scratch'"_s.arg(quoted(m_name))));
        return reconnect(stop);
    }

    Result<void> reconnect(std::stop_token stop) override
    {
        m_kept.reset();
        m_session.reset();
        CS_TRY(session, db::openSession(url(), untrustedOptions(), stop));
        m_session = std::move(session);
        return {};
    }

private:
    [[nodiscard]] QString quoted(const QString &name) const { return dialect().quoted(name); }
    [[nodiscard]] Result<db::Rows> admin(const QString &sql) { return m_administrator->run(sql, {}); }

    /// Kinds whose catalogs have no owner (PostgreSQL manual, chapter 51), or none that ALTER … OWNER TO gives them.
    static bool neverOwned(schema::ObjectKind kind)
    {
        using enum schema::ObjectKind;
        static const QSet<schema::ObjectKind> kinds{
            Extension,         Cast, Transform, AccessMethod, UserMapping, TextSearchParser, DefaultPrivileges,
            TextSearchTemplate};
        return kinds.contains(kind);
    }

    /// The base as it is made: what has no owner gets one that the SQL under review acts as.
    [[nodiscard]] schema::Schema owned(schema::Schema base) const
    {
        for (schema::Object &object : base.objects) {
            const bool owns = !neverOwned(schema::idOf(object).kind);
            std::visit(
                [this, owns](auto &value) {
                    if (value.owner.isEmpty() && owns && m_server->isPrivate()) {
                        value.owner = m_owner;
                    }
                },
                object);
        }
        return base;
    }

    static schema::Schema withoutOwners(schema::Schema schema, const QStringList &owners)
    {
        for (schema::Object &object : schema.objects) {
            std::visit(
                [&owners](auto &value) {
                    if (owners.contains(value.owner)) {
                        value.owner.clear();
                    }
                },
                object);
        }
        return schema;
    }

    void dropDatabase() { static_cast<void>(admin(u"DROP DATABASE IF EXISTS %1 WITH (FORCE)"_s.arg(quoted(m_name)))); }

    /// Owns the database and nothing else. Whoever may own something in it is a member, as whom the script acts too:
    /// it gives objects to roles, which takes rights on both sides that two roles cannot give each other.
    [[nodiscard]] QString databaseOwner() const { return m_name + u"_owner"_s; }

    Result<void> createDatabase(const QString &name, const QString &from, const QString &owner)
    {
        // The files as they are: on a server that never syncs that is quicker than page by page through the log (15).
        const bool files = m_server->isPrivate() && m_administrator->version() >= 150000;
        if (auto made =
                admin(u"CREATE DATABASE %1 TEMPLATE %2 OWNER %3"_s.arg(quoted(name), quoted(from), quoted(owner)) +
                      (files ? u" STRATEGY FILE_COPY"_s : QString()));
            !made) {
            return base::Fail(made.error().within(u"making a scratch database"_s));
        }
        return {};
    }

    /// On a configured server everything belongs to the pool's role, so that SQL under review may change it. Extensions
    /// that only the administrator may make are made before; the rest becomes a limit.
    Result<void> becomeOwner(db::Session &session, const schema::Schema &base, std::stop_token stop)
    {
        for (const schema::Object &object : base.objects) {
            const auto *extension = std::get_if<schema::CatalogObject>(&object);
            if (extension != nullptr && extension->objectKind == schema::ObjectKind::Extension) {
                static_cast<void>(session.run(u"CREATE EXTENSION IF NOT EXISTS "_s + quoted(extension->name), stop));
            }
        }
        CS_CHECK(session.run(u"SET ROLE "_s + quoted(m_owner), stop));
        return {};
    }

    /// Thousands of definitions in a row leave catalogs of which the planner knows nothing, half of them dead rows.
    Result<void> tidyCatalog(const QString &database, std::stop_token stop) const
    {
        CS_TRY(session, m_server->administrator(database, stop));
        static_cast<void>(session->run(u"VACUUM (ANALYZE) pg_class, pg_attribute, pg_attrdef, pg_constraint, pg_index, "
                                       "pg_depend, pg_description, pg_type, pg_trigger, pg_rewrite"_s,
                                       stop));
        return {};
    }

    void provideRole(const QString &role, bool takenForGranted)
    {
        if (m_roles.contains(role) || m_provided.contains(role) || role == m_owner || role == m_name) {
            return;
        }
        m_provided << role;
        makeRole(role);
        static_cast<void>(admin(u"GRANT %1 TO %2"_s.arg(quoted(role), quoted(m_owner))));
        static_cast<void>(admin(u"GRANT %1 TO %2"_s.arg(quoted(databaseOwner()), quoted(role))));
        if (takenForGranted) {
            m_notes << u"Role %1 is not known from the base: it was taken to be there"_s.arg(role);
        }
    }

    /// The administrator makes it beside the session; for that its namespace has to be there already.
    [[nodiscard]] QString provideExtension(const WantedExtension &extension, const QString &sql)
    {
        const auto session = m_server->administrator(m_name, {});
        const QString where = extension.schema.isEmpty() ? QString() : u" SCHEMA "_s + quoted(extension.schema);
        const QString create = u"CREATE EXTENSION IF NOT EXISTS %1%2"_s.arg(quoted(extension.name), where);
        return session && (*session)->run(create, {}) ? create : sql;
    }

    void makeRole(const QString &role)
    {
        // Exists from an earlier rehearsal on this server: as good.
        static_cast<void>(admin(u"CREATE ROLE %1 NOLOGIN NOSUPERUSER"_s.arg(quoted(role))));
        static_cast<void>(admin(u"GRANT %1 TO %2"_s.arg(quoted(role), quoted(m_name))));
    }

    /// From the next session on, RESET ROLE included, the login role acts as @p owner.
    Result<void> actAs(const QString &owner)
    {
        m_owner = owner;
        makeRole(owner);
        if (m_server->isPrivate()) {
            static_cast<void>(admin(u"GRANT %1 TO %2"_s.arg(quoted(databaseOwner()), quoted(owner))));
        }
        for (const QString &role : m_roles) {
            static_cast<void>(admin(u"GRANT %1 TO %2"_s.arg(quoted(role), quoted(owner))));
            if (m_server->isPrivate() && role != owner) {
                static_cast<void>(admin(u"GRANT %1 TO %2"_s.arg(quoted(databaseOwner()), quoted(role))));
            }
        }
        if (m_server->isPrivate() && m_administrator->version() >= 150000) {
            // Switches off triggers of its own database, which scripts that load rows do; nothing beyond it.
            static_cast<void>(admin(u"GRANT SET ON PARAMETER session_replication_role TO "_s + quoted(owner)));
        }
        CS_CHECK(admin(u"ALTER ROLE %1 SET role = %2"_s.arg(quoted(m_name), dialect().literal(owner))));
        return {};
    }

    std::shared_ptr<ScratchServer> m_server;
    std::unique_ptr<db::Session> m_administrator;
    QString m_name; ///< of the database and of the login role
    QString m_password;
    QString m_owner = fallbackOwner;
    QStringList m_roles;
    QStringList m_provided; ///< roles that only a statement named
    QString m_base;         ///< the database to copy; empty before build()
    std::unique_ptr<db::Session> m_session;
    std::unique_ptr<engine::KeptCatalog> m_kept; ///< of the last reading through m_session
};

void addGrantees(const schema::Grants &grants, QSet<QString> &roles)
{
    for (const schema::Grant &grant : grants) {
        roles.insert(grant.grantee);
    }
}

} // namespace

QStringList rolesOf(const schema::Schema &schema)
{
    QSet<QString> roles;
    for (const schema::Object &object : schema.objects) {
        roles.insert(ownerOf(object));
        std::visit([&roles](const auto &value) { addGrantees(value.grants, roles); }, object);
        if (const auto *table = std::get_if<schema::Table>(&object)) {
            for (const schema::Policy &policy : table->policies) {
                roles += QSet<QString>(policy.roles.begin(), policy.roles.end());
            }
            for (const schema::Column &column : table->columns) {
                addGrantees(column.grants, roles);
            }
        }
    }
    QStringList ordinary;
    for (const QString &role : std::as_const(roles)) {
        if (isOrdinaryRole(role)) {
            ordinary << role;
        }
    }
    ordinary.sort();
    return ordinary;
}

Result<std::unique_ptr<Scratch>> makePostgreSqlScratch(std::shared_ptr<ScratchServer> server, Contents contents,
                                                       std::stop_token stop)
{
    CS_TRY(administrator, server->administrator({}, stop));
    auto scratch = std::make_unique<PostgreSqlScratch>(std::move(server), std::move(administrator));
    CS_CHECK(scratch->create());
    if (contents == Contents::Empty) {
        CS_CHECK(scratch->reset(stop));
    }
    return scratch;
}

} // namespace countersign::rehearsal

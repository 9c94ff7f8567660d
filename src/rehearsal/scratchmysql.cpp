#include "rehearsal/scratchmysql.h"

#include "rehearsal/dumpscript.h"
#include "rehearsal/mysqlobserver.h"

#include <QUuid>

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using base::Result;
using schema::EngineKind;

namespace {

class MySqlScratch : public Scratch
{
public:
    MySqlScratch(std::shared_ptr<ScratchServer> server, std::unique_ptr<db::Session> administrator)
        : m_server(std::move(server)), m_administrator(std::move(administrator)), m_name(m_server->newName()),
          m_user(ScratchServer::accountFor(m_name)), m_password(QUuid::createUuid().toString(QUuid::Id128))
    {
    }
    ~MySqlScratch() override
    {
        m_session.reset();
        static_cast<void>(admin(u"DROP DATABASE IF EXISTS "_s + quoted(m_name)));
        static_cast<void>(admin(u"DROP USER IF EXISTS "_s + account()));
    }

    Result<void> create(std::stop_token stop)
    {
        CS_CHECK(admin(u"CREATE USER %1 IDENTIFIED BY %2"_s.arg(account(), dialect().literal(m_password))));
        // The underscore is a wildcard in a GRANT (MariaDB manual, GRANT; MySQL manual, 15.7.1.6).
        const QString pattern = QString(m_name).replace(u'_', u"\\_"_s);
        CS_CHECK(admin(u"GRANT ALL PRIVILEGES ON %1.* TO %2"_s.arg(quoted(pattern), account())));
        return reset(stop);
    }

    [[nodiscard]] EngineKind engineKind() const override { return m_server->engine(); }
    [[nodiscard]] db::ConnectionUrl url() const override { return m_server->urlFor(m_user, m_password, m_name); }
    [[nodiscard]] db::Session &session() override { return *m_session; }
    [[nodiscard]] QString exposure() const override { return m_server->exposure(); }
    [[nodiscard]] std::unique_ptr<Observer> observer() override
    {
        return makeMySqlObserver(*m_administrator, m_name, engineKind());
    }

    /// An account that may name any definer may do whatever that account may; ours must not.
    [[nodiscard]] QString runnable(const QString &sql) override
    {
        const auto defined = withoutDefiner(sql, dialect());
        if (!defined) {
            return sql;
        }
        m_definers.insert(keyOf(defined->objectType, defined->objectName), defined->definer);
        return defined->sql;
    }

    [[nodiscard]] bool outOfRoom() const override { return m_server->outOfRoom(); }

    void terminate() override
    {
        const auto session = m_server->administrator({}, {});
        if (!session) {
            return;
        }
        const auto rows = (*session)->run(
            u"SELECT id FROM information_schema.processlist WHERE user = %1"_s.arg(dialect().literal(m_user)), {});
        for (int row = 0; rows && row < rows->size(); ++row) {
            static_cast<void>((*session)->run(u"KILL CONNECTION "_s + rows->text(row, 0), {}));
        }
    }

    Result<std::shared_ptr<const schema::Schema>> build(const schema::Schema &base, const base::ProgressSink &progress,
                                                        std::stop_token stop) override
    {
        m_base = base;
        m_built.reset();
        m_limits.clear();
        CS_CHECK(createDatabase(stop));
        CS_TRY(session, m_server->administrator(m_name, stop));
        CS_CHECK(session->run(u"SET SESSION foreign_key_checks = 0"_s, stop));
        CS_TRY(empty, engine::engineFor(engineKind()).read(*session, {}, {}, stop));
        const QStringList problems = applySteps(*session, empty, base, progress, stop);
        if (stop.stop_requested()) {
            return base::Fail(base::cancelled());
        }
        CS_CHECK(reconnect(stop));
        CS_TRY(built, read(stop));
        m_limits = problems + shortfall(base, built);
        m_built = std::make_shared<const schema::Schema>(std::move(built));
        return m_built;
    }

    /// There is no copy of a database here; the way from what is there is planned, and believed only when reading it
    /// back says so.
    Result<bool> goTo(const schema::Schema &target, std::stop_token stop) override
    {
        std::optional<schema::Schema> last;
        if (m_last && m_session && m_lastAfter == m_session->sent().size()) { // nothing was sent since it was read
            last = std::move(m_last);
        }
        m_last.reset();
        CS_CHECK(reconnect(stop));
        if (!last) {
            CS_TRY(fresh, read(stop));
            last = std::move(fresh);
        }
        if (diff::compare(*last, target, {}).identical()) {
            return true;
        }
        CS_TRY(session, m_server->administrator(m_name, stop));
        CS_CHECK(session->run(u"SET SESSION foreign_key_checks = 0"_s, stop));
        static_cast<void>(applySteps(*session, *last, target, {}, stop));
        CS_TRY(now, read(stop));
        return diff::compare(now, target, {}).identical();
    }

    Result<void> reset(std::stop_token stop) override
    {
        if (!m_base) {
            CS_CHECK(createDatabase(stop));
            return reconnect(stop);
        }
        if (m_built && m_session) {
            CS_TRY(there, goTo(*m_built, stop));
            if (there) {
                return emptyTables(stop);
            }
        }
        const schema::Schema base = *m_base;
        CS_CHECK(build(base, {}, stop));
        return {};
    }

    /// What a script makes without naming a definer belongs to whoever runs it, and is made under the settings of that
    /// session. Here that is an account and a session of ours, which must not be taken for properties of the schema.
    Result<schema::Schema> read(std::stop_token stop) override
    {
        CS_TRY(schema, Scratch::read(stop));
        for (schema::Object &object : schema.objects) {
            std::visit([this](auto &value) { forgetCreator(value); }, object);
        }
        m_last = schema;
        m_lastAfter = m_session->sent().size();
        return schema;
    }

    Result<void> reconnect(std::stop_token stop) override
    {
        m_session.reset();
        CS_TRY(session, db::openSession(url(), untrustedOptions(), stop));
        m_session = std::move(session);
        CS_TRY(client, m_session->run(u"SELECT @@character_set_client, @@collation_connection"_s, stop));
        m_client = client.text(0, 0);
        m_collation = client.text(0, 1);
        return {};
    }

private:
    /// A base has no rows; those of the script before would be in the way of the next run.
    Result<void> emptyTables(std::stop_token stop)
    {
        constexpr qsizetype atOnce = 200;
        QStringList tables;
        for (const schema::Object &object : m_built->objects) {
            if (const auto *table = std::get_if<schema::Table>(&object)) {
                tables << table->name;
            }
        }
        CS_TRY(session, m_server->administrator(m_name, stop));
        CS_CHECK(session->run(u"SET SESSION foreign_key_checks = 0"_s, stop));
        for (qsizetype first = 0; first < tables.size(); first += atOnce) {
            QStringList questions;
            for (const QString &table : tables.mid(first, atOnce)) {
                questions << u"SELECT %1 FROM DUAL WHERE EXISTS (SELECT 1 FROM %2)"_s.arg(dialect().literal(table),
                                                                                          quoted(table));
            }
            CS_TRY(filled, session->run(questions.join(u" UNION ALL "_s), stop));
            for (int row = 0; row < filled.size(); ++row) {
                CS_CHECK(session->run(u"TRUNCATE TABLE "_s + quoted(filled.text(row, 0)), stop));
            }
        }
        return {};
    }

    static QString keyOf(const QString &type, const QString &name) { return type + u' ' + name.toLower(); }

    /// The definer as the script said it: nothing, or another account than ours.
    [[nodiscard]] QString definerOf(const QString &type, const QString &name, const QString &definer) const
    {
        return definer == m_user + u"@%"_s ? m_definers.value(keyOf(type, name)) : definer;
    }

    void forgetClient(schema::Attributes &attributes) const
    {
        const auto charset = attributes.find(u"characterSetClient"_s);
        const auto collation = attributes.find(u"collationConnection"_s);
        if (charset != attributes.end() && collation != attributes.end() && charset->second == m_client &&
            collation->second == m_collation) {
            attributes.erase(charset);
            attributes.erase(u"collationConnection"_s);
        }
    }
    void forgetCreator(schema::View &view) const
    {
        view.definer = definerOf(u"VIEW"_s, view.name, view.definer);
        forgetClient(view.options);
    }
    void forgetCreator(schema::Table &table) const
    {
        for (schema::Trigger &trigger : table.triggers) {
            trigger.definer = definerOf(u"TRIGGER"_s, trigger.name, trigger.definer);
            forgetClient(trigger.attributes);
        }
    }
    template <class T>
    void forgetCreator(T &value) const
    {
        if constexpr (requires { value.attributes; }) {
            forgetClient(value.attributes);
            const auto it = value.attributes.find(u"definer"_s);
            if (it == value.attributes.end()) {
                return;
            }
            QString type = u"EVENT"_s;
            if constexpr (requires { value.routineKind; }) {
                type = value.routineKind == u"procedure"_s ? u"PROCEDURE"_s : u"FUNCTION"_s;
            }
            const QString definer = definerOf(type, value.name, it->second);
            if (definer.isEmpty()) {
                value.attributes.erase(it);
            } else {
                it->second = definer;
            }
        }
    }

    [[nodiscard]] QString quoted(const QString &name) const { return dialect().quoted(name); }
    [[nodiscard]] QString account() const { return u"'%1'@'%'"_s.arg(m_user); }
    [[nodiscard]] Result<db::Rows> admin(const QString &sql) { return m_administrator->run(sql, {}); }

    Result<void> createDatabase(std::stop_token)
    {
        m_session.reset();
        CS_CHECK(admin(u"DROP DATABASE IF EXISTS "_s + quoted(m_name)));
        QString create = u"CREATE DATABASE "_s + quoted(m_name);
        if (m_base) {
            if (const auto charset = m_base->settings.find(u"charset"_s); charset != m_base->settings.end()) {
                create += u" CHARACTER SET "_s + dialect().identifier(charset->second);
            }
            if (const auto collation = m_base->settings.find(u"collation"_s); collation != m_base->settings.end()) {
                create += u" COLLATE "_s + dialect().identifier(collation->second);
            }
        }
        if (auto made = admin(create); !made) {
            return base::Fail(made.error().within(u"making a scratch database"_s));
        }
        return {};
    }

    std::shared_ptr<ScratchServer> m_server;
    std::unique_ptr<db::Session> m_administrator;
    QString m_name; ///< of the database
    QString m_user; ///< of the account
    QString m_password;
    QString m_client; ///< of a new session of ours
    QString m_collation;
    QHash<QString, QString> m_definers; ///< by type and name: what runnable() took out
    std::optional<schema::Schema> m_base;
    std::shared_ptr<const schema::Schema> m_built; ///< as read back after building
    std::optional<schema::Schema> m_last;          ///< as last read
    std::size_t m_lastAfter = 0;                   ///< so many statements were sent on m_session until then
    std::unique_ptr<db::Session> m_session;
};

} // namespace

Result<std::unique_ptr<Scratch>> makeMySqlScratch(std::shared_ptr<ScratchServer> server, std::stop_token stop)
{
    CS_TRY(administrator, server->administrator({}, stop));
    auto scratch = std::make_unique<MySqlScratch>(std::move(server), std::move(administrator));
    CS_CHECK(scratch->create(stop));
    return scratch;
}

} // namespace countersign::rehearsal

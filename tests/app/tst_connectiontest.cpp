// What the test of a connection says about the rights of a role, on real servers.

#include "app/connectiontest.h"
#include "support/servers.h"

#include <QTest>

using namespace countersign;
using namespace countersign::testsupport;
using namespace Qt::StringLiterals;
using schema::EngineKind;

namespace {

/// The guard of @p role on @p database, and the step that gives the reason.
base::Result<std::pair<app::Guard, app::ConnectionStep>> guardOf(const TestDatabase &database, const QString &role)
{
    db::ConnectionUrl url = database.url();
    url.user = role;
    url.options.remove(u"user"_s);
    CS_TRY(test, app::testConnection(url, {}));
    return std::pair{test.guard, test.steps.back()};
}

} // namespace

class TestConnectionTest : public QObject
{
    Q_OBJECT
private slots:
    void postgresqlRoles_data();
    void postgresqlRoles();
    void mariadbAccounts_data();
    void mariadbAccounts();
    void cleanup();

private:
    std::optional<TestDatabase> m_database;
    QStringList m_afterwards;
};

void TestConnectionTest::cleanup()
{
    if (m_database) {
        for (const QString &statement : std::as_const(m_afterwards)) {
            CS_REQUIRE(m_database->execute(statement));
        }
    }
    m_afterwards.clear();
    m_database.reset();
}

void TestConnectionTest::postgresqlRoles_data()
{
    QTest::addColumn<QString>("rights");
    QTest::addColumn<QString>("may");
    QTest::newRow("only reads") << u"GRANT SELECT ON app.orders TO ROLE"_s << QString();
    QTest::newRow("reads all data") << u"GRANT pg_read_all_data TO ROLE"_s << QString();
    QTest::newRow("inserts") << u"GRANT INSERT ON app.orders TO ROLE"_s << u"the role may write to app.orders"_s;
    QTest::newRow("one column") << u"GRANT UPDATE (note) ON app.orders TO ROLE"_s
                                << u"the role may write to app.orders"_s;
    QTest::newRow("a view") << u"GRANT DELETE ON app.recent TO ROLE"_s << u"the role may write to app.recent"_s;
    QTest::newRow("everybody") << u"GRANT UPDATE ON app.orders TO PUBLIC"_s << u"the role may write to app.orders"_s;
    QTest::newRow("inherits") << u"GRANT INSERT ON app.orders TO ROLE_more; GRANT ROLE_more TO ROLE"_s
                              << u"the role may write to app.orders"_s;
    QTest::newRow("could become a writer")
        << u"ALTER ROLE ROLE NOINHERIT; GRANT INSERT ON app.orders TO ROLE_more; GRANT ROLE_more TO ROLE"_s
        << u"the role may write to app.orders"_s;
    QTest::newRow("writes all data") << u"GRANT pg_write_all_data TO ROLE"_s << u"the role may write to app."_s;
    QTest::newRow("creates") << u"GRANT CREATE ON SCHEMA app TO ROLE"_s
                             << u"the role may create objects in schema app"_s;
    QTest::newRow("superuser") << u"ALTER ROLE ROLE SUPERUSER"_s << u"the role may write to app."_s;
}

void TestConnectionTest::postgresqlRoles()
{
    QFETCH(const QString, rights);
    QFETCH(const QString, may);
    CS_REQUIRE(TestServers::postgresql());
    auto made = TestDatabase::create(EngineKind::PostgreSql, u"guard"_s);
    CS_REQUIRE(made);
    m_database.emplace(std::move(*made));
    const QString role = m_database->name() + u"_r"_s;
    CS_REQUIRE(m_database->execute(u"CREATE SCHEMA app; CREATE TABLE app.orders (id int PRIMARY KEY, note text);"
                                   " CREATE VIEW app.recent AS SELECT id FROM app.orders;"
                                   " REVOKE CREATE ON SCHEMA public FROM PUBLIC;"
                                   " CREATE ROLE %1 LOGIN; CREATE ROLE %1_more;"
                                   " GRANT USAGE ON SCHEMA app TO %1"_s.arg(role)));
    m_afterwards = {u"DROP OWNED BY %1, %1_more"_s.arg(role), u"DROP ROLE %1, %1_more"_s.arg(role)};
    CS_REQUIRE(m_database->execute(QString(rights)
                                       .replace(u"ROLE_more"_s, role + u"_more"_s)
                                       .replace(u"TO ROLE"_s, u"TO "_s + role)
                                       .replace(u"ROLE ROLE"_s, u"ROLE "_s + role)));
    const auto guard = guardOf(*m_database, role);
    CS_REQUIRE(guard);
    QVERIFY2(guard->second.fact.contains(may.isEmpty() ? u"the role cannot write"_s : may),
             qPrintable(guard->second.fact));
    QCOMPARE(guard->first, may.isEmpty() ? app::Guard::Enforced : app::Guard::SessionOnly);
    QCOMPARE(guard->second.result, may.isEmpty() ? app::StepResult::Passed : app::StepResult::Failed);
}

void TestConnectionTest::mariadbAccounts_data()
{
    QTest::addColumn<QString>("rights");
    QTest::addColumn<QString>("may");
    QTest::newRow("only reads") << u"GRANT SELECT, SHOW VIEW, TRIGGER ON DB.* TO ACCOUNT"_s << QString();
    QTest::newRow("temporary tables") << u"GRANT SELECT, CREATE TEMPORARY TABLES ON DB.* TO ACCOUNT"_s << QString();
    QTest::newRow("updates") << u"GRANT SELECT, UPDATE ON DB.* TO ACCOUNT"_s << u"the role has UPDATE"_s;
    QTest::newRow("one column") << u"GRANT SELECT, INSERT (note) ON DB.orders TO ACCOUNT"_s << u"the role has INSERT"_s;
    QTest::newRow("everything") << u"GRANT ALL ON DB.* TO ACCOUNT"_s << u"the role has ALL PRIVILEGES"_s;
    QTest::newRow("through a role that reads")
        << u"GRANT SELECT ON DB.* TO OTHER; GRANT OTHER TO ACCOUNT"_s << QString();
    QTest::newRow("through a role") << u"GRANT DELETE ON DB.* TO OTHER; GRANT OTHER TO ACCOUNT"_s
                                    << u"the role has DELETE"_s;
    QTest::newRow("through the default role")
        << u"GRANT DELETE ON DB.* TO OTHER; GRANT OTHER TO ACCOUNT; SET DEFAULT ROLE OTHER FOR ACCOUNT"_s
        << u"the role has DELETE"_s;
    QTest::newRow("through a role of a role")
        << u"CREATE ROLE OTHER_2; GRANT DROP ON DB.* TO OTHER_2; GRANT OTHER_2 TO OTHER; GRANT OTHER TO ACCOUNT"_s
        << u"the role has DROP"_s;
    QTest::newRow("through a role whose name is hard to read")
        << u"GRANT DELETE ON DB.* TO OTHER; CREATE ROLE `OTHER_, TO ``x`` ON y`; GRANT OTHER TO `OTHER_, TO ``x`` ON "
           u"y`;"
           " GRANT `OTHER_, TO ``x`` ON y` TO ACCOUNT"_s
        << u"the role has DELETE"_s;
}

void TestConnectionTest::mariadbAccounts()
{
    QFETCH(const QString, rights);
    QFETCH(const QString, may);
    CS_REQUIRE(TestServers::mariadb());
    auto made = TestDatabase::create(EngineKind::MariaDb, u"guard"_s);
    CS_REQUIRE(made);
    m_database.emplace(std::move(*made));
    const QString name = m_database->name();
    const QString account = u"'%1_u'@'localhost'"_s.arg(name);
    const QString other = name + u"_role"_s;
    CS_REQUIRE(m_database->execute(u"CREATE TABLE orders (id int PRIMARY KEY, note text); CREATE USER %1;"
                                   " GRANT SELECT ON %2.* TO %1; CREATE ROLE %3"_s.arg(account, name, other)));
    m_afterwards = {
        u"DROP USER %1; DROP ROLE %2; DROP ROLE IF EXISTS %2_2, `%2_, TO ``x`` ON y`"_s.arg(account, other)};
    CS_REQUIRE(m_database->execute(
        QString(rights).replace(u"ACCOUNT"_s, account).replace(u"OTHER"_s, other).replace(u"DB."_s, name + u'.')));
    const auto guard = guardOf(*m_database, name + u"_u"_s);
    CS_REQUIRE(guard);
    QVERIFY2(guard->second.fact.contains(may.isEmpty() ? u"the role cannot write"_s : may),
             qPrintable(guard->second.fact));
    QCOMPARE(guard->first, may.isEmpty() ? app::Guard::Enforced : app::Guard::SessionOnly);
}

QTEST_GUILESS_MAIN(TestConnectionTest)
#include "tst_connectiontest.moc"

#include "rehearsal/ownname.h"
#include "rehearsal/provision.h"
#include "support/servers.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using schema::EngineKind;

/// What migrations take for granted of their server: the name of their database, roles, an extension, a switch. The
/// rehearsal provides it as far as containment allows.
class TestProvision : public QObject
{
    Q_OBJECT

private slots:
    void rehearses_data();
    void rehearses();
    void namesOfRoles_data();
    void namesOfRoles();
    void namesOfDatabases_data();
    void namesOfDatabases();

private:
    rehearsal::ScratchPool m_pool;
};

namespace {

rehearsal::Script scriptOf(const QString &sql, EngineKind engine)
{
    const auto script = rehearsal::upScript(rehearsal::migrationsFromSql(sql, u"change.sql"_s), sql::dialectOf(engine));
    return script ? *script : rehearsal::Script();
}

} // namespace

#define VERIFY_RESULT(result) QVERIFY2((result).has_value(), testsupport::errorText(result).constData())

void TestProvision::rehearses_data()
{
    QTest::addColumn<EngineKind>("engine");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("limit");
    const auto postgresql = [](const char *name, const QString &sql, const QString &limit = {}) {
        QTest::addRow("postgresql: %s", name) << EngineKind::PostgreSql << sql << limit;
    };
    const auto mariadb = [](const char *name, const QString &sql, const QString &limit = {}) {
        QTest::addRow("mariadb: %s", name) << EngineKind::MariaDb << sql << limit;
    };
    postgresql("its own name",
               u"ALTER TABLE shop.public.t ADD COLUMN x int; CREATE INDEX i ON \"shop\".public.t (x);"_s,
               u"\"shop\""_s);
    postgresql("settings of its database",
               u"COMMENT ON DATABASE shop IS 'x'; ALTER DATABASE shop SET search_path = public;"_s, u"\"shop\""_s);
    postgresql("rows without triggers", u"SET session_replication_role = replica; INSERT INTO t VALUES (1); "
                                        "SET session_replication_role = DEFAULT;"_s);
    postgresql("rows without the triggers of one table",
               u"ALTER TABLE t DISABLE TRIGGER ALL; INSERT INTO t VALUES (1); ALTER TABLE t ENABLE TRIGGER ALL;"_s,
               u"TRIGGER USER"_s);
    postgresql("a role that is there", u"GRANT SELECT ON t TO reporting; SET ROLE reporting; RESET ROLE;"_s,
               u"Role reporting"_s);
    postgresql("a role that it makes", u"CREATE ROLE readers NOLOGIN; GRANT SELECT ON t TO readers;"_s);
    postgresql("a role made where it is missing",
               u"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'readers2') THEN "
               "CREATE ROLE readers2; END IF; END $$; GRANT SELECT ON t TO readers2;"_s,
               u"Role readers2"_s);
    postgresql("an extension of the server's own", u"CREATE EXTENSION IF NOT EXISTS pg_stat_statements;"_s);
    postgresql("no rows after COPY", u"COPY t (id) FROM stdin;\n\\.\nALTER TABLE t ADD COLUMN x int;\n"_s);
    mariadb("its own name",
            u"USE shop; ALTER TABLE shop.t ADD COLUMN x int; CREATE TABLE `shop`.`notes` (id int PRIMARY KEY, "
            "FOREIGN KEY (id) REFERENCES `shop`.`t` (id)); INSERT INTO `shop`.`notes` (id) SELECT t.id FROM shop.t;"_s,
            u"\"shop\""_s);
    mariadb("its own name, made where it is missing",
            u"CREATE DATABASE IF NOT EXISTS shop; USE shop; CREATE INDEX i ON shop.t (id);"_s, u"\"shop\""_s);
    mariadb("settings of its database", u"ALTER DATABASE shop CHARACTER SET utf8mb4;"_s, u"\"shop\""_s);
}

void TestProvision::rehearses()
{
    QFETCH(EngineKind, engine);
    QFETCH(QString, sql);
    QFETCH(QString, limit);
    const auto base =
        rehearsal::loadScript(m_pool, engine, u"CREATE TABLE t (id int PRIMARY KEY);"_s, u"base.sql"_s, {}, {});
    VERIFY_RESULT(base);
    rehearsal::Request request;
    request.base = std::make_shared<const schema::Schema>(*base);
    request.migrations = rehearsal::migrationsFromSql(sql, u"change.sql"_s);
    const auto trail = rehearsal::rehearse(m_pool, request, {}, {});
    VERIFY_RESULT(trail);
    const int failed = trail->failedStatement();
    const QString why =
        failed == 0 ? QString()
                    : trail->statements[static_cast<std::size_t>(failed) - 1].error.value_or(base::Error()).message +
                          trail->statements[static_cast<std::size_t>(failed) - 1].refusal;
    QVERIFY2(trail->complete, qPrintable(trail->stopped + u": "_s + why));
    const QString limits = trail->circumstances.limits.join(u'\n');
    QVERIFY2(limit.isEmpty() || limits.contains(limit), qPrintable(limits));
    const auto back = rehearsal::reversibility(m_pool, request, *trail, {}, {});
    VERIFY_RESULT(back);
    QVERIFY(back->ran && !back->reversals.empty());
}

void TestProvision::namesOfRoles_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("named");
    QTest::addColumn<QString>("made");
    const auto row = [](const QString &sql, const QString &named, const QString &made = {}) {
        QTest::newRow(qPrintable(sql)) << sql << named << made;
    };
    row(u"GRANT SELECT, INSERT ON t TO app, \"Read Only\" WITH GRANT OPTION"_s, u"app,Read Only"_s);
    row(u"GRANT ALL ON SCHEMA public TO PUBLIC"_s, {});
    row(u"REVOKE ALL ON t FROM app"_s, u"app"_s);
    row(u"ALTER TABLE t OWNER TO app"_s, u"app"_s);
    row(u"SET ROLE app"_s, u"app"_s);
    row(u"SET LOCAL ROLE 'app'"_s, {});
    row(u"CREATE POLICY p ON t FOR SELECT TO app USING (true)"_s, u"app"_s);
    row(u"ALTER DEFAULT PRIVILEGES FOR ROLE maker IN SCHEMA public GRANT SELECT ON TABLES TO app"_s, u"app,maker"_s);
    row(u"GRANT pg_read_all_data TO CURRENT_USER"_s, {});
    row(u"SET ROLE countersign_administrator"_s, {});
    row(u"CREATE ROLE app LOGIN PASSWORD 'x' NOSUPERUSER"_s, {}, u"app"_s);
    row(u"CREATE USER app SUPERUSER"_s, {});
    row(u"CREATE ROLE app IN ROLE pg_write_server_files"_s, {});
    row(u"CREATE ROLE pg_evil"_s, {});
}

void TestProvision::namesOfRoles()
{
    QFETCH(QString, sql);
    QFETCH(QString, named);
    QFETCH(QString, made);
    const sql::Dialect dialect = sql::dialectOf(EngineKind::PostgreSql);
    QCOMPARE(rehearsal::rolesNamedBy(sql, dialect).join(u','), named);
    QCOMPARE(rehearsal::roleMadeBy(sql, dialect), made);
}

void TestProvision::namesOfDatabases_data()
{
    QTest::addColumn<EngineKind>("engine");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("database");
    const auto row = [](EngineKind engine, const QString &sql, const QString &database) {
        QTest::newRow(qPrintable(sql)) << engine << sql << database;
    };
    row(EngineKind::MariaDb, u"ALTER TABLE shop.t ADD x int"_s, u"shop"_s);
    row(EngineKind::MariaDb, u"UPDATE t o JOIN u p ON o.id = p.id SET o.x = p.x"_s, {});
    row(EngineKind::MariaDb, u"INSERT INTO t (x) SELECT EXTRACT(YEAR FROM o.made) FROM t o"_s, {});
    row(EngineKind::MariaDb, u"INSERT INTO a.t SELECT * FROM t; INSERT INTO b.t SELECT * FROM t"_s, {});
    row(EngineKind::MariaDb, u"DROP TABLE mysql.user"_s, {});
    row(EngineKind::MariaDb, u"USE countersign_scratch_1"_s, {});
    row(EngineKind::MariaDb, u"DROP DATABASE shop"_s, {});
    row(EngineKind::PostgreSql, u"ALTER TABLE shop.public.t ADD x int"_s, u"shop"_s);
    row(EngineKind::PostgreSql, u"SELECT public.t.x FROM public.t"_s, {});
}

void TestProvision::namesOfDatabases()
{
    QFETCH(EngineKind, engine);
    QFETCH(QString, sql);
    QFETCH(QString, database);
    schema::Schema base;
    base.engine = engine;
    QCOMPARE(rehearsal::databaseNamedBy(scriptOf(sql, engine), base), database);
}

QTEST_GUILESS_MAIN(TestProvision)
#include "tst_provision.moc"

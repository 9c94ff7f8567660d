#include "acceptance/mysql/judge.h"
#include "engine/mysql/ownprivileges.h"
#include "plan/plan.h"

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::testsupport;

namespace {

/// Kinds of which the reading says that there may be more than it saw.
QStringList unseen(const schema::Schema &schema)
{
    QStringList kinds;
    for (const schema::NotCompared &note : schema.notCompared) {
        if (note.id.name == u"*" && note.reason.startsWith("permission denied"_L1)) {
            kinds << schema::nameOf(note.id.kind);
        }
    }
    return kinds;
}

} // namespace

/// What an account cannot see is said, and what it sees through a role is not called denied.
class TestMySqlPrivileges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        auto database = TestDatabase::create(schema::EngineKind::MariaDb, u"seen_by"_s);
        CS_REQUIRE(database);
        m_database = std::make_unique<TestDatabase>(std::move(*database));
        CS_REQUIRE(m_database->execute(
            u"CREATE TABLE t (a int); CREATE TABLE u (a int); CREATE PROCEDURE p() SELECT 1; CREATE PROCEDURE q() "
            "SELECT 2; CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1; CREATE EVENT e ON SCHEDULE "
            "EVERY 1 DAY DO SELECT 1; CREATE USER reader@localhost;"_s));
    }
    void cleanup()
    {
        CS_REQUIRE(m_database->execute(u"DROP USER reader@localhost; DROP ROLE IF EXISTS inner_role, outer_role"_s));
        m_database.reset();
    }

    void selectOnly()
    {
        grant(u"GRANT SELECT ON %1.* TO reader@localhost"_s);
        QCOMPARE(seen(), (QStringList{u"routine"_s, u"trigger"_s, u"event"_s}));
    }
    void oneRoutine()
    {
        grant(u"GRANT SELECT, TRIGGER, EVENT ON %1.* TO reader@localhost; GRANT EXECUTE ON PROCEDURE %1.p TO "
              "reader@localhost"_s);
        QCOMPARE(seen(), QStringList{u"routine"_s});
    }
    void oneTable()
    {
        grant(u"GRANT SELECT ON %1.t TO reader@localhost; GRANT EXECUTE, EVENT ON %1.* TO reader@localhost"_s);
        QCOMPARE(seen(), (QStringList{u"table"_s, u"trigger"_s}));
    }
    void throughRoles()
    {
        grant(u"CREATE ROLE inner_role; CREATE ROLE outer_role; GRANT SELECT ON %1.* TO reader@localhost; GRANT "
              "TRIGGER, EVENT, EXECUTE ON %1.* TO inner_role; GRANT inner_role TO outer_role; GRANT outer_role TO "
              "reader@localhost; SET DEFAULT ROLE outer_role %2 reader@localhost"_s);
        QCOMPARE(seen(), QStringList{});
    }
    void aRoleThatIsNotActive()
    {
        grant(u"CREATE ROLE inner_role; GRANT SELECT, TRIGGER, EVENT ON %1.* TO reader@localhost; GRANT EXECUTE ON "
              "%1.* TO inner_role; GRANT inner_role TO reader@localhost"_s);
        QCOMPARE(seen(), QStringList{u"routine"_s});
    }
    void whoSeesEverything() { QCOMPARE(unseen(*readMySql(*m_database)), QStringList{}); }

    void whatOneSideMayNotSeeIsNeitherMadeNorDropped()
    {
        grant(u"GRANT SELECT ON %1.* TO reader@localhost"_s);
        const auto all = readMySql(*m_database);
        CS_REQUIRE(all);
        const auto some = readAsReader();
        CS_REQUIRE(some);
        const plan::Plan plan = plan::makePlan(*all, *some, {});
        QVERIFY(!plan.comparison.identical());
        for (const std::vector<engine::Step> *steps : {&plan.forward, &plan.rollback}) {
            const QString script = plan::script(*steps, all->engine);
            QVERIFY2(!script.contains(u"DROP "_s) && !script.contains(u"CREATE "_s), qPrintable(script));
            QCOMPARE(script.count(u"may not see it"_s), qsizetype(plan.comparison.differences.size()));
        }
    }

    void aChangedRoutineKeepsItsGrants()
    {
        CS_REQUIRE(m_database->execute(u"GRANT EXECUTE ON PROCEDURE p TO reader@localhost"_s));
        const auto before = readMySql(*m_database);
        CS_REQUIRE(before);
        auto other = TestDatabase::create(schema::EngineKind::MariaDb, u"changed"_s);
        CS_REQUIRE(other);
        CS_REQUIRE(other->execute(
            u"CREATE TABLE t (a int); CREATE TABLE u (a int); CREATE PROCEDURE p() SELECT 3; CREATE PROCEDURE q() "
            "SELECT 2; CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1"_s));
        const auto after = readMySql(*other);
        CS_REQUIRE(after);
        const std::vector<engine::Step> steps = stepsBetween(*before, *after);
        const bool said = std::ranges::any_of(
            steps, [](const engine::Step &step) { return step.comment.contains(u"granted again"_s); });
        QCOMPARE(said, m_database->engine() == schema::EngineKind::MySql);
        QCOMPARE(apply(*m_database, steps), QString());
        const auto grants = m_database->query(u"SHOW GRANTS FOR reader@localhost"_s);
        CS_REQUIRE(grants);
        QCOMPARE(grants->contains(u"EXECUTE ON PROCEDURE"_s), m_database->engine() == schema::EngineKind::MariaDb);
    }

    void lines_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QString>("global");
        QTest::addColumn<QString>("onDatabase");

        QTest::newRow("pattern") << QStringList{u"GRANT SELECT, SHOW VIEW ON `a\\_b%`.* TO `u`@`%`"_s} << u""_s
                                 << u"SELECT SHOW VIEW"_s;
        QTest::newRow("other pattern") << QStringList{u"GRANT SELECT ON `a\\_c`.* TO `u`@`%`"_s} << u""_s << u""_s;
        QTest::newRow("any letter") << QStringList{u"GRANT SELECT ON `a__c`.* TO `u`@`%`"_s} << u""_s << u"SELECT"_s;
        QTest::newRow("partial revoke") << QStringList{u"GRANT SELECT, EVENT ON *.* TO `u`@`%`"_s,
                                                       u"REVOKE EVENT ON `a_bc`.* FROM `u`@`%`"_s}
                                        << u"SELECT"_s << u""_s;
        QTest::newRow("tables, columns, routines, roles, proxies")
            << QStringList{u"GRANT SELECT (`a`, `ON b`), INSERT ON `a_bc`.`t` TO `u`@`%`"_s,
                           u"GRANT EXECUTE ON PROCEDURE `a_bc`.`p` TO `u`@`%`"_s, u"GRANT `r` TO `u`@`%`"_s,
                           u"GRANT PROXY ON ''@'%' TO 'root'@'localhost' WITH GRANT OPTION"_s,
                           u"SET DEFAULT ROLE `r` FOR `u`@`%`"_s}
            << u""_s << u""_s;
        QTest::newRow("all") << QStringList{u"GRANT ALL PRIVILEGES ON *.* TO `u`@`%` WITH GRANT OPTION"_s}
                             << u"ALL PRIVILEGES"_s << u""_s;
    }
    void lines()
    {
        QFETCH(QStringList, lines);
        const engine::mysql::OwnPrivileges held = engine::mysql::ownPrivileges(lines, u"a_bc"_s);
        const auto sorted = [](const QSet<QString> &names) {
            QStringList list(names.begin(), names.end());
            list.sort();
            return list.join(u' ');
        };
        QTEST(sorted(held.global), "global");
        QTEST(sorted(held.onDatabase), "onDatabase");
    }

private:
    void grant(const QString &sql) const
    {
        const QString to = m_database->engine() == schema::EngineKind::MariaDb ? u"FOR"_s : u"TO"_s;
        CS_REQUIRE(m_database->execute(sql.contains(u"%2"_s) ? sql.arg(m_database->name(), to)
                                                             : QString(sql).replace(u"%1"_s, m_database->name())));
    }
    [[nodiscard]] base::Result<schema::Schema> readAsReader() const
    {
        db::ConnectionUrl url = m_database->url();
        url.user = u"reader"_s;
        CS_TRY(session, db::openSession(url, {}, {}));
        return engine::mysql::engine().read(*session, {}, {}, {});
    }
    [[nodiscard]] QStringList seen() const
    {
        const auto schema = readAsReader();
        return schema ? unseen(*schema) : QStringList{schema.error().text()};
    }

    std::unique_ptr<TestDatabase> m_database;
};

QTEST_GUILESS_MAIN(TestMySqlPrivileges)
#include "tst_mysqlprivileges.moc"

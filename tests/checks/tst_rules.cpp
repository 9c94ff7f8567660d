#include "checks/rulecases.h"

using namespace countersign;
using namespace Qt::StringLiterals;
using schema::EngineKind;

/// The cases of every engine, each rehearsed on a real scratch database: cases/ENGINE.sql.
class TestRules : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void rule_data();
    void rule();
    void everyRuleIsTestedBothWays_data() { engines(); }
    void everyRuleIsTestedBothWays();

private:
    static void engines();

    std::map<EngineKind, std::vector<testchecks::RuleCase>> m_cases;
    rehearsal::ScratchPool m_pool;
};

void TestRules::engines()
{
    QTest::addColumn<EngineKind>("engine");
    for (const EngineKind engine : {EngineKind::PostgreSql, EngineKind::MariaDb, EngineKind::Sqlite}) {
        QTest::newRow(qPrintable(schema::nameOf(engine))) << engine;
    }
}

void TestRules::initTestCase()
{
    for (const EngineKind engine : {EngineKind::PostgreSql, EngineKind::MariaDb, EngineKind::Sqlite}) {
        m_cases[engine] = testchecks::readCases(schema::nameOf(engine));
        QVERIFY2(!m_cases[engine].empty(), qPrintable(schema::nameOf(engine) + u".sql cannot be read"_s));
        const auto version = m_pool.engineVersion(engine, {});
        QVERIFY2(version.has_value(), version ? "" : qPrintable(version.error().text()));
    }
}

void TestRules::rule_data()
{
    QTest::addColumn<EngineKind>("engine");
    QTest::addColumn<int>("index");
    for (const auto &[engine, cases] : m_cases) {
        for (int i = 0; i < static_cast<int>(cases.size()); ++i) {
            QTest::newRow(qPrintable(schema::nameOf(engine) + u": "_s + cases[static_cast<size_t>(i)].title))
                << engine << i;
        }
    }
}

void TestRules::rule()
{
    QFETCH(EngineKind, engine);
    QFETCH(int, index);
    const testchecks::RuleCase &item = m_cases[engine][static_cast<size_t>(index)];
    const auto findings = testchecks::play(m_pool, engine, item);
    QVERIFY2(findings.has_value(), findings ? "" : qPrintable(findings.error().text()));
    const QString problem = testchecks::problemOf(item, findings->findings);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void TestRules::everyRuleIsTestedBothWays()
{
    QFETCH(EngineKind, engine);
    // The answers of a preflight are tested with production databases, like an index that is invalid; see tst_report.
    QStringList elsewhere = {u"data-violates-not-null"_s,    u"data-violates-unique"_s, u"data-violates-check"_s,
                             u"data-violates-foreign-key"_s, u"data-does-not-fit"_s,    u"index-invalid"_s};
    if (engine == EngineKind::MariaDb) {
        elsewhere << u"grants-missing"_s << u"name-too-long"_s;
    }
    const QStringList untested = testchecks::untested(engine, m_cases[engine], elsewhere);
    QVERIFY2(untested.isEmpty(), qPrintable(untested.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"

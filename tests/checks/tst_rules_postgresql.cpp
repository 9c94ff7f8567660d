#include "checks/rulecases.h"

using namespace countersign;
using namespace Qt::StringLiterals;

class RulesOnPostgreSql : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void rule_data() { testchecks::addRows(m_cases); }
    void rule();
    void everyRuleIsTestedBothWays();

private:
    std::vector<testchecks::RuleCase> m_cases = testchecks::readCases(u"postgresql"_s);
    rehearsal::ScratchPool m_pool;
};

void RulesOnPostgreSql::initTestCase()
{
    QVERIFY2(!m_cases.empty(), "cases/postgresql.sql cannot be read");
    const auto version = m_pool.engineVersion(schema::EngineKind::PostgreSql, {});
    QVERIFY2(version.has_value(), version ? "" : qPrintable(version.error().text()));
}

void RulesOnPostgreSql::rule()
{
    QFETCH(int, index);
    const testchecks::RuleCase &item = m_cases[static_cast<size_t>(index)];
    const auto findings = testchecks::play(m_pool, schema::EngineKind::PostgreSql, item);
    QVERIFY2(findings.has_value(), findings ? "" : qPrintable(findings.error().text()));
    const QString problem = testchecks::problemOf(item, findings->findings);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

void RulesOnPostgreSql::everyRuleIsTestedBothWays()
{
    // The answers of a preflight are tested with production databases; see tst_report.
    const QStringList elsewhere = {u"data-violates-not-null"_s,    u"data-violates-unique"_s, u"data-violates-check"_s,
                                   u"data-violates-foreign-key"_s, u"data-does-not-fit"_s,    u"index-invalid"_s};
    const QStringList untested = testchecks::untested(schema::EngineKind::PostgreSql, m_cases, elsewhere);
    QVERIFY2(untested.isEmpty(), qPrintable(untested.join(u'\n')));
}

QTEST_GUILESS_MAIN(RulesOnPostgreSql)
#include "tst_rules_postgresql.moc"

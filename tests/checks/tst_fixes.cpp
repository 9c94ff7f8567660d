#include "checks/rulecases.h"
#include "sql/statements.h"

#include <QSet>

using namespace countersign;
using namespace Qt::StringLiterals;
using schema::EngineKind;

/// Whatever a rule offers as SQL is run: in place of the statement that the finding is about, after or before the
/// script, or instead of it, where a fix is several statements or wants a file of its own. The server has to take it,
/// and the rule has to be silent then.
class TestFixes : public QObject
{
    Q_OBJECT

private slots:
    void fixesRunAndHelp_data();
    void fixesRunAndHelp();
    void cleanupTestCase();

private:
    /// Empty where the migration with the fix runs and the finding is gone.
    QString problemWith(EngineKind engine, const testchecks::RuleCase &item, const QString &sql,
                        const checks::Finding &finding, int before);

    std::map<EngineKind, std::vector<testchecks::RuleCase>> m_cases;
    rehearsal::ScratchPool m_pool;
    QSet<QString> m_tried;
};

void TestFixes::fixesRunAndHelp_data()
{
    QTest::addColumn<EngineKind>("engine");
    QTest::addColumn<int>("index");
    for (const EngineKind engine : {EngineKind::PostgreSql, EngineKind::MariaDb, EngineKind::Sqlite}) {
        m_cases[engine] = testchecks::readCases(schema::nameOf(engine));
        for (int i = 0; i < static_cast<int>(m_cases[engine].size()); ++i) {
            const testchecks::RuleCase &item = m_cases[engine][static_cast<std::size_t>(i)];
            // Of another version the server here cannot say what it takes.
            if (item.files.empty() && item.version.isEmpty()) {
                QTest::newRow(qPrintable(schema::nameOf(engine) + u": "_s + item.title)) << engine << i;
            }
        }
    }
}

/// How often the rule says this or worse about the object. It may say less of it: a view keeps an old name alive.
static int countOf(const std::vector<checks::Finding> &findings, const checks::Finding &wanted)
{
    return static_cast<int>(std::ranges::count_if(findings, [&wanted](const checks::Finding &finding) {
        return finding.rule == wanted.rule && finding.object == wanted.object && finding.severity >= wanted.severity;
    }));
}

QString TestFixes::problemWith(EngineKind engine, const testchecks::RuleCase &item, const QString &sql,
                               const checks::Finding &finding, int before)
{
    testchecks::RuleCase changed = item;
    changed.migration = sql;
    changed.down.clear();
    const auto played = testchecks::playWhole(m_pool, engine, changed);
    if (!played) {
        return played.error().text();
    }
    if (!played->rehearsal.complete) {
        const int failed = played->rehearsal.failedStatement();
        const auto &run = played->rehearsal.statements[static_cast<std::size_t>(std::max(failed, 1)) - 1];
        return u"does not run: %1 %2"_s.arg(run.sql, run.error ? run.error->message : run.refusal);
    }
    const int now = countOf(played->findings.findings, finding);
    return now < before ? QString() : u"%1 of %2 findings stay"_s.arg(now).arg(before);
}

void TestFixes::fixesRunAndHelp()
{
    QFETCH(EngineKind, engine);
    QFETCH(int, index);
    const testchecks::RuleCase &item = m_cases[engine][static_cast<std::size_t>(index)];
    const auto played = testchecks::playWhole(m_pool, engine, item);
    QVERIFY2(played.has_value(), played ? "" : qPrintable(played.error().text()));
    const auto statements = sql::splitStatements(item.migration, sql::dialectOf(engine));
    QVERIFY2(statements.has_value(), statements ? "" : qPrintable(statements.error().text()));
    QStringList problems;
    for (const checks::Finding &finding : played->findings.findings) {
        if (finding.fix.isEmpty()) {
            continue;
        }
        m_tried.insert(finding.rule);
        testchecks::RuleCase alone = item;
        if (finding.fix.contains(u"CONCURRENTLY"_s) || finding.fix.contains(u"NO TRANSACTION"_s)) {
            alone.runner.transaction = migration::TransactionMode::None;
        }
        QStringList replaced;
        QStringList added;
        for (std::size_t i = 0; i < statements->size(); ++i) {
            const QString &text = (*statements)[i].text;
            replaced << (static_cast<int>(i) + 1 == finding.statement ? finding.fix : text);
            added << text;
        }
        added << finding.fix;
        const int before = countOf(played->findings.findings, finding);
        QStringList whys;
        bool helps = false;
        for (const QStringList &script :
             {replaced, added, QStringList{finding.fix} + added.first(added.size() - 1), QStringList{finding.fix}}) {
            const QString why = helps ? QString() : problemWith(engine, alone, script.join(u";\n"_s), finding, before);
            helps = helps || why.isEmpty();
            whys << why;
        }
        if (!helps) {
            problems << u"%1: %2\n  in place: %3\n  after: %4\n  before: %5\n  instead: %6"_s.arg(
                finding.rule, finding.fix, whys[0], whys[1], whys[2], whys[3]);
        }
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

void TestFixes::cleanupTestCase()
{
    qInfo("%d rules with a fix were tried", static_cast<int>(m_tried.size()));
    if (QCoreApplication::arguments().size() == 1) { // all of them
        QVERIFY(m_tried.size() > 20);
    }
}

QTEST_GUILESS_MAIN(TestFixes)
#include "tst_fixes.moc"

#include "app/rehearseplan.h"
#include "db/session.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using app::PlanVerdict;

/// A plan is called verified only when its end is the target: nothing missing, nothing left over.
class TestRehearsePlan : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void thePlanArrivesBothWays();
    void whatIsLeftOverIsNotVerified();
    void whatIsMissingIsNotVerified();

private:
    [[nodiscard]] static bool without(app::SchemaComparison &comparison, const QString &words);
    [[nodiscard]] PlanVerdict forwardOf(const app::SchemaComparison &comparison);

    QTemporaryDir m_folder;
    rehearsal::ScratchPool m_pool;
    std::optional<app::SchemaComparison> m_comparison;
};

void TestRehearsePlan::initTestCase()
{
    const auto make = [this](const QString &name, const QStringList &statements) -> base::Result<QString> {
        db::ConnectionUrl url;
        url.engine = schema::EngineKind::Sqlite;
        url.database = m_folder.filePath(name);
        db::SessionOptions options;
        options.access = db::Access::ReadWrite;
        CS_TRY(session, db::openSession(url, options, {}));
        for (const QString &statement : statements) {
            CS_CHECK(session->run(statement, {}));
        }
        return u"sqlite:"_s + url.database;
    };
    const auto from = make(u"from.db"_s, {u"CREATE TABLE trips (id INTEGER PRIMARY KEY)"_s,
                                          u"CREATE TABLE abandoned (id INTEGER PRIMARY KEY)"_s});
    const auto to = make(u"to.db"_s, {u"CREATE TABLE trips (id INTEGER PRIMARY KEY, status TEXT)"_s});
    QVERIFY(from && to);
    auto left = app::loadSchema(*from, {}, {}, {});
    auto right = app::loadSchema(*to, {}, {}, {});
    QVERIFY2(left, left ? "" : qPrintable(left.error().text()));
    QVERIFY(right);
    auto comparison = app::compareLoaded(std::move(*left), std::move(*right), {});
    QVERIFY(comparison);
    m_comparison = std::move(*comparison);
}

/// Takes the steps with these words out of the plan; false when there was none.
bool TestRehearsePlan::without(app::SchemaComparison &comparison, const QString &words)
{
    return std::erase_if(comparison.plan.forward,
                         [&](const engine::Step &step) { return step.sql.contains(words, Qt::CaseInsensitive); }) > 0;
}

PlanVerdict TestRehearsePlan::forwardOf(const app::SchemaComparison &comparison)
{
    const auto rehearsed = app::rehearsePlan(comparison, {}, m_pool, {}, {});
    return rehearsed ? rehearsed->forward : PlanVerdict{PlanVerdict::State::Unknown, rehearsed.error().text()};
}

void TestRehearsePlan::thePlanArrivesBothWays()
{
    const auto rehearsed = app::rehearsePlan(*m_comparison, {}, m_pool, {}, {});
    QVERIFY2(rehearsed, rehearsed ? "" : qPrintable(rehearsed.error().text()));
    QCOMPARE(rehearsed->forward, (PlanVerdict{PlanVerdict::State::Arrives, {}}));
    QCOMPARE(rehearsed->rollback, (PlanVerdict{PlanVerdict::State::Arrives, {}}));
}

void TestRehearsePlan::whatIsLeftOverIsNotVerified()
{
    app::SchemaComparison comparison = *m_comparison;
    QVERIFY(without(comparison, u"DROP TABLE"_s));
    const PlanVerdict verdict = forwardOf(comparison);
    QCOMPARE(verdict.state, PlanVerdict::State::Fails);
    QVERIFY2(verdict.why.contains(u"abandoned"_s), qPrintable(verdict.why));
}

void TestRehearsePlan::whatIsMissingIsNotVerified()
{
    app::SchemaComparison comparison = *m_comparison;
    QVERIFY(without(comparison, u"status"_s));
    const PlanVerdict verdict = forwardOf(comparison);
    QCOMPARE(verdict.state, PlanVerdict::State::Fails);
    QVERIFY2(verdict.why.contains(u"status"_s), qPrintable(verdict.why));
}

QTEST_GUILESS_MAIN(TestRehearsePlan)
#include "tst_rehearseplan.moc"

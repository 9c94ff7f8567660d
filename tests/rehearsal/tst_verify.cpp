#include "engine/engine.h"
#include "rehearsal/migrationgenerator.h"
#include "rehearsal/verify.h"
#include "support/servers.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using rehearsal::StatementState;
using rehearsal::TargetState;
using schema::EngineKind;

/// What the catalog of a live database says about a migration that stopped somewhere. Each boundary of each generated
/// migration is one case; the connection that ran the statements is gone when the catalog is read.
class TestVerify : public QObject
{
    Q_OBJECT

private slots:
    void everyBoundary_data();
    void everyBoundary();
    void outOfOrder_data();
    void outOfOrder();
    void partsOfOneStatement_data();
    void partsOfOneStatement();
    void dataStatementsStayUnknown();
    void undoneStatementsAreNotCalledApplied();
    void rebuildInPlace();
    void driftIsNamed();
    void sameNameOtherObject();
    void withoutMigration();
    void cleanupTestCase();

private:
    void engines();
    rehearsal::ScratchPool m_pool;
    int m_cases = 0;
};

namespace {

constexpr int migrationsPerEngine = 10;

db::SessionOptions writing()
{
    db::SessionOptions options;
    options.access = db::Access::ReadWrite;
    return options;
}

/// Runs statements in a session of their own, which ends without a word.
base::Result<void> apply(const testsupport::TestDatabase &database, const QStringList &statements)
{
    CS_TRY(session, db::openSession(database.url(), writing(), {}));
    for (const QString &statement : statements) {
        CS_CHECK(session->run(statement, {}));
    }
    return {};
}

base::Result<schema::Schema> readLive(const testsupport::TestDatabase &database)
{
    CS_TRY(session, db::openSession(database.url(), {}, {}));
    return engine::engineFor(database.engine()).read(*session, {}, {}, {});
}

rehearsal::Request requestOf(const schema::Schema &base, const QStringList &statements)
{
    rehearsal::Request request;
    request.base = std::make_shared<const schema::Schema>(base);
    request.migrations = rehearsal::migrationsFromSql(statements.join(u";\n"_s) + u";\n"_s, u"change.sql"_s,
                                                      migration::TransactionMode::None);
    return request;
}

QString textOf(const rehearsal::VerifyReport &report)
{
    QStringList lines{nameOf(report.state)};
    for (const rehearsal::StatementVerdict &verdict : report.statements) {
        lines << u"%1 %2: %3"_s.arg(verdict.index).arg(nameOf(verdict.state), verdict.evidence);
    }
    for (const diff::Difference &difference : report.drift) {
        lines << u"drift: %1 %2 %3"_s.arg(nameOf(difference.change), nameOf(difference.id.kind), difference.id.path());
    }
    return lines.join(u'\n');
}

/// A database, its base, and the trail of a migration on it.
struct Case {
    testsupport::TestDatabase database;
    rehearsal::Request request;
    rehearsal::Rehearsal trail;
};

base::Result<Case> prepare(rehearsal::ScratchPool &pool, EngineKind engine, const QStringList &base,
                           const QStringList &statements)
{
    CS_TRY(database, testsupport::TestDatabase::create(engine, u"verify"_s));
    CS_CHECK(apply(database, base));
    CS_TRY(schema, readLive(database));
    rehearsal::Request request = requestOf(schema, statements);
    CS_TRY(trail, rehearsal::rehearse(pool, request, {}, {}));
    if (!trail.complete) {
        return base::Fail(base::defect(trail.stopped));
    }
    return Case{std::move(database), std::move(request), std::move(trail)};
}

} // namespace

#define VERIFY_RESULT(result) QVERIFY2((result).has_value(), testsupport::errorText(result).constData())

void TestVerify::engines()
{
    QTest::addColumn<EngineKind>("engine");
    QTest::addColumn<int>("seed");
    for (const EngineKind engine : {EngineKind::Sqlite, EngineKind::PostgreSql, EngineKind::MariaDb}) {
        for (int seed = 1; seed <= migrationsPerEngine; ++seed) {
            QTest::addRow("%s %d", qPrintable(nameOf(engine)), seed) << engine << seed;
        }
    }
}

void TestVerify::everyBoundary_data()
{
    engines();
}

void TestVerify::everyBoundary()
{
    QFETCH(EngineKind, engine);
    QFETCH(int, seed);
    const auto generated = testsupport::generateMigration(engine, static_cast<quint32>(seed));
    auto prepared = prepare(m_pool, engine, generated.base, generated.statements);
    VERIFY_RESULT(prepared);
    const int count = static_cast<int>(generated.statements.size());
    for (int done = 0; done <= count; ++done) {
        if (done > 0) {
            const auto applied = apply(prepared->database, {generated.statements.at(done - 1)});
            VERIFY_RESULT(applied);
        }
        const auto live = readLive(prepared->database);
        VERIFY_RESULT(live);
        const auto report = rehearsal::judge(*live, prepared->trail, std::nullopt);
        const QString text = u"after %1 of %2\n"_s.arg(done).arg(generated.statements.join(u'\n')) + textOf(report);
        const TargetState state = done == 0       ? TargetState::NotApplied
                                  : done == count ? TargetState::Applied
                                                  : TargetState::HalfApplied;
        QVERIFY2(report.state == state, qPrintable(text));
        QVERIFY2(report.drift.empty(), qPrintable(text));
        for (const rehearsal::StatementVerdict &verdict : report.statements) {
            QVERIFY2(verdict.state == (verdict.index <= done ? StatementState::Applied : StatementState::NotApplied),
                     qPrintable(text));
        }
        ++m_cases;
        if (done == seed % (count + 1)) {
            const auto full =
                rehearsal::verify(m_pool, *live, prepared->request, prepared->trail, std::nullopt, {}, {}, {});
            VERIFY_RESULT(full);
            QVERIFY2(full->finish.rehearsed && full->finish.arrives, qPrintable(full->finish.problem + u'\n' + text));
            QVERIFY2(full->back.rehearsed && full->back.arrives, qPrintable(full->back.problem + u'\n' + text));
            QCOMPARE(full->finish.statements, QStringList(generated.statements.mid(done)));
        }
    }
}

void TestVerify::outOfOrder_data()
{
    engines();
}

void TestVerify::outOfOrder()
{
    QFETCH(EngineKind, engine);
    QFETCH(int, seed);
    const auto generated = testsupport::generateMigration(engine, static_cast<quint32>(seed));
    auto prepared = prepare(m_pool, engine, generated.base, generated.statements);
    VERIFY_RESULT(prepared);
    QSet<int> done;
    for (int i = static_cast<int>(generated.statements.size()) - 1; i > 0; i -= 2) {
        const auto applied = apply(prepared->database, {generated.statements.at(i)});
        VERIFY_RESULT(applied);
        done << i + 1;
        const auto live = readLive(prepared->database);
        VERIFY_RESULT(live);
        const auto report = rehearsal::judge(*live, prepared->trail, std::nullopt);
        QVERIFY2(report.state == TargetState::HalfApplied, qPrintable(textOf(report)));
        QVERIFY2(report.drift.empty(), qPrintable(textOf(report)));
        for (const rehearsal::StatementVerdict &verdict : report.statements) {
            QVERIFY2(verdict.state ==
                         (done.contains(verdict.index) ? StatementState::Applied : StatementState::NotApplied),
                     qPrintable(textOf(report)));
        }
        ++m_cases;
    }
}

void TestVerify::partsOfOneStatement_data()
{
    QTest::addColumn<EngineKind>("engine");
    QTest::newRow("postgresql") << EngineKind::PostgreSql;
    QTest::newRow("mariadb") << EngineKind::MariaDb;
}

void TestVerify::partsOfOneStatement()
{
    QFETCH(EngineKind, engine);
    const QStringList parts{u"ADD COLUMN p int"_s, u"ADD COLUMN q int"_s, u"ADD CONSTRAINT r UNIQUE (a, id)"_s};
    auto prepared = prepare(m_pool, engine, {u"CREATE TABLE t (id int NOT NULL PRIMARY KEY, a int)"_s},
                            {u"ALTER TABLE t "_s + parts.join(u", "_s)});
    VERIFY_RESULT(prepared);
    for (const QString &part : parts) {
        const auto applied = apply(prepared->database, {u"ALTER TABLE t "_s + part});
        VERIFY_RESULT(applied);
        const auto live = readLive(prepared->database);
        VERIFY_RESULT(live);
        const auto report = rehearsal::judge(*live, prepared->trail, std::nullopt);
        const bool all = part == parts.back();
        QVERIFY2(report.statements.front().state == (all ? StatementState::Applied : StatementState::Partly),
                 qPrintable(textOf(report)));
        QVERIFY2(report.state == (all ? TargetState::Applied : TargetState::HalfApplied), qPrintable(textOf(report)));
        ++m_cases;
        if (!all) {
            const auto full =
                rehearsal::verify(m_pool, *live, prepared->request, prepared->trail, std::nullopt, {}, {}, {});
            VERIFY_RESULT(full);
            QVERIFY2(full->finish.arrives, qPrintable(full->finish.problem));
            QVERIFY2(full->back.arrives, qPrintable(full->back.problem));
        }
    }
}

void TestVerify::dataStatementsStayUnknown()
{
    auto prepared = prepare(m_pool, EngineKind::Sqlite, {u"CREATE TABLE t (id INTEGER PRIMARY KEY)"_s},
                            {u"ALTER TABLE t ADD COLUMN status TEXT"_s, u"UPDATE t SET status = 'draft'"_s,
                             u"CREATE INDEX i ON t (status)"_s, u"DELETE FROM t WHERE id < 0"_s});
    VERIFY_RESULT(prepared);
    const QStringList statements{u"ALTER TABLE t ADD COLUMN status TEXT"_s, u"CREATE INDEX i ON t (status)"_s};
    VERIFY_RESULT(apply(prepared->database, statements));
    const auto live = readLive(prepared->database);
    VERIFY_RESULT(live);
    const auto report = rehearsal::verify(m_pool, *live, prepared->request, prepared->trail, std::nullopt, {}, {}, {});
    VERIFY_RESULT(report);
    QCOMPARE(report->statements[1].state, StatementState::Unknown);
    QCOMPARE(report->statements[3].state, StatementState::Unknown);
    // The last statement may or may not have run: the catalog is complete, the migration is not known to be.
    QCOMPARE(report->state, TargetState::Ambiguous);
    QVERIFY(report->finish.problem.contains(u"may have run already"_s));
    ++m_cases;
}

void TestVerify::undoneStatementsAreNotCalledApplied()
{
    auto prepared =
        prepare(m_pool, EngineKind::Sqlite, {u"CREATE TABLE t (id INTEGER PRIMARY KEY)"_s},
                {u"CREATE TABLE helper (x)"_s, u"DROP TABLE helper"_s, u"ALTER TABLE t ADD COLUMN c TEXT"_s});
    VERIFY_RESULT(prepared);
    const auto live = readLive(prepared->database);
    VERIFY_RESULT(live);
    const auto nothing = rehearsal::judge(*live, prepared->trail, std::nullopt);
    QCOMPARE(nothing.statements[0].state, StatementState::Unknown);
    QCOMPARE(nothing.statements[1].state, StatementState::Unknown);
    QCOMPARE(nothing.state, TargetState::NotApplied);
    VERIFY_RESULT(apply(prepared->database, {u"CREATE TABLE helper (x)"_s}));
    const auto begun = readLive(prepared->database);
    VERIFY_RESULT(begun);
    const auto half = rehearsal::judge(*begun, prepared->trail, std::nullopt);
    QCOMPARE(half.statements[0].state, StatementState::Applied);
    QCOMPARE(half.statements[1].state, StatementState::NotApplied);
    QCOMPARE(half.state, TargetState::HalfApplied);
    m_cases += 2;
}

void TestVerify::rebuildInPlace()
{
    const QStringList statements{u"CREATE TABLE new_t (id INTEGER PRIMARY KEY, a TEXT NOT NULL)"_s,
                                 u"INSERT INTO new_t SELECT id, a FROM t"_s, u"DROP TABLE t"_s,
                                 u"ALTER TABLE new_t RENAME TO t"_s, u"CREATE INDEX t_a ON t (a)"_s};
    auto prepared =
        prepare(m_pool, EngineKind::Sqlite, {u"CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)"_s}, statements);
    VERIFY_RESULT(prepared);
    for (int done = 0; done <= statements.size(); ++done) {
        if (done > 0) {
            VERIFY_RESULT(apply(prepared->database, {statements.at(done - 1)}));
        }
        const auto live = readLive(prepared->database);
        VERIFY_RESULT(live);
        const auto report = rehearsal::judge(*live, prepared->trail, std::nullopt);
        for (const rehearsal::StatementVerdict &verdict : report.statements) {
            const StatementState expected = verdict.index == 2      ? StatementState::Unknown
                                            : verdict.index <= done ? StatementState::Applied
                                                                    : StatementState::NotApplied;
            QVERIFY2(verdict.state == expected, qPrintable(u"after %1\n"_s.arg(done) + textOf(report)));
        }
        const TargetState state = done == 0                   ? TargetState::NotApplied
                                  : done == statements.size() ? TargetState::Applied
                                                              : TargetState::HalfApplied;
        QVERIFY2(report.state == state, qPrintable(u"after %1\n"_s.arg(done) + textOf(report)));
        QVERIFY2(report.drift.empty(), qPrintable(textOf(report)));
        ++m_cases;
    }
}

void TestVerify::driftIsNamed()
{
    auto prepared = prepare(m_pool, EngineKind::Sqlite, {u"CREATE TABLE t (id INTEGER PRIMARY KEY)"_s},
                            {u"ALTER TABLE t ADD COLUMN status TEXT"_s});
    VERIFY_RESULT(prepared);
    VERIFY_RESULT(apply(prepared->database, {u"ALTER TABLE t ADD COLUMN status TEXT"_s,
                                             u"ALTER TABLE t ADD COLUMN mine TEXT"_s, u"CREATE TABLE other (x)"_s}));
    const auto live = readLive(prepared->database);
    VERIFY_RESULT(live);
    const auto report = rehearsal::judge(*live, prepared->trail, std::nullopt);
    QCOMPARE(report.statements[0].state, StatementState::Applied);
    QCOMPARE(report.state, TargetState::Drifted);
    QCOMPARE(report.drift.size(), std::size_t(2));
    ++m_cases;
}

void TestVerify::sameNameOtherObject()
{
    auto prepared = prepare(m_pool, EngineKind::Sqlite, {u"CREATE TABLE t (id INTEGER PRIMARY KEY)"_s},
                            {u"CREATE TABLE status (id INTEGER PRIMARY KEY, name TEXT NOT NULL)"_s,
                             u"ALTER TABLE t ADD COLUMN code TEXT"_s});
    VERIFY_RESULT(prepared);
    VERIFY_RESULT(
        apply(prepared->database, {u"CREATE TABLE status (id TEXT)"_s, u"ALTER TABLE t ADD COLUMN code INTEGER"_s}));
    const auto live = readLive(prepared->database);
    VERIFY_RESULT(live);
    const auto report = rehearsal::judge(*live, prepared->trail, std::nullopt);
    QCOMPARE(report.statements[0].state, StatementState::Unknown);
    QCOMPARE(report.statements[1].state, StatementState::Unknown);
    QCOMPARE(report.state, TargetState::Drifted);
    ++m_cases;
}

void TestVerify::withoutMigration()
{
    const auto base = rehearsal::loadScript(m_pool, EngineKind::Sqlite, u"CREATE TABLE t (id INTEGER PRIMARY KEY);"_s,
                                            u"a"_s, {}, {});
    const auto expected = rehearsal::loadScript(
        m_pool, EngineKind::Sqlite, u"CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT);"_s, u"b"_s, {}, {});
    const auto between = rehearsal::loadScript(m_pool, EngineKind::Sqlite,
                                               u"CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);"_s, u"c"_s, {}, {});
    VERIFY_RESULT(base);
    VERIFY_RESULT(expected);
    VERIFY_RESULT(between);
    const auto stateOf = [&](const schema::Schema &live) {
        const auto report = rehearsal::verify(m_pool, live, *base, *expected, {}, {}, {});
        return report && report->finish.arrives && report->back.arrives ? nameOf(report->state) : u"error"_s;
    };
    QCOMPARE(stateOf(*base), u"not-applied"_s);
    QCOMPARE(stateOf(*between), u"half-applied"_s);
    QCOMPARE(stateOf(*expected), u"applied"_s);
    const auto alone = rehearsal::verify(m_pool, *between, std::nullopt, *expected, {}, {}, {});
    VERIFY_RESULT(alone);
    QCOMPARE(nameOf(alone->state), u"drifted"_s);
    m_cases += 4;
}

void TestVerify::cleanupTestCase()
{
    qInfo("%d states of migrations judged", m_cases);
}

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"

#include "rehearsal/migrationgenerator.h"
#include "rehearsal/verifycase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using rehearsal::StatementState;
using rehearsal::TargetState;
using schema::EngineKind;
using testsupport::apply;
using testsupport::prepare;
using testsupport::readLive;
using testsupport::requestOf;
using testsupport::textOf;

/// What the catalog of a live database says about a migration that stopped somewhere. Each boundary of each generated
/// migration is one case; the connection that ran the statements is gone when the catalog is read.
class TestVerify : public QObject
{
    Q_OBJECT

private slots:
    void renamedValuesStay_data();
    void renamedValuesStay();
    void finishesWithinItsTransaction_data() { renamedValuesStay_data(); }
    void finishesWithinItsTransaction();
    void everyBoundary_data();
    void everyBoundary();
    void outOfOrder_data();
    void outOfOrder();
    void partsOfOneStatement_data();
    void partsOfOneStatement();
    void partsOfStatementsWithoutTransaction_data();
    void partsOfStatementsWithoutTransaction();
    void dataStatementsStayUnknown();
    void dataStatementInTheMiddle_data();
    void dataStatementInTheMiddle();
    void definitionsWithoutEffectAreNobodysDoubt();
    void undoneStatementsAreNotCalledApplied();
    void rebuildInPlace();
    void driftIsNamed();
    void sameNameOtherObject();
    void replacedObjectIsNotCalledMissing();
    void withoutMigration();
    void cleanupTestCase();

private:
    void engines();
    rehearsal::ScratchPool m_pool;
    int m_cases = 0;
};

namespace {

constexpr int migrationsPerEngine = 10;

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

void TestVerify::renamedValuesStay_data()
{
    QTest::addColumn<EngineKind>("engine");
    for (const EngineKind engine : {EngineKind::Sqlite, EngineKind::PostgreSql, EngineKind::MariaDb}) {
        QTest::newRow(qPrintable(nameOf(engine))) << engine;
    }
}

void TestVerify::renamedValuesStay()
{
    QFETCH(EngineKind, engine);
    const QStringList statements{u"ALTER TABLE users RENAME COLUMN name TO full_name"_s,
                                 u"CREATE INDEX users_names ON users (full_name)"_s,
                                 u"ALTER TABLE users RENAME COLUMN mail TO email"_s};
    const QStringList base{u"CREATE TABLE users (id int NOT NULL PRIMARY KEY, name varchar(40), mail varchar(40))"_s};
    auto prepared = prepare(m_pool, engine, base, statements);
    VERIFY_RESULT(prepared);
    // By hand, and under a name that the script does not know: it has to be planned.
    const auto applied = apply(prepared->database, {statements.at(0), u"CREATE INDEX by_hand ON users (full_name)"_s});
    VERIFY_RESULT(applied);
    const auto live = readLive(prepared->database);
    VERIFY_RESULT(live);
    const auto report = rehearsal::verify(m_pool, *live, prepared->request, prepared->trail, std::nullopt, {}, {}, {});
    VERIFY_RESULT(report);
    for (const rehearsal::Route &route : {report->finish, report->back}) {
        QVERIFY2(route.arrives, qPrintable(route.problem));
        QVERIFY2(route.losesData.isEmpty(), qPrintable(route.statements.join(u'\n')));
        QVERIFY2(route.statements.join(u'\n').contains(u"RENAME"_s), qPrintable(route.statements.join(u'\n')));
    }
}

void TestVerify::finishesWithinItsTransaction()
{
    QFETCH(EngineKind, engine);
    const QStringList statements{u"BEGIN"_s, u"ALTER TABLE users ADD COLUMN a int"_s,
                                 u"ALTER TABLE users ADD COLUMN b int"_s, u"COMMIT"_s};
    auto prepared = prepare(m_pool, engine, {u"CREATE TABLE users (id int NOT NULL PRIMARY KEY)"_s}, statements);
    VERIFY_RESULT(prepared);
    const auto applied = apply(prepared->database, {statements.at(1)});
    VERIFY_RESULT(applied);
    const auto live = readLive(prepared->database);
    VERIFY_RESULT(live);
    const auto report = rehearsal::verify(m_pool, *live, prepared->request, prepared->trail, std::nullopt, {}, {}, {});
    VERIFY_RESULT(report);
    QVERIFY2(report->finish.arrives, qPrintable(report->finish.problem));
    QCOMPARE(report->finish.statements, (QStringList{statements.at(0), statements.at(2), statements.at(3)}));
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

void TestVerify::dataStatementInTheMiddle_data()
{
    QTest::addColumn<EngineKind>("engine");
    QTest::addColumn<QString>("middle");
    for (const EngineKind engine : {EngineKind::Sqlite, EngineKind::PostgreSql, EngineKind::MariaDb}) {
        const auto row = [engine](const char *name, const QString &middle) {
            QTest::addRow("%s %s", qPrintable(nameOf(engine)), name) << engine << middle;
        };
        row("update", u"UPDATE t SET a = 1 WHERE a IS NULL"_s);
        row("insert", u"INSERT INTO t (id, a) SELECT 1, 2"_s);
        row("delete", u"DELETE FROM t WHERE a < 0"_s);
        if (engine == EngineKind::PostgreSql) {
            row("block", u"DO $$ BEGIN UPDATE t SET a = 1; END $$"_s);
            row("with", u"WITH x AS (SELECT 1) UPDATE t SET a = 1 FROM x"_s);
            row("sequence", u"SELECT setval('s', 10)"_s);
            row("sequence beside a setting", u"SELECT set_config('app.x', '', false), setval('s', 10)"_s);
            row("restart", u"ALTER SEQUENCE s RESTART WITH 10"_s);
            row("truncate", u"TRUNCATE t"_s);
        }
        if (engine == EngineKind::MariaDb) {
            row("replace", u"REPLACE INTO t (id, a) VALUES (1, 2)"_s);
            row("key", u"ALTER TABLE t AUTO_INCREMENT = 1000"_s);
            row("truncate", u"TRUNCATE TABLE t"_s);
        }
    }
}

/// Run by hand, a later statement proves nothing of the one before it.
void TestVerify::dataStatementInTheMiddle()
{
    QFETCH(EngineKind, engine);
    QFETCH(QString, middle);
    QStringList base{u"CREATE TABLE t (id int NOT NULL PRIMARY KEY, a int)"_s};
    if (engine == EngineKind::MariaDb) {
        base = QStringList{u"CREATE TABLE t (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, a int)"_s};
    } else if (engine == EngineKind::PostgreSql) {
        base << u"CREATE SEQUENCE s"_s;
    }
    const QString first = u"ALTER TABLE t ADD COLUMN b int"_s;
    const QString last = u"CREATE INDEX t_b ON t (b)"_s;
    auto prepared = prepare(m_pool, engine, base, {first, middle, last});
    VERIFY_RESULT(prepared);
    const auto judged = [&]() {
        const auto live = readLive(prepared->database);
        return live ? rehearsal::judge(*live, prepared->trail, std::nullopt) : rehearsal::VerifyReport();
    };
    QCOMPARE(judged().state, TargetState::NotApplied);
    VERIFY_RESULT(apply(prepared->database, {first}));
    QCOMPARE(judged().state, TargetState::HalfApplied);
    VERIFY_RESULT(apply(prepared->database, {last}));
    const auto skipped = judged();
    QVERIFY2(skipped.state == TargetState::Ambiguous, qPrintable(textOf(skipped)));
    QCOMPARE(skipped.statements[0].state, StatementState::Applied);
    QCOMPARE(skipped.statements[1].state, StatementState::Unknown);
    QCOMPARE(skipped.statements[2].state, StatementState::Applied);
    QVERIFY2(skipped.statements[1].evidence.contains(u"Statement 3 after it"_s), qPrintable(textOf(skipped)));
    VERIFY_RESULT(apply(prepared->database, {middle}));
    QCOMPARE(judged().state, TargetState::Ambiguous);
    m_cases += 4;
}

void TestVerify::definitionsWithoutEffectAreNobodysDoubt()
{
    for (const EngineKind engine : {EngineKind::Sqlite, EngineKind::PostgreSql, EngineKind::MariaDb}) {
        QStringList statements{u"DROP TABLE IF EXISTS nobody"_s, u"CREATE TABLE IF NOT EXISTS t (id int)"_s,
                               u"ALTER TABLE t ADD COLUMN b int"_s};
        if (engine == EngineKind::PostgreSql) {
            statements.prepend(u"SELECT pg_catalog.set_config('app.x', '', false)"_s);
        }
        auto prepared = prepare(m_pool, engine, {u"CREATE TABLE t (id int NOT NULL PRIMARY KEY, a int)"_s}, statements);
        VERIFY_RESULT(prepared);
        VERIFY_RESULT(apply(prepared->database, statements));
        const auto live = readLive(prepared->database);
        VERIFY_RESULT(live);
        const auto report = rehearsal::judge(*live, prepared->trail, std::nullopt);
        QVERIFY2(report.state == TargetState::Applied, qPrintable(textOf(report)));
        ++m_cases;
    }
}

void TestVerify::partsOfStatementsWithoutTransaction_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("part");
    QTest::newRow("drop tables") << u"DROP TABLE a, b"_s << u"DROP TABLE a"_s;
    QTest::newRow("rename tables") << u"RENAME TABLE a TO x, b TO y"_s << u"RENAME TABLE a TO x"_s;
    QTest::newRow("drop views") << u"DROP VIEW v, w"_s << u"DROP VIEW v"_s;
    const QString alter = u"ALTER TABLE a "_s;
    const QStringList parts{
        u"ADD COLUMN p int"_s,    u"MODIFY n bigint NOT NULL"_s,     u"ADD INDEX a_n (n)"_s,
        u"DROP COLUMN o"_s,       u"ALTER COLUMN d SET DEFAULT 7"_s, u"ADD CONSTRAINT a_positive CHECK (id > 0)"_s,
        u"COMMENT = 'changed'"_s, u"CHANGE old_name new_name int"_s};
    const QString whole = alter + parts.join(u", "_s);
    for (const QString &part : parts) {
        QTest::newRow(qPrintable(part)) << whole << QString(alter + part);
    }
    for (qsizetype i = 1; i + 1 < parts.size(); ++i) {
        QTest::addRow("first %d parts", static_cast<int>(i + 1))
            << whole << QString(alter + parts.first(i + 1).join(u", "_s));
    }
}

/// MariaDB: what somebody did of a statement that does several things.
void TestVerify::partsOfStatementsWithoutTransaction()
{
    QFETCH(QString, statement);
    QFETCH(QString, part);
    auto prepared = prepare(m_pool, EngineKind::MariaDb,
                            {u"CREATE TABLE a (id int NOT NULL PRIMARY KEY, n int, o int, d int, old_name int)"_s,
                             u"CREATE TABLE b (id int NOT NULL PRIMARY KEY)"_s, u"CREATE VIEW v AS SELECT id FROM b"_s,
                             u"CREATE VIEW w AS SELECT id FROM b"_s},
                            {statement});
    VERIFY_RESULT(prepared);
    VERIFY_RESULT(apply(prepared->database, {part}));
    const auto live = readLive(prepared->database);
    VERIFY_RESULT(live);
    const auto report = rehearsal::verify(m_pool, *live, prepared->request, prepared->trail, std::nullopt, {}, {}, {});
    VERIFY_RESULT(report);
    QVERIFY2(report->statements.front().state == StatementState::Partly, qPrintable(textOf(*report)));
    QVERIFY2(report->state == TargetState::HalfApplied, qPrintable(textOf(*report)));
    QVERIFY2(report->drift.empty(), qPrintable(textOf(*report)));
    QVERIFY2(report->finish.arrives, qPrintable(report->finish.problem));
    QVERIFY2(report->back.arrives, qPrintable(report->back.problem));
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
        // Whether the rows were copied before their table was dropped, no catalog can tell.
        const TargetState state = done == 0                   ? TargetState::NotApplied
                                  : done == statements.size() ? TargetState::Ambiguous
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

void TestVerify::replacedObjectIsNotCalledMissing()
{
    auto prepared =
        prepare(m_pool, EngineKind::Sqlite,
                {u"CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)"_s, u"CREATE VIEW v AS SELECT id FROM t"_s},
                {u"DROP VIEW v"_s, u"CREATE VIEW v AS SELECT id, a FROM t"_s, u"CREATE VIEW w AS SELECT a FROM t"_s});
    VERIFY_RESULT(prepared);
    const auto evidence = [&prepared](std::size_t statement) {
        const auto live = readLive(prepared->database);
        return live ? rehearsal::judge(*live, prepared->trail, std::nullopt).statements[statement].evidence
                    : QString::fromUtf8(testsupport::errorText(live));
    };
    QCOMPARE(evidence(1), u"view v is not yet as this statement makes it"_s);
    QCOMPARE(evidence(2), u"view w is missing"_s);
    VERIFY_RESULT(apply(prepared->database, {u"DROP VIEW v"_s}));
    QCOMPARE(evidence(1), u"view v is missing"_s);
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
    QVERIFY(QCoreApplication::arguments().size() > 1 || m_cases >= 200);
}

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"

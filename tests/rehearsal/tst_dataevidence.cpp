#include "rehearsal/datastatement.h"
#include "rehearsal/rowsverdict.h"
#include "rehearsal/verifycase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using rehearsal::StatementState;
using rehearsal::TargetState;
using schema::EngineKind;
using testsupport::apply;
using testsupport::readLive;
using testsupport::textOf;

/// What the rows of a target say about statements that leave no trace in its catalog.
class TestDataEvidence : public QObject
{
    Q_OBJECT

private slots:
    void changedAgainByWhatDidNotRun();
    void everyBoundary_data();
    void everyBoundary();
    void leftOutByHand_data();
    void leftOutByHand();
    void rowsWrittenSinceProveNothing();
    void sendsNothingThatMayAct_data();
    void sendsNothingThatMayAct();

private:
    rehearsal::ScratchPool m_pool;
};

namespace {

/// As verify does it: the catalog, then the rows in a session that can only read.
base::Result<rehearsal::VerifyReport> judged(const testsupport::TestDatabase &database,
                                             const rehearsal::Rehearsal &trail)
{
    CS_TRY(live, readLive(database));
    const auto questions =
        rehearsal::dataQuestions(live, trail, rehearsal::judge(live, trail, std::nullopt).statements);
    CS_TRY(session, db::openSession(database.url(), {}, {}));
    CS_TRY(rows, rehearsal::askData(*session, questions, std::chrono::seconds(30), {}, {}));
    return rehearsal::judge(live, trail, std::nullopt, {}, rows);
}

const QStringList tables{
    u"CREATE TABLE users (id int NOT NULL PRIMARY KEY, email varchar(90), name varchar(90), n int)"_s,
    u"CREATE TABLE roles (id int NOT NULL PRIMARY KEY, name varchar(40))"_s,
    u"CREATE TABLE stale (id int NOT NULL PRIMARY KEY)"_s};
const QStringList someRows{
    u"INSERT INTO users (id, email, name, n) VALUES (1, 'A@x.org', 'ann', 1), (2, 'b@x.org', 'bob', -1)"_s,
    u"INSERT INTO stale (id) VALUES (1)"_s};

/// Definitions with rows between them, as migrations have them.
QStringList migrationFor(EngineKind engine)
{
    QStringList statements{
        u"ALTER TABLE users ADD COLUMN status varchar(20)"_s,
        u"UPDATE users SET status = 'active' WHERE status IS NULL"_s,
        u"CREATE INDEX users_status ON users (status)"_s,
        u"INSERT INTO roles (id, name) VALUES (1, 'admin'), (2, 'guest')"_s,
        u"DELETE FROM users WHERE n < 0"_s,
        u"CREATE TABLE mails (user_id int NOT NULL PRIMARY KEY, mail varchar(90))"_s,
        u"INSERT INTO mails (user_id, mail) SELECT u.id, lower(u.email) FROM users u WHERE u.email IS NOT NULL"_s,
        u"CREATE INDEX mails_mail ON mails (mail)"_s,
        u"UPDATE mails SET mail = upper(mail)"_s,
        u"DELETE FROM stale"_s,
        u"DROP TABLE stale"_s,
        u"INSERT INTO roles VALUES (3, 'owner')"_s,
    };
    if (engine == EngineKind::PostgreSql) {
        statements
            << u"ALTER TABLE public.mails RENAME TO addresses"_s
            << u"UPDATE addresses a SET mail = upper(u.email) FROM users u WHERE u.id = a.user_id"_s
            << u"INSERT INTO roles AS r (id, name) VALUES (1, 'root') ON CONFLICT (id) DO UPDATE SET name = excluded.name"_s;
    } else if (engine == EngineKind::MariaDb) {
        statements << u"ALTER TABLE mails RENAME TO addresses"_s
                   << u"UPDATE addresses a JOIN users u ON u.id = a.user_id SET a.mail = upper(u.email)"_s
                   << u"INSERT INTO roles (id, name) VALUES (1, 'root') ON DUPLICATE KEY UPDATE name = VALUES(name)"_s;
    } else {
        statements << u"ALTER TABLE mails RENAME TO addresses"_s
                   << u"REPLACE INTO roles (id, name) VALUES (1, 'root')"_s;
    }
    return statements;
}

base::Result<rehearsal::Rehearsal> trailOf(rehearsal::ScratchPool &pool, const testsupport::TestDatabase &database,
                                           const QStringList &statements)
{
    CS_TRY(schema, readLive(database));
    return testsupport::trailOf(pool, testsupport::requestOf(schema, statements));
}

} // namespace

#define VERIFY_RESULT(result) QVERIFY2((result).has_value(), testsupport::errorText(result).constData())

void TestDataEvidence::everyBoundary_data()
{
    QTest::addColumn<EngineKind>("engine");
    QTest::addColumn<bool>("filled");
    for (const EngineKind engine : {EngineKind::Sqlite, EngineKind::PostgreSql, EngineKind::MariaDb}) {
        QTest::addRow("%s with rows", qPrintable(nameOf(engine))) << engine << true;
        QTest::addRow("%s without rows", qPrintable(nameOf(engine))) << engine << false;
    }
}

/// Never a statement that ran called missing, never one that did not run called done.
void TestDataEvidence::everyBoundary()
{
    QFETCH(EngineKind, engine);
    QFETCH(bool, filled);
    const QStringList statements = migrationFor(engine);
    auto database = testsupport::TestDatabase::create(engine, u"evidence"_s);
    VERIFY_RESULT(database);
    VERIFY_RESULT(apply(*database, tables + (filled ? someRows : QStringList())));
    const auto trail = trailOf(m_pool, *database, statements);
    VERIFY_RESULT(trail);
    for (int ran = 0; ran <= statements.size(); ++ran) {
        if (ran > 0) {
            VERIFY_RESULT(apply(*database, {statements.at(ran - 1)}));
        }
        const auto report = judged(*database, *trail);
        VERIFY_RESULT(report);
        const QByteArray text = u"after %1: %2"_s.arg(ran).arg(textOf(*report)).toUtf8();
        const bool all = ran == statements.size();
        QVERIFY2(report->state == (ran == 0 ? TargetState::NotApplied
                                   : all    ? TargetState::Applied
                                            : TargetState::HalfApplied) ||
                     (!filled && ran > 0 && report->state != TargetState::NotApplied),
                 text);
        for (const rehearsal::StatementVerdict &verdict : report->statements) {
            QVERIFY2(verdict.state != (verdict.index <= ran ? StatementState::NotApplied : StatementState::Applied) ||
                         (!filled && verdict.index > ran),
                     text);
            QVERIFY2(verdict.state != StatementState::Partly, text);
        }
    }
}

void TestDataEvidence::leftOutByHand_data()
{
    QTest::addColumn<EngineKind>("engine");
    QTest::addColumn<int>("leftOut");
    for (const EngineKind engine : {EngineKind::Sqlite, EngineKind::PostgreSql, EngineKind::MariaDb}) {
        for (const int index : {2, 4, 5, 7, 12}) {
            QTest::addRow("%s %d", qPrintable(nameOf(engine)), index) << engine << index;
        }
    }
}

/// Everything but one data statement ran: the target is never called complete.
void TestDataEvidence::leftOutByHand()
{
    QFETCH(EngineKind, engine);
    QFETCH(int, leftOut);
    QStringList statements = migrationFor(engine).first(12);
    auto database = testsupport::TestDatabase::create(engine, u"evidence"_s);
    VERIFY_RESULT(database);
    VERIFY_RESULT(apply(*database, tables + someRows));
    const auto trail = trailOf(m_pool, *database, statements);
    VERIFY_RESULT(trail);
    statements.removeAt(leftOut - 1);
    VERIFY_RESULT(apply(*database, statements));
    const auto report = judged(*database, *trail);
    VERIFY_RESULT(report);
    QVERIFY2(report->state == TargetState::Ambiguous || report->state == TargetState::HalfApplied,
             qPrintable(textOf(*report)));
    QVERIFY2(report->statements[static_cast<std::size_t>(leftOut) - 1].state != StatementState::Applied,
             qPrintable(textOf(*report)));
}

/// The application goes on writing: rows that a finished UPDATE would change again are no proof that it did not run.
void TestDataEvidence::rowsWrittenSinceProveNothing()
{
    const QStringList statements = migrationFor(EngineKind::Sqlite).first(3);
    auto database = testsupport::TestDatabase::create(EngineKind::Sqlite, u"evidence"_s);
    VERIFY_RESULT(database);
    VERIFY_RESULT(apply(*database, tables + someRows));
    const auto trail = trailOf(m_pool, *database, statements);
    VERIFY_RESULT(trail);
    VERIFY_RESULT(apply(*database, statements + QStringList{u"INSERT INTO users (id) VALUES (9)"_s}));
    const auto report = judged(*database, *trail);
    VERIFY_RESULT(report);
    QCOMPARE(report->state, TargetState::Ambiguous);
    QVERIFY(report->appliedInOrder);
    QVERIFY2(report->statements[1].evidence.contains(u"1 row of users"_s), qPrintable(textOf(*report)));
}

void TestDataEvidence::sendsNothingThatMayAct_data()
{
    QTest::addColumn<QString>("sql");
    const auto row = [](const char *name, const QString &sql) { QTest::newRow(name) << sql; };
    row("function in a condition", u"UPDATE t SET a = 1 WHERE pg_terminate_backend(id) AND a IS NULL"_s);
    row("qualified function", u"DELETE FROM t WHERE evil.lower(name) = 'x'"_s);
    row("quoted function", u"DELETE FROM t WHERE \"pg_sleep\"(9) IS NULL"_s);
    row("sleep", u"DELETE FROM t WHERE pg_sleep(9) IS NULL"_s);
    row("locking query", u"INSERT INTO t (id) SELECT id FROM u FOR UPDATE"_s);
    row("query that writes", u"INSERT INTO t (id) SELECT id INTO x FROM u"_s);
    row("file", u"INSERT INTO t (a) SELECT pg_read_file('/etc/passwd')"_s);
    row("with before it", u"WITH x AS (DELETE FROM u RETURNING id) UPDATE t SET a = 1 FROM x"_s);
    row("parameter", u"DELETE FROM t WHERE id = $1"_s);
}

void TestDataEvidence::sendsNothingThatMayAct()
{
    QFETCH(QString, sql);
    const auto parsed = rehearsal::parseDataStatement(sql, sql::dialectOf(EngineKind::PostgreSql));
    using Purity = rehearsal::DataStatement::Purity;
    QVERIFY(!parsed || parsed->where.purity == Purity::Unknown || parsed->query.purity == Purity::Unknown);
}

/// What a later statement would have changed again says something as soon as that one did not run.
void TestDataEvidence::changedAgainByWhatDidNotRun()
{
    rehearsal::DataAnswer answer;
    answer.question.statement = 1;
    answer.question.object = u"orders"_s;
    answer.question.changedAgain = 2;
    answer.left = 3;
    answer.done = 0;
    for (const auto next : {rehearsal::StatementState::NotApplied, rehearsal::StatementState::Unknown}) {
        std::vector<rehearsal::StatementVerdict> verdicts(2);
        verdicts[0].index = 1;
        verdicts[1].index = 2;
        verdicts[1].state = next;
        rehearsal::judgeByRows(verdicts, {answer});
        QCOMPARE(verdicts[0].state, next);
    }
}

QTEST_GUILESS_MAIN(TestDataEvidence)
#include "tst_dataevidence.moc"

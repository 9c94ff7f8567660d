#include "rehearsal/onward.h"
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

/// Half-applied targets where names changed on the way, and where nobody kept the schema before.
class TestVerifyRenames : public QObject
{
    Q_OBJECT

private slots:
    void changedBeforeItsTableWasRenamed_data() { engines(); }
    void changedBeforeItsTableWasRenamed();
    void renamedLabelsKeepTheirRows();
    void withoutTheSchemaBefore_data() { engines(); }
    void withoutTheSchemaBefore();
    void nothingIsSaidWhereTheLiveSchemaCannotBeBuilt();

private:
    static void engines();
    rehearsal::ScratchPool m_pool;
};

#define VERIFY_RESULT(result) QVERIFY2((result).has_value(), testsupport::errorText(result).constData())

void TestVerifyRenames::engines()
{
    QTest::addColumn<EngineKind>("engine");
    for (const EngineKind engine : {EngineKind::Sqlite, EngineKind::PostgreSql, EngineKind::MariaDb}) {
        QTest::newRow(qPrintable(nameOf(engine))) << engine;
    }
}

void TestVerifyRenames::changedBeforeItsTableWasRenamed()
{
    QFETCH(EngineKind, engine);
    const QStringList statements{
        engine == EngineKind::PostgreSql ? u"ALTER TABLE users ALTER COLUMN mail SET NOT NULL"_s
        : engine == EngineKind::MariaDb  ? u"ALTER TABLE users MODIFY mail varchar(40) NOT NULL"_s
                                         : u"ALTER TABLE users ADD COLUMN age int"_s,
        u"CREATE INDEX users_mails ON users (mail)"_s, u"ALTER TABLE users RENAME TO people"_s,
        u"ALTER TABLE people RENAME COLUMN name TO full_name"_s, u"CREATE TABLE notes (id int NOT NULL PRIMARY KEY)"_s};
    const QStringList base{u"CREATE TABLE users (id int NOT NULL PRIMARY KEY, name varchar(40), mail varchar(40))"_s};
    auto prepared = prepare(m_pool, engine, base, statements);
    VERIFY_RESULT(prepared);
    for (int done = 0; done <= statements.size(); ++done) {
        VERIFY_RESULT(done == 0 ? base::Result<void>() : apply(prepared->database, {statements.at(done - 1)}));
        const auto live = readLive(prepared->database);
        VERIFY_RESULT(live);
        const auto report =
            rehearsal::verify(m_pool, *live, prepared->request, prepared->trail, std::nullopt, {}, {}, {});
        VERIFY_RESULT(report);
        const QString text = u"after %1\n"_s.arg(done) + textOf(*report);
        for (const rehearsal::StatementVerdict &verdict : report->statements) {
            QVERIFY2(verdict.state == (verdict.index <= done ? StatementState::Applied : StatementState::NotApplied),
                     qPrintable(text));
        }
        QVERIFY2(report->drift.empty(), qPrintable(text));
        QVERIFY2(report->finish.arrives, qPrintable(report->finish.problem + u'\n' + text));
        QCOMPARE(report->finish.statements, QStringList(statements.mid(done)));
        QVERIFY2(report->back.arrives, qPrintable(report->back.problem + u'\n' + text));
    }
}

void TestVerifyRenames::renamedLabelsKeepTheirRows()
{
    const QStringList statements{u"ALTER TYPE mood RENAME VALUE 'sad' TO 'down'"_s,
                                 u"CREATE TABLE notes (id int PRIMARY KEY)"_s};
    const QStringList base{u"CREATE TYPE mood AS ENUM ('sad', 'ok')"_s, u"CREATE TABLE days (id int, m mood)"_s,
                           u"INSERT INTO days VALUES (1, 'sad')"_s};
    auto prepared = prepare(m_pool, EngineKind::PostgreSql, base, statements);
    VERIFY_RESULT(prepared);
    const auto applied = apply(prepared->database, {statements.at(0)});
    VERIFY_RESULT(applied);
    const auto live = readLive(prepared->database);
    VERIFY_RESULT(live);
    const auto report = rehearsal::verify(m_pool, *live, prepared->request, prepared->trail, std::nullopt, {}, {}, {});
    VERIFY_RESULT(report);
    QVERIFY2(report->back.arrives, qPrintable(report->back.problem));
    const auto back = apply(prepared->database, report->back.statements);
    QVERIFY2(back, testsupport::errorText(back).constData());
    const auto after = readLive(prepared->database);
    VERIFY_RESULT(after);
    QVERIFY(diff::compare(*after, *prepared->request.base, {}).identical());
}

void TestVerifyRenames::withoutTheSchemaBefore()
{
    QFETCH(EngineKind, engine);
    const QStringList statements{u"DROP TABLE IF EXISTS old_users"_s,
                                 u"CREATE TABLE notes (id int NOT NULL PRIMARY KEY, user_id int)"_s,
                                 u"ALTER TABLE users ADD COLUMN age int"_s,
                                 u"CREATE VIEW adults AS SELECT id FROM users WHERE age > 17"_s,
                                 u"ALTER TABLE users RENAME COLUMN name TO full_name"_s,
                                 u"CREATE INDEX users_names ON users (full_name)"_s};
    const QStringList base{u"CREATE TABLE users (id int NOT NULL PRIMARY KEY, name varchar(40))"_s,
                           u"CREATE TABLE old_users (id int NOT NULL PRIMARY KEY)"_s};
    auto prepared = prepare(m_pool, engine, base, statements);
    VERIFY_RESULT(prepared);
    const int count = static_cast<int>(statements.size());
    for (int done = 1; done <= count; ++done) {
        const auto applied = apply(prepared->database, {statements.at(done - 1)});
        VERIFY_RESULT(applied);
        const auto live = readLive(prepared->database);
        VERIFY_RESULT(live);
        const rehearsal::Request request = requestOf(*live, statements);
        const auto told = rehearsal::rehearse(m_pool, request, {}, {});
        VERIFY_RESULT(told);
        const auto found = rehearsal::verifyOnward(m_pool, *live, request, *told, *prepared->trail.result, {}, {}, {});
        VERIFY_RESULT(found);
        QVERIFY(found->has_value());
        const rehearsal::VerifyReport &report = (*found)->report;
        const QString text = u"after %1\n"_s.arg(done) + textOf(report);
        // DROP IF EXISTS alone leaves nothing that would show it.
        const TargetState state = done == 1       ? TargetState::Ambiguous
                                  : done == count ? TargetState::Applied
                                                  : TargetState::HalfApplied;
        QVERIFY2(report.state == state, qPrintable(text));
        for (const rehearsal::StatementVerdict &verdict : report.statements) {
            const StatementState truth = verdict.index <= done ? StatementState::Applied : StatementState::NotApplied;
            QVERIFY2(verdict.state == truth || (done == 1 && verdict.index == 1), qPrintable(text));
        }
        QVERIFY2(report.finish.arrives, qPrintable(text));
        QCOMPARE(report.finish.statements, QStringList(statements.mid(done)));
    }
}

/// The view has lost its table, so a scratch database has none of that name, and DROP VIEW fails there however far the
/// target is.
void TestVerifyRenames::nothingIsSaidWhereTheLiveSchemaCannotBeBuilt()
{
    const QStringList statements{u"RENAME TABLE users TO people"_s, u"CREATE TABLE notes (id int PRIMARY KEY)"_s,
                                 u"DROP VIEW names"_s, u"CREATE VIEW names AS SELECT id FROM people"_s};
    const QStringList base{u"CREATE TABLE users (id int PRIMARY KEY, name varchar(40))"_s,
                           u"CREATE VIEW names AS SELECT id, name FROM users"_s};
    auto prepared = prepare(m_pool, EngineKind::MariaDb, base, statements);
    VERIFY_RESULT(prepared);
    const auto applied = apply(prepared->database, {statements.at(0)});
    VERIFY_RESULT(applied);
    const auto live = readLive(prepared->database);
    VERIFY_RESULT(live);
    const rehearsal::Request request = requestOf(*live, statements);
    const auto told = rehearsal::rehearse(m_pool, request, {}, {});
    VERIFY_RESULT(told);
    const auto found = rehearsal::verifyOnward(m_pool, *live, request, *told, *prepared->trail.result, {}, {}, {});
    VERIFY_RESULT(found);
    QVERIFY(!found->has_value());
}

QTEST_GUILESS_MAIN(TestVerifyRenames)
#include "tst_verifyrenames.moc"

#include "rehearsal/rehearse.h"
#include "support/servers.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using rehearsal::Outcome;
using schema::EngineKind;

/// A rehearsal on SQLite from end to end: trail, effects, failures, completeness, the way back, the walls.
class TestSqliteRehearsal : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void readsTheSchemaAfterEveryStatement();
    void addedColumnsThatAreTestedReadTheTable_data();
    void addedColumnsThatAreTestedReadTheTable();
    void failedStatementTakesItsTransactionAlong();
    void withoutTransactionTheFirstStatementsStay();
    void scriptsOwnTransaction();
    void completenessNamesWhatIsMissing();
    void wayBackFromEveryState();
    void aFileThatWasNotBegunIsNotUndone();
    void aFileWithoutAWayBackIsNamed();
    void rowsThatAreNotReturnedAreLost();
    void offersAWayBack();
    void namesTheDataThatIsLost();
    void refusalStopsTheTrail();
    void authorizerStandsBehindTheRefusal();
    void deadlineEndsAnEndlessStatement();
    void cancelIsAnError();
    void leavesNothingBehind();
    void loadsScriptsAndFolders();

private:
    rehearsal::Rehearsal rehearsed(const QString &sql,
                                   migration::TransactionMode mode = migration::TransactionMode::PerFile);
    rehearsal::Request request(const QString &sql,
                               migration::TransactionMode mode = migration::TransactionMode::PerFile) const;

    /// 0001, 0002, … of (way there, way back); an empty way back is none.
    rehearsal::Request folder(const std::vector<std::pair<QString, QString>> &files) const;

    rehearsal::ScratchPool m_pool;
    std::shared_ptr<const schema::Schema> m_base;
};

namespace {

QStringList effectsOf(const rehearsal::StatementRun &run)
{
    QStringList effects;
    for (const diff::Difference &effect : run.effects) {
        effects << nameOf(effect.change) + u' ' + nameOf(effect.id.kind) + u' ' + effect.id.path();
    }
    return effects;
}

const QString baseSql = u"CREATE TABLE trips (id INTEGER PRIMARY KEY, title TEXT NOT NULL);\n"
                        "CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE);\n"
                        "CREATE INDEX trips_title ON trips (title);\n"_s;

} // namespace

void TestSqliteRehearsal::initTestCase()
{
    const auto base = rehearsal::loadScript(m_pool, EngineKind::Sqlite, baseSql, u"base.sql"_s, {}, {});
    QVERIFY2(base, testsupport::errorText(base).constData());
    QCOMPARE(base->objects.size(), qsizetype(2));
    m_base = std::make_shared<const schema::Schema>(*base);
}

rehearsal::Request TestSqliteRehearsal::request(const QString &sql, migration::TransactionMode mode) const
{
    rehearsal::Request request;
    request.base = m_base;
    request.migrations = rehearsal::migrationsFromSql(sql, u"0001_change.sql"_s, mode);
    return request;
}

rehearsal::Request TestSqliteRehearsal::folder(const std::vector<std::pair<QString, QString>> &files) const
{
    rehearsal::Request request;
    request.base = m_base;
    for (const auto &[up, down] : files) {
        migration::Migration one;
        one.version = u"000%1"_s.arg(request.migrations.migrations.size() + 1);
        one.upPath = one.version + u".up.sql"_s;
        one.upSql = up;
        one.upBytes = up.toUtf8();
        one.hasDown = !down.isEmpty();
        one.downPath = one.hasDown ? one.version + u".down.sql"_s : QString();
        one.downSql = down;
        one.downBytes = down.toUtf8();
        request.migrations.migrations.push_back(one);
    }
    return request;
}

rehearsal::Rehearsal TestSqliteRehearsal::rehearsed(const QString &sql, migration::TransactionMode mode)
{
    auto trail = rehearsal::rehearse(m_pool, request(sql, mode), {}, {});
    if (!trail) {
        qWarning("%s", testsupport::errorText(trail).constData());
        return {};
    }
    return std::move(*trail);
}

void TestSqliteRehearsal::readsTheSchemaAfterEveryStatement()
{
    const auto trail = rehearsed(u"-- publish trips\n"
                                 "ALTER TABLE trips ADD COLUMN status TEXT;\n\n"
                                 "UPDATE trips SET status = 'draft';\n"
                                 "CREATE INDEX trips_status\n    ON trips (status);\n"
                                 "DROP INDEX trips_title;\n"_s);
    QVERIFY(trail.complete);
    QCOMPARE(trail.circumstances.limits.filter(u"differs"_s), QStringList());
    QCOMPARE(trail.statements.size(), std::size_t(4));
    QCOMPARE(effectsOf(trail.statements[0]), QStringList{u"added column trips.status"_s});
    QCOMPARE(effectsOf(trail.statements[1]), QStringList());
    QCOMPARE(trail.statements[1].after, trail.statements[0].after);
    QCOMPARE(effectsOf(trail.statements[2]), QStringList{u"added index trips.trips_status"_s});
    QVERIFY(trail.statements[2].locks.front().scansTable);
    QCOMPARE(trail.statements[2].range.line, 5);
    QCOMPARE(trail.statements[2].range.endLine, 6);
    QCOMPARE(effectsOf(trail.statements[3]), QStringList{u"removed index trips.trips_title"_s});
    QCOMPARE(trail.statements[3].transaction, 1);
    QVERIFY(!trail.circumstances.engineVersion.isEmpty());
}

void TestSqliteRehearsal::addedColumnsThatAreTestedReadTheTable_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<bool>("scans");
    QTest::newRow("plain") << u"a TEXT"_s << false;
    QTest::newRow("default") << u"a TEXT DEFAULT 'x'"_s << false;
    QTest::newRow("reference") << u"a INTEGER REFERENCES users (id)"_s << false;
    QTest::newRow("not null") << u"a TEXT NOT NULL DEFAULT ''"_s << true;
    QTest::newRow("check") << u"a INTEGER CHECK (a > 0)"_s << true;
    QTest::newRow("named check") << u"a INTEGER CONSTRAINT positive CHECK (a > 0)"_s << true;
}

void TestSqliteRehearsal::addedColumnsThatAreTestedReadTheTable()
{
    QFETCH(QString, column);
    QFETCH(bool, scans);
    const auto trail = rehearsed(u"ALTER TABLE trips ADD COLUMN "_s + column);
    QVERIFY(trail.complete);
    QCOMPARE(trail.statements.at(0).locks.size(), std::size_t(1));
    QCOMPARE(trail.statements.at(0).locks.front().scansTable, scans);
    QVERIFY(!trail.statements.at(0).locks.front().rewritesTable);
}

void TestSqliteRehearsal::failedStatementTakesItsTransactionAlong()
{
    const auto trail =
        rehearsed(u"ALTER TABLE trips ADD COLUMN status TEXT;\nALTER TABLE trips ADD COLUMN status TEXT;\n"
                  "DROP TABLE users;\n"_s);
    QVERIFY(!trail.complete);
    QCOMPARE(trail.failedStatement(), 2);
    QVERIFY(trail.statements[1].error->message.contains(u"duplicate column"_s));
    QCOMPARE(trail.statements[2].outcome, Outcome::NotRun);
    QVERIFY(trail.statements[0].after != nullptr);
    QVERIFY(diff::compare(*trail.base, *trail.result, {}).identical());
}

void TestSqliteRehearsal::withoutTransactionTheFirstStatementsStay()
{
    const auto trail = rehearsed(u"ALTER TABLE trips ADD COLUMN status TEXT;\nDROP TABLE nowhere;\n"_s,
                                 migration::TransactionMode::None);
    QCOMPARE(trail.failedStatement(), 2);
    QCOMPARE(diff::compare(*trail.base, *trail.result, {}).differences.size(), std::size_t(1));
    QCOMPARE(trail.statements[0].transaction, 0);
}

void TestSqliteRehearsal::scriptsOwnTransaction()
{
    const auto trail =
        rehearsed(u"PRAGMA foreign_keys = OFF;\nBEGIN;\nCREATE TABLE a (x);\nCREATE TABLE b (x);\nCOMMIT;\n"
                  "CREATE TABLE c (x);\n"_s);
    QVERIFY(trail.complete);
    QCOMPARE(trail.statements[2].transaction, trail.statements[3].transaction);
    QVERIFY(trail.statements[2].transaction > 0);
    QCOMPARE(trail.statements[5].transaction, 0);
}

void TestSqliteRehearsal::completenessNamesWhatIsMissing()
{
    const auto expected = rehearsal::loadScript(
        m_pool, EngineKind::Sqlite, baseSql + u"ALTER TABLE trips ADD COLUMN status TEXT;CREATE TABLE a (x);"_s,
        u"expected.sql"_s, {}, {});
    QVERIFY2(expected, testsupport::errorText(expected).constData());
    const auto half = rehearsed(u"ALTER TABLE trips ADD COLUMN status TEXT; CREATE TABLE b (x);"_s);
    const auto completeness = rehearsal::completeness(half, *expected);
    QVERIFY(!completeness.matches);
    QCOMPARE(completeness.missing.size(), std::size_t(1));
    QCOMPARE(completeness.missing.front().id.path(), u"a"_s);
    QCOMPARE(completeness.unexpected.size(), std::size_t(1));
    QCOMPARE(completeness.unexpected.front().id.path(), u"b"_s);
    const auto whole = rehearsed(u"ALTER TABLE trips ADD COLUMN status TEXT; CREATE TABLE a (x);"_s);
    QVERIFY(rehearsal::completeness(whole, *expected).matches);
}

void TestSqliteRehearsal::wayBackFromEveryState()
{
    auto asked = request(u"CREATE TABLE a (x);\nCREATE TABLE b (x);\nDROP INDEX trips_title;\n"_s);
    asked.downSql = u"CREATE INDEX trips_title ON trips (title);\nDROP TABLE b;\nDROP TABLE a;\n"_s;
    const auto trail = rehearsal::rehearse(m_pool, asked, {}, {});
    QVERIFY2(trail, testsupport::errorText(trail).constData());
    const auto back = rehearsal::reversibility(m_pool, asked, *trail, {}, {});
    QVERIFY2(back, testsupport::errorText(back).constData());
    QVERIFY(back->ran && back->complete && !back->generated);
    QVERIFY(back->restoresBase);
    QCOMPARE(back->reversals.size(), std::size_t(3));
    QCOMPARE(back->reversals[0].fromStatement, 3);
    QVERIFY(back->reversals[0].restoresBase);
    // From the state after statement 1 the index is still there, so the way back fails at its first statement.
    QCOMPARE(back->reversals[1].fromStatement, 1);
    QVERIFY(!back->reversals[1].succeeded);
    QVERIFY(back->reversals[1].error->message.contains(u"already exists"_s));
    QCOMPARE(back->reversals[1].left.size(), std::size_t(1));
}

void TestSqliteRehearsal::aFileThatWasNotBegunIsNotUndone()
{
    const auto asked = folder(
        {{u"CREATE TABLE a (x);"_s, u"DROP TABLE a;"_s},
         {u"CREATE TABLE b (x);\nCREATE TABLE c (x);"_s, u"DROP TABLE IF EXISTS c;\nDROP TABLE IF EXISTS b;"_s}});
    const auto trail = rehearsal::rehearse(m_pool, asked, {}, {});
    QVERIFY2(trail, testsupport::errorText(trail).constData());
    const auto back = rehearsal::reversibility(m_pool, asked, *trail, {}, {});
    QVERIFY2(back, testsupport::errorText(back).constData());
    QCOMPARE(back->reversals.size(), std::size_t(3));
    for (const rehearsal::Reversal &reversal : back->reversals) {
        QVERIFY2(reversal.succeeded && reversal.restoresBase,
                 qPrintable(u"from statement %1"_s.arg(reversal.fromStatement)));
    }
}

void TestSqliteRehearsal::aFileWithoutAWayBackIsNamed()
{
    const auto asked =
        folder({{u"CREATE TABLE a (x);"_s, u"DROP TABLE a;"_s}, {u"DELETE FROM trips WHERE title = '';"_s, {}}});
    const auto trail = rehearsal::rehearse(m_pool, asked, {}, {});
    QVERIFY2(trail, testsupport::errorText(trail).constData());
    const auto back = rehearsal::reversibility(m_pool, asked, *trail, {}, {});
    QVERIFY2(back, testsupport::errorText(back).constData());
    QVERIFY(back->generated);
    QCOMPARE(back->without, QStringList{u"0002.up.sql"_s});
}

void TestSqliteRehearsal::rowsThatAreNotReturnedAreLost()
{
    auto asked =
        request(u"DELETE FROM users WHERE id > 10;\nALTER TABLE trips ADD COLUMN status TEXT;\n"
                "UPDATE trips SET status = 'new', title = upper(title);\nUPDATE trips SET status = 'old';\n"_s);
    asked.downSql = u"ALTER TABLE trips DROP COLUMN status;"_s;
    const auto trail = rehearsal::rehearse(m_pool, asked, {}, {});
    QVERIFY2(trail, testsupport::errorText(trail).constData());
    auto back = rehearsal::reversibility(m_pool, asked, *trail, {}, {});
    QVERIFY2(back, testsupport::errorText(back).constData());
    QVERIFY(back->restoresBase);
    const QString lost = back->losesData.join(u'\n');
    QVERIFY2(lost.contains(u"users: rows that statement 1 deletes"_s), qPrintable(lost));
    QVERIFY2(lost.contains(u"values of title that statement 3"_s), qPrintable(lost));
    QVERIFY2(!lost.contains(u"statement 4"_s), qPrintable(lost));
    asked.downSql = u"INSERT INTO users SELECT id, title FROM trips;\n"_s + asked.downSql;
    back = rehearsal::reversibility(m_pool, asked, *trail, {}, {});
    QVERIFY2(back, testsupport::errorText(back).constData());
    QVERIFY(!back->losesData.join(u'\n').contains(u"users"_s));
}

void TestSqliteRehearsal::offersAWayBack()
{
    const auto asked =
        request(u"ALTER TABLE trips ADD COLUMN status TEXT;\nDROP INDEX trips_title;\nCREATE TABLE a (x);"_s);
    const auto trail = rehearsal::rehearse(m_pool, asked, {}, {});
    QVERIFY2(trail, testsupport::errorText(trail).constData());
    const auto back = rehearsal::reversibility(m_pool, asked, *trail, {}, {});
    QVERIFY2(back, testsupport::errorText(back).constData());
    QVERIFY(back->generated);
    QVERIFY2(back->restoresBase, qPrintable(back->sql));
    QVERIFY(back->sql.contains(u"trips_title"_s));
    QVERIFY(back->losesData.join(u'\n').contains(u"trips.status"_s));
}

void TestSqliteRehearsal::namesTheDataThatIsLost()
{
    auto asked = request(u"ALTER TABLE trips DROP COLUMN title;"_s);
    asked.migrations =
        rehearsal::migrationsFromSql(u"DROP INDEX trips_title; ALTER TABLE trips DROP COLUMN title;"_s, u"x.sql"_s);
    asked.productionRows = {{u"trips"_s, 1234}};
    asked.downSql = u"ALTER TABLE trips ADD COLUMN title TEXT NOT NULL DEFAULT '';"_s;
    const auto trail = rehearsal::rehearse(m_pool, asked, {}, {});
    QVERIFY2(trail, testsupport::errorText(trail).constData());
    QVERIFY(trail->statements[1].locks.front().rewritesTable);
    const auto back = rehearsal::reversibility(m_pool, asked, *trail, {}, {});
    QVERIFY2(back, testsupport::errorText(back).constData());
    QVERIFY(!back->restoresBase);
    QVERIFY(back->losesData.join(u'\n').contains(u"1234 rows"_s));
}

void TestSqliteRehearsal::refusalStopsTheTrail()
{
    QTemporaryDir folder;
    const auto trail =
        rehearsed(u"CREATE TABLE a (x);\nATTACH '%1/x.db' AS x;\nCREATE TABLE b (x);"_s.arg(folder.path()));
    QVERIFY(!trail.complete);
    QCOMPARE(trail.failedStatement(), 2);
    QVERIFY(trail.statements[1].refusal.contains(u"ATTACH"_s));
    QVERIFY(trail.stopped.contains(u"statement 2"_s));
    QCOMPARE(trail.statements[2].outcome, Outcome::NotRun);
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestSqliteRehearsal::authorizerStandsBehindTheRefusal()
{
    // Inside a trigger the tokens of the statement say nothing at the time it fires.
    const auto trail = rehearsed(u"CREATE TABLE a (x);\n"
                                 "CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT load_extension ('x'); END;\n"
                                 "INSERT INTO a VALUES (1);"_s);
    QVERIFY(!trail.complete);
}

void TestSqliteRehearsal::deadlineEndsAnEndlessStatement()
{
    auto asked = request(u"CREATE TABLE a (x);\nWITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                         "INSERT INTO a SELECT i FROM n WHERE i < 0;"_s);
    asked.deadline = std::chrono::milliseconds(300);
    const auto begin = std::chrono::steady_clock::now();
    const auto trail = rehearsal::rehearse(m_pool, asked, {}, {});
    QVERIFY2(trail, testsupport::errorText(trail).constData());
    QVERIFY(std::chrono::steady_clock::now() - begin < std::chrono::milliseconds(2300));
    QVERIFY(!trail->complete);
    QVERIFY(trail->stopped.contains(u"deadline"_s));
}

void TestSqliteRehearsal::cancelIsAnError()
{
    std::stop_source source;
    source.request_stop();
    const auto trail = rehearsal::rehearse(m_pool, request(u"CREATE TABLE a (x);"_s), {}, source.get_token());
    QVERIFY(!trail);
    QCOMPARE(trail.error().kind, base::ErrorKind::Cancelled);
}

void TestSqliteRehearsal::leavesNothingBehind()
{
    QTemporaryDir temporary;
    const QByteArray before = qgetenv("TMPDIR");
    qputenv("TMPDIR", temporary.path().toLocal8Bit());
    {
        rehearsal::ScratchPool pool;
        QVERIFY(rehearsal::rehearse(pool, request(u"CREATE TABLE a (x);"_s), {}, {}));
        QVERIFY(!QDir(temporary.path()).isEmpty());
    }
    const QDir left(temporary.path() + u"/"_s +
                    QDir(temporary.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).value(0));
    QVERIFY(left.isEmpty());
    before.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before);
}

void TestSqliteRehearsal::loadsScriptsAndFolders()
{
    const auto broken = rehearsal::loadScript(m_pool, EngineKind::Sqlite,
                                              u"CREATE TABLE a (x);\n\nCREATE TABEL b (x);"_s, u"broken.sql"_s, {}, {});
    QVERIFY(!broken);
    QCOMPARE(broken.error().kind, base::ErrorKind::Usage);
    QCOMPARE(broken.error().where, u"broken.sql:3"_s);

    migration::MigrationSet set = rehearsal::migrationsFromSql(u"CREATE TABLE a (x);"_s, u"1.sql"_s);
    set.migrations.push_back(rehearsal::migrationsFromSql(u"CREATE TABLE b (x);"_s, u"2.sql"_s).migrations.front());
    set.migrations.back().version = u"2"_s;
    const auto all = rehearsal::applyMigrations(m_pool, EngineKind::Sqlite, set, {}, {}, {});
    QVERIFY2(all, testsupport::errorText(all).constData());
    QCOMPARE(all->objects.size(), qsizetype(2));
    const auto first = rehearsal::applyMigrations(m_pool, EngineKind::Sqlite, set, u"2"_s, {}, {});
    QVERIFY2(first, testsupport::errorText(first).constData());
    QCOMPARE(first->objects.size(), qsizetype(1));
}

QTEST_GUILESS_MAIN(TestSqliteRehearsal)
#include "tst_sqliterehearsal.moc"

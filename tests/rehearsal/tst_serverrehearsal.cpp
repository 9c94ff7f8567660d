#include "rehearsal/rehearse.h"
#include "rehearsal/verifycase.h"
#include "support/servers.h"

#include <QElapsedTimer>
#include <QScopeGuard>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using rehearsal::Outcome;
using schema::EngineKind;

/// Rehearsals on private PostgreSQL and MariaDB servers: trail, what was locked and rewritten, privileges, deadline,
/// speed.
class TestServerRehearsal : public QObject
{
    Q_OBJECT

private slots:
    void trailAndWayBack_data() { engines(); }
    void trailAndWayBack();
    void wayBackThroughTransactionsOfTheScript();
    void wayBackOfSeveralFiles();
    void aSettingBeginsItsFile_data() { engines(); }
    void aSettingBeginsItsFile();
    void wayBackWithoutTransactions();
    void rowsOfOneStateAreNotInTheNext();
    void renamesAreRenamedBack_data() { engines(); }
    void renamesAreRenamedBack();
    void widerTypesLoseNothing();
    void messagesDoNotNameTheScratch_data() { engines(); }
    void messagesDoNotNameTheScratch();
    void answersOfTheScriptAreNotBelieved();
    void observesPostgreSqlLocks();
    void locksOfOneTransactionAreNotOfTheNext();
    void whatIsRolledBackIsGone();
    void ownersThatNoScriptNames();
    void connectionsOfTheBaseAreNotCopied();
    void observesMariaDbAlgorithms();
    void runsWithoutPrivileges_data();
    void runsWithoutPrivileges();
    void definersAreNotBelieved();
    void deadline_data() { engines(); }
    void deadline();
    void secondRehearsalIsQuick_data() { engines(); }
    void secondRehearsalIsQuick();

private:
    static void engines();
    std::optional<rehearsal::Rehearsal> rehearsed(EngineKind engine, const QString &base, const QString &sql,
                                                  std::chrono::milliseconds deadline = std::chrono::seconds(60));

    rehearsal::ScratchPool m_pool;
    rehearsal::Request m_request;
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

const rehearsal::Lock *lockOf(const rehearsal::StatementRun &run, const QString &object)
{
    const auto lock = std::ranges::find(run.locks, object, &rehearsal::Lock::object);
    return lock == run.locks.end() ? nullptr : &*lock;
}

QStringList statesOf(const rehearsal::Reversibility &back)
{
    QStringList states;
    for (const rehearsal::Reversal &reversal : back.reversals) {
        states << u"%1 %2 %3"_s.arg(reversal.fromStatement)
                      .arg(reversal.succeeded ? u"runs"_s : u"fails"_s,
                           reversal.restoresBase ? u"restores"_s : u"leaves %1"_s.arg(reversal.left.size()));
    }
    return states;
}

} // namespace

#define VERIFY_RESULT(result) QVERIFY2((result).has_value(), testsupport::errorText(result).constData())

void TestServerRehearsal::engines()
{
    QTest::addColumn<EngineKind>("engine");
    QTest::newRow("postgresql") << EngineKind::PostgreSql;
    QTest::newRow("mariadb") << EngineKind::MariaDb;
}

std::optional<rehearsal::Rehearsal> TestServerRehearsal::rehearsed(EngineKind engine, const QString &base,
                                                                   const QString &sql,
                                                                   std::chrono::milliseconds deadline)
{
    auto schema = rehearsal::loadScript(m_pool, engine, base, u"base.sql"_s, {}, {});
    if (!schema) {
        qWarning("%s", testsupport::errorText(schema).constData());
        return std::nullopt;
    }
    m_request = {};
    m_request.base = std::make_shared<const schema::Schema>(std::move(*schema));
    m_request.migrations = rehearsal::migrationsFromSql(sql, u"change.sql"_s);
    m_request.deadline = deadline;
    auto trail = rehearsal::rehearse(m_pool, m_request, {}, {});
    if (!trail) {
        qWarning("%s", testsupport::errorText(trail).constData());
        return std::nullopt;
    }
    if (!trail->stopped.isEmpty()) {
        const auto failed = trail->failedStatement();
        const auto &run = trail->statements[static_cast<std::size_t>(std::max(failed, 1)) - 1];
        qInfo("%s: %s", qPrintable(trail->stopped), qPrintable(run.error ? run.error->message : run.refusal));
    }
    return std::move(*trail);
}

void TestServerRehearsal::trailAndWayBack()
{
    QFETCH(EngineKind, engine);
    const auto trail =
        rehearsed(engine, u"CREATE TABLE trips (id int NOT NULL PRIMARY KEY, title varchar(40));"_s,
                  u"ALTER TABLE trips ADD COLUMN status varchar(20);\nUPDATE trips SET status = 'x';\n"
                  "CREATE INDEX trips_status ON trips (status);\nCREATE TABLE tags (id int NOT NULL PRIMARY KEY);\n"_s);
    QVERIFY(trail);
    QVERIFY2(trail->complete, qPrintable(trail->stopped));
    const QString prefix = engine == EngineKind::PostgreSql ? u"public."_s : QString();
    QCOMPARE(effectsOf(trail->statements[0]), QStringList{u"added column "_s + prefix + u"trips.status"_s});
    QCOMPARE(effectsOf(trail->statements[1]), QStringList());
    QCOMPARE(effectsOf(trail->statements[2]), QStringList{u"added index "_s + prefix + u"trips.trips_status"_s});
    QCOMPARE(effectsOf(trail->statements[3]), QStringList{u"added table "_s + prefix + u"tags"_s});
    const auto back = rehearsal::reversibility(m_pool, m_request, *trail, {}, {});
    VERIFY_RESULT(back);
    QVERIFY2(back->generated && back->restoresBase, qPrintable(back->sql));
    QCOMPARE(back->reversals.size(), std::size_t(4));
}

/// The states are reached by savepoints; what BEGIN, COMMIT and CONCURRENTLY do on their own is the same there.
void TestServerRehearsal::wayBackThroughTransactionsOfTheScript()
{
    const auto trail = rehearsed(
        EngineKind::PostgreSql, u"CREATE TABLE trips (id int NOT NULL PRIMARY KEY, n int);"_s,
        u"SET lock_timeout = '2s';\nBEGIN;\nALTER TABLE trips ADD COLUMN a int;\nCREATE TABLE tags (id int);\nCOMMIT;\n"
        "DO $$ BEGIN CREATE TYPE mood AS ENUM ('x'); EXCEPTION WHEN duplicate_object THEN NULL; END $$;\n"
        "CREATE INDEX CONCURRENTLY trips_n ON trips (n);\n"_s);
    QVERIFY(trail && trail->complete);
    m_request.downSql = u"BEGIN;\nDROP TABLE tags;\nALTER TABLE trips DROP COLUMN a;\nCOMMIT;\n"
                        "DROP TYPE IF EXISTS mood;\nDROP INDEX CONCURRENTLY IF EXISTS trips_n;\n"_s;
    const auto back = rehearsal::reversibility(m_pool, m_request, *trail, {}, {});
    VERIFY_RESULT(back);
    QVERIFY(back->complete && back->restoresBase && !back->generated);
    const QStringList states = statesOf(*back);
    // From statements 1 and 2 there is no table to drop; after 3 the transaction of the way back undoes nothing.
    QCOMPARE(states,
             QStringList({u"7 runs restores"_s, u"1 fails restores"_s, u"2 fails restores"_s, u"3 fails leaves 1"_s,
                          u"4 runs restores"_s, u"5 runs restores"_s, u"6 runs restores"_s}));
}

/// The first file of the way back runs without a transaction and fails; the second would have run in one.
void TestServerRehearsal::wayBackOfSeveralFiles()
{
    QVERIFY(rehearsed(EngineKind::PostgreSql, u"CREATE TABLE trips (id int NOT NULL PRIMARY KEY, n int);"_s,
                      u"SELECT 1;"_s));
    migration::Migration tags;
    tags.upPath = u"1.sql"_s;
    tags.upSql = u"CREATE TABLE tags (id int);"_s;
    tags.downSql = u"DROP TABLE tags;"_s;
    tags.hasDown = true;
    migration::Migration index;
    index.upPath = u"2.sql"_s;
    index.upSql =
        u"CREATE INDEX CONCURRENTLY trips_n ON trips (n);\nCREATE INDEX CONCURRENTLY trips_id ON trips (id, n);"_s;
    index.downSql = u"DROP INDEX CONCURRENTLY trips_id;\nDROP INDEX CONCURRENTLY trips_n;"_s;
    index.hasDown = true;
    index.transaction = migration::TransactionMode::None;
    migration::Migration more = tags;
    more.upPath = u"3.sql"_s;
    more.upSql = u"CREATE TABLE more (id int);"_s;
    more.downSql = u"DROP TABLE more;"_s;
    m_request.migrations.migrations = {tags, index, more};
    const auto trail = rehearsal::rehearse(m_pool, m_request, {}, {});
    VERIFY_RESULT(trail);
    QVERIFY2(trail->complete, qPrintable(trail->stopped));
    const auto back = rehearsal::reversibility(m_pool, m_request, *trail, {}, {});
    VERIFY_RESULT(back);
    // Half-way through the second file its own way back fails; files that were not begun are not undone.
    QCOMPARE(statesOf(*back),
             QStringList({u"4 runs restores"_s, u"1 runs restores"_s, u"2 fails leaves 2"_s, u"3 runs restores"_s}));
    m_request.migrations.migrations = {tags, index};
    const auto shorter = rehearsal::rehearse(m_pool, m_request, {}, {});
    VERIFY_RESULT(shorter);
    const auto shorterBack = rehearsal::reversibility(m_pool, m_request, *shorter, {}, {});
    VERIFY_RESULT(shorterBack);
    QCOMPARE(statesOf(*shorterBack), QStringList({u"3 runs restores"_s, u"1 runs restores"_s, u"2 fails leaves 2"_s}));
}

/// After it the file's own way back is run, which has nothing to undo yet.
void TestServerRehearsal::aSettingBeginsItsFile()
{
    QFETCH(EngineKind, engine);
    QVERIFY(rehearsed(engine, u"CREATE TABLE trips (id int NOT NULL PRIMARY KEY);"_s, u"SELECT 1;"_s));
    const auto file = [](const QString &table, const QString &before) {
        migration::Migration one;
        one.upPath = table + u".sql"_s;
        one.upSql = before + u"CREATE TABLE %1 (id int);"_s.arg(table);
        one.downSql = u"DROP TABLE %1;"_s.arg(table);
        one.hasDown = true;
        return one;
    };
    const QString setting =
        engine == EngineKind::PostgreSql ? u"SET lock_timeout = '1s';\n"_s : u"SET SESSION lock_wait_timeout = 1;\n"_s;
    m_request.migrations.migrations = {file(u"tags"_s, setting), file(u"notes"_s, setting)};
    const auto trail = rehearsal::rehearse(m_pool, m_request, {}, {});
    VERIFY_RESULT(trail);
    QVERIFY2(trail->complete, qPrintable(trail->stopped));
    const auto back = rehearsal::reversibility(m_pool, m_request, *trail, {}, {});
    VERIFY_RESULT(back);
    QCOMPARE(statesOf(*back),
             QStringList({u"4 runs restores"_s, u"1 fails restores"_s, u"2 runs restores"_s, u"3 fails leaves 1"_s}));
}

/// Each state is reached from where the way back before it ended.
void TestServerRehearsal::wayBackWithoutTransactions()
{
    const auto trail =
        rehearsed(EngineKind::MariaDb, u"CREATE TABLE trips (id int NOT NULL PRIMARY KEY, n int);"_s,
                  u"ALTER TABLE trips ADD COLUMN a int;\nALTER TABLE trips MODIFY n bigint, ADD COLUMN b int;\n"
                  "CREATE TABLE tags (id int NOT NULL PRIMARY KEY);\nCREATE INDEX trips_n ON trips (n);\n"_s);
    QVERIFY(trail && trail->complete);
    m_request.downSql = u"DROP TABLE IF EXISTS tags;\nALTER TABLE trips DROP COLUMN a;\n"
                        "ALTER TABLE trips MODIFY n int, DROP COLUMN b;\nDROP INDEX trips_n ON trips;\n"_s;
    const auto back = rehearsal::reversibility(m_pool, m_request, *trail, {}, {});
    VERIFY_RESULT(back);
    QVERIFY(back->complete && back->restoresBase);
    QCOMPARE(statesOf(*back),
             QStringList({u"4 runs restores"_s, u"1 fails restores"_s, u"2 fails restores"_s, u"3 fails restores"_s}));
    m_request.downSql = u"DROP TABLE tags;\nALTER TABLE trips DROP COLUMN a;\n"
                        "ALTER TABLE trips MODIFY n int, DROP COLUMN b;\nDROP INDEX trips_n ON trips;\n"_s;
    const auto strict = rehearsal::reversibility(m_pool, m_request, *trail, {}, {});
    VERIFY_RESULT(strict);
    QCOMPARE(statesOf(*strict),
             QStringList({u"4 runs restores"_s, u"1 fails leaves 1"_s, u"2 fails leaves 3"_s, u"3 fails restores"_s}));
}

void TestServerRehearsal::rowsOfOneStateAreNotInTheNext()
{
    const auto trail = rehearsed(EngineKind::MariaDb, u"CREATE TABLE trips (id int NOT NULL PRIMARY KEY);"_s,
                                 u"INSERT INTO trips (id) VALUES (1);\nALTER TABLE trips ADD COLUMN a int;\n"
                                 "CREATE TABLE tags (id int NOT NULL PRIMARY KEY);\n"_s);
    QVERIFY(trail && trail->complete);
    const auto back = rehearsal::reversibility(m_pool, m_request, *trail, {}, {});
    VERIFY_RESULT(back);
    QVERIFY(back->complete);
    QCOMPARE(back->reversals.size(), std::size_t(3));
}

void TestServerRehearsal::renamesAreRenamedBack()
{
    QFETCH(EngineKind, engine);
    const bool postgres = engine == EngineKind::PostgreSql;
    const auto trail = rehearsed(
        engine, u"CREATE TABLE trips (id int NOT NULL PRIMARY KEY, name varchar(40), n int);"_s,
        (postgres ? u"ALTER TABLE trips RENAME COLUMN name TO title;\nALTER TABLE trips RENAME TO journeys;\n"_s
                  : u"ALTER TABLE trips CHANGE COLUMN name title varchar(40);\nRENAME TABLE trips TO journeys;\n"_s) +
            u"ALTER TABLE journeys DROP COLUMN n;\n"_s);
    QVERIFY(trail && trail->complete);
    const auto back = rehearsal::reversibility(m_pool, m_request, *trail, {}, {});
    VERIFY_RESULT(back);
    QVERIFY2(back->generated && back->restoresBase, qPrintable(back->sql));
    QVERIFY2(!back->sql.contains(u"DROP"_s), qPrintable(back->sql));
    const QString lost = back->losesData.join(u'\n');
    QVERIFY2(lost.contains(u".n: dropped"_s) && back->losesData.size() == 1, qPrintable(lost));
}

void TestServerRehearsal::widerTypesLoseNothing()
{
    const auto trail = rehearsed(
        EngineKind::PostgreSql,
        u"CREATE TABLE t (id int PRIMARY KEY, a varchar(10), b numeric(8,2), c bigint, d varchar(20), e text);"_s,
        u"ALTER TABLE t ALTER id TYPE bigint, ALTER a TYPE varchar(20), ALTER b TYPE numeric(10,2), ALTER c TYPE int, "
        "ALTER d TYPE varchar(5), ALTER e TYPE bytea USING e::bytea;"_s);
    QVERIFY(trail && trail->complete);
    const auto back = rehearsal::reversibility(m_pool, m_request, *trail, {}, {});
    VERIFY_RESULT(back);
    QStringList converted;
    for (const QString &line : back->losesData) {
        if (line.contains(u"converted"_s)) {
            converted << line.section(u':', 0, 0);
        }
    }
    QCOMPARE(converted, QStringList({u"public.t.c"_s, u"public.t.d"_s, u"public.t.e"_s}));
}

/// The names that a scratch database happens to have are no facts about the migration: reports have to be equal.
void TestServerRehearsal::messagesDoNotNameTheScratch()
{
    QFETCH(EngineKind, engine);
    const auto trail = rehearsed(engine,
                                 u"CREATE TABLE a (id int NOT NULL PRIMARY KEY);"
                                 "CREATE TABLE b (a_id int, CONSTRAINT f FOREIGN KEY (a_id) REFERENCES a (id));"_s,
                                 u"DROP TABLE missing;"_s);
    QVERIFY(trail);
    QCOMPARE(trail->failedStatement(), 1);
    const QString message = trail->statements[0].error->message;
    QVERIFY2(message.contains(u"missing"_s) && !message.contains(u"countersign"_s), qPrintable(message));
}

/// A script that puts statements of its own under the names of ours: the catalog is asked anew.
void TestServerRehearsal::answersOfTheScriptAreNotBelieved()
{
    const auto trail = rehearsed(EngineKind::PostgreSql, u"CREATE TABLE t (id int);"_s,
                                 u"DO $$ DECLARE n text; BEGIN FOR n IN SELECT name FROM pg_prepared_statements LOOP "
                                 "EXECUTE format('DEALLO%s %I', 'CATE', n); "
                                 "EXECUTE format('PRE%s %I AS SELECT 1', 'PARE', n); END LOOP; "
                                 "FOR i IN 1..200 LOOP EXECUTE format('PRE%s countersign_%s AS SELECT 1', 'PARE', i); "
                                 "END LOOP; END $$;\n"
                                 "CREATE TABLE hidden (id int);\nALTER TABLE t ADD COLUMN a int;\n"_s);
    QVERIFY(trail);
    QVERIFY2(trail->complete, qPrintable(trail->stopped));
    QCOMPARE(effectsOf(trail->statements[0]), QStringList());
    QCOMPARE(effectsOf(trail->statements[1]), QStringList{u"added table public.hidden"_s});
    QCOMPARE(effectsOf(trail->statements[2]), QStringList{u"added column public.t.a"_s});
}

void TestServerRehearsal::observesPostgreSqlLocks()
{
    const auto trail =
        rehearsed(EngineKind::PostgreSql,
                  u"CREATE TABLE trips (id int PRIMARY KEY, n int); CREATE TABLE users (id int PRIMARY KEY);"_s,
                  u"CREATE INDEX i ON trips (n);\nALTER TABLE trips ALTER COLUMN n TYPE bigint;\n"
                  "ALTER TABLE trips ADD CONSTRAINT f FOREIGN KEY (n) REFERENCES users (id);\n"_s);
    QVERIFY(trail && trail->complete);
    const auto *index = lockOf(trail->statements[0], u"public.trips"_s);
    QVERIFY(index != nullptr);
    QCOMPARE(index->mode, u"SHARE"_s);
    QVERIFY(index->blocksWrites && !index->blocksReads && index->scansTable && !index->rewritesTable);
    const auto *rewrite = lockOf(trail->statements[1], u"public.trips"_s);
    QVERIFY(rewrite != nullptr);
    QCOMPARE(rewrite->mode, u"ACCESS EXCLUSIVE"_s);
    QVERIFY(rewrite->rewritesTable);
    const auto *parent = lockOf(trail->statements[2], u"public.users"_s);
    QVERIFY(parent != nullptr);
    QCOMPARE(parent->mode, u"SHARE ROW EXCLUSIVE"_s);
}

void TestServerRehearsal::locksOfOneTransactionAreNotOfTheNext()
{
    const QString add = u"ALTER TABLE trips ADD COLUMN %1 int;\n"_s;
    const auto trail = rehearsed(
        EngineKind::PostgreSql, u"CREATE TABLE trips (id int NOT NULL PRIMARY KEY);"_s,
        u"BEGIN;\n"_s + add.arg(u"a"_s) + u"CREATE INDEX trips_a ON trips (a);\nCOMMIT;\nBEGIN;\n"_s + add.arg(u"b"_s) +
            u"COMMIT;\n"_s + add.arg(u"c"_s) + u"UPDATE trips SET a = 1;\n"_s + add.arg(u"d"_s));
    QVERIFY(trail);
    QVERIFY2(trail->complete, qPrintable(trail->stopped));
    const auto modeAt = [&](std::size_t statement) {
        const rehearsal::Lock *lock = lockOf(trail->statements[statement - 1], u"public.trips"_s);
        return lock ? lock->mode : QString();
    };
    QCOMPARE(modeAt(2), u"ACCESS EXCLUSIVE"_s);
    QVERIFY(lockOf(trail->statements[2], u"public.trips"_s)->scansTable);
    QCOMPARE(modeAt(6), u"ACCESS EXCLUSIVE"_s);
    QCOMPARE(modeAt(8), u"ACCESS EXCLUSIVE"_s);
    QCOMPARE(modeAt(9), u"ROW EXCLUSIVE"_s);
    QCOMPARE(modeAt(10), u"ACCESS EXCLUSIVE"_s);
    QVERIFY(!lockOf(trail->statements[9], u"public.trips"_s)->scansTable);
    for (const rehearsal::StatementRun &run : trail->statements) {
        QVERIFY2(run.after, qPrintable(run.sql));
    }
    QCOMPARE(effectsOf(trail->statements[9]), QStringList{u"added column public.trips.d"_s});
}

void TestServerRehearsal::whatIsRolledBackIsGone()
{
    const auto trail = rehearsed(EngineKind::PostgreSql, u"CREATE TABLE trips (id int NOT NULL PRIMARY KEY);"_s,
                                 u"BEGIN;\nCREATE TABLE tried (id int);\nROLLBACK;\nBEGIN;\nSAVEPOINT half;\nALTER "
                                 u"TABLE trips ADD COLUMN a int;\n"
                                 "ROLLBACK TO SAVEPOINT half;\nALTER TABLE trips ADD COLUMN b int;\nCOMMIT;\n"_s);
    QVERIFY(trail);
    QVERIFY2(trail->complete, qPrintable(trail->stopped));
    QCOMPARE(effectsOf(trail->statements[2]), QStringList{u"removed table public.tried"_s});
    QCOMPARE(effectsOf(trail->statements[6]), QStringList{u"removed column public.trips.a"_s});
    QCOMPARE(effectsOf(trail->statements[7]), QStringList{u"added column public.trips.b"_s});
    QVERIFY(trail->result->findTable(u"public"_s, u"tried"_s) == nullptr);
    QCOMPARE(trail->result->findTable(u"public"_s, u"trips"_s)->columns.size(), 2U);
}

void TestServerRehearsal::ownersThatNoScriptNames()
{
    const auto said = rehearsal::loadScript(
        m_pool, EngineKind::PostgreSql,
        u"CREATE SCHEMA app;\nCREATE TYPE app.mood AS ENUM ('a');\nCREATE TABLE app.trips (id serial PRIMARY KEY);\n"
        "CREATE VIEW app.some AS SELECT id FROM app.trips;"_s,
        u"base.sql"_s, {}, {});
    VERIFY_RESULT(said);
    schema::Schema live = *said;
    for (schema::Object &object : live.objects) {
        const bool ours = std::visit([](const auto &value) { return value.owner.startsWith(u"countersign"); }, object);
        QVERIFY2(!ours, qPrintable(schema::idOf(object).path()));
        std::visit([](auto &value) { value.owner = value.owner.isEmpty() ? u"app_owner"_s : value.owner; }, object);
    }
    QVERIFY(diff::compare(live, *said, {}).identical());
    QVERIFY(diff::compare(*said, live, {}).identical());
    const auto trail = rehearsed(EngineKind::PostgreSql, u"CREATE SCHEMA app;\nCREATE TABLE app.trips (id serial);"_s,
                                 u"ALTER TABLE app.trips ADD COLUMN a int;\nDROP SCHEMA app CASCADE;"_s);
    QVERIFY(trail);
    QVERIFY2(trail->complete, qPrintable(trail->stopped));
}

/// What leads from production to other servers stays there, said as a limit; what the base says else is built as it is.
void TestServerRehearsal::connectionsOfTheBaseAreNotCopied()
{
    auto production = testsupport::TestDatabase::create(EngineKind::PostgreSql, u"connected"_s);
    VERIFY_RESULT(production);
    VERIFY_RESULT(
        production->execute(u"CREATE EXTENSION postgres_fdw;"
                            " CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '203.0.113.9');"
                            " CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS (user 'u', password 's3cret');"
                            " CREATE FOREIGN TABLE there (id int) SERVER far;"
                            " CREATE SUBSCRIPTION from_far CONNECTION 'host=203.0.113.9 password=s3cret' PUBLICATION p"
                            "     WITH (connect = false);"
                            " CREATE TYPE pair AS (a int, b int);"
                            " CREATE FUNCTION first_of(pair) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a';"
                            " CREATE CAST (pair AS int) WITH FUNCTION first_of(pair);"
                            " CREATE TABLE t (id int)"_s));
    const auto dropped = qScopeGuard([&production] {
        static_cast<void>(production->execute(u"ALTER SUBSCRIPTION from_far SET (slot_name = NONE)"_s));
        static_cast<void>(production->execute(u"DROP SUBSCRIPTION from_far"_s));
    });
    auto base = testsupport::readLive(*production);
    VERIFY_RESULT(base);
    rehearsal::Request request;
    request.base = std::make_shared<const schema::Schema>(std::move(*base));
    request.migrations = rehearsal::migrationsFromSql(u"ALTER TABLE t ADD COLUMN a int;"_s, u"change.sql"_s);
    const auto trail = rehearsal::rehearse(m_pool, request, {}, {});
    VERIFY_RESULT(trail);
    QVERIFY2(trail->complete, qPrintable(trail->stopped));
    const QString limits = trail->circumstances.limits.join(u'\n');
    QVERIFY2(limits.contains(u"subscription from_far is not in the scratch database"_s), qPrintable(limits));
    QVERIFY2(limits.contains(u"user-mapping PUBLIC@far is not in the scratch database"_s), qPrintable(limits));
    QVERIFY2(!limits.contains(u"syntax error"_s) && !limits.contains(u"cast"_s), qPrintable(limits));
    QVERIFY(!limits.contains(u"s3cret"_s));
}

void TestServerRehearsal::observesMariaDbAlgorithms()
{
    const auto trail = rehearsed(EngineKind::MariaDb, u"CREATE TABLE trips (id int NOT NULL PRIMARY KEY, n int);"_s,
                                 u"ALTER TABLE trips ADD COLUMN a int;\nALTER TABLE trips MODIFY n bigint;\n"
                                 "CREATE INDEX i ON trips (a);\n"_s);
    QVERIFY(trail && trail->complete);
    QCOMPARE(trail->statements[0].locks.size(), std::size_t(1));
    QCOMPARE(trail->statements[0].locks.front().algorithm, u"INSTANT"_s);
    QCOMPARE(trail->statements[1].locks.front().algorithm, u"COPY"_s);
    QVERIFY(trail->statements[1].locks.front().rewritesTable);
    QCOMPARE(trail->statements[2].locks.front().algorithm, u"NOCOPY"_s);
    QVERIFY(trail->statements[2].locks.front().scansTable);
}

void TestServerRehearsal::runsWithoutPrivileges_data()
{
    QTest::addColumn<EngineKind>("engine");
    QTest::addColumn<QString>("sql");
    // Dressed up so that the words of the statement do not give it away.
    for (const QString &sql :
         {u"DO $$ BEGIN EXECUTE 'COPY (SELECT 1) TO ' || quote_literal('/tmp/countersign-escape'); END $$"_s,
          u"DO $$ BEGIN EXECUTE 'ALTER SYS' || 'TEM SET fsync = off'; END $$"_s,
          u"DO $$ BEGIN EXECUTE 'CREATE DAT' || 'ABASE x'; END $$"_s,
          u"DO $$ BEGIN EXECUTE 'SET SESSION AUTH' || 'ORIZATION countersign_administrator'; END $$"_s,
          u"SET ROLE countersign_administrator"_s, u"CREATE EXTENSION dblink"_s,
          u"CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION f()"_s}) {
        QTest::newRow(qPrintable(sql.left(60))) << EngineKind::PostgreSql << sql;
    }
    for (const QString &sql : {u"SELECT * FROM mysql.user"_s, u"CREATE TABLE mysql.x (a int)"_s}) {
        QTest::newRow(qPrintable(sql.left(60))) << EngineKind::MariaDb << sql;
    }
}

void TestServerRehearsal::runsWithoutPrivileges()
{
    QFETCH(EngineKind, engine);
    QFETCH(QString, sql);
    const auto trail = rehearsed(engine, u"CREATE TABLE t (id int NOT NULL PRIMARY KEY);"_s, sql + u";"_s);
    QVERIFY(trail);
    QCOMPARE(trail->failedStatement(), 1);
    QVERIFY(trail->statements[0].refusal.isEmpty());
}

/// The definer that a program names is not the one with whose privileges it runs here, but is the one it has.
void TestServerRehearsal::definersAreNotBelieved()
{
    const auto trail = rehearsed(
        EngineKind::MariaDb, u"CREATE TABLE t (id int NOT NULL PRIMARY KEY);"_s,
        u"CREATE DEFINER='root'@'localhost' PROCEDURE p() SQL SECURITY DEFINER SET GLOBAL general_log = 1; CALL p();"_s);
    QVERIFY(trail);
    QCOMPARE(trail->failedStatement(), 2);
    const schema::Object *made = trail->result->find({schema::ObjectKind::Routine, {}, {}, u"p()"_s});
    QVERIFY(made);
    QCOMPARE(std::get<schema::Routine>(*made).attributes.at(u"definer"_s), u"root@localhost"_s);
}

void TestServerRehearsal::deadline()
{
    QFETCH(EngineKind, engine);
    const QString endless = engine == EngineKind::PostgreSql ? u"SET statement_timeout = 0; SELECT pg_sleep(60);"_s
                                                             : u"SELECT SLEEP(60);"_s;
    QElapsedTimer timer;
    const auto warm = m_pool.engineVersion(engine, {});
    VERIFY_RESULT(warm);
    timer.start();
    const auto trail =
        rehearsed(engine, u"CREATE TABLE t (id int NOT NULL PRIMARY KEY);"_s, endless, std::chrono::milliseconds(500));
    QVERIFY(trail);
    QVERIFY(!trail->complete);
    QVERIFY2(timer.elapsed() < 8000, qPrintable(QString::number(timer.elapsed())));
}

void TestServerRehearsal::secondRehearsalIsQuick()
{
    QFETCH(EngineKind, engine);
    QString base;
    for (int i = 0; i < 200; ++i) {
        base += u"CREATE TABLE t%1 (id int NOT NULL PRIMARY KEY, a int, b varchar(20));CREATE INDEX i%1 ON t%1 (a);\n"_s
                    .arg(i);
    }
    QString sql;
    for (int i = 0; i < 25; ++i) {
        sql += u"ALTER TABLE t%1 ADD COLUMN c int;\nCREATE INDEX j%1 ON t%1 (b);\n"_s.arg(i);
    }
    const auto first = rehearsed(engine, base, sql);
    QVERIFY(first && first->complete);
    QCOMPARE(first->statements.size(), std::size_t(50));
    QElapsedTimer timer;
    timer.start();
    const auto second = rehearsal::rehearse(m_pool, m_request, {}, {});
    VERIFY_RESULT(second);
    qInfo("second rehearsal of 50 statements on 200 tables: %lld ms", timer.elapsed());
    QVERIFY(second->complete);
}

QTEST_GUILESS_MAIN(TestServerRehearsal)
#include "tst_serverrehearsal.moc"

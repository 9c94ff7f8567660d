// The incidents that Countersign exists for, through the command line, on every engine.

#include "support/servers.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

using namespace countersign;
using namespace countersign::testsupport;
using namespace Qt::StringLiterals;

namespace {

struct Outcome {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
    QJsonObject json;
};

/// Scratch databases on the servers of the test run: to start a server for each call would take minutes.
QStringList scratch(schema::EngineKind engine)
{
    const auto server =
        engine == schema::EngineKind::Sqlite ? base::Result<ServerInfo>(ServerInfo()) : TestServers::of(engine);
    return engine == schema::EngineKind::Sqlite || !server ? QStringList()
                                                           : QStringList{u"--scratch"_s, server->urlText()};
}

Outcome countersignctl(const QStringList &arguments)
{
    QProcess process;
    process.start(qEnvironmentVariable("COUNTERSIGN_BINARY_DIR") + u"/countersignctl"_s, arguments);
    process.waitForFinished(180000);
    Outcome outcome;
    outcome.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    outcome.out = process.readAllStandardOutput();
    outcome.err = process.readAllStandardError();
    outcome.json = QJsonDocument::fromJson(outcome.out).object();
    return outcome;
}

/// Findings of one rule as "severity statement object".
QStringList findings(const Outcome &outcome, const QString &rule)
{
    QStringList out;
    for (const QJsonValue &item : outcome.json[u"findings"_s].toArray()) {
        if (item[u"rule"_s].toString() == rule) {
            out.append(u"%1 %2 %3"_s.arg(item[u"severity"_s].toString(), QString::number(item[u"statement"_s].toInt()),
                                         item[u"object"_s].toString()));
        }
    }
    return out;
}

QString prefix(schema::EngineKind engine)
{
    return engine == schema::EngineKind::PostgreSql ? u"public."_s : QString();
}

} // namespace

class Incidents : public QObject
{
    Q_OBJECT

private slots:
    void theRollbackThatFailed_data() { engines(); }
    void theRollbackThatFailed();
    void theIndexThatMadeItSlow_data() { engines(); }
    void theIndexThatMadeItSlow();
    void theMisspelling_data() { engines(); }
    void theMisspelling();
    void theHalfBuiltBridge_data() { engines(); }
    void theHalfBuiltBridge();
    void theScratchServerIsProduction_data() { servers(); }
    void theScratchServerIsProduction();
    void leftoversOfAKilledCheckGo_data() { servers(); }
    void leftoversOfAKilledCheckGo();
    void badInputIsNamed();

private:
    static void servers()
    {
        QTest::addColumn<int>("engine");
        QTest::newRow("PostgreSQL") << static_cast<int>(schema::EngineKind::PostgreSql);
        QTest::newRow("MariaDB") << static_cast<int>(schema::EngineKind::MariaDb);
    }

    static void engines()
    {
        QTest::addColumn<int>("engine");
        for (const auto engine :
             {schema::EngineKind::Sqlite, schema::EngineKind::PostgreSql, schema::EngineKind::MariaDb}) {
            QTest::newRow(qPrintable(schema::titleOf(engine))) << static_cast<int>(engine);
        }
    }

    QString file(const QString &name, const QByteArray &text)
    {
        QFile out(m_folder.filePath(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size()) {
            qFatal("cannot write a file of the test");
        }
        return out.fileName();
    }

    QTemporaryDir m_folder;
};

/// Incident 2: an incompatible change, and a rollback that was never run.
void Incidents::theRollbackThatFailed()
{
    QFETCH(int, engine);
    const auto kind = static_cast<schema::EngineKind>(engine);
    auto base = TestDatabase::create(kind, u"rollback"_s);
    CS_REQUIRE(base);
    CS_REQUIRE(base->execute(u"CREATE TABLE services (id bigint PRIMARY KEY, name varchar(40), owner varchar(40));"_s));
    const QString up = file(u"up.sql"_s, "ALTER TABLE services ADD COLUMN region varchar(20);\n"
                                         "ALTER TABLE services RENAME COLUMN owner TO team;\n");
    const QString down = file(u"down.sql"_s, "ALTER TABLE services DROP COLUMN region;\n");
    const Outcome bad = countersignctl(
        QStringList{u"check"_s, up, u"--base"_s, base->urlText(), u"--rollback"_s, down, u"--format"_s, u"json"_s} +
        scratch(kind));
    QCOMPARE(bad.exitCode, 1);
    const QJsonObject back = bad.json[u"reversibility"_s].toObject();
    QVERIFY2(back[u"ran"_s].toBool(), bad.out.constData());
    QVERIFY(!back[u"restoresBase"_s].toBool());
    QVERIFY2(!back[u"left"_s].toArray().isEmpty(), "what the rollback leaves is not named");
    QVERIFY2(back[u"states"_s].toArray().size() >= 2, "the rollback was not run from the half-applied state");
    QCOMPARE(findings(bad, u"rename-column"_s), QStringList{u"error 2 "_s + prefix(kind) + u"services.team"_s});
    QVERIFY(!findings(bad, u"down-unproven"_s).isEmpty());

    const QString whole = file(u"whole.sql"_s, "ALTER TABLE services RENAME COLUMN team TO owner;\n"
                                               "ALTER TABLE services DROP COLUMN region;\n");
    const Outcome good = countersignctl(
        QStringList{u"check"_s, up, u"--base"_s, base->urlText(), u"--rollback"_s, whole, u"--format"_s, u"json"_s} +
        scratch(kind));
    QVERIFY2(good.json[u"reversibility"_s][u"restoresBase"_s].toBool(), good.out.constData());
    QVERIFY(findings(good, u"down-unproven"_s).isEmpty());
}

/// Incident 3: an index is replaced by one that serves other queries.
void Incidents::theIndexThatMadeItSlow()
{
    QFETCH(int, engine);
    const auto kind = static_cast<schema::EngineKind>(engine);
    auto base = TestDatabase::create(kind, u"slow"_s);
    CS_REQUIRE(base);
    CS_REQUIRE(base->execute(u"CREATE TABLE users (id bigint PRIMARY KEY);"
                             "CREATE TABLE events (id bigint PRIMARY KEY, user_id bigint, kind varchar(20),"
                             " CONSTRAINT events_user FOREIGN KEY (user_id) REFERENCES users (id));"
                             "CREATE INDEX events_kind ON events (kind);"
                             "CREATE INDEX events_user_id ON events (user_id);"_s));
    const QString on = kind == schema::EngineKind::MariaDb ? u" ON events"_s : QString();
    const QString up =
        file(u"index.sql"_s, u"DROP INDEX events_kind%1;\nCREATE INDEX events_kind2 ON events (kind, id);\n"
                             "CREATE INDEX events_kind3 ON events (kind, id);\n"_s.arg(on)
                                 .toUtf8());
    const Outcome outcome = countersignctl(
        QStringList{u"check"_s, up, u"--base"_s, base->urlText(), u"--format"_s, u"json"_s} + scratch(kind));
    QCOMPARE(findings(outcome, u"index-swap-order"_s).value(0),
             u"warning 1 "_s + prefix(kind) + u"events.events_kind"_s);
    QCOMPARE(findings(outcome, u"index-duplicate"_s).value(0),
             u"warning 3 "_s + prefix(kind) + u"events.events_kind3"_s);
    if (kind != schema::EngineKind::MariaDb) { // which refuses to drop it (1553)
        const QString drop = file(u"drop.sql"_s, "DROP INDEX events_user_id;\n");
        const Outcome dropped = countersignctl(
            QStringList{u"check"_s, drop, u"--base"_s, base->urlText(), u"--format"_s, u"json"_s} + scratch(kind));
        QCOMPARE(dropped.exitCode, 1);
        QCOMPARE(findings(dropped, u"dropped-index-in-use"_s).value(0),
                 u"error 1 "_s + prefix(kind) + u"events.events_user_id"_s);
    }
}

/// Incident 4: a misspelt column in a rebuilt model.
void Incidents::theMisspelling()
{
    QFETCH(int, engine);
    const auto kind = static_cast<schema::EngineKind>(engine);
    auto base = TestDatabase::create(kind, u"typo"_s);
    CS_REQUIRE(base);
    CS_REQUIRE(base->execute(u"CREATE TABLE accounts (id bigint PRIMARY KEY, email varchar(80), name varchar(40));"_s));
    const QString up = file(u"typo.sql"_s, "ALTER TABLE accounts DROP COLUMN email;\n"
                                           "ALTER TABLE accounts ADD COLUMN emial varchar(80);\n");
    const QString workload = file(u"app.sql"_s, "-- name: sign_in\nSELECT id FROM accounts WHERE email = 'x';\n");
    const QStringList arguments =
        QStringList{u"check"_s, up, u"--base"_s, base->urlText(), u"--workload"_s, workload} + scratch(kind);
    const Outcome outcome = countersignctl(arguments + QStringList{u"--format"_s, u"json"_s} + scratch(kind));
    QVERIFY2(outcome.exitCode == 1, outcome.err.constData());
    QCOMPARE(findings(outcome, u"name-near-existing"_s).value(0), u"warning 2 "_s + prefix(kind) + u"accounts.emial"_s);
    QCOMPARE(findings(outcome, u"drop-add-looks-like-rename"_s).value(0),
             u"warning 1 "_s + prefix(kind) + u"accounts.emial"_s);
    QCOMPARE(findings(outcome, u"removed-object-in-use"_s).value(0),
             u"error 1 "_s + prefix(kind) + u"accounts.email"_s);
    for (const QString &format : {u"sarif"_s, u"junit"_s, u"html"_s, u"text"_s}) {
        const Outcome other = countersignctl(arguments + QStringList{u"--format"_s, format});
        QCOMPARE(other.exitCode, 1);
        QVERIFY2(other.out.contains("name-near-existing") && other.out.contains("emial"), qPrintable(format));
    }
}

/// Incident 5: the migration that did not bring all of what was promised.
void Incidents::theHalfBuiltBridge()
{
    QFETCH(int, engine);
    const auto kind = static_cast<schema::EngineKind>(engine);
    auto production = TestDatabase::create(kind, u"bridge"_s);
    auto staging = TestDatabase::create(kind, u"staging"_s);
    CS_REQUIRE(production);
    CS_REQUIRE(staging);
    const QString table = u"CREATE TABLE trips (id bigint PRIMARY KEY, name varchar(40)%1);"_s;
    CS_REQUIRE(production->execute(table.arg(QString()) + u"INSERT INTO trips (id) VALUES (1), (2), (3);"_s));
    CS_REQUIRE(production->execute(kind == schema::EngineKind::MariaDb ? u"ANALYZE TABLE trips;"_s : u"ANALYZE;"_s));
    CS_REQUIRE(staging->execute(table.arg(u", status varchar(20), published_at varchar(30)"_s)));
    const QString half = file(u"half.sql"_s, "ALTER TABLE trips ADD COLUMN published_at varchar(30);\n");
    const QStringList arguments{u"check"_s,        half,
                                u"--base"_s,       production->urlText(),
                                u"--expect"_s,     staging->urlText(),
                                u"--production"_s, production->urlText()};
    const Outcome outcome = countersignctl(arguments + QStringList{u"--format"_s, u"json"_s});
    QVERIFY2(outcome.exitCode == 1, outcome.err.constData());
    const QJsonObject completeness = outcome.json[u"completeness"_s].toObject();
    QVERIFY2(completeness[u"ran"_s].toBool() && !completeness[u"matches"_s].toBool(), outcome.out + outcome.err);
    QCOMPARE(completeness[u"missing"_s].toArray().at(0)[u"path"_s].toString(), prefix(kind) + u"trips.status"_s);
    QCOMPARE(outcome.json[u"base"_s][u"engine"_s].toString(), schema::nameOf(kind));
    const QJsonValue beside = outcome.json[u"statements"_s].toArray().at(0)[u"tables"_s].toArray().at(0);
    QCOMPARE(beside[u"object"_s].toString(), prefix(kind) + u"trips"_s);
    QCOMPARE(beside[u"rows"_s].toInt(-1), 3);
    const Outcome text = countersignctl(arguments);
    QVERIFY2(text.out.contains("table: " + (prefix(kind) + u"trips: "_s).toUtf8()), text.out.constData());
    QVERIFY2(text.out.contains("3 rows"), text.out.constData());
}

/// A URL of production given as scratch is refused, also when it is spelt in another way.
void Incidents::theScratchServerIsProduction()
{
    QFETCH(int, engine);
    const auto kind = static_cast<schema::EngineKind>(engine);
    auto production = TestDatabase::create(kind, u"prod"_s);
    CS_REQUIRE(production);
    CS_REQUIRE(production->execute(u"CREATE TABLE trips (id bigint PRIMARY KEY);"_s));
    const QString up = file(u"up.sql"_s, "ALTER TABLE trips ADD COLUMN name varchar(30);\n");
    const auto server = TestServers::of(kind);
    CS_REQUIRE(server);
    const QString otherSpelling = kind == schema::EngineKind::PostgreSql
                                      ? u"postgresql://postgres@/template1?application_name=x&host="_s + server->folder
                                      : u"mariadb://root@/mysql?socket="_s + server->socket;
    for (const QString &scratchUrl : {server->urlText(), otherSpelling}) {
        const Outcome outcome = countersignctl({u"check"_s, up, u"--base"_s, production->urlText(), u"--production"_s,
                                                production->urlText(), u"--scratch"_s, scratchUrl});
        QVERIFY2(outcome.exitCode == 6, outcome.err + outcome.out);
        QVERIFY2(outcome.err.contains("is the production server"), outcome.err.constData());
    }
    const auto databases = production->query(
        kind == schema::EngineKind::PostgreSql
            ? u"SELECT count(*) FROM pg_database WHERE datname LIKE 'countersign\\_scratch%'"_s
            : u"SELECT count(*) FROM information_schema.schemata WHERE schema_name LIKE 'countersign\\_scratch%'"_s);
    CS_REQUIRE(databases);
    QCOMPARE(*databases, u"0"_s);
}

/// What a check that was killed left on a configured server, the next check removes.
void Incidents::leftoversOfAKilledCheckGo()
{
    QFETCH(int, engine);
    const auto kind = static_cast<schema::EngineKind>(engine);
    const bool postgreSql = kind == schema::EngineKind::PostgreSql;
    auto base = TestDatabase::create(kind, u"left"_s);
    CS_REQUIRE(base);
    CS_REQUIRE(base->execute(u"CREATE TABLE trips (id bigint PRIMARY KEY);"_s));
    const QString endless = file(u"forever.sql"_s, postgreSql ? "SELECT pg_sleep(600);\n" : "SELECT SLEEP(600);\n");
    const QString quick = file(u"quick.sql"_s, "ALTER TABLE trips ADD COLUMN name varchar(30);\n");
    const auto leftovers = [&] {
        const auto rows = base->query(
            postgreSql
                ? u"SELECT datname FROM pg_database WHERE datname LIKE 'countersign\\_scratch%' UNION ALL "
                  "SELECT rolname FROM pg_roles WHERE rolname LIKE 'countersign\\_scratch%'"_s
                : u"SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE 'countersign\\_scratch%'"_s);
        return rows ? rows->split(u'\n', Qt::SkipEmptyParts) : QStringList{u"cannot be read"_s};
    };
    const QStringList before = leftovers(); // other tests of the run may use the server
    QProcess process;
    process.start(qEnvironmentVariable("COUNTERSIGN_BINARY_DIR") + u"/countersignctl"_s,
                  QStringList{u"check"_s, endless, u"--base"_s, base->urlText()} + scratch(kind));
    const auto asleep = [&] {
        const auto rows = base->query(
            postgreSql ? u"SELECT count(*) FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(600)'"_s
                       : u"SELECT count(*) FROM information_schema.processlist WHERE info LIKE 'SELECT SLEEP(600)%'"_s);
        return rows && *rows != u"0";
    };
    QTRY_VERIFY_WITH_TIMEOUT(asleep(), 60000);
    process.kill();
    QVERIFY(process.waitForFinished(10000));
    QStringList left = leftovers();
    left.removeIf([&](const QString &name) { return before.contains(name); });
    QVERIFY2(!left.isEmpty(), "nothing was left, so nothing is tested");
    const Outcome next = countersignctl(QStringList{u"check"_s, quick, u"--base"_s, base->urlText()} + scratch(kind));
    QVERIFY2(next.exitCode == 0 || next.exitCode == 1, next.err.constData());
    for (const QString &name : left) {
        QVERIFY2(!leftovers().contains(name), qPrintable(name));
    }
}

void Incidents::badInputIsNamed()
{
    const QString broken = file(u"broken.sql"_s, "SELECT 'never ends;\n");
    const QString schema = file(u"schema.sql"_s, "CREATE TABLE t (id int);\n");
    struct Bad {
        QStringList arguments;
        int exitCode;
        QByteArray says;
    };
    const std::vector<Bad> bad = {
        {{u"check"_s}, 2, "one migration"},
        {{u"check"_s, schema}, 2, "--base"},
        {{u"check"_s, schema, u"--base"_s, u"sqlite:"_s + m_folder.filePath(u"absent.db"_s)}, 2, "absent.db"},
        {{u"check"_s, m_folder.filePath(u"absent.sql"_s), u"--base"_s, schema, u"--engine"_s, u"sqlite"_s},
         2,
         "absent.sql"},
        {{u"check"_s, broken, u"--base"_s, schema, u"--engine"_s, u"sqlite"_s}, 2, "broken.sql"},
        {{u"check"_s, schema, u"--base"_s, schema, u"--engine"_s, u"sqlite"_s, u"--format"_s, u"yaml"_s}, 2, "yaml"},
        {{u"check"_s, schema, u"--base"_s, schema, u"--engine"_s, u"sqlite"_s, u"--production"_s, schema},
         2,
         "live database"},
    };
    for (const Bad &item : bad) {
        const Outcome outcome = countersignctl(item.arguments);
        QVERIFY2(outcome.exitCode == item.exitCode, item.says + ": " + outcome.err);
        QVERIFY2(outcome.err.contains(item.says), outcome.err.constData());
        QVERIFY2(outcome.out.isEmpty(), outcome.out.constData());
    }
}

QTEST_GUILESS_MAIN(Incidents)
#include "tst_incidents.moc"

#include "support/servers.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using schema::EngineKind;
using testsupport::TestDatabase;

namespace {

struct Answer {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

Answer run(const QStringList &arguments, const QString &folder = {}, const QMap<QString, QString> &variables = {})
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto &[name, value] : variables.asKeyValueRange()) {
        environment.insert(name, value);
    }
    process.setProcessEnvironment(environment);
    if (!folder.isEmpty()) {
        process.setWorkingDirectory(folder);
    }
    process.start(qEnvironmentVariable("COUNTERSIGN_BINARY_DIR") + u"/countersignctl"_s, arguments);
    if (!process.waitForFinished(120000)) {
        return {};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

const auto before = u"CREATE TABLE trips (id bigint NOT NULL PRIMARY KEY, email varchar(80) NOT NULL, legacy char(8), "
                    u"seats int DEFAULT 3);"
                    "CREATE INDEX trips_email_idx ON trips (email);"_s;
const auto after = u"CREATE TABLE trips (id bigint NOT NULL PRIMARY KEY, email varchar(120) NOT NULL, seats int NOT "
                   u"NULL DEFAULT 4, status varchar(16));"
                   "CREATE TABLE riders (id bigint NOT NULL PRIMARY KEY, trip_id bigint NOT NULL, CONSTRAINT "
                   "riders_trip_fk FOREIGN KEY (trip_id) REFERENCES trips (id));"
                   "CREATE INDEX trips_status_idx ON trips (status);"_s;

} // namespace

class TestDiffCommand : public QObject
{
    Q_OBJECT

private slots:
    void bothWaysConverge_data()
    {
        QTest::addColumn<EngineKind>("engine");
        QTest::newRow("sqlite") << EngineKind::Sqlite;
        QTest::newRow("postgresql") << EngineKind::PostgreSql;
        QTest::newRow("mariadb") << EngineKind::MariaDb;
    }
    void bothWaysConverge()
    {
        QFETCH(EngineKind, engine);
        auto from = TestDatabase::create(engine, u"cli_from"_s);
        CS_REQUIRE(from);
        auto to = TestDatabase::create(engine, u"cli_to"_s);
        CS_REQUIRE(to);
        CS_REQUIRE(from->execute(before));
        CS_REQUIRE(to->execute(after));
        const QString dumpBefore = from->dump().value_or(QString());

        const Answer same = run({u"diff"_s, from->urlText(), from->urlText()});
        QCOMPARE(same.code, 0);
        QCOMPARE(same.out, QByteArray());

        const Answer json = run({u"diff"_s, from->urlText(), to->urlText(), u"--format"_s, u"json"_s});
        QVERIFY2(json.code == 1, json.err.constData());
        const QJsonObject root = QJsonDocument::fromJson(json.out).object();
        QCOMPARE(root.value(u"identical"_s).toBool(true), false);
        QVERIFY(!root.value(u"differences"_s).toArray().isEmpty());
        QVERIFY(root.value(u"from"_s).toObject().value(u"fingerprint"_s).toString().startsWith(u"sha256:"_s));

        const Answer forward = run({u"diff"_s, from->urlText(), to->urlText(), u"--format"_s, u"sql"_s});
        const Answer rollback = run({u"diff"_s, from->urlText(), to->urlText(), u"--format"_s, u"rollback-sql"_s});
        QVERIFY(forward.out.contains("legacy"));
        CS_REQUIRE(from->execute(QString::fromUtf8(forward.out)));
        const Answer reached = run({u"diff"_s, from->urlText(), to->urlText()});
        QVERIFY2(reached.code == 0, (reached.out + reached.err).constData());
        CS_REQUIRE(from->execute(QString::fromUtf8(rollback.out)));
        auto original = TestDatabase::create(engine, u"cli_original"_s);
        CS_REQUIRE(original);
        CS_REQUIRE(original->execute(before));
        const Answer restored = run({u"diff"_s, from->urlText(), original->urlText()});
        QVERIFY2(restored.code == 0, (restored.out + restored.err).constData());
        QVERIFY(!dumpBefore.isEmpty());
    }

    void aRenameThatIsNotMadeIsSaid()
    {
        const QTemporaryDir folder;
        auto from = TestDatabase::create(EngineKind::Sqlite, u"cli_renames"_s);
        CS_REQUIRE(from);
        CS_REQUIRE(from->execute(u"CREATE TABLE a (x INT, y INT); CREATE VIEW v AS SELECT 1"_s));
        auto to = TestDatabase::create(EngineKind::Sqlite, u"cli_renamed"_s);
        CS_REQUIRE(to);
        CS_REQUIRE(to->execute(u"CREATE TABLE b (x INT, z INT); CREATE VIEW w AS SELECT 1"_s));
        const auto with = [&](const QByteArray &renames) {
            QFile file(folder.filePath(u"renames.json"_s));
            if (!file.open(QIODevice::WriteOnly) || file.write(renames) < 0) {
                return Answer{};
            }
            file.close();
            return run({u"diff"_s, from->urlText(), to->urlText(), u"--renames"_s, file.fileName()});
        };
        const Answer made = with(R"([{"kind":"table","from":"a","to":"b"},{"kind":"column","from":"a.y","to":"a.z"}])");
        QVERIFY2(made.code == 1 && !made.err.contains("warning"), made.err.constData());
        const Answer absent = with(R"([{"kind":"table","from":"c","to":"b"}])");
        QVERIFY2(absent.code == 1 && absent.err.contains("table c is not renamed to b"), absent.err.constData());
        const Answer view = with(R"([{"kind":"view","from":"v","to":"w"}])");
        QVERIFY2(view.code == 2 && view.err.contains("renames a view"), view.err.constData());
    }

    void aMisspeltSchemaIsNoDifference()
    {
        const QTemporaryDir folder;
        auto from = TestDatabase::create(EngineKind::PostgreSql, u"cli_schemas"_s);
        CS_REQUIRE(from);
        auto to = TestDatabase::create(EngineKind::PostgreSql, u"cli_schemas_to"_s);
        CS_REQUIRE(to);
        CS_REQUIRE(from->execute(u"CREATE SCHEMA shop; CREATE TABLE shop.a (id int); CREATE TABLE b (id int);"_s));
        CS_REQUIRE(to->execute(u"CREATE SCHEMA shop; CREATE TABLE shop.a (id bigint); CREATE SCHEMA extra;"_s));
        const auto diff = [&](const QString &option, const QString &value) {
            return run({u"diff"_s, from->urlText(), to->urlText(), option, value});
        };
        for (const auto &[option, value] :
             {std::pair{u"--schema"_s, u"shpo"_s}, std::pair{u"--schema"_s, u"shop,shpo"_s},
              std::pair{u"--map"_s, u"shop=shpo"_s}, std::pair{u"--map"_s, u"shpo=shop"_s}}) {
            const Answer answer = diff(option, value);
            QVERIFY2(answer.code == 2 && answer.err.contains("no schema \"shpo\""), answer.err.constData());
            QCOMPARE(answer.out, QByteArray());
        }
        const Answer one = diff(u"--schema"_s, u"shop"_s);
        QVERIFY2(one.code == 1 && one.out.contains("shop.a.id") && !one.out.contains("public"), one.out.constData());
        const Answer onOneSide = diff(u"--schema"_s, u"extra"_s);
        QVERIFY2(onOneSide.code == 1 && onOneSide.out.startsWith("+ schema extra"), onOneSide.err.constData());

        QCOMPARE(run({u"snapshot"_s, from->urlText(), u"--schema"_s, u"shpo"_s}).code, 2);
        // A snapshot holds everything: the option cuts it as it cuts what is live.
        const QString whole = folder.filePath(u"whole.json"_s);
        QCOMPARE(run({u"snapshot"_s, from->urlText(), u"-o"_s, whole}).code, 0);
        const Answer cut = run({u"diff"_s, whole, from->urlText(), u"--schema"_s, u"shop"_s});
        QVERIFY2(cut.code == 0, cut.out.constData());
    }

    void snapshotsAndScriptsAreSources()
    {
        const QTemporaryDir folder;
        auto database = TestDatabase::create(EngineKind::Sqlite, u"cli_sources"_s);
        CS_REQUIRE(database);
        CS_REQUIRE(database->execute(before));
        const QString snapshot = folder.filePath(u"before.json"_s);
        QCOMPARE(run({u"snapshot"_s, database->urlText(), u"-o"_s, snapshot}).code, 0);
        QCOMPARE(run({u"diff"_s, snapshot, database->urlText()}).code, 0);
        QFile script(folder.filePath(u"schema.sql"_s));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write(before.toUtf8());
        script.close();
        const Answer answer = run({u"diff"_s, script.fileName(), database->urlText()});
        QVERIFY2(answer.code == 0, (answer.out + answer.err).constData());
        QFile broken(folder.filePath(u"broken.sql"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("CREATE TABLE a (id int);\nCREATE TABEL b (id int);\n");
        broken.close();
        // What is written to a device stays a device: as root, /dev/null was a file afterwards, for everybody.
        const QString pipe = folder.filePath(u"pipe"_s);
        QProcess reader;
        QCOMPARE(QProcess::execute(u"mkfifo"_s, {pipe}), 0);
        reader.start(u"cat"_s, {pipe});
        QCOMPARE(run({u"snapshot"_s, database->urlText(), u"-o"_s, pipe}).code, 0);
        QVERIFY(reader.waitForFinished());
        QVERIFY(reader.readAllStandardOutput().contains("trips"));
        QVERIFY(!QFileInfo(pipe).isFile());
        const Answer refused = run({u"diff"_s, broken.fileName(), database->urlText()});
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("broken.sql:2"), refused.err.constData());
    }

    /// Whoever pipes the script has no other warning of what waits for it.
    void theScriptSaysWhatIsBlocked()
    {
        auto from = TestDatabase::create(EngineKind::PostgreSql, u"cli_blocks"_s);
        CS_REQUIRE(from);
        auto to = TestDatabase::create(EngineKind::PostgreSql, u"cli_blocks_to"_s);
        CS_REQUIRE(to);
        const QString both =
            u"CREATE TABLE p (k int) PARTITION BY LIST (k); CREATE TABLE rest PARTITION OF p DEFAULT;"_s;
        CS_REQUIRE(from->execute(both + u"CREATE TABLE t (id int, n varchar(9), g int GENERATED ALWAYS AS (id) STORED);"
                                        "CREATE UNLOGGED TABLE u (id int); CREATE INDEX t_id ON t (id);"
                                        "CREATE TABLE one (k int); CREATE DOMAIN d AS int; CREATE TABLE w (x d);"_s));
        CS_REQUIRE(to->execute(
            both + u"CREATE TABLE t (id bigint, n varchar(20) UNIQUE, g int GENERATED ALWAYS AS (id * 2) STORED);"
                   "CREATE TABLE u (id int); CREATE INDEX t_id ON t (id DESC); CREATE UNIQUE INDEX t_u ON t (n, id);"
                   "CREATE TABLE one PARTITION OF p FOR VALUES IN (1);"
                   "CREATE DOMAIN d AS int CONSTRAINT positive CHECK (VALUE > 0); CREATE TABLE w (x d);"_s));
        const QByteArray sql = run({u"diff"_s, from->urlText(), to->urlText(), u"--format"_s, u"sql"_s}).out;
        QVERIFY2(sql.contains("-- rewrites public.t under an exclusive lock\n"), sql.constData());
        QVERIFY2(!sql.contains("TYPE character varying(20)") ||
                     !sql.contains("exclusive lock\nALTER TABLE public.t ALTER COLUMN n"),
                 sql.constData());
        for (const char *line :
             {"-- rewrites public.u and its indexes under an exclusive lock\nALTER TABLE public.u SET LOGGED",
              "-- scans public.one and public.rest under an exclusive lock",
              "fails if a value is against it\nALTER DOMAIN",
              "blocks reads and writes; fails if rows have the same key\nALTER TABLE public.t ADD CONSTRAINT",
              "leaves an invalid index that has to be dropped\nCREATE UNIQUE INDEX CONCURRENTLY t_u",
              "-- until public.t_id is made again below, no query has it\nDROP INDEX CONCURRENTLY public.t_id"}) {
            QVERIFY2(sql.contains(line), line + ("\n" + sql));
        }
        CS_REQUIRE(from->execute(QString::fromUtf8(sql)));
        const Answer reached = run({u"diff"_s, from->urlText(), to->urlText()});
        QVERIFY2(reached.code == 0, reached.out.constData());
    }

    void theRulesAreListedAndNothingIsNoPass()
    {
        const Answer rules = run({u"check"_s, u"--rules"_s});
        QCOMPARE(rules.code, 0);
        QVERIFY(rules.out.contains("drop-column (error; postgresql, mysql, mariadb, sqlite)\n    "));
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"1.up.sql"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("DROP TABLE trips;");
        file.close();
        auto base = TestDatabase::create(EngineKind::Sqlite, u"cli_nothing"_s);
        CS_REQUIRE(base);
        const Answer nothing = run({u"check"_s, folder.path(), u"--base"_s, base->urlText()});
        QVERIFY2(nothing.code == 2 && nothing.err.contains("1.up.sql"), nothing.err + nothing.out);
    }

    void worksInTheDemo()
    {
        // A newcomer's first commands: from any folder, with nothing made before.
        const QTemporaryDir home;
        const QTemporaryDir elsewhere;
        const QMap<QString, QString> variables{{u"HOME"_s, home.path()},
                                               {u"XDG_DATA_HOME"_s, home.filePath(u"data"_s)}};
        const auto ctl = [&](const QStringList &arguments) { return run(arguments, elsewhere.path(), variables); };
        const Answer differs = ctl({u"--demo"_s, u"diff"_s, u"production"_s, u"staging"_s});
        QVERIFY2(differs.code == 1, differs.err.constData());
        QVERIFY2(differs.out.contains("trips"), differs.out.constData());
        const Answer checked =
            ctl({u"check"_s, u"--demo"_s, u"migrations/"_s, u"--base"_s, u"production"_s, u"--expect"_s, u"staging"_s});
        QVERIFY2(checked.out.contains("0042_trip_status"), (checked.out + checked.err).constData());
        QCOMPARE(ctl({u"--demo=sqlite"_s, u"review"_s, u"list"_s}).code, 0);
        QCOMPARE(ctl({u"--demo=oracle"_s, u"review"_s, u"list"_s}).code, 2);
        QCOMPARE(ctl({u"--demo"_s, u"--workspace"_s, home.path(), u"review"_s, u"list"_s}).code, 2);
        QVERIFY(QDir(elsewhere.path()).isEmpty());
    }

    void mistakesAreExplained_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("no command") << QStringList{u"dif"_s} << 2 << QByteArray("dif");
        QTest::newRow("one source") << QStringList{u"diff"_s, u"sqlite:a.db"_s} << 2 << QByteArray("two sources");
        QTest::newRow("no such file") << QStringList{u"diff"_s, u"sqlite:no.db"_s, u"sqlite:no2.db"_s} << 2
                                      << QByteArray("no.db");
        QTest::newRow("unknown source") << QStringList{u"diff"_s, u"foo"_s, u"bar"_s} << 2
                                        << QByteArray("no such source");
        QTest::newRow("bad option") << QStringList{u"diff"_s, u"a.json"_s, u"b.json"_s, u"--ignore"_s, u"ownr"_s} << 2
                                    << QByteArray("ownr");
        QTest::newRow("bad attribute") << QStringList{u"diff"_s, u"a.json"_s, u"b.json"_s, u"--include"_s, u"xyz"_s}
                                       << 2 << QByteArray("table.autoIncrement");
        QTest::newRow("bad kind") << QStringList{u"diff"_s, u"a.json"_s, u"b.json"_s, u"--only"_s, u"tabel"_s} << 2
                                  << QByteArray("materialized-view");
        QTest::newRow("bad format") << QStringList{u"diff"_s, u"a.json"_s, u"b.json"_s, u"--nonsense"_s} << 2
                                    << QByteArray("nonsense");
        QTest::newRow("unreachable") << QStringList{u"diff"_s, u"postgresql://u:s3cret@127.0.0.1:1/x"_s,
                                                    u"postgresql://u@127.0.0.1:1/y"_s}
                                     << 3 << QByteArray("127.0.0.1");
    }
    void mistakesAreExplained()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QByteArray, says);
        const QTemporaryDir folder;
        const Answer answer = run(arguments, folder.path());
        QVERIFY2(answer.code == code, QByteArray::number(answer.code) + answer.err);
        QVERIFY2(answer.err.contains(says), answer.err.constData());
        QVERIFY(!answer.err.contains("s3cret"));
        QCOMPARE(answer.out, QByteArray());
        QVERIFY(answer.err.count('\n') <= 4);
    }
};

QTEST_GUILESS_MAIN(TestDiffCommand)
#include "tst_diffcommand.moc"

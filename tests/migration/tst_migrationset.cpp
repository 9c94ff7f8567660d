#include "migration/migrationset.h"
#include "support/servers.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::testsupport;
using migration::Layout;
using migration::Migration;
using migration::MigrationSet;
using migration::TransactionMode;

namespace {

sql::Dialect dialect()
{
    return sql::dialectOf(schema::EngineKind::PostgreSql);
}

/// version up-file down-file mode; "-" where there is none, "+" for a way back in the same file.
QStringList lines(const MigrationSet &set)
{
    QStringList out;
    for (const Migration &each : set.migrations) {
        out << u"%1 %2 %3 %4%5"_s.arg(each.version.isEmpty() ? u"-"_s : each.version, each.upPath,
                                      !each.hasDown             ? u"-"_s
                                      : each.downPath.isEmpty() ? u"+"_s
                                                                : each.downPath,
                                      nameOf(each.transaction), each.repeatable ? u" repeatable"_s : QString());
    }
    return out;
}

} // namespace

class TestMigrationSet : public QObject
{
    Q_OBJECT

private:
    std::optional<QTemporaryDir> m_folder;

    void write(const QString &path, const QByteArray &bytes) const
    {
        QDir(m_folder->path()).mkpath(QFileInfo(m_folder->filePath(path)).path());
        QFile file(m_folder->filePath(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    [[nodiscard]] MigrationSet read(const QString &path = {}) const
    {
        auto set = migration::readMigrations(path.isEmpty() ? m_folder->path() : m_folder->filePath(path), dialect());
        if (!set) {
            qWarning("%s", qPrintable(set.error().text()));
            return {};
        }
        return *set;
    }

private slots:
    void init()
    {
        m_folder.emplace();
        QVERIFY(m_folder->isValid());
    }

    void flyway()
    {
        write(u"V2__two.sql"_s, "CREATE TABLE two (a int);");
        write(u"V1.10__ten.sql"_s, "CREATE INDEX CONCURRENTLY i ON two (a);");
        write(u"V1.10__ten.sql.conf"_s, "executeInTransaction=false\n");
        write(u"V1_9__nine.sql"_s, "SELECT 1;");
        write(u"U1.9__nine.sql"_s, "SELECT 2;");
        write(u"U7__seven.sql"_s, "SELECT 2;");
        write(u"R__views.sql"_s, "SELECT 3;");
        write(u"sub/V3__three.sql"_s, "SELECT 4;");
        write(u"V4_four.sql"_s, "SELECT 5;");
        write(u"V02__again.sql"_s, "SELECT 6;");
        write(u"afterMigrate.sql"_s, "SELECT 7;");
        write(u"beforeEachMigrate__log.sql"_s, "SELECT 7;");
        const MigrationSet set = read();
        QCOMPARE(set.layout, Layout::Flyway);
        QCOMPARE(lines(set),
                 (QStringList{u"1_9 V1_9__nine.sql U1.9__nine.sql per-file"_s, u"1.10 V1.10__ten.sql - none"_s,
                              u"02 V02__again.sql - per-file"_s, u"2 V2__two.sql - per-file"_s,
                              u"3 sub/V3__three.sql - per-file"_s, u"- R__views.sql - per-file repeatable"_s}));
        QCOMPARE(set.callbacks, (QStringList{u"afterMigrate.sql"_s, u"beforeEachMigrate__log.sql"_s}));
        QCOMPARE(set.problems, (QStringList{u"V4_four.sql: fits no naming pattern of Flyway and is passed over"_s,
                                            u"U7__seven.sql: undoes version 7, which is not there"_s,
                                            u"version 2 is there 2 times: V02__again.sql, V2__two.sql"_s}));
    }

    void flywaySettings()
    {
        write(u"flyway.toml"_s, "[flyway]\nsqlMigrationPrefix = \"M\"\ngroup = true\n");
        write(u"M1__one.sql"_s, "SELECT 1;");
        write(u"V1__other.sql"_s, "SELECT 1;");
        const MigrationSet set = read();
        QCOMPARE(set.layout, Layout::Flyway);
        QCOMPARE(lines(set), QStringList{u"1 M1__one.sql - whole"_s});
        QCOMPARE(set.problems.size(), 1);
    }

    void flywayPlaceholders_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("settings");
        QTest::newRow("conf") << u"flyway.conf"_s
                              << QByteArray(
                                     "flyway.url=jdbc:x\nflyway.placeholders.Owner=app\nflyway.defaultSchema=s\n");
        QTest::newRow("toml") << u"flyway.toml"_s
                              << QByteArray(
                                     "[flyway]\ndefaultSchema = \"s\"\n[flyway.placeholders]\nowner = \"app\"\n");
    }

    void flywayPlaceholders()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, settings);
        write(name, settings);
        write(u"V1__one.sql"_s, "-- first\nCREATE TABLE ${flyway:defaultSchema}.t (a int);\n"
                                "ALTER TABLE t OWNER TO ${owner};\nSELECT '${missing}', '${';\n");
        write(u"U1__one.sql"_s, "REASSIGN OWNED BY ${OWNER} TO postgres;");
        const MigrationSet set = read();
        QCOMPARE(set.migrations[0].upSql, u"-- first\nCREATE TABLE s.t (a int);\nALTER TABLE t OWNER TO app;\n"
                                          "SELECT '${missing}', '${';\n"_s);
        QCOMPARE(set.migrations[0].downSql, u"REASSIGN OWNED BY app TO postgres;"_s);
        QCOMPARE(set.problems, QStringList{u"V1__one.sql:4: the placeholder ${missing} has no value in flyway.conf or "
                                           "flyway.toml here or one folder up"_s});
    }

    void golangMigrate()
    {
        write(u"2_two.up.sql"_s, "SELECT 2;");
        write(u"10_ten.up.sql"_s, "SELECT 10;");
        write(u"10_ten.down.sql"_s, "SELECT -10;");
        write(u"2_other.up.sql"_s, "SELECT 2;");
        write(u"3_lost.down.sql"_s, "SELECT 3;");
        write(u"notes.sql"_s, "SELECT 3;");
        const MigrationSet set = read();
        QCOMPARE(set.layout, Layout::GolangMigrate);
        QCOMPARE(lines(set), (QStringList{u"2 2_other.up.sql - per-file"_s, u"2 2_two.up.sql - per-file"_s,
                                          u"10 10_ten.up.sql 10_ten.down.sql per-file"_s}));
        QCOMPARE(set.migrations.back().downSql, u"SELECT -10;"_s);
        QCOMPARE(set.problems,
                 (QStringList{u"notes.sql: is not named VERSION_title.up.sql or .down.sql and is passed over"_s,
                              u"3_lost.down.sql: a way back without a way there"_s,
                              u"version 2 is there 2 times: 2_other.up.sql, 2_two.up.sql"_s}));
    }

    void goose()
    {
        write(u"00002_b.sql"_s, "-- +goose NO TRANSACTION\n-- +goose Up\nCREATE INDEX CONCURRENTLY i ON t (a);\n");
        write(u"00001_a.sql"_s, "-- a comment\n-- +goose Up\n-- +goose StatementBegin\nCREATE FUNCTION f() RETURNS int "
                                "AS $$ SELECT 1; $$ LANGUAGE sql;\n"
                                "-- +goose StatementEnd\n-- +goose Down\nDROP FUNCTION f();\n");
        write(u"00003_c.sql"_s, "-- +goose Up\n-- +goose StatementBegin\nSELECT 1;\n");
        write(u"00004_d.go"_s, "package migrations\n");
        write(u"readme.sql"_s, "SELECT 1;");
        const MigrationSet set = read();
        QCOMPARE(set.layout, Layout::Goose);
        QCOMPARE(lines(set), (QStringList{u"00001 00001_a.sql + per-file"_s, u"00002 00002_b.sql - none"_s,
                                          u"00003 00003_c.sql - per-file"_s}));
        // Line numbers stay those of the file.
        QCOMPARE(set.migrations[0].upSql.split(u'\n').value(3),
                 u"CREATE FUNCTION f() RETURNS int AS $$ SELECT 1; $$ LANGUAGE sql;"_s);
        QVERIFY(!set.migrations[0].upSql.contains(u"goose"_s));
        QVERIFY(!set.migrations[0].upSql.contains(u"DROP"_s));
        QCOMPARE(set.migrations[0].downSql.split(u'\n').value(6), u"DROP FUNCTION f();"_s);
        QCOMPARE(set.problems, (QStringList{u"00003_c.sql: StatementBegin and StatementEnd do not pair"_s,
                                            u"readme.sql: has no version number at the beginning of its name"_s,
                                            u"00004_d.go: a migration in Go, which cannot be read here"_s}));
    }

    void dbmate()
    {
        write(u"20240102000000_b.sql"_s, "-- migrate:up transaction:false\nSELECT 1;\n\n-- migrate:down\n\n");
        write(u"20240101000000_a.sql"_s, "-- migrate:up\nSELECT 1;\n-- migrate:down\nSELECT 2;\n");
        write(u"20240103000000_c.sql"_s, "SELECT 1;\n");
        const MigrationSet set = read();
        QCOMPARE(set.layout, Layout::Dbmate);
        QCOMPARE(lines(set), (QStringList{u"20240101000000 20240101000000_a.sql + per-file"_s,
                                          u"20240102000000 20240102000000_b.sql - none"_s}));
        QCOMPARE(set.migrations[0].upSql, u"\nSELECT 1;\n"_s);
        QCOMPARE(set.migrations[0].downSql, u"\n\n\nSELECT 2;\n"_s);
        QCOMPARE(set.migrations[0].upBytes, QByteArray("-- migrate:up\nSELECT 1;\n-- migrate:down\nSELECT 2;\n"));
        QCOMPARE(set.problems, QStringList{u"20240103000000_c.sql: has no '-- migrate:up'"_s});
    }

    void sqitch()
    {
        write(u"sqitch.plan"_s,
              "%syntax-version=1.0.0\n%project=flipr\n\nusers 2024-01-01T00:00:00Z A <a@example.org> # first\n"
              "insert [users] 2024-01-01T00:00:00Z A <a@example.org> # second\n@v1 2024-01-02T00:00:00Z A "
              "<a@example.org>\n"
              "insert [insert@v1 later] 2024-01-03T00:00:00Z A <a@example.org> # reworked\n"
              "later 2024-01-03T00:00:00Z A <a@example.org>\n");
        for (const QString &name : {u"users"_s, u"insert"_s, u"insert@v1"_s, u"lost"_s}) {
            write(u"deploy/%1.sql"_s.arg(name), "BEGIN;\nCOMMIT;\n");
        }
        write(u"revert/users.sql"_s, "BEGIN;\nCOMMIT;\n");
        const MigrationSet set = read();
        QCOMPARE(set.layout, Layout::Sqitch);
        QCOMPARE(lines(set),
                 (QStringList{u"users deploy/users.sql revert/users.sql none"_s,
                              u"insert@v1 deploy/insert@v1.sql - none"_s, u"insert deploy/insert.sql - none"_s}));
        QCOMPARE(set.migrations[0].description, u"first"_s);
        QCOMPARE(set.problems, (QStringList{u"sqitch.plan:7: insert requires later, which does not come before it"_s,
                                            u"sqitch.plan:8: deploy/later.sql is missing"_s,
                                            u"deploy/lost.sql: is not in sqitch.plan"_s}));
    }

    void gooseVariables()
    {
        write(u"00001_a.sql"_s, "-- +goose Up\nSELECT '${A:-1}';\n-- +goose ENVSUB ON\nSELECT '${A:-eu-1}', '${B}';\n"
                                "-- +goose ENVSUB OFF\nSELECT '${A:-1}';\n");
        const MigrationSet set = read();
        QCOMPARE(set.migrations[0].upSql, u"\nSELECT '${A:-1}';\n\nSELECT 'eu-1', '${B}';\n\nSELECT '${A:-1}';\n"_s);
        QCOMPARE(set.problems.size(), 1);
        QVERIFY(set.problems[0].startsWith(u"00001_a.sql:3: "_s));
    }

    void liquibase()
    {
        write(u"a.sql"_s,
              "--liquibase formatted sql\n\n--changeset nene:1\nCREATE TABLE a (x int);\n--rollback DROP TABLE a;\n\n"
              "--changeset nene:\"two words\" runInTransaction:false dbms:postgresql\n--comment: why\n"
              "CREATE INDEX CONCURRENTLY i ON a (x);\n/* liquibase rollback\nDROP INDEX i;\n*/\n");
        write(u"b.sql"_s, "-- liquibase formatted sql\n-- changeset bob:3 runOnChange:true\nCREATE VIEW v AS SELECT "
                          "1;\n-- rollback empty\n");
        write(u"c.sql"_s, "SELECT 1;\n");
        write(u"db.changelog-master.xml"_s, "<databaseChangeLog/>");
        const MigrationSet set = read();
        QCOMPARE(set.layout, Layout::LiquibaseSql);
        QCOMPARE(lines(set), (QStringList{u"nene:1 a.sql + per-file"_s, u"nene:two words a.sql + none"_s,
                                          u"bob:3 b.sql + per-file repeatable"_s}));
        QCOMPARE(set.migrations[0].upSql.trimmed(), u"CREATE TABLE a (x int);"_s);
        QCOMPARE(set.migrations[0].upSql.split(u'\n').value(3), u"CREATE TABLE a (x int);"_s);
        QCOMPARE(set.migrations[0].downSql.split(u'\n').value(4), u"DROP TABLE a;"_s);
        QCOMPARE(set.migrations[1].upSql.trimmed(), u"CREATE INDEX CONCURRENTLY i ON a (x);"_s);
        QCOMPARE(set.migrations[1].downSql.trimmed(), u"DROP INDEX i;"_s);
        QVERIFY(set.migrations[2].downSql.isEmpty());
        QCOMPARE(set.problems.size(), 2);
    }

    void liquibaseForOtherEngines()
    {
        write(u"a.sql"_s,
              "--liquibase formatted sql\n--property name:id.type value:bigserial dbms:postgresql\n"
              "--property name:id.type value:bigint\n--changeset a:1\nCREATE TABLE t (id ${id.type}, x ${other});\n"
              "--changeset a:2 dbms:mysql,oracle\nALTER TABLE t ENGINE=InnoDB;\n--rollback empty\n"
              "--changeset a:3 dbms:!mysql\nSELECT 3;\n");
        const MigrationSet set = read();
        QCOMPARE(lines(set), (QStringList{u"a:1 a.sql - per-file"_s, u"a:3 a.sql - per-file"_s}));
        QCOMPARE(set.migrations[0].upSql.trimmed(), u"CREATE TABLE t (id bigserial, x ${other});"_s);
        QCOMPARE(set.problems, QStringList{u"a.sql:6: changeset a:2 is for dbms:mysql,oracle and is passed over"_s});
    }

    void liquibaseDelimiters()
    {
        write(u"a.sql"_s, "--liquibase formatted sql\n--changeset a:1 endDelimiter:\\n/\n"
                          "CREATE FUNCTION f() RETURNS int AS 'BEGIN RETURN 4 / 2; END' LANGUAGE plpgsql\n/\n"
                          "SELECT 4\n / 2 /\n--rollback DROP FUNCTION f()\n--rollback /\n");
        const MigrationSet postgres = read();
        QCOMPARE(
            postgres.migrations[0].upSql.trimmed(),
            u"CREATE FUNCTION f() RETURNS int AS 'BEGIN RETURN 4 / 2; END' LANGUAGE plpgsql\n;\nSELECT 4\n / 2 ;"_s);
        QCOMPARE(postgres.migrations[0].downSql.trimmed(), u"DROP FUNCTION f()\n;"_s);
        const auto mysql = migration::readMigrations(m_folder->path(), sql::dialectOf(schema::EngineKind::MariaDb));
        QVERIFY(mysql);
        QVERIFY(mysql->migrations[0].upSql.startsWith(u"\nDELIMITER /\nCREATE FUNCTION"_s));
        QVERIFY(mysql->migrations[0].downSql.startsWith(u"\nDELIMITER /\n"_s));
    }

    void rails()
    {
        write(u"structure.sql"_s, "CREATE TABLE t (a int);\nINSERT INTO \"schema_migrations\" (version) "
                                  "VALUES\n('20240103'),\n('20240101'),\n('20240101');\n");
        const MigrationSet set = read();
        QCOMPARE(set.layout, Layout::Rails);
        QCOMPARE(lines(set), QStringList{u"20240103 structure.sql - none"_s});
        QCOMPARE(set.problems, QStringList{u"structure.sql: version 20240101 is listed twice"_s});
    }

    void django()
    {
        write(u"0001_initial.sql"_s, "BEGIN;\n--\n-- Create model Trip\n--\nCREATE TABLE trip (id int);\nCOMMIT;\n");
        write(u"0001_initial.reverse.sql"_s, "BEGIN;\n--\n-- Create model Trip\n--\nDROP TABLE trip;\nCOMMIT;\n");
        write(u"0002_a.sql"_s, "BEGIN;\n--\n-- Add field x to trip\n--\nALTER TABLE trip ADD x int;\nCOMMIT;\n");
        write(u"0002_b.sql"_s, "--\n-- Add field y to trip\n--\nALTER TABLE trip ADD y int;\n");
        const MigrationSet set = read();
        QCOMPARE(set.layout, Layout::DjangoSql);
        QCOMPARE(lines(set), (QStringList{u"0001 0001_initial.sql 0001_initial.reverse.sql none"_s,
                                          u"0002 0002_a.sql - none"_s, u"0002 0002_b.sql - none"_s}));
        QCOMPARE(
            set.problems,
            QStringList{
                u"branch conflict: 0002_a.sql, 0002_b.sql have the same number 0002; Django wants a merge migration"_s});
    }

    void plain()
    {
        write(u"10_ten.sql"_s, "SELECT 10;");
        write(u"2_two.sql"_s, "SELECT 2;");
        write(u"2_two.rollback.sql"_s, "SELECT -2;");
        write(u".hidden/3_three.sql"_s, "SELECT 3;");
        const MigrationSet set = read();
        QCOMPARE(set.layout, Layout::Plain);
        QCOMPARE(lines(set),
                 (QStringList{u"10 10_ten.sql - per-file"_s, u"2 2_two.sql 2_two.rollback.sql per-file"_s}));
        QCOMPARE(
            set.problems,
            QStringList{
                u"10_ten.sql: runs before 2_two.sql, because names are sorted as text; give all numbers the same length"_s});
    }

    void oneFile()
    {
        write(u"0007_x.up.sql"_s, "SELECT 1;");
        write(u"0007_x.down.sql"_s, "SELECT 2;");
        write(u"change.sql"_s, "\xef\xbb\xbfSELECT 1;\r\n");
        const MigrationSet pair = read(u"0007_x.up.sql"_s);
        QCOMPARE(lines(pair), QStringList{u"0007 0007_x.up.sql 0007_x.down.sql per-file"_s});
        const MigrationSet single = read(u"change.sql"_s);
        QCOMPARE(lines(single), QStringList{u"- change.sql - per-file"_s});
        QCOMPARE(single.migrations[0].upSql, u"SELECT 1;\r\n"_s);
        QCOMPARE(single.migrations[0].upBytes, QByteArray("\xef\xbb\xbfSELECT 1;\r\n"));
    }

    void badInput()
    {
        const auto message = [](const QString &path) {
            const auto set = migration::readMigrations(path, dialect());
            return set ? QString() : set.error().text();
        };
        QVERIFY(message(m_folder->filePath(u"nothing"_s)).contains(u"no such file"_s));
        QVERIFY(message(m_folder->path()).contains(u"no .sql files"_s));
        write(u"a.sql"_s, "SELECT 1;\nSELECT '\xff';\n");
        QVERIFY2(message(m_folder->path()).contains(u"a.sql:2"_s), qPrintable(message(m_folder->path())));
        write(u"a.sql"_s, QByteArray("\xff\xfeS\0", 4));
        QVERIFY(message(m_folder->path()).contains(u"UTF-16"_s));
        write(u"a.sql"_s, QByteArray("SELECT 1;\n\n\0", 12));
        QVERIFY2(message(m_folder->path()).contains(u"a.sql:3"_s), qPrintable(message(m_folder->path())));
    }

    void windowsLineEnds()
    {
        write(u"1_a.sql"_s, "-- +goose Up\r\nSELECT 1;\r\n-- +goose Down\r\nSELECT 2;\r\n");
        const MigrationSet set = read();
        QCOMPARE(set.layout, Layout::Goose);
        QCOMPARE(lines(set), QStringList{u"1 1_a.sql + per-file"_s});
        write(u"1_a.sql"_s, "-- migrate:up\r\nSELECT 1;\r\n-- migrate:down\r\nSELECT 2;\r\n");
        QCOMPARE(read().layout, Layout::Dbmate);
    }

    void corpusHistories_data()
    {
        QTest::addColumn<QString>("path");
        const QDir engines(sharedFolder() + u"/corpus/migrations"_s);
        for (const QString &engine : engines.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            for (const QString &name : QDir(engines.filePath(engine)).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
                QTest::newRow(qPrintable(engine + u' ' + name)) << engines.filePath(engine) + u'/' + name;
            }
        }
    }
    void corpusHistories()
    {
        CS_NEEDS_SHARED();
        QFETCH(QString, path);
        const auto set = migration::readMigrations(path, dialect());
        CS_REQUIRE(set);
        QCOMPARE(set->layout, Layout::GolangMigrate);
        QCOMPARE(static_cast<qsizetype>(set->migrations.size()), QDir(path).entryList({u"*.up.sql"_s}).size());
        QCOMPARE(set->problems, QStringList());
    }
};

QTEST_GUILESS_MAIN(TestMigrationSet)
#include "tst_migrationset.moc"

#include "rehearsal/dumpscript.h"
#include "sql/statements.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::rehearsal;

class TestDumpScript : public QObject
{
    Q_OBJECT

private slots:
    void databasesOfMySqlDumps_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QStringList>("kept");
        QTest::newRow("mysqldump --databases")
            << u"CREATE DATABASE /*!32312 IF NOT EXISTS*/ `shop` /*!40100 DEFAULT CHARACTER SET latin1 */ /*!80016 "
               u"DEFAULT ENCRYPTION='N' */;\n"
               "USE `shop`;\nCREATE TABLE `t` (`a` int);"_s
            << QStringList{u"ALTER DATABASE CHARACTER SET latin1"_s, u"CREATE TABLE `t` (`a` int)"_s};
        QTest::newRow("Workbench") << u"CREATE SCHEMA IF NOT EXISTS `shop`;\nUSE `shop`;\n"
                                      "CREATE TABLE IF NOT EXISTS `shop`.`t` (`a` int REFERENCES `shop`.`u` (`b`));"_s
                                   << QStringList{u"CREATE TABLE IF NOT EXISTS `t` (`a` int REFERENCES `u` (`b`))"_s};
        QTest::newRow("alias like the database")
            << u"USE f; CREATE VIEW v AS SELECT `f`.`id` FROM `f`.`film` `f` JOIN f.x ON f.film.id = x.id;"_s
            << QStringList{u"CREATE VIEW v AS SELECT `f`.`id` FROM `film` `f` JOIN x ON film.id = x.id"_s};
        QTest::newRow("text") << u"USE shop; CREATE VIEW v AS SELECT 'shop.t' AS a FROM shop.t;"_s
                              << QStringList{u"CREATE VIEW v AS SELECT 'shop.t' AS a FROM t"_s};
        QTest::newRow("for the server") << u"SET @@SESSION.SQL_LOG_BIN= 0; SET GLOBAL GTID_PURGED='x'; "
                                           "GRANT ALL ON *.* TO x; FLUSH PRIVILEGES; CREATE USER x; SET NAMES utf8;"_s
                                        << QStringList{u"SET NAMES utf8"_s};
        QTest::newRow("around programs") << u"ALTER DATABASE `shop` CHARACTER SET latin1 COLLATE latin1_bin;"_s
                                         << QStringList{u"ALTER DATABASE CHARACTER SET latin1 COLLATE latin1_bin"_s};
    }

    void databasesOfMySqlDumps()
    {
        QFETCH(QString, script);
        const auto kept = fit(script, schema::EngineKind::MariaDb);
        QVERIFY2(kept.has_value(), kept ? "" : qPrintable(kept.error().text()));
        QTEST(*kept, "kept");
    }

    void twoDatabasesAreRefused()
    {
        const auto kept = fit(u"USE a;\nCREATE TABLE t (i int);\nUSE b;\n"_s, schema::EngineKind::MariaDb);
        QVERIFY(!kept);
        QCOMPARE(kept.error().where, u"dump.sql:3"_s);
    }

    void virtualTablesOfSqliteDumps()
    {
        const auto kept =
            fit(u"PRAGMA writable_schema=ON;\n"
                "INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','ft','ft',0,'CREATE VIRTUAL "
                "TABLE ft USING fts5(a, tokenize=''porter'')');\n"
                "CREATE TABLE IF NOT EXISTS 'ft_data'(id INTEGER PRIMARY KEY, block BLOB);\n"
                "INSERT INTO ft_data VALUES(1,X'00');\nINSERT INTO other VALUES(1);\nPRAGMA writable_schema=OFF;"_s,
                schema::EngineKind::Sqlite);
        QVERIFY(kept.has_value());
        const QStringList expected{u"CREATE VIRTUAL TABLE ft USING fts5(a, tokenize='porter')"_s,
                                   u"INSERT INTO other VALUES(1)"_s};
        QCOMPARE(*kept, expected);
    }

    void definers_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("runs");
        QTest::addColumn<QStringList>("remembered");
        QTest::newRow("view")
            << u"CREATE ALGORITHM=MERGE DEFINER=`app`@`10.%` SQL SECURITY DEFINER VIEW `v` AS SELECT 1"_s
            << u"CREATE ALGORITHM=MERGE DEFINER=CURRENT_USER SQL SECURITY DEFINER VIEW `v` AS SELECT 1"_s
            << QStringList{u"app@10.%"_s, u"VIEW"_s, u"v"_s};
        QTest::newRow("dumped trigger")
            << u"/*!50003 CREATE*/ /*!50017 DEFINER='a b'@'localhost'*/ /*!50003 TRIGGER `d`.tr BEFORE INSERT ON t FOR EACH ROW SET @a=1 */"_s
            << u"/*!50003 CREATE*/ /*!50017 DEFINER=CURRENT_USER*/ /*!50003 TRIGGER `d`.tr BEFORE INSERT ON t FOR EACH ROW SET @a=1 */"_s
            << QStringList{u"a b@localhost"_s, u"TRIGGER"_s, u"tr"_s};
        QTest::newRow("role") << u"create definer = owner procedure if not exists p() select 1"_s
                              << u"create definer = CURRENT_USER procedure if not exists p() select 1"_s
                              << QStringList{u"owner"_s, u"PROCEDURE"_s, u"p"_s};
        QTest::newRow("ours") << u"CREATE DEFINER=CURRENT_USER() EVENT e ON SCHEDULE EVERY 1 DAY DO SELECT 1"_s
                              << QString() << QStringList();
        QTest::newRow("in a body") << u"CREATE PROCEDURE p() SELECT 'DEFINER=`x`@`y`'"_s << QString() << QStringList();
        QTest::newRow("a column") << u"CREATE TABLE t (definer int CHECK (definer = 1))"_s << QString()
                                  << QStringList();
    }

    void definers()
    {
        QFETCH(QString, sql);
        QFETCH(QString, runs);
        const auto defined = withoutDefiner(sql, sql::dialectOf(schema::EngineKind::MySql));
        QCOMPARE(defined ? defined->sql : QString(), runs);
        const QStringList remembered =
            defined ? QStringList{defined->definer, defined->objectType, defined->objectName} : QStringList();
        QTEST(remembered, "remembered");
    }

private:
    static base::Result<QStringList> fit(const QString &script, schema::EngineKind engine)
    {
        const sql::Dialect dialect = sql::dialectOf(engine);
        CS_TRY(statements, sql::splitStatements(script, dialect, u"dump.sql"_s));
        CS_TRY(fitted, fitForScratch(std::move(statements), dialect, u"dump.sql"_s));
        QStringList texts;
        for (const sql::Statement &statement : fitted) {
            texts << statement.text.simplified();
        }
        return texts;
    }
};

QTEST_APPLESS_MAIN(TestDumpScript)
#include "tst_dumpscript.moc"

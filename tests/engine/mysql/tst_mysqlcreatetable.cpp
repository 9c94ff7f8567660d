#include "engine/mysql/altertable.h"
#include "engine/mysql/createtable.h"
#include "engine/mysql/ddl.h"
#include "engine/mysql/showcreate.h"
#include "sql/normalform.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::engine::mysql;

/// The texts are what MySQL 8.0 and 9 print; MariaDB's are read from a server by the acceptance tests.
class TestMySqlCreateTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void routineTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("returns");
        QTest::addColumn<QString>("body");

        const QString body = u"BEGIN\n  SELECT 'it''s';\nEND"_s;
        QTest::newRow("procedure") << u"CREATE DEFINER=`a`@`b` PROCEDURE `p`(IN x int)\n"_s + body << QString() << body;
        QTest::newRow("procedure with characteristics") << u"CREATE DEFINER=`a`@`b` PROCEDURE `p`()\n    READS SQL "
                                                           u"DATA\n    DETERMINISTIC\n    SQL SECURITY INVOKER\n"
                                                           "    COMMENT 'it''s'\n"_s +
                                                               body
                                                        << QString() << body;
        QTest::newRow("function")
            << u"CREATE DEFINER=`a`@`b` FUNCTION `f`(x int) RETURNS int(11)\n    DETERMINISTIC\n"_s + body
            << u"int(11)"_s << body;
        QTest::newRow("quoted as ANSI_QUOTES says")
            << u"CREATE DEFINER=\"a\"@\"b\" PROCEDURE \"p q\"(OUT \"c d\" int)\n    NO SQL\n"_s + body << QString()
            << body;
    }
    void routineTexts()
    {
        QFETCH(QString, text);
        schema::Routine routine;
        engine::mysql::readRoutineText(text, routine);
        QTEST(routine.returns, "returns");
        QTEST(routine.body.text, "body");
    }

    void readsWhatMySqlPrints()
    {
        const auto table =
            parse(u"CREATE TABLE `t` (\n"
                  "  `id` int unsigned NOT NULL AUTO_INCREMENT,\n"
                  "  `name` varchar(20) CHARACTER SET utf8mb3 COLLATE utf8mb3_bin DEFAULT 'it''s',\n"
                  "  `n` int DEFAULT '7',\n"
                  "  `u` varchar(40) DEFAULT (uuid()),\n"
                  "  `g` int GENERATED ALWAYS AS ((`id` + 1)) STORED /*!80023 INVISIBLE */,\n"
                  "  `p` point NOT NULL /*!80003 SRID 4326 */,\n"
                  "  `at` datetime(3) DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),\n"
                  "  `s` varchar(9) /*!50606 STORAGE DISK */ DEFAULT NULL COMMENT 'a, b)',\n"
                  "  PRIMARY KEY (`id`),\n"
                  "  UNIQUE KEY `u` (`name`(5) DESC) /*!80000 INVISIBLE */,\n"
                  "  KEY `f` ((lower(`name`)),`n`) USING BTREE COMMENT 'x',\n"
                  "  FULLTEXT KEY `w` (`name`) /*!50100 WITH PARSER `ngram` */ ,\n"
                  "  CONSTRAINT `t_chk_1` CHECK ((`n` > 0)) /*!80016 NOT ENFORCED */,\n"
                  "  CONSTRAINT `t_ibfk_1` FOREIGN KEY (`n`) REFERENCES `db`.`o` (`id`) ON DELETE RESTRICT\n"
                  ") /*!50100 TABLESPACE `ts` */ ENGINE=InnoDB AUTO_INCREMENT=9 DEFAULT CHARSET=utf8mb4 "
                  "COLLATE=utf8mb4_0900_ai_ci "
                  "STATS_PERSISTENT=1 COMMENT='c'\n"
                  "/*!50100 PARTITION BY RANGE (`id`)\n(PARTITION p0 VALUES LESS THAN (10) ENGINE = InnoDB,\n"
                  " PARTITION p1 VALUES LESS THAN MAXVALUE ENGINE = InnoDB) */"_s);
        QCOMPARE(table.columns.size(), std::size_t{8});
        const auto &c = table.columns;
        QCOMPARE(c[0].type, u"int unsigned"_s);
        QVERIFY(c[0].autoIncrement && c[0].notNull);
        QCOMPARE(c[1].charset, u"utf8mb3"_s);
        QCOMPARE(c[1].defaultValue.text, u"'it''s'"_s);
        QCOMPARE(c[2].defaultValue.text, u"7"_s);
        QCOMPARE(c[3].defaultValue.text, u"uuid()"_s);
        QCOMPARE(c[4].generatedKind, u"stored"_s);
        QVERIFY(c[4].invisible);
        QCOMPARE(c[5].srid, u"4326"_s);
        QCOMPARE(c[6].onUpdate.text, u"current_timestamp(3)"_s);
        QCOMPARE(c[7].comment, u"a, b)"_s);
        QCOMPARE(c[7].options.at(u"clause"_s), u"STORAGE DISK"_s);
        QCOMPARE(table.indexes.size(), std::size_t{3});
        QVERIFY(table.indexes[0].invisible && table.indexes[0].keys[0].descending);
        QCOMPARE(table.indexes[1].keys[0].expression.text, u"lower(`name`)"_s);
        QCOMPARE(table.indexes[2].options.at(u"parser"_s), u"ngram"_s);
        QCOMPARE(table.constraints.size(), std::size_t{3});
        QVERIFY(table.constraints[1].notEnforced && table.constraints[1].nameIsGenerated);
        QCOMPARE(table.constraints[2].referencedSchema, QString());
        QCOMPARE(table.constraints[2].onDelete, u"restrict"_s);
        QCOMPARE(table.tablespace, u"ts"_s);
        QCOMPARE(table.autoIncrement, u"9"_s);
        QCOMPARE(table.comment, u"c"_s);
        QVERIFY(table.partitions.text.endsWith(u"MAXVALUE)"_s));
        QVERIFY(!table.partitions.text.contains(u"ENGINE"_s));
    }

    void keepsWhatItDoesNotKnow()
    {
        const auto table =
            parse(u"CREATE TABLE `t` (\n  `a` int NEW CLAUSE 'x, y' DEFAULT NULL,\n  KEY `k` (`a`) SHAPE=round\n"
                  ") ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin NOVEL_OPTION=3"_s);
        QCOMPARE(table.columns[0].options.at(u"clause"_s), u"NEW CLAUSE 'x, y'"_s);
        QCOMPARE(table.indexes[0].options.at(u"SHAPE"_s), u"round"_s);
        QCOMPARE(table.options.at(u"NOVEL_OPTION"_s), u"3"_s);
        const QString ddl = createTable(table, schema::EngineKind::MySql);
        for (const QString &part : {u"NEW CLAUSE 'x, y'"_s, u"SHAPE=round"_s, u"NOVEL_OPTION=3"_s}) {
            QVERIFY2(ddl.contains(part), qPrintable(ddl));
        }
    }

    void refusesWhatIsNoTable()
    {
        QVERIFY(!parseCreateTable(u"CREATE TABLE `t` (\n  `a` int\n) WHAT EVER"_s, {}));
        QVERIFY(!parseCreateTable(u"nonsense"_s, {}));
    }

    void spellsTypesOneWay_data()
    {
        QTest::addColumn<QString>("printed");
        QTest::addColumn<QString>("type");
        QTest::newRow("int") << u"int(11)"_s << u"int"_s;
        QTest::newRow("unsigned") << u"int(10) unsigned"_s << u"int unsigned"_s;
        QTest::newRow("own width") << u"int(5)"_s << u"int(5)"_s;
        QTest::newRow("boolean") << u"tinyint(1)"_s << u"tinyint(1)"_s;
        QTest::newRow("zerofill") << u"int(10) unsigned zerofill"_s << u"int(10) unsigned zerofill"_s;
        QTest::newRow("year") << u"year(4)"_s << u"year"_s;
        QTest::newRow("text") << u"varchar(11)"_s << u"varchar(11)"_s;
    }

    void spellsTypesOneWay()
    {
        QFETCH(QString, printed);
        QTEST(canonicalType(printed), "type");
    }

    void leavesTheDatabaseOut()
    {
        QCOMPARE(withoutDatabase(u"nextval(`my db`.`s`) + 'my `my db`.x'"_s, u"my db"_s),
                 u"nextval(`s`) + 'my `my db`.x'"_s);
    }

    /// An alias or a table may have the database's name.
    void keepsAliasesLikeTheDatabase()
    {
        const QString compact = u"select `f`.`id` AS `id`,concat(`f`.`a`,`x`.`b`) AS `c` from (`film` `f` join `x`)"_s;
        QCOMPARE(withoutDatabase(compact, u"f"_s), compact);
        QCOMPARE(withoutDatabase(u"select `f`.`t`.`id` AS `id`,`f`.`fn`(`f`.`a`) AS `y` from ((`f`.`t` join "
                                 "`g`.`f` on(`g`.`f`.`id` = `f`.`t`.`id`)) join `f`.`f` on(`f`.`x` = 1))"_s,
                                 u"f"_s),
                 u"select `t`.`id` AS `id`,`fn`(`f`.`a`) AS `y` from ((`t` join `g`.`f` on(`g`.`f`.`id` = "
                 "`t`.`id`)) join `f` on(`f`.`x` = 1))"_s);
    }

    /// Error 1674: MySQL adds no column whose default differs from server to server.
    void addsUnsafeDefaultsInSteps()
    {
        const schema::Table before = parse(u"CREATE TABLE `t` (\n  `a` int\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4"_s);
        const schema::Table after =
            parse(u"CREATE TABLE `t` (\n  `a` int,\n  `b` char(36) NOT NULL DEFAULT (concat('x',uuid()))\n) "
                  "ENGINE=InnoDB DEFAULT CHARSET=utf8mb4"_s);
        QStringList sql;
        for (const engine::Step &step : alterTable({&before, after, {}}, schema::EngineKind::MySql)) {
            sql << step.sql;
        }
        const QStringList expected{
            u"ALTER TABLE `t` ADD COLUMN `b` char(36) AFTER `a`"_s,
            u"ALTER TABLE `t` ALTER COLUMN `b` SET DEFAULT (concat('x',uuid()))"_s,
            u"UPDATE `t` SET `b` = (concat('x',uuid()))"_s,
            u"ALTER TABLE `t` MODIFY COLUMN `b` char(36) NOT NULL DEFAULT (concat('x',uuid()))"_s};
        QCOMPARE(sql, expected);
        QCOMPARE(alterTable({&before, after, {}}, schema::EngineKind::MariaDb).size(), std::size_t(1));
    }

    void normalFormOfBothProducts()
    {
        const auto form = [](const QString &text) {
            return sql::normalForm(text, sql::dialectOf(schema::EngineKind::MySql));
        };
        QCOMPARE(form(u"(`a` <> _utf8mb4'x')"_s), form(u"a != 'x'"_s));
        QCOMPARE(form(u"((`a` + 1))"_s), form(u"`A` + 1"_s).toLower());
        QCOMPARE(form(u"select  1 -- why\n"_s), form(u"SELECT 1"_s));
        QCOMPARE(form(u"CURRENT_TIMESTAMP"_s), form(u"now()"_s));
        QVERIFY(form(u"(a) + (b)"_s) != form(u"a) + (b"_s));
        QVERIFY(form(u"'A'"_s) != form(u"'a'"_s));
        QVERIFY(form(u"(a or b) and c"_s) != form(u"a or b and c"_s));
    }

private:
    static schema::Table parse(const QString &text)
    {
        CreateTableContext context;
        context.database = u"db"_s;
        context.mariaDb = false;
        const auto table = parseCreateTable(text, context);
        if (!table) {
            qWarning("%s", qPrintable(table.error().text()));
        }
        return table.value_or(schema::Table());
    }
};

QTEST_APPLESS_MAIN(TestMySqlCreateTable)
#include "tst_mysqlcreatetable.moc"

#include "acceptance/mysql/judge.h"

#include <span>

using namespace Qt::StringLiterals;
using namespace countersign;
using namespace countersign::testsupport;

namespace {

/// One attribute in two states, each a script with ;; between statements. %t is the name of the case, and every object
/// of the case begins with it.
struct Case {
    const char *name;
    const char *before;
    const char *after;
};

constexpr Case columnCases[] = {
    {"col_type", "CREATE TABLE %t (a int)", "CREATE TABLE %t (a bigint unsigned)"},
    {"col_width", "CREATE TABLE %t (a int(5))", "CREATE TABLE %t (a int)"},
    {"col_zerofill", "CREATE TABLE %t (a int)", "CREATE TABLE %t (a int(7) zerofill)"},
    {"col_length", "CREATE TABLE %t (a varchar(10))", "CREATE TABLE %t (a varchar(300))"},
    {"col_scale", "CREATE TABLE %t (a decimal(10,2))", "CREATE TABLE %t (a decimal(12,4))"},
    {"col_fraction", "CREATE TABLE %t (a datetime)", "CREATE TABLE %t (a datetime(6))"},
    {"col_enum", "CREATE TABLE %t (a enum('x','it''s'))", "CREATE TABLE %t (a enum('x','it''s','y,z','b\\\\c'))"},
    {"col_set", "CREATE TABLE %t (a set('x','y'))", "CREATE TABLE %t (a set('x','y','z') DEFAULT 'x,z')"},
    {"col_notnull", "CREATE TABLE %t (a int)", "CREATE TABLE %t (a int NOT NULL)"},
    {"col_timestamp", "CREATE TABLE %t (a timestamp NULL)",
     "CREATE TABLE %t (a timestamp NOT NULL DEFAULT '2020-01-01 12:00:00')"},
    {"col_default", "CREATE TABLE %t (a int DEFAULT 1)", "CREATE TABLE %t (a int DEFAULT -2)"},
    {"col_default_none", "CREATE TABLE %t (a varchar(20) DEFAULT 'it''s \\\\ x')", "CREATE TABLE %t (a varchar(20))"},
    {"col_default_empty", "CREATE TABLE %t (a varchar(20))", "CREATE TABLE %t (a varchar(20) DEFAULT '')"},
    {"col_default_null_text", "CREATE TABLE %t (a varchar(20))", "CREATE TABLE %t (a varchar(20) DEFAULT 'NULL')"},
    {"col_default_function", "CREATE TABLE %t (a varchar(40) DEFAULT uuid())",
     "CREATE TABLE %t (a varchar(40) DEFAULT concat('x', uuid()))"},
    {"col_default_expression", "CREATE TABLE %t (a date, b int)",
     "CREATE TABLE %t (a date DEFAULT (curdate() + interval 1 day), b int DEFAULT (1 + 2 * 3))"},
    {"col_default_bits", "CREATE TABLE %t (a bit(3) DEFAULT b'101')", "CREATE TABLE %t (a bit(3) DEFAULT b'1')"},
    {"col_default_binary", "CREATE TABLE %t (a binary(4))", "CREATE TABLE %t (a binary(4) DEFAULT 0x41420000)"},
    {"col_default_zero_date", "CREATE TABLE %t (a int)",
     "SET sql_mode='';; CREATE TABLE %t (a int, d datetime NOT NULL DEFAULT '0000-00-00 00:00:00');; SET "
     "sql_mode=DEFAULT"},
    {"col_default_now", "CREATE TABLE %t (a datetime)", "CREATE TABLE %t (a datetime DEFAULT CURRENT_TIMESTAMP)"},
    {"col_default_text", "CREATE TABLE %t (a text)", "CREATE TABLE %t (a text DEFAULT 'x')"},
    {"col_default_sequence", "CREATE TABLE %t (a bigint)",
     "CREATE SEQUENCE %t_s;; CREATE TABLE %t (a bigint DEFAULT nextval(%t_s))"},
    {"col_on_update", "CREATE TABLE %t (a timestamp(3) NULL)",
     "CREATE TABLE %t (a timestamp(3) NULL DEFAULT current_timestamp(3) ON UPDATE current_timestamp(3))"},
    {"col_charset", "CREATE TABLE %t (a varchar(10)) CHARSET utf8mb4",
     "CREATE TABLE %t (a varchar(10) CHARACTER SET latin1) CHARSET utf8mb4"},
    {"col_collation", "CREATE TABLE %t (a varchar(10)) CHARSET utf8mb4",
     "CREATE TABLE %t (a varchar(10) COLLATE utf8mb4_bin) CHARSET utf8mb4"},
    {"col_comment", "CREATE TABLE %t (a int COMMENT 'one')",
     "CREATE TABLE %t (a int COMMENT 'it''s; \\\\ two\\nlines, ü')"},
    {"col_auto_increment", "CREATE TABLE %t (a int PRIMARY KEY)", "CREATE TABLE %t (a int AUTO_INCREMENT PRIMARY KEY)"},
    {"col_auto_moved", "CREATE TABLE %t (a int AUTO_INCREMENT PRIMARY KEY, b int)",
     "CREATE TABLE %t (a int, b bigint AUTO_INCREMENT PRIMARY KEY)"},
    {"col_virtual", "CREATE TABLE %t (a int, g int AS (a + 1))", "CREATE TABLE %t (a int, g int AS (a + 2))"},
    {"col_stored", "CREATE TABLE %t (a int, g int AS (a + 1) STORED)",
     "CREATE TABLE %t (a int, g int AS (a * 3) STORED)"},
    {"col_kind_stored", "CREATE TABLE %t (a int, g int AS (a + 1) VIRTUAL, KEY k (g))",
     "CREATE TABLE %t (a int, g int AS (a + 1) STORED, KEY k (g))"},
    {"col_kind_plain", "CREATE TABLE %t (a int, g int AS (a + 1) VIRTUAL)", "CREATE TABLE %t (a int, g int)"},
    {"col_kind_unstored", "CREATE TABLE %t (a int, g int AS (a + 1) STORED)", "CREATE TABLE %t (a int, g int)"},
    {"col_generated_dropped", "CREATE TABLE %t (z int, a int, g varchar(20) AS (concat(a, 'x')) STORED)",
     "CREATE TABLE %t (z int)"},
    {"col_invisible", "CREATE TABLE %t (a int, b int)", "CREATE TABLE %t (a int, b int INVISIBLE DEFAULT 3)"},
    {"col_check", "CREATE TABLE %t (a int)", "CREATE TABLE %t (a int CHECK (a > 0))"},
    {"col_check_changed", "CREATE TABLE %t (a varchar(9) CHECK (a <> 'x)'))",
     "CREATE TABLE %t (a varchar(9) CHECK (a <> 'y, (' and char_length(a) > 2))"},
    {"col_json", "CREATE TABLE %t (a longtext)", "CREATE TABLE %t (a json)"},
    {"col_compressed", "CREATE TABLE %t (a text)", "CREATE TABLE %t (a text COMPRESSED)"},
    {"col_added_first", "CREATE TABLE %t (b int)", "CREATE TABLE %t (a int, b int, c int)"},
    {"col_all_replaced", "CREATE TABLE %t (a int)", "CREATE TABLE %t (b int)"},
    {"col_case", "CREATE TABLE %t (Name int, KEY k (Name))", "CREATE TABLE %t (name bigint, KEY K (name))"},
    {"col_types", "CREATE TABLE %t (z int)",
     "CREATE TABLE %t (z int, u uuid, i inet6, y year, f float(7,3), d double, p point NOT NULL, v vector(3) NOT NULL, "
     "m mediumblob, t time(2), SPATIAL KEY (p), VECTOR KEY (v) distance=cosine m=6)"},
};

constexpr Case keyCases[] = {
    {"pk_added", "CREATE TABLE %t (a int NOT NULL)", "CREATE TABLE %t (a int NOT NULL PRIMARY KEY)"},
    {"pk_dropped", "CREATE TABLE %t (a int NOT NULL AUTO_INCREMENT PRIMARY KEY)", "CREATE TABLE %t (a int NOT NULL)"},
    {"pk_changed", "CREATE TABLE %t (a int AUTO_INCREMENT, b int, PRIMARY KEY (a))",
     "CREATE TABLE %t (a int AUTO_INCREMENT, b int NOT NULL, PRIMARY KEY (b, a), KEY (a))"},
    {"pk_prefix", "CREATE TABLE %t (a varchar(50), PRIMARY KEY (a(10)))",
     "CREATE TABLE %t (a varchar(50), PRIMARY KEY (a))"},
    {"pk_comment", "CREATE TABLE %t (a int PRIMARY KEY)", "CREATE TABLE %t (a int, PRIMARY KEY (a) COMMENT 'main')"},
    {"key_columns", "CREATE TABLE %t (a int, b int, KEY k (a))", "CREATE TABLE %t (a int, b int, KEY k (b, a))"},
    {"key_unique", "CREATE TABLE %t (a int, KEY k (a))", "CREATE TABLE %t (a int, UNIQUE KEY k (a))"},
    {"key_descending", "CREATE TABLE %t (a int, KEY k (a))", "CREATE TABLE %t (a int, KEY k (a DESC))"},
    {"key_prefix", "CREATE TABLE %t (a text, KEY k (a(10)))", "CREATE TABLE %t (a text, KEY k (a(20)))"},
    {"key_ignored", "CREATE TABLE %t (a int, KEY k (a))", "CREATE TABLE %t (a int, KEY k (a) IGNORED)"},
    {"key_fulltext", "CREATE TABLE %t (a text, KEY k (a(5)))", "CREATE TABLE %t (a text, FULLTEXT KEY k (a))"},
    {"key_comment", "CREATE TABLE %t (a int, KEY k (a))", "CREATE TABLE %t (a int, KEY k (a) COMMENT 'it''s')"},
    {"key_using", "CREATE TABLE %t (a int, KEY k (a)) ENGINE=MEMORY",
     "CREATE TABLE %t (a int, KEY k (a) USING BTREE) ENGINE=MEMORY"},
    {"key_renamed", "CREATE TABLE %t (a int, KEY k (a))", "CREATE TABLE %t (a int, KEY other (a))"},
    {"key_dropped_column", "CREATE TABLE %t (a int, b int, KEY k (a, b), UNIQUE u (b))",
     "CREATE TABLE %t (a int, KEY k (a))"},
    {"check_added", "CREATE TABLE %t (a int)", "CREATE TABLE %t (a int, CONSTRAINT positive CHECK (a > 0))"},
    {"check_changed", "CREATE TABLE %t (a int, b int, CONSTRAINT c CHECK (a > 0))",
     "CREATE TABLE %t (a int, b int, CONSTRAINT c CHECK (a > b or a in (1, 2)))"},
    {"check_dropped_column", "CREATE TABLE %t (a int, b int, CONSTRAINT c CHECK (a > b))", "CREATE TABLE %t (a int)"},
    {"check_unnamed", "CREATE TABLE %t (a int, b int)", "CREATE TABLE %t (a int, b int, CHECK (a > b))"},
    {"fk_added", "CREATE TABLE %t_p (id int PRIMARY KEY);; CREATE TABLE %t (p int)",
     "CREATE TABLE %t_p (id int PRIMARY KEY);; CREATE TABLE %t (p int, CONSTRAINT %t_k FOREIGN KEY (p) REFERENCES %t_p "
     "(id))"},
    {"fk_actions",
     "CREATE TABLE %t_p (id int PRIMARY KEY);; CREATE TABLE %t (p int, CONSTRAINT %t_k FOREIGN KEY (p) REFERENCES %t_p "
     "(id))",
     "CREATE TABLE %t_p (id int PRIMARY KEY);; CREATE TABLE %t (p int, CONSTRAINT %t_k FOREIGN KEY (p) REFERENCES %t_p "
     "(id) ON DELETE SET NULL ON UPDATE CASCADE)"},
    {"fk_no_action",
     "CREATE TABLE %t_p (id int PRIMARY KEY);; CREATE TABLE %t (p int, CONSTRAINT %t_k FOREIGN KEY (p) REFERENCES %t_p "
     "(id) ON DELETE CASCADE)",
     "CREATE TABLE %t_p (id int PRIMARY KEY);; CREATE TABLE %t (p int, CONSTRAINT %t_k FOREIGN KEY (p) REFERENCES %t_p "
     "(id) ON DELETE NO ACTION)"},
    {"fk_types",
     "CREATE TABLE %t_p (id int PRIMARY KEY);; CREATE TABLE %t (p int, CONSTRAINT %t_k FOREIGN KEY (p) REFERENCES %t_p "
     "(id))",
     "CREATE TABLE %t_p (id bigint PRIMARY KEY);; CREATE TABLE %t (p bigint, CONSTRAINT %t_k FOREIGN KEY (p) "
     "REFERENCES %t_p (id))"},
    {"fk_charset",
     "CREATE TABLE %t_p (id varchar(9) PRIMARY KEY) CHARSET latin1;; CREATE TABLE %t (p varchar(9), FOREIGN KEY (p) "
     "REFERENCES %t_p (id)) CHARSET latin1",
     "CREATE TABLE %t_p (id varchar(9) PRIMARY KEY) CHARSET utf8mb4;; CREATE TABLE %t (p varchar(9), FOREIGN KEY (p) "
     "REFERENCES %t_p (id)) CHARSET utf8mb4"},
    {"fk_circle", "CREATE TABLE %t (a int)",
     "CREATE TABLE %t (a int);; CREATE TABLE %t_1 (id int PRIMARY KEY, o int);; CREATE TABLE %t_2 (id int PRIMARY KEY, "
     "o int, CONSTRAINT %t_k2 FOREIGN KEY (o) REFERENCES %t_1 (id));; ALTER TABLE %t_1 ADD CONSTRAINT %t_k1 FOREIGN "
     "KEY (o) REFERENCES %t_2 (id)"},
    {"fk_self", "CREATE TABLE %t (a int)",
     "CREATE TABLE %t (a int);; CREATE TABLE %t_1 (id int PRIMARY KEY, o int, FOREIGN KEY (o) REFERENCES %t_1 (id) ON "
     "DELETE CASCADE)"},
    {"fk_chain", "CREATE TABLE %t (a int)",
     "CREATE TABLE %t (a int);; CREATE TABLE %t_z (id int PRIMARY KEY);; CREATE TABLE %t_m (id int PRIMARY KEY, p int, "
     "FOREIGN KEY (p) REFERENCES %t_z (id));; CREATE TABLE %t_a (id int PRIMARY KEY, p int, FOREIGN KEY (p) REFERENCES "
     "%t_m (id))"},
};

constexpr Case tableCases[] = {
    {"tab_engine", "CREATE TABLE %t (a int) ENGINE=InnoDB", "CREATE TABLE %t (a int) ENGINE=MyISAM"},
    {"tab_engine_options", "CREATE TABLE %t (a int) ENGINE=Aria TRANSACTIONAL=1",
     "CREATE TABLE %t (a int) ENGINE=MEMORY MAX_ROWS=5"},
    {"tab_charset", "CREATE TABLE %t (a varchar(10), b char(2) CHARACTER SET ascii) CHARSET latin1",
     "CREATE TABLE %t (a varchar(10), b char(2) CHARACTER SET ascii) CHARSET utf8mb4"},
    {"tab_charset_kept", "CREATE TABLE %t (a varchar(10)) CHARSET latin1",
     "CREATE TABLE %t (a varchar(10) CHARACTER SET latin1) CHARSET utf8mb4"},
    {"tab_collation", "CREATE TABLE %t (a varchar(10), e enum('x')) CHARSET utf8mb4 COLLATE utf8mb4_general_ci",
     "CREATE TABLE %t (a varchar(10), e enum('x')) CHARSET utf8mb4 COLLATE utf8mb4_unicode_ci"},
    {"tab_row_format", "CREATE TABLE %t (a int)", "CREATE TABLE %t (a int) ROW_FORMAT=COMPACT"},
    {"tab_comment", "CREATE TABLE %t (a int) COMMENT='x'", "CREATE TABLE %t (a int) COMMENT='it''s \\\\'"},
    {"tab_options", "CREATE TABLE %t (a int) STATS_PERSISTENT=1 PAGE_COMPRESSED=1",
     "CREATE TABLE %t (a int) MAX_ROWS=10 STATS_AUTO_RECALC=0"},
    {"tab_partitioned", "CREATE TABLE %t (a int, d date, PRIMARY KEY (a))",
     "CREATE TABLE %t (a int, d date, PRIMARY KEY (a, d)) PARTITION BY RANGE COLUMNS (d) (PARTITION p0 VALUES LESS "
     "THAN ('2020-01-01') COMMENT 'old', PARTITION pm VALUES LESS THAN (MAXVALUE))"},
    {"tab_partition_added", "CREATE TABLE %t (a int) PARTITION BY RANGE (a) (PARTITION p0 VALUES LESS THAN (10))",
     "CREATE TABLE %t (a int) PARTITION BY RANGE (a) (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS "
     "THAN (20), PARTITION p2 VALUES LESS THAN (30))"},
    {"tab_partition_list", "CREATE TABLE %t (a int) PARTITION BY LIST (a) (PARTITION p0 VALUES IN (1, 2))",
     "CREATE TABLE %t (a int) PARTITION BY LIST (a) (PARTITION p0 VALUES IN (1), PARTITION px DEFAULT)"},
    {"tab_partition_hash", "CREATE TABLE %t (a int) PARTITION BY HASH (a) PARTITIONS 2",
     "CREATE TABLE %t (a int) PARTITION BY HASH (a) PARTITIONS 5"},
    {"tab_subpartition", "CREATE TABLE %t (a int, d date) PARTITION BY RANGE (a) (PARTITION p0 VALUES LESS THAN (10))",
     "CREATE TABLE %t (a int, d date) PARTITION BY RANGE (a) SUBPARTITION BY HASH (to_days(d)) SUBPARTITIONS 2 "
     "(PARTITION p0 VALUES LESS THAN (10))"},
    {"tab_versioned", "CREATE TABLE %t (a int)",
     "CREATE TABLE %t (a int, b int WITHOUT SYSTEM VERSIONING) WITH SYSTEM VERSIONING"},
    {"tab_versioned_columns", "CREATE TABLE %t (a int)",
     "CREATE TABLE %t (a int, s timestamp(6) GENERATED ALWAYS AS ROW START INVISIBLE, e timestamp(6) GENERATED ALWAYS "
     "AS ROW END INVISIBLE, PERIOD FOR SYSTEM_TIME (s, e)) WITH SYSTEM VERSIONING"},
    {"tab_versioned_altered", "CREATE TABLE %t (a int, b varchar(10)) WITH SYSTEM VERSIONING",
     "CREATE TABLE %t (a bigint, c varchar(10)) WITH SYSTEM VERSIONING"},
    {"tab_versioned_partitions", "CREATE TABLE %t (a int) WITH SYSTEM VERSIONING",
     "CREATE TABLE %t (a int) WITH SYSTEM VERSIONING PARTITION BY SYSTEM_TIME LIMIT 100 (PARTITION h HISTORY, "
     "PARTITION c CURRENT)"},
    {"tab_period", "CREATE TABLE %t (a int, s date, e date)",
     "CREATE TABLE %t (a int, s date, e date, PERIOD FOR valid (s, e))"},
    {"tab_overlaps", "CREATE TABLE %t (a int, s date, e date, PERIOD FOR valid (s, e), PRIMARY KEY (a, s))",
     "CREATE TABLE %t (a int, s date, e date, PERIOD FOR valid (s, e), PRIMARY KEY (a, valid WITHOUT OVERLAPS))"},
    {"tab_overlaps_unique", "CREATE TABLE %t (a int, s date, e date, PERIOD FOR valid (s, e))",
     "CREATE TABLE %t (a int, s date, e date, PERIOD FOR valid (s, e), UNIQUE KEY u (a, valid WITHOUT OVERLAPS))"},
    {"tab_becomes_view", "CREATE TABLE %t (a int)", "CREATE VIEW %t AS SELECT 1 AS a"},
    {"tab_quoting", "CREATE TABLE %t (a int)",
     "CREATE TABLE %t (a int);; CREATE TABLE `%t we``ird;` (`sel ect` int, `a``b` int, KEY `k;` (`a``b`))"},
};

constexpr Case programCases[] = {
    {"view_query", "CREATE TABLE %t_t (a int, b int);; CREATE VIEW %t AS SELECT a FROM %t_t",
     "CREATE TABLE %t_t (a int, b int);; CREATE VIEW %t AS SELECT a, b FROM %t_t WHERE b > 'x'"},
    {"view_options", "CREATE TABLE %t_t (a int);; CREATE VIEW %t AS SELECT a FROM %t_t",
     "CREATE TABLE %t_t (a int);; CREATE ALGORITHM=MERGE DEFINER=someone@'%' SQL SECURITY INVOKER VIEW %t AS SELECT a "
     "FROM %t_t WHERE a > 1 WITH LOCAL CHECK OPTION"},
    {"view_client", "SET NAMES latin1;; CREATE VIEW %t AS SELECT 'x' AS a;; SET NAMES utf8mb4",
     "SET NAMES utf8mb4 COLLATE utf8mb4_unicode_ci;; CREATE VIEW %t AS SELECT 'x' AS a;; SET NAMES utf8mb4"},
    {"proc_client", "SET NAMES latin1;; CREATE PROCEDURE %t() SELECT 'x';; SET NAMES utf8mb4",
     "SET NAMES utf8mb4 COLLATE utf8mb4_unicode_ci;; CREATE PROCEDURE %t() SELECT 'x';; SET NAMES utf8mb4"},
    {"trig_client",
     "CREATE TABLE %t_t (a int);; SET NAMES utf8mb4 COLLATE utf8mb4_bin;; CREATE TRIGGER %t BEFORE INSERT ON %t_t FOR "
     "EACH ROW SET @s = 'ü';; SET NAMES utf8mb4",
     "CREATE TABLE %t_t (a int);; CREATE TRIGGER %t BEFORE INSERT ON %t_t FOR EACH ROW SET @s = 'ü'"},
    {"event_client",
     "SET NAMES cp1251;; CREATE EVENT %t ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01' DO SELECT 'x';; SET NAMES utf8mb4",
     "CREATE EVENT %t ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01' DO SELECT 'x'"},
    {"view_chain", "CREATE TABLE %t_t (a int)",
     "CREATE TABLE %t_t (a int);; CREATE FUNCTION %t_f(x int) RETURNS int DETERMINISTIC RETURN x + 1;; CREATE VIEW "
     "%t_z AS SELECT %t_f(a) AS a FROM %t_t;; CREATE VIEW %t_a AS SELECT a FROM %t_z UNION SELECT 3"},
    {"view_union", "CREATE VIEW %t AS SELECT 1 AS x",
     "CREATE VIEW %t AS WITH RECURSIVE c AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM c WHERE n < 5) SELECT n AS x "
     "FROM c"},
    {"func_body", "CREATE FUNCTION %t(a int) RETURNS int RETURN a + 1",
     "CREATE FUNCTION %t(a int) RETURNS int RETURN a + 2"},
    {"func_traits", "CREATE FUNCTION %t(a int) RETURNS int RETURN a",
     "CREATE DEFINER=other@localhost FUNCTION %t(a varchar(20) CHARSET utf8mb4, b int) RETURNS varchar(30) CHARSET "
     "utf8mb4 DETERMINISTIC NO SQL SQL SECURITY INVOKER COMMENT 'it''s' RETURN concat(a, b)"},
    {"proc_mode", "CREATE PROCEDURE %t(IN a int) SELECT a",
     "SET sql_mode='ANSI_QUOTES';; CREATE PROCEDURE %t(IN a int, OUT \"b c\" int) READS SQL DATA BEGIN DECLARE x int; "
     "SET \"b c\" = a; IF a > 1 THEN SELECT 'x;y'; END IF; END;; SET sql_mode=DEFAULT"},
    {"func_escapes",
     "CREATE FUNCTION %t(a varchar(9)) RETURNS varchar(99) CHARSET utf8mb4 DETERMINISTIC COMMENT 'is\\\\n it\\'s' "
     "RETURN a",
     "CREATE FUNCTION %t(a varchar(9)) RETURNS varchar(99) CHARSET utf8mb4 DETERMINISTIC COMMENT 'is\\\\n it\\'s' "
     "BEGIN "
     "/* why; */ IF a REGEXP '^\\\\d+$' THEN RETURN 'it\\'s \\\\ \\\"'; END IF; -- '\n RETURN \"a\\\"b\\n\\%\"; END"},
    {"proc_same_name", "CREATE PROCEDURE %t() SELECT 1",
     "CREATE PROCEDURE %t() SELECT 1;; CREATE FUNCTION %t() RETURNS int RETURN 2"},
    {"proc_aggregate", "CREATE FUNCTION %t_x(a int) RETURNS int RETURN a",
     "CREATE AGGREGATE FUNCTION %t(x int) RETURNS int BEGIN DECLARE n int DEFAULT 0; DECLARE CONTINUE HANDLER FOR NOT "
     "FOUND RETURN n; LOOP FETCH GROUP NEXT ROW; SET n = n + x; END LOOP; END"},
    {"trig_body", "CREATE TABLE %t (a int);; CREATE TRIGGER %t_1 BEFORE INSERT ON %t FOR EACH ROW SET NEW.a = 1",
     "CREATE TABLE %t (a int);; CREATE TRIGGER %t_1 BEFORE INSERT ON %t FOR EACH ROW BEGIN SET NEW.a = 2; END"},
    {"trig_escapes",
     "CREATE TABLE %t (a varchar(9));; CREATE TRIGGER %t_1 BEFORE INSERT ON %t FOR EACH ROW SET NEW.a = 'x'",
     "CREATE TABLE %t (a varchar(9));; CREATE TRIGGER %t_0 BEFORE INSERT ON %t FOR EACH ROW SET @x = 1;; CREATE "
     "trigger %t_1 before insert on %t for each\nrow begin set NEW.a = '\\\\ \\''; end"},
    {"trig_timing", "CREATE TABLE %t (a int);; CREATE TRIGGER %t_1 BEFORE INSERT ON %t FOR EACH ROW SET @x = 1",
     "CREATE TABLE %t (a int);; CREATE TRIGGER %t_1 AFTER UPDATE ON %t FOR EACH ROW SET @x = 1"},
    {"trig_order",
     "CREATE TABLE %t (a int);; CREATE TRIGGER %t_1 BEFORE INSERT ON %t FOR EACH ROW SET @x = 1;; CREATE TRIGGER %t_2 "
     "BEFORE INSERT ON %t FOR EACH ROW SET @x = 2",
     "CREATE TABLE %t (a int);; CREATE TRIGGER %t_2 BEFORE INSERT ON %t FOR EACH ROW SET @x = 2;; CREATE TRIGGER %t_1 "
     "BEFORE INSERT ON %t FOR EACH ROW SET @x = 1"},
    {"trig_first", "CREATE TABLE %t (a int);; CREATE TRIGGER %t_2 BEFORE INSERT ON %t FOR EACH ROW SET @x = 2",
     "CREATE TABLE %t (a int);; CREATE TRIGGER %t_1 BEFORE INSERT ON %t FOR EACH ROW SET @x = 1;; CREATE TRIGGER %t_2 "
     "BEFORE INSERT ON %t FOR EACH ROW SET @x = 2"},
    {"trig_definer", "CREATE TABLE %t (a int);; CREATE TRIGGER %t_1 BEFORE DELETE ON %t FOR EACH ROW SET @x = 1",
     "CREATE TABLE %t (a int);; SET sql_mode='NO_BACKSLASH_ESCAPES';; CREATE DEFINER=someone@'10.%' TRIGGER %t_1 "
     "BEFORE DELETE ON %t FOR EACH ROW SET @x = 1;; SET sql_mode=DEFAULT"},
    {"event_body", "CREATE EVENT %t ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DO SELECT 1",
     "CREATE EVENT %t ON SCHEDULE EVERY '1:30' HOUR_MINUTE STARTS '2031-01-01 00:00:00' ENDS '2032-01-01 00:00:00' ON "
     "COMPLETION PRESERVE DISABLE COMMENT 'x' DO BEGIN SELECT 2; SELECT 3; END"},
    {"event_escapes",
     "CREATE EVENT %t ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' COMMENT ' DO ' DO SELECT 'x'",
     "CREATE EVENT %t ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' COMMENT ' DO ' DO SELECT '\\\\d \\'' /* why "
     "*/"},
    {"event_once", "CREATE EVENT %t ON SCHEDULE AT '2030-01-01 00:00:00' DO SELECT 1",
     "SET time_zone='+02:00';; CREATE EVENT %t ON SCHEDULE AT '2031-01-01 00:00:00' DO SELECT 1;; SET "
     "time_zone=DEFAULT"},
    {"seq_counter", "CREATE SEQUENCE %t",
     "CREATE SEQUENCE %t START WITH 5 MINVALUE -10 MAXVALUE 1000 INCREMENT BY 2 CACHE 20 CYCLE"},
    {"seq_type", "CREATE SEQUENCE %t NOCACHE", "CREATE SEQUENCE %t AS int START WITH -5 MINVALUE -10 MAXVALUE 100"},
};

QString scriptOf(std::span<const Case> cases, bool after)
{
    QString script = u"DELIMITER ;;\n"_s;
    for (const Case &one : cases) {
        QString sql = QString::fromUtf8(after ? one.after : one.before);
        script += sql.replace(u"%t"_s, QString::fromLatin1(one.name)) + u";;\n"_s;
    }
    return script;
}

} // namespace

/// Every attribute the model lists for this family, changed one at a time: found, repaired, nothing left, both ways.
class TestMySqlAttributes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columns() { changeAll(columnCases); }
    void keys() { changeAll(keyCases); }
    void tables() { changeAll(tableCases); }
    void programs() { changeAll(programCases); }

private:
    static void changeAll(std::span<const Case> cases)
    {
        auto a = TestDatabase::create(schema::EngineKind::MariaDb, u"before"_s);
        auto b = TestDatabase::create(schema::EngineKind::MariaDb, u"after"_s);
        CS_REQUIRE(a);
        CS_REQUIRE(b);
        CS_REQUIRE(a->execute(scriptOf(cases, false)));
        CS_REQUIRE(b->execute(scriptOf(cases, true)));
        const QString dumpA = judged(*a);
        const QString dumpB = judged(*b);
        const auto from = readMySql(*a);
        const auto to = readMySql(*b);
        CS_REQUIRE(from);
        CS_REQUIRE(to);
        const diff::Comparison comparison = diff::compare(*from, *to, {});
        QVERIFY2(comparison.notCompared.empty(), qPrintable(listed(comparison)));
        const QString found = listed(comparison);
        for (const Case &one : cases) {
            QVERIFY2(found.contains(QString::fromLatin1(one.name)), one.name);
        }
        converge(*a, *from, *to, dumpB);
        if (!QTest::currentTestFailed()) {
            converge(*a, *to, *from, dumpA);
        }
        restore(*b, *to);
    }

    static void converge(const TestDatabase &database, const schema::Schema &from, const schema::Schema &to,
                         const QString &wanted)
    {
        const QString failed = apply(database, stepsBetween(from, to));
        QVERIFY2(failed.isEmpty(), qPrintable(failed));
        const QString left = firstDifference(judged(database), wanted);
        QVERIFY2(left.isEmpty(), qPrintable(left));
        const auto reached = readMySql(database);
        CS_REQUIRE(reached);
        const diff::Comparison rest = diff::compare(*reached, to, {});
        QVERIFY2(rest.identical(), qPrintable(u"still different: "_s + listed(rest)));
    }

    /// Silent against the dumped and restored copy.
    static void restore(const TestDatabase &original, const schema::Schema &schema)
    {
        auto copy = TestDatabase::create(schema::EngineKind::MariaDb, u"restored"_s);
        CS_REQUIRE(copy);
        const auto dump = original.dump();
        CS_REQUIRE(dump);
        CS_REQUIRE(copy->execute(QString(*dump).remove(u'`' + original.name() + u"`."_s)));
        const auto restored = readMySql(*copy);
        CS_REQUIRE(restored);
        const diff::Comparison noise = diff::compare(schema, *restored, {});
        QVERIFY2(noise.identical(), qPrintable(u"noise: "_s + listed(noise)));
    }
};

QTEST_GUILESS_MAIN(TestMySqlAttributes)
#include "tst_mysqlattributes.moc"

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
    {"col_default_now_and", "CREATE TABLE %t (a datetime)",
     "CREATE TABLE %t (a datetime DEFAULT (now() + interval 1 day), b varbinary(9) DEFAULT (concat(x'41', 'b')))"},
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
    {"check_changed", "CREATE TABLE %t (a int, b int, CONSTRAINT %t_c CHECK (a > 0))",
     "CREATE TABLE %t (a int, b int, CONSTRAINT %t_c CHECK (a > b or a in (1, 2)))"},
    {"check_dropped_column", "CREATE TABLE %t (a int, b int, CONSTRAINT %t_c CHECK (a > b))",
     "CREATE TABLE %t (a int)"},
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
    {"fk_counter",
     "CREATE TABLE %t_p (id int PRIMARY KEY, o int);; CREATE TABLE %t (p int, CONSTRAINT %t_k FOREIGN KEY (p) "
     "REFERENCES %t_p (id))",
     "CREATE TABLE %t_p (id int AUTO_INCREMENT PRIMARY KEY, o int);; CREATE TABLE %t (p int, CONSTRAINT %t_k FOREIGN "
     "KEY (p) REFERENCES %t_p (id))"},
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
    {"tab_block_size", "CREATE TABLE %t (a int PRIMARY KEY, b int, KEY k (b)) ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=8",
     "CREATE TABLE %t (a int PRIMARY KEY, b int, KEY k (b))"},
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
    {"tab_unversioned_partitions",
     "CREATE TABLE %t (a int PRIMARY KEY, s timestamp(6) GENERATED ALWAYS AS ROW START, e timestamp(6) GENERATED "
     "ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (s, e)) WITH SYSTEM VERSIONING PARTITION BY SYSTEM_TIME (PARTITION h "
     "HISTORY, PARTITION c CURRENT)",
     "CREATE TABLE %t (a int PRIMARY KEY) PARTITION BY HASH (a) PARTITIONS 2"},
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
    {"seq_comment", "CREATE SEQUENCE %t", "CREATE SEQUENCE %t COMMENT='it''s down'"},
    {"seq_type", "CREATE SEQUENCE %t NOCACHE", "CREATE SEQUENCE %t AS int START WITH -5 MINVALUE -10 MAXVALUE 100"},
};

/// What only MySQL has, or says in its own way.
constexpr Case mySqlCases[] = {
    {"m_default_uuid", "CREATE TABLE %t (a varchar(40))",
     "CREATE TABLE %t (a varchar(40) DEFAULT (uuid()), b binary(16) NOT NULL DEFAULT (uuid_to_bin(uuid())))"},
    {"m_default_expr", "CREATE TABLE %t (a date, b int, c json, d text)",
     "CREATE TABLE %t (a date DEFAULT (curdate() + interval 1 day), b int DEFAULT (1 + 2 * 3), c json DEFAULT "
     "(json_object('a', 'it''s')), d text DEFAULT ('it''s \\\\ x'))"},
    {"m_default_binary", "CREATE TABLE %t (a binary(4), b varbinary(20))",
     "CREATE TABLE %t (a binary(4) DEFAULT 0x41420000, b varbinary(20) DEFAULT 'ab')"},
    {"m_default_zero", "CREATE TABLE %t (a int)",
     "SET sql_mode='';; CREATE TABLE %t (a int, d datetime NOT NULL DEFAULT '0000-00-00 00:00:00', e date default "
     "'2020-00-00');; SET sql_mode=DEFAULT"},
    {"m_bool", "CREATE TABLE %t (a tinyint)", "CREATE TABLE %t (a tinyint(1))"},
    {"m_invisible", "CREATE TABLE %t (a int, b int)", "CREATE TABLE %t (a int, b int INVISIBLE DEFAULT 3)"},
    {"m_visible", "CREATE TABLE %t (a int, b int INVISIBLE)", "CREATE TABLE %t (a int, b int)"},
    {"m_notenforced", "CREATE TABLE %t (a int, CONSTRAINT c1%t CHECK (a > 0))",
     "CREATE TABLE %t (a int, CONSTRAINT c1%t CHECK (a > 0) NOT ENFORCED)"},
    {"m_enforced", "CREATE TABLE %t (a int, CONSTRAINT c1%t CHECK (a > 0) NOT ENFORCED)",
     "CREATE TABLE %t (a int, CONSTRAINT c1%t CHECK (a > 0))"},
    {"m_check_text", "CREATE TABLE %t (a varchar(9), CONSTRAINT c1%t CHECK (a <> 'x'))",
     "CREATE TABLE %t (a varchar(9), CONSTRAINT c1%t CHECK (a not in ('it''s','b\\\\c',_latin1'd') and a regexp "
     "'^\\\\d'))"},
    {"m_srid", "CREATE TABLE %t (p point NOT NULL)", "CREATE TABLE %t (p point NOT NULL SRID 4326)"},
    {"m_srid_drop", "CREATE TABLE %t (p point NOT NULL SRID 4326, spatial key (p))",
     "CREATE TABLE %t (p point NOT NULL)"},
    {"m_key_inv", "CREATE TABLE %t (a int, KEY k (a))", "CREATE TABLE %t (a int, KEY k (a) INVISIBLE)"},
    {"m_key_func", "CREATE TABLE %t (a int, b varchar(20), KEY k (a))",
     "CREATE TABLE %t (a int, b varchar(20), KEY k ((a * 2)), KEY k2 ((lower(b)), a DESC))"},
    {"m_key_func2", "CREATE TABLE %t (a int, b varchar(20), KEY k ((a+1)))",
     "CREATE TABLE %t (a int, b varchar(20), KEY k ((a+2)))"},
    {"m_key_func3", "CREATE TABLE %t (a int, b varchar(20), KEY k ((a+1)), key k2 ((a+b)))",
     "CREATE TABLE %t (b varchar(20))"},
    {"m_mv", "CREATE TABLE %t (j json)",
     "CREATE TABLE %t (j json, KEY mv ((cast(j->'$.tags' as char(20) array))), KEY mv2 ((cast(j->'$.n' as unsigned "
     "array))))"},
    {"m_part_add", "CREATE TABLE %t (id int) PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (10))",
     "CREATE TABLE %t (id int) PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS "
     "THAN (20))"},
    {"m_part_key", "CREATE TABLE %t (id int) PARTITION BY KEY (id) PARTITIONS 2",
     "CREATE TABLE %t (id int) PARTITION BY KEY ALGORITHM=1 (id) PARTITIONS 4"},
    {"m_part_none", "CREATE TABLE %t (id int) PARTITION BY HASH (id) PARTITIONS 2", "CREATE TABLE %t (id int)"},
    {"m_part_sub", "CREATE TABLE %t (id int, d date)",
     "CREATE TABLE %t (id int, d date) PARTITION BY RANGE (year(d)) SUBPARTITION BY HASH (to_days(d)) SUBPARTITIONS 2 "
     "(PARTITION p0 VALUES LESS THAN (2000), PARTITION p1 VALUES LESS THAN MAXVALUE)"},
    {"m_part_list", "CREATE TABLE %t (r varchar(9)) PARTITION BY LIST COLUMNS(r) (PARTITION a VALUES IN ('x','y'))",
     "CREATE TABLE %t (r varchar(9)) PARTITION BY LIST COLUMNS(r) (PARTITION a VALUES IN ('x'), PARTITION b VALUES IN "
     "('y','z'))"},
    {"m_part_cols",
     "CREATE TABLE %t (a int, b int) PARTITION BY RANGE COLUMNS(a,b) (PARTITION a VALUES LESS THAN (1,2))",
     "CREATE TABLE %t (a int, b int) PARTITION BY RANGE COLUMNS(a,b) (PARTITION a VALUES LESS THAN (1,5))"},
    {"m_comp", "CREATE TABLE %t (a int)", "CREATE TABLE %t (a int) COMPRESSION='zlib'"},
    {"m_comp2", "CREATE TABLE %t (a int) COMPRESSION='zlib'", "CREATE TABLE %t (a int)"},
    {"m_rowfmt", "CREATE TABLE %t (a int) ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=8",
     "CREATE TABLE %t (a int) ROW_FORMAT=DYNAMIC"},
    {"m_rowfmt2", "CREATE TABLE %t (a int) ROW_FORMAT=DYNAMIC", "CREATE TABLE %t (a int)"},
    {"m_stats", "CREATE TABLE %t (a int) STATS_PERSISTENT=1 STATS_AUTO_RECALC=0 STATS_SAMPLE_PAGES=10",
     "CREATE TABLE %t (a int)"},
    {"m_opts",
     "CREATE TABLE %t (a int) AVG_ROW_LENGTH=100 MAX_ROWS=1000 MIN_ROWS=5 PACK_KEYS=1 CHECKSUM=1 DELAY_KEY_WRITE=1 "
     "ENGINE=MyISAM",
     "CREATE TABLE %t (a int) ENGINE=MyISAM"},
    {"m_sec", "CREATE TABLE %t (a int)",
     "CREATE TABLE %t (a int SECONDARY_ENGINE_ATTRIBUTE='{\"a\":1}', KEY (a)) SECONDARY_ENGINE_ATTRIBUTE='{\"a\":1}'"},
    {"m_sec2",
     "CREATE TABLE %t (a int SECONDARY_ENGINE_ATTRIBUTE='{\"a\":1}', KEY (a)) SECONDARY_ENGINE_ATTRIBUTE='{\"a\":1}'",
     "CREATE TABLE %t (a int, key (a))"},
    {"m_autoext", "CREATE TABLE %t (a int)", "CREATE TABLE %t (a int) AUTOEXTEND_SIZE=4M"},
    {"m_autoext2", "CREATE TABLE %t (a int) AUTOEXTEND_SIZE=4M", "CREATE TABLE %t (a int)"},
    {"m_vec", "CREATE TABLE %t (a int)", "CREATE TABLE %t (a int, v vector(5), w vector)"},
    {"m_vec2", "CREATE TABLE %t (v vector(5))", "CREATE TABLE %t (v vector(50))"},
    {"m_gen_nn", "CREATE TABLE %t (a int, g int AS (a+1) STORED)",
     "CREATE TABLE %t (a int, g int AS (a+1) STORED NOT NULL COMMENT 'x')"},
    {"m_gen_vnn", "CREATE TABLE %t (a int, g int AS (a+1) VIRTUAL)",
     "CREATE TABLE %t (a int, g int AS (a+1) VIRTUAL NOT NULL)"},
    {"m_gen_esc", "CREATE TABLE %t (a varchar(9), g varchar(20) AS (concat(a,'x')))",
     "CREATE TABLE %t (a varchar(9), g varchar(20) AS (concat(a,'it''s \\\\ \"q\"', \"dq\", _utf8mb4'ü', x'41', "
     "b'1')))"},
    {"m_gen_json", "CREATE TABLE %t (j json)",
     "CREATE TABLE %t (j json, g varchar(20) COLLATE utf8mb4_bin AS (j->>'$.a.\"b c\"') STORED, KEY (g))"},
    {"m_gen_chain", "CREATE TABLE %t (a int)",
     "CREATE TABLE %t (a int, g int as (a+1), h int as (g*2) stored, key (h))"},
    {"m_gen_key", "CREATE TABLE %t (a int, g int AS (a+1) VIRTUAL, KEY (g))",
     "CREATE TABLE %t (a int, g int AS (a+2) VIRTUAL, KEY (g))"},
    {"m_gen_drop", "CREATE TABLE %t (a int, g int AS (a+1) VIRTUAL, KEY (g))", "CREATE TABLE %t (g int)"},
    {"m_stored2plain", "CREATE TABLE %t (a int, g int AS (a+1) STORED)", "CREATE TABLE %t (a int, g int)"},
    {"m_charset_tab", "CREATE TABLE %t (a varchar(10), b text) CHARSET=latin1",
     "CREATE TABLE %t (a varchar(10), b text) CHARSET=utf8mb4"},
    {"m_charset_0900", "CREATE TABLE %t (a varchar(10), b text) CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci",
     "CREATE TABLE %t (a varchar(10), b text COLLATE utf8mb4_ja_0900_as_cs) CHARSET=utf8mb4"},
    {"m_charset_bin", "CREATE TABLE %t (a varchar(10))",
     "CREATE TABLE %t (a varchar(10) BINARY, b char(5) CHARACTER SET binary, c enum('a','b') CHARACTER SET latin1 "
     "COLLATE latin1_bin) CHARSET=utf8mb4"},
    {"m_utf8mb3", "CREATE TABLE %t (a varchar(10) character set utf8mb3)",
     "CREATE TABLE %t (a varchar(10) character set utf8mb3 collate utf8mb3_bin)"},
    {"m_pk_auto", "CREATE TABLE %t (a int)", "CREATE TABLE %t (id bigint unsigned AUTO_INCREMENT PRIMARY KEY, a int)"},
    {"m_pk_auto_drop", "CREATE TABLE %t (id bigint unsigned AUTO_INCREMENT PRIMARY KEY, a int)",
     "CREATE TABLE %t (id bigint unsigned, a int NOT NULL PRIMARY KEY)"},
    {"m_gipk", "CREATE TABLE %t (a int)",
     "SET sql_generate_invisible_primary_key=1;; CREATE TABLE %t (a int);; SET sql_generate_invisible_primary_key=0"},
    {"m_fk_types",
     "CREATE TABLE %t_p (id int PRIMARY KEY);; CREATE TABLE %t (p int, CONSTRAINT %t_k FOREIGN KEY (p) REFERENCES %t_p "
     "(id))",
     "CREATE TABLE %t_p (id bigint unsigned PRIMARY KEY);; CREATE TABLE %t (p bigint unsigned, CONSTRAINT %t_k FOREIGN "
     "KEY (p) REFERENCES %t_p (id) ON DELETE CASCADE)"},
    {"m_fk_noidx",
     "CREATE TABLE %t_p (id int PRIMARY KEY);; CREATE TABLE %t (p int, FOREIGN KEY (p) REFERENCES %t_p (id))",
     "CREATE TABLE %t_p (id int PRIMARY KEY);; CREATE TABLE %t (p int)"},
    {"m_fk_idxswap",
     "CREATE TABLE %t_p (id int PRIMARY KEY);; CREATE TABLE %t (p int, q int, KEY k (p), FOREIGN KEY (p) REFERENCES "
     "%t_p (id))",
     "CREATE TABLE %t_p (id int PRIMARY KEY);; CREATE TABLE %t (p int, q int, KEY k2 (p, q), FOREIGN KEY (p) "
     "REFERENCES %t_p (id))"},
    {"m_fk_parentkey", "CREATE TABLE %t_p (id int, a int, KEY k1 (id), UNIQUE u1 (id,a));; CREATE TABLE %t (p int)",
     "CREATE TABLE %t_p (id int, a int, UNIQUE u2 (id), UNIQUE u1 (a,id));; CREATE TABLE %t (p int, FOREIGN KEY (p) "
     "REFERENCES %t_p (id))"},
    {"m_fk_uniqswap",
     "CREATE TABLE %t_p (id int, UNIQUE u1 (id));; CREATE TABLE %t (p int, FOREIGN KEY (p) REFERENCES %t_p (id))",
     "CREATE TABLE %t_p (id int, UNIQUE u2 (id));; CREATE TABLE %t (p int, FOREIGN KEY (p) REFERENCES %t_p (id))"},
    {"m_view_cols", "CREATE TABLE %t_t (a int, b int);; CREATE VIEW %t (x, y) AS SELECT a, b FROM %t_t",
     "CREATE TABLE %t_t (a int, b int);; CREATE VIEW %t (x, z) AS SELECT a, b FROM %t_t"},
    {"m_view_cols2", "CREATE TABLE %t_t (a int, b int);; CREATE VIEW %t AS SELECT a, b FROM %t_t",
     "CREATE TABLE %t_t (a int, b int);; CREATE VIEW %t (`x y`, `b``c`) AS SELECT a, b FROM %t_t"},
    {"m_view_db", "CREATE TABLE %t_t (a int, b int)",
     "CREATE TABLE %t_t (a int, b int);; CREATE VIEW %t AS SELECT a, (SELECT max(b) FROM %t_t x WHERE x.a = %t_t.a) m, "
     "concat('a''b', \"c\\\\d\") q FROM %t_t;; CREATE VIEW %t_2 AS SELECT * FROM %t JOIN %t_t USING (a)"},
    {"m_proc", "CREATE PROCEDURE %t(a int) SELECT a",
     "CREATE DEFINER=`o'x`@`10.%` PROCEDURE %t(a int, out b varchar(20) charset latin1, inout c enum('x','y')) "
     "MODIFIES SQL DATA SQL SECURITY INVOKER COMMENT 'it''s\\n' BEGIN DECLARE EXIT HANDLER FOR SQLEXCEPTION ROLLBACK; "
     "INSERT INTO nosuch VALUES (';'); lbl: LOOP LEAVE lbl; END LOOP; END"},
    {"m_func_ret", "CREATE FUNCTION %t(a int) RETURNS int DETERMINISTIC RETURN a",
     "CREATE FUNCTION %t(a decimal(10,2) unsigned, `b c` json) RETURNS enum('a','b') CHARSET utf8mb4 DETERMINISTIC "
     "RETURN 'a'"},
    {"m_trig_many",
     "CREATE TABLE %t (a int);; CREATE TRIGGER %t_a BEFORE INSERT ON %t FOR EACH ROW SET @a=1;; CREATE TRIGGER %t_b "
     "BEFORE INSERT ON %t FOR EACH ROW SET @a=2;; CREATE TRIGGER %t_c BEFORE INSERT ON %t FOR EACH ROW SET @a=3",
     "CREATE TABLE %t (a int);; CREATE TRIGGER %t_c BEFORE INSERT ON %t FOR EACH ROW SET @a=3;; CREATE TRIGGER %t_a "
     "BEFORE INSERT ON %t FOR EACH ROW SET @a=1;; CREATE TRIGGER %t_d BEFORE INSERT ON %t FOR EACH ROW FOLLOWS %t_c "
     "SET @a=4"},
    {"m_tab_engine", "CREATE TABLE %t (a int, key(a)) ENGINE=MyISAM", "CREATE TABLE %t (a int, key(a)) ENGINE=InnoDB"},
    {"m_tab_comment", "CREATE TABLE %t (a int) COMMENT='x'",
     "CREATE TABLE %t (a int COMMENT 'ab c\\t%_') COMMENT='it''s \\\\ ü 😀'"},
    {"m_width", "CREATE TABLE %t (a int(11), b bigint(20), c year(4), d tinyint(4) unsigned)",
     "CREATE TABLE %t (a int, b bigint, c year, d tinyint unsigned, e int(3) zerofill)"},
    {"m_float", "CREATE TABLE %t (a float(7,3), b double(10,2), c decimal)",
     "CREATE TABLE %t (a float, b double, c decimal(10,5), d real, e float(30))"},
    {"m_onupd", "CREATE TABLE %t (a datetime, b timestamp null)",
     "CREATE TABLE %t (a datetime(2) DEFAULT now(2) ON UPDATE now(2), b timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP "
     "ON UPDATE CURRENT_TIMESTAMP, c datetime default (now()))"},
    {"m_case", "CREATE TABLE %t (Name int, KEY k (Name))", "CREATE TABLE %t (name bigint, KEY K (name))"},
    {"m_order", "CREATE TABLE %t (b int)", "CREATE TABLE %t (a int, b int, c int)"},
    {"m_colfmt", "CREATE TABLE %t (a int)",
     "CREATE TABLE %t (a int COLUMN_FORMAT DYNAMIC STORAGE DISK, b int column_format fixed)"},
    {"m_union",
     "CREATE TABLE %t_1 (a int) engine=myisam;; CREATE TABLE %t_2 (a int) engine=myisam;; CREATE TABLE %t (a int) "
     "ENGINE=MRG_MyISAM UNION=(%t_1)",
     "CREATE TABLE %t_1 (a int) engine=myisam;; CREATE TABLE %t_2 (a int) engine=myisam;; CREATE TABLE %t (a int) "
     "ENGINE=MRG_MyISAM UNION=(%t_1,%t_2) INSERT_METHOD=FIRST"},
    {"m_tablespace", "CREATE TABLE %t (a int)", "CREATE TABLE %t (a int) TABLESPACE=innodb_system"},
    {"m_pk_desc", "CREATE TABLE %t (a int, b int, PRIMARY KEY (a,b))",
     "CREATE TABLE %t (a int, b int, PRIMARY KEY (a DESC, b))"},
    {"m_unq_null", "CREATE TABLE %t (a int, UNIQUE KEY u (a))", "CREATE TABLE %t (a int not null, KEY u (a))"},
    {"m_ft", "CREATE TABLE %t (a text, b text, FULLTEXT k (a))",
     "CREATE TABLE %t (a text, b text, FULLTEXT k (a,b) WITH PARSER ngram)"},
    {"m_ea", "CREATE EVENT %t ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01' DO SELECT 1",
     "CREATE EVENT %t ON SCHEDULE EVERY 1 MONTH STARTS '2030-01-01' DISABLE ON REPLICA DO SELECT 1"},
};

/// Names of cases whose SQL only MariaDB has.
bool isOnlyMariaDb(const QString &name)
{
    static const QStringList names{u"col_width"_s,        u"col_default_function"_s,
                                   u"col_default_text"_s, u"col_default_sequence"_s,
                                   u"col_compressed"_s,   u"col_types"_s,
                                   u"key_ignored"_s,      u"tab_engine_options"_s,
                                   u"tab_options"_s,      u"tab_partition_list"_s,
                                   u"proc_aggregate"_s};
    return names.contains(name) || name.startsWith(u"seq_"_s) || name.contains(u"versioned"_s) ||
           name.startsWith(u"tab_period"_s) || name.startsWith(u"tab_overlaps"_s);
}

/// The cases that this server can have.
std::vector<Case> possible(std::span<const Case> cases, schema::EngineKind engine)
{
    std::vector<Case> out;
    std::ranges::copy_if(cases, std::back_inserter(out), [engine](const Case &one) {
        return engine == schema::EngineKind::MariaDb || !isOnlyMariaDb(QString::fromLatin1(one.name));
    });
    return out;
}

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
    void mySqlOnly()
    {
        const auto server = TestServers::mariadb();
        CS_REQUIRE(server);
        if (server->engine != schema::EngineKind::MySql) {
            QSKIP("the server is MariaDB; COUNTERSIGN_TEST_SERVER names a MySQL one");
        }
        changeAll(mySqlCases);
    }

private:
    static void changeAll(std::span<const Case> all)
    {
        auto a = TestDatabase::create(schema::EngineKind::MariaDb, u"before"_s);
        auto b = TestDatabase::create(schema::EngineKind::MariaDb, u"after"_s);
        CS_REQUIRE(a);
        CS_REQUIRE(b);
        const std::vector<Case> cases = possible(all, a->engine());
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

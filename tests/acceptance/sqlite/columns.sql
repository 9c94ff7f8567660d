-- case a column is added in place
CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT);
INSERT INTO t VALUES (1, 'x');
-- becomes
CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT, c TEXT NOT NULL DEFAULT 'new' COLLATE NOCASE CHECK (length(c) > 0));
-- then SELECT * FROM t
-- is 1|x|new
-- script has ALTER TABLE t ADD COLUMN c
-- script lacks new_t
-- case a column in the middle takes a rebuild
CREATE TABLE t (a INTEGER PRIMARY KEY, c TEXT);
INSERT INTO t VALUES (7, 'x');
-- becomes
CREATE TABLE t (a INTEGER PRIMARY KEY, b INT DEFAULT 5, c TEXT);
-- then SELECT * FROM t
-- is 7|5|x
-- case a default that is not constant takes a rebuild
CREATE TABLE t (a INTEGER);
INSERT INTO t VALUES (1);
-- becomes
CREATE TABLE t (a INTEGER, at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP, n INT DEFAULT (1 + 2));
-- then SELECT a, at > '2000', n FROM t
-- is 1|1|3
-- case a default is spelled with and without parentheses
CREATE TABLE t (a INT DEFAULT (1), b TEXT DEFAULT "x", c INT DEFAULT (-1), d DEFAULT NULL);
-- becomes
CREATE TABLE t (a INT DEFAULT 1, b TEXT DEFAULT 'x', c INT DEFAULT -1, d DEFAULT null);
-- same
-- case a column is dropped in place
CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT, c TEXT);
CREATE INDEX i ON t (b);
INSERT INTO t VALUES (1, 'x', 'y');
-- becomes
CREATE TABLE t (a INTEGER PRIMARY KEY, c TEXT);
-- then SELECT * FROM t
-- is 1|y
-- script has DROP COLUMN b
-- script has The values of t.b are lost.
-- case all columns but one are dropped
CREATE TABLE t (a, b, c, d INT CHECK (d > 0 AND c > 0));
INSERT INTO t VALUES (1, 2, 3, 4);
-- becomes
CREATE TABLE t (a);
-- then SELECT * FROM t
-- is 1
-- case no column stays
CREATE TABLE t (a);
-- becomes
CREATE TABLE t (b, c);
-- case a type changes and the rows stay
CREATE TABLE t (id INTEGER PRIMARY KEY, n TEXT);
INSERT INTO t VALUES (3, '42'), (4, NULL);
-- becomes
CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER);
-- then SELECT id, n, typeof(n) FROM t ORDER BY id
-- is 3|42|integer/4||null
-- case the letters of a type mean nothing
CREATE TABLE t (id integer primary key, n varchar ( 20 ), m double  precision);
-- becomes
CREATE TABLE t (id INTEGER PRIMARY KEY, n VARCHAR(20), m DOUBLE PRECISION);
-- same
-- case generated columns
CREATE TABLE t (a INT, b INT GENERATED ALWAYS AS (a + 1) VIRTUAL);
INSERT INTO t (a) VALUES (1);
-- becomes
CREATE TABLE t (a INT, b INT GENERATED ALWAYS AS (a + 2) STORED, c INT AS (b * 2));
-- then SELECT * FROM t
-- is 1|3|6
-- case a virtual generated column is added and dropped in place
CREATE TABLE t (a INT);
-- becomes
CREATE TABLE t (a INT, b INT AS (a + 1) VIRTUAL);
-- script lacks new_t
-- case a plain column becomes generated
CREATE TABLE t (a INT, b INT);
INSERT INTO t VALUES (1, 50);
-- becomes
CREATE TABLE t (a INT, b INT AS (a * 10) STORED);
-- then SELECT * FROM t
-- is 1|10
-- script has The values of t.b are lost.
-- case columns whose names differ in letters only
CREATE TABLE t (ID INTEGER PRIMARY KEY, Name TEXT);
INSERT INTO t VALUES (1, 'kept');
-- becomes
CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT);
-- then SELECT * FROM t
-- is 1|kept
-- script lacks lost
-- case not null with its conflict clause and name
CREATE TABLE t (a INT NOT NULL);
-- becomes
CREATE TABLE t (a INT CONSTRAINT must NOT NULL ON CONFLICT IGNORE);
-- case not null appears
CREATE TABLE t (a INT);
INSERT INTO t VALUES (1);
-- becomes
CREATE TABLE t (a INT NOT NULL);
-- then SELECT * FROM t
-- is 1
-- script has becomes NOT NULL
-- case a collation changes
CREATE TABLE t (a TEXT COLLATE nocase UNIQUE);
-- becomes
CREATE TABLE t (a TEXT COLLATE RTRIM UNIQUE);
-- case the default collation written out
CREATE TABLE t (a TEXT COLLATE BINARY);
-- becomes
CREATE TABLE t (a TEXT);
-- same
-- case columns without a type, with strange names
CREATE TABLE "a table" ("order", 'group' TEXT, [from] INT, `a "quote"`, "ä b" TEXT);
INSERT INTO "a table" VALUES (1, 2, 3, 4, 5);
-- becomes
CREATE TABLE "a table" ("order", 'group' TEXT, [from] TEXT, `a "quote"`, "ä b" TEXT);
-- then SELECT * FROM "a table"
-- is 1|2|3|4|5
-- case letters outside of ASCII are not folded
CREATE TABLE "Ä" (a);
CREATE TABLE "ä" (b);
-- becomes
CREATE TABLE "Ä" (a, b);
CREATE TABLE "ä" (b, c);
-- case a reference comes with its column
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE t (a INT);
INSERT INTO t VALUES (1);
-- becomes
CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE t (a INT, p INT CONSTRAINT of_p REFERENCES p (id) ON DELETE SET NULL);
-- then SELECT * FROM t
-- is 1|
-- script has ADD COLUMN
-- script lacks new_t
-- case types in quotes
CREATE TABLE t (a "weird type", b "unsigned-int" DEFAULT (1), c [int], d 'varchar' (10), e "default" NOT NULL);
INSERT INTO t VALUES (1, 2, 3, 4, 5);
-- becomes
CREATE TABLE t (a "weird  type", b "signed-int" DEFAULT (2), c INT, d varchar, e "default", f "primary key");
-- then SELECT a, b, c, d, e, f FROM t
-- is 1|2|3|4|5|
-- case the quotes of a type mean nothing
CREATE TABLE t (a "weird type", b [INT], c `text`);
-- becomes
CREATE TABLE t (a weird type, b int, c TEXT);
-- same

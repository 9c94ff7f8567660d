-- case strict and without rowid
CREATE TABLE t (k TEXT PRIMARY KEY, v INT);
INSERT INTO t VALUES ('a', 1);
-- becomes
CREATE TABLE t (k TEXT PRIMARY KEY, v INT) STRICT, WITHOUT ROWID;
-- then SELECT * FROM t
-- is a|1
-- case the counter goes on
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, v TEXT);
INSERT INTO t VALUES (41, 'x'), (100, 'gone');
DELETE FROM t WHERE id = 100;
-- becomes
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, v TEXT UNIQUE);
-- then SELECT name, seq FROM sqlite_sequence
-- is t|100
-- case the counter of an empty table goes on
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, v TEXT);
INSERT INTO t VALUES (100, 'gone');
DELETE FROM t;
-- becomes
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, v INT);
-- then SELECT name, seq FROM sqlite_sequence
-- is t|100
-- case autoincrement comes
CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT);
INSERT INTO t VALUES (5, 'x');
-- becomes
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, v TEXT);
-- then SELECT name, seq FROM sqlite_sequence
-- is t|5
-- case autoincrement in a table constraint
CREATE TABLE t (id INTEGER, v TEXT, CONSTRAINT pk PRIMARY KEY (id AUTOINCREMENT) ON CONFLICT REPLACE);
-- becomes
CREATE TABLE t (id INTEGER, v INT, CONSTRAINT pk PRIMARY KEY (id AUTOINCREMENT) ON CONFLICT REPLACE);
-- case a descending primary key is no rowid
CREATE TABLE t (id INTEGER PRIMARY KEY DESC, v TEXT);
-- becomes
CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT);
-- case children keep their rows when the parent is rebuilt
PRAGMA foreign_keys = ON;
CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INT REFERENCES parent (id) ON DELETE CASCADE);
INSERT INTO parent VALUES (1, 'a'), (2, 'b');
INSERT INTO child VALUES (10, 1), (20, 2);
-- becomes
CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INT REFERENCES parent (id) ON DELETE CASCADE);
-- then SELECT id, parent_id FROM child
-- is 10|1/20|2
-- then SELECT count(*) FROM pragma_foreign_key_check
-- is 0
-- case a table that refers to itself, and a circle
CREATE TABLE node (id INTEGER PRIMARY KEY, up INT REFERENCES node (id), peer INT REFERENCES other (id));
CREATE TABLE other (id INTEGER PRIMARY KEY, node INT REFERENCES node);
INSERT INTO node VALUES (1, NULL, 1), (2, 1, 1);
INSERT INTO other VALUES (1, 2);
-- becomes
CREATE TABLE node (id INTEGER PRIMARY KEY, up INT REFERENCES node (id) ON DELETE CASCADE, peer INT REFERENCES other (id));
CREATE TABLE other (id INTEGER PRIMARY KEY, node TEXT REFERENCES node);
-- then SELECT count(*) FROM node JOIN other ON other.id = peer
-- is 2
-- case views and triggers over a rebuilt table stay
CREATE TABLE t (a INT, b TEXT);
CREATE TABLE log (x);
CREATE TABLE elsewhere (y);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW w AS SELECT * FROM v;
CREATE TRIGGER on_t AFTER INSERT ON t WHEN new.a > 0 BEGIN INSERT INTO log VALUES (new.a); UPDATE log SET x = x + 1; END;
CREATE TRIGGER on_elsewhere AFTER INSERT ON elsewhere BEGIN DELETE FROM t WHERE a = new.y; END;
CREATE TRIGGER on_v INSTEAD OF INSERT ON v BEGIN INSERT INTO t VALUES (new.a, new.b); END;
CREATE INDEX i ON t (a DESC, lower(b)) WHERE b IS NOT NULL;
INSERT INTO t VALUES (1, 'x');
-- becomes
CREATE TABLE t (a INT CHECK (a <> 13), b TEXT);
CREATE TABLE log (x);
CREATE TABLE elsewhere (y);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW w AS SELECT * FROM v;
CREATE TRIGGER on_t AFTER INSERT ON t WHEN new.a > 0 BEGIN INSERT INTO log VALUES (new.a); UPDATE log SET x = x + 1; END;
CREATE TRIGGER on_elsewhere AFTER INSERT ON elsewhere BEGIN DELETE FROM t WHERE a = new.y; END;
CREATE TRIGGER on_v INSTEAD OF INSERT ON v BEGIN INSERT INTO t VALUES (new.a, new.b); END;
CREATE INDEX i ON t (a DESC, lower(b)) WHERE b IS NOT NULL;
-- then SELECT x FROM log
-- is 2
-- then SELECT * FROM w
-- is 1|x
-- case a table's name in other letters
CREATE TABLE Users (id INTEGER PRIMARY KEY, name TEXT);
CREATE INDEX by_name ON Users (name);
INSERT INTO Users VALUES (1, 'kept');
-- becomes
CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);
CREATE INDEX by_name ON users (name);
-- then SELECT * FROM users
-- is 1|kept
-- case a name that a rebuild would use is taken
CREATE TABLE t (a);
CREATE TABLE new_t (b);
CREATE TABLE "select" ("select" INT);
INSERT INTO t VALUES (1);
INSERT INTO new_t VALUES (2);
-- becomes
CREATE TABLE t (a UNIQUE);
CREATE TABLE new_t (b UNIQUE);
CREATE TABLE "select" ("select" TEXT);
-- then SELECT a, b FROM t, new_t
-- is 1|2
-- case a table becomes a view
CREATE TABLE t (a);
CREATE TABLE u (b);
-- becomes
CREATE VIEW t AS SELECT b AS a FROM u;
CREATE TABLE u (b);
-- case an index moves to another table
CREATE TABLE a (x);
CREATE TABLE b (x);
CREATE INDEX i ON a (x);
-- becomes
CREATE TABLE a (x);
CREATE TABLE b (x);
CREATE INDEX i ON b (x);
-- case comments and layout are the author's
CREATE TABLE t ( -- who
  a INT, /* what, and (why) */
  b TEXT
);
-- becomes
CREATE TABLE t (a INT,b TEXT);
-- same
-- case quotes around names mean nothing
CREATE TABLE "t" ([a] INT, `b` TEXT, CHECK ("a" > 0 AND a != 5));
CREATE VIEW v AS SELECT "a" FROM t WHERE b == 'X';
-- becomes
CREATE TABLE t (a INT, b TEXT, CHECK (A > 0 AND "A" <> 5));
CREATE VIEW v AS SELECT a FROM "t" WHERE "b" = 'X';
-- same
-- case statistics are data
CREATE TABLE t (a);
CREATE INDEX i ON t (a);
INSERT INTO t VALUES (1);
ANALYZE;
-- becomes
CREATE TABLE t (a);
CREATE INDEX i ON t (a);
-- same
-- case full text with its shadow tables
CREATE TABLE doc (id INTEGER PRIMARY KEY, body TEXT);
-- becomes
CREATE TABLE doc (id INTEGER PRIMARY KEY, body TEXT);
CREATE VIRTUAL TABLE search USING fts5(body, content='doc', content_rowid='id');
CREATE TRIGGER fill AFTER INSERT ON doc BEGIN INSERT INTO search(rowid, body) VALUES (new.id, new.body); END;
-- case a virtual table changes
CREATE VIRTUAL TABLE box USING rtree(id, x0, x1);
-- becomes
CREATE VIRTUAL TABLE box USING rtree(id, x0, x1, y0, y1);
-- case a table made from a query
CREATE TABLE t AS SELECT 1 AS a, 'x' AS b;
-- becomes
CREATE TABLE t (a, b, c);
-- then SELECT * FROM t
-- is 1|x|
-- case text that ends in a comment
CREATE TABLE t (a INT) STRICT -- why
;
CREATE INDEX i ON t (a) -- because
;
-- becomes
CREATE TABLE t (a INT, b INT UNIQUE) STRICT -- why
;
CREATE INDEX i ON t (a, b) -- because
;
CREATE TABLE u (a INT) STRICT /* and
more */ ;
-- case a table that is named like a shadow
CREATE TABLE notes_content (id INTEGER PRIMARY KEY, t TEXT);
CREATE VIRTUAL TABLE notes USING fts5(t, content='notes_content', content_rowid='id');
CREATE VIRTUAL TABLE area USING rtree(id, a, b);
CREATE TABLE area_content (id INTEGER PRIMARY KEY, x INT);
CREATE TABLE area_config (k TEXT PRIMARY KEY);
-- becomes
CREATE TABLE notes_content (id INTEGER PRIMARY KEY, t TEXT);
CREATE INDEX notes_title ON notes_content (t);
CREATE VIRTUAL TABLE notes USING fts5(t, content='notes_content', content_rowid='id');
CREATE VIRTUAL TABLE area USING rtree(id, a, b);
CREATE TABLE area_content (id INTEGER PRIMARY KEY, x TEXT);
CREATE TABLE area_config (k TEXT PRIMARY KEY) STRICT;
-- case a check that names its own table
PRAGMA foreign_keys = ON;
CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, age INT, CONSTRAINT adult CHECK ("users"."age" > 21));
CREATE TABLE item (id INTEGER PRIMARY KEY, owner INT REFERENCES users (id) ON DELETE CASCADE);
CREATE VIEW people AS SELECT * FROM users;
CREATE TRIGGER fill AFTER INSERT ON users BEGIN SELECT 1; END;
INSERT INTO users VALUES (7, 30), (90, 40);
DELETE FROM users WHERE id = 90;
INSERT INTO item VALUES (1, 7);
-- becomes
CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, age INT NOT NULL, CONSTRAINT adult CHECK ("users"."age" > 18));
CREATE TABLE item (id INTEGER PRIMARY KEY, owner INT REFERENCES users (id) ON DELETE CASCADE);
CREATE VIEW people AS SELECT * FROM users;
CREATE TRIGGER fill AFTER INSERT ON users BEGIN SELECT 1; END;
-- then SELECT users.id, age, owner, seq FROM people AS users JOIN item ON owner = users.id JOIN sqlite_sequence ON name = 'users'
-- is 7|30|7|90
-- then SELECT count(*) FROM sqlite_schema WHERE name LIKE 'new%'
-- is 0
-- case a check that names its own table, and rows without a key
CREATE TABLE t (a TEXT, b INT, CHECK (t.b > 0));
INSERT INTO t (rowid, a, b) VALUES (5, 'x', 1);
-- becomes
CREATE TABLE t (b INT, a TEXT NOT NULL, CHECK (t.b >= 0));
-- then SELECT rowid, a, b FROM t
-- is 5|x|1

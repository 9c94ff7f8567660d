-- case views with names of columns and views over views
CREATE TABLE t (a INT, b INT);
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW w AS SELECT a FROM v;
-- becomes
CREATE TABLE t (a INT, b INT);
CREATE VIEW v (x, "y z") AS SELECT a, b FROM t -- why
;
CREATE VIEW w AS SELECT x FROM v;
-- case triggers of every kind
CREATE TABLE t (a INT, b INT);
CREATE VIEW v AS SELECT a FROM t;
CREATE TRIGGER x BEFORE UPDATE ON t BEGIN SELECT 1; END;
CREATE TRIGGER y INSTEAD OF DELETE ON v BEGIN DELETE FROM t WHERE a = old.a; END;
-- becomes
CREATE TABLE t (a INT, b INT);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE TRIGGER x AFTER UPDATE OF a, "b" ON t FOR EACH ROW WHEN old.a <> new.a BEGIN SELECT CASE WHEN new.a < 0 THEN RAISE(ABORT, 'no; never') END; END;
CREATE TRIGGER y INSTEAD OF DELETE ON v BEGIN DELETE FROM t WHERE a = old.a; END;
-- case a view that is broken before and after does not stop the others
CREATE TABLE t (a INT, b INT);
CREATE VIEW broken AS SELECT missing FROM nowhere;
INSERT INTO t VALUES (1, 2);
-- becomes
CREATE TABLE t (a INT);
CREATE TABLE u (c INT UNIQUE);
CREATE VIEW broken AS SELECT missing FROM nowhere;
-- then SELECT * FROM t
-- is 1
-- case a column goes together with the view that names it
CREATE TABLE t (a INT, b INT);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE TRIGGER x AFTER INSERT ON t BEGIN UPDATE t SET b = 1; END;
-- becomes
CREATE TABLE t (a INT);
CREATE VIEW v AS SELECT a FROM t;
CREATE TRIGGER x AFTER INSERT ON t BEGIN UPDATE t SET a = 1; END;
-- case a trigger moves
CREATE TABLE a (x);
CREATE TABLE b (x);
CREATE TRIGGER r AFTER INSERT ON a BEGIN SELECT 1; END;
-- becomes
CREATE TABLE a (x);
CREATE TABLE b (x UNIQUE);
CREATE TRIGGER r AFTER INSERT ON b BEGIN SELECT 1; END;
-- case a rebuild beside what is broken
CREATE TABLE t (a INT, b INT);
CREATE VIEW broken AS SELECT missing FROM nowhere;
CREATE TRIGGER wrong AFTER INSERT ON t BEGIN INSERT INTO nowhere VALUES (1); END;
-- becomes
CREATE TABLE t (a INT UNIQUE, b INT);
CREATE VIEW broken AS SELECT missing FROM nowhere;
CREATE TRIGGER wrong AFTER INSERT ON t BEGIN INSERT INTO nowhere VALUES (1); END;
-- case the comments of a view come along
CREATE TABLE t (a INT);
-- becomes
CREATE TABLE t (a INT);
CREATE VIEW v AS /* first */ SELECT a /* within */ FROM t -- last
;
CREATE VIEW w AS SELECT a FROM t;
-- then SELECT sql LIKE '%first%within%last' FROM sqlite_schema WHERE name = 'v'
-- is 1
-- then SELECT count(*) FROM w
-- is 0

-- case keys and checks come and go
CREATE TABLE t (a INT, b INT, c TEXT);
INSERT INTO t VALUES (1, 2, 'x');
-- becomes
CREATE TABLE t (a INT PRIMARY KEY, b INT UNIQUE ON CONFLICT IGNORE, c TEXT, UNIQUE (b, c) ON CONFLICT REPLACE, CONSTRAINT positive CHECK (b > 0));
-- then SELECT * FROM t
-- is 1|2|x
-- case a name of a constraint changes
CREATE TABLE t (a INT, CONSTRAINT one CHECK (a > 0));
-- becomes
CREATE TABLE t (a INT, CONSTRAINT two CHECK (a > 0));
-- case a column's check and a table's check say the same
CREATE TABLE t (a INT CHECK (a > 0), b INT UNIQUE, c INT PRIMARY KEY, d INT REFERENCES t (c));
-- becomes
CREATE TABLE t (a INT, b INT, c INT, d INT, CHECK (a > 0), UNIQUE (b), PRIMARY KEY (c), FOREIGN KEY (d) REFERENCES t (c));
-- same
-- case references with every clause
CREATE TABLE p (a INT, b INT, PRIMARY KEY (a, b));
CREATE TABLE t (a INT, b INT, FOREIGN KEY (a, b) REFERENCES p);
-- becomes
CREATE TABLE p (a INT, b INT, PRIMARY KEY (a, b));
CREATE TABLE t (a INT, b INT, CONSTRAINT k FOREIGN KEY (a, b) REFERENCES p (a, b) ON DELETE SET DEFAULT ON UPDATE CASCADE MATCH FULL DEFERRABLE INITIALLY DEFERRED);
-- case deferrable
CREATE TABLE p (a INTEGER PRIMARY KEY);
CREATE TABLE t (a INT REFERENCES p);
-- becomes
CREATE TABLE p (a INTEGER PRIMARY KEY);
CREATE TABLE t (a INT REFERENCES p DEFERRABLE INITIALLY DEFERRED);
-- case a reference whose table is missing does not stop the rebuild
CREATE TABLE t (a INT REFERENCES nowhere (x), b INT);
INSERT INTO t VALUES (1, 2);
-- becomes
CREATE TABLE t (a INT REFERENCES nowhere (x), b TEXT);
-- then SELECT * FROM t
-- is 1|2
-- case two checks that say the same
CREATE TABLE t (a INT, CHECK (a > 0), CHECK (a > 0));
-- becomes
CREATE TABLE t (a INT, CHECK (a > 0));
-- case constraints without commas between them
CREATE TABLE t (a INT, b INT, UNIQUE (a) CHECK (b > 0) FOREIGN KEY (b) REFERENCES t (a));
-- becomes
CREATE TABLE t (a INT, b INT, UNIQUE (a), CHECK (b > 0));
-- case the order of constraints means nothing
CREATE TABLE t (a INT, b INT, CHECK (a > 0), UNIQUE (a, b), CHECK (b > 0));
-- becomes
CREATE TABLE t (a INT, b INT, UNIQUE (a, b), CHECK (b > 0), CHECK (a > 0));
-- same
-- case keys with collation and direction
CREATE TABLE t (a TEXT, b TEXT, PRIMARY KEY (a, b));
-- becomes
CREATE TABLE t (a TEXT, b TEXT, PRIMARY KEY (a COLLATE NOCASE DESC, b)) WITHOUT ROWID;

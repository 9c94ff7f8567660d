-- case every kind of index
CREATE TABLE t (a INT, b TEXT COLLATE NOCASE, c TEXT);
CREATE INDEX i ON t (a);
CREATE INDEX j ON t (b);
-- becomes
CREATE TABLE t (a INT, b TEXT COLLATE NOCASE, c TEXT);
CREATE UNIQUE INDEX i ON t (a DESC, b COLLATE RTRIM) WHERE c IS NOT NULL AND a > 0;
CREATE INDEX j ON t (lower(b), a + 1 DESC, c COLLATE NOCASE);
-- case the column's own collation and ASC mean nothing
CREATE TABLE t (a INT, b TEXT COLLATE NOCASE);
CREATE INDEX i ON t (a ASC, b COLLATE NOCASE) WHERE (a > 0);
-- becomes
CREATE TABLE t (a INT, b TEXT COLLATE NOCASE);
CREATE INDEX i ON "t" ("a", b) WHERE a > 0;
-- same
-- case a string in double quotes
CREATE TABLE t (a TEXT, b TEXT);
CREATE INDEX i ON t (a) WHERE b = "open";
-- becomes
CREATE TABLE t (a TEXT, b TEXT);
CREATE INDEX i ON t (a) WHERE b = 'open';
-- same
-- case an index goes and its column too
CREATE TABLE t (a INT, b INT, c INT);
CREATE INDEX i ON t (b, c);
CREATE INDEX k ON t (a) WHERE b > 0;
-- becomes
CREATE TABLE t (a INT, c INT);
CREATE INDEX i ON t (c);

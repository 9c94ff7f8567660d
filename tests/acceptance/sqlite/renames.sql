-- case a table and a column are renamed with everything that names them
CREATE TABLE trip (id INTEGER PRIMARY KEY, state TEXT CHECK (state <> ''), twice AS (state || state));
CREATE TABLE leg (id INTEGER PRIMARY KEY, trip_id INT REFERENCES trip (id));
CREATE INDEX by_state ON trip (state, lower(state)) WHERE state <> 'done';
CREATE VIEW open_trips AS SELECT id, state FROM trip WHERE state = 'open';
CREATE TRIGGER watch AFTER UPDATE OF state ON trip BEGIN UPDATE leg SET id = id WHERE trip_id = new.id; END;
INSERT INTO trip (id, state) VALUES (1, 'open');
INSERT INTO leg VALUES (7, 1);
-- becomes
CREATE TABLE journey (id INTEGER PRIMARY KEY, status TEXT CHECK (status <> ''), twice AS (status || status));
CREATE TABLE leg (id INTEGER PRIMARY KEY, trip_id INT REFERENCES journey (id));
CREATE INDEX by_state ON journey (status, lower(status)) WHERE status <> 'done';
CREATE VIEW open_trips AS SELECT id, status FROM journey WHERE status = 'open';
CREATE TRIGGER watch AFTER UPDATE OF status ON journey BEGIN UPDATE leg SET id = id WHERE trip_id = new.id; END;
-- rename table trip TO journey
-- rename column journey.state TO journey.status
-- then SELECT * FROM open_trips
-- is 1|open
-- script has ALTER TABLE trip RENAME TO journey
-- script has RENAME COLUMN state TO status
-- script lacks lost
-- case a renamed column that also changes
CREATE TABLE t (a INT, b TEXT);
INSERT INTO t VALUES (1, 'x');
-- becomes
CREATE TABLE t (a INT, c TEXT NOT NULL, d INT UNIQUE);
-- rename column t.b TO t.c
-- then SELECT * FROM t
-- is 1|x|
-- case an index gets another name
CREATE TABLE t (a INT, b TEXT);
CREATE INDEX i ON t (a);
-- becomes
CREATE TABLE t (a INT, b TEXT);
CREATE INDEX j ON t (a);
-- rename index t.i TO t.j
-- case a constraint gets another name
CREATE TABLE t (a INT, CONSTRAINT one CHECK (a > 0));
-- becomes
CREATE TABLE t (a INT, CONSTRAINT two CHECK (a > 0));
-- rename constraint t.one TO t.two
-- case a column that a view with a trigger of its own names
CREATE TABLE t (id INTEGER PRIMARY KEY, old_name TEXT);
CREATE VIEW v AS SELECT old_name FROM t;
CREATE TRIGGER vi INSTEAD OF INSERT ON v BEGIN INSERT INTO t (old_name) VALUES (new.old_name); END;
INSERT INTO t (old_name) VALUES ('x');
-- becomes
CREATE TABLE t (id INTEGER PRIMARY KEY, new_name TEXT NOT NULL);
CREATE VIEW v AS SELECT new_name FROM t;
CREATE TRIGGER vi INSTEAD OF INSERT ON v BEGIN INSERT INTO t (new_name) VALUES (new.new_name); END;
-- rename column t.old_name to t.new_name
-- then SELECT new_name FROM v
-- is x
-- case a renamed column under views that read views
CREATE TABLE client (id INTEGER PRIMARY KEY, phone TEXT);
CREATE VIEW reached AS SELECT id, phone FROM client WHERE phone IS NOT NULL;
CREATE VIEW counted AS SELECT count(*) AS many FROM reached;
CREATE VIEW told AS SELECT many FROM counted;
CREATE TRIGGER asked INSTEAD OF DELETE ON counted BEGIN DELETE FROM client; END;
INSERT INTO client VALUES (1, '030'), (2, NULL);
-- becomes
CREATE TABLE client (id INTEGER PRIMARY KEY, telephone TEXT);
CREATE VIEW reached AS SELECT id, telephone FROM client WHERE telephone IS NOT NULL;
CREATE VIEW counted AS SELECT count(*) AS many FROM reached;
CREATE VIEW told AS SELECT many FROM counted;
CREATE TRIGGER asked INSTEAD OF DELETE ON counted BEGIN DELETE FROM client; END;
-- rename column client.phone TO client.telephone
-- then SELECT many FROM told
-- is 1
-- script has RENAME COLUMN phone TO telephone
-- script lacks lost

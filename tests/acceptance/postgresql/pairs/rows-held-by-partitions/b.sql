CREATE TABLE base (id integer PRIMARY KEY, amount integer, label text);
CREATE VIEW v AS SELECT id, amount, label FROM base;
CREATE TABLE t (id integer, c v DEFAULT ROW(1,2,NULL)::v NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (10);
CREATE TABLE p (id integer, c v);
CREATE TABLE ch () INHERITS (p);
COMMENT ON COLUMN t.c IS 'kept';

CREATE TABLE base (id integer PRIMARY KEY, amount integer, label text);
INSERT INTO base VALUES (1, 10, 'x');
CREATE VIEW v AS SELECT id, amount FROM base;
CREATE TABLE t (id integer, c v, d v[]);
INSERT INTO t SELECT 1, v, ARRAY[v] FROM v;

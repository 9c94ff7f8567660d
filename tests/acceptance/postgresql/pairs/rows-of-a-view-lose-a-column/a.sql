CREATE VIEW v AS SELECT 1 AS a, 'x'::text AS b, 2 AS z;
CREATE TABLE t (id integer, c v, d v[]);
INSERT INTO t VALUES (1, ROW(1,'y',3), ARRAY[ROW(2,'z',4)::v]);

CREATE VIEW v AS SELECT 1 AS a, 2 AS z;
CREATE TABLE t (id integer, c v, d v[]);

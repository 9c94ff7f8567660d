CREATE TABLE p (id integer, amount integer) PARTITION BY RANGE (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
CREATE TABLE t (id integer, c p, d p1);
INSERT INTO t VALUES (1, ROW(1,2), ROW(3,4));

CREATE TYPE addr AS (street integer, city text);
CREATE TABLE t (id integer, c addr, d addr[]);
INSERT INTO t VALUES (1, ROW(1,'x'), ARRAY[ROW(1,'x')::addr]);

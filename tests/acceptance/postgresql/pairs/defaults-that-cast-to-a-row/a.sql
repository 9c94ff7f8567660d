CREATE TYPE addr AS (street integer, city text);
CREATE TABLE t (id integer, a text DEFAULT (ROW(1, NULL)::addr)::text, n integer DEFAULT (ROW(1, NULL)::addr).street);
INSERT INTO t VALUES (1);

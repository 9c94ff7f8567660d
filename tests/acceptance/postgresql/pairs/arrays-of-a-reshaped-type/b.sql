CREATE TYPE addr AS (city text, zip text, street bigint);
CREATE TABLE t (id integer, c addr, d addr[]);

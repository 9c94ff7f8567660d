CREATE TYPE addr AS (street integer, city text);
CREATE TYPE ar AS RANGE (subtype = addr);
CREATE TABLE t (id integer, r ar);
INSERT INTO t VALUES (1, ar(ROW(1,'a'), ROW(2,'b')));

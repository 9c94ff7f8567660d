CREATE TYPE addr AS (street bigint, city text);
CREATE TYPE ar AS RANGE (subtype = addr);
CREATE TABLE t (id integer, r ar);

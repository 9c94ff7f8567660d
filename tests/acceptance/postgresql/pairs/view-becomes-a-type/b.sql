CREATE TABLE base (id integer PRIMARY KEY, amount integer, label text);
CREATE TYPE v AS (id integer, more text, amount bigint);
CREATE TABLE t (id integer, c v, d v[]);

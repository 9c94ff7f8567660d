CREATE TABLE base (id integer PRIMARY KEY, amount bigint, label text);
CREATE MATERIALIZED VIEW v AS SELECT id, amount, label FROM base;
CREATE UNIQUE INDEX v_i ON v (id);
CREATE TABLE t (id integer, c v, d v[]);

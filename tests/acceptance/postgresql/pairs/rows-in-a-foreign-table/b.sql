CREATE TABLE base (id integer PRIMARY KEY, amount bigint, label text);
CREATE VIEW v AS SELECT id, amount FROM base;
CREATE EXTENSION postgres_fdw;
CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw;
CREATE FOREIGN TABLE t (id integer, c v, d base) SERVER s;

CREATE TABLE base (id integer PRIMARY KEY, amount integer, label text);
INSERT INTO base VALUES (1, 10, 'x');
CREATE VIEW v AS SELECT id, amount FROM base;
CREATE EXTENSION postgres_fdw;
CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw;
CREATE FOREIGN TABLE t (id integer, c v, d base) SERVER s;

CREATE TABLE base (id integer PRIMARY KEY, amount bigint, label text);
CREATE VIEW v AS SELECT id, amount FROM base;
CREATE TABLE t (id integer, c jsonb, d text);

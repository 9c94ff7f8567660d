CREATE TABLE base (id integer PRIMARY KEY, amount bigint, label text);
CREATE VIEW v AS SELECT id, amount FROM base;
CREATE DOMAIN vd AS v CHECK ((VALUE).id > 0);
CREATE FUNCTION f(v) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1.id';
CREATE FUNCTION g() RETURNS SETOF v LANGUAGE sql STABLE AS 'SELECT * FROM v';
CREATE TABLE t (id integer, c vd, d vd[]);

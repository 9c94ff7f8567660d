CREATE TABLE base (id integer PRIMARY KEY, amount integer, label text);
INSERT INTO base VALUES (1, 10, 'x');
CREATE DOMAIN bd AS base NOT NULL DEFAULT ROW(1,2,'d')::base;
CREATE TYPE comp AS (k text, b bd);
CREATE TABLE t (id integer, c comp);
CREATE FUNCTION use(comp) RETURNS bd LANGUAGE sql AS 'SELECT $1.b';
INSERT INTO t VALUES (1, ROW('k', ROW(1,2,'z'))::comp);

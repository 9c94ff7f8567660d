CREATE TABLE base (id integer PRIMARY KEY, amount bigint, label text);
CREATE DOMAIN bd AS base NOT NULL DEFAULT ROW(1,2,'d')::base;
CREATE TYPE comp AS (k text, b bd);
CREATE TABLE t (id integer, c comp);
CREATE FUNCTION use(comp) RETURNS bd LANGUAGE sql AS 'SELECT $1.b';

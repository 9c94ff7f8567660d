CREATE TABLE base (id integer PRIMARY KEY, amount bigint, label text);
CREATE TABLE t (id integer, c base);
CREATE TABLE u (id integer, x t, y t[]);

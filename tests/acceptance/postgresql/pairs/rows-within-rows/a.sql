CREATE TABLE base (id integer PRIMARY KEY, amount integer, label text);
INSERT INTO base VALUES (1, 10, 'x');
CREATE TABLE t (id integer, c base);
CREATE TABLE u (id integer, x t, y t[]);
INSERT INTO t SELECT 1, base FROM base;
INSERT INTO u SELECT 1, t, ARRAY[t] FROM t;

CREATE TABLE t (a integer, plain integer GENERATED ALWAYS AS (a * 2) VIRTUAL, kept integer GENERATED ALWAYS AS (a * 3) VIRTUAL, stored integer GENERATED ALWAYS AS (a + 1) STORED);
CREATE VIEW v AS SELECT kept, stored FROM t;

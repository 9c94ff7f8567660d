CREATE TABLE t (a integer, plain integer, kept integer GENERATED ALWAYS AS (a * 4) VIRTUAL, stored integer GENERATED ALWAYS AS (a + 1) VIRTUAL);
CREATE VIEW v AS SELECT kept, stored FROM t;

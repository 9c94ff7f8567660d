CREATE TABLE base (id integer PRIMARY KEY, amount bigint, label text);
CREATE FUNCTION amount_of(base) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1.id';
CREATE TABLE t (id integer, c base, g integer GENERATED ALWAYS AS (amount_of(c)) STORED, CONSTRAINT ck CHECK (amount_of(c) > 0));
CREATE INDEX t_i ON t (amount_of(c));
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (amount_of(c) > 0);
CREATE FUNCTION tr() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER w BEFORE UPDATE ON t FOR EACH ROW WHEN (amount_of(new.c) > 0) EXECUTE FUNCTION tr();
CREATE VIEW tv AS SELECT id, (c).amount, amount_of(c) AS m FROM t;

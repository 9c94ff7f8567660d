-- What real databases hold rarely, and what a script of CREATE statements gets wrong easily.

-- Keys alike: the server merges them when one CREATE TABLE holds both.
CREATE TABLE twice (
    id integer NOT NULL,
    code text,
    note text
);
ALTER TABLE twice ADD CONSTRAINT twice_pkey PRIMARY KEY (id);
ALTER TABLE twice ADD CONSTRAINT twice_id_key UNIQUE (id);
ALTER TABLE twice ADD CONSTRAINT twice_code_key UNIQUE (code) INCLUDE (note);
ALTER TABLE twice ADD CONSTRAINT twice_code_again UNIQUE (code) INCLUDE (note);
ALTER TABLE twice ADD CONSTRAINT twice_code_later UNIQUE (code) INCLUDE (note) DEFERRABLE;

-- A domain whose check came when there were values already.
CREATE DOMAIN amount AS integer CONSTRAINT small CHECK (VALUE < 1000);
ALTER DOMAIN amount ADD CONSTRAINT positive CHECK (VALUE > 0) NOT VALID;
COMMENT ON CONSTRAINT positive ON DOMAIN amount IS 'not for the old ones';
CREATE TABLE spent (what text, how_much amount);

-- An operator class stands on its functions, by way of its family.
CREATE FUNCTION hash_nothing(value integer, seed bigint) RETURNS bigint
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS 'SELECT value + seed';
CREATE OPERATOR CLASS hash_nothing_ops FOR TYPE integer USING hash AS
    OPERATOR 1 =, FUNCTION 2 hash_nothing(integer, bigint);
CREATE TABLE spread (id integer NOT NULL, note text) PARTITION BY HASH (id hash_nothing_ops);
CREATE TABLE spread_0 PARTITION OF spread FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE spread_1 PARTITION OF spread FOR VALUES WITH (MODULUS 2, REMAINDER 1);

-- Settings that are lists of names.
CREATE FUNCTION careful() RETURNS integer LANGUAGE sql STABLE
    SET search_path TO pg_catalog, "$user", 'odd "name"', ''
    SET work_mem TO '4MB'
    AS 'SELECT 1';

-- A partitioned table that refers to itself: its partitions cannot go before that key.
CREATE TABLE tree (
    id integer NOT NULL,
    above integer,
    PRIMARY KEY (id),
    FOREIGN KEY (above) REFERENCES tree (id)
) PARTITION BY RANGE (id);
CREATE TABLE tree_low PARTITION OF tree FOR VALUES FROM (0) TO (100);
CREATE TABLE tree_high PARTITION OF tree FOR VALUES FROM (100) TO (200);

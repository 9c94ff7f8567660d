-- The server changes no type of a column that a publication lists or filters by, and a table that is made anew, as
-- another partition key makes it, is in no publication.
CREATE TYPE phase AS ENUM ('fresh', 'done');
CREATE TABLE jobs (id bigint PRIMARY KEY, phase phase NOT NULL, worker varchar(40), note varchar(10));
CREATE TABLE meters (at date NOT NULL, value int) PARTITION BY LIST (value);
CREATE TABLE readings (id int PRIMARY KEY, value bigint, twice bigint GENERATED ALWAYS AS (value * 3) STORED, fresh text);
CREATE TABLE quiet (id int PRIMARY KEY);
CREATE PUBLICATION changes FOR TABLE jobs (id, phase) WHERE (id > 5), TABLE meters, TABLE quiet;
CREATE PUBLICATION filtered FOR TABLE jobs (id, worker, phase), TABLE readings (id, fresh) WHERE (value > 0);
ALTER TABLE readings REPLICA IDENTITY FULL;

CREATE TYPE phase AS ENUM ('new', 'done');
CREATE TABLE jobs (id int PRIMARY KEY, phase phase NOT NULL, worker varchar(20), note text);
CREATE TABLE meters (at date NOT NULL, value int) PARTITION BY RANGE (at);
CREATE TABLE readings (id int PRIMARY KEY, value int, twice int GENERATED ALWAYS AS (value * 2) STORED, old text);
CREATE TABLE quiet (id int PRIMARY KEY);
CREATE PUBLICATION changes FOR TABLE jobs (id, phase) WHERE (id > 5), TABLE meters, TABLE quiet;
CREATE PUBLICATION filtered FOR TABLE jobs (id, worker, phase), TABLE readings (id, old) WHERE (value > 0);
ALTER TABLE readings REPLICA IDENTITY FULL;

-- The index is there on both sides, and no partition has its part: one that came after it would get one.
CREATE TABLE reading (id integer, k integer) PARTITION BY RANGE (id);
CREATE TABLE reading_low PARTITION OF reading FOR VALUES FROM (0) TO (10);
CREATE TABLE reading_mid (id integer, k integer);
CREATE TABLE reading_high PARTITION OF reading FOR VALUES FROM (20) TO (40);
CREATE INDEX by_k ON ONLY reading (k);
CREATE INDEX low_by_k ON reading_low (k);
ALTER INDEX by_k ATTACH PARTITION low_by_k;

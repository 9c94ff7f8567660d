-- Indexes made ON ONLY the partitioned table, attached on some partitions.
CREATE TABLE kept (id integer);
CREATE TABLE reading (id integer, k integer) PARTITION BY RANGE (id);
CREATE TABLE reading_low PARTITION OF reading FOR VALUES FROM (0) TO (10);
CREATE TABLE reading_mid PARTITION OF reading FOR VALUES FROM (10) TO (20);
CREATE TABLE reading_high PARTITION OF reading FOR VALUES FROM (20) TO (40) PARTITION BY RANGE (id);
CREATE TABLE reading_high_1 PARTITION OF reading_high FOR VALUES FROM (20) TO (30);
CREATE INDEX whole ON reading (id, k);
CREATE INDEX by_k ON ONLY reading (k);
CREATE INDEX mid_by_k ON reading_mid (k);
ALTER INDEX by_k ATTACH PARTITION mid_by_k;
CREATE INDEX by_next ON ONLY reading ((k + 1));
CREATE INDEX high_by_next ON ONLY reading_high ((k + 1));
ALTER INDEX by_next ATTACH PARTITION high_by_next;
CREATE UNIQUE INDEX only_id ON ONLY reading (id);

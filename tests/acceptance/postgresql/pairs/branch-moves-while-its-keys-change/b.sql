-- The branch and one of its partitions get another place, and every key and index is made anew.
CREATE TABLE m (tenant int NOT NULL, at int NOT NULL, CONSTRAINT k PRIMARY KEY (at, tenant)) PARTITION BY LIST (tenant);
CREATE TABLE m1 PARTITION OF m FOR VALUES IN (1, 4) PARTITION BY RANGE (at);
CREATE TABLE m1a PARTITION OF m1 FOR VALUES FROM (0) TO (10);
CREATE TABLE m1b PARTITION OF m1 FOR VALUES FROM (20) TO (40);
CREATE INDEX by_at ON m (at DESC);
INSERT INTO m VALUES (1, 5), (1, 25);

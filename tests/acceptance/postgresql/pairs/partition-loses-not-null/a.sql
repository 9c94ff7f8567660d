CREATE TABLE builds (id bigint NOT NULL, part bigint NOT NULL, status text NOT NULL) PARTITION BY LIST (part);
CREATE TABLE builds_1 PARTITION OF builds FOR VALUES IN (1);
CREATE TABLE a_builds_2 PARTITION OF builds FOR VALUES IN (2);

CREATE TABLE reading (device int NOT NULL, at date NOT NULL, value numeric, PRIMARY KEY (device, at) WITH (fillfactor = 70)) PARTITION BY RANGE (at);
CREATE TABLE reading_2024 PARTITION OF reading FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') PARTITION BY LIST (device);
CREATE TABLE reading_2024_1 PARTITION OF reading_2024 FOR VALUES IN (1);
CREATE INDEX reading_brin ON reading USING brin (at) WITH (pages_per_range = 64);
CREATE INDEX reading_value ON reading (value) WITH (fillfactor = 80);

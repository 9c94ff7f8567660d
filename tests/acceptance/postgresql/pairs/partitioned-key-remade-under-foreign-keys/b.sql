CREATE TABLE tenants (id integer PRIMARY KEY);
CREATE TABLE events (tenant integer CONSTRAINT events_tenant REFERENCES tenants, ts date, kind text, CONSTRAINT events_pkey PRIMARY KEY (kind, ts, tenant)) PARTITION BY RANGE (ts);
CREATE TABLE e2023 PARTITION OF events FOR VALUES FROM ('2023-01-01') TO ('2024-01-01') PARTITION BY LIST (kind);
CREATE TABLE e2023_a PARTITION OF e2023 FOR VALUES IN ('a');
CREATE TABLE e2023_b PARTITION OF e2023 DEFAULT;
CREATE TABLE e2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE notes (tenant integer, ts date, kind text, FOREIGN KEY (tenant, ts, kind) REFERENCES events (tenant, ts, kind) ON DELETE CASCADE);

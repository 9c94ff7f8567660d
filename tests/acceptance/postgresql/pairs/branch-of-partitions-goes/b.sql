CREATE TABLE tenants (id integer PRIMARY KEY);
CREATE TABLE events (tenant integer CONSTRAINT events_tenant REFERENCES tenants, ts date, kind text, PRIMARY KEY (tenant, ts, kind)) PARTITION BY RANGE (ts);
CREATE TABLE e2024 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE notes (tenant integer, ts date, kind text, FOREIGN KEY (tenant, ts, kind) REFERENCES events);

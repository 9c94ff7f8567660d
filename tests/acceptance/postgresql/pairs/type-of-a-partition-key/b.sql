-- The server changes no type of a column by which a table is partitioned: that table, and no other, is made anew.
CREATE TYPE phase AS ENUM ('new', 'open', 'archived');
CREATE TABLE log (at date NOT NULL, phase phase NOT NULL, note text) PARTITION BY LIST (phase);
CREATE TABLE log_open PARTITION OF log FOR VALUES IN ('open', 'new');
CREATE TABLE log_rest PARTITION OF log DEFAULT;
CREATE TABLE reading (a bigint, at bigint, v int) PARTITION BY RANGE (at);
CREATE TABLE reading_low PARTITION OF reading FOR VALUES FROM (0) TO (10);
CREATE TABLE branch (a int, b bigint) PARTITION BY RANGE (a);
CREATE TABLE branch_low PARTITION OF branch FOR VALUES FROM (0) TO (10) PARTITION BY LIST (b);
CREATE TABLE branch_low_1 PARTITION OF branch_low FOR VALUES IN (1);
CREATE VIEW logged AS SELECT phase, count(*) FROM log GROUP BY phase;

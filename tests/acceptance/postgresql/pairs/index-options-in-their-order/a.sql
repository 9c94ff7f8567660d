CREATE TABLE logs (id integer, at date);
CREATE INDEX logs_at ON logs USING brin (at) WITH (pages_per_range = 32, autosummarize = on);

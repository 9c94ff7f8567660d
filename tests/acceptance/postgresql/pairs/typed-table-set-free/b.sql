CREATE TYPE row_type AS (a integer, b text);
CREATE TABLE typed (a integer);
CREATE TABLE plain OF row_type;

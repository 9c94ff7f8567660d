CREATE TYPE row_type AS (a integer, b text);
CREATE TABLE typed OF row_type;
CREATE TABLE plain (a integer);

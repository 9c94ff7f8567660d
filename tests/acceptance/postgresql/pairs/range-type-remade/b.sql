CREATE TYPE float_range AS RANGE (subtype = float8);
CREATE TABLE samples (id integer, span float_range);

-- A multirange type has no statement of its own: it comes with its range.
CREATE TYPE spans AS RANGE (subtype = float8, multirange_type_name = a_windows);
CREATE TYPE answer AS (label text, within a_windows, others a_windows[]);
CREATE FUNCTION a_widest(a_windows) RETURNS a_windows LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE TABLE sessions (id int PRIMARY KEY, open a_windows DEFAULT '{[1,2)}', answers answer[]);

-- The server plans or runs these functions for an index, a check, a new column and a materialized view; what their
-- bodies name is in no catalog, and comes later in the alphabet.
CREATE SCHEMA library;
CREATE TEXT SEARCH CONFIGURATION library.titles (COPY = pg_catalog.simple);
CREATE FUNCTION library.z_folded(value text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(value) $$;
CREATE FUNCTION library.a_vector(value text) RETURNS tsvector LANGUAGE sql IMMUTABLE
    AS $$ SELECT to_tsvector('library.titles', library.z_folded(value)) $$;
CREATE FUNCTION library.a_short(value text) RETURNS boolean LANGUAGE sql IMMUTABLE
    AS $$ SELECT length(library.z_folded(value)) < 100 $$;
CREATE TABLE library.z_shelves (work bigint, place text DEFAULT 'cellar');
CREATE FUNCTION library.a_place(value bigint) RETURNS text LANGUAGE sql STABLE
    AS $$ SELECT coalesce(max(place), 'none') FROM library.z_shelves WHERE work = value $$;
CREATE TABLE library.works (
    id bigint PRIMARY KEY,
    title text NOT NULL CONSTRAINT short CHECK (library.a_short(title)),
    place text NOT NULL DEFAULT library.a_place(1)
);
CREATE INDEX words ON library.works USING gin (library.a_vector(title));
CREATE MATERIALIZED VIEW library.a_overview AS SELECT id, library.a_place(id) AS place FROM library.works;
INSERT INTO library.works VALUES (1, 'Ulysses');

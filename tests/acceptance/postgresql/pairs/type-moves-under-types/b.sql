CREATE SCHEMA api;
CREATE TYPE api.status AS ENUM ('new', 'open');
CREATE TYPE address AS (city text, state api.status);
CREATE TYPE contact AS (mail text, home address);
CREATE DOMAIN checked_address AS address CHECK ((VALUE).city IS NOT NULL);
CREATE TABLE people (id integer, home checked_address, contacts contact[]);
CREATE INDEX people_city ON people (((home).city));

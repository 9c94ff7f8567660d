CREATE DOMAIN email AS text CHECK (VALUE ~ '@');
CREATE TYPE contact AS (mail email);
CREATE TABLE people (id integer, contacts contact[], mails email[]);

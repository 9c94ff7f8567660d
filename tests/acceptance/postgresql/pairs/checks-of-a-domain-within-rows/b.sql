CREATE DOMAIN email AS text CONSTRAINT email_check CHECK (VALUE ~ '@.*[.]') CONSTRAINT short CHECK (length(VALUE) < 100);
CREATE TYPE contact AS (mail email);
CREATE TABLE people (id integer, contacts contact[], mails email[]);

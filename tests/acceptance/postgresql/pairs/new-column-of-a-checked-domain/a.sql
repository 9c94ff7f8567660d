CREATE DOMAIN email AS text CONSTRAINT email_check CHECK (VALUE ~ '@');
CREATE TABLE people (id integer, mail email);

CREATE SCHEMA library;
CREATE TABLE library.works (id bigint PRIMARY KEY, title text NOT NULL);
INSERT INTO library.works VALUES (1, 'Ulysses');

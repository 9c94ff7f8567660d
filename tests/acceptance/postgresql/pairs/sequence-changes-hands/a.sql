-- Sequences that outlive the table or the column they belong to.
CREATE TABLE hook_tokens (id serial PRIMARY KEY, token text);
CREATE TABLE visits (id integer);
CREATE TABLE counters (id serial, shared integer);
CREATE SEQUENCE shared_numbers OWNED BY counters.shared;
CREATE TABLE users_of_it (number integer DEFAULT nextval('shared_numbers'));
CREATE TABLE kept (id serial);

CREATE TABLE accounts (id integer, email text);
GRANT SELECT (id, email), UPDATE (email) ON accounts TO pair_reader;

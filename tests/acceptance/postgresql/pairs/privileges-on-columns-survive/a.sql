CREATE TABLE accounts (id integer, email text);
GRANT SELECT, UPDATE ON accounts TO pair_reader;
GRANT SELECT (id, email), UPDATE (email) ON accounts TO pair_reader;

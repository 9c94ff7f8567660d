CREATE TYPE status AS ENUM ('open', 'shut');
CREATE DOMAIN state AS status DEFAULT 'shut';
CREATE TABLE doors (id integer, state state);
ALTER TYPE status RENAME VALUE 'shut' TO 'closed';

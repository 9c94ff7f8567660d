-- Scripts that try to get out of a rehearsal. Each begins with a line "case OUTCOME TITLE": refused (before it is sent,
-- with the statement and the reason), failed (by the server), harmless (it runs, and nothing outside the scratch
-- database is touched). {ESCAPE} is a file that must not appear, {PORT} a listener on this machine's loopback that
-- nobody may reach, {VICTIM} another database of the same server. Base: table t (id, a, b).

-- case refused copy to a program
COPY t TO PROGRAM 'cat > {ESCAPE}';
-- case refused copy from a program
COPY t FROM PROGRAM 'touch {ESCAPE}; echo 1';
-- case refused copy to a file
COPY (SELECT 'x') TO '{ESCAPE}';
-- case refused copy from a file
COPY t (b) FROM '/etc/passwd';
-- case failed copy to a program, hidden in a block
DO $$ BEGIN EXECUTE 'COPY t TO PRO' || 'GRAM ' || quote_literal('cat > {ESCAPE}'); END $$;
-- case failed copy to a file, hidden in a block
DO $$ BEGIN EXECUTE 'COPY (SELECT 1) TO ' || quote_literal('{ESCAPE}'); END $$;
-- case failed copy from a program, hidden in a function
CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'COPY t FROM PRO' || 'GRAM ' || quote_literal('touch {ESCAPE}'); END $$;
SELECT f();
-- case failed copy to a program, by a trigger
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'COPY t TO PRO' || 'GRAM ''cat > {ESCAPE}'''; RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION g();
INSERT INTO t VALUES (1);
-- case refused read a file
SELECT pg_read_file('/etc/passwd');
-- case refused read a file, by a qualified and quoted name
SELECT "pg_catalog"."pg_read_binary_file"('/etc/passwd');
-- case failed read a file, by an escaped name
SELECT U&"pg\005fread\005ffile"('/etc/passwd');
-- case failed read a file, by a view
DO $$ BEGIN EXECUTE 'CREATE VIEW v AS SELECT pg_read' || '_file(''/etc/passwd'') AS x'; END $$;
SELECT * FROM v;
-- case failed read a file, as a default
DO $$ BEGIN EXECUTE 'ALTER TABLE t ALTER b SET DEFAULT pg_read' || '_file(''/etc/passwd'')'; END $$;
INSERT INTO t (id) VALUES (1);
-- case refused list a folder
SELECT pg_ls_dir('/');
-- case refused import a large object
SELECT lo_import('/etc/passwd');
-- case refused export a large object
SELECT lo_export(1, '{ESCAPE}');
-- case failed export a large object, hidden
DO $$ BEGIN PERFORM lo_create(4711); EXECUTE 'SELECT lo_ex' || 'port(4711, ''{ESCAPE}'')'; END $$;
-- case refused machine code
CREATE FUNCTION f() RETURNS int AS '/lib/x86_64-linux-gnu/libc.so.6', 'getpid' LANGUAGE C;
-- case failed machine code, hidden
DO $$ BEGIN EXECUTE 'CREATE FUNCTION f() RETURNS int AS ''/lib/x86_64-linux-gnu/libc.so.6'', ''getpid'' LANGUAGE ' || 'c'; END $$;
-- case refused the server's own code
CREATE FUNCTION f(internal) RETURNS int AS 'pg_terminate_backend' LANGUAGE internal;
-- case refused an untrusted language
CREATE FUNCTION f() RETURNS void LANGUAGE plperlu AS $$ system("touch {ESCAPE}") $$;
-- case failed an untrusted language as an extension
CREATE EXTENSION plperlu;
-- case refused load a library
LOAD '/lib/x86_64-linux-gnu/libc.so.6';
-- case failed an extension that reaches other servers
CREATE EXTENSION dblink;
-- case failed an extension that reads files
CREATE EXTENSION file_fdw;
-- case failed an extension that reaches other servers, by foreign tables
CREATE EXTENSION postgres_fdw;
-- case refused a connection by dblink
SELECT dblink_connect('host=127.0.0.1 port={PORT}');
-- case failed a connection by dblink, hidden
DO $$ BEGIN EXECUTE 'SELECT dbl' || 'ink(''host=127.0.0.1 port={PORT}'', ''SELECT 1'')'; END $$;
-- case refused a subscription
CREATE SUBSCRIPTION s CONNECTION 'host=127.0.0.1 port={PORT} dbname=x' PUBLICATION p;
-- case failed a subscription, hidden
DO $$ BEGIN EXECUTE 'CREATE SUBSCR' || 'IPTION s CONNECTION ''host=127.0.0.1 port={PORT} dbname=x'' PUBLICATION p'; END $$;
-- case refused a user mapping
CREATE USER MAPPING FOR CURRENT_USER SERVER s OPTIONS (password 'x');
-- case refused the server's configuration
ALTER SYSTEM SET archive_command = 'touch {ESCAPE}';
-- case failed the server's configuration, hidden
DO $$ BEGIN EXECUTE 'ALTER SYS' || 'TEM SET archive_command = ''touch {ESCAPE}'''; END $$;
-- case refused the session's author
SET SESSION AUTHORIZATION postgres;
-- case failed the administrator's role
SET ROLE countersign_administrator;
-- case failed the administrator's role, after a reset
RESET ROLE;
SET ROLE countersign_bootstrap;
-- case refused a superuser
CREATE ROLE evil SUPERUSER LOGIN;
-- case failed a superuser, hidden
DO $$ BEGIN EXECUTE 'CREATE RO' || 'LE evil SUPERUSER LOGIN'; END $$;
-- case refused myself a superuser
ALTER USER CURRENT_USER SUPERUSER;
-- case failed membership in a role that writes files
GRANT pg_write_server_files TO CURRENT_USER;
-- case failed membership in a role that runs programs
GRANT pg_execute_server_program TO PUBLIC;
-- case refused another database
CREATE DATABASE evil;
-- case refused drop another database
DROP DATABASE {VICTIM};
-- case failed drop another database, hidden
DO $$ BEGIN EXECUTE 'DROP DATA' || 'BASE "{VICTIM}"'; END $$;
-- case refused settings of another database
ALTER DATABASE {VICTIM} SET search_path = evil;
-- case refused rename another database
ALTER DATABASE {VICTIM} RENAME TO evil;
-- case refused a tablespace
CREATE TABLESPACE evil LOCATION '/tmp';
-- case refused end another session
SELECT pg_terminate_backend(pid) FROM pg_stat_activity;
-- case harmless end every session, hidden: only those of this rehearsal may be ended
DO $$ BEGIN EXECUTE 'SELECT pg_terminate' || '_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND usename = current_user'; END $$;
-- case failed end the administrator's session
DO $$ BEGIN EXECUTE 'SELECT pg_terminate' || '_backend(pid) FROM pg_stat_activity WHERE usename LIKE ''countersign_adm%'''; END $$;
-- case refused a prepared transaction that outlives everything
BEGIN;
CREATE TABLE x (a int);
PREPARE TRANSACTION 'evil';
-- case refused a slot that keeps the log for ever
SELECT pg_create_physical_replication_slot('evil');
-- case failed an event trigger
CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION f();
-- case harmless leave the transaction
COMMIT;
CREATE TABLE survivor (a int);
ROLLBACK;
-- case harmless take away the timeouts
SET statement_timeout = 0;
SET lock_timeout = 0;
-- case failed write the catalog
UPDATE pg_catalog.pg_authid SET rolsuper = true;
-- case failed allow writing the catalog
SET allow_system_table_mods = on;
-- case failed read passwords
SELECT * FROM pg_catalog.pg_authid;
-- case failed a cast that takes over the administrator's queries
CREATE FUNCTION pg_catalog.lower(text) RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$;
-- case harmless an operator in front of the system's
CREATE FUNCTION public.eq(text, text) RETURNS boolean LANGUAGE sql AS $$ SELECT true $$;
CREATE OPERATOR public.= (LEFTARG = text, RIGHTARG = text, FUNCTION = public.eq);
SET search_path = public, pg_catalog;
-- case harmless a table in front of the system's
CREATE TABLE public.pg_class (oid int);
SET search_path = public, pg_catalog;
-- case refused a command of the client
\! touch {ESCAPE}
-- case refused a file of the client
\copy t TO '{ESCAPE}'
-- case refused another connection of the client
\connect postgres
-- case harmless forget the plans of our own queries
DISCARD ALL;
SELECT 1;
-- case harmless forget them unseen
DO $$ BEGIN EXECUTE 'DEALLO' || 'CATE ALL'; END $$;
CREATE TABLE x (a int);
-- case harmless answer our own queries
PREPARE countersign_1 AS SELECT 'nothing happened';
CREATE TABLE x (a int);
-- case refused settings of my own role
ALTER ROLE CURRENT_USER SET statement_timeout = 0;
ALTER ROLE CURRENT_USER SET search_path = evil;
-- case refused settings of everybody
ALTER ROLE ALL SET search_path = evil;
-- case failed rights to enter the databases of the server itself
DO $$ BEGIN IF NOT has_database_privilege('postgres', 'CONNECT') AND NOT has_database_privilege('template1', 'CONNECT') THEN RAISE EXCEPTION 'closed'; END IF; END $$;
-- case harmless settings of my own role, hidden: it is used once
DO $$ BEGIN EXECUTE 'ALTER RO' || 'LE CURRENT_USER SET search_path = evil'; END $$;
-- case harmless write although reading was asked for
SET default_transaction_read_only = off;
CREATE TABLE x (a int);
-- case failed a second statement that the splitter takes for text
SET standard_conforming_strings = off;
SELECT 'a\'; COPY t TO PROGRAM $$cat > {ESCAPE}$$; --';
-- case failed a foreign table that reads a file
DO $$ BEGIN EXECUTE 'CREATE FOREIGN DATA WRAP' || 'PER f'; EXECUTE 'CREATE SER' || 'VER s FOREIGN DATA WRAPPER f'; END $$;
-- case failed rows of the server's log
DO $$ BEGIN EXECUTE 'SELECT pg_current_log' || 'file()'; EXECUTE 'SELECT pg_read' || '_binary_file(''postgresql.conf'')'; END $$;
-- case failed write ahead without end
DO $$ BEGIN EXECUTE 'SELECT pg_create_logical_repli' || 'cation_slot(''evil'', ''pgoutput'')'; END $$;
-- case failed a publication of everything
CREATE PUBLICATION evil FOR ALL TABLES;
-- case failed an operator class that is trusted by everybody
CREATE OPERATOR CLASS evil DEFAULT FOR TYPE int4 USING btree AS OPERATOR 1 <;
-- case failed a cast that runs as whoever compares
CREATE FUNCTION tobool(int) RETURNS boolean LANGUAGE sql AS $$ SELECT true $$;
CREATE CAST (int AS text) WITH FUNCTION tobool(int) AS IMPLICIT;
-- case failed a language of one's own
CREATE LANGUAGE evil HANDLER plpgsql_call_handler;
-- case failed a large object of somebody else's
DO $$ BEGIN EXECUTE 'SELECT lo_im' || 'port(''/etc/passwd'')'; END $$;

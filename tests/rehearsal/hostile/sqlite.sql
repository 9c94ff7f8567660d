-- See postgresql.sql. Base: table t (id, a, b).

-- case refused another file
ATTACH '{ESCAPE}' AS evil;
-- case refused another file by expression
ATTACH DATABASE '{ESCAPE}' || '' AS evil;
-- case refused another file as a URI
ATTACH 'file:{ESCAPE}?mode=rwc' AS evil;
-- case refused a copy of everything
VACUUM INTO '{ESCAPE}';
-- case refused a copy of everything, of main
VACUUM main INTO '{ESCAPE}';
-- case refused leave a file
DETACH main;
-- case refused machine code
SELECT load_extension('libc.so.6');
-- case refused machine code, by a quoted name
SELECT "load_extension"('libc.so.6');
-- case refused machine code, in a trigger
CREATE TRIGGER tr AFTER INSERT ON t BEGIN SELECT load_extension('libc.so.6'); END;
-- case refused machine code, in a view
CREATE VIEW v AS SELECT load_extension('libc.so.6');
-- case refused a function of the shell that writes
SELECT writefile('{ESCAPE}', 'x');
-- case refused a function of the shell that reads
SELECT readfile('/etc/passwd');
-- case refused a function of the shell that starts an editor
SELECT edit('x', 'touch {ESCAPE}; true');
-- case refused addresses of the tokenizer
SELECT fts3_tokenizer('simple', x'4141414141414141');
-- case refused write the schema table
PRAGMA writable_schema = ON;
-- case refused write the schema table, of main
PRAGMA main.writable_schema = 1;
-- case refused write the schema table, by call
PRAGMA writable_schema(1);
-- case failed write the schema table at once
UPDATE sqlite_schema SET sql = 'CREATE TABLE t (evil)' WHERE name = 't';
-- case failed write the schema table by its old name
DELETE FROM sqlite_master;
-- case refused trust the schema
PRAGMA trusted_schema = ON;
-- case refused temporary files elsewhere
PRAGMA temp_store_directory = '/tmp';
-- case refused memory without limit
PRAGMA hard_heap_limit = 0;
-- case refused a key
PRAGMA rekey = 'x';
-- case refused a command of the shell
.shell touch {ESCAPE}
-- case refused another file by the shell
.open {ESCAPE}
-- case refused output of the shell
.output {ESCAPE}
-- case refused a dump by the shell
.backup {ESCAPE}
-- case failed files as a table
CREATE VIRTUAL TABLE x USING fsdir('/');
-- case failed rows of a file
CREATE VIRTUAL TABLE x USING csv(filename='/etc/passwd');
-- case failed archives as a table
CREATE VIRTUAL TABLE x USING zipfile('{ESCAPE}');
-- case harmless leave the transaction
BEGIN;
COMMIT;
CREATE TABLE survivor (a);
-- case harmless write ahead
PRAGMA journal_mode = WAL;
CREATE TABLE x (a);
-- case harmless rows without end, with a limit
CREATE TABLE big AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 20000) SELECT x FROM c;
-- case failed more memory than there is
SELECT length(zeroblob(2000000000) || zeroblob(2000000000));
-- case failed a shadow table of a search index
CREATE VIRTUAL TABLE f USING fts5(x);
UPDATE f_data SET block = x'00';
-- case refused another file, in memory
ATTACH ':memory:' AS evil;
-- case refused a temporary file that nobody sees
ATTACH '' AS evil;
-- case failed pages of the file itself
UPDATE sqlite_dbpage SET data = x'00' WHERE pgno = 1;
-- case harmless a setting read by a pragma that is a table
SELECT * FROM pragma_writable_schema;
-- case failed a file by a pragma that is a table
SELECT * FROM pragma_temp_store_directory('/tmp');
-- case harmless without a journal
PRAGMA journal_mode = OFF;
CREATE TABLE x (a);
-- case refused a schema that is not one
CREATE TABLE x (a DEFAULT (load_extension('libc.so.6')));
INSERT INTO x DEFAULT VALUES;
-- case refused machine code, in an index
CREATE INDEX x ON t (load_extension(b));

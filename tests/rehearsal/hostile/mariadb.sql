-- See postgresql.sql. Base: table t (id, a, b).

-- case refused rows into a file
SELECT 'x' INTO OUTFILE '{ESCAPE}';
-- case refused a dump into a file
SELECT 'x' INTO DUMPFILE '{ESCAPE}';
-- case refused rows into a file, in a version comment
/*!50000 SELECT 'x' INTO OUTFILE '{ESCAPE}' */;
-- case refused rows into a file, in a MariaDB comment
/*M! SELECT 'x' INTO OUTFILE '{ESCAPE}' */;
-- case failed rows into a file, prepared
SET @s = CONCAT('SELECT 1 INTO OUT', 'FILE ''{ESCAPE}''');
PREPARE p FROM @s;
EXECUTE p;
-- case failed rows into a file, in one go
EXECUTE IMMEDIATE CONCAT('SELECT 1 INTO DUMP', 'FILE ''{ESCAPE}''');
-- case failed rows into a file, in a block
BEGIN NOT ATOMIC SET @s = CONCAT('SELECT 1 INTO OUT', 'FILE ''{ESCAPE}'''); PREPARE p FROM @s; EXECUTE p; END;
-- case refused load a file
LOAD DATA INFILE '/etc/passwd' INTO TABLE t (b);
-- case refused load a file of the client
LOAD DATA LOCAL INFILE '/etc/passwd' INTO TABLE t (b);
-- case refused load XML
LOAD XML INFILE '/etc/passwd' INTO TABLE t;
-- case failed load a file of the client, in one go
EXECUTE IMMEDIATE CONCAT('LOAD DA', 'TA LOCAL INFILE ''/etc/passwd'' INTO TABLE t (b)');
-- case refused read a file
SELECT LOAD_FILE('/etc/passwd');
-- case harmless read a file, in one go: NULL without the right to
EXECUTE IMMEDIATE CONCAT('INSERT INTO t (id, b) SELECT 1, LOAD', '_FILE(''/etc/passwd'')');
-- case refused a library
INSTALL PLUGIN x SONAME 'ha_spider.so';
-- case refused a library by name
INSTALL SONAME 'ha_connect';
-- case failed a library, in one go
EXECUTE IMMEDIATE CONCAT('INSTALL SO', 'NAME ''ha_federatedx''');
-- case refused machine code
CREATE FUNCTION f RETURNS INTEGER SONAME 'libc.so.6';
-- case failed machine code, in one go
EXECUTE IMMEDIATE CONCAT('CREATE FUNCTION f RETURNS INTEGER SO', 'NAME ''libc.so.6''');
-- case failed a table on another server
CREATE TABLE far (id int) ENGINE=FEDERATED CONNECTION='mysql://root@127.0.0.1:{PORT}/x/y';
-- case failed a table in a file
CREATE TABLE far (id int) ENGINE=CONNECT TABLE_TYPE=CSV FILE_NAME='{ESCAPE}';
-- case refused another server
CREATE SERVER s FOREIGN DATA WRAPPER mysql OPTIONS (HOST '127.0.0.1', PORT {PORT});
-- case failed another server, in one go
EXECUTE IMMEDIATE CONCAT('CREATE SER', 'VER s FOREIGN DATA WRAPPER mysql OPTIONS (HOST ''127.0.0.1'')');
-- case refused a global setting
SET GLOBAL general_log_file = '{ESCAPE}';
-- case refused a global setting by its name
SET @@global.general_log = 1;
-- case refused a global setting beside another
SET @x = 1, GLOBAL slow_query_log_file = '{ESCAPE}';
-- case failed a global setting, in one go
EXECUTE IMMEDIATE CONCAT('SET GLO', 'BAL general_log = 1');
-- case failed a global setting, by a procedure with somebody's rights
CREATE DEFINER='root'@'localhost' PROCEDURE p() SQL SECURITY DEFINER SET GLOBAL general_log = 1;
CALL p();
-- case failed a global setting, by a trigger with somebody's rights
CREATE DEFINER='root'@'localhost' TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET GLOBAL general_log = 1;
INSERT INTO t (id) VALUES (1);
-- case failed rows of others, by a view with somebody's rights
CREATE DEFINER='root'@'localhost' SQL SECURITY DEFINER VIEW v AS SELECT * FROM mysql.global_priv;
SELECT * FROM v;
-- case refused hide from the log
SET sql_log_bin = 0;
-- case refused become somebody else
SET PASSWORD FOR root@localhost = PASSWORD('evil');
-- case refused a new account
CREATE USER evil@'%' IDENTIFIED BY 'evil';
-- case failed all rights
GRANT ALL PRIVILEGES ON *.* TO CURRENT_USER WITH GRANT OPTION;
-- case failed the right to files
GRANT FILE ON *.* TO CURRENT_USER;
-- case failed rights by writing the tables of rights
INSERT INTO mysql.global_priv VALUES ('%', 'evil', '{}');
-- case failed read passwords
SELECT * FROM mysql.global_priv;
-- case refused another database
CREATE DATABASE evil;
-- case refused drop another database
DROP DATABASE {VICTIM};
-- case failed drop another database, in one go
EXECUTE IMMEDIATE CONCAT('DROP DATA', 'BASE `{VICTIM}`');
-- case failed a table of another database
DROP TABLE {VICTIM}.precious;
-- case failed move a table to another database
RENAME TABLE t TO {VICTIM}.t;
-- case failed read another database
CREATE TABLE stolen AS SELECT * FROM {VICTIM}.precious;
-- case refused leave for another database
USE {VICTIM};
-- case refused stop the server
SHUTDOWN;
-- case failed stop the server, in one go
EXECUTE IMMEDIATE CONCAT('SHUT', 'DOWN');
-- case refused end another session
KILL CONNECTION 1;
-- case failed end another session, in a block
BEGIN NOT ATOMIC DECLARE i INT DEFAULT 1; WHILE i < 4 DO EXECUTE IMMEDIATE CONCAT('KI', 'LL CONNECTION ', i); SET i = i + 1; END WHILE; END;
-- case refused become a replica
CHANGE MASTER TO MASTER_HOST='127.0.0.1', MASTER_PORT={PORT};
-- case refused start replication
START SLAVE;
-- case failed start replication, in one go
EXECUTE IMMEDIATE CONCAT('CHANGE MAS', 'TER TO MASTER_HOST=''127.0.0.1'', MASTER_PORT={PORT}');
-- case refused throw the logs away
PURGE BINARY LOGS BEFORE NOW();
-- case refused flush everything
FLUSH TABLES WITH READ LOCK;
-- case refused files elsewhere
CREATE TABLE x (a int) ENGINE=MyISAM DATA DIRECTORY='/tmp';
-- case refused files elsewhere, for the index
CREATE TABLE x (a int) ENGINE=MyISAM INDEX DIRECTORY = '/tmp';
-- case harmless an event that would run later
CREATE EVENT e ON SCHEDULE EVERY 1 SECOND DO INSERT INTO t (id) VALUES (99);
-- case harmless two statements in one
SELECT 1; -- ; DROP DATABASE {VICTIM}
-- case failed a second statement that the splitter takes for text
SET sql_mode = 'NO_BACKSLASH_ESCAPES';
SELECT 'a\'; DROP DATABASE {VICTIM}; -- ';
-- case failed a role of the administrator's
EXECUTE IMMEDIATE CONCAT('SET RO', 'LE root');
-- case refused rows of other people's accounts
HANDLER mysql.global_priv OPEN;
-- case failed lock the tables of rights
LOCK TABLES mysql.global_priv WRITE;
-- case failed an event with somebody's rights
CREATE DEFINER='root'@'localhost' EVENT e ON SCHEDULE EVERY 1 SECOND DO SET GLOBAL general_log = 1;
ALTER EVENT e ENABLE;
SELECT 1 / (SELECT COUNT(*) = 99 FROM information_schema.EVENTS) FROM mysql.global_priv;
-- case failed stop everybody's writing
EXECUTE IMMEDIATE CONCAT('BACKUP ST', 'AGE START');
-- case failed stop everybody's writing by a lock
EXECUTE IMMEDIATE CONCAT('FLUSH TAB', 'LES WITH READ LOCK');
-- case refused a setting for one statement
SET STATEMENT sql_log_bin = 0 FOR CREATE TABLE x (a int);
-- case failed another server's engine
CREATE TABLE far (id int) ENGINE=SPIDER COMMENT='wrapper "mysql", host "127.0.0.1", port "{PORT}"';
-- case failed files of the table space
ALTER TABLE t DISCARD TABLESPACE;
ALTER TABLE t IMPORT TABLESPACE;
-- case harmless checks switched off
SET foreign_key_checks = 0;
SET unique_checks = 0;
CREATE TABLE x (a int);

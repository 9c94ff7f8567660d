-- case: alter-copy-blocks-writes when the script asks for it
-- base
CREATE TABLE trips (id bigint PRIMARY KEY AUTO_INCREMENT, n int);
-- facts: trips rows=5000000
-- migration
ALTER TABLE trips ADD COLUMN note text, ALGORITHM=COPY, LOCK=SHARED;
-- expect: alter-copy-blocks-writes error 1 trips
-- expect: missing-lock-timeout warning 1 trips

-- case: instant-not-guaranteed
-- base
CREATE TABLE trips (id bigint PRIMARY KEY AUTO_INCREMENT, n int);
-- migration
SET SESSION lock_wait_timeout = 3;
ALTER TABLE trips ADD COLUMN note text;
-- expect: instant-not-guaranteed info 2 trips
-- fix: ALGORITHM=INSTANT
-- silent: alter-copy-blocks-writes alter-rebuild-online missing-lock-timeout implicit-backfill-value half-applied-risk

-- case: instant is pinned
-- base
CREATE TABLE trips (id bigint PRIMARY KEY AUTO_INCREMENT, n int);
-- migration
ALTER TABLE trips ADD COLUMN note text, ALGORITHM=INSTANT;
-- silent: instant-not-guaranteed blockers-present foreign-key-locks-parent alter-copy-blocks-writes alter-rebuild-online

-- case: a name with lock or algorithm in it asks for nothing
-- base
CREATE TABLE trips (id bigint PRIMARY KEY AUTO_INCREMENT, n int);
-- migration
ALTER TABLE trips ADD COLUMN locked_at datetime, ADD COLUMN algorithm varchar(20) -- not the LOCK=SHARED clause
;
-- expect: instant-not-guaranteed info 1 trips
-- silent: alter-copy-blocks-writes alter-rebuild-online

-- case: alter-rebuild-online
-- base
CREATE TABLE trips (id bigint PRIMARY KEY AUTO_INCREMENT, n int);
-- facts: trips rows=5000000
-- migration
ALTER TABLE trips FORCE;
-- expect: alter-rebuild-online warning 1 trips

-- case: index-build-blocks-writes for a first FULLTEXT
-- base
CREATE TABLE trips (id bigint PRIMARY KEY AUTO_INCREMENT, n text);
-- migration
ALTER TABLE trips ADD FULLTEXT INDEX words (n);
-- expect: index-build-blocks-writes error 1

-- case: a plain index is built online
-- base
CREATE TABLE trips (id bigint PRIMARY KEY AUTO_INCREMENT, n int);
-- migration
CREATE INDEX trips_n ON trips (n);
-- silent: index-build-blocks-writes alter-copy-blocks-writes index-duplicate index-redundant index-low-value

-- case: blockers-present
-- base
CREATE TABLE trips (id bigint PRIMARY KEY AUTO_INCREMENT, n int);
-- blocker: trips 90
-- migration
ALTER TABLE trips ADD COLUMN note text;
-- expect: blockers-present warning 1 trips

-- case: losses
-- base
CREATE TABLE trips (id bigint PRIMARY KEY AUTO_INCREMENT, name varchar(50), note text);
CREATE TABLE old (id bigint PRIMARY KEY AUTO_INCREMENT);
-- migration
DROP TABLE old;
ALTER TABLE trips DROP COLUMN note;
TRUNCATE TABLE trips;
UPDATE trips SET name = 'x';
-- expect: drop-table error 1 old
-- expect: drop-column error 2 trips.note
-- expect: truncate-table error 3 trips
-- expect: dml-without-where error 4 trips
-- expect: irreversible-step info 2 trips.note
-- expect: half-applied-risk warning 0
-- expect: backfill-unbatched error 4 trips

-- case: CREATE OR REPLACE TABLE drops the old one
-- base
CREATE TABLE trips (id bigint PRIMARY KEY AUTO_INCREMENT, name varchar(50));
-- migration
CREATE OR REPLACE TABLE trips (id bigint PRIMARY KEY AUTO_INCREMENT, name varchar(60));
-- expect: drop-table error 1 trips

-- case: nothing is lost
-- base
CREATE TABLE trips (id bigint PRIMARY KEY AUTO_INCREMENT, name varchar(50));
-- migration
ALTER TABLE trips ADD COLUMN note text;
-- silent: drop-table drop-column truncate-table dml-without-where irreversible-step type-change-lossy rename-table rename-column drop-add-looks-like-rename backfill-unbatched removed-object-in-use

-- case: type-change-lossy
-- base
CREATE TABLE trips (id bigint PRIMARY KEY AUTO_INCREMENT, price decimal(10,4));
-- migration
ALTER TABLE trips MODIFY price decimal(10,2);
-- expect: type-change-lossy error 1 trips.price
-- silent: modify-loses-attributes read-contract-changed

-- case: implicit-backfill-value, add-required-column
-- base
CREATE TABLE trips (id bigint PRIMARY KEY AUTO_INCREMENT);
-- migration
ALTER TABLE trips ADD COLUMN name varchar(20) NOT NULL;
ALTER TABLE trips ADD COLUMN started date NOT NULL;
-- expect: implicit-backfill-value warning 1 trips.name
-- expect: implicit-backfill-value error 2 trips.started
-- expect: add-required-column error 1 trips.name

-- case: enum-value-removed, enum-reordered
-- base
CREATE TABLE trips (id bigint PRIMARY KEY AUTO_INCREMENT, a enum('x','y','z'), b enum('x','y'));
-- migration
ALTER TABLE trips MODIFY a enum('x','z');
ALTER TABLE trips MODIFY b enum('y','x');
-- expect: enum-value-removed error 1 trips.a
-- expect: enum-reordered warning 2 trips.b
-- silent: enum-value-renamed

-- case: enum-value-renamed
-- base
CREATE TABLE trips (id bigint PRIMARY KEY AUTO_INCREMENT, a enum('x','y'));
-- migration
ALTER TABLE trips MODIFY a enum('x','w');
-- expect: enum-value-renamed error 1 trips.a
-- silent: enum-value-removed enum-reordered

-- case: charset-narrowed
-- base
CREATE TABLE trips (id bigint PRIMARY KEY AUTO_INCREMENT, name varchar(20)) CHARACTER SET utf8mb4;
-- migration
ALTER TABLE trips CONVERT TO CHARACTER SET latin1;
-- expect: charset-narrowed error 1 trips.name

-- case: the table's default alone
-- base
CREATE TABLE trips (id bigint PRIMARY KEY AUTO_INCREMENT, name varchar(20)) CHARACTER SET latin1 COLLATE latin1_swedish_ci;
-- migration
ALTER TABLE trips CONVERT TO CHARACTER SET utf8mb4;
-- silent: charset-narrowed

-- case: modify-loses-attributes
-- base
CREATE TABLE trips (id bigint PRIMARY KEY AUTO_INCREMENT, name varchar(20) NOT NULL DEFAULT 'x' COMMENT 'c');
-- migration
ALTER TABLE trips MODIFY name varchar(30);
-- expect: modify-loses-attributes error 1 trips.name
-- expect: read-contract-changed warning 1 trips.name

-- case: index-changed-by-drop-column
-- base
CREATE TABLE trips (id bigint PRIMARY KEY AUTO_INCREMENT, a int, b int, c int, KEY ab (a, b));
-- migration
ALTER TABLE trips DROP COLUMN b;
-- expect: index-changed-by-drop-column warning 1 trips.ab

-- case: a column without index
-- base
CREATE TABLE trips (id bigint PRIMARY KEY AUTO_INCREMENT, a int, b int, c int, KEY ab (a, b));
-- migration
ALTER TABLE trips DROP COLUMN c;
-- silent: index-changed-by-drop-column column-position-shift

-- case: cascade-delete-added, fk-weak-target is refused by the server
-- base
CREATE TABLE users (id bigint PRIMARY KEY AUTO_INCREMENT);
-- migration
CREATE TABLE posts (id bigint PRIMARY KEY AUTO_INCREMENT, user_id bigint, FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE);
-- expect: cascade-delete-added warning 1
-- silent: fk-weak-target key-32-bit primary-key-missing engine-not-transactional collation-mismatch

-- case: a reference without actions
-- base
CREATE TABLE users (id bigint PRIMARY KEY AUTO_INCREMENT);
-- migration
CREATE TABLE posts (id bigint PRIMARY KEY AUTO_INCREMENT, users_id int);
-- expect: fk-weak-target warning 1 posts.users_id
-- silent: cascade-delete-added

-- case: key-sequence-reset
-- base
CREATE TABLE users (id bigint PRIMARY KEY AUTO_INCREMENT);
-- key: users.id 4999 9223372036854775807
-- migration
ALTER TABLE users AUTO_INCREMENT=10;
-- expect: key-sequence-reset warning 1 users

-- case: a sequence left alone
-- base
CREATE TABLE users (id bigint PRIMARY KEY AUTO_INCREMENT);
-- key: users.id 4999 9223372036854775807
-- migration
ALTER TABLE users AUTO_INCREMENT=9000;
-- silent: key-sequence-reset statement-had-no-effect

-- case: renames
-- base
CREATE TABLE users (id bigint PRIMARY KEY AUTO_INCREMENT, email varchar(50));
-- app: SELECT email FROM users
-- migration
ALTER TABLE users RENAME COLUMN email TO mail;
RENAME TABLE users TO people;
-- expect: rename-column error 1 people.mail
-- expect: rename-table error 2 people
-- expect: removed-object-in-use error 1 users.email

-- case: old-writes-rejected
-- base
CREATE TABLE users (id bigint PRIMARY KEY AUTO_INCREMENT, email varchar(50));
-- migration
ALTER TABLE users MODIFY email varchar(50) NOT NULL;
-- expect: old-writes-rejected warning 1 users.email
-- silent: modify-loses-attributes add-required-column

-- case: old writes go on
-- base
CREATE TABLE users (id bigint PRIMARY KEY AUTO_INCREMENT, email varchar(50));
-- migration
ALTER TABLE users MODIFY email varchar(80);
-- silent: old-writes-rejected constraint-unenforced

-- case: dependent-object-broken
-- base
CREATE TABLE users (id bigint PRIMARY KEY AUTO_INCREMENT, email varchar(50));
CREATE VIEW addresses AS SELECT email FROM users;
-- migration
ALTER TABLE users DROP COLUMN email;
-- expect: dependent-object-broken error 1 addresses

-- case: nothing depends
-- base
CREATE TABLE users (id bigint PRIMARY KEY AUTO_INCREMENT, email varchar(50), note text);
CREATE VIEW addresses AS SELECT email FROM users;
-- migration
ALTER TABLE users DROP COLUMN note;
-- silent: dependent-object-broken

-- case: column-position-shift
-- base
CREATE TABLE users (id bigint PRIMARY KEY AUTO_INCREMENT, email varchar(50));
-- migration
ALTER TABLE users ADD COLUMN name text FIRST;
-- expect: column-position-shift warning 1 users

-- case: drop-add-looks-like-rename, name-near-existing, name-style
-- base
CREATE TABLE users (id bigint PRIMARY KEY AUTO_INCREMENT, email varchar(50));
-- migration
ALTER TABLE users DROP COLUMN email, ADD COLUMN emial varchar(50);
ALTER TABLE users ADD COLUMN `my column` int;
-- expect: drop-add-looks-like-rename warning 1 users.emial
-- expect: name-near-existing warning 1 users.emial
-- expect: name-style info 2

-- case: types that hurt later, tables that hurt now
-- base
CREATE TABLE users (id bigint PRIMARY KEY AUTO_INCREMENT, name varchar(10) COLLATE utf8mb4_general_ci) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci;
-- migration
CREATE TABLE bills (id int PRIMARY KEY AUTO_INCREMENT, price double, at timestamp NULL, code char(10)) ENGINE=MyISAM CHARACTER SET utf8mb3;
CREATE TABLE nokey (a int);
-- expect: key-32-bit warning 1 bills.id
-- expect: money-as-float warning 1 bills.price
-- expect: timestamp-without-zone info 1 bills.at
-- expect: char-padding warning 1 bills.code
-- expect: engine-not-transactional error 1 bills
-- expect: collation-mismatch warning 1 bills
-- expect: primary-key-missing warning 2 nokey

-- case: types that do not
-- base
CREATE TABLE users (id bigint PRIMARY KEY AUTO_INCREMENT);
-- migration
CREATE TABLE bills (id bigint PRIMARY KEY AUTO_INCREMENT, price decimal(12,2), at datetime, code varchar(10));
-- silent: key-32-bit money-as-float timestamp-without-zone char-padding name-near-existing name-style name-too-long key-near-overflow grants-missing rebuild-drops-objects rebuild-column-mismatch transaction-unbalanced implicit-commit check-skips-old-rows index-swap-order dropped-index-in-use

-- case: key-near-overflow
-- base
CREATE TABLE users (id int PRIMARY KEY AUTO_INCREMENT);
-- key: users.id 2000000000 2147483647
-- migration
ALTER TABLE users ADD COLUMN note text;
-- expect: key-near-overflow error 1 users.id

-- case: check-skips-old-rows
-- base
CREATE TABLE users (id bigint PRIMARY KEY AUTO_INCREMENT);
-- migration
ALTER TABLE users ADD COLUMN n int NOT NULL DEFAULT 0 CHECK (n > 0);
-- expect: check-skips-old-rows error 1 users.n

-- case: constraint-unenforced
-- base
CREATE TABLE users (id bigint PRIMARY KEY AUTO_INCREMENT);
-- migration
SET foreign_key_checks = 0;
ALTER TABLE users ADD COLUMN note text;
-- expect: constraint-unenforced warning 1

-- case: statement-had-no-effect
-- base
CREATE TABLE users (id bigint PRIMARY KEY AUTO_INCREMENT);
-- migration
CREATE TABLE IF NOT EXISTS users (id bigint PRIMARY KEY AUTO_INCREMENT, name text);
-- expect: statement-had-no-effect warning 1

-- case: implicit-commit, transaction-unbalanced
-- base
CREATE TABLE users (id bigint PRIMARY KEY AUTO_INCREMENT, name text);
-- migration
BEGIN;
UPDATE users SET name = 'x' WHERE id = 1;
ALTER TABLE users ADD COLUMN note text;
-- expect: implicit-commit warning 3
-- expect: transaction-unbalanced error 1

-- case: index-swap-order
-- base
CREATE TABLE users (id bigint PRIMARY KEY AUTO_INCREMENT, a int, b int, KEY ab (a, b));
-- migration
DROP INDEX ab ON users;
CREATE INDEX abx ON users (a, b, id);
-- expect: index-swap-order warning 1 users.ab

-- case: index-duplicate, index-redundant, index-low-value, dropped-index-in-use
-- base
CREATE TABLE users (id bigint PRIMARY KEY AUTO_INCREMENT, a int, b int, active tinyint(1), KEY ab (a, b), KEY b1 (b));
-- scans: users.b1=12
-- migration
CREATE INDEX ab2 ON users (a, b);
CREATE INDEX a1 ON users (a);
CREATE INDEX act ON users (active);
DROP INDEX b1 ON users;
CREATE INDEX ba ON users (active, b);
-- expect: index-duplicate warning 1 users.ab2
-- expect: index-redundant warning 2 users.a1
-- expect: index-low-value info 3 users.act
-- expect: dropped-index-in-use warning 4 users.b1

-- case: rebuild-drops-objects, rebuild-column-mismatch
-- base
CREATE TABLE trips (id bigint PRIMARY KEY AUTO_INCREMENT, email varchar(50), name varchar(50), UNIQUE KEY mail (email));
-- migration
CREATE TABLE trips_new (id bigint PRIMARY KEY AUTO_INCREMENT, name varchar(50), email varchar(50));
INSERT INTO trips_new SELECT * FROM trips;
DROP TABLE trips;
RENAME TABLE trips_new TO trips;
-- expect: rebuild-column-mismatch error 2 trips_new
-- expect: rebuild-drops-objects error 3 trips

-- case: the way back fails
-- base
CREATE TABLE users (id bigint PRIMARY KEY AUTO_INCREMENT);
-- migration
ALTER TABLE users ADD COLUMN note text;
-- down
ALTER TABLE users DROP COLUMN remark;
-- expect: down-unproven warning 0

-- case: the way back works
-- base
CREATE TABLE users (id bigint PRIMARY KEY AUTO_INCREMENT);
-- migration
ALTER TABLE users ADD COLUMN note text;
-- down
ALTER TABLE users DROP COLUMN note;
-- silent: down-unproven

-- case: foreign-key-locks-parent
-- base
CREATE TABLE users (id bigint PRIMARY KEY AUTO_INCREMENT);
CREATE TABLE trips (id bigint PRIMARY KEY AUTO_INCREMENT, user_id bigint, KEY u (user_id), CONSTRAINT old_fk FOREIGN KEY (user_id) REFERENCES users (id));
CREATE TABLE notes (id bigint PRIMARY KEY AUTO_INCREMENT, user_id bigint, KEY u (user_id));
-- migration
ALTER TABLE notes ADD CONSTRAINT notes_user FOREIGN KEY (user_id) REFERENCES users (id);
ALTER TABLE trips DROP FOREIGN KEY old_fk;
-- expect: foreign-key-locks-parent info 1 users
-- expect: foreign-key-locks-parent warning 2 users

-- case: a new pair of tables locks nobody's parent
-- base
CREATE TABLE users (id bigint PRIMARY KEY AUTO_INCREMENT);
-- migration
CREATE TABLE trips (id bigint PRIMARY KEY AUTO_INCREMENT);
CREATE TABLE notes (id bigint PRIMARY KEY AUTO_INCREMENT, trip_id bigint, CONSTRAINT notes_trip FOREIGN KEY (trip_id) REFERENCES trips (id));
-- silent: foreign-key-locks-parent alter-copy-blocks-writes index-build-blocks-writes missing-lock-timeout half-applied-risk

-- case: several settings in one statement
-- base
CREATE TABLE users (id bigint PRIMARY KEY AUTO_INCREMENT);
-- migration
SET NAMES utf8mb4, @@session.lock_wait_timeout = 2, foreign_key_checks = 0;
ALTER TABLE users ADD COLUMN note text, ALGORITHM=INSTANT;
-- expect: constraint-unenforced warning 1 foreign_key_checks
-- silent: missing-lock-timeout

-- case: an UPDATE that a join restricts
-- base
CREATE TABLE users (id bigint PRIMARY KEY AUTO_INCREMENT, a int);
CREATE TABLE fixes (id bigint PRIMARY KEY, a int);
-- migration
UPDATE users u JOIN fixes f ON f.id = u.id SET u.a = f.a;
-- silent: dml-without-where

-- case: instant-not-guaranteed when clauses are combined
-- base
CREATE TABLE users (id bigint PRIMARY KEY AUTO_INCREMENT, a int);
-- migration
ALTER TABLE users ADD COLUMN note text, MODIFY a bigint;
-- expect: instant-not-guaranteed warning 1 users

-- case: a table swapped by RENAME TABLE keeps its rows
-- base
CREATE TABLE orders (id bigint PRIMARY KEY AUTO_INCREMENT, n varchar(30), KEY k (n));
-- migration
CREATE TABLE _orders_new LIKE orders;
ALTER TABLE _orders_new ADD COLUMN z int;
INSERT INTO _orders_new (id, n) SELECT id, n FROM orders;
RENAME TABLE orders TO _orders_old, _orders_new TO orders;
DROP TABLE _orders_old;
-- expect: backfill-unbatched warning 3 orders
-- silent: drop-table alter-copy-blocks-writes rename-table rebuild-drops-objects

-- case: the statement that narrows the charset, not the last one
-- base
CREATE TABLE trips (id bigint PRIMARY KEY AUTO_INCREMENT, name varchar(20)) CHARACTER SET utf8mb4;
-- migration
ALTER TABLE trips MODIFY name varchar(20) CHARACTER SET latin1;
ALTER TABLE trips ADD COLUMN n int;
-- expect: charset-narrowed error 1 trips.name

-- case: two tables that change places in one RENAME lose nothing
-- base
CREATE TABLE trips (id int PRIMARY KEY, name varchar(20), note varchar(20));
CREATE TABLE trips_new (id int PRIMARY KEY, name varchar(20), state int);
-- migration
RENAME TABLE trips TO swap, trips_new TO trips, swap TO trips_new;
ALTER TABLE trips ADD COLUMN late int;
-- facts: trips rows=10
-- silent: drop-table drop-column drop-add-looks-like-rename truncate-table

-- case: CREATE OR REPLACE with the same definition still empties the table
-- base
CREATE TABLE codes (code char(2) PRIMARY KEY, name varchar(20));
-- migration
CREATE OR REPLACE TABLE codes (code char(2) PRIMARY KEY, name varchar(20));
-- facts: codes rows=40
-- expect: drop-table error 1 codes
-- silent: statement-had-no-effect

-- case: an index that begins two others is told once
-- base
CREATE TABLE pairs (id int PRIMARY KEY, a int, b int, c int, KEY ab (a, b), KEY ac (a, c));
-- migration
CREATE INDEX a_only ON pairs (a);
-- expect: index-redundant warning 1 pairs.a_only

-- case: not-looked-into
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, n int);
-- migration
SET @text = 'ALTER TABLE trips ADD COLUMN m int';
PREPARE made FROM @text;
EXECUTE made;
SET @text = 'DELETE FROM trips';
PREPARE made FROM @text;
EXECUTE made;
EXECUTE IMMEDIATE 'SELECT 1';
-- expect: not-looked-into info 3
-- expect: not-looked-into warning 6

-- case: what is executed as one string was looked into
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, n int);
-- migration
EXECUTE IMMEDIATE 'SELECT 1';
ALTER TABLE trips ADD COLUMN m int;
-- silent: not-looked-into

-- case: a trigger that uses a column of its row does not name the table
-- base
CREATE TABLE orders (id bigint PRIMARY KEY, region varchar(20), note text);
CREATE TRIGGER orders_bi BEFORE INSERT ON orders FOR EACH ROW SET NEW.region = COALESCE(NEW.region, 'eu');
-- migration
ALTER TABLE orders DROP COLUMN region;
-- expect: dependent-object-broken error 1 orders.orders_bi

-- case: a trigger that uses another column still works
-- base
CREATE TABLE orders (id bigint PRIMARY KEY, region varchar(20), note text);
CREATE TRIGGER orders_bi BEFORE INSERT ON orders FOR EACH ROW SET NEW.region = COALESCE(NEW.region, 'eu');
-- migration
ALTER TABLE orders DROP COLUMN note;
-- silent: dependent-object-broken

-- case: WAIT speaks for its own statement
-- base
CREATE TABLE users (id bigint PRIMARY KEY AUTO_INCREMENT);
-- facts: users rows=5000000
-- migration
ALTER TABLE users WAIT 3 ADD COLUMN a int;
ALTER TABLE users ADD COLUMN b int;
-- expect: missing-lock-timeout warning 2 users

-- case: a rename is blamed on the statement that renames
-- base
CREATE TABLE customer (id bigint PRIMARY KEY AUTO_INCREMENT, phone varchar(20));
CREATE VIEW phones AS SELECT id, phone FROM customer;
-- migration
ALTER TABLE customer ADD COLUMN note text;
ALTER TABLE customer CHANGE phone phone_e164 varchar(20);
ALTER TABLE customer MODIFY phone_e164 varchar(30) NOT NULL;
-- expect: rename-column error 2 customer.phone_e164
-- expect: dependent-object-broken error 2 phones

-- case: a table is converted, and others too
-- base
CREATE TABLE a (id int PRIMARY KEY, t varchar(20)) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE b (id int PRIMARY KEY, t varchar(20)) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE c (id int PRIMARY KEY, t varchar(20)) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
-- migration
ALTER TABLE a CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
ALTER TABLE b CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
ALTER TABLE b MODIFY t varchar(20) CHARACTER SET latin1;
-- silent: collation-mismatch

-- case: one table is converted to what the others have not
-- base
CREATE TABLE a (id int PRIMARY KEY, t varchar(20)) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE b (id int PRIMARY KEY, t varchar(20)) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
CREATE TABLE c (id int PRIMARY KEY, t varchar(20)) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
-- migration
ALTER TABLE a CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
-- expect: collation-mismatch warning 1 a

-- case: a table by partitions is rebuilt
-- base
CREATE TABLE part (id int NOT NULL, y int NOT NULL, q int, PRIMARY KEY (id, y)) PARTITION BY RANGE (y) (PARTITION p0 VALUES LESS THAN (2020), PARTITION p1 VALUES LESS THAN (2030));
-- facts: part rows=5000000
-- migration
SET SESSION lock_wait_timeout = 3;
ALTER TABLE part MODIFY q bigint;
-- expect: alter-rebuild-online warning 2 part

-- case: production is of another series than the scratch server
-- base
CREATE TABLE t (id int PRIMARY KEY);
-- option: version=10.6.12
-- migration
ALTER TABLE t ADD COLUMN a int;
-- expect: scratch-version-differs warning 0
-- says: 10.6.12

-- case: both servers are one version
-- base
CREATE TABLE t (id int PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN a int;
-- silent: scratch-version-differs

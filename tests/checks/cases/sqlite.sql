-- case: renaming the old table away leaves its children behind
-- option: transaction=none
-- base
CREATE TABLE trips (id INTEGER PRIMARY KEY, a TEXT);
CREATE TABLE notes (id INTEGER PRIMARY KEY, trip_id INTEGER REFERENCES trips (id));
CREATE INDEX notes_trip ON notes (trip_id);
-- migration
ALTER TABLE trips RENAME TO trips_old;
CREATE TABLE trips (id INTEGER PRIMARY KEY, a TEXT, b TEXT);
INSERT INTO trips (id, a) SELECT id, a FROM trips_old;
DROP TABLE trips_old;
-- expect: dependent-object-broken error 4
-- silent: old-writes-rejected foreign-key-without-index drop-table

-- case: a rebuild with foreign_keys switched off outside of a transaction, as Prisma writes it
-- base
CREATE TABLE "User" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "email" TEXT NOT NULL);
CREATE TABLE "Post" ("id" INTEGER NOT NULL PRIMARY KEY, "userId" INTEGER NOT NULL, CONSTRAINT "Post_fk" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE);
-- migration
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_User" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "email" TEXT NOT NULL, "role" TEXT NOT NULL DEFAULT 'USER');
INSERT INTO "new_User" ("email", "id") SELECT "email", "id" FROM "User";
DROP TABLE "User";
ALTER TABLE "new_User" RENAME TO "User";
PRAGMA foreign_key_check;
PRAGMA foreign_keys=ON;
-- silent: rebuild-cascades-deletes constraint-unenforced drop-table rebuild-drops-objects backfill-unbatched cascade-delete-added old-writes-rejected

-- case: a renamed column touches no row
-- base
CREATE TABLE trips (id INTEGER PRIMARY KEY, a TEXT);
-- migration
ALTER TABLE trips RENAME COLUMN a TO b;
-- silent: long-write-lock

-- case: drop-table fires on an existing table
-- base
CREATE TABLE trips (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE other (id INTEGER PRIMARY KEY);
-- migration
DROP TABLE trips;
-- expect: drop-table error 1 trips
-- expect: irreversible-step info 1 trips
-- expect: down-unproven info 0
-- silent: drop-column truncate-table rename-table drop-add-looks-like-rename

-- case: drop-table warns for an empty table
-- base
CREATE TABLE trips (id INTEGER PRIMARY KEY, name TEXT);
-- facts: trips rows=0 exact
-- migration
DROP TABLE trips;
-- expect: drop-table warning 1 trips

-- case: a table that comes and goes is nobody's loss
-- base
CREATE TABLE trips (id INTEGER PRIMARY KEY, name TEXT);
-- migration
CREATE TABLE helper (id INTEGER PRIMARY KEY);
DROP TABLE helper;
-- silent: drop-table irreversible-step long-write-lock

-- case: a table made anew under the same name loses its rows
-- base
CREATE TABLE trips (id INTEGER PRIMARY KEY, name TEXT);
-- migration
DROP TABLE trips;
CREATE TABLE trips (id INTEGER PRIMARY KEY, name TEXT, note TEXT);
-- expect: drop-table error 1 trips

-- case: drop-column and its relatives
-- base
CREATE TABLE trips (id INTEGER PRIMARY KEY, name TEXT, note TEXT);
-- facts: trips rows=300000
-- migration
ALTER TABLE trips DROP COLUMN note;
-- expect: drop-column error 1 trips.note
-- expect: long-write-lock warning 1 trips
-- expect: irreversible-step info 1 trips.note
-- silent: drop-table rename-column add-required-column

-- case: drop-column warns where every value is NULL
-- base
CREATE TABLE trips (id INTEGER PRIMARY KEY, name TEXT, note TEXT);
-- facts: trips rows=3 exact nulls.note=3
-- migration
ALTER TABLE trips DROP COLUMN note;
-- expect: drop-column warning 1 trips.note
-- silent: long-write-lock

-- case: dml-without-where
-- base
CREATE TABLE trips (id INTEGER PRIMARY KEY, status TEXT);
-- facts: trips rows=50000
-- migration
UPDATE trips SET status = 'new';
DELETE FROM trips WHERE 1 = 1;
-- expect: dml-without-where error 1 trips
-- expect: dml-without-where error 2 trips
-- expect: backfill-unbatched warning 1 trips

-- case: filling a new column is what a backfill is for
-- base
CREATE TABLE trips (id INTEGER PRIMARY KEY, name TEXT);
-- facts: trips rows=100
-- migration
ALTER TABLE trips ADD COLUMN status TEXT;
UPDATE trips SET status = 'draft';
-- silent: dml-without-where backfill-unbatched column-position-shift add-required-column old-writes-rejected read-contract-changed

-- case: one row is not the whole table
-- base
CREATE TABLE trips (id INTEGER PRIMARY KEY, name TEXT);
-- migration
DELETE FROM trips WHERE id = 7;
-- silent: dml-without-where statement-had-no-effect

-- case: type-change-lossy in a rebuild
-- base
CREATE TABLE trips (id INTEGER PRIMARY KEY, code TEXT, n INTEGER);
-- migration
CREATE TABLE trips_new (id INTEGER PRIMARY KEY, code INTEGER, n INTEGER);
INSERT INTO trips_new (id, code, n) SELECT id, code, n FROM trips;
DROP TABLE trips;
ALTER TABLE trips_new RENAME TO trips;
-- expect: type-change-lossy error 3 trips.code
-- expect: read-contract-changed warning 3 trips.code
-- silent: drop-table drop-column rename-table rebuild-column-mismatch rebuild-drops-objects key-sequence-reset

-- case: a longer text loses nothing
-- base
CREATE TABLE trips (id INTEGER PRIMARY KEY, code VARCHAR(10));
-- migration
CREATE TABLE trips_new (id INTEGER PRIMARY KEY, code VARCHAR(5));
INSERT INTO trips_new (id, code) SELECT id, code FROM trips;
DROP TABLE trips;
ALTER TABLE trips_new RENAME TO trips;
-- silent: type-change-lossy read-contract-changed

-- case: rebuild-cascades-deletes
-- base
CREATE TABLE trips (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE stops (id INTEGER PRIMARY KEY, trip_id INTEGER REFERENCES trips (id) ON DELETE CASCADE);
-- migration
CREATE TABLE trips_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT '');
INSERT INTO trips_new (id, name) SELECT id, name FROM trips;
DROP TABLE trips;
ALTER TABLE trips_new RENAME TO trips;
-- expect: rebuild-cascades-deletes error 3 trips

-- case: foreign keys switched off before the rebuild
-- option: transaction=none
-- base
CREATE TABLE trips (id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE stops (id INTEGER PRIMARY KEY, trip_id INTEGER REFERENCES trips (id) ON DELETE CASCADE);
-- migration
PRAGMA foreign_keys=OFF;
CREATE TABLE trips_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT '');
INSERT INTO trips_new (id, name) SELECT id, name FROM trips;
DROP TABLE trips;
ALTER TABLE trips_new RENAME TO trips;
PRAGMA foreign_key_check;
-- silent: rebuild-cascades-deletes constraint-unenforced

-- case: nobody looks for broken references
-- option: transaction=none
-- base
CREATE TABLE trips (id INTEGER PRIMARY KEY, name TEXT);
-- migration
PRAGMA foreign_keys=OFF;
ALTER TABLE trips ADD COLUMN note TEXT;
-- expect: constraint-unenforced warning 1 foreign_keys

-- case: rebuild-drops-objects, key-sequence-reset
-- base
CREATE TABLE trips (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT, email TEXT);
CREATE UNIQUE INDEX trips_email ON trips (email);
CREATE TRIGGER trips_log AFTER INSERT ON trips BEGIN SELECT 1; END;
-- migration
CREATE TABLE trips_new (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT, email TEXT, note TEXT);
INSERT INTO trips_new (id, name, email) SELECT id, name, email FROM trips;
DROP TABLE trips;
ALTER TABLE trips_new RENAME TO trips;
-- expect: rebuild-drops-objects error 3 trips
-- expect: key-sequence-reset warning 3 trips

-- case: rebuild-column-mismatch
-- base
CREATE TABLE trips (id INTEGER PRIMARY KEY, name TEXT, code TEXT);
-- migration
CREATE TABLE trips_new (id INTEGER PRIMARY KEY, code TEXT, name TEXT);
INSERT INTO trips_new SELECT * FROM trips;
DROP TABLE trips;
ALTER TABLE trips_new RENAME TO trips;
-- expect: rebuild-column-mismatch error 2 trips_new
-- fix: SELECT id, code, name
-- expect: column-position-shift info 3 trips

-- case: drop-add-looks-like-rename
-- base
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, name TEXT);
-- migration
ALTER TABLE users DROP COLUMN email;
ALTER TABLE users ADD COLUMN emial TEXT;
-- expect: drop-add-looks-like-rename warning 1 users.emial
-- fix: RENAME COLUMN email TO emial
-- expect: name-near-existing warning 2 users.emial
-- expect: drop-column error 1 users.email

-- case: rename-column
-- base
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, name TEXT);
-- migration
ALTER TABLE users RENAME COLUMN email TO mail_address;
-- expect: rename-column error 1 users.mail_address
-- silent: drop-column drop-add-looks-like-rename name-near-existing

-- case: rename-table
-- base
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
-- migration
ALTER TABLE users RENAME TO accounts;
-- expect: rename-table error 1 accounts
-- silent: drop-table name-near-existing primary-key-missing

-- case: a view keeps the old name
-- base
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
-- migration
ALTER TABLE users RENAME TO accounts;
CREATE VIEW users AS SELECT * FROM accounts;
-- expect: rename-table info 1 accounts

-- case: cascade-delete-added, foreign-key-without-index
-- base
CREATE TABLE users (id INTEGER PRIMARY KEY);
-- migration
CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id INTEGER REFERENCES users (id) ON DELETE CASCADE);
-- expect: cascade-delete-added warning 1
-- expect: foreign-key-without-index warning 1
-- fix: CREATE INDEX posts_user_id_idx ON posts (user_id)
-- silent: fk-weak-target long-write-lock

-- case: a foreign key with an index and without actions
-- base
CREATE TABLE users (id INTEGER PRIMARY KEY);
-- migration
CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id INTEGER REFERENCES users (id));
CREATE INDEX posts_user ON posts (user_id);
-- silent: cascade-delete-added foreign-key-without-index index-duplicate index-redundant index-low-value

-- case: removed-object-in-use
-- base
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, name TEXT);
-- app: SELECT email FROM users WHERE id = ?
-- migration
ALTER TABLE users DROP COLUMN email;
-- expect: removed-object-in-use error 1 users.email

-- case: what nobody uses may go
-- base
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, name TEXT);
-- app: SELECT name FROM users WHERE id = ?
-- migration
ALTER TABLE users DROP COLUMN email;
-- silent: removed-object-in-use

-- case: add-required-column, old-writes-rejected
-- base
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, name TEXT NOT NULL DEFAULT 'x');
-- migration
CREATE TABLE users_new (id INTEGER PRIMARY KEY, email TEXT NOT NULL, name TEXT NOT NULL, status TEXT NOT NULL);
INSERT INTO users_new (id, email, name, status) SELECT id, email, name, 'active' FROM users;
DROP TABLE users;
ALTER TABLE users_new RENAME TO users;
-- expect: add-required-column error 3 users.status
-- fix: ADD COLUMN status TEXT
-- says: without a DEFAULT: INSERTs of the old application
-- expect: old-writes-rejected warning 3 users.email
-- expect: old-writes-rejected error 3 users.name

-- case: read-contract-changed when NULL comes in
-- base
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
-- migration
CREATE TABLE users_new (id INTEGER PRIMARY KEY, email TEXT);
INSERT INTO users_new (id, email) SELECT id, email FROM users;
DROP TABLE users;
ALTER TABLE users_new RENAME TO users;
-- expect: read-contract-changed warning 3 users.email

-- case: dependent-object-broken
-- base
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE VIEW addresses AS SELECT email FROM users;
-- migration
DROP TABLE users;
-- expect: dependent-object-broken error 1 addresses

-- case: a view that is taken along
-- base
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE VIEW addresses AS SELECT email FROM users;
-- migration
DROP VIEW addresses;
DROP TABLE users;
-- silent: dependent-object-broken

-- case: column-position-shift is noticed where the application inserts by position
-- base
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
-- app: INSERT INTO users VALUES (?, ?)
-- migration
ALTER TABLE users ADD COLUMN name TEXT;
-- expect: column-position-shift warning 1 users

-- case: the way back works
-- base
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
-- migration
ALTER TABLE users ADD COLUMN name TEXT;
-- down
ALTER TABLE users DROP COLUMN name;
-- silent: down-unproven

-- case: the way back leaves something
-- base
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
-- migration
ALTER TABLE users ADD COLUMN name TEXT;
ALTER TABLE users ADD COLUMN age INTEGER;
-- down
ALTER TABLE users DROP COLUMN name;
-- expect: down-unproven warning 0

-- case: index-duplicate
-- base
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, name TEXT);
CREATE INDEX users_email ON users (email);
-- migration
CREATE INDEX users_email2 ON users (email);
-- expect: index-duplicate warning 1 users.users_email2
-- silent: index-redundant

-- case: index-redundant
-- base
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, name TEXT);
CREATE INDEX users_email_name ON users (email, name);
-- migration
CREATE INDEX users_email ON users (email);
-- expect: index-redundant warning 1 users.users_email
-- silent: index-duplicate

-- case: dropped-index-in-use serves a foreign key; index-swap-order
-- base
CREATE TABLE users (id INTEGER PRIMARY KEY);
CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id INTEGER REFERENCES users (id), title TEXT);
CREATE INDEX posts_user ON posts (user_id);
CREATE INDEX posts_title ON posts (title);
-- migration
DROP INDEX posts_user;
DROP INDEX posts_title;
CREATE INDEX posts_title2 ON posts (title, id);
-- expect: dropped-index-in-use error 1 posts.posts_user
-- expect: index-swap-order warning 2 posts.posts_title

-- case: the replacement comes first
-- base
CREATE TABLE users (id INTEGER PRIMARY KEY);
CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id INTEGER REFERENCES users (id), title TEXT);
CREATE INDEX posts_user ON posts (user_id);
-- migration
CREATE INDEX posts_user2 ON posts (user_id, title);
DROP INDEX posts_user;
-- silent: dropped-index-in-use index-swap-order

-- case: index-low-value
-- base
CREATE TABLE users (id INTEGER PRIMARY KEY, a TEXT, b TEXT, c TEXT, d TEXT);
-- migration
CREATE INDEX wide ON users (a, b, c, d);
-- expect: index-low-value info 1 users.wide

-- case: names against the style, near misses
-- base
CREATE TABLE a (id INTEGER PRIMARY KEY, created_at TEXT, first_name TEXT);
CREATE TABLE b (id INTEGER PRIMARY KEY, created_at TEXT, last_name TEXT);
CREATE TABLE c (id INTEGER PRIMARY KEY, created_at TEXT, group_name TEXT);
-- migration
CREATE TABLE orders (id INTEGER PRIMARY KEY, craeted_at TEXT, "select" TEXT);
-- expect: name-near-existing warning 1 orders.craeted_at
-- expect: name-style info 1 orders.select

-- case: names that are close for a reason
-- base
CREATE TABLE a (id INTEGER PRIMARY KEY, address1 TEXT, category TEXT, created_at TEXT, start_date TEXT, cost TEXT);
-- migration
ALTER TABLE a ADD COLUMN created_by TEXT;
ALTER TABLE a ADD COLUMN start_rate TEXT;
ALTER TABLE a ADD COLUMN cast_on TEXT;
ALTER TABLE a ADD COLUMN address2 TEXT;
ALTER TABLE a ADD COLUMN category_id INTEGER;
ALTER TABLE a ADD COLUMN categories TEXT;
-- silent: name-near-existing name-style money-as-float

-- case: primary-key-missing, money-as-float
-- base
CREATE TABLE a (id INTEGER PRIMARY KEY);
-- migration
CREATE TABLE bills (number TEXT, total_price REAL);
-- expect: primary-key-missing warning 1 bills
-- expect: money-as-float warning 1 bills.total_price

-- case: fk-weak-target
-- base
CREATE TABLE users (id TEXT PRIMARY KEY, nick TEXT);
-- migration
CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id INTEGER REFERENCES users (id));
-- expect: fk-weak-target warning 1

-- case: key-near-overflow
-- base
CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT);
-- key: users.id 9000000000000000000 9223372036854775807
-- migration
ALTER TABLE users ADD COLUMN note TEXT;
-- expect: key-near-overflow error 1 users.id

-- case: a key at its beginning
-- base
CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT);
-- key: users.id 9000 9223372036854775807
-- migration
ALTER TABLE users ADD COLUMN note TEXT;
-- silent: key-near-overflow

-- case: statement-had-no-effect
-- base
CREATE TABLE users (id INTEGER PRIMARY KEY);
-- migration
CREATE TABLE IF NOT EXISTS users (id INTEGER PRIMARY KEY, name TEXT);
-- expect: statement-had-no-effect warning 1 users

-- case: transaction-unbalanced
-- option: transaction=none
-- base
CREATE TABLE users (id INTEGER PRIMARY KEY);
-- migration
BEGIN;
ALTER TABLE users ADD COLUMN name TEXT;
-- expect: transaction-unbalanced error 1

-- case: balanced
-- option: transaction=none
-- base
CREATE TABLE users (id INTEGER PRIMARY KEY);
-- migration
BEGIN;
ALTER TABLE users ADD COLUMN name TEXT;
COMMIT;
-- silent: transaction-unbalanced

-- case: maintenance-blocks
-- option: transaction=none
-- base
CREATE TABLE users (id INTEGER PRIMARY KEY);
-- migration
VACUUM;
-- expect: maintenance-blocks error 1

-- case: a plain new table is quiet
-- base
CREATE TABLE users (id INTEGER PRIMARY KEY);
-- migration
CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT);
CREATE INDEX notes_body ON notes (body);
-- silent: maintenance-blocks long-write-lock primary-key-missing index-low-value truncate-table

-- case: a computed default is refused only where there are rows, so not by the rehearsal
-- base
CREATE TABLE tags (id INTEGER PRIMARY KEY, name TEXT);
-- migration
ALTER TABLE tags ADD COLUMN created_at datetime NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE tags ADD COLUMN token TEXT DEFAULT (lower(hex(randomblob(8))));
-- expect: add-required-column error 1 tags.created_at
-- expect: add-required-column error 2 tags.token

-- case: literals are constant
-- base
CREATE TABLE tags (id INTEGER PRIMARY KEY, name TEXT);
-- migration
ALTER TABLE tags ADD COLUMN a TEXT DEFAULT 'it''s';
ALTER TABLE tags ADD COLUMN b REAL DEFAULT -1.5;
ALTER TABLE tags ADD COLUMN c INTEGER NOT NULL DEFAULT (0);
ALTER TABLE tags ADD COLUMN d BLOB DEFAULT x'00ff';
ALTER TABLE tags ADD COLUMN e BOOLEAN DEFAULT TRUE;
-- silent: add-required-column

-- case: a computed default in an empty or a new table is no risk
-- base
CREATE TABLE tags (id INTEGER PRIMARY KEY, name TEXT);
-- facts: tags rows=0 exact
-- migration
ALTER TABLE tags ADD COLUMN created_at datetime NOT NULL DEFAULT CURRENT_TIMESTAMP;
CREATE TABLE fresh (id INTEGER PRIMARY KEY, at datetime DEFAULT CURRENT_TIMESTAMP);
-- silent: add-required-column

-- case: a rebuild that fails before it gives the name back is no rename and loses no rows by design
-- option: transaction=none
-- base
CREATE TABLE notes (id INTEGER PRIMARY KEY, title TEXT);
CREATE VIEW titles AS SELECT title FROM notes;
-- migration
PRAGMA foreign_keys=OFF;
BEGIN;
CREATE TABLE new_notes (id INTEGER PRIMARY KEY, title TEXT NOT NULL);
INSERT INTO new_notes (id, title) SELECT id, title FROM notes;
DROP TABLE notes;
ALTER TABLE new_notes RENAME TO notes;
COMMIT;
-- silent: rename-table drop-table

-- case: a row chosen by key holds the write lock for a moment
-- base
CREATE TABLE accounts (id integer PRIMARY KEY, name text);
-- migration
UPDATE accounts SET name = 'x' WHERE id = 1;
-- facts: accounts rows=200000
-- silent: long-write-lock backfill-unbatched dml-without-where

-- case: a view that is gone
-- base
CREATE TABLE accounts (id integer PRIMARY KEY, name text);
CREATE VIEW people AS SELECT id, name FROM accounts;
-- migration
DROP VIEW people;
-- expect: read-contract-changed warning 1 people

-- case: type-change-rewrite, statistics-lost, read-contract-changed
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, n integer);
-- facts: public.trips rows=5000000
-- migration
ALTER TABLE trips ALTER COLUMN n TYPE bigint;
-- expect: type-change-rewrite error 1 public.trips.n
-- expect: statistics-lost info 1 public.trips.n
-- expect: missing-lock-timeout warning 1 public.trips
-- silent: type-change-scan type-change-lossy read-contract-changed set-not-null-scan

-- case: a small table is only a warning
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, n integer);
-- facts: public.trips rows=500
-- migration
ALTER TABLE trips ALTER COLUMN n TYPE bigint;
-- expect: type-change-rewrite warning 1 public.trips.n
-- silent: foreign-key-locks-parent

-- case: an empty table is not rewritten for long
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, n integer);
-- facts: public.trips rows=0 exact
-- migration
ALTER TABLE trips ALTER COLUMN n TYPE bigint;
-- silent: type-change-rewrite missing-lock-timeout

-- case: type-change-scan with a CHECK on the column
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, code varchar(20) CHECK (code <> ''));
-- migration
ALTER TABLE trips ALTER COLUMN code TYPE varchar(30);
-- expect: type-change-scan error 1 public.trips.code
-- silent: type-change-rewrite type-change-lossy

-- case: a longer varchar alone is free
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, code varchar(20));
-- migration
SET lock_timeout = '3s';
ALTER TABLE trips ALTER COLUMN code TYPE varchar(30);
ANALYZE trips;
-- silent: type-change-rewrite type-change-scan type-change-lossy missing-lock-timeout statistics-lost

-- case: add-column-rewrite with a volatile default
-- base
CREATE TABLE trips (id bigint PRIMARY KEY);
-- migration
ALTER TABLE trips ADD COLUMN token uuid DEFAULT gen_random_uuid();
-- expect: add-column-rewrite error 1 public.trips.token
-- fix: SET DEFAULT

-- case: now() is stable
-- base
CREATE TABLE trips (id bigint PRIMARY KEY);
-- migration
ALTER TABLE trips ADD COLUMN made timestamptz DEFAULT now();
-- silent: add-column-rewrite add-required-column timestamp-without-zone

-- case: set-not-null-scan
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, name text);
-- migration
ALTER TABLE trips ALTER COLUMN name SET NOT NULL;
-- expect: set-not-null-scan error 1 public.trips.name
-- fix: VALIDATE CONSTRAINT
-- expect: old-writes-rejected warning 1 public.trips.name

-- case: a valid CHECK proves it
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, name text, CONSTRAINT named CHECK (name IS NOT NULL));
-- migration
ALTER TABLE trips ALTER COLUMN name SET NOT NULL;
-- silent: set-not-null-scan old-writes-rejected

-- case: check-validated-inline
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, n int);
-- migration
ALTER TABLE trips ADD CONSTRAINT positive CHECK (n > 0);
-- expect: check-validated-inline error 1 public.trips.positive
-- fix: NOT VALID
-- expect: old-writes-rejected info 1 public.trips.positive
-- silent: constraint-unenforced

-- case: NOT VALID first; constraint-unenforced
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, n int);
-- migration
ALTER TABLE trips ADD CONSTRAINT positive CHECK (n > 0) NOT VALID;
-- expect: constraint-unenforced info 1 public.trips.positive
-- silent: check-validated-inline

-- case: foreign-key-validated-inline, foreign-key-locks-parent, foreign-key-without-index
-- base
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE trips (id bigint PRIMARY KEY, user_id bigint);
-- migration
ALTER TABLE trips ADD CONSTRAINT trips_user FOREIGN KEY (user_id) REFERENCES users (id);
-- expect: foreign-key-validated-inline error 1 public.trips.trips_user
-- expect: foreign-key-locks-parent info 1 public.users
-- expect: foreign-key-without-index warning 1 public.trips.trips_user
-- fix: CREATE INDEX CONCURRENTLY
-- silent: fk-weak-target cascade-delete-added

-- case: a foreign key in two steps
-- option: transaction=none
-- base
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE trips (id bigint PRIMARY KEY, user_id bigint);
CREATE INDEX trips_user_idx ON trips (user_id);
-- migration
ALTER TABLE trips ADD CONSTRAINT trips_user FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID;
ALTER TABLE trips VALIDATE CONSTRAINT trips_user;
-- silent: foreign-key-validated-inline validate-under-lock foreign-key-without-index constraint-unenforced

-- case: validate-under-lock
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, n int);
-- migration
ALTER TABLE trips ADD CONSTRAINT positive CHECK (n > 0) NOT VALID;
ALTER TABLE trips VALIDATE CONSTRAINT positive;
-- expect: validate-under-lock error 2 public.trips

-- case: index-build-blocks-writes
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, name text);
-- migration
CREATE INDEX trips_name ON trips (name);
-- expect: index-build-blocks-writes error 1 public.trips.trips_name
-- fix: CREATE INDEX CONCURRENTLY trips_name
-- silent: index-duplicate index-redundant

-- case: built concurrently
-- option: transaction=none
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, name text);
-- migration
CREATE INDEX CONCURRENTLY trips_name ON trips (name);
-- silent: index-build-blocks-writes missing-lock-timeout forbidden-in-transaction half-applied-risk

-- case: forbidden-in-transaction
-- option: transaction=none
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, name text);
-- migration
BEGIN;
CREATE INDEX CONCURRENTLY trips_name ON trips (name);
COMMIT;
-- expect: forbidden-in-transaction error 2

-- case: index-drop-blocks, index-swap-order
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, name text);
CREATE INDEX trips_name ON trips (name);
-- migration
DROP INDEX trips_name;
CREATE INDEX trips_name2 ON trips (name, id);
-- expect: index-drop-blocks warning 1 public.trips.trips_name
-- fix: DROP INDEX CONCURRENTLY
-- expect: index-swap-order warning 1 public.trips.trips_name

-- case: dropped-index-in-use
-- option: transaction=none
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, name text);
CREATE INDEX trips_name ON trips (name);
-- scans: public.trips.trips_name=4711
-- migration
DROP INDEX CONCURRENTLY trips_name;
-- expect: dropped-index-in-use warning 1 public.trips.trips_name
-- silent: index-drop-blocks index-swap-order

-- case: an unused index may go
-- option: transaction=none
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, name text);
CREATE INDEX trips_name ON trips (name);
-- scans: public.trips.trips_name=0
-- migration
DROP INDEX CONCURRENTLY trips_name;
-- silent: dropped-index-in-use

-- case: unique-builds-index-inline
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, code text);
-- migration
ALTER TABLE trips ADD CONSTRAINT trips_code UNIQUE (code);
-- expect: unique-builds-index-inline error 1 public.trips.trips_code
-- fix: USING INDEX

-- case: a key from an index that is there
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, code text);
CREATE UNIQUE INDEX trips_code ON trips (code);
-- migration
ALTER TABLE trips ADD CONSTRAINT trips_code UNIQUE USING INDEX trips_code;
-- silent: unique-builds-index-inline

-- case: maintenance-blocks
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, code text);
-- migration
REINDEX TABLE trips;
-- expect: maintenance-blocks error 1 public.trips
-- fix: CONCURRENTLY

-- case: partition-add-blocks, partition-detach-blocks
-- base
CREATE TABLE logs (id bigint NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE logs_3 (id bigint NOT NULL, at date NOT NULL);
-- migration
CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
ALTER TABLE logs ATTACH PARTITION logs_3 FOR VALUES FROM ('2026-03-01') TO ('2026-04-01');
ALTER TABLE logs DETACH PARTITION logs_1;
-- expect: partition-add-blocks warning 1 public.logs
-- expect: partition-add-blocks error 2 public.logs_3
-- expect: partition-detach-blocks warning 3
-- silent: primary-key-missing maintenance-blocks

-- case: partitions left alone
-- base
CREATE TABLE logs (id bigint NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
-- migration
ALTER TABLE logs ADD COLUMN note text;
-- silent: partition-add-blocks partition-detach-blocks

-- case: work-after-strong-lock, ddl-mixed-with-dml, backfill-unbatched
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, name text);
-- facts: public.trips rows=5000000
-- migration
ALTER TABLE trips ADD COLUMN status text;
UPDATE trips SET status = 'draft' WHERE status IS NULL;
-- expect: work-after-strong-lock error 2 public.trips
-- expect: ddl-mixed-with-dml warning 2
-- expect: backfill-unbatched error 2 public.trips
-- silent: dml-without-where

-- case: one short statement holds nothing up
-- option: lock-timeout=2000
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, name text);
-- migration
ALTER TABLE trips ADD COLUMN status text;
-- silent: work-after-strong-lock ddl-mixed-with-dml backfill-unbatched missing-lock-timeout blockers-present transaction-unbalanced

-- case: blockers-present
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, name text);
-- blocker: public.trips 340
-- migration
ALTER TABLE trips ADD COLUMN status text;
-- expect: blockers-present warning 1 public.trips

-- case: drop-table and drop-column
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, name text, note text);
CREATE TABLE old (id bigint PRIMARY KEY);
-- migration
DROP TABLE old;
ALTER TABLE trips DROP COLUMN note;
-- expect: drop-table error 1 public.old
-- expect: drop-column error 2 public.trips.note
-- silent: truncate-table cascade-drops-more dependent-object-broken

-- case: additions lose nothing
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, name text);
-- migration
ALTER TABLE trips ADD COLUMN note text;
-- silent: drop-table drop-column irreversible-step rename-table rename-column removed-object-in-use drop-add-looks-like-rename

-- case: truncate-table, key-sequence-reset
-- base
CREATE TABLE trips (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
-- migration
TRUNCATE trips RESTART IDENTITY;
-- expect: truncate-table error 1 public.trips
-- expect: key-sequence-reset warning 1

-- case: cascade-drops-more
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, name text);
CREATE VIEW names AS SELECT name FROM trips;
-- migration
DROP TABLE trips CASCADE;
-- expect: cascade-drops-more error 1 public.names

-- case: dml-without-where
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, name text);
-- migration
UPDATE trips SET name = 'x';
-- expect: dml-without-where error 1 public.trips

-- case: type-change-lossy
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, code varchar(30));
-- migration
ALTER TABLE trips ALTER COLUMN code TYPE varchar(10) USING code::varchar(10);
-- expect: type-change-lossy error 1 public.trips.code

-- case: read-contract-changed
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, at timestamp, n int NOT NULL);
-- migration
ALTER TABLE trips ALTER COLUMN at TYPE timestamptz;
ALTER TABLE trips ALTER COLUMN n DROP NOT NULL;
-- expect: read-contract-changed warning 1 public.trips.at
-- expect: read-contract-changed warning 2 public.trips.n

-- case: enum-value-renamed
-- base
CREATE TYPE mood AS ENUM ('sad', 'glad');
CREATE TABLE people (id bigint PRIMARY KEY, m mood);
-- migration
ALTER TYPE mood RENAME VALUE 'glad' TO 'happy';
-- expect: enum-value-renamed error 1 public.mood
-- silent: enum-value-removed

-- case: enum-value-removed by swapping the type
-- base
CREATE TYPE mood AS ENUM ('sad', 'glad', 'odd');
CREATE TABLE people (id bigint PRIMARY KEY, m mood);
-- migration
ALTER TYPE mood RENAME TO mood_old;
CREATE TYPE mood AS ENUM ('sad', 'glad');
ALTER TABLE people ALTER COLUMN m TYPE mood USING m::text::mood;
DROP TYPE mood_old;
-- expect: enum-value-removed error 2 public.mood
-- silent: enum-value-renamed

-- case: a label more
-- base
CREATE TYPE mood AS ENUM ('sad', 'glad');
-- migration
ALTER TYPE mood ADD VALUE 'odd';
-- expect: irreversible-step info 1
-- silent: enum-value-removed enum-value-renamed

-- case: rebuild-drops-objects, grants-missing
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, email text);
CREATE UNIQUE INDEX trips_email ON trips (email);
GRANT SELECT ON trips TO PUBLIC;
-- migration
CREATE TABLE trips_new (id bigint PRIMARY KEY, email text, note text);
INSERT INTO trips_new (id, email) SELECT id, email FROM trips;
DROP TABLE trips;
ALTER TABLE trips_new RENAME TO trips;
-- expect: rebuild-drops-objects error 3 public.trips
-- expect: grants-missing warning 3 public.trips
-- fix: GRANT SELECT
-- silent: rebuild-column-mismatch drop-table

-- case: rebuild-column-mismatch
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, a text, b text);
-- migration
CREATE TABLE trips_new (id bigint PRIMARY KEY, b text, a text);
INSERT INTO trips_new SELECT * FROM trips;
-- expect: rebuild-column-mismatch error 2 public.trips_new
-- silent: rebuild-drops-objects grants-missing

-- case: drop-add-looks-like-rename, name-near-existing
-- base
CREATE TABLE users (id bigint PRIMARY KEY, email text);
-- migration
ALTER TABLE users DROP COLUMN email, ADD COLUMN emial text;
-- expect: drop-add-looks-like-rename warning 1 public.users.emial
-- expect: name-near-existing warning 1 public.users.emial

-- case: index-changed-by-drop-column
-- base
CREATE TABLE users (id bigint PRIMARY KEY, a text, b text);
CREATE UNIQUE INDEX users_ab ON users (a, b);
-- migration
ALTER TABLE users DROP COLUMN b;
-- expect: index-changed-by-drop-column error 1 public.users.users_ab

-- case: the index goes by name
-- base
CREATE TABLE users (id bigint PRIMARY KEY, a text, b text);
CREATE UNIQUE INDEX users_ab ON users (a, b);
-- migration
DROP INDEX users_ab;
ALTER TABLE users DROP COLUMN b;
-- silent: index-changed-by-drop-column key-sequence-reset

-- case: cascade-delete-added, fk-weak-target
-- base
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
CREATE TABLE posts (id bigint PRIMARY KEY, user_id integer REFERENCES users (id) ON DELETE CASCADE);
-- expect: cascade-delete-added warning 1
-- expect: fk-weak-target warning 1

-- case: renames
-- base
CREATE TABLE users (id bigint PRIMARY KEY, email text);
-- app: SELECT email FROM users
-- migration
ALTER TABLE users RENAME COLUMN email TO mail;
ALTER TABLE users RENAME TO people;
-- expect: rename-column error 1 public.people.mail
-- expect: rename-table error 2 public.people
-- expect: removed-object-in-use error 1 public.users.email

-- case: add-required-column
-- base
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
ALTER TABLE users ADD COLUMN email text NOT NULL;
-- expect: add-required-column error 1 public.users.email
-- fix: ADD COLUMN email text

-- case: dependent-object-broken in a function
-- base
CREATE TABLE users (id bigint PRIMARY KEY, email text);
CREATE FUNCTION mail(bigint) RETURNS text LANGUAGE plpgsql AS 'BEGIN RETURN (SELECT email FROM users WHERE id = $1); END';
-- migration
ALTER TABLE users RENAME COLUMN email TO address;
-- expect: dependent-object-broken error 1

-- case: rls-without-policy
-- base
CREATE TABLE users (id bigint PRIMARY KEY, email text);
GRANT SELECT ON users TO PUBLIC;
-- migration
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
-- expect: rls-without-policy error 1 public.users

-- case: a policy is there
-- base
CREATE TABLE users (id bigint PRIMARY KEY, email text);
GRANT SELECT ON users TO PUBLIC;
-- migration
CREATE POLICY own ON users USING (email = current_user);
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
-- silent: rls-without-policy replication-breaks

-- case: types that hurt later
-- base
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
CREATE TABLE bills (id serial PRIMARY KEY, total_price double precision, data json, at timestamp, code char(10));
-- expect: key-32-bit warning 1 public.bills.id
-- fix: bigserial
-- expect: money-as-float warning 1 public.bills.total_price
-- expect: json-column warning 1 public.bills.data
-- fix: jsonb
-- expect: timestamp-without-zone warning 1 public.bills.at
-- fix: timestamptz
-- expect: char-padding warning 1 public.bills.code

-- case: types that do not
-- base
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
CREATE TABLE bills (id bigserial PRIMARY KEY, total_price numeric(12,2), data jsonb, at timestamptz, code varchar(10));
-- silent: key-32-bit money-as-float json-column timestamp-without-zone char-padding primary-key-missing name-style name-too-long name-near-existing sequence-narrower-than-column key-near-overflow statement-had-no-effect index-low-value

-- case: the way back fails
-- base
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
ALTER TABLE users ADD COLUMN note text;
-- down
ALTER TABLE users DROP COLUMN remark;
-- expect: down-unproven warning 0

-- case: the way back works
-- base
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
ALTER TABLE users ADD COLUMN note text;
-- down
ALTER TABLE users DROP COLUMN note;
-- silent: down-unproven

-- case: index-duplicate, index-redundant, index-low-value
-- base
CREATE TABLE users (id bigint PRIMARY KEY, email text, active boolean);
CREATE INDEX users_email ON users (email, active);
-- migration
CREATE INDEX users_email2 ON users (email, active);
CREATE INDEX users_email3 ON users (email);
CREATE INDEX users_active ON users (active);
-- expect: index-duplicate warning 1 public.users.users_email2
-- expect: index-redundant warning 2 public.users.users_email3
-- expect: index-low-value info 3 public.users.users_active

-- case: names
-- base
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
CREATE TABLE "Orders" (id bigint PRIMARY KEY);
CREATE INDEX a_name_that_is_longer_than_the_sixty_three_bytes_that_are_kept_by_the_server ON users (id);
-- expect: name-style info 1 public.Orders
-- expect: name-too-long warning 2

-- case: primary-key-missing
-- base
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
CREATE TABLE notes (body text);
-- expect: primary-key-missing warning 1 public.notes

-- case: key-near-overflow
-- base
CREATE TABLE users (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
-- key: public.users.id 2000000000 2147483647
-- migration
ALTER TABLE users ADD COLUMN note text;
-- expect: key-near-overflow error 1 public.users.id

-- case: sequence-narrower-than-column
-- base
CREATE TABLE users (id serial PRIMARY KEY);
-- migration
ALTER TABLE users ALTER COLUMN id TYPE bigint;
-- expect: sequence-narrower-than-column error 1 public.users_id_seq
-- fix: ALTER SEQUENCE public.users_id_seq AS bigint

-- case: statement-had-no-effect
-- base
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
CREATE TABLE IF NOT EXISTS users (id bigint PRIMARY KEY, name text);
-- expect: statement-had-no-effect warning 1

-- case: half-applied-risk
-- option: transaction=none
-- base
CREATE TABLE users (id bigint PRIMARY KEY, name text);
-- migration
ALTER TABLE users ADD COLUMN note text;
CREATE INDEX CONCURRENTLY users_note ON users (note);
-- expect: half-applied-risk info 0

-- case: transaction-unbalanced
-- option: transaction=none
-- base
CREATE TABLE users (id bigint PRIMARY KEY, name text);
-- migration
BEGIN;
ALTER TABLE users ADD COLUMN note text;
-- expect: transaction-unbalanced error 1

-- case: forbidden-in-transaction under a runner that opens one
-- option: tool=goose
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, name text);
-- migration
ALTER TABLE trips ADD COLUMN note text;
CREATE INDEX CONCURRENTLY trips_name ON trips (name);
DROP INDEX CONCURRENTLY IF EXISTS trips_old;
-- expect: forbidden-in-transaction error 2 trips_name
-- expect: forbidden-in-transaction error 3

-- case: golang-migrate sends one statement alone
-- option: tool=golang-migrate
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, name text);
-- migration
CREATE INDEX CONCURRENTLY trips_name ON trips (name);
-- silent: forbidden-in-transaction transaction-unbalanced

-- case: golang-migrate sends several statements in one query string
-- option: tool=golang-migrate
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, name text);
-- migration
CREATE INDEX CONCURRENTLY trips_name ON trips (name);
CREATE INDEX CONCURRENTLY trips_name2 ON trips (name, id);
-- expect: forbidden-in-transaction error 1
-- expect: forbidden-in-transaction error 2

-- case: golang-migrate files bring their own transaction
-- option: tool=golang-migrate
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, name text);
-- migration
BEGIN;
ALTER TABLE trips ADD COLUMN note text;
COMMIT;
-- silent: transaction-unbalanced forbidden-in-transaction

-- case: Flyway leaves the transaction out by itself
-- option: tool=flyway
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, name text);
-- migration
CREATE INDEX CONCURRENTLY trips_name ON trips (name);
-- silent: forbidden-in-transaction

-- case: Flyway stops when only some statements refuse a transaction
-- option: tool=flyway
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, name text);
-- migration
ALTER TABLE trips ADD COLUMN note text;
VACUUM trips;
-- expect: forbidden-in-transaction error 2

-- case: COMMIT inside the runner's transaction
-- option: tool=goose
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, name text);
-- migration
ALTER TABLE trips ADD COLUMN note text;
COMMIT;
-- expect: transaction-unbalanced error 2

-- case: a label used in the transaction that added it
-- option: tool=dbmate
-- base
CREATE TYPE state AS ENUM ('new', 'done');
CREATE TABLE jobs (id bigint PRIMARY KEY, s state);
-- migration
ALTER TYPE state ADD VALUE 'failed';
UPDATE jobs SET s = 'failed' WHERE id = 1;
-- expect: forbidden-in-transaction error 2

-- case: replication-breaks when a published table loses its key
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, name text);
CREATE TABLE notes (id bigint PRIMARY KEY, body text);
CREATE TABLE alone (id bigint PRIMARY KEY, body text);
CREATE PUBLICATION changes FOR TABLE trips, notes;
-- migration
ALTER TABLE trips DROP CONSTRAINT trips_pkey;
ALTER TABLE notes ADD COLUMN title text;
ALTER TABLE alone ADD COLUMN title text;
-- expect: replication-breaks error 1 public.trips
-- expect: replication-breaks warning 2 public.notes

-- case: replica identity switched off
-- base
CREATE TABLE "Trips" (id bigint PRIMARY KEY, name text);
CREATE PUBLICATION changes FOR TABLE "Trips";
-- migration
ALTER TABLE "Trips" REPLICA IDENTITY NOTHING;
-- expect: replication-breaks error 1 public.Trips

-- case: a table that nobody publishes
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, name text);
CREATE TABLE trips_archive (id bigint PRIMARY KEY, name text);
CREATE PUBLICATION changes FOR TABLE trips_archive;
-- migration
ALTER TABLE trips DROP CONSTRAINT trips_pkey;
-- silent: replication-breaks

-- case: renames of indexes and constraints build nothing
-- base
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE trips (id bigint PRIMARY KEY, user_id bigint CONSTRAINT fk REFERENCES users (id), n int CONSTRAINT small CHECK (n < 9), code text CONSTRAINT one UNIQUE);
CREATE INDEX trips_user ON trips (user_id);
-- migration
ALTER TABLE trips RENAME CONSTRAINT fk TO trips_user_fk;
ALTER TABLE trips RENAME CONSTRAINT small TO trips_n_small;
ALTER TABLE trips RENAME CONSTRAINT one TO trips_code_key;
ALTER INDEX trips_user RENAME TO trips_user_idx;
-- silent: foreign-key-validated-inline check-validated-inline unique-builds-index-inline index-duplicate index-redundant index-swap-order dropped-index-in-use old-writes-rejected foreign-key-without-index index-build-blocks-writes

-- case: a CHECK that says IS NOT NULL of something else proves nothing
-- base
CREATE TABLE users (id bigint PRIMARY KEY, mail text, email text, CHECK (email IS NOT NULL), CHECK (mail IS NOT NULL OR id > 5));
-- migration
ALTER TABLE users ALTER COLUMN mail SET NOT NULL;
-- expect: set-not-null-scan error 1 public.users.mail
-- expect: old-writes-rejected warning 1 public.users.mail

-- case: the proof in four steps
-- option: transaction=none
-- base
CREATE TABLE users (id bigint PRIMARY KEY, mail text);
-- migration
SET lock_timeout = '2s';
ALTER TABLE users ADD CONSTRAINT users_mail_set CHECK (mail IS NOT NULL AND mail <> '') NOT VALID;
ALTER TABLE users VALIDATE CONSTRAINT users_mail_set;
ALTER TABLE users ALTER COLUMN mail SET NOT NULL;
ALTER TABLE users DROP CONSTRAINT users_mail_set;
-- silent: set-not-null-scan check-validated-inline validate-under-lock missing-lock-timeout constraint-unenforced

-- case: a CHECK of another column is not in the way of a longer varchar
-- base
CREATE TABLE users (id bigint PRIMARY KEY, n varchar(10), name text CHECK (name <> ''));
-- migration
ALTER TABLE users ALTER COLUMN n TYPE varchar(20);
-- silent: type-change-scan type-change-rewrite type-change-lossy

-- case: partition-add-blocks at a default partition
-- base
CREATE TABLE logs (id bigint NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE logs_rest PARTITION OF logs DEFAULT;
-- migration
CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
-- expect: partition-add-blocks error 1 public.logs_rest

-- case: a wider enumeration loses nothing, nor does a boolean as a number
-- base
CREATE TYPE mood AS ENUM ('sad', 'glad');
CREATE TABLE people (id bigint PRIMARY KEY, m mood, done boolean);
-- migration
CREATE TYPE mood2 AS ENUM ('sad', 'glad', 'odd');
ALTER TABLE people ALTER COLUMN m TYPE mood2 USING m::text::mood2;
ALTER TABLE people ALTER COLUMN done TYPE integer USING done::integer;
-- silent: type-change-lossy enum-value-removed

-- case: a namespace is renamed with its tables
-- base
CREATE SCHEMA app;
CREATE TABLE app.users (id bigint PRIMARY KEY, name text);
-- migration
ALTER SCHEMA app RENAME TO core;
-- expect: rename-table error 1 core.users
-- silent: drop-table drop-column

-- case: a rule about new columns alone refuses no old write
-- base
CREATE TABLE users (id bigint PRIMARY KEY, name text);
-- migration
ALTER TABLE users ADD COLUMN age int CHECK (age > 0);
-- silent: old-writes-rejected

-- case: only the clause that rewrites is to blame
-- base
CREATE TABLE big (id int PRIMARY KEY, a varchar(10));
-- migration
ALTER TABLE big ALTER COLUMN id TYPE bigint, ALTER COLUMN a TYPE text, ADD COLUMN d jsonb NOT NULL DEFAULT '{}'::jsonb;
-- expect: type-change-rewrite error 1 public.big.id
-- silent: add-column-rewrite

-- case: a partition for another one is no rename
-- base
CREATE TABLE e (id bigint, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE e1 PARTITION OF e FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
-- migration
CREATE TABLE e2 PARTITION OF e FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
DROP TABLE e1;
-- silent: drop-add-looks-like-rename

-- case: row security and the key, each at its own statement
-- base
CREATE TABLE users (id bigint PRIMARY KEY, email text);
GRANT SELECT ON users TO PUBLIC;
-- migration
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE users DROP CONSTRAINT users_pkey;
ALTER TABLE users ADD COLUMN note text;
-- expect: rls-without-policy error 1 public.users
-- expect: primary-key-missing warning 2 public.users

-- case: a table that the transaction renamed is not another table
-- base
CREATE TABLE trips (id int PRIMARY KEY, n int);
-- facts: trips rows=300000
-- migration
ALTER TABLE trips RENAME TO journeys;
ALTER TABLE journeys DROP COLUMN n;
-- silent: work-after-strong-lock

-- case: emptying a table works through nothing
-- base
CREATE TABLE trips (id int PRIMARY KEY, n int);
CREATE TABLE logs (id int PRIMARY KEY, n int);
-- facts: trips rows=300000
-- facts: logs rows=300000
-- migration
TRUNCATE logs;
TRUNCATE logs;
-- expect: truncate-table error 1 public.logs
-- silent: index-build-blocks-writes

-- case: a type that keeps the files of its indexes scans nothing
-- option: lock-timeout=2000
-- base
CREATE TABLE trips (id int PRIMARY KEY, sku varchar(50));
CREATE INDEX trips_sku ON trips (sku);
-- facts: trips rows=300000
-- migration
ALTER TABLE trips ALTER COLUMN sku TYPE text;
ALTER TABLE trips ALTER COLUMN sku TYPE varchar;
-- silent: work-after-strong-lock type-change-rewrite type-change-scan

-- case: a DO block is judged by the statements inside it
-- base
CREATE TABLE accounts (id bigint PRIMARY KEY, name text, note text, score int);
CREATE TABLE secrets (id bigint PRIMARY KEY);
-- migration
DO $$
DECLARE n text;
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_attribute WHERE attname = 'token') THEN
        ALTER TABLE accounts ADD COLUMN token uuid DEFAULT gen_random_uuid();
    END IF;
    EXECUTE 'CREATE INDEX accounts_score ON accounts (score)';
    UPDATE accounts SET name = 'x';
    TRUNCATE secrets;
END $$;
DO 'BEGIN ALTER TABLE accounts RENAME COLUMN note TO remark; END';
-- facts: public.accounts rows=200000
-- facts: public.secrets rows=500
-- expect: add-column-rewrite error 1 public.accounts.token
-- expect: index-build-blocks-writes error 1
-- expect: dml-without-where error 1 public.accounts
-- expect: truncate-table error 1 public.secrets
-- expect: rename-column error 2 public.accounts.remark
-- silent: drop-column statement-had-no-effect foreign-key-locks-parent transaction-unbalanced

-- case: a DO block in another language, or over a new table, says nothing
-- base
CREATE TABLE accounts (id bigint PRIMARY KEY);
-- migration
DO $$
BEGIN
    CREATE TABLE fresh (id bigint PRIMARY KEY, v int);
    CREATE INDEX fresh_v ON fresh (v);
    DELETE FROM fresh;
END $$;
-- silent: index-build-blocks-writes dml-without-where statement-had-no-effect work-after-strong-lock

-- case: WITH that deletes is a DELETE
-- base
CREATE TABLE sessions (id bigint PRIMARY KEY, seen date);
CREATE TABLE archive (id bigint, seen date);
-- migration
WITH gone AS (DELETE FROM sessions RETURNING *) INSERT INTO archive SELECT id, seen FROM gone;
WITH gone AS (DELETE FROM sessions WHERE seen < now() RETURNING *) INSERT INTO archive SELECT id, seen FROM gone;
-- facts: public.sessions rows=200000
-- expect: dml-without-where error 1 public.sessions
-- expect: backfill-unbatched error 1 public.sessions

-- case: a view that loses a column or goes away
-- base
CREATE TABLE accounts (id bigint PRIMARY KEY, name text, email text);
CREATE VIEW people AS SELECT id, name, email FROM accounts;
CREATE VIEW counted AS SELECT count(*) AS n FROM accounts;
CREATE VIEW kept AS SELECT id FROM accounts;
-- migration
DROP VIEW people;
CREATE VIEW people AS SELECT id, name FROM accounts;
DROP VIEW counted;
CREATE OR REPLACE VIEW kept AS SELECT id, name FROM accounts;
-- expect: read-contract-changed warning 2 public.people.email
-- expect: read-contract-changed warning 3 public.counted

-- case: a view that gains columns changes no contract
-- base
CREATE TABLE accounts (id bigint PRIMARY KEY, name text);
CREATE VIEW kept AS SELECT id FROM accounts;
-- migration
CREATE OR REPLACE VIEW kept AS SELECT id, name FROM accounts;
-- silent: read-contract-changed

-- case: a rename of the parent makes no new foreign key, and a held lock is not another one
-- base
CREATE TABLE accounts (id bigint PRIMARY KEY);
CREATE TABLE sessions (id bigint PRIMARY KEY, account_id bigint REFERENCES accounts (id));
CREATE DOMAIN mail AS text;
CREATE TABLE letters (id bigint PRIMARY KEY, "to" mail, v int);
-- migration
ALTER TABLE accounts RENAME TO customers;
ALTER TABLE letters ADD COLUMN w int;
ALTER DOMAIN mail ADD CONSTRAINT short CHECK (length(value) < 100);
CREATE TEMP TABLE scratch AS SELECT 1 AS one;
DROP TABLE scratch;
-- facts: public.accounts rows=10
-- expect: rename-table error 1 public.customers
-- silent: foreign-key-without-index fk-weak-target foreign-key-locks-parent statement-had-no-effect

-- case: VALIDATE under a lock is told once
-- base
CREATE TABLE accounts (id bigint PRIMARY KEY, score int);
-- migration
BEGIN;
ALTER TABLE accounts ADD CONSTRAINT positive CHECK (score > 0) NOT VALID;
ALTER TABLE accounts VALIDATE CONSTRAINT positive;
COMMIT;
-- facts: public.accounts rows=200000
-- expect: validate-under-lock error 3 public.accounts
-- silent: work-after-strong-lock

-- case: rows chosen by key are few, whatever the size of the table
-- base
CREATE TABLE accounts (id bigint PRIMARY KEY, email text UNIQUE, name text);
-- migration
UPDATE accounts SET name = 'x' WHERE id = 7;
UPDATE accounts SET name = 'x' WHERE id IN (7, 8, 9) AND name IS NULL;
DELETE FROM accounts WHERE email = 'a@b';
UPDATE accounts SET name = 'x' WHERE id BETWEEN 1 AND 5000;
-- facts: public.accounts rows=200000
-- silent: backfill-unbatched dml-without-where

-- case: a condition that may hold for every row
-- base
CREATE TABLE accounts (id bigint PRIMARY KEY, name text);
-- migration
UPDATE accounts SET name = 'x' WHERE id = 7 OR name IS NULL;
UPDATE accounts SET name = 'x' WHERE id IN (SELECT id FROM accounts WHERE id = 1);
UPDATE accounts SET name = 'x' WHERE id BETWEEN 1 AND 50000;
UPDATE accounts SET name = 'x' WHERE id = id;
-- facts: public.accounts rows=200000
-- expect: backfill-unbatched error 1
-- expect: backfill-unbatched error 2
-- expect: backfill-unbatched error 3
-- expect: backfill-unbatched error 4

-- case: setval and RESTART are measured against what production gave out
-- base
CREATE TABLE posts (id bigserial PRIMARY KEY, title text);
CREATE SEQUENCE tickets;
-- migration
SELECT setval('posts_id_seq', 5);
SELECT pg_catalog.setval('public.posts_id_seq'::regclass, 9000, true);
ALTER SEQUENCE posts_id_seq RESTART WITH 10000;
ALTER SEQUENCE tickets RESTART;
SELECT setval('tickets', (SELECT max(id) FROM posts));
-- key: public.posts.id 5000 9223372036854775807
-- expect: key-sequence-reset warning 1 public.posts_id_seq
-- expect: key-sequence-reset warning 4 public.tickets

-- case: setval beyond what production gave out, or of a sequence made here
-- base
CREATE TABLE posts (id bigserial PRIMARY KEY, title text);
-- migration
SELECT setval('posts_id_seq', 9000);
ALTER SEQUENCE posts_id_seq RESTART WITH 10000;
CREATE SEQUENCE tickets;
SELECT setval('tickets', 500);
-- key: public.posts.id 5000 9223372036854775807
-- silent: key-sequence-reset

-- case: a key that the migration widens is not told to be widened
-- base
CREATE TABLE posts (id serial PRIMARY KEY, title text);
-- migration
ALTER TABLE posts ALTER COLUMN id TYPE bigint;
ALTER SEQUENCE posts_id_seq AS bigint;
-- key: public.posts.id 2000000000 2147483647
-- facts: public.posts rows=10
-- silent: key-near-overflow sequence-narrower-than-column

-- case: one index too many is told once
-- base
CREATE TABLE posts (id bigint PRIMARY KEY, author_id bigint);
CREATE INDEX posts_author ON posts (author_id);
CREATE INDEX posts_author_too ON posts (author_id);
-- migration
CREATE INDEX posts_author_three ON posts (author_id);
-- expect: index-duplicate warning 1 public.posts.posts_author_three

-- case: the statement that changes the shape of a published table is named, not the last one that touches it
-- base
CREATE TABLE invoices (id bigint PRIMARY KEY, amount numeric(12,2));
CREATE PUBLICATION pub FOR TABLE invoices;
-- migration
SET lock_timeout = '5s';
ALTER TABLE invoices ADD COLUMN tax numeric(10,2);
COMMENT ON TABLE invoices IS 'with VAT';
-- expect: replication-breaks warning 2 public.invoices

-- case: not-looked-into, a procedure
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, n integer);
CREATE PROCEDURE tidy() LANGUAGE plpgsql AS $$ BEGIN EXECUTE format('DELETE FROM %I', 'trips'); END $$;
CREATE FUNCTION fill() RETURNS void LANGUAGE sql AS 'UPDATE trips SET n = 1';
-- migration
CALL tidy();
SELECT fill();
-- expect: not-looked-into warning 1
-- expect: not-looked-into warning 2

-- case: not-looked-into, a block that makes its text
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, n integer);
-- migration
DO $$ BEGIN EXECUTE 'DELETE FROM ' || quote_ident('trips'); END $$;
DO $$ BEGIN EXECUTE 'ALTER TABLE trips ADD COLUMN ' || quote_ident('m') || ' int'; END $$;
-- expect: not-looked-into warning 1
-- expect: not-looked-into info 2

-- case: what is written out was looked into
-- base
CREATE TABLE trips (id bigint PRIMARY KEY, n integer);
-- migration
do $$ begin if not exists (select 1 from trips) then execute 'alter table trips add column m int'; end if; end $$;
SELECT count(*) FROM trips;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER touched BEFORE UPDATE ON trips FOR EACH ROW EXECUTE FUNCTION touch();
-- silent: not-looked-into

-- case: a lock timeout set through set_config counts
-- base
CREATE TABLE users (id bigint PRIMARY KEY);
-- facts: public.users rows=5000000
-- migration
SELECT set_config('lock_timeout', '3s', false);
ALTER TABLE users ADD COLUMN age integer;
-- silent: missing-lock-timeout

-- case: MERGE without a condition goes over the whole table
-- base
CREATE TABLE users (id bigint PRIMARY KEY, bio text);
CREATE TABLE texts (id bigint PRIMARY KEY, value text);
-- facts: public.users rows=5000000
-- migration
MERGE INTO users u USING texts t ON true WHEN MATCHED THEN UPDATE SET bio = t.value;
-- expect: dml-without-where error 1 public.users
-- expect: backfill-unbatched error 1 public.users

-- case: a batch by keys is a batch
-- base
CREATE TABLE users (id bigint PRIMARY KEY, bio text);
-- facts: public.users rows=5000000
-- migration
UPDATE users SET bio = '' WHERE id IN (SELECT id FROM users WHERE bio IS NULL ORDER BY id LIMIT 1000 FOR UPDATE SKIP LOCKED);
DELETE FROM users WHERE ctid IN (SELECT ctid FROM users WHERE bio = 'x' LIMIT 500);
-- silent: backfill-unbatched dml-without-where

-- case: copying into a table that is in use
-- base
CREATE TABLE users (id bigint PRIMARY KEY, mail text);
CREATE TABLE contacts (id bigint PRIMARY KEY, mail text);
-- facts: public.users rows=5000000
-- facts: public.contacts rows=700000
-- migration
INSERT INTO contacts (id, mail) SELECT id, mail FROM users;
-- expect: backfill-unbatched error 1 public.users

-- case: what a subscriber does not need is no change of shape
-- base
CREATE TABLE users (id bigint PRIMARY KEY, mail text, age integer NOT NULL DEFAULT 0);
CREATE PUBLICATION p FOR TABLE users;
-- migration
COMMENT ON COLUMN users.mail IS 'where to';
ALTER TABLE users ALTER COLUMN mail SET DEFAULT '', ALTER COLUMN age SET STATISTICS 500;
-- silent: replication-breaks

-- case: NULLs that a subscriber may refuse are one
-- base
CREATE TABLE users (id bigint PRIMARY KEY, mail text NOT NULL);
CREATE PUBLICATION p FOR TABLE users;
-- migration
ALTER TABLE users ALTER COLUMN mail DROP NOT NULL;
-- expect: replication-breaks warning 1 public.users

-- case: a key dropped and added again under its name is built again
-- base
CREATE TABLE users (id bigint, mail text NOT NULL, CONSTRAINT users_pkey PRIMARY KEY (id));
-- facts: public.users rows=5000000
-- migration
ALTER TABLE users DROP CONSTRAINT users_pkey, ADD CONSTRAINT users_pkey PRIMARY KEY (mail);
-- expect: unique-builds-index-inline error 1 public.users.users_pkey

-- case: letters that changed places in a name that another table has
-- base
CREATE TABLE users (id bigint PRIMARY KEY, email text, created_at timestamptz);
CREATE TABLE orders (id bigint PRIMARY KEY, trial boolean);
-- migration
ALTER TABLE orders ADD COLUMN craeted_at timestamptz;
CREATE TABLE payers (id bigint PRIMARY KEY, emial text, rate numeric(5, 2));
-- expect: name-near-existing warning 1 public.orders.craeted_at
-- expect: name-near-existing warning 2 public.payers.emial

-- case: the function of a trigger uses a column that goes
-- base
CREATE TABLE users (id bigint PRIMARY KEY, changed timestamptz, note text);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.changed := now(); RETURN NEW; END $$;
CREATE TRIGGER users_touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
-- migration
ALTER TABLE users RENAME COLUMN changed TO changed_at;
-- expect: dependent-object-broken error 1 public.touch()

-- case: the function of a trigger does not use it
-- base
CREATE TABLE users (id bigint PRIMARY KEY, changed timestamptz, note text);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.changed := now(); RETURN NEW; END $$;
CREATE TRIGGER users_touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
-- migration
ALTER TABLE users DROP COLUMN note;
-- silent: dependent-object-broken

-- case: a fix changes the type of its column and of no other
-- base
CREATE TABLE users (id bigint PRIMARY KEY);
-- migration
CREATE TABLE shipments (id serial PRIMARY KEY, seats int, cost double precision, lat double precision, at timestamp(3) without time zone NOT NULL, seen timestamp with time zone);
-- expect: money-as-float warning 1 public.shipments.cost
-- fix: cost numeric(12,2), lat double precision,
-- expect: timestamp-without-zone warning 1 public.shipments.at
-- fix: at timestamptz(3) NOT NULL, seen timestamp with time zone)
-- expect: key-32-bit warning 1 public.shipments.id
-- fix: id bigserial PRIMARY KEY, seats int,

-- case: add-column-rewrite by serial, whose fix makes the sequence
-- base
CREATE TABLE items (id bigint PRIMARY KEY);
-- migration
ALTER TABLE items ADD pos serial;
-- expect: add-column-rewrite error 1 public.items.pos
-- fix: CREATE SEQUENCE public.items_pos_seq AS integer;

-- case: partition-add-blocks and partition-detach-blocks beside a default partition
-- base
CREATE TABLE logs (at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE logs_rest PARTITION OF logs DEFAULT;
-- facts: public.logs rows=500000
-- migration
CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
ALTER TABLE logs DETACH PARTITION logs_1;
-- expect: partition-add-blocks warning 1 public.logs
-- fix: ATTACH PARTITION public.logs_2 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')
-- expect: partition-detach-blocks warning 2

-- case: a lock timeout holds for its own file
-- base
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY);
-- facts: public.users rows=5000000
-- facts: public.orders rows=5000000
-- file: 0001_users.sql
SET lock_timeout = '3s';
ALTER TABLE users ADD COLUMN age integer;
-- file: 0002_orders.sql
ALTER TABLE orders ADD COLUMN age integer;
ALTER TABLE orders ADD COLUMN size integer;
-- file: 0003_both.sql
ALTER TABLE users ADD COLUMN size integer;
-- expect: missing-lock-timeout warning 3 public.orders
-- expect: missing-lock-timeout warning 5 public.users

-- case: SET LOCAL ends with its transaction
-- option: transaction=none
-- base
CREATE TABLE users (id bigint PRIMARY KEY);
-- facts: public.users rows=5000000
-- migration
BEGIN;
SET LOCAL lock_timeout = '3s';
ALTER TABLE users ADD COLUMN age integer;
COMMIT;
ALTER TABLE users ADD COLUMN size integer;
-- expect: missing-lock-timeout warning 5 public.users

-- case: SET LOCAL outside a transaction sets nothing
-- option: transaction=none
-- base
CREATE TABLE users (id bigint PRIMARY KEY);
-- facts: public.users rows=5000000
-- migration
SET LOCAL lock_timeout = '3s';
ALTER TABLE users ADD COLUMN age integer;
-- expect: missing-lock-timeout warning 2 public.users

-- case: a lock timeout inside a transaction of its own file holds to its end
-- base
CREATE TABLE users (id bigint PRIMARY KEY);
-- facts: public.users rows=5000000
-- migration
SET LOCAL lock_timeout = '3s';
ALTER TABLE users ADD COLUMN age integer;
ALTER TABLE users ADD COLUMN size integer;
-- silent: missing-lock-timeout

-- case: RESET takes the lock timeout away again
-- option: transaction=none
-- base
CREATE TABLE users (id bigint PRIMARY KEY);
-- facts: public.users rows=5000000
-- migration
SET lock_timeout = '3s';
ALTER TABLE users ADD COLUMN age integer;
RESET lock_timeout;
ALTER TABLE users ADD COLUMN size integer;
-- expect: missing-lock-timeout warning 4 public.users

-- case: what is done to a partitioned table is said once
-- option: lock-timeout=2000
-- option: transaction=none
-- base
CREATE TABLE orders (id bigint NOT NULL, region text NOT NULL, total numeric(12,2), cust bigint, PRIMARY KEY (id, region)) PARTITION BY LIST (region);
CREATE TABLE orders_eu PARTITION OF orders FOR VALUES IN ('eu');
CREATE TABLE orders_us PARTITION OF orders FOR VALUES IN ('us') PARTITION BY RANGE (id);
CREATE TABLE orders_us_1 PARTITION OF orders_us FOR VALUES FROM (0) TO (1000000);
CREATE TABLE orders_rest PARTITION OF orders DEFAULT;
CREATE TABLE cust (id bigint PRIMARY KEY);
-- facts: public.orders rows=5000500
-- facts: public.orders_us_1 rows=500
-- facts: public.orders_eu rows=5000000
-- migration
ALTER TABLE orders ADD COLUMN channel text NOT NULL;
ALTER TABLE orders ALTER COLUMN total TYPE double precision;
ALTER TABLE orders ALTER COLUMN total SET NOT NULL;
ALTER TABLE orders ADD CONSTRAINT positive CHECK (total > 0);
ALTER TABLE orders ADD CONSTRAINT ordered_by FOREIGN KEY (cust) REFERENCES cust;
ALTER TABLE orders ADD CONSTRAINT one_each UNIQUE (region, id, cust);
-- expect: add-required-column error 1 public.orders.channel
-- expect: type-change-rewrite error 2 public.orders.total
-- expect: set-not-null-scan error 3 public.orders.total
-- expect: check-validated-inline error 4 public.orders.positive
-- expect: foreign-key-validated-inline error 5 public.orders.ordered_by
-- expect: foreign-key-locks-parent info 5 public.cust
-- expect: unique-builds-index-inline error 6 public.orders.one_each
-- once: add-required-column type-change-rewrite set-not-null-scan check-validated-inline foreign-key-validated-inline
-- once: foreign-key-locks-parent unique-builds-index-inline

-- case: partitions of one table are no second table
-- option: lock-timeout=2000
-- base
CREATE TABLE orders (id bigint NOT NULL, region text NOT NULL) PARTITION BY LIST (region);
CREATE TABLE orders_eu PARTITION OF orders FOR VALUES IN ('eu');
CREATE TABLE orders_us PARTITION OF orders FOR VALUES IN ('us');
-- migration
ALTER TABLE orders ADD COLUMN a text;
ALTER TABLE orders ADD COLUMN b text;
-- silent: work-after-strong-lock foreign-key-locks-parent

-- case: a safer form is one that the server takes
-- base
CREATE SCHEMA stock;
CREATE TABLE stock.logs (id bigint GENERATED ALWAYS AS IDENTITY, at date NOT NULL, cust bigint) PARTITION BY RANGE (at);
CREATE TABLE stock.logs_1 PARTITION OF stock.logs FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE TABLE stock.logs_rest PARTITION OF stock.logs DEFAULT;
CREATE INDEX logs_cust ON stock.logs (cust);
CREATE MATERIALIZED VIEW stock.sums AS SELECT cust, count(*) AS n FROM stock.logs GROUP BY cust;
CREATE TABLE plain (id bigint NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE plain_1 PARTITION OF plain FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
-- migration
CREATE TABLE stock.logs_2 PARTITION OF stock.logs FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
ALTER TABLE stock.logs DETACH PARTITION stock.logs_1;
DROP INDEX stock.logs_cust;
REFRESH MATERIALIZED VIEW stock.sums;
ALTER TABLE plain DETACH PARTITION plain_1;
-- expect: partition-add-blocks warning 1 stock.logs
-- fix: CREATE TABLE stock.logs_2 (LIKE stock.logs INCLUDING ALL EXCLUDING IDENTITY)
-- expect: partition-detach-blocks warning 2 stock.logs
-- nofix
-- expect: index-drop-blocks warning 3 stock.logs.logs_cust
-- nofix
-- expect: maintenance-blocks error 4 stock.sums
-- nofix
-- expect: partition-detach-blocks warning 5 public.plain
-- fix: DETACH PARTITION plain_1 CONCURRENTLY

-- case: grant-to-public
-- base
CREATE TABLE users (id bigint PRIMARY KEY, email text, name text);
CREATE TABLE notes (id bigint PRIMARY KEY);
CREATE VIEW names AS SELECT name FROM users;
CREATE ROLE reader;
-- migration
GRANT SELECT ON notes TO reader;
GRANT SELECT (email) ON users TO PUBLIC;
GRANT ALL ON names TO PUBLIC;
GRANT CREATE, USAGE ON SCHEMA public TO PUBLIC;
-- expect: grant-to-public warning 2 public.users
-- expect: grant-to-public warning 3 public.names
-- expect: grant-to-public warning 4

-- case: what everybody had is not given anew
-- base
CREATE TABLE users (id bigint PRIMARY KEY, email text);
GRANT SELECT ON users TO PUBLIC;
CREATE ROLE reader;
-- migration
ALTER TABLE users ADD COLUMN note text;
GRANT UPDATE ON users TO reader;
-- silent: grant-to-public row-security-off definer-without-search-path

-- case: row-security-off
-- base
CREATE TABLE users (id bigint PRIMARY KEY, email text);
CREATE TABLE notes (id bigint PRIMARY KEY, body text);
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
ALTER TABLE notes FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON users USING (email = current_user);
-- migration
ALTER TABLE users DISABLE ROW LEVEL SECURITY;
ALTER TABLE notes NO FORCE ROW LEVEL SECURITY;
ALTER TABLE notes ADD COLUMN more text;
-- expect: row-security-off error 1 public.users
-- expect: row-security-off warning 2 public.notes

-- case: definer-without-search-path
-- base
CREATE TABLE users (id bigint PRIMARY KEY, email text);
-- migration
CREATE FUNCTION how_many(since date, "only" text) RETURNS bigint LANGUAGE sql SECURITY DEFINER
    AS 'SELECT count(*) FROM public.users';
CREATE FUNCTION safely() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
    AS 'SELECT count(*) FROM users';
-- expect: definer-without-search-path warning 1
-- fix: ALTER FUNCTION public.how_many(date, text) SET search_path = public, pg_temp
-- once: definer-without-search-path

-- case: blamed is the statement that did it, not the last one about the column
-- base
CREATE TABLE users (id bigint PRIMARY KEY, code varchar(40) NOT NULL, born text NOT NULL);
-- migration
ALTER TABLE users ALTER COLUMN code TYPE varchar(8);
ALTER TABLE users ALTER COLUMN born DROP NOT NULL;
ALTER TABLE users ALTER COLUMN born TYPE date USING born::date;
ALTER TABLE users ALTER COLUMN code SET DEFAULT 'x';
ALTER TABLE users RENAME COLUMN code TO short_code;
COMMENT ON COLUMN users.born IS 'when';
ALTER TABLE users ALTER COLUMN short_code SET DEFAULT 'y';
-- expect: type-change-lossy error 1 public.users.short_code
-- expect: read-contract-changed warning 2 public.users.born
-- expect: read-contract-changed warning 3 public.users.born
-- expect: statistics-lost info 1 public.users.short_code
-- expect: statistics-lost info 3 public.users.born
-- expect: rename-column error 5

-- case: a stored column that is computed anew
-- base
CREATE TABLE users (id bigint PRIMARY KEY, a int, b int GENERATED ALWAYS AS (a * 2) STORED);
-- facts: public.users rows=5000000
-- migration
ALTER TABLE users ALTER COLUMN b SET EXPRESSION AS (a * 3);
-- expect: type-change-rewrite error 1 public.users.b

-- case: one row by a key of several columns
-- base
CREATE TABLE events (id bigint GENERATED ALWAYS AS IDENTITY, at date NOT NULL, n int, PRIMARY KEY (id, at));
CREATE TABLE texts (id bigint, lang text, body text, PRIMARY KEY (id, lang));
-- facts: public.events rows=5000000
-- facts: public.texts rows=5000000
-- migration
UPDATE events SET n = 1 WHERE id = 7;
UPDATE texts SET body = '' WHERE lang = 'de' AND id = 3;
-- silent: backfill-unbatched

-- case: half of a key may be in many rows
-- base
CREATE TABLE texts (id bigint, lang text, body text, PRIMARY KEY (id, lang));
-- facts: public.texts rows=5000000
-- migration
UPDATE texts SET body = '' WHERE lang = 'de';
-- expect: backfill-unbatched error 1 public.texts

-- case: what is read in a moment holds nobody up
-- base
CREATE TABLE users (id bigint PRIMARY KEY, a int);
-- facts: public.users rows=2
-- migration
BEGIN;
ALTER TABLE users ADD COLUMN b int;
CREATE INDEX users_a ON users (a);
COMMIT;
-- silent: work-after-strong-lock

-- case: production is of another series than the scratch server
-- base
CREATE TABLE t (id int PRIMARY KEY);
-- option: version=12.5
-- migration
ALTER TABLE t ADD COLUMN a int;
-- expect: scratch-version-differs warning 0
-- says: 12.5

-- case: both servers are one version
-- base
CREATE TABLE t (id int PRIMARY KEY);
-- migration
ALTER TABLE t ADD COLUMN a int;
-- silent: scratch-version-differs

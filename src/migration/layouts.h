#pragma once

// One function a layout: fills set.migrations in the order of the tool, set.problems and set.callbacks.

#include "migration/folder.h"
#include "migration/migrationset.h"

#include <map>

namespace countersign::migration {

/// V1.2__name.sql, U1.2__name.sql, R__name.sql, B1__name.sql, callbacks, NAME.sql.conf, flyway.conf or flyway.toml here
/// or one folder up (Flyway documentation: Migrations, Script Config Files, Callbacks).
void readFlyway(const Folder &folder, MigrationSet &set);
[[nodiscard]] bool looksLikeFlyway(const Folder &folder);

/// 0001_name.up.sql with 0001_name.down.sql.
void readUpDownPairs(const Folder &folder, MigrationSet &set);
/// *.sql in name order; NAME.down.sql, NAME.rollback.sql, NAME.undo.sql are the way back of NAME.sql.
void readPlain(const Folder &folder, MigrationSet &set);
/// Output of `sqlmigrate`, one file a migration: 0002_name.sql; the file has its own BEGIN and COMMIT.
void readDjango(const Folder &folder, MigrationSet &set);
/// structure.sql: the whole schema, and which versions it holds.
void readRails(const Folder &folder, MigrationSet &set);

/// `-- +goose Up`, `-- +goose Down`, `-- +goose NO TRANSACTION`, statement and environment markers.
void readGoose(const Folder &folder, MigrationSet &set);
/// `-- migrate:up transaction:false`, `-- migrate:down`.
void readDbmate(const Folder &folder, MigrationSet &set);

/// sqitch.plan with deploy/, revert/ (sqitchplan manual); reworked changes live in NAME@tag.sql.
void readSqitch(const Folder &folder, MigrationSet &set);

/// `--liquibase formatted sql`: each changeset is a migration.
/// Those for another engine (dbms:) are passed over.
void readLiquibase(const Folder &folder, const sql::Dialect &dialect, MigrationSet &set);

/// Says which files have the same version.
void reportDuplicates(MigrationSet &set);
/// "001_x.sql: in a sub-folder, which the tool does not read".
void reportSubfolders(const Folder &folder, MigrationSet &set);

} // namespace countersign::migration

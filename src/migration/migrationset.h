#pragma once

#include "base/result.h"
#include "sql/dialect.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace countersign::migration {

/// How people keep migrations.
enum class Layout : std::uint8_t {
    Plain, ///< *.sql in name order
    Flyway,
    GolangMigrate,
    Dbmate,
    Goose,
    Sqitch,
    LiquibaseSql,
    Rails,
    DjangoSql,
};
[[nodiscard]] QString nameOf(Layout layout);

/// What the tool in use wraps around a script.
enum class TransactionMode : std::uint8_t { PerFile, None, Whole };
[[nodiscard]] QString nameOf(TransactionMode mode);

/// One migration: the way up and, where there is one, the way back, as exact bytes and as decoded SQL without the
/// tool's own markers (line numbers stay those of the file).
struct Migration {
    QString version; ///< as written: 20240101120000, 2.1, 0003
    QString description;
    bool repeatable = false; ///< Flyway R__
    QString upPath;          ///< relative to the folder
    QByteArray upBytes;      ///< exact
    QString upSql;
    QString downPath; ///< empty where the way back is in the same file or there is none
    QByteArray downBytes;
    QString downSql;
    bool hasDown = false;
    TransactionMode transaction = TransactionMode::PerFile;
};

/// A folder or a single file as migrations in the order in which the tool would run them.
struct MigrationSet {
    QString path;
    Layout layout = Layout::Plain;
    std::vector<Migration> migrations;
    QStringList problems; ///< duplicate versions, out of order, files that fit no pattern, branch conflicts; each names
                          ///< the file
    QStringList callbacks; ///< Flyway callbacks and other files the tool would run by itself
};

/// Reads a folder or one file; guesses the layout from names and markers. Errors name file and line.
[[nodiscard]] base::Result<MigrationSet> readMigrations(const QString &path, const sql::Dialect &dialect);

} // namespace countersign::migration

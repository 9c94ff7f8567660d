#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace countersign::review {

enum class FileRole : quint8 {
    Up,       ///< runs, in the order of the manifest
    Rollback, ///< the way back
    Other,    ///< lies beside them and is signed with them (checksums, configuration of the runner)
};

[[nodiscard]] QString fileRoleName(FileRole role);

struct ManifestFile {
    FileRole role = FileRole::Up;
    QByteArray path; ///< bytes of the path relative to the folder, '/' between parts; need not be UTF-8
    qint64 bytes = 0;
    QString sha256;
    friend bool operator==(const ManifestFile &, const ManifestFile &) = default;
};

struct ManifestEnvironment {
    QString name;     ///< as in the policy
    QString engine;   ///< "postgresql", "mysql", "mariadb", "sqlite"
    QString identity; ///< the server's own id, such as "pg:7311…/orders"
    friend bool operator==(const ManifestEnvironment &, const ManifestEnvironment &) = default;
};

struct ManifestRunner {
    QString dialect;                                  ///< "postgresql-17"
    QStringList session;                              ///< settings the runner makes first
    QString transaction = QStringLiteral("per-file"); ///< "per-file", "all" or "none"
    friend bool operator==(const ManifestRunner &, const ManifestRunner &) = default;
};

/// How a check ended. A check that was not run does not occur in the list.
struct ManifestCheck {
    QString name; ///< "rehearsal", "rollback", …
    bool passed = false;
    friend bool operator==(const ManifestCheck &, const ManifestCheck &) = default;
};

/// What the reviewers' report says, by digest, with the parts the verdict depends on in the clear.
struct ManifestReport {
    QString sha256;   ///< of the report bytes, a blob
    QString findings; ///< digest of the sorted set of (rule, severity, object, statement)
    QString rules;    ///< digest of the rule set
    QString tool;     ///< program and version that made it
    QList<ManifestCheck> checks;
    QStringList hazards; ///< hazards present, such as "data-loss"; sorted
    QStringList errors;  ///< ids of findings of severity error, each of which blocks unless waived; sorted
    friend bool operator==(const ManifestReport &, const ManifestReport &) = default;
};

/// Everything one revision stands for. Its digest is what votes sign.
struct Manifest {
    QString change;
    QString parent;           ///< digest of the revision before, or empty
    QStringList contributors; ///< roster ids, or "git:MAIL" for authors the roster does not know; accumulated, sorted
    ManifestEnvironment environment;
    QList<ManifestFile> files;
    /// In files of its own or in those of the way there; false is written as "none" and needs a waiver where the policy
    /// requires rollback.
    bool hasRollback = false;
    ManifestRunner runner;
    QString baseFingerprint;   ///< may be empty when unknown
    QString resultFingerprint; ///< may be empty when unknown
    QString footprint;         ///< digest of the sorted set of touched objects; may be empty when unknown
    std::optional<ManifestReport> report;
    QString risk;   ///< a risk class of the policy; empty counts as the strictest
    QString policy; ///< event id of the policy activation under which it was made
    friend bool operator==(const Manifest &, const Manifest &) = default;
};

inline constexpr qsizetype manifestBytesLimit = 8 * 1024 * 1024;
inline constexpr qsizetype manifestFileLimit = 20000;

[[nodiscard]] QByteArray encodeManifest(const Manifest &manifest);
[[nodiscard]] base::Result<Manifest> decodeManifest(QByteArrayView bytes);
/// SHA-256 of the canonical bytes.
[[nodiscard]] QString revisionDigest(QByteArrayView manifestBytes);

/// The finding that stands for "rollback":"none", for which a waiver is asked.
[[nodiscard]] QString missingRollbackFinding();

/// Whether a script has a section with its own way back and at least one statement in it: dbmate's "-- migrate:down",
/// goose's "-- +goose Down", Liquibase's "--rollback".
[[nodiscard]] bool holdsWayBack(QByteArrayView script);

/// A file with its bytes, before and beside the manifest.
struct MigrationFile {
    FileRole role = FileRole::Up;
    QByteArray path;
    QByteArray bytes;
    friend bool operator==(const MigrationFile &, const MigrationFile &) = default;
};

inline constexpr qint64 migrationBytesLimit = 256LL * 1024 * 1024;

/// Every regular file below @p folder in byte order of the path. Roles by name: *.down.sql, *.rollback.sql,
/// *.undo.sql, *_down.sql, *_rollback.sql and U*__*.sql are Rollback, other *.sql Up, the rest Other. Hidden files
/// count like any other, but for .git and placeholders such as .gitkeep; symbolic links, special files and too much
/// data are refused with ErrorKind::Usage.
[[nodiscard]] base::Result<QList<MigrationFile>> readMigrationFolder(const QString &folder);

/// The manifest entries of @p files.
[[nodiscard]] QList<ManifestFile> describeFiles(const QList<MigrationFile> &files);

} // namespace countersign::review

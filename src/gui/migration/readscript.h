#pragma once

#include "gui/review/comments.h"
#include "migration/migrationset.h"
#include "sql/statements.h"

#include <memory>
#include <optional>
#include <vector>

namespace countersign::gui {

/// Characters of a line that cannot be seen.
struct HiddenInLine {
    int line = 0;      ///< from 0
    QStringList names; ///< "U+202E right-to-left override"
};

/// One script cut into its statements, with all that would take long on a long script. Made in a worker.
struct ReadScript {
    QString file;
    QString sql;
    std::vector<sql::Statement> statements; ///< empty when it cannot be split
    std::vector<QString> digests;           ///< of the statements
    std::optional<base::Error> error;       ///< why it cannot be split
    std::vector<int> starts;                ///< the line (from 0) where each statement begins, with its comments
    std::vector<HiddenInLine> hidden;
    ScriptPlaces places; ///< for comments
};

[[nodiscard]] ReadScript readScript(const QString &file, const QByteArray &bytes, const QString &sql,
                                    schema::EngineKind engine);

/// Both scripts of a migration. Destroyed in a worker.
struct ReadMigration {
    ReadScript up;
    std::optional<ReadScript> down; ///< when the author gave one
};

[[nodiscard]] std::shared_ptr<const ReadMigration> readMigration(const migration::Migration &one,
                                                                 schema::EngineKind engine);

} // namespace countersign::gui

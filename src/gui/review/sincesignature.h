#pragma once

#include "app/reviewusecase.h"
#include "migration/migrationset.h"
#include "schema/schema.h"

namespace countersign::gui {

/// One statement that is not as it was signed.
struct StatementChange {
    enum class Kind { Added, Removed, Altered };
    Kind kind = Kind::Altered;
    QString file;
    int before = 0; ///< 1-based number in the file that was signed; 0 for Added
    int now = 0;    ///< 1-based number in the file as it is; 0 for Removed
    QString textBefore;
    QString textNow;

    friend bool operator==(const StatementChange &, const StatementChange &) = default;
};

/// A signature, and what is different from what was signed, statement by statement.
struct SinceSignature {
    QString person; ///< empty: nobody has signed
    int revision = 0;
    std::vector<StatementChange> changes;
    bool bytesDiffer = false; ///< also when it is white space or comments between statements only
};

/// Statements are the same when their text is, wherever they stand; one that went and one that came at the same place
/// are one altered statement. Pure; splits scripts: not for the GUI thread.
[[nodiscard]] std::vector<StatementChange> changedStatements(const QString &file, const QString &before,
                                                             const QString &now, schema::EngineKind engine);

/// Since the last vote of @p person; where that person has not voted, since the last vote of anybody. @p now are the
/// files as they are in the workspace.
[[nodiscard]] SinceSignature sinceSignature(const app::ReviewedChange &change, const QString &person,
                                            const migration::MigrationSet &now, schema::EngineKind engine);

} // namespace countersign::gui

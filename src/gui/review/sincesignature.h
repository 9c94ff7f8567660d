#pragma once

#include "app/reviewusecase.h"
#include "app/statementchanges.h"
#include "migration/migrationset.h"

namespace countersign::gui {

/// A signature, and what is different from what was signed, statement by statement.
struct SinceSignature {
    QString person; ///< empty: nobody has signed
    int revision = 0;
    std::vector<app::StatementChange> changes;
    bool bytesDiffer = false; ///< also when it is white space or comments between statements only
};

/// Since the last vote of @p person; where that person has not voted, since the last vote of anybody. @p now are the
/// files as they are in the workspace.
[[nodiscard]] SinceSignature sinceSignature(const app::ReviewedChange &change, const QString &person,
                                            const migration::MigrationSet &now, schema::EngineKind engine);

} // namespace countersign::gui

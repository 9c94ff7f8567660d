#pragma once

#include "schema/schema.h"

#include <QString>

#include <vector>

namespace countersign::app {

/// One statement that is not as it was in an earlier version of its file.
struct StatementChange {
    enum class Kind { Added, Removed, Altered };
    Kind kind = Kind::Altered;
    QString file;
    int before = 0; ///< 1-based number in the earlier file; 0 for Added
    int now = 0;    ///< 1-based number in the later file; 0 for Removed
    QString textBefore;
    QString textNow;

    friend bool operator==(const StatementChange &, const StatementChange &) = default;
};

/// Statements are the same when their text is, wherever they stand; one that went and one that came at the same place
/// are one altered statement. Pure; splits scripts: not for the GUI thread. Empty as well where only
/// white space or comments between statements differ.
[[nodiscard]] std::vector<StatementChange> changedStatements(const QString &file, const QString &before,
                                                             const QString &now, schema::EngineKind engine);

} // namespace countersign::app

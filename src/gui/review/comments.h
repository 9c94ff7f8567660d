#pragma once

#include "app/reviewusecase.h"
#include "gui/shell/console.h"

#include <QDateTime>
#include <QHash>
#include <QList>

namespace countersign::gui {

/// A comment that was written and not sent: kept in the settings until it is sent or thrown away.
struct CommentDraft {
    Place place;
    QString text;
    bool blocking = false;

    friend bool operator==(const CommentDraft &, const CommentDraft &) = default;
};

[[nodiscard]] QList<CommentDraft> readDrafts(const QString &workspaceFolder);
void writeDrafts(const QString &workspaceFolder, const QList<CommentDraft> &drafts);

/// One comment with the place where it stands now.
struct PlacedComment {
    const review::CommentView *comment = nullptr;
    Place place;           ///< in the files as they are now
    bool outdated = false; ///< its statement is not in the files any more
    int thread = 0;        ///< comments at one place are one thread, numbered in order of their first comment
    bool reply = false;    ///< not the first of its thread
};

/// Digests of the statements of a script by number, and where each is; for finding the place of a comment again.
struct ScriptPlaces {
    QString file;                    ///< path as in the revision
    QString digest;                  ///< of the file's bytes now
    QHash<QString, int> statementOf; ///< statement digest ► 1-based statement
};

/// The comments of @p change thread by thread, each with its place in @p scripts as they are now. The pointers are
/// those of @p change.
[[nodiscard]] std::vector<PlacedComment> placedComments(const app::ReviewedChange &change,
                                                        const std::vector<ScriptPlaces> &scripts);

/// "trips", "statement 2 of 0042_status.up.sql".
[[nodiscard]] QString titleOf(const Place &place);

} // namespace countersign::gui

#pragma once

#include "app/checkusecase.h"
#include "app/reviewusecase.h"

namespace countersign::app {

/// What is to be put under review, as the window and `review open` ask for it.
struct DraftRequest {
    enum class Check : std::uint8_t { Never, WhereRequired, Always };

    QString environment;
    QString folder; ///< the migration files
    Check check = Check::WhereRequired;
    /// A check that was made before, or null. Taken where it is about exactly the migrations that the environment has
    /// not yet, as they are on disk, and the environment was its base; where it is about others, a new one is made.
    const CheckedMigration *checked = nullptr;
    QStringList contributors; ///< beside those that Git knows
    QString risk;             ///< empty: what the checks found
    QString baseFingerprint;  ///< empty: of the report
    QString resultFingerprint;
};

struct RevisionDraft {
    review::RevisionInput input;
    QStringList warnings; ///< what the person who signs should know
};

/// Gathers a revision: the files, what the target says of itself, who wrote them, and a report about all migrations
/// that the notes of the runner on the target do not name (runnerhistory.h). @p workspace may be null, and may not know
/// the environment: then nothing can be checked. @p scratch is for the check. Writes to nothing but scratch databases.
/// Blocks.
[[nodiscard]] base::Result<RevisionDraft> draftRevision(const Workspace *workspace, const review::LedgerState &state,
                                                        const DraftRequest &request, rehearsal::ScratchPool &scratch,
                                                        const base::ProgressSink &progress, std::stop_token stop);

/// The open change of @p environment to which a revision is added: the newest that is neither given up nor deployed,
/// nor being deployed. Empty when a new one is opened.
[[nodiscard]] QString changeToRevise(const ReviewOverview &overview, const QString &environment);

/// Scratch databases as the workspace wants them; servers of production are never among them.
[[nodiscard]] rehearsal::ScratchSettings scratchSettings(const Workspace &workspace);

} // namespace countersign::app

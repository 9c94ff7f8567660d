#pragma once

#include "cli/reviewsession.h"

namespace countersign::cli {

/// What `review open` and `review revise` make a revision of: the files of --dir, the environment's identity, who wrote
/// them according to Git, and, with --check or where the policy wants it, the report of a rehearsal.
[[nodiscard]] base::Result<review::RevisionInput> revisionFrom(ReviewSession &session, const QString &environment);

} // namespace countersign::cli

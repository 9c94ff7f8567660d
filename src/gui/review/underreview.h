#pragma once

#include "app/reviewusecase.h"
#include "gui/review/reviewmodels.h"

namespace countersign::gui {

/// One row of what a signature would be given for, and the page that shows more of it (empty: none).
struct SignedThing {
    TwoLineModel::Row row;
    QString page;
};

/// The files of the latest revision and whether they are still those bytes, and what its report found. Pure; not for
/// the GUI thread, since the report is read.
[[nodiscard]] std::vector<SignedThing> thingsUnderReview(const app::ReviewedChange &change);

} // namespace countersign::gui

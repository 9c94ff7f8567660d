#pragma once

#include "schema/schema.h"

namespace countersign::gui {

/// What a column, constraint, index or trigger is, in one line near SQL: "varchar(16) NOT NULL DEFAULT 'draft'",
/// "UNIQUE (status, departs_at)". Never a statement to run. Empty for other kinds, for a part that is not in @p schema,
/// and for one whose name says it all.
[[nodiscard]] QString definitionOf(const schema::Schema &schema, const schema::ObjectId &part);

/// Who owns an object that stands alone; empty where its engine knows no owners.
[[nodiscard]] QString ownerNameOf(const schema::Object &object);

} // namespace countersign::gui

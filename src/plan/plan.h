#pragma once

#include "engine/engine.h"

namespace countersign::plan {

/// What turns one schema into the other, both ways.
struct Plan {
    diff::Comparison comparison;        ///< FROM ► TO
    std::vector<engine::Step> forward;  ///< their `differences` index comparison.differences
    std::vector<engine::Step> rollback; ///< TO ► FROM; likewise
};

/// Compares and plans. Both schemas must be normalized and of one engine family. Pure.
[[nodiscard]] Plan makePlan(const schema::Schema &from, const schema::Schema &to, const diff::Options &options);

/// The steps as a script for the engine's own client with stop-on-error: transactional groups between BEGIN and COMMIT,
/// comments for what is lost or cannot be expressed, DELIMITER around compound bodies for the MySQL family. Ends with a
/// newline; empty when there is nothing to do.
[[nodiscard]] QString script(const std::vector<engine::Step> &steps, schema::EngineKind engine);

/// The steps that build a schema in an empty database.
[[nodiscard]] std::vector<engine::Step> buildSteps(const schema::Schema &schema);

} // namespace countersign::plan

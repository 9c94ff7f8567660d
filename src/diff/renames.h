#pragma once

#include "diff/compare.h"

namespace countersign::diff {

/// FROM with every mention of a mapped namespace replaced.
[[nodiscard]] schema::Schema mapSchemas(const schema::Schema &from, const std::map<QString, QString> &mapping,
                                        schema::EngineKind engine);

/// Renames objects in @p schema and every mention of them; returns one Renamed difference for each that was found.
[[nodiscard]] std::vector<Difference> applyRenames(schema::Schema &schema, const std::vector<Rename> &renames);

/// Pairs of removed and added objects that may be one: same content under another name, or alike in name, type and
/// place.
[[nodiscard]] std::vector<RenameCandidate> findRenameCandidates(const schema::Schema &from, const schema::Schema &to,
                                                                const std::vector<Difference> &differences);

/// Damerau–Levenshtein distance (adjacent transpositions count once).
[[nodiscard]] int editDistance(const QString &a, const QString &b);

} // namespace countersign::diff

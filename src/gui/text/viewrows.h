#pragma once

#include "diff/sidebyside.h"
#include "gui/text/codepane.h"

#include <set>
#include <vector>

namespace countersign::gui {

/// Rows of unchanged text that are kept around each change.
inline constexpr int contextRows = 3;

/// What the panes paint for one alignment: both sides, or one unified text. Rows of both sides correspond.
struct ViewRows {
    std::vector<CodeLine> left;
    std::vector<CodeLine> right;   ///< empty when unified
    std::vector<int> source;       ///< per row: the row of the alignment; for folds the first that is hidden
    std::vector<int> firstOf;      ///< per row of the alignment: its row here, or that of the fold that hides it
    std::vector<int> lastOf;       ///< the same; another one where a unified text shows both lines of a change
    std::vector<diff::Hunk> hunks; ///< in rows of the view
    std::vector<int> pages{0};     ///< rows where pages begin; no page ends within a change that fits on one
};

/// Where a text was found; @p row counts rows of the alignment, which folds hide none of.
struct DiffHit {
    int row = 0;
    bool right = false;
    diff::Segment segment;

    friend bool operator==(const DiffHit &, const DiffHit &) = default;
};

/// Which folds the person has opened, by the first hidden row of the alignment.
using OpenFolds = std::set<int>;

/// Lines that differ only by the comma at their end, which DDL gets when another line follows, are no change.
[[nodiscard]] diff::SideBySide withoutCommaChanges(diff::SideBySide aligned);

/// A pure function from an alignment to what is painted. Runs of unchanged rows longer than the context on both sides
/// are folded into one row unless they are in @p open or @p foldUnchanged is off.
[[nodiscard]] ViewRows viewRows(const diff::SideBySide &aligned, const OpenFolds &open, bool foldUnchanged,
                                bool unified);

/// Every occurrence of @p needle, in upper or lower case, from top to bottom; the right side only where it differs.
[[nodiscard]] std::vector<DiffHit> hitsIn(const diff::SideBySide &aligned, const QString &needle);

/// A change in words: the line that it begins with, now and as proposed. Empty when there is no such change.
[[nodiscard]] QString textOfChange(const diff::SideBySide &aligned, int change);

} // namespace countersign::gui

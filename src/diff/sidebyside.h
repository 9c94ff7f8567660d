#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace countersign::diff {

/// A half-open range of UTF-16 code units in one line.
struct Segment {
    int begin = 0;
    int end = 0;

    friend bool operator==(const Segment &, const Segment &) = default;
};

enum class RowKind : std::uint8_t { Same, Changed, Added, Removed };

/// One row of a side-by-side view. A line number of 0 means that this side has a filler here.
struct Row {
    RowKind kind = RowKind::Same;
    int leftLine = 0;  ///< 1-based
    int rightLine = 0; ///< 1-based
    QString left;
    QString right;
    std::vector<Segment> leftMarks; ///< what differs inside a changed row, by SQL token, trimmed of white space
    std::vector<Segment> rightMarks;

    friend bool operator==(const Row &, const Row &) = default;
};

/// Rows that hang together as one change: [first, last] into the rows.
struct Hunk {
    int first = 0;
    int last = 0;

    friend bool operator==(const Hunk &, const Hunk &) = default;
};

struct SideBySide {
    std::vector<Row> rows;
    std::vector<Hunk> hunks;

    friend bool operator==(const SideBySide &, const SideBySide &) = default;
};

/// Aligns two texts line by line. A pure function; O(lines × differences) with a bound after which the rest is shown as
/// removed and added.
[[nodiscard]] SideBySide alignRows(const QString &left, const QString &right);

} // namespace countersign::diff

#pragma once

#include "app/reportdocument.h"

#include <QDateTime>

#include <cstdint>

namespace countersign::app {

/// One event on a timeline.
struct TimelineMark {
    QDateTime at;
    QString text;
    ReportTone tone = ReportTone::Plain;
};

/// One line of "what touches what": a statement does something to an object.
struct Touch {
    QString statement; ///< "2 ALTER TABLE …"
    QString object;    ///< path
    QString what;      ///< "adds", "drops", "alters", "locks: ACCESS EXCLUSIVE"
    ReportTone tone = ReportTone::Plain;

    friend bool operator==(const Touch &, const Touch &) = default;
};

/// Whose statements they are: a report may show both, one picture each.
enum class TouchesOf : std::uint8_t { Migration, GeneratedScript };

/// How long one statement took and what it held meanwhile.
struct StatementBar {
    QString statement;
    double milliseconds = 0;
    QString lock; ///< empty: none that blocks anybody
    ReportTone tone = ReportTone::Plain;
};

/// SVG 1.1 drawings of a fixed width, without fonts of their own, script or links. Long labels are cut with "…"; at
/// most a few dozen rows are drawn, and the title says how many more there are. Pure.
[[nodiscard]] ReportPicture timelinePicture(const std::vector<TimelineMark> &marks);
[[nodiscard]] ReportPicture touchesPicture(const std::vector<Touch> &touches, TouchesOf script);
[[nodiscard]] ReportPicture statementsPicture(const std::vector<StatementBar> &bars);

} // namespace countersign::app

#pragma once

#include "review/manifest.h"

namespace countersign::review {

/// The hazard that an approval acknowledges when a script holds what a reader does not see as it is: "hidden-text".
[[nodiscard]] QString hiddenTextHazard();

/// Whether a script holds characters that are invisible, turn the direction of writing, end a line only for some
/// programs or only look like others (words that mix Latin with scripts whose letters look the same), bytes that are
/// not UTF-8, or comments that a server runs or obeys (/*! MySQL, /*M! MariaDB, /*+ hints). A byte order mark at the
/// very beginning is none of these. Needs no lexer on purpose: what is a string and what a comment depends on the
/// server's settings, and whoever hides something would use the difference.
[[nodiscard]] bool hidesText(QByteArrayView script);

/// "line 3: DR\u041EP TABLE …": the first lines that do, with everything outside of ASCII as an escape.
[[nodiscard]] QStringList hiddenTextLines(QByteArrayView script);

/// The hazards that the bytes and names of scripts themselves show, whatever the report of the revision's author says.
[[nodiscard]] QStringList hazardsOf(const QList<MigrationFile> &files);

} // namespace countersign::review

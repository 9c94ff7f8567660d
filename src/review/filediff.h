#pragma once

#include "review/manifest.h"

namespace countersign::review {

struct FileDifference {
    QByteArray path;
    QString kind;   ///< "added", "removed" or "altered"
    QString before; ///< digest, or empty
    QString after;  ///< digest, or empty
};

/// What changed between two revisions, by path.
[[nodiscard]] QList<FileDifference> compareRevisions(const Manifest &before, const Manifest &after);

/// Lines that went and came between the common beginning and the common end, each with "- " or "+ ", made harmless.
[[nodiscard]] QString lineDifference(const QByteArray &before, const QByteArray &after);

} // namespace countersign::review

#pragma once

#include <QtTypes>

namespace countersign::base {

/// A half-open range of UTF-16 code units [begin, end) in some text, with the 1-based lines it touches.
struct TextRange {
    qsizetype begin = 0;
    qsizetype end = 0;
    int line = 0;    ///< 1-based line of the first character
    int endLine = 0; ///< 1-based line of the last character

    [[nodiscard]] qsizetype length() const { return end - begin; }
    friend bool operator==(const TextRange &, const TextRange &) = default;
};

} // namespace countersign::base

#pragma once

#include <QColor>

#include <cstdint>

/// The colours of the console by meaning. Every colour the console paints is named here and nowhere else; the pairs
/// that carry text and the three line tints are checked by tests/gui/tst_tokens.
namespace countersign::gui {

enum class Scheme : std::uint8_t {
    Light,
    Dark,
    Contrast, ///< black, white and few strong hues: text at 7:1 and above
};

enum class Token : std::uint8_t {
    Window,    ///< frame around the content: rail, bars, docks
    Base,      ///< background of lists, text and pages
    Alternate, ///< second row, gutter, side headers
    Text,
    TextMuted,
    TextDisabled,
    Border,       ///< hairlines between areas
    BorderStrong, ///< outline of something to operate
    Button,
    ButtonHover,
    ButtonPressed,
    Accent,     ///< primary button, current page, links
    AccentText, ///< on Accent
    Link,
    Focus, ///< the 2 px ring
    Hover, ///< row or tool under the pointer
    Selection,
    SelectionText,
    AddedLine,
    AddedWord,
    AddedMark,
    RemovedLine,
    RemovedWord,
    RemovedMark,
    ChangedLine,
    ChangedWord,
    ChangedMark,
    RenamedMark,
    SameMark,
    Filler,
    Hatch,
    Hit,        ///< background of a search hit
    Production, ///< the production band and nothing else
    ProductionText,
    Staging, ///< the bar of a staging side
    Critical,
    High,
    Medium,
    Low,
    Met,     ///< a requirement that is met, a statement that succeeded
    Unknown, ///< not run, not read, not judged
    SyntaxNormal,
    SyntaxKeyword,
    SyntaxType,
    SyntaxFunction,
    SyntaxString,
    SyntaxNumber,
    SyntaxComment,
    SyntaxOperator,
    SyntaxError,
};

inline constexpr int tokenCount = static_cast<int>(Token::SyntaxError) + 1;

/// The colour of @p token in @p scheme. Pure; any thread.
[[nodiscard]] QColor tokenColor(Token token, Scheme scheme);

/// Contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio").
[[nodiscard]] double contrastRatio(const QColor &first, const QColor &second);

/// Distances in logical pixels; everything is laid out in multiples of them.
namespace spacing {
inline constexpr int tight = 4;
inline constexpr int normal = 8;
inline constexpr int wide = 16;
inline constexpr int section = 24;
inline constexpr int page = 20; ///< from the edge of a page to its text, in tables that reach the edge too
inline constexpr int rowHeight = 26;
inline constexpr int target = 24; ///< smallest side of anything to click
inline constexpr int radius = 5;
} // namespace spacing

} // namespace countersign::gui

#pragma once

#include "gui/common/tokens.h"

#include <QIcon>
#include <QRect>

class QPainter;

namespace countersign::gui {

/// The console's own monochrome icon @p name (a Breeze name), tinted while painting: with the text colour, muted when
/// disabled, with the selection text colour when selected. A theme change needs no new icon.
[[nodiscard]] QIcon icon(const QString &name);
/// The same, always in @p token (selected rows still use the selection text colour).
[[nodiscard]] QIcon icon(const QString &name, Token token);
/// Names of all icons of the resource, sorted.
[[nodiscard]] QStringList iconNames();

/// Small marks that stand beside a word; painted from paths, independent of fonts.
enum class Glyph : std::uint8_t {
    None,
    Added,
    Removed,
    Changed,
    Renamed,
    Same,
    Critical, ///< filled diamond
    High,     ///< filled triangle
    Medium,   ///< filled square
    Low,      ///< filled disc
    Check,
    Cross,
    Dash,
    Question,
    Half,    ///< half filled disc: partly
    Ring,    ///< open disc: not yet
    Slash,   ///< crossed disc: not applicable
    Hatched, ///< hatched square: production
    Bar,     ///< upright bar: staging and others
    Lock,
    Pencil,
    ChevronDown,
    ChevronRight,
};

/// Paints @p glyph centred in @p rect in @p color. The size is that of the shorter side, at most 14 px.
void paintGlyph(QPainter &painter, const QRectF &rect, Glyph glyph, const QColor &color);
/// An icon that paints @p glyph in @p token, on selected rows in the selection text colour.
[[nodiscard]] QIcon glyphIcon(Glyph glyph, Token token);

} // namespace countersign::gui

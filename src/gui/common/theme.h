#pragma once

#include "gui/common/tokens.h"

#include <QFont>
#include <QObject>
#include <QPalette>

#include <optional>

class QApplication;

namespace countersign::gui {

enum class ThemeChoice : std::uint8_t { System, Light, Dark, Contrast };
/// What @p choice is called in settings and on the command line: system, light, dark, contrast.
[[nodiscard]] QString nameOf(ThemeChoice choice);
[[nodiscard]] std::optional<ThemeChoice> themeFromName(const QString &name);

/// The palette of @p scheme, made of tokens only.
[[nodiscard]] QPalette themePalette(Scheme scheme);

/// Owns what the console looks like: scheme, palette, style, fonts. One per process, GUI thread only. Widgets ask
/// color() while painting and repaint on QEvent::PaletteChange; the palette is the only notification needed.
class ThemeManager : public QObject
{
    Q_OBJECT
public:
    explicit ThemeManager(QObject *parent = nullptr);
    ~ThemeManager() override;

    /// The manager of this process; null before it is made.
    [[nodiscard]] static ThemeManager *instance();

    void setChoice(ThemeChoice choice);
    [[nodiscard]] ThemeChoice choice() const { return m_choice; }
    [[nodiscard]] Scheme scheme() const { return m_scheme; }

    /// Fonts that are the same on every machine, no animation: for pictures and tests.
    void setReproducible(bool reproducible);
    [[nodiscard]] bool reproducible() const { return m_reproducible; }

    /// Size of the interface's text in percent of the system's; for windows that are made afterwards.
    void setTextPercent(int percent);
    [[nodiscard]] int textPercent() const { return m_textPercent; }

    /// Zoom of SQL panes in steps; 0 is the system's fixed font as it is.
    void setPaneZoom(int steps);
    [[nodiscard]] int paneZoom() const { return m_paneZoom; }

signals:
    /// Scheme or fonts are others now; the palette has been set already.
    void changed();

private:
    void apply();

    ThemeChoice m_choice = ThemeChoice::System;
    Scheme m_scheme = Scheme::Light;
    bool m_reproducible = false;
    int m_paneZoom = 0;
    int m_textPercent = 100;
    double m_systemPoints = 0; ///< of the interface font as it was found
};

/// The colour of @p token in the current scheme. GUI thread.
[[nodiscard]] QColor color(Token token);
/// The interface font, the same scaled by @p factor, and in bold.
[[nodiscard]] QFont interfaceFont(double factor = 1.0, bool bold = false);
/// The fixed font of SQL, digests and grid numbers; follows the pane zoom when @p zoomed.
[[nodiscard]] QFont fixedFont(bool zoomed = false);

} // namespace countersign::gui

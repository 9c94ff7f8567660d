#include "gui/common/theme.h"

#include "gui/common/consolestyle.h"

#include <QApplication>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QStyleHints>
#include <QToolTip>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

ThemeManager *theManager = nullptr;

} // namespace

QString nameOf(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::System:
        return u"system"_s;
    case ThemeChoice::Light:
        return u"light"_s;
    case ThemeChoice::Dark:
        return u"dark"_s;
    case ThemeChoice::Contrast:
        return u"contrast"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

std::optional<ThemeChoice> themeFromName(const QString &name)
{
    for (const ThemeChoice choice :
         {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::Contrast}) {
        if (nameOf(choice) == name) {
            return choice;
        }
    }
    return std::nullopt;
}

QPalette themePalette(Scheme scheme)
{
    const auto c = [scheme](Token token) { return tokenColor(token, scheme); };
    QPalette palette;
    palette.setColor(QPalette::Window, c(Token::Window));
    palette.setColor(QPalette::WindowText, c(Token::Text));
    palette.setColor(QPalette::Base, c(Token::Base));
    palette.setColor(QPalette::AlternateBase, c(Token::Alternate));
    palette.setColor(QPalette::Text, c(Token::Text));
    palette.setColor(QPalette::PlaceholderText, c(Token::TextMuted));
    palette.setColor(QPalette::Button, c(Token::Button));
    palette.setColor(QPalette::ButtonText, c(Token::Text));
    palette.setColor(QPalette::BrightText, c(Token::Critical));
    palette.setColor(QPalette::Highlight, c(Token::Selection));
    palette.setColor(QPalette::HighlightedText, c(Token::SelectionText));
    palette.setColor(QPalette::Accent, c(Token::Accent));
    palette.setColor(QPalette::Link, c(Token::Link));
    palette.setColor(QPalette::LinkVisited, c(Token::Link));
    palette.setColor(QPalette::ToolTipBase, c(Token::Base));
    palette.setColor(QPalette::ToolTipText, c(Token::Text));
    palette.setColor(QPalette::Light, c(Token::Base));
    palette.setColor(QPalette::Midlight, c(Token::Alternate));
    palette.setColor(QPalette::Mid, c(Token::Border));
    palette.setColor(QPalette::Dark, c(Token::BorderStrong));
    palette.setColor(QPalette::Shadow, c(Token::BorderStrong));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, c(Token::TextDisabled));
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c(Token::Border));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, c(Token::TextDisabled));
    return palette;
}

ThemeManager::ThemeManager(QObject *parent) : QObject(parent)
{
    theManager = this;
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
        if (m_choice == ThemeChoice::System) {
            apply();
        }
    });
}

ThemeManager::~ThemeManager()
{
    theManager = nullptr;
}

ThemeManager *ThemeManager::instance()
{
    return theManager;
}

void ThemeManager::setChoice(ThemeChoice choice)
{
    m_choice = choice;
    apply();
}

void ThemeManager::setReproducible(bool reproducible)
{
    m_reproducible = reproducible;
    if (reproducible) {
        QApplication::setCursorFlashTime(0);
        QApplication::setEffectEnabled(Qt::UI_AnimateMenu, false);
        QApplication::setEffectEnabled(Qt::UI_AnimateCombo, false);
        QApplication::setEffectEnabled(Qt::UI_AnimateTooltip, false);
    }
    apply();
}

void ThemeManager::setTextPercent(int percent)
{
    m_textPercent = std::clamp(percent, 75, 200);
    if (m_systemPoints <= 0) {
        m_systemPoints = QApplication::font().pointSizeF();
    }
    QFont font = QApplication::font();
    font.setPointSizeF(m_systemPoints * m_textPercent / 100);
    QApplication::setFont(font);
    emit changed();
}

void ThemeManager::setPaneZoom(int steps)
{
    m_paneZoom = std::clamp(steps, -4, 16);
    emit changed();
}

void ThemeManager::apply()
{
    switch (m_choice) {
    case ThemeChoice::Light:
        m_scheme = Scheme::Light;
        break;
    case ThemeChoice::Dark:
        m_scheme = Scheme::Dark;
        break;
    case ThemeChoice::Contrast:
        m_scheme = Scheme::Contrast;
        break;
    case ThemeChoice::System:
        // QStyleHints::setColorScheme() has no effect without a desktop platform theme, so the hint is only read.
        m_scheme = QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark ? Scheme::Dark : Scheme::Light;
        break;
    }
    if (qobject_cast<ConsoleStyle *>(QApplication::style()) == nullptr) {
        QApplication::setStyle(new ConsoleStyle);
    }
    if (m_reproducible) {
        QFont font(u"DejaVu Sans"_s);
        font.setPointSizeF(9.5 * m_textPercent / 100);
        QApplication::setFont(font);
    }
    const QPalette palette = themePalette(m_scheme);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    emit changed();
}

QColor color(Token token)
{
    return tokenColor(token, theManager != nullptr ? theManager->scheme() : Scheme::Light);
}

QFont interfaceFont(double factor, bool bold)
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setBold(bold);
    return font;
}

QFont fixedFont(bool zoomed)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (theManager != nullptr && theManager->reproducible()) {
        font = QFont(u"DejaVu Sans Mono"_s);
        font.setPointSizeF(9.5);
    }
    font.setStyleHint(QFont::Monospace);
    if (zoomed && theManager != nullptr) {
        font.setPointSizeF(std::max(5.0, font.pointSizeF() + theManager->paneZoom()));
    }
    return font;
}

} // namespace countersign::gui

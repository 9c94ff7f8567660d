#pragma once

#include "gui/common/tokens.h"

#include <QColor>
#include <QStyle>

class QPainter;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionDockWidget;
class QStyleOptionHeader;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;

namespace countersign::gui {

// How ConsoleStyle paints the parts of controls: flat, tokens only, focus rings of 2 px. GUI thread.

[[nodiscard]] bool has(const QStyleOption *option, QStyle::StateFlag flag);
void roundedPanel(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &outline,
                  qreal radius = spacing::radius);
void focusRing(QPainter *painter, const QRect &rect, qreal radius = spacing::radius);
[[nodiscard]] bool isPrimary(const QStyleOptionButton *button);
void drawPushButtonPanel(const QStyleOptionButton *option, QPainter *painter);
void drawToolPanel(const QStyleOption *option, QPainter *painter);
void drawField(const QStyleOption *option, QPainter *painter);
void drawCheckBox(const QStyleOption *option, QPainter *painter);
void drawRadio(const QStyleOption *option, QPainter *painter);
void drawHeader(const QStyleOptionHeader *option, QPainter *painter);
void drawTab(const QStyleOptionTab *option, QPainter *painter);
void drawSlider(const QStyleOptionSlider *option, QPainter *painter, const QRect &handle, const QWidget *widget);
void drawDockTitle(const QStyleOptionDockWidget *option, QPainter *painter);
void drawProgress(const QStyleOptionProgressBar *option, QPainter *painter);
void drawComboPanel(const QStyleOptionComboBox *option, QPainter *painter);
/// Icon, words and the arrow of a menu, centred together.
void drawPushButtonLabel(const QStyleOptionButton *option, QPainter *painter);
/// Field and arrows; the number itself is a line edit inside.
void drawSpinBox(const QStyleOptionSpinBox *option, QPainter *painter, const QRect &up, const QRect &down);

} // namespace countersign::gui

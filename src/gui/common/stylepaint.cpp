#include "gui/common/stylepaint.h"

#include "gui/common/icons.h"
#include "gui/common/isolated.h"
#include "gui/common/theme.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace countersign::gui {

using namespace Qt::StringLiterals;

bool has(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

void roundedPanel(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &outline, qreal radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(outline.isValid() ? QPen(outline, 1) : QPen(Qt::NoPen));
    painter->setBrush(fill);
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter->restore();
}

void focusRing(QPainter *painter, const QRect &rect, qreal radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color(Token::Focus), 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius);
    painter->restore();
}

bool isPrimary(const QStyleOptionButton *button)
{
    return button->features.testFlag(QStyleOptionButton::DefaultButton);
}

void drawPushButtonPanel(const QStyleOptionButton *option, QPainter *painter)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool down = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    const bool hover = has(option, QStyle::State_MouseOver);
    const bool flat = option->features.testFlag(QStyleOptionButton::Flat);
    QColor fill = color(down ? Token::ButtonPressed : hover && enabled ? Token::ButtonHover : Token::Button);
    QColor outline = color(enabled ? Token::BorderStrong : Token::Border);
    if (isPrimary(option) && enabled) {
        fill = color(Token::Accent);
        fill = down ? fill.darker(120) : hover ? fill.lighter(110) : fill;
        outline = fill;
    } else if (flat) {
        fill = down || hover ? fill : QColor(Qt::transparent);
        outline = QColor();
    } else if (!enabled) {
        fill = color(Token::Window);
    }
    roundedPanel(painter, option->rect, fill, outline);
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange)) {
        focusRing(painter, option->rect.adjusted(isPrimary(option) ? -1 : 0, 0, 0, 0));
    }
}

void drawToolPanel(const QStyleOption *option, QPainter *painter)
{
    const bool down = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    if (down) {
        roundedPanel(painter, option->rect, color(Token::ButtonPressed), color(Token::Border));
    } else if (has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled)) {
        roundedPanel(painter, option->rect, color(Token::Hover), QColor());
    }
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange)) {
        focusRing(painter, option->rect);
    }
}

void drawField(const QStyleOption *option, QPainter *painter)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    roundedPanel(painter, option->rect, color(enabled ? Token::Base : Token::Window),
                 color(enabled ? Token::BorderStrong : Token::Border));
    if (has(option, QStyle::State_HasFocus)) {
        focusRing(painter, option->rect);
    }
}

void drawCheckBox(const QStyleOption *option, QPainter *painter)
{
    const bool on = has(option, QStyle::State_On) || has(option, QStyle::State_NoChange);
    const bool enabled = has(option, QStyle::State_Enabled);
    const QRect box = option->rect;
    const QColor fill = on && enabled ? color(Token::Accent) : color(enabled ? Token::Base : Token::Window);
    roundedPanel(painter, box, fill, on && enabled ? fill : color(enabled ? Token::TextDisabled : Token::Border), 3.5);
    if (on) {
        const Glyph glyph = has(option, QStyle::State_NoChange) ? Glyph::Dash : Glyph::Check;
        paintGlyph(*painter, QRectF(box).adjusted(2.5, 2.5, -2.5, -2.5), glyph,
                   color(enabled ? Token::AccentText : Token::TextDisabled));
    }
}

void drawRadio(const QStyleOption *option, QPainter *painter)
{
    const bool on = has(option, QStyle::State_On);
    const bool enabled = has(option, QStyle::State_Enabled);
    const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor ring = on && enabled ? color(Token::Accent) : color(enabled ? Token::TextDisabled : Token::Border);
    painter->setPen(QPen(ring, on ? 4.5 : 1));
    painter->setBrush(color(Token::Base));
    const qreal inset = on ? 2 : 0;
    painter->drawEllipse(box.adjusted(inset, inset, -inset, -inset));
    painter->restore();
}

void drawHeader(const QStyleOptionHeader *option, QPainter *painter)
{
    painter->fillRect(option->rect, color(Token::Alternate));
    painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), color(Token::Border));
    if (option->position != QStyleOptionHeader::End && option->position != QStyleOptionHeader::OnlyOneSection) {
        const QRect line(option->rect.right(), option->rect.top() + 6, 1, option->rect.height() - 12);
        painter->fillRect(line, color(Token::Border));
    }
}

void drawTab(const QStyleOptionTab *option, QPainter *painter)
{
    const bool selected = has(option, QStyle::State_Selected);
    if (!selected && has(option, QStyle::State_MouseOver)) {
        roundedPanel(painter, option->rect.adjusted(2, 3, -2, -4), color(Token::Hover), QColor());
    }
    if (selected) {
        const QRect line(option->rect.left() + 6, option->rect.bottom() - 2, option->rect.width() - 12, 3);
        roundedPanel(painter, line, color(Token::Accent), QColor(), 1.5);
    }
}

void drawSlider(const QStyleOptionSlider *option, QPainter *painter, const QRect &handle, const QWidget *widget)
{
    const bool inView = widget != nullptr && widget->parentWidget() != nullptr;
    painter->fillRect(option->rect, color(inView ? Token::Base : Token::Window));
    if (option->maximum <= option->minimum) {
        return;
    }
    const bool horizontal = option->orientation == Qt::Horizontal;
    const bool active = has(option, QStyle::State_Sunken) || has(option, QStyle::State_MouseOver);
    const QRect thumb = horizontal ? handle.adjusted(2, 3, -2, -3) : handle.adjusted(3, 2, -3, -2);
    roundedPanel(painter, thumb, color(active ? Token::TextDisabled : Token::BorderStrong), QColor(), 3);
}

void drawProgress(const QStyleOptionProgressBar *option, QPainter *painter)
{
    const QRect groove(option->rect.left(), option->rect.center().y() - 2, option->rect.width(), 4);
    roundedPanel(painter, groove, color(Token::Border), QColor(), 2);
    QRect bar = groove;
    if (option->maximum > option->minimum) {
        const qreal part = qreal(option->progress - option->minimum) / (option->maximum - option->minimum);
        bar.setWidth(qRound(groove.width() * std::clamp(part, 0.0, 1.0)));
    } else {
        bar.setWidth(groove.width() / 3);
    }
    if (bar.width() > 0) {
        roundedPanel(painter, bar, color(Token::Accent), QColor(), 2);
    }
}

void drawComboPanel(const QStyleOptionComboBox *option, QPainter *painter)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool hover = has(option, QStyle::State_MouseOver) && enabled;
    roundedPanel(painter, option->rect,
                 color(!enabled ? Token::Window
                       : hover  ? Token::ButtonHover
                                : Token::Button),
                 color(enabled ? Token::BorderStrong : Token::Border));
    if (has(option, QStyle::State_HasFocus)) {
        focusRing(painter, option->rect);
    }
    const QRect arrow(option->rect.right() - 19, option->rect.center().y() - 5, 11, 11);
    paintGlyph(*painter, QStyle::visualRect(option->direction, option->rect, arrow), Glyph::ChevronDown,
               color(enabled ? Token::TextMuted : Token::TextDisabled));
}

void drawDockTitle(const QStyleOptionDockWidget *option, QPainter *painter)
{
    painter->fillRect(option->rect, color(Token::Window));
    QFont font = painter->font();
    font.setBold(true);
    painter->save();
    painter->setFont(font);
    painter->setPen(color(Token::TextMuted));
    const QRect words = QStyle::visualRect(option->direction, option->rect, option->rect.adjusted(10, 0, -40, 0));
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine, isolated(option->title));
    painter->restore();
}

void drawPushButtonLabel(const QStyleOptionButton *option, QPainter *painter)
{
    constexpr int gap = 7;
    constexpr int arrowRoom = 18;
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool menu = option->features.testFlag(QStyleOptionButton::HasMenu);
    const bool both = !option->icon.isNull() && !option->text.isEmpty();
    const QSize mark = option->icon.isNull() ? QSize(0, 0) : option->iconSize;
    const int flags = Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine | Qt::TextShowMnemonic;
    const int words =
        option->text.isEmpty() ? 0 : option->fontMetrics.size(Qt::TextShowMnemonic, option->text).width() + 1;
    const int all = mark.width() + (both ? gap : 0) + words + (menu ? arrowRoom : 0);
    int left = option->rect.left() + std::max(4, (option->rect.width() - all) / 2);
    const auto placed = [option](const QRect &rect) {
        return QStyle::visualRect(option->direction, option->rect, rect);
    };
    if (!option->icon.isNull()) {
        const QRect rect(left, option->rect.center().y() - mark.height() / 2 + 1, mark.width(), mark.height());
        option->icon.paint(painter, placed(rect), Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled,
                           has(option, QStyle::State_On) ? QIcon::On : QIcon::Off);
        left += mark.width() + (both ? gap : 0);
    }
    if (words > 0) {
        painter->setPen(color(!enabled ? Token::TextDisabled : isPrimary(option) ? Token::AccentText : Token::Text));
        painter->drawText(placed(QRect(left, option->rect.top(), words, option->rect.height())), flags,
                          isolated(option->text));
        left += words;
    }
    if (menu) {
        const QRect arrow(left + 6, option->rect.center().y() - 5, 11, 11);
        paintGlyph(*painter, placed(arrow), Glyph::ChevronDown,
                   color(enabled ? Token::TextMuted : Token::TextDisabled));
    }
}

void drawSpinBox(const QStyleOptionSpinBox *option, QPainter *painter, const QRect &up, const QRect &down)
{
    drawField(option, painter);
    const auto arrow = [&](const QRect &rect, bool upward, QAbstractSpinBox::StepEnabledFlag step,
                           QStyle::SubControl control) {
        const bool enabled = has(option, QStyle::State_Enabled) && option->stepEnabled.testFlag(step);
        if (enabled && option->activeSubControls == control && has(option, QStyle::State_MouseOver)) {
            roundedPanel(painter, rect.adjusted(0, 0, -2, 0), color(Token::Hover), QColor(), 3);
        }
        painter->save();
        painter->translate(QRectF(rect).center() + QPointF(-1, upward ? 1 : 0));
        painter->rotate(upward ? 180 : 0);
        paintGlyph(*painter, QRectF(-4.5, -4.5, 9, 9), Glyph::ChevronDown,
                   color(enabled ? Token::TextMuted : Token::TextDisabled));
        painter->restore();
    };
    arrow(up, true, QAbstractSpinBox::StepUpEnabled, QStyle::SC_SpinBoxUp);
    arrow(down, false, QAbstractSpinBox::StepDownEnabled, QStyle::SC_SpinBoxDown);
}

} // namespace countersign::gui

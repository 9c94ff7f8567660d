#include "gui/common/consolestyle.h"

#include "gui/common/columns.h"
#include "gui/common/icons.h"
#include "gui/common/isolated.h"
#include "gui/common/stylepaint.h"
#include "gui/common/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>
#include <QTextEdit>
#include <QToolButton>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

/// A field of several lines looks like one of one line.
bool isTextField(const QWidget *widget)
{
    return qobject_cast<const QPlainTextEdit *>(widget) != nullptr ||
           qobject_cast<const QTextEdit *>(widget) != nullptr;
}

/// Where a cell or a header begins is where its text begins less this.
constexpr int cellMargin = 7;

/// How far the first column of a table that reaches the edge of its page is moved in.
int firstColumnInset(const QWidget *widget, bool first)
{
    return first && isAlignedWithPage(widget) ? spacing::page - cellMargin : 0;
}

bool isFirst(const QStyleOptionViewItem &item)
{
    return item.viewItemPosition == QStyleOptionViewItem::Beginning ||
           item.viewItemPosition == QStyleOptionViewItem::OnlyOne;
}

/// The rect without @p inset at the side where reading begins.
QRect insetAtBegin(const QRect &rect, Qt::LayoutDirection direction, int inset)
{
    return direction == Qt::RightToLeft ? rect.adjusted(0, 0, -inset, 0) : rect.adjusted(inset, 0, 0, 0);
}

} // namespace

ConsoleStyle::ConsoleStyle() : QProxyStyle(u"fusion"_s)
{
}

void ConsoleStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) != nullptr || qobject_cast<QComboBox *>(widget) != nullptr ||
        qobject_cast<QScrollBar *>(widget) != nullptr || qobject_cast<QTabBar *>(widget) != nullptr) {
        widget->setAttribute(Qt::WA_Hover);
    }
}

void ConsoleStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            drawPushButtonPanel(button, painter);
            return;
        }
        break;
    case PE_FrameDefaultButton:
        return;
    case PE_PanelButtonTool:
        drawToolPanel(option, painter);
        return;
    case PE_FrameButtonTool:
    case PE_FrameStatusBarItem:
    case PE_IndicatorToolBarSeparator:
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option)) {
            if (frame->lineWidth > 0) {
                drawField(option, painter);
            } else {
                painter->fillRect(option->rect, option->palette.base());
            }
            return;
        }
        break;
    case PE_FrameLineEdit:
        drawField(option, painter);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckBox(option, painter);
        return;
    case PE_IndicatorRadioButton:
        drawRadio(option, painter);
        return;
    case PE_FrameFocusRect:
        focusRing(painter, option->rect, 3);
        return;
    case PE_Frame:
        if (isTextField(widget)) {
            drawField(option, painter);
            return;
        }
        [[fallthrough]];
    case PE_FrameTabWidget:
    case PE_FrameDockWidget:
        painter->save();
        painter->setPen(color(Token::Border));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, color(Token::Base));
        return;
    case PE_PanelStatusBar:
        painter->fillRect(option->rect, color(Token::Window));
        painter->fillRect(QRect(option->rect.topLeft(), QSize(option->rect.width(), 1)), color(Token::Border));
        return;
    case PE_FrameTabBarBase: {
        // Under tabs that begin further in, the line still goes from edge to edge.
        const QWidget *tabs = widget != nullptr ? widget->parentWidget() : nullptr;
        const QRect line = isAlignedWithPage(tabs) ? tabs->rect() : option->rect;
        painter->fillRect(QRect(line.left(), option->rect.bottom(), line.width(), 1), color(Token::Border));
        return;
    }
    case PE_IndicatorBranch:
        if (has(option, State_Children)) {
            const bool selected = has(option, State_Selected);
            // Beside the text, however wide the indentation is.
            const int side = spacing::wide;
            const QRect all = option->rect;
            const QRect place = option->direction == Qt::RightToLeft
                                    ? QRect(all.left(), all.top(), side, all.height())
                                    : QRect(all.right() + 1 - side, all.top(), side, all.height());
            paintGlyph(*painter, QRectF(place).adjusted(2, 2, -2, -2),
                       has(option, State_Open) ? Glyph::ChevronDown : Glyph::ChevronRight,
                       color(selected ? Token::SelectionText : Token::TextMuted));
        }
        return;
    case PE_PanelTipLabel:
        roundedPanel(painter, option->rect, color(Token::Base), color(Token::BorderStrong), 0);
        return;
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            painter->save();
            painter->translate(option->rect.center());
            painter->rotate(header->sortIndicator == QStyleOptionHeader::SortUp ? 0 : 180);
            paintGlyph(*painter, QRectF(-5, -5, 10, 10), Glyph::ChevronDown, color(Token::TextMuted));
            painter->restore();
            return;
        }
        break;
    case PE_IndicatorArrowDown:
        paintGlyph(*painter, option->rect, Glyph::ChevronDown, color(Token::TextMuted));
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void ConsoleStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (element) {
    case CE_ItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            QStyleOptionViewItem copy(*item);
            copy.text = isolated(item->text);
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_PushButtonBevel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton copy(*button);
            copy.features.setFlag(QStyleOptionButton::HasMenu, false);
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            drawPushButtonLabel(button, painter);
            return;
        }
        break;
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            drawHeader(header, painter);
            return;
        }
        break;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, color(Token::Alternate));
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          color(Token::Border));
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeaderV2 copy;
            static_cast<QStyleOptionHeader &>(copy) = *header;
            copy.palette.setColor(QPalette::ButtonText, color(Token::TextMuted));
            copy.state.setFlag(State_On, false);
            copy.rect =
                insetAtBegin(copy.rect, copy.direction,
                             firstColumnInset(widget, header->position == QStyleOptionHeader::Beginning ||
                                                          header->position == QStyleOptionHeader::OnlyOneSection));
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            drawTab(tab, painter);
            return;
        }
        break;
    case CE_ComboBoxLabel:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            // A path or a long name loses its middle instead of being cut off.
            QStyleOptionComboBox copy(*combo);
            const QRect field = subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget);
            const int mark = combo->currentIcon.isNull() ? 0 : combo->iconSize.width() + 8;
            copy.currentText = combo->fontMetrics.elidedText(combo->currentText, Qt::ElideMiddle, field.width() - mark);
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            QStyleOptionTab copy(*tab);
            copy.palette.setColor(QPalette::WindowText,
                                  color(has(option, State_Selected) ? Token::Text : Token::TextMuted));
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_Splitter:
        if (std::min(option->rect.width(), option->rect.height()) >= spacing::normal) {
            // Between cards, which have their own outlines: only a grip.
            painter->fillRect(option->rect, color(Token::Base));
            const bool upright = option->rect.width() < option->rect.height();
            const QPoint at = option->rect.center();
            roundedPanel(painter,
                         upright ? QRect(at.x() - 1, at.y() - 14, 3, 28) : QRect(at.x() - 14, at.y() - 1, 28, 3),
                         color(Token::BorderStrong), QColor(), 1.5);
            return;
        }
        painter->fillRect(option->rect, color(Token::Window));
        painter->fillRect(option->rect.width() < option->rect.height()
                              ? QRect(option->rect.center().x(), option->rect.top(), 1, option->rect.height())
                              : QRect(option->rect.left(), option->rect.center().y(), option->rect.width(), 1),
                          color(Token::Border));
        return;
    case CE_ToolBar:
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, color(Token::Window));
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            painter->fillRect(option->rect, color(Token::Window));
            if (has(option, State_Selected)) {
                roundedPanel(painter, option->rect.adjusted(1, 2, -1, -2),
                             color(has(option, State_Sunken) ? Token::ButtonPressed : Token::Hover), QColor());
            }
            drawItemText(painter, option->rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine,
                         item->palette, has(option, State_Enabled), item->text, QPalette::WindowText);
            return;
        }
        break;
    case CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
            drawProgress(bar, painter);
            return;
        }
        break;
    case CE_DockWidgetTitle:
        if (const auto *dock = qstyleoption_cast<const QStyleOptionDockWidget *>(option)) {
            drawDockTitle(dock, painter);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ConsoleStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                      const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            drawSlider(slider, painter, subControlRect(control, option, SC_ScrollBarSlider, widget), widget);
            return;
        }
    }
    if (control == CC_ComboBox) {
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            drawComboPanel(combo, painter);
            if (widget != nullptr && widget->inherits("QAbstractSpinBox")) {
                // A date edit: a field to write in, with the arrow of a combo box.
                drawField(option, painter);
                const QRect arrow(option->rect.right() - 19, option->rect.center().y() - 5, 11, 11);
                paintGlyph(*painter, visualRect(option->direction, option->rect, arrow), Glyph::ChevronDown,
                           color(Token::TextMuted));
            }
            return;
        }
    }
    if (control == CC_SpinBox) {
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            drawSpinBox(spin, painter, subControlRect(control, option, SC_SpinBoxUp, widget),
                        subControlRect(control, option, SC_SpinBoxDown, widget));
            return;
        }
    }
    if (control == CC_ToolButton) {
        if (const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option)) {
            drawToolPanel(option, painter);
            QStyleOptionToolButton label(*tool);
            label.state.setFlag(State_HasFocus, false);
            const bool menu = tool->features.testFlag(QStyleOptionToolButton::HasMenu);
            if (tool->toolButtonStyle == Qt::ToolButtonTextBesideIcon) {
                // Like a push button that is flat: one distance between icon and words everywhere.
                QStyleOptionButton words;
                static_cast<QStyleOption &>(words) = *tool;
                words.type = QStyleOptionButton::Type;
                words.version = QStyleOptionButton::Version;
                words.icon = tool->icon;
                words.iconSize = tool->iconSize;
                words.text = tool->text;
                words.features.setFlag(QStyleOptionButton::HasMenu, menu);
                drawPushButtonLabel(&words, painter);
                return;
            }
            label.rect = tool->rect.adjusted(4, 2, menu ? -16 : -4, -2);
            drawControl(CE_ToolButtonLabel, &label, painter, widget);
            if (menu) {
                paintGlyph(*painter, QRectF(tool->rect.right() - 15, tool->rect.center().y() - 5, 10, 10),
                           Glyph::ChevronDown, color(Token::TextMuted));
            }
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int ConsoleStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return 13;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_SplitterWidth:
        return 5;
    case PM_DockWidgetSeparatorExtent:
        return 5;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_DefaultFrameWidth:
        return isTextField(widget) ? 4 : 1;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return spacing::normal;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
        return 18;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 17;
    case PM_TabBarTabHSpace:
        return 25;
    case PM_TabBarTabVSpace:
        return 14;
    case PM_MenuBarItemSpacing:
        return 2;
    case PM_MenuBarHMargin:
    case PM_MenuBarVMargin:
        return 3;
    case PM_HeaderMargin:
        return 7;
    case PM_FocusFrameHMargin:
        return 6;
    case PM_ToolBarItemSpacing:
        return 4;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ConsoleStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration:
        return ThemeManager::instance() != nullptr && ThemeManager::instance()->reproducible()
                   ? 0
                   : QProxyStyle::styleHint(hint, option, widget, returnData);
    case SH_EtchDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_Popup:
    case SH_DockWidget_ButtonsHaveFrame:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_LeftClickAbsolutePosition:
    case SH_TabBar_CloseButtonPosition:
        return hint == SH_TabBar_CloseButtonPosition ? QTabBar::RightSide : 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize ConsoleStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                     const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        result.rwidth() += 18;
        result.setHeight(std::max(result.height(), 30));
        break;
    case CT_ComboBox:
        if (widget != nullptr && widget->inherits("QAbstractSpinBox")) {
            result.setHeight(std::max(30, option->fontMetrics.height() + 12));
            break;
        }
        [[fallthrough]];
    case CT_LineEdit:
        result.setHeight(std::max(result.height(), 30));
        break;
    case CT_SpinBox:
        result.setHeight(std::max(30, option->fontMetrics.height() + 12));
        break;
    case CT_ToolButton:
        result = result.expandedTo({30, 28});
        if (const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
            tool != nullptr && tool->toolButtonStyle != Qt::ToolButtonIconOnly) {
            result.rwidth() += tool->features.testFlag(QStyleOptionToolButton::HasMenu) ? 20 : 10;
        }
        break;
    case CT_ItemViewItem:
        result.setHeight(std::max(result.height(), spacing::rowHeight));
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            result.rwidth() += firstColumnInset(widget, isFirst(*item));
        }
        break;
    case CT_HeaderSection:
        result.setHeight(std::max(result.height(), 28));
        break;
    case CT_MenuItem:
        if (result.height() > 10) {
            result.setHeight(std::max(result.height(), 26));
        }
        break;
    default:
        break;
    }
    return result;
}

QIcon ConsoleStyle::standardIcon(StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const
{
    switch (standard) {
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
        return icon(u"dialog-cancel"_s, Token::TextMuted);
    case SP_LineEditClearButton:
        return icon(u"edit-clear"_s);
    case SP_TitleBarNormalButton:
        return icon(u"view-restore"_s, Token::TextMuted);
    default:
        return QProxyStyle::standardIcon(standard, option, widget);
    }
}

QRect ConsoleStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (item != nullptr && (element == SE_ItemViewItemCheckIndicator || element == SE_ItemViewItemDecoration ||
                            element == SE_ItemViewItemText || element == SE_ItemViewItemFocusRect)) {
        return cellPart(element, *item, widget);
    }
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_TabWidgetTabBar && isAlignedWithPage(widget)) {
        // A tab's words begin half of its room after it begins.
        return insetAtBegin(rect, option->direction,
                            spacing::page - (pixelMetric(PM_TabBarTabHSpace, option, widget) + 1) / 2);
    }
    return element == SE_LineEditContents ? rect.adjusted(5, 0, -5, 0) : rect;
}

QRect ConsoleStyle::cellPart(SubElement element, const QStyleOptionViewItem &item, const QWidget *widget) const
{
    if (element == SE_ItemViewItemFocusRect) {
        return QProxyStyle::subElementRect(element, &item, widget);
    }
    QStyleOptionViewItem copy(item);
    copy.rect = insetAtBegin(item.rect, item.direction, firstColumnInset(widget, isFirst(item)));
    const QRect rect = QProxyStyle::subElementRect(element, &copy, widget);
    if (item.decorationPosition != QStyleOptionViewItem::Left) {
        return rect;
    }
    // Fusion leaves its margin twice between a check box, an icon and the text, which tears them apart.
    const int closer = item.features.testFlag(QStyleOptionViewItem::HasCheckIndicator) ? cellMargin : 0;
    const int icon = item.features.testFlag(QStyleOptionViewItem::HasDecoration) ? cellMargin : 0;
    const int sign = item.direction == Qt::RightToLeft ? -1 : 1;
    switch (element) {
    case SE_ItemViewItemDecoration:
        return rect.translated(-sign * closer, 0);
    case SE_ItemViewItemText:
        return insetAtBegin(rect, item.direction, -(closer + icon));
    default:
        return rect;
    }
}

QRect ConsoleStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                                   const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        // No arrow buttons: the groove is the whole bar.
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            const bool horizontal = slider->orientation == Qt::Horizontal;
            const int length = horizontal ? slider->rect.width() : slider->rect.height();
            const qint64 range = qint64(slider->maximum) - slider->minimum;
            const int thumb = range > 0
                                  ? std::clamp(int(qint64(slider->pageStep) * length / (range + slider->pageStep)),
                                               std::min(32, length), length)
                                  : length;
            const int position = sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition,
                                                         length - thumb, slider->upsideDown);
            const auto span = [&](int from, int extent) {
                const QRect rect = horizontal ? QRect(from, 0, extent, slider->rect.height())
                                              : QRect(0, from, slider->rect.width(), extent);
                return visualRect(slider->direction, slider->rect, rect.translated(slider->rect.topLeft()));
            };
            switch (subControl) {
            case SC_ScrollBarSlider:
                return span(position, thumb);
            case SC_ScrollBarGroove:
                return span(0, length);
            case SC_ScrollBarSubPage:
                return span(0, position);
            case SC_ScrollBarAddPage:
                return span(position + thumb, length - position - thumb);
            default:
                return {};
            }
        }
    }
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField) {
        // A date edit paints as a combo box, with a line edit inside that has its own margin.
        const int left = widget != nullptr && widget->inherits("QAbstractSpinBox") ? 2 : 8;
        return visualRect(option->direction, option->rect, option->rect.adjusted(left, 2, -22, -2));
    }
    if (control == CC_SpinBox) {
        const QRect all = option->rect;
        const QRect arrows(all.right() - 20, all.top() + 2, 20, all.height() - 4);
        switch (subControl) {
        case SC_SpinBoxEditField:
            return visualRect(option->direction, all, all.adjusted(2, 2, -22, -2));
        case SC_SpinBoxUp:
            return visualRect(option->direction, all, arrows.adjusted(0, 0, 0, -arrows.height() / 2));
        case SC_SpinBoxDown:
            return visualRect(option->direction, all, arrows.adjusted(0, arrows.height() / 2, 0, 0));
        default:
            return all;
        }
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

} // namespace countersign::gui

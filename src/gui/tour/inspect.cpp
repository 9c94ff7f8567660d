#include "gui/tour/inspect.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSet>
#include <QStyle>
#include <QTabBar>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

bool isInteractive(const QWidget *widget)
{
    return widget->focusPolicy() != Qt::NoFocus && widget->isEnabled() &&
           qobject_cast<const QScrollBar *>(widget) == nullptr && qobject_cast<const QTabBar *>(widget) == nullptr;
}

/// Parts that Qt makes inside its own widgets: the name is that of the whole.
bool isInner(const QWidget *widget)
{
    const QString name = widget->objectName();
    const QWidget *parent = widget->parentWidget();
    return name.startsWith(u"qt_"_s) || qobject_cast<const QComboBox *>(parent) != nullptr ||
           widget->inherits("QHeaderView") || widget->inherits("QMenuBar") || widget->inherits("QSpinBoxPrivate") ||
           widget->inherits("QDockWidgetTitleButton") || (parent != nullptr && parent->inherits("QAbstractSpinBox")) ||
           (parent != nullptr && (parent->inherits("QLineEdit") || parent->inherits("QKeySequenceEdit") ||
                                  parent->inherits("QMenuBar") || parent->inherits("QTabBar"))) ||
           widget->inherits("QTableCornerButton");
}

QString accessibleName(QWidget *widget)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    return interface != nullptr ? interface->text(QAccessible::Name) : widget->accessibleName();
}

QString describe(const QWidget *widget)
{
    QStringList path;
    for (const QWidget *at = widget; at != nullptr && path.size() < 4; at = at->parentWidget()) {
        path.prepend(at->objectName().isEmpty() ? QString::fromLatin1(at->metaObject()->className())
                                                : at->objectName());
    }
    return path.join(u'/');
}

bool isClipped(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        if (label->text().isEmpty()) {
            return false;
        }
        if (label->wordWrap()) {
            return label->heightForWidth(label->width()) > label->height() + 2;
        }
        return label->sizeHint().width() > label->width() + 2 || label->sizeHint().height() > label->height() + 2;
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
        const int text = button->fontMetrics().horizontalAdvance(QString(button->text()).remove(u'&'));
        const bool shown = !button->text().isEmpty() && !button->inherits("QToolButton");
        return shown && text > button->width();
    }
    if (const auto *combo = qobject_cast<const QComboBox *>(widget)) {
        return combo->fontMetrics().horizontalAdvance(combo->currentText()) + 30 > combo->width();
    }
    return false;
}

} // namespace

Inspection inspect(const QWidget &root)
{
    Inspection found;
    QSet<QString> names;
    for (QWidget *widget : root.findChildren<QWidget *>()) {
        const QString name = widget->objectName();
        if (!name.isEmpty() && !name.startsWith(u"qt_"_s) && !isInner(widget)) {
            if (names.contains(name)) {
                found.duplicates << describe(widget);
            }
            names.insert(name);
        }
        if (!widget->isVisible()) {
            continue;
        }
        if (isInteractive(widget) && !isInner(widget) && (name.isEmpty() || accessibleName(widget).isEmpty())) {
            found.unnamed << describe(widget);
        }
        if (isClipped(widget)) {
            found.clipped << describe(widget);
        }
    }
    return found;
}

} // namespace countersign::gui

#include "gui/tour/inspect.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QRegularExpression>
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
        const bool shown =
            !button->text().isEmpty() && !button->inherits("QToolButton") && !button->property("iconOnly").toBool();
        return shown && text > button->width();
    }
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget)) {
        constexpr int leastCharacters = 6;
        return !edit->isReadOnly() && edit->width() < edit->fontMetrics().averageCharWidth() * leastCharacters;
    }
    if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
        return tabs->count() > 0 && tabs->tabRect(tabs->count() - 1).right() > tabs->width() + 2;
    }
    if (const auto *combo = qobject_cast<const QComboBox *>(widget)) {
        return combo->fontMetrics().horizontalAdvance(combo->currentText()) + 30 > combo->width();
    }
    return false;
}

/// True where a control lies over another of the same parent: a layout that got less than it needs.
bool isCovered(const QWidget *widget)
{
    const auto isControl = [](const QWidget *one) {
        return qobject_cast<const QAbstractButton *>(one) != nullptr ||
               qobject_cast<const QComboBox *>(one) != nullptr || qobject_cast<const QLineEdit *>(one) != nullptr ||
               qobject_cast<const QLabel *>(one) != nullptr;
    };
    if (!isControl(widget) || widget->parentWidget() == nullptr || widget->parentWidget()->layout() == nullptr ||
        isInner(widget)) {
        return false;
    }
    constexpr int touching = 2;
    const QRect own = widget->geometry().adjusted(touching, touching, -touching, -touching);
    return std::ranges::any_of(widget->parentWidget()->children(), [&](const QObject *child) {
        const auto *other = qobject_cast<const QWidget *>(child);
        return other != nullptr && other != widget && other->isVisible() && isControl(other) &&
               other->geometry().intersects(own);
    });
}

QStringList untranslatedTexts(const QWidget *widget)
{
    QStringList texts;
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
        texts << button->text();
    } else if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
        for (int i = 0; i < tabs->count(); ++i) {
            texts << tabs->tabText(i);
        }
    } else if (const auto *header = qobject_cast<const QHeaderView *>(widget); header != nullptr && header->model()) {
        for (int i = 0; i < header->count(); ++i) {
            texts << header->model()->headerData(i, header->orientation()).toString();
        }
    } else if (const auto *menu = qobject_cast<const QMenuBar *>(widget)) {
        for (const QAction *action : menu->actions()) {
            texts << action->text();
        }
    } else if (const auto *edit = qobject_cast<const QLineEdit *>(widget)) {
        texts << edit->placeholderText();
    }
    // Names of formats and files are the same in every language, and examples of addresses are no sentences.
    static const QRegularExpression file(u"^[\\w-]*[._][\\w.-]+$"_s);
    static const QRegularExpression word(u"[A-Za-z]{3}"_s);
    static const QStringList names{u"HTML"_s, u"PDF"_s, u"Markdown"_s, u"JSON"_s, u"DDL"_s, u"SQL"_s};
    texts.removeIf([&](const QString &text) {
        return text.contains(u'⟦') || !text.contains(word) || names.contains(text) || text.contains(u'@') ||
               text.contains(file) || text.startsWith(u'~');
    });
    return texts;
}

bool hasRole(QWidget *widget)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    return interface != nullptr && interface->role() != QAccessible::NoRole;
}

} // namespace

Inspection inspect(const QWidget &root, bool pseudo)
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
        if (isInteractive(widget) && !isInner(widget) &&
            (name.isEmpty() || accessibleName(widget).isEmpty() || !hasRole(widget))) {
            found.unnamed << describe(widget);
        }
        // The words inside this one are Qt's, of which there is no pseudo translation.
        const QWidget *parent = widget->parentWidget();
        if (pseudo && !(parent != nullptr && parent->inherits("QKeySequenceEdit"))) {
            for (const QString &text : untranslatedTexts(widget)) {
                found.untranslated << describe(widget) + u": "_s + text;
            }
        }
        if (isClipped(widget) || isCovered(widget)) {
            found.clipped << describe(widget);
        }
    }
    return found;
}

} // namespace countersign::gui

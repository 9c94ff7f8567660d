// How the keyboard moves about in a window: back and forward, from pane to pane, from change to change, from hit to
// hit.

#include "gui/shell/mainwindow.h"
#include "gui/shell/page.h"
#include "gui/text/findbar.h"

#include <QApplication>

namespace countersign::gui {

void MainWindow::travel(int direction)
{
    QList<int> &from = direction < 0 ? m_back : m_forward;
    QList<int> &to = direction < 0 ? m_forward : m_back;
    if (!from.isEmpty()) {
        to.append(m_current);
        go(from.takeLast(), false);
    }
}

void MainWindow::cyclePanes(int direction)
{
    const QList<QWidget *> panes = currentPage()->panes();
    if (panes.isEmpty()) {
        return;
    }
    qsizetype at = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (panes.at(i)->hasFocus() || panes.at(i)->isAncestorOf(QApplication::focusWidget())) {
            at = i;
        }
    }
    for (qsizetype i = 0; i < panes.size(); ++i) {
        at = (at + direction + panes.size()) % panes.size();
        if (panes.at(at)->isVisible()) {
            panes.at(at)->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

void MainWindow::stepChange(int direction)
{
    currentPage()->stepChange(direction);
}

Searchable *MainWindow::focusedText() const
{
    for (QWidget *widget = QApplication::focusWidget(); widget != nullptr; widget = widget->parentWidget()) {
        if (auto *text = dynamic_cast<Searchable *>(widget)) {
            return text;
        }
    }
    return nullptr;
}

Searchable *MainWindow::firstText() const
{
    for (QWidget *widget : currentPage()->findChildren<QWidget *>()) {
        auto *text = widget->isVisible() ? dynamic_cast<Searchable *>(widget) : nullptr;
        if (text != nullptr) {
            return text;
        }
    }
    return nullptr;
}

void MainWindow::find()
{
    Searchable *text = focusedText();
    QWidget *field = text == nullptr ? currentPage()->findField() : nullptr;
    if (field != nullptr) {
        field->setFocus(Qt::ShortcutFocusReason);
    } else if (text != nullptr || (text = firstText()) != nullptr) {
        text->openFind();
    }
}

void MainWindow::findStep(int direction)
{
    Searchable *text = focusedText();
    if (text != nullptr || (text = firstText()) != nullptr) {
        text->findStep(direction);
    }
}

} // namespace countersign::gui

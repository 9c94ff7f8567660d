#include "gui/common/columns.h"

#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QTreeView>

namespace countersign::gui {

namespace {

constexpr int leastPercent = 45; ///< of its given width that a column keeps

constexpr auto alignedProperty = "alignedWithPage";

} // namespace

void alignWithPage(QWidget *tableOrTabs)
{
    tableOrTabs->setProperty(alignedProperty, true);
}

bool isAlignedWithPage(const QWidget *widget)
{
    if (widget == nullptr || widget->property(alignedProperty).toBool()) {
        return widget != nullptr;
    }
    const QWidget *owner = qobject_cast<const QHeaderView *>(widget) != nullptr ? widget->parentWidget() : nullptr;
    return owner != nullptr && owner->property(alignedProperty).toBool();
}

ColumnSharer::ColumnSharer(QTreeView *view, std::vector<int> weights)
    : QObject(view), m_view(view), m_weights(std::move(weights))
{
    for (std::size_t column = 0; column < m_weights.size(); ++column) {
        m_widths.push_back(view->columnWidth(int(column)));
    }
    view->header()->setStretchLastSection(true);
    view->viewport()->installEventFilter(this);
    connect(view->header(), &QHeaderView::sectionResized, this, [this](int, int before, int now) {
        if (m_sharing) {
            return;
        }
        if (before == 0 || now == 0) {
            // A column came or went.
            QMetaObject::invokeMethod(this, &ColumnSharer::share, Qt::QueuedConnection);
        } else if (QGuiApplication::mouseButtons() != Qt::NoButton && m_view->header()->underMouse()) {
            m_decided = true;
        }
    });
}

bool ColumnSharer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        share();
    }
    return QObject::eventFilter(watched, event);
}

void ColumnSharer::share()
{
    int given = 0;
    int weight = 0;
    for (std::size_t column = 0; column < m_weights.size(); ++column) {
        if (!m_view->isColumnHidden(int(column))) {
            given += m_widths[column];
            weight += m_weights[column];
        }
    }
    if (m_decided || weight == 0) {
        return;
    }
    int last = int(m_weights.size()) - 1;
    while (last > 0 && m_view->isColumnHidden(last)) {
        --last;
    }
    constexpr int slack = 2; // so that rounding never asks for a scroll bar
    const int over = m_view->viewport()->width() - given - slack;
    m_sharing = true;
    for (std::size_t column = 0; column < m_weights.size(); ++column) {
        // Qt makes the last one wider by itself, but no narrower than it was set.
        const bool byItself = int(column) == last && over >= 0;
        if (m_weights[column] > 0 && !byItself && !m_view->isColumnHidden(int(column))) {
            m_view->setColumnWidth(int(column), std::max(m_widths[column] * leastPercent / 100,
                                                         m_widths[column] + over * m_weights[column] / weight));
        }
    }
    m_sharing = false;
}

} // namespace countersign::gui

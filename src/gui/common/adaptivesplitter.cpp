#include "gui/common/adaptivesplitter.h"

#include "gui/common/tokens.h"

#include <QResizeEvent>

namespace countersign::gui {

namespace {

constexpr int leastListHeight = 124;
constexpr int listPercent = 40; ///< of the height, at most
constexpr int widestList = 840; ///< columns need no more, SQL can use it

} // namespace

AdaptiveSplitter::AdaptiveSplitter(int wideFrom, QWidget *parent)
    : QSplitter(Qt::Vertical, parent), m_wideFrom(wideFrom)
{
    setChildrenCollapsible(false);
    connect(this, &QSplitter::splitterMoved, this,
            [this] { (orientation() == Qt::Horizontal ? m_decidedWide : m_decidedNarrow) = true; });
}

void AdaptiveSplitter::setListHeight(int height)
{
    if (m_listHeight != height) {
        m_listHeight = height;
        divide();
    }
}

void AdaptiveSplitter::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    const Qt::Orientation wanted = m_wideFrom > 0 && width() >= m_wideFrom ? Qt::Horizontal : Qt::Vertical;
    if (orientation() != wanted) {
        setOrientation(wanted);
        (wanted == Qt::Horizontal ? m_decidedWide : m_decidedNarrow) = false;
    }
    divide();
}

void AdaptiveSplitter::divide()
{
    if (count() < 2) {
        return;
    }
    if (orientation() == Qt::Horizontal) {
        if (!m_decidedWide) {
            const int list = std::min(width() * m_listPercent / 100, std::max(widestList, m_listWidth));
            setSizes({list, width() - list});
        }
    } else if (!m_decidedNarrow && m_listHeight > 0) {
        const int list = std::clamp(m_listHeight, std::min(leastListHeight, height()),
                                    std::max(leastListHeight, height() * listPercent / 100));
        setSizes({list, height() - list});
    }
}

int tableHeight(int rows)
{
    constexpr int header = 30;
    return header + rows * spacing::rowHeight + spacing::wide;
}

} // namespace countersign::gui

#include "gui/common/rowinfull.h"

#include "gui/common/factlist.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QTimer>
#include <QTreeView>

namespace countersign::gui {

RowInFull::RowInFull(QTreeView *view, QWidget *parent) : QWidget(parent), m_view(view), m_facts(new FactList(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 6, 20, 6);
    column->addWidget(m_facts);
    hide();
    // Once after everything that a turn of the event loop changes.
    auto *soon = new QTimer(this);
    soon->setSingleShot(true);
    soon->setInterval(0);
    connect(soon, &QTimer::timeout, this, &RowInFull::update);
    const auto later = [soon] { soon->start(); };
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this, later);
    connect(view->model(), &QAbstractItemModel::modelReset, this, later);
    connect(view->header(), &QHeaderView::sectionResized, this, later);
}

bool RowInFull::cuts(int column, const QString &text) const
{
    const QModelIndex cell = m_view->currentIndex().siblingAtColumn(column);
    const QVariant font = cell.data(Qt::FontRole);
    const QFontMetrics metrics(font.isValid() ? font.value<QFont>() : m_view->font());
    constexpr int margins = 14;
    const int icon = cell.data(Qt::DecorationRole).isValid() ? m_view->iconSize().width() + margins : 0;
    return metrics.horizontalAdvance(text) + margins + icon > m_view->columnWidth(column);
}

void RowInFull::update()
{
    const QModelIndex current = m_view->currentIndex();
    std::vector<Fact> facts;
    for (int column = 0; current.isValid() && column < m_view->model()->columnCount(); ++column) {
        const QString text = current.siblingAtColumn(column).data().toString();
        if (!m_view->isColumnHidden(column) && cuts(column, text)) {
            facts.push_back({m_view->model()->headerData(column, Qt::Horizontal).toString(), text});
        }
    }
    m_facts->setFacts(facts);
    setVisible(!facts.empty());
}

} // namespace countersign::gui

#pragma once

#include <QWidget>

class QTreeView;

namespace countersign::gui {

class FactList;

/// Above a table: what its columns cut off of the current row, in full and wrapped. Not visible while they cut nothing.
class RowInFull final : public QWidget
{
    Q_OBJECT
public:
    /// @p view has its model already and keeps it.
    RowInFull(QTreeView *view, QWidget *parent);

private:
    void update();
    [[nodiscard]] bool cuts(int column, const QString &text) const;

    QTreeView *m_view;
    FactList *m_facts;
};

} // namespace countersign::gui

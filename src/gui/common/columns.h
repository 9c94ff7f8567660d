#pragma once

#include <QObject>

#include <vector>

class QTreeView;
class QWidget;

namespace countersign::gui {

/// Begins the text of the first column, or of the first tab, where the page's title begins: for tables and tabs that
/// reach from edge to edge. GUI thread.
void alignWithPage(QWidget *tableOrTabs);
/// Whether @p widget is such a table, the header of one, or such tabs.
[[nodiscard]] bool isAlignedWithPage(const QWidget *widget);

/// Shares the width of a table among its columns: the widths that the columns have when it is made fit a small window;
/// what a larger one has over goes to the columns by weight, and in a narrower one these give way before anything has
/// to be scrolled. The last column always takes the rest. A column that somebody drags ends it: that person decides.
class ColumnSharer final : public QObject
{
    Q_OBJECT
public:
    /// One weight for each column; 0 keeps its width. Owned by @p view.
    ColumnSharer(QTreeView *view, std::vector<int> weights);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void share();

    QTreeView *m_view;
    std::vector<int> m_weights;
    std::vector<int> m_widths; ///< as they were given
    bool m_sharing = false;
    bool m_decided = false; ///< somebody dragged a column
};

} // namespace countersign::gui

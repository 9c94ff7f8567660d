#pragma once

#include <QListView>
#include <QStyledItemDelegate>

class QScrollArea;

namespace countersign::gui {

/// Paints a TwoLineModel: mark, text, muted detail under it, and a fact at the right. What does not fit into one line
/// goes on in the next, up to a few; the width is that of the view.
class TwoLineDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// @p view lays its rows out again when it gets wider or narrower.
    explicit TwoLineDelegate(QListView *view);
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// A list of few rows that is as high as its rows are and scrolls only where it is given less.
class FittedList final : public QListView
{
    Q_OBJECT
public:
    explicit FittedList(QWidget *parent = nullptr);
    /// Never scrolls: what is around it does, and follows the current row.
    void setWhole(QScrollArea *around);
    /// Room above the first row, as below tabs.
    void setAirAbove(int pixels);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void updateGeometries() override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    [[nodiscard]] int rowsHeight() const;
    QScrollArea *m_around = nullptr;
    int m_air = 0;
    int m_told = -1; ///< the height that the layout knows of
};

} // namespace countersign::gui

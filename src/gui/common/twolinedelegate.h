#pragma once

#include <QStyledItemDelegate>

namespace countersign::gui {

/// Paints a TwoLineModel: mark, text, muted detail under it, and a fact at the right.
class TwoLineDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace countersign::gui

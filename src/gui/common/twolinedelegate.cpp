#include "gui/common/twolinedelegate.h"

#include "gui/common/theme.h"
#include "gui/review/reviewmodels.h"

namespace countersign::gui {

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool detail = !index.data(TwoLineModel::DetailRole).toString().isEmpty();
    return {200, (option.fontMetrics.height() + 3) * (detail ? 2 : 1) + 12};
}

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool selected =
        option.state.testFlag(QStyle::State_Selected) && option.state.testFlag(QStyle::State_HasFocus);
    painter->save();
    painter->fillRect(option.rect, color(selected ? Token::Selection : Token::Base));
    const int line = option.fontMetrics.height() + 3;
    const QRect mark(option.rect.left() + 4, option.rect.top() + 6, 16, line);
    index.data(Qt::DecorationRole)
        .value<QIcon>()
        .paint(painter, mark, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
    QRect text = option.rect.adjusted(30, 6, -8, -6);
    const QString right = index.data(TwoLineModel::RightRole).toString();
    painter->setPen(color(selected ? Token::SelectionText : Token::TextMuted));
    painter->drawText(text, Qt::AlignRight | Qt::AlignTop, right);
    const int reserved = right.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(right) + 12;
    painter->setPen(color(selected ? Token::SelectionText : Token::Text));
    painter->drawText(
        text, Qt::AlignLeft | Qt::AlignTop,
        option.fontMetrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, text.width() - reserved));
    const QString detail = index.data(TwoLineModel::DetailRole).toString();
    if (!detail.isEmpty()) {
        text.setTop(text.top() + line);
        painter->setPen(color(selected ? Token::SelectionText : Token::TextMuted));
        painter->drawText(text, Qt::AlignLeft | Qt::AlignTop,
                          option.fontMetrics.elidedText(detail, Qt::ElideRight, text.width()));
    }
    painter->restore();
}

} // namespace countersign::gui

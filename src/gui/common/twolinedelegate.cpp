#include "gui/common/twolinedelegate.h"

#include "gui/common/isolated.h"
#include "gui/common/theme.h"
#include "gui/review/reviewmodels.h"

#include <QScrollArea>
#include <QTextLayout>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostOfText = 2; ///< lines
constexpr int mostOfDetail = 3;
constexpr int textLeft = 30; ///< beside the mark
constexpr int textRight = 8;
constexpr int above = 6;

int lineHeight(const QFontMetrics &metrics)
{
    return metrics.height() + 3;
}

/// The lines of @p text in @p width; the last of at most @p most ends with … when there is more.
QStringList linesOf(const QString &text, const QFont &font, int width, int most)
{
    const QFontMetrics metrics(font);
    if (text.isEmpty() || metrics.horizontalAdvance(text) <= width) {
        return text.isEmpty() ? QStringList() : QStringList{text};
    }
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(40, width));
        if (lines.size() == most - 1) {
            lines << metrics.elidedText(text.mid(line.textStart()), Qt::ElideRight, width);
            break;
        }
        lines << text.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

struct Parts {
    QStringList text;
    QStringList detail;
    QString right;
};

Parts partsOf(const QModelIndex &index, const QFont &font, int width)
{
    Parts parts;
    parts.right = index.data(TwoLineModel::RightRole).toString();
    const int inside = width - textLeft - textRight;
    const int reserved = parts.right.isEmpty() ? 0 : QFontMetrics(font).horizontalAdvance(parts.right) + 12;
    parts.text = linesOf(index.data(Qt::DisplayRole).toString(), font, inside - reserved, mostOfText);
    parts.detail = linesOf(index.data(TwoLineModel::DetailRole).toString(), font, inside, mostOfDetail);
    return parts;
}

} // namespace

TwoLineDelegate::TwoLineDelegate(QListView *view) : QStyledItemDelegate(view)
{
    view->setResizeMode(QListView::Adjust);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = static_cast<const QListView *>(parent());
    const Parts parts = partsOf(index, option.font, view->viewport()->width());
    const auto lines = int(std::max<qsizetype>(1, parts.text.size()) + parts.detail.size());
    return {120, lineHeight(option.fontMetrics) * lines + 2 * above};
}

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool selected =
        option.state.testFlag(QStyle::State_Selected) && option.state.testFlag(QStyle::State_HasFocus);
    const Parts parts = partsOf(index, option.font, option.rect.width());
    painter->save();
    painter->setFont(option.font);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color(selected ? Token::Selection : Token::Base));
    painter->drawRoundedRect(option.rect, selected ? 5 : 0, selected ? 5 : 0);
    const int line = lineHeight(option.fontMetrics);
    const auto placed = [&option](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect.translated(option.rect.topLeft()));
    };
    index.data(Qt::DecorationRole)
        .value<QIcon>()
        .paint(painter, placed({4, above, 16, line}), Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
    const QColor strong = color(selected ? Token::SelectionText : Token::Text);
    const QColor weak = color(selected ? Token::SelectionText : Token::TextMuted);
    const int inside = option.rect.width() - textLeft - textRight;
    int top = above;
    painter->setPen(weak);
    painter->drawText(placed({textLeft, top, inside, line}), Qt::AlignTrailing | Qt::AlignTop, isolated(parts.right));
    for (const auto &[lines, pen] : {std::pair{parts.text, strong}, std::pair{parts.detail, weak}}) {
        painter->setPen(pen);
        for (const QString &one : lines) {
            painter->drawText(placed({textLeft, top, inside, line}), Qt::AlignLeading | Qt::AlignTop, isolated(one));
            top += line;
        }
    }
    painter->restore();
}

FittedList::FittedList(QWidget *parent) : QListView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
}

int FittedList::rowsHeight() const
{
    int height = 2 + m_air;
    for (int row = 0; model() != nullptr && row < model()->rowCount(); ++row) {
        height += sizeHintForRow(row);
    }
    return height;
}

void FittedList::setAirAbove(int pixels)
{
    m_air = pixels;
    setViewportMargins(0, pixels, 0, 0);
    updateGeometry();
}

QSize FittedList::sizeHint() const
{
    return {240, rowsHeight()};
}

QSize FittedList::minimumSizeHint() const
{
    constexpr int least = 64;
    return {120, m_around != nullptr ? rowsHeight() : std::min(least, rowsHeight())};
}

void FittedList::setWhole(QScrollArea *around)
{
    m_around = around;
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    updateGeometry();
}

void FittedList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (m_around != nullptr && m_around->widget() != nullptr && hasFocus()) {
        const QRect row = visualRect(current);
        const QWidget *inside = m_around->widget();
        const int top = viewport()->mapTo(inside, row.topLeft()).y();
        m_around->ensureVisible(0, top, 0, spacing::wide);
        m_around->ensureVisible(0, top + row.height(), 0, spacing::wide);
    }
}

void FittedList::updateGeometries()
{
    QListView::updateGeometries();
    if (const int height = rowsHeight(); height != m_told) {
        m_told = height;
        updateGeometry();
    }
}

void FittedList::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QListView::rowsInserted(parent, start, end);
    updateGeometry();
}

} // namespace countersign::gui

#include "gui/shell/rail.h"

#include "gui/common/icons.h"
#include "gui/common/localtext.h"
#include "gui/common/theme.h"

#include <QButtonGroup>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace countersign::gui {

using namespace Qt::StringLiterals;

RailButton::RailButton(const QString &title, const QString &iconName, QWidget *parent)
    : QAbstractButton(parent), m_iconName(iconName)
{
    setText(title);
    setCheckable(true);
    // One of several, which is also what a screen reader should say.
    setAutoExclusive(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttention(0);
}

void RailButton::setAttention(int count)
{
    m_attention = count;
    setAccessibleName(count > 0 ? tr("%1, %n to look at", nullptr, count).arg(text()) : text());
    update();
}

void RailButton::setNarrow(bool narrow)
{
    m_narrow = narrow;
    setProperty("iconOnly", narrow);
    setToolTip(narrow ? text() : QString());
    updateGeometry();
    update();
}

QSize RailButton::sizeHint() const
{
    return m_narrow ? QSize(48, 40) : QSize(fontMetrics().horizontalAdvance(text()) + 96, 38);
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF pill = QRectF(rect()).adjusted(8.5, 2.5, -8.5, -2.5);
    if (isChecked()) {
        painter.setPen(QPen(color(Token::Border), 1));
        painter.setBrush(color(Token::Base));
        painter.drawRoundedRect(pill, 6, 6);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Token::Accent));
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        painter.drawRoundedRect(
            QRectF(mirrored ? pill.right() - 3 : pill.left(), pill.top() + 7, 3, pill.height() - 14), 1.5, 1.5);
    } else if (underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Token::Hover));
        painter.drawRoundedRect(pill, 6, 6);
    }
    if (hasFocus()) {
        painter.setPen(QPen(color(Token::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(pill, 6, 6);
    }
    const auto placed = [this](const QRect &at) { return QStyle::visualRect(layoutDirection(), rect(), at); };
    const int left = m_narrow ? (width() - 20) / 2 : 22;
    gui::icon(m_iconName, isChecked() ? Token::Link : Token::TextMuted)
        .paint(&painter, placed(QRect(left, (height() - 20) / 2, 20, 20)));
    if (!m_narrow) {
        QFont own = font();
        own.setBold(isChecked());
        painter.setFont(own);
        painter.setPen(color(Token::Text));
        painter.drawText(placed(rect().adjusted(52, 0, m_attention > 0 ? -40 : -10, 0)),
                         Qt::AlignVCenter | Qt::AlignLeft, text());
    }
    if (m_attention > 0) {
        const QString count = m_attention > 999 ? u"999+"_s : localText(m_attention);
        painter.setFont(interfaceFont(m_narrow ? 0.75 : 0.85, true));
        // Beside a lone icon there is room only for a small badge at its corner.
        const int high = m_narrow ? 15 : 18;
        const int wide = std::max(high + 2, painter.fontMetrics().horizontalAdvance(count) + (m_narrow ? 7 : 12));
        const QRectF badge = placed(m_narrow ? QRect(width() - 4 - wide, 1, wide, high)
                                             : QRect(width() - 16 - wide, (height() - high) / 2, wide, high));
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Token::Border));
        painter.drawRoundedRect(badge, high / 2.0, high / 2.0);
        painter.setPen(color(Token::Text));
        painter.drawText(badge, Qt::AlignCenter, count);
    }
}

Rail::Rail(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this)), m_group(new QButtonGroup(this))
{
    setObjectName(u"pageRail"_s);
    setAccessibleName(tr("Pages"));
    m_column->setContentsMargins(0, 10, 0, 10);
    m_column->setSpacing(0);
    m_column->addStretch();
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::idClicked, this, &Rail::pageRequested);
    setNarrow(false);
}

RailButton *Rail::addPage(const QString &id, const QString &title, const QString &iconName)
{
    auto *button = new RailButton(title, iconName, this);
    button->setObjectName(u"rail"_s + id.front().toUpper() + id.sliced(1));
    m_group->addButton(button, int(m_group->buttons().size()));
    m_column->insertWidget(m_column->count() - 1, button);
    return button;
}

void Rail::setCurrent(int index)
{
    if (QAbstractButton *found = m_group->button(index)) {
        found->setChecked(true);
    }
}

void Rail::setNarrow(bool narrow)
{
    int widest = 184;
    for (QAbstractButton *each : m_group->buttons()) {
        static_cast<RailButton *>(each)->setNarrow(narrow);
        widest = std::max(widest, each->sizeHint().width());
    }
    setFixedWidth(narrow ? 56 : std::min(widest, 260));
}

RailButton *Rail::button(int index) const
{
    return static_cast<RailButton *>(m_group->button(index));
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Window));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), color(Token::Border));
}

} // namespace countersign::gui

#include "gui/shell/environmentband.h"

#include "base/show.h"
#include "gui/common/isolated.h"
#include "gui/common/theme.h"

#include <QPainter>
#include <QStyle>

namespace countersign::gui {

using namespace Qt::StringLiterals;

void paintHatch(QPainter &painter, const QRectF &rect, const QColor &line, qreal step)
{
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(line, 1));
    for (qreal x = rect.left() - rect.height(); x < rect.right() + step; x += step) {
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()));
    }
    painter.restore();
}

EnvironmentBand::EnvironmentBand(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void EnvironmentBand::setSide(const SideView &side)
{
    m_side = side;
    m_side.name = base::show(side.name);
    m_side.facts = base::show(side.facts);
    m_side.className = base::show(side.className);
    //: %1 is the class of an environment such as PRODUCTION, %2 its name, %3 facts such as the server version
    setAccessibleName(
        tr("%1 %2, %3").arg(m_side.production ? tr("PRODUCTION") : m_side.className, m_side.name, m_side.facts));
    update();
}

QSize EnvironmentBand::sizeHint() const
{
    return {240, std::max(28, fontMetrics().height() + 12)};
}

void EnvironmentBand::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont bold = font();
    bold.setBold(true);
    const auto placed = [this](const QRect &at) { return QStyle::visualRect(layoutDirection(), rect(), at); };
    int left = 14;
    Token text = Token::Text;
    Token muted = Token::TextMuted;
    if (m_side.production) {
        painter.fillRect(rect(), color(Token::Production));
        QColor line = color(Token::ProductionText);
        line.setAlpha(110);
        paintHatch(painter, placed(QRect(0, 0, 22, height())), line);
        left = 32;
        text = Token::ProductionText;
        muted = Token::ProductionText;
    } else {
        painter.fillRect(rect(), color(Token::Alternate));
        painter.fillRect(placed(QRect(0, 0, 4, height())), color(Token::Staging));
        painter.fillRect(QRect(0, height() - 1, width(), 1), color(Token::Border));
    }
    const QString word = m_side.production ? tr("PRODUCTION") : m_side.className;
    painter.setFont(bold);
    painter.setPen(color(text));
    painter.drawText(placed(QRect(left, 0, width() - left, height())),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, word);
    left += painter.fontMetrics().horizontalAdvance(word) + 14;
    painter.setFont(font());
    const QString rest = m_side.facts.isEmpty() ? m_side.name : m_side.name + u"  ·  "_s + m_side.facts;
    painter.setPen(color(muted));
    painter.drawText(placed(QRect(left, 0, width() - left - 8, height())),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     isolated(painter.fontMetrics().elidedText(rest, Qt::ElideRight, width() - left - 8)));
}

} // namespace countersign::gui

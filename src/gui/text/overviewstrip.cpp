#include "gui/text/overviewstrip.h"

#include "gui/common/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <map>

namespace countersign::gui {

OverviewStrip::OverviewStrip(QWidget *parent) : QAbstractSlider(parent)
{
    setOrientation(Qt::Vertical);
    setInvertedAppearance(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setFocusPolicy(Qt::TabFocus);
    connect(this, &QAbstractSlider::actionTriggered, this, [this](int) { emit rowRequested(sliderPosition()); });
}

void OverviewStrip::setRows(int rows)
{
    m_rows = rows;
    setRange(0, std::max(0, rows - 1));
    update();
}

void OverviewStrip::setMarks(std::vector<StripMark> marks)
{
    m_marks = std::move(marks);
    update();
}

void OverviewStrip::setView(double firstRow, double rowsInView)
{
    m_first = firstRow;
    m_inView = rowsInView;
    const QSignalBlocker quiet(this);
    setPageStep(std::max(1, int(rowsInView)));
    setValue(int(firstRow + rowsInView / 2));
    update();
}

double OverviewStrip::yOf(double row) const
{
    // A short text keeps its own row height instead of being stretched over the whole strip.
    const double perRow = m_rows > 0 ? std::min(6.0, double(height() - 4) / m_rows) : 0;
    return 2 + row * perRow;
}

void OverviewStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Alternate));
    painter.fillRect(QRect(0, 0, 1, height()), color(Token::Border));
    const double top = yOf(m_first);
    const double bottom = std::min(yOf(m_first + m_inView), yOf(m_rows));
    QColor view = color(Token::BorderStrong);
    view.setAlpha(70);
    painter.fillRect(QRectF(1, top, width() - 1, std::max(4.0, bottom - top)), view);
    std::map<std::pair<Token, bool>, double> painted;
    for (const StripMark &mark : m_marks) {
        const double from = yOf(mark.first);
        const double to = yOf(mark.last + 1);
        // Of a text of many thousand rows several share a pixel.
        double &done = painted[{mark.token, mark.narrow}];
        if (to <= done) {
            continue;
        }
        done = std::max(from + 2.0, to);
        const double left = mark.narrow ? width() / 2.0 + 1 : 3;
        const double right = mark.narrow ? width() - 2.0 : width() - 3.0;
        painter.fillRect(QRectF(left, from, right - left, std::max(2.0, to - from - 1)), color(mark.token));
    }
    if (hasFocus()) {
        painter.setPen(QPen(color(Token::Focus), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void OverviewStrip::request(double y)
{
    const double perRow = yOf(1) - yOf(0);
    if (perRow > 0) {
        emit rowRequested(std::clamp((y - 2) / perRow, 0.0, double(m_rows)));
    }
}

void OverviewStrip::mousePressEvent(QMouseEvent *event)
{
    request(event->position().y());
}

void OverviewStrip::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton)) {
        request(event->position().y());
    }
}

} // namespace countersign::gui

#pragma once

#include "gui/common/tokens.h"

#include <QAbstractSlider>

#include <vector>

namespace countersign::gui {

/// A mark at rows [first, last] of what the strip overlooks.
struct StripMark {
    int first = 0;
    int last = 0;
    Token token = Token::ChangedMark;
    bool narrow = false; ///< search hits: half width, at the right
};

/// 14 px beside a text: where the changes and hits are, and what of it is in view. Click, drag or arrow keys scroll. It
/// is a slider to assistive technology; its value is the scroll position of the text.
class OverviewStrip : public QAbstractSlider
{
    Q_OBJECT
public:
    explicit OverviewStrip(QWidget *parent = nullptr);
    void setRows(int rows);
    void setMarks(std::vector<StripMark> marks);
    /// The part in view, in rows; may be fractions.
    void setView(double firstRow, double rowsInView);

    QSize sizeHint() const override { return {14, 100}; }
    QSize minimumSizeHint() const override { return {14, 40}; }

signals:
    /// The person asked for this row to be in the middle.
    void rowRequested(double row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] double yOf(double row) const;
    void request(double y);

    int m_rows = 0;
    std::vector<StripMark> m_marks;
    double m_first = 0;
    double m_inView = 0;
};

} // namespace countersign::gui

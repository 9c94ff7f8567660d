#pragma once

#include "gui/common/icons.h"

#include <QWidget>

namespace countersign::gui {

/// One side of what is being looked at.
struct SideView {
    bool production = false;
    QString className; ///< "Staging", as the person calls it
    QString name;      ///< environment name
    QString facts;     ///< "SQLite 3.46 · read-only session · 2 min"
};

/// The head of a side: a solid red hatched band with white bold text for production, and for production only; a 4 px
/// bar for every other class.
class EnvironmentBand : public QWidget
{
    Q_OBJECT
public:
    explicit EnvironmentBand(QWidget *parent = nullptr);
    void setSide(const SideView &side);
    [[nodiscard]] const SideView &side() const { return m_side; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    SideView m_side;
};

/// Paints the slanted lines of the production band into @p rect.
void paintHatch(QPainter &painter, const QRectF &rect, const QColor &line, qreal step = 6);

} // namespace countersign::gui

#include "gui/common/icons.h"

#include "gui/common/theme.h"

#include <QDir>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <optional>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

QColor iconColor(QIcon::Mode mode, std::optional<Token> token)
{
    switch (mode) {
    case QIcon::Disabled:
        return color(Token::TextDisabled);
    case QIcon::Selected:
        return color(Token::SelectionText);
    case QIcon::Normal:
    case QIcon::Active:
        break;
    }
    return color(token.value_or(Token::Text));
}

/// Base of both engines: one paint function, pixmaps of the right density, nothing cached beyond a colour.
class PaintedEngine : public QIconEngine
{
public:
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        QPixmap pixmap(size);
        pixmap.setDevicePixelRatio(scale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size / scale), mode, state);
        return pixmap;
    }

    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override { return size; }
};

class SvgEngine final : public PaintedEngine
{
public:
    SvgEngine(QString name, std::optional<Token> token) : m_name(std::move(name)), m_token(token) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QColor tint = iconColor(mode, m_token);
        const qreal scale = painter->device() != nullptr ? painter->device()->devicePixelRatioF() : 1.0;
        const int side = std::min(rect.width(), rect.height());
        const QString key = u"cs-icon/%1/%2/%3/%4"_s.arg(m_name).arg(side).arg(scale).arg(tint.name());
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = render(qRound(side * scale), tint);
            pixmap.setDevicePixelRatio(scale);
            QPixmapCache::insert(key, pixmap);
        }
        const QRect target(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side);
        painter->drawPixmap(target, pixmap);
    }

    QIconEngine *clone() const override { return new SvgEngine(m_name, m_token); }
    QString key() const override { return u"countersign-svg"_s; }

private:
    QPixmap render(int side, const QColor &tint) const
    {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QSvgRenderer renderer(u":/icons/%1.svg"_s.arg(m_name));
        QPainter painter(&pixmap);
        renderer.render(&painter);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), tint);
        return pixmap;
    }

    QString m_name;
    std::optional<Token> m_token;
};

class GlyphEngine final : public PaintedEngine
{
public:
    GlyphEngine(Glyph glyph, Token token) : m_glyph(glyph), m_token(token) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintGlyph(*painter, rect, m_glyph, iconColor(mode, m_token));
    }

    QIconEngine *clone() const override { return new GlyphEngine(m_glyph, m_token); }
    QString key() const override { return u"countersign-glyph"_s; }

private:
    Glyph m_glyph;
    Token m_token;
};

/// Every glyph is drawn in a square of 14 units.
QPainterPath strokes(std::initializer_list<QList<QPointF>> lines)
{
    QPainterPath path;
    for (const QList<QPointF> &line : lines) {
        path.moveTo(line.front());
        for (const QPointF &point : line.sliced(1)) {
            path.lineTo(point);
        }
    }
    return path;
}

QPainterPath polygon(const QList<QPointF> &points)
{
    QPainterPath path;
    path.addPolygon(QPolygonF(points));
    path.closeSubpath();
    return path;
}

QPainterPath disc(qreal radius)
{
    QPainterPath path;
    path.addEllipse(QPointF(7, 7), radius, radius);
    return path;
}

struct Drawing {
    QPainterPath fill;
    QPainterPath stroke;
    qreal width = 1.8;
};

Drawing questionMark()
{
    QPainterPath path;
    path.moveTo(4.6, 5);
    path.cubicTo(4.8, 1.6, 9.6, 1.8, 9.4, 4.8);
    path.cubicTo(9.3, 6.6, 7, 6.6, 7, 8.8);
    QPainterPath dot;
    dot.addEllipse(QPointF(7, 11.6), 1.1, 1.1);
    return {.fill = dot, .stroke = path, .width = 1.6};
}

Drawing halfDisc()
{
    QPainterPath half;
    half.moveTo(7, 2);
    half.arcTo(QRectF(2, 2, 10, 10), 90, 180);
    half.closeSubpath();
    return {.fill = half, .stroke = disc(5), .width = 1.3};
}

Drawing lock()
{
    QPainterPath body;
    body.addRoundedRect(QRectF(2.5, 6.3, 9, 6.2), 1, 1);
    QPainterPath shackle;
    shackle.moveTo(4.6, 6.3);
    shackle.lineTo(4.6, 4.6);
    shackle.cubicTo(4.6, 1.2, 9.4, 1.2, 9.4, 4.6);
    shackle.lineTo(9.4, 6.3);
    return {.fill = body, .stroke = shackle, .width = 1.4};
}

Drawing hatchedSquare()
{
    QPainterPath square;
    square.addRect(QRectF(1.5, 1.5, 11, 11));
    QPainterPath lines = strokes({{{1.5, 8}, {8, 1.5}}, {{2, 12}, {12, 2}}, {{6, 12.5}, {12.5, 6}}});
    lines.addPath(square);
    return {.fill = {}, .stroke = lines, .width = 1.4};
}

Drawing drawing(Glyph glyph)
{
    switch (glyph) {
    case Glyph::None:
        return {};
    case Glyph::Added:
        return {.fill = {}, .stroke = strokes({{{7, 2.5}, {7, 11.5}}, {{2.5, 7}, {11.5, 7}}}), .width = 2};
    case Glyph::Removed:
    case Glyph::Dash:
        return {.fill = {}, .stroke = strokes({{{2.5, 7}, {11.5, 7}}}), .width = 2};
    case Glyph::Changed:
        return {.fill = {},
                .stroke = strokes({{{2.5, 5}, {11.5, 5}}, {{2.5, 9}, {11.5, 9}}, {{9.2, 1.8}, {4.8, 12.2}}}),
                .width = 1.6};
    case Glyph::Renamed:
        return {.fill = {}, .stroke = strokes({{{2, 7}, {11.5, 7}}, {{8, 3.5}, {11.5, 7}, {8, 10.5}}}), .width = 1.7};
    case Glyph::Same:
        return {.fill = {}, .stroke = strokes({{{2.5, 5}, {11.5, 5}}, {{2.5, 9}, {11.5, 9}}}), .width = 1.6};
    case Glyph::Critical:
        return {.fill = polygon({{7, 1}, {13, 7}, {7, 13}, {1, 7}}), .stroke = {}};
    case Glyph::High:
        return {.fill = polygon({{7, 1.8}, {13, 12.2}, {1, 12.2}}), .stroke = {}};
    case Glyph::Medium:
        return {.fill = polygon({{2.4, 2.4}, {11.6, 2.4}, {11.6, 11.6}, {2.4, 11.6}}), .stroke = {}};
    case Glyph::Low:
        return {.fill = disc(4.6), .stroke = {}};
    case Glyph::Check:
        return {.fill = {}, .stroke = strokes({{{2.2, 7.6}, {5.6, 11}, {11.8, 3.2}}}), .width = 2};
    case Glyph::Cross:
        return {.fill = {}, .stroke = strokes({{{3, 3}, {11, 11}}, {{11, 3}, {3, 11}}}), .width = 2};
    case Glyph::Question:
        return questionMark();
    case Glyph::Half:
        return halfDisc();
    case Glyph::Ring:
        return {.fill = {}, .stroke = disc(4.8), .width = 1.5};
    case Glyph::Slash:
        return {.fill = {},
                .stroke =
                    [] {
                        QPainterPath path = strokes({{{3.6, 10.4}, {10.4, 3.6}}});
                        path.addPath(disc(4.8));
                        return path;
                    }(),
                .width = 1.4};
    case Glyph::Hatched:
        return hatchedSquare();
    case Glyph::Bar:
        return {.fill = polygon({{5, 1}, {9, 1}, {9, 13}, {5, 13}}), .stroke = {}};
    case Glyph::Lock:
        return lock();
    case Glyph::Pencil:
        return {.fill = {},
                .stroke = strokes({{{2.5, 11.5}, {3.3, 8.6}, {9.6, 2.3}, {11.7, 4.4}, {5.4, 10.7}, {2.5, 11.5}}}),
                .width = 1.4};
    case Glyph::ChevronDown:
        return {.fill = {}, .stroke = strokes({{{3, 5}, {7, 9}, {11, 5}}}), .width = 1.6};
    case Glyph::ChevronRight:
        return {.fill = {}, .stroke = strokes({{{5, 3}, {9, 7}, {5, 11}}}), .width = 1.6};
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

QIcon icon(const QString &name)
{
    return QIcon(new SvgEngine(name, std::nullopt));
}

QIcon icon(const QString &name, Token token)
{
    return QIcon(new SvgEngine(name, token));
}

QStringList iconNames()
{
    QStringList names;
    for (const QString &file : QDir(u":/icons"_s).entryList({u"*.svg"_s}, QDir::Files, QDir::Name)) {
        names << file.chopped(4);
    }
    return names;
}

void paintGlyph(QPainter &painter, const QRectF &rect, Glyph glyph, const QColor &color)
{
    const Drawing shape = drawing(glyph);
    const qreal side = std::min({rect.width(), rect.height(), 14.0});
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center() - QPointF(side / 2, side / 2));
    painter.scale(side / 14, side / 14);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPath(shape.fill);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, shape.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(shape.stroke);
    painter.restore();
}

QIcon glyphIcon(Glyph glyph, Token token)
{
    return QIcon(new GlyphEngine(glyph, token));
}

} // namespace countersign::gui

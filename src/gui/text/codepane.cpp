#include "gui/text/codepane.h"

#include "base/show.h"
#include "gui/common/theme.h"
#include "gui/shell/environmentband.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int markBar = 4;
constexpr int textGap = 6;
constexpr int signStep = 17;
constexpr QChar hiddenSign(0xBF);
constexpr int longLine = 4000; ///< from here on only what is in sight is laid out: dumps have lines of a megabyte

/// The same number of code units, with what cannot be seen replaced.
QString visibleText(const QString &text)
{
    if (!base::hasHiddenCharacters(text)) {
        return text;
    }
    QString shown = text;
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const bool pair = shown.at(i).isHighSurrogate() && i + 1 < shown.size() && shown.at(i + 1).isLowSurrogate();
        const QString one = text.sliced(i, pair ? 2 : 1);
        if (one != u"\t"_s && base::hasHiddenCharacters(one)) {
            shown[i] = hiddenSign;
            if (pair) {
                shown[i + 1] = hiddenSign;
            }
        }
        i += pair ? 1 : 0;
    }
    return shown;
}

} // namespace

KindColors colorsOf(LineKind kind)
{
    switch (kind) {
    case LineKind::Plain:
    case LineKind::Fold:
        return {};
    case LineKind::Added:
        return {Token::AddedLine, Token::AddedWord, Token::AddedMark, Glyph::Added};
    case LineKind::Removed:
        return {Token::RemovedLine, Token::RemovedWord, Token::RemovedMark, Glyph::Removed};
    case LineKind::Changed:
        return {Token::ChangedLine, Token::ChangedWord, Token::ChangedMark, Glyph::Changed};
    case LineKind::Filler:
        return {Token::Filler, Token::Filler, Token::Hatch, Glyph::None};
    }
    Q_UNREACHABLE_RETURN({});
}

CodePane::CodePane(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setLayoutDirection(Qt::LeftToRight);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setMouseTracking(true);
    if (ThemeManager *themes = ThemeManager::instance()) {
        connect(themes, &ThemeManager::changed, this, [this] {
            measure();
            updateScrollBars();
            viewport()->update();
        });
    }
    measure();
}

void CodePane::measure()
{
    const QFontMetrics metrics(fixedFont(true));
    m_rowHeight = metrics.height() + 3;
    m_digitWidth = metrics.horizontalAdvance(u'0');
    int highest = 99;
    m_longest = 0;
    for (const CodeLine &line : m_lines) {
        highest = std::max(highest, line.number);
        m_longest = std::max(m_longest, int(line.text.size()));
    }
    m_gutterWidth =
        markBar + m_digitWidth * (int(QString::number(highest).size()) + 1) + 26 + signStep * (m_signColumns - 1);
}

void CodePane::setLines(std::vector<CodeLine> lines)
{
    m_lines = std::move(lines);
    m_signs.clear();
    m_signColumns = 1;
    m_cursor = {};
    m_anchor = {};
    m_firstCurrent = 0;
    m_lastCurrent = -1;
    measure();
    updateScrollBars();
    setHits({}, -1);
}

void CodePane::setStyles(std::shared_ptr<const std::vector<LineStyles>> left,
                         std::shared_ptr<const std::vector<LineStyles>> right)
{
    m_leftStyles = std::move(left);
    m_rightStyles = std::move(right);
    viewport()->update();
}

void CodePane::setSigns(std::vector<RowSign> signs)
{
    std::ranges::stable_sort(signs, {}, &RowSign::row);
    m_signs = std::move(signs);
    int columns = 1;
    for (std::size_t begin = 0; begin < m_signs.size();) {
        std::size_t end = begin;
        while (end < m_signs.size() && m_signs[end].row == m_signs[begin].row) {
            ++end;
        }
        columns = std::max(columns, int(end - begin));
        begin = end;
    }
    if (columns != m_signColumns) {
        m_signColumns = columns;
        measure();
        updateScrollBars();
    }
    viewport()->update();
}

void CodePane::setCurrentRows(int first, int last)
{
    m_firstCurrent = first;
    m_lastCurrent = last;
    viewport()->update();
}

void CodePane::updateScrollBars()
{
    const int height = int(m_lines.size()) * m_rowHeight + 4;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(m_rowHeight);
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    const int width = m_gutterWidth + (m_longest + 2) * m_digitWidth;
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(m_digitWidth * 4);
    horizontalScrollBar()->setRange(0, std::max(0, width - viewport()->width()));
    emit layoutChanged();
}

void CodePane::scrollToRow(int row, bool centre)
{
    const int above = centre ? (viewport()->height() - m_rowHeight) / 2 : 0;
    verticalScrollBar()->setValue(row * m_rowHeight - above);
}

int CodePane::firstVisibleRow() const
{
    return verticalScrollBar()->value() / m_rowHeight;
}

int CodePane::visibleRows() const
{
    return viewport()->height() / m_rowHeight;
}

void CodePane::setCurrentRow(int row)
{
    moveCursor({row, 0}, false);
}

const LineStyles *CodePane::stylesOf(const CodeLine &line) const
{
    const auto &styles = line.right && m_rightStyles ? m_rightStyles : m_leftStyles;
    if (!styles || line.number < 1 || std::size_t(line.number) > styles->size()) {
        return nullptr;
    }
    return &(*styles)[std::size_t(line.number) - 1];
}

diff::Segment CodePane::sliceOf(int row) const
{
    const int size = int(m_lines[std::size_t(row)].text.size());
    if (size < longLine) {
        return {0, size};
    }
    // The font is of one width; letters that are not, such as Chinese ones, move only within what is in sight.
    constexpr int beside = 200;
    const int begin = std::clamp(horizontalScrollBar()->value() / m_digitWidth - beside, 0, size);
    return {begin, std::min(size, begin + viewport()->width() / m_digitWidth + 2 * beside)};
}

std::unique_ptr<QTextLayout> CodePane::layoutOf(int row) const
{
    const CodeLine &line = m_lines[std::size_t(row)];
    const diff::Segment slice = sliceOf(row);
    const int length = slice.end - slice.begin;
    auto layout =
        std::make_unique<QTextLayout>(visibleText(line.text.sliced(slice.begin, length)), fixedFont(true), viewport());
    QTextOption option(Qt::AlignLeft);
    option.setTextDirection(Qt::LeftToRight);
    option.setWrapMode(QTextOption::NoWrap);
    option.setTabStopDistance(m_digitWidth * 4);
    layout->setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    if (const LineStyles *styles = stylesOf(line)) {
        const auto first = std::ranges::lower_bound(*styles, slice.begin, {},
                                                    [](const StyledRun &run) { return run.begin + run.length; });
        for (const StyledRun &run : std::ranges::subrange(first, styles->end())) {
            if (run.begin >= slice.end) {
                break;
            }
            QTextCharFormat format;
            format.setForeground(color(run.style));
            if (run.style == Token::SyntaxKeyword) {
                format.setFontWeight(QFont::Bold);
            } else if (run.style == Token::SyntaxComment) {
                format.setFontItalic(true);
            }
            const int begin = std::max(run.begin, slice.begin);
            formats << QTextLayout::FormatRange{begin - slice.begin, run.begin + run.length - begin, format};
        }
    }
    const auto [from, to] = selection();
    if (from != to && row >= from.row && row <= to.row) {
        const int begin = std::max(row == from.row ? from.column : 0, slice.begin);
        const int end = std::min(row == to.row ? to.column : int(line.text.size()), slice.end);
        QTextCharFormat format;
        format.setForeground(color(Token::SelectionText));
        if (begin < end) {
            formats << QTextLayout::FormatRange{begin - slice.begin, end - begin, format};
        }
    }
    layout->setFormats(formats);
    layout->beginLayout();
    layout->createLine().setLineWidth(1e6);
    layout->endLayout();
    return layout;
}

void CodePane::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), color(Token::Base));
    if (m_lines.empty()) {
        return; // a gutter without lines looks like something that did not load
    }
    painter.fillRect(QRect(0, 0, m_gutterWidth, viewport()->height()), color(Token::Alternate));
    const int offset = verticalScrollBar()->value();
    const int first = std::max(0, (offset + event->rect().top()) / m_rowHeight);
    const int last = std::min(int(m_lines.size()) - 1, (offset + event->rect().bottom()) / m_rowHeight);
    for (int row = first; row <= last; ++row) {
        paintRow(painter, row, row * m_rowHeight - offset);
    }
    if (m_firstCurrent <= m_lastCurrent) {
        const int top = m_firstCurrent * m_rowHeight - offset;
        const int bottom = (m_lastCurrent + 1) * m_rowHeight - offset;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(color(Token::Focus), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(
            QRectF(m_gutterWidth, top, viewport()->width() - m_gutterWidth - 1, bottom - top).adjusted(0, 0, -1, 0), 3,
            3);
    }
}

void CodePane::paintRow(QPainter &painter, int row, int y)
{
    const CodeLine &line = m_lines[std::size_t(row)];
    const QRect band(m_gutterWidth, y, viewport()->width() - m_gutterWidth, m_rowHeight);
    if (line.kind == LineKind::Fold) {
        paintFold(painter, row, y);
        return;
    }
    if (line.kind != LineKind::Plain) {
        painter.fillRect(band, color(colorsOf(line.kind).line));
    }
    if (line.kind == LineKind::Filler) {
        paintHatch(painter, band, color(Token::Hatch));
        return;
    }
    painter.save();
    painter.setClipRect(band);
    paintText(painter, row, y);
    painter.restore();
    paintGutter(painter, row, y);
}

void CodePane::paintGutter(QPainter &painter, int row, int y)
{
    const CodeLine &line = m_lines[std::size_t(row)];
    const KindColors colors = colorsOf(line.kind);
    if (colors.glyph != Glyph::None) {
        painter.fillRect(QRect(0, y, markBar, m_rowHeight), color(colors.mark));
        paintGlyph(painter, QRectF(m_gutterWidth - 20, y, 11, m_rowHeight), colors.glyph, color(colors.mark));
    }
    int left = m_gutterWidth - 20;
    for (const RowSign &sign : std::ranges::equal_range(m_signs, row, {}, &RowSign::row)) {
        paintGlyph(painter, QRectF(left, y, 12, m_rowHeight), sign.glyph, color(sign.token));
        left -= signStep;
    }
    if (line.number > 0) {
        painter.setFont(fixedFont(true));
        painter.setPen(color(row == m_cursor.row && hasFocus() ? Token::Text : Token::TextMuted));
        painter.drawText(QRect(markBar, y, m_gutterWidth - markBar - 26 - signStep * (m_signColumns - 1), m_rowHeight),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(line.number));
    }
}

void CodePane::paintFold(QPainter &painter, int row, int y)
{
    const QRect band(0, y, viewport()->width(), m_rowHeight);
    painter.fillRect(band, color(Token::Alternate));
    const QColor ink = color(row == m_cursor.row && hasFocus() ? Token::Link : Token::TextMuted);
    painter.setFont(interfaceFont(0.95));
    painter.setPen(ink);
    icon(u"unfold"_s, row == m_cursor.row && hasFocus() ? Token::Link : Token::TextMuted)
        .paint(&painter, QRect(m_gutterWidth - 22, y + (m_rowHeight - 14) / 2, 14, 14));
    painter.drawText(band.adjusted(m_gutterWidth + textGap, 0, 0, 0), Qt::AlignVCenter, m_lines[std::size_t(row)].text);
}

void CodePane::paintText(QPainter &painter, int row, int y)
{
    const CodeLine &line = m_lines[std::size_t(row)];
    const std::unique_ptr<QTextLayout> layout = layoutOf(row);
    const QTextLine text = layout->lineAt(0);
    const diff::Segment slice = sliceOf(row);
    const qreal left = m_gutterWidth + textGap - horizontalScrollBar()->value() + qreal(slice.begin) * m_digitWidth;
    const auto xOf = [&](int column) {
        return text.cursorToX(std::clamp(column, slice.begin, slice.end) - slice.begin);
    };
    const auto box = [&](int begin, int end) {
        const qreal from = xOf(begin);
        return QRectF(left + from, y, xOf(end) - from, m_rowHeight);
    };
    const KindColors colors = colorsOf(line.kind);
    for (const diff::Segment &mark : line.marks) {
        const QRectF area = box(mark.begin, mark.end);
        painter.fillRect(area, color(colors.word));
        painter.fillRect(QRectF(area.left(), area.bottom() - 2, area.width(), 1.5), color(colors.mark));
    }
    for (const CodeHit &hit : std::ranges::equal_range(m_hits, row, {}, &CodeHit::row)) {
        const QRectF area = box(hit.segment.begin, hit.segment.end);
        painter.fillRect(area, color(Token::Hit));
        if (m_currentHit >= 0 && &hit == &m_hits[std::size_t(m_currentHit)]) {
            painter.setPen(QPen(color(Token::Focus), 2));
            painter.drawRect(area.adjusted(0, 1, 0, -1));
        }
    }
    const auto [from, to] = selection();
    if (from != to && row >= from.row && row <= to.row) {
        const int begin = row == from.row ? from.column : 0;
        const int end = row == to.row ? to.column : int(line.text.size());
        QRectF area = box(begin, end);
        area.setWidth(area.width() + (row < to.row ? m_digitWidth / 2 : 0));
        painter.fillRect(area, color(Token::Selection));
    }
    painter.setPen(color(Token::SyntaxNormal));
    layout->draw(&painter, QPointF(left, y + 1.5));
    if (m_whiteSpace) {
        paintWhiteSpace(painter, text, line.text.sliced(slice.begin, slice.end - slice.begin), QPointF(left, y));
    }
    const QString shown = layout->text();
    for (int i = slice.begin; i < slice.end; ++i) {
        if (shown.at(i - slice.begin) != line.text.at(i)) {
            painter.setPen(QPen(color(Token::Critical), 1.5));
            painter.drawRect(box(i, i + 1).adjusted(0.5, 2, -0.5, -2));
        }
    }
    const bool still = ThemeManager::instance() != nullptr && ThemeManager::instance()->reproducible();
    if (hasFocus() && row == m_cursor.row && !still) {
        const qreal x = left + xOf(std::min(m_cursor.column, int(line.text.size())));
        painter.fillRect(QRectF(x, y + 1, 1.5, m_rowHeight - 2), color(Token::Text));
    }
}

CodePosition CodePane::positionAt(const QPoint &point) const
{
    const int last = int(m_lines.size()) - 1;
    const int row = std::clamp((point.y() + verticalScrollBar()->value()) / m_rowHeight, 0, std::max(0, last));
    if (last < 0) {
        return {};
    }
    const qreal x = point.x() - m_gutterWidth - textGap + horizontalScrollBar()->value();
    const int begin = sliceOf(row).begin;
    return {row, begin + layoutOf(row)->lineAt(0).xToCursor(x - qreal(begin) * m_digitWidth)};
}

std::pair<CodePosition, CodePosition> CodePane::selection() const
{
    return std::minmax(m_anchor, m_cursor);
}

void CodePane::moveCursor(CodePosition to, bool select)
{
    if (m_lines.empty()) {
        return;
    }
    to.row = std::clamp(to.row, 0, int(m_lines.size()) - 1);
    to.column = std::clamp(to.column, 0, int(m_lines[std::size_t(to.row)].text.size()));
    const bool otherRow = to.row != m_cursor.row;
    m_cursor = to;
    if (!select) {
        m_anchor = to;
    }
    ensureVisible(to);
    viewport()->update();
    if (otherRow) {
        emit currentRowChanged(to.row);
    }
}

void CodePane::ensureVisible(CodePosition position)
{
    const int top = position.row * m_rowHeight;
    const int offset = verticalScrollBar()->value();
    if (top < offset) {
        verticalScrollBar()->setValue(top);
    } else if (top + m_rowHeight > offset + viewport()->height()) {
        verticalScrollBar()->setValue(top + m_rowHeight - viewport()->height());
    }
}

void CodePane::setHits(std::vector<CodeHit> hits, int current)
{
    m_hits = std::move(hits);
    m_currentHit = current;
    viewport()->update();
}

void CodePane::showHit(const CodeHit &hit)
{
    moveCursor({hit.row, hit.segment.begin}, false);
    scrollToRow(hit.row);
    const int x = hit.segment.begin * m_digitWidth;
    const int width = viewport()->width() - m_gutterWidth;
    QScrollBar *bar = horizontalScrollBar();
    if (x < bar->value() || hit.segment.end * m_digitWidth > bar->value() + width - 2 * m_digitWidth) {
        bar->setValue(x - width / 3);
    }
}

void CodePane::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBars();
}

void CodePane::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        measure();
        updateScrollBars();
    }
}

void CodePane::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_lines.empty()) {
        return;
    }
    const CodePosition at = positionAt(event->position().toPoint());
    if (m_lines[std::size_t(at.row)].kind == LineKind::Fold) {
        emit foldActivated(at.row);
        return;
    }
    moveCursor(at, event->modifiers().testFlag(Qt::ShiftModifier));
}

void CodePane::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton)) {
        moveCursor(positionAt(event->position().toPoint()), true);
        return;
    }
    const bool fold =
        !m_lines.empty() && m_lines[std::size_t(positionAt(event->position().toPoint()).row)].kind == LineKind::Fold;
    viewport()->setCursor(fold ? Qt::PointingHandCursor : Qt::IBeamCursor);
}

void CodePane::mouseDoubleClickEvent(QMouseEvent *event)
{
    const CodePosition at = positionAt(event->position().toPoint());
    if (m_lines.empty()) {
        return;
    }
    const QString &text = m_lines[std::size_t(at.row)].text;
    const auto inWord = [&](int i) { return text.at(i).isLetterOrNumber() || text.at(i) == u'_'; };
    int begin = at.column;
    int end = at.column;
    while (begin > 0 && inWord(begin - 1)) {
        --begin;
    }
    while (end < text.size() && inWord(end)) {
        ++end;
    }
    m_anchor = {at.row, begin};
    m_cursor = {at.row, end};
    viewport()->update();
}

void CodePane::keyPressEvent(QKeyEvent *event)
{
    const bool select = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
        return;
    }
    if (m_paged && control && (event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown)) {
        emit pageStepRequested(event->key() == Qt::Key_PageDown ? 1 : -1);
        return;
    }
    const int page = std::max(1, visibleRows() - 1);
    const int lastRow = int(m_lines.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Up:
        return moveCursor({m_cursor.row - 1, m_cursor.column}, select);
    case Qt::Key_Down:
        return moveCursor({m_cursor.row + 1, m_cursor.column}, select);
    case Qt::Key_PageUp:
        return moveCursor({m_cursor.row - page, m_cursor.column}, select);
    case Qt::Key_PageDown:
        return moveCursor({m_cursor.row + page, m_cursor.column}, select);
    case Qt::Key_Left:
        return moveCursor({m_cursor.row, m_cursor.column - 1}, select);
    case Qt::Key_Right:
        return moveCursor({m_cursor.row, m_cursor.column + 1}, select);
    case Qt::Key_Home:
        return moveCursor({control ? 0 : m_cursor.row, 0}, select);
    case Qt::Key_End:
        return moveCursor({control ? lastRow : m_cursor.row, 1 << 24}, select);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_cursor.row <= lastRow && lastRow >= 0 && m_lines[std::size_t(m_cursor.row)].kind == LineKind::Fold) {
            emit foldActivated(m_cursor.row);
            return;
        }
        break;
    case Qt::Key_Escape:
        emit leaveRequested();
        return;
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void CodePane::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void CodePane::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace countersign::gui

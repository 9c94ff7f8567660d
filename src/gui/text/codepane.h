#pragma once

#include "diff/sidebyside.h"
#include "gui/common/icons.h"
#include "gui/text/sqlhighlight.h"

#include <QAbstractScrollArea>

#include <memory>
#include <optional>
#include <vector>

class QTextLayout;
class QTextLine;

namespace countersign::gui {

enum class LineKind : std::uint8_t { Plain, Added, Removed, Changed, Filler, Fold };

/// One painted row.
struct CodeLine {
    LineKind kind = LineKind::Plain;
    int number = 0;                   ///< 1-based line of the text; 0 for fillers and folds
    QString text;                     ///< of a fold: what it says
    std::vector<diff::Segment> marks; ///< words that differ
    bool right = false;               ///< unified view: the line is from the right text, for its styles
};

/// A sign in the gutter beside a row; a row may have several, painted from the text outwards in their order.
struct RowSign {
    int row = 0;
    Glyph glyph = Glyph::None;
    Token token = Token::Text;
    QString words; ///< tooltip and what a screen reader says
};

/// A place in the rows; column counts UTF-16 code units.
struct CodePosition {
    int row = 0;
    int column = 0;

    friend auto operator<=>(const CodePosition &, const CodePosition &) = default;
};

/// A found text.
struct CodeHit {
    int row = 0;
    diff::Segment segment;

    friend bool operator==(const CodeHit &, const CodeHit &) = default;
};

/// Read-only SQL with line numbers, signs, tinted rows, marked words, selection, keyboard and search. Everything is
/// painted for the visible rows only; rows are of one height; text runs left to right in every language. Characters
/// that cannot be seen (controls, bidi overrides, zero width) are shown as a framed sign of the same length.
class CodePane : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit CodePane(QWidget *parent = nullptr);

    void setLines(std::vector<CodeLine> lines);
    [[nodiscard]] const std::vector<CodeLine> &lines() const { return m_lines; }
    /// Styles by line number - 1: of the text, or of the left and the right text of a unified view.
    void setStyles(std::shared_ptr<const std::vector<LineStyles>> left,
                   std::shared_ptr<const std::vector<LineStyles>> right = {});
    void setSigns(std::vector<RowSign> signs);
    /// Rows that are outlined as the current change or statement; first > last for none.
    void setCurrentRows(int first, int last);

    void scrollToRow(int row, bool centre = true);
    [[nodiscard]] int firstVisibleRow() const;
    [[nodiscard]] int visibleRows() const;
    [[nodiscard]] int rowHeight() const { return m_rowHeight; }
    [[nodiscard]] int currentRow() const { return m_cursor.row; }
    void setCurrentRow(int row);

    /// What was found in the rows, ascending; @p current is the one that is shown, -1 for none. New lines have no hits.
    void setHits(std::vector<CodeHit> hits, int current);
    [[nodiscard]] const std::vector<CodeHit> &hits() const { return m_hits; }
    /// Scrolls to a hit and puts the cursor there.
    void showHit(const CodeHit &hit);
    /// The rows are one page of several: Ctrl+Page Up and Ctrl+Page Down ask for the others.
    void setPaged(bool paged) { m_paged = paged; }

    [[nodiscard]] QString selectedText() const;
    void selectAll();
    void copy() const;
    /// Copies the selection, or everything, as coloured HTML.
    void copyHtml() const;
    /// Copies "NAME, line 6: text" for the current row.
    void copyReference() const;
    /// What the text is of, for references: "public.orders (staging)".
    void setReference(const QString &name) { m_reference = name; }
    /// Spaces, tabs and ends of lines as faint signs.
    void setWhiteSpaceShown(bool shown);
    /// Offers "Comment on this line" in the context menu.
    void setCommentable(bool commentable) { m_commentable = commentable; }
    /// The text of the current row; empty for fillers and folds.
    [[nodiscard]] QString currentText() const;

    QSize sizeHint() const override { return {480, 240}; }

signals:
    void foldActivated(int row);
    void currentRowChanged(int row);
    void layoutChanged();
    void leaveRequested();
    void commentRequested();
    void pageStepRequested(int direction);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void measure();
    void updateScrollBars();
    void paintRow(QPainter &painter, int row, int y);
    void paintGutter(QPainter &painter, int row, int y);
    void paintText(QPainter &painter, int row, int y);
    void paintFold(QPainter &painter, int row, int y);
    void paintWhiteSpace(QPainter &painter, const QTextLine &line, const QString &text, QPointF at);
    [[nodiscard]] QString hiddenWords(const QPoint &at) const;
    [[nodiscard]] const LineStyles *stylesOf(const CodeLine &line) const;
    /// The columns of @p row that are laid out: all, or of a very long line those in sight and some beside.
    [[nodiscard]] diff::Segment sliceOf(int row) const;
    [[nodiscard]] std::unique_ptr<QTextLayout> layoutOf(int row) const;
    [[nodiscard]] CodePosition positionAt(const QPoint &point) const;
    void moveCursor(CodePosition to, bool select);
    void ensureVisible(CodePosition position);
    [[nodiscard]] std::pair<CodePosition, CodePosition> selection() const;

    std::vector<CodeLine> m_lines;
    std::shared_ptr<const std::vector<LineStyles>> m_leftStyles;
    std::shared_ptr<const std::vector<LineStyles>> m_rightStyles;
    std::vector<RowSign> m_signs; ///< sorted by row
    std::vector<CodeHit> m_hits;
    QString m_reference;
    bool m_whiteSpace = false;
    bool m_commentable = false;
    bool m_paged = false;
    int m_currentHit = -1;
    int m_firstCurrent = 0;
    int m_lastCurrent = -1;
    CodePosition m_anchor;
    CodePosition m_cursor;
    int m_rowHeight = 18;
    int m_digitWidth = 8;
    int m_gutterWidth = 60;
    int m_signColumns = 1; ///< the most signs of one row
    int m_longest = 0;
};

/// Every character of @p text that cannot be seen, in words: "U+202E right-to-left override"; each once.
[[nodiscard]] QStringList hiddenCharacters(const QString &text);

/// The word's colour, the tint of its row and the mark of a line kind.
struct KindColors {
    Token line = Token::Base;
    Token word = Token::Base;
    Token mark = Token::Text;
    Glyph glyph = Glyph::None;
};
[[nodiscard]] KindColors colorsOf(LineKind kind);

} // namespace countersign::gui

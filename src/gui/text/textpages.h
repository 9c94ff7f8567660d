#pragma once

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;

namespace countersign::gui {

/// Where the pages of a text begin, in lines from 0: at most @p most lines each, cut at the last of @p starts
/// (ascending) that still fits, otherwise in the middle of what is longer than a page. At least one page.
[[nodiscard]] std::vector<int> pageStarts(int lines, const std::vector<int> &starts, int most);

/// Which lines of a long text are shown: one of its pages, or all of them because the person wants that.
class TextPages
{
public:
    static constexpr int linesPerPage = 5000;

    /// @p starts are those of pageStarts(); the first page is shown.
    void reset(int lines, std::vector<int> starts);
    [[nodiscard]] int lines() const { return m_lines; }
    /// First line that is shown and the one after the last.
    [[nodiscard]] int begin() const { return m_whole ? 0 : m_starts[std::size_t(m_current)]; }
    [[nodiscard]] int end() const;
    [[nodiscard]] int count() const { return m_whole ? 1 : int(m_starts.size()); }
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] bool areMany() const { return m_starts.size() > 1; }
    [[nodiscard]] bool isWhole() const { return m_whole; }
    /// False when @p page is the current one or does not exist; then nothing changes.
    [[nodiscard]] bool turnTo(int page);
    /// Turns to the page that holds @p line; false when that one is shown already.
    [[nodiscard]] bool turnToLine(int line);
    void setWhole(bool whole);

private:
    std::vector<int> m_starts{0};
    int m_lines = 0;
    int m_current = 0;
    bool m_whole = false;
};

/// Below a text that is shown by pages: which lines these are, the way to the others, and all of them at once. Not
/// visible while there is only one page.
class PageBar : public QWidget
{
    Q_OBJECT
public:
    /// @p prefix begins the object names of its parts.
    PageBar(const QString &prefix, QWidget *parent);
    /// @p words says what is shown: "Lines 1 to 5,000 of 20,000".
    void follow(const TextPages &pages, const QString &words);

signals:
    void stepRequested(int direction);
    void wholeRequested(bool whole);

private:
    QLabel *m_words;
    QPushButton *m_previous;
    QPushButton *m_next;
    QPushButton *m_all;
    bool m_whole = false;
};

} // namespace countersign::gui

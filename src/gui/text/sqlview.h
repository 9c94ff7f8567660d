#pragma once

#include "gui/text/codepane.h"

class QLabel;
class QPushButton;

namespace countersign::gui {

class JobRunner;

/// Where the pages of a text begin, in lines from 0: at most @p most lines each, cut where a statement begins if one
/// does (@p starts, ascending), otherwise in the middle of the statement that is longer than a page. At least one page.
[[nodiscard]] std::vector<int> pageStarts(int lines, const std::vector<int> &starts, int most);

/// One SQL text, highlighted in a worker. A text of more than 5,000 lines is shown page by page, with a bar that says
/// so and leads on; a long text is cut into lines in a worker, too. Lines count from 0 over the whole text, rows of the
/// pane only over what is shown.
class SqlView : public CodePane
{
    Q_OBJECT
public:
    static constexpr int linesPerPage = 5000;

    SqlView(JobRunner &jobs, QWidget *parent = nullptr);
    /// @p firstLine is the number of its first line in the file that it is from; @p starts are the lines (from 0) where
    /// statements begin, so that no page ends within one.
    void setSql(const QString &sql, schema::EngineKind engine, int firstLine = 1, std::vector<int> starts = {});
    [[nodiscard]] const QString &sql() const { return m_sql; }

    /// Outlines these lines wherever they are shown; first > last for none.
    void setCurrentLines(int first, int last);
    /// Shows the page of @p line and scrolls to it. What comes before the text is there is done when it is.
    void showLine(int line);
    /// Signs by line; only those of the shown lines count.
    void setLineSigns(std::vector<RowSign> signs);
    /// First line and the one after the last; none while a long text is being cut into lines.
    [[nodiscard]] std::pair<int, int> shownLines() const { return {pageBegin(), m_waiting ? pageBegin() : pageEnd()}; }
    [[nodiscard]] int lineCount() const { return int(m_all->size()); }
    [[nodiscard]] int pageCount() const { return m_whole ? 1 : int(m_pages.size()); }
    [[nodiscard]] int currentPage() const { return m_page; }
    void showPage(int page);

signals:
    /// The person moved to this line.
    void currentLineChanged(int line);
    /// Other lines are shown: signs are wanted for shownLines().
    void pageShown();
    void settled();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Prepared {
        std::vector<CodeLine> lines;
        std::vector<int> pages;
    };
    [[nodiscard]] static Prepared prepare(const QString &sql, int firstLine, const std::vector<int> &starts);
    void adopt(std::shared_ptr<const Prepared> prepared);
    void highlight();
    void showAll(bool all);
    void fillPage();
    void buildBar();
    void updateBar();
    void placeBar();
    [[nodiscard]] int pageBegin() const { return m_whole ? 0 : m_pages[std::size_t(m_page)]; }
    [[nodiscard]] int pageEnd() const;
    void applyCurrent();

    JobRunner &m_jobs;
    QString m_sql;
    schema::EngineKind m_engine = schema::EngineKind::Sqlite;
    int m_firstLine = 1;
    std::shared_ptr<const std::vector<CodeLine>> m_all = std::make_shared<const std::vector<CodeLine>>();
    std::vector<int> m_pages{0};
    int m_page = 0;
    bool m_whole = false;   ///< the person wants all lines at once
    bool m_waiting = false; ///< for the lines
    int m_firstCurrentLine = 0;
    int m_lastCurrentLine = -1;
    int m_wantedLine = -1;
    QWidget *m_bar = nullptr;
    QLabel *m_barText = nullptr;
    QPushButton *m_previous = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_showAll = nullptr;
};

} // namespace countersign::gui

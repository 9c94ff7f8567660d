#pragma once

#include "gui/text/codepane.h"
#include "gui/text/findbar.h"
#include "gui/text/textpages.h"

namespace countersign::gui {

class JobRunner;

/// One SQL text, highlighted in a worker. A text of more than 5,000 lines is shown page by page, with a bar that says
/// so and leads on; a long text is cut into lines in a worker, too. Lines count from 0 over the whole text, rows of the
/// pane only over what is shown.
class SqlView : public CodePane, public Searchable
{
    Q_OBJECT
public:
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
    [[nodiscard]] std::pair<int, int> shownLines() const
    {
        return {m_pages.begin(), m_waiting ? m_pages.begin() : m_pages.end()};
    }
    [[nodiscard]] int lineCount() const { return int(m_all->size()); }
    [[nodiscard]] const TextPages &pages() const { return m_pages; }
    void showPage(int page);
    void openFind() override;
    void findStep(int direction) override;

signals:
    /// The person moved to this line.
    void currentLineChanged(int line);
    /// Other lines are shown: signs are wanted for shownLines().
    void pageShown();
    void settled();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Prepared {
        std::vector<CodeLine> lines;
        std::vector<int> pages;
    };
    [[nodiscard]] static Prepared prepare(const QString &sql, int firstLine, const std::vector<int> &starts);
    void adopt(std::shared_ptr<const Prepared> prepared);
    void highlight();
    void showWhole(bool whole);
    void fillPage();
    void updateBar();
    void buildFind();
    void placeFoot();
    void search(const QString &needle);
    void adoptHits(std::vector<CodeHit> hits);
    void markHits();
    void applyCurrent();

    JobRunner &m_jobs;
    QString m_sql;
    schema::EngineKind m_engine = schema::EngineKind::Sqlite;
    int m_firstLine = 1;
    std::shared_ptr<const std::vector<CodeLine>> m_all = std::make_shared<const std::vector<CodeLine>>();
    TextPages m_pages;
    std::vector<CodeHit> m_found; ///< in lines of the whole text
    int m_currentFound = -1;
    bool m_waiting = false; ///< for the lines
    int m_firstCurrentLine = 0;
    int m_lastCurrentLine = -1;
    int m_wantedLine = -1;
    PageBar *m_bar = nullptr;
    FindBar *m_find = nullptr;
};

} // namespace countersign::gui

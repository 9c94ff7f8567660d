#pragma once

#include "gui/shell/environmentband.h"
#include "gui/text/codepane.h"
#include "gui/text/findbar.h"
#include "gui/text/textpages.h"
#include "gui/text/viewrows.h"

#include <QWidget>

#include <memory>

class QSplitter;

namespace countersign::gui {

class JobRunner;
class OverviewStrip;

/// Two texts beside each other (left is now, right is proposed) or as one unified text: aligned, marked, folded,
/// scrolled together on both axes. Alignment and highlighting run in workers; the panes keep what they show until the
/// new text is ready. More than 5,000 rows are shown page by page: changes, hits and the overview count all of them and
/// turn to the page that they are on.
class DiffView : public QWidget, public Searchable
{
    Q_OBJECT
public:
    /// @p prefix begins the object names of its parts: "ddl" gives ddlLeft and ddlRight.
    DiffView(JobRunner &jobs, QWidget *parent = nullptr, const QString &prefix = QStringLiteral("ddl"));

    void setSides(const SideView &left, const SideView &right);
    void setTexts(const QString &left, const QString &right, schema::EngineKind engine);
    /// The texts are canonical DDL: a comma at the end of a line says only that another line follows.
    void setDdl(bool ddl) { m_ddl = ddl; }
    void clear();
    /// What the texts are of, for references that are copied.
    void setReference(const QString &name);

    void setUnified(bool unified);
    [[nodiscard]] bool isUnified() const { return m_unified; }
    void setFolded(bool folded);
    [[nodiscard]] bool isFolded() const { return m_folded; }

    /// Moves to the next (+1) or previous (-1) change; false at the end, where nothing moves.
    bool stepChange(int direction);
    [[nodiscard]] int changeCount() const { return int(m_rows->hunks.size()); }
    /// 0-based; -1 when there is none.
    [[nodiscard]] int currentChange() const { return m_currentHunk; }

    /// The current change in words: the line that it begins with, now and as proposed. Empty without one.
    [[nodiscard]] QString changeText() const;

    void openFind() override;
    void findStep(int direction) override;
    /// Rows over all pages.
    [[nodiscard]] int rowCount() const { return m_pages.lines(); }
    [[nodiscard]] const TextPages &pages() const { return m_pages; }
    void showPage(int page);
    /// Turns to the page of this row and scrolls to it.
    void showRow(int row);
    [[nodiscard]] CodePane *leftPane() const { return m_left; }
    [[nodiscard]] CodePane *rightPane() const { return m_right; }
    [[nodiscard]] bool isSettled() const { return m_pending == 0 && !m_folding; }

signals:
    /// By its button, or because there is no room for two texts.
    void unifiedChanged(bool unified);
    /// The texts are aligned, highlighted and shown.
    void settled();
    void currentChangeChanged();
    void leaveRequested();
    void commentRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Prepared;
    /// What stays in sight while rows come and go: a row of the alignment, and how far it is scrolled out.
    struct Anchor {
        int top = 0;
        int pixels = 0;
        int left = 0; ///< of the cursors
        int right = 0;
    };
    void build();
    void connectPanes();
    void align(const QString &left, const QString &right);
    void rebuild();
    void adopt(std::shared_ptr<const ViewRows> rows);
    /// Other rows of the same alignment: what is in sight stays there.
    void exchange(std::shared_ptr<const ViewRows> rows);
    void fillPage();
    void showWhole(bool whole);
    void search(const QString &needle);
    void adoptHits(std::vector<DiffHit> hits);
    void markHits();
    void showHit();
    [[nodiscard]] int rowOf(const DiffHit &hit) const;
    [[nodiscard]] Anchor anchor() const;
    void restore(const Anchor &anchor);
    void showCurrentRows();
    void updateStrip();
    void updateMarks();
    void showHunk(int index);
    void highlight(const QString &left, const QString &right, schema::EngineKind engine);
    void syncFrom(CodePane *from, CodePane *to);
    void showBands();
    void applyMode();
    void settle();

    JobRunner &m_jobs;
    EnvironmentBand *m_leftBand;
    EnvironmentBand *m_rightBand;
    CodePane *m_left;
    CodePane *m_right;
    QWidget *m_leftSide;
    QWidget *m_rightSide;
    QSplitter *m_splitter;
    OverviewStrip *m_strip;
    FindBar *m_find;
    PageBar *m_pageBar;

    QString m_job; ///< begins the keys of its jobs
    std::shared_ptr<const diff::SideBySide> m_aligned;
    std::shared_ptr<const std::vector<LineStyles>> m_leftStyles;
    std::shared_ptr<const std::vector<LineStyles>> m_rightStyles;
    std::shared_ptr<const ViewRows> m_rows = std::make_shared<const ViewRows>();
    TextPages m_pages;
    OpenFolds m_open;
    std::vector<DiffHit> m_hits;
    int m_currentHit = -1;
    SideView m_leftSideView;
    bool m_unified = false;
    bool m_unifiedByWidth = false;
    bool m_folded = true;
    bool m_ddl = false;
    bool m_syncing = false;
    int m_currentHunk = -1;
    int m_pending = 0;
    bool m_folding = false; ///< rows of a long text are being made in a worker
};

} // namespace countersign::gui

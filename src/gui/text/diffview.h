#pragma once

#include "gui/shell/environmentband.h"
#include "gui/text/codepane.h"
#include "gui/text/viewrows.h"

#include <QWidget>

#include <memory>

class QLineEdit;
class QSplitter;
class QLabel;

namespace countersign::gui {

class JobRunner;
class OverviewStrip;

/// Two texts beside each other (left is now, right is proposed) or as one unified text: aligned, marked, folded,
/// scrolled together on both axes. Alignment and highlighting run in workers; the panes keep what they show until the
/// new text is ready.
class DiffView : public QWidget
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
    [[nodiscard]] int changeCount() const { return int(m_view.hunks.size()); }
    /// 0-based; -1 when there is none.
    [[nodiscard]] int currentChange() const { return m_currentHunk; }

    void openFind();
    void findStep(int direction);
    [[nodiscard]] CodePane *leftPane() const { return m_left; }
    [[nodiscard]] CodePane *rightPane() const { return m_right; }
    [[nodiscard]] bool isSettled() const { return m_pending == 0; }

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
    void build();
    void connectPanes();
    void rebuild(bool keepPosition);
    void updateStrip();
    void updateMarks();
    void showHunk(int index);
    void highlight(const QString &left, const QString &right, schema::EngineKind engine);
    void syncFrom(CodePane *from, CodePane *to);
    void showBands();
    void applyMode();

    JobRunner &m_jobs;
    EnvironmentBand *m_leftBand;
    EnvironmentBand *m_rightBand;
    CodePane *m_left;
    CodePane *m_right;
    QWidget *m_leftSide;
    QWidget *m_rightSide;
    QSplitter *m_splitter;
    OverviewStrip *m_strip;
    QWidget *m_findBar;
    QLineEdit *m_findField;
    QLabel *m_findCount;

    std::shared_ptr<const diff::SideBySide> m_aligned;
    std::shared_ptr<const std::vector<LineStyles>> m_leftStyles;
    std::shared_ptr<const std::vector<LineStyles>> m_rightStyles;
    ViewRows m_view;
    OpenFolds m_open;
    SideView m_leftSideView;
    bool m_unified = false;
    bool m_unifiedByWidth = false;
    bool m_folded = true;
    bool m_ddl = false;
    bool m_syncing = false;
    int m_currentHunk = -1;
    int m_pending = 0;
};

} // namespace countersign::gui

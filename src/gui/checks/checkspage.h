#pragma once

#include "checks/finding.h"
#include "gui/shell/page.h"

class QTreeView;

namespace countersign::gui {

class AdaptiveSplitter;
class ChangeSession;
class Chip;
class Console;
class FindingsModel;
class SqlView;

/// What the rules say of the migration, what was not run, and what passed; with reason and remedy.
class ChecksPage : public Page
{
    Q_OBJECT
public:
    ChecksPage(Console &console, ChangeSession &session, QWidget *parent);

    int attention() const override;
    QList<QWidget *> panes() const override;
    void refresh() override;
    void activated() override;
    void timePassed() override;
    void stepChange(int direction) override;

private:
    void build();
    void buildDetails();
    void updateReport();
    void applyFilter();
    void showCurrent();
    void showFinding(int finding);
    void showSql(SqlView *view, const QString &sql, int firstLine);
    /// The SQL of the statement that a finding is about; 0 for none.
    void showStatement(int number);
    void openWaive();
    void copyAs(const QString &format);
    [[nodiscard]] QString evidenceFor(const checks::Finding &finding) const;

    Console &m_console;
    ChangeSession &m_session;
    FindingsModel *m_model;
    QTreeView *m_list;
    StatusLabel *m_verdict;
    ElidedLabel *m_verdictText;
    AdaptiveSplitter *m_splitter = nullptr;
    Chip *m_errors = nullptr;
    Chip *m_warnings = nullptr;
    Chip *m_notes = nullptr;
    Chip *m_notRun = nullptr;
    Chip *m_passed = nullptr;
    QLabel *m_title = nullptr;
    StatusLabel *m_severity = nullptr;
    QLabel *m_message = nullptr;
    QLabel *m_adviceHead = nullptr;
    QLabel *m_advice = nullptr;
    QLabel *m_statementHead = nullptr;
    SqlView *m_statement = nullptr;
    QLabel *m_fixHead = nullptr;
    SqlView *m_fix = nullptr;
    QLabel *m_waived = nullptr;
    QLabel *m_evidenceHead = nullptr;
    QLabel *m_evidence = nullptr;
    QPushButton *m_go = nullptr;
    QPushButton *m_waive = nullptr;
};

} // namespace countersign::gui

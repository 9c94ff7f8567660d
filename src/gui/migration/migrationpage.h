#pragma once

#include "gui/shell/page.h"
#include "sql/statements.h"

class QComboBox;
class QSplitter;
class QTabBar;
class QTreeView;

namespace countersign::gui {

class ChangeSession;
class Console;
class SqlView;
class StatementModel;

/// The migration statement by statement: the SQL, what the rehearsal saw, and what the rules say; the way back beside
/// it.
class MigrationPage : public Page
{
    Q_OBJECT
public:
    MigrationPage(Console &console, ChangeSession &session, QWidget *parent);

    QList<QWidget *> panes() const override;
    void refresh() override;
    void activated() override;
    void stepChange(int direction) override;

private:
    void build();
    void buildCard();
    void connectSession();
    void updateMigrations();
    void showSide();
    void updateReport();
    void updateStatus();
    void showStatement();
    void selectStatementAt(int line);
    [[nodiscard]] bool forward() const;

    Console &m_console;
    ChangeSession &m_session;
    StatementModel *m_model;
    QComboBox *m_choice;
    QPushButton *m_rehearse;
    QTabBar *m_side;
    StatusLabel *m_status;
    QTreeView *m_list;
    SqlView *m_sql;
    QWidget *m_card;
    QLabel *m_cardTitle = nullptr;
    StatusLabel *m_cardOutcome = nullptr;
    QLabel *m_cardFacts = nullptr;
    QLabel *m_cardFindings = nullptr;
    bool m_syncing = false;
};

} // namespace countersign::gui

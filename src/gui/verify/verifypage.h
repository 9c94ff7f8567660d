#pragma once

#include "app/verifyusecase.h"
#include "gui/common/looks.h"
#include "gui/jobs/jobrunner.h"
#include "gui/shell/page.h"

#include <memory>

class QComboBox;
class QListView;
class QPushButton;
class QTabBar;
class QSplitter;

namespace countersign::gui {

class ChangeSession;
class Console;
class SqlView;
class TwoLineModel;

[[nodiscard]] Look lookOf(rehearsal::StatementState state);
[[nodiscard]] Look lookOf(rehearsal::TargetState state);

/// Did a migration take effect on a target, statement by statement, from the live catalog alone; and the rehearsed SQL
/// that finishes it or goes back. The SQL is copied or saved, never run.
class VerifyPage : public Page
{
    Q_OBJECT
public:
    VerifyPage(Console &console, ChangeSession &session, QWidget *parent = nullptr);

    [[nodiscard]] QList<QWidget *> panes() const override;
    void refresh() override { verify(); }
    void activated() override;
    void timePassed() override;

    void verify();
    /// What was found last; null before.
    [[nodiscard]] std::shared_ptr<const app::VerifyOutcome> outcome() const { return m_outcome; }

private:
    void buildChoices();
    void buildResults();
    void buildTargets(QSplitter *splitter);
    void buildStatements(QSplitter *splitter);
    void buildRoutes(QSplitter *splitter);
    void adoptWorkspace();
    void adoptMigrations();
    void show(const std::shared_ptr<const app::VerifyOutcome> &outcome);
    void showTarget();
    void showEvidence();
    void showRoute();
    void saveRoute();
    [[nodiscard]] const app::TargetReport *target() const;
    [[nodiscard]] const rehearsal::Route *route() const;

    Console &m_console;
    ChangeSession &m_session;
    std::shared_ptr<const app::VerifyOutcome> m_outcome;
    QString m_folder;
    QDateTime m_readAt; ///< when the targets of the outcome were read
    QStringList m_evidence;
    schema::EngineKind m_engine = schema::EngineKind::Sqlite;
    TwoLineModel *m_targetRows;
    TwoLineModel *m_statementRows;
    QComboBox *m_target = nullptr;
    QComboBox *m_expected = nullptr;
    QComboBox *m_migration = nullptr;
    QComboBox *m_base = nullptr;
    QPushButton *m_run = nullptr;
    StatusLabel *m_verdict = nullptr;
    QLabel *m_facts = nullptr;
    QWidget *m_targetCard = nullptr;
    QListView *m_targetList = nullptr;
    Card *m_statementCard = nullptr;
    QListView *m_statementList = nullptr;
    QLabel *m_evidenceText = nullptr;
    QTabBar *m_routes = nullptr;
    StatusLabel *m_routeStatus = nullptr;
    QLabel *m_routeNote = nullptr;
    StatusLabel *m_routeLoss = nullptr;
    QLabel *m_routeLost = nullptr;
    SqlView *m_sql = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace countersign::gui

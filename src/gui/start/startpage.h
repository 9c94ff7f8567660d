#pragma once

#include "gui/shell/page.h"

#include <QAbstractListModel>

class QListView;

namespace countersign::gui {

class Console;
class StepTile;
class TwoLineModel;

/// Workspaces opened before, newest first; what is gone stays, greyed.
class RecentModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { FolderRole = Qt::UserRole + 1, ExistsRole };
    explicit RecentModel(Console &console, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void reread();
    struct Entry {
        QString folder;
        bool exists = true;
    };
    Console &m_console;
    QList<Entry> m_entries;
};

/// Where one begins: open, demo, the way from a difference to a signature and how far it has come, recent workspaces.
class StartPage : public Page
{
    Q_OBJECT
public:
    StartPage(Console &console, QWidget *parent);
    QList<QWidget *> panes() const override;
    void refresh() override;
    void activated() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    [[nodiscard]] QLayout *buildHero();
    [[nodiscard]] QLayout *buildSteps();
    [[nodiscard]] QLayout *buildCards();
    /// What is there is opened; what is gone is looked for.
    void openRecent(const QModelIndex &index);
    void locate(const QString &folder);
    void recentMenu(const QPoint &at);
    void compare();
    void updateWorkspace();
    /// How far the change in hand has come.
    void updateSteps();
    void updateWaiting();
    void updateEnvironments();

    Console &m_console;
    QPushButton *m_open;
    QPushButton *m_demo;
    QPushButton *m_files;
    QPushButton *m_new;
    QPushButton *m_setup; ///< of a workspace without a ledger
    QListView *m_recent;
    RecentModel *m_model;
    Card *m_now;
    QLabel *m_nowText;
    QListView *m_environments; ///< of the workspace that is open
    TwoLineModel *m_environmentRows;
    QPushButton *m_compare;
    QLabel *m_noRecent;
    QListView *m_waiting; ///< changes that wait for somebody
    TwoLineModel *m_waitingRows;
    QStringList m_waitingChanges; ///< of its rows
    QLabel *m_waitingHead = nullptr;
    Card *m_recentCard = nullptr;
    StepTile *m_stepCompare = nullptr;
    StepTile *m_stepChecks = nullptr;
    StepTile *m_stepReview = nullptr;
    StepTile *m_stepVerify = nullptr;
};

} // namespace countersign::gui

#pragma once

#include "app/connectiontest.h"
#include "app/workspace.h"
#include "gui/shell/page.h"

#include <QAbstractTableModel>

#include <map>

class QButtonGroup;
class QLineEdit;
class QListView;
class QTreeView;

namespace countersign::gui {

class ConnectionForm;
class AdaptiveSplitter;
class Console;
class SqlView;
class EnvironmentBand;
class TwoLineModel;

/// The environments of the workspace with class and guard.
class EnvironmentsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, EngineColumn, ClassColumn, GuardColumn, SeenColumn, WhereColumn, ColumnCount };
    explicit EnvironmentsModel(QObject *parent = nullptr);
    void setEnvironments(std::vector<app::Environment> environments);
    [[nodiscard]] const std::vector<app::Environment> &environments() const { return m_environments; }
    void setGuard(const QString &name, app::Guard guard);
    /// How long ago something was read from it, in words; empty for not in this window.
    void setSeen(const QString &name, const QString &age);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<app::Environment> m_environments;
    std::map<QString, app::Guard> m_guards;
    QHash<QString, QString> m_seen;
};

/// Which databases there are, how they are reached, and what keeps Countersign from writing to them.
class EnvironmentsPage : public Page
{
    Q_OBJECT
public:
    EnvironmentsPage(Console &console, QWidget *parent);
    QList<QWidget *> panes() const override;
    void refresh() override;
    void activated() override;
    void timePassed() override { updateSeen(); }

    /// Tests the environment in the form step by step.
    void test();

private:
    void buildList();
    void buildForm();
    void adoptWorkspace();
    void updateGuards();
    void updateSeen();
    void showCurrent();
    void showNotTested();
    void showTest(const app::ConnectionTest &test);
    void save();
    /// Writes the environments of the workspace; undo writes those that were before.
    void saveAll(const QString &what, const std::vector<app::Environment> &all);
    void showGuards();
    void keepPassword(const QString &password);
    void remove();
    void add();
    [[nodiscard]] base::Result<app::Environment> edited() const;

    Console &m_console;
    EnvironmentsModel *m_model;
    TwoLineModel *m_steps;
    AdaptiveSplitter *m_splitter = nullptr;
    QTreeView *m_list = nullptr;
    EnvironmentBand *m_band = nullptr;
    QLineEdit *m_name = nullptr;
    ConnectionForm *m_connection = nullptr;
    SqlView *m_guards = nullptr;
    QLineEdit *m_url = nullptr;
    QButtonGroup *m_class = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_save = nullptr;
    QListView *m_stepList = nullptr;
    QLabel *m_guardNote = nullptr;
};

} // namespace countersign::gui

#pragma once

#include "gui/jobs/jobrunner.h"

#include <QAbstractTableModel>

namespace countersign::gui {

class Console;

/// Every statement that was sent to a server, oldest first.
class SqlLogModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { AtColumn, EnvironmentColumn, DurationColumn, SqlColumn, ColumnCount };
    explicit SqlLogModel(Console &console, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Console &m_console;
    int m_rows = 0;
};

/// Running tasks, then those that ended, newest first.
class TasksModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { TitleColumn, StateColumn, ProgressColumn, ElapsedColumn, ColumnCount };
    explicit TasksModel(JobRunner &jobs, QObject *parent = nullptr);
    [[nodiscard]] const TaskView *task(int row) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void reread();
    JobRunner &m_jobs;
    QList<TaskView> m_tasks;
};

} // namespace countersign::gui

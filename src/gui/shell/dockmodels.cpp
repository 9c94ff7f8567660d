#include "gui/shell/dockmodels.h"

#include "base/show.h"
#include "gui/common/icons.h"
#include "gui/common/localtext.h"
#include "gui/common/theme.h"
#include "gui/shell/console.h"

namespace countersign::gui {

using namespace Qt::StringLiterals;

SqlLogModel::SqlLogModel(Console &console, QObject *parent)
    : QAbstractTableModel(parent), m_console(console), m_rows(int(console.sqlLog().size()))
{
    connect(&console, &Console::sqlLogged, this, [this] {
        beginResetModel();
        m_rows = int(m_console.sqlLog().size());
        endResetModel();
    });
}

int SqlLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int SqlLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant SqlLogModel::data(const QModelIndex &index, int role) const
{
    if (index.row() < 0 || index.row() >= m_console.sqlLog().size()) {
        return {};
    }
    const LoggedStatement &entry = m_console.sqlLog().at(index.row());
    if (role == Qt::DisplayRole) {
        switch (index.column()) {
        case AtColumn:
            return entry.at.toString(u"HH:mm:ss"_s);
        case EnvironmentColumn:
            return entry.environment;
        case DurationColumn:
            return tr("%1 ms").arg(localText(double(entry.statement.duration.count()) / 1000, 'f', 1));
        default:
            return base::show(entry.statement.sql.simplified());
        }
    }
    if (role == Qt::ToolTipRole && index.column() == SqlColumn) {
        return base::show(entry.statement.sql, true).toHtmlEscaped();
    }
    if (role == Qt::FontRole && (index.column() == SqlColumn || index.column() == DurationColumn)) {
        return fixedFont();
    }
    if (role == Qt::TextAlignmentRole && index.column() == DurationColumn) {
        return int(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role == Qt::DecorationRole && index.column() == AtColumn && entry.statement.failed) {
        return glyphIcon(Glyph::Cross, Token::Critical);
    }
    return {};
}

QVariant SqlLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case AtColumn:
        return tr("Time");
    case EnvironmentColumn:
        return tr("Environment");
    case DurationColumn:
        return tr("Took");
    default:
        return tr("Statement as sent");
    }
}

TasksModel::TasksModel(JobRunner &jobs, QObject *parent)
    : QAbstractTableModel(parent), m_jobs(jobs), m_tasks(jobs.tasks())
{
    connect(&jobs, &JobRunner::tasksChanged, this, &TasksModel::reread);
}

void TasksModel::reread()
{
    const QList<TaskView> tasks = m_jobs.tasks();
    if (tasks.size() == m_tasks.size()) {
        m_tasks = tasks;
        if (!tasks.isEmpty()) {
            emit dataChanged(index(0, 0), index(int(tasks.size()) - 1, ColumnCount - 1));
        }
        return;
    }
    beginResetModel();
    m_tasks = tasks;
    endResetModel();
}

const TaskView *TasksModel::task(int row) const
{
    return row >= 0 && row < m_tasks.size() ? &m_tasks.at(row) : nullptr;
}

int TasksModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tasks.size());
}

int TasksModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant TasksModel::data(const QModelIndex &index, int role) const
{
    const TaskView *task = this->task(index.row());
    if (task == nullptr) {
        return {};
    }
    if (role == Qt::DecorationRole && index.column() == StateColumn) {
        switch (task->ending) {
        case TaskView::Ending::Running:
            return glyphIcon(Glyph::Half, Token::Link);
        case TaskView::Ending::Done:
            return glyphIcon(Glyph::Check, Token::Met);
        case TaskView::Ending::Failed:
            return glyphIcon(Glyph::Cross, Token::Critical);
        case TaskView::Ending::Cancelled:
            return glyphIcon(Glyph::Slash, Token::Unknown);
        }
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (index.column()) {
    case TitleColumn:
        return task->title;
    case StateColumn:
        switch (task->ending) {
        case TaskView::Ending::Running:
            return task->cancelling ? tr("Cancelling…") : tr("Running");
        case TaskView::Ending::Done:
            return tr("Done");
        case TaskView::Ending::Failed:
            return tr("Failed");
        case TaskView::Ending::Cancelled:
            return tr("Cancelled");
        }
        return {};
    case ProgressColumn:
        if (task->ending == TaskView::Ending::Failed) {
            return base::show(task->message);
        }
        return task->progress.total > 0 ? u"%1 %2/%3"_s.arg(task->progress.what, localText(task->progress.done),
                                                            localText(task->progress.total))
                                        : task->progress.what;
    default:
        return tr("%1 s").arg(localText(double(task->elapsedMs) / 1000, 'f', 1));
    }
}

QVariant TasksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case TitleColumn:
        return tr("Task");
    case StateColumn:
        return tr("State");
    case ProgressColumn:
        return tr("What");
    default:
        return tr("Time");
    }
}

} // namespace countersign::gui

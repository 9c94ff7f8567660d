// The docks of the window: details, comments, points to walk through, SQL log, tasks.

#include "gui/common/widgets.h"
#include "gui/review/commentspanel.h"
#include "gui/shell/console.h"
#include "gui/shell/detailspanel.h"
#include "gui/shell/dockmodels.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/walkdock.h"

#include <QDockWidget>
#include <QTreeView>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int sideDockWidth = 330;

} // namespace

void MainWindow::buildDocks()
{
    const auto add = [this](const QString &name, const QString &title, QWidget *widget, Qt::DockWidgetArea area) {
        auto *dock = new QDockWidget(title, this);
        dock->setObjectName(name);
        dock->setAccessibleName(title);
        dock->setWidget(widget);
        addDockWidget(area, dock);
        dock->hide();
        return dock;
    };
    const auto table = [this](QAbstractItemModel *model, const QString &name, const QString &title) {
        auto *view = named(new QTreeView(this), name, title);
        view->setModel(model);
        view->setRootIsDecorated(false);
        view->setUniformRowHeights(true);
        view->setAlternatingRowColors(true);
        view->setFrameShape(QFrame::NoFrame);
        return view;
    };
    m_sqlLogModel = new SqlLogModel(m_console, this);
    QTreeView *log = table(m_sqlLogModel, u"sqlLogList"_s, tr("SQL log"));
    log->setColumnWidth(0, 90);
    log->setColumnWidth(1, 130);
    QDockWidget *sql = add(u"sqlLogDock"_s, tr("SQL log"), log, Qt::BottomDockWidgetArea);
    auto *comments = new CommentsPanel(m_console, m_console.session(), this);
    QDockWidget *commentsDock = add(u"commentsDock"_s, tr("Comments"), comments, Qt::RightDockWidgetArea);
    connect(&m_console, &Console::commentRequested, this, [commentsDock, comments] {
        commentsDock->show();
        commentsDock->raise();
        comments->startWriting();
    });
    QDockWidget *details =
        add(u"detailsDock"_s, tr("Details"), new DetailsPanel(m_console, this), Qt::RightDockWidgetArea);
    m_tasksModel = new TasksModel(m_console.jobs(), this);
    QTreeView *tasks = table(m_tasksModel, u"tasksList"_s, tr("Tasks"));
    tasks->setColumnWidth(0, 320);
    tasks->setColumnWidth(2, 420);
    QDockWidget *task = add(u"tasksDock"_s, tr("Tasks"), tasks, Qt::BottomDockWidgetArea);
    tabifyDockWidget(sql, task);
    m_walk = new WalkList(m_console, this);
    QDockWidget *walk = add(u"walkDock"_s, tr("Points to walk through"), m_walk, Qt::RightDockWidgetArea);
    tabifyDockWidget(commentsDock, walk);
    tabifyDockWidget(walk, details);
    resizeDocks({commentsDock}, {sideDockWidth}, Qt::Horizontal);
}

} // namespace countersign::gui

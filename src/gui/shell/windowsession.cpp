// What a window has open, keeps, restores and is given: workspaces, files, layout.

#include "base/show.h"
#include "gui/common/theme.h"
#include "gui/common/widgets.h"
#include "gui/settings/preferences.h"
#include "gui/setup/setupdialog.h"
#include "gui/shell/console.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/rail.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QInputDialog>
#include <QMenu>
#include <QMimeData>
#include <QSettings>
#include <QTimer>
#include <QUrl>

namespace countersign::gui {

using namespace Qt::StringLiterals;

void MainWindow::chooseWorkspace()
{
    auto *dialog = new QFileDialog(this, tr("Open workspace: the folder with countersign.toml"));
    dialog->setObjectName(u"openWorkspaceDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &folder) { m_console.openWorkspace(folder); });
    dialog->open();
}

void MainWindow::setUp(bool fresh)
{
    const auto workspace = m_console.workspace();
    auto *dialog = new SetupDialog(m_console, fresh || !workspace ? QString() : workspace->folder, this);
    connect(dialog, &SetupDialog::founded, this, [this](const QString &folder) {
        m_console.openWorkspace(folder);
        showPage(u"review"_s);
    });
    dialog->open();
}

void MainWindow::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Compare files: SQLite databases, scripts, snapshots"));
    dialog->setObjectName(u"compareFilesDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, &m_console, &Console::openFiles);
    dialog->open();
}

void MainWindow::chooseEngine(const QStringList &sources)
{
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(u"engineDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Which database"));
    dialog->setLabelText(tr("Nothing in the files says for which database this SQL is written. Which one is it?"));
    QHash<QString, schema::EngineKind> engines;
    QStringList titles;
    for (const schema::EngineKind kind : {schema::EngineKind::PostgreSql, schema::EngineKind::MySql,
                                          schema::EngineKind::MariaDb, schema::EngineKind::Sqlite}) {
        titles << schema::titleOf(kind);
        engines.insert(titles.constLast(), kind);
    }
    dialog->setComboBoxItems(titles);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, sources, engines](const QString &title) {
        if (engines.contains(title)) {
            m_console.compareAs(engines.value(title), sources);
        }
    });
    dialog->open();
}

void MainWindow::fillRecent(QMenu *menu)
{
    menu->clear();
    for (const QString &folder : m_console.recent()) {
        menu->addAction(base::show(folder), this, [this, folder] { m_console.openWorkspace(folder); });
    }
    menu->setEnabled(!menu->isEmpty());
}

void MainWindow::saveSession() const
{
    QSettings settings;
    // A window without a workspace does not make another window's be forgotten.
    const auto hasMore = [this](const QWidget *widget) {
        const auto *other = qobject_cast<const MainWindow *>(widget);
        return other != nullptr && other != this && other->m_console.workspace() != nullptr;
    };
    if (m_console.workspace() == nullptr && std::ranges::any_of(QApplication::topLevelWidgets(), hasMore)) {
        return;
    }
    settings.setValue(u"window/geometry"_s, saveGeometry());
    settings.setValue(u"window/state"_s, saveState(1));
    settings.setValue(u"window/page"_s, m_current >= 0 ? m_pages[std::size_t(m_current)].id : QString());
    settings.setValue(u"window/workspace"_s, m_console.workspace() ? m_console.workspace()->folder : QString());
    settings.setValue(u"window/demo"_s, m_console.isDemo());
    settings.setValue(u"window/paneZoom"_s, ThemeManager::instance()->paneZoom());
}

void MainWindow::restoreLayout()
{
    const QSettings settings;
    restoreGeometry(settings.value(u"window/geometry"_s).toByteArray());
    restoreState(settings.value(u"window/state"_s).toByteArray(), 1);
    ThemeManager::instance()->setPaneZoom(settings.value(u"window/paneZoom"_s, 0).toInt());
}

void MainWindow::restoreWorkspace()
{
    const QSettings settings;
    const QString folder = settings.value(u"window/workspace"_s).toString();
    if (folder.isEmpty() || !Preferences::restoresWorkspace()) {
        return;
    }
    // Files only: no server is contacted before somebody asks for it.
    if (settings.value(u"window/demo"_s).toBool()) {
        m_console.openDemo(schema::EngineKind::Sqlite, folder);
    } else {
        m_console.openWorkspace(folder);
    }
    const QString page = settings.value(u"window/page"_s).toString();
    if (!page.isEmpty()) {
        showPage(page);
    }
}

void MainWindow::keepSession()
{
    m_keep = std::make_unique<QTimer>();
    m_keep->setSingleShot(true);
    m_keep->setInterval(std::chrono::seconds(1));
    connect(m_keep.get(), &QTimer::timeout, this, &MainWindow::saveSession);
    connect(&m_console, &Console::workspaceChanged, m_keep.get(), qOverload<>(&QTimer::start));
}

MainWindow *MainWindow::openWindow()
{
    auto *console = new Console;
    auto *window = new MainWindow(*console);
    window->setAttribute(Qt::WA_DeleteOnClose);
    connect(window, &QObject::destroyed, console, &QObject::deleteLater);
    window->restoreLayout();
    window->keepSession();
    return window;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveSession();
    m_console.jobs().cancelAll();
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (m_keep) {
        m_keep->start();
    }
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == centralWidget() && event->type() == QEvent::Resize) {
        fitRail();
        // Docks that come and go change no size but this one.
        if (m_keep) {
            m_keep->start();
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::fitRail()
{
    m_rail->setNarrow(m_presenting || centralWidget()->width() < narrowBelow);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls()) {
        if (url.isLocalFile()) {
            paths << url.toLocalFile();
        }
    }
    if (!paths.isEmpty()) {
        event->acceptProposedAction();
        m_console.openFiles(paths);
    }
}

} // namespace countersign::gui

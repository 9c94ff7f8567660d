#include "gui/shell/mainwindow.h"

#include "gui/common/theme.h"
#include "gui/common/widgets.h"
#include "gui/review/reviewpage.h"
#include "gui/settings/preferences.h"
#include "gui/shell/changesession.h"
#include "gui/shell/console.h"
#include "gui/shell/consoleapplication.h"
#include "gui/shell/helpdialog.h"
#include "gui/shell/page.h"
#include "gui/shell/palette.h"
#include "gui/shell/rail.h"
#include "gui/shell/shortcutsdialog.h"
#include "gui/shell/walkdock.h"

#include <QAccessible>
#include <QDockWidget>
#include <QMenuBar>
#include <QProgressBar>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QUndoStack>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

/// As narrow as the page that is shown allows: a wide one that was visited before does not widen the window.
class PageStack final : public QStackedWidget
{
public:
    using QStackedWidget::QStackedWidget;
    QSize minimumSizeHint() const override
    {
        const QWidget *shown = currentWidget();
        if (shown == nullptr) {
            return {};
        }
        const QSize asked = shown->minimumSizeHint();
        return {shown->minimumWidth() > 0 ? shown->minimumWidth() : asked.width(),
                shown->minimumHeight() > 0 ? shown->minimumHeight() : asked.height()};
    }
};

} // namespace

MainWindow::MainWindow(Console &console, QWidget *parent) : QMainWindow(parent), m_console(console)
{
    setObjectName(u"consoleWindow"_s);
    setWindowTitle(tr("Countersign"));
    setAcceptDrops(true);
    setDockOptions(QMainWindow::AllowTabbedDocks);
    resize(1440, 900);
    declarePages();
    buildCentre();
    buildDocks();
    buildStatusBar();
    addFileActions();
    addEditActions();
    addPageActions();
    addViewActions();
    addReviewActions();
    addHelpActions();
    buildMenus();
    connect(&m_console, &Console::workspaceChanged, this, &MainWindow::updateContext);
    connect(&m_console, &Console::comparisonChanged, this, &MainWindow::updateContext);
    connect(&m_console, &Console::announced, this, &MainWindow::announce);
    connect(&m_console, &Console::pageRequested, this, [this](const QString &id) { showPage(id); });
    connect(&m_console, &Console::engineNeeded, this, &MainWindow::chooseEngine);
    connect(&m_console.jobs(), &JobRunner::tasksChanged, this, &MainWindow::updateTasks);
    connect(&m_console.session(), &ChangeSession::reviewsChanged, this, &MainWindow::updateLedgerHead);
    connect(&m_console, &Console::guardsChanged, this, &MainWindow::timePassed);
    connect(&m_console, &Console::workspaceChanged, this, &MainWindow::updateActions);
    connect(&m_console, &Console::comparisonChanged, this, &MainWindow::updateActions);
    connect(&m_console.session(), &ChangeSession::reviewsChanged, this, &MainWindow::updateActions);
    m_minute.setInterval(std::chrono::minutes(1));
    connect(&m_minute, &QTimer::timeout, this, &MainWindow::timePassed);
    m_minute.start();
    updateContext();
    updateTasks();
    updateActions();
    showPage(u"start"_s);
}

MainWindow::~MainWindow() = default;

void MainWindow::buildCentre()
{
    auto *centre = new QWidget(this);
    m_rail = new Rail(centre);
    m_stack = new PageStack(centre);
    m_band = named(new EnvironmentBand(centre), u"environmentBand"_s);
    m_band->hide();
    buildContextBar();
    auto *right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addWidget(m_contextBar);
    right->addWidget(m_band);
    right->addWidget(m_stack, 1);
    auto *row = new QHBoxLayout(centre);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addLayout(right, 1);
    setCentralWidget(centre);
    centre->installEventFilter(this);
    for (const Entry &entry : m_pages) {
        m_rail->addPage(entry.id, entry.title, entry.iconName);
    }
    m_rail->setNarrow(false);
    connect(m_rail, &Rail::pageRequested, this, [this](int index) { go(index, true); });
}

void MainWindow::buildContextBar()
{
    m_contextBar = new QWidget(this);
    m_workspaceName = named(new ElidedLabel(m_contextBar, Token::Text, true), u"workspaceName"_s);
    m_sides = named(new ElidedLabel(m_contextBar, Token::TextMuted), u"contextSides"_s);
    auto *palette =
        named(new QPushButton(icon(u"system-search"_s, Token::TextMuted), tr("Search commands…"), m_contextBar),
              u"paletteButton"_s, tr("Search commands"));
    palette->setToolTip(tr("Every command by name (Ctrl+Shift+P)"));
    palette->setMinimumWidth(44);
    palette->setMaximumWidth(320);
    palette->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    palette->setAutoDefault(false);
    connect(palette, &QPushButton::clicked, this, &MainWindow::openPalette);
    auto *row = new QHBoxLayout(m_contextBar);
    row->setContentsMargins(spacing::page, 6, spacing::page, 6);
    row->setSpacing(12);
    row->addWidget(m_workspaceName, 0);
    row->addWidget(m_sides, 1);
    row->addWidget(palette);
}

void MainWindow::buildStatusBar()
{
    QStatusBar *bar = statusBar();
    bar->setSizeGripEnabled(false);
    auto *left = new QWidget(bar);
    m_taskText = named(new ElidedLabel(left), u"taskText"_s);
    m_taskProgress = named(new QProgressBar(left), u"taskProgress"_s, tr("Progress of the running task"));
    m_taskCancel = named(static_cast<QToolButton *>(toolButton(u"process-stop"_s, tr("Cancel task"),
                                                               tr("Cancel the running task (Shift+F5)"), left)),
                         u"taskCancelButton"_s);
    m_note = named(new ElidedLabel(left, Token::TextMuted), u"statusNote"_s);
    m_taskProgress->setTextVisible(false);
    m_taskProgress->setFixedWidth(140);
    auto *row = new QHBoxLayout(left);
    row->setContentsMargins(12, 0, 8, 0);
    row->addWidget(m_taskText, 1);
    row->addWidget(m_taskProgress);
    row->addWidget(m_taskCancel);
    row->addWidget(m_note, 3);
    bar->addWidget(left, 1);
    m_ledgerHead = named(new StatusLabel(bar), u"ledgerHead"_s);
    bar->addPermanentWidget(m_ledgerHead);
    bar->setContentsMargins(0, 0, 12, 0);
    bar->setMinimumHeight(30);
    connect(m_taskCancel, &QToolButton::clicked, &m_console.jobs(), &JobRunner::cancelAll);
}

void MainWindow::addFileActions()
{
    ActionRegistry &actions = m_console.actions();
    actions.add({u"file.open"_s, tr("&Open workspace…"), u"document-open"_s, ActionGroup::File, {QKeySequence::Open}},
                [this] { chooseWorkspace(); });
    actions.add({u"file.new"_s, tr("New wor&kspace…"), u"vcs-added"_s, ActionGroup::File, {}}, [this] { setUp(true); });
    actions.add({u"file.window"_s, tr("&New window"), u"document-new"_s, ActionGroup::File, {QKeySequence::New}},
                [this] {
                    MainWindow *window = openWindow();
                    window->move(pos() + QPoint(32, 32));
                    window->show();
                });
    actions.add({u"file.compare"_s, tr("Co&mpare files…"), u"vcs-diff"_s, ActionGroup::File, {}},
                [this] { chooseFiles(); });
    actions.add({u"file.demo"_s, tr("Open the &demo"), u"media-playback-start"_s, ActionGroup::File, {}},
                [this] { m_console.openDemo(); });
    actions.add({u"file.close"_s, tr("&Close workspace"), u"dialog-cancel"_s, ActionGroup::File, {}},
                [this] { m_console.closeWorkspace(); });
    actions.add({u"file.quit"_s, tr("&Quit"), u"application-exit"_s, ActionGroup::File, {QKeySequence::Quit}},
                [this] { close(); });
}

void MainWindow::addEditActions()
{
    ActionRegistry &actions = m_console.actions();
    QUndoStack &stack = m_console.undoStack();
    QAction *undo = actions.add({u"edit.undo"_s, tr("&Undo"), {}, ActionGroup::Edit, {QKeySequence::Undo}},
                                [&stack] { stack.undo(); });
    QAction *redo = actions.add({u"edit.redo"_s, tr("&Redo"), {}, ActionGroup::Edit, {QKeySequence::Redo}},
                                [&stack] { stack.redo(); });
    const auto update = [&actions, &stack, undo, redo] {
        actions.setBlocked(u"edit.undo"_s, stack.canUndo() ? QString() : tr("There is nothing to take back"));
        actions.setBlocked(u"edit.redo"_s, stack.canRedo() ? QString() : tr("Nothing was taken back"));
        //: %1 is what was done, such as "Forget shop"
        undo->setText(stack.canUndo() ? tr("&Undo: %1").arg(stack.undoText()) : tr("&Undo"));
        redo->setText(stack.canRedo() ? tr("&Redo: %1").arg(stack.redoText()) : tr("&Redo"));
    };
    connect(&stack, &QUndoStack::indexChanged, this, update);
    connect(&stack, &QUndoStack::cleanChanged, this, update);
    update();
}

void MainWindow::addPageActions()
{
    ActionRegistry &actions = m_console.actions();
    int number = 0;
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        const Entry &entry = m_pages[i];
        QKeySequence key;
        if (entry.id == u"verify"_s) {
            key = QKeySequence(u"Alt+0"_s);
        } else if (entry.id == u"export"_s) {
            key = QKeySequence(u"Ctrl+E"_s);
        } else if (entry.id == u"settings"_s) {
            key = QKeySequence(u"Ctrl+,"_s);
        } else {
            key = QKeySequence(u"Alt+%1"_s.arg(++number));
        }
        actions.add({u"go."_s + entry.id, entry.title, entry.iconName, ActionGroup::Go, {key}},
                    [this, i] { go(int(i), true); });
    }
    actions.add({u"go.back"_s, tr("&Back"), u"go-previous"_s, ActionGroup::Go, {QKeySequence(u"Alt+Left"_s)}},
                [this] { travel(-1); });
    actions.add({u"go.forward"_s, tr("&Forward"), u"go-next"_s, ActionGroup::Go, {QKeySequence(u"Alt+Right"_s)}},
                [this] { travel(1); });
    actions.add({u"go.object"_s, tr("Go to &object…"), u"edit-find"_s, ActionGroup::Go, {QKeySequence(u"Ctrl+P"_s)}},
                [this] { openObjectPalette(); });
    actions.add(
        {u"go.nextChange"_s, tr("&Next change"), u"go-down"_s, ActionGroup::Compare, {QKeySequence(u"Alt+Down"_s)}},
        [this] { stepChange(1); });
    actions.add(
        {u"go.previousChange"_s, tr("&Previous change"), u"go-up"_s, ActionGroup::Compare, {QKeySequence(u"Alt+Up"_s)}},
        [this] { stepChange(-1); });
    actions.add(
        {u"go.nextObject"_s, tr("Next o&bject"), u"go-down"_s, ActionGroup::Compare, {QKeySequence(u"Alt+PgDown"_s)}},
        [this] { currentPage()->stepObject(1); });
    actions.add({u"go.previousObject"_s,
                 tr("Previous ob&ject"),
                 u"go-up"_s,
                 ActionGroup::Compare,
                 {QKeySequence(u"Alt+PgUp"_s)}},
                [this] { currentPage()->stepObject(-1); });
    actions.add(
        {u"review.comment"_s, tr("Co&mment here"), u"edit-comment"_s, ActionGroup::Review, {QKeySequence(u"Ctrl+M"_s)}},
        [this] { emit m_console.commentRequested(); });
}

void MainWindow::addViewActions()
{
    ActionRegistry &actions = m_console.actions();
    const auto view = [&](const QString &id, const QString &text, const QString &iconName,
                          const QList<QKeySequence> &keys, const std::function<void()> &run) {
        return actions.add({id, text, iconName, ActionGroup::View, keys}, run);
    };
    view(u"view.palette"_s, tr("&Command palette…"), u"system-search"_s, {QKeySequence(u"Ctrl+Shift+P"_s)},
         [this] { openPalette(); });
    view(u"view.refresh"_s, tr("&Refresh page"), u"view-refresh"_s, {QKeySequence(u"F5"_s)},
         [this] { currentPage()->refresh(); });
    view(u"view.find"_s, tr("&Find in page"), u"edit-find"_s, {QKeySequence::Find}, [this] { find(); });
    view(u"view.findNext"_s, tr("Find ne&xt"), u"go-down"_s, {QKeySequence(u"F3"_s)}, [this] { findStep(1); });
    view(u"view.findPrevious"_s, tr("Find pre&vious"), u"go-up"_s, {QKeySequence(u"Shift+F3"_s)},
         [this] { findStep(-1); });
    view(u"view.nextPane"_s, tr("Next pa&ne"), {}, {QKeySequence(u"F6"_s)}, [this] { cyclePanes(1); });
    view(u"view.previousPane"_s, tr("Previous pan&e"), {}, {QKeySequence(u"Shift+F6"_s)}, [this] { cyclePanes(-1); });
    view(u"view.zoomIn"_s, tr("Larger &text"), u"zoom-in"_s, {QKeySequence::ZoomIn, QKeySequence(u"Ctrl+="_s)},
         [] { ThemeManager::instance()->setPaneZoom(ThemeManager::instance()->paneZoom() + 1); });
    view(u"view.zoomOut"_s, tr("S&maller text"), {}, {QKeySequence::ZoomOut},
         [] { ThemeManager::instance()->setPaneZoom(ThemeManager::instance()->paneZoom() - 1); });
    view(u"view.zoomReset"_s, tr("Normal text si&ze"), {}, {QKeySequence(u"Ctrl+0"_s)},
         [] { ThemeManager::instance()->setPaneZoom(0); });
    const QList<std::pair<ThemeChoice, QString>> themes{{ThemeChoice::System, tr("Theme: as the s&ystem")},
                                                        {ThemeChoice::Light, tr("Theme: &light")},
                                                        {ThemeChoice::Dark, tr("Theme: &dark")},
                                                        {ThemeChoice::Contrast, tr("Theme: high &contrast")}};
    for (const auto &[choice, text] : themes) {
        view(u"view.theme%1"_s.arg(int(choice)), text, {}, {}, [choice] {
            ThemeManager::instance()->setChoice(choice);
            Preferences::setTheme(choice);
        });
    }
    for (QDockWidget *dock : findChildren<QDockWidget *>(Qt::FindDirectChildrenOnly)) {
        //: %1 is a dock such as "SQL log"
        view(u"view.dock."_s + dock->objectName(), tr("Show or hide: %1").arg(dock->windowTitle()), u"view-sidetree"_s,
             dock->objectName() == u"detailsDock"_s  ? QList<QKeySequence>{QKeySequence(u"F9"_s)}
             : dock->objectName() == u"sqlLogDock"_s ? QList<QKeySequence>{QKeySequence(u"Shift+F9"_s)}
                                                     : QList<QKeySequence>{},
             [dock] {
                 dock->setVisible(!dock->isVisible());
                 dock->raise();
             });
    }
    actions.add({u"task.cancel"_s,
                 tr("&Cancel running tasks"),
                 u"process-stop"_s,
                 ActionGroup::Task,
                 {QKeySequence(u"Shift+F5"_s)}},
                [this] { m_console.jobs().cancelAll(); });
}

void MainWindow::addReviewActions()
{
    ActionRegistry &actions = m_console.actions();
    actions.add({u"review.signOff"_s,
                 tr("&Sign off…"),
                 u"document-sign"_s,
                 ActionGroup::Review,
                 {QKeySequence(u"Ctrl+Shift+A"_s)}},
                [this] { static_cast<ReviewPage *>(showPage(u"review"_s))->openSignOff(); });
    actions.add({u"review.setup"_s, tr("Set &up sign-off…"), u"object-locked"_s, ActionGroup::Review, {}},
                [this] { setUp(false); });
    actions.add({u"review.present"_s, tr("&Present"), u"view-visible"_s, ActionGroup::Review, {QKeySequence(u"F11"_s)}},
                [this] { present(!m_presenting); });
    actions.add({u"review.nextPoint"_s, tr("&Next point"), u"go-down"_s, ActionGroup::Review, {QKeySequence(u"F8"_s)}},
                [this] { m_walk->step(1); });
    actions.add({u"review.previousPoint"_s,
                 tr("P&revious point"),
                 u"go-up"_s,
                 ActionGroup::Review,
                 {QKeySequence(u"Shift+F8"_s)}},
                [this] { m_walk->step(-1); });
}

void MainWindow::present(bool presenting)
{
    constexpr int largerPanes = 5;
    ThemeManager *themes = ThemeManager::instance();
    if (presenting != m_presenting && themes != nullptr) {
        themes->setPaneZoom(themes->paneZoom() + (presenting ? largerPanes : -largerPanes));
    }
    m_presenting = presenting;
    fitRail();
    menuBar()->setVisible(!presenting);
    findChild<QDockWidget *>(u"walkDock"_s)->setVisible(presenting);
    if (themes == nullptr || !themes->reproducible()) {
        setWindowState(windowState().setFlag(Qt::WindowFullScreen, presenting));
    }
    announce(presenting ? tr("Presenting: F8 for the next point, F11 to end") : tr("Presentation ended"), false);
}

void MainWindow::addHelpActions()
{
    ActionRegistry &actions = m_console.actions();
    actions.add(
        {u"help.page"_s, tr("&Help for this page"), u"help-contents"_s, ActionGroup::Help, {QKeySequence(u"F1"_s)}},
        [this] {
            const Entry &entry = m_pages[std::size_t(m_current)];
            auto *dialog = new HelpDialog(entry.id, entry.title, m_console.actions(), this);
            dialog->open();
        });
    actions.add({u"help.shortcuts"_s, tr("Configure &shortcuts…"), u"configure-shortcuts"_s, ActionGroup::Help, {}},
                [this] { openShortcuts(); });
}

void MainWindow::buildMenus()
{
    std::map<ActionGroup, QMenu *> menus;
    for (const ActionGroup group : {ActionGroup::File, ActionGroup::Edit, ActionGroup::View, ActionGroup::Go,
                                    ActionGroup::Compare, ActionGroup::Review, ActionGroup::Task, ActionGroup::Help}) {
        menus[group] = new QMenu(titleOf(group), this);
        menus[group]->setObjectName(u"menu%1"_s.arg(int(group)));
    }
    for (QAction *action : m_console.actions().actions()) {
        if (action == m_console.actions().action(u"file.demo"_s)) {
            auto *recent = named(new QMenu(tr("Open &recent"), this), u"menuRecent"_s);
            connect(&m_console, &Console::recentChanged, recent, [this, recent] { fillRecent(recent); });
            fillRecent(recent);
            menus[ActionGroup::File]->addMenu(recent);
        }
        menus[m_console.actions().groupOf(action)]->addAction(action);
        addAction(action);
    }
    for (const auto &[group, menu] : menus) {
        if (!menu->isEmpty()) {
            menuBar()->addMenu(menu);
        }
    }
}

QStringList MainWindow::pageIds() const
{
    QStringList ids;
    for (const Entry &entry : m_pages) {
        ids << entry.id;
    }
    return ids;
}

Page *MainWindow::page(const QString &id)
{
    const auto found = std::ranges::find(m_pages, id, &Entry::id);
    if (found == m_pages.end()) {
        return nullptr;
    }
    if (found->page == nullptr) {
        found->page = found->make();
        m_stack->addWidget(found->page);
        const int index = int(found - m_pages.begin());
        Page *made = found->page;
        connect(made, &Page::attentionChanged, this,
                [this, index, made] { m_rail->button(index)->setAttention(made->attention()); });
        m_rail->button(index)->setAttention(made->attention());
    }
    return found->page;
}

Page *MainWindow::showPage(const QString &id)
{
    const auto found = std::ranges::find(m_pages, id, &Entry::id);
    if (found == m_pages.end()) {
        return nullptr;
    }
    go(int(found - m_pages.begin()), true);
    return found->page;
}

Page *MainWindow::currentPage() const
{
    return m_current < 0 ? nullptr : m_pages[std::size_t(m_current)].page;
}

void MainWindow::go(int index, bool remember)
{
    Page *target = page(m_pages[std::size_t(index)].id);
    if (remember && m_current >= 0 && m_current != index) {
        m_back.append(m_current);
        m_forward.clear();
    }
    m_current = index;
    m_rail->setCurrent(index);
    m_stack->setCurrentWidget(target);
    m_stack->updateGeometry();
    m_againArmed = false;
    if (ConsoleApplication *application = ConsoleApplication::instance()) {
        application->probe().setActivity(m_pages[std::size_t(index)].id);
    }
    updateContext();
    if (m_keep) {
        m_keep->start();
    }
    target->activated();
}

void MainWindow::timePassed()
{
    updateContext();
    for (const Entry &entry : m_pages) {
        if (entry.page != nullptr) {
            entry.page->timePassed();
        }
    }
}

void MainWindow::openPalette()
{
    std::vector<PaletteEntry> entries;
    for (QAction *action : m_console.actions().actions()) {
        entries.push_back({.title = action->text().remove(u'&'),
                           .group = titleOf(m_console.actions().groupOf(action)).remove(u'&'),
                           .keys = action->shortcut().toString(QKeySequence::NativeText),
                           .blocked = m_console.actions().blockedBecause(action),
                           .icon = action->icon(),
                           .run = [action] { action->trigger(); }});
    }
    auto *dialog = new PaletteDialog(u"commandPalette"_s, tr("Type a command"), std::move(entries), this);
    dialog->open();
}

void MainWindow::openObjectPalette()
{
    std::vector<PaletteEntry> entries;
    if (const auto comparison = m_console.comparison()) {
        for (const diff::Difference &difference : comparison->plan.comparison.differences) {
            const schema::ObjectId id = difference.id;
            entries.push_back({.title = id.path(),
                               .group = schema::nameOf(id.kind),
                               .keys = {},
                               .blocked = {},
                               .icon = icon(u"table"_s),
                               .run = [this, id] { emit m_console.objectRequested(id); }});
        }
    }
    auto *dialog = new PaletteDialog(u"objectPalette"_s, tr("Go to a changed object"), std::move(entries), this);
    dialog->open();
}

void MainWindow::openShortcuts()
{
    auto *dialog = new ShortcutsDialog(m_console.actions(), this);
    dialog->open();
}

void MainWindow::updateContext()
{
    const auto workspace = m_console.workspace();
    m_workspaceName->setText(workspace ? workspace->name : tr("No workspace"));
    const app::Environment *production = workspace ? workspace->production() : nullptr;
    const app::Environment *staging = workspace ? workspace->staging() : nullptr;
    m_sides->setText(production != nullptr && staging != nullptr
                         ? tr("%1 (now)  ◀  %2 (proposed)").arg(production->name, staging->name)
                         : QString());
    const bool onStart = m_current >= 0 && m_pages[std::size_t(m_current)].id == u"start"_s;
    m_band->setVisible(production != nullptr && !onStart);
    if (production != nullptr) {
        SideView side;
        side.production = true;
        side.name = production->name;
        const auto comparison = m_console.comparison();
        QStringList facts;
        if (comparison && comparison->from.source == production->name) {
            const schema::Schema &read = comparison->from.schema;
            facts << schema::titleOf(read.engine) + u' ' + read.serverVersion;
            facts << m_console.guardFact(production->name)
                  << tr("read %1").arg(ageText(m_console.comparedAt(), m_console.now()));
        } else {
            facts << schema::titleOf(production->url.engine) << tr("not read yet");
        }
        side.facts = facts.join(u"  ·  "_s);
        m_band->setSide(side);
    }
    const QString page = m_current >= 0 ? m_pages[std::size_t(m_current)].title : QString();
    const QString where = workspace ? u"%1 – %2"_s.arg(page, workspace->name) : page;
    //: Window title of a window that can see production; %1 is page and workspace
    setWindowTitle(production != nullptr ? tr("PRODUCTION %1 – Countersign").arg(where)
                                         : tr("%1 – Countersign").arg(where));
}

void MainWindow::updateTasks()
{
    const QList<TaskView> tasks = m_console.jobs().tasks();
    const auto running =
        std::ranges::find(tasks, TaskView::Ending::Running, [](const TaskView &task) { return task.ending; });
    const bool busy = running != tasks.end();
    m_taskText->setVisible(busy);
    m_taskProgress->setVisible(busy);
    m_taskCancel->setVisible(busy);
    m_note->setVisible(!busy);
    if (!busy) {
        return;
    }
    const QString what = running->cancelling ? tr("Cancelling…") : running->progress.what;
    m_taskText->setText(what.isEmpty() ? running->title : u"%1 – %2"_s.arg(running->title, what));
    m_taskProgress->setRange(0, running->progress.total);
    m_taskProgress->setValue(running->progress.done);
}

void MainWindow::updateActions()
{
    ActionRegistry &actions = m_console.actions();
    actions.setBlocked(u"review.signOff"_s,
                       m_console.session().change() != nullptr ? QString() : tr("Nothing is under review"));
    actions.setBlocked(u"go.object"_s, m_console.comparison() ? QString() : tr("Nothing was compared yet"));
    actions.setBlocked(u"file.close"_s, m_console.workspace() ? QString() : tr("No workspace is open"));
}

void MainWindow::announce(const QString &text, bool important)
{
    m_note->setText(text);
    QAccessibleAnnouncementEvent event(this, text);
    event.setPoliteness(important ? QAccessible::AnnouncementPoliteness::Assertive
                                  : QAccessible::AnnouncementPoliteness::Polite);
    QAccessible::updateAccessibility(&event);
}

void MainWindow::updateLedgerHead()
{
    const auto reviews = m_console.session().reviews();
    if (!reviews) {
        m_ledgerHead->setStatus(Glyph::None, Token::TextMuted, {});
        return;
    }
    const review::MarkState mark = reviews->state.mark;
    const bool broken = mark == review::MarkState::Behind || mark == review::MarkState::Forked;
    //: %1 is the size and the short link of the ledger's last event
    m_ledgerHead->setStatus(broken ? Glyph::Cross : Glyph::Lock, broken ? Token::Critical : Token::TextMuted,
                            broken ? tr("Ledger was rolled back or forked: read-only")
                                   : tr("Ledger %1").arg(review::shortHead(reviews->state.head, 2)));
}

} // namespace countersign::gui

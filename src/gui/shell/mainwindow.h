#pragma once

#include <QMainWindow>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

class QStackedWidget;
class QProgressBar;
class QToolButton;
class QMenu;

namespace countersign::gui {

class Console;
class ElidedLabel;
class EnvironmentBand;
class Page;
class Rail;
class Searchable;
class StatusLabel;
class TasksModel;
class WalkList;
class SqlLogModel;

/// One window on one workspace: menu, context bar, production band, rail, pages, docks, status bar. Pages are built on
/// first visit.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Console &console, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Console &console() { return m_console; }
    [[nodiscard]] QStringList pageIds() const;
    /// Builds the page if that has not happened, and makes it current.
    Page *showPage(const QString &id);
    [[nodiscard]] Page *page(const QString &id);
    [[nodiscard]] Page *currentPage() const;

    /// Tells every age anew: of what was read, compared and checked. Called once a minute.
    void timePassed();

    void openPalette();
    void openObjectPalette();
    void openShortcuts();
    /// A window of its own with its own workspace; deletes itself and its console when closed.
    [[nodiscard]] static MainWindow *openWindow();
    /// Geometry and docks as they were left.
    void restoreLayout();
    /// The workspace and page that were open, from files only.
    void restoreWorkspace();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    struct Entry {
        QString id;
        QString title;
        QString iconName;
        std::function<Page *()> make;
        Page *page = nullptr;
    };

    void declarePages();
    void buildCentre();
    void buildContextBar();
    void buildDocks();
    void buildStatusBar();
    void buildMenus();
    void addFileActions();
    void addEditActions();
    void addPageActions();
    void addViewActions();
    void addReviewActions();
    void addHelpActions();
    /// Large type, nothing around, and the list of points: for people who review together before one screen.
    void present(bool presenting);
    void fitRail();
    void go(int index, bool remember);
    void travel(int direction);
    void cyclePanes(int direction);
    /// The text with the keyboard, or the first one in sight on the page; null when it has none.
    [[nodiscard]] Searchable *focusedText() const;
    [[nodiscard]] Searchable *firstText() const;
    void find();
    void findStep(int direction);
    void stepChange(int direction);
    void updateContext();
    void updateTasks();
    void updateLedgerHead();
    /// Actions that have nothing to work on say so.
    void updateActions();
    void chooseWorkspace();
    /// Sign-off for the workspace that is open, or for a new one.
    void setUp(bool fresh);
    void chooseFiles();
    void chooseEngine(const QStringList &sources);
    void fillRecent(QMenu *menu);
    void announce(const QString &text, bool important);
    void saveSession() const;
    /// Saves the session soon after each change, so that a crash loses nothing of it.
    void keepSession();

    static constexpr int narrowBelow = 1100; ///< width between the docks under which the rail shows icons only
    Console &m_console;
    WalkList *m_walk = nullptr;
    bool m_presenting = false;
    QTimer m_minute;
    std::unique_ptr<QTimer> m_keep; ///< only in windows of persons: tours leave no trace
    std::vector<Entry> m_pages;
    Rail *m_rail = nullptr;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_contextBar = nullptr;
    ElidedLabel *m_workspaceName = nullptr;
    ElidedLabel *m_sides = nullptr;
    EnvironmentBand *m_band = nullptr;
    ElidedLabel *m_taskText = nullptr;
    QProgressBar *m_taskProgress = nullptr;
    QToolButton *m_taskCancel = nullptr;
    ElidedLabel *m_note = nullptr;
    StatusLabel *m_ledgerHead = nullptr;
    TasksModel *m_tasksModel = nullptr;
    SqlLogModel *m_sqlLogModel = nullptr;
    QList<int> m_back;
    QList<int> m_forward;
    int m_current = -1;
    bool m_againArmed = false;
};

} // namespace countersign::gui

#pragma once

#include "app/comparesources.h"
#include "app/connectiontest.h"
#include "app/demoworkspace.h"
#include "app/workspace.h"
#include "gui/jobs/jobrunner.h"
#include "gui/shell/actionregistry.h"
#include "gui/shell/environmentband.h"
#include "review/signer.h"

#include <QDateTime>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class QUndoStack;

namespace countersign::gui {

class ChangeSession;

/// One statement that was sent to a server, for the SQL log.
struct LoggedStatement {
    QDateTime at;
    QString environment;
    db::SentStatement statement;
};

/// What the person looks at: where a comment would stand.
struct Place {
    QString object;    ///< path of an object; empty for a statement
    QString file;      ///< path of a migration file as in the revision; empty for an object
    int statement = 0; ///< 1-based; 0 for the whole file
    QString line;      ///< the text of the line under the cursor, to be quoted; may be empty

    friend bool operator==(const Place &, const Place &) = default;
};

/// How much of something the person has looked at; nothing is known of it while @p all is negative.
struct LookedAt {
    int seen = 0;
    int all = -1;
};

/// What one window works on: the workspace, the comparison, and the tools that all pages share. GUI thread only; what
/// it hands out are values behind shared pointers that never change.
class Console : public QObject
{
    Q_OBJECT
public:
    explicit Console(QObject *parent = nullptr);
    ~Console() override;

    [[nodiscard]] JobRunner &jobs() { return m_jobs; }
    [[nodiscard]] ChangeSession &session() const { return *m_session; }
    [[nodiscard]] ActionRegistry &actions() { return m_actions; }
    [[nodiscard]] const std::shared_ptr<rehearsal::ScratchPool> &scratch() const { return m_scratch; }

    /// The clock of everything that is shown; fixed in pictures.
    [[nodiscard]] QDateTime now() const;
    void setFixedTime(const QDateTime &time) { m_fixedTime = time; }

    [[nodiscard]] std::shared_ptr<const app::Workspace> workspace() const { return m_workspace; }
    /// Opens the folder's workspace; workspaceChanged() or workspaceFailed() follows.
    void openWorkspace(const QString &folder);
    /// Opens the demonstration workspace, made on first use.
    void openDemo(schema::EngineKind engine = schema::EngineKind::Sqlite, const QString &folder = {});
    /// What was to be opened last, once more: after workspaceFailed().
    void openAgain();
    void closeWorkspace();
    /// What was dropped on the window or given by the desktop: a workspace is opened; an SQLite database, a script, a
    /// snapshot or a folder of migrations is compared, two of them with each other, one with production.
    void openFiles(const QStringList &paths);
    /// Compares two sources that are SQL only, written for @p engine: the answer to engineNeeded().
    void compareAs(schema::EngineKind engine, const QStringList &sources);
    /// Saves the environments and reads the file again.
    void saveEnvironments(const std::vector<app::Environment> &environments);
    /// Saves what the workspace makes of the checks and reads the file again.
    void saveChecks(const checks::Settings &settings);
    /// Saves where the migrations are and reads the file again.
    void saveMigrations(const QString &folder);
    /// Saves the profiles of comparison and reads the file again.
    void saveProfiles(const std::vector<app::CompareProfile> &profiles);
    [[nodiscard]] bool isDemo() const { return m_demo != nullptr; }
    /// Key file of the demo's second reviewer; empty outside of the demo.
    [[nodiscard]] QString secondKeyFile() const { return m_demo ? m_demo->secondKeyFile : QString(); }

    /// Where keys are looked for when somebody sets up sign-off.
    [[nodiscard]] const review::SigningOptions &signing() const { return m_signing; }
    void setSigning(const review::SigningOptions &signing) { m_signing = signing; }

    /// Reads both sides and compares them; comparisonChanged(), comparisonFailed() or comparisonCancelled() follows.
    /// Production is on the left whichever way they are given.
    void compare(const QString &from, const QString &to, const diff::Options &options);
    [[nodiscard]] std::shared_ptr<const app::SchemaComparison> comparison() const { return m_comparison; }
    [[nodiscard]] const diff::Options &compareOptions() const { return m_options; }
    [[nodiscard]] QDateTime comparedAt() const { return m_comparedAt; }

    [[nodiscard]] const QList<LoggedStatement> &sqlLog() const { return m_sqlLog; }
    void logSent(const QString &environment, const std::vector<db::SentStatement> &sent);
    /// When something was last read from @p environment in this window; invalid when nothing was.
    [[nodiscard]] QDateTime readAt(const QString &environment) const { return m_readAt.value(environment); }

    /// Objects of the comparison, and statements of the migration in hand, that the person has ticked.
    [[nodiscard]] LookedAt objectsViewed() const { return m_objectsViewed; }
    void setObjectsViewed(const LookedAt &viewed) { m_objectsViewed = viewed; }
    [[nodiscard]] LookedAt statementsSeen() const { return m_statementsSeen; }
    void setStatementsSeen(const LookedAt &seen) { m_statementsSeen = seen; }

    /// What the last test of the connection found of the right to write; Unknown where none was made in this window.
    [[nodiscard]] app::Guard guardOf(const QString &environment) const;
    void setGuard(const QString &environment, app::Guard guard);
    /// How bands put it; what was not tested is told as the session only.
    [[nodiscard]] QString guardFact(const QString &environment) const;

    /// What can be taken back: ticks, rules of comparison, forgotten workspaces. Never what was signed.
    [[nodiscard]] QUndoStack &undoStack() const { return *m_undo; }
    /// Does @p redo now; @p undo takes it back when the person asks. @p what names it in the menu.
    void perform(const QString &what, std::function<void()> redo, std::function<void()> undo);

    void setPlace(const Place &place);
    [[nodiscard]] const Place &place() const { return m_place; }

    /// How a side is shown on bands: word, name, facts.
    [[nodiscard]] SideView sideView(const app::LoadedSchema &loaded) const;
    /// Names of workspaces opened before, newest first.
    [[nodiscard]] QStringList recent() const;
    /// Takes the folder from the list; can be undone. Nothing of the folder itself is touched.
    void forget(const QString &folder);
    /// The workspace that was in @p before is in @p now.
    void relocate(const QString &before, const QString &now);

signals:
    void workspaceOpening();
    void workspaceChanged();
    void workspaceFailed(const countersign::base::Error &error);
    void comparing();
    void comparisonChanged();
    void comparisonFailed(const countersign::base::Error &error);
    void comparisonCancelled();
    void sqlLogged();
    void guardsChanged();
    void placeChanged();
    /// Both sources are SQL, and nothing says for which product: somebody has to.
    void engineNeeded(const QStringList &sources);
    /// The person wants to write a comment at place().
    void commentRequested();
    /// Drafts of comments were kept, sent or thrown away.
    void draftsChanged();
    void recentChanged();
    /// A page asks for another page, by id.
    void pageRequested(const QString &id);
    /// Show this statement (1-based) of the migration that is looked at on the Migration page.
    void statementRequested(int statement);
    /// Show this finding of the report on the Checks page.
    void findingRequested(int finding);
    /// Show this object on the Compare page.
    void objectRequested(const countersign::schema::ObjectId &id);
    /// A sentence for screen readers and the status bar.
    void announced(const QString &text, bool important);

private:
    void adopt(std::shared_ptr<const app::Workspace> workspace, bool demo);
    void compareDropped(QStringList sources);
    /// Asks once in this window whether the role that reads @p environment could write there.
    void lookAtGuard(const QString &environment);
    void remember(const QString &folder);
    void setRecent(const QStringList &folders);
    /// Writes the workspace's file with @p save in a worker and opens what it says then.
    void saveWorkspace(const QString &title, const app::Workspace &changed,
                       base::Result<void> (*save)(const app::Workspace &));

    JobRunner m_jobs;
    ActionRegistry m_actions;
    ChangeSession *m_session;
    std::shared_ptr<rehearsal::ScratchPool> m_scratch;
    std::optional<schema::EngineKind> m_engineHint; ///< for SQL without a database beside it
    std::shared_ptr<const app::Workspace> m_workspace;
    std::shared_ptr<const app::SchemaComparison> m_comparison;
    diff::Options m_options;
    QDateTime m_comparedAt;
    review::SigningOptions m_signing;
    QString m_waiting; ///< a dropped source that waits for another one to be compared with
    QDateTime m_fixedTime;
    QList<LoggedStatement> m_sqlLog;
    QHash<QString, QDateTime> m_readAt;
    LookedAt m_objectsViewed;
    LookedAt m_statementsSeen;
    std::function<void()> m_opening; ///< what openAgain() does
    QHash<QString, app::Guard> m_guards;
    QUndoStack *m_undo;
    Place m_place;
    std::shared_ptr<app::Demo> m_demo; ///< keeps its server alive
};

/// "2 min", "3 h", "5 d": how long ago.
[[nodiscard]] QString ageText(const QDateTime &then, const QDateTime &now);

} // namespace countersign::gui

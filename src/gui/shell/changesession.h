#pragma once

#include "app/checkusecase.h"
#include "app/reviewusecase.h"
#include "gui/jobs/jobrunner.h"

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <memory>

namespace countersign::gui {

class Console;
struct ReadMigration;
struct ScriptPlaces;

/// The migration in hand: its files, what the rehearsal and the checks said of them, and its review. GUI thread; values
/// behind shared pointers. Files that change on disk are read again at once, and a report about other bytes is out of
/// date.
class ChangeSession : public QObject
{
    Q_OBJECT
public:
    explicit ChangeSession(Console &console);

    [[nodiscard]] std::shared_ptr<const migration::MigrationSet> migrations() const { return m_migrations; }
    /// The one migration that is looked at; nullptr when there is none.
    [[nodiscard]] const migration::Migration *current() const;
    [[nodiscard]] int currentIndex() const { return m_current; }
    /// Its scripts are read in a worker; currentChanged() says when they are there.
    void setCurrent(int index);
    /// The scripts of current(), cut into statements; null exactly when there is none.
    [[nodiscard]] std::shared_ptr<const ReadMigration> scripts() const { return m_scripts; }
    /// Where the statements of current() are, for placing comments.
    [[nodiscard]] std::vector<ScriptPlaces> scriptPlaces() const;
    void reloadMigrations();

    /// Rehearses and checks the current migration against production; staging, when there is one, is what it should
    /// lead to.
    void check();
    [[nodiscard]] std::shared_ptr<const app::CheckedMigration> checked() const { return m_checked; }
    /// True when the report is about the bytes that are on disk now.
    [[nodiscard]] bool reportIsCurrent() const;
    [[nodiscard]] QDateTime checkedAt() const { return m_checkedAt; }

    void reloadReviews();
    [[nodiscard]] std::shared_ptr<const app::ReviewOverview> reviews() const { return m_reviews; }
    /// The change that is looked at: the one that was chosen, otherwise the newest that is open.
    [[nodiscard]] const app::ReviewedChange *change() const;
    /// All that are neither abandoned nor superseded, newest first; as long as reviews() is the same.
    [[nodiscard]] std::vector<const app::ReviewedChange *> openChanges() const;
    /// Looks at the open change of this id; reviewsChanged() says when another one is looked at.
    void chooseChange(const QString &id);
    /// Puts the current files with the current report under review; a new revision when there is a change.
    /// @p environment: empty for production. @p folder: empty for the workspace's migrations.
    void submit(const QString &title, const QString &environment = {}, const QString &folder = {});
    /// What the person who signed the newest revision here should know of it; empty when there is nothing.
    [[nodiscard]] const QStringList &revisionWarnings() const { return m_revisionWarnings; }
    void vote(const app::VoteRequest &request);
    /// Sign and append; reviewsChanged() or reviewActionFailed() follows.
    void comment(const app::CommentRequest &request);
    void resolve(const QString &comment);
    void waive(const app::WaiverRequest &request);

signals:
    void migrationsChanged();
    void migrationsFailed(const countersign::base::Error &error);
    void currentChanged();
    void checking();
    void checkedChanged();
    void checkFailed(const countersign::base::Error &error);
    void checkCancelled();
    void reviewsReading();
    void reviewsChanged();
    void reviewsFailed(const countersign::base::Error &error);
    /// Signing or submitting did not work; the reviews are as they were.
    void reviewActionFailed(const countersign::base::Error &error);

private:
    /// Runs one signed action in a worker and reads the reviews again.
    void act(const QString &key, const QString &title,
             const std::function<base::Result<review::Appended>(const app::Workspace &, std::stop_token)> &action);
    [[nodiscard]] schema::EngineKind engine() const;
    void adoptWorkspace();
    void adoptCurrent(int index, std::shared_ptr<const ReadMigration> scripts);
    void watch();

    Console &m_console;
    std::shared_ptr<const migration::MigrationSet> m_migrations;
    std::shared_ptr<const app::CheckedMigration> m_checked;
    std::shared_ptr<const app::ReviewOverview> m_reviews;
    QDateTime m_checkedAt;
    QStringList m_revisionWarnings;
    QString m_folder;           ///< of the workspace
    QString m_ledger;           ///< its ledger
    QString m_migrationsFolder; ///< and where its migrations are
    QFileSystemWatcher m_watcher;
    QTimer m_settle; ///< editors write in several steps; read when they are done
    std::shared_ptr<const ReadMigration> m_scripts;
    QString m_chosen; ///< the change that somebody chose; empty for the newest
    int m_current = -1;
    int m_wanted = -1; ///< being read, to become the current one
};

} // namespace countersign::gui

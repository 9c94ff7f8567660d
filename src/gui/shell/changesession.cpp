#include "gui/shell/changesession.h"

#include "app/revisiondraft.h"
#include "gui/jobs/offthread.h"
#include "gui/migration/readscript.h"
#include "gui/shell/console.h"

#include <QDir>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int settleMs = 120;

} // namespace

ChangeSession::ChangeSession(Console &console) : QObject(&console), m_console(console)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    connect(&console, &Console::workspaceChanged, this, &ChangeSession::adoptWorkspace);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        reloadMigrations();
        reloadReviews();
    });
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settle, qOverload<>(&QTimer::start));
}

void ChangeSession::adoptWorkspace()
{
    const auto workspace = m_console.workspace();
    const QString folder = workspace ? workspace->folder : QString();
    const QString ledger = workspace ? workspace->ledger : QString();
    const QString migrations = workspace ? workspace->migrations : QString();
    if (workspace && folder == m_folder && ledger == m_ledger) {
        if (migrations != std::exchange(m_migrationsFolder, migrations)) {
            reloadMigrations();
        }
        return;
    }
    m_folder = folder;
    m_ledger = ledger;
    m_migrationsFolder = migrations;
    m_migrations.reset();
    m_checked.reset();
    m_reviews.reset();
    m_revisionWarnings.clear();
    m_chosen.clear();
    m_scripts.reset();
    m_current = -1;
    m_wanted = -1;
    emit migrationsChanged();
    emit checkedChanged();
    emit reviewsChanged();
    if (workspace) {
        reloadMigrations();
        reloadReviews();
    }
}

const migration::Migration *ChangeSession::current() const
{
    return m_migrations && m_current >= 0 && m_current < int(m_migrations->migrations.size())
               ? &m_migrations->migrations[std::size_t(m_current)]
               : nullptr;
}

void ChangeSession::setCurrent(int index)
{
    if (!m_migrations || index < 0 || index >= int(m_migrations->migrations.size()) ||
        index == (m_wanted >= 0 ? m_wanted : m_current)) {
        return;
    }
    using Value = std::shared_ptr<const ReadMigration>;
    m_wanted = index;
    m_console.jobs().start<Value>(
        {u"migration.current"_s, {}},
        [set = m_migrations, index, engine = engine()](std::stop_token, const base::ProgressSink &)
            -> base::Result<Value> { return readMigration(set->migrations[std::size_t(index)], engine); },
        this,
        [this, set = m_migrations, index](Outcome<Value> outcome) {
            m_wanted = -1;
            auto *scripts = std::get_if<0>(&outcome);
            if (set != m_migrations) {
                // The files were read again meanwhile.
                setCurrent(index);
            } else if (scripts != nullptr) {
                m_checked.reset();
                adoptCurrent(index, *scripts);
                emit currentChanged();
                emit checkedChanged();
            }
        });
}

void ChangeSession::adoptCurrent(int index, std::shared_ptr<const ReadMigration> scripts)
{
    m_current = index;
    m_scripts = std::move(scripts);
    watch();
}

schema::EngineKind ChangeSession::engine() const
{
    const auto workspace = m_console.workspace();
    return !workspace || workspace->environments.empty() ? schema::EngineKind::Sqlite
                                                         : workspace->environments.front().url.engine;
}

std::vector<ScriptPlaces> ChangeSession::scriptPlaces() const
{
    std::vector<ScriptPlaces> places;
    if (m_scripts) {
        places.push_back(m_scripts->up.places);
        if (const migration::Migration *one = current(); m_scripts->down && !one->downPath.isEmpty()) {
            places.push_back(m_scripts->down->places);
        }
    }
    return places;
}

void ChangeSession::watch()
{
    if (!m_watcher.files().isEmpty()) {
        m_watcher.removePaths(m_watcher.files());
    }
    if (!m_watcher.directories().isEmpty()) {
        m_watcher.removePaths(m_watcher.directories());
    }
    const auto workspace = m_console.workspace();
    if (!workspace || workspace->migrations.isEmpty() || !m_migrations) {
        return;
    }
    QStringList paths{workspace->migrations};
    if (const migration::Migration *one = current()) {
        const QDir folder(workspace->migrations);
        paths << folder.filePath(one->upPath);
        if (!one->downPath.isEmpty()) {
            paths << folder.filePath(one->downPath);
        }
    }
    m_watcher.addPaths(paths);
}

void ChangeSession::reloadMigrations()
{
    struct Value {
        std::shared_ptr<const migration::MigrationSet> set;
        int current = -1;
        std::shared_ptr<const ReadMigration> scripts;
    };
    const auto workspace = m_console.workspace();
    if (!workspace || workspace->migrations.isEmpty()) {
        return;
    }
    m_console.jobs().start<Value>(
        {u"migrations"_s, {}},
        [path = workspace->migrations, engine = engine(),
         current = m_current](std::stop_token, const base::ProgressSink &) -> base::Result<Value> {
            CS_TRY(set, migration::readMigrations(path, sql::dialectOf(engine)));
            const int last = int(set.migrations.size()) - 1;
            Value value;
            value.current = current < 0 || current > last ? last : current;
            if (value.current >= 0) {
                value.scripts = readMigration(set.migrations[std::size_t(value.current)], engine);
            }
            value.set = sharedOffThread(std::move(set));
            return value;
        },
        this,
        [this](Outcome<Value> outcome) {
            if (auto *value = std::get_if<0>(&outcome)) {
                m_migrations = value->set;
                adoptCurrent(value->current, value->scripts);
                emit migrationsChanged();
                emit currentChanged();
                if (m_checked && !reportIsCurrent()) {
                    emit checkedChanged();
                }
            } else if (auto *error = std::get_if<1>(&outcome)) {
                emit migrationsFailed(*error);
            }
        });
}

bool ChangeSession::reportIsCurrent() const
{
    const migration::Migration *one = current();
    return m_checked && one != nullptr && m_checked->upBytes == one->upBytes && m_checked->downBytes == one->downBytes;
}

void ChangeSession::check()
{
    using Value = std::shared_ptr<const app::CheckedMigration>;
    const auto workspace = m_console.workspace();
    if (!workspace || current() == nullptr) {
        return;
    }
    emit checking();
    m_console.jobs().start<Value>(
        //: %1 is a migration file
        {u"check"_s, tr("Rehearsing %1").arg(current()->upPath)},
        [workspace, migrations = m_migrations, index = m_current, scratch = m_console.scratch()](
            std::stop_token stop, const base::ProgressSink &progress) -> base::Result<Value> {
            CS_TRY(request, app::checkRequestFor(*workspace, *migrations, index));
            app::SourceContext sources;
            sources.workspace = workspace.get();
            sources.scratch = scratch.get();
            CS_TRY(checked, app::runCheck(request, sources, progress, stop));
            return sharedOffThread(std::move(checked));
        },
        this,
        [this](Outcome<Value> outcome) {
            if (auto *value = std::get_if<0>(&outcome)) {
                m_checked = *value;
                m_checkedAt = m_console.now();
                m_console.logSent(m_checked->baseName, m_checked->sent);
                emit checkedChanged();
            } else if (auto *error = std::get_if<1>(&outcome)) {
                emit checkFailed(*error);
            } else {
                emit checkCancelled();
            }
        });
}

void ChangeSession::reloadReviews()
{
    using Value = std::shared_ptr<const app::ReviewOverview>;
    const auto workspace = m_console.workspace();
    if (!workspace || workspace->ledger.isEmpty()) {
        return;
    }
    emit reviewsReading();
    m_console.jobs().start<Value>(
        {u"reviews"_s, {}},
        [workspace](std::stop_token stop, const base::ProgressSink &) -> base::Result<Value> {
            CS_TRY(overview, app::readReviews(*workspace, stop));
            return std::make_shared<const app::ReviewOverview>(std::move(overview));
        },
        this,
        [this](Outcome<Value> outcome) {
            if (auto *value = std::get_if<0>(&outcome)) {
                m_reviews = *value;
                emit reviewsChanged();
            } else if (auto *error = std::get_if<1>(&outcome)) {
                emit reviewsFailed(*error);
            }
        });
}

std::vector<const app::ReviewedChange *> ChangeSession::openChanges() const
{
    std::vector<const app::ReviewedChange *> open;
    if (!m_reviews) {
        return open;
    }
    for (const app::ReviewedChange &change : m_reviews->changes) {
        const review::ChangeState state = change.evaluation.state;
        if (state != review::ChangeState::Abandoned && state != review::ChangeState::Superseded) {
            open.push_back(&change);
        }
    }
    return open;
}

const app::ReviewedChange *ChangeSession::change() const
{
    const std::vector<const app::ReviewedChange *> open = openChanges();
    const auto chosen =
        std::ranges::find(open, m_chosen, [](const app::ReviewedChange *one) { return one->record.id; });
    return chosen != open.end() ? *chosen : open.empty() ? nullptr : open.front();
}

void ChangeSession::chooseChange(const QString &id)
{
    const app::ReviewedChange *before = change();
    m_chosen = id;
    if (change() != before) {
        emit reviewsChanged();
    }
}

void ChangeSession::submit(const QString &title, const QString &environment, const QString &folder)
{
    using Value = QStringList; // the warnings of what was signed
    const auto workspace = m_console.workspace();
    const app::Environment *target = !workspace              ? nullptr
                                     : environment.isEmpty() ? workspace->production()
                                                             : workspace->find(environment);
    if (target == nullptr || !m_reviews) {
        return;
    }
    const auto checked = reportIsCurrent() ? m_checked : nullptr;
    app::DraftRequest request;
    request.environment = target->name;
    request.folder = folder.isEmpty() ? workspace->migrations : folder;
    m_console.jobs().start<Value>(
        {u"review.submit"_s, tr("Signing the revision")},
        [workspace, request, title, checked, reviews = m_reviews, scratch = m_console.scratch()](
            std::stop_token stop, const base::ProgressSink &progress) mutable -> base::Result<Value> {
            request.checked = checked.get();
            CS_TRY(draft, app::draftRevision(workspace.get(), reviews->state, request, *scratch, progress, stop));
            CS_TRY(by, app::signatoryFor(*workspace, reviews->state));
            const QString open = app::changeToRevise(*reviews, request.environment);
            CS_CHECK(app::submitRevision(*workspace, open, title, draft.input, by, stop));
            return draft.warnings;
        },
        this,
        [this](Outcome<Value> outcome) {
            if (auto *error = std::get_if<1>(&outcome)) {
                emit reviewActionFailed(*error);
                return;
            }
            if (auto *warnings = std::get_if<0>(&outcome)) {
                m_revisionWarnings = *warnings;
            }
            m_chosen.clear(); // what was put under review is the newest
            reloadReviews();
        });
}

void ChangeSession::act(
    const QString &key, const QString &title,
    const std::function<base::Result<review::Appended>(const app::Workspace &, std::stop_token)> &action)
{
    using Value = review::Appended;
    const auto workspace = m_console.workspace();
    if (!workspace) {
        return;
    }
    m_console.jobs().start<Value>(
        {key, title},
        [workspace, action](std::stop_token stop, const base::ProgressSink &) -> base::Result<Value> {
            return action(*workspace, stop);
        },
        this,
        [this](Outcome<Value> outcome) {
            if (auto *error = std::get_if<1>(&outcome)) {
                emit reviewActionFailed(*error);
                return;
            }
            reloadReviews();
        });
}

void ChangeSession::vote(const app::VoteRequest &request)
{
    act(u"review.vote"_s, tr("Signing the vote"), [request](const app::Workspace &workspace, std::stop_token stop) {
        return app::castVote(workspace, request, stop);
    });
}

void ChangeSession::comment(const app::CommentRequest &request)
{
    // A key of its own: a second comment must not supersede the first.
    act(u"review.comment."_s + app::statementDigest(request.text), tr("Signing the comment"),
        [request](const app::Workspace &workspace, std::stop_token stop) {
            return app::postComment(workspace, request, stop);
        });
}

void ChangeSession::resolve(const QString &comment)
{
    if (const app::ReviewedChange *under = change()) {
        act(u"review.resolve."_s + comment, tr("Resolving the comment"),
            [id = under->record.id, comment](const app::Workspace &workspace, std::stop_token stop) {
                return app::resolveComment(workspace, id, comment, stop);
            });
    }
}

void ChangeSession::waive(const app::WaiverRequest &request)
{
    act(u"review.waive."_s + request.finding, tr("Signing the waiver"),
        [request](const app::Workspace &workspace, std::stop_token stop) {
            return app::waiveFinding(workspace, request, stop);
        });
}

} // namespace countersign::gui

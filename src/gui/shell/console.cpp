#include "gui/shell/console.h"

#include "app/demoworkspace.h"
#include "gui/jobs/offthread.h"
#include "gui/shell/changesession.h"
#include "gui/shell/notifier.h"

#include <QDir>
#include <QSettings>
#include <QUndoStack>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int keptRecent = 20;
constexpr qsizetype keptStatements = 5000;
const auto recentKey = u"recentWorkspaces"_s;

/// To read snapshots leaves large holes in the heap, which glibc keeps until somebody asks for them.
void giveBackMemory()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

class Performed final : public QUndoCommand
{
public:
    Performed(const QString &what, std::function<void()> redo, std::function<void()> undo)
        : QUndoCommand(what), m_redo(std::move(redo)), m_undo(std::move(undo))
    {
    }

    void redo() override { m_redo(); }
    void undo() override { m_undo(); }

private:
    std::function<void()> m_redo;
    std::function<void()> m_undo;
};

} // namespace

Console::Console(QObject *parent)
    : QObject(parent), m_session(new ChangeSession(*this)),
      m_scratch(ownedOffThread(std::make_unique<rehearsal::ScratchPool>())), m_undo(new QUndoStack(this))
{
    constexpr int keptSteps = 200;
    m_undo->setUndoLimit(keptSteps);
    connect(&m_jobs, &JobRunner::announced, this, &Console::announced);
    new Notifier(*this);
}

Console::~Console()
{
    m_jobs.cancelAll();
}

QDateTime Console::now() const
{
    return m_fixedTime.isValid() ? m_fixedTime : QDateTime::currentDateTimeUtc();
}

void Console::openAgain()
{
    if (const auto opening = m_opening) {
        opening();
    }
}

void Console::openWorkspace(const QString &folder)
{
    using Value = std::shared_ptr<const app::Workspace>;
    m_opening = [this, folder] { openWorkspace(folder); };
    emit workspaceOpening();
    m_jobs.start<Value>(
        {u"workspace"_s, tr("Opening workspace")},
        [folder](std::stop_token, const base::ProgressSink &) -> base::Result<Value> {
            CS_TRY(workspace, app::loadWorkspace(folder));
            return std::make_shared<const app::Workspace>(std::move(workspace));
        },
        this,
        [this](Outcome<Value> outcome) {
            if (auto *value = std::get_if<0>(&outcome)) {
                adopt(*value, false);
            } else if (auto *error = std::get_if<1>(&outcome)) {
                emit workspaceFailed(*error);
            }
        });
}

void Console::openDemo(schema::EngineKind engine, const QString &folder)
{
    using Value = std::shared_ptr<app::Demo>;
    m_opening = [this, engine, folder] { openDemo(engine, folder); };
    emit workspaceOpening();
    m_jobs.start<Value>(
        {u"workspace"_s, tr("Opening the demo workspace")},
        [engine, folder](std::stop_token stop, const base::ProgressSink &progress) -> base::Result<Value> {
            const QString place = folder.isEmpty() ? app::demoFolder(engine) : folder;
            CS_TRY(demo, app::openDemo(engine, place, progress, stop));
            return ownedOffThread(std::make_unique<app::Demo>(std::move(demo)));
        },
        this,
        [this](Outcome<Value> outcome) {
            if (auto *value = std::get_if<0>(&outcome)) {
                m_demo = *value;
                adopt(std::make_shared<const app::Workspace>((*value)->workspace), true);
            } else if (auto *error = std::get_if<1>(&outcome)) {
                emit workspaceFailed(*error);
            }
        });
}

void Console::openFiles(const QStringList &paths)
{
    using Value = std::vector<app::DroppedFile>;
    m_opening = [this, paths] { openFiles(paths); };
    m_jobs.start<Value>(
        {u"dropped"_s, {}},
        [paths](std::stop_token, const base::ProgressSink &) -> base::Result<Value> {
            Value found;
            for (const QString &path : paths) {
                CS_TRY(one, app::describeDropped(path));
                found.push_back(one);
            }
            return found;
        },
        this,
        [this](Outcome<Value> outcome) {
            if (auto *error = std::get_if<1>(&outcome)) {
                emit announced(error->text(), true);
                emit workspaceFailed(*error);
                return;
            }
            QStringList sources;
            for (const app::DroppedFile &one : std::get<0>(outcome)) {
                if (!one.workspace.isEmpty()) {
                    openWorkspace(one.workspace);
                    return;
                }
                sources << one.source;
            }
            compareDropped(sources);
        });
}

void Console::compareDropped(QStringList sources)
{
    const app::Environment *production = m_workspace ? m_workspace->production() : nullptr;
    if (sources.size() == 1 && production != nullptr) {
        sources.prepend(production->name);
    } else if (sources.size() == 1 && !m_waiting.isEmpty()) {
        sources.prepend(m_waiting);
    }
    if (sources.size() < 2) {
        m_waiting = sources.value(0);
        //: %1 is a file
        emit announced(tr("Now drop what %1 shall be compared with").arg(m_waiting), false);
        return;
    }
    m_waiting.clear();
    app::SourceContext context;
    context.workspace = m_workspace.get();
    const auto known = [&context](const QString &source) { return app::engineOf(source, context).has_value(); };
    if (!known(sources.at(0)) && !known(sources.at(1))) {
        emit engineNeeded(sources.first(2));
        return;
    }
    emit pageRequested(u"compare"_s);
    compare(sources.at(0), sources.at(1), m_options);
}

void Console::compareAs(schema::EngineKind engine, const QStringList &sources)
{
    m_engineHint = engine;
    emit pageRequested(u"compare"_s);
    compare(sources.at(0), sources.at(1), m_options);
}

void Console::adopt(std::shared_ptr<const app::Workspace> workspace, bool demo)
{
    const bool same = m_workspace && m_workspace->folder == workspace->folder;
    m_workspace = std::move(workspace);
    if (!demo && !same) {
        m_demo.reset();
    }
    if (!same) {
        m_undo->clear();
        m_guards.clear();
        m_readAt.clear();
        m_objectsViewed = {};
        m_statementsSeen = {};
        m_comparison.reset();
        m_comparedAt = {};
        m_options = {};
        m_engineHint.reset();
        rehearsal::ScratchSettings settings;
        for (const app::Environment &environment : m_workspace->environments) {
            if (environment.environmentClass == app::EnvironmentClass::Production) {
                settings.production.push_back(environment.url);
            }
        }
        if (m_workspace->scratch) {
            settings.servers.emplace(m_workspace->scratch->engine, *m_workspace->scratch);
        }
        m_scratch = ownedOffThread(std::make_unique<rehearsal::ScratchPool>(settings));
    }
    remember(m_workspace->folder);
    emit workspaceChanged();
}

void Console::closeWorkspace()
{
    m_jobs.cancelAll();
    m_undo->clear();
    m_guards.clear();
    m_readAt.clear();
    m_objectsViewed = {};
    m_statementsSeen = {};
    m_workspace.reset();
    m_comparison.reset();
    m_demo.reset();
    emit workspaceChanged();
}

void Console::saveEnvironments(const std::vector<app::Environment> &environments)
{
    if (m_workspace) {
        app::Workspace changed = *m_workspace;
        changed.environments = environments;
        saveWorkspace(tr("Saving environments"), changed, &app::saveEnvironments);
    }
}

void Console::saveChecks(const checks::Settings &settings)
{
    if (m_workspace) {
        app::Workspace changed = *m_workspace;
        changed.checks = settings;
        saveWorkspace(tr("Saving what the checks do here"), changed, &app::saveChecks);
    }
}

void Console::saveMigrations(const QString &folder)
{
    if (m_workspace) {
        app::Workspace changed = *m_workspace;
        changed.migrations = folder;
        saveWorkspace(tr("Saving where the migrations are"), changed, &app::saveMigrations);
    }
}

void Console::saveProfiles(const std::vector<app::CompareProfile> &profiles)
{
    if (m_workspace) {
        app::Workspace changed = *m_workspace;
        changed.profiles = profiles;
        saveWorkspace(tr("Saving profiles of comparison"), changed, &app::saveProfiles);
    }
}

void Console::saveWorkspace(const QString &title, const app::Workspace &changed,
                            base::Result<void> (*save)(const app::Workspace &))
{
    using Value = std::shared_ptr<const app::Workspace>;
    m_jobs.start<Value>(
        {u"workspace"_s, title},
        [changed, save](std::stop_token, const base::ProgressSink &) -> base::Result<Value> {
            CS_CHECK(save(changed));
            CS_TRY(workspace, app::loadWorkspace(changed.folder));
            return std::make_shared<const app::Workspace>(std::move(workspace));
        },
        this,
        [this](Outcome<Value> outcome) {
            if (auto *value = std::get_if<0>(&outcome)) {
                adopt(*value, isDemo());
            } else if (auto *error = std::get_if<1>(&outcome)) {
                emit workspaceFailed(*error);
            }
        });
}

void Console::compare(const QString &from, const QString &to, const diff::Options &options)
{
    using Value = std::shared_ptr<const app::SchemaComparison>;
    m_options = options;
    emit comparing();
    m_jobs.start<Value>(
        //: %1 and %2 are environments
        {u"compare"_s, tr("Comparing %1 with %2").arg(from, to)},
        [from, to, options, workspace = m_workspace, scratch = m_scratch,
         engine = m_engineHint](std::stop_token stop, const base::ProgressSink &progress) -> base::Result<Value> {
            app::SourceContext context;
            context.workspace = workspace.get();
            context.scratch = scratch.get();
            context.schemas = options.schemas;
            if (engine && !app::engineOf(from, context) && !app::engineOf(to, context)) {
                context.engineHint = engine;
            }
            CS_TRY(comparison, app::compareSources(from, to, context, options, progress, stop));
            giveBackMemory();
            return sharedOffThread(std::move(comparison));
        },
        this,
        [this](Outcome<Value> outcome) {
            if (auto *value = std::get_if<0>(&outcome)) {
                m_comparison = *value;
                m_comparedAt = now();
                logSent(m_comparison->from.source, m_comparison->from.sent);
                logSent(m_comparison->to.source, m_comparison->to.sent);
                emit comparisonChanged();
                if (m_comparison->from.production) {
                    lookAtGuard(m_comparison->from.source);
                }
            } else if (auto *error = std::get_if<1>(&outcome)) {
                emit comparisonFailed(*error);
            } else {
                emit comparisonCancelled();
            }
        });
}

app::Guard Console::guardOf(const QString &environment) const
{
    return m_guards.value(environment, app::Guard::Unknown);
}

void Console::setGuard(const QString &environment, app::Guard guard)
{
    if (guardOf(environment) != guard) {
        m_guards.insert(environment, guard);
        emit guardsChanged();
    }
}

QString Console::guardFact(const QString &environment) const
{
    switch (guardOf(environment)) {
    case app::Guard::Enforced:
        return tr("read-only enforced");
    case app::Guard::SessionOnly:
        return tr("read-only session, role may write");
    case app::Guard::NotProtected:
        return tr("not protected against writing");
    case app::Guard::Unknown:
        return tr("read-only session");
    }
    Q_UNREACHABLE_RETURN({});
}

void Console::lookAtGuard(const QString &environment)
{
    const app::Environment *one = m_workspace ? m_workspace->find(environment) : nullptr;
    if (one == nullptr || guardOf(environment) != app::Guard::Unknown) {
        return;
    }
    m_jobs.start<app::ConnectionTest>(
        {u"guard."_s + environment, {}},
        [url = one->url](std::stop_token stop, const base::ProgressSink &) { return app::testConnection(url, stop); },
        this,
        [this, environment](Outcome<app::ConnectionTest> outcome) {
            // Where it could not be asked, the band goes on to say what is known: the session.
            if (auto *test = std::get_if<0>(&outcome)) {
                logSent(environment, test->sent);
                setGuard(environment, test->guard);
            }
        });
}

void Console::perform(const QString &what, std::function<void()> redo, std::function<void()> undo)
{
    m_undo->push(new Performed(what, std::move(redo), std::move(undo)));
}

void Console::setPlace(const Place &place)
{
    if (m_place != place) {
        m_place = place;
        emit placeChanged();
    }
}

void Console::logSent(const QString &environment, const std::vector<db::SentStatement> &sent)
{
    const QDateTime at = now();
    if (!sent.empty()) {
        m_readAt.insert(environment, at);
    }
    for (const db::SentStatement &statement : sent) {
        m_sqlLog.append({at, environment, statement});
    }
    if (m_sqlLog.size() > keptStatements) {
        m_sqlLog.remove(0, m_sqlLog.size() - keptStatements);
    }
    emit sqlLogged();
}

SideView Console::sideView(const app::LoadedSchema &loaded) const
{
    SideView side;
    side.production = loaded.production;
    side.name = loaded.source;
    const app::Environment *environment = m_workspace ? m_workspace->find(loaded.source) : nullptr;
    const bool staging = environment != nullptr && environment->environmentClass == app::EnvironmentClass::Staging;
    side.className = staging ? tr("Staging") : loaded.url ? tr("Database") : tr("File");
    QStringList facts{schema::titleOf(loaded.schema.engine) + u' ' + loaded.schema.serverVersion};
    if (loaded.production) {
        // Panes have less room than the window's band, which says it in full.
        const app::Guard guard = guardOf(loaded.source);
        facts << (guard == app::Guard::Enforced      ? tr("read-only")
                  : guard == app::Guard::SessionOnly ? tr("role may write")
                                                     : guardFact(loaded.source));
    }
    if (m_comparedAt.isValid()) {
        facts << ageText(m_comparedAt, now());
    }
    side.facts = facts.join(u"  ·  "_s);
    return side;
}

QStringList Console::recent() const
{
    return QSettings().value(recentKey).toStringList();
}

void Console::remember(const QString &folder)
{
    QStringList all = recent();
    all.removeAll(folder);
    all.prepend(folder);
    setRecent(all.first(std::min<qsizetype>(all.size(), keptRecent)));
}

void Console::setRecent(const QStringList &folders)
{
    QSettings().setValue(recentKey, folders);
    emit recentChanged();
}

void Console::forget(const QString &folder)
{
    const qsizetype at = recent().indexOf(folder);
    if (at < 0) {
        return;
    }
    //: in the menu Edit: what undo takes back; %1 is a folder
    perform(
        tr("Forget %1").arg(QDir(folder).dirName()),
        [this, folder] {
            QStringList all = recent();
            all.removeAll(folder);
            setRecent(all);
            emit announced(tr("%1 is no longer listed; its files stay as they are. Undo brings it back.").arg(folder),
                           false);
        },
        [this, folder, at] {
            QStringList all = recent();
            all.removeAll(folder);
            all.insert(std::min(at, all.size()), folder);
            setRecent(all);
        });
}

void Console::relocate(const QString &before, const QString &now)
{
    QStringList all = recent();
    all.removeAll(now);
    if (const qsizetype at = all.indexOf(before); at >= 0) {
        all[at] = now;
    }
    setRecent(all);
}

QString ageText(const QDateTime &then, const QDateTime &now)
{
    const qint64 seconds = then.secsTo(now);
    if (seconds < 60) {
        return Console::tr("just now");
    }
    if (seconds < 3600) {
        return Console::tr("%n min ago", nullptr, int(seconds / 60));
    }
    if (seconds < 86400) {
        return Console::tr("%n h ago", nullptr, int(seconds / 3600));
    }
    return Console::tr("%n d ago", nullptr, int(seconds / 86400));
}

} // namespace countersign::gui

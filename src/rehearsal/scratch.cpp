#include "rehearsal/scratch.h"

#include "rehearsal/poolfolder.h"
#include "rehearsal/scratchdatabase.h"
#include "rehearsal/scratchmysql.h"
#include "rehearsal/scratchpostgresql.h"
#include "rehearsal/scratchserver.h"
#include "rehearsal/scratchsqlite.h"

#include <mutex>

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using base::Result;
using schema::EngineKind;

struct ScratchPool::State {
    ScratchSettings settings;
    std::mutex mutex;
    std::optional<PoolFolder> folder; ///< made when the first scratch is
    std::map<EngineKind, std::shared_ptr<ScratchServer>> servers;

    Result<QString> folderPath()
    {
        const std::scoped_lock lock(mutex);
        if (!folder) {
            CS_TRY(made, PoolFolder::make());
            folder = std::move(made);
        }
        return folder->path();
    }

    /// Starting takes seconds; whoever comes second waits and shares.
    Result<std::shared_ptr<ScratchServer>> server(EngineKind engine, const std::stop_token &stop)
    {
        const std::scoped_lock lock(mutex);
        std::shared_ptr<ScratchServer> &known = servers[engine];
        if (!known) {
            CS_TRY(started, ScratchServer::start(engine, settings, folder->id(), stop));
            known = std::move(started);
        }
        return known;
    }
};

ScratchPool::ScratchPool(ScratchSettings settings) : m_state(std::make_unique<State>())
{
    m_state->settings = std::move(settings);
}

ScratchPool::~ScratchPool() = default;

void ScratchPool::protect(const db::ConnectionUrl &production)
{
    const std::scoped_lock lock(m_state->mutex);
    if (!std::ranges::contains(m_state->settings.production, production)) {
        m_state->settings.production.push_back(production);
        // A configured server that is in use already has to be looked at again.
        std::erase_if(m_state->servers, [](const auto &entry) { return entry.second && !entry.second->isPrivate(); });
    }
}

Result<std::unique_ptr<Scratch>> ScratchPool::take(EngineKind engine, Contents contents, std::stop_token stop)
{
    CS_TRY(folder, m_state->folderPath());
    if (engine == EngineKind::Sqlite) {
        return makeSqliteScratch(folder, stop);
    }
    CS_TRY(server, m_state->server(engine, stop));
    return engine == EngineKind::PostgreSql ? makePostgreSqlScratch(std::move(server), contents, stop)
                                            : makeMySqlScratch(std::move(server), stop);
}

Result<QString> ScratchPool::engineVersion(EngineKind engine, std::stop_token stop)
{
    CS_TRY(scratch, take(engine, Contents::Empty, stop));
    return scratch->session().versionText();
}

} // namespace countersign::rehearsal

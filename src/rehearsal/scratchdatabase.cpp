#include "rehearsal/scratchdatabase.h"

#include "rehearsal/ownname.h"

namespace countersign::rehearsal {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

constexpr int limitsShown = 40;

QString propertiesText(const diff::Difference &difference)
{
    QStringList parts;
    for (const diff::Property &property : difference.properties) {
        parts << u"%1 is %2 instead of %3"_s.arg(property.name, property.to.isEmpty() ? u"empty"_s : property.to,
                                                 property.from.isEmpty() ? u"empty"_s : property.from);
    }
    return parts.join(u"; "_s);
}

} // namespace

QString Scratch::underOwnName(const QString &sql) const
{
    return m_database.isEmpty() ? sql : inScratch(sql, dialect(), m_database, url().database);
}

Result<schema::Schema> Scratch::read(std::stop_token stop)
{
    return engine::engineFor(engineKind()).read(session(), {}, {}, stop);
}

Result<std::function<schema::Schema()>> Scratch::fetch(const std::optional<engine::Touched> &, std::stop_token stop)
{
    CS_TRY(schema, read(std::move(stop)));
    return [schema = std::move(schema)]() mutable { return std::move(schema); };
}

QStringList Scratch::applySteps(db::Session &session, const schema::Schema &from, const schema::Schema &to,
                                const base::ProgressSink &progress, std::stop_token stop)
{
    const diff::Comparison comparison = diff::compare(from, to, {});
    const engine::Engine &engine = engine::engineFor(to.engine);
    std::vector<engine::Step> left = engine.steps(comparison.renamedFrom, to, comparison);
    QStringList problems;
    // What failed only because of the order succeeds in a later pass; every pass has to get further.
    for (std::size_t before = left.size() + 1; !left.empty() && left.size() < before;) {
        before = left.size();
        problems.clear();
        std::vector<engine::Step> failed;
        int done = 0;
        for (engine::Step &step : left) {
            if (stop.stop_requested()) {
                return {u"stopped"_s};
            }
            base::report(progress, u"Building the scratch database"_s, ++done, static_cast<int>(before));
            if (step.sql.isEmpty()) {
                continue;
            }
            if (const auto rows = session.run(step.sql, stop); !rows) {
                problems << u"%1: %2"_s.arg(step.sql.simplified().left(120), rows.error().message);
                failed.push_back(std::move(step));
            }
        }
        left = std::move(failed);
    }
    return problems;
}

QStringList Scratch::shortfall(const schema::Schema &asked, const schema::Schema &built) const
{
    QStringList lines;
    diff::Options options;
    if (m_ownRoles) {
        options.ignore << u"owner"_s << u"grants"_s;
        lines << u"The scratch server has not the roles of the base: owners and grants were not rehearsed"_s;
    }
    for (const schema::NotCompared &entry : asked.notCompared) {
        lines << u"%1 %2 is not in the scratch database: %3"_s.arg(nameOf(entry.id.kind), entry.id.path(),
                                                                   entry.reason);
    }
    for (const diff::Difference &difference : diff::compare(asked, built, options).differences) {
        const QString object = nameOf(difference.id.kind) + u' ' + difference.id.path();
        switch (difference.change) {
        case diff::Change::Added:
            lines << u"%1 is in the scratch database only"_s.arg(object);
            break;
        case diff::Change::Removed:
            lines << u"%1 could not be built in the scratch database"_s.arg(object);
            break;
        case diff::Change::Altered:
        case diff::Change::Renamed:
            lines << u"%1 differs in the scratch database: %2"_s.arg(object, propertiesText(difference));
            break;
        }
    }
    if (lines.size() > limitsShown) {
        const qsizetype more = lines.size() - limitsShown;
        lines = lines.first(limitsShown);
        lines << u"and %1 more"_s.arg(more);
    }
    return lines;
}

} // namespace countersign::rehearsal

#include "app/rehearseplan.h"

#include "base/show.h"
#include "rehearsal/rehearse.h"

#include <QJsonArray>
#include <QJsonObject>

namespace countersign::app {

using namespace Qt::StringLiterals;
using base::Result;
using rehearsal::Rehearsal;
using rehearsal::StatementRun;

namespace {

PlanVerdict unknown(const QString &why)
{
    return {PlanVerdict::State::Unknown, why};
}

QString firstOf(const std::vector<diff::Difference> &differences)
{
    const diff::Difference &first = differences.front();
    const QString more = differences.size() > 1 ? u" and %1 more"_s.arg(differences.size() - 1) : QString();
    return u"%1 %2 %3%4"_s.arg(diff::nameOf(first.change), schema::nameOf(first.id.kind), first.id.path(), more);
}

PlanVerdict judged(const Rehearsal &trail, const schema::Schema &wanted, const diff::Options &options)
{
    if (const int failed = trail.failedStatement(); failed > 0) {
        const StatementRun &run = trail.statements.at(static_cast<std::size_t>(failed - 1));
        const QString message = run.error ? run.error->message : run.refusal;
        // Where the base itself is not what it should be, the failure says nothing about the plan.
        return trail.shortfall.empty()
                   ? PlanVerdict{PlanVerdict::State::Fails, u"statement %1: %2"_s.arg(failed).arg(message)}
                   : unknown(u"statement %1 failed (%2) on a scratch database that lacks %3"_s.arg(failed).arg(
                         message, firstOf(trail.shortfall)));
    }
    if (!trail.complete) {
        return unknown(trail.stopped);
    }
    diff::Options asCompared = rehearsal::withoutAccounts(options, wanted.engine, trail.circumstances.ownRoles);
    asCompared.renames.clear();
    rehearsal::Completeness end = rehearsal::completeness(trail, wanted, asCompared);
    std::vector<diff::Difference> left = std::move(end.missing);
    std::ranges::move(end.unexpected, std::back_inserter(left));
    if (left.empty()) {
        return {PlanVerdict::State::Arrives, {}};
    }
    return trail.shortfall.empty() ? PlanVerdict{PlanVerdict::State::Fails, u"still differs: "_s + firstOf(left)}
                                   : unknown(u"the scratch database lacks %1"_s.arg(firstOf(trail.shortfall)));
}

} // namespace

QString nameOf(PlanVerdict::State state)
{
    switch (state) {
    case PlanVerdict::State::Arrives:
        return u"arrives"_s;
    case PlanVerdict::State::Fails:
        return u"fails"_s;
    case PlanVerdict::State::Unknown:
        return u"unknown"_s;
    }
    return {};
}

Result<PlanRehearsal> rehearsePlan(const SchemaComparison &comparison, const diff::Options &options,
                                   rehearsal::ScratchPool &pool, const base::ProgressSink &progress,
                                   std::stop_token stop)
{
    PlanRehearsal out;
    if (!options.schemaMapping.empty() || options.only || !options.schemas.isEmpty() || !options.ignore.isEmpty() ||
        !options.excludePaths.isEmpty()) {
        out.forward = unknown(u"a plan for a part of the differences has no end to be compared with"_s);
        out.rollback = out.forward;
        return out;
    }
    const auto run = [&](const schema::Schema &start, const schema::Schema &end,
                         const std::vector<engine::Step> &steps) -> Result<PlanVerdict> {
        rehearsal::Request request;
        request.base = std::make_shared<const schema::Schema>(start);
        request.migrations = rehearsal::migrationsFromSql(plan::script(steps, end.engine), u"plan.sql"_s,
                                                          migration::TransactionMode::None);
        const auto trail = rehearsal::rehearse(pool, request, progress, stop);
        if (!trail) {
            if (trail.error().kind == base::ErrorKind::Cancelled) {
                return base::Fail(trail.error());
            }
            return unknown(trail.error().message);
        }
        out.limits = trail->circumstances.limits;
        return judged(*trail, end, options);
    };
    CS_TRY(forward, run(comparison.from.schema, comparison.to.schema, comparison.plan.forward));
    CS_TRY(rollback, run(comparison.to.schema, comparison.from.schema, comparison.plan.rollback));
    out.forward = forward;
    out.rollback = rollback;
    return out;
}

QJsonObject rehearsalToJson(const PlanRehearsal &rehearsal)
{
    const auto verdict = [](const PlanVerdict &value) {
        return QJsonObject{{u"state"_s, nameOf(value.state)}, {u"why"_s, value.why}};
    };
    return {{u"forward"_s, verdict(rehearsal.forward)},
            {u"rollback"_s, verdict(rehearsal.rollback)},
            {u"limits"_s, QJsonArray::fromStringList(rehearsal.limits)}};
}

QString verdictComment(const PlanVerdict &verdict)
{
    const QString why = base::show(verdict.why);
    switch (verdict.state) {
    case PlanVerdict::State::Arrives:
        return u"-- Verified: ran on a scratch database, and nothing differs from the target.\n"_s;
    case PlanVerdict::State::Fails:
        return u"-- NOT VERIFIED: the rehearsal failed: %1\n"_s.arg(why);
    case PlanVerdict::State::Unknown:
        return u"-- NOT VERIFIED: %1\n"_s.arg(why);
    }
    return {};
}

} // namespace countersign::app

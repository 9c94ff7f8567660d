#pragma once

#include "app/comparesources.h"
#include "rehearsal/scratch.h"

#include <QJsonObject>

namespace countersign::app {

/// What a rehearsal of a generated plan showed, for one direction.
struct PlanVerdict {
    enum class State : std::uint8_t {
        Arrives, ///< ran on a scratch database built from its start, and nothing differs from its end
        Fails,   ///< a statement failed, or something still differs
        Unknown, ///< could not be tried, or the scratch database could not stand for the start
    };
    State state = State::Unknown;
    QString why; ///< the failing statement's error, what still differs, what kept it from being tried; empty: arrives

    friend bool operator==(const PlanVerdict &, const PlanVerdict &) = default;
};
[[nodiscard]] QString nameOf(PlanVerdict::State state); ///< arrives, fails, unknown

struct PlanRehearsal {
    PlanVerdict forward;
    PlanVerdict rollback;
    QStringList limits; ///< how the scratch server differs from the real one
};

/// Runs both directions of the plan on scratch databases. Only then is a plan verified. Errors: cancelled; everything
/// else that keeps it from an answer is Unknown with the reason.
[[nodiscard]] base::Result<PlanRehearsal> rehearsePlan(const SchemaComparison &comparison, const diff::Options &options,
                                                       rehearsal::ScratchPool &pool, const base::ProgressSink &progress,
                                                       std::stop_token stop);

/// {"forward":{"state","why"},"rollback":{…},"limits":[…]}
[[nodiscard]] QJsonObject rehearsalToJson(const PlanRehearsal &rehearsal);
/// A comment for the head of a script.
[[nodiscard]] QString verdictComment(const PlanVerdict &verdict);

} // namespace countersign::app

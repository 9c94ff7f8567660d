#pragma once

#include "app/sources.h"
#include "rehearsal/verify.h"

namespace countersign::app {

/// Where targets should be, and how they were to get there.
struct VerifyRequest {
    QStringList targets; ///< SOURCEs
    QString expected;    ///< SOURCE
    QString base;        ///< SOURCE: the schema before the migration; may be empty
    QString migration;   ///< file or folder; empty: only the state, not statement by statement
    diff::Options options;
    /// Statements that change rows only leave no trace in a catalog: their targets are asked how many rows they would
    /// still change, read-only and bounded (rehearsal/dataevidence.h). Off: the catalog alone.
    bool askRows = true;
};

/// The answer for one target, or why there is none.
struct TargetReport {
    QString source;
    std::optional<base::Error> error; ///< it could not be read, or its schema fits no point of the migration
    rehearsal::VerifyReport report;
    std::vector<db::SentStatement> sent; ///< what was sent to the target
};

struct VerifyOutcome {
    std::vector<TargetReport> targets;
    /// The trail of the migration on the base, when there is one: its statements by index.
    std::optional<rehearsal::Rehearsal> trail;
};

/// Reads every target in a read-only session, rehearses the migration once and judges each target from its catalog.
/// Without a base, the folder's earlier migrations, the migration's own way back or the target itself are tried as one;
/// when none of them leads to the expected schema, the rest of the migration is tried on each target from every
/// statement on (rehearsal/onward.h). Where that says nothing either, a usage error asks for --base.
[[nodiscard]] base::Result<VerifyOutcome> verifyTargets(const VerifyRequest &request, const SourceContext &context,
                                                        const base::ProgressSink &progress, std::stop_token stop);

/// The document of `verify --format json`: keys as in the CLI contract.
[[nodiscard]] QByteArray verifyToJson(const VerifyOutcome &outcome);
/// For terminals; hostile names made harmless.
[[nodiscard]] QString verifyToText(const VerifyOutcome &outcome);

} // namespace countersign::app

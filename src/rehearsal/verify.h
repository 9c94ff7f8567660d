#pragma once

#include "rehearsal/dataevidence.h"
#include "rehearsal/rehearse.h"

namespace countersign::rehearsal {

enum class TargetState : std::uint8_t {
    Applied,     ///< the live schema is the expected one, and no statement is left in doubt
    NotApplied,  ///< it is the base
    HalfApplied, ///< some statements took effect and some did not
    Drifted,     ///< neither: something differs that the migration does not explain
    Ambiguous,   ///< the catalog cannot tell: statements that only change data, or that undo each other
};
[[nodiscard]] QString nameOf(TargetState state); ///< applied, not-applied, half-applied, drifted, ambiguous

/// SQL that leads from the live state to a known one, after it was rehearsed from that very state.
struct Route {
    QStringList statements; ///< without terminators
    bool rehearsed = false; ///< ran on a scratch copy of the live schema
    bool arrives = false;   ///< and gave exactly the wanted schema
    QString problem;        ///< why not
    QStringList losesData;  ///< per column
};

struct VerifyReport {
    TargetState state = TargetState::Ambiguous;
    /// Ambiguous only: every statement in doubt has one after it that took effect. The target is at the end if nobody
    /// left one out: true where one runner ran the file from the top, not to be known where somebody ran it by hand.
    bool appliedInOrder = false;
    std::vector<StatementVerdict> statements;
    std::vector<diff::Difference> drift; ///< live differences that no statement of the migration explains
    Route finish;
    Route back;
};

/// The verdict from values alone: no history table, no assumption about the order in which statements ran. @p rows:
/// what askData() found on the target for statements that leave no trace in a catalog.
[[nodiscard]] VerifyReport judge(const schema::Schema &live, const Rehearsal &trail,
                                 const std::optional<schema::Schema> &expected, const diff::Options &options = {},
                                 const std::vector<DataAnswer> &rows = {});

/// judge(), then the SQL to finish and the SQL to go back, each rehearsed from the live state.
[[nodiscard]] base::Result<VerifyReport> verify(ScratchPool &pool, const schema::Schema &live, const Request &request,
                                                const Rehearsal &trail, const std::optional<schema::Schema> &expected,
                                                const diff::Options &options, const base::ProgressSink &progress,
                                                std::stop_token stop, const std::vector<DataAnswer> &rows = {});

/// Without a migration: is the live schema the expected one, the base, between the two, or neither?
[[nodiscard]] base::Result<VerifyReport> verify(ScratchPool &pool, const schema::Schema &live,
                                                const std::optional<schema::Schema> &base,
                                                const schema::Schema &expected, const diff::Options &options,
                                                const base::ProgressSink &progress, std::stop_token stop);

} // namespace countersign::rehearsal

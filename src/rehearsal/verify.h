#pragma once

#include "rehearsal/rehearse.h"

namespace countersign::rehearsal {

enum class StatementState : std::uint8_t { Applied, NotApplied, Partly, Unknown };
[[nodiscard]] QString nameOf(StatementState state); ///< applied, not-applied, partly, unknown

enum class TargetState : std::uint8_t {
    Applied,     ///< the live schema is the expected one, and no statement is left in doubt
    NotApplied,  ///< it is the base
    HalfApplied, ///< some statements took effect and some did not
    Drifted,     ///< neither: something differs that the migration does not explain
    Ambiguous,   ///< the catalog cannot tell: statements that only change data, or that undo each other
};
[[nodiscard]] QString nameOf(TargetState state); ///< applied, not-applied, half-applied, drifted, ambiguous

/// What the live catalog says about one statement.
struct StatementVerdict {
    int index = 0; ///< as StatementRun::index
    StatementState state = StatementState::Unknown;
    QString evidence; ///< what was looked at and what was found there, one fact a line

    friend bool operator==(const StatementVerdict &, const StatementVerdict &) = default;
};

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
    std::vector<StatementVerdict> statements;
    std::vector<diff::Difference> drift; ///< live differences that no statement of the migration explains
    Route finish;
    Route back;
};

/// The verdict from values alone: no history table, no assumption about the order in which statements ran.
[[nodiscard]] VerifyReport judge(const schema::Schema &live, const Rehearsal &trail,
                                 const std::optional<schema::Schema> &expected, const diff::Options &options = {});

/// judge(), then the SQL to finish and the SQL to go back, each rehearsed from the live state.
[[nodiscard]] base::Result<VerifyReport> verify(ScratchPool &pool, const schema::Schema &live, const Request &request,
                                                const Rehearsal &trail, const std::optional<schema::Schema> &expected,
                                                const diff::Options &options, const base::ProgressSink &progress,
                                                std::stop_token stop);

/// Without a migration: is the live schema the expected one, the base, between the two, or neither?
[[nodiscard]] base::Result<VerifyReport> verify(ScratchPool &pool, const schema::Schema &live,
                                                const std::optional<schema::Schema> &base,
                                                const schema::Schema &expected, const diff::Options &options,
                                                const base::ProgressSink &progress, std::stop_token stop);

} // namespace countersign::rehearsal

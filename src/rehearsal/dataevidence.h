#pragma once

#include "base/progress.h"
#include "db/session.h"
#include "rehearsal/statementverdict.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace countersign::rehearsal {

/// Whether a statement that changes rows is done on a target, asked of the rows themselves: how many it would still
/// change. Reads only, at most a thousand rows are counted, and nothing of the script is sent but names, literals,
/// operators and functions that only compute; what else a statement says makes no question.
struct DataQuestion {
    int statement = 0;  ///< as StatementRun::index
    QString object;     ///< path of the relation on the target
    QString searchPath; ///< PostgreSQL: the namespace in which names without one are looked up, before public
    QString sql;        ///< one row: rows left to change, rows that are as it leaves them (NULL: not to be told)
    /// Asked where sql fails, because what the statement reads is gone since: rows that were filled, rows that were
    /// not, of a column or a table that the migration itself made empty. May be empty.
    QString witnessSql;
    QString witness;        ///< what was made empty: "table public.a", "column public.a.b"
    bool repeatable = true; ///< a row that it changed would not be changed again: what is left was not changed by it
    int changedAgain = 0;   ///< a later statement that may change the same rows; 0 for none
    /// What it works on and is not there yet, with the statement that makes it: then it cannot have taken effect, and
    /// there is nothing to ask. Empty where all is there.
    QString missing;
    int droppedBy =
        0; ///< the statement that dropped the relation since, which nothing had read after this one; 0: none
    bool countsPresent = false; ///< it adds rows: those that are there count as done

    friend bool operator==(const DataQuestion &, const DataQuestion &) = default;
};

/// What the rows say. Counts stop at rowsCounted.
struct DataAnswer {
    DataQuestion question;
    std::optional<qint64> left;     ///< rows it would still change
    std::optional<qint64> done;     ///< rows that are as it leaves them
    std::optional<qint64> filled;   ///< witness: rows with a value
    std::optional<qint64> unfilled; ///< witness: rows without
    QString problem;                ///< why there is no answer; what the server said
};
constexpr int rowsCounted = 1000;

/// The questions that can be made of the statements of @p trail that change rows only. @p verdicts: what the catalog
/// alone says (judge()), which tells which table has which name by now. Pure.
[[nodiscard]] std::vector<DataQuestion> dataQuestions(const schema::Schema &live, const Rehearsal &trail,
                                                      const std::vector<StatementVerdict> &verdicts);

/// Asks them through a session opened read-only, whose statement timeout bounds each; @p limit bounds all together. A
/// question that fails or does not end in time has a problem; only Cancelled is an error.
[[nodiscard]] base::Result<std::vector<DataAnswer>> askData(db::Session &session,
                                                            const std::vector<DataQuestion> &questions,
                                                            std::chrono::milliseconds limit,
                                                            const base::ProgressSink &progress, std::stop_token stop);

} // namespace countersign::rehearsal

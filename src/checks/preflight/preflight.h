#pragma once

#include "checks/check.h"

namespace countersign::checks {

/// A read-only question to production's data, derived from what a statement does.
struct PreflightQuestion {
    int statement = 0; ///< 1-based
    QString object;    ///< path of the column or constraint
    Phrase question;   ///< "is every public.trips.status set?"
    QString rule;      ///< the finding it proves: data-violates-not-null, …
    QString table;     ///< path
    QString keySql;    ///< SELECT of the keys of offending rows, without LIMIT; empty where changedBy writes the values
    QString countSql;  ///< SELECT count(*) of them, one row, one column
    QString sampleSql; ///< countSql over a sample, which can only refute; empty where there is none
    bool keysAreValues = false; ///< what keySql selects are data, shown only where the settings allow it
    int changedBy =
        0; ///< an earlier statement that changes these rows before; the answer is then about rows as they are now

    friend bool operator==(const PreflightQuestion &, const PreflightQuestion &) = default;
};

enum class Answer : std::uint8_t { Passes, Fails, Unknown };
[[nodiscard]] QString nameOf(Answer answer); ///< passes, fails, unknown

struct PreflightAnswer {
    PreflightQuestion question;
    QString sql; ///< as it was sent
    Answer answer = Answer::Unknown;
    qint64 rows = -1;     ///< offending rows; -1 when unknown
    bool atLeast = false; ///< rows is a lower bound
    bool sampled = false;
    QStringList keys; ///< up to ten, of offending rows; values only where the settings allow them
    Phrase why;       ///< why the answer is unknown
    std::chrono::milliseconds duration{};

    friend bool operator==(const PreflightAnswer &, const PreflightAnswer &) = default;
};

struct PreflightLimits {
    std::chrono::milliseconds total{60000};
    std::chrono::milliseconds perQuestion{5000}; ///< the session's statement timeout has to be as short
    int sampleKeys = 10;
};

/// The questions of all statements, in their order. Pure.
[[nodiscard]] std::vector<PreflightQuestion> preflightQuestions(const CheckInput &input);

/// Asks them through a session opened read-only. A question that fails or does not end in time is answered Unknown with
/// the reason; only a lost connection or a stop request is an error.
[[nodiscard]] base::Result<std::vector<PreflightAnswer>>
askPreflight(db::Session &session, const std::vector<PreflightQuestion> &questions, const Settings &settings,
             const PreflightLimits &limits, const base::ProgressSink &progress, std::stop_token stop);

/// What the answers say as findings of the rules data-violates-*.
[[nodiscard]] std::vector<Finding> findingsOf(const std::vector<PreflightAnswer> &answers);

} // namespace countersign::checks

#pragma once

#include "checks/finding.h"
#include "checks/productionfacts.h"
#include "rehearsal/rehearsal.h"

#include <QDate>
#include <QSet>

#include <chrono>
#include <map>
#include <optional>
#include <vector>

namespace countersign::checks {

/// How much a workspace or an environment wants to hear. Defaults are those of the risk catalogue.
struct Settings {
    QSet<QString> disabled;                 ///< rule ids that are not run; listed as not run
    std::map<QString, Severity> severities; ///< instead of what the rule says
    qint64 bigRows = 100000;                ///< from here on a table is big
    qint64 bigBytes = 128LL * 1024 * 1024;
    qint64 bigBackfill = 10000;                        ///< rows that one statement may change
    std::chrono::milliseconds lockTimeoutLimit{10000}; ///< a longer lock timeout counts as none
    Severity failOn = Severity::Error;                 ///< the verdict is fail from this severity on
    QStringList required;    ///< checks without which the verdict is fail: preflight, reversibility, …
    bool showValues = false; ///< sample values in answers of the preflight

    friend bool operator==(const Settings &, const Settings &) = default;
};

/// What the runner of the migration does around the script.
struct RunnerProfile {
    QString tool; ///< flyway, goose, …; empty for plain
    migration::TransactionMode transaction = migration::TransactionMode::PerFile;
    std::optional<std::chrono::milliseconds> lockTimeout; ///< set by the runner before the script

    friend bool operator==(const RunnerProfile &, const RunnerProfile &) = default;
};

/// Somebody answers for a finding for a while. The finding stays visible.
struct Waiver {
    QString rule;
    QString object; ///< path; empty for every object
    QString reason; ///< at least 20 characters
    QDate until;    ///< last day on which it counts

    friend bool operator==(const Waiver &, const Waiver &) = default;
};

/// A check that was asked for or could have been made, and was not. Never counts as passed.
struct NotRun {
    QString check; ///< rule id, or preflight, reversibility, completeness, compatibility, plans
    Phrase why;
    QString option = {}; ///< of the command line, where one would have it run; empty where none does

    friend bool operator==(const NotRun &, const NotRun &) = default;
};

struct PreflightAnswer;

/// Everything the rules may look at. Refers to values that outlive the call.
struct CheckInput {
    const rehearsal::Rehearsal &rehearsal;                   ///< base must be set
    const rehearsal::Reversibility *reversibility = nullptr; ///< null: not run
    const ProductionFacts *production = nullptr;             ///< null: unknown
    const QStringList *applicationSql = nullptr;             ///< statements the application runs; null: unknown
    RunnerProfile runner;
    Settings settings;
    const std::vector<PreflightAnswer> *preflight = nullptr; ///< null: not asked
    bool hasDown = false;                                    ///< the author gave a way back
};

/// What the rules worked with beside one statement, for whoever prints it.
struct StatementNotes {
    std::vector<rehearsal::Lock> locks; ///< observed, else predicted; none on a table that the migration itself makes
    QStringList tables;                 ///< of the base, by their paths there: locked, changed, written or read

    friend bool operator==(const StatementNotes &, const StatementNotes &) = default;
};

/// What the rules found, in the order of the statements, and which of them could not say.
struct Findings {
    std::vector<Finding> findings;
    std::vector<NotRun> notRun;
    std::map<int, StatementNotes> statements; ///< by index from 1
};

class CheckContext;

/// One rule of the risk catalogue. A value; the list is in allchecks.cpp.
struct Rule {
    QString id;
    QList<schema::EngineKind> engines;
    Phrase description;                    ///< one sentence
    Severity severity = Severity::Warning; ///< the usual one; a rule may scale it
    void (*check)(const CheckContext &context, Findings &findings) = nullptr;
};

/// Every rule, in the order of the catalogue.
[[nodiscard]] const std::vector<Rule> &allRules();

/// Runs every rule of the rehearsal's engine. A pure function: same input, same findings in the same order.
[[nodiscard]] Findings runRules(const CheckInput &input);

/// Marks the findings that a waiver covers on @p today and returns the waivers that do not count, with the reason.
[[nodiscard]] QStringList applyWaivers(std::vector<Finding> &findings, const std::vector<Waiver> &waivers, QDate today);

} // namespace countersign::checks

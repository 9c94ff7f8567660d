#pragma once

#include "checks/check.h"
#include "checks/preflight/preflight.h"

#include <QJsonObject>

namespace countersign::checks {

/// Where a schema came from, as printed.
struct ReportSource {
    QString source; ///< without a password
    QString engine;
    QString version;
    QString fingerprint;

    friend bool operator==(const ReportSource &, const ReportSource &) = default;
};

/// One statement of the application before and after.
struct CompatibilityResult {
    QString workload;
    QString query;
    bool okBefore = false;
    bool okAfter = false;
    QString error; ///< the server's answer where it is broken

    friend bool operator==(const CompatibilityResult &, const CompatibilityResult &) = default;
};

/// The plan of one query before and after.
struct PlanResult {
    QString workload;
    QString query;
    QJsonObject before;
    QJsonObject after;
    QString verdict; ///< same, better, worse
    QString why;

    friend bool operator==(const PlanResult &, const PlanResult &) = default;
};

enum class Verdict : std::uint8_t { Pass, Fail };
[[nodiscard]] QString nameOf(Verdict verdict); ///< pass, fail

enum class RiskLevel : std::uint8_t { Low, Medium, High, Critical };
[[nodiscard]] QString nameOf(RiskLevel level); ///< low, medium, high, critical

/// Everything `check` prints. A value: the window and the command line show the same one.
struct Report {
    QString migrationPath;
    QString migrationSha256; ///< hex, over the exact bytes of the files in order
    schema::EngineKind engine = schema::EngineKind::Sqlite;
    ReportSource base;
    rehearsal::Rehearsal rehearsal;
    QString resultFingerprint; ///< empty when the script did not run to its end
    std::vector<Finding> findings;
    std::map<int, StatementNotes> notes;                   ///< of statements, by index from 1
    std::optional<rehearsal::Completeness> completeness;   ///< absent: not run
    std::optional<rehearsal::Reversibility> reversibility; ///< absent: not run
    std::optional<ProductionFacts> production;             ///< absent: unknown
    std::vector<PreflightAnswer> preflight;
    std::vector<CompatibilityResult> compatibility;
    std::vector<PlanResult> plans;
    std::vector<NotRun> notRun;
    QStringList limits; ///< how far the rehearsal can be believed; problems of the migration folder
    Settings settings;

    /// Pass only when everything that was run passed, nothing required is missing, and no unwaived finding reaches
    /// settings.failOn.
    [[nodiscard]] Verdict verdict() const;
    /// One line each: why the verdict is not pass.
    [[nodiscard]] std::vector<Phrase> reasons() const;
    /// From the unwaived findings: critical for a failed run or two errors of which one loses data, high for an error,
    /// medium for a warning, else low.
    [[nodiscard]] RiskLevel risk() const;
};

/// The document of the CLI contract, keys in its order; UTF-8, indented, ending with a newline, stable between runs but
/// for durationMs.
[[nodiscard]] QByteArray toJson(const Report &report);
/// sha256 hex of toJson() without what differs between two runs of the same check (durations, temporary names).
[[nodiscard]] QString digest(const Report &report);
/// sha256 hex over the sorted set of (rule, severity, object, statement): equal findings carry votes.
[[nodiscard]] QString findingsDigest(const Report &report);
/// sha256 hex over the sorted set of object paths that the migration touches.
[[nodiscard]] QString footprintDigest(const Report &report);
/// sha256 hex over the ids, severities and descriptions of the rules: another set of rules is another check.
[[nodiscard]] QString rulesDigest();

/// For terminals and logs; hostile text made harmless.
[[nodiscard]] QString toText(const Report &report);
/// SARIF 2.1.0 (OASIS), one run, one result for each finding.
[[nodiscard]] QByteArray toSarif(const Report &report);
/// JUnit XML as read by CI servers: one test case for each statement, rule with findings and check.
[[nodiscard]] QByteArray toJUnit(const Report &report);
/// One self-contained page without script.
[[nodiscard]] QByteArray toHtml(const Report &report);

} // namespace countersign::checks

#pragma once

#include "base/result.h"
#include "checks/check.h"
#include "db/connectionurl.h"
#include "diff/compare.h"

#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace countersign::app {

enum class EnvironmentClass : std::uint8_t { Production, Staging, Other };
[[nodiscard]] QString nameOf(EnvironmentClass environmentClass); ///< production, staging, other

struct Environment {
    QString name;
    EnvironmentClass environmentClass = EnvironmentClass::Other;
    db::ConnectionUrl url;
    QString urlText; ///< as written, for saving; relative SQLite paths stay relative
    /// [environment.NAME.checks]: what this environment wants otherwise than [checks]; absent: nothing.
    std::optional<checks::Settings> checks;

    friend bool operator==(const Environment &, const Environment &) = default;
};

/// The SQL an application version runs.
struct Workload {
    QString name; ///< "app 4.1"
    QString file; ///< absolute

    friend bool operator==(const Workload &, const Workload &) = default;
};

/// A saved set of ignore switches, scope and mapping.
struct CompareProfile {
    QString name;
    diff::Options options;
};

/// countersign.toml and the folder it lies in. A value; docs/workspace.md describes the file.
struct Workspace {
    QString folder; ///< absolute
    QString name;
    std::vector<Environment> environments;
    QString migrations; ///< absolute folder; empty when there is none
    QString ledger;     ///< locator: sqlite:PATH (absolute) or pg:SERVICE; empty when there is none
    QString policyFile; ///< absolute
    QString signersFile;
    QString trustFile;
    QString person;  ///< roster id of who is at this keyboard; empty: found by key
    QString keyFile; ///< absolute; empty: agent
    std::optional<db::ConnectionUrl> scratch;
    std::vector<Workload> workloads;
    std::vector<CompareProfile> profiles;
    std::vector<checks::Waiver> waivers; ///< findings that somebody answers for until a day
    checks::Settings checks;             ///< for production; environments may override severities
    QStringList warnings;                ///< what a person should mend: a password in a URL, a file that is missing

    [[nodiscard]] const Environment *find(const QString &environmentName) const;
    [[nodiscard]] const Environment *production() const; ///< the first marked production
    [[nodiscard]] const Environment *staging() const;    ///< the first marked staging, else the first other
};

/// The folder at or above @p start that holds countersign.toml; empty when there is none.
[[nodiscard]] QString findWorkspaceFolder(const QString &start);

/// Usage errors name file and line. Unknown keys are errors, so that a misspelt setting is never silently ignored.
[[nodiscard]] base::Result<Workspace> loadWorkspace(const QString &folder);

/// An environment of a URL, or of the path of a SQLite file below @p folder; its name says its class. Usage: neither of
/// the two, or a password in it.
[[nodiscard]] base::Result<Environment> environmentFrom(const QString &name, const QString &urlText,
                                                        const QString &folder);

/// Writes a countersign.toml with the environments of @p workspace, atomically; other tables of an existing file stay.
[[nodiscard]] base::Result<void> saveEnvironments(const Workspace &workspace);

/// Writes the tables [checks] and [checks.severity] from @p workspace's settings, atomically; the rest of the file
/// stays as it is.
[[nodiscard]] base::Result<void> saveChecks(const Workspace &workspace);

/// Writes where @p workspace's migrations are, atomically; the rest of the file stays as it is.
[[nodiscard]] base::Result<void> saveMigrations(const Workspace &workspace);

/// Writes the [[profile]] tables from @p workspace's profiles, atomically; the rest of the file stays as it is.
[[nodiscard]] base::Result<void> saveProfiles(const Workspace &workspace);

} // namespace countersign::app

#pragma once

#include "app/workspace.h"
#include "base/progress.h"
#include "review/ledger.h"
#include "review/templates.h"

#include <optional>
#include <stop_token>

namespace countersign::app {

/// What is there when somebody wants to begin to sign.
struct Beginnings {
    QString folder;                     ///< absolute
    std::optional<Workspace> workspace; ///< absent: the folder has no countersign.toml
    QList<review::KeyChoice> keys;      ///< agents' first
    QString person;                     ///< roster id to propose
    QString newKeyFile;                 ///< where a new key would go: no file is there
    QString migrations;                 ///< the workspace's folder of migrations, or what looks like one; may be empty
};

/// Looks into @p folder, which need not be there, and for keys. Blocks until the agent answers (2 s at most). Errors: a
/// countersign.toml that cannot be read.
[[nodiscard]] base::Result<Beginnings> lookAround(const QString &folder, const review::SigningOptions &signing);

/// What somebody chose.
struct FoundingWish {
    QString folder;                        ///< absolute; made when it is not there
    QString name;                          ///< of workspace and ledger; empty: that of the folder
    QString migrations;                    ///< absolute; empty: countersign.toml says nothing new about it
    std::vector<Environment> environments; ///< that countersign.toml gets; those that are in it stay as they are
    /// Those of the policy, with the identity that the server told; without one the policy does not pin it.
    QList<review::TemplateEnvironment> underPolicy;
    review::PolicyTemplate policy = review::PolicyTemplate::SmallTeam;
    QString person;                           ///< roster id of who signs and is the first admin
    review::KeyChoice key;                    ///< theirs
    QList<review::TemplatePerson> colleagues; ///< with a key each
};

/// A file that founding makes or changes.
struct PlannedFile {
    QString path;               ///< absolute
    QByteArray bytes = {};      ///< whole, as it will be
    bool knownOnlyThen = false; ///< the ledger and what pins its first event: no bytes before the signature
    bool exists = false;        ///< it is there and gets these bytes
};

/// Exactly what found() will write.
struct FoundingPlan {
    FoundingWish wish;
    std::vector<PlannedFile> files; ///< countersign.toml first
    QByteArray policy;
    QByteArray signersFile;
    QByteArray settings;       ///< countersign.toml as it will be
    QByteArray settingsBefore; ///< as it was when this was planned; null: not there
    QByteArray ignored;        ///< countersign/.gitignore as it will be
    QByteArray ignoredBefore;  ///< likewise as it was; null: not there
    QStringList warnings;      ///< what the policy allows but hardly anybody means
};

/// Errors: Usage for an id, key or environment that cannot be; Conflict when the workspace has a ledger or one of the
/// files is there. Writes nothing.
[[nodiscard]] base::Result<FoundingPlan> planFounding(const FoundingWish &wish);

/// countersign.toml after @p before with what @p wish adds. Pure. Conflict when it names a ledger or a policy already.
[[nodiscard]] base::Result<QByteArray> settingsWith(const QByteArray &before, const FoundingWish &wish);

/// countersign/.gitignore after @p before with what must never be committed: the embedded ledger and the trust file.
/// Pure.
[[nodiscard]] QByteArray ignoringWith(const QByteArray &before);

/// What the servers of @p environments say they are. One that cannot be reached has no identity and a sentence in
/// @p warnings.
[[nodiscard]] QList<review::TemplateEnvironment> readIdentities(const std::vector<Environment> &environments,
                                                                QStringList &warnings, std::stop_token stop);

/// "ada ssh-ed25519 AAAA… comment" or "ssh-ed25519 AAAA… ada@host", one a line; empty lines and # are passed over. The
/// error names the line.
[[nodiscard]] base::Result<QList<review::TemplatePerson>> parseColleagues(const QString &text);

/// A new ledger and where it begins.
struct Founded {
    QString locator;
    QString ledgerId;
    QString policyFile;
    QString environment; ///< the first one of the policy
    review::Head head;
    QStringList warnings;
};

/// Writes what was planned and opens the ledger; signs twice. Of two at once on one folder one succeeds, and the other
/// one touches nothing of its: Conflict. After an error or a request to stop everything that this call made is gone
/// again, and nothing else. Blocks while a passphrase is asked for or a token waits for a touch.
[[nodiscard]] base::Result<Founded> found(const FoundingPlan &plan, const review::SigningOptions &signing,
                                          const review::ClientOptions &client, const base::ProgressSink &progress,
                                          std::stop_token stop);

} // namespace countersign::app

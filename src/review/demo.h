#pragma once

#include "review/ledger.h"

namespace countersign::review {

struct DemoEnvironment {
    QString name;     ///< "production"
    QString identity; ///< "sqlite:…"
};

/// A ledger with a policy for a small team, for the demonstration workspace: the person at the keyboard ("you") and a
/// second reviewer ("robin"), each with a fresh Ed25519 key made by ssh-keygen without a passphrase.
struct Demo {
    QString locator;
    QString policyFile;
    QString signersFile;
    QString trustFile;
    QString yourKeyFile;
    QString secondKeyFile;
    Signatory you;
    Signatory second;
};

/// Makes it below @p folder (created when missing): ledger.sqlite, countersign/policy.toml,
/// countersign/allowed_signers, trust.toml and keys/. ErrorKind::Conflict when a ledger is there.
[[nodiscard]] base::Result<Demo> makeDemo(const QString &folder, const QList<DemoEnvironment> &environments,
                                          const ClientOptions &options = {}, std::stop_token stop = {});
/// Opens what makeDemo() left there.
[[nodiscard]] base::Result<Demo> findDemo(const QString &folder);

} // namespace countersign::review

#pragma once

#include "review/certificate.h"

namespace countersign::review {

/// What the live database says, asked for only after everything else held.
struct LiveTarget {
    QString identity;
    QString fingerprint;
};
using LiveProbe = std::function<base::Result<LiveTarget>(std::stop_token)>;

struct GateRequest {
    std::optional<QByteArray> certificate; ///< else the ledger is asked about @p change
    QString change;
    QString environment;
    QList<MigrationFile> files; ///< all of --dir
    std::optional<Trust> trust; ///< needed with a certificate; checked against the ledger when given
    QString expectHead;         ///< "N:LINK", or empty
    bool acceptEmergency = false;
    LiveProbe live; ///< empty: the target is not looked at
    qint64 nowUs = 0;
};

struct GateAnswer {
    Evaluation evaluation;
    bool open = false;   ///< the only thing that lets a deployment go on
    bool online = false; ///< the ledger itself was asked
    QString ledger;
    Head head;
    QStringList warnings;
    QString certificateDigest; ///< empty without a certificate
    Manifest manifest;
    QStringList notify; ///< what the policy wants to be run when an emergency passes
};

/// Decides whether the files may be deployed. @p ledger is the opened ledger, or null to decide from the certificate
/// alone. An error means that it could not be decided or something is forged; a closed gate is an answer.
[[nodiscard]] base::Result<GateAnswer> askGate(const GateRequest &request, const Ledger *ledger,
                                               std::stop_token stop = {});

/// What would have been decided had @p attempt not begun: another policy, a revocation or an emergency's end may have
/// come between asking and beginning.
[[nodiscard]] Evaluation evaluateWithout(const LedgerState &state, const QString &change, const QString &revision,
                                         const QString &attempt, qint64 nowUs, const Observed &observed = {});

/// Writes the files of an open gate into a folder that is made for them, mode 0700, each file verified against the
/// manifest once more while writing. ErrorKind::Conflict when the folder exists; after any
/// other error nothing is left of it.
[[nodiscard]] base::Result<void> stageFiles(const GateAnswer &answer, const QList<MigrationFile> &files,
                                            const QString &folder);

} // namespace countersign::review

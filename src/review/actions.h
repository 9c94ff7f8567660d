#pragma once

#include "review/ledger.h"

namespace countersign::review {

// What people do with a ledger. Each checks what it can before asking for a signature (so that nobody touches a token
// for nothing), signs, appends and returns what was appended. Errors: NotAllowed for role, self-approval or an unknown
// key; Conflict when somebody else was first; Usage for input that can never be accepted.

/// Everything a revision is made of besides the ledger's own facts. Computed by app from engine, rehearsal and checks.
struct RevisionInput {
    QList<MigrationFile> files;
    ManifestEnvironment environment; ///< name must be one of the policy; empty identity takes the policy's
    QStringList contributors;        ///< roster ids or mail addresses; the signer is added
    ManifestRunner runner;
    QString baseFingerprint;
    QString resultFingerprint;
    QString footprint;
    std::optional<ManifestReport> report;
    QByteArray reportBytes; ///< stored as a blob when report is set
    QString risk;
};

struct OpenedRevision {
    QString change;
    QString digest;
    int number = 0;
    Appended appended;
};

[[nodiscard]] base::Result<OpenedRevision> openChange(Ledger &ledger, const QString &title, const RevisionInput &input,
                                                      const Signatory &by, std::stop_token stop = {});
[[nodiscard]] base::Result<OpenedRevision> addRevision(Ledger &ledger, const QString &change,
                                                       const RevisionInput &input, const Signatory &by,
                                                       std::stop_token stop = {});
/// The revision whose digest begins with at least 12 hex digits. Conflict where there are two: who writes both could
/// make them begin alike, and have the other one signed.
[[nodiscard]] base::Result<const RevisionRecord *> revisionThatWasRead(const ChangeRecord &change,
                                                                       const QString &digest);
/// @p digest: as of revisionThatWasRead(); nobody approves "whatever is latest".
[[nodiscard]] base::Result<Appended> vote(Ledger &ledger, const QString &change, const QString &digest, VoteKind kind,
                                          const QStringList &acks, const QString &message, const Signatory &by,
                                          std::stop_token stop = {});
[[nodiscard]] base::Result<Appended> comment(Ledger &ledger, const QString &change, const Anchor &anchor,
                                             const QString &text, bool blocking, const Signatory &by,
                                             std::stop_token stop = {});
[[nodiscard]] base::Result<Appended> resolveComment(Ledger &ledger, const QString &change, const QString &comment,
                                                    const Signatory &by, std::stop_token stop = {});
[[nodiscard]] base::Result<Appended> dismissVote(Ledger &ledger, const QString &change, const QString &vote,
                                                 const QString &reason, const Signatory &by, std::stop_token stop = {});
[[nodiscard]] base::Result<Appended> waiveFinding(Ledger &ledger, const QString &change, const QString &finding,
                                                  const QString &object, const QString &reason, qint64 untilUs,
                                                  const Signatory &by, std::stop_token stop = {});
[[nodiscard]] base::Result<Appended> unwaive(Ledger &ledger, const QString &change, const QString &waiver,
                                             const Signatory &by, std::stop_token stop = {});
[[nodiscard]] base::Result<Appended> abandon(Ledger &ledger, const QString &change, const QString &reason,
                                             const Signatory &by, std::stop_token stop = {});

[[nodiscard]] base::Result<Appended> openEmergency(Ledger &ledger, const QString &change, const QString &incident,
                                                   const QString &reason, const Signatory &by,
                                                   std::stop_token stop = {});
[[nodiscard]] base::Result<Appended> endorse(Ledger &ledger, const QString &event, const Signatory &by,
                                             std::stop_token stop = {});

/// Parses both, refuses what can never come into force (serial, replaced policy), stores the bytes.
[[nodiscard]] base::Result<Appended> activatePolicy(Ledger &ledger, const QByteArray &policyBytes,
                                                    const QByteArray &signersBytes, const Signatory &by,
                                                    std::stop_token stop = {});
[[nodiscard]] base::Result<Appended> revokeKey(Ledger &ledger, const QString &person, const QString &fingerprint,
                                               RevocationCause cause, qint64 from, const Signatory &by,
                                               std::stop_token stop = {});

[[nodiscard]] base::Result<Appended> beginDeployment(Ledger &ledger, const QString &change, const QString &digest,
                                                     bool emergency, const QString &certificateDigest,
                                                     const Signatory &by, std::stop_token stop = {});
[[nodiscard]] base::Result<Appended> finishDeployment(Ledger &ledger, const QString &attempt, DeployResult result,
                                                      const Signatory &by, std::stop_token stop = {});
[[nodiscard]] base::Result<Appended> confirmDeployment(Ledger &ledger, const QString &attempt, bool matches,
                                                       const QString &live, const Signatory &by,
                                                       std::stop_token stop = {});

/// The event, comment or waiver of @p change that @p text names by at least 8 hex digits.
[[nodiscard]] base::Result<QString> findEvent(const LedgerState &state, const QString &change, const QString &text);

/// Picks who signs: @p person and @p keyFile when given, else the only roster person whose key is at hand.
[[nodiscard]] base::Result<Signatory> chooseSignatory(const LedgerState &state, const QString &person,
                                                      const QString &keyFile, const SigningOptions &options = {});

} // namespace countersign::review

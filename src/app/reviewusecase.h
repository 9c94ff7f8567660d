#pragma once

#include "app/sources.h"
#include "checks/report.h"
#include "review/actions.h"
#include "review/evaluate.h"
#include "review/ledger.h"

#include <QDateTime>

#include <stop_token>

namespace countersign::app {

/// The bytes that a person last voted on, where they are not those of the latest revision.
struct SignedFiles {
    QString person;
    int revision = 0; ///< 1-based
    std::vector<review::MigrationFile> files;
};

/// A finding of the report that a revision contains.
struct SignedFinding {
    checks::Severity severity = checks::Severity::Error;
    QString rule;
    QString object;
    QString message;
    bool waived = false;
};

/// The findings of @p reportJson, worst first; of a severity that nobody here knows: errors. Pure; takes as long as the
/// report is big.
[[nodiscard]] std::vector<SignedFinding> signedFindings(const QByteArray &reportJson);

/// A change as a person sees it: its record, the verdict now, and whether the files in the workspace still are the ones
/// that were signed.
struct ReviewedChange {
    review::ChangeRecord record;
    review::Evaluation evaluation;            ///< of the latest revision against the files on disk
    std::vector<review::MigrationFile> files; ///< of the latest revision, from the ledger's blobs where it holds them
    std::vector<SignedFiles> signedFiles;     ///< one for each person whose last vote is on an earlier revision
    QByteArray reportJson;                    ///< of the latest revision; empty when there is none
    QMap<QString, QString> texts;             ///< digest ► text of messages and comments
};

/// What the ledger says, read and verified once. A value; may cross threads.
struct ReviewOverview {
    review::LedgerState state;
    std::vector<ReviewedChange> changes; ///< newest first
    QString person;                      ///< roster id of who would sign here; empty: no key of the roster is at hand
    QStringList people;                  ///< everybody in the roster who is not a machine

    [[nodiscard]] const ReviewedChange *find(const QString &change) const;
};

/// Opens the workspace's ledger, verifies it and evaluates every change. Blocks: never on the GUI thread.
[[nodiscard]] base::Result<ReviewOverview> readReviews(const Workspace &workspace, std::stop_token stop);

/// What a verification of the whole ledger found.
struct ChainCheck {
    qint64 events = 0;
    QString head;         ///< size and short link of the last event
    QStringList problems; ///< what does not hold, with the place of the event; empty when everything does
};

/// Recomputes every link, signature and blob of the workspace's ledger and trusts nothing that was verified before.
/// Blocks: never on the GUI thread.
[[nodiscard]] base::Result<ChainCheck> verifyChain(const Workspace &workspace, std::stop_token stop);

/// What the server of @p environment says it is.
[[nodiscard]] base::Result<QString> liveIdentity(const Environment &environment, std::stop_token stop);

/// What a revision is made of: the files of @p folder, the environment's identity, fingerprints, the report and its
/// digests. `report` may be null; policies that require one then say so.
[[nodiscard]] base::Result<review::RevisionInput> revisionInput(const Workspace &workspace, const QString &environment,
                                                                const QString &folder, const checks::Report *report,
                                                                std::stop_token stop);

/// Opens a change for @p environment, or adds a revision to the open change @p change when that is not empty.
[[nodiscard]] base::Result<review::OpenedRevision> submitRevision(const Workspace &workspace, const QString &change,
                                                                  const QString &title,
                                                                  const review::RevisionInput &input,
                                                                  const review::Signatory &by, std::stop_token stop);

/// Who signs: a person and key file when given, else the workspace's signer, else the only roster key at hand.
[[nodiscard]] base::Result<review::Signatory> signatoryFor(const Workspace &workspace, const review::LedgerState &state,
                                                           const QString &person = {}, const QString &keyFile = {});

struct VoteRequest {
    QString change;
    QString digest; ///< of the revision that was read, at least 12 hex digits
    review::VoteKind vote = review::VoteKind::Abstain;
    QStringList acks;
    QString message;
    QString person; ///< empty: as signatoryFor()
    QString keyFile;
};

/// Signs and appends one vote.
[[nodiscard]] base::Result<review::Appended> castVote(const Workspace &workspace, const VoteRequest &request,
                                                      std::stop_token stop);

/// A comment at an object, or at a statement of a file of the latest revision.
struct CommentRequest {
    QString change;
    QString object;    ///< path; empty for a statement
    QString file;      ///< path as in the revision
    int statement = 0; ///< 1-based; 0 for the whole file
    QString text;
    bool blocking = false; ///< no approval counts before it is resolved
};

/// Where a comment stands: the byte range of its statement in the file of the latest revision, and that statement's own
/// bytes. ErrorKind::Usage when there is no such file or statement.
[[nodiscard]] base::Result<review::Anchor> anchorOf(const review::Ledger &ledger, const review::ChangeRecord &record,
                                                    const CommentRequest &request);

/// Signs and appends one comment. The statement's own bytes are part of the anchor, so that the comment finds its
/// statement in the next revision.
[[nodiscard]] base::Result<review::Appended> postComment(const Workspace &workspace, const CommentRequest &request,
                                                         std::stop_token stop);

/// Signs that the comment with this event id is settled.
[[nodiscard]] base::Result<review::Appended> resolveComment(const Workspace &workspace, const QString &change,
                                                            const QString &comment, std::stop_token stop);

struct WaiverRequest {
    QString change;
    QString finding; ///< rule
    QString object;  ///< path; empty for every object
    QString reason;  ///< at least 20 characters
    QDateTime until;
    QString person; ///< empty: as signatoryFor()
    QString keyFile;
};

/// Signs that somebody answers for a finding until a moment.
[[nodiscard]] base::Result<review::Appended> waiveFinding(const Workspace &workspace, const WaiverRequest &request,
                                                          std::stop_token stop);

/// Digest of one statement's text, as comments hold it.
[[nodiscard]] QString statementDigest(const QString &text);

/// The id under which a finding is waived: rule@object.
[[nodiscard]] QString findingId(const checks::Finding &finding);

} // namespace countersign::app

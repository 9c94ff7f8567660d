#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace countersign::review {

// Times are microseconds since 1970 UTC. Digests and event ids are 64 lower-case hex digits. A body carries long or
// possibly secret text (scripts, reports, comments) as the digest of a blob, so that a leaked secret can be redacted
// while the chain holds.

/// A position in the ledger: how many events and the link of the last one (empty when size is 0).
struct Head {
    qint64 size = 0;
    QString link;
    friend bool operator==(const Head &, const Head &) = default;
};

struct AdminKey {
    QString person;
    QString key; ///< "ssh-ed25519 AAAA…", without comment
    friend bool operator==(const AdminKey &, const AdminKey &) = default;
};

struct Genesis {
    QString name;
    QList<AdminKey> admins;
    int threshold = 1;
    friend bool operator==(const Genesis &, const Genesis &) = default;
};

struct PolicyActivate {
    qint64 serial = 0;
    QString policy;   ///< digest of the bytes of policy.toml
    QString signers;  ///< digest of the bytes of allowed_signers
    QString replaces; ///< event id of the activation in force when this was signed; empty for the first
    friend bool operator==(const PolicyActivate &, const PolicyActivate &) = default;
};

enum class RevocationCause : quint8 { Rotated, Compromised };

struct KeyRevoke {
    QString person;
    QString key; ///< fingerprint "SHA256:…"
    RevocationCause cause = RevocationCause::Rotated;
    qint64 from = 0; ///< compromised: what the key signed at this position and later is void
    friend bool operator==(const KeyRevoke &, const KeyRevoke &) = default;
};

/// Endorses a policy activation, a key revocation, a restore or an emergency.
struct Endorse {
    QString event;
    friend bool operator==(const Endorse &, const Endorse &) = default;
};

struct ChangeOpen {
    QString environment;
    QString title;
    friend bool operator==(const ChangeOpen &, const ChangeOpen &) = default;
};

struct RevisionAdd {
    QString revision; ///< digest of the manifest bytes, which are a blob
    friend bool operator==(const RevisionAdd &, const RevisionAdd &) = default;
};

enum class VoteKind : quint8 { Approve, RequestChanges, Veto, Abstain, Withdraw };

struct Vote {
    QString revision;
    VoteKind vote = VoteKind::Abstain;
    QStringList acks; ///< hazards the voter acknowledges, sorted
    QString message;  ///< digest of a blob, or empty
    friend bool operator==(const Vote &, const Vote &) = default;
};

/// Where a comment stands: a byte range of one statement of a file, or an object.
struct Anchor {
    QString file;      ///< digest of the file; empty when anchored to an object
    int statement = 0; ///< 1-based
    qint64 begin = 0;  ///< bytes within the file, half-open
    qint64 end = 0;
    QString statementBytes; ///< digest of the statement's bytes: how the comment finds it in the next revision
    QString object;         ///< qualified name; empty when anchored to a file
    friend bool operator==(const Anchor &, const Anchor &) = default;
};

struct Comment {
    QString revision;
    Anchor anchor;
    bool blocking = false;
    QString text; ///< digest of a blob
    friend bool operator==(const Comment &, const Comment &) = default;
};

struct Resolve {
    QString comment; ///< event id
    friend bool operator==(const Resolve &, const Resolve &) = default;
};

struct Dismiss {
    QString vote; ///< event id of the vote
    QString reason;
    friend bool operator==(const Dismiss &, const Dismiss &) = default;
};

struct Waive {
    QString finding;
    QString object; ///< may be empty
    QString reason; ///< at least 20 characters
    qint64 until = 0;
    friend bool operator==(const Waive &, const Waive &) = default;
};

struct Unwaive {
    QString waiver; ///< event id
    friend bool operator==(const Unwaive &, const Unwaive &) = default;
};

struct Abandon {
    QString reason; ///< may be empty
    friend bool operator==(const Abandon &, const Abandon &) = default;
};

struct EmergencyOpen {
    QString revision;
    QString incident;
    QString reason;
    friend bool operator==(const EmergencyOpen &, const EmergencyOpen &) = default;
};

struct DeployBegin {
    QString revision;
    bool emergency = false;
    QString certificate; ///< digest of the certificate shown, or empty when the ledger itself was asked
    friend bool operator==(const DeployBegin &, const DeployBegin &) = default;
};

enum class DeployResult : quint8 { Ok, Failed, Partial };

struct DeployFinish {
    QString attempt; ///< event id of the deploy.begin
    DeployResult result = DeployResult::Failed;
    friend bool operator==(const DeployFinish &, const DeployFinish &) = default;
};

struct DeployConfirm {
    QString attempt;
    bool matches = false;
    QString live; ///< fingerprint that was found
    friend bool operator==(const DeployConfirm &, const DeployConfirm &) = default;
};

/// Adopts another branch of this ledger. The branch's events from common + 1 on are given as a blob (BranchItem
/// list), from which every reader recomputes the branch's links; they must all be present in this ledger before this
/// event. Clients that knew the branch accept this ledger from then on.
struct Merge {
    qint64 common = 0;
    Head other;
    QString branch; ///< digest of the blob
    friend bool operator==(const Merge &, const Merge &) = default;
};

/// Admins accept that what came after @p restored up to @p lost is gone.
struct Restore {
    Head restored;
    Head lost;
    QString reason;
    friend bool operator==(const Restore &, const Restore &) = default;
};

struct Upgrade {
    qint64 from = 0;
    qint64 to = 0;
    friend bool operator==(const Upgrade &, const Upgrade &) = default;
};

using Body = std::variant<Genesis, PolicyActivate, KeyRevoke, Endorse, ChangeOpen, RevisionAdd, Vote, Comment, Resolve,
                          Dismiss, Waive, Unwaive, Abandon, EmergencyOpen, DeployBegin, DeployFinish, DeployConfirm,
                          Merge, Restore, Upgrade>;

/// "genesis", "policy.activate", … as signed.
[[nodiscard]] QString kindName(const Body &body);
/// Decisions (revision.add, deploy.begin, policy.activate, emergency.open) are taken on what was seen and lose against
/// newer events of the change; facts stand for themselves.
[[nodiscard]] bool isDecision(const Body &body);
/// "approve", "request-changes", … as signed and as typed on the command line.
[[nodiscard]] QString voteName(VoteKind vote);
[[nodiscard]] std::optional<VoteKind> voteFromName(const QString &name);
[[nodiscard]] QString deployResultName(DeployResult result);

inline constexpr qint64 payloadVersion = 1;

/// What one person or machine states, before and after signing.
struct Payload {
    QString ledger;   ///< "L-…"
    QString change;   ///< "C-…", or empty for events of the whole ledger
    QString by;       ///< roster id
    qint64 at = 0;    ///< the signer's clock; never decides anything
    QString nonce;    ///< 32 hex digits
    QStringList seen; ///< ids of the change's latest events the signer had, sorted
    Head witness;     ///< head the signer's client had verified
    Body body;
    friend bool operator==(const Payload &, const Payload &) = default;
};

/// The canonical bytes that are signed and stored.
[[nodiscard]] QByteArray encodePayload(const Payload &payload);
/// Strict. ErrorKind::Undecided when "v" is newer than this program knows, else ErrorKind::Integrity.
[[nodiscard]] base::Result<Payload> decodePayload(QByteArrayView bytes);

/// DSSE pre-authentication encoding, https://github.com/secure-systems-lab/dsse/blob/master/protocol.md
[[nodiscard]] QByteArray preAuthenticationEncoding(QByteArrayView type, QByteArrayView payload);

inline constexpr QByteArrayView eventPayloadType = "application/vnd.countersign.event.v1+json";
inline constexpr QByteArrayView checkpointPayloadType = "application/vnd.countersign.checkpoint.v1+json";
inline constexpr QByteArrayView certificatePayloadType = "application/vnd.countersign.certificate.v1+json";
inline constexpr QByteArrayView emergencyPayloadType = "application/vnd.countersign.emergency.v1+json";
inline constexpr QByteArrayView eventNamespace = "countersign-event-v1";
inline constexpr QByteArrayView checkpointNamespace = "countersign-checkpoint-v1";
inline constexpr QByteArrayView certificateNamespace = "countersign-certificate-v1";

/// SHA256("countersign/event/1\n" + payload).
[[nodiscard]] QString eventId(QByteArrayView payload);
/// SHA256("countersign/chain/1\n" + be64(seq) + previous + eid + SHA256(signature) + be64(receivedUs)); an empty
/// @p previous stands for 32 zero bytes.
[[nodiscard]] QString chainLink(qint64 seq, const QString &previous, const QString &eid, QByteArrayView signature,
                                qint64 receivedUs);

/// "7KQ4M-2ZD8P-…": the first 100 bits of a link in Crockford base 32, in groups of five.
[[nodiscard]] QString shortLink(const QString &link);
/// "1432 · 7KQ4M-2ZD8P-…" with the first @p groups groups.
[[nodiscard]] QString shortHead(const Head &head, int groups = 4);
/// True when @p text, hex or short form of at least 10 digits, names @p link.
[[nodiscard]] bool linkMatches(const QString &link, const QString &text);

/// "C-" and "L-" ids: 80 random bits in Crockford base 32.
[[nodiscard]] QString randomId(QChar kind);
[[nodiscard]] QString randomNonce();
[[nodiscard]] bool isPersonId(const QString &text);
[[nodiscard]] bool isChangeId(const QString &text);
[[nodiscard]] bool isLedgerId(const QString &text);

/// As stored: a signed payload in its place in the chain.
struct StoredEvent {
    qint64 seq = 0;
    QString eid;
    QString change;
    QString kind;
    QByteArray payload;
    QByteArray signature; ///< the SSHSIG blob, not armored
    QString previous;     ///< link before; empty for the first
    QString link;
    qint64 receivedUs = 0;
    friend bool operator==(const StoredEvent &, const StoredEvent &) = default;
};

/// One event of another branch, as much of it as its link needs.
struct BranchItem {
    QString eid;
    QString signatureDigest;
    qint64 receivedUs = 0;
};

[[nodiscard]] QByteArray encodeBranch(const QList<BranchItem> &items);
[[nodiscard]] base::Result<QList<BranchItem>> decodeBranch(QByteArrayView bytes);
[[nodiscard]] QString branchLink(qint64 seq, const QString &previous, const BranchItem &item);

} // namespace countersign::review

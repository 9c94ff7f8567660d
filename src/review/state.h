#pragma once

#include "review/event.h"
#include "review/manifest.h"
#include "review/policy.h"

#include <QHash>
#include <QList>
#include <QMap>
#include <QSet>
#include <QString>

#include <functional>
#include <optional>

namespace countersign::review {

/// Why something does not count or is not allowed: the codes of the command line's JSON.
enum class Code : quint8 {
    NoReview,
    EmptySet,
    BytesDiffer,
    EnvDiffers,
    BaseMoved,
    Superseded,
    SlotUnfilled,
    Veto,
    ChangesRequested,
    CommentOpen,
    CheckFailed,
    CheckMissing,
    AckMissing,
    WaiverExpired,
    VoteExpired,
    Frozen,
    SelfApproval,
    KeyUnknown,
    KeyRevoked,
    EmergencyOverdue,
    AlreadyDeployed,
    SigInvalid,
    ChainBroken,
    RolledBack,
    Forked,
    CertExpired,
    CertIncomplete,
    ClockBehind,
    Unreachable,
    PolicyInvalid,
};
/// "SLOT_UNFILLED", …
[[nodiscard]] QString codeName(Code code);

/// An event whose signature and place in the chain were verified, with what the roster of its position says of it.
struct Event {
    qint64 seq = 0;
    QString eid;
    QString link;
    qint64 receivedUs = 0;
    Payload payload;
    QString key; ///< fingerprint of the key that signed
    bool onToken = false;
    bool userVerified = false;
    std::optional<Code> withoutEffect; ///< KeyUnknown or KeyRevoked: has no effect
    bool compromised = false; ///< made with a key that was compromised by then: nothing favourable in it counts
    QString note;             ///< why an event has no effect although its key is good; empty otherwise

    /// Whether it may speak for its signer: key known, not revoked, not without effect.
    [[nodiscard]] bool speaks() const { return !withoutEffect && note.isEmpty(); }
};

struct PolicyRecord {
    QString eid; ///< of the activation
    qint64 serial = 0;
    QString by;
    QStringList endorsedBy;   ///< admins, the activator included when one
    QStringList endorsements; ///< event ids of those signatures, in the same order
    int threshold = 1;        ///< of the policy before
    qint64 inForceFrom = 0;   ///< position of the event that completed the quorum; 0 while endorsements are missing
    bool superseded = false;  ///< can no longer come into force
    /// Whether enough admins of the last sound policy put it into force with keys that were not compromised by then.
    bool sound = true;
    QByteArray policyBytes;
    QByteArray signersBytes;
    Policy policy;
    QList<AllowedSigner> signers;
};

struct RevisionRecord {
    bool readable = true; ///< false: the manifest's bytes are missing from the ledger
    int number = 0;       ///< 1-based
    QString digest;
    QString eid;
    QString by;
    qint64 seq = 0;
    qint64 receivedUs = 0;
    Manifest manifest;
};

struct RevocationRecord {
    QString eid;
    QString person;
    QString key; ///< fingerprint
    RevocationCause cause = RevocationCause::Rotated;
    qint64 from = 0;
    QStringList endorsedBy;
    qint64 inForceFrom = 0; ///< position from which the key signs nothing more; 0 while endorsements are missing
};

struct RestoreRecord {
    QString eid;
    Restore restore;
    QStringList endorsedBy;
    QStringList endorsements; ///< event ids of those signatures, in the same order
    int threshold = 1;        ///< when it came into force
    bool inForce = false;     ///< enough admins accept it, with keys that were not compromised by then
};

struct AttemptRecord {
    QString eid;
    QString revision;
    QString by;
    bool emergency = false;
    qint64 seq = 0;
    qint64 receivedUs = 0;
    std::optional<DeployResult> result; ///< empty while open
    std::optional<bool> confirmed;      ///< whether production equals the expected result
    QString live;
};

struct EmergencyRecord {
    QString eid;
    QString revision;
    QString incident;
    QString reason; ///< digest of a blob
    QString by;
    QStringList secondedBy;
    QStringList seconds; ///< event ids of those signatures, in the same order
    qint64 seq = 0;
    qint64 completeUs = 0; ///< when the last needed signature was received; 0 before
};

/// One change as its events tell it; indexes are into LedgerState::events.
struct ChangeRecord {
    QString id;
    QString alias; ///< "#12", by order in this ledger; a name for lists only
    QString environment;
    QString title;
    QString openedBy;
    qint64 openedUs = 0;
    bool abandoned = false;
    QList<int> events;
    QList<int> votes;
    QList<int> comments;
    QList<int> resolutions;
    QList<int> dismissals;
    QList<int> waivers;
    QList<int> unwaivers;
    QList<RevisionRecord> revisions;
    QList<AttemptRecord> attempts;
    QList<EmergencyRecord> emergencies;

    [[nodiscard]] const RevisionRecord *revision(const QString &digest) const;
    [[nodiscard]] const RevisionRecord *latest() const;
    /// Everyone who contributed to any revision: roster ids and "git:MAIL".
    [[nodiscard]] QStringList contributors() const;
    /// Events that no other event of the change has seen, sorted: what a new event's "seen" holds.
    [[nodiscard]] QStringList frontier(const QList<Event> &all) const;
};

enum class MarkState : quint8 {
    None,   ///< this client sees the ledger for the first time
    Equal,  ///< as it was left
    Ahead,  ///< extends what was known
    Behind, ///< rolled back
    Forked, ///< differs from what was known
};

/// What a ledger says, as a value: read by the window, the command line and the gate. Nothing in it is an approval.
struct LedgerState {
    QString ledger;
    QString name;
    QString genesis; ///< event id
    Genesis founding;
    Head head;
    QList<Event> events;
    QHash<QString, int> byId; ///< event id to index
    QList<PolicyRecord> policies;
    int inForce = -1; ///< index into policies; -1 before the first is endorsed
    QMap<QString, ChangeRecord> changes;
    QList<RevocationRecord> revocations;
    QList<RestoreRecord> restores;
    QStringList changeOrder;
    MarkState mark = MarkState::None;
    bool readOnly = false; ///< rolled back or forked: nothing may be appended

    [[nodiscard]] const PolicyRecord *policy() const;
    /// By id, alias or an unambiguous beginning of at least four characters after "C-".
    [[nodiscard]] base::Result<const ChangeRecord *> find(const QString &change) const;
    [[nodiscard]] const Event *event(const QString &eid) const;
    /// What policies, rosters and keys come from, as far as no other such event has seen it: part of every new event's
    /// "seen", so that a certificate cannot leave out a revocation or policy that a voter knew.
    [[nodiscard]] QStringList authorityFrontier() const;
    /// The person whose key this is under the roster in force, or nothing.
    [[nodiscard]] std::optional<QString> personOf(const QString &keyFingerprint) const;
};

/// Whether policies, rosters and keys come from it: genesis, policy.activate, key.revoke and their endorsements.
[[nodiscard]] bool isAuthority(const Event &event);

/// A stored event with its signature already verified.
struct VerifiedEvent {
    StoredEvent stored;
    Payload payload;
    PublicKey key;
    bool userVerified = false;
};

using BlobSource = std::function<base::Result<QByteArray>(const QString &digest)>;

/// Derives the state from verified events in order. Pure: @p blobs must answer the same for the same digest. Events
/// without effect stay in the list with the reason. ErrorKind::Integrity when the chain of policies cannot be read.
[[nodiscard]] base::Result<LedgerState> replay(const QList<VerifiedEvent> &events, const BlobSource &blobs);

/// The events that @p eid could see, transitively, itself included.
[[nodiscard]] QSet<QString> ancestors(const LedgerState &state, const QString &eid);

} // namespace countersign::review

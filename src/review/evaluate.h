#pragma once

#include "review/state.h"

namespace countersign::review {

enum class VerdictKind : quint8 { Approved, Emergency, Pending, Blocked, Stale, Frozen, None, Error };
/// "approved", …
[[nodiscard]] QString verdictName(VerdictKind verdict);

enum class ChangeState : quint8 {
    Draft,
    InReview,
    Blocked,
    Stale,
    Pending,
    Frozen,
    Approved,
    Deploying,
    DeployedUnverified,
    Verified,
    Mismatch,
    Superseded,
    Abandoned,
    EmergencyOpen,
    EmergencyReviewed,
};
/// "in-review", …
[[nodiscard]] QString stateName(ChangeState state);
/// All of them.
[[nodiscard]] QStringList stateNames();

enum class ReasonSeverity : quint8 { Block, Warning, Info };
[[nodiscard]] QString severityName(ReasonSeverity severity);

/// One reason of a verdict, in the program's own words (English); codes and subjects are stable, texts are not.
struct Reason {
    Code code = Code::NoReview;
    ReasonSeverity severity = ReasonSeverity::Block;
    QString subject; ///< a role, person, finding, comment or file
    QString text;
    QString fix; ///< what would resolve it
    friend bool operator==(const Reason &, const Reason &) = default;
};

struct SlotView {
    QString role;
    QString by; ///< empty while unfilled
    friend bool operator==(const SlotView &, const SlotView &) = default;
};

struct VoteView {
    QString eid;
    QString by;
    VoteKind vote = VoteKind::Abstain;
    int revision = 0;
    bool latest = true; ///< false: the same person voted again
    bool counts = false;
    bool carried = false;    ///< given to an earlier revision and still good
    std::optional<Code> why; ///< why it does not count
    QStringList acks;
    QString message; ///< digest of a blob, or empty
    qint64 seq = 0;
    qint64 receivedUs = 0;
};

struct CommentView {
    QString eid;
    QString by;
    int revision = 0;
    Anchor anchor;
    bool blocking = false;
    bool resolved = false;
    QString resolvedBy;
    QString text; ///< digest of a blob
    qint64 receivedUs = 0;
};

struct WaiverView {
    QString eid;
    QString by;
    QString finding;
    QString object;
    QString reason;
    qint64 until = 0;
    bool holds = false;
    std::optional<Code> why;
    bool withdrawn = false;
};

/// The answer about one revision of one change at one moment. Computed, never stored.
struct Evaluation {
    VerdictKind verdict = VerdictKind::None;
    ChangeState state = ChangeState::Draft;
    QString change;
    QString environment;
    QString revision; ///< digest
    int revisionNumber = 0;
    QString risk; ///< as it was judged: the strictest when the policy does not define it
    bool separation = true;
    QList<Reason> reasons;  ///< all of them, most severe class first
    QList<SlotView> filled; ///< every slot, filled or not
    QList<VoteView> votes;
    QList<CommentView> comments;
    QList<WaiverView> waivers;
    QStringList hazards; ///< hazards of this revision that an approval must acknowledge
    qint64 policySerial = 0;
};

/// What was found outside the ledger and may contradict the revision. Empty members were not looked at.
struct Observed {
    std::optional<QString> environment;     ///< name asked for
    std::optional<QString> identity;        ///< of the live target
    std::optional<QString> baseFingerprint; ///< of the live target
    std::optional<QList<ManifestFile>> files;
    QStringList hazards; ///< what the scripts' own bytes show, whatever the report says: see hazardsOf()
};

/// The one function that says whether a revision is approved: pure, and the same for window, command line and gate.
/// @p nowUs is compared with the times at which the ledger received events. An unknown change or revision gives
/// VerdictKind::None.
[[nodiscard]] Evaluation evaluate(const LedgerState &state, const QString &change, const QString &revision,
                                  qint64 nowUs, const Observed &observed = {});

/// The same for the latest revision.
[[nodiscard]] Evaluation evaluateLatest(const LedgerState &state, const QString &change, qint64 nowUs);

} // namespace countersign::review

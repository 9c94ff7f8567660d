#pragma once

#include "review/state.h"

#include <stop_token>

namespace countersign::review {

/// What is wrong with one event of a ledger.
struct Problem {
    qint64 seq = 0;
    Code code = Code::ChainBroken;
    QString text;
};

/// Checks a chain event by event. Feed it every event in order; what was fed before stays verified.
class ChainVerifier
{
public:
    explicit ChainVerifier(QString ledger) : m_ledger(std::move(ledger)) {}

    /// Links, ids, encoding and, unless @p seq is at most trustedUpTo, the signature. Problems are collected; the event
    /// is kept when it could be decoded. An error is returned only for what cannot be judged, such as an event of a
    /// newer version.
    [[nodiscard]] base::Result<void> add(const StoredEvent &event);

    /// Signatures up to this position were verified before by this client, whose mark names the same link.
    qint64 trustedUpTo = 0;

    /// Begins with what this client verified before (VerifiedCopy) instead of with nothing.
    void resume(QList<VerifiedEvent> events);
    /// Whether @p event is, byte for byte, the one that is kept at its place: id and link are computed anew.
    [[nodiscard]] base::Result<void> compare(const StoredEvent &event) const;

    /// Place, id, link and time of what is stored; the rest of it is in the payload, or has done its duty.
    [[nodiscard]] const QList<VerifiedEvent> &events() const { return m_events; }
    [[nodiscard]] const QList<Problem> &problems() const { return m_problems; }
    [[nodiscard]] Head head() const;
    [[nodiscard]] QString linkAt(qint64 size) const;

    /// What can be told only from all events: witnesses and what signers had seen. @p state is their replay.
    [[nodiscard]] base::Result<QList<Problem>> checkWitnesses(const LedgerState &state, const BlobSource &blobs);

    /// Whether a head somebody knew belongs to this ledger's history: on the chain, on a merged branch, or given up by
    /// a restore in force. Call checkWitnesses() before.
    [[nodiscard]] bool knows(const Head &head, const LedgerState &state) const;

private:
    void problem(qint64 seq, Code code, const QString &text);
    void keep(const StoredEvent &event, VerifiedEvent &verified);
    void share(QString &text);
    base::Result<void> readBranches(const LedgerState &state, const BlobSource &blobs);

    QString m_ledger;
    QList<VerifiedEvent> m_events;
    QList<Problem> m_problems;
    QHash<QString, qint64> m_byId;
    QSet<QString> m_shared; ///< ids and names that many events hold, one copy of each
    QHash<QByteArray, PublicKey> m_keys;
    QSet<QString> m_branchHeads; ///< "SIZE LINK"
    QSet<qint64> m_branchesRead;
};

/// The error for a list of problems: Integrity, beginning with the code of the first.
[[nodiscard]] base::Error problemError(const QList<Problem> &problems);

} // namespace countersign::review

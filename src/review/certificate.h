#pragma once

#include "review/ledger.h"
#include "review/trust.h"

namespace countersign::review {

/// A signed statement "these votes, in this order, nothing else up to this head". It carries the original events with
/// their signatures, so whoever verifies it trusts the voters and the pinned beginning of the policies, not the issuer.
struct Certificate {
    QString ledger;
    QString change;
    QString revision; ///< digest
    bool emergency = false;
    QString issuer;
    PublicKey issuerKey;
    Head head;
    qint64 issuedUs = 0;
    qint64 notAfterUs = 0;
    QByteArray manifestBytes;
    Manifest manifest;
    QList<VerifiedEvent> events;
    QHash<QString, QByteArray> blobs; ///< policies and signers files by digest, and the manifest
};

inline constexpr qsizetype certificateBytesLimit = 64 * 1024 * 1024;
inline constexpr qsizetype certificateEventLimit = 20000;

/// Issues one for a revision whose verdict is approved or emergency; anything else is ErrorKind::NotAllowed.
[[nodiscard]] base::Result<QByteArray> issueCertificate(const Ledger &ledger, const QString &change,
                                                        const Signatory &issuer, std::stop_token stop = {});

/// Envelope, caps, encoding, every signature, ids, order and closure under "seen". No trust is implied yet.
/// ErrorKind::Integrity for whatever is wrong.
[[nodiscard]] base::Result<Certificate> readCertificate(QByteArrayView bytes);

/// The state that the certificate's events give, after comparing its beginning with the trust file.
[[nodiscard]] base::Result<LedgerState> stateOf(const Certificate &certificate, const Trust &trust);

/// Verdict of the certificate alone: evaluation of its events plus its own time limits.
[[nodiscard]] Evaluation evaluateCertificate(const Certificate &certificate, const LedgerState &state, qint64 nowUs,
                                             const Observed &observed);

/// A signed note of the head, to be kept elsewhere: commit, mail, print.
[[nodiscard]] base::Result<QByteArray> signCheckpoint(const Ledger &ledger, const Signatory &by,
                                                      std::stop_token stop = {});
struct Checkpoint {
    QString ledger;
    Head head;
    QString by;
    qint64 at = 0;
    PublicKey key;
};
[[nodiscard]] base::Result<Checkpoint> readCheckpoint(QByteArrayView bytes);

} // namespace countersign::review

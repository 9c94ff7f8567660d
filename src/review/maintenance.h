#pragma once

#include "review/certificate.h"
#include "review/verify.h"

namespace countersign::review {

struct VerifyResult {
    QString ledger;
    Head head;
    qint64 events = 0;
    QList<Problem> bad;
    MarkState mark = MarkState::None;
    Head known;         ///< what this client knew; size 0: nothing
    QStringList unsent; ///< ids in the outbox that the ledger does not hold
};

/// Recomputes every link and signature without relying on this client's mark. Problems are listed, not thrown; an
/// error is only what cannot be judged. @p full also checks the file and every blob.
[[nodiscard]] base::Result<VerifyResult> verifyLedger(const QString &locator, const ClientOptions &options, bool full,
                                                      std::stop_token stop = {});

/// The whole ledger as lines of JSON: one header, then events in order, then blobs.
[[nodiscard]] base::Result<void> exportLedger(Ledger &ledger, const std::function<bool(const QByteArray &)> &write,
                                              std::stop_token stop = {});
/// Makes a new ledger at @p locator from an export, after verifying every link and signature.
[[nodiscard]] base::Result<Head> importLedger(const QByteArray &text, const QString &locator,
                                              const ClientOptions &options, std::stop_token stop = {});
/// Copies every event and blob into a new ledger at @p locator (another store, the same ledger) and compares.
[[nodiscard]] base::Result<Head> moveLedger(Ledger &from, const QString &locator, const ClientOptions &options,
                                            std::stop_token stop = {});

/// A verified copy of an embedded ledger. ErrorKind::Usage for other stores.
[[nodiscard]] base::Result<void> backupLedger(Ledger &ledger, const QString &path, std::stop_token stop = {});

/// Puts a verified backup where no ledger is, refills it from the outbox, and says what this client knows to be lost.
struct RestoreResult {
    Head restored;
    Head known; ///< this client's mark
    int refilled = 0;
    bool needsAdmins = false; ///< events are missing: `ledger restore` by an admin, with endorsements, must accept it
};
[[nodiscard]] base::Result<RestoreResult> restoreBackup(const QString &backup, const QString &locator,
                                                        const ClientOptions &options, std::stop_token stop = {});
/// An admin states that what this client's mark knows and the ledger lacks is lost; or, with @p known, what a
/// colleague's client knew, whose owner need not be an admin.
[[nodiscard]] base::Result<Appended> acceptLoss(Ledger &ledger, const QString &reason, const Signatory &by,
                                                const std::optional<Head> &known = {}, std::stop_token stop = {});

struct MergeResult {
    int added = 0;
    Appended appended;
};
/// Adds the events that @p other has and @p ledger lacks, then adopts its branch.
[[nodiscard]] base::Result<MergeResult> mergeLedger(Ledger &ledger, Ledger &other, const Signatory &by,
                                                    std::stop_token stop = {});

/// Removes the bytes of one blob, such as a script or comment that holds a secret, for good; the chain holds. What
/// verdicts are computed from (manifests, policies, signers, merged branches) is refused with ErrorKind::Usage, as is
/// what is not there. @p text: at least 12 hex digits of the digest. Returns the digest. Copies elsewhere keep the
/// bytes.
[[nodiscard]] base::Result<QString> redactBlob(Ledger &ledger, const QString &text, std::stop_token stop = {});

struct Delivery {
    int sent = 0;
    int overtaken = 0; ///< decisions on what has changed since: dropped, for they would decide something else now
};
/// Sends what is in the outbox, oldest first.
[[nodiscard]] base::Result<Delivery> sendOutbox(Ledger &ledger, std::stop_token stop = {});

} // namespace countersign::review

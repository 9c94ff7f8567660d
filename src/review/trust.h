#pragma once

#include "review/event.h"

namespace countersign::review {

struct LedgerState;

/// What a gate is told once, out of band, and keeps with the pipeline, outside the repository under review: where the
/// chain of policies must begin.
struct Trust {
    QString ledger;
    QString genesis; ///< event id
    QList<AdminKey> admins;
    int threshold = 1;
    qint64 minimumSerial = 1; ///< policies with a smaller serial are refused
    friend bool operator==(const Trust &, const Trust &) = default;
};

/// The text of trust.toml.
[[nodiscard]] QByteArray encodeTrust(const Trust &trust);
/// Strict; ErrorKind::Usage with file and line.
[[nodiscard]] base::Result<Trust> parseTrust(QByteArrayView bytes, const QString &where = QStringLiteral("trust.toml"));
/// What a gate that trusts this ledger as it is now pins.
[[nodiscard]] Trust trustOf(const LedgerState &state);
/// Integrity when the ledger does not begin where the gate was told, or its policy is too old.
[[nodiscard]] base::Result<void> checkTrust(const Trust &trust, const LedgerState &state);

} // namespace countersign::review

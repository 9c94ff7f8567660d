#pragma once

#include "review/state.h"

#include <optional>

namespace countersign::review {

/// A client's own copy of the events it has verified of one ledger, in its state folder, so that a large ledger opens
/// without reading and decoding all of it again. It is worth as much as the high-water mark beside it: whoever can
/// write there can have this client trust anything, whoever can only write to the ledger changes nothing in it. The
/// link of its last event commits to all events before; Ledger uses it only where the ledger has the same link there.
struct VerifiedCopy {
    QString ledger;
    QList<VerifiedEvent> events; ///< 1, 2, …; of what is stored only place, id, link and time

    [[nodiscard]] Head head() const;
};

/// Bytes with their own SHA-256, for files that only this program reads.
[[nodiscard]] QByteArray encodeCopy(const VerifiedCopy &copy);
/// Nothing for bytes that are damaged or were written by another version: a copy can always be made anew.
[[nodiscard]] std::optional<VerifiedCopy> decodeCopy(const QByteArray &bytes);

/// STATE/copies/LEDGER.
[[nodiscard]] std::optional<VerifiedCopy> loadCopy(const QString &stateFolder, const QString &ledger);
[[nodiscard]] base::Result<void> saveCopy(const QString &stateFolder, const VerifiedCopy &copy);

} // namespace countersign::review

#pragma once

#include "base/result.h"
#include "db/rows.h"

#include <QDataStream>

#include <vector>

namespace countersign::rehearsal::walled {

// What passes between a WalledSession and its process: frames of a length (32 bits, big-endian) and so many bytes,
// which are a QDataStream. A request is its kind, its number and what the kind needs; an answer is the number and an
// outcome.

enum class Request : quint8 { Open, Close, Run, Interrupt };

/// False at the end of the other side.
[[nodiscard]] bool writeFrame(int socket, const QByteArray &bytes);
/// Nothing at the end of the other side, and for a length that nobody sends.
[[nodiscard]] std::optional<QByteArray> readFrame(int socket);

[[nodiscard]] QByteArray answer(quint32 number, const base::Result<std::vector<db::Rows>> &outcome);
/// The outcome of an answer's remaining stream.
[[nodiscard]] base::Result<std::vector<db::Rows>> outcomeOf(QDataStream &stream);

} // namespace countersign::rehearsal::walled

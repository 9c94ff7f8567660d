#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace countersign::base {

/// SHA-256 of exactly these bytes, 32 bytes raw.
[[nodiscard]] QByteArray sha256(QByteArrayView bytes);
/// The same as 64 lower-case hex digits.
[[nodiscard]] QString sha256Hex(QByteArrayView bytes);

} // namespace countersign::base

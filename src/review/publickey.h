#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>

namespace countersign::review {

enum class KeyAlgorithm : quint8 { Ed25519, Ecdsa, Rsa };

/// The numbers in an SSH public key.
struct KeyParts {
    QByteArray type;
    KeyAlgorithm algorithm = KeyAlgorithm::Ed25519;
    QByteArray curve;       ///< ECDSA
    QByteArray point;       ///< Ed25519, ECDSA
    QByteArray exponent;    ///< RSA
    QByteArray modulus;     ///< RSA
    QByteArray application; ///< sk- keys
};

/// Reads a key in the wire format (RFC 4253 6.6, RFC 5656, RFC 8709, OpenSSH's PROTOCOL.u2f) and nothing after it.
[[nodiscard]] base::Result<KeyParts> readKeyParts(QByteArrayView blob);

/// True when @p signature (without the algorithm's name) is one over @p message. RSA with SHA-1 is never good.
[[nodiscard]] bool verifyRaw(const KeyParts &parts, const QByteArray &signatureAlgorithm, const QByteArray &signature,
                             const QByteArray &message);

} // namespace countersign::review

#pragma once

#include "review/signer.h"

namespace countersign::review {

/// A DSSE envelope (https://github.com/secure-systems-lab/dsse/blob/master/envelope.md) with exactly one signature,
/// an SSHSIG.
struct Envelope {
    QByteArray type;
    QByteArray payload;
    PublicKey key; ///< the key that made the signature, which has been verified
};

[[nodiscard]] base::Result<QByteArray> signEnvelope(QByteArrayView type, QByteArrayView nameSpace,
                                                    const QByteArray &payload, const KeyChoice &key,
                                                    const SigningOptions &options, std::stop_token stop);

/// Strict: canonical JSON of at most @p limit bytes, one of @p types, a good signature whose key id is true.
[[nodiscard]] base::Result<Envelope> openEnvelope(QByteArrayView bytes, qsizetype limit,
                                                  const QList<QByteArrayView> &types, QByteArrayView nameSpace);

} // namespace countersign::review

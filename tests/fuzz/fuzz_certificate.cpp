#include "review/certificate.h"

#include <cstdint>

using namespace countersign::review;

/// Whatever is read as a certificate is replayed and judged, too.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    static_cast<void>(readCheckpoint(bytes));
    const auto certificate = readCertificate(bytes);
    if (!certificate) {
        return 0;
    }
    const BlobSource blobs = [&](const QString &digest) -> countersign::base::Result<QByteArray> {
        const auto found = certificate->blobs.constFind(digest);
        return found == certificate->blobs.constEnd() ? countersign::base::Result<QByteArray>(std::unexpected(
                                                            countersign::base::undecided(QStringLiteral("missing"))))
                                                      : countersign::base::Result<QByteArray>(*found);
    };
    if (const auto state = replay(certificate->events, blobs)) {
        static_cast<void>(stateOf(*certificate, trustOf(*state)));
        static_cast<void>(evaluateCertificate(*certificate, *state, certificate->issuedUs, {}));
    }
    return 0;
}

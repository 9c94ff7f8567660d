#include "review/certificate.h"

#include <cstdint>

using namespace countersign::review;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    static_cast<void>(readCertificate(bytes));
    static_cast<void>(readCheckpoint(bytes));
    return 0;
}

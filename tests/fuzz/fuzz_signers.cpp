#include "review/sshsig.h"

#include <cstdint>

using namespace countersign::review;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    static_cast<void>(parseAllowedSigners(bytes));
    static_cast<void>(verifySshSignature(bytes, "countersign-event-v1", "message"));
    static_cast<void>(dearmorSshSignature(bytes));
    return 0;
}

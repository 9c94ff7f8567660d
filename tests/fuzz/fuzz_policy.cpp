#include "review/policy.h"
#include "review/trust.h"

#include <cstdint>

using namespace countersign::review;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    if (const auto policy = parsePolicy(bytes)) {
        static_cast<void>(policyWarnings(*policy, {}));
    }
    static_cast<void>(parseTrust(bytes));
    return 0;
}

#include "review/event.h"
#include "review/json.h"
#include "review/manifest.h"

#include <cstdint>
#include <cstdlib>

using namespace countersign::review;

/// What is accepted must be written again as exactly the same bytes; everything else must be refused without a crash.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    if (const auto json = decodeJson(bytes); json && json->encode() != bytes) {
        std::abort();
    }
    if (const auto payload = decodePayload(bytes); payload && encodePayload(*payload) != bytes) {
        std::abort();
    }
    if (const auto manifest = decodeManifest(bytes); manifest && encodeManifest(*manifest) != bytes) {
        std::abort();
    }
    static_cast<void>(decodeBranch(bytes));
    return 0;
}

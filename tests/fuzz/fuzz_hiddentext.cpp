#include "review/hiddentext.h"

#include <cstdint>

using namespace countersign::review;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const bool hides = hidesText(bytes);
    if (hides == hiddenTextLines(bytes).isEmpty()) {
        __builtin_trap();
    }
    // Other lines around it change nothing, except that a carriage return at the end becomes half of a line end, and a
    // byte order mark no longer stands in front.
    const bool edge = bytes.endsWith('\r') || bytes.startsWith("\xef\xbb\xbf");
    if (!edge && hides != hidesText("SELECT 1;\n" + bytes + "\nSELECT 2;\n")) {
        __builtin_trap();
    }
    return 0;
}

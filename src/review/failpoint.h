#pragma once

namespace countersign::review {

/// Places where a test build can be made to die or fail: CS_FAIL=NAME:kill or NAME:stop in the environment. Compiled
/// to nothing unless COUNTERSIGN_FAILPOINTS is defined.
void hitFailpoint(const char *name);

} // namespace countersign::review

#ifdef COUNTERSIGN_FAILPOINTS
#define CS_FAILPOINT(NAME) ::countersign::review::hitFailpoint(NAME)
#else
#define CS_FAILPOINT(NAME) static_cast<void>(0)
#endif

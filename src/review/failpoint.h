#pragma once

namespace countersign::review {

/// Places where a test program can be made to die or to stand still: CS_FAIL=NAME:kill[:N] or NAME:stop[:N] in the
/// environment, N the hit that counts. Compiled to nothing unless COUNTERSIGN_FAILPOINTS is defined, which only
/// countersign_review_faults does.
void hitFailpoint(const char *name);

} // namespace countersign::review

#ifdef COUNTERSIGN_FAILPOINTS
#define CS_FAILPOINT(NAME) ::countersign::review::hitFailpoint(NAME)
#else
#define CS_FAILPOINT(NAME) static_cast<void>(0)
#endif

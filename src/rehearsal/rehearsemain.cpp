// countersign-rehearse: runs SQL under review in a process of its own; see walledsession.h. Its standard input is the
// socket of the program that started it. Not for people.
#include "rehearsal/walledsession.h"

#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>

namespace {

/// A crash leaves no image of the memory, and a runaway statement does not fill the disk.
void lowerLimits()
{
    constexpr rlim_t largestFile = 4ULL * 1024 * 1024 * 1024;
    const rlimit noCore{0, 0};
    setrlimit(RLIMIT_CORE, &noCore);
    const rlimit file{largestFile, largestFile};
    setrlimit(RLIMIT_FSIZE, &file);
}

bool isSocket(int descriptor)
{
    int type = 0;
    socklen_t size = sizeof type;
    return getsockopt(descriptor, SOL_SOCKET, SO_TYPE, &type, &size) == 0;
}

} // namespace

int main()
{
    if (!isSocket(STDIN_FILENO)) {
        std::fputs("countersign-rehearse is started by countersign and countersignctl, not by people\n", stderr);
        return 2;
    }
    lowerLimits();
    countersign::rehearsal::serveWalledSession(STDIN_FILENO);
    return 0;
}

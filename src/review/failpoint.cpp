#include "review/failpoint.h"

#include <QByteArray>

#include <csignal>

namespace countersign::review {

void hitFailpoint(const char *name)
{
    const QByteArray wanted = qgetenv("CS_FAIL");
    if (wanted == QByteArray(name) + ":kill") {
        std::raise(SIGKILL);
    } else if (wanted == QByteArray(name) + ":stop") {
        std::raise(SIGSTOP);
    }
}

} // namespace countersign::review

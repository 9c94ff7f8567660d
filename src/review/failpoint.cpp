#include "review/failpoint.h"

#include <QByteArray>
#include <QList>

#include <algorithm>
#include <csignal>

namespace countersign::review {

void hitFailpoint(const char *name)
{
    static QByteArray counted;
    static int hits = 0;
    const QList<QByteArray> wanted = qgetenv("CS_FAIL").split(':');
    if (wanted.size() < 2 || wanted[0] != name) {
        return;
    }
    hits = counted == wanted[0] ? hits + 1 : 1;
    counted = wanted[0];
    if (hits != std::max(1, wanted.value(2).toInt())) {
        return;
    }
    std::raise(wanted[1] == "stop" ? SIGSTOP : SIGKILL);
}

} // namespace countersign::review

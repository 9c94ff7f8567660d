// countersign-rehearse: runs SQL under review in a process of its own. Reads one task from standard input, writes one
// trail to standard output; see trailjson.h. Not for people.
#include "rehearsal/scratchsqlite.h"
#include "rehearsal/trailjson.h"

#include <QFile>

#include <sys/resource.h>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace countersign;

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

base::Result<rehearsal::Rehearsal> run(const QByteArray &input)
{
    CS_TRY(task, rehearsal::childTaskFromJson(input));
    CS_TRY(scratch, rehearsal::openSqliteScratch(task.url.database, {}));
    CS_TRY(base, scratch->read({}));
    return rehearsal::runScript(*scratch, task.script, std::make_shared<const schema::Schema>(std::move(base)),
                                task.options, {}, {});
}

} // namespace

int main()
{
    lowerLimits();
    QFile input;
    QFile output;
    if (!input.open(stdin, QIODevice::ReadOnly) || !output.open(stdout, QIODevice::WriteOnly)) {
        return 70;
    }
    output.write(rehearsal::toJson(run(input.readAll())));
    return 0;
}

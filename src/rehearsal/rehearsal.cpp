#include "rehearsal/rehearsal.h"

namespace countersign::rehearsal {

QString nameOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Ok:
        return QStringLiteral("ok");
    case Outcome::Failed:
        return QStringLiteral("failed");
    case Outcome::NotRun:
        return QStringLiteral("not-run");
    }
    return {};
}

int Rehearsal::failedStatement() const
{
    const auto failed = std::ranges::find(statements, Outcome::Failed, &StatementRun::outcome);
    return failed == statements.end() ? 0 : failed->index;
}

} // namespace countersign::rehearsal

#include "base/error.h"

#include <QStringList>

namespace countersign::base {

using namespace Qt::StringLiterals;

Error Error::within(const QString &context) const
{
    Error copy = *this;
    copy.message = context + u": "_s + message;
    return copy;
}

QString Error::text() const
{
    QStringList lines{sqlState.isEmpty() ? message : u"%1 (SQLSTATE %2)"_s.arg(message, sqlState)};
    if (!where.isEmpty()) {
        lines << u"at: "_s + where;
    }
    if (!advice.isEmpty()) {
        lines << advice;
    }
    return lines.join(u'\n');
}

Error usageError(const QString &message, const QString &where, const QString &advice)
{
    return {ErrorKind::Usage, message, where, advice, {}};
}

Error undecided(const QString &message, const QString &where, const QString &advice)
{
    return {ErrorKind::Undecided, message, where, advice, {}};
}

Error integrityError(const QString &message, const QString &where, const QString &advice)
{
    return {ErrorKind::Integrity, message, where, advice, {}};
}

Error conflict(const QString &message, const QString &where, const QString &advice)
{
    return {ErrorKind::Conflict, message, where, advice, {}};
}

Error notAllowed(const QString &message, const QString &where, const QString &advice)
{
    return {ErrorKind::NotAllowed, message, where, advice, {}};
}

Error cancelled()
{
    return {ErrorKind::Cancelled, u"Cancelled"_s, {}, {}, {}};
}

Error defect(const QString &message, const QString &where)
{
    return {ErrorKind::Defect, message, where, u"This is a defect of Countersign; please report it."_s, {}};
}

int exitCode(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Usage:
        return 2;
    case ErrorKind::Undecided:
    case ErrorKind::Cancelled:
        return 3;
    case ErrorKind::Integrity:
        return 4;
    case ErrorKind::Conflict:
        return 5;
    case ErrorKind::NotAllowed:
        return 6;
    case ErrorKind::Defect:
        return 70;
    }
    return 70;
}

} // namespace countersign::base

#pragma once

#include <QMetaType>
#include <QString>

#include <cstdint>

namespace countersign::base {

/// What went wrong, coarse enough to decide what happens next. The command line maps each kind to one exit code
/// (see exitCode()).
enum class ErrorKind : std::uint8_t {
    Usage,      ///< bad arguments, configuration or input (exit 2)
    Undecided,  ///< unreachable, locked, timed out, disk full, clock, too new (exit 3)
    Integrity,  ///< signature, digest, chain, malformed signed data (exit 4)
    Conflict,   ///< somebody else was first; read again (exit 5)
    NotAllowed, ///< role, privilege, self-approval, agent refused (exit 6)
    Cancelled,  ///< the caller asked to stop (exit 3)
    Defect,     ///< a bug of ours (exit 70)
};

/// An error as a value: what was attempted and what the other side answered, where, and what to do.
struct Error {
    ErrorKind kind = ErrorKind::Defect;
    QString message;  ///< what, in one sentence, without a password
    QString where;    ///< file:line, object or server; may be empty
    QString advice;   ///< what to do next; may be empty
    QString sqlState; ///< SQLSTATE or the engine's own code when a server answered; may be empty

    /// The same error with @p context in front ("reading indexes of public.orders"), for adding what was attempted
    /// while passing it up.
    [[nodiscard]] Error within(const QString &context) const;
    /// One to three lines for a terminal or a banner: message, where, advice.
    [[nodiscard]] QString text() const;

    friend bool operator==(const Error &, const Error &) = default;
};

[[nodiscard]] Error usageError(const QString &message, const QString &where = {}, const QString &advice = {});
[[nodiscard]] Error undecided(const QString &message, const QString &where = {}, const QString &advice = {});
[[nodiscard]] Error integrityError(const QString &message, const QString &where = {}, const QString &advice = {});
[[nodiscard]] Error conflict(const QString &message, const QString &where = {}, const QString &advice = {});
[[nodiscard]] Error notAllowed(const QString &message, const QString &where = {}, const QString &advice = {});
[[nodiscard]] Error cancelled();
[[nodiscard]] Error defect(const QString &message, const QString &where = {});

/// The process exit code for an error of @p kind, as CLI contract: 2 usage, 3 undecided, 4 integrity, 5 conflict,
/// 6 not allowed, 70 defect.
[[nodiscard]] int exitCode(ErrorKind kind);

} // namespace countersign::base

Q_DECLARE_METATYPE(countersign::base::Error)

#pragma once

#include "review/sshsig.h"

#include <QDateTime>
#include <QHash>
#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace countersign::review {

struct PolicyPerson {
    QString id;
    QStringList roles;
    QStringList mail;     ///< Git addresses by which commits are attributed
    bool machine = false; ///< machines deploy and issue, never review
    friend bool operator==(const PolicyPerson &, const PolicyPerson &) = default;
};

enum class Carry : quint8 { None, BaseMoved };

struct RiskRule {
    QStringList slotRoles; ///< roles, each to be filled by a different person
    QStringList ack;       ///< hazards an approval must acknowledge when the revision has them
    Carry carry = Carry::None;
    friend bool operator==(const RiskRule &, const RiskRule &) = default;
};

struct EmergencyRule {
    QStringList openers; ///< roles
    int second = 1;      ///< more signers
    std::chrono::seconds ttl = std::chrono::hours(1);
    std::chrono::seconds reviewWithin = std::chrono::hours(72);
    QStringList notify; ///< program and arguments that the gate runs when it lets an emergency pass; may be empty
    friend bool operator==(const EmergencyRule &, const EmergencyRule &) = default;
};

struct EnvironmentRule {
    QString name;
    QString identity;
    QStringList require;    ///< of "report", "rehearsal", "rollback" and other check names
    bool separation = true; ///< "strict"; "off" lets contributors fill slots and is printed in every verdict
    std::chrono::seconds voteAge = std::chrono::hours(24 * 14);
    std::chrono::seconds certificateTtl = std::chrono::hours(24);
    QStringList veto;              ///< roles that may veto; default lead
    QStringList waive;             ///< roles that may waive; default lead
    bool userVerification = false; ///< keys on tokens must have verified the user
    QMap<QString, RiskRule> risks;
    std::optional<EmergencyRule> emergency;
    friend bool operator==(const EnvironmentRule &, const EnvironmentRule &) = default;
};

/// A time in which nothing is deployed. In an ambiguous hour both readings are frozen.
struct Freeze {
    QStringList environments;
    qint64 fromUs = 0; ///< the earlier reading
    qint64 toUs = 0;   ///< the later reading
    QString text;      ///< as written, for messages
    friend bool operator==(const Freeze &, const Freeze &) = default;
};

struct Policy {
    qint64 serial = 0;
    QStringList admins;
    int threshold = 1;
    std::chrono::seconds maxClockSkew = std::chrono::minutes(5);
    std::chrono::seconds maxWaiver = std::chrono::hours(24 * 30);
    QMap<QString, PolicyPerson> people;
    QMap<QString, EnvironmentRule> environments;
    QList<Freeze> freezes;

    [[nodiscard]] bool hasRole(const QString &person, const QString &role) const;
    [[nodiscard]] bool hasAnyRole(const QString &person, const QStringList &roles) const;
    friend bool operator==(const Policy &, const Policy &) = default;
};

inline constexpr qsizetype policyBytesLimit = 1024 * 1024;

/// Strict: unknown and misspelt keys, wrong types, unknown people and roles without meaning are errors with file and
/// line (ErrorKind::Usage). TOML 1.0.
[[nodiscard]] base::Result<Policy> parsePolicy(QByteArrayView bytes,
                                               const QString &where = QStringLiteral("policy.toml"));

/// Whether the program to notify is found without the working folder, which a branch may fill: by PATH, or by an
/// absolute path.
[[nodiscard]] bool notifyIsSafe(const EmergencyRule &rule);

/// What is allowed but surely not meant: slots that the roster can never fill, people without keys, keys without
/// people, separation off. One sentence each.
[[nodiscard]] QStringList policyWarnings(const Policy &policy, const QList<AllowedSigner> &signers);

/// The rule for @p risk; an undefined risk gets the strictest defined one (most slots, then most acks).
[[nodiscard]] const RiskRule *riskRule(const EnvironmentRule &environment, const QString &risk);

/// "5m", "14d", "24h", "30s", "2w".
[[nodiscard]] std::optional<std::chrono::seconds> parseDuration(const QString &text);

/// Largest assignment of people to slots: result[i] is the index into @p people that fills slot i, or -1. Each person
/// fills at most one slot. Deterministic.
[[nodiscard]] QList<int> fillSlots(const QStringList &slotRoles, const QList<QStringList> &people);

} // namespace countersign::review

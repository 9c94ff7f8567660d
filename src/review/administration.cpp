#include "base/digest.h"
#include "base/show.h"
#include "review/actions.h"
#include "review/hiddentext.h"

namespace countersign::review {

using namespace Qt::StringLiterals;

namespace {

QStringList adminsOf(const LedgerState &state)
{
    if (const PolicyRecord *policy = state.policy()) {
        return policy->policy.admins;
    }
    QStringList people;
    for (const AdminKey &admin : state.founding.admins) {
        people << admin.person;
    }
    return people;
}

base::Result<void> checkKey(const Ledger &ledger, const Signatory &by)
{
    if (ledger.state().personOf(by.key.key.fingerprint()) != by.person) {
        return std::unexpected(
            base::notAllowed(u"KEY_UNKNOWN: this key is not one of %1's"_s.arg(base::show(by.person)),
                             by.key.key.fingerprint(), u"Use another key (--key)."_s));
    }
    return {};
}

base::Result<void> checkAdmin(const Ledger &ledger, const Signatory &by)
{
    CS_CHECK(checkKey(ledger, by));
    if (!adminsOf(ledger.state()).contains(by.person)) {
        return std::unexpected(
            base::notAllowed(u"Only admins do this: %1"_s.arg(adminsOf(ledger.state()).join(u", ")), by.person));
    }
    return {};
}

/// Emergencies are answered for by people.
base::Result<void> checkPerson(const Ledger &ledger, const Signatory &by)
{
    CS_CHECK(checkKey(ledger, by));
    const PolicyRecord *policy = ledger.state().policy();
    if (policy == nullptr || policy->policy.people.value(by.person).machine) {
        return std::unexpected(base::notAllowed(u"Only people open and second emergencies"_s, by.person));
    }
    return {};
}

base::Result<void> checkDeployer(const Ledger &ledger, const Signatory &by)
{
    CS_CHECK(checkKey(ledger, by));
    const PolicyRecord *policy = ledger.state().policy();
    if (policy == nullptr || !policy->policy.hasRole(by.person, u"deployer"_s)) {
        return std::unexpected(base::notAllowed(u"%1 does not have the role \"deployer\""_s.arg(by.person), {},
                                                u"Give the role in the policy."_s));
    }
    return {};
}

/// Roles and names that only look like others would make a policy say something else than what admins read in it.
base::Result<void> checkReadable(const QByteArray &bytes, const QString &name)
{
    const QStringList lines = hiddenTextLines(bytes);
    if (lines.isEmpty()) {
        return {};
    }
    return std::unexpected(base::usageError(
        u"POLICY_INVALID: it holds characters that are hidden or look like others: %1"_s.arg(lines.first()), name,
        u"Write them plainly; nobody could tell by reading what they would sign."_s));
}

/// A key stays with its person: under another name its signatures would be another person's, and an author's own vote
/// could fill a slot.
base::Result<void> checkOwners(const LedgerState &state, const QList<AllowedSigner> &signers)
{
    const auto refuse = [](const AllowedSigner &signer, const QString &owner) {
        return std::unexpected(base::usageError(
            u"POLICY_INVALID: a key that was %1's is given to %2: people count, not keys"_s.arg(owner, signer.person),
            u"allowed_signers"_s, u"Have %1 make a new key."_s.arg(signer.person)));
    };
    for (const AllowedSigner &signer : signers) {
        for (const AdminKey &admin : state.founding.admins) {
            const auto key = parsePublicKey(admin.key);
            if (key && *key == signer.key && admin.person != signer.person) {
                return refuse(signer, admin.person);
            }
        }
        for (const PolicyRecord &policy : state.policies) {
            for (const AllowedSigner &earlier : policy.inForceFrom > 0 ? policy.signers : QList<AllowedSigner>()) {
                if (earlier.key == signer.key && earlier.person != signer.person) {
                    return refuse(signer, earlier.person);
                }
            }
        }
    }
    return {};
}

struct FoundAttempt {
    QString change;
    AttemptRecord attempt;
};

base::Result<FoundAttempt> attemptOf(const LedgerState &state, const QString &text)
{
    constexpr qsizetype least = 8;
    QList<FoundAttempt> found;
    for (const ChangeRecord &change : state.changes) {
        for (const AttemptRecord &attempt : change.attempts) {
            if (text.size() >= least && attempt.eid.startsWith(text.toLower())) {
                found << FoundAttempt{change.id, attempt};
            }
        }
    }
    if (found.size() != 1) {
        return std::unexpected(base::usageError(u"There is no deployment attempt \"%1\""_s.arg(base::show(text)), {},
                                                u"`gate begin` printed its id; give at least %1 digits."_s.arg(least)));
    }
    return found.first();
}

} // namespace

base::Result<Appended> openEmergency(Ledger &ledger, const QString &change, const QString &incident,
                                     const QString &reason, const Signatory &by, std::stop_token stop)
{
    CS_CHECK(checkPerson(ledger, by));
    CS_TRY(record, ledger.state().find(change));
    const PolicyRecord *policy = ledger.state().policy();
    const EnvironmentRule rule = policy->policy.environments.value(record->environment);
    if (!rule.emergency || !policy->policy.hasAnyRole(by.person, rule.emergency->openers)) {
        return std::unexpected(base::notAllowed(u"The policy does not let %1 open an emergency for \"%2\""_s.arg(
            by.person, base::show(record->environment))));
    }
    if (record->latest() == nullptr || incident.trimmed().isEmpty() || reason.trimmed().isEmpty()) {
        return std::unexpected(base::usageError(u"An emergency needs a revision, an incident and a reason"_s));
    }
    return ledger.append(record->id,
                         EmergencyOpen{record->latest()->digest, incident.trimmed(), base::sha256Hex(reason.toUtf8())},
                         {reason.toUtf8()}, by, stop);
}

base::Result<Appended> endorse(Ledger &ledger, const QString &event, const Signatory &by, std::stop_token stop)
{
    constexpr qsizetype least = 8;
    CS_CHECK(checkKey(ledger, by));
    const LedgerState &state = ledger.state();
    QString change;
    QStringList found;
    for (const Event &candidate : state.events) {
        const bool endorsable = std::holds_alternative<PolicyActivate>(candidate.payload.body) ||
                                std::holds_alternative<KeyRevoke>(candidate.payload.body) ||
                                std::holds_alternative<Restore>(candidate.payload.body) ||
                                std::holds_alternative<EmergencyOpen>(candidate.payload.body);
        if (endorsable && event.size() >= least && candidate.eid.startsWith(event.toLower())) {
            found << candidate.eid;
            change = candidate.payload.change;
        }
    }
    if (found.size() != 1) {
        return std::unexpected(base::usageError(u"There is nothing to endorse under \"%1\""_s.arg(base::show(event)),
                                                {}, u"Give at least %1 digits of the event's id."_s.arg(least)));
    }
    CS_CHECK(change.isEmpty() ? checkAdmin(ledger, by) : checkPerson(ledger, by));
    for (const PolicyRecord &policy : state.policies) {
        if (policy.eid == found.first()) {
            CS_CHECK(checkReadable(policy.policyBytes, u"policy.toml"_s));
            CS_CHECK(checkReadable(policy.signersBytes, u"allowed_signers"_s));
            CS_CHECK(checkOwners(state, policy.signers));
        }
    }
    const auto record = state.changes.constFind(change);
    if (record != state.changes.constEnd()) {
        for (const EmergencyRecord &emergency : record->emergencies) {
            if (emergency.eid == found.first() &&
                (emergency.by == by.person || emergency.secondedBy.contains(by.person))) {
                return std::unexpected(
                    base::notAllowed(u"%1 has signed this emergency already; somebody else must"_s.arg(by.person)));
            }
        }
    }
    return ledger.append(change, Endorse{found.first()}, {}, by, stop);
}

base::Result<Appended> activatePolicy(Ledger &ledger, const QByteArray &policyBytes, const QByteArray &signersBytes,
                                      const Signatory &by, std::stop_token stop)
{
    CS_CHECK(checkAdmin(ledger, by));
    CS_TRY(policy, parsePolicy(policyBytes));
    CS_TRY(signers, parseAllowedSigners(signersBytes));
    for (const EnvironmentRule &environment : policy.environments) {
        if (environment.emergency && !notifyIsSafe(*environment.emergency)) {
            return std::unexpected(base::usageError(
                u"env.%1.emergency.notify names a file of whatever folder the gate runs in, which a branch may fill"_s
                    .arg(base::show(environment.name)),
                u"policy.toml"_s, u"Write an absolute path, or a program of PATH."_s));
        }
    }
    CS_CHECK(checkReadable(policyBytes, u"policy.toml"_s));
    CS_CHECK(checkReadable(signersBytes, u"allowed_signers"_s));
    CS_CHECK(checkOwners(ledger.state(), signers));
    const PolicyRecord *before = ledger.state().policy();
    if (before != nullptr && policy.serial <= before->serial) {
        return std::unexpected(
            base::conflict(u"Policy %1 is in force; the serial must be larger than that, it is %2"_s.arg(before->serial)
                               .arg(policy.serial),
                           u"policy.toml"_s, u"Raise serial."_s));
    }
    // Whoever activates a policy that locks out its admins could never correct it.
    int reachable = 0;
    for (const QString &admin : policy.admins) {
        reachable += std::any_of(signers.begin(), signers.end(),
                                 [&](const AllowedSigner &signer) { return signer.person == admin; })
                         ? 1
                         : 0;
    }
    if (reachable < policy.threshold) {
        return std::unexpected(base::usageError(
            u"Only %1 of the admins have a key in allowed_signers, but %2 are needed: no policy could ever follow this one"_s
                .arg(reachable)
                .arg(policy.threshold),
            u"allowed_signers"_s));
    }
    return ledger.append({},
                         PolicyActivate{policy.serial, base::sha256Hex(policyBytes), base::sha256Hex(signersBytes),
                                        before != nullptr ? before->eid : QString()},
                         {policyBytes, signersBytes}, by, stop);
}

base::Result<Appended> revokeKey(Ledger &ledger, const QString &person, const QString &fingerprint,
                                 RevocationCause cause, qint64 from, const Signatory &by, std::stop_token stop)
{
    CS_CHECK(checkKey(ledger, by));
    if (person != by.person) {
        CS_CHECK(checkAdmin(ledger, by));
    }
    if (ledger.state().personOf(fingerprint) != person) {
        return std::unexpected(
            base::usageError(u"This is not a key of %1 in the roster in force"_s.arg(base::show(person)), fingerprint));
    }
    return ledger.append({}, KeyRevoke{person, fingerprint, cause, from}, {}, by, stop);
}

base::Result<Appended> beginDeployment(Ledger &ledger, const QString &change, const QString &digest, bool emergency,
                                       const QString &certificateDigest, const Signatory &by, std::stop_token stop)
{
    CS_CHECK(checkDeployer(ledger, by));
    CS_TRY(record, ledger.state().find(change));
    for (const AttemptRecord &attempt : record->attempts) {
        if (!attempt.result) {
            return std::unexpected(base::conflict(u"ALREADY_DEPLOYED: a deployment of this change is open"_s,
                                                  attempt.eid, u"Finish it first: countersignctl gate finish."_s));
        }
    }
    return ledger.append(record->id, DeployBegin{digest, emergency, certificateDigest}, {}, by, stop);
}

base::Result<Appended> finishDeployment(Ledger &ledger, const QString &attempt, DeployResult result,
                                        const Signatory &by, std::stop_token stop)
{
    CS_CHECK(checkDeployer(ledger, by));
    CS_TRY(found, attemptOf(ledger.state(), attempt));
    if (found.attempt.result) {
        return std::unexpected(
            base::conflict(u"This deployment was finished before: %1"_s.arg(deployResultName(*found.attempt.result)),
                           found.attempt.eid));
    }
    return ledger.append(found.change, DeployFinish{found.attempt.eid, result}, {}, by, stop);
}

base::Result<Appended> confirmDeployment(Ledger &ledger, const QString &attempt, bool matches, const QString &live,
                                         const Signatory &by, std::stop_token stop)
{
    CS_CHECK(checkKey(ledger, by));
    CS_TRY(found, attemptOf(ledger.state(), attempt));
    if (!found.attempt.result) {
        return std::unexpected(base::conflict(u"This deployment has not ended"_s, found.attempt.eid,
                                              u"Say first how it ended: countersignctl gate finish."_s));
    }
    return ledger.append(found.change, DeployConfirm{found.attempt.eid, matches, live}, {}, by, stop);
}

} // namespace countersign::review

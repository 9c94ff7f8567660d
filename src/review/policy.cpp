#include "review/policy.h"

#include "base/show.h"
#include "review/event.h"
#include "review/stricttoml.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace countersign::review {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostSeconds = 10LL * 366 * 24 * 3600;

std::chrono::seconds duration(TomlReader &reader, const QString &key, const QString &fallback)
{
    const auto parsed = parseDuration(reader.text(key, fallback));
    if (!parsed) {
        reader.fail(key, u"must be a duration such as \"30s\", \"5m\", \"24h\", \"14d\" or \"2w\""_s);
        return std::chrono::seconds(0);
    }
    return *parsed;
}

base::Result<PolicyPerson> readPerson(const QString &id, TomlReader reader)
{
    PolicyPerson person;
    person.id = id;
    person.roles = reader.texts(u"roles"_s, QStringList());
    person.mail = reader.texts(u"mail"_s, QStringList());
    person.machine = reader.boolean(u"machine"_s, false);
    if (!isPersonId(id)) {
        reader.fail(u"roles"_s, u"belongs to a person whose id is not lower-case letters, digits, - _ ."_s);
    }
    CS_CHECK(reader.done());
    return person;
}

base::Result<RiskRule> readRisk(TomlReader reader)
{
    RiskRule rule;
    rule.slotRoles = reader.texts(u"slots"_s);
    rule.ack = reader.texts(u"ack"_s, QStringList());
    const QString carry = reader.text(u"carry"_s, u"none"_s);
    rule.carry = carry == u"base-moved"_s ? Carry::BaseMoved : Carry::None;
    if (carry != u"none"_s && carry != u"base-moved"_s) {
        reader.fail(u"carry"_s, u"must be \"none\" or \"base-moved\""_s);
    }
    if (rule.slotRoles.isEmpty() || rule.slotRoles.size() > 64) {
        reader.fail(u"slots"_s, u"must name from 1 to 64 roles: without a slot nobody would ever approve"_s);
    }
    CS_CHECK(reader.done());
    return rule;
}

base::Result<EmergencyRule> readEmergency(TomlReader reader)
{
    EmergencyRule rule;
    rule.openers = reader.texts(u"openers"_s);
    rule.second = static_cast<int>(reader.integer(u"second"_s, 0, 100, 1));
    rule.ttl = duration(reader, u"ttl"_s, u"1h"_s);
    rule.reviewWithin = duration(reader, u"review_within"_s, u"72h"_s);
    rule.notify = reader.texts(u"notify"_s, QStringList());
    CS_CHECK(reader.done());
    return rule;
}

base::Result<EnvironmentRule> readEnvironment(const QString &name, TomlReader reader)
{
    EnvironmentRule rule;
    rule.name = name;
    rule.identity = reader.text(u"identity"_s, QString());
    rule.require = reader.texts(u"require"_s, QStringList());
    const QString separation = reader.text(u"separation"_s, u"strict"_s);
    rule.separation = separation != u"off"_s;
    if (separation != u"strict"_s && separation != u"off"_s) {
        reader.fail(u"separation"_s, u"must be \"strict\" or \"off\""_s);
    }
    rule.voteAge = duration(reader, u"vote_age"_s, u"14d"_s);
    rule.certificateTtl = duration(reader, u"cert_ttl"_s, u"24h"_s);
    rule.veto = reader.texts(u"veto"_s, QStringList{u"lead"_s});
    rule.waive = reader.texts(u"waive"_s, QStringList{u"lead"_s});
    rule.userVerification = reader.boolean(u"user_verification"_s, false);
    for (auto &[risk, sub] : reader.tables(u"risk"_s)) {
        CS_TRY(riskRule, readRisk(sub));
        rule.risks.insert(risk, riskRule);
    }
    if (rule.risks.isEmpty()) {
        reader.fail(u"risk"_s, u"must define at least one risk with its slots"_s);
    }
    if (auto emergency = reader.table(u"emergency"_s)) {
        CS_TRY(emergencyRule, readEmergency(*emergency));
        rule.emergency = emergencyRule;
    }
    CS_CHECK(reader.done());
    return rule;
}

/// Every moment that a local time can mean: two in the hour that occurs twice, the readings before and after the gap in
/// the hour that does not occur.
QList<qint64> readings(const QDateTime &local, const QTimeZone &zone)
{
    using Resolution = QDateTime::TransitionResolution;
    QList<qint64> moments;
    for (const Resolution resolution : {Resolution::PreferStandard, Resolution::PreferDaylightSaving,
                                        Resolution::PreferBefore, Resolution::PreferAfter}) {
        const QDateTime moment(local.date(), local.time(), zone, resolution);
        if (moment.isValid()) {
            moments << moment.toMSecsSinceEpoch() * 1000;
        }
    }
    return moments;
}

/// Invalid with an offset of its own ("Z", "+05:00"), which would contradict the zone.
QDateTime localTime(const QString &text)
{
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODate);
    return moment.timeSpec() == Qt::LocalTime ? moment : QDateTime();
}

base::Result<Freeze> readFreeze(TomlReader reader)
{
    Freeze freeze;
    freeze.environments = reader.texts(u"env"_s);
    const QString from = reader.text(u"from"_s);
    const QString to = reader.text(u"to"_s);
    const QString zoneName = reader.text(u"zone"_s);
    const QTimeZone zone(zoneName.toUtf8());
    const QList<qint64> begins = readings(localTime(from), zone);
    const QList<qint64> ends = readings(localTime(to), zone);
    if (!zone.isValid()) {
        reader.fail(u"zone"_s, u"must be a time zone such as \"Europe/Berlin\""_s);
    } else if (begins.isEmpty()) {
        reader.fail(u"from"_s, u"must be a local time such as \"2026-12-20T00:00\""_s);
    } else if (ends.isEmpty()) {
        reader.fail(u"to"_s, u"must be a local time such as \"2027-01-03T00:00\""_s);
    } else {
        freeze.fromUs = *std::min_element(begins.begin(), begins.end());
        freeze.toUs = *std::max_element(ends.begin(), ends.end());
        if (freeze.toUs <= freeze.fromUs) {
            reader.fail(u"to"_s, u"must be later than \"from\""_s);
        }
    }
    freeze.text = u"%1 to %2 %3"_s.arg(from, to, zoneName);
    CS_CHECK(reader.done());
    return freeze;
}

base::Result<void> readAdmins(TomlReader &reader, Policy &policy)
{
    auto admins = reader.table(u"admins"_s);
    if (!admins) {
        reader.fail(u"admins"_s, u"is missing: who may change the policy?"_s);
        return reader.done();
    }
    policy.admins = admins->texts(u"people"_s);
    policy.admins.removeDuplicates();
    policy.threshold = static_cast<int>(admins->integer(u"threshold"_s, 1, 100));
    if (policy.threshold > policy.admins.size()) {
        admins->fail(u"threshold"_s, u"is larger than the number of admins: no policy could ever follow this one"_s);
    }
    return admins->done();
}

base::Result<void> checkReferences(const Policy &policy, const QString &where)
{
    for (const QString &admin : policy.admins) {
        const auto person = policy.people.constFind(admin);
        if (person == policy.people.constEnd() || person->machine) {
            return std::unexpected(
                base::usageError(u"the admin \"%1\" is not a person of the policy"_s.arg(base::show(admin)), where,
                                 u"Add [person.%1], without machine = true."_s.arg(base::show(admin))));
        }
    }
    for (const Freeze &freeze : policy.freezes) {
        for (const QString &environment : freeze.environments) {
            if (!policy.environments.contains(environment)) {
                return std::unexpected(base::usageError(
                    u"a freeze names the unknown environment \"%1\""_s.arg(base::show(environment)), where));
            }
        }
    }
    return {};
}

bool augment(int slot, const QStringList &slotRoles, const QList<QStringList> &people, QList<int> &slotOf,
             QList<bool> &visited)
{
    for (int person = 0; person < people.size(); ++person) {
        if (visited[person] || !people[person].contains(slotRoles[slot])) {
            continue;
        }
        visited[person] = true;
        if (slotOf[person] < 0 || augment(slotOf[person], slotRoles, people, slotOf, visited)) {
            slotOf[person] = slot;
            return true;
        }
    }
    return false;
}

} // namespace

bool Policy::hasRole(const QString &person, const QString &role) const
{
    return people.value(person).roles.contains(role);
}

bool Policy::hasAnyRole(const QString &person, const QStringList &roles) const
{
    return std::any_of(roles.begin(), roles.end(), [&](const QString &role) { return hasRole(person, role); });
}

std::optional<std::chrono::seconds> parseDuration(const QString &text)
{
    static const QRegularExpression form(u"^([0-9]{1,9})([smhdw])$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const qint64 factor = QMap<QChar, qint64>{{u's', 1}, {u'm', 60}, {u'h', 3600}, {u'd', 86400}, {u'w', 604800}}.value(
        match.captured(2)[0]);
    const qint64 seconds = match.captured(1).toLongLong() * factor;
    return seconds > mostSeconds ? std::nullopt : std::optional(std::chrono::seconds(seconds));
}

base::Result<Policy> parsePolicy(QByteArrayView bytes, const QString &where)
{
    if (bytes.size() > policyBytesLimit) {
        return std::unexpected(base::usageError(u"The policy is larger than %1 bytes"_s.arg(policyBytesLimit), where));
    }
    CS_TRY(root, parseToml(bytes, where));
    TomlReader reader(root, {}, where);
    Policy policy;
    if (reader.integer(u"policy"_s, 1, 1000000) != 1) {
        return std::unexpected(base::undecided(u"This policy is written for a newer version of Countersign"_s,
                                               reader.where(u"policy"_s), u"Use a newer version."_s));
    }
    policy.serial = reader.integer(u"serial"_s, 1, (qint64{1} << 53) - 1);
    policy.maxClockSkew = duration(reader, u"max_clock_skew"_s, u"5m"_s);
    policy.maxWaiver = duration(reader, u"max_waiver"_s, u"30d"_s);
    for (auto &[id, sub] : reader.tables(u"person"_s)) {
        CS_TRY(person, readPerson(id, sub));
        policy.people.insert(id, person);
    }
    for (auto &[name, sub] : reader.tables(u"env"_s)) {
        CS_TRY(environment, readEnvironment(name, sub));
        policy.environments.insert(name, environment);
    }
    for (const TomlReader &sub : reader.tableArray(u"freeze"_s)) {
        CS_TRY(freeze, readFreeze(sub));
        policy.freezes << freeze;
    }
    CS_CHECK(readAdmins(reader, policy));
    CS_CHECK(reader.done());
    CS_CHECK(checkReferences(policy, where));
    return policy;
}

bool notifyIsSafe(const EmergencyRule &rule)
{
    return rule.notify.isEmpty() || !rule.notify.first().contains(u'/') || rule.notify.first().startsWith(u'/');
}

QStringList policyWarnings(const Policy &policy, const QList<AllowedSigner> &signers)
{
    QStringList warnings;
    QSet<QString> withKey;
    for (const AllowedSigner &signer : signers) {
        withKey.insert(signer.person);
        if (!policy.people.contains(signer.person)) {
            warnings << u"allowed_signers has a key of \"%1\", who is not in the policy."_s.arg(signer.person);
        }
    }
    for (const PolicyPerson &person : policy.people) {
        if (!withKey.contains(person.id)) {
            warnings << u"\"%1\" has no key in allowed_signers and can sign nothing: add a line there."_s.arg(
                person.id);
        }
    }
    QMap<QString, QString> owners;
    for (const PolicyPerson &person : policy.people) {
        for (const QString &mail : person.mail) {
            const QString owner = owners.value(mail.toLower(), person.id);
            if (owner != person.id) {
                warnings << u"\"%1\" and \"%2\" share the address %3: whoever of them commits with it, both count as "
                            "contributors."_s.arg(owner, person.id, base::show(mail));
            }
            owners.insert(mail.toLower(), person.id);
        }
    }
    QMap<QString, QString> targets;
    for (const EnvironmentRule &environment : policy.environments) {
        const QString same = environment.identity.isEmpty() ? QString() : targets.value(environment.identity);
        if (!same.isEmpty()) {
            warnings
                << u"env.%1 and env.%2 have the same identity: they are one database, and the gate cannot tell them "
                   "apart."_s.arg(base::show(same), base::show(environment.name));
        }
        targets.insert(environment.identity, environment.name);
        if (environment.emergency && environment.emergency->second == 0) {
            warnings << u"env.%1.emergency: with second = 0 one person alone deploys what nobody has reviewed."_s.arg(
                base::show(environment.name));
        }
        if (environment.emergency && !notifyIsSafe(*environment.emergency)) {
            warnings << u"env.%1.emergency: notify names a file of whatever folder the gate runs in, so it is never "
                        "started; write an absolute path."_s.arg(base::show(environment.name));
        }
    }
    for (const EnvironmentRule &environment : policy.environments) {
        QList<QStringList> roster;
        for (const PolicyPerson &person : policy.people) {
            if (!person.machine && withKey.contains(person.id)) {
                roster << person.roles;
            }
        }
        for (auto risk = environment.risks.begin(); risk != environment.risks.end(); ++risk) {
            const QList<int> filled = fillSlots(risk->slotRoles, roster);
            if (filled.contains(-1)) {
                warnings
                    << u"The slots of env.%1.risk.%2 (%3) can never be filled by this roster: add people with these roles."_s
                           .arg(environment.name, risk.key(), risk->slotRoles.join(u", "));
            } else if (environment.separation && risk->slotRoles.size() >= roster.size()) {
                warnings << u"env.%1, risk %2, needs everybody of this roster, so nobody is left to write a change: "
                            "add a colleague."_s.arg(environment.name, risk.key());
            }
        }
        if (!environment.separation) {
            warnings << u"env.%1: separation is off; authors may approve their own changes."_s.arg(environment.name);
        }
        if (environment.identity.isEmpty()) {
            warnings << u"env.%1 has no identity, so the gate cannot tell it from another server: set identity there "
                        "(`policy check` prints the one of the workspace's database)."_s.arg(environment.name);
        }
    }
    if (policy.environments.isEmpty()) {
        warnings << u"The policy names no environment: nothing can be approved."_s;
    }
    return warnings;
}

const RiskRule *riskRule(const EnvironmentRule &environment, const QString &risk)
{
    if (const auto found = environment.risks.constFind(risk); found != environment.risks.constEnd()) {
        return &*found;
    }
    const RiskRule *strictest = nullptr;
    for (const RiskRule &rule : environment.risks) {
        if (strictest == nullptr || std::pair(rule.slotRoles.size(), rule.ack.size()) >
                                        std::pair(strictest->slotRoles.size(), strictest->ack.size())) {
            strictest = &rule;
        }
    }
    return strictest;
}

QList<int> fillSlots(const QStringList &slotRoles, const QList<QStringList> &people)
{
    QList<int> slotOf(people.size(), -1);
    for (int slot = 0; slot < slotRoles.size(); ++slot) {
        QList<bool> visited(people.size(), false);
        augment(slot, slotRoles, people, slotOf, visited);
    }
    QList<int> personOf(slotRoles.size(), -1);
    for (int person = 0; person < people.size(); ++person) {
        if (slotOf[person] >= 0) {
            personOf[slotOf[person]] = person;
        }
    }
    return personOf;
}

} // namespace countersign::review

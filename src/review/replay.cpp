#include "base/show.h"
#include "review/hindsight.h"

namespace countersign::review {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype blobReasonLeast = 1;

/// Applies events one after the other. What an event may do is judged by the policy and roster in force at its place;
/// clocks play no part.
class Replay
{
public:
    explicit Replay(const BlobSource &blobs) : m_blobs(blobs) {}

    base::Result<LedgerState> run(const QList<VerifiedEvent> &events)
    {
        m_state.events.reserve(events.size());
        m_state.byId.reserve(events.size());
        for (const VerifiedEvent &verified : events) {
            CS_CHECK(add(verified));
        }
        judgeInHindsight(m_state);
        return std::move(m_state);
    }

private:
    base::Result<void> add(const VerifiedEvent &verified)
    {
        Event event;
        event.seq = verified.stored.seq;
        event.eid = verified.stored.eid;
        event.link = verified.stored.link;
        event.receivedUs = verified.stored.receivedUs;
        event.payload = verified.payload;
        event.key = fingerprintOf(verified.key);
        event.onToken = verified.key.onToken();
        event.userVerified = verified.userVerified;
        m_state.head = {event.seq, event.link};
        m_index = static_cast<int>(m_state.events.size());
        m_state.byId.insert(event.eid, m_index);
        m_state.events << std::move(event);
        if (m_index == 0) {
            return found();
        }
        Event &stored = m_state.events.last();
        stored.withoutEffect = standing(stored, verified.key);
        if (const auto change = m_state.changes.find(stored.payload.change); change != m_state.changes.end()) {
            change->events << m_index;
        }
        if (stored.withoutEffect) {
            return {};
        }
        m_error = {};
        const QString note = std::visit([this](const auto &body) { return apply(body); }, stored.payload.body);
        m_state.events.last().note = note;
        if (m_error) {
            return std::unexpected(*m_error);
        }
        return {};
    }

    /// Few keys sign many events.
    QString fingerprintOf(const PublicKey &key)
    {
        QString &fingerprint = m_fingerprints[key.blob];
        if (fingerprint.isEmpty()) {
            fingerprint = key.fingerprint();
        }
        return fingerprint;
    }

    const Event &current() const { return m_state.events[m_index]; }
    ChangeRecord *change()
    {
        const auto found = m_state.changes.find(current().payload.change);
        return found == m_state.changes.end() ? nullptr : &*found;
    }
    [[nodiscard]] const PolicyPerson *person() const
    {
        const PolicyRecord *policy = m_state.policy();
        if (policy == nullptr) {
            return nullptr;
        }
        const auto found = policy->policy.people.constFind(current().payload.by);
        return found == policy->policy.people.constEnd() ? nullptr : &*found;
    }
    [[nodiscard]] QStringList admins() const
    {
        if (const PolicyRecord *policy = m_state.policy()) {
            return policy->policy.admins;
        }
        QStringList people;
        for (const AdminKey &admin : m_state.founding.admins) {
            people << admin.person;
        }
        return people;
    }
    [[nodiscard]] int threshold() const
    {
        const PolicyRecord *policy = m_state.policy();
        return policy != nullptr ? policy->policy.threshold : m_state.founding.threshold;
    }

    base::Result<void> found()
    {
        const Event &event = current();
        const auto *genesis = std::get_if<Genesis>(&event.payload.body);
        if (genesis == nullptr) {
            return std::unexpected(base::integrityError(u"The ledger does not begin with its genesis event"_s));
        }
        for (const AdminKey &admin : genesis->admins) {
            const auto key = parsePublicKey(admin.key);
            if (!key) {
                return std::unexpected(base::integrityError(u"The genesis event holds a key that cannot be read"_s));
            }
            if (admin.person == event.payload.by && key->fingerprint() == event.key) {
                m_state.ledger = event.payload.ledger;
                m_state.name = genesis->name;
                m_state.genesis = event.eid;
                m_state.founding = *genesis;
                return {};
            }
        }
        return std::unexpected(base::integrityError(u"The genesis event is not signed by one of its admins"_s));
    }

    [[nodiscard]] std::optional<Code> standing(const Event &event, const PublicKey &key) const
    {
        for (const RevocationRecord &record : m_state.revocations) {
            if (record.key == event.key && record.inForceFrom > 0) {
                return Code::KeyRevoked;
            }
        }
        const PolicyRecord *policy = m_state.policy();
        if (policy == nullptr) {
            const bool known =
                std::any_of(m_state.founding.admins.begin(), m_state.founding.admins.end(), [&](const AdminKey &admin) {
                    const auto adminKey = parsePublicKey(admin.key);
                    return admin.person == event.payload.by && adminKey && *adminKey == key;
                });
            return known ? std::nullopt : std::optional(Code::KeyUnknown);
        }
        const bool known =
            policy->policy.people.contains(event.payload.by) &&
            std::any_of(policy->signers.begin(), policy->signers.end(), [&](const AllowedSigner &signer) {
                return signer.person == event.payload.by && signer.key == key &&
                       (!signer.verifyRequired || event.userVerified);
            });
        return known ? std::nullopt : std::optional(Code::KeyUnknown);
    }

    QString apply(const Genesis &) { return u"a ledger has one genesis event"_s; }

    QString apply(const PolicyActivate &body)
    {
        const PolicyRecord *before = m_state.policy();
        if (!admins().contains(current().payload.by)) {
            return u"only admins activate policies"_s;
        }
        if (body.replaces != (before != nullptr ? before->eid : QString())) {
            return u"the policy it replaces is not the one in force"_s;
        }
        if (before != nullptr && body.serial <= before->serial) {
            return u"its serial is not larger than that of the policy in force"_s;
        }
        PolicyRecord record;
        record.eid = current().eid;
        record.serial = body.serial;
        record.by = current().payload.by;
        record.threshold = threshold();
        const auto policyBytes = m_blobs(body.policy);
        const auto signersBytes = m_blobs(body.signers);
        if (!policyBytes || !signersBytes) {
            m_error =
                (policyBytes ? signersBytes : policyBytes).error().within(u"reading policy %1"_s.arg(body.serial));
            return {};
        }
        record.policyBytes = *policyBytes;
        record.signersBytes = *signersBytes;
        const auto policy = parsePolicy(record.policyBytes);
        const auto signers = parseAllowedSigners(record.signersBytes);
        if (!policy || !signers || policy->serial != body.serial) {
            return u"the policy cannot be used: "_s + (!policy    ? policy.error().message
                                                       : !signers ? signers.error().message
                                                                  : u"its serial is another"_s);
        }
        record.policy = *policy;
        record.signers = *signers;
        m_state.policies << record;
        endorsePolicy(m_state.policies.last());
        return {};
    }

    void endorsePolicy(PolicyRecord &record)
    {
        const QString by = current().payload.by;
        if (!record.endorsedBy.contains(by)) {
            record.endorsedBy << by;
            record.endorsements << current().eid;
        }
        if (record.endorsedBy.size() < threshold()) {
            return;
        }
        record.inForceFrom = current().seq;
        m_state.inForce = static_cast<int>(&record - m_state.policies.data());
        for (PolicyRecord &other : m_state.policies) {
            other.superseded = other.superseded || other.inForceFrom == 0;
        }
    }

    QString apply(const KeyRevoke &body)
    {
        const bool own = body.person == current().payload.by;
        if (!own && !admins().contains(current().payload.by)) {
            return u"only the owner and admins revoke a key"_s;
        }
        // Otherwise anybody could silence anybody by calling the key their own.
        if (!wasKeyOf(body.person, body.key)) {
            return u"this was never a key of that person"_s;
        }
        RevocationRecord record{current().eid, body.person, body.key, body.cause, body.from, {}, 0};
        m_state.revocations << record;
        if (own) {
            m_state.revocations.last().inForceFrom = current().seq;
        } else {
            endorseRevocation(m_state.revocations.last());
        }
        return {};
    }

    [[nodiscard]] bool wasKeyOf(const QString &person, const QString &fingerprint) const
    {
        const auto holds = [&](const AllowedSigner &signer) {
            return signer.person == person && signer.key.fingerprint() == fingerprint;
        };
        const auto founds = [&](const AdminKey &admin) {
            const auto key = parsePublicKey(admin.key);
            return admin.person == person && key && key->fingerprint() == fingerprint;
        };
        return std::any_of(m_state.founding.admins.begin(), m_state.founding.admins.end(), founds) ||
               std::any_of(m_state.policies.begin(), m_state.policies.end(), [&](const PolicyRecord &policy) {
                   return policy.inForceFrom > 0 && std::any_of(policy.signers.begin(), policy.signers.end(), holds);
               });
    }

    void endorseRevocation(RevocationRecord &record)
    {
        if (!record.endorsedBy.contains(current().payload.by)) {
            record.endorsedBy << current().payload.by;
        }
        // Who is no admin any more does not count.
        const QStringList now = admins();
        const auto good = std::count_if(record.endorsedBy.begin(), record.endorsedBy.end(),
                                        [&](const QString &person) { return now.contains(person); });
        if (record.inForceFrom == 0 && good >= threshold()) {
            record.inForceFrom = current().seq;
        }
    }

    QString apply(const Endorse &body)
    {
        const QString by = current().payload.by;
        if (EmergencyRecord *emergency = findEmergency(body.event)) {
            return secondEmergency(*emergency);
        }
        if (!admins().contains(by)) {
            return u"only admins endorse"_s;
        }
        for (PolicyRecord &record : m_state.policies) {
            if (record.eid == body.event) {
                if (record.inForceFrom > 0 || record.superseded) {
                    return u"that policy is in force already, or never can be"_s;
                }
                endorsePolicy(record);
                return {};
            }
        }
        for (RevocationRecord &record : m_state.revocations) {
            if (record.eid == body.event) {
                endorseRevocation(record);
                return {};
            }
        }
        for (RestoreRecord &record : m_state.restores) {
            if (record.eid == body.event) {
                endorseRestore(record);
                return {};
            }
        }
        return u"there is nothing to endorse under that id"_s;
    }

    EmergencyRecord *findEmergency(const QString &eid)
    {
        for (ChangeRecord &record : m_state.changes) {
            for (EmergencyRecord &emergency : record.emergencies) {
                if (emergency.eid == eid) {
                    return &emergency;
                }
            }
        }
        return nullptr;
    }

    QString secondEmergency(EmergencyRecord &emergency)
    {
        const QString by = current().payload.by;
        const PolicyPerson *signer = person();
        const ChangeRecord *record = change();
        const bool here = record != nullptr && &emergency >= record->emergencies.constData() &&
                          &emergency < record->emergencies.constData() + record->emergencies.size();
        if (signer == nullptr || signer->machine || !here) {
            return u"only people of the roster second an emergency, on its change"_s;
        }
        if (by == emergency.by || emergency.secondedBy.contains(by)) {
            return u"the same person does not count twice"_s;
        }
        emergency.secondedBy << by;
        emergency.seconds << current().eid;
        complete(emergency, record->environment);
        return {};
    }

    void complete(EmergencyRecord &emergency, const QString &environment)
    {
        const auto &rules = m_state.policy()->policy.environments;
        const auto rule = rules.constFind(environment);
        if (emergency.completeUs == 0 && rule != rules.constEnd() && rule->emergency &&
            emergency.secondedBy.size() >= rule->emergency->second) {
            emergency.completeUs = current().receivedUs;
        }
    }

    QString apply(const ChangeOpen &body)
    {
        const QString id = current().payload.change;
        if (id.isEmpty() || m_state.changes.contains(id) || m_state.policy() == nullptr) {
            return u"a change needs an id of its own and a policy in force"_s;
        }
        ChangeRecord record;
        record.id = id;
        record.alias = u"#%1"_s.arg(m_state.changes.size() + 1);
        record.environment = body.environment;
        record.title = body.title;
        record.openedBy = current().payload.by;
        record.openedUs = current().receivedUs;
        record.events << m_index;
        m_state.changes.insert(id, record);
        m_state.changeOrder << id;
        return {};
    }

    QString apply(const RevisionAdd &body)
    {
        ChangeRecord *record = change();
        if (record == nullptr || record->revision(body.revision) != nullptr) {
            return u"a revision belongs to one change, once"_s;
        }
        RevisionRecord revision;
        revision.number = static_cast<int>(record->revisions.size()) + 1;
        revision.digest = body.revision;
        revision.eid = current().eid;
        revision.by = current().payload.by;
        revision.seq = current().seq;
        revision.receivedUs = current().receivedUs;
        const auto bytes = m_blobs(body.revision);
        if (!bytes && bytes.error().kind == base::ErrorKind::Integrity) {
            m_error = bytes.error();
            return {};
        }
        if (!bytes) {
            // Kept, so that an older and approved revision does not become the latest again.
            revision.readable = false;
            record->revisions << revision;
            return {};
        }
        const auto manifest = decodeManifest(*bytes);
        if (!manifest) {
            return manifest.error().message;
        }
        const QString parent = record->latest() != nullptr ? record->latest()->digest : QString();
        QStringList needed = record->contributors();
        needed << revision.by;
        const bool complete = std::all_of(needed.begin(), needed.end(), [&](const QString &contributor) {
            return manifest->contributors.contains(contributor);
        });
        if (manifest->change != record->id || manifest->parent != parent ||
            manifest->environment.name != record->environment || !complete) {
            return u"it does not continue this change: other change, parent or environment, or a contributor is missing"_s;
        }
        revision.manifest = *manifest;
        record->revisions << revision;
        return {};
    }

    QString speaking(QList<int> ChangeRecord::*list)
    {
        ChangeRecord *record = change();
        const PolicyPerson *signer = person();
        if (record == nullptr) {
            return u"there is no such change"_s;
        }
        if (signer == nullptr || signer->machine) {
            return u"only people of the roster review"_s;
        }
        (record->*list) << m_index;
        return {};
    }

    QString apply(const Vote &body)
    {
        const ChangeRecord *record = change();
        if (record != nullptr && record->revision(body.revision) == nullptr) {
            return u"there is no such revision of this change"_s;
        }
        return speaking(&ChangeRecord::votes);
    }
    QString apply(const Comment &) { return speaking(&ChangeRecord::comments); }
    QString apply(const Resolve &) { return speaking(&ChangeRecord::resolutions); }
    QString apply(const Dismiss &body)
    {
        return body.reason.size() < blobReasonLeast ? u"a dismissal needs a reason"_s
                                                    : speaking(&ChangeRecord::dismissals);
    }
    QString apply(const Waive &) { return speaking(&ChangeRecord::waivers); }
    QString apply(const Unwaive &) { return speaking(&ChangeRecord::unwaivers); }

    QString apply(const Abandon &)
    {
        ChangeRecord *record = change();
        const PolicyPerson *signer = person();
        if (record == nullptr || signer == nullptr) {
            return u"there is no such change"_s;
        }
        if (record->openedBy != signer->id && !record->contributors().contains(signer->id) &&
            !signer->roles.contains(u"lead"_s)) {
            return u"only contributors and leads abandon a change"_s;
        }
        record->abandoned = true;
        return {};
    }

    QString apply(const EmergencyOpen &body)
    {
        ChangeRecord *record = change();
        const PolicyPerson *signer = person();
        if (record == nullptr || record->revision(body.revision) == nullptr || signer == nullptr || signer->machine) {
            return u"an emergency names a revision of its change and is opened by a person"_s;
        }
        const auto &rules = m_state.policy()->policy.environments;
        const auto rule = rules.constFind(record->environment);
        if (rule == rules.constEnd() || !rule->emergency ||
            !m_state.policy()->policy.hasAnyRole(signer->id, rule->emergency->openers)) {
            return u"the policy does not let this person open an emergency here"_s;
        }
        EmergencyRecord emergency;
        emergency.eid = current().eid;
        emergency.revision = body.revision;
        emergency.incident = body.incident;
        emergency.reason = body.reason;
        emergency.by = signer->id;
        emergency.seq = current().seq;
        record->emergencies << emergency;
        complete(record->emergencies.last(), record->environment);
        return {};
    }

    [[nodiscard]] bool mayDeploy() const
    {
        const PolicyPerson *signer = person();
        return signer != nullptr && signer->roles.contains(u"deployer"_s);
    }

    AttemptRecord *attempt(const QString &eid)
    {
        ChangeRecord *record = change();
        if (record == nullptr) {
            return nullptr;
        }
        const auto found = std::find_if(record->attempts.begin(), record->attempts.end(),
                                        [&](const AttemptRecord &entry) { return entry.eid == eid; });
        return found == record->attempts.end() ? nullptr : &*found;
    }

    QString apply(const DeployBegin &body)
    {
        ChangeRecord *record = change();
        if (record == nullptr || record->revision(body.revision) == nullptr || !mayDeploy()) {
            return u"a deployment names a revision of its change and is begun by a deployer"_s;
        }
        const bool running = std::any_of(record->attempts.begin(), record->attempts.end(),
                                         [](const AttemptRecord &entry) { return !entry.result; });
        if (running) {
            return u"another deployment of this change is open"_s;
        }
        record->attempts << AttemptRecord{current().eid,
                                          body.revision,
                                          current().payload.by,
                                          body.emergency,
                                          current().seq,
                                          current().receivedUs,
                                          {},
                                          {},
                                          {}};
        return {};
    }

    QString apply(const DeployFinish &body)
    {
        AttemptRecord *record = attempt(body.attempt);
        if (record == nullptr || record->result || !mayDeploy()) {
            return u"there is no open deployment of that id, or the signer is no deployer"_s;
        }
        record->result = body.result;
        return {};
    }

    /// Authors do not vouch for their own work where duties are separated.
    [[nodiscard]] bool mayConfirm()
    {
        const ChangeRecord *record = change();
        const PolicyPerson *signer = person();
        if (record == nullptr || signer == nullptr) {
            return false;
        }
        const bool separation = m_state.policy()->policy.environments.value(record->environment).separation;
        return mayDeploy() || !separation || !record->contributors().contains(signer->id);
    }

    QString apply(const DeployConfirm &body)
    {
        AttemptRecord *record = attempt(body.attempt);
        if (record == nullptr) {
            return u"there is no deployment of that id"_s;
        }
        if (!record->result) {
            return u"the deployment has not ended: what is compared now may still change"_s;
        }
        if (!mayConfirm()) {
            return u"a deployer, or somebody who did not write the change, confirms it"_s;
        }
        record->confirmed = body.matches;
        record->live = body.live;
        return {};
    }

    QString apply(const Merge &) { return {}; }

    QString apply(const Restore &body)
    {
        if (!admins().contains(current().payload.by)) {
            return u"only admins restore a ledger"_s;
        }
        m_state.restores << RestoreRecord{current().eid, body, {}, {}, 1, false};
        endorseRestore(m_state.restores.last());
        return {};
    }

    void endorseRestore(RestoreRecord &record)
    {
        if (!record.endorsedBy.contains(current().payload.by)) {
            record.endorsedBy << current().payload.by;
            record.endorsements << current().eid;
        }
        const QStringList now = admins();
        const auto good = std::count_if(record.endorsedBy.begin(), record.endorsedBy.end(),
                                        [&](const QString &person) { return now.contains(person); });
        if (!record.inForce && good >= threshold()) {
            record.inForce = true;
            record.threshold = threshold();
        }
    }

    QString apply(const Upgrade &) { return {}; }

    const BlobSource &m_blobs;
    LedgerState m_state;
    QHash<QByteArray, QString> m_fingerprints;
    std::optional<base::Error> m_error;
    int m_index = 0;
};

} // namespace

base::Result<LedgerState> replay(const QList<VerifiedEvent> &events, const BlobSource &blobs)
{
    if (events.isEmpty()) {
        return std::unexpected(base::integrityError(u"The ledger is empty: even its genesis event is missing"_s));
    }
    return Replay(blobs).run(events);
}

} // namespace countersign::review

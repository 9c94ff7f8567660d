#include "review/state.h"

#include "base/show.h"

namespace countersign::review {

using namespace Qt::StringLiterals;

QString codeName(Code code)
{
    static const QStringList names{
        u"NO_REVIEW"_s,        u"EMPTY_SET"_s,       u"BYTES_DIFFER"_s, u"ENV_DIFFERS"_s,       u"BASE_MOVED"_s,
        u"SUPERSEDED"_s,       u"SLOT_UNFILLED"_s,   u"VETO"_s,         u"CHANGES_REQUESTED"_s, u"COMMENT_OPEN"_s,
        u"CHECK_FAILED"_s,     u"CHECK_MISSING"_s,   u"ACK_MISSING"_s,  u"WAIVER_EXPIRED"_s,    u"VOTE_EXPIRED"_s,
        u"FROZEN"_s,           u"SELF_APPROVAL"_s,   u"KEY_UNKNOWN"_s,  u"KEY_REVOKED"_s,       u"EMERGENCY_OVERDUE"_s,
        u"ALREADY_DEPLOYED"_s, u"SIG_INVALID"_s,     u"CHAIN_BROKEN"_s, u"ROLLED_BACK"_s,       u"FORKED"_s,
        u"CERT_EXPIRED"_s,     u"CERT_INCOMPLETE"_s, u"CLOCK_BEHIND"_s, u"UNREACHABLE"_s,       u"POLICY_INVALID"_s,
    };
    return names[static_cast<int>(code)];
}

const RevisionRecord *ChangeRecord::revision(const QString &digest) const
{
    const auto found = std::find_if(revisions.begin(), revisions.end(),
                                    [&](const RevisionRecord &record) { return record.digest == digest; });
    return found == revisions.end() ? nullptr : &*found;
}

const RevisionRecord *ChangeRecord::latest() const
{
    return revisions.isEmpty() ? nullptr : &revisions.last();
}

QStringList ChangeRecord::contributors() const
{
    QStringList all;
    for (const RevisionRecord &record : revisions) {
        all << record.by << record.manifest.contributors;
    }
    all.removeDuplicates();
    all.sort();
    return all;
}

QStringList ChangeRecord::frontier(const QList<Event> &all) const
{
    QSet<QString> seen;
    for (const int index : events) {
        for (const QString &eid : all[index].payload.seen) {
            seen.insert(eid);
        }
    }
    QStringList frontier;
    for (const int index : events) {
        if (!seen.contains(all[index].eid)) {
            frontier << all[index].eid;
        }
    }
    frontier.sort();
    return frontier;
}

const PolicyRecord *LedgerState::policy() const
{
    return inForce < 0 ? nullptr : &policies[inForce];
}

base::Result<const ChangeRecord *> LedgerState::find(const QString &change) const
{
    constexpr qsizetype leastLength = 6;
    const ChangeRecord *found = nullptr;
    for (const ChangeRecord &record : changes) {
        // A shell takes what follows a bare # for a comment, so the number alone will do.
        if (record.id == change || record.alias == change || record.alias == u'#' + change) {
            return &record;
        }
        if (change.size() >= leastLength && record.id.startsWith(change.toUpper())) {
            if (found != nullptr) {
                return std::unexpected(base::usageError(u"\"%1\" could be several changes"_s.arg(base::show(change)),
                                                        {}, u"Give more characters of the id."_s));
            }
            found = &record;
        }
    }
    if (found == nullptr) {
        return std::unexpected(base::usageError(u"There is no change \"%1\" in this ledger"_s.arg(base::show(change)),
                                                {}, u"countersignctl review list shows what is there."_s));
    }
    return found;
}

const Event *LedgerState::event(const QString &eid) const
{
    const auto found = byId.constFind(eid);
    return found == byId.constEnd() ? nullptr : &events[*found];
}

QStringList LedgerState::authorityFrontier() const
{
    constexpr qsizetype most = 512;
    QSet<QString> seen;
    QStringList frontier;
    for (auto event = events.crbegin(); event != events.crend() && frontier.size() < most; ++event) {
        if (!isAuthority(*event)) {
            continue;
        }
        if (!seen.contains(event->eid)) {
            frontier << event->eid;
        }
        for (const QString &eid : event->payload.seen) {
            seen.insert(eid);
        }
    }
    return frontier;
}

std::optional<QString> LedgerState::personOf(const QString &keyFingerprint) const
{
    const auto revoked = [&](const RevocationRecord &record) {
        return record.key == keyFingerprint && record.inForceFrom > 0;
    };
    if (std::any_of(revocations.begin(), revocations.end(), revoked)) {
        return std::nullopt;
    }
    if (const PolicyRecord *record = policy()) {
        for (const AllowedSigner &signer : record->signers) {
            if (signer.key.fingerprint() == keyFingerprint) {
                return signer.person;
            }
        }
        return std::nullopt;
    }
    for (const AdminKey &admin : founding.admins) {
        const auto key = parsePublicKey(admin.key);
        if (key && key->fingerprint() == keyFingerprint) {
            return admin.person;
        }
    }
    return std::nullopt;
}

bool isAuthority(const Event &event)
{
    const Body &body = event.payload.body;
    return event.payload.change.isEmpty() &&
           (std::holds_alternative<Genesis>(body) || std::holds_alternative<PolicyActivate>(body) ||
            std::holds_alternative<KeyRevoke>(body) || std::holds_alternative<Endorse>(body));
}

QSet<QString> ancestors(const LedgerState &state, const QString &eid)
{
    QSet<QString> found;
    QStringList open{eid};
    while (!open.isEmpty()) {
        const QString next = open.takeLast();
        const Event *event = state.event(next);
        if (event == nullptr || found.contains(next)) {
            continue;
        }
        found.insert(next);
        open << event->payload.seen;
    }
    return found;
}

} // namespace countersign::review

#include "review/hindsight.h"

namespace countersign::review {

namespace {

void markCompromised(LedgerState &state)
{
    for (const RevocationRecord &record : std::as_const(state.revocations)) {
        if (record.inForceFrom == 0 || record.cause != RevocationCause::Compromised) {
            continue;
        }
        for (Event &event : state.events) {
            event.compromised = event.compromised || (event.key == record.key && event.seq >= record.from);
        }
    }
}

/// A policy that compromised keys put into force must not decide anything, nor may what it lets others put into force:
/// every policy is judged by the admins of the last sound one before it.
void judgePolicies(LedgerState &state)
{
    QStringList people;
    for (const AdminKey &admin : std::as_const(state.founding.admins)) {
        people << admin.person;
    }
    int needed = state.founding.threshold;
    for (PolicyRecord &record : state.policies) {
        if (record.inForceFrom == 0) {
            continue;
        }
        int good = 0;
        for (qsizetype i = 0; i < record.endorsedBy.size(); ++i) {
            const Event *event = state.event(record.endorsements[i]);
            good += people.contains(record.endorsedBy[i]) && event != nullptr && !event->compromised ? 1 : 0;
        }
        record.sound = good >= needed;
        if (record.sound) {
            people = record.policy.admins;
            needed = record.policy.threshold;
        }
    }
}

/// Whoever stole an admin's key could cut events off and have the loss accepted.
void judgeRestores(LedgerState &state)
{
    for (RestoreRecord &record : state.restores) {
        const auto good =
            std::count_if(record.endorsements.begin(), record.endorsements.end(), [&](const QString &eid) {
                const Event *event = state.event(eid);
                return event != nullptr && !event->compromised;
            });
        record.inForce = record.inForce && good >= record.threshold;
    }
}

} // namespace

void judgeInHindsight(LedgerState &state)
{
    markCompromised(state);
    judgePolicies(state);
    judgeRestores(state);
}

} // namespace countersign::review

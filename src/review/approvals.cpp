#include "base/show.h"
#include "review/evaluation.h"

namespace countersign::review {

using namespace Qt::StringLiterals;

namespace {

qint64 microseconds(std::chrono::seconds duration)
{
    return std::chrono::microseconds(duration).count();
}

QString whyText(Code code)
{
    switch (code) {
    case Code::SelfApproval:
        return u"contributed to the change"_s;
    case Code::VoteExpired:
        return u"the vote is too old"_s;
    case Code::AckMissing:
        return u"the vote does not acknowledge every hazard"_s;
    case Code::KeyUnknown:
        return u"is not in the roster, or the token did not verify its user"_s;
    case Code::KeyRevoked:
        return u"the key had been compromised"_s;
    default:
        return u"the vote was for an earlier revision, or was withdrawn"_s;
    }
}

bool onlyReportDiffers(const Manifest &a, const Manifest &b)
{
    return a.baseFingerprint == b.baseFingerprint && a.resultFingerprint == b.resultFingerprint;
}

} // namespace

QString Judge::claimedRisk(const Manifest &manifest)
{
    return manifest.report ? manifest.risk : QString();
}

bool Judge::carries(const Manifest &earlier) const
{
    const Manifest &now = m_revision.manifest;
    const bool sameWork = earlier.environment == now.environment && earlier.files == now.files &&
                          earlier.hasRollback == now.hasRollback && earlier.runner == now.runner;
    const bool sameFindings = earlier.report.has_value() == now.report.has_value() &&
                              (!now.report || (earlier.report->findings == now.report->findings &&
                                               earlier.report->hazards == now.report->hazards &&
                                               earlier.report->errors == now.report->errors));
    if (!m_revision.readable || !sameWork || !sameFindings || earlier.risk != now.risk) {
        return false;
    }
    if (onlyReportDiffers(earlier, now)) {
        return earlier.footprint == now.footprint;
    }
    // The base moved elsewhere: allowed only where the policy says so, and never for a different result alone.
    return m_risk->carry == Carry::BaseMoved && earlier.baseFingerprint != now.baseFingerprint &&
           !now.footprint.isEmpty() && earlier.footprint == now.footprint;
}

bool Judge::cancelledByAnother(const Event &event) const
{
    const auto &vote = std::get<Vote>(event.payload.body);
    return std::any_of(m_change.votes.begin(), m_change.votes.end(), [&](int index) {
        const Event &other = m_state.events[index];
        const auto &otherVote = std::get<Vote>(other.payload.body);
        return other.seq < event.seq && other.payload.by == event.payload.by && otherVote.revision == vote.revision &&
               otherVote.vote != VoteKind::Approve && !before(event.eid).contains(other.eid);
    });
}

std::optional<Code> Judge::whyApprovalFails(const Event &event, const Vote &vote) const
{
    const QString &by = event.payload.by;
    if (!isReviewer(by)) {
        return Code::KeyUnknown;
    }
    if (event.compromised) {
        return Code::KeyRevoked;
    }
    if (m_environment->userVerification && event.onToken && !event.userVerified) {
        return Code::KeyUnknown;
    }
    if (m_environment->separation && isContributor(by)) {
        return Code::SelfApproval;
    }
    if (m_now - event.receivedUs > microseconds(m_environment->voteAge)) {
        return Code::VoteExpired;
    }
    const bool acknowledged = std::all_of(m_result.hazards.begin(), m_result.hazards.end(),
                                          [&](const QString &hazard) { return vote.acks.contains(hazard); });
    if (!acknowledged) {
        return Code::AckMissing;
    }
    return cancelledByAnother(event) ? std::optional(Code::Superseded) : std::nullopt;
}

void Judge::judgeApprovals()
{
    const QStringList reported = m_revision.manifest.report ? m_revision.manifest.report->hazards : QStringList();
    for (const QString &hazard : reported + m_observed.hazards) {
        if (m_risk->ack.contains(hazard) && !m_result.hazards.contains(hazard)) {
            m_result.hazards << hazard;
        }
    }
    QMap<QString, VoteView *> chosen;
    for (VoteView &view : m_result.votes) {
        if (!view.latest || view.revision > m_revision.number) {
            continue;
        }
        const auto known = chosen.constFind(view.by);
        if (known == chosen.constEnd() || (*known)->revision < view.revision) {
            chosen.insert(view.by, &view);
        }
    }
    QList<VoteView *> counting;
    for (VoteView *view : std::as_const(chosen)) {
        if (view->vote != VoteKind::Approve) {
            continue;
        }
        const Event &event = *m_state.event(view->eid);
        const auto &vote = std::get<Vote>(event.payload.body);
        const RevisionRecord *given = m_change.revision(vote.revision);
        view->why = whyApprovalFails(event, vote);
        if (!view->why && given != &m_revision) {
            view->carried = given->readable && carries(given->manifest);
            view->why = view->carried ? std::nullopt : std::optional(Code::Superseded);
        }
        view->counts = !view->why;
        if (view->counts) {
            counting << view;
        }
    }
    // Older votes of the same people, and approvals of a revision that is not this one.
    for (VoteView &view : m_result.votes) {
        if (!view.counts && !view.why && view.vote == VoteKind::Approve) {
            view.why = Code::Superseded;
        }
    }
    std::sort(counting.begin(), counting.end(), [](const VoteView *a, const VoteView *b) { return a->seq < b->seq; });
    fill(counting);
}

void Judge::fill(const QList<VoteView *> &counting)
{
    QList<QStringList> roles;
    for (const VoteView *view : counting) {
        roles << m_policy.people.value(view->by).roles;
    }
    const QList<int> personOf = fillSlots(m_risk->slotRoles, roles);
    bool unfilled = false;
    for (qsizetype slot = 0; slot < personOf.size(); ++slot) {
        const bool filled = personOf[slot] >= 0;
        m_result.filled << SlotView{m_risk->slotRoles[slot], filled ? counting[personOf[slot]]->by : QString()};
        unfilled = unfilled || !filled;
    }
    for (const VoteView &view : std::as_const(m_result.votes)) {
        if (view.vote != VoteKind::Approve || !view.latest || view.counts) {
            continue;
        }
        const bool stale =
            *view.why == Code::Superseded && view.revision < m_revision.number &&
            std::none_of(
                m_result.votes.begin(), m_result.votes.end(),
                [&](const VoteView &other) { return other.by == view.by && other.revision > view.revision; });
        if (*view.why == Code::Superseded && !stale) {
            continue;
        }
        // Behind broken glass an approval of an earlier revision is one that is missing, no reason to stop.
        const bool blocks = unfilled && ((stale && !emergencyOpen()) || *view.why == Code::AckMissing ||
                                         *view.why == Code::VoteExpired);
        add(*view.why, blocks ? ReasonSeverity::Block : ReasonSeverity::Warning, view.by,
            u"The approval by %1 does not count: %2"_s.arg(view.by, whyText(*view.why)), howToCount(view));
    }
    for (const SlotView &slot : std::as_const(m_result.filled)) {
        if (slot.by.isEmpty()) {
            explainUnfilled(slot.role);
        }
    }
}

QString Judge::howToCount(const VoteView &view) const
{
    switch (*view.why) {
    case Code::SelfApproval:
        return u"Somebody else has to approve."_s;
    case Code::AckMissing:
        return u"%1 votes again and acknowledges: %2 (--ack)."_s.arg(view.by, base::show(m_result.hazards.join(u", ")));
    case Code::KeyRevoked:
    case Code::KeyUnknown:
        return u"%1 votes again with a key of allowed_signers that was not revoked."_s.arg(view.by);
    default:
        return u"%1 votes again."_s.arg(view.by);
    }
}

void Judge::explainUnfilled(const QString &role)
{
    QStringList candidates;
    for (const PolicyPerson &person : m_policy.people) {
        const bool counts = std::any_of(m_result.votes.begin(), m_result.votes.end(),
                                        [&](const VoteView &view) { return view.by == person.id && view.counts; });
        if (!person.machine && person.roles.contains(role) && !counts &&
            !(m_environment->separation && isContributor(person.id))) {
            candidates << person.id;
        }
    }
    block(Code::SlotUnfilled, role, u"A \"%1\" still has to approve"_s.arg(role),
          candidates.isEmpty() ? u"Nobody in the roster is left who could: add somebody with this role to policy.toml "
                                 "and allowed_signers, then run `policy activate`."_s
                               : u"One of: %1."_s.arg(candidates.join(u", ")));
}

bool Judge::emergencyOpen() const
{
    if (m_environment == nullptr || !m_environment->emergency) {
        return false;
    }
    const EmergencyRule &rule = *m_environment->emergency;
    const qint64 ttl = microseconds(rule.ttl);
    const auto counts = [&](const QString &eid, const QString &by) {
        const Event *event = m_state.event(eid);
        return event != nullptr && !event->compromised && isReviewer(by);
    };
    return std::any_of(m_change.emergencies.begin(), m_change.emergencies.end(), [&](const EmergencyRecord &emergency) {
        int seconds = 0;
        for (qsizetype i = 0; i < emergency.seconds.size(); ++i) {
            seconds += counts(emergency.seconds[i], emergency.secondedBy[i]) ? 1 : 0;
        }
        return emergency.revision == m_revision.digest && emergency.completeUs > 0 &&
               m_now <= emergency.completeUs + ttl && counts(emergency.eid, emergency.by) &&
               m_policy.hasAnyRole(emergency.by, rule.openers) && seconds >= rule.second;
    });
}

std::optional<bool> Judge::emergencyPaid() const
{
    std::optional<bool> paid;
    for (const EmergencyRecord &emergency : m_change.emergencies) {
        if (emergency.revision == m_revision.digest && emergency.completeUs > 0) {
            paid = paid.value_or(true) && debtPaid(m_change, emergency);
        }
    }
    return paid;
}

bool Judge::slotsFilledBy(const ChangeRecord &change, const RevisionRecord &revision, const QStringList &excluded) const
{
    const RiskRule *risk =
        m_environment == nullptr ? nullptr : riskRule(*m_environment, claimedRisk(revision.manifest));
    if (risk == nullptr) {
        return false;
    }
    QMap<QString, const Event *> latest;
    for (const int index : change.votes) {
        const Event &event = m_state.events[index];
        if (std::get<Vote>(event.payload.body).revision == revision.digest) {
            latest.insert(event.payload.by, &event);
        }
    }
    QList<QStringList> roles;
    for (const Event *event : std::as_const(latest)) {
        const QString &by = event->payload.by;
        if (std::get<Vote>(event->payload.body).vote == VoteKind::Approve && !event->compromised && isReviewer(by) &&
            !excluded.contains(by)) {
            roles << m_policy.people.value(by).roles;
        }
    }
    return !fillSlots(risk->slotRoles, roles).contains(-1);
}

bool Judge::debtPaid(const ChangeRecord &change, const EmergencyRecord &emergency) const
{
    const RevisionRecord *revision = change.revision(emergency.revision);
    QStringList excluded{emergency.by};
    excluded << emergency.secondedBy;
    if (m_environment != nullptr && m_environment->separation) {
        for (const PolicyPerson &person : m_policy.people) {
            for (const QString &contributor : change.contributors()) {
                if (contributor == person.id || (contributor.startsWith(u"git:") &&
                                                 person.mail.contains(contributor.mid(4), Qt::CaseInsensitive))) {
                    excluded << person.id;
                }
            }
        }
    }
    return revision != nullptr && slotsFilledBy(change, *revision, excluded);
}

} // namespace countersign::review

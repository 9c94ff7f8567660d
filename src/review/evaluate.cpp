#include "review/evaluate.h"

#include "review/evaluation.h"

namespace countersign::review {

using namespace Qt::StringLiterals;

QString verdictName(VerdictKind verdict)
{
    static const QStringList names{u"approved"_s, u"emergency"_s, u"pending"_s, u"blocked"_s,
                                   u"stale"_s,    u"frozen"_s,    u"none"_s,    u"error"_s};
    return names[static_cast<int>(verdict)];
}

QStringList stateNames()
{
    return {u"draft"_s,     u"in-review"_s,      u"blocked"_s,
            u"stale"_s,     u"pending"_s,        u"frozen"_s,
            u"approved"_s,  u"deploying"_s,      u"deployed-unverified"_s,
            u"verified"_s,  u"mismatch"_s,       u"superseded"_s,
            u"abandoned"_s, u"emergency-open"_s, u"emergency-reviewed"_s};
}

QString stateName(ChangeState state)
{
    static const QStringList names = stateNames();
    return names[static_cast<int>(state)];
}

QString severityName(ReasonSeverity severity)
{
    static const QStringList names{u"block"_s, u"warning"_s, u"info"_s};
    return names[static_cast<int>(severity)];
}

namespace {

/// Position of a code in the order in which verdicts are decided: integrity, veto, changes requested, stale, checks
/// and the like, slots, freeze.
struct Rank {
    int order;
    VerdictKind verdict;
};

Rank rank(Code code)
{
    switch (code) {
    case Code::SigInvalid:
    case Code::ChainBroken:
    case Code::RolledBack:
    case Code::Forked:
    case Code::ClockBehind:
    case Code::Unreachable:
        return {0, VerdictKind::Error};
    case Code::NoReview:
    case Code::EmptySet:
    case Code::PolicyInvalid:
        return {1, VerdictKind::None};
    case Code::Veto:
        return {2, VerdictKind::Blocked};
    case Code::ChangesRequested:
        return {3, VerdictKind::Blocked};
    case Code::BytesDiffer:
    case Code::EnvDiffers:
    case Code::BaseMoved:
    case Code::Superseded:
    case Code::CertExpired:
    case Code::CertIncomplete:
        return {4, VerdictKind::Stale};
    case Code::AlreadyDeployed:
    case Code::CheckFailed:
    case Code::CheckMissing:
    case Code::WaiverExpired:
    case Code::CommentOpen:
    case Code::EmergencyOverdue:
        return {5, VerdictKind::Blocked};
    case Code::AckMissing:
        return {6, VerdictKind::Pending};
    case Code::SlotUnfilled:
    case Code::VoteExpired:
    case Code::SelfApproval:
    case Code::KeyUnknown:
    case Code::KeyRevoked:
        return {7, VerdictKind::Pending};
    case Code::Frozen:
        return {8, VerdictKind::Frozen};
    }
    return {0, VerdictKind::Error};
}

/// What even an emergency does not get past.
bool stopsEmergency(Code code)
{
    return rank(code).order <= 4 && code != Code::ChangesRequested;
}

ChangeState deployedState(const AttemptRecord &attempt)
{
    if (!attempt.confirmed) {
        return ChangeState::DeployedUnverified;
    }
    return *attempt.confirmed ? ChangeState::Verified : ChangeState::Mismatch;
}

ChangeState stateOf(const Evaluation &evaluation, const ChangeRecord &change, const RevisionRecord &revision,
                    std::optional<bool> emergencyPaid)
{
    if (change.abandoned) {
        return ChangeState::Abandoned;
    }
    if (&revision != change.latest()) {
        return ChangeState::Superseded;
    }
    const AttemptRecord *last = nullptr;
    for (const AttemptRecord &attempt : change.attempts) {
        if (attempt.revision == revision.digest) {
            last = &attempt;
        }
    }
    if (last != nullptr && !last->result) {
        return ChangeState::Deploying;
    }
    if (emergencyPaid) {
        return *emergencyPaid ? ChangeState::EmergencyReviewed : ChangeState::EmergencyOpen;
    }
    if (last != nullptr && *last->result == DeployResult::Ok) {
        return deployedState(*last);
    }
    switch (evaluation.verdict) {
    case VerdictKind::Approved:
    case VerdictKind::Emergency:
        return ChangeState::Approved;
    case VerdictKind::Blocked:
    case VerdictKind::Error:
        return ChangeState::Blocked;
    case VerdictKind::Stale:
        return ChangeState::Stale;
    case VerdictKind::Frozen:
        return ChangeState::Frozen;
    case VerdictKind::None:
        return ChangeState::Draft;
    case VerdictKind::Pending:
        break;
    }
    return evaluation.votes.isEmpty() ? ChangeState::InReview : ChangeState::Pending;
}

void decide(Evaluation &evaluation, bool emergencyOpen)
{
    std::stable_sort(evaluation.reasons.begin(), evaluation.reasons.end(), [](const Reason &a, const Reason &b) {
        return std::tuple(a.severity, rank(a.code).order, a.subject) <
               std::tuple(b.severity, rank(b.code).order, b.subject);
    });
    evaluation.verdict = VerdictKind::Approved;
    bool stopped = false;
    int worst = 100;
    for (const Reason &reason : std::as_const(evaluation.reasons)) {
        if (reason.severity != ReasonSeverity::Block) {
            continue;
        }
        if (rank(reason.code).order < worst) {
            worst = rank(reason.code).order;
            evaluation.verdict = rank(reason.code).verdict;
        }
        stopped = stopped || stopsEmergency(reason.code) || reason.code == Code::AlreadyDeployed;
    }
    if (evaluation.verdict != VerdictKind::Approved && emergencyOpen && !stopped) {
        evaluation.verdict = VerdictKind::Emergency;
    }
}

Evaluation nothing(const QString &change, const QString &revision, Code code, const QString &text, const QString &fix)
{
    Evaluation evaluation;
    evaluation.change = change;
    evaluation.revision = revision;
    evaluation.verdict = VerdictKind::None;
    evaluation.reasons << Reason{code, ReasonSeverity::Block, change, text, fix};
    return evaluation;
}

} // namespace

Evaluation evaluate(const LedgerState &state, const QString &change, const QString &revision, qint64 nowUs,
                    const Observed &observed)
{
    const auto record = state.changes.constFind(change);
    if (record == state.changes.constEnd()) {
        return nothing(change, revision, Code::NoReview, u"There is no review of this change"_s,
                       u"Open one: countersignctl review open"_s);
    }
    const RevisionRecord *revisionRecord = record->revision(revision);
    if (revisionRecord == nullptr) {
        Evaluation evaluation = nothing(change, revision, Code::NoReview, u"The change has no such revision"_s,
                                        u"Add one: countersignctl review revise"_s);
        evaluation.environment = record->environment;
        evaluation.state = record->abandoned ? ChangeState::Abandoned : ChangeState::Draft;
        return evaluation;
    }
    if (state.policy() == nullptr) {
        return nothing(change, revision, Code::PolicyInvalid, u"No policy is in force"_s,
                       u"Activate one: countersignctl policy activate"_s);
    }
    Judge judge{state, *record, *revisionRecord, nowUs, observed};
    Evaluation evaluation = judge.run();
    decide(evaluation, judge.emergencyOpen());
    evaluation.state = stateOf(evaluation, *record, *revisionRecord, judge.emergencyPaid());
    return evaluation;
}

Evaluation evaluateLatest(const LedgerState &state, const QString &change, qint64 nowUs)
{
    const auto record = state.changes.constFind(change);
    const RevisionRecord *latest = record == state.changes.constEnd() ? nullptr : record->latest();
    return evaluate(state, change, latest != nullptr ? latest->digest : QString(), nowUs);
}

} // namespace countersign::review

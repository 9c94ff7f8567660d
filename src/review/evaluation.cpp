#include "review/evaluation.h"

#include "base/show.h"

#include <QTimeZone>

namespace countersign::review {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype waiverReasonLeast = 20;
constexpr int dismissingLeads = 2;

qint64 microseconds(std::chrono::seconds duration)
{
    return std::chrono::microseconds(duration).count();
}

QString dateText(qint64 us)
{
    return QDateTime::fromMSecsSinceEpoch(us / 1000, QTimeZone::UTC).toString(u"yyyy-MM-dd HH:mm 'UTC'"_s);
}

bool actsFor(const PolicyPerson &person, const QStringList &contributors)
{
    return std::any_of(contributors.begin(), contributors.end(), [&](const QString &contributor) {
        if (contributor == person.id) {
            return true;
        }
        return contributor.startsWith(u"git:") && person.mail.contains(contributor.mid(4), Qt::CaseInsensitive);
    });
}

QString named(const QString &identity)
{
    return identity.isEmpty() ? u"unknown"_s : base::show(identity);
}

/// A finding is "RULE@OBJECT" or "RULE"; a waiver may name the object by itself.
bool isFor(const WaiverView &waiver, const QString &finding)
{
    if (waiver.object.isEmpty()) {
        return waiver.finding == finding;
    }
    const QString object = u'@' + waiver.object;
    return waiver.finding + object == finding || (waiver.finding == finding && finding.endsWith(object));
}

QString shortDigest(const QString &digest)
{
    return digest.left(12);
}

} // namespace

Judge::Judge(const LedgerState &state, const ChangeRecord &change, const RevisionRecord &revision, qint64 nowUs,
             const Observed &observed)
    : m_state(state), m_change(change), m_revision(revision), m_policy(state.policy()->policy), m_now(nowUs),
      m_observed(observed), m_contributors(change.contributors())
{
    const auto environment = m_policy.environments.constFind(change.environment);
    if (environment != m_policy.environments.constEnd()) {
        m_environment = &*environment;
        m_risk = riskRule(*environment, claimedRisk(revision.manifest));
    }
}

Evaluation Judge::run()
{
    m_result.change = m_change.id;
    m_result.environment = m_change.environment;
    m_result.revision = m_revision.digest;
    m_result.revisionNumber = m_revision.number;
    m_result.policySerial = m_policy.serial;
    m_result.risk = m_risk != nullptr ? m_environment->risks.key(*m_risk) : m_revision.manifest.risk;
    judgeHistory();
    judgeRevision();
    judgeEnvironment();
    judgeObserved();
    listVotes();
    listWaivers();
    listComments();
    judgeBlockingVotes();
    judgeComments();
    judgeDeployments();
    if (m_environment != nullptr && m_risk != nullptr) {
        judgeChecks();
        judgeApprovals();
        judgeFreezes();
        judgeDebts();
    }
    return m_result;
}

void Judge::add(Code code, ReasonSeverity severity, const QString &subject, const QString &text, const QString &fix)
{
    m_result.reasons << Reason{code, severity, subject, text, fix};
}

void Judge::block(Code code, const QString &subject, const QString &text, const QString &fix)
{
    add(code, ReasonSeverity::Block, subject, text, fix);
}

bool Judge::isContributor(const QString &person) const
{
    return actsFor(m_policy.people.value(person), m_contributors);
}

bool Judge::isReviewer(const QString &person) const
{
    const auto found = m_policy.people.constFind(person);
    return found != m_policy.people.constEnd() && !found->machine;
}

bool Judge::isLead(const QString &person) const
{
    return isReviewer(person) && m_policy.hasRole(person, u"lead"_s);
}

const QSet<QString> &Judge::before(const QString &eid) const
{
    auto found = m_ancestors.find(eid);
    if (found == m_ancestors.end()) {
        found = m_ancestors.insert(eid, ancestors(m_state, eid));
    }
    return *found;
}

void Judge::judgeHistory()
{
    if (m_state.readOnly) {
        const bool behind = m_state.mark == MarkState::Behind;
        block(behind ? Code::RolledBack : Code::Forked, m_state.ledger,
              behind ? u"This ledger lacks events that this computer knew"_s
                     : u"This ledger is another branch than the one this computer knew"_s,
              u"Find the newer ledger, merge the two (ledger merge), or have admins restore it (ledger restore)."_s);
    }
    const qint64 newest = m_state.events.isEmpty() ? 0 : m_state.events.last().receivedUs;
    if (m_now < newest - microseconds(m_policy.maxClockSkew)) {
        block(
            Code::ClockBehind, {},
            u"This clock shows %1, before the newest event of the ledger (%2)"_s.arg(dateText(m_now), dateText(newest)),
            u"Set the clock of this machine."_s);
    }
}

void Judge::judgeRevision()
{
    if (m_change.abandoned) {
        block(Code::NoReview, m_change.id, u"The change was abandoned"_s, u"Open a new one."_s);
    }
    if (!m_revision.readable) {
        block(Code::BytesDiffer, shortDigest(m_revision.digest),
              u"The revision's manifest is missing from the ledger"_s, u"Restore it, or add a new revision."_s);
        return;
    }
    for (const RevisionRecord &other : m_change.revisions) {
        if (!other.readable) {
            block(Code::BytesDiffer, shortDigest(other.digest),
                  u"The manifest of revision %1 is missing: who contributed to the change cannot be told"_s.arg(
                      other.number),
                  u"Restore it from a backup, or open a new change."_s);
        }
    }
    const auto &files = m_revision.manifest.files;
    if (std::none_of(files.begin(), files.end(), [](const ManifestFile &file) { return file.role == FileRole::Up; })) {
        block(Code::EmptySet, m_change.id, u"The revision holds no script to run"_s, u"Add a revision with scripts."_s);
    }
    if (&m_revision != m_change.latest()) {
        block(Code::Superseded, u"revision %1"_s.arg(m_revision.number),
              u"Revision %1 was superseded by revision %2"_s.arg(m_revision.number).arg(m_change.latest()->number),
              u"Look at the newer revision."_s);
    }
}

void Judge::judgeEnvironment()
{
    if (!m_state.policy()->sound) {
        block(Code::PolicyInvalid, u"policy %1"_s.arg(m_policy.serial),
              u"Policy %1 was put into force with a key that was compromised by then"_s.arg(m_policy.serial),
              u"Admins of the policy before activate one again, with good keys."_s);
    }
    if (m_environment == nullptr) {
        block(Code::PolicyInvalid, m_change.environment,
              u"The policy in force does not know the environment \"%1\""_s.arg(base::show(m_change.environment)),
              u"Add it to the policy and activate that."_s);
        return;
    }
    m_result.separation = m_environment->separation;
    if (!m_environment->separation) {
        add(Code::SelfApproval, ReasonSeverity::Info, m_change.environment,
            u"Separation of duties is off here: authors may approve their own changes"_s,
            u"Nothing has to be done; separation = \"strict\" in the policy would ask for somebody else."_s);
    }
    if (m_risk == nullptr) {
        block(Code::PolicyInvalid, m_change.environment,
              u"The policy in force defines no risk for the environment \"%1\""_s.arg(base::show(m_change.environment)),
              u"Define one with its slots and activate that."_s);
    }
    if (m_environment->separation) {
        nameStrangers();
    }
    const QString &identity = m_revision.manifest.environment.identity;
    if (m_revision.readable && !m_environment->identity.isEmpty() && identity != m_environment->identity) {
        block(Code::EnvDiffers, m_change.environment,
              u"The revision was made for \"%1\", the policy says \"%2\""_s.arg(named(identity),
                                                                                base::show(m_environment->identity)),
              u"Make a revision against the right server."_s);
    }
}

void Judge::nameStrangers()
{
    constexpr qsizetype most = 5;
    QStringList strangers;
    for (const QString &contributor : m_contributors) {
        const auto owns = [&](const PolicyPerson &person) { return actsFor(person, {contributor}); };
        if (contributor.startsWith(u"git:") && std::none_of(m_policy.people.begin(), m_policy.people.end(), owns)) {
            strangers << contributor.mid(4);
        }
    }
    if (!strangers.isEmpty()) {
        const QString more = strangers.size() > most ? u" and %1 more"_s.arg(strangers.size() - most) : QString();
        add(Code::SelfApproval, ReasonSeverity::Warning, base::show(strangers.first()),
            u"Nobody of the roster has these addresses of contributors: %1%2; whether one of them approved the change "
            "cannot be told"_s.arg(base::show(strangers.first(std::min(most, strangers.size())).join(u", ")), more),
            u"If one belongs to somebody of the roster, add it to their mail in policy.toml."_s);
    }
}

void Judge::judgeObserved()
{
    const Manifest &manifest = m_revision.manifest;
    if (m_observed.environment && *m_observed.environment != m_change.environment) {
        block(Code::EnvDiffers, *m_observed.environment,
              u"The review is for the environment \"%1\""_s.arg(base::show(m_change.environment)),
              u"Name that environment, or review this one."_s);
    }
    if (m_observed.identity && *m_observed.identity != manifest.environment.identity) {
        block(Code::EnvDiffers, base::show(*m_observed.identity),
              u"This target is \"%1\"; what was reviewed is for \"%2\""_s.arg(base::show(*m_observed.identity),
                                                                              named(manifest.environment.identity)),
              u"Connect to the reviewed target. If it was moved, set the new identity in the policy and add a revision "
              "against it."_s);
    }
    if (m_observed.baseFingerprint && *m_observed.baseFingerprint != manifest.baseFingerprint) {
        block(Code::BaseMoved, m_change.environment,
              manifest.baseFingerprint.isEmpty() ? u"The revision does not say from which schema it starts"_s
                                                 : u"The schema is not the one the change was reviewed against"_s,
              u"Add a revision against the schema as it is now."_s);
    }
    if (!m_observed.files) {
        return;
    }
    if (std::none_of(m_observed.files->begin(), m_observed.files->end(),
                     [](const ManifestFile &file) { return file.role == FileRole::Up; })) {
        block(Code::EmptySet, m_change.environment, u"There is no script to run"_s,
              u"Name the folder that was reviewed."_s);
    }
    QMap<QByteArray, ManifestFile> expected;
    for (const ManifestFile &file : manifest.files) {
        expected.insert(file.path, file);
    }
    for (const ManifestFile &file : *m_observed.files) {
        const auto known = expected.constFind(file.path);
        if (known == expected.constEnd()) {
            block(Code::BytesDiffer, base::showBytes(file.path), u"This file was not reviewed"_s,
                  u"Remove it, or add a revision with it."_s);
        } else if (known->sha256 != file.sha256 || known->bytes != file.bytes) {
            block(Code::BytesDiffer, base::showBytes(file.path), u"The bytes of this file are not the reviewed ones"_s,
                  u"Restore the file, or add a revision and have it reviewed."_s);
        } else if (file.role == FileRole::Up && known->role != FileRole::Up) {
            // A runner takes it for a script to run; reviewers were told that it is something else.
            block(Code::BytesDiffer, base::showBytes(file.path),
                  u"This file was reviewed as \"%1\", but it is a script to run"_s.arg(fileRoleName(known->role)),
                  u"Add a revision that says so, and have it reviewed."_s);
        }
        expected.remove(file.path);
    }
    for (const ManifestFile &file : std::as_const(expected)) {
        block(Code::BytesDiffer, base::showBytes(file.path), u"This file was reviewed but is missing"_s,
              u"Restore it, or add a revision without it."_s);
    }
}

void Judge::listVotes()
{
    QHash<std::pair<QString, QString>, qsizetype> latest;
    for (const int index : m_change.votes) {
        const Event &event = m_state.events[index];
        const auto &vote = std::get<Vote>(event.payload.body);
        VoteView view;
        view.eid = event.eid;
        view.by = event.payload.by;
        view.vote = vote.vote;
        const RevisionRecord *revision = m_change.revision(vote.revision);
        view.revision = revision != nullptr ? revision->number : 0;
        view.acks = vote.acks;
        view.message = vote.message;
        view.seq = event.seq;
        view.receivedUs = event.receivedUs;
        const std::pair key(view.by, vote.revision);
        if (const auto earlier = latest.constFind(key); earlier != latest.constEnd()) {
            m_result.votes[*earlier].latest = false;
        }
        latest.insert(key, m_result.votes.size());
        m_result.votes << view;
    }
}

std::optional<Code> Judge::whyWaiverFails(const Event &event, const Waive &waive) const
{
    const bool mayWaive = m_environment != nullptr && isReviewer(event.payload.by) &&
                          m_policy.hasAnyRole(event.payload.by, m_environment->waive);
    if (event.compromised) {
        return Code::KeyRevoked;
    }
    if (!mayWaive) {
        return Code::KeyUnknown;
    }
    if (m_environment->separation && isContributor(event.payload.by)) {
        return Code::SelfApproval;
    }
    if (waive.reason.size() < waiverReasonLeast) {
        return Code::CheckFailed;
    }
    if (m_now >= waive.until || waive.until > event.receivedUs + microseconds(m_policy.maxWaiver)) {
        return Code::WaiverExpired;
    }
    return std::nullopt;
}

void Judge::listWaivers()
{
    for (const int index : m_change.waivers) {
        const Event &event = m_state.events[index];
        const auto &waive = std::get<Waive>(event.payload.body);
        WaiverView view{event.eid,    event.payload.by, waive.finding, waive.object,
                        waive.reason, waive.until,      false,         whyWaiverFails(event, waive),
                        false};
        for (const int other : m_change.unwaivers) {
            const Event &withdrawal = m_state.events[other];
            // Taking a waiver back makes the verdict stricter, so anyone who may review may do it.
            view.withdrawn = view.withdrawn || (std::get<Unwaive>(withdrawal.payload.body).waiver == event.eid &&
                                                isReviewer(withdrawal.payload.by));
        }
        view.holds = !view.why && !view.withdrawn;
        m_result.waivers << view;
    }
}

void Judge::listComments()
{
    for (const int index : m_change.comments) {
        const Event &event = m_state.events[index];
        const auto &comment = std::get<Comment>(event.payload.body);
        const RevisionRecord *revision = m_change.revision(comment.revision);
        CommentView view{event.eid,
                         event.payload.by,
                         revision != nullptr ? revision->number : 0,
                         comment.anchor,
                         comment.blocking,
                         false,
                         {},
                         comment.text,
                         event.receivedUs};
        for (const int other : m_change.resolutions) {
            const Event &resolution = m_state.events[other];
            const QString &by = resolution.payload.by;
            if (std::get<Resolve>(resolution.payload.body).comment == event.eid && !resolution.compromised &&
                (by == event.payload.by || (isLead(by) && !isContributor(by)))) {
                view.resolved = true;
                view.resolvedBy = by;
            }
        }
        m_result.comments << view;
    }
}

bool Judge::liftedByVoter(const Blocking &blocking) const
{
    return std::any_of(m_change.votes.begin(), m_change.votes.end(), [&](int index) {
        const Event &later = m_state.events[index];
        // The later vote must have seen the one it lifts: an old approval delivered late lifts nothing.
        return later.seq > blocking.event->seq && later.payload.by == blocking.event->payload.by &&
               !later.compromised && before(later.eid).contains(blocking.event->eid);
    });
}

bool Judge::dismissed(const Blocking &blocking, bool asVeto) const
{
    QSet<QString> people;
    for (const int index : m_change.dismissals) {
        const Event &event = m_state.events[index];
        const QString &by = event.payload.by;
        // Where duties are separated, nobody lifts a veto on their own work.
        const bool may = asVeto ? m_policy.admins.contains(by) && !(m_environment->separation && isContributor(by))
                                : isLead(by) && !isContributor(by);
        if (std::get<Dismiss>(event.payload.body).vote == blocking.event->eid && may && !event.compromised) {
            people.insert(by);
        }
    }
    return people.size() >= (asVeto ? m_policy.threshold : dismissingLeads);
}

void Judge::judgeBlockingVotes()
{
    for (const int index : m_change.votes) {
        const Event &event = m_state.events[index];
        const auto &vote = std::get<Vote>(event.payload.body);
        const Blocking blocking{&event, &vote};
        const QString &by = event.payload.by;
        if ((vote.vote != VoteKind::Veto && vote.vote != VoteKind::RequestChanges) || !isReviewer(by)) {
            continue;
        }
        const bool asVeto =
            vote.vote == VoteKind::Veto && m_environment != nullptr && m_policy.hasAnyRole(by, m_environment->veto);
        if (liftedByVoter(blocking) || dismissed(blocking, asVeto)) {
            continue;
        }
        if (asVeto) {
            block(Code::Veto, by, u"%1 vetoed this change"_s.arg(by),
                  u"Only %1, by voting again, or %n admins can lift it."_s.arg(by).replace(
                      u"%n"_s, QString::number(m_policy.threshold)));
        } else {
            block(Code::ChangesRequested, by, u"%1 requested changes"_s.arg(by),
                  u"%1 votes again, or two leads who did not contribute dismiss the vote with a reason."_s.arg(by));
        }
    }
}

void Judge::judgeFinding(const QString &finding, const QString &text)
{
    bool expired = false;
    for (const WaiverView &waiver : std::as_const(m_result.waivers)) {
        if (isFor(waiver, finding) && waiver.holds) {
            add(Code::CheckFailed, ReasonSeverity::Info, base::show(finding),
                u"Waived by %1 until %2: %3"_s.arg(waiver.by, dateText(waiver.until), base::show(waiver.reason)),
                u"Nothing has to be done until then; review unwaive takes the waiver back."_s);
            return;
        }
        expired = expired || (isFor(waiver, finding) && waiver.why == Code::WaiverExpired && !waiver.withdrawn);
    }
    if (expired) {
        block(Code::WaiverExpired, base::show(finding), u"The waiver of this finding has expired"_s,
              u"Solve the finding, or waive it again."_s);
    } else {
        block(Code::CheckFailed, base::show(finding), text,
              u"Solve it, or have it waived (review waive %1)."_s.arg(base::show(finding)));
    }
}

void Judge::judgeCheck(const QString &name)
{
    const Manifest &manifest = m_revision.manifest;
    if (name == u"rollback"_s && !manifest.hasRollback) {
        judgeFinding(missingRollbackFinding(), u"There is no way back: the revision has no rollback script"_s);
        return;
    }
    if (!manifest.report) {
        block(Code::CheckMissing, base::show(name),
              u"The policy requires \"%1\", but the revision has no report"_s.arg(name),
              u"Run the checks and add a revision with their report."_s);
        return;
    }
    if (name == u"report"_s) {
        return;
    }
    const auto &checks = manifest.report->checks;
    const auto check =
        std::find_if(checks.begin(), checks.end(), [&](const ManifestCheck &c) { return c.name == name; });
    if (check == checks.end()) {
        block(Code::CheckMissing, base::show(name), u"The required check \"%1\" was not run"_s.arg(name),
              u"Run it and add a revision with its result."_s);
    } else if (!check->passed) {
        judgeFinding(name, u"The required check \"%1\" failed"_s.arg(name));
    }
}

void Judge::judgeChecks()
{
    if (!m_revision.readable) {
        return;
    }
    for (const QString &name : m_environment->require) {
        judgeCheck(name);
    }
    if (m_revision.manifest.report) {
        for (const QString &finding : m_revision.manifest.report->errors) {
            judgeFinding(finding, u"A check found an error: %1"_s.arg(base::show(finding)));
        }
    }
}

void Judge::judgeComments()
{
    for (const CommentView &comment : std::as_const(m_result.comments)) {
        if (comment.blocking && !comment.resolved) {
            block(Code::CommentOpen, comment.eid.left(12), u"A blocking comment by %1 is open"_s.arg(comment.by),
                  u"%1, or a lead who did not contribute, resolves it."_s.arg(comment.by));
        }
    }
}

void Judge::judgeDeployments()
{
    for (const AttemptRecord &attempt : m_change.attempts) {
        if (attempt.revision != m_revision.digest) {
            continue;
        }
        if (!attempt.result) {
            block(Code::AlreadyDeployed, attempt.eid.left(12), u"A deployment of this revision is under way"_s,
                  u"Finish it: countersignctl gate finish."_s);
        } else if (*attempt.result == DeployResult::Ok) {
            block(Code::AlreadyDeployed, attempt.eid.left(12), u"This revision has been deployed"_s,
                  u"Nothing is left to do; a new deployment needs a new change."_s);
        } else {
            add(Code::AlreadyDeployed, ReasonSeverity::Warning, attempt.eid.left(12),
                *attempt.result == DeployResult::Partial ? u"An earlier deployment was left half done"_s
                                                         : u"An earlier deployment failed"_s,
                u"See what it left behind before the next one: countersignctl verify."_s);
        }
    }
}

void Judge::judgeFreezes()
{
    for (const Freeze &freeze : m_policy.freezes) {
        if (freeze.environments.contains(m_change.environment) && m_now >= freeze.fromUs && m_now < freeze.toUs) {
            block(Code::Frozen, m_change.environment, u"Deployments are frozen: %1"_s.arg(base::show(freeze.text)),
                  u"Wait until %1."_s.arg(dateText(freeze.toUs)));
        }
    }
}

void Judge::judgeDebts()
{
    // A debt does not end with the rule under which it was made.
    const qint64 within = microseconds(m_environment->emergency.value_or(EmergencyRule()).reviewWithin);
    for (const ChangeRecord &change : m_state.changes) {
        for (const EmergencyRecord &emergency : change.emergencies) {
            if (change.environment == m_change.environment && emergency.completeUs > 0 &&
                m_now > emergency.completeUs + within && !debtPaid(change, emergency)) {
                block(Code::EmergencyOverdue, change.id,
                      u"The review of emergency %1 is overdue since %2"_s.arg(base::show(emergency.incident),
                                                                              dateText(emergency.completeUs + within)),
                      u"Review it: countersignctl emergency review %1 accept."_s.arg(change.id));
            }
        }
    }
}

} // namespace countersign::review

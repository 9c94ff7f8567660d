#include "base/show.h"
#include "cli/reviewsession.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTimeZone>

namespace countersign::cli {

using namespace Qt::StringLiterals;

QString timeText(qint64 us)
{
    return QDateTime::fromMSecsSinceEpoch(us / 1000, QTimeZone::UTC).toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s);
}

QJsonObject headJson(const QString &ledger, const review::Head &head)
{
    return {{u"ledger"_s, ledger}, {u"size"_s, head.size}, {u"link"_s, head.link}};
}

QJsonObject verdictJson(const review::Evaluation &evaluation)
{
    QJsonArray reasons;
    for (const review::Reason &reason : evaluation.reasons) {
        reasons << QJsonObject{{u"code"_s, review::codeName(reason.code)},
                               {u"severity"_s, review::severityName(reason.severity)},
                               {u"subject"_s, reason.subject},
                               {u"text"_s, reason.text},
                               {u"fix"_s, reason.fix}};
    }
    QJsonArray filled;
    for (const review::SlotView &slot : evaluation.filled) {
        filled << QJsonObject{{u"role"_s, slot.role}, {u"by"_s, slot.by}};
    }
    QJsonArray votes;
    for (const review::VoteView &vote : evaluation.votes) {
        const auto slot = std::ranges::find(evaluation.filled, vote.by, &review::SlotView::by);
        const bool fills = vote.counts && vote.vote == review::VoteKind::Approve && slot != evaluation.filled.end();
        votes << QJsonObject{{u"id"_s, vote.eid},
                             {u"by"_s, vote.by},
                             {u"vote"_s, review::voteName(vote.vote)},
                             {u"rev"_s, vote.revision},
                             {u"counts"_s, vote.counts},
                             {u"fills"_s, fills ? slot->role : QString()},
                             {u"carried"_s, vote.carried},
                             {u"latest"_s, vote.latest},
                             {u"ack"_s, QJsonArray::fromStringList(vote.acks)},
                             {u"why"_s, vote.why ? review::codeName(*vote.why) : QString()}};
    }
    QJsonArray comments;
    for (const review::CommentView &comment : evaluation.comments) {
        comments << QJsonObject{{u"id"_s, comment.eid},
                                {u"by"_s, comment.by},
                                {u"rev"_s, comment.revision},
                                {u"blocking"_s, comment.blocking},
                                {u"resolved"_s, comment.resolved}};
    }
    QJsonArray waivers;
    for (const review::WaiverView &waiver : evaluation.waivers) {
        waivers << QJsonObject{{u"id"_s, waiver.eid},
                               {u"by"_s, waiver.by},
                               {u"finding"_s, waiver.finding},
                               {u"reason"_s, waiver.reason},
                               {u"until"_s, timeText(waiver.until)},
                               {u"holds"_s, waiver.holds}};
    }
    return {{u"verdict"_s, review::verdictName(evaluation.verdict)},
            {u"state"_s, review::stateName(evaluation.state)},
            {u"change"_s, evaluation.change},
            {u"env"_s, evaluation.environment},
            {u"revision"_s, QJsonObject{{u"n"_s, evaluation.revisionNumber}, {u"digest"_s, evaluation.revision}}},
            {u"risk"_s, evaluation.risk},
            {u"separation"_s, evaluation.separation},
            {u"policy"_s, evaluation.policySerial},
            {u"hazards"_s, QJsonArray::fromStringList(evaluation.hazards)},
            {u"reasons"_s, reasons},
            {u"slots"_s, filled},
            {u"votes"_s, votes},
            {u"comments"_s, comments},
            {u"waivers"_s, waivers}};
}

QString verdictText(const review::Evaluation &evaluation)
{
    QString text = u"%1: %2\n"_s.arg(evaluation.change, review::verdictName(evaluation.verdict).toUpper());
    if (evaluation.revisionNumber > 0) {
        text += u"  revision %1 · digest %2 · environment %3 · policy %4\n"_s.arg(evaluation.revisionNumber)
                    .arg(evaluation.revision.left(16), base::show(evaluation.environment))
                    .arg(evaluation.policySerial);
    }
    for (const review::SlotView &slot : evaluation.filled) {
        text += u"  slot %1: %2\n"_s.arg(base::show(slot.role), slot.by.isEmpty() ? u"open"_s : slot.by);
    }
    if (!evaluation.hazards.isEmpty()) {
        text += u"  an approval acknowledges: %1 (--ack)\n"_s.arg(base::show(evaluation.hazards.join(u", ")));
    }
    for (const review::Reason &reason : evaluation.reasons) {
        const bool named = reason.subject.isEmpty() || reason.subject == evaluation.change ||
                           reason.subject == evaluation.environment || reason.text.contains(reason.subject);
        text += u"  %1 %2%3%4\n"_s.arg(
            review::codeName(reason.code),
            reason.severity == review::ReasonSeverity::Block ? QString()
                                                             : u"(%1) "_s.arg(review::severityName(reason.severity)),
            named ? QString() : base::show(reason.subject) + u": "_s, base::show(reason.text));
        if (!reason.fix.isEmpty()) {
            text += u"      → %1\n"_s.arg(base::show(reason.fix));
        }
    }
    return text;
}

namespace {

bool isIntegrity(const review::Reason &reason)
{
    return reason.severity == review::ReasonSeverity::Block &&
           (reason.code == review::Code::RolledBack || reason.code == review::Code::Forked ||
            reason.code == review::Code::ChainBroken || reason.code == review::Code::SigInvalid);
}

} // namespace

int verdictExit(const review::Evaluation &evaluation)
{
    switch (evaluation.verdict) {
    case review::VerdictKind::Approved:
    case review::VerdictKind::Emergency:
        return 0;
    case review::VerdictKind::Error:
        return std::any_of(evaluation.reasons.begin(), evaluation.reasons.end(), isIntegrity) ? 4 : 3;
    case review::VerdictKind::Pending:
    case review::VerdictKind::Blocked:
    case review::VerdictKind::Stale:
    case review::VerdictKind::Frozen:
    case review::VerdictKind::None:
        break;
    }
    return 1;
}

} // namespace countersign::cli

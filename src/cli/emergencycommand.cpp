#include "base/show.h"
#include "cli/reviewsession.h"

namespace countersign::cli {

using namespace Qt::StringLiterals;
using base::Result;

namespace {

Result<ReviewAnswer> answerFor(const review::Ledger &ledger, const QString &change, const QString &eid)
{
    CS_TRY(record, ledger.state().find(change));
    const review::Evaluation evaluation = ledger.evaluateLatest(record->id);
    ReviewAnswer answer;
    answer.json = verdictJson(evaluation);
    answer.json.insert(u"event"_s, eid);
    answer.json.insert(u"head"_s, headJson(ledger.ledgerId(), ledger.state().head));
    answer.text = u"signed and recorded as %1\n"_s.arg(eid.left(12)) + verdictText(evaluation);
    return answer;
}

Result<ReviewAnswer> emergencyOpen(ReviewSession &session)
{
    CS_TRY(change, session.argument(0, u"the change"_s));
    CS_TRY(incident, session.needed(u"incident"_s));
    CS_TRY(reason, session.needed(u"reason"_s));
    CS_TRY(ledger, session.ledger());
    CS_TRY(by, session.signatory());
    CS_TRY(appended, review::openEmergency(*ledger, change, incident, reason, by, session.stop()));
    return answerFor(*ledger, change, appended.eid);
}

/// The newest emergency of the change, the one that still can be signed.
Result<QString> newestEmergency(const review::LedgerState &state, const QString &change)
{
    CS_TRY(record, state.find(change));
    if (record->emergencies.isEmpty()) {
        return base::Fail(base::usageError(u"No emergency is open for this change"_s, record->id,
                                           u"Open one: countersignctl emergency open."_s));
    }
    return record->emergencies.last().eid;
}

Result<ReviewAnswer> emergencyEndorse(ReviewSession &session)
{
    CS_TRY(change, session.argument(0, u"the change"_s));
    CS_TRY(ledger, session.ledger());
    CS_TRY(emergency, newestEmergency(ledger->state(), change));
    CS_TRY(by, session.signatory());
    CS_TRY(appended, review::endorse(*ledger, emergency, by, session.stop()));
    return answerFor(*ledger, change, appended.eid);
}

Result<ReviewAnswer> emergencyReview(ReviewSession &session)
{
    CS_TRY(change, session.argument(0, u"the change"_s));
    CS_TRY(word, session.argument(1, u"accept or object"_s));
    if (word != u"accept"_s && word != u"object"_s) {
        return base::Fail(base::usageError(u"An emergency is reviewed with accept or object"_s, base::show(word)));
    }
    CS_TRY(ledger, session.ledger());
    CS_CHECK(newestEmergency(ledger->state(), change));
    CS_TRY(record, ledger->state().find(change));
    const QString digest = record->emergencies.last().revision;
    const QStringList hazards = ledger->evaluate(record->id, digest).hazards;
    CS_TRY(by, session.signatory());
    CS_TRY(appended, review::vote(*ledger, record->id, digest,
                                  word == u"accept"_s ? review::VoteKind::Approve : review::VoteKind::RequestChanges,
                                  hazards, session.value(u"message"_s), by, session.stop()));
    return answerFor(*ledger, change, appended.eid);
}

constexpr ReviewOption openOptions[] = {{"incident", "The incident's id.", "ID"},
                                        {"reason", "Why it cannot wait.", "TEXT"}};
constexpr ReviewOption reviewOptions[] = {{"message", "A message.", "TEXT"}};

constexpr ReviewSubcommand subcommands[] = {
    {"open", "CHG --incident I --reason T", "break the glass; others must second it", openOptions, emergencyOpen},
    {"endorse", "CHG", "second an emergency", {}, emergencyEndorse},
    {"review", "CHG accept|object [--message T]", "the review that is owed afterwards", reviewOptions, emergencyReview},
};

} // namespace

int runEmergency(const QStringList &arguments, CommandContext &context)
{
    return runSubcommand(u"emergency"_s, subcommands, arguments, context);
}

} // namespace countersign::cli

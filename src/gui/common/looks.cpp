#include "gui/common/looks.h"

#include "gui/common/localtext.h"

#include <QCoreApplication>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Looks)
};

} // namespace

Look lookOf(checks::Severity severity)
{
    switch (severity) {
    case checks::Severity::Info:
        return {Glyph::Low, Token::Low, Text::tr("Note")};
    case checks::Severity::Warning:
        return {Glyph::Medium, Token::Medium, Text::tr("Warning")};
    case checks::Severity::Error:
        return {Glyph::Critical, Token::Critical, Text::tr("Blocking")};
    }
    Q_UNREACHABLE_RETURN({});
}

Look lookOf(rehearsal::Outcome outcome)
{
    switch (outcome) {
    case rehearsal::Outcome::Ok:
        return {Glyph::Check, Token::Met, Text::tr("Ran")};
    case rehearsal::Outcome::Failed:
        return {Glyph::Cross, Token::Critical, Text::tr("Failed")};
    case rehearsal::Outcome::NotRun:
        return {Glyph::Ring, Token::Unknown, Text::tr("Not run")};
    }
    Q_UNREACHABLE_RETURN({});
}

Look lookOf(review::VerdictKind verdict)
{
    switch (verdict) {
    case review::VerdictKind::Approved:
        return {Glyph::Check, Token::Met, Text::tr("Approved")};
    case review::VerdictKind::Emergency:
        return {Glyph::High, Token::High, Text::tr("Emergency")};
    case review::VerdictKind::Pending:
        return {Glyph::Ring, Token::Medium, Text::tr("Waiting for sign-offs")};
    case review::VerdictKind::Blocked:
        return {Glyph::Cross, Token::Critical, Text::tr("Blocked")};
    case review::VerdictKind::Stale:
        return {Glyph::High, Token::High, Text::tr("Out of date: the files are not the ones that were signed")};
    case review::VerdictKind::Frozen:
        return {Glyph::Lock, Token::Medium, Text::tr("Frozen")};
    case review::VerdictKind::None:
        return {Glyph::Dash, Token::Unknown, Text::tr("Not under review")};
    case review::VerdictKind::Error:
        return {Glyph::Question, Token::Critical, Text::tr("Cannot judge")};
    }
    Q_UNREACHABLE_RETURN({});
}

Look lookOf(review::VoteKind vote)
{
    switch (vote) {
    case review::VoteKind::Approve:
        return {Glyph::Check, Token::Met, Text::tr("approved")};
    case review::VoteKind::RequestChanges:
        return {Glyph::Cross, Token::Critical, Text::tr("asked for changes")};
    case review::VoteKind::Veto:
        return {Glyph::Cross, Token::Critical, Text::tr("vetoed")};
    case review::VoteKind::Abstain:
        return {Glyph::Dash, Token::Unknown, Text::tr("abstained")};
    case review::VoteKind::Withdraw:
        return {Glyph::Slash, Token::Unknown, Text::tr("withdrew the vote")};
    }
    Q_UNREACHABLE_RETURN({});
}

QString rehearsalErrorText(const base::Error &error)
{
    base::Error told = error;
    told.where.clear();
    return told.text();
}

QString durationText(std::chrono::microseconds duration)
{
    const double ms = double(duration.count()) / 1000;
    if (ms < 1) {
        return Text::tr("under 1 ms");
    }
    if (ms < 1000) {
        return Text::tr("%1 ms").arg(localText(ms, 'f', ms < 10 ? 1 : 0));
    }
    if (ms < 120000) {
        return Text::tr("%1 s").arg(localText(ms / 1000, 'f', 1));
    }
    return Text::tr("%1 min").arg(localText(ms / 60000, 'f', 1));
}

QString shortDigest(const QString &digest)
{
    QString bare = digest;
    bare.remove(u"sha256:"_s);
    return bare.size() > 16 ? bare.first(12) + u'…' + bare.last(4) : bare;
}

} // namespace countersign::gui

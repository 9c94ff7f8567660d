#include "gui/review/reviewmodels.h"

#include "base/show.h"
#include "gui/review/reasonwords.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Review)
};

Look lookOfReason(review::ReasonSeverity severity)
{
    switch (severity) {
    case review::ReasonSeverity::Block:
        return {Glyph::Cross, Token::Critical, Text::tr("Not met")};
    case review::ReasonSeverity::Warning:
        return {Glyph::Medium, Token::Medium, Text::tr("Warning")};
    case review::ReasonSeverity::Info:
        return {Glyph::Low, Token::Low, Text::tr("Note")};
    }
    Q_UNREACHABLE_RETURN({});
}

QDateTime timeOf(qint64 microseconds)
{
    return QDateTime::fromMSecsSinceEpoch(microseconds / 1000, QTimeZone::UTC);
}

/// What the events do that have no look of their own.
QString otherEvent(const review::Body &body, const QString &by)
{
    if (std::holds_alternative<review::Resolve>(body)) {
        return Text::tr("%1 resolved a comment").arg(by);
    }
    if (std::holds_alternative<review::Dismiss>(body)) {
        return Text::tr("%1 voided a vote").arg(by);
    }
    if (std::holds_alternative<review::Unwaive>(body)) {
        return Text::tr("%1 withdrew a waiver").arg(by);
    }
    if (std::holds_alternative<review::Abandon>(body)) {
        return Text::tr("%1 abandoned the change").arg(by);
    }
    if (std::holds_alternative<review::EmergencyOpen>(body)) {
        return Text::tr("%1 opened an emergency").arg(by);
    }
    if (std::holds_alternative<review::DeployBegin>(body)) {
        return Text::tr("%1 began to deploy").arg(by);
    }
    if (std::holds_alternative<review::DeployFinish>(body)) {
        return Text::tr("%1 ended the deployment").arg(by);
    }
    if (std::holds_alternative<review::DeployConfirm>(body)) {
        return Text::tr("%1 confirmed how the deployment ended").arg(by);
    }
    return by + u": "_s + review::kindName(body);
}

TimelineEntry entryOf(const review::Event &event, const app::ReviewedChange &change)
{
    TimelineEntry entry;
    entry.at = timeOf(event.receivedUs);
    entry.look = {Glyph::Low, Token::Unknown, {}};
    const QString by = event.payload.by;
    if (const auto *vote = std::get_if<review::Vote>(&event.payload.body)) {
        entry.look = lookOf(vote->vote);
        //: %1 a person, %2 what the person did such as "approved"
        entry.text = Text::tr("%1 %2").arg(by, entry.look.word);
        entry.detail = Text::tr("revision %1").arg(shortDigest(vote->revision));
        const QString message = change.texts.value(vote->message);
        entry.detail += message.isEmpty() ? QString() : u" · “"_s + message + u"”"_s;
    } else if (const auto *revision = std::get_if<review::RevisionAdd>(&event.payload.body)) {
        entry.look = {Glyph::Pencil, Token::Link, {}};
        entry.text = Text::tr("%1 put a revision under review").arg(by);
        entry.detail = shortDigest(revision->revision);
    } else if (const auto *open = std::get_if<review::ChangeOpen>(&event.payload.body)) {
        entry.look = {Glyph::Added, Token::Link, {}};
        entry.text = Text::tr("%1 opened the change for %2").arg(by, open->environment);
        entry.detail = open->title;
    } else if (std::holds_alternative<review::Comment>(event.payload.body)) {
        entry.look = {Glyph::Pencil, Token::Unknown, {}};
        entry.text = Text::tr("%1 commented").arg(by);
        entry.detail = change.texts.value(std::get<review::Comment>(event.payload.body).text);
    } else if (const auto *waive = std::get_if<review::Waive>(&event.payload.body)) {
        entry.look = {Glyph::Slash, Token::Medium, {}};
        entry.text = Text::tr("%1 waived %2").arg(by, waive->finding);
        entry.detail = waive->reason;
    } else {
        entry.text = otherEvent(event.payload.body, by);
    }
    if (event.withoutEffect) {
        entry.detail += u" · "_s + Text::tr("without effect: %1").arg(review::codeName(*event.withoutEffect));
    }
    return entry;
}

NextStep nextStepOf(review::Code code)
{
    switch (code) {
    case review::Code::CheckFailed:
    case review::Code::CheckMissing:
        return NextStep::Rehearse;
    case review::Code::BytesDiffer:
    case review::Code::BaseMoved:
    case review::Code::EnvDiffers:
        return NextStep::Submit;
    case review::Code::CommentOpen:
        return NextStep::Answer;
    case review::Code::SlotUnfilled:
    case review::Code::AckMissing:
    case review::Code::VoteExpired:
    case review::Code::SelfApproval:
    case review::Code::ChangesRequested:
        return NextStep::Ask;
    default:
        // What concerns keys, policies and the ledger itself is told by its own advice.
        return NextStep::None;
    }
}

/// The files on disk are not the ones that were signed: no sign-off speaks of what would run.
bool bytesDiffer(const review::Evaluation &evaluation)
{
    return std::ranges::any_of(evaluation.reasons,
                               [](const review::Reason &reason) { return reason.code == review::Code::BytesDiffer; });
}

} // namespace

std::vector<Requirement> requirementsOf(const review::Evaluation &evaluation)
{
    std::vector<Requirement> requirements;
    for (const review::Reason &reason : evaluation.reasons) {
        if (reason.code == review::Code::SlotUnfilled) {
            continue;
        }
        // The text of this one does not name its file.
        const bool file = reason.code == review::Code::BytesDiffer && !reason.text.contains(reason.subject);
        const QString text = reasonWords(reason.text);
        requirements.push_back({lookOfReason(reason.severity), file ? reason.subject + u": "_s + text : text,
                                reasonWords(reason.fix), nextStepOf(reason.code)});
    }
    for (const review::SlotView &slot : evaluation.filled) {
        if (slot.by.isEmpty()) {
            //: %1 is a role such as dba
            requirements.push_back({{Glyph::Ring, Token::Medium, Text::tr("Waiting")},
                                    Text::tr("Sign-off by a person with the role %1").arg(slot.role),
                                    Text::tr("Anybody with this role who did not write the change can sign."),
                                    NextStep::Ask});
        }
    }
    const Look given = bytesDiffer(evaluation) ? Look{Glyph::Half, Token::Medium, Text::tr("Out of date")}
                                               : Look{Glyph::Check, Token::Met, Text::tr("Met")};
    for (const review::SlotView &slot : evaluation.filled) {
        if (!slot.by.isEmpty()) {
            requirements.push_back({given, Text::tr("Sign-off by a person with the role %1").arg(slot.role),
                                    Text::tr("Given by %1").arg(slot.by), NextStep::None});
        }
    }
    return requirements;
}

std::vector<TimelineEntry> timelineOf(const review::LedgerState &state, const app::ReviewedChange &change)
{
    std::vector<TimelineEntry> entries;
    for (auto index = change.record.events.crbegin(); index != change.record.events.crend(); ++index) {
        entries.push_back(entryOf(state.events.at(*index), change));
    }
    return entries;
}

std::vector<Looker> lookersOf(const app::ReviewedChange &change, const QStringList &people)
{
    std::vector<Looker> lookers;
    const review::Evaluation &evaluation = change.evaluation;
    const bool differs = bytesDiffer(evaluation);
    for (const QString &person : people) {
        Looker one{person, {Glyph::Ring, Token::Unknown, Text::tr("has not looked yet")}, {}};
        for (const review::CommentView &comment : evaluation.comments) {
            if (comment.by == person) {
                one.look = {Glyph::Pencil, Token::Link, Text::tr("commented")};
                one.detail = Text::tr("on revision %1").arg(comment.revision);
            }
        }
        for (const review::VoteView &vote : evaluation.votes) {
            if (vote.by != person || !vote.latest) {
                continue;
            }
            one.look = lookOf(vote.vote);
            const bool current = vote.revision == evaluation.revisionNumber || vote.carried;
            one.detail = !current  ? Text::tr("revision %1: it changed since").arg(vote.revision)
                         : differs ? Text::tr("revision %1, out of date: the files changed since").arg(vote.revision)
                                   : Text::tr("revision %1, as it is now").arg(vote.revision);
            if (!current || differs) {
                one.look.glyph = Glyph::Half;
                one.look.token = Token::Medium;
            }
            if (vote.why) {
                one.detail += u" · "_s + Text::tr("does not count: %1").arg(review::codeName(*vote.why));
            }
        }
        lookers.push_back(std::move(one));
    }
    return lookers;
}

QString verdictReference(const app::ReviewedChange &change)
{
    //: %1 the change, %2 an environment, %3 the number of the revision, %4 its digest
    return Text::tr("%1 for %2, revision %3, digest %4")
        .arg(change.record.alias + u' ' + change.record.title, change.record.environment)
        .arg(change.evaluation.revisionNumber)
        .arg(change.evaluation.revision);
}

QString verdictText(const app::ReviewedChange &change)
{
    QStringList lines{lookOf(change.evaluation.verdict).word, verdictReference(change)};
    for (const Requirement &one : requirementsOf(change.evaluation)) {
        lines << u"- "_s + one.look.word + u": "_s + one.text + (one.fix.isEmpty() ? QString() : u" ► "_s + one.fix);
    }
    return base::show(lines.join(u'\n'), true) + u'\n';
}

QString requestText(const app::ReviewedChange &change, const Requirement &requirement)
{
    //: %1 a requirement such as "Sign-off by a person with the role dba", %2 a reference to the change
    return base::show(
        Text::tr("Please have a look. Needed: %1. %2").arg(requirement.text, verdictReference(change)).simplified());
}

QString verdictHtml(const app::ReviewedChange &change)
{
    QString html = u"<h3>%1</h3><p>%2</p><ul>"_s.arg(lookOf(change.evaluation.verdict).word.toHtmlEscaped(),
                                                     base::show(verdictReference(change)).toHtmlEscaped());
    for (const Requirement &one : requirementsOf(change.evaluation)) {
        html += u"<li><b>%1</b> %2<br><i>%3</i></li>"_s.arg(
            one.look.word.toHtmlEscaped(), base::show(one.text).toHtmlEscaped(), base::show(one.fix).toHtmlEscaped());
    }
    return html + u"</ul>"_s;
}

TwoLineModel::TwoLineModel(QObject *parent) : QAbstractListModel(parent)
{
}

void TwoLineModel::setRows(std::vector<Row> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int TwoLineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TwoLineModel::data(const QModelIndex &index, int role) const
{
    if (index.row() < 0 || index.row() >= int(m_rows.size())) {
        return {};
    }
    const Row &row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return base::show(row.text);
    case Qt::DecorationRole:
        return glyphIcon(row.look.glyph, row.look.token);
    case DetailRole:
        return base::show(row.detail.simplified());
    case TokenRole:
        return int(row.look.token);
    case RightRole:
        return row.right;
    case Qt::ToolTipRole:
        return base::show(row.detail, true).toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return QStringList{row.look.word, row.text, row.detail, row.right}.join(u", "_s);
    default:
        return {};
    }
}

} // namespace countersign::gui

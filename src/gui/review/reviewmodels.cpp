#include "gui/review/reviewmodels.h"

#include "base/show.h"

#include <QCoreApplication>
#include <QTimeZone>

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
        entry.text = by + u": "_s + review::kindName(event.payload.body);
    }
    if (event.withoutEffect) {
        entry.detail += u" · "_s + Text::tr("without effect: %1").arg(review::codeName(*event.withoutEffect));
    }
    return entry;
}

} // namespace

std::vector<Requirement> requirementsOf(const review::Evaluation &evaluation)
{
    std::vector<Requirement> requirements;
    for (const review::Reason &reason : evaluation.reasons) {
        if (reason.code == review::Code::SlotUnfilled) {
            continue;
        }
        requirements.push_back({lookOfReason(reason.severity), reason.text, reason.fix});
    }
    for (const review::SlotView &slot : evaluation.filled) {
        if (slot.by.isEmpty()) {
            //: %1 is a role such as dba
            requirements.push_back({{Glyph::Ring, Token::Medium, Text::tr("Waiting")},
                                    Text::tr("Sign-off by a person with the role %1").arg(slot.role),
                                    Text::tr("Anybody with this role who did not write the change can sign.")});
        }
    }
    for (const review::SlotView &slot : evaluation.filled) {
        if (!slot.by.isEmpty()) {
            requirements.push_back({{Glyph::Check, Token::Met, Text::tr("Met")},
                                    Text::tr("Sign-off by a person with the role %1").arg(slot.role),
                                    Text::tr("Given by %1").arg(slot.by)});
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

#include "gui/review/commentspanel.h"

#include "base/show.h"
#include "gui/common/localtext.h"
#include "gui/common/theme.h"
#include "gui/common/twolinedelegate.h"
#include "gui/common/widgets.h"
#include "gui/review/reviewmodels.h"
#include "gui/shell/changesession.h"

#include <QCheckBox>
#include <QComboBox>
#include <QListView>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimeZone>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

// Indexes of the choice of scope.
constexpr int onlyHere = 0;
constexpr int onlyOpen = 1;

} // namespace

CommentsPanel::CommentsPanel(Console &console, ChangeSession &session, QWidget *parent)
    : QWidget(parent), m_console(console), m_session(session), m_model(new TwoLineModel(this)),
      m_scope(named(new QComboBox(this), u"commentsScope"_s, tr("Which comments"))),
      m_list(named(new QListView(this), u"commentsList"_s, tr("Comments"))),
      m_text(wrappedLabel(QString(), this, Token::Text)),
      m_go(named(new QPushButton(tr("Go there"), this), u"commentGo"_s, tr("Go to the place of the comment"))),
      m_resolve(named(new QPushButton(icon(u"dialog-ok-apply"_s), tr("Resolve"), this), u"commentResolve"_s,
                      tr("Mark the comment as settled"))),
      m_where(new ElidedLabel(this, Token::TextMuted, true)),
      m_edit(named(new QPlainTextEdit(this), u"commentText"_s, tr("Comment"))),
      m_blocking(named(new QCheckBox(tr("Blocks until resolved"), this), u"commentBlocking"_s,
                       tr("Nothing is approved before this comment is resolved"))),
      m_draft(named(new QPushButton(tr("Keep as draft"), this), u"commentDraft"_s, tr("Keep as draft"))),
      m_send(named(new QPushButton(icon(u"edit-comment"_s, Token::AccentText), tr("Comment"), this), u"commentSend"_s,
                   tr("Sign and send the comment"))),
      m_sendDrafts(named(new QPushButton(this), u"commentSendDrafts"_s, tr("Send all drafts"))),
      m_note(wrappedLabel(QString(), this))
{
    build();
    connect(&m_session, &ChangeSession::reviewsChanged, this, [this] {
        m_sending = false;
        dropSentDrafts();
        reload();
    });
    connect(&m_session, &ChangeSession::reviewActionFailed, this, [this] {
        m_sending = false;
        reload();
    });
    connect(&m_session, &ChangeSession::migrationsChanged, this, &CommentsPanel::reload);
    connect(&m_console, &Console::workspaceChanged, this, &CommentsPanel::reload);
    connect(&m_console, &Console::placeChanged, this, &CommentsPanel::updatePlace);
    reload();
}

void CommentsPanel::build()
{
    setMinimumWidth(250);
    m_scope->addItem(tr("Here"));
    m_scope->addItem(tr("Open"));
    m_scope->addItem(tr("All"));
    m_scope->setCurrentIndex(onlyOpen);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new TwoLineDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setFocusPolicy(Qt::NoFocus);
    m_edit->setPlaceholderText(tr("What should the author know or change?"));
    m_edit->setTabChangesFocus(true);
    m_edit->setFixedHeight(88);
    m_send->setDefault(true);
    for (QPushButton *button : {m_go, m_resolve, m_draft, m_sendDrafts}) {
        button->setAutoDefault(false);
    }
    auto *actions = new QHBoxLayout;
    actions->addWidget(m_go);
    actions->addWidget(m_resolve);
    actions->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_draft);
    buttons->addWidget(m_send);
    // A dock may be made narrower than its buttons are wide, which would cut their words off.
    setMinimumWidth(m_draft->sizeHint().width() + m_send->sizeHint().width() + 40);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 12);
    column->setSpacing(spacing::normal);
    column->addWidget(m_scope);
    column->addWidget(m_list, 1);
    column->addWidget(m_text);
    column->addLayout(actions);
    column->addWidget(new Hairline(Qt::Horizontal, this));
    column->addWidget(m_where);
    column->addWidget(m_edit);
    column->addWidget(m_blocking);
    column->addLayout(buttons);
    column->addWidget(m_sendDrafts);
    column->addWidget(m_note);
    connect(m_scope, &QComboBox::currentIndexChanged, this, &CommentsPanel::reload);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CommentsPanel::showCurrent);
    connect(m_list, &QListView::activated, this, &CommentsPanel::goToCurrent);
    connect(m_go, &QPushButton::clicked, this, &CommentsPanel::goToCurrent);
    connect(m_resolve, &QPushButton::clicked, this, &CommentsPanel::resolveCurrent);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &CommentsPanel::updateButtons);
    connect(m_draft, &QPushButton::clicked, this, &CommentsPanel::keepDraft);
    connect(m_send, &QPushButton::clicked, this, &CommentsPanel::send);
    connect(m_sendDrafts, &QPushButton::clicked, this, &CommentsPanel::sendDrafts);
}

QString CommentsPanel::folder() const
{
    const auto workspace = m_console.workspace();
    return workspace ? workspace->folder : QString();
}

void CommentsPanel::reload()
{
    m_lines.clear();
    m_drafts = folder().isEmpty() ? QList<CommentDraft>() : readDrafts(folder());
    m_open = 0;
    const int scope = m_scope->currentIndex();
    const auto here = [this](const Place &place) {
        const Place &now = m_console.place();
        return place.object == now.object && place.file == now.file &&
               (now.statement == 0 || place.statement == now.statement);
    };
    std::vector<TwoLineModel::Row> rows;
    for (int i = 0; i < m_drafts.size(); ++i) {
        const CommentDraft &draft = m_drafts.at(i);
        if (scope != onlyHere || here(draft.place)) {
            m_lines.push_back({draft.place, {}, draft.text, false, i});
            rows.push_back({{Glyph::Pencil, Token::Medium, tr("Draft")},
                            draft.text.section(u'\n', 0, 0),
                            tr("draft, not sent · %1").arg(titleOf(draft.place)),
                            {}});
        }
    }
    if (const app::ReviewedChange *change = m_session.change()) {
        for (const PlacedComment &one : placedComments(*change, m_session.scriptPlaces())) {
            m_open += one.comment->resolved ? 0 : 1;
            if ((scope == onlyHere && !here(one.place)) || (scope == onlyOpen && one.comment->resolved)) {
                continue;
            }
            const QString text = change->texts.value(one.comment->text, tr("(the ledger no longer holds this text)"));
            const QDateTime at = QDateTime::fromMSecsSinceEpoch(one.comment->receivedUs / 1000, QTimeZone::UTC);
            QStringList detail{one.comment->by, titleOf(one.place)};
            if (one.outdated) {
                detail << tr("outdated: the statement is gone");
            }
            Look look{Glyph::Ring, Token::Link, tr("Open")};
            if (one.comment->resolved) {
                look = {Glyph::Check, Token::Met, tr("Resolved")};
                detail << tr("resolved by %1").arg(one.comment->resolvedBy);
            } else if (one.comment->blocking) {
                look = {Glyph::Cross, Token::Critical, tr("Blocking")};
                detail << tr("blocks the approval");
            }
            m_lines.push_back({one.place, one.comment->eid, text, one.comment->resolved, -1});
            rows.push_back({look, (one.reply ? u"↳ "_s : QString()) + text.section(u'\n', 0, 0), detail.join(u" · "_s),
                            localText(at.time(), QLocale::ShortFormat)});
        }
    }
    const int row = m_list->currentIndex().row();
    m_model->setRows(std::move(rows));
    m_list->setCurrentIndex(m_model->index(std::clamp(row, 0, std::max(0, int(m_lines.size()) - 1)), 0));
    updatePlace();
    showCurrent();
    emit openCountChanged();
}

void CommentsPanel::updatePlace()
{
    const QString title = titleOf(m_console.place());
    //: %1 is an object or a statement
    m_where->setText(title.isEmpty() ? tr("Choose an object or a statement") : tr("New comment on %1").arg(title));
    if (m_scope->currentIndex() == onlyHere && sender() == &m_console) {
        reload();
        return;
    }
    updateButtons();
}

void CommentsPanel::updateButtons()
{
    const bool written = !m_edit->toPlainText().trimmed().isEmpty() && !titleOf(m_console.place()).isEmpty();
    const bool reviewed = m_session.change() != nullptr;
    m_draft->setEnabled(written);
    m_send->setEnabled(written && reviewed);
    m_sendDrafts->setVisible(!m_drafts.isEmpty());
    m_sendDrafts->setEnabled(reviewed && !m_sending);
    m_sendDrafts->setText(tr("Send %n draft(s)", nullptr, int(m_drafts.size())));
    m_note->setVisible(!reviewed);
    m_note->setText(tr("Comments are signed into the review. Put the change under review to send them; until then they "
                       "are drafts on this machine."));
}

void CommentsPanel::showCurrent()
{
    const int row = m_list->currentIndex().row();
    const bool any = row >= 0 && row < int(m_lines.size());
    m_text->setVisible(any);
    m_go->setVisible(any);
    m_resolve->setVisible(any);
    if (!any) {
        return;
    }
    const Line &line = m_lines[std::size_t(row)];
    m_text->setText(base::show(line.text, true));
    m_resolve->setText(line.draft >= 0 ? tr("Throw away") : tr("Resolve"));
    m_resolve->setEnabled(line.draft >= 0 || !line.resolved);
}

void CommentsPanel::goToCurrent()
{
    const int row = m_list->currentIndex().row();
    if (row < 0 || row >= int(m_lines.size())) {
        return;
    }
    const Place place = m_lines[std::size_t(row)].place;
    if (place.object.isEmpty()) {
        emit m_console.pageRequested(u"migration"_s);
        emit m_console.statementRequested(place.statement);
        return;
    }
    if (const auto comparison = m_console.comparison()) {
        for (const schema::Schema *side : {&comparison->to.schema, &comparison->from.schema}) {
            for (const schema::Object &object : side->objects) {
                if (schema::idOf(object).path() == place.object) {
                    emit m_console.objectRequested(schema::idOf(object));
                    return;
                }
            }
        }
    }
    emit m_console.pageRequested(u"compare"_s);
}

void CommentsPanel::resolveCurrent()
{
    const int row = m_list->currentIndex().row();
    if (row < 0 || row >= int(m_lines.size())) {
        return;
    }
    const Line &line = m_lines[std::size_t(row)];
    if (line.draft >= 0) {
        m_drafts.removeAt(line.draft);
        writeOwnDrafts();
        reload();
    } else {
        m_session.resolve(line.comment);
    }
}

void CommentsPanel::post(const CommentDraft &draft)
{
    const app::ReviewedChange *change = m_session.change();
    if (change != nullptr) {
        m_session.comment({.change = change->record.id,
                           .object = draft.place.object,
                           .file = draft.place.file,
                           .statement = draft.place.statement,
                           .text = draft.text,
                           .blocking = draft.blocking});
    }
}

void CommentsPanel::send()
{
    if (!m_send->isEnabled()) {
        return;
    }
    // Kept as a draft until it is signed: the text is not lost where that fails.
    keepDraft();
    m_sending = true;
    updateButtons();
    post(m_drafts.constLast());
}

void CommentsPanel::keepDraft()
{
    m_drafts << CommentDraft{m_console.place(), m_edit->toPlainText().trimmed(), m_blocking->isChecked()};
    writeOwnDrafts();
    m_edit->clear();
    m_blocking->setChecked(false);
    reload();
}

void CommentsPanel::sendDrafts()
{
    m_sending = true;
    updateButtons();
    for (const CommentDraft &draft : QList(m_drafts)) {
        post(draft);
    }
}

void CommentsPanel::writeOwnDrafts()
{
    writeDrafts(folder(), m_drafts);
    emit m_console.draftsChanged();
}

void CommentsPanel::dropSentDrafts()
{
    const app::ReviewedChange *change = m_session.change();
    if (change == nullptr || folder().isEmpty()) {
        return;
    }
    m_drafts = readDrafts(folder());
    const std::vector<PlacedComment> placed = placedComments(*change, m_session.scriptPlaces());
    const qsizetype sent = m_drafts.removeIf([&](const CommentDraft &draft) {
        return std::ranges::any_of(placed, [&](const PlacedComment &one) {
            return change->texts.value(one.comment->text) == draft.text && one.place.object == draft.place.object &&
                   one.place.file == draft.place.file && one.place.statement == draft.place.statement;
        });
    });
    if (sent > 0) {
        writeOwnDrafts();
    }
}

void CommentsPanel::startWriting()
{
    updatePlace();
    const QString line = m_console.place().line;
    if (!line.isEmpty() && m_edit->toPlainText().isEmpty()) {
        m_edit->setPlainText(u"> "_s + line + u"\n"_s);
        m_edit->moveCursor(QTextCursor::End);
    }
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

} // namespace countersign::gui

#include "gui/review/signoffdialog.h"

#include "base/show.h"
#include "gui/checks/waivedialog.h"
#include "gui/common/localtext.h"
#include "gui/common/looks.h"
#include "gui/common/theme.h"
#include "gui/common/widgets.h"
#include "gui/review/comments.h"
#include "gui/review/reasonwords.h"
#include "gui/review/reviewmodels.h"
#include "gui/review/underreview.h"
#include "gui/shell/changesession.h"
#include "gui/shell/console.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

/// One line of a card: a mark, a text that wraps, and muted words under it.
void addLine(Card *card, const Look &look, const QString &text, const QString &detail)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::normal);
    auto *mark = new StatusLabel(card);
    mark->setStatus(look.glyph, look.token, look.word);
    mark->setMinimumWidth(92);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    QLabel *first = wrappedLabel(base::show(text), card, Token::Text);
    first->setMinimumWidth(120);
    words->addWidget(first);
    if (!detail.isEmpty()) {
        words->addWidget(wrappedLabel(base::show(detail), card));
    }
    row->addWidget(mark, 0, Qt::AlignTop);
    words->addStretch(1);
    row->addLayout(words, 1);
    card->body()->addLayout(row);
}

/// Who of the roster wrote at the change, by id or by an address of Git; nobody where the policy does not separate.
QStringList contributorsOf(const app::ReviewedChange &change, const review::LedgerState &state)
{
    QStringList people;
    const review::PolicyRecord *record = state.policy();
    if (!change.evaluation.separation || record == nullptr) {
        return people;
    }
    const QStringList contributors = change.record.contributors();
    for (const review::PolicyPerson &person : record->policy.people) {
        const bool wrote = std::ranges::any_of(person.mail, [&contributors](const QString &mail) {
            return contributors.contains(u"git:"_s + mail, Qt::CaseInsensitive);
        });
        if (wrote || contributors.contains(person.id)) {
            people << person.id;
        }
    }
    return people;
}

} // namespace

SignOffDialog::SignOffDialog(Console &console, ChangeSession &session, const app::ReviewedChange &change,
                             QWidget *parent)
    : QDialog(parent), m_console(console), m_session(session), m_change(change.record.id),
      m_digest(change.evaluation.revision)
{
    setObjectName(u"signOffDialog"_s);
    setWindowTitle(tr("Sign off"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *band = named(new EnvironmentBand(this), u"signOffBand"_s);
    SideView side;
    const auto workspace = console.workspace();
    const app::Environment *environment = workspace ? workspace->find(change.record.environment) : nullptr;
    side.production = environment != nullptr && environment->environmentClass == app::EnvironmentClass::Production;
    side.className = tr("Environment");
    side.name = change.record.environment;
    side.facts = change.record.latest() != nullptr ? change.record.latest()->manifest.environment.identity : QString();
    band->setSide(side);

    auto *cancel = named(new QPushButton(tr("Cancel"), this), u"signOffCancel"_s, tr("Cancel"));
    m_sign = named(new QPushButton(icon(u"document-sign"_s, Token::AccentText), tr("Sign"), this), u"signOffConfirm"_s,
                   tr("Sign with your key"));
    m_sign->setDefault(true);
    cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::normal);
    buttons->addWidget(
        wrappedLabel(tr("Your SSH key signs these bytes. The signature holds for this revision only."), this), 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_sign);
    auto *left = new QVBoxLayout;
    left->setSpacing(14);
    left->addWidget(facts(change));
    left->addWidget(fileList(change));
    left->addWidget(findingList(change));
    left->addStretch(1);
    auto *right = new QVBoxLayout;
    right->setSpacing(14);
    right->addWidget(reasonList(change));
    right->addWidget(waiverList(change));
    right->addWidget(voteForm(change));
    right->addStretch(1);
    auto *page = new QWidget(this);
    auto *columns = new QHBoxLayout(page);
    columns->setContentsMargins(20, 14, 20, 8);
    columns->setSpacing(spacing::section);
    columns->addLayout(left, 1);
    columns->addLayout(right, 1);
    auto *scroll = named(new QScrollArea(this), u"signOffPage"_s, tr("What is signed"));
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(20, 10, 20, 16);
    foot->addLayout(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(band);
    column->addWidget(scroll, 1);
    column->addWidget(new Hairline(Qt::Horizontal, this));
    column->addLayout(foot);
    const QSize room = parent != nullptr ? parent->size() : QSize(1280, 800);
    const int wide = std::min(1040, room.width() - 60);
    page->setFixedWidth(wide);
    const int asked = page->sizeHint().height() + band->sizeHint().height() + foot->sizeHint().height() + spacing::wide;
    page->setMinimumWidth(0);
    page->setMaximumWidth(QWIDGETSIZE_MAX);
    resize(wide, std::clamp(asked, 360, std::max(360, room.height() - 60)));
    // Without a widget to begin at, the keyboard would stay in the window behind.
    (m_approve->isEnabled() ? m_approve : m_request)->setFocus();
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_sign, &QPushButton::clicked, this, &SignOffDialog::sign);
    updateButton();
}

QWidget *SignOffDialog::facts(const app::ReviewedChange &change)
{
    auto *card = new QWidget(this);
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto fact = [&](const QString &name, const QString &value, bool fixed) {
        QLabel *head = plainLabel(name, card, Token::TextMuted);
        QLabel *text = wrappedLabel(base::show(value), card, Token::Text);
        if (fixed) {
            text->setFont(fixedFont());
        }
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        text->setFocusPolicy(Qt::NoFocus);
        grid->addWidget(head, row, 0, Qt::AlignTop);
        grid->addWidget(text, row++, 1);
    };
    fact(tr("Change"), change.record.alias + u"  "_s + change.record.title, false);
    //: %1 is the number of the revision
    fact(tr("Revision"), tr("number %1").arg(change.evaluation.revisionNumber), false);
    const QString digest = change.evaluation.revision;
    fact(tr("Digest"), digest.first(std::min<qsizetype>(32, digest.size())) + u' ' + digest.mid(32), true);
    fact(tr("Risk"), riskWords(change.evaluation.risk), false);
    fact(tr("Viewed"), viewedText(), false);
    return card;
}

QString SignOffDialog::viewedText() const
{
    const LookedAt objects = m_console.objectsViewed();
    const LookedAt statements = m_console.statementsSeen();
    QStringList said;
    said << (objects.all < 0 ? tr("nothing was compared in this window")
                             //: objects of the comparison that the person has ticked
                             : tr("%1 of %2 objects").arg(localText(objects.seen), localText(objects.all)));
    said << (statements.all < 0 ? tr("the migration was not opened in this window")
                                //: statements of the migration that the person has ticked
                                : tr("%1 of %2 statements").arg(localText(statements.seen), localText(statements.all)));
    return said.join(u", "_s);
}

QWidget *SignOffDialog::fileList(const app::ReviewedChange &change)
{
    auto *card = new Card(tr("Files that are signed"), this);
    const review::RevisionRecord *revision = change.record.latest();
    for (const review::ManifestFile &file :
         revision != nullptr ? revision->manifest.files : QList<review::ManifestFile>{}) {
        auto *row = new QHBoxLayout;
        QLabel *path = plainLabel(base::showBytes(file.path), card);
        //: %1 is a number of bytes
        QLabel *hash = plainLabel(shortDigest(file.sha256) + u"  "_s + tr("%1 bytes").arg(localText(file.bytes)), card,
                                  Token::TextMuted);
        path->setFont(fixedFont());
        hash->setFont(fixedFont());
        row->addWidget(path, 1);
        row->addWidget(hash);
        card->body()->addLayout(row);
    }
    return card;
}

QWidget *SignOffDialog::findingList(const app::ReviewedChange &change)
{
    const std::vector<app::SignedFinding> findings = app::signedFindings(change.reportJson);
    auto *card = new Card(tr("Findings: %1").arg(localText(qsizetype(findings.size()))), this);
    if (change.reportJson.isEmpty()) {
        card->setTitle(tr("Findings"));
        addLine(card, {Glyph::Question, Token::Unknown, tr("Unknown")}, tr("No report is part of this revision."), {});
    } else if (findings.empty()) {
        addLine(card, {Glyph::Check, Token::Met, tr("None")}, tr("The checks found nothing."), {});
    }
    for (const app::SignedFinding &one : findings) {
        const Look waived{Glyph::Slash, Token::Medium, tr("Waived")};
        addLine(card, one.waived ? waived : lookOf(one.severity),
                one.object.isEmpty() ? one.rule : one.rule + u"  "_s + one.object, one.message);
    }
    return card;
}

QWidget *SignOffDialog::reasonList(const app::ReviewedChange &change)
{
    const std::vector<Requirement> requirements = requirementsOf(change.evaluation);
    auto *card = new Card(tr("What the policy asks"), this);
    for (const Requirement &one : requirements) {
        addLine(card, one.look, one.text, one.fix);
    }
    if (requirements.empty()) {
        addLine(card, lookOf(change.evaluation.verdict), lookOf(change.evaluation.verdict).word, {});
    }
    return card;
}

QWidget *SignOffDialog::waiverList(const app::ReviewedChange &change)
{
    auto *card = new Card(tr("Waivers and open comments"), this);
    bool any = false;
    for (const review::WaiverView &waiver : change.evaluation.waivers) {
        if (!waiver.withdrawn) {
            any = true;
            addLine(card,
                    waiver.holds ? Look{Glyph::Slash, Token::Medium, tr("Waived")}
                                 : Look{Glyph::Cross, Token::Critical, tr("No effect")},
                    waiver.finding, waiverText(waiver));
        }
    }
    for (const review::CommentView &comment : change.evaluation.comments) {
        if (!comment.resolved) {
            any = true;
            addLine(card,
                    comment.blocking ? Look{Glyph::Cross, Token::Critical, tr("Blocking")}
                                     : Look{Glyph::Ring, Token::Link, tr("Open")},
                    change.texts.value(comment.text), comment.by);
        }
    }
    if (!any) {
        addLine(card, {Glyph::Dash, Token::Unknown, tr("None")}, tr("Nothing is waived, no comment is open."), {});
    }
    return card;
}

QWidget *SignOffDialog::voteForm(const app::ReviewedChange &change)
{
    auto *form = new QWidget(this);
    m_approve = named(new QRadioButton(tr("Approve"), form), u"voteApprove"_s, tr("Approve"));
    m_request = named(new QRadioButton(tr("Request changes"), form), u"voteRequestChanges"_s, tr("Request changes"));
    m_abstain = named(new QRadioButton(tr("Read it, no vote"), form), u"voteAbstain"_s, tr("Read it, no vote"));
    auto *votes = new QHBoxLayout;
    votes->setSpacing(20);
    for (QRadioButton *button : {m_approve, m_request, m_abstain}) {
        votes->addWidget(button);
        connect(button, &QRadioButton::toggled, this, &SignOffDialog::updateButton);
    }
    votes->addStretch();
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addLayout(votes);
    m_noApproval =
        named(wrappedLabel(tr("You contributed to this change, so your approval cannot count"), form, Token::Medium),
              u"voteNoApproval"_s);
    column->addWidget(m_noApproval);
    for (const QString &hazard : change.evaluation.hazards) {
        //: %1 is a hazard that the policy names, such as data-loss
        auto *ack = named(new QCheckBox(tr("I have seen the hazard: %1").arg(hazard), form), u"ack-"_s + hazard,
                          tr("I have seen the hazard: %1").arg(hazard));
        ack->setProperty("hazard", hazard);
        column->addWidget(ack);
        connect(ack, &QCheckBox::toggled, this, &SignOffDialog::updateButton);
        m_acks << ack;
    }
    m_message = named(new QPlainTextEdit(form), u"voteMessage"_s, tr("Message"));
    m_message->setPlaceholderText(tr("Message (optional)"));
    m_message->setFixedHeight(64);
    m_message->setTabChangesFocus(true);
    column->addWidget(m_message);
    const auto workspace = m_console.workspace();
    const int drafts = workspace ? int(readDrafts(workspace->folder).size()) : 0;
    if (drafts > 0) {
        m_drafts = named(new QCheckBox(tr("Send %n draft comment(s) with it", nullptr, drafts), form), u"voteDrafts"_s,
                         tr("Send the drafts of comments with the sign-off"));
        m_drafts->setChecked(true);
        column->addWidget(m_drafts);
    }
    auto *as = new QHBoxLayout;
    m_person = named(new QComboBox(form), u"votePerson"_s, tr("Sign as"));
    const auto reviews = m_session.reviews();
    const QString own = reviews ? reviews->person : QString();
    if (reviews) {
        m_contributors = contributorsOf(change, reviews->state);
    }
    if (!own.isEmpty()) {
        m_person->addItem(own, QString());
    }
    if (!m_console.secondKeyFile().isEmpty()) {
        for (const QString &other : reviews->people) {
            if (other != own) {
                m_person->addItem(tr("%1 (second reviewer of the demo)").arg(other), other);
            }
        }
    }
    as->addWidget(plainLabel(tr("Sign as"), form, Token::TextMuted));
    as->addWidget(m_person, 1);
    column->addLayout(as);
    connect(m_person, &QComboBox::currentIndexChanged, this, &SignOffDialog::updateVotes);
    updateVotes();
    return form;
}

void SignOffDialog::updateVotes()
{
    const auto reviews = m_session.reviews();
    const QString other = m_person->currentData().toString();
    const QString person = !other.isEmpty() ? other : reviews ? reviews->person : QString();
    const bool contributed = m_contributors.contains(person);
    m_approve->setEnabled(!contributed);
    m_approve->setToolTip(contributed ? m_noApproval->text() : QString());
    m_approve->setAccessibleDescription(m_approve->toolTip());
    m_noApproval->setVisible(contributed);
    if (contributed && m_approve->isChecked()) {
        // Among exclusive buttons the chosen one cannot be taken back.
        m_approve->setAutoExclusive(false);
        m_approve->setChecked(false);
        m_approve->setAutoExclusive(true);
    }
    updateButton();
}

void SignOffDialog::updateButton()
{
    const bool chosen = m_approve->isChecked() || m_request->isChecked() || m_abstain->isChecked();
    const bool acknowledged =
        !m_approve->isChecked() || std::ranges::all_of(m_acks, [](const QCheckBox *ack) { return ack->isChecked(); });
    if (m_sign != nullptr && m_person != nullptr) {
        m_sign->setEnabled(chosen && acknowledged && m_person->count() > 0);
        m_sign->setToolTip(m_person->count() == 0 ? tr("No key of the roster is at hand")
                           : !chosen              ? tr("Choose a vote first")
                           : !acknowledged        ? tr("The policy asks that every hazard is acknowledged")
                                                  : QString());
    }
}

void SignOffDialog::sign()
{
    app::VoteRequest request;
    request.change = m_change;
    request.digest = m_digest;
    request.vote = m_approve->isChecked()   ? review::VoteKind::Approve
                   : m_request->isChecked() ? review::VoteKind::RequestChanges
                                            : review::VoteKind::Abstain;
    for (const QCheckBox *ack : m_acks) {
        if (ack->isChecked()) {
            request.acks << ack->property("hazard").toString();
        }
    }
    request.message = m_message->toPlainText();
    const QString other = m_person->currentData().toString();
    if (!other.isEmpty()) {
        request.person = other;
        request.keyFile = m_console.secondKeyFile();
    }
    if (const auto workspace = m_console.workspace(); m_drafts != nullptr && m_drafts->isChecked() && workspace) {
        for (const CommentDraft &draft : readDrafts(workspace->folder)) {
            m_session.comment({.change = m_change,
                               .object = draft.place.object,
                               .file = draft.place.file,
                               .statement = draft.place.statement,
                               .text = draft.text,
                               .blocking = draft.blocking});
        }
    }
    m_session.vote(request);
    accept();
}

} // namespace countersign::gui

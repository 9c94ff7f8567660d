#include "gui/review/signoffdialog.h"

#include "base/show.h"
#include "gui/common/looks.h"
#include "gui/common/theme.h"
#include "gui/common/widgets.h"
#include "gui/shell/changesession.h"
#include "gui/shell/console.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

/// "1 blocking, 2 warnings" from the report that is part of the revision; says so when there is none.
QString findingsText(const QByteArray &reportJson)
{
    if (reportJson.isEmpty()) {
        return SignOffDialog::tr("no report is part of this revision");
    }
    int errors = 0;
    int warnings = 0;
    for (const QJsonValue &value : QJsonDocument::fromJson(reportJson).object().value(u"findings"_s).toArray()) {
        const QString severity = value.toObject().value(u"severity"_s).toString();
        errors += severity == u"error"_s ? 1 : 0;
        warnings += severity == u"warning"_s ? 1 : 0;
    }
    return SignOffDialog::tr("%n blocking", nullptr, errors) + u", "_s +
           SignOffDialog::tr("%n warning(s)", nullptr, warnings);
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
    setMinimumWidth(640);
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
    auto *inside = new QVBoxLayout;
    inside->setContentsMargins(20, 14, 20, 16);
    inside->setSpacing(14);
    inside->addWidget(facts(change));
    inside->addWidget(fileList(change));
    inside->addWidget(voteForm(change));
    inside->addLayout(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(band);
    column->addLayout(inside);
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
    fact(tr("Risk"), change.evaluation.risk, false);
    fact(tr("Findings"), findingsText(change.reportJson), false);
    return card;
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
        QLabel *hash =
            plainLabel(shortDigest(file.sha256) + u"  "_s + tr("%1 bytes").arg(QLocale().toString(file.bytes)), card,
                       Token::TextMuted);
        path->setFont(fixedFont());
        hash->setFont(fixedFont());
        row->addWidget(path, 1);
        row->addWidget(hash);
        card->body()->addLayout(row);
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
    auto *as = new QHBoxLayout;
    m_person = named(new QComboBox(form), u"votePerson"_s, tr("Sign as"));
    const auto reviews = m_session.reviews();
    const QString own = reviews ? reviews->person : QString();
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
    return form;
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
    m_session.vote(request);
    accept();
}

} // namespace countersign::gui

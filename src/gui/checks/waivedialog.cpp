#include "gui/checks/waivedialog.h"

#include "base/show.h"
#include "gui/common/localtext.h"
#include "gui/common/looks.h"
#include "gui/common/theme.h"
#include "gui/common/widgets.h"
#include "gui/shell/changesession.h"
#include "gui/shell/console.h"

#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimeZone>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastReason = 20;
constexpr int usualDays = 30;

} // namespace

QString waiverText(const review::WaiverView &waiver)
{
    const QDateTime until = QDateTime::fromMSecsSinceEpoch(waiver.until / 1000, QTimeZone::UTC);
    //: %1 a person, %2 a date, %3 the reason
    return WaiveDialog::tr("Waived by %1 until %2: %3")
        .arg(waiver.by, localText(until.date(), QLocale::ShortFormat), waiver.reason);
}

WaiveDialog::WaiveDialog(Console &console, ChangeSession &session, const checks::Finding &finding, QWidget *parent)
    : QDialog(parent), m_console(console), m_session(session), m_finding(finding),
      m_reason(named(new QPlainTextEdit(this), u"waiveReason"_s, tr("Why this may be"))),
      m_missing(wrappedLabel(QString(), this, Token::TextMuted)),
      m_until(named(new QDateEdit(this), u"waiveUntil"_s, tr("Last day"))),
      m_person(named(new QComboBox(this), u"waivePerson"_s, tr("Sign as"))),
      m_sign(named(new QPushButton(icon(u"document-sign"_s, Token::AccentText), tr("Sign the waiver"), this),
                   u"waiveConfirm"_s, tr("Sign the waiver with your key")))
{
    setObjectName(u"waiveDialog"_s);
    setWindowTitle(tr("Waive a finding"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(620);
    const Look look = lookOf(finding.severity);
    auto *severity = new StatusLabel(this);
    severity->setStatus(look.glyph, look.token, look.word, true);
    m_reason->setPlaceholderText(tr("Why this may be, for those who read it later: at least 20 characters"));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(96);
    const QDate today = console.now().date();
    m_until->setDisplayFormat(QLocale().dateFormat(QLocale::ShortFormat));
    m_until->setCalendarPopup(true);
    m_until->setMinimumDate(today);
    m_until->setDate(today.addDays(usualDays));
    const auto reviews = m_session.reviews();
    if (reviews && !reviews->person.isEmpty()) {
        m_person->addItem(reviews->person, QString());
    }
    if (reviews && !m_console.secondKeyFile().isEmpty()) {
        for (const QString &other : reviews->people) {
            if (other != reviews->person) {
                m_person->addItem(tr("%1 (second reviewer of the demo)").arg(other), other);
            }
        }
    }
    auto *form = new QFormLayout;
    form->setSpacing(10);
    form->addRow(tr("Finding"), severity);
    form->addRow(tr("Rule"), plainLabel(finding.rule, this, Token::Text));
    form->addRow(tr("Object"), plainLabel(finding.object.isEmpty() ? tr("the whole migration") : finding.object, this));
    form->addRow(tr("Last day"), m_until);
    form->addRow(tr("Sign as"), m_person);
    auto *cancel = named(new QPushButton(tr("Cancel"), this), u"waiveCancel"_s, tr("Cancel"));
    cancel->setAutoDefault(false);
    m_sign->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::normal);
    buttons->addWidget(m_missing, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_sign);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(14);
    column->addWidget(plainLabel(tr("Waive a finding"), this, Token::Text, 1.3, true));
    column->addWidget(wrappedLabel(base::show(finding.message.translated(), true), this, Token::Text));
    column->addLayout(form);
    column->addWidget(m_reason);
    column->addWidget(
        wrappedLabel(tr("Your name stands for this until the last day. The finding stays visible in every "
                        "report."),
                     this));
    column->addLayout(buttons);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &WaiveDialog::updateButton);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_sign, &QPushButton::clicked, this, &WaiveDialog::sign);
    m_reason->setFocus();
    updateButton();
}

void WaiveDialog::updateButton()
{
    const int missing = leastReason - int(m_reason->toPlainText().trimmed().size());
    m_missing->setText(missing > 0              ? tr("%n character(s) to go", nullptr, missing)
                       : m_person->count() == 0 ? tr("No key of the roster is at hand")
                                                : QString());
    m_sign->setEnabled(missing <= 0 && m_person->count() > 0);
}

void WaiveDialog::sign()
{
    app::WaiverRequest request;
    request.change = m_session.change() != nullptr ? m_session.change()->record.id : QString();
    request.finding = app::findingId(m_finding);
    request.object = m_finding.object;
    request.reason = m_reason->toPlainText().trimmed();
    request.until = m_until->date().endOfDay();
    request.person = m_person->currentData().toString();
    request.keyFile = request.person.isEmpty() ? QString() : m_console.secondKeyFile();
    m_session.waive(request);
    accept();
}

} // namespace countersign::gui

#include "gui/checks/checkspage.h"

#include "base/show.h"
#include "gui/checks/findingsmodel.h"
#include "gui/checks/waivedialog.h"
#include "gui/common/adaptivesplitter.h"
#include "gui/common/columns.h"
#include "gui/common/localtext.h"
#include "gui/common/looks.h"
#include "gui/common/theme.h"
#include "gui/review/reasonwords.h"
#include "gui/shell/changesession.h"
#include "gui/shell/console.h"
#include "gui/text/sqlview.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QMimeData>

namespace countersign::gui {

using namespace Qt::StringLiterals;

ChecksPage::ChecksPage(Console &console, ChangeSession &session, QWidget *parent)
    : Page({u"checks"_s, tr("Checks"), u"checklist"_s}, parent), m_console(console), m_session(session),
      m_model(new FindingsModel(this)), m_list(new QTreeView(this)), m_verdict(new StatusLabel(this)),
      m_verdictText(new ElidedLabel(this, Token::TextMuted))
{
    build();
    setMinimumWidth(leastPageWidth);
    connect(&m_session, &ChangeSession::checking, this, [this] { setLoading(tr("Rehearsing and checking…")); });
    connect(&m_session, &ChangeSession::checkedChanged, this, &ChecksPage::updateReport);
    connect(&m_session, &ChangeSession::migrationsChanged, this, &ChecksPage::updateReport);
    connect(&m_session, &ChangeSession::reviewsChanged, this, &ChecksPage::updateReport);
    connect(&m_session, &ChangeSession::reviewActionFailed, this,
            [this](const base::Error &error) { setFailed(reasonWords(error)); });
    connect(&m_session, &ChangeSession::checkFailed, this, &Page::setFailed);
    connect(&m_session, &ChangeSession::checkCancelled, this, &Page::setCancelled);
    connect(this, &Page::primaryRequested, &m_session, &ChangeSession::check);
    connect(&m_console, &Console::findingRequested, this, &ChecksPage::showFinding);
    updateReport();
}

void ChecksPage::build()
{
    auto *again = named(new QPushButton(icon(u"media-playback-start"_s, Token::AccentText), tr("Run checks"), this),
                        u"runChecksButton"_s, tr("Rehearse and check again"));
    again->setDefault(true);
    auto *copyButton =
        named(new QPushButton(icon(u"edit-copy"_s), tr("Copy"), this), u"checksCopy"_s, tr("Copy the report"));
    copyButton->setAutoDefault(false);
    auto *menu = new QMenu(copyButton);
    menu->addAction(tr("As text"), this, [this] { copyAs(u"text"_s); });
    menu->addAction(tr("As HTML"), this, [this] { copyAs(u"html"_s); });
    menu->addAction(tr("As JSON"), this, [this] { copyAs(u"json"_s); });
    copyButton->setMenu(menu);
    tools()->addWidget(copyButton);
    tools()->addWidget(again);
    connect(again, &QPushButton::clicked, &m_session, &ChangeSession::check);

    auto *verdict = new QHBoxLayout;
    verdict->setContentsMargins(20, 0, 20, 4);
    verdict->setSpacing(12);
    verdict->addWidget(named(m_verdict, u"checksVerdict"_s));
    m_verdictText->setElideMode(Qt::ElideRight);
    verdict->addWidget(named(m_verdictText, u"checksReason"_s), 1);
    content()->addLayout(verdict);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(20, 6, 20, 8);
    row->setSpacing(6);
    const auto chip = [&](Glyph glyph, Token token, const QString &word, const QString &name, bool on) {
        auto *made = named(new Chip(glyph, token, word, this), name);
        made->setChecked(on);
        made->setHiddenWord(tr("hidden"));
        connect(made, &Chip::toggled, this, &ChecksPage::applyFilter);
        row->addWidget(made);
        return made;
    };
    m_errors = chip(Glyph::Critical, Token::Critical, tr("Blocking"), u"checksErrors"_s, true);
    m_warnings = chip(Glyph::Medium, Token::Medium, tr("Warnings"), u"checksWarnings"_s, true);
    m_notes = chip(Glyph::Low, Token::Low, tr("Notes"), u"checksNotes"_s, true);
    m_notRun = chip(Glyph::Ring, Token::Unknown, tr("Not run"), u"checksNotRun"_s, true);
    m_passed = chip(Glyph::Check, Token::Met, tr("Passed"), u"checksPassed"_s, false);
    row->addStretch(1);
    content()->addLayout(row);

    named(m_list, u"checksList"_s, tr("Findings"));
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    alignWithPage(m_list);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setColumnWidth(FindingsModel::SeverityColumn, 166);
    m_list->setColumnWidth(FindingsModel::RuleColumn, 190);
    m_list->setColumnWidth(FindingsModel::ObjectColumn, 170);
    m_list->setColumnWidth(FindingsModel::StatementColumn, 64);
    m_list->setColumnWidth(FindingsModel::MessageColumn, 500);
    new ColumnSharer(m_list, {0, 1, 1, 0, 6});
    constexpr int besideFrom = 1900;
    m_splitter = named(new AdaptiveSplitter(besideFrom, this), u"checksSplitter"_s);
    m_splitter->setListWidth(1400, 58); // the list has sentences, the details beside it few lines of SQL
    m_splitter->addWidget(m_list);
    buildDetails();
    content()->addWidget(m_splitter, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ChecksPage::showCurrent);
}

void ChecksPage::showFinding(int finding)
{
    const auto show = [this, finding] {
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const CheckLine *line = m_model->line(row);
            if (line != nullptr && line->kind == CheckLine::Kind::Finding && line->finding == finding) {
                m_list->setCurrentIndex(m_model->index(row, 0));
                m_list->scrollTo(m_model->index(row, 0));
                return true;
            }
        }
        return false;
    };
    if (!show()) {
        // A chip hides it.
        for (Chip *chip : {m_errors, m_warnings, m_notes}) {
            chip->setChecked(true);
        }
        static_cast<void>(show());
    }
}

void ChecksPage::buildDetails()
{
    auto *details = named(new QWidget(m_splitter), u"checkDetails"_s, tr("Details of the finding"));
    m_title = plainLabel({}, details, Token::Text, 1.2, true);
    m_severity = new StatusLabel(details);
    m_message = wrappedLabel({}, details, Token::Text);
    m_adviceHead = plainLabel(tr("What to do"), details, Token::TextMuted, 1.0, true);
    m_advice = wrappedLabel({}, details, Token::Text);
    m_statementHead = plainLabel({}, details, Token::TextMuted, 1.0, true);
    m_statement = named(new SqlView(m_console.jobs(), details), u"checkStatement"_s, tr("The statement"));
    m_fixHead = plainLabel(tr("SQL that does it the safe way"), details, Token::TextMuted, 1.0, true);
    m_fix = named(new SqlView(m_console.jobs(), details), u"checkFix"_s, tr("SQL that does it the safe way"));
    m_go = named(new QPushButton(icon(u"code-context"_s), tr("Show the statement"), details), u"checkGoButton"_s,
                 tr("Show the statement"));
    m_waive = named(new QPushButton(icon(u"flag"_s), tr("Waive…"), details), u"checkWaiveButton"_s,
                    tr("Answer for this finding until a day"));
    m_waived = wrappedLabel({}, details, Token::Medium);
    m_evidenceHead = plainLabel(tr("Evidence"), details, Token::TextMuted, 1.0, true);
    m_evidence = wrappedLabel({}, details, Token::Text);
    m_evidence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_evidence->setFocusPolicy(Qt::NoFocus);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_message->setFocusPolicy(Qt::NoFocus);
    m_advice->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_advice->setFocusPolicy(Qt::NoFocus);
    for (SqlView *view : {m_statement, m_fix}) {
        connect(view, &SqlView::settled, this, &Page::settled);
        view->setMinimumHeight(2 * view->rowHeight());
    }
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addSpacing(12);
    head->addWidget(m_severity);
    head->addStretch();
    head->addWidget(m_waive);
    head->addWidget(m_go);
    auto *column = new QVBoxLayout(details);
    column->setContentsMargins(20, 14, 20, 16);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_waived);
    column->addWidget(m_message);
    column->addSpacing(4);
    column->addWidget(m_statementHead);
    column->addWidget(m_statement, 1000);
    column->addWidget(m_evidenceHead);
    column->addWidget(m_evidence);
    column->addWidget(m_adviceHead);
    column->addWidget(m_advice);
    column->addSpacing(4);
    column->addWidget(m_fixHead);
    column->addWidget(m_fix, 1000);
    column->addStretch(1);
    m_splitter->addWidget(details);
    connect(m_waive, &QPushButton::clicked, this, &ChecksPage::openWaive);
    connect(m_go, &QPushButton::clicked, this, [this] {
        const CheckLine *line = m_model->line(m_list->currentIndex().row());
        emit m_console.pageRequested(u"migration"_s);
        if (line != nullptr) {
            emit m_console.statementRequested(line->statement);
        }
    });
}

void ChecksPage::updateReport()
{
    const auto checked = m_session.checked();
    emit attentionChanged();
    if (!checked) {
        m_model->setReport({});
        setSubtitle({});
        if (m_session.current() != nullptr) {
            setEmpty(tr("Not checked yet"),
                     tr("Countersign rehearses the migration on a scratch copy of production’s schema, asks production "
                        "a few "
                        "read-only questions, and runs the rules on what it saw."),
                     tr("Rehearse and check"));
        } else {
            setEmpty(tr("No migration to check"), tr("The workspace’s migration folder has no scripts."));
        }
        return;
    }
    QHash<QString, QString> waivers;
    if (const app::ReviewedChange *change = m_session.change()) {
        for (const review::WaiverView &waiver : change->evaluation.waivers) {
            if (waiver.holds) {
                waivers.insert(waiver.finding, waiverText(waiver));
            }
        }
    }
    m_model->setReport({checked, &checked->report}, waivers);
    m_errors->setCount(m_model->count(checks::Severity::Error));
    m_warnings->setCount(m_model->count(checks::Severity::Warning));
    m_notes->setCount(m_model->count(checks::Severity::Info));
    m_notRun->setCount(m_model->count(CheckLine::Kind::NotRun));
    m_passed->setCount(m_model->count(CheckLine::Kind::Passed));
    timePassed();
    const bool pass = checked->report.verdict() == checks::Verdict::Pass;
    m_verdict->setStatus(pass ? Glyph::Check : Glyph::Cross, pass ? Token::Met : Token::Critical,
                         pass ? tr("Checks pass") : tr("Checks fail"), true);
    QStringList reasons;
    for (const checks::Phrase &reason : checked->report.reasons()) {
        reasons.append(reason.translated());
    }
    m_verdictText->setText(pass || reasons.isEmpty() ? QString() : base::show(reasons.constFirst()));
    m_verdictText->setToolTip(base::show(reasons.join(u'\n'), true).toHtmlEscaped());
    const bool silent = m_model->count(CheckLine::Kind::Finding) == 0 && m_model->count(CheckLine::Kind::NotRun) == 0;
    if (silent) {
        const QSignalBlocker quiet(m_passed);
        m_passed->setChecked(true);
    }
    applyFilter();
    setReady();
    if (!m_session.reportIsCurrent()) {
        setStale(tr("The file changed after the checks ran: these results are about other bytes."));
    }
    emit attentionChanged();
}

void ChecksPage::timePassed()
{
    if (const auto checked = m_session.checked()) {
        //: %1 is a file, %2 an environment
        setSubtitle(tr("%1 against %2, checked %3")
                        .arg(base::show(checked->report.migrationPath), checked->baseName,
                             ageText(m_session.checkedAt(), m_console.now())));
    }
}

void ChecksPage::applyFilter()
{
    m_model->setShown(m_errors->isChecked(), m_warnings->isChecked(), m_notes->isChecked(), m_notRun->isChecked(),
                      m_passed->isChecked());
    m_splitter->setListHeight(tableHeight(m_model->rowCount()));
    m_list->setCurrentIndex(m_model->index(0, 0));
    showCurrent();
}

void ChecksPage::showCurrent()
{
    const CheckLine *line = m_model->line(m_list->currentIndex().row());
    const checks::Finding *finding = m_model->finding(m_list->currentIndex().row());
    m_title->setText(line != nullptr ? line->rule : tr("Nothing is shown"));
    const QModelIndex at = m_list->currentIndex();
    Look look{Glyph::Ring, Token::Unknown, tr("Not run")};
    if (line != nullptr && line->kind == CheckLine::Kind::Finding) {
        look = lookOf(line->severity);
        if (line->waived) {
            look = {Glyph::Slash, Token::Medium, tr("Waived")};
        }
    } else if (line != nullptr && line->kind == CheckLine::Kind::Passed) {
        look = {Glyph::Check, Token::Met, tr("Passed")};
    }
    m_severity->setVisible(line != nullptr);
    m_severity->setStatus(look.glyph, look.token, at.isValid() ? look.word : QString());
    m_message->setText(line != nullptr ? base::show(line->text, true)
                                       : tr("Every result is hidden by the switches above the list."));
    const QString advice = finding != nullptr ? finding->advice.translated() : QString();
    const QString fix = finding != nullptr ? finding->fix : QString();
    m_adviceHead->setVisible(!advice.isEmpty());
    m_advice->setVisible(!advice.isEmpty());
    m_advice->setText(base::show(advice, true));
    m_fixHead->setVisible(!fix.isEmpty());
    m_fix->setVisible(!fix.isEmpty());
    showSql(m_fix, fix, 1);
    showStatement(line != nullptr ? line->statement : 0);
    m_go->setVisible(line != nullptr && line->statement > 0);
    const bool waived = line != nullptr && line->waived;
    m_waived->setVisible(waived);
    m_waived->setText(waived ? base::show(line->waivedBecause, true) : QString());
    const QString evidence = finding != nullptr ? evidenceFor(*finding) : QString();
    m_evidenceHead->setVisible(!evidence.isEmpty());
    m_evidence->setVisible(!evidence.isEmpty());
    m_evidence->setText(base::show(evidence, true));
    m_waive->setVisible(finding != nullptr && finding->severity != checks::Severity::Info && !waived);
    const bool reviewed = m_session.change() != nullptr;
    m_waive->setEnabled(reviewed);
    m_waive->setToolTip(reviewed ? QString()
                                 : tr("A waiver is signed into the review: put the change under review first"));
}

void ChecksPage::showSql(SqlView *view, const QString &sql, int firstLine)
{
    if (!sql.isEmpty()) {
        view->setSql(sql, m_session.checked()->report.engine, firstLine);
        // As high as its lines, and one for the scroll bar.
        view->setMaximumHeight((int(sql.trimmed().count(u'\n')) + 3) * view->rowHeight());
    }
}

void ChecksPage::showStatement(int number)
{
    const rehearsal::StatementRun *run = nullptr;
    if (const auto checked = m_session.checked(); checked && number > 0) {
        const auto &runs = checked->report.rehearsal.statements;
        const auto found = std::ranges::find(runs, number, &rehearsal::StatementRun::index);
        run = found != runs.end() ? &*found : nullptr;
    }
    const bool known = run != nullptr && !run->sql.trimmed().isEmpty();
    m_statementHead->setVisible(known);
    m_statement->setVisible(known);
    if (known) {
        //: %1 is the number of a statement, %2 of a line of the script
        m_statementHead->setText(tr("Statement %1, line %2").arg(localText(number), localText(run->range.line)));
        showSql(m_statement, run->sql.trimmed(), run->range.line);
    }
}

QString ChecksPage::evidenceFor(const checks::Finding &finding) const
{
    QStringList lines;
    for (const checks::PreflightAnswer &answer : m_session.checked()->report.preflight) {
        if (answer.question.rule != finding.rule || answer.question.statement != finding.statement) {
            continue;
        }
        QString said = answer.answer == checks::Answer::Passes  ? tr("yes")
                       : answer.answer == checks::Answer::Fails ? tr("no")
                                                                : tr("unknown: %1").arg(answer.why.translated());
        if (answer.rows > 0) {
            const QString rows = localText(answer.rows);
            said += u", "_s + (answer.atLeast ? tr("at least %1 rows").arg(rows) : tr("%1 rows").arg(rows));
        }
        //: %1 is a question to production's data, %2 the answer
        lines << tr("Production was asked: %1 Answer: %2").arg(answer.question.question.translated(), said);
        if (!answer.keys.isEmpty()) {
            lines << tr("For example: %1").arg(answer.keys.join(u", "_s));
        }
    }
    return lines.join(u'\n');
}

void ChecksPage::openWaive()
{
    const checks::Finding *finding = m_model->finding(m_list->currentIndex().row());
    if (finding != nullptr && m_session.change() != nullptr) {
        auto *dialog = new WaiveDialog(m_console, m_session, *finding, window());
        dialog->open();
    }
}

void ChecksPage::copyAs(const QString &format)
{
    const auto checked = m_session.checked();
    if (!checked) {
        return;
    }
    const auto bytes = app::renderReport(checked->report, format);
    if (!bytes) {
        setFailed(bytes.error());
        return;
    }
    auto *copied = new QMimeData;
    copied->setText(QString::fromUtf8(*bytes));
    if (format == u"html") {
        copied->setHtml(QString::fromUtf8(*bytes));
    }
    QApplication::clipboard()->setMimeData(copied);
    emit m_console.announced(tr("The report was copied."), false);
}

int ChecksPage::attention() const
{
    const auto checked = m_session.checked();
    return !checked ? 0 : int(std::ranges::count_if(checked->report.findings, [](const checks::Finding &finding) {
        return !finding.waived && finding.severity != checks::Severity::Info;
    }));
}

QList<QWidget *> ChecksPage::panes() const
{
    return {m_list, m_go, m_statement, m_fix};
}

void ChecksPage::refresh()
{
    m_session.check();
}

void ChecksPage::activated()
{
    m_list->setFocus();
}

void ChecksPage::stepChange(int direction)
{
    const int row = m_list->currentIndex().row() + direction;
    if (row >= 0 && row < m_model->rowCount()) {
        m_list->setCurrentIndex(m_model->index(row, 0));
    }
}

} // namespace countersign::gui

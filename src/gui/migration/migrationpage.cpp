#include "gui/migration/migrationpage.h"

#include "base/show.h"
#include "gui/common/looks.h"
#include "gui/common/theme.h"
#include "gui/migration/statementmodel.h"
#include "gui/shell/changesession.h"
#include "gui/shell/console.h"
#include "gui/text/sqlview.h"

#include <QLocale>
#include <QScrollArea>
#include <QSplitter>
#include <QTabBar>

namespace countersign::gui {

using namespace Qt::StringLiterals;

MigrationPage::MigrationPage(Console &console, ChangeSession &session, QWidget *parent)
    : Page({u"migration"_s, tr("Migration"), u"code-context"_s}, parent), m_console(console), m_session(session),
      m_model(new StatementModel(this)), m_choice(new QComboBox(this)),
      m_rehearse(new QPushButton(icon(u"media-playback-start"_s, Token::AccentText), tr("Rehearse"), this)),
      m_side(new QTabBar(this)), m_status(new StatusLabel(this)), m_list(new QTreeView(this)),
      m_sql(new SqlView(console.jobs(), this)), m_card(new QWidget(this))
{
    build();
    buildCard();
    connectSession();
    updateMigrations();
}

void MigrationPage::build()
{
    named(m_choice, u"migrationChoice"_s, tr("Migration"));
    named(m_rehearse, u"rehearseButton"_s, tr("Rehearse the migration"));
    named(m_side, u"migrationSide"_s, tr("Direction"));
    named(m_status, u"migrationStatus"_s);
    named(m_list, u"migrationStatements"_s, tr("Statements"));
    named(m_sql, u"migrationSql"_s, tr("Text of the script"));
    m_choice->setMinimumWidth(260);
    m_rehearse->setDefault(true);
    m_rehearse->setToolTip(tr("Run it statement by statement on a scratch copy of production’s schema (F5)"));
    tools()->addWidget(m_choice);
    tools()->addWidget(m_rehearse);
    m_side->addTab(tr("Forward"));
    m_side->addTab(tr("Rollback"));
    m_side->setDrawBase(false);
    m_side->setExpanding(false);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(14, 0, 20, 4);
    row->addWidget(m_side);
    row->addStretch();
    row->addWidget(m_status);
    content()->addLayout(row);

    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->header()->setStretchLastSection(true);
    m_list->setColumnWidth(StatementModel::NumberColumn, 56);
    m_list->setColumnWidth(StatementModel::StatementColumn, 560);
    m_list->setColumnWidth(StatementModel::LockColumn, 190);
    m_list->setColumnWidth(StatementModel::RiskColumn, 150);

    auto *below = named(new QSplitter(Qt::Horizontal, this), u"migrationSplitterBelow"_s);
    below->addWidget(m_sql);
    below->addWidget(m_card);
    below->setSizes({860, 380});
    below->setStretchFactor(0, 1);
    auto *splitter = named(new QSplitter(Qt::Vertical, this), u"migrationSplitter"_s);
    splitter->addWidget(m_list);
    splitter->addWidget(below);
    splitter->setSizes({240, 520});
    splitter->setChildrenCollapsible(false);
    below->setChildrenCollapsible(false);
    content()->addWidget(splitter, 1);

    connect(m_rehearse, &QPushButton::clicked, &m_session, &ChangeSession::check);
    connect(this, &Page::primaryRequested, &m_session, &ChangeSession::check);
    connect(m_choice, &QComboBox::activated, &m_session, &ChangeSession::setCurrent);
    connect(m_side, &QTabBar::currentChanged, this, &MigrationPage::showSide);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &MigrationPage::showStatement);
    connect(m_sql, &CodePane::currentRowChanged, this, &MigrationPage::selectStatementAt);
    connect(m_sql, &CodePane::leaveRequested, m_list, qOverload<>(&QWidget::setFocus));
}

void MigrationPage::buildCard()
{
    m_card->setMinimumWidth(280);
    auto *inside = new QWidget(m_card);
    inside->setBackgroundRole(QPalette::Base);
    inside->setAutoFillBackground(true);
    m_cardTitle = plainLabel({}, inside, Token::Text, 1.15, true);
    m_cardOutcome = new StatusLabel(inside);
    m_cardFacts = wrappedLabel({}, inside, Token::Text);
    m_cardFindings = wrappedLabel({}, inside, Token::Text);
    m_cardFindings->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_cardFindings->setFocusPolicy(Qt::NoFocus);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    column->addWidget(m_cardTitle);
    column->addWidget(m_cardOutcome);
    column->addWidget(m_cardFacts);
    column->addWidget(m_cardFindings);
    column->addStretch();
    auto *scroll = named(new QScrollArea(m_card), u"statementCard"_s, tr("About the statement"));
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *around = new QHBoxLayout(m_card);
    around->setContentsMargins(0, 0, 0, 0);
    around->setSpacing(0);
    around->addWidget(new Hairline(Qt::Vertical, m_card));
    around->addWidget(scroll, 1);
}

void MigrationPage::connectSession()
{
    connect(&m_session, &ChangeSession::migrationsChanged, this, &MigrationPage::updateMigrations);
    connect(&m_session, &ChangeSession::currentChanged, this, &MigrationPage::showSide);
    connect(&m_session, &ChangeSession::migrationsFailed, this, &Page::setFailed);
    connect(&m_session, &ChangeSession::checking, this, [this] { setLoading(tr("Rehearsing…")); });
    connect(&m_session, &ChangeSession::checkedChanged, this, &MigrationPage::updateReport);
    connect(&m_session, &ChangeSession::checkFailed, this, &Page::setFailed);
    connect(&m_session, &ChangeSession::checkCancelled, this, &Page::setCancelled);
    connect(m_sql, &SqlView::settled, this, &Page::settled);
}

bool MigrationPage::forward() const
{
    return m_side->currentIndex() == 0;
}

void MigrationPage::updateMigrations()
{
    const auto set = m_session.migrations();
    m_choice->clear();
    if (!set || set->migrations.empty()) {
        const auto workspace = m_console.workspace();
        setEmpty(tr("No migration"),
                 workspace
                     ? tr("The workspace’s migration folder has no scripts. Add one, and it is shown here at once.")
                     : tr("Open a workspace first: it names the folder with the migrations."));
        return;
    }
    for (const migration::Migration &one : set->migrations) {
        m_choice->addItem(base::show(one.version.isEmpty() ? one.upPath : one.version + u"  "_s + one.description));
    }
    m_choice->setCurrentIndex(m_session.currentIndex());
    showSide();
}

void MigrationPage::showSide()
{
    const migration::Migration *one = m_session.current();
    if (one == nullptr) {
        return;
    }
    m_choice->setCurrentIndex(m_session.currentIndex());
    const auto workspace = m_console.workspace();
    const schema::EngineKind engine =
        workspace->environments.empty() ? schema::EngineKind::Sqlite : workspace->environments.front().url.engine;
    const QString text = forward() ? one->upSql : one->downSql;
    setSubtitle(base::show(forward() ? one->upPath : one->downPath.isEmpty() ? one->upPath : one->downPath));
    m_sql->setSql(text, engine);
    if (!forward() && !one->hasDown) {
        m_sql->setSql(u"-- "_s + tr("The author gave no way back.") + u'\n', engine);
    }
    auto statements = sql::splitStatements(text, sql::dialectOf(engine), forward() ? one->upPath : one->downPath);
    if (!statements) {
        m_model->setStatements({});
        setFailed(statements.error());
        return;
    }
    m_model->setStatements(std::move(*statements));
    setReady();
    updateReport();
}

void MigrationPage::updateReport()
{
    if (state() == PageState::Empty) {
        return;
    }
    const auto checked = forward() ? m_session.checked() : nullptr;
    m_model->setReport(checked, m_session.reportIsCurrent());
    std::vector<RowSign> signs;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const int line = m_model->statements()[std::size_t(row)].range.line - 1;
        if (const auto severity = m_model->worst(row)) {
            const Look look = lookOf(*severity);
            signs.push_back({line, look.glyph, look.token, look.word});
        } else if (const rehearsal::StatementRun *run = m_model->run(row)) {
            const Look look = lookOf(run->outcome);
            signs.push_back({line, look.glyph, look.token, look.word});
        }
    }
    m_sql->setSigns(std::move(signs));
    updateStatus();
    if (!m_list->currentIndex().isValid()) {
        m_list->setCurrentIndex(m_model->index(0, 0));
    }
    showStatement();
    setReady();
    if (m_session.checked() && !m_session.reportIsCurrent()) {
        setStale(tr("The file changed after the rehearsal. What is shown about statements is gone until it is "
                    "rehearsed again."));
    }
}

void MigrationPage::updateStatus()
{
    const auto checked = m_session.checked();
    const migration::Migration *one = m_session.current();
    if (!forward()) {
        if (one != nullptr && !one->hasDown) {
            m_status->setStatus(Glyph::Cross, Token::High, tr("No way back given"));
        } else if (!checked || !m_session.reportIsCurrent() || !checked->report.reversibility) {
            m_status->setStatus(Glyph::Ring, Token::Unknown, tr("Way back not rehearsed"));
        } else if (checked->report.reversibility->restoresBase) {
            m_status->setStatus(Glyph::Check, Token::Met, tr("Rehearsed: restores the schema of production"));
        } else {
            m_status->setStatus(Glyph::Cross, Token::Critical,
                                tr("Rehearsed: does not restore the schema of production"));
        }
        return;
    }
    if (!checked) {
        m_status->setStatus(Glyph::Ring, Token::Unknown, tr("Not rehearsed"));
    } else if (!m_session.reportIsCurrent()) {
        m_status->setStatus(Glyph::High, Token::High, tr("Rehearsal is older than the SQL"));
    } else {
        const rehearsal::Rehearsal &run = checked->report.rehearsal;
        std::chrono::microseconds total{};
        for (const rehearsal::StatementRun &statement : run.statements) {
            total += statement.duration;
        }
        const QString when = QLocale().toString(m_session.checkedAt().time(), QLocale::ShortFormat);
        if (run.complete) {
            //: %1 time of day, %2 duration
            m_status->setStatus(Glyph::Check, Token::Met,
                                tr("Rehearsed at %1, took %2").arg(when, durationText(total)));
        } else {
            //: %1 time of day, %2 number of the statement
            m_status->setStatus(Glyph::Cross, Token::Critical,
                                tr("Rehearsal at %1 stopped at statement %2").arg(when).arg(run.failedStatement()));
        }
    }
}

void MigrationPage::showStatement()
{
    const int row = m_list->currentIndex().row();
    if (row < 0 || row >= m_model->rowCount()) {
        m_cardTitle->clear();
        m_cardFacts->clear();
        m_cardFindings->clear();
        m_cardOutcome->setStatus(Glyph::None, Token::Text, {});
        return;
    }
    const sql::Statement &statement = m_model->statements()[std::size_t(row)];
    m_sql->setCurrentRows(statement.range.line - 1, statement.range.endLine - 1);
    if (!m_syncing && !m_sql->hasFocus()) {
        m_sql->scrollToRow(statement.range.line - 1);
    }
    m_cardTitle->setText(tr("Statement %1").arg(row + 1));
    const rehearsal::StatementRun *run = m_model->run(row);
    QStringList facts;
    if (run == nullptr) {
        m_cardOutcome->setStatus(Glyph::Ring, Token::Unknown, tr("Not rehearsed"));
        facts << (forward() ? tr("Rehearse the migration to see its locks, effects and findings.")
                            : tr("The way back is rehearsed as a whole, from every half-applied state."));
    } else {
        const Look look = lookOf(run->outcome);
        m_cardOutcome->setStatus(
            look.glyph, look.token,
            run->outcome == rehearsal::Outcome::Ok ? tr("Ran in %1").arg(durationText(run->duration)) : look.word);
        if (run->error) {
            facts << run->error->text();
        }
        if (!run->refusal.isEmpty()) {
            facts << run->refusal;
        }
        for (const diff::Difference &effect : run->effects) {
            facts << tr("Effect: %1 %2").arg(diff::nameOf(effect.change), effect.id.path());
        }
        for (const rehearsal::Lock &lock : run->locks) {
            //: %1 lock mode, %2 table
            facts << tr("Lock: %1 on %2").arg(lock.mode, lock.object) + (lock.blocksReads
                                                                             ? tr(", blocks reads and writes")
                                                                         : lock.blocksWrites ? tr(", blocks writes")
                                                                                             : QString());
        }
        for (const QString &notice : run->notices) {
            facts << tr("Server: “%1”").arg(notice);
        }
    }
    m_cardFacts->setText(base::show(facts.join(u'\n'), true));
    QStringList findings;
    for (const checks::Finding *finding : m_model->findings(row)) {
        findings << lookOf(finding->severity).word + u" · "_s + finding->rule + u'\n' + finding->message +
                        (finding->advice.isEmpty() ? QString() : u'\n' + finding->advice);
    }
    m_cardFindings->setText(base::show(findings.join(u"\n\n"_s), true));
    m_cardFindings->setVisible(!findings.isEmpty());
}

void MigrationPage::selectStatementAt(int line)
{
    for (std::size_t row = 0; row < m_model->statements().size(); ++row) {
        const base::TextRange &range = m_model->statements()[row].whole;
        if (line + 1 >= range.line && line + 1 <= range.endLine) {
            m_syncing = true;
            m_list->setCurrentIndex(m_model->index(int(row), 0));
            m_syncing = false;
            return;
        }
    }
}

void MigrationPage::refresh()
{
    m_session.check();
}

void MigrationPage::activated()
{
    m_list->setFocus();
}

void MigrationPage::stepChange(int direction)
{
    const int row = m_list->currentIndex().row() + direction;
    if (row >= 0 && row < m_model->rowCount()) {
        m_list->setCurrentIndex(m_model->index(row, 0));
    }
}

QList<QWidget *> MigrationPage::panes() const
{
    return {m_list, m_sql};
}

} // namespace countersign::gui

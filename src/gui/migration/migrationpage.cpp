#include "gui/migration/migrationpage.h"

#include "base/show.h"
#include "gui/common/adaptivesplitter.h"
#include "gui/common/columns.h"
#include "gui/common/factlist.h"
#include "gui/common/localtext.h"
#include "gui/common/looks.h"
#include "gui/common/theme.h"
#include "gui/migration/statementmodel.h"
#include "gui/shell/changesession.h"
#include "gui/shell/console.h"
#include "gui/text/diffview.h"
#include "gui/text/sqlview.h"

#include <QLocale>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>

namespace countersign::gui {

using namespace Qt::StringLiterals;

MigrationPage::MigrationPage(Console &console, ChangeSession &session, QWidget *parent)
    : Page({u"migration"_s, tr("Migration"), u"code-context"_s}, parent), m_console(console), m_session(session),
      m_model(new StatementModel(this)), m_choice(new QComboBox(this)),
      m_rehearse(new QPushButton(icon(u"media-playback-start"_s, Token::AccentText), tr("Rehearse"), this)),
      m_side(new QTabBar(this)), m_status(new StatusLabel(this)), m_statusText(new ElidedLabel(this)),
      m_list(new QTreeView(this)), m_sql(new SqlView(console.jobs(), this)), m_backSide(new QWidget(this)),
      m_backTitle(plainLabel(QString(), m_backSide, Token::TextMuted, 1.0, true)),
      m_back(new SqlView(console.jobs(), m_backSide)), m_card(new QWidget(this))
{
    build();
    buildCard();
    setMinimumWidth(leastPageWidth);
    connectSession();
    updateMigrations();
}

void MigrationPage::build()
{
    named(m_choice, u"migrationChoice"_s, tr("Migration"));
    named(m_rehearse, u"rehearseButton"_s, tr("Rehearse the migration"));
    m_choice->setMinimumWidth(200);
    m_choice->setMaximumWidth(420);
    m_rehearse->setDefault(true);
    m_rehearse->setToolTip(tr("Run it statement by statement on a scratch copy of production’s schema (F5)"));
    tools()->addWidget(m_choice);
    tools()->addWidget(m_rehearse);
    buildBar();

    named(m_list, u"migrationStatements"_s, tr("Statements"));
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    alignWithPage(m_list);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setColumnWidth(StatementModel::NumberColumn, 76);
    m_list->setColumnWidth(StatementModel::StatementColumn, 300);
    m_list->setColumnWidth(StatementModel::LockColumn, 178);
    m_list->setColumnWidth(StatementModel::RiskColumn, 140);
    m_list->setColumnWidth(StatementModel::SizeColumn, 138);
    m_list->setColumnWidth(StatementModel::RehearsalColumn, 130);
    m_list->setColumnWidth(StatementModel::CommentsColumn, 56);
    new ColumnSharer(m_list, {0, 70, 18, 0, 12, 0, 0});
    buildBelow();

    connect(m_rehearse, &QPushButton::clicked, &m_session, &ChangeSession::check);
    connect(this, &Page::primaryRequested, &m_session, &ChangeSession::check);
    connect(m_choice, &QComboBox::activated, &m_session, &ChangeSession::setCurrent);
    connect(m_side, &QTabBar::currentChanged, this, &MigrationPage::showSide);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &MigrationPage::showStatement);
    connect(m_list, &QTreeView::activated, m_sql, qOverload<>(&QWidget::setFocus));
    connect(m_model, &StatementModel::seenChanged, this, [this] {
        updateSeen();
        saveSeen();
        rememberTick();
    });
    connect(m_sql, &SqlView::currentLineChanged, this, &MigrationPage::selectStatementAt);
    connect(m_sql, &SqlView::pageShown, this, &MigrationPage::updateSigns);
    connect(m_sql, &CodePane::leaveRequested, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_sql, &CodePane::commentRequested, this, [this] {
        Place place = m_console.place();
        place.line = m_sql->currentText().trimmed();
        m_console.setPlace(place);
        emit m_console.commentRequested();
    });
}

void MigrationPage::buildBar()
{
    named(m_side, u"migrationSide"_s, tr("Direction"));
    named(m_status, u"migrationStatus"_s);
    m_side->addTab(tr("Forward"));
    m_side->addTab(tr("Rollback"));
    m_side->addTab(tr("Against generated"));
    m_side->setDrawBase(false);
    m_side->setExpanding(false);
    m_seen = named(plainLabel({}, this, Token::TextMuted), u"migrationSeen"_s);
    m_hidden = named(new StatusLabel(this), u"migrationHidden"_s);
    QAbstractButton *previous =
        named(toolButton(u"go-up"_s, tr("Previous finding"), tr("Previous statement with a finding"), this),
              u"previousFindingButton"_s);
    QAbstractButton *next =
        named(toolButton(u"go-down"_s, tr("Next finding"), tr("Next statement with a finding"), this),
              u"nextFindingButton"_s);
    m_whiteSpace = named(toolButton(u"view-visible"_s, tr("Show white space"), tr("Show spaces and tabs"), this),
                         u"whiteSpaceButton"_s);
    m_beside = named(
        toolButton(u"view-split-left-right"_s, tr("Rollback beside"), tr("Show the way back beside the script"), this),
        u"rollbackBesideButton"_s);
    m_whiteSpace->setCheckable(true);
    m_beside->setCheckable(true);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(7, 0, 12, 4);
    row->setSpacing(spacing::normal);
    row->addWidget(m_side);
    row->addSpacing(spacing::wide);
    row->addWidget(m_hidden);
    row->addWidget(m_status);
    m_statusText->setElideMode(Qt::ElideRight);
    row->addWidget(named(m_statusText, u"migrationStatusText"_s), 1);
    row->addWidget(m_seen);
    for (QAbstractButton *button : {previous, next, m_whiteSpace, m_beside}) {
        row->addWidget(button);
    }
    content()->addLayout(row);
    connect(previous, &QAbstractButton::clicked, this, [this] { stepFinding(-1); });
    connect(next, &QAbstractButton::clicked, this, [this] { stepFinding(1); });
    connect(m_whiteSpace, &QAbstractButton::toggled, m_sql, &CodePane::setWhiteSpaceShown);
    connect(m_whiteSpace, &QAbstractButton::toggled, m_back, &CodePane::setWhiteSpaceShown);
    connect(m_beside, &QAbstractButton::toggled, this, [this](bool beside) {
        m_backSide->setVisible(beside && forward());
        fitBelow();
        showWayBack();
    });
}

void MigrationPage::buildBelow()
{
    named(m_sql, u"migrationSql"_s, tr("Text of the script"));
    named(m_back, u"rollbackSql"_s, tr("Text of the way back"));
    m_sql->setCommentable(true);
    auto *back = new QVBoxLayout(m_backSide);
    back->setContentsMargins(0, 0, 0, 0);
    back->setSpacing(0);
    m_backTitle->setContentsMargins(12, 5, 12, 5);
    back->addWidget(m_backTitle);
    back->addWidget(new Hairline(Qt::Horizontal, m_backSide));
    back->addWidget(m_back, 1);
    m_backSide->hide();
    m_below = named(new QSplitter(Qt::Horizontal, this), u"migrationSplitterBelow"_s);
    m_below->addWidget(m_sql);
    m_below->addWidget(m_backSide);
    m_below->addWidget(m_card);
    m_below->setSizes({760, 420, 340});
    m_below->setStretchFactor(0, 1);
    m_below->setChildrenCollapsible(false);
    constexpr int besideFrom = 1900;
    m_splitter = named(new AdaptiveSplitter(besideFrom, this), u"migrationSplitter"_s);
    m_splitter->setListWidth(1060);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_below);
    m_generated = new DiffView(m_console.jobs(), this, u"generated"_s);
    m_generated->setObjectName(u"generatedDiff"_s);
    m_notCompared = new EmptyState(u"vcs-diff"_s, this);
    m_notCompared->button()->setObjectName(u"generatedCompare"_s);
    connect(m_notCompared, &EmptyState::actionRequested, this, [this] {
        const auto workspace = m_console.workspace();
        if (workspace && workspace->production() != nullptr && workspace->staging() != nullptr) {
            m_console.compare(workspace->production()->name, workspace->staging()->name, m_console.compareOptions());
        } else {
            emit m_console.pageRequested(u"compare"_s);
        }
    });
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_generated);
    m_stack->addWidget(m_notCompared);
    content()->addWidget(m_stack, 1);
}

/// Three panes side by side need room: where there is little, the two scripts have it.
void MigrationPage::fitBelow()
{
    constexpr int threeFrom = 840;
    const bool beside = !m_backSide->isHidden();
    m_card->setVisible(!beside || width() >= threeFrom);
    const bool turned = beside != m_besideShown;
    m_besideShown = beside;
    if (turned && beside) {
        const int scripts = std::max(2, m_below->width() - (m_card->isHidden() ? 0 : m_card->width()));
        m_below->setSizes({scripts / 2, scripts / 2, m_card->width()});
    }
}

void MigrationPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fitBelow();
}

void MigrationPage::buildCard()
{
    m_card->setMinimumWidth(280);
    auto *inside = new QWidget(m_card);
    inside->setBackgroundRole(QPalette::Base);
    inside->setAutoFillBackground(true);
    m_cardTitle = plainLabel({}, inside, Token::Text, 1.15, true);
    m_cardOutcome = new StatusLabel(inside);
    m_cardFacts = named(new FactList(inside), u"statementFacts"_s);
    m_cardFindings = named(new FactList(inside), u"statementFindings"_s);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    column->addWidget(m_cardTitle);
    column->addWidget(m_cardOutcome);
    column->addWidget(m_cardFacts);
    m_cardShow = named(new QPushButton(icon(u"vcs-diff"_s), tr("Show the difference"), inside), u"cardShowDifference"_s,
                       tr("Show the object of this statement on the Compare page"));
    m_cardShow->setAutoDefault(false);
    column->addWidget(m_cardFindings);
    column->addWidget(m_cardShow, 0, Qt::AlignLeft);
    column->addStretch();
    connect(m_cardShow, &QPushButton::clicked, this, [this] {
        const rehearsal::StatementRun *run = m_model->run(m_list->currentIndex().row());
        if (run != nullptr && !run->effects.empty()) {
            emit m_console.objectRequested(run->effects.front().id);
        }
    });
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
    connect(&m_session, &ChangeSession::reviewsChanged, this, &MigrationPage::updateComments);
    connect(&m_console, &Console::comparisonChanged, this, [this] {
        if (side() == Side::Generated) {
            showGenerated();
        }
    });
    connect(&m_console, &Console::statementRequested, this, [this](int statement) {
        m_side->setCurrentIndex(0);
        const QModelIndex at = m_model->index(std::max(1, statement) - 1, 0);
        m_list->setCurrentIndex(at);
        m_list->scrollTo(at);
    });
    connect(m_sql, &SqlView::settled, this, &Page::settled);
}

MigrationPage::Side MigrationPage::side() const
{
    return Side(m_side->currentIndex());
}

schema::EngineKind MigrationPage::engine() const
{
    const auto workspace = m_console.workspace();
    return !workspace || workspace->environments.empty() ? schema::EngineKind::Sqlite
                                                         : workspace->environments.front().url.engine;
}

std::shared_ptr<const ReadScript> MigrationPage::currentScript() const
{
    const std::shared_ptr<const ReadMigration> scripts = m_session.scripts();
    if (!scripts || (!forward() && !scripts->down)) {
        return {};
    }
    return {scripts, forward() ? &scripts->up : &*scripts->down};
}

QString MigrationPage::path() const
{
    const migration::Migration *one = m_session.current();
    if (one == nullptr) {
        return {};
    }
    return side() == Side::Rollback && !one->downPath.isEmpty() ? one->downPath : one->upPath;
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
    setSubtitle(base::show(path()));
    m_backSide->setVisible(m_beside->isChecked() && forward());
    fitBelow();
    m_beside->setVisible(forward());
    if (side() == Side::Generated) {
        setReady();
        updateStatus();
        updateSeen();
        showGenerated();
        return;
    }
    m_stack->setCurrentIndex(0);
    const std::shared_ptr<const ReadScript> script = currentScript();
    m_sql->setReference(path());
    m_sql->setSql(script ? script->sql : u"-- "_s + tr("The author gave no way back.") + u'\n', engine(), 1,
                  script ? script->starts : std::vector<int>{});
    m_model->setScript(script);
    if (script && script->error) {
        setFailed(*script->error);
        return;
    }
    loadSeen();
    m_splitter->setListHeight(tableHeight(m_model->rowCount()));
    updateComments();
    showWayBack();
    setReady();
    updateReport();
}

void MigrationPage::updateReport()
{
    if (state() == PageState::Empty) {
        return;
    }
    const auto checked = forward() ? m_session.checked() : nullptr;
    int row = std::max(0, m_list->currentIndex().row());
    if (checked && checked != m_shownReport && m_session.reportIsCurrent() &&
        checked->report.rehearsal.failedStatement() > 0) {
        // A new report that failed is opened where it failed.
        row = checked->report.rehearsal.failedStatement() - 1;
    }
    m_shownReport = checked;
    m_model->setReport(checked, m_session.reportIsCurrent());
    updateSigns();
    updateStatus();
    updateSeen();
    m_list->setCurrentIndex(m_model->index(std::min(row, m_model->rowCount() - 1), 0));
    m_list->scrollTo(m_list->currentIndex());
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
    if (side() == Side::Rollback) {
        if (one != nullptr && !one->hasDown) {
            say(Glyph::Cross, Token::High, tr("No way back given"));
        } else if (!checked || !m_session.reportIsCurrent() || !checked->report.reversibility) {
            say(Glyph::Ring, Token::Unknown, tr("Way back not rehearsed"));
        } else if (checked->report.reversibility->restoresBase) {
            say(Glyph::Check, Token::Met, tr("Rehearsed: restores the schema of production"));
        } else {
            say(Glyph::Cross, Token::Critical, tr("Rehearsed: does not restore the schema of production"));
        }
        return;
    }
    if (!checked) {
        say(Glyph::Ring, Token::Unknown, tr("Not rehearsed"));
    } else if (!m_session.reportIsCurrent()) {
        say(Glyph::High, Token::High, tr("Rehearsal is older than the SQL"));
    } else {
        const rehearsal::Rehearsal &run = checked->report.rehearsal;
        std::chrono::microseconds total{};
        for (const rehearsal::StatementRun &statement : run.statements) {
            total += statement.duration;
        }
        const QString when = localText(m_session.checkedAt().time(), QLocale::ShortFormat);
        if (run.complete) {
            //: %1 time of day, %2 duration
            say(Glyph::Check, Token::Met, tr("Rehearsed at %1, took %2").arg(when, durationText(total)));
        } else {
            //: %1 time of day, %2 number of the statement
            say(Glyph::Cross, Token::Critical,
                tr("Rehearsal at %1 stopped at statement %2").arg(when).arg(run.failedStatement()));
        }
    }
}

void MigrationPage::say(Glyph glyph, Token token, const QString &text)
{
    m_status->setStatus(glyph, token, {});
    m_status->setAccessibleName(text);
    m_statusText->setToken(token);
    m_statusText->setText(text);
}

void MigrationPage::showStatement()
{
    constexpr int mostOfLine = 500; ///< of a statement, as a comment quotes it
    const int row = m_list->currentIndex().row();
    if (row < 0 || row >= m_model->rowCount()) {
        m_cardTitle->clear();
        m_cardFacts->setFacts({});
        m_cardFindings->setFacts({});
        m_cardOutcome->setStatus(Glyph::None, Token::Text, {});
        return;
    }
    const sql::Statement &statement = m_model->statements()[std::size_t(row)];
    m_sql->setCurrentLines(statement.range.line - 1, statement.range.endLine - 1);
    if (!m_syncing && !m_sql->hasFocus()) {
        m_sql->showLine(statement.range.line - 1);
    }
    m_cardTitle->setText(tr("Statement %1").arg(row + 1));
    if (isVisible()) {
        m_console.setPlace({.object = {},
                            .file = path(),
                            .statement = row + 1,

                            .line = statement.text.left(mostOfLine).section(u'\n', 0, 0).trimmed()});
    }
    const rehearsal::StatementRun *run = m_model->run(row);
    m_cardShow->setVisible(run != nullptr && !run->effects.empty());
    showWayBack();
    if (run == nullptr) {
        m_cardOutcome->setStatus(Glyph::Ring, Token::Unknown, tr("Not rehearsed"));
    } else {
        const Look look = lookOf(run->outcome);
        m_cardOutcome->setStatus(
            look.glyph, look.token,
            run->outcome == rehearsal::Outcome::Ok ? tr("Ran in %1").arg(durationText(run->duration)) : look.word);
    }
    m_cardFacts->setFacts(factsOf(row));
    std::vector<Fact> findings;
    for (const checks::Finding *finding : m_model->findings(row)) {
        const Look look = lookOf(finding->severity);
        findings.push_back({look.word, finding->rule, look.token});
        findings.push_back(
            {u" "_s, finding->message.translated() +
                         (finding->advice.isEmpty() ? QString() : u'\n' + finding->advice.translated())});
    }
    m_cardFindings->setFacts(findings);
    m_cardFindings->setVisible(!findings.empty());
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
    showStatement();
}

void MigrationPage::stepChange(int direction)
{
    if (side() == Side::Generated) {
        m_generated->stepChange(direction);
        return;
    }
    const int row = m_list->currentIndex().row() + direction;
    if (row >= 0 && row < m_model->rowCount()) {
        m_list->setCurrentIndex(m_model->index(row, 0));
    }
}

QList<QWidget *> MigrationPage::panes() const
{
    return {m_list, m_sql, m_back, m_generated->leftPane(), m_generated->rightPane()};
}

} // namespace countersign::gui

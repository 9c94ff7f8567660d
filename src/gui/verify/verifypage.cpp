#include "gui/verify/verifypage.h"

#include "base/show.h"
#include "gui/common/environmentlook.h"
#include "gui/common/theme.h"
#include "gui/common/twolinedelegate.h"
#include "gui/compare/compareindex.h"
#include "gui/compare/propertywords.h"
#include "gui/review/reviewmodels.h"
#include "gui/shell/changesession.h"
#include "gui/shell/console.h"
#include "gui/text/sqlview.h"
#include "gui/verify/evidencewords.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QListView>
#include <QScrollArea>
#include <QSplitter>
#include <QTabBar>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

const auto everyProduction = u"*production"_s;

/// As the engine's own client reads it: bodies with semicolons need another delimiter there on the MySQL family.
QString joined(const rehearsal::Route &route, schema::EngineKind engine)
{
    QString text;
    for (const QString &statement : route.statements) {
        const bool body = schema::isMySqlFamily(engine) && statement.contains(u';');
        text += body ? u"DELIMITER //\n%1\n//\nDELIMITER ;\n\n"_s.arg(statement.trimmed())
                     : statement.trimmed() + u";\n\n"_s;
    }
    return text.trimmed() + (text.isEmpty() ? QString() : u"\n"_s);
}

QString firstLine(const QString &sql)
{
    return sql.simplified();
}

} // namespace

Look lookOf(rehearsal::StatementState state)
{
    switch (state) {
    case rehearsal::StatementState::Applied:
        return {Glyph::Check, Token::Met, VerifyPage::tr("Took effect")};
    case rehearsal::StatementState::NotApplied:
        return {Glyph::Ring, Token::Medium, VerifyPage::tr("Not applied")};
    case rehearsal::StatementState::Partly:
        return {Glyph::Half, Token::High, VerifyPage::tr("Partly")};
    case rehearsal::StatementState::Unknown:
        return {Glyph::Question, Token::Unknown, VerifyPage::tr("Cannot tell")};
    }
    Q_UNREACHABLE_RETURN({});
}

Look lookOf(rehearsal::TargetState state)
{
    switch (state) {
    case rehearsal::TargetState::Applied:
        return {Glyph::Check, Token::Met, VerifyPage::tr("Applied")};
    case rehearsal::TargetState::NotApplied:
        return {Glyph::Ring, Token::Medium, VerifyPage::tr("Not applied")};
    case rehearsal::TargetState::HalfApplied:
        return {Glyph::Half, Token::Critical, VerifyPage::tr("Half applied")};
    case rehearsal::TargetState::Drifted:
        return {Glyph::Changed, Token::High, VerifyPage::tr("Differs")};
    case rehearsal::TargetState::Ambiguous:
        return {Glyph::Question, Token::Unknown, VerifyPage::tr("Ambiguous")};
    }
    Q_UNREACHABLE_RETURN({});
}

namespace {

constexpr int mostOfEvidence = 150; ///< pixels; what is longer is scrolled

} // namespace

VerifyPage::VerifyPage(Console &console, ChangeSession &session, QWidget *parent)
    : Page({u"verify"_s, tr("Verify"), u"verify"_s}, parent), m_console(console), m_session(session),
      m_targetRows(new TwoLineModel(this)), m_statementRows(new TwoLineModel(this))
{
    m_run = named(new QPushButton(icon(u"verify"_s, Token::AccentText), tr("Verify"), this), u"verifyButton"_s,
                  tr("Read the target and judge every statement"));
    m_run->setDefault(true);
    m_run->setToolTip(tr("Read the target in a read-only session and judge every statement (F5)"));
    tools()->addWidget(m_run);
    buildChoices();
    buildResults();
    connect(m_run, &QPushButton::clicked, this, &VerifyPage::verify);
    connect(this, &Page::primaryRequested, this, &VerifyPage::verify);
    connect(&m_console, &Console::workspaceChanged, this, &VerifyPage::adoptWorkspace);
    connect(&m_session, &ChangeSession::migrationsChanged, this, &VerifyPage::adoptMigrations);
    adoptWorkspace();
}

void VerifyPage::buildChoices()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(20, 0, 20, 10);
    row->setSpacing(spacing::normal);
    const auto choice = [&](const QString &name, const QString &text, int width) {
        auto *box = named(new QComboBox(this), name, text);
        box->setMinimumWidth(width);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        QLabel *label = plainLabel(text, this, Token::TextMuted);
        label->setBuddy(box);
        auto *column = new QVBoxLayout;
        column->setSpacing(2);
        column->addWidget(label);
        column->addWidget(box);
        row->addLayout(column, 1);
        return box;
    };
    m_target = choice(u"verifyTarget"_s, tr("Target"), 130);
    m_migration = choice(u"verifyMigration"_s, tr("Migration"), 180);
    m_expected = choice(u"verifyExpected"_s, tr("Should then be like"), 130);
    m_base = choice(u"verifyBase"_s, tr("Was before like"), 150);
    m_base->setToolTip(tr("The schema before the migration. Countersign finds it from the earlier migrations or from "
                          "the migration’s own way back; name it when neither leads there."));
    content()->addLayout(row);
}

void VerifyPage::buildResults()
{
    auto *head = new Card({}, this);
    m_verdict = named(new StatusLabel(head), u"verifyVerdict"_s);
    m_verdict->setFont(interfaceFont(1.35, true));
    m_facts = wrappedLabel({}, head);
    m_facts->setObjectName(u"verifyFacts"_s);
    head->body()->addWidget(m_verdict);
    head->body()->addWidget(m_facts);
    auto *splitter = named(new QSplitter(Qt::Horizontal, this), u"verifySplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(spacing::normal);
    buildTargets(splitter);
    buildStatements(splitter);
    buildRoutes(splitter);
    splitter->setSizes({200, 480, 480});
    auto *column = new QVBoxLayout;
    column->setContentsMargins(20, 4, 20, 20);
    column->setSpacing(spacing::wide);
    column->addWidget(head);
    column->addWidget(splitter, 1);
    content()->addLayout(column, 1);
}

void VerifyPage::buildTargets(QSplitter *splitter)
{
    auto *card = new Card(tr("Targets"), splitter);
    m_targetCard = card;
    m_targetList = named(new QListView(card), u"verifyTargets"_s, tr("Targets"));
    m_targetList->setModel(m_targetRows);
    m_targetList->setItemDelegate(new TwoLineDelegate(m_targetList));
    m_targetList->setFrameShape(QFrame::NoFrame);
    card->body()->addWidget(m_targetList);
    splitter->addWidget(card);
    connect(m_targetList->selectionModel(), &QItemSelectionModel::currentChanged, this, &VerifyPage::showTarget);
}

void VerifyPage::buildStatements(QSplitter *splitter)
{
    m_statementCard = new Card(tr("Statements"), splitter);
    m_statementList = named(new FittedList(m_statementCard), u"verifyStatements"_s, tr("Statements"));
    m_statementList->setModel(m_statementRows);
    m_statementList->setItemDelegate(new TwoLineDelegate(m_statementList));
    m_statementCard->body()->addWidget(m_statementList, 1);
    m_statementCard->body()->addWidget(
        plainLabel(tr("What was looked at, and found"), m_statementCard, Token::TextMuted, 1.0, true));
    auto *inside = new QWidget(m_statementCard);
    m_evidenceText = wrappedLabel({}, inside, Token::Text);
    m_evidenceText->setObjectName(u"verifyEvidence"_s);
    m_evidenceText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_evidenceText->setFocusPolicy(Qt::NoFocus);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(4, 0, 4, 0);
    column->addWidget(m_evidenceText);
    column->addStretch();
    inside->setBackgroundRole(QPalette::Base);
    inside->setAutoFillBackground(true);
    auto *scroll = named(new QScrollArea(m_statementCard), u"verifyEvidenceArea"_s, tr("Evidence"));
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setMinimumHeight(72);
    scroll->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    scroll->setMaximumHeight(mostOfEvidence);
    m_statementCard->body()->addWidget(scroll);
    m_statementCard->body()->addStretch();
    splitter->addWidget(m_statementCard);
    connect(m_statementList->selectionModel(), &QItemSelectionModel::currentChanged, this, &VerifyPage::showEvidence);
}

void VerifyPage::buildRoutes(QSplitter *splitter)
{
    auto *card = new Card(tr("Safe next steps"), splitter);
    m_routes = named(new QTabBar(card), u"verifyRoutes"_s, tr("Finish or go back"));
    m_routes->addTab(tr("Finish it"));
    m_routes->addTab(tr("Go back"));
    m_routes->setDrawBase(false);
    m_routes->setExpanding(false);
    m_routeStatus = named(new StatusLabel(card), u"verifyRouteStatus"_s);
    m_routeNote = wrappedLabel({}, card, Token::Text);
    m_sql = named(new SqlView(m_console.jobs(), card), u"verifySql"_s, tr("SQL of this way"));
    m_copy = named(new QPushButton(icon(u"edit-copy"_s), tr("Copy SQL"), card), u"verifyCopy"_s, tr("Copy the SQL"));
    m_save = named(new QPushButton(icon(u"document-save"_s), tr("Save SQL…"), card), u"verifySave"_s,
                   tr("Save the SQL to a file"));
    m_copy->setAutoDefault(false);
    m_save->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::normal);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_save);
    buttons->addStretch();
    card->body()->addWidget(m_routes);
    card->body()->addWidget(m_routeStatus);
    card->body()->addWidget(m_routeNote);
    m_routeLoss = named(new StatusLabel(card), u"verifyRouteLoss"_s);
    m_routeLoss->setStatus(Glyph::Critical, Token::Critical, tr("Loses data"));
    m_routeLost = wrappedLabel({}, card, Token::Critical);
    m_routeLoss->hide();
    m_routeLost->hide();
    card->body()->addWidget(m_routeLoss);
    card->body()->addWidget(m_routeLost);
    card->body()->addWidget(m_sql, 1);
    card->body()->addLayout(buttons);
    splitter->addWidget(card);
    connect(m_routes, &QTabBar::currentChanged, this, &VerifyPage::showRoute);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        if (const rehearsal::Route *one = route()) {
            QApplication::clipboard()->setText(joined(*one, m_engine));
            emit m_console.announced(tr("SQL copied"), false);
        }
    });
    connect(m_save, &QPushButton::clicked, this, &VerifyPage::saveRoute);
}

void VerifyPage::adoptWorkspace()
{
    const auto workspace = m_console.workspace();
    const bool same = workspace && workspace->folder == m_folder;
    const QString target = same ? m_target->currentData().toString() : QString();
    const QString expected = same ? m_expected->currentData().toString() : QString();
    const QString base = same ? m_base->currentData().toString() : QString();
    m_folder = workspace ? workspace->folder : QString();
    for (QComboBox *box : {m_target, m_expected, m_base}) {
        box->clear();
    }
    m_run->setEnabled(workspace != nullptr);
    if (!workspace || workspace->environments.empty()) {
        m_outcome.reset();
        setEmpty(tr("Nothing to verify"), tr("Open a workspace with environments first."));
        return;
    }
    int productions = 0;
    m_base->addItem(tr("Find it"), QString());
    for (const app::Environment &environment : workspace->environments) {
        productions += environment.environmentClass == app::EnvironmentClass::Production ? 1 : 0;
        const QIcon mark = iconOf(environment.environmentClass);
        for (QComboBox *box : {m_target, m_expected, m_base}) {
            box->addItem(mark, base::show(environment.name), environment.name);
        }
    }
    if (productions > 1) {
        m_target->addItem(tr("Every production"), everyProduction);
    }
    if (!workspace->migrations.isEmpty()) {
        m_expected->addItem(tr("All migrations"), workspace->migrations);
    }
    const auto select = [](QComboBox *box, const QString &value) {
        const int at = box->findData(value);
        box->setCurrentIndex(std::max(0, at));
    };
    const app::Environment *production = workspace->production();
    const app::Environment *staging = workspace->staging();
    select(m_target, same ? target : production != nullptr ? production->name : QString());
    select(m_expected, same ? expected : staging != nullptr ? staging->name : workspace->migrations);
    select(m_base, base);
    adoptMigrations();
    if (!same) {
        m_outcome.reset();
        setEmpty(tr("Not verified yet"),
                 tr("Countersign reads the target’s catalog in a read-only session and says of every statement of the "
                    "migration whether it took effect, with the evidence; then it writes the SQL that finishes the "
                    "migration or goes back, rehearsed from that very state."),
                 tr("Verify production"));
    }
}

void VerifyPage::adoptMigrations()
{
    const QVariant before = m_migration->currentData();
    m_migration->clear();
    m_migration->addItem(tr("None: only compare"), QString());
    const auto workspace = m_console.workspace();
    const auto set = m_session.migrations();
    if (!workspace || !set) {
        return;
    }
    for (const migration::Migration &one : set->migrations) {
        m_migration->addItem(base::show(one.upPath), QString(workspace->migrations + u'/' + one.upPath));
    }
    const int kept = before.isValid() ? m_migration->findData(before) : -1;
    m_migration->setCurrentIndex(kept > 0 ? kept : m_session.currentIndex() + 1);
}

void VerifyPage::verify()
{
    using Value = std::shared_ptr<const app::VerifyOutcome>;
    const auto workspace = m_console.workspace();
    if (!workspace || workspace->environments.empty()) {
        return;
    }
    app::VerifyRequest request;
    const QString target = m_target->currentData().toString();
    if (target == everyProduction) {
        for (const app::Environment &environment : workspace->environments) {
            if (environment.environmentClass == app::EnvironmentClass::Production) {
                request.targets << environment.name;
            }
        }
    } else {
        request.targets << target;
    }
    request.expected = m_expected->currentData().toString();
    request.base = m_base->currentData().toString();
    request.migration = m_migration->currentData().toString();
    setLoading(tr("Reading %1 and rehearsing the migration…").arg(m_target->currentText()));
    m_console.jobs().start<Value>(
        //: %1 is an environment
        {u"verify"_s, tr("Verifying %1").arg(m_target->currentText())},
        [request, workspace, scratch = m_console.scratch()](std::stop_token stop,
                                                            const base::ProgressSink &progress) -> base::Result<Value> {
            app::SourceContext context;
            context.workspace = workspace.get();
            context.scratch = scratch.get();
            CS_TRY(outcome, app::verifyTargets(request, context, progress, stop));
            return std::make_shared<const app::VerifyOutcome>(std::move(outcome));
        },
        this,
        [this](Outcome<Value> outcome) {
            if (auto *value = std::get_if<0>(&outcome)) {
                show(*value);
            } else if (auto *error = std::get_if<1>(&outcome)) {
                setFailed(*error);
            } else {
                setCancelled();
            }
        });
}

void VerifyPage::show(const std::shared_ptr<const app::VerifyOutcome> &outcome)
{
    m_outcome = outcome;
    if (outcome->trail && outcome->trail->base) {
        m_engine = outcome->trail->base->engine;
    } else if (const auto workspace = m_console.workspace(); workspace && !workspace->environments.empty()) {
        m_engine = workspace->environments.front().url.engine;
    }
    std::vector<TwoLineModel::Row> rows;
    for (const app::TargetReport &target : outcome->targets) {
        m_console.logSent(target.source, target.sent);
        const Look look =
            target.error ? Look{Glyph::Question, Token::Unknown, tr("Could not be read")} : lookOf(target.report.state);
        rows.push_back({look, target.source, look.word, {}});
    }
    m_targetRows->setRows(std::move(rows));
    m_targetCard->setVisible(outcome->targets.size() > 1);
    m_readAt = m_console.now();
    timePassed();
    setReady();
    m_targetList->setCurrentIndex(m_targetRows->index(0, 0));
    showTarget();
}

const app::TargetReport *VerifyPage::target() const
{
    if (!m_outcome || m_outcome->targets.empty()) {
        return nullptr;
    }
    const auto row = std::clamp<std::size_t>(std::size_t(std::max(0, m_targetList->currentIndex().row())), 0,
                                             m_outcome->targets.size() - 1);
    return &m_outcome->targets[row];
}

void VerifyPage::timePassed()
{
    if (m_outcome) {
        setSubtitle(tr("Read %1").arg(ageText(m_readAt, m_console.now())));
    }
}

void VerifyPage::showTarget()
{
    const app::TargetReport *one = target();
    if (one == nullptr) {
        return;
    }
    m_evidence.clear();
    std::vector<TwoLineModel::Row> rows;
    if (one->error) {
        m_verdict->setStatus(Glyph::Question, Token::Unknown, tr("%1 could not be read").arg(one->source), true);
        m_facts->setText(base::show(one->error->text(), true));
    } else {
        int took = 0;
        int unknown = 0;
        for (const rehearsal::StatementVerdict &verdict : one->report.statements) {
            took += verdict.state == rehearsal::StatementState::Applied ? 1 : 0;
            unknown += verdict.state == rehearsal::StatementState::Unknown ? 1 : 0;
            const auto &statements = m_outcome->trail->statements;
            const bool known = verdict.index > 0 && std::size_t(verdict.index) <= statements.size();
            const QString sql = known ? firstLine(statements[std::size_t(verdict.index) - 1].sql) : QString();
            const Look look = lookOf(verdict.state);
            const QString evidence = evidenceWords(verdict.evidence);
            rows.push_back({look, u"%1  %2"_s.arg(verdict.index).arg(sql), evidence.section(u'\n', 0, 0), look.word});
            m_evidence << evidence;
        }
        for (const diff::Difference &difference : one->report.drift) {
            const QString what = titleOf(difference.id.kind) + u' ' + difference.id.path();
            rows.push_back({{Glyph::Changed, Token::High, tr("Differs")},
                            what,
                            tr("No statement of the migration explains this difference"),
                            tr("Differs")});
            QStringList lines{tr("%1 is not as it should be, and no statement of the migration explains it").arg(what)};
            for (const diff::Property &property : difference.properties) {
                lines << u"%1: %2 → %3"_s.arg(propertyTitle(property.name), property.from, property.to);
            }
            m_evidence << lines.join(u'\n');
        }
        const Look look = lookOf(one->report.state);
        const int all = int(one->report.statements.size());
        //: %1 a target such as "production", %2 a state such as "Half applied"
        m_verdict->setStatus(look.glyph, look.token, tr("%1: %2").arg(one->source, look.word), true);
        QStringList facts;
        if (all > 0) {
            //: how many of all statements took effect
            facts << tr("%1 of %2 statements took effect.").arg(took).arg(all);
        }
        if (unknown > 0) {
            facts << tr("Of %n statement(s) the catalog cannot tell.", nullptr, unknown);
        }
        if (one->report.state == rehearsal::TargetState::Ambiguous) {
            facts << tr("The catalog alone cannot tell: statements that only change data leave no trace in it.");
        }
        if (!one->report.drift.empty()) {
            facts << tr("%n difference(s) that the migration does not explain.", nullptr,
                        int(one->report.drift.size()));
        }
        if (all == 0 && one->report.drift.empty()) {
            facts << tr("No migration was chosen; only the schemas were compared.");
        }
        m_facts->setText(base::show(facts.join(u' ')));
    }
    m_statementRows->setRows(std::move(rows));
    m_statementList->setCurrentIndex(m_statementRows->index(0, 0));
    showEvidence();
    showRoute();
    emit m_console.announced(m_verdict->text(), false);
}

void VerifyPage::showEvidence()
{
    QString evidence = base::show(m_evidence.value(m_statementList->currentIndex().row()), true);
    // The normal form of a constraint that has no name has a space around every token.
    evidence.replace(u"( "_s, u"("_s).replace(u" )"_s, u")"_s).replace(u" ,"_s, u","_s);
    m_evidenceText->setText(evidence);
}

const rehearsal::Route *VerifyPage::route() const
{
    const app::TargetReport *one = target();
    if (one == nullptr || one->error) {
        return nullptr;
    }
    return m_routes->currentIndex() == 0 ? &one->report.finish : &one->report.back;
}

void VerifyPage::showRoute()
{
    const rehearsal::Route *one = route();
    const bool any = one != nullptr && !one->statements.isEmpty();
    m_copy->setVisible(any);
    m_save->setVisible(any);
    QStringList notes;
    QStringList losses;
    if (one == nullptr || (one->statements.isEmpty() && one->problem.isEmpty())) {
        m_routeStatus->setStatus(Glyph::Dash, Token::Unknown, tr("Nothing to do"));
    } else if (!one->rehearsed) {
        m_routeStatus->setStatus(Glyph::Question, Token::Unknown, tr("Not rehearsed"));
    } else if (one->arrives) {
        m_routeStatus->setStatus(Glyph::Check, Token::Met, tr("Rehearsed from this very state: it arrives"));
    } else {
        m_routeStatus->setStatus(Glyph::Cross, Token::Critical,
                                 tr("Rehearsed from this very state: it does not arrive"));
    }
    if (one != nullptr) {
        if (!one->problem.isEmpty()) {
            // Each doubt is a sentence of its own.
            notes << evidenceWords(QString(one->problem).replace(u". Statement "_s, u".\nStatement "_s));
        }
        for (const QString &lost : one->losesData) {
            losses << evidenceWords(lost);
        }
    }
    m_routeNote->setText(base::show(notes.join(u'\n'), true));
    m_routeNote->setVisible(!notes.isEmpty());
    m_routeLost->setText(base::show(losses.join(u'\n'), true));
    m_routeLost->setVisible(!losses.isEmpty());
    m_routeLoss->setVisible(!losses.isEmpty());
    m_sql->setSql(one != nullptr ? joined(*one, m_engine) : QString(), m_engine);
}

void VerifyPage::saveRoute()
{
    const rehearsal::Route *one = route();
    if (one == nullptr) {
        return;
    }
    const QByteArray bytes = joined(*one, m_engine).toUtf8();
    auto *dialog = new QFileDialog(this, tr("Save SQL"));
    dialog->setObjectName(u"verifySaveDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"sql"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, bytes](const QString &path) {
        using Nothing = std::monostate;
        m_console.jobs().start<Nothing>(
            {u"verify.save"_s, tr("Saving %1").arg(path)},
            [path, bytes](std::stop_token, const base::ProgressSink &) -> base::Result<Nothing> {
                CS_CHECK(app::writeFile(path, bytes));
                return Nothing{};
            },
            this,
            [this](Outcome<Nothing> outcome) {
                if (auto *error = std::get_if<1>(&outcome)) {
                    setFailed(*error);
                }
            });
    });
    dialog->open();
}

QList<QWidget *> VerifyPage::panes() const
{
    return {m_target, m_targetList, m_statementList, m_sql};
}

void VerifyPage::activated()
{
    (m_outcome ? static_cast<QWidget *>(m_statementList) : m_target)->setFocus();
}

} // namespace countersign::gui

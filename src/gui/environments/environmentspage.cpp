#include "gui/environments/environmentspage.h"

#include "base/show.h"
#include "gui/common/adaptivesplitter.h"
#include "gui/common/columns.h"
#include "gui/common/environmentlook.h"
#include "gui/common/theme.h"
#include "gui/common/twolinedelegate.h"
#include "gui/environments/connectionform.h"
#include "gui/environments/connectionwords.h"
#include "gui/review/reviewmodels.h"
#include "gui/shell/console.h"
#include "gui/text/sqlview.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QListView>
#include <QRadioButton>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr int widestForm = 1360;

Look lookOf(app::Guard guard)
{
    switch (guard) {
    case app::Guard::Enforced:
        return {Glyph::Lock, Token::Met, EnvironmentsPage::tr("Enforced")};
    case app::Guard::SessionOnly:
        return {Glyph::Half, Token::Medium, EnvironmentsPage::tr("Session only")};
    case app::Guard::NotProtected:
        return {Glyph::Cross, Token::Critical, EnvironmentsPage::tr("Not protected")};
    case app::Guard::Unknown:
        return {Glyph::Question, Token::Unknown, EnvironmentsPage::tr("Not tested")};
    }
    Q_UNREACHABLE_RETURN({});
}

QString classText(app::EnvironmentClass environmentClass)
{
    switch (environmentClass) {
    case app::EnvironmentClass::Production:
        return EnvironmentsPage::tr("PRODUCTION");
    case app::EnvironmentClass::Staging:
        return EnvironmentsPage::tr("Staging");
    case app::EnvironmentClass::Other:
        return EnvironmentsPage::tr("Other");
    }
    Q_UNREACHABLE_RETURN({});
}

QString stepTitle(const QString &id)
{
    if (id == u"reach"_s) {
        return EnvironmentsPage::tr("Reach the database");
    }
    if (id == u"sign-in"_s) {
        return EnvironmentsPage::tr("Sign in");
    }
    if (id == u"version"_s) {
        return EnvironmentsPage::tr("Server version");
    }
    if (id == u"encryption"_s) {
        return EnvironmentsPage::tr("Encryption");
    }
    return EnvironmentsPage::tr("Guard against writing");
}

} // namespace

EnvironmentsModel::EnvironmentsModel(QObject *parent) : QAbstractTableModel(parent)
{
}

void EnvironmentsModel::setEnvironments(std::vector<app::Environment> environments)
{
    beginResetModel();
    m_environments = std::move(environments);
    endResetModel();
}

void EnvironmentsModel::setGuard(const QString &name, app::Guard guard)
{
    m_guards[name] = guard;
    if (rowCount() > 0) {
        emit dataChanged(index(0, GuardColumn), index(rowCount() - 1, GuardColumn));
    }
}

void EnvironmentsModel::setSeen(const QString &name, const QString &age)
{
    if (m_seen.value(name) != age) {
        m_seen.insert(name, age);
        emit dataChanged(index(0, SeenColumn), index(rowCount() - 1, SeenColumn));
    }
}

int EnvironmentsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_environments.size());
}

int EnvironmentsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant EnvironmentsModel::data(const QModelIndex &index, int role) const
{
    if (index.row() < 0 || index.row() >= int(m_environments.size())) {
        return {};
    }
    const app::Environment &environment = m_environments[std::size_t(index.row())];
    const auto guard = m_guards.find(environment.name);
    const Look look = lookOf(guard == m_guards.end() ? app::Guard::Unknown : guard->second);
    const bool production = environment.environmentClass == app::EnvironmentClass::Production;
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case NameColumn:
            return base::show(environment.name);
        case EngineColumn:
            return schema::titleOf(environment.url.engine);
        case ClassColumn:
            return classText(environment.environmentClass);
        case GuardColumn:
            return look.word;
        case SeenColumn: {
            const QString age = m_seen.value(environment.name);
            return age.isEmpty() ? tr("not yet") : age;
        }
        default:
            return base::show(environment.url.display());
        }
    case Qt::DecorationRole:
        if (index.column() == NameColumn) {
            return iconOf(environment.environmentClass);
        }
        return index.column() == GuardColumn ? glyphIcon(look.glyph, look.token) : QVariant();
    case Qt::ForegroundRole:
        return index.column() == SeenColumn && m_seen.value(environment.name).isEmpty()
                   ? QVariant(color(Token::TextMuted))
                   : QVariant();
    case Qt::FontRole:
        return index.column() == ClassColumn && production ? QVariant(interfaceFont(1.0, true)) : QVariant();
    case Qt::AccessibleTextRole:
        if (index.column() == NameColumn) {
            return QStringList{classText(environment.environmentClass), environment.name, look.word}.join(u", "_s);
        }
        return {};
    default:
        return {};
    }
}

QVariant EnvironmentsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case NameColumn:
        return tr("Name");
    case EngineColumn:
        return tr("Engine");
    case ClassColumn:
        return tr("Class");
    case GuardColumn:
        return tr("Guard");
    case SeenColumn:
        return tr("Last read");
    default:
        return tr("Where");
    }
}

EnvironmentsPage::EnvironmentsPage(Console &console, QWidget *parent)
    : Page({u"environments"_s, tr("Environments"), u"server-database"_s}, parent), m_console(console),
      m_model(new EnvironmentsModel(this)), m_steps(new TwoLineModel(this))
{
    buildList();
    buildForm();
    connect(&m_console, &Console::workspaceChanged, this, &EnvironmentsPage::adoptWorkspace);
    connect(&m_console, &Console::workspaceFailed, this, &Page::setFailed);
    connect(&m_console, &Console::guardsChanged, this, &EnvironmentsPage::updateGuards);
    connect(&m_console, &Console::sqlLogged, this, &EnvironmentsPage::updateSeen);
    adoptWorkspace();
}

void EnvironmentsPage::buildList()
{
    auto *add =
        named(new QPushButton(icon(u"vcs-added"_s), tr("Add"), this), u"environmentAdd"_s, tr("Add an environment"));
    auto *remove = named(new QPushButton(icon(u"edit-delete"_s), tr("Remove"), this), u"environmentRemove"_s,
                         tr("Remove the environment from the workspace"));
    add->setAutoDefault(false);
    remove->setAutoDefault(false);
    tools()->addWidget(remove);
    tools()->addWidget(add);
    connect(add, &QPushButton::clicked, this, &EnvironmentsPage::add);
    connect(remove, &QPushButton::clicked, this, &EnvironmentsPage::remove);
    m_list = named(new QTreeView(this), u"environmentList"_s, tr("Environments"));
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    alignWithPage(m_list);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setColumnWidth(EnvironmentsModel::NameColumn, 220);
    m_list->setColumnWidth(EnvironmentsModel::EngineColumn, 130);
    m_list->setColumnWidth(EnvironmentsModel::ClassColumn, 140);
    m_list->setColumnWidth(EnvironmentsModel::GuardColumn, 150);
    m_list->setColumnWidth(EnvironmentsModel::SeenColumn, 110);
    new ColumnSharer(m_list, {1, 0, 0, 0, 0, 3});
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &EnvironmentsPage::showCurrent);
}

void EnvironmentsPage::buildForm()
{
    auto *form = new QWidget(this);
    m_band = named(new EnvironmentBand(form), u"environmentFormBand"_s);
    m_name = named(new QLineEdit(form), u"environmentName"_s, tr("Name"));
    m_url = named(new QLineEdit(form), u"environmentUrl"_s, tr("Connection"));
    m_url->setPlaceholderText(u"postgresql://user@host/database?sslmode=verify-full"_s);
    m_class = new QButtonGroup(this);
    auto *classes = new QHBoxLayout;
    classes->setSpacing(20);
    const QList<std::pair<app::EnvironmentClass, QString>> kinds{{app::EnvironmentClass::Production, tr("Production")},
                                                                 {app::EnvironmentClass::Staging, tr("Staging")},
                                                                 {app::EnvironmentClass::Other, tr("Other")}};
    for (const auto &[kind, text] : kinds) {
        auto *button = named(new QRadioButton(text, form), u"environmentClass%1"_s.arg(int(kind)), text);
        m_class->addButton(button, int(kind));
        classes->addWidget(button);
    }
    classes->addStretch();
    m_test = named(new QPushButton(icon(u"network-connect"_s), tr("Test connection"), form), u"environmentTest"_s,
                   tr("Test the connection step by step"));
    m_save = named(new QPushButton(icon(u"document-save"_s, Token::AccentText), tr("Save"), form), u"environmentSave"_s,
                   tr("Save to countersign.toml"));
    m_save->setDefault(true);
    m_test->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::normal);
    buttons->addWidget(m_test);
    buttons->addWidget(m_save);
    buttons->addStretch();
    m_guardNote = wrappedLabel({}, form);

    auto *grid = new QGridLayout;
    grid->setContentsMargins(20, 16, 20, 16);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    const QList<std::pair<QString, QWidget *>> fields{{tr("Name"), m_name}, {tr("Connection"), m_url}};
    int row = 0;
    for (const auto &[text, widget] : fields) {
        QLabel *label = plainLabel(text, form, Token::TextMuted);
        label->setBuddy(widget);
        grid->addWidget(label, row, 0);
        grid->addWidget(widget, row++, 1);
    }
    m_connection = new ConnectionForm(form);
    grid->addWidget(m_connection, row++, 1);
    connect(m_connection, &ConnectionForm::urlEdited, m_url, &QLineEdit::setText);
    connect(m_connection, &ConnectionForm::urlEdited, this, &EnvironmentsPage::showGuards);
    connect(m_connection, &ConnectionForm::passwordGiven, this, &EnvironmentsPage::keepPassword);
    connect(m_url, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_connection->setUrl(text);
        showGuards();
    });
    grid->addWidget(plainLabel(tr("Class"), form, Token::TextMuted), row, 0);
    grid->addLayout(classes, row++, 1);
    grid->addLayout(buttons, row++, 1);
    grid->addWidget(m_guardNote, row++, 1);
    grid->setRowStretch(row, 1);
    m_stepList = named(new FittedList(form), u"environmentSteps"_s, tr("Steps of the test"));
    m_stepList->setModel(m_steps);
    m_stepList->setItemDelegate(new TwoLineDelegate(m_stepList));
    auto *steps = new Card(tr("Connection test"), form);
    steps->body()->addWidget(m_stepList);
    auto *halves = new QHBoxLayout;
    halves->addLayout(grid, 3);
    auto *right = new QVBoxLayout;
    right->setContentsMargins(0, 14, 20, 8);
    right->setSpacing(spacing::normal);
    right->addWidget(steps, 0);
    form->setMaximumWidth(widestForm);
    auto *first = new Card(tr("What is sent first"), form);
    m_guards = named(new SqlView(m_console.jobs(), first), u"environmentGuards"_s, tr("What is sent first"));
    first->body()->addWidget(m_guards);
    right->addWidget(first);
    right->addStretch(1);
    halves->addLayout(right, 2);
    auto *inside = new QVBoxLayout(form);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addLayout(halves, 1);
    auto *below = new QWidget(this);
    auto *column = new QVBoxLayout(below);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_band);
    auto *besides = new QHBoxLayout;
    besides->addWidget(form, 1);
    besides->addStretch(0);
    column->addLayout(besides, 1);
    m_splitter = named(new AdaptiveSplitter(0, this), u"environmentSplitter"_s);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(below);
    content()->addWidget(m_splitter, 1);
    connect(m_test, &QPushButton::clicked, this, &EnvironmentsPage::test);
    connect(m_save, &QPushButton::clicked, this, &EnvironmentsPage::save);
}

void EnvironmentsPage::adoptWorkspace()
{
    const auto workspace = m_console.workspace();
    if (!workspace) {
        m_model->setEnvironments({});
        setEmpty(tr("No environments"), tr("Open a workspace first; its environments are listed here."));
        return;
    }
    setSubtitle(base::show(workspace->folder));
    const int row = std::max(0, m_list->currentIndex().row());
    m_model->setEnvironments(workspace->environments);
    updateGuards();
    updateSeen();
    m_splitter->setListHeight(tableHeight(m_model->rowCount()));
    setReady();
    m_list->setCurrentIndex(m_model->index(std::min(row, m_model->rowCount() - 1), 0));
}

void EnvironmentsPage::updateGuards()
{
    for (const app::Environment &environment : m_model->environments()) {
        m_model->setGuard(environment.name, m_console.guardOf(environment.name));
    }
}

void EnvironmentsPage::updateSeen()
{
    for (const app::Environment &environment : m_model->environments()) {
        const QDateTime at = m_console.readAt(environment.name);
        m_model->setSeen(environment.name, at.isValid() ? ageText(at, m_console.now()) : QString());
    }
}

void EnvironmentsPage::showCurrent()
{
    const int row = m_list->currentIndex().row();
    if (row < 0) {
        return;
    }
    const app::Environment &environment = m_model->environments()[std::size_t(row)];
    m_name->setText(environment.name);
    m_url->setText(environment.urlText);
    m_connection->setUrl(environment.urlText);
    showGuards();
    if (QAbstractButton *button = m_class->button(int(environment.environmentClass))) {
        button->setChecked(true);
    }
    SideView side;
    side.production = environment.environmentClass == app::EnvironmentClass::Production;
    side.className = classText(environment.environmentClass);
    side.name = environment.name;
    side.facts = schema::titleOf(environment.url.engine);
    m_band->setSide(side);
    showNotTested();
    m_guardNote->setText(
        tr("Countersign opens every environment in a read-only session with short timeouts and lists each "
           "statement in the SQL log."));
}

void EnvironmentsPage::showNotTested()
{
    m_steps->setRows({{{Glyph::Ring, Token::Unknown, tr("Not tested")},
                       tr("Not tested in this session"),
                       tr("The test reaches the server, signs in, and says whether the role could write."),
                       {}}});
}

base::Result<app::Environment> EnvironmentsPage::edited() const
{
    app::Environment environment;
    environment.name = m_name->text().trimmed();
    environment.urlText = m_url->text().trimmed();
    environment.environmentClass = app::EnvironmentClass(std::max(0, m_class->checkedId()));
    if (environment.name.isEmpty()) {
        return base::Fail(base::usageError(tr("The environment needs a name"), {}, {}));
    }
    const auto workspace = m_console.workspace();
    CS_TRY(url, db::parseConnectionUrl(environment.urlText, workspace ? workspace->folder : QString()));
    if (url.hasPassword()) {
        return base::Fail(base::usageError(tr("A password does not belong into countersign.toml"), {},
                                           tr("Use a password file, a service file or the keyring.")));
    }
    environment.url = url;
    return environment;
}

void EnvironmentsPage::test()
{
    const auto environment = edited();
    if (!environment) {
        setFailed(environment.error());
        return;
    }
    m_steps->setRows({{{Glyph::Half, Token::Link, tr("Running")}, tr("Connecting…"), {}, {}}});
    m_console.jobs().start<app::ConnectionTest>(
        //: %1 is an environment
        {u"environment.test"_s, tr("Testing %1").arg(environment->name)},
        [url = environment->url](std::stop_token stop, const base::ProgressSink &) {
            return app::testConnection(url, stop);
        },
        this,
        [this, name = environment->name](Outcome<app::ConnectionTest> outcome) {
            if (auto *result = std::get_if<0>(&outcome)) {
                m_console.setGuard(name, result->guard);
                m_console.logSent(name, result->sent);
                showTest(*result);
            } else if (auto *error = std::get_if<1>(&outcome)) {
                setFailed(*error);
            } else {
                m_steps->setRows({{{Glyph::Slash, Token::Unknown, tr("Cancelled")}, tr("Cancelled"), {}, {}}});
            }
        });
}

void EnvironmentsPage::showTest(const app::ConnectionTest &test)
{
    // What did not pass comes first: the list may be too low for all.
    std::vector<app::ConnectionStep> steps = test.steps;
    std::ranges::stable_partition(
        steps, [](const app::ConnectionStep &step) { return step.result == app::StepResult::Failed; });
    std::vector<TwoLineModel::Row> rows;
    for (const app::ConnectionStep &step : steps) {
        Look look{Glyph::Check, Token::Met, tr("passed")};
        if (step.result == app::StepResult::Failed) {
            look = {Glyph::Cross, Token::Critical, tr("failed")};
            if (step.id == u"guard"_s && test.guard == app::Guard::SessionOnly) {
                // The session is read-only; that the role is not is a risk, not a failure.
                look = {Glyph::Half, Token::Medium, tr("session only")};
            }
        } else if (step.result == app::StepResult::NotApplicable) {
            look = {Glyph::Dash, Token::Unknown, tr("not applicable")};
        }
        rows.push_back({look, stepTitle(step.id),
                        step.remedy.isEmpty() ? connectionWords(step.fact)
                                              : connectionWords(step.fact) + u". "_s + connectionWords(step.remedy),
                        look.word});
    }
    m_steps->setRows(std::move(rows));
    setReady();
}

void EnvironmentsPage::showGuards()
{
    const schema::EngineKind engine = m_connection->url().engine;
    const QStringList statements = app::guardStatements(engine);
    // As high as the statements are, so that the steps of the test have the rest.
    constexpr int lineHeight = 18;
    constexpr int mostLines = 5;
    m_guards->setFixedHeight((std::clamp(int(statements.size()), 2, mostLines) + 1) * lineHeight);
    m_guards->setSql(statements.isEmpty() ? u"-- SQLITE_OPEN_READONLY\n"_s : statements.join(u";\n"_s) + u";\n"_s,
                     engine);
}

void EnvironmentsPage::keepPassword(const QString &password)
{
    using Nothing = std::monostate;
    m_console.jobs().start<Nothing>(
        {u"keyring"_s, tr("Keeping the password in the keyring")},
        [password, url = m_connection->url()](std::stop_token, const base::ProgressSink &) -> base::Result<Nothing> {
            CS_CHECK(app::keepPassword(url, password));
            return Nothing{};
        },
        this,
        [this](Outcome<Nothing> outcome) {
            if (auto *error = std::get_if<1>(&outcome)) {
                base::Error said = *error;
                said.message = connectionWords(said.message);
                said.advice = connectionWords(said.advice);
                setFailed(said);
            }
        });
}

void EnvironmentsPage::save()
{
    const auto environment = edited();
    if (!environment) {
        setFailed(environment.error());
        return;
    }
    std::vector<app::Environment> all = m_model->environments();
    const int row = m_list->currentIndex().row();
    if (row >= 0 && row < int(all.size())) {
        all[std::size_t(row)] = *environment;
    } else {
        all.push_back(*environment);
    }
    saveAll(tr("Save the environment"), all);
}

void EnvironmentsPage::saveAll(const QString &what, const std::vector<app::Environment> &all)
{
    m_console.perform(
        what, [this, all] { m_console.saveEnvironments(all); },
        [this, before = m_model->environments()] { m_console.saveEnvironments(before); });
}

void EnvironmentsPage::add()
{
    if (!m_console.workspace()) {
        return;
    }
    m_list->setCurrentIndex({});
    m_name->clear();
    m_url->clear();
    m_connection->setUrl(u"postgresql:///"_s);
    showGuards();
    m_class->button(int(app::EnvironmentClass::Other))->setChecked(true);
    SideView side;
    side.className = tr("New environment");
    m_band->setSide(side);
    showNotTested();
    m_name->setFocus();
}

void EnvironmentsPage::remove()
{
    std::vector<app::Environment> all = m_model->environments();
    const int row = m_list->currentIndex().row();
    if (row >= 0 && row < int(all.size())) {
        all.erase(all.begin() + row);
        saveAll(tr("Remove the environment"), all);
    }
}

QList<QWidget *> EnvironmentsPage::panes() const
{
    return {m_list, m_name, m_stepList};
}

void EnvironmentsPage::refresh()
{
    test();
}

void EnvironmentsPage::activated()
{
    m_list->setFocus();
}

} // namespace countersign::gui

#include "gui/setup/setupdialog.h"

#include "base/show.h"
#include "gui/common/theme.h"
#include "gui/common/widgets.h"
#include "gui/setup/choicecard.h"
#include "gui/setup/databaserow.h"
#include "gui/shell/console.h"

#include <QButtonGroup>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QTabBar>

namespace countersign::gui {

using namespace Qt::StringLiterals;
using app::EnvironmentClass;

namespace {

constexpr auto soon = std::chrono::milliseconds(200);
constexpr int widest = 1180;
constexpr int highest = 780;

QLabel *heading(const QString &text, QWidget *parent)
{
    return plainLabel(text, parent, Token::Text, 1.08, true);
}

} // namespace

SetupDialog::SetupDialog(Console &console, const QString &folder, QWidget *parent) : QDialog(parent), m_console(console)
{
    setObjectName(u"setupDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(folder.isEmpty() ? tr("New workspace") : tr("Set up sign-off"));
    m_soon.setSingleShot(true);
    m_soon.setInterval(soon);
    m_look.setSingleShot(true);
    m_look.setInterval(soon);
    m_banner = named(new InlineBanner(this), u"setupBanner"_s);
    m_missing = wrappedLabel({}, this);
    m_missing->setObjectName(u"setupMissing"_s);
    m_progress = named(new QProgressBar(this), u"setupProgress"_s, tr("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(160);
    m_progress->hide();
    auto *cancel = named(new QPushButton(tr("Cancel"), this), u"setupCancel"_s, tr("Cancel"));
    cancel->setAutoDefault(false);
    m_create = named(new QPushButton(icon(u"document-sign"_s, Token::AccentText), tr("Create and sign"), this),
                     u"setupCreate"_s, tr("Write these files and sign the beginning of the ledger"));
    m_create->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(20, 10, 20, 16);
    buttons->setSpacing(spacing::normal);
    buttons->addWidget(m_missing, 1);
    buttons->addWidget(m_progress);
    buttons->addWidget(cancel);
    buttons->addWidget(m_create);
    auto *halves = new QHBoxLayout;
    halves->setSpacing(0);
    halves->addWidget(buildForm(), 1);
    halves->addWidget(new Hairline(Qt::Vertical, this));
    halves->addWidget(buildPreview(), 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(halves, 1);
    column->addWidget(new Hairline(Qt::Horizontal, this));
    column->addWidget(m_banner);
    column->addLayout(buttons);
    const QSize room = parent != nullptr ? parent->size() : QSize(1280, 800);
    resize(std::min(widest, room.width() - 40), std::min(highest, room.height() - 40));
    connect(&m_soon, &QTimer::timeout, this, &SetupDialog::plan);
    connect(&m_look, &QTimer::timeout, this, [this] { lookAround(); });
    connect(m_banner, &InlineBanner::actionRequested, this, &SetupDialog::create);
    connect(cancel, &QPushButton::clicked, this, [this] {
        if (m_ticket != 0) {
            m_console.jobs().cancel(m_ticket);
        } else {
            reject();
        }
    });
    connect(m_create, &QPushButton::clicked, this, &SetupDialog::create);
    const bool anywhere = QDir::current() == QDir::home() || QDir::current().isRoot();
    m_folder->setText(!folder.isEmpty() ? folder
                      : anywhere        ? QDir::home().filePath(u"countersign"_s)
                                        : QDir::currentPath());
    lookAround();
    m_folder->setFocus();
    m_folder->selectAll();
}

QWidget *SetupDialog::buildForm()
{
    m_form = new QWidget;
    m_form->setObjectName(u"setupForm"_s);
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(spacing::normal);
    buildPlace(column);
    column->addSpacing(spacing::normal);
    buildDatabases(column);
    column->addSpacing(spacing::normal);
    buildSigner(column);
    column->addStretch(1);
    auto *scroll = named(new QScrollArea(this), u"setupScroll"_s, windowTitle());
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_form);
    m_form->setBackgroundRole(QPalette::Base);
    m_form->setAutoFillBackground(true);
    return scroll;
}

void SetupDialog::buildPlace(QBoxLayout *column)
{
    column->addWidget(heading(tr("Where"), m_form));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto place = [&](const QString &name, const QString &text, const QString &title) {
        auto *edit = named(new QLineEdit(m_form), name, text);
        auto *browse = named(new QPushButton(tr("Browse…"), m_form), name + u"Browse"_s, title);
        browse->setAutoDefault(false);
        QLabel *label = plainLabel(text, m_form, Token::TextMuted);
        label->setBuddy(edit);
        grid->addWidget(label, row, 0);
        grid->addWidget(edit, row, 1);
        grid->addWidget(browse, row++, 2);
        connect(browse, &QPushButton::clicked, this, [this, edit, title] { chooseFolder(edit, title); });
        return edit;
    };
    m_folder = place(u"setupFolder"_s, tr("Folder"), tr("Choose the folder of the workspace"));
    m_migrations = place(u"setupMigrations"_s, tr("Migrations"), tr("Choose the folder of migration files"));
    m_migrations->setPlaceholderText(tr("folder of migration files, can wait"));
    column->addLayout(grid);
    m_folderNote = wrappedLabel({}, m_form);
    m_folderNote->setObjectName(u"setupFolderNote"_s);
    column->addWidget(m_folderNote);
    connect(m_folder, &QLineEdit::textChanged, &m_look, qOverload<>(&QTimer::start));
    connect(m_migrations, &QLineEdit::textChanged, this, &SetupDialog::changed);
}

void SetupDialog::buildDatabases(QBoxLayout *column)
{
    auto *test = named(new QPushButton(icon(u"network-connect"_s), tr("Test"), m_form), u"setupTest"_s,
                       tr("Test the connections"));
    auto *more = named(new QPushButton(icon(u"vcs-added"_s), tr("Another"), m_form), u"setupAnother"_s,
                       tr("Add another database"));
    more->setAutoDefault(false);
    test->setAutoDefault(false);
    connect(test, &QPushButton::clicked, this, [this] {
        for (DatabaseRow *row : m_rows) {
            row->tryIt();
        }
    });
    auto *head = new QHBoxLayout;
    head->setSpacing(spacing::normal);
    head->addWidget(heading(tr("Databases"), m_form), 1);
    head->addWidget(test);
    head->addWidget(more);
    column->addLayout(head);
    m_rowColumn = new QVBoxLayout;
    m_rowColumn->setSpacing(spacing::normal);
    column->addLayout(m_rowColumn);
    static_cast<void>(addRow(EnvironmentClass::Production));
    static_cast<void>(addRow(EnvironmentClass::Staging));
    connect(more, &QPushButton::clicked, this, [this] {
        DatabaseRow *row = addRow(EnvironmentClass::Other);
        row->findChild<QLineEdit *>(u"setupUrl%1"_s.arg(m_rowNumber))->setFocus();
    });
}

DatabaseRow *SetupDialog::addRow(EnvironmentClass environmentClass)
{
    auto *row = new DatabaseRow(m_console.jobs(), ++m_rowNumber, environmentClass, m_form);
    row->setFolder(m_folder->text());
    m_rows.push_back(row);
    m_rowColumn->addWidget(row);
    connect(row, &DatabaseRow::changed, this, &SetupDialog::changed);
    return row;
}

void SetupDialog::buildSigner(QBoxLayout *column)
{
    column->addWidget(heading(tr("Who signs"), m_form));
    m_person = named(new QLineEdit(m_form), u"setupPerson"_s, tr("Your short name"));
    m_person->setMinimumWidth(64);
    m_person->setMaximumWidth(200);
    QLabel *label = plainLabel(tr("Your short name"), m_form, Token::TextMuted);
    label->setBuddy(m_person);
    auto *file = named(new QPushButton(icon(u"document-open"_s), tr("Another key…"), m_form), u"setupKeyFile"_s,
                       tr("Choose an SSH key file"));
    m_newKey = named(new QPushButton(icon(u"vcs-added"_s), tr("Make a key…"), m_form), u"setupNewKey"_s,
                     tr("Make a new SSH key"));
    m_newKey->setAutoDefault(false);
    file->setAutoDefault(false);
    auto *line = new QHBoxLayout;
    line->setSpacing(spacing::normal);
    line->addWidget(label);
    line->addWidget(m_person, 1);
    line->addStretch();
    line->addWidget(file);
    line->addWidget(m_newKey);
    column->addLayout(line);
    m_keyBox = named(new QWidget(m_form), u"setupKeys"_s, tr("SSH keys at hand"));
    auto *cards = new QVBoxLayout(m_keyBox);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(6);
    column->addWidget(m_keyBox);
    connect(m_person, &QLineEdit::textChanged, this, &SetupDialog::changed);
    connect(m_newKey, &QPushButton::clicked, this, &SetupDialog::makeKey);
    connect(file, &QPushButton::clicked, this, &SetupDialog::chooseKeyFile);
}

void SetupDialog::buildPolicy(QBoxLayout *column)
{
    column->addWidget(heading(tr("Who approves"), m_choices));
    m_policies = new QButtonGroup(this);
    struct Choice {
        review::PolicyTemplate kind;
        QString title;
        QString meaning;
    };
    const QList<Choice> choices{
        {review::PolicyTemplate::Alone, tr("Alone"),
         tr("You approve your own changes, and every verdict says that nobody else looked.")},
        {review::PolicyTemplate::SmallTeam, tr("Small team: four eyes"),
         tr("Whoever wrote a change, one other person approves it.")},
        {review::PolicyTemplate::Regulated, tr("Regulated: separation of duties"),
         tr("Two database administrators and an owner approve; rehearsal and a tested way back are required; a "
            "pipeline deploys.")}};
    for (const Choice &one : choices) {
        auto *card = named(new ChoiceCard(one.title, one.meaning, m_choices),
                           u"setupPolicy-"_s + review::templateName(one.kind));
        m_policies->addButton(card, int(one.kind));
        column->addWidget(card);
    }
    m_policies->button(int(review::PolicyTemplate::SmallTeam))->setChecked(true);
    m_colleaguesLabel = wrappedLabel({}, m_choices);
    m_colleagues = named(new QPlainTextEdit(m_choices), u"setupColleagues"_s, tr("Public keys of colleagues"));
    m_colleagues->setPlaceholderText(u"bo ssh-ed25519 AAAA…"_s);
    m_colleagues->setFont(fixedFont());
    m_colleagues->setTabChangesFocus(true);
    m_colleagues->setFixedHeight(58);
    m_colleaguesLabel->setText(
        tr("Colleagues, one public key a line. They can be added later in countersign/policy.toml, too."));
    column->addWidget(m_colleaguesLabel);
    column->addWidget(m_colleagues);
    connect(m_policies, &QButtonGroup::idToggled, this, [this] {
        const bool alone = m_policies->checkedId() == int(review::PolicyTemplate::Alone);
        m_colleagues->setVisible(!alone);
        m_colleaguesLabel->setVisible(!alone);
        changed();
    });
    connect(m_colleagues, &QPlainTextEdit::textChanged, this, &SetupDialog::changed);
}

QWidget *SetupDialog::buildPreview()
{
    auto *preview = new QWidget(this);
    preview->setBackgroundRole(QPalette::Base);
    preview->setAutoFillBackground(true);
    m_choices = new QWidget(preview);
    auto *choices = new QVBoxLayout(m_choices);
    choices->setContentsMargins(0, 0, 0, spacing::normal);
    choices->setSpacing(spacing::normal);
    buildPolicy(choices);
    m_fileBar = named(new QTabBar(preview), u"setupFiles"_s, tr("Files that will be written"));
    m_fileBar->setDocumentMode(true);
    m_fileBar->setDrawBase(false);
    m_fileBar->setExpanding(false);
    m_fileNote = wrappedLabel({}, preview);
    m_fileNote->setObjectName(u"setupFileNote"_s);
    m_text = named(new QPlainTextEdit(preview), u"setupText"_s, tr("What the file will hold"));
    m_text->setReadOnly(true);
    m_text->setFont(fixedFont());
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setLayoutDirection(Qt::LeftToRight);
    auto *column = new QVBoxLayout(preview);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(spacing::normal);
    column->addWidget(m_choices);
    column->addWidget(heading(tr("What will be written"), preview));
    column->addWidget(m_fileBar);
    column->addWidget(m_fileNote);
    column->addWidget(m_text, 1);
    m_laterNote = wrappedLabel({}, preview);
    m_laterNote->setObjectName(u"setupLaterNote"_s);
    column->addWidget(m_laterNote);
    m_text->setPlaceholderText(tr("Appears here as you fill in the left side."));
    connect(m_fileBar, &QTabBar::currentChanged, this, &SetupDialog::showFile);
    return preview;
}

} // namespace countersign::gui

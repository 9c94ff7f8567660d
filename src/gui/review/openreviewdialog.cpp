#include "gui/review/openreviewdialog.h"

#include "base/show.h"
#include "gui/common/localtext.h"
#include "gui/common/looks.h"
#include "gui/common/theme.h"
#include "gui/common/twolinedelegate.h"
#include "gui/common/widgets.h"
#include "gui/review/reviewmodels.h"
#include "gui/shell/changesession.h"
#include "gui/shell/console.h"
#include "review/manifest.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>

namespace countersign::gui {

using namespace Qt::StringLiterals;

namespace {

constexpr auto soon = std::chrono::milliseconds(200);
constexpr int mostListHeight = 240;

QString roleText(review::FileRole role)
{
    switch (role) {
    case review::FileRole::Up:
        return OpenReviewDialog::tr("forward");
    case review::FileRole::Rollback:
        return OpenReviewDialog::tr("way back");
    case review::FileRole::Other:
        return OpenReviewDialog::tr("other file");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

OpenReviewDialog::OpenReviewDialog(Console &console, ChangeSession &session, QWidget *parent)
    : QDialog(parent), m_console(console), m_session(session), m_files(new TwoLineModel(this)),
      m_environment(named(new QComboBox(this), u"openReviewEnvironment"_s, tr("For"))),
      m_folder(named(new QLineEdit(this), u"openReviewFolder"_s, tr("Migrations"))),
      m_title(named(new QLineEdit(this), u"openReviewTitle"_s, tr("Title"))),
      m_list(named(new FittedList(this), u"openReviewFiles"_s, tr("Files that are signed"))),
      m_note(wrappedLabel({}, this)),
      m_open(named(new QPushButton(icon(u"document-sign"_s, Token::AccentText), tr("Sign and open"), this),
                   u"openReviewConfirm"_s, tr("Sign the revision and open its review")))
{
    setObjectName(u"openReviewDialog"_s);
    setWindowTitle(tr("Open a review"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(640);
    m_note->setObjectName(u"openReviewNote"_s);
    const auto workspace = console.workspace();
    for (const app::Environment &one : workspace->environments) {
        m_environment->addItem(base::show(one.name), one.name);
    }
    m_folder->setText(workspace->migrations);
    m_folder->setPlaceholderText(tr("folder of migration files"));
    const migration::Migration *one = session.current();
    m_title->setText(one == nullptr ? QString() : one->description.isEmpty() ? one->upPath : one->description);
    m_title->setPlaceholderText(tr("what the change does, for lists"));
    auto *browse =
        named(new QPushButton(tr("Browse…"), this), u"openReviewBrowse"_s, tr("Choose the folder of migration files"));
    browse->setAutoDefault(false);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(spacing::normal);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto field = [&](const QString &text, QWidget *widget) {
        QLabel *label = plainLabel(text, this, Token::TextMuted);
        label->setBuddy(widget);
        grid->addWidget(label, row, 0);
        grid->addWidget(widget, row++, 1);
    };
    field(tr("For"), m_environment);
    field(tr("Migrations"), m_folder);
    grid->addWidget(browse, row - 1, 2);
    field(tr("Title"), m_title);
    m_list->setModel(m_files);
    m_list->setItemDelegate(new TwoLineDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    auto *card = new Card(tr("Files that are signed"), this);
    card->body()->addWidget(m_list);
    auto *cancel = named(new QPushButton(tr("Cancel"), this), u"openReviewCancel"_s, tr("Cancel"));
    cancel->setAutoDefault(false);
    m_open->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::normal);
    buttons->addWidget(m_note, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_open);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(14);
    column->addWidget(plainLabel(tr("Open a review"), this, Token::Text, 1.3, true));
    column->addLayout(grid);
    column->addWidget(card, 1);
    column->addLayout(buttons);
    m_soon.setSingleShot(true);
    m_soon.setInterval(soon);
    connect(&m_soon, &QTimer::timeout, this, &OpenReviewDialog::readFiles);
    connect(m_folder, &QLineEdit::textChanged, this, [this] {
        m_open->setEnabled(false);
        m_soon.start();
    });
    connect(browse, &QPushButton::clicked, this, &OpenReviewDialog::chooseFolder);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_open, &QPushButton::clicked, this, &OpenReviewDialog::confirm);
    readFiles();
    (m_folder->text().isEmpty() ? m_folder : m_title)->setFocus();
}

void OpenReviewDialog::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Choose the folder of migration files"),
                                   m_folder->text().isEmpty() ? m_console.workspace()->folder : m_folder->text());
    dialog->setObjectName(u"openReviewFolderDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
    dialog->open();
}

void OpenReviewDialog::readFiles()
{
    using Value = QList<review::MigrationFile>;
    m_open->setEnabled(false);
    const QString text = m_folder->text().trimmed();
    if (text.isEmpty()) {
        m_files->setRows({});
        m_note->setText(tr("Choose the folder of migration files."));
        return;
    }
    QString folder = QDir::cleanPath(QDir(m_console.workspace()->folder).absoluteFilePath(text));
    if (QFileInfo(folder).isFile()) {
        // A revision holds the whole folder, so that nothing beside the file is deployed unseen.
        folder = QFileInfo(folder).absolutePath();
    }
    m_console.jobs().start<Value>(
        {u"review.open.files"_s, {}},
        [folder](std::stop_token, const base::ProgressSink &) { return review::readMigrationFolder(folder); }, this,
        [this, folder](Outcome<Value> outcome) {
            std::vector<TwoLineModel::Row> rows;
            if (auto *files = std::get_if<0>(&outcome)) {
                for (const review::MigrationFile &file : *files) {
                    //: %1 is a number of bytes
                    rows.push_back({{Glyph::Check, Token::Link, roleText(file.role)},
                                    base::showBytes(file.path),
                                    roleText(file.role),
                                    tr("%1 bytes").arg(localText(file.bytes.size()))});
                }
                m_folderRead = folder;
                m_note->setText(rows.empty() ? tr("There is no file in this folder.")
                                             : tr("Your SSH key signs these bytes."));
                m_open->setEnabled(!rows.empty() && m_environment->count() > 0);
            } else if (auto *error = std::get_if<1>(&outcome)) {
                m_note->setText(base::show(error->message));
            }
            m_files->setRows(std::move(rows));
            m_list->setFixedHeight(
                std::min(mostListHeight, m_files->rowCount() * std::max(0, m_list->sizeHintForRow(0)) + 2));
            layout()->activate();
            resize(width(), minimumSizeHint().height());
        });
}

void OpenReviewDialog::confirm()
{
    const auto workspace = m_console.workspace();
    const QString title = m_title->text().trimmed();
    m_session.submit(title.isEmpty() ? QDir(m_folderRead).dirName() : title, m_environment->currentData().toString(),
                     m_folderRead);
    if (workspace->migrations.isEmpty()) {
        m_console.saveMigrations(m_folderRead);
    }
    accept();
}

} // namespace countersign::gui
